"""An event, told in one line: its best claim, whoever else tells it, what stands against it."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.tell.against import against
from sourcebook.tell.citing import ALSO, Draft, cite, draft
from sourcebook.tell.clauses import tidy
from sourcebook.tell.fame import Fame
from sourcebook.tell.heads import STANDING, by_the_way, denies, head, headline_like
from sourcebook.tell.index import Index
from sourcebook.tell.leaning import opens_vaguely
from sourcebook.tell.lines import Told, checked
from sourcebook.tell.matters import akin
from sourcebook.tell.naming import mentions
from sourcebook.tell.ranking import DATED, best_first
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Cited, Refusal
from sourcebook.values.claims import Claim, When
from sourcebook.values.kinds import CueKind, Stance, Status
from sourcebook.values.links import InReport
from sourcebook.values.spans import Span
from sourcebook.values.standing import Event

MOST_ALSO = 4
"""Further citations that a line shows; the event itself lists all."""


@dataclass(frozen=True, slots=True)
class Composed:
    """
    A line before numbers are given.

    Attributes:
        time: What the claim that its words turn on says of it.
        covers: The stretches of the reports that it repeats.
        named: Entities that it calls by their full name.
        two_sided: Whether it tells something that stands against it, a denial at least.
        claim: The one that is told.
        leans: How many of its words mean something outside the line.
        vague: Whether it opens with a bare noun for one who has a name ("The party alleged"): no line to begin with.
    """

    event: Event
    pieces: tuple[Draft, ...]
    covers: tuple[InReport, ...]
    named: frozenset[str]
    time: When | None = None
    two_sided: bool = False
    claim: Claim | None = None
    leans: int = 0
    vague: bool = False

    @property
    def text(self) -> str:
        """What it tells, without what stands against it."""
        return self.pieces[0].text

    def about(self, found: Index) -> Claim | None:
        """Return the claim that its words turn on."""
        return None if self.claim is None else _about(found, self.claim, self.covers[0].span)


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
        if section != DATED and (found.in_headline(claim) or headline_like(found, claim)):
            continue
        if first is not None and claim.id not in denials and not first.leans and not first.vague:
            continue
        told = checked(found, claim, introduced, log, roles=roles)
        if told is None or _in_passing(found, told):
            continue
        composed = _with_others(found, event, told, log)
        if not composed.leans and not composed.vague and (section != "disputed" or composed.two_sided):
            return composed
        if first is None or _fit(first) < _fit(composed):
            first = composed
    return first


def _fit(composed: Composed) -> tuple[bool, int, bool]:
    return composed.two_sided, -composed.leans, not composed.vague


def _with_others(found: Index, event: Event, told: Told, refused: list[Refusal]) -> Composed:
    """Return a told claim with what stands against it and who else tells it."""
    pieces = [draft(told.words, (told.claim.id,))]
    covers = [InReport(told.claim.report, told.base)]
    for more, where in against(found, event, told, refused):
        pieces.append(more)
        covers.extend(where)
    two_sided = len(pieces) > 1 or denies(found, told.claim)
    also = _also(found, event, told, covers)
    if also is not None:
        pieces.append(also)
    return Composed(
        event,
        tuple(pieces),
        tuple(covers),
        told.named,
        _about(found, told.claim, told.base).time,
        two_sided,
        told.claim,
        told.leans,
        _vague(found, told),
    )


def _vague(found: Index, told: Told) -> bool:
    """Tell whether a line opens with "the party" for one whose name it does not tell."""
    if not opens_vaguely(told.words.text):
        return False
    report = found.reports[told.claim.report]
    return any(
        span.start <= told.base.start + 1 and entity.named and entity.name not in told.words.text
        for span, local in mentions(found, report, told.base)
        if (entity := found.entity(local.id)) is not None
    )


def _in_passing(found: Index, told: Told) -> bool:
    """Tell whether the sentence says something else, and what the claim says only by the way ("Marrow, the leader")."""
    report = found.reports[told.claim.report]
    if by_the_way(report, told.claim):
        return True
    own = tidy(report, told.claim.evidence[0]) if told.claim.evidence else None
    if told.claim.type not in STANDING or own is None:
        return False
    return (own.end - own.start) * 5 < (told.base.end - told.base.start) * 4


def _shows(found: Index, claim: Claim, told: Claim) -> bool:
    return claim.report != told.report and akin(found, claim, told)


def _about(found: Index, claim: Claim, base: Span) -> Claim:
    """Return what the words that tell a claim turn on: the claim itself or another ("Marrow, who met Task, …")."""
    return head(found, found.reports[claim.report], base) or claim


def _confirms(event: Event, claim: Claim, told: Claim) -> bool:
    """Tell whether a claim is one that makes its event confirmed, from another origin than the told one's."""
    if event.status is not Status.CONFIRMED or not any(claim.id in one.claims for one in event.because):
        return False
    if any(told.id in one.claims and claim.id in one.claims for one in event.origins):
        return False
    says = any(link.cue_kind is CueKind.CONFIRMS for link in claim.attribution)
    return says or claim.trigger.lemma.casefold() == told.trigger.lemma.casefold()


def _also(found: Index, event: Event, told: Told, covers: list[InReport]) -> Draft | None:
    """
    Return the citations of the event's claims in other reports that show it too, at most one a sentence.

    None where the line mentions the event by the way: nobody else tells what it turns on.
    """
    if found.event_of.get(_about(found, told.claim, told.base).id) is not found.event_of.get(told.claim.id):
        return None
    cited: list[Cited] = []
    seen = list(covers)
    for id_ in event.claims:
        claim = found.claims[id_]
        if any(one.report == claim.report and one.span.overlaps(claim.trigger.span) for one in seen):
            continue
        if not (_confirms(event, claim, told.claim) or _shows(found, claim, told.claim)):
            continue
        report = found.reports[claim.report]
        span = tidy(report, claim.evidence[0] if claim.evidence else around(report, claim.trigger.span))
        if span is None:
            continue
        seen.append(InReport(claim.report, around(report, span)))
        cited.extend(cite([InReport(claim.report, span)], (claim.id,)))
    return Draft(ALSO, tuple(cited[:MOST_ALSO])) if cited else None
