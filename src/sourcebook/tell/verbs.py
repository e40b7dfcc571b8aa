"""What makes a stretch of words a sentence: a verb that says that something is or was so."""

from __future__ import annotations

import regex

from sourcebook.tell.index import Index
from sourcebook.values.claims import Claim
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

_BEFORE_NOUNS = frozenset(
    """
    the a an this that these those his her its their our my of for with without on at from into about over after before
    during amid between against any no some new first last more
    """.split()
)
"""Behind one of these a word that may be a verb is a noun."""

_BEFORE_VERBS = frozenset(
    """
    to will would shall should can could may might must not never do does did have has had be been was were is are
    """.split()
)
_AFTER_NOUNS = frozenset("between in of on at after near over among during with from against to for and or by".split())
"""Before one of these a word in -s is rather a noun ("talks with")."""

SURELY = 2
"""An act that is told by a verb beyond doubt."""

_WORDS = regex.compile(r"[\p{L}\p{M}\p{N}]+(?:[’'](?!s\b)\p{L}+)?|[’']s\b")
AUXILIARY = regex.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|does|did|do)\b|[’']s been\b",
    regex.IGNORECASE,
)
_PAST = (
    r"\b(?:said|told|met|took|held|went|made|"
    r"came|gave|began|left|ran|won|lost|fell|rose|sent|put|set|cut|hit|saw|sat|spoke|wrote|broke|fought|brought|thought|"
    r"bought|kept|felt|led|built|stood|found|got|swept|fled|sought|shot|struck|drew|flew|grew|knew|threw|hid|beat|bound|"
    r"caught|taught|dealt|drove|dug|ate|forgot|froze|hung|heard|laid|lay|lent|lit|meant|paid|read|rode|rang|sang|sold|"
    r"shook|shut|slid|spent|split|spread|stole|stuck|swore|tore|wept|wore|became|chose|understood|quit)\b"
)
_VERB = regex.compile(
    rf"{AUXILIARY.pattern}|[’'](?:s|re|ve|d|m|ll)\b|n[’']t\b|\b\p{{L}}{{2,}}(?:ed|s)\b(?![’'])|{_PAST}",
    regex.IGNORECASE,
)
"""What every sentence with a verb holds, and many others."""

_FINITE = regex.compile(
    rf"{AUXILIARY.pattern}|{_PAST}|\b(?:it|that|he|she|there|here|what|who|where|how)[’']s\b|[’'](?:re|ve|d|m|ll)\b|"
    r"n[’']t\b|\bcannot\b|\b(?:says|tells|denies|adds|writes|warns|insists|argues|suggests|wants|hopes)\b|"
    r"\b(?:i|we|you|they|people|who)\s+(?:\p{L}+ly\s+)?(?-i:\p{Ll}{2,})",
    regex.IGNORECASE,
)
"""What only a sentence holds."""

_BENT = regex.compile(
    r"(?P<before>[\p{L}’'\-]+)[,)”\"]*\s+(?:(?:also|often|still|now|\p{L}+ly)\s+)?(?:\p{L}+ed\b(?!\s+by\b)|"
    r"\p{Ll}+(?<!s)s\s+(?:an?|the|that|its|his|her|their|to|another|any|all|no|not|it|them|him|more|into|up|off|amid)\b)"
)
_BEFORE = regex.compile(r"(?P<word>[\p{L}’']+)\s+(?:(?:\p{L}+ly|also|often|still|now|not)\s+)?$")
_MANY = frozenset("they we you i people men women police who".split())


def verbal(report: Report, claim: Claim) -> int:
    """Return how surely a claim's act is told by a verb: ``SURELY``, 1 perhaps, 0 hardly."""
    span = claim.trigger.span
    word = report.words(span).casefold()
    line = max(report.text.rfind("\n", 0, span.start) + 1, span.start - 40)
    before = [one.casefold() for one in _WORDS.findall(report.text[line : span.start])]
    last = before[-1] if before else ""
    if last in _BEFORE_VERBS:
        return SURELY
    if word != claim.trigger.lemma.casefold() and not word.endswith(("s", "ing")):
        return 0 if last in {"the", "a", "an"} else SURELY
    after = _WORDS.match(report.text[span.end : span.end + 20].lstrip(" "))
    bare = word == claim.trigger.lemma.casefold()
    if bare and (
        last in _MANY or (last.endswith("s") and len(last) > SURELY and last not in _BEFORE_NOUNS | {"’s", "'s"})
    ):
        return SURELY if after is not None and after.group().casefold() not in _AFTER_NOUNS else 1
    if not word.endswith("s") or bare:
        return 0 if last in _BEFORE_NOUNS | {"’s", "'s"} or not word.endswith("ing") else 1
    if last in _BEFORE_NOUNS | {"’s", "'s"} or after is None or after.group().casefold() in _AFTER_NOUNS:
        return 0
    return SURELY


def finite(found: Index, report: Report, span: Span) -> bool:
    """
    Tell whether a stretch of a report is a sentence, as far as its words and its claims show.

    A caption ("Marrow during a visit") and a headline of nouns ("Talks in Vell") are none.
    """
    words = report.words(span)
    if _FINITE.search(words):
        return True
    if any(one.group("before").casefold() not in _BEFORE_NOUNS for one in _BENT.finditer(words)):
        return True
    inside = (one for one in found.claims_in.get(report.id, ()) if span.holds(one.trigger.span))
    return any(verbal(report, one) == SURELY and _governed(report, span, one) for one in inside)


def _governed(report: Report, span: Span, claim: Claim) -> bool:
    """Tell whether a verb is bent for its subject ("sends"), or stands bare behind several ("the guilds send")."""
    word = report.words(claim.trigger.span).casefold()
    if word != claim.trigger.lemma.casefold():
        return True
    before = _BEFORE.search(report.text, span.start, claim.trigger.span.start)
    return before is not None and (before["word"].casefold() in _MANY or before["word"].casefold().endswith("s"))


def has_verb(words: str) -> bool:
    """Tell whether words may be a sentence, where no more is known of them."""
    return _VERB.search(words) is not None
