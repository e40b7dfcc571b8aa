"""Words of a line that point outside it: a reader of the line alone could not say what they mean."""

from __future__ import annotations

import regex

from sourcebook.tell.index import Index
from sourcebook.tell.resolving import PERSONAL, PRONOUNS, inside_quotation
from sourcebook.tell.sentences import around
from sourcebook.values.claims import LocalEntity
from sourcebook.values.kinds import NameKind
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

_POINTING = regex.compile(r"\b(?:he|she|him|his|her|it|its|they|their|them)\b", regex.IGNORECASE)
_EMPTY_IT = regex.compile(
    r"\bit (?:is|was|has been|would be|will be|may be|might be|seems|appears|remains|turned out|takes|took)\b|"
    r"\b(?:make|made|find|found|consider\w*|call\w*) it \w+ (?:to|that)\b",
    regex.IGNORECASE,
)
""""It" that stands for nothing."""

_OBJECTS = frozenset({"it", "them", "him"})
_SHOWING = regex.compile(
    r"\b(?:this|that|these|those|such) (?!is\b|was\b|are\b|were\b|as\b|week|month|year|day|morning|afternoon|evening|"
    r"spring|summer|autumn|fall|winter|time|weekend|century|decade|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|the\b|a\b|an\b|it\b|he\b|she\b|they\b|(?-i:\p{Lu}))\p{L}+|(?<=\b(?:do|does|did|say|said|of|for|to|by) )"
    r"(?:this|that|these|those)\b(?=[.,;]|$)|\bhere\b(?! (?:is|are|was)\b)",
    regex.IGNORECASE,
)
""""This information", "here": what stands before, or where the writer is."""

_POINTED = regex.compile(
    r"(?:^(?:in|at|on|to|after|during|by|for|with|under|before|since) (?:that|this|these|those) "
    r"(?!week|month|year|day|time|end\b)\p{Ll}+)|"
    r"\bthat (?:accusation|agreement|attack|ban|case|charge|claim|comment|deal|decision|"
    r"demand|document|effort|event|goal|idea|incident|issue|law|letter|matter|memo|meeting|message|move|offer|plan|policy|"
    r"process|proposal|question|relationship|report|request|statement|step|view|visit|work)\b",
    regex.IGNORECASE,
)
"""\"That case\", told before."""

_SHELLS = regex.compile(
    r"\bthe (?:accusation|allegation|answer|attack|ban|case|charge|claim|comment|deal|decision|demand|event|former|"
    r"idea|incident|information|issue|latter|latest|matter|meeting|move|news|offer|plan|proposal|question|report|remark|"
    r"request|result|same|second|statement|step|talks|trip|visit)s?\b(?! (?:of|on|with|between|by|in|to|that|for|from|"
    r"about|over|against|after|at)\b)",
    regex.IGNORECASE,
)
_MADE = regex.compile(
    r"\b(?:ma(?:de|ke|kes|king)|issued|delivered|broke|held|dismissed|denied|rejected) the (?:announcement|statement|"
    r"comment|remark|decision|visit|trip|offer|proposal|claim|call|speech|move|report|allegation|charge|accusation)s?\b"
    r"(?! (?:of|on|that|to|about|by|with|in|from|against)\b)",
    regex.IGNORECASE,
)
""""Made the announcement": which one, an earlier line told."""

_OWN = regex.compile(r"\b(?:its|his|her|their) own (?:account|count|estimate|figure|number|tally|toll|version)s?\b")
"""What is one's own beside another that the line does not tell."""

_STOPPED = regex.compile(
    r"\b(?:did|do|does|had|has|have|would|will)(?: not|n[’']t) "
    r"(?:agreed?|appear(?:ed)?|attend(?:ed)?|arrived?|c[ao]me|compl(?:y|ied)|show(?:n|ed)? up|turn(?:ed)? up)[.”\"]*$"
)
"""An act that is not told to its end ("did not come"): where to, the line before says."""

_AGO = regex.compile(
    r"\b(?:an?|one|two|three|four|five|six|several|some|\d+) (?:day|week|month|year)s? (?:later|earlier)\b"
)
"""Counted from a day that the line does not hold."""

