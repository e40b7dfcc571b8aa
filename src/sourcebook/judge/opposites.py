"""Outcomes that exclude each other: inside one event, and between events that linking kept apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.judge.fields import interval
from sourcebook.judge.hearing import Hearing
from sourcebook.judge.parties import Sides
from sourcebook.judge.weight import Weight
from sourcebook.values.claims import Claim
from sourcebook.values.identity import digest
from sourcebook.values.kinds import ConflictField, ConflictState, EventType, Polarity, Role
from sourcebook.values.links import Happening
from sourcebook.values.standing import Conflict, Side

OPPOSITE = {
    EventType.AGREE: EventType.REJECT,
    EventType.COOPERATE: EventType.REJECT,
    EventType.CONCEDE: EventType.REJECT,
}
"""Types of acts whose happening excludes a refusal of the same thing by the same parties at the same time."""

WINDOW = 14
"""Unit: days. Reports of one outcome appear within a fortnight where the texts give no day."""

_COMMON = 2
"""Words about the matter, beside names, that both must share; one where parties of two sides are in both."""

_BOTH = frozenset({"sides", "parties", "both"})
"""Words for all who met, whom the report has named before."""

_LONG = 4
"""Letters from which a word is taken to be about the matter."""

_START = 5
"""Letters by which words are compared: "peace" and "peaceful" are of one matter."""


def polarity_conflict(hearing: Hearing, event: str) -> Conflict | None:
    """Return the conflict between those who hold an event and those who deny it; None where there is none."""
    holding, against = hearing.supporting, hearing.opposing
    if not holding or not against:
        return None
    sides = _side(Polarity.POSITIVE.value, holding), _side(Polarity.NEGATIVE.value, against)
    name = digest("conflict", event, ConflictField.POLARITY)
    why = "said to be so, and said not to be so"
    return Conflict(name, event, ConflictField.POLARITY, sides, ConflictState.OPEN, why)


def withdrawn_conflict(hearing: Hearing, event: str) -> Conflict | None:
    """Return the superseded conflict between what an origin said first and what it says now."""
    roots = {hearing.roots[claim.id] for claim in hearing.withdrawn}
    now = [
        claim
        for claim in hearing.of(Weight.HELD, Weight.NEGATED, Weight.DENIED, Weight.RETRACTED)
        if hearing.roots[claim.id] in roots
    ]
    if not hearing.withdrawn or not now:
        return None
    sides = _side("first", hearing.withdrawn), _side("now", now)
    name = digest("conflict", event, ConflictField.POLARITY, "withdrawn")
    why = "the same origin says otherwise later"
    return Conflict(name, event, ConflictField.POLARITY, sides, ConflictState.SUPERSEDED, why)


@dataclass(frozen=True, slots=True)
class _Matter:
    """
    What an event is about, looked at once, though it is compared with many.

    Attributes:
        things: The named entities that its claims' words mention, or that take part.
        words: The long words of its claims.
        acts: The lemmas of their triggers.
    """

    things: frozenset[str]
    words: frozenset[str]
    acts: frozenset[str]

    @classmethod
    def of(cls, book: Casebook, claims: Sequence[Claim]) -> _Matter:
        words = (word for claim in claims for word in words_of(book.evidence(claim)) if len(word) >= _LONG)
        return cls(_things(book, claims), frozenset(words), frozenset(claim.trigger.lemma for claim in claims))


def outcome_conflicts(book: Casebook, happenings: Sequence[Happening], hearings: dict[str, Hearing]) -> list[Conflict]:
    """
    Return the pairs of events whose outcomes exclude each other.

    They must share a named thing, words about the matter beside names (two; one where the same two parties are in
    both), and their time, and come from different origins and different words: a deal that is turned down in one breath
    is no clash. Compared are only events that share a named entity, in their words or among their parties.
    """
    held = {one.id: _told_as_done(book, hearings[one.id].of(Weight.HELD)) for one in happenings}
    concerned = (one for one in happenings if one.type is EventType.REJECT or one.type in OPPOSITE)
    matters = {one.id: _Matter.of(book, held[one.id]) for one in concerned}
    refusals: dict[str, list[Happening]] = {}
    for one in happenings:
        if one.type is EventType.REJECT and held[one.id]:
            for entity in sorted(matters[one.id].things):
                refusals.setdefault(entity, []).append(one)
    found: dict[str, Conflict] = {}
    for one in happenings:
        if one.type not in OPPOSITE or not held[one.id]:
            continue
        against = {other.id: other for entity in sorted(matters[one.id].things) for other in refusals.get(entity, ())}
        for other in against.values():
            if _meets_in_time(book, held[one.id], held[other.id]):
                apart = _apart(hearings[one.id], held[one.id], hearings[other.id], held[other.id])
                alone = _one_doer(book, held[one.id], held[other.id])
                sides = hearings[one.id].sides
                if apart and _one_matter(book, sides, matters[one.id], matters[other.id], alone=alone):
                    clash = _clash(book, (one, other), held)
                    found.setdefault(clash.id, clash)
    return [found[name] for name in sorted(found)]


def _told_as_done(book: Casebook, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """
    Return the claims that tell an act by a verb that is bent, as the report's news.

    That a treaty is spoken of says of nobody that he agreed, and what was refused years ago refuses nothing now.
    """
    return tuple(one for one in claims if not one.background and _bent(book.words(one, one.trigger.span), one))


def _bent(word: str, claim: Claim) -> bool:
    plain = word.casefold()
    return plain != claim.trigger.lemma.casefold() or plain.endswith("ed")


def _clash(book: Casebook, pair: tuple[Happening, Happening], held: dict[str, tuple[Claim, ...]]) -> Conflict:
    one, other = pair
    shown = tuple(_side(book.words(held[x.id][0], held[x.id][0].trigger.span), held[x.id]) for x in (one, other))
    name = digest("conflict", one.id, ConflictField.OUTCOME, other.id)
    why = f"{one.type.value.lower()} and {other.type.value.lower()} of the same matter exclude each other"
    return Conflict(name, one.id, ConflictField.OUTCOME, shown, ConflictState.OPEN, why)


def _side(value: str, claims: Sequence[Claim]) -> Side:
    return Side(value, tuple(dict.fromkeys(claim.id for claim in claims)))


def _things(book: Casebook, claims: Sequence[Claim]) -> frozenset[str]:
    """Return the named entities that the claims' words mention, or that take part ("the two sides")."""
    mentioned = {
        entity for claim in claims for span in claim.evidence for entity in book.entities_in(claim.report, span)
    }
    mentioned |= _takers(book, claims)
    return frozenset(entity for entity in mentioned if book.entities[entity].named)


