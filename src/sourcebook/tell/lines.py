"""A claim told in one sentence: its own words, names that can be understood, and whose word it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from sourcebook.tell.backward import in_full, points_back
from sourcebook.tell.chains import attribution
from sourcebook.tell.citing import draft, faults
from sourcebook.tell.clauses import LONGEST, opens_with_pronoun, tellings, tidy
from sourcebook.tell.index import Index
from sourcebook.tell.leaning import leaning
from sourcebook.tell.naming import person_before, pronoun_at, resolved, sources, swaps, with_roles
from sourcebook.tell.resolving import PERSONAL, POSSESSIVES, inside_quotation
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Refusal
from sourcebook.tell.wording import Fragment, Wording, balanced, verbatim
from sourcebook.values.claims import ChainLink, Claim
from sourcebook.values.reports import PassageKind, Report
from sourcebook.values.spans import Span

_OPENING = PERSONAL | POSSESSIVES | {"they", "them", "who", "it", "which", "this", "these", "that", "those"}
"""Pronouns with which no line may open: they give way to a name, or the line is not told."""

_LONG = 200
"""From this length on what stands in brackets is left out. Unit: code points."""

_SHORTER = 100
"""From this length on a bracket of several words is left out. Unit: code points."""

_PHRASE = 30
"""From this length on the same words in two places are no chance. Unit: code points."""

_NOTE = regex.compile(r"[–—-] ?\p{Lu}[\p{L}/. ]{1,20}\)$")
"""What marks a bracket as an agency's own."""

_BRACKET = regex.compile(r"\s*\([^()\n]{1,80}\)")
_LEFT_OPEN = regex.compile(
    r"\b(?:the|this|that|these|those) (?:source|sources|official|officials|report|spokes\w+)\b"
    r"(?! (?:in|within|close|of|at|from|for|with|who|familiar))",
    regex.IGNORECASE,
)
"""Whose word it is, told by a line before."""

_TORN = regex.compile(r"[\"“][^\"”“]{0,12}$")
"""The beginning of a quotation that the sentence's end tore off."""

_QUOTED_WHOLE = regex.compile(r"(?:“[^”]*”|\"[^\"]*\")$")
"""Somebody's words and not whose."""

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
    before: bool = False,
    roles: bool = False,
) -> Told | None:
    """
    Return the claim in one sentence; None where no words of its report tell it on their own.

    Args:
        found: The story.
        claim: One of its claims.
        introduced: Entities that were called by their full name before, so that a short name will do.
        whole: Take the whole sentence only, not the clause.
        before: With ``whole``, try the sentence with the one before it too.
        roles: Say in brackets what people are who were not introduced, where the line does not and the report does.
    """
    bases = tellings(found, claim)
    best: Told | None = None
    wider = () if whole and not before else tuple(_with_before(found.reports[claim.report], bases[-1:]))
    for base in (*(bases[-1:] if whole else bases), *wider):
        told = _tell(found, claim, base, introduced, roles=roles)
        if told is not None and told.as_written and not told.leans:
            return told
        if told is not None and (best is None or (told.leans > 0, not told.as_written) < _doubts(best)):
            best = told
    return best


