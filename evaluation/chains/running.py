"""Reads the cases with the annotator and the stage that makes claims, as a build does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

from evaluation.chains.cases import Case, Marked
from sourcebook.annotate import Annotator
from sourcebook.extract import extract
from sourcebook.extract.chains import Chains
from sourcebook.extract.entities import Cast
from sourcebook.extract.reading import Reading
from sourcebook.values.claims import ChainLink
from sourcebook.values.reports import Passage, PassageKind, Report
from sourcebook.values.spans import Span


def report_of(case: Case) -> Report:
    """Return a case as a report; its first paragraph is a headline in the shape of headlines."""
    text = case.text
    cut = text.find("\n\n") if case.shape == "headline" else -1
    whole = Passage(Span(0, len(text)), PassageKind.BODY)
    passages: tuple[Passage, ...] = (whole,)
    if cut > 0:
        body = Passage(Span(cut + 2, len(text)), PassageKind.BODY)
        passages = (Passage(Span(0, cut), PassageKind.HEADLINE), body)
    return Report(sha256=sha256(text.encode()).hexdigest(), text=text, passages=passages, given_id=case.id)


def read(cases: Iterable[Case], annotator: Annotator) -> Iterator[tuple[Case, Marked, tuple[ChainLink, ...], bool]]:
    """
    Yield each marked word with the chain found for it, and whether a claim stands there.

    The chain is that of the first claim whose trigger begins in the marked words; where the record makes no claim of
    them, the chain that one would get.
    """
    for case in cases:
        report = report_of(case)
        annotation = annotator(report.id, report.text, report.published)
        claims = extract(report, annotation).claims
        for marked in case.marked:
            claim = next((one for one in claims if one.trigger.span.overlaps(marked.span)), None)
            if claim is not None:
                yield case, marked, claim.attribution, True
                continue
            reading = Reading(report, annotation)
            chains = Chains(reading, Cast(reading))
            yield case, marked, chains.of(marked.span, frozenset()), False
