"""What a sentence is about: the claim that is its matter, beside those that it makes by the way."""

from __future__ import annotations

import regex

from sourcebook.tell.clauses import leans
from sourcebook.tell.index import Index
from sourcebook.tell.sentences import around
from sourcebook.tell.verbs import SURELY, verbal
from sourcebook.values.claims import Claim
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

_INSIDE = regex.compile(r"\([^()\n]*\)")


def head(found: Index, report: Report, base: Span) -> Claim | None:
    """
    Return the claim that a stretch of a report is about; None where it makes none.

    It is told by a verb rather than by a noun, in a clause that leans on no other, the earliest of them, the longest.
    """
    inside = [one for one in found.claims_in.get(report.id, ()) if base.holds(one.trigger.span)]
    return min(inside, key=lambda one: _rank(found, report, one), default=None)


def is_head(found: Index, claim: Claim) -> bool:
    """Tell whether a claim is what its sentence is about."""
    report = found.reports[claim.report]
    matter = head(found, report, around(report, claim.trigger.span))
    return matter is not None and matter.id == claim.id


def by_the_way(report: Report, claim: Claim) -> bool:
    """Tell whether a claim stands in round brackets, as what a writer adds to another matter."""
    at = claim.trigger.span.start
    line = report.text.rfind("\n", 0, at) + 1
    end = report.text.find("\n", at)
    words = report.text[line : len(report.text) if end < 0 else end]
    return any(line + one.start() < at < line + one.end() for one in _INSIDE.finditer(words))


def _rank(found: Index, report: Report, claim: Claim) -> tuple[bool, bool, bool, int, int, int, str]:
    own = claim.evidence[0] if claim.evidence else claim.trigger.span
    sure = verbal(report, claim)
    return (
        by_the_way(report, claim),
        sure < SURELY,
        leans(found, claim),
        own.start,
        own.start - own.end,
        claim.trigger.span.start,
        claim.id,
    )
