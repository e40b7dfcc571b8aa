"""Two numbers for one thing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.judge.corrections import corrects, one_telling, replaces
from sourcebook.judge.fields import interval
from sourcebook.judge.hearing import Hearing
from sourcebook.judge.roots import Root
from sourcebook.judge.versions import is_outdated
from sourcebook.judge.weight import Weight, weigh
from sourcebook.values.claims import Claim, Participant, Quantity
from sourcebook.values.identity import digest
from sourcebook.values.kinds import ConflictField, ConflictState, Tense
from sourcebook.values.standing import Conflict, Side

_DEAD = frozenset({"dead", "death", "killed", "fatality", "fatalities", "toll"})
_HURT = frozenset({"wounded", "injured", "hurt", "injury", "injuries"})
_DIE = frozenset({"kill", "die", "perish", "slay", "massacre", "execute", "murder"})
_HARM = frozenset({"wound", "injure", "hurt", "maim"})
_PEOPLE = frozenset(
    {
        "people",
        "person",
        "civilian",
        "civilians",
        "persons",
        "man",
        "men",
        "woman",
        "women",
        "residents",
        "villagers",
        "others",
    }
)
_OWN = frozenset({"its", "their", "his", "her", "our", "own"})
"""Words of a count of what is the teller's own ("three of its men")."""

_KIND = re.compile(r"(?:\s+(?!of\b)[\w’'-]+){1,4}")
"""A number's unit and what stands before it ("six Peruvian soldiers"). Unit: words."""

_BOUNDING = frozenset({"at", "over", "more", "no", "not", "up", "under", "fewer", "less", "above", "below", "nearly"})


@dataclass(frozen=True, slots=True)
class Count:
    """One number told by one claim, of one thing counted."""

    claim: Claim
    of: str
    quantity: Quantity

    @property
    def low(self) -> float:
        """The least that it can mean."""
        told = self.quantity.low if self.quantity.low is not None else self.quantity.value
        return float("-inf") if told is None or (self.quantity.high is not None and told > self.quantity.high) else told

    @property
    def high(self) -> float:
        """The most that it can mean; open above for "at least"."""
        if self.quantity.high is not None:
            return self.quantity.high
        open_above = self.quantity.low is not None
        return float("inf") if open_above or self.quantity.value is None else self.quantity.value


def number_conflicts(book: Casebook, hearing: Hearing, event: str, claims: Sequence[Claim]) -> list[Conflict]:
    """
    Return the numbers that differ: superseded ones, then what stands of the rest.

    A number is superseded by a later one of the same origin, or by one whose words say that they correct. Numbers of
    one origin in one report are told of different things, and what was published before the event counts something
    else. Numbers that one number can satisfy ("at least three", "five") are compatible.
    """
    groups: dict[str, list[Count]] = {}
    first = max((days.first for claim in claims if (days := interval(claim.time)) is not None), default=date.min)
    for claim in claims:
        day = book.published[claim.report].latest
        too_early = day is not None and day < first and claim.tense is not Tense.FUTURE
        if weigh(claim) is not Weight.ANSWER and not too_early:
            for count in _counts(book, claim):
                groups.setdefault(count.of, []).append(count)
    found = []
    for of in sorted(groups):
        standing, gone = _succession(book, hearing, groups[of])
        for (new, why), olds in gone.items():
            found.append(_conflict(book, event, of, [*olds, new], ConflictState.SUPERSEDED, why))
        told = {(one.low, one.high) for one in standing}
        if (
            len(told) > 1
            and not _in_one_breath(standing)
            and not one_telling(book, hearing, [one.claim for one in standing])
        ):
            fits = max(one.low for one in standing) <= min(one.high for one in standing)
            state = ConflictState.COMPATIBLE if fits else ConflictState.OPEN
            why = "one number can satisfy all" if fits else "no number satisfies all"
            found.append(_conflict(book, event, of, standing, state, why))
    return found


def _in_one_breath(counts: Sequence[Count]) -> bool:
    """Tell whether one sentence tells two of the numbers: it counts two things ("two counts of …, one count of …")."""
    return any(
        one.claim.report == other.claim.report
        and (one.low, one.high) != (other.low, other.high)
        and any(a.overlaps(b) for a in one.claim.evidence for b in other.claim.evidence)
        for place, one in enumerate(counts)
        for other in counts[place + 1 :]
    )


Gone = dict[tuple[Count, str], list[Count]]
"""Numbers that gave way, by the number that took their place and why."""


