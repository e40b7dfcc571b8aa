"""A claim told in one sentence: its own words, names that can be understood, and whose word it is."""

from __future__ import annotations

from dataclasses import dataclass, field

import regex

from sourcebook.tell.chains import PRONOUNS, attribution, inner
from sourcebook.tell.clauses import opens_with_pronoun, tellings
from sourcebook.tell.index import Index, first_mention
from sourcebook.tell.sentences import around
from sourcebook.tell.wording import Fragment, Wording, balanced, verbatim
from sourcebook.values.claims import ChainLink, Claim, LocalEntity
from sourcebook.values.kinds import NameKind
from sourcebook.values.reports import PassageKind, Report
from sourcebook.values.spans import Span

_POSSESSIVES = frozenset({"his", "her", "its", "their", "whose"})
_PERSONAL = frozenset({"he", "she", "him", "his", "her"})
"""Pronouns that give way to a name wherever they stand; the others only at the start of a sentence."""

_OPENING = _PERSONAL | _POSSESSIVES | {"they", "them", "who", "it", "which", "this", "these", "that", "those"}


_STOP_INSIDE = regex.compile(r"[.,](?P<marks>[”’»\"]+)$")


@dataclass(frozen=True, slots=True)
class Told:
    """
    A claim as a sentence, without its full stop.

    Attributes:
        base: The stretch of the report that it repeats.
        named: Entities that it calls by their full name.
    """

    claim: Claim
    words: Wording
    base: Span
    named: frozenset[str]


@dataclass(slots=True)
class Introduced:
    """Which entities the text so far has called by their full name; grows while a text is written."""

    entities: set[str] = field(default_factory=set)


def tell(found: Index, claim: Claim, introduced: frozenset[str] = frozenset(), *, whole: bool = False) -> Told | None:
    """
    Return the claim in one sentence; None where no words of its report tell it on their own.

    Args:
        found: The story.
        claim: One of its claims.
        introduced: Entities that were called by their full name before, so that a short name will do.
        whole: Take the whole sentence only, not the clause.
    """
    bases = tellings(found, claim)
    for base in bases[-1:] if whole else bases:
        told = _tell(found, claim, base, introduced)
        if told is not None:
            return told
    return None


def _tell(found: Index, claim: Claim, base: Span, introduced: frozenset[str]) -> Told | None:
    report = found.reports[claim.report]
    if report.kind_at(base.start) is PassageKind.FURNITURE:
        return None
    swaps, named = _swaps(found, report, base, introduced)
    swaps += _sources(found, claim, base, swaps)
    pronoun = opens_with_pronoun(report, base)
    if pronoun is not None and pronoun.casefold() in _OPENING:
        opening = base.start + report.words(base).find(pronoun)
        if not any(span.start <= opening < span.end for span, _ in swaps):
            return None
    inside = _inside_quotation(report, base)
    words = balanced(verbatim(report.id, report.text, base, swaps), quote=inside)
    outside = tuple(link for link in claim.attribution if not _named_in(link, base))
    near = tuple(link for link in outside if _near(report, link, base, quote=claim.quote or inside))
    if (claim.quote or inside) and outside and not near and len(outside) == len(claim.attribution):
        return None
    source = attribution(found, claim, near, base, introduced | named)
    if source is None:
        return None
    told = {entity.id for link in near if (entity := found.entity(link.local)) is not None}
    return Told(claim, _joined(words, source).capitalized(), base, named | told)


def _near(report: Report, link: ChainLink, base: Span, *, quote: bool) -> bool:
    """
    Tell whether a link speaks of these words: it stands in their sentence, or in the paragraph of their quotation.

    A sentence without quotation marks that names no source of its own is its report's own word.
    """
    place = link.cue or link.span
    if place is None:
        return False
    if around(report, base).holds(place):
        return True
    between = report.text[min(place.end, base.end) : max(place.start, base.start)]
    return quote and "\n" not in between


def _sources(found: Index, claim: Claim, base: Span, swaps: list[tuple[Span, Wording]]) -> list[tuple[Span, Wording]]:
    """Return the words for "this source" and the like, in brackets, where the sentence itself names it so."""
    report = found.reports[claim.report]
    made = []
    for link in claim.attribution:
        if link.span is None or not base.holds(link.span) or any(one.overlaps(link.span) for one, _ in swaps):
            continue
        words = report.words(link.span).casefold().split()
        if words[0] not in {"this", "these", "that", "those"}:
            continue
        full = inner(found, claim, link)
        if full is not None and full.text.casefold() != report.words(link.span).casefold():
            made.append((link.span, Wording((Fragment("["), *full.fragments, Fragment("]")))))
    return made


