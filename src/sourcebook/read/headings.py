"""Headlines: the page's own, those of further stories on it, and the small ones inside a story."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from sourcebook.read.furniture import is_address
from sourcebook.read.lines import Line, echo, telling_words, title_sentence
from sourcebook.read.surnames import goes_on

LONGEST = 25
"""Words of the longest headline believed. Source: 924 headlines of PolNeAR's seven outlets, the longest has 24."""

SURELY_SHORT = 15
"""
Words up to which the first line of a page is its headline, closed by a full stop or not. Source: PolNeAR, where 904
first lines keep .98 of their headlines under this rule and 3 in 100 leads that stand first by themselves are taken.
"""

SOME, GOOD, STRONG = 0.2, 0.3, 0.5
"""
Shares of a heading's content that the next lines say again: of a long unclosed line inside a page; of a short one; of a
closed line inside a page that carries several stories. Source: stories of PolNeAR strung together at random and
whole ones (``docs/reading.md`` has the figures).
"""

LEAST_ITEM_HEADING = 4
"""
Words of the shortest heading that begins a further story; shorter ones head sections ("The vote"), but on a page of
several stories where the next lines repeat them.
"""

SURELY_LONG = 5
"""Words above which the heading of a section is rare, so that less repetition is asked for (``SOME``)."""

LONGEST_CLOSED = 16
"""Words of the longest closed line that is taken for the heading of a further story."""

REACH = 3
"""Lines below a heading in which its words are looked for."""

_DATELINE = re.compile(r"[A-Z][A-Z'’.\-]+[A-Z][^a-z]{0,30}[\w.,'’ ]{0,30}(?:\([^()]{2,40}\)\s*)?[–—-]{1,2}\s")
_TITLE_CASE = 0.7
_TELLING = re.compile(r"\b(?:said|told)\b")
"""Headlines are written in the present: none of the 924 of PolNeAR has one of these."""

_QUOTATION = re.compile(r"[\"“«„'‘].*[\"”»'’]")
_QUOTED = re.compile(r"[\"“«„'‘]")


class Heading(Enum):
    """What a line inside a page heads."""

    NONE = "none"
    SECTION = "section"
    ITEM = "item"


def is_top_headline(line: Line, below: Sequence[Line], title: str | None) -> bool:
    """
    Tell whether the first line of a story is its headline.

    Args:
        line: The first line that is neither caption nor furniture.
        below: The story's further lines.
        title: The headline as the page or its owner gives it; None where nobody does.
    """
    if title is not None and same_words(line.text, title):
        return True
    if not below or line.words > LONGEST or (line.leads_on and line.text[-1] != ";") or _DATELINE.match(line.text):
        return False
    if not line.ends or line.capitals >= _TITLE_CASE:
        return True
    return line.words <= SURELY_SHORT and _TELLING.search(line.text) is None


def same_words(one: str, other: str) -> bool:
    """Tell whether two lines are the same but for case and punctuation."""
    return bool(one) and re.findall(r"\w+", one.casefold()) == re.findall(r"\w+", other.casefold())


def heading_at(lines: Sequence[Line], index: int, *, below_heading: bool, several: bool) -> Heading:
    """
    Tell what the line at ``index`` heads, among the lines of stories.

    Unclosed lines between closed ones are headings; where the next lines take up their words they begin a story of
    their own. On a page that has shown to carry several stories, closed lines do so too.

    Args:
        lines: The page's story lines, without captions and furniture.
        index: Which of them; neither the first nor the last.
        below_heading: Whether the line above is a heading itself (the page's name above its first story).
        several: Whether the page is known to carry several stories.
    """
    line, before, after = lines[index], lines[index - 1], lines[index + 1]
    if line.words > LONGEST or line.leads_on or before.leads_on or after.words <= line.words or is_address(line.text):
        return Heading.NONE
    telling = len(telling_words(line.text)) > 1
    if line.ends:
        wanted = several or line.capitals >= 1.0
        if not (wanted and telling and line.words >= LEAST_ITEM_HEADING) or _QUOTED.match(line.text):
            return Heading.NONE
    elif not after.prose or not (below_heading or before.ends):
        return Heading.NONE
    repeated = echo(line.text, [one.text for one in lines[index + 1 : index + 1 + REACH]])
    if line.ends:
        title = line.capitals >= 1.0 and line.words > LEAST_ITEM_HEADING and repeated >= GOOD
        return Heading.ITEM if title or (several and _again(line, repeated)) else Heading.NONE
    if line.words >= LEAST_ITEM_HEADING:
        fits = several or repeated >= (SOME if line.words > SURELY_LONG else GOOD)
    else:
        fits = several and repeated >= STRONG
    if not (telling and fits) or _QUOTATION.fullmatch(line.text):
        return Heading.SECTION
    going_on = not several and goes_on(
        (one.text for one in lines[:index]), (one.text for one in lines[index + 1 : index + 1 + REACH])
    )
    return Heading.SECTION if going_on else Heading.ITEM


def _again(line: Line, repeated: float) -> bool:
    return line.words <= LONGEST_CLOSED and repeated >= STRONG


def title_run_in(line: Line) -> int:
    """Return how many characters of a line are a title run together with its story; 0 for none."""
    return title_sentence(line.text)
