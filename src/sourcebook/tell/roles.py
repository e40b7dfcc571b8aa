"""What somebody is, in a few words of the report that names them: for the reader who meets the name first."""

from __future__ import annotations

import regex

from sourcebook.tell.index import Index
from sourcebook.tell.resolving import inside_quotation
from sourcebook.tell.wording import Fragment, Wording, verbatim
from sourcebook.values.claims import LocalEntity
from sourcebook.values.kinds import NameKind
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

_LONGEST = 60
"""Unit: code points. Longer words are a clause, not what somebody is."""

_LEAST = 5
_ARTICLE = regex.compile(r"(?:the|an?|his|her|its|their)\s+", regex.IGNORECASE)
_THE = regex.compile(r"\bthe\s$", regex.IGNORECASE)
_ONE_OF_MANY = regex.compile(r"\ban?\s$", regex.IGNORECASE)
"""Before what many are ("a politician"): it tells the reader little."""

_CLAUSE = regex.compile(
    r"\b(?:is|are|was|were|has|have|had|be|been|by|who|which|that|and|then|former\w*|late|he|she|it|they|his|her|its|"
    r"their|appointed|elected|named|became|led|declared)\b|[,;:()“”\"]|\d",
    regex.IGNORECASE,
)
"""What makes of words a clause, or of a post a past one."""

_NAMED_NEXT = regex.compile(r" \p{Lu}")
"""Behind what stands before a name as its title ("guild leader Marrow"): behind the name it takes an article."""

_NEXT_TO = regex.compile(r"^(?:[’']s)?\s*(?:[(\[—–-]|,\s+(?:the|an?|who|whose|which|son|daughter|head|then)\b)")
"""Behind a name: here the report says itself who that is."""


def role_words(report: Report, value: Span) -> Span | None:
    """Return a role's words without an article; None where they are more than what somebody is."""
    words = report.words(value)
    article = _ARTICLE.match(words)
    start = value.start + (0 if article is None else article.end())
    if not _LEAST <= value.end - start <= _LONGEST or _CLAUSE.search(report.text[start : value.end]):
        return None
    return Span(start, value.end)


def gloss(found: Index, report: Report, base: Span, local: LocalEntity, name: Span) -> Wording | None:
    """
    Return what a person is by the same report; None where the line says so itself or the report doesn't.

    Args:
        found: The story.
        report: Where the line's words stand.
        base: The stretch that the line repeats.
        local: Whom the name means.
        name: The name in the line.
    """
    if local.kind is not NameKind.PERSON or inside_quotation(report, name.start):
        return None
    if _NEXT_TO.match(report.text[name.end : base.end]):
        return None
    facts = [one for one in found.facts.get(local.id, ()) if one.relation == "role"]
    if any(base.overlaps(one.span) for one in facts):
        return None
    bare = {part.casefold() for part in local.name.split()}
    spans = [span for one in facts if (span := role_words(report, one.span)) is not None]
    fitting = [one for one in spans if not bare & set(report.words(one).casefold().split())]
    before = report.text[max(base.start, name.start - _LONGEST) : name.start].casefold()
    if not fitting:
        return None
    best = min(fitting, key=lambda one: (-(one.end - one.start), one.start))
    told = report.words(best).split()
    if told[-1].casefold() in before or len(told) == 1:
        return None
    if _ONE_OF_MANY.search(report.text[max(best.start - _LEAST, 0) : best.start]):
        return None
    article = _THE.search(report.text[max(best.start - _LEAST, 0) : best.start])
    start = best.start if article is None else best.start - len(article.group())
    words = verbatim(report.id, report.text, Span(start, best.end))
    if article is not None:
        return words.lowered()
    titled = "of" not in told and _NAMED_NEXT.match(report.text, best.end) is not None
    return Wording((Fragment("the "),)) + words if titled or all(one[0].isupper() for one in told) else words