def checked(
    found: Index,
    claim: Claim,
    introduced: frozenset[str],
    refused: list[Refusal],
    *,
    whole: bool = False,
    before: bool = False,
    roles: bool = False,
) -> Told | None:
    """
    Return the claim in a sentence that the checker lets pass, else None.

    A sentence that it refuses is added to ``refused``; then it is tried with the names that its report has, then in
    quotation marks.
    """
    told = tell(found, claim, introduced, whole=whole, before=before, roles=roles)
    if told is None:
        return None
    for attempt in ("named", "plain", "quoted"):
        words: Told | None = told
        if attempt == "plain":
            words = tell(found, claim, frozenset(found.entities), whole=whole, before=before)
        elif attempt == "quoted":
            words = quoted(found, claim)
        if words is None:
            return None
        piece = draft(words.words, (claim.id,))
        wrong = faults(found, piece)
        if not wrong:
            return words
        refusal = Refusal(piece.text, tuple(str(one) for one in wrong), claim.id)
        if refusal not in refused:
            refused.append(refusal)
    return None


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
    given, named = swaps(found, claim, base, introduced)
    given += sources(found, claim, base, given)
    pronoun = opens_with_pronoun(report, base)
    if pronoun is not None and pronoun.casefold() in _OPENING:
        opening = base.start + report.words(base).find(pronoun)
        if not any(span.start <= opening < span.end for span, _ in given):
            return None
    if _nameless(report, claim, base, given, found):
        return None
    if report.words(base).count('"') % 2 and _TORN.search(report.words(base)):
        return None
    points = leaning(found, report, base, tuple(span for span, _ in given))
    names, named, clear = resolved(found, report, points, introduced, named)
    given = [*given, *names]
    opens_with_name = any(span.start <= base.start + 1 for span, _ in given)
    if roles:
        given = with_roles(found, report, base, introduced, given)
    inside = inside_quotation(report, base.start)
    if not inside and _quoted_elsewhere(report, base):
        return None
    if report.text[base.start] in "'‘" and not any(_near(report, link, base, quote=True) for link in claim.attribution):
        return None
    given += _brackets(found, claim, base)
    words = balanced(verbatim(report.id, report.text, base, given), quote=inside)
    outside = tuple(link for link in claim.attribution if not _named_in(link, base))
    near = tuple(link for link in outside if _near(report, link, base, quote=claim.quote or inside))
    if (claim.quote or inside) and not near and len(outside) == len(claim.attribution):
        near = _of_quotation(found, claim, base)
        if outside and not near:
            return None
    if opens_with_name and _of_oneself(found, words, near):
        return None
    source = attribution(found, claim, near, base, introduced | named)
    if source is None or (not source.fragments and _QUOTED_WHOLE.match(words.text)):
        return None
    told = {entity.id for link in near if (entity := found.entity(link.local)) is not None}
    written = not any(one.where is None and one.text.strip(", ") for one in source.fragments)
    leans = len(points) - len(names) - clear + (_LEFT_OPEN.search(source.text) is not None)
    leans += _told_before(found, claim, base, near, given)
    return Told(claim, _joined(words, source).capitalized(), base, named | told, written, leans)


def _quoted_elsewhere(report: Report, base: Span) -> bool:
    """Tell whether the report has the same words in quotation marks too: they are somebody's, as of a message shown."""
    words = report.words(base)
    at = report.text.find(words) if base.end - base.start >= _PHRASE else -1
    while at >= 0:
        if at != base.start and inside_quotation(report, at):
            return True
        at = report.text.find(words, at + 1)
    return False


def _told_before(
    found: Index, claim: Claim, base: Span, near: tuple[ChainLink, ...], given: list[tuple[Span, Wording]]
) -> bool:
    """Tell whether a line's source is a bare description of somebody whom only a sentence before tells in full."""
    report = found.reports[claim.report]
    for link in claim.attribution:
        span = link.span
        if span is None or not (link in near or base.holds(span)) or any(one.overlaps(span) for one, _ in given):
            continue
        local = None if link.local is None else found.locals.get(link.local)
        if points_back(found, report, span, local) and (
            base.holds(span) or in_full(found, report, span, local) is None
        ):
            return True
    return False


def _of_oneself(found: Index, words: Wording, links: tuple[ChainLink, ...]) -> bool:
    """Tell whether the line would open with a name put in for a pronoun and end with the same one as its source."""
    names = [entity.name for link in links if (entity := found.entity(link.local)) is not None]
    opening = words.text.lstrip("[“").casefold()
    return any(opening.startswith(name.casefold()) for name in names)


def _nameless(report: Report, claim: Claim, base: Span, swaps: list[tuple[Span, Wording]], found: Index) -> bool:
    """Tell whether the words are put in the mouth of a "he" whom the line does not name."""
    for link in claim.attribution:
        span = link.span
        if link.cue is not None and base.holds(link.cue) and (span is None or not base.overlaps(span)):
            span = pronoun_at(report, link.cue)
        if span is None or not base.holds(span) or report.words(span).casefold() not in PERSONAL | {"they"}:
            continue
        if any(swapped.overlaps(span) for swapped, _ in swaps):
            continue
        if report.words(span).casefold() == "they" or not person_before(found, base, span, report):
            return True
    return False


def _brackets(found: Index, claim: Claim, base: Span) -> list[tuple[Span, Wording]]:
    """Return what stands in brackets and holds no part of the claim: most of it is left out."""
    report = found.reports[claim.report]
    parts = [claim.trigger.span, *(one.span for one in claim.participants), *(one.span for one in claim.quantities)]
    parts += [one.span for one in (claim.place, claim.time) if one is not None and one.span is not None]
    found_spans = (
        Span(base.start + one.start(), base.start + one.end()) for one in _BRACKET.finditer(report.words(base))
    )
    return [
        (span, Wording(()))
        for span in found_spans
        if not any(span.holds(part) for part in parts) and _to_leave_out(report.words(span), base.end - base.start)
    ]


def _to_leave_out(words: str, length: int) -> bool:
    """Tell whether a bracket is left out of a sentence: an agency's note always, others where it is long."""
    return length > _LONG or _NOTE.search(words) is not None or (length > _SHORTER and words.count(" ") > 1)


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
