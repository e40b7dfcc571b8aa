"""A claim told in one sentence: its own words, names that can be understood, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from sourcebook.tell.chains import attribution, inner
from sourcebook.tell.clauses import LONGEST, opens_with_pronoun, tellings, tidy
from sourcebook.tell.index import Index
from sourcebook.tell.leaning import leaning
from sourcebook.tell.resolving import (
    PERSONAL,
    POSSESSIVES,
    PRONOUNS,
    fitting_name,
    full_name,
    inside_quotation,
    meant,
)
from sourcebook.tell.roles import gloss
from sourcebook.tell.sentences import around
from sourcebook.tell.wording import Fragment, Wording, balanced, verbatim
from sourcebook.values.claims import ChainLink, Claim, LocalEntity
from sourcebook.values.kinds import NameKind
from sourcebook.values.reports import PassageKind, Report
from sourcebook.values.spans import Span

_OPENING = PERSONAL | POSSESSIVES | {"they", "them", "who", "it", "which", "this", "these", "that", "those"}
"""Pronouns with which no line may open: they give way to a name, or the line is not told."""

_LONG = 200
"""From this length on what stands in brackets is left out. Unit: code points."""

_BRACKET = regex.compile(r"\s*\([^()\n]{1,80}\)")
_BESIDE = regex.compile(r"\s+(?:to\s+)?(?P<word>him|her|he|she|them|they)\b")
_LEFT_OPEN = regex.compile(
    r"\b(?:the|this|that|these|those) (?:source|sources|official|officials|report|spokes\w+)\b"
    r"(?! (?:in|within|close|of|at|from|for|with|who|familiar))",
    regex.IGNORECASE,
)
"""Whose word it is, told by a line before."""

_MARK_LAST = regex.compile(r"(?<=[^.,;:!?…])(?P<marks>[”\"]+)$")
_STOP_INSIDE = regex.compile(r"[.,](?P<marks>[”’»\"]+)$")


@dataclass(frozen=True, slots=True)
class Told:
    """
    A claim as a sentence, without its full stop.

    Attributes:
        base: The stretch of the report that it repeats.
        named: Entities that it calls by their full name.
        as_written: Whether its report says in these words whose word it is; else that was put together.
        leans: How many of its words mean something outside it ("this information").
    """

    claim: Claim
    words: Wording
    base: Span
    named: frozenset[str]
    as_written: bool
    leans: int = 0


def tell(
    found: Index,
    claim: Claim,
    introduced: frozenset[str] = frozenset(),
    *,
    whole: bool = False,
    roles: bool = False,
) -> Told | None:
    """
    Return the claim in one sentence; None where no words of its report tell it on their own.

    Args:
        found: The story.
        claim: One of its claims.
        introduced: Entities that were called by their full name before, so that a short name will do.
        whole: Take the whole sentence only, not the clause.
        roles: Say in brackets what people are who were not introduced, where the line does not and the report does.
    """
    bases = tellings(found, claim)
    best: Told | None = None
    wider = () if whole else tuple(_with_before(found.reports[claim.report], bases[-1:]))
    for base in (*(bases[-1:] if whole else bases), *wider):
        told = _tell(found, claim, base, introduced, roles=roles)
        if told is not None and told.as_written and not told.leans:
            return told
        if told is not None and (best is None or (told.leans > 0, not told.as_written) < _doubts(best)):
            best = told
    return best


def quoted(found: Index, claim: Claim) -> Told | None:
    """Return the claim's sentence as it stands, in quotation marks; None where it is too long or leans on others."""
    report = found.reports[claim.report]
    base = tidy(report, around(report, claim.trigger.span))
    if base is None or base.end - base.start > LONGEST or opens_with_pronoun(report, base) is not None:
        return None
    if leaning(found, report, base):
        return None
    words = balanced(verbatim(report.id, report.text, base), quote=False)
    if not words.text.startswith(("“", '"')):
        words = Wording((Fragment("“"),)) + words + "”"
    return Told(claim, words, base, frozenset(), as_written=True)


def _doubts(told: Told) -> tuple[bool, bool]:
    return told.leans > 0, not told.as_written


