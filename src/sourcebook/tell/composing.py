"""An event, told in one line: its best claim, whoever else tells it, what stands against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from sourcebook.tell.chains import inner
from sourcebook.tell.citing import ALSO, Draft, cite, draft, faults
from sourcebook.tell.clauses import tidy
from sourcebook.tell.fame import Fame
from sourcebook.tell.heads import by_the_way
from sourcebook.tell.index import Index
from sourcebook.tell.lines import Told, quoted, tell
from sourcebook.tell.ranking import DATED, STANDING, best_first
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Cited, Refusal
from sourcebook.tell.wording import Fragment, Wording
from sourcebook.values.claims import Claim, When
from sourcebook.values.kinds import ConflictField, ConflictState, CueKind, EventType, Modality, Role, Stance
from sourcebook.values.links import InReport
from sourcebook.values.spans import Span
from sourcebook.values.standing import Conflict, Event

MOST_ALSO = 4
"""Further citations that a line shows; the event itself lists all."""


_VALUES = frozenset(
    {ConflictField.NUMBER, ConflictField.TIME, ConflictField.PLACE, ConflictField.NAME, ConflictField.ROLE}
)
"""Fields whose sides are told as values, not as sentences."""


_PARTIES = 2
"""Named ones that two claims of one matter share at least."""

_STEM = 4
"""Letters that a verb and its noun share at least."""

_BEFORE_VERBS = frozenset(
    "to will would shall should can could may might must not never do does did have has had be been was were".split()
)
SAME_WORDS = 88.0
"""From this token-set ratio on (0..100, rapidfuzz) two sentences say the same: one is not told against the other."""


@dataclass(frozen=True, slots=True)
class Composed:
    """
    A line before numbers are given.

    Attributes:
        time: What the claim that is told says of it.
        covers: The stretches of the reports that it repeats.
        named: Entities that it calls by their full name.
        two_sided: Whether it tells something that stands against it, a denial at least.
        claim: The one that is told.
        leans: How many of its words mean something outside the line.
    """

    event: Event
    pieces: tuple[Draft, ...]
    covers: tuple[InReport, ...]
    named: frozenset[str]
    time: When | None = None
    two_sided: bool = False
    claim: Claim | None = None
    leans: int = 0


def compose(
    found: Index,
    event: Event,
    section: str,
    introduced: frozenset[str] = frozenset(),
    refused: list[Refusal] | None = None,
    *,
    roles: bool = False,
    known: Fame | None = None,
) -> Composed | None:
    """
    Return the event's line; None where none of its claims can be told in words that pass the check.

    Every part is checked against its own citations; what fails is added to ``refused``, and the sentence is quoted.
    ``roles`` says what people are who were not introduced; ``known`` prefers claims that hold the story's news.
    """
    log = [] if refused is None else refused
    denials = {one.claim for one in event.responses if one.stance in {Stance.DENIES, Stance.RETRACTS}}
    first: Composed | None = None
    for claim in sorted(best_first(found, event, section, known), key=lambda one: one.id in denials):
        if section != DATED and found.in_headline(claim):
            continue
        if first is not None and claim.id not in denials and not first.leans:
            continue
        told = checked(found, claim, introduced, log, roles=roles)
        if told is None or _in_passing(found, told):
            continue
        composed = _with_others(found, event, told, log)
        if not composed.leans and (section != "disputed" or composed.two_sided):
            return composed
        if first is None or (first.two_sided, -first.leans) < (composed.two_sided, -composed.leans):
            first = composed
    return first


def _with_others(found: Index, event: Event, told: Told, refused: list[Refusal]) -> Composed:
    """Return a told claim with what stands against it and who else tells it."""
    pieces = [draft(told.words, (told.claim.id,))]
    covers = [InReport(told.claim.report, told.base)]
    for more, where in _against(found, event, told, refused):
        pieces.append(more)
        covers.extend(where)
    denied = any(link.cue_kind is CueKind.DENIES for link in told.claim.attribution)
    two_sided = len(pieces) > 1 or denied
    also = _also(found, event, told, covers)
    if also is not None:
        pieces.append(also)
    return Composed(event, tuple(pieces), tuple(covers), told.named, told.claim.time, two_sided, told.claim, told.leans)


def _in_passing(found: Index, told: Told) -> bool:
    """Tell whether the sentence says something else, and what the claim says only by the way ("Marrow, the leader")."""
    report = found.reports[told.claim.report]
    if by_the_way(report, told.claim):
        return True
    own = tidy(report, told.claim.evidence[0]) if told.claim.evidence else None
    if told.claim.type not in STANDING or own is None:
        return False
    return (own.end - own.start) * 5 < (told.base.end - told.base.start) * 4


def checked(
    found: Index,
    claim: Claim,
    introduced: frozenset[str],
    refused: list[Refusal],
    *,
    whole: bool = False,
    roles: bool = False,
) -> Told | None:
    """
    Return the claim in a sentence that the checker lets pass, else None.

    A sentence that it refuses is added to ``refused``; then the report's own is tried, in quotation marks.
    """
    told = tell(found, claim, introduced, whole=whole, roles=roles)
    if told is None:
        return None
    for again in (told, None):
        words = again or quoted(found, claim)
        if words is None:
            return None
        piece = draft(words.words, (claim.id,))
        wrong = faults(found, piece)
        if not wrong:
            return words
        refusal = Refusal(piece.text, tuple(str(one) for one in wrong), claim.id)
        if refusal not in refused:
            refused.append(refusal)
    return None


def _akin(found: Index, one: Claim, other: Claim) -> bool:
    """
    Tell whether two claims of an event show it themselves: two named ones in both, or one and the word for the act.

    An event's claims were joined by a machine; a line cites one as telling the same only where a reader sees it.
    """
    common = len(_cast(found, one) & _cast(found, other))
    if one.trigger.lemma.casefold() == other.trigger.lemma.casefold():
        return common >= max(min(_PARTIES, len(_cast(found, other))), 1)
    return common > 1 and one.type is other.type and one.type not in STANDING | {EventType.OTHER}


def parts_of(found: Index, event: Event) -> tuple[Event, ...]:
    """
    Return the event by groups of its claims that name somebody in common, in the order of its claims.

    What was joined though nobody named is in both is told in lines of its own.
    """
    groups: list[tuple[set[str], list[str]]] = []
    loose: list[str] = []
    for id_ in event.claims:
        cast = _cast(found, found.claims[id_])
        if not cast:
            loose.append(id_)
            continue
        near = [one for one in groups if one[0] & cast]
        merged = (cast.union(*(one[0] for one in near)), [*(claim for one in near for claim in one[1]), id_])
        groups = [one for one in groups if one not in near] + [merged]
    if len(groups) <= 1:
        return (event,)
    groups.sort(key=lambda one: (-len(one[1]), min(event.claims.index(claim) for claim in one[1])))
    groups[0][1].extend(loose)
    return tuple(replace(event, claims=tuple(one for one in event.claims if one in group)) for _, group in groups)


def same_matter(found: Index, one: Claim, other: Claim) -> bool:
    """
    Tell whether a reader sees two claims of different events tell one thing, so that one line will do for both.

    Two parties named in both, the same type of act, both held or both to come, and times that don't exclude each other.
    """
    if one.type is not other.type or one.polarity is not other.polarity or one.background is not other.background:
        return False
    if (one.modality is Modality.ASSERTED) is not (other.modality is Modality.ASSERTED):
        return False
    if len(_cast(found, one) & _cast(found, other)) < _PARTIES:
        return False
    same_word = one.trigger.lemma.casefold() == other.trigger.lemma.casefold()
    if not (same_word if one.report == other.report else one.type.plover):
        return False
    first, second = one.time, other.time
    if first is None or second is None:
        return True
    apart = first.latest is not None and second.earliest is not None and first.latest < second.earliest
    behind = second.latest is not None and first.earliest is not None and second.latest < first.earliest
    return not (apart or behind)


def _cast(found: Index, claim: Claim, role: Role | None = None) -> set[str]:
    locals_ = [part.local for part in claim.participants if role in {None, part.role}]
    if role is None and claim.place is not None:
        locals_.append(claim.place.local)
    entities = [found.entity(local) for local in locals_]
    return {entity.id for entity in entities if entity is not None and entity.named}


def _also(found: Index, event: Event, told: Told, covers: list[InReport]) -> Draft | None:
    """Return the citations of the event's claims in other reports that show it too, at most one a sentence."""
    cited: list[Cited] = []
    seen = list(covers)
    for id_ in event.claims:
        claim = found.claims[id_]
        if any(one.report == claim.report and one.span.overlaps(claim.trigger.span) for one in seen):
            continue
        if claim.report == told.claim.report or not _akin(found, claim, told.claim):
            continue
        report = found.reports[claim.report]
        span = tidy(report, claim.evidence[0] if claim.evidence else around(report, claim.trigger.span))
        if span is None:
            continue
        seen.append(InReport(claim.report, around(report, span)))
        cited.extend(cite([InReport(claim.report, span)], (claim.id,)))
    return Draft(ALSO, tuple(cited[:MOST_ALSO])) if cited else None


