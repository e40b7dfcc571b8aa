"""What a resolver may lean on: the day of publication and the times told before, and what it makes of an expression."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from sourcebook.annotate.times.clues import Lean, lean
from sourcebook.annotate.times.meanings import Parsed
from sourcebook.annotate.times.stretches import Stretch, Unit
from sourcebook.annotate.times.tokens import Token
from sourcebook.values.kinds import Precision, TimeKind
from sourcebook.values.spans import Span

ANCHOR_REACH = 5
"""How many sentences back "the next day" may look for its day. Set by reasoning; no corpus decided it."""

REMEMBERED = 40
"""How many expressions back an anchor is looked for, so that a text without sentences costs no more than others."""

YEAR_REACH = 2
"""How many sentences back a month may look for its year where no publication day is known: a narrative's next step."""

_WIDTH = {Unit.DAY: 0, Unit.WEEKEND: 1, Unit.WEEK: 2, Unit.MONTH: 3, Unit.QUARTER: 4, Unit.SEASON: 4, Unit.HALF: 5}
"""Order of units by width; those not listed are wider than all."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """
    What an expression tells, once resolved.

    Attributes:
        value: TIMEX3 value.
        first: First day, None where not known or open.
        last: Last day, included.
        anchored: Whether the day of publication was needed.
        said: What was taken from the context, for ``basis``.
        stretch: The stretch of the calendar where it is one; later expressions may count from it.
    """

    kind: TimeKind
    value: str
    first: date | None = None
    last: date | None = None
    precision: Precision = Precision.OPEN
    anchored: bool = False
    said: str = ""
    stretch: Stretch | None = None


def from_stretch(stretch: Stretch, said: str, *, anchored: bool) -> Resolved:
    """Return a date that is this stretch."""
    return Resolved(
        TimeKind.DATE, stretch.value, stretch.first, stretch.last, stretch.precision, anchored, said, stretch
    )


def unknown(value: str, said: str, kind: TimeKind = TimeKind.DATE, precision: Precision = Precision.OPEN) -> Resolved:
    """Return an expression whose days nothing allows to say."""
    return Resolved(kind, value, precision=precision, said=said)


@dataclass(slots=True)
class Context:
    """
    What is known while a text is read from its beginning.

    Attributes:
        published: Day of publication, None where unknown.
        start: Index of the first token of the expression in hand.
        end: Index of the first token behind it.
    """

    text: str
    tokens: list[Token]
    published: date | None
    sentence_starts: Sequence[int]
    start: int = 0
    end: int = 0
    told: list[tuple[int, str, Resolved]] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, tokens: list[Token], sentences: Sequence[Span], published: date | None) -> Context:
        """Return the context at the beginning of a text."""
        return cls(text, tokens, published, sorted(sentence.start for sentence in sentences))

    def sentence(self, position: int) -> int:
        """Return the number of the sentence that a character stands in, counted from 1; 0 before the first."""
        return bisect_right(self.sentence_starts, position)

    def words(self, parsed: Parsed) -> str:
        """Return the words of an expression."""
        return self.text[self.tokens[parsed.start].start : self.tokens[parsed.end - 1].end]

    def lean(self) -> Lean:
        """Return what the words around the expression in hand speak of."""
        return lean(self.tokens, self.start, self.end)

    def remember(self, parsed: Parsed, resolved: Resolved) -> None:
        """Keep an expression for those behind it."""
        if resolved.stretch is not None:
            self.told.append((self.sentence(self.tokens[self.start].start), self.words(parsed), resolved))

    def anchor(self, unit: Unit) -> tuple[str, Resolved, Stretch] | None:
        """
        Return the last expression told, not too far back, that is at least as fine as ``unit``.

        Years and longer times are passed over; a month or week that is told last is returned though it is coarser,
        for "that same day" then lies somewhere in it.
        """
        here = self.sentence(self.tokens[self.start].start)
        for number, words, resolved in reversed(self.told[-REMEMBERED:]):
            if here - number > ANCHOR_REACH:
                return None
            stretch = resolved.stretch
            if stretch is not None and _WIDTH.get(stretch.unit, 9) <= max(_WIDTH.get(unit, 9), _WIDTH[Unit.MONTH]):
                return words, resolved, stretch
        return None

    def narrated(self) -> tuple[str, Stretch] | None:
        """Return the last time told within ``YEAR_REACH`` sentences that lies inside one year."""
        here = self.sentence(self.tokens[self.start].start)
        for number, words, resolved in reversed(self.told[-REMEMBERED:]):
            if here - number > YEAR_REACH:
                return None
            stretch = resolved.stretch
            if stretch is not None and stretch.first.year == stretch.last.year:
                return words, stretch
        return None