_DAY = regex.compile(r"\b(?:\d{1,4}|\p{Lu}\p{Ll}+day|after|since|when)\b")

_WHICH = regex.compile(
    r"\bthe (?P<two>two )?"
    r"(?:countries|nations|country|nation|town|city|village|region|province|leaders|sides|neighbors)\b"
    r"(?! (?:of|on|with|between|by|in|to|that|for|from|where|which|as)\b)(?![’']s (?:\p{Ll}+ )?(?-i:\p{Lu}))",
    regex.IGNORECASE,
)
"""A place or the parties of something, by what they are."""

_SHORT = 90
"""In a line shorter than this such a noun has nothing before it that tells which. Unit: code points."""

_OPENING = regex.compile(
    r"[“\"'‘]?(?:(?:both|others?|another|neither|each|many|most|several|few|all|two|three|one|some|"
    r"the (?:two|three|pair|four|others?|former|latter|same|move|news))\s+(?:\p{L}+ly\s+|also\s+|then\s+)?"
    r"(?:is|are|was|were|have|has|had|will|would|can|could|may|might|did|do|said|say|came|comes|agreed|met)\b|"
    r"(?:the (?:two|three|four|other|same|latest|latter|former)|(?:the )?news of the|details of (?!the)|"
    r"(?:part|most|much|some|one|many|all|both|each|none) of (?:the|this|that|these|those|them))\s+\p{Ll}+|"
    r"(?:both|neither|all|all of the) (?:statement|claim|report|account|allegation|figure|number|version)s?\b|"
    r"according to (?:the|this|that|his|her|their|its) (?!report|law|constitut)\p{Ll}+,|"
    r"(?:in|at|during|under|with) the (?:same )?(?:document|memo|letter|statement|interview|speech|message|suit|"
    r"filing|complaint|meeting|call|note|post|tweet|video|article|book|session|hearing|agreement|poll|survey),|"
    r"(?:very |quite )?(?:soon|shortly|moments|minutes|hours|days|weeks|months|years|an? (?:day|week|month|year)|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|some) (?:days|weeks|months|years)) "
    r"(?:after(?:wards?)?|later|earlier|before|on)\b(?=,| \p{Lu}| and\b| still\b))",
    regex.IGNORECASE,
)
"""An opening whose noun, or the number of whom it speaks, was told before ("Both were sent home", "The two sides")."""

_VAGUE = regex.compile(
    r"[“\"'‘]?The \p{Ll}+(?:’s \p{Ll}+|'s \p{Ll}+)? "
    r"(?:also |then |now |later |\p{L}+ly )?"
    r"(?:\p{L}+ed|\p{Ll}+(?<!s)s|had|has|have|is|was|are|were|will|would|did|does|do|could|"
    r"said|told|met|took|held|went|made|came|gave|began|left)\b"
)
_NEW_CLAUSE = regex.compile(r"[,;:—–]|\b(?:that|who|which|but|while|as|because|if|when|after|before|until|where)\b")
"""Between a name and an object pronoun that means it: nobody acts on himself so."""

_THAT = regex.compile(
    r"\b(?:sa(?:y|ys|id)|told \w+|so|such|fact|report\w*|claim\w*|believ\w*|confirm\w*|den\w+|add\w*|not\w+|\w+ed|"
    r"\w+ing|\w+s|him|her|them|us|me|know|think|hope) that\b",
    regex.IGNORECASE,
)
""""That" that only joins."""


def opens_vaguely(words: str) -> bool:
    """
    Tell whether a line opens with a bare noun that a reader knows only from lines before ("The party alleged").

    >>> opens_vaguely("The party alleged fraud"), opens_vaguely("The Harbor Party alleged fraud")
    (True, False)
    """
    return _VAGUE.match(words) is not None


def opens_on_others(words: str) -> bool:
    """
    Tell whether a line opens with words for somebody whom only the line before names.

    >>> opens_on_others("Both were sent home"), opens_on_others("Both guilds sent envoys")
    (True, False)
    """
    return _OPENING.match(words) is not None