def _against(
    found: Index, event: Event, told: Told, refused: list[Refusal]
) -> Iterable[tuple[Draft, tuple[InReport, ...]]]:
    done = {told.claim.id}
    for conflict in found.conflicts_of.get(event.id, ()):
        if conflict.state is not ConflictState.OPEN or not _two_voices(found, conflict):
            continue
        if conflict.field in _VALUES:
            for piece in _sides(found, conflict, refused):
                yield piece, ()
            continue
        for side in conflict.sides:
            if not done & set(side.claims):
                plain = conflict.field is ConflictField.POLARITY
                fit = [one for one in side.claims if not plain or _fits(found, one, told.claim)]
                yield from _other(found, fit, done, told, refused)
    for response in event.responses:
        denies = response.stance in {Stance.DENIES, Stance.RETRACTS} and response.claim not in done
        if denies and _fits(found, response.claim, told.claim):
            yield from _other(found, (response.claim,), done, told, refused)


def _one_matter(found: Index, one: Claim, other: Claim) -> bool:
    """Tell whether two claims that are set against each other share somebody and are not done to different ones."""
    if not _behind(found, one) & _behind(found, other) and one.trigger.lemma != other.trigger.lemma:
        return False
    done_to = [_cast(found, claim, Role.RECIPIENT) for claim in (one, other)]
    return not all(done_to) or bool(done_to[0] & done_to[1])


