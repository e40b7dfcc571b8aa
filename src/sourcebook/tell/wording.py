"""Sentences put together from the reports' own words and a few joining words, each piece knowing where it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

import regex

from sourcebook.values.links import InReport
from sourcebook.values.spans import Span

_GAP = regex.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Fragment:
    """
    A few words.

    Attributes:
        where: The span that holds them; None for joining words of ours.
    """

    text: str
    where: InReport | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence in the making; changes return another one."""

    fragments: tuple[Fragment, ...]

    @property
    def text(self) -> str:
        """The words as they will be read."""
        return "".join(one.text for one in self.fragments)

    @property
    def places(self) -> tuple[InReport, ...]:
        """Every span that words were taken from, in order and once."""
        return tuple(sorted({one.where for one in self.fragments if one.where is not None}))

    def __add__(self, other: Wording | str) -> Wording:
        """Return both, one after the other; a string is joining words."""
        more = (Fragment(other),) if isinstance(other, str) else other.fragments
        return Wording(self.fragments + more)

    def capitalized(self) -> Wording:
        """Return it with its first letter large."""
        return self._first(str.upper)

    def lowered(self) -> Wording:
        """Return it with its first letter small; unchanged where it opens with a quotation mark or bracket."""
        return self._first(str.lower) if self.text[:1].isalpha() else self

    def _first(self, change: Callable[[str], str]) -> Wording:
        fragments = list(self.fragments)
        for place, fragment in enumerate(fragments):
            for at, sign in enumerate(fragment.text):
                if sign.isalnum():
                    text = fragment.text[:at] + change(sign) + fragment.text[at + 1 :]
                    fragments[place] = replace(fragment, text=text)
                    return Wording(tuple(fragments))
        return self


def verbatim(report: str, text: str, span: Span, swaps: Iterable[tuple[Span, Wording]] = ()) -> Wording:
    """
    Return the words of a span as the report has them, with other words in the place of some spans inside.

    The swaps lie inside ``span``; of two that overlap the earlier one counts.
    """
    return Wording(tuple(_pieces(report, text, span, swaps)))


def _pieces(report: str, text: str, span: Span, swaps: Iterable[tuple[Span, Wording]]) -> Iterator[Fragment]:
    where = InReport(report, span)
    reached = span.start
    for swapped, words in sorted(swaps, key=lambda one: one[0]):
        if swapped.start < reached or swapped.end > span.end:
            continue
        if swapped.start > reached:
            yield Fragment(_flat(text[reached : swapped.start]), where)
        yield from words.fragments
        reached = swapped.end
    if reached < span.end:
        yield Fragment(_flat(text[reached : span.end]), where)


def _flat(text: str) -> str:
    return _GAP.sub(" ", text)


def balanced(words: Wording, *, quote: bool) -> Wording:
    """
    Return the words with their quotation marks in pairs.

    Args:
        words: Cut out of a report, perhaps inside a quotation.
        quote: Whether they stand wholly inside quotation marks.
    """
    text = words.text
    straight = text.count('"')
    opened, closed = text.count("“"), text.count("”")
    if quote and not opened and not closed and not straight:
        return Wording((Fragment("“"),)) + words + "”"
    if opened < closed:
        words = Wording((Fragment("“"),)) + words
    elif opened > closed:
        words += "”"
    if straight % 2:
        first = text.find('"')
        inside = first + 1 < len(text) and not text[first + 1].isspace() and (first == 0 or text[first - 1] in " (")
        words = words + '"' if inside else Wording((Fragment('"'),)) + words
    return words