def _joined(words: Wording, source: Wording) -> Wording:
    """Return a clause and its attribution with one comma between them, none of the clause's own stops at its end."""
    *before, last = words.fragments
    ending = _STOP_INSIDE.search(last.text)
    if not source.fragments:
        return words if ending is None else Wording((*before, _cut(last, ending.start(), ending.group("marks"))))
    if ending is None:
        return words + source
    first, *others = source.fragments
    kept = Wording((*before, _cut(last, ending.start(), "," + ending.group("marks"))))
    return kept + Wording((Fragment(first.text.lstrip(","), first.where), *others))


def _cut(fragment: Fragment, at: int, ending: str) -> Fragment:
    return Fragment(fragment.text[:at] + ending, fragment.where)


def _named_in(link: ChainLink, base: Span) -> bool:
    if link.cue is not None and base.holds(link.cue):
        return link.span is None or base.overlaps(link.span)
    return link.span is not None and link.cue is None and base.holds(link.span)


def _inside_quotation(report: Report, span: Span) -> bool:
    line = report.text.rfind("\n", 0, span.start) + 1
    before = report.text[line : span.start]
    return before.rfind("“") > before.rfind("”") or before.count('"') % 2 == 1


def _quoted(report: Report, base: Span, at: int) -> bool:
    if _inside_quotation(report, Span(at, at + 1)):
        return True
    before = report.text[base.start : at]
    return before.rfind("“") > before.rfind("”")


def _swaps(
    found: Index, report: Report, base: Span, introduced: frozenset[str]
) -> tuple[list[tuple[Span, Wording]], frozenset[str]]:
    """Return which spans give way to which words, and the entities whose full name is read then."""
    swaps: list[tuple[Span, Wording]] = []
    named: set[str] = set()
    for span, local in _mentions(found, report, base):
        entity = found.entity(local.id)
        if entity is None:
            continue
        word = report.words(span)
        plain = word.casefold()
        opening = not report.words(Span(base.start, span.start + 1))[:-1].strip(" “\"'‘")
        if plain in PRONOUNS:
            fits = plain in (_OPENING if opening else _PERSONAL)
            fits = fits and (plain not in _PERSONAL or entity.kind is NameKind.PERSON)
            if not fits or (not opening and (entity.id in named or _earlier(local, report, base, span))):
                continue
            words = _full(found, report, local, entity.id in introduced | named)
            if words is None or (not local.named and not opening):
                continue
            words = Wording((Fragment("["), *words.fragments, Fragment("’s]" if plain in _POSSESSIVES else "]")))
            swaps.append((span, words))
            named.add(entity.id)
        elif span in local.name_spans and entity.kind is NameKind.PERSON and not _quoted(report, base, span.start):
            words = _name(found, report, local, word, entity.id in introduced | named)
            if words is not None:
                swaps.append((span, words))
            named.add(entity.id)
        elif local.named and span in local.name_spans:
            named.add(entity.id)
    return swaps, frozenset(named)


def _earlier(local: LocalEntity, report: Report, base: Span, span: Span) -> bool:
    return any(
        base.holds(one) and one.end <= span.start and report.words(one).casefold() not in PRONOUNS
        for one in local.spans
    )


def _mentions(found: Index, report: Report, base: Span) -> list[tuple[Span, LocalEntity]]:
    spans = [(span, local) for local in found.locals_in.get(report.id, ()) for span in local.spans if base.holds(span)]
    return sorted(spans, key=lambda one: (one[0].start, -one[0].end, one[1].id))


def _full(found: Index, report: Report, local: LocalEntity, known: bool) -> Wording | None:
    """Return the name, or else the fullest description, that this report itself has for the entity."""
    entity = found.entity(local.id)
    if entity is None:
        return None
    short = found.short.get(entity.id) if known else None
    for name in (short, entity.name if entity.named else None, local.name):
        if name is None or name.casefold() in PRONOUNS:
            continue
        where = first_mention(entity, name, report.id, found)
        if where is not None and where.report == report.id:
            return verbatim(report.id, report.text, where.span)
        for span in local.spans:
            if name in report.words(span):
                start = span.start + report.words(span).index(name)
                return verbatim(report.id, report.text, Span(start, start + len(name)))
    return None


def _name(found: Index, report: Report, local: LocalEntity, word: str, known: bool) -> Wording | None:
    """Return the full name for a short one at first, a short one for the full name afterwards; None to leave it."""
    entity = found.entity(local.id)
    if entity is None:
        return None
    short = found.short.get(entity.id)
    owner = word[-2:] if word[-2:] in {"'s", "’s"} else ""
    bare = word.removesuffix(owner)
    if known and bare == entity.name and short is not None:
        wanted = short
    elif not known and bare != entity.name and len(bare.split()) < len(entity.name.split()) and bare in entity.name:
        wanted = entity.name
    else:
        return None
    for span in local.name_spans:
        if wanted in report.words(span):
            start = span.start + report.words(span).index(wanted)
            return verbatim(report.id, report.text, Span(start, start + len(wanted))) + owner
    return None
