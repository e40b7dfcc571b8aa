"""What stands against a line: a denial, another outcome, another number, each told with its own citations."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import fuzz

from sourcebook.tell.chains import inner
from sourcebook.tell.citing import Draft, cite, draft, faults
from sourcebook.tell.clauses import leans, tidy
from sourcebook.tell.heads import headline_like
from sourcebook.tell.index import Index
from sourcebook.tell.lines import Told, checked
from sourcebook.tell.matters import cast
from sourcebook.tell.sentences import around
from sourcebook.tell.verbs import SURELY, verbal
from sourcebook.tell.views import Refusal
from sourcebook.tell.wording import Fragment, Wording, verbatim
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import ConflictField, ConflictState, CueKind, EventType, Role, Stance, Tense
from sourcebook.values.links import InReport
from sourcebook.values.spans import Span
from sourcebook.values.standing import Conflict, Event

_VALUES = frozenset(
    {ConflictField.NUMBER, ConflictField.TIME, ConflictField.PLACE, ConflictField.NAME, ConflictField.ROLE}
)
"""Fields whose sides are told as values, not as sentences."""

_DENYING = frozenset({CueKind.DENIES, CueKind.RETRACTS})
_STEM = 4
"""Letters that a verb and its noun share at least."""

_BEFORE_VERBS = frozenset(
    "to will would shall should can could may might must not never do does did have has had be been was were".split()
)
SAME_WORDS = 88.0
"""From this token-set ratio on (0..100, rapidfuzz) two sentences say the same: one is not told against the other."""


def against(
    found: Index, event: Event, told: Told, refused: list[Refusal]
) -> Iterable[tuple[Draft, tuple[InReport, ...]]]:
    """Yield what stands against a told claim of an event, as parts of its line, with what each part repeats."""
    done = {told.claim.id}
    for conflict in found.conflicts_of.get(event.id, ()):
        if conflict.state is not ConflictState.OPEN or not _two_voices(found, conflict):
            continue
        if conflict.field in _VALUES:
            told_here = [set(side.claims) & set(event.claims) for side in conflict.sides]
            if not all(told_here) or not any(told.claim.id in side for side in told_here):
                continue
            for piece in _sides(found, conflict, refused):
                yield piece, ()
            continue
        if conflict.field is ConflictField.OUTCOME and verbal(found.reports[told.claim.report], told.claim) < SURELY:
            continue
        for side in conflict.sides:
            if not done & set(side.claims):
                plain = conflict.field is ConflictField.POLARITY
                fit = [
                    one for one in side.claims if not plain or _fits(found, one, told.claim) or _next(found, one, told)
                ]
                yield from _other(found, fit, done, told, refused)
    for response in event.responses:
        denies = response.stance in {Stance.DENIES, Stance.RETRACTS} and response.claim not in done
        if denies and (_fits(found, response.claim, told.claim) or _next(found, response.claim, told)):
            yield from _other(found, (response.claim,), done, told, refused)


def _one_matter(found: Index, one: Claim, other: Claim) -> bool:
    """Tell whether two claims that are set against each other share somebody and are not done to different ones."""
    if not _behind(found, one) & _behind(found, other) and one.trigger.lemma != other.trigger.lemma:
        return False
    if _strangers(found, one, other):
        return False
    if (
        one.trigger.lemma == other.trigger.lemma
        and one.type is not EventType.CONSULT
        and _done_to_others(found, one, other)
    ):
        return False
    done_to = [cast(found, claim, Role.RECIPIENT) for claim in (one, other)]
    return not all(done_to) or bool(done_to[0] & done_to[1])


def _strangers(found: Index, one: Claim, other: Claim) -> bool:
    """
    Tell whether those who did the one have no part in the other: what one did is no word against another's deed.

    Nor is what is usual a word against what somebody did once, unless the same one did it.
    """
    doers = [cast(found, claim, Role.ACTOR) for claim in (one, other)]
    usual = [claim.tense in {Tense.HABITUAL, Tense.ONGOING} for claim in (one, other)]
    if usual[0] is not usual[1] and not doers[0] & doers[1] and one.trigger.lemma == other.trigger.lemma:
        return True
    apart = (doers[0] - _behind(found, other), doers[1] - _behind(found, one))
    return all(doers) and all(left == held for left, held in zip(apart, doers, strict=True))


def _done_to_others(found: Index, one: Claim, other: Claim) -> bool:
    """Tell whether two deeds with one word are done to different ones: neither one entity nor one noun in both."""
    told = []
    for claim in (one, other):
        act = claim.trigger.span
        parts = [one for one in claim.participants if one.role is Role.RECIPIENT or one.span.start > act.end]
        nouns = {found.words(claim.report, part.span).casefold().split()[-1].removesuffix("s") for part in parts}
        told.append(nouns | {entity.id for part in parts if (entity := found.entity(part.local)) is not None})
    return all(told) and told[0].isdisjoint(told[1])


def _behind(found: Index, claim: Claim) -> set[str]:
    """Return the named entities with a part in a claim and those on whose behalf somebody has one."""
    acting = [found.entity(one.local) for part in claim.participants for one in part.of]
    return cast(found, claim) | {one.id for one in acting if one is not None and one.named}


def _fits(found: Index, denial: str, claim: Claim) -> bool:
    return denial in found.claims and _answers(found, found.claims[denial], claim)


def _next(found: Index, denial: str, told: Told) -> bool:
    """
    Tell whether a denial that has no content of its own ("denied this") is the sentence right behind a line's.

    What somebody is accused of may be quoted between the two.
    """
    claim = found.claims.get(denial)
    if claim is None or claim.report != told.claim.report:
        return False
    if found.event_of.get(denial) is found.event_of.get(told.claim.id):
        return False
    report = found.reports[claim.report]
    between = report.text[told.base.end : max(told.base.end, around(report, claim.trigger.span).start)]
    accused = told.claim.type is EventType.ACCUSE and "\n\n" not in between
    return claim.trigger.span.start > told.base.end and (accused or not between.strip(" .”\"’'"))


def _answers(found: Index, denial: Claim, claim: Claim) -> bool:
    """Tell whether a denial shows what it denies: by the word for the act or two named ones in both."""
    apart = cast(found, denial) and cast(found, claim) and not cast(found, denial) & cast(found, claim)
    if _one_act(claim, denial) and (_verb(found, claim) or _verb(found, denial)):
        return not apart
    against = denial.polarity is not claim.polarity or any(one.cue_kind in _DENYING for one in denial.attribution)
    return against and len(cast(found, denial) & cast(found, claim)) > 1


def _one_act(one: Claim, other: Claim) -> bool:
    """Tell whether two words for acts are one, or the verb and its noun ("agree", "agreement")."""
    first, second = sorted((one.trigger.lemma.casefold(), other.trigger.lemma.casefold()), key=len)
    stem = first[:-1] if len(first) > _STEM else first
    return first == second or (len(stem) >= _STEM and second.startswith(stem))


def _verb(found: Index, claim: Claim) -> bool:
    """Tell whether a claim's word for the act is surely a verb: bent as verbs are, or behind an auxiliary."""
    text, span = found.reports[claim.report].text, claim.trigger.span
    bent = span.of(text).casefold()
    if bent != claim.trigger.lemma.casefold() and not bent.endswith("s"):
        return True
    before = text[max(0, span.start - 12) : span.start].split()
    return bool(before) and before[-1].casefold() in _BEFORE_VERBS


