"""Names in a line: full where they are new to the reader, short after, for pronouns where it is sure who is meant."""

from __future__ import annotations

import regex

from sourcebook.tell.backward import in_full
from sourcebook.tell.chains import inner
from sourcebook.tell.index import Index
from sourcebook.tell.resolving import (
    PERSONAL,
    PRONOUNS,
    fitting_name,
    full_name,
    inside_quotation,
    meant,
    possessive,
)
from sourcebook.tell.roles import gloss
from sourcebook.tell.wording import Fragment, Wording, verbatim
from sourcebook.values.claims import Claim, LocalEntity
from sourcebook.values.kinds import NameKind
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

_MOST_ROLES = 2
"""People of whom one line says what they are."""

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_SUBJECTS = frozenset({"he", "she", "it", "they"})
_BESIDE = regex.compile(r"\s+(?:to\s+)?(?P<word>him|her|he|she|them|they)\b")
_HONORIFIC = regex.compile(r"(?<!\p{L})(?:Mr|Mrs|Ms|Miss|Mister)\.? $")
_ITS_HONORIFIC = regex.compile(r"(?:Mr|Mrs|Ms|Miss|Mister)\.? (?=\p{Lu})")
"""Before a name; who has been named is called by the name alone."""

_ATTRIBUTIVE = regex.compile(r"(?:\b(?:the|an?|this|that|pro|anti)\s+|[-–/])$", regex.IGNORECASE)
"""Before a name that stands for something else ("the Marrow guild")."""

_CLOSED = regex.compile(r"\s*(?:[,.;:!?)\]—–”\"]|$)")
_TITLED = regex.compile(r"(?:\p{Lu}[\p{L}.]*|\bthen|\bex)[ -]$")


def swaps(
    found: Index, claim: Claim, base: Span, introduced: frozenset[str]
) -> tuple[list[tuple[Span, Wording]], frozenset[str]]:
    """Return which spans give way to which words, and the entities whose full name is read then."""
    report = found.reports[claim.report]
    sources = {link.span for link in claim.attribution}
    made: list[tuple[Span, Wording]] = []
    named: set[str] = set()
    for span, local in mentions(found, report, base):
        entity = found.entity(local.id)
        if entity is None:
            continue
        known = entity.id in introduced | named
        word = report.words(span)
        plain = word.casefold()
        opening = not report.words(Span(base.start, span.start + 1))[:-1].strip(" “\"'‘")
        if plain in PRONOUNS and (
            opening or (span in sources and plain in {"he", "she"} and not person_before(found, base, span, report))
        ):
            one = None if _of_himself(found, claim, base, span, entity.id) else meant(found, report, span, local)
            full = None if one is None else full_name(found, report, one, known=known)
            if full is not None and not _named_after(report, base, span, full):
                made.append((span, in_place(report, span, full, "’s" if possessive(report, span) else "")))
                named.add(entity.id)
        elif span in local.name_spans:
            if entity.kind is NameKind.PERSON and not _quoted(report, base, span.start):
                made += _called(found, report, local, base, span, known=known)
            named.add(entity.id)
    return made, frozenset(named)


def _of_himself(found: Index, claim: Claim, base: Span, pronoun: Span, entity: str) -> bool:
    """Tell whether "he" in somebody's own words was read as whoever says them: of himself he says "I"."""
    if not _quoted(found.reports[claim.report], base, pronoun.start):
        return False
    tellers = (found.entity(link.local) for link in claim.attribution)
    return any(one is not None and one.id == entity for one in tellers)


def _named_after(report: Report, base: Span, pronoun: Span, name: Wording) -> bool:
    """
    Tell whether a stretch has the name behind a pronoun that is its subject: then the pronoun means another one.

    Source: principle C of binding (Chomsky, *Lectures on Government and Binding*, 1981).
    """
    parts = {one for one in _WORD.findall(name.text) if one[:1].isupper() and one != "The"}
    later = set(_WORD.findall(report.text[pronoun.end : base.end]))
    return report.words(pronoun).casefold() in _SUBJECTS and not parts.isdisjoint(later)


def _called(
    found: Index, report: Report, local: LocalEntity, base: Span, span: Span, *, known: bool
) -> list[tuple[Span, Wording]]:
    """Return the name that fits in the place of one that the report has, without "Mr." where the reader knows him."""
    whole = span
    own = _ITS_HONORIFIC.match(report.text, span.start, span.end)
    if own is not None:
        span = Span(own.end(), span.end)
    before = report.text[base.start : span.start]
    honorific = _HONORIFIC.search(before)
    if _ATTRIBUTIVE.search(before) or report.text[span.end : span.end + 1] in {"-", "–"}:
        return []
    fitting = fitting_name(found, report, local, report.words(span), known=known)
    titled = honorific is None and own is None and _TITLED.search(before) is not None
    if titled and fitting is not None and any(one.report != report.id for one in fitting.places):
        return []
    if honorific is None or (fitting is None and not known):
        return [] if fitting is None else [(span, fitting)]
    whole = Span(min(base.start + honorific.start(), whole.start), span.end)
    return [(whole, verbatim(report.id, report.text, span) if fitting is None else fitting)]


