"""A report's text cut where marks begin and end, so that it can be written as flat HTML whatever they cross."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sourcebook.desk.portraits import Mark

KINDS = ("source", "cue", "content", "name", "event", "time")
"""Kinds of marks that are shown, and how they are called in the style sheet."""

DEEPEST = 3
"""Lines under words that stand in one another; deeper ones are drawn like this."""


@dataclass(frozen=True, slots=True)
class Segment:
    """
    A stretch with the same marks all through.

    Attributes:
        start: Of its first character, in code points of the report's text.
        kinds: Names for the style sheet; ``d1``… tells how deep words stand in others' words.
        entity: Id of the entity that a name means; None where there is none.
        label: What to say of it; empty where it bears no mark.
    """

    start: int
    text: str
    kinds: tuple[str, ...]
    entity: str | None
    label: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of the report. ``furniture`` belongs to the page, not to what it tells."""

    furniture: bool
    segments: tuple[Segment, ...]

    def titles(self, title: str | None) -> bool:
        """Tell whether this line is the report's title."""
        return title is not None and "".join(one.text for one in self.segments).split() == title.split()


@dataclass(frozen=True, slots=True)
class Says:
    """One attribution of the outline: who, the cue, the first words, the stretches, and what stands inside."""

    source: str
    cue: str
    content: str
    spans: str
    start: int
    end: int
    inside: tuple[Says, ...]


def paragraphs(text: str, furniture: Sequence[tuple[int, int]], marks: Sequence[Mark]) -> tuple[Paragraph, ...]:
    """Return the text's lines in segments; every character that isn't a line's end is in exactly one."""
    cuts = sorted({0, len(text), *(edge for one in marks for edge in (one.start, one.end) if 0 <= edge <= len(text))})
    opening: dict[int, list[Mark]] = {}
    for one in marks:
        if 0 <= one.start < one.end <= len(text) and one.kind in KINDS:
            opening.setdefault(one.start, []).append(one)
    on: list[Mark] = []
    bearing: list[tuple[Mark, ...]] = []
    for cut in cuts:
        on = [one for one in on if one.end > cut] + opening.get(cut, [])
        bearing.append(tuple(on))
    made: list[Paragraph] = []
    start = 0
    for line in text.splitlines(keepends=True):
        end = start + len(line)
        bare = line.rstrip("\r\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029")
        if bare.strip():
            dim = any(first <= start and start + len(bare) <= last for first, last in furniture)
            made.append(Paragraph(dim, tuple(_segments(text, start, start + len(bare), cuts, bearing))))
        start = end
    return tuple(made)


def _segments(
    text: str, start: int, end: int, cuts: Sequence[int], bearing: Sequence[tuple[Mark, ...]]
) -> Iterator[Segment]:
    place = bisect_right(cuts, start) - 1
    while start < end:
        stop = min(end, cuts[place + 1] if place + 1 < len(cuts) else end)
        marks = bearing[place]
        names = [one for one in marks if one.kind == "name"]
        deep = max((one.depth + 1 for one in marks if one.kind == "content"), default=0)
        kinds = [f"m-{kind}" for kind in KINDS if any(one.kind == kind for one in marks)]
        if deep:
            kinds.append(f"d{min(deep, DEEPEST)}")
        label = " · ".join(dict.fromkeys(f"{one.kind}: {one.label}" if one.label else one.kind for one in marks))
        entity = min(names, key=lambda one: one.end - one.start).id if names else None
        yield Segment(start, text[start:stop], tuple(kinds), entity, label)
        start, place = stop, place + 1


def outline(text: str, marks: Sequence[Mark], longest: int = 90) -> tuple[Says, ...]:
    """
    Return who says what in a report, what is said inside other words inside them, in reading order.

    Args:
        longest: Characters of the content that are shown.
    """
    parts: dict[str, dict[str, list[Mark]]] = {}
    over: dict[str, str | None] = {}
    for one in marks:
        if one.kind not in {"source", "cue", "content"}:
            continue
        parts.setdefault(one.id, {}).setdefault(one.kind, []).append(one)
        over.setdefault(one.id, one.of)

    def says(own: str, seen: frozenset[str]) -> Says:
        found = parts[own]
        every = sorted((one for rows in found.values() for one in rows), key=lambda one: (one.start, one.end))
        content = " … ".join(text[one.start : one.end] for one in found.get("content", ()))
        inside = [one for one, above in over.items() if above == own and one not in seen]
        return Says(
            " ".join(text[one.start : one.end] for one in found.get("source", ())),
            " ".join(text[one.start : one.end] for one in found.get("cue", ())),
            content if len(content) <= longest else f"{content[: longest - 1].rstrip()}…",
            " ".join(f"{one.start}-{one.end}" for one in every),
            every[0].start,
            every[-1].end,
            tuple(says(one, seen | {one}) for one in inside),
        )

    return tuple(says(one, frozenset({one})) for one, above in over.items() if above is None or above not in parts)
