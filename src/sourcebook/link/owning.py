"""Whose a thing is that a report tells with a pronoun ("his memos"): read with what the owner is called."""

from __future__ import annotations

from collections import defaultdict

from sourcebook.values.claims import Extraction, LocalEntity
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

_POSSESSIVES = frozenset({"his", "her", "its", "their"})
_LONGEST = 4
"""Words of a description that stands for the pronoun, at most."""
_UNSURE = ""


def owned_phrases(extraction: Extraction, report: Report | None) -> dict[str, str]:
    """
    Return the report's descriptions that begin with a possessive pronoun, each with its owner instead of it.

    Those that the report uses of things of two owners, or of nobody it speaks of otherwise, are left out.
    """
    if report is None:
        return {}
    at = {span: entity for entity in extraction.entities for span in entity.spans}
    owners: dict[str, set[str]] = defaultdict(set)
    for span in at:
        first, *rest = report.words(span).split()
        if rest and first.lower() in _POSSESSIVES:
            owners[" ".join((first, *rest))].add(_called(at.get(Span(span.start, span.start + len(first)))))
    return {
        text: f"{min(called)}'s {text.partition(' ')[2]}"
        for text, called in owners.items()
        if len(called) == 1 and _UNSURE not in called
    }


def _called(owner: LocalEntity | None) -> str:
    """Return the owner's name, else the shortest of its descriptions without the article."""
    if owner is None or owner.named:
        return _UNSURE if owner is None else owner.name
    short = [one for one in owner.descriptions if len(one.split()) <= _LONGEST]
    told = min(short, key=lambda one: (len(one), one), default=_UNSURE)
    first, _, rest = told.partition(" ")
    return rest if first.lower() == "the" else told