def with_roles(
    found: Index, report: Report, base: Span, introduced: frozenset[str], given: list[tuple[Span, Wording]]
) -> list[tuple[Span, Wording]]:
    """Return the swaps with what people are behind their names, each once."""
    made = dict(given)
    met = set(introduced)
    told = 0
    for span, local in mentions(found, report, base):
        entity = found.entity(local.id)
        if entity is None or entity.id in met or span not in local.name_spans:
            continue
        met.add(entity.id)
        place = next((other for other in made if other.holds(span)), span)
        role = gloss(found, report, base, local, span)
        if role is None or told == _MOST_ROLES or any(other != place and other.overlaps(span) for other in made):
            continue
        name = made.get(place) or verbatim(report.id, report.text, span)
        owns = report.text[span.end : span.end + 2] in ("’s", "'s") or name.text.endswith(("’s", "'s"))
        if _ATTRIBUTIVE.search(report.text[base.start : place.start]):
            continue
        if not owns and not _TITLED.search(report.text[base.start : place.start]):
            closing = "" if _CLOSED.match(report.text[span.end : base.end]) else ","
            made[place] = name + ", " + role + closing
            told += 1
    return sorted(made.items(), key=lambda one: one[0])


def resolved(
    found: Index, report: Report, points: tuple[Span, ...], introduced: frozenset[str], told: frozenset[str]
) -> tuple[list[tuple[Span, Wording]], frozenset[str], int]:
    """
    Return the names for pronouns that lean on another sentence, where it is sure whom they mean.

    Also who is named now, and how many pronouns need no name since the line has told it.
    """
    made: list[tuple[Span, Wording]] = []
    called: set[str] = set(told)
    clear = 0
    for point in points:
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
            made.append((point, in_place(report, point, name, "’s" if possessive(report, point) else "")))
            called.add(entity.id)
    return made, frozenset(called), clear


def sources(found: Index, claim: Claim, base: Span, given: list[tuple[Span, Wording]]) -> list[tuple[Span, Wording]]:
    """Return the words for "he" and "this source" where the sentence itself calls its source so."""
    report = found.reports[claim.report]
    made = []
    for link in claim.attribution:
        span = link.span
        if span is not None and link.cue is not None and base.holds(link.cue) and not base.overlaps(span):
            span = pronoun_at(report, link.cue)
        if span is None or not base.holds(span) or any(one.overlaps(span) for one, _ in given):
            continue
        words = report.words(span).casefold().split()
        if words[0] in PERSONAL and link is not claim.attribution[0] and inside_quotation(report, span.start):
            continue  # whom somebody speaks of in his own words
        local = next((one for one in found.locals_in.get(report.id, ()) if one.id == link.local), None)
        if (
            words[0] not in {"this", "these", "that", "those"} | PERSONAL
            and in_full(found, report, span, local) is None
        ):
            continue
        if local is not None and any(base.holds(one) and one.end <= span.start for one in local.name_spans):
            continue
        full = inner(found, claim, link)
        if full is not None and _named_after(report, base, span, full):
            continue
        if full is not None and full.text.casefold() not in report.words(Span(base.start, span.end)).casefold():
            made.append((span, in_place(report, span, full)))
    return made


def pronoun_at(report: Report, cue: Span) -> Span | None:
    """Return the "him" or "he" that stands right beside a cue; None where none does."""
    after = _BESIDE.match(report.text, cue.end)
    return None if after is None else Span(*after.span("word"))


def person_before(found: Index, base: Span, pronoun: Span, report: Report) -> bool:
    """Tell whether the line names somebody before a pronoun, outside quotation marks."""
    return any(
        base.holds(name) and name.end <= pronoun.start and not inside_quotation(report, name.start)
        for one in found.locals_in.get(report.id, ())
        if one.kind is NameKind.PERSON
        for name in one.name_spans
    )


def in_place(report: Report, span: Span, words: Wording, ending: str = "") -> Wording:
    """Return words for a pronoun: as they are in a report's own voice, in square brackets in somebody's quotation."""
    if inside_quotation(report, span.start):
        return Wording((Fragment("["), *words.fragments, Fragment(f"{ending}]")))
    return words + ending if ending else words


def mentions(found: Index, report: Report, base: Span) -> list[tuple[Span, LocalEntity]]:
    """Return who is mentioned in a stretch, in reading order, longer mentions first."""
    spans = [
        (span, local)
        for local in found.locals_in.get(report.id, ())
        for span in {*local.spans, *local.name_spans}
        if base.holds(span)
    ]
    return sorted(spans, key=lambda one: (one[0].start, -one[0].end, one[1].id))


def _quoted(report: Report, base: Span, at: int) -> bool:
    before = report.text[base.start : at]
    return inside_quotation(report, at) or before.rfind("“") > before.rfind("”")