def _with_before(report: Report, bases: tuple[Span, ...]) -> Iterator[Span]:
    """Yield a sentence with the one before it, where both stand in one paragraph and are short enough together."""
    for base in bases:
        whole = around(report, base)
        before = report.text[: whole.start].rstrip()
        if not before or "\n" in report.text[len(before) : whole.start] or inside_quotation(report, whole.start):
            continue
        previous = tidy(report, around(report, Span(len(before) - 1, len(before))))
        if previous is not None and base.end - previous.start <= LONGEST:
            yield Span(previous.start, base.end)


def _tell(found: Index, claim: Claim, base: Span, introduced: frozenset[str], *, roles: bool = False) -> Told | None:
    report = found.reports[claim.report]
    if report.kind_at(base.start) is PassageKind.FURNITURE:
        return None
    swaps, named = _swaps(found, claim, base, introduced)
    swaps += _sources(found, claim, base, swaps)
    pronoun = opens_with_pronoun(report, base)
    if pronoun is not None and pronoun.casefold() in _OPENING:
        opening = base.start + report.words(base).find(pronoun)
        if not any(span.start <= opening < span.end for span, _ in swaps):
            return None
    if _nameless(report, claim, base, swaps, found):
        return None
    points = leaning(found, report, base, tuple(span for span, _ in swaps))
    resolved, named, clear = _resolved(found, report, points, introduced, named)
    swaps = [*swaps, *resolved]
    if roles:
        swaps = _with_roles(found, report, base, introduced, swaps)
    inside = inside_quotation(report, base.start)
    if report.text[base.start] in "'‘" and not any(_near(report, link, base, quote=True) for link in claim.attribution):
        return None
    swaps += _brackets(found, claim, base)
    words = balanced(verbatim(report.id, report.text, base, swaps), quote=inside)
    outside = tuple(link for link in claim.attribution if not _named_in(link, base))
    near = tuple(link for link in outside if _near(report, link, base, quote=claim.quote or inside))
    if (claim.quote or inside) and not near and len(outside) == len(claim.attribution):
        near = _of_quotation(found, claim, base)
        if outside and not near:
            return None
    if _of_oneself(found, base, swaps, near):
        return None
    source = attribution(found, claim, near, base, introduced | named)
    if source is None:
        return None
    told = {entity.id for link in near if (entity := found.entity(link.local)) is not None}
    written = not any(one.where is None and one.text.strip(", ") for one in source.fragments)
    leans = len(points) - len(resolved) - clear + (_LEFT_OPEN.search(source.text) is not None)
    return Told(claim, _joined(words, source).capitalized(), base, named | told, written, leans)


def _with_roles(
    found: Index, report: Report, base: Span, introduced: frozenset[str], swaps: list[tuple[Span, Wording]]
) -> list[tuple[Span, Wording]]:
    """Return the swaps with what people are behind their names, each once."""
    made = dict(swaps)
    met = set(introduced)
    for span, local in _mentions(found, report, base):
        entity = found.entity(local.id)
        if entity is None or entity.id in met or span not in local.name_spans:
            continue
        met.add(entity.id)
        role = gloss(found, report, base, local, span)
        if role is not None and not any(other != span and other.overlaps(span) for other in made):
            name = made.get(span) or verbatim(report.id, report.text, span)
            owns = report.text[span.end : span.end + 2] in ("’s", "'s") or name.text.endswith(("’s", "'s"))
            if not owns:
                made[span] = name + " " + _bracketed(role)
    return sorted(made.items(), key=lambda one: one[0])


def _resolved(
    found: Index, report: Report, points: tuple[Span, ...], introduced: frozenset[str], told: frozenset[str]
) -> tuple[list[tuple[Span, Wording]], frozenset[str], int]:
    """
    Return the names in brackets for pronouns that lean on another sentence, where it is sure whom they mean.

    Also who is named now, and how many pronouns need no name since the line has told it.
    """
    swaps: list[tuple[Span, Wording]] = []
    called: set[str] = set(told)
    clear = 0
    for point in points:
        word = report.words(point).casefold()
        local = next((one for one in found.locals_in.get(report.id, ()) if point in one.spans), None)
        one = meant(found, report, point, local)
        entity = None if one is None else found.entity(one.id)
        if one is None or entity is None:
            continue
        if entity.id in called:
            clear += 1
            continue
        name = full_name(found, report, one, known=entity.id in introduced | called)
        if name is not None:
            swaps.append((point, _bracketed(name, "’s" if word in POSSESSIVES else "")))
            called.add(entity.id)
    return swaps, frozenset(called), clear