def _apart(first: Hearing, one: Sequence[Claim], second: Hearing, other: Sequence[Claim]) -> bool:
    """Tell whether some claim of each side comes from another origin, and none shares its words with the other side."""
    if any(
        a.report == b.report and any(span.overlaps(words) for span in a.evidence for words in b.evidence)
        for a in one
        for b in other
    ):
        return False
    return {first.roots[claim.id] for claim in one} != {second.roots[claim.id] for claim in other}


def _one_doer(book: Casebook, one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    """Tell whether one and the same did both, alone: whoever agrees to this may refuse that."""
    doers = [
        {
            book.owners.get(part.local or "")
            for claim in claims
            for part in claim.participants
            if part.role is Role.ACTOR
        }
        for claims in (one, other)
    ]
    return len(doers[0]) == 1 and doers[0] == doers[1] and None not in doers[0]


def _takers(book: Casebook, claims: Sequence[Claim]) -> frozenset[str]:
    """Return the entities that take part in the claims, and those they act for; of "the sides", those that met."""
    found: set[str] = set()
    for claim in claims:
        found |= _own_takers(book, claim)
        if any(not _BOTH.isdisjoint(words_of(book.words(claim, one.span))) for one in claim.participants):
            found |= _met_before(book, claim)
    return frozenset(found)


def _own_takers(book: Casebook, claim: Claim) -> frozenset[str]:
    locals_of = {local for one in claim.participants for local in (one.local, *(acting.local for acting in one.of))}
    return frozenset(book.owners[local] for local in locals_of if local in book.owners)


def _met_before(book: Casebook, claim: Claim) -> frozenset[str]:
    """Return the parties of the last meeting of two or more that the report has told before the claim."""
    for meeting in reversed(book.meetings.get(claim.report, ())):
        if meeting.trigger.span < claim.trigger.span:
            named = frozenset(one for one in _own_takers(book, meeting) if book.entities[one].named)
            if len(named) > 1:
                return named
    return frozenset()


def _same_parties(sides: Sides, one: _Matter, other: _Matter) -> bool:
    """Tell whether two parties that do not speak for one side are in both, themselves or by who speaks for them."""
    met = [first for first in sorted(one.things) if any(sides.together(first, second) for second in other.things)]
    return any(not sides.together(first, second) for first in met for second in met)


def _meets_in_time(book: Casebook, one: Sequence[Claim], other: Sequence[Claim]) -> bool:
    return any(_overlap(book, first, second) for first in one for second in other)


def _one_matter(book: Casebook, sides: Sides, one: _Matter, other: _Matter, *, alone: bool) -> bool:
    """Tell whether two acts are of one matter; where one and the same did both (``alone``), more must tell it."""
    shared = one.things & other.things
    if not shared:
        return False
    names = {word for entity in shared for alias in _names(book, entity) for word in words_of(alias)}
    apart = names | one.acts | other.acts
    left, right = ({word[:_START] for word in each.words - apart} for each in (one, other))
    least = 1 if _same_parties(sides, one, other) and not alone else _COMMON
    return len(left & right) >= least


def _names(book: Casebook, entity: str) -> tuple[str, ...]:
    found = book.entities[entity]
    return (found.name, *(alias.text for alias in found.aliases))


def _overlap(book: Casebook, one: Claim, other: Claim) -> bool:
    """Tell whether two claims can be of one time: their intervals meet, or else their reports are near in time."""
    first, second = interval(one.time), interval(other.time)
    if first is not None and second is not None and one.time and other.time and one.time.span and other.time.span:
        return first.overlaps(second)
    day, other_day = book.day(one), book.day(other)
    return day is None or other_day is None or abs((day - other_day).days) <= WINDOW
