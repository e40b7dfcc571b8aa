"""Marks on a text as boxes inside boxes: what HTML can draw of spans that overlap as they like."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from sourcebook.values.spans import Span


@dataclass(frozen=True, slots=True)
class Box:
    """
    A mark to be drawn around some words.

    Attributes:
        rank: Of two boxes around the same words, the lower one goes outside.
        look: Classes of the style sheet, ours alone: nothing from a text.
        title: What the pointer is told.
        before: A label in front of the words, none where empty.
        after: A label behind them.
    """

    span: Span
    rank: int
    look: str
    title: str = ""
    before: str = ""
    after: str = ""


def drawn(text: str, within: Span, boxes: Iterable[Box]) -> Markup:
    """
    Return a stretch of a text as HTML with the boxes that touch it, the text and all labels escaped.

    Where two boxes cross, the one that begins later is cut in two at the other's end. A box that was cut has its first
    label on its first part and its last one on its last.

    >>> drawn("a < b", Span(0, 5), [Box(Span(0, 3), 0, "x"), Box(Span(2, 5), 0, "y", after="!")])
    Markup('<b class="x">a <b class="y">&lt;</b></b><b class="y"> b<small>!</small></b>')
    """
    waiting = sorted((one for one in (_clipped(each, within) for each in boxes) if one is not None), key=_outside)
    return Markup("").join(_inside(text, within, waiting))


def _outside(box: Box) -> tuple[int, int, int, str, str, str, str]:
    return box.span.start, -box.span.end, box.rank, box.look, box.title, box.before, box.after


def _clipped(box: Box, within: Span) -> Box | None:
    start, end = max(box.span.start, within.start), min(box.span.end, within.end)
    if start >= end:
        return None
    before = box.before if start == box.span.start else ""
    return replace(box, span=Span(start, end), before=before, after=box.after if end == box.span.end else "")


def _inside(text: str, within: Span, boxes: Sequence[Box]) -> Iterator[Markup]:
    """Yield the pieces of a stretch; ``boxes`` lie in it, outer ones first."""
    at, left = within.start, list(boxes)
    while left:
        outer = left[0]
        held: list[Box] = []
        behind: list[Box] = []
        for one in left[1:]:
            for part in _halves(one, outer.span.end):
                (held if part.span.end <= outer.span.end else behind).append(part)
        if at < outer.span.start:
            yield _plain(text, at, outer.span.start)
        yield _box(text, outer, sorted(held, key=_outside))
        at, left = outer.span.end, sorted(behind, key=_outside)
    if at < within.end:
        yield _plain(text, at, within.end)


def _halves(box: Box, cut: int) -> tuple[Box, ...]:
    if not box.span.start < cut < box.span.end:
        return (box,)
    first, second = Span(box.span.start, cut), Span(cut, box.span.end)
    return replace(box, span=first, after=""), replace(box, span=second, before="")


def _plain(text: str, start: int, end: int) -> Markup:
    return Markup("{}").format(text[start:end])


def _box(text: str, box: Box, held: Sequence[Box]) -> Markup:
    title = Markup(' title="{}"').format(box.title) if box.title else Markup("")
    before, after = (Markup("<small>{}</small>").format(one) if one else "" for one in (box.before, box.after))
    inside = Markup("").join(_inside(text, box.span, held))
    return Markup('<b class="{}"{}>{}{}{}</b>').format(box.look, title, before, inside, after)