def leaning(found: Index, report: Report, base: Span, replaced: tuple[Span, ...] = ()) -> tuple[Span, ...]:
    """
    Return the words in a stretch of a report that mean something outside it, in reading order.

    Args:
        found: The story.
        report: Where the stretch stands.
        base: The stretch.
        replaced: Spans that give way to other words and are no longer read.
    """
    text = report.words(base)
    spans = [
        span
        for match in _POINTING.finditer(text)
        if not _stands_for_nothing(text, match.start())
        and not _meant_inside(found, report, base, span := _at(base, match.start(), match.end()))
    ]
    first = around(report, Span(base.start, base.start + 1)).end - base.start
    joins = {match.end() for match in _THAT.finditer(text)}
    for match in _SHOWING.finditer(text, 0, max(first, 1)):
        word = match.group().split()[0]
        if match.start() + len(word) not in joins and not (word.casefold() == "that" and match.start() != 0):
            spans.append(_at(base, match.start(), match.end()))
    spans += [_at(base, one.start(), one.end()) for one in _POINTED.finditer(text) if one.end() <= max(first, 1)]
    spans += [_at(base, one.start(), one.end()) for one in _MADE.finditer(text, 0, max(first, 1))]
    spans += [_at(base, one.start(), one.end()) for one in _AGO.finditer(text) if not _DAY.search(text, 0, one.start())]
    if len(text) < _SHORT:
        spans += [_at(base, *one.span()) for shape in (_OWN, _STOPPED) for one in shape.finditer(text)]
    opening = _OPENING.match(text)
    if opening is not None:
        spans.append(_at(base, opening.start(), opening.end()))
    for one in _WHICH.finditer(text, 0, max(first, 1)):
        span = _at(base, one.start(), one.end())
        if any(other.overlaps(span) for other in spans):
            continue
        if _bodies_before(found, report, base, span) < 1 + bool(one["two"]):
            spans.append(span)
    if len(text) < _SHORT or _SHELLS.match(text):
        spans += [_at(base, one.start(), one.end()) for one in _SHELLS.finditer(text, 0, max(first, 1))]
    return tuple(
        sorted(
            one
            for one in spans
            if not inside_quotation(report, one.start) and not any(other.overlaps(one) for other in replaced)
        )
    )


def _bodies_before(found: Index, report: Report, base: Span, noun: Span) -> int:
    """Return how many names a stretch holds before "the town": of places for a place, of anybody."""
    return len(
        {
            local.id
            for local in found.locals_in.get(report.id, ())
            if any(base.holds(name) and name.end <= noun.start for name in local.name_spans)
        }
    )


def _at(base: Span, start: int, end: int) -> Span:
    return Span(base.start + start, base.start + end)


def _stands_for_nothing(text: str, at: int) -> bool:
    return any(one.start() <= at < one.end() for one in _EMPTY_IT.finditer(text))


def _meant_inside(found: Index, report: Report, base: Span, pronoun: Span) -> bool:
    """
    Tell whether the stretch itself says whom a pronoun means: its chain, or anybody apt before it.

    Where its chain leads elsewhere although somebody apt stands before it, the chain may be wrong: the words are left.
    """
    word = report.words(pronoun).casefold()
    locals_ = found.locals_in.get(report.id, ())
    own = next((one for one in locals_ if pronoun in one.spans), None)
    if own is not None and _told(report, base, own, pronoun):
        return True
    return any(
        (one.kind is NameKind.PERSON) == (word in PERSONAL)
        and any(
            base.holds(span)
            and span.end <= pronoun.start
            and report.words(span).casefold() not in PRONOUNS
            and (word not in _OBJECTS or _NEW_CLAUSE.search(report.text, span.end, pronoun.start) is not None)
            for span in one.spans
        )
        for one in locals_
    )


def _told(report: Report, base: Span, local: LocalEntity, pronoun: Span) -> bool:
    """Tell whether a stretch names whom a pronoun means, an object not in its own clause."""
    objects = report.words(pronoun).casefold() in _OBJECTS
    return any(
        base.holds(span)
        and report.words(span).casefold() not in PRONOUNS
        and (not objects or span > pronoun or _NEW_CLAUSE.search(report.text, span.end, pronoun.start) is not None)
        for span in local.spans
    )
