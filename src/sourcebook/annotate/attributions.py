"""Who says what: sources, cues and contents, and which of them belong together (PolNeAR's scheme)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sourcebook.annotate.bio import Marked, Numbers, best_tags, log_softmax, spans_of
from sourcebook.annotate.section import Section
from sourcebook.annotate.uncued import with_cues
from sourcebook.infer.scores import Floats

ENOUGH = 0.0
"""Log-odds from which a content belongs to a cue."""
FALLBACK = -3.0
"""Log-odds from which a cue that has no content otherwise takes its best one."""
FAR = -1e9
REACH_SOURCE, REACH_CONTENT = 60, 80
"""How far from the cue a source or content may begin. Unit: words."""


@dataclass(frozen=True, slots=True, order=True)
class Said:
    """
    An attribution in words of its section.

    Attributes:
        cue: The words that attribute; None where there are none.
        source: Who says it; None where nobody is named.
        content: What is said, in order.
        parent: Number of the attribution in whose content this one stands, in the list that it is in.
    """

    cue: Marked | None
    source: Marked | None
    content: tuple[Marked, ...]
    parent: int | None = None


def find_said(section: Section, labels: tuple[str, ...], steps: Floats | None = None) -> list[Said]:
    """Return the outermost attributions of a section in order of their first word; ``steps`` as in ``best_tags``."""
    tags = best_tags(log_softmax(section.scores.attribution), labels, section.paragraphs, steps)
    found, alone = _read(section, tags, labels)
    if alone:
        taken = {place for one in found for part in _parts(one) for place in range(part.first, part.end)}
        found, _ = _read(section, with_cues(section, tags, alone, taken, labels, steps), labels)
    return sorted(found, key=_first)


def _read(section: Section, tags: Numbers, labels: tuple[str, ...]) -> tuple[list[Said], list[Marked]]:
    """Return the attributions that tags make, and the contents that belong to none."""
    marked = [one for one in spans_of(tags, labels, section.paragraphs) if not section.skipped[one.first]]
    sources, cues, contents = ([one for one in marked if one.kind == kind] for kind in ("source", "cue", "content"))
    contents = [one for one in contents if any(section.tokens[at].pos != "PUNCT" for at in range(one.first, one.end))]
    said = _contents(section, cues, contents)
    found = [
        Said(cue, _source(section, cue, sources), _together(said[number]))
        for number, cue in enumerate(cues)
        if said[number]
    ]
    owned = {one for some in said for one in some}
    return found, [one for one in contents if one not in owned]


def _parts(said: Said) -> list[Marked]:
    return [one for one in (said.cue, said.source, *said.content) if one is not None]


def _first(said: Said) -> tuple[int, int]:
    parts = _parts(said)
    return min(one.first for one in parts), -max(one.end for one in parts)


def _source(section: Section, cue: Marked, sources: Sequence[Marked]) -> Marked | None:
    """Return a cue's source by the model's links, None where having none is likelier."""
    near = [one for one in sources if abs(one.first - cue.first) <= REACH_SOURCE]
    if not near:
        return None
    values = section.scores.links("source", cue.first, [one.first for one in near])
    best = int(values.argmax())
    return near[best] if values[best] > 0 else None


def _contents(section: Section, cues: Sequence[Marked], contents: Sequence[Marked]) -> list[list[Marked]]:
    """
    Return the contents of each cue; each content goes to its best cue, as PolNeAR gives no word to two attributions.

    A cue left without takes the best content that no cue has, if there is one that may be its own.
    """
    found: list[list[Marked]] = [[] for _ in cues]
    if not cues or not contents:
        return found
    firsts = [one.first for one in contents]
    values = np.array([section.scores.links("content", cue.first, firsts) for cue in cues])
    for row, cue in enumerate(cues):
        for column, content in enumerate(contents):
            if _gap(cue, content) > REACH_CONTENT:
                values[row, column] = FAR
    left = []
    for column, content in enumerate(contents):
        best = int(values[:, column].argmax())
        if values[best, column] > ENOUGH:
            found[best].append(content)
        else:
            left.append(column)
    for row in range(len(cues)):
        if not found[row] and left:
            best = max(left, key=lambda column: (float(values[row, column]), -column))
            if values[row, best] > FALLBACK:
                found[row].append(contents[best])
                left.remove(best)
    for column in left:
        best = int(values[:, column].argmax())
        if values[best, column] > FALLBACK and _same_sentence(section, cues[best], contents[column]):
            found[best].append(contents[column])
    return found


def _together(contents: Sequence[Marked]) -> tuple[Marked, ...]:
    """Return the contents of one cue in order; those that touch are one."""
    found: list[Marked] = []
    for one in sorted(contents):
        if found and found[-1].end == one.first:
            found[-1] = Marked(found[-1].first, one.end, one.kind)
        else:
            found.append(one)
    return tuple(found)


def _gap(one: Marked, other: Marked) -> int:
    """Return how many words lie between two spans; 0 where they touch."""
    return max(one.first - other.end, other.first - one.end, 0)


def _same_sentence(section: Section, one: Marked, other: Marked) -> bool:
    first, last = sorted((one.first, other.first))
    return bisect_right(section.bounds, first) == bisect_right(section.bounds, last) or last - first < 3
