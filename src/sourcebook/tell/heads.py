"""What a sentence is about: the claim that is its matter, beside those that it makes by the way."""

from __future__ import annotations

import regex

from sourcebook.tell.clauses import leans
from sourcebook.tell.index import Index
from sourcebook.tell.sentences import around
from sourcebook.tell.verbs import SURELY, verbal
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import CueKind, EventType
from sourcebook.values.reports import PassageKind, Report
from sourcebook.values.spans import Span

STANDING = frozenset({EventType.STATE, EventType.LIFE, EventType.FOUND, EventType.OFFICE})
"""Types that say how things stand, not what happened."""

_SUBJECT = 4
"""Words that the subject of a headline has at most."""

_PRESENT = regex.compile(r"\p{Ll}+s")
_INSIDE = regex.compile(r"\([^()\n]*\)")


def head(found: Index, report: Report, base: Span) -> Claim | None:
    """
    Return the claim that a stretch of a report is about; None where it makes none.

    It stands in a clause that leans on no other, is told by a verb rather than by a noun, the earliest of them, the
    longest; what somebody is ("led by Marrow") comes last.
    """
    inside = [one for one in found.claims_in.get(report.id, ()) if base.holds(one.trigger.span)]
    return min(inside, key=lambda one: _rank(found, report, one), default=None)


def is_head(found: Index, claim: Claim) -> bool:
    """Tell whether a claim is what its sentence is about."""
    report = found.reports[claim.report]
    matter = head(found, report, around(report, claim.trigger.span))
    return matter is not None and matter.id == claim.id


def denies(found: Index, claim: Claim) -> bool:
    """Tell whether a claim's sentence turns on its denial, not only mentions that somebody denies it."""
    cues = [link.cue for link in claim.attribution if link.cue_kind is CueKind.DENIES and link.cue is not None]
    if not cues:
        return False
    report = found.reports[claim.report]
    matter = head(found, report, around(report, cues[-1]))
    if matter is None or matter.id == claim.id:
        return True
    held = {link.cue for link in matter.attribution if link.cue_kind is CueKind.DENIES}
    return any(cue.overlaps(matter.trigger.span) or cue in held for cue in cues)


def headline_like(found: Index, claim: Claim) -> bool:
    """Tell whether a claim opens a report in the short present of a headline ("Guild sues council over toll")."""
    report = found.reports[claim.report]
    body = [one for one in report.passages if one.kind is PassageKind.BODY]
    at = claim.trigger.span.start
    place = next((place for place, one in enumerate(body) if one.span.start <= at < one.span.end), len(body))
    if place > 1 or len(body) <= place + 1 or around(report, claim.trigger.span).end < body[place].span.end - 1:
        return False
    sentence = around(report, body[place].span)
    matter = head(found, report, sentence)
    if matter is None:
        return False
    cues = [one.cue for one in matter.attribution if one.cue is not None and sentence.holds(one.cue)]
    verb = min([*cues, matter.trigger.span])
    if verb == matter.trigger.span and verbal(report, matter) < SURELY:
        return False
    bent = report.words(verb)
    before = report.text[sentence.start : sentence.end if verb in cues else verb.start].casefold().split()
    present = _PRESENT.fullmatch(bent) is not None and bent.casefold() != matter.trigger.lemma.casefold()
    few = 0 < len(report.text[sentence.start : verb.start].split()) <= _SUBJECT
    return present and few and not {"the", "a", "an"} & set(before)


def by_the_way(report: Report, claim: Claim) -> bool:
    """Tell whether a claim stands in round brackets, as what a writer adds to another matter."""
    at = claim.trigger.span.start
    line = report.text.rfind("\n", 0, at) + 1
    end = report.text.find("\n", at)
    words = report.text[line : len(report.text) if end < 0 else end]
    return any(line + one.start() < at < line + one.end() for one in _INSIDE.finditer(words))


def _rank(found: Index, report: Report, claim: Claim) -> tuple[bool, bool, bool, bool, int, int, int, str]:
    own = claim.evidence[0] if claim.evidence else claim.trigger.span
    sure = verbal(report, claim)
    return (
        by_the_way(report, claim),
        leans(found, claim),
        claim.type in STANDING and leans(found, claim),
        sure < SURELY,
        own.start,
        own.start - own.end,
        claim.trigger.span.start,
        claim.id,
    )