def _behind(found: Index, claim: Claim) -> set[str]:
    """Return the named entities with a part in a claim and those on whose behalf somebody has one."""
    acting = [found.entity(one.local) for part in claim.participants for one in part.of]
    return _cast(found, claim) | {one.id for one in acting if one is not None and one.named}


def _fits(found: Index, denial: str, claim: Claim) -> bool:
    return denial in found.claims and _answers(found, found.claims[denial], claim)


def _answers(found: Index, denial: Claim, claim: Claim) -> bool:
    """Tell whether a denial shows what it denies: by the word for the act or two named ones in both."""
    if _one_act(claim, denial) and (_verb(found, claim) or _verb(found, denial)):
        return True
    return len(_cast(found, denial) & _cast(found, claim)) > 1


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
            set().union(*(_cast(found, found.claims[one], Role.ACTOR) for one in side.claims if one in found.claims))
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
        told = checked(found, claim, first.named, refused)
        if told is None or found.in_headline(claim):
            continue
        if claim.report == first.claim.report and told.base.overlaps(first.base):
            continue
        if not _one_matter(found, claim, first.claim):
            continue
        if fuzz.token_set_ratio(told.words.text, first.words.text) >= SAME_WORDS:
            continue
        done.add(claim.id)
        words = told.words.lowered() if found.opens_plainly(claim.report, told.base) else told.words
        yield draft(Wording((Fragment("; but "),)) + words, (claim.id,)), (InReport(claim.report, told.base),)
        return


def _sides(found: Index, conflict: Conflict, refused: list[Refusal]) -> Iterable[Draft]:
    """Yield each value of a number, time, place or name with its own citations: ``7, according to A``."""
    values = []
    for side in conflict.sides:
        claim = next((found.claims[one] for one in side.claims if one in found.claims), None)
        if claim is None:
            return
        words = Wording((Fragment(side.value),))
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