def _of_oneself(found: Index, base: Span, swaps: list[tuple[Span, Wording]], links: tuple[ChainLink, ...]) -> bool:
    """Tell whether the line would open with a bracketed name and end with the same one as its source."""
    opening = next((words.text for span, words in swaps if span.start <= base.start + 1), "")
    if not opening.startswith("["):
        return False
    names = [entity.name for link in links if (entity := found.entity(link.local)) is not None]
    return any(opening.strip("[]").removesuffix("’s") in name for name in names)


def _nameless(report: Report, claim: Claim, base: Span, swaps: list[tuple[Span, Wording]], found: Index) -> bool:
    """Tell whether the words are put in the mouth of a "he" whom the line does not name."""
    for link in claim.attribution:
        span = link.span
        if link.cue is not None and base.holds(link.cue) and (span is None or not base.overlaps(span)):
            span = _pronoun_at(report, link.cue)
        if span is None or not base.holds(span) or report.words(span).casefold() not in PERSONAL | {"they"}:
            continue
        if any(swapped.overlaps(span) for swapped, _ in swaps):
            continue
        if report.words(span).casefold() == "they" or not _person(found, base, span, report):
            return True
    return False


def _brackets(found: Index, claim: Claim, base: Span) -> list[tuple[Span, Wording]]:
    """Return what stands in brackets in a long sentence and holds no part of the claim: it is left out."""
    report = found.reports[claim.report]
    if base.end - base.start <= _LONG:
        return []
    parts = [claim.trigger.span, *(one.span for one in claim.participants), *(one.span for one in claim.quantities)]
    parts += [one.span for one in (claim.place, claim.time) if one is not None and one.span is not None]
    found_spans = (
        Span(base.start + one.start(), base.start + one.end()) for one in _BRACKET.finditer(report.words(base))
    )
    return [(span, Wording(())) for span in found_spans if not any(span.holds(part) for part in parts)]


def _person(found: Index, base: Span, pronoun: Span, report: Report) -> bool:
    """Tell whether the line names somebody before a pronoun, outside quotation marks."""
    return any(
        base.holds(name) and name.end <= pronoun.start and not inside_quotation(report, name.start)
        for one in found.locals_in.get(report.id, ())
        if one.kind is NameKind.PERSON
        for name in one.name_spans
    )


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


def _of_quotation(found: Index, claim: Claim, base: Span) -> tuple[ChainLink, ...]:
    """Return the links that another claim of the same quotation has: one quotation has one speaker."""
    report = found.reports[claim.report]
    start, end = report.text.rfind("“", 0, base.start + 1), report.text.find("”", base.end - 1)
    if not 0 <= start < end or "\n" in report.text[start:end]:
        return ()
    quotation = Span(start, end)
    for other in found.claims_in.get(report.id, ()):
        if other.id != claim.id and quotation.holds(other.trigger.span):
            near = tuple(
                link
                for link in other.attribution
                if _near(report, link, base, quote=True) and link.cue is not None and not quotation.overlaps(link.cue)
            )
            if near:
                return near
    return ()


def _sources(found: Index, claim: Claim, base: Span, swaps: list[tuple[Span, Wording]]) -> list[tuple[Span, Wording]]:
    """Return the words for "he" and "this source", in brackets, where the sentence itself calls its source so."""
    report = found.reports[claim.report]
    made = []
    for link in claim.attribution:
        span = link.span
        if span is not None and link.cue is not None and base.holds(link.cue) and not base.overlaps(span):
            span = _pronoun_at(report, link.cue)
        if span is None or not base.holds(span) or any(one.overlaps(span) for one, _ in swaps):
            continue
        words = report.words(span).casefold().split()
        if words[0] not in {"this", "these", "that", "those"} | PERSONAL:
            continue
        local = next((one for one in found.locals_in.get(report.id, ()) if one.id == link.local), None)
        if local is not None and any(base.holds(one) and one.end <= span.start for one in local.name_spans):
            continue
        full = inner(found, claim, link)
        if full is not None and full.text.casefold() not in report.words(Span(base.start, span.end)).casefold():
            made.append((span, _bracketed(full)))
    return made