def _succession(book: Casebook, hearing: Hearing, counts: Sequence[Count]) -> tuple[list[Count], Gone]:
    """Return the numbers that stand, and those that gave way to the last word of their origin or outlet."""
    last: dict[Root | tuple[str, ...], Count] = {}
    for count in counts:
        if book.day(count.claim) is not None and not is_outdated(book, count.claim):
            last[hearing.voice(count.claim)] = count
            if corrects(book, count.claim):
                last[book.outlet(count.claim.report)] = count
    for count in counts:
        if not is_outdated(book, count.claim):
            last.setdefault(book.outlet(count.claim.report), count)
    standing, gone = [], Gone()
    for old in counts:
        heirs = (last.get(hearing.voice(old.claim)), last.get(book.outlet(old.claim.report)))
        for new in heirs:
            if new is not None and (new.low, new.high) != (old.low, old.high):
                why = replaces(book, hearing, new.claim, old.claim)
                if why:
                    known = next((one for one in gone if one[1] == why and one[0] is new), (new, why))
                    gone.setdefault(known, []).append(old)
                    break
        else:
            standing.append(old)
    return standing, gone


def _counts(book: Casebook, claim: Claim) -> list[Count]:
    around = words_of(book.evidence(claim))
    found = [Count(claim, _thing(claim, quantity, around), quantity) for quantity in claim.quantities]
    spans = {quantity.span for quantity in claim.quantities}
    return found + [
        Count(claim, _whose(book, claim, one, one.count), one.count)
        for one in claim.participants
        if one.count is not None and one.count.span not in spans
    ]


def _thing(claim: Claim, quantity: Quantity, around: Sequence[str]) -> str:
    """
    Return what a number counts, folded so that two tellings of one thing meet.

    People are the dead or the hurt where the act says so, or where only one of the two stands in the words around.
    """
    words = words_of(quantity.unit)
    last = words[-1] if words else ""
    told = {claim.trigger.lemma, *around}
    dead, hurt = not told.isdisjoint(_DIE | _DEAD), not told.isdisjoint(_HARM | _HURT)
    if claim.trigger.lemma in _DIE | _HARM:
        dead, hurt = claim.trigger.lemma in _DIE, claim.trigger.lemma in _HARM
    if last in _DEAD or (dead and not hurt and (last in _PEOPLE or last == "")):
        return "dead"
    if last in _HURT or (hurt and not dead and (last in _PEOPLE or last == "")):
        return "hurt"
    if last in _PEOPLE:
        last = "people"
    return last[:-1] if len(last) > 3 and last.endswith("s") and not last.endswith("ss") else last


def _whose(book: Casebook, claim: Claim, one: Participant, count: Quantity) -> str:
    """Return what a count of participants counts: the thing, and of which entity or role."""
    thing = _thing(claim, count, words_of(book.evidence(claim)))
    own = not _OWN.isdisjoint(words_of(book.words(claim, one.span)))
    if own and claim.attribution and (teller := book.owners.get(claim.attribution[-1].local or "")) is not None:
        return f"{thing} of {teller}"
    if thing in {"dead", "hurt"} or claim.trigger.lemma in _DIE | _HARM:
        return thing  # whoever they were, they are counted alike as part of the clause and as its party
    entity = book.entity(one.local)
    ends = sorted({owner for acting in one.of if (owner := book.owners.get(acting.local or ""))})
    return f"{thing} {ends[0] if ends else entity.id if entity is not None and entity.named else one.role.value}"


def _told(book: Casebook, count: Count) -> str:
    """Return a number in the report's words, with its bound and what it counts where the words leave them out."""
    words, quantity = book.words(count.claim, count.quantity.span), count.quantity
    lower = words.casefold()
    if quantity.value is None and lower.split()[0] not in _BOUNDING:
        if quantity.high is None and quantity.low is not None:
            words = f"at least {words}"
        elif quantity.low is None and quantity.high is not None:
            words = f"at most {words}"
    if quantity.unit.casefold() in lower:
        return words
    text, end = book.reports[count.claim.report].text, quantity.span.end
    behind = _KIND.match(text, end)
    unit = text.find(quantity.unit, end, len(text) if behind is None else behind.end())
    if behind is None or unit < 0:
        return f"{words} {quantity.unit}"
    return f"{words} {' '.join(text[end : unit + len(quantity.unit)].split())}"


def _conflict(book: Casebook, event: str, of: str, counts: Sequence[Count], state: ConflictState, why: str) -> Conflict:
    sides: dict[tuple[float, float], list[Count]] = {}
    for count in counts:
        sides.setdefault((count.low, count.high), []).append(count)
    shown = tuple(
        Side(_told(book, group[0]), tuple(dict.fromkeys(one.claim.id for one in group))) for group in sides.values()
    )
    name = digest("conflict", event, ConflictField.NUMBER, of, *(claim for side in shown for claim in side.claims))
    return Conflict(name, event, ConflictField.NUMBER, shown, state, why)
