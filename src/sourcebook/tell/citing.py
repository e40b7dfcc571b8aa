"""Numbers for citations, and the check of what they carry."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from sourcebook.tell.checker import Fault, check
from sourcebook.tell.dates import published
from sourcebook.tell.index import Index
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Citation, Cited, Piece
from sourcebook.tell.wording import Wording
from sourcebook.values.links import InReport
from sourcebook.values.spans import Span

ALSO = "; also"
"""Before the numbers of further sentences that tell the same event in words of their own."""


ABOUT = "; this is about"
"""Before the number of what an answer answers."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A part of a line before numbers are given."""

    text: str
    cited: tuple[Cited, ...]


def draft(words: Wording, claims: Iterable[str]) -> Draft:
    """Return the words with what they were taken from, one entry a report."""
    return Draft(words.text, cite(words.places, claims))


def cite(places: Iterable[InReport], claims: Iterable[str]) -> tuple[Cited, ...]:
    """Return the places gathered by report, spans inside other spans left out."""
    by_report: dict[str, list[Span]] = {}
    for place in places:
        by_report.setdefault(place.report, []).append(place.span)
    told = tuple(claims)
    return tuple(Cited(report, outer(spans), told) for report, spans in sorted(by_report.items()))


def outer(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Return the spans in reading order without those that lie inside another."""
    every = set(spans)
    return tuple(sorted(one for one in every if not any(other != one and other.holds(one) for other in every)))


def faults(found: Index, piece: Draft) -> tuple[Fault, ...]:
    """Return what a piece says beyond the words that it cites."""
    words = [found.words(one.report, span) for one in piece.cited for span in one.spans]
    outlets = [found.reports[one.report].outlet or "" for one in piece.cited]
    return check(piece.text, words, outlets)


@dataclass(slots=True)
class Numbering:
    """
    Gives every sentence of a report a number when it is first cited; grows while a text is written.

    What is cited of one sentence stands under one number, with whatever else (a name told elsewhere) it took.
    """

    found: Index
    rows: dict[tuple[str, Span], tuple[set[Span], list[str]]] = field(default_factory=dict)
    numbers: dict[tuple[str, Span], int] = field(default_factory=dict)

    def pieces(self, drafts: Iterable[Draft]) -> tuple[Piece, ...]:
        """Return the pieces of a line with the numbers of their citations; "also" names none that stands before."""
        seen: set[int] = set()
        made = []
        for one in drafts:
            numbers = tuple(dict.fromkeys(self.number(cited) for cited in one.cited))
            if one.text in {ALSO, ABOUT}:
                numbers = tuple(number for number in numbers if number not in seen)
                if not numbers:
                    continue
            seen.update(numbers)
            made.append(Piece(one.text, numbers))
        return tuple(made)

    def number(self, cited: Cited) -> int:
        """Return the number of these words, a new one where their sentence was not cited before."""
        main = max(cited.spans, key=lambda one: (one.end - one.start, -one.start))
        key = (cited.report, around(self.found.reports[cited.report], main))
        spans, claims = self.rows.setdefault(key, (set(), []))
        spans.update(cited.spans)
        claims.extend(one for one in cited.claims if one not in claims)
        return self.numbers.setdefault(key, len(self.numbers) + 1)

    def citations(self) -> tuple[Citation, ...]:
        """Return all that was cited, by number."""
        made = []
        for key, number in self.numbers.items():
            report = key[0]
            spans = outer(self.rows[key][0])
            made.append(
                Citation(
                    number=number,
                    report=report,
                    outlet=self.found.outlet(report),
                    day=published(self.found.published[report]),
                    spans=spans,
                    words=tuple(self.found.words(report, span) for span in spans),
                    claims=tuple(self.rows[key][1]),
                )
            )
        return tuple(made)