def _pronoun_at(report: Report, cue: Span) -> Span | None:
    """Return the "him" or "he" that stands right beside a cue; None where none does."""
    after = _BESIDE.match(report.text, cue.end)
    return None if after is None else Span(*after.span("word"))


def _joined(words: Wording, source: Wording) -> Wording:
    """Return a clause and its attribution with one comma between them, none of the clause's own stops at its end."""
    *before, last = words.fragments
    ending = _STOP_INSIDE.search(last.text)
    if not source.fragments:
        return words if ending is None else Wording((*before, _cut(last, ending.start(), ending.group("marks"))))
    first, *others = source.fragments
    marks = _MARK_LAST.search(words.text) if ending is None and first.text.startswith(",") else None
    if ending is None and marks is not None and len(marks.group()) <= len(last.text):
        at = len(last.text) - len(marks.group())
        kept = Wording((*before, _cut(last, at, "," + marks.group())))
        return kept + Wording((Fragment(first.text.lstrip(","), first.where), *others))
    if ending is None:
        return words + source
    kept = Wording((*before, _cut(last, ending.start(), "," + ending.group("marks"))))
    return kept + Wording((Fragment(first.text.lstrip(","), first.where), *others))


def _cut(fragment: Fragment, at: int, ending: str) -> Fragment:
    return Fragment(fragment.text[:at] + ending, fragment.where)


def _named_in(link: ChainLink, base: Span) -> bool:
    if link.cue is not None:
        return base.holds(link.cue)
    return link.span is not None and base.holds(link.span)


def _quoted(report: Report, base: Span, at: int) -> bool:
    before = report.text[base.start : at]
    return inside_quotation(report, at) or before.rfind("“") > before.rfind("”")


def _swaps(
    found: Index, claim: Claim, base: Span, introduced: frozenset[str]
) -> tuple[list[tuple[Span, Wording]], frozenset[str]]:
    """Return which spans give way to which words, and the entities whose full name is read then."""
    report = found.reports[claim.report]
    sources = {link.span for link in claim.attribution}
    swaps: list[tuple[Span, Wording]] = []
    named: set[str] = set()
    for span, local in _mentions(found, report, base):
        entity = found.entity(local.id)
        if entity is None:
            continue
        word = report.words(span)
        plain = word.casefold()
        opening = not report.words(Span(base.start, span.start + 1))[:-1].strip(" “\"'‘")
        if plain in PRONOUNS and (
            opening or (span in sources and plain in {"he", "she"} and not _person(found, base, span, report))
        ):
            one = meant(found, report, span, local)
            full = None if one is None else full_name(found, report, one, known=entity.id in introduced | named)
            if full is not None:
                swaps.append((span, _bracketed(full, "’s" if plain in POSSESSIVES else "")))
                named.add(entity.id)
        elif span in local.name_spans:
            if entity.kind is NameKind.PERSON and not _quoted(report, base, span.start):
                fitting = fitting_name(found, report, local, word, known=entity.id in introduced | named)
                swaps += [] if fitting is None else [(span, fitting)]
            named.add(entity.id)
    return swaps, frozenset(named)


def _bracketed(words: Wording, ending: str = "") -> Wording:
    return Wording((Fragment("["), *words.fragments, Fragment(f"{ending}]")))


def _mentions(found: Index, report: Report, base: Span) -> list[tuple[Span, LocalEntity]]:
    spans = [(span, local) for local in found.locals_in.get(report.id, ()) for span in local.spans if base.holds(span)]
    return sorted(spans, key=lambda one: (one[0].start, -one[0].end, one[1].id))
