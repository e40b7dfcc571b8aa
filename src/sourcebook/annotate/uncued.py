"""Contents that no marked cue has: the words that are likeliest their cue are marked anew."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Sequence

import numpy as np

from sourcebook.annotate.bio import FORBIDDEN, Marked, Numbers, best_chain, best_through, bounded, started
from sourcebook.annotate.section import Section
from sourcebook.infer.scores import Floats

LEAST = -3.0
"""How much less likely than the best ones the tags with a cue for a content may be, the link counted. Unit: nats.
From -2 to -5 the figures of PolNeAR's dev part, and of either half of it, are within half a point."""
REACH = 80
"""How far from a content its cue may be. Unit: words."""


def with_cues(
    section: Section,
    tags: Numbers,
    alone: Sequence[Marked],
    taken: Collection[int],
    labels: tuple[str, ...],
    steps: Floats | None,
) -> Numbers:
    """
    Return the tags with a cue for each content that stands alone, where one is likely enough; the others stay.

    Somebody's words are seldom marked without cause, and it is the cue that is overlooked: an unusual verb, a noun.

    Args:
        section: Where they stand.
        tags: Its tags. Shape (words,).
        alone: The contents.
        taken: Words of attributions that are whole already: their tags stay.
        labels: Names of the tags.
        steps: As in ``best_tags``.
    """
    between = started(labels) if steps is None else started(labels) + steps
    scores = bounded(section.scores.attribution, labels, section.paragraphs)
    begin, inside = labels.index("B-cue"), labels.index("I-cue")
    fixed = {*taken, *(place for place, skipped in enumerate(section.skipped) if skipped)}
    found = tags.copy()
    for content in alone:
        fixed.update(range(content.first, content.end))
        first, end = _stretch(section, found, content, labels)
        free = [place for place in range(first, end) if place not in fixed]
        if not free:
            continue
        here = scores[first:end].copy()
        held = [place - first for place in range(first, end) if place in fixed]
        _hold(here, held, found[first:end][held])
        into = np.concatenate([between[:-1], between[found[first - 1] if first else -1][None]])
        through = best_through(here, into)
        links = np.array([section.scores.links("content", place, [content.first])[0] for place in free])
        places = np.array(free) - first
        values = through[places, begin] - through[0].max() - np.logaddexp(0, -links)
        best = int(values.argmax())
        if values[best] < LEAST:
            continue
        _hold(here, [free[best] - first], np.array([begin]))
        found[first:end] = best_chain(here, into)
        fixed.add(free[best])
        fixed.update(_run(found, free[best] + 1, inside))
    return found


def _stretch(section: Section, tags: Numbers, content: Marked, labels: tuple[str, ...]) -> tuple[int, int]:
    """Return the words of its paragraph that are near a content; no span is cut in two by their end."""
    number = bisect_right(section.paragraphs, content.first) - 1
    first = max(section.paragraphs[number], content.first - REACH)
    end = min(section.paragraphs[number + 1], content.end + REACH)
    while end < section.paragraphs[number + 1] and labels[tags[end]].startswith("I-"):
        end += 1
    return first, end


def _hold(scores: Floats, places: Sequence[int], tags: Numbers) -> None:
    """Forbid words all tags but one."""
    kept = scores[places, tags]
    scores[places] += FORBIDDEN
    scores[places, tags] = kept


def _run(tags: Numbers, first: int, tag: int) -> range:
    end = first
    while end < len(tags) and tags[end] == tag:
        end += 1
    return range(first, end)