def _two_voices(found: Index, conflict: Conflict) -> bool:
    """
    Tell whether the sides of a conflict are told by different reports or different sources of one.

    Of a post, two people must be said to hold it: one person's two titles are no dispute.
    """
    if conflict.field is ConflictField.ROLE:
        holders = [
            set().union(*(cast(found, found.claims[one], Role.ACTOR) for one in side.claims if one in found.claims))
            for side in conflict.sides
        ]
        if len(set.union(*holders)) < 2:
            return False
    voices = []
    for side in conflict.sides:
        claims = [found.claims[one] for one in side.claims if one in found.claims]
        voices.append({(one.report, one.attribution[-1].local if one.attribution else None) for one in claims})
    return len(set.union(*voices)) > 1 if voices else False


def _other(
    found: Index, claims: Iterable[str], done: set[str], first: Told, refused: list[Refusal]
) -> Iterable[tuple[Draft, tuple[InReport, ...]]]:
    """Yield the first of these claims that can be told in other words than the line's own, after a "but"."""
    known = [found.claims[one] for one in claims if one in found.claims]
    for claim in sorted(known, key=lambda one: not found.in_body(one)):
        if leans(found, claim):
            continue
        told = checked(found, claim, first.named, refused)
        if told is None or found.in_headline(claim) or headline_like(found, claim):
            continue
        behind = _next(found, claim.id, first)
        base, words = told.base, told.words
        if claim.report == first.claim.report and base.overlaps(first.base):
            report = found.reports[claim.report]
            alone = tidy(report, around(report, claim.trigger.span))
            if alone is None or not behind:
                continue
            base, words = alone, verbatim(claim.report, report.text, alone)
        if not _one_matter(found, claim, first.claim) and not behind:
            continue
        if fuzz.token_set_ratio(words.text, first.words.text) >= SAME_WORDS:
            continue
        done.add(claim.id)
        own = words.text.casefold().startswith(found.words(claim.report, base).split(maxsplit=1)[0].casefold())
        words = words.lowered() if own and found.opens_plainly(claim.report, base) else words
        yield draft(Wording((Fragment("; but "),)) + words, (claim.id,)), (InReport(claim.report, base),)
        return


def _sides(found: Index, conflict: Conflict, refused: list[Refusal]) -> Iterable[Draft]:
    """Yield each value of a number, time, place or name with its own citations: ``7, according to A``."""
    values = []
    for side in conflict.sides:
        claim = next((found.claims[one] for one in side.claims if one in found.claims), None)
        if claim is None:
            return
        words = Wording((Fragment(side.value),))
        words = words.lowered() if conflict.field is ConflictField.NUMBER else words
        who = inner(found, claim, claim.attribution[-1]) if claim.attribution else None
        if who is not None:
            words = words + ", according to " + who
        elif found.reports[claim.report].outlet:
            words = words + f", according to {found.reports[claim.report].outlet}"
        places = (*words.places, *(InReport(claim.report, span) for span in _value_spans(claim, conflict.field)))
        piece = Draft(words.text, cite(places, side.claims[:1]))
        wrong = faults(found, piece)
        if wrong:
            refused.append(Refusal(piece.text, tuple(str(one) for one in wrong), claim.id))
            return
        values.append(piece)
    label = f"the {conflict.field.value}"
    for place, piece in enumerate(values):
        yield Draft((f" ({label} differs: " if place == 0 else "; ") + piece.text, piece.cited)
    if values:
        yield Draft(")", ())


def _value_spans(claim: Claim, field: ConflictField) -> tuple[Span, ...]:
    own = claim.evidence[:1]
    if field is ConflictField.TIME and claim.time is not None and claim.time.span is not None:
        return (*own, claim.time.span)
    if field is ConflictField.PLACE and claim.place is not None:
        return (*own, claim.place.span)
    return own
