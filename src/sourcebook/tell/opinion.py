"""What a writer thinks, told in nobody's mouth but his own."""

from __future__ import annotations

import regex

from sourcebook.tell.resolving import inside_quotation
from sourcebook.tell.sentences import around
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import CueKind
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

_FIRST_PERSON = regex.compile(r"\b(?:I|my|me|[Ww]e|[Oo]urs?)\b(?![.’'])")

_MOST = 3
"""Sentences in the first person from which on a report is an opinion piece; news reports of six stories have 0 to 2."""

_JUDGES = regex.compile(
    r"\bseem(?:s|ed)? (?:to|intent|eager|ready)\b|\bappears? to have (?:failed|fallen|forgotten|lost|missed)\b|"
    r"\bremains to be seen\b|"
    r"\b(?:what|which) (?:appears?|seems?|looks?|amounts?) (?:to be|like|to)\b|"
    r"\b(?:ironically|unfortunately|sadly|not surprisingly|unsurprisingly|clearly|obviously|of course|no doubt|"
    r"make no mistake|sure to be|all that is needed)\b|"
    r"\b(?:desperate|shameful|ridiculous|absurd|laughable|cynical|crafty|craftiest) (?:attempt|bid|effort|"
    r"ploy|move)",
    regex.IGNORECASE,
)
"""How a writer judges what he tells."""


def opines(report: Report, claim: Claim, words: str) -> bool:
    """Tell whether a line that names no source is what its writer thinks, not what he has seen or heard."""
    if claim.quote:
        return False
    if opinion_piece(report):
        return True
    if any(one.span is not None and one.cue_kind is not CueKind.BELIEVES for one in claim.attribution):
        return False
    outside = regex.sub(r"“[^”]*”|\"[^\"]*\"", "", words)
    return _JUDGES.search(outside) is not None


def opinion_piece(report: Report) -> bool:
    """Tell whether a report speaks in the first person: a column, a letter, not the news."""
    found = (one.start() for one in _FIRST_PERSON.finditer(report.text))
    told = {around(report, Span(at, at + 1)) for at in found if not inside_quotation(report, at)}
    return len(told) >= _MOST
