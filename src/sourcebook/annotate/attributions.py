"""Who says what: sources, cues and contents, and which of them belong together (PolNeAR's scheme)."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace

from sourcebook.annotate.bio import Marked, best_tags, log_softmax, spans_of
from sourcebook.annotate.section import Section

ENOUGH = 0.0
"""Log-odds from which a content belongs to a cue."""
FALLBACK = -3.0
"""Log-odds from which a cue that has no content otherwise takes its best one."""
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


def find_said(section: Section, labels: tuple[str, ...]) -> list[Said]:
    """Return the outermost attributions of a section in order of their first word."""
    scores = log_softmax(section.scores.attribution)
    bounds = section.paragraphs
    tags = best_tags(scores, labels, bounds)
    marked = [one for one in spans_of(tags, labels, bounds) if not section.skipped[one.first]]
    sources, cues, contents = ([one for one in marked if one.kind == kind] for kind in ("source", "cue", "content"))
    found = [_linked(section, cue, sources, contents) for cue in cues]
    return sorted(
        (one for one in _adopted(section, found, contents) if one.content),
        key=_first,
    )


def _first(said: Said) -> tuple[int, int]:
    parts = [one for one in (said.cue, said.source, *said.content) if one is not None]
    return min(one.first for one in parts), -max(one.end for one in parts)


def _linked(section: Section, cue: Marked, sources: list[Marked], contents: list[Marked]) -> Said:
    """Give a cue its source and its contents by the model's links."""
    scores = section.scores
    row = scores.link_cue[cue.first]
    source = None
    near = [one for one in sources if abs(one.first - cue.first) <= REACH_SOURCE]
    if near:
        values = scores.link_source[[one.first for one in near]] @ row
        best = int(values.argmax())
        source = near[best] if values[best] > 0 else None
    near = [one for one in contents if _gap(one, cue) <= REACH_CONTENT]
    if not near:
        return Said(cue, source, ())
    values = scores.link_content[[one.first for one in near]] @ row
    chosen = [one for one, value in zip(near, values.tolist(), strict=True) if value > ENOUGH]
    if not chosen and values.max() > FALLBACK:
        chosen = [near[int(values.argmax())]]
    return Said(cue, source, tuple(sorted(chosen)))


def _gap(one: Marked, other: Marked) -> int:
    """Return how many words lie between two spans; 0 where they touch."""
    return max(one.first - other.end, other.first - one.end, 0)


def _adopted(section: Section, found: list[Said], contents: list[Marked]) -> list[Said]:
    """Give every content that has no cue to the best cue of its sentences, if any."""
    taken = {one for said in found for one in said.content}
    result = list(found)
    for content in contents:
        if content in taken:
            continue
        near = [
            number
            for number, said in enumerate(result)
            if said.cue is not None and _same_sentence(section, said.cue, content)
        ]
        if not near:
            continue
        rows = section.scores.link_cue[[_cue(result[number]).first for number in near]]
        values = rows @ section.scores.link_content[content.first]
        best = near[int(values.argmax())]
        if values.max() > FALLBACK:
            result[best] = replace(result[best], content=tuple(sorted({*result[best].content, content})))
    return result


def _cue(said: Said) -> Marked:
    if said.cue is None:
        raise AssertionError("only attributions with a cue are linked")
    return said.cue


def _same_sentence(section: Section, one: Marked, other: Marked) -> bool:
    first, last = sorted((one.first, other.first))
    return bisect_right(section.bounds, first) == bisect_right(section.bounds, last) or last - first < 3
