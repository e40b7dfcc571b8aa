"""Where a report's text begins behind the place, day and agency that open it: "BRASK, May 4 (Wire) —"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np
import regex

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.section import Section
from sourcebook.infer.scores import Flags

WIDEST = 24
"""Most words of a dateline; two cities, a country, a day with a year and an agency take some twenty."""

_CAPITALS = r"\p{Lu}[\p{Lu}.'’]+(?:[ \-/]+[\p{Lu}.'’]{2,})*"
_REST = r"(?: ?[,.][ \p{L}\p{N}.,'’\-]{1,40}?)?"
_AGENCY = r" \( ?[^()]{2,30}? ?\)"
_DASH = r" ?(?:—|–|―|--?|:)"
_DATELINE = regex.compile(
    rf"(?:{_CAPITALS}{_REST}(?:{_AGENCY})?{_DASH}"  # BRASK, May 4 (Wire) —; BRASK. May 4 (Wire) -
    rf"|\p{{Lu}}[\p{{L}}'’\- ]{{1,30}}{_REST}{_AGENCY} ?(?:—|–|―|--?)"  # Brask (Wire) —
    rf"|\( ?\p{{Lu}}[\p{{L}} ]{{1,20}} ?\) ?(?:—|–|―|--?)"  # (Wire) —
    rf"|{_CAPITALS}{_REST} ?\.? ?/ ?[\p{{L}} ]{{2,30}} ?/ ?[.\-–—])"  # BRASK, May 4. /Wire/.
    r" (?=[\p{Lu}\p{N}“\"‘])"
)


def openings(words: Sequence[str], starts: Flags) -> Iterator[int]:
    """
    Yield the first word behind each dateline.

    Args:
        words: The words.
        starts: Whether a paragraph starts with the word. Shape (words,).
    """
    for first in [place for place in range(len(words)) if place == 0 or starts[place]]:
        near = words[first : first + WIDEST]
        match = _DATELINE.match(" ".join(near))
        if match is not None:
            place = first + match.group().count(" ")
            if not starts[first + 1 : place + 1].any():
                yield place


def places_of_datelines(section: Section, found: Sequence[Marked]) -> list[Marked]:
    """Return names, those in capitals that open a dateline as places ("OLBY (Wire) -"); "ORR:" is who speaks."""
    opened = {first for first, place in _begins(section).items() if section.words[place - 1] != ":"}
    return [
        replace(one, kind="place") if one.first in opened and section.words[one.first].isupper() else one
        for one in found
    ]


def without_datelines(section: Section, marked: Sequence[Said]) -> list[Said]:
    """Return attributions whose contents begin behind the dateline of their paragraph, not with it."""
    begins = _begins(section)
    return [
        replace(one, content=tuple(_behind(begins.get(part.first), part) for part in one.content)) for one in marked
    ]


def _begins(section: Section) -> dict[int, int]:
    """Return for the first word of each paragraph that a dateline opens the first one behind that."""
    starts = np.zeros(len(section.words), np.bool_)
    starts[[place for place in section.paragraphs if place < len(section.words)]] = True
    return {int(np.flatnonzero(starts[: place + 1])[-1]): place for place in openings(section.words, starts)}


def _behind(place: int | None, part: Marked) -> Marked:
    return part if place is None or place >= part.end else replace(part, first=place)
