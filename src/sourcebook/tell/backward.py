"""Descriptions of somebody whom the report has told in full before: "the chairmen", "the statement"."""

from __future__ import annotations

import regex

from sourcebook.tell.index import Index
from sourcebook.text.stems import stem, stems
from sourcebook.values.claims import LocalEntity
from sourcebook.values.kinds import NameKind
from sourcebook.values.reports import PassageKind, Report
from sourcebook.values.spans import Span

_BARE = regex.compile(r"(?:[Tt]he|[Tt]hose|[Tt]hese|[Tt]his|[Tt]hat)(?: \p{Ll}+){1,2}")
"""A noun with one word before it at most: what it means was told, or everybody knows it."""

_LONGEST = 90
"""Longest words that take its place. Unit: code points."""

_ALWAYS = frozenset({"report", "sourc", "statement", "offici"})
"""Stems of nouns that a title makes no clearer ("…, report says")."""

_OPENS = regex.compile(r"(?:[Tt]he|[Aa]n?|\p{Lu}\p{L}+)\s")
_BROKEN = regex.compile(r"[“”\"\n;:]|\b\p{Lu}{4,}\b")
"""What makes them no plain words: a quotation in them, capitals that only open a report."""

_BESIDE = regex.compile(r",? (?:which|who|that|whose|where)\b")
"""Behind this they tell more of who that is than a line needs."""


def points_back(found: Index, report: Report, span: Span, local: LocalEntity | None) -> bool:
    """
    Tell whether words are a bare description of what the report has told in other words before.

    What the report's own title speaks of is known to whoever reads of it ("the lawsuit"), so is a person with a name.
    """
    words = " ".join(report.words(span).split())
    if _BARE.fullmatch(words) is None:
        return False
    entity = None if local is None else found.entity(local.id)
    if entity is not None and entity.named and entity.kind is NameKind.PERSON:
        return False
    noun = stem(words.split()[-1])
    if noun not in _ALWAYS and noun in _titled(report):
        return False
    if local is not None and any(one < span and len(report.words(one)) > len(words) for one in local.spans):
        return True
    return noun in _ALWAYS


def in_full(found: Index, report: Report, span: Span, local: LocalEntity | None) -> Span | None:
    """Return the words of the same report that say in full what a bare description means; None where it has none."""
    if local is None or not points_back(found, report, span, local):
        return None
    noun = stem(report.words(span).split()[-1])
    fitting = []
    for one in local.spans:
        beside = _BESIDE.search(report.words(one))
        whole = one if beside is None else Span(one.start, one.start + beside.start())
        words = report.words(whole)
        longer = report.words(span).count(" ") < words.count(" ") and whole.end - whole.start <= _LONGEST
        if one < span and longer and noun in stems(words) and _OPENS.match(words) and not _BROKEN.search(words):
            fitting.append(whole)
    return max(fitting, key=lambda one: (one.end - one.start, -one.start), default=None)


def _titled(report: Report) -> frozenset[str]:
    """Return the stems of a report's title and headlines."""
    headlines = (report.words(one.span) for one in report.passages if one.kind is PassageKind.HEADLINE)
    return frozenset(one for text in (report.title or "", *headlines) for one in stems(text))
