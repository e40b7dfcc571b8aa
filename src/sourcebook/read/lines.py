"""What can be said of one line of a page by looking at it: length, ending, capitals, and what it repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from sourcebook.values.reports import PassageKind
from sourcebook.values.spans import Span

WORD = re.compile(r"\w+(?:[’'.\-]\w+)*")

_ENDING = re.compile(r"[.!?…。！？؟۔।][\"'”’»›)\]*_]*$")
_OPEN_ENDING = re.compile(r"[:;,–—-][\"'”’»)\]]*$")
_STOP = re.compile(r"(\w+)[.!?][\"”’»]?(?=\s+[\"“‘«(]?[A-Z])")
_SHORTENED = frozenset(
    "mr mrs ms dr prof sen sens rep reps gov govs gen col lt capt maj sgt brig adm cmdr hon rev st jr sr amb pres no "
    "vs dept univ inc co corp ltd jan feb mar apr jun jul aug sept sep oct nov dec".split()
)
"""Words that a full stop shortens without ending a sentence (Associated Press Stylebook, titles and months)."""

LITTLE = frozenset(
    "a an the of on in to for and at by from as or with into over after before amid against between under per via nor "
    "off up out about than vs v de la le du al el von van bin ibn und der die das et y".split()
)
"""Words that titles in capitals leave small (Chicago Manual of Style 8.159), with the particles of names. No verbs, so
that a sentence whose other words are all capitalized is a title and not prose."""

LEAST_TITLE = 4
"""Words, little ones aside, of the shortest title that is taken off a line."""

LONGEST_TITLE = 220
"""Length in which such a title must end. Unit: code points."""

STEM = 5
"""Letters by which two words count as one when a heading is compared with what follows ("talks", "talking")."""


@dataclass(frozen=True)
class Line:
    """
    One line or paragraph of a page, with white space around it left off.

    Attributes:
        kind: What the file format itself says it is; None where it says nothing.
        item: The separate story it belongs to where the format says so, counted from 0.
    """

    span: Span
    text: str
    kind: PassageKind | None = None
    item: int | None = None

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len(WORD.findall(self.text))

    @cached_property
    def ends(self) -> bool:
        """Whether it ends as a sentence does, closing quotation marks and brackets aside."""
        return _ENDING.search(self.text) is not None

    @cached_property
    def leads_on(self) -> bool:
        """Whether it ends with a colon, comma, semicolon or dash, so that the next line belongs to it."""
        return _OPEN_ENDING.search(self.text) is not None

    @cached_property
    def prose(self) -> bool:
        """Whether it reads as running text: a closed sentence of more than a few words."""
        return self.words >= LEAST_PROSE and self.ends

    @cached_property
    def capitals(self) -> float:
        """Share of its words, the first and little ones aside, that begin with a capital or a digit: 0..1."""
        return capital_share(self.text)


LEAST_PROSE = 8
"""Words of the shortest line that alone counts as running text. Shorter ones are body only in its company."""


def capital_share(text: str) -> float:
    """
    Return the share of words, after the first and without the little ones, that begin with a capital or a digit.

    >>> capital_share("Dam Holds for a Second Night"), capital_share("The dam held in Vell")
    (1.0, 0.3333333333333333)
    """
    rest = [word for word in WORD.findall(text)[1:] if word.lower() not in LITTLE]
    if not rest:
        return 0.0
    return sum(not word[0].islower() for word in rest) / len(rest)


def telling_words(text: str) -> list[str]:
    """Return the stems of the words that carry a line's content: no little words, nothing under four letters."""
    found = (word.lower() for word in WORD.findall(text) if word.lower() not in LITTLE)
    return [word.removesuffix("'s").removesuffix("’s")[:STEM] for word in found if len(word) >= 4]


def echo(heading: str, following: Iterable[str], reach: int = 70) -> float:
    """
    Return how much of a heading's content the lines after it say again: 0..1.

    A headline sums its story up, so most of its words come back in the first sentences; a paragraph's words do not
    come back in the next one.

    Args:
        heading: The line that may be a heading.
        following: The lines after it.
        reach: How far to look. Unit: words.

    >>> echo("Dam holds in Vell", ["The dam at Vell held overnight, its keeper said."])
    0.5
    """
    wanted = set(telling_words(heading))
    if not wanted:
        return 0.0
    near: list[str] = []
    for text in following:
        near += telling_words(text)
        if len(near) >= reach:
            break
    return len(wanted & set(near[:reach])) / len(wanted)


def title_sentence(text: str) -> int:
    """
    Return where a title run together with its story ends, or 0.

    The first sentence of a line is a title where every word but the little ones is capitalized and there are at
    least four such words: running text always has a small verb somewhere.

    >>> title_sentence("An Evening with Ola Brandt on the Vell Dam. She runs it.")
    43
    >>> title_sentence("Ola Brandt spoke in Vell. She runs the dam.")
    0
    """
    for found in _STOP.finditer(text[:LONGEST_TITLE]):
        if len(found[1]) > 1 and found[1].lower() not in _SHORTENED:
            break
    else:
        return 0
    first = text[: found.end()]
    long = [word for word in WORD.findall(first) if word.lower() not in LITTLE]
    if len(long) < LEAST_TITLE or capital_share(first) < 1.0 or first.isupper():
        return 0
    return found.end()
