"""A report as the reader shows it: who says what, nested as it is nested; names, events, times."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from sourcebook.desk.portraits import EntityCard, Mark, Marks
from sourcebook.desk.views import ClaimCard
from sourcebook.store.reading import Reading
from sourcebook.values.cards import CardKind
from sourcebook.values.marks import Annotation, AttributionMark
from sourcebook.values.reports import PassageKind
from sourcebook.values.spans import Span


def marks(shelf: Reading, report_id: str) -> Marks:
    """
    Return a report's text and its marks in reading order, wider ones first.

    Raises:
        NotFound: If there is no such report.
    """
    report = shelf.report(report_id)
    annotation = shelf.annotation(report_id)
    found = [*_claims(shelf, report_id), *_names(shelf, report_id)]
    if annotation is not None:
        found += [*_attributions(annotation), *_times(annotation)]
    furniture = tuple((one.span.start, one.span.end) for one in report.passages if one.kind is PassageKind.FURNITURE)
    found.sort(key=lambda one: (one.start, -one.end, one.kind, one.id))
    return Marks(report.text, furniture, tuple(dict.fromkeys(found)))


def _claims(shelf: Reading, report_id: str) -> Iterator[Mark]:
    """Yield the words that tell each claim's act."""
    told = shelf.cards.marked(CardKind.CLAIM, "report", report_id)
    cards = [msgspec.json.decode(face, type=ClaimCard) for face in told.faces]
    bodies = shelf.cards.some(CardKind.CLAIM, [one.id for one in cards])
    for card in cards:
        body = msgspec.json.decode(bodies[card.id][1], type=_Trigger)
        yield Mark(card.id, "event", body.trigger.start, body.trigger.end, card.type, 0, None)


class _Place(msgspec.Struct):
    start: int
    end: int


class _Trigger(msgspec.Struct):
    """The one field of a claim's body that is wanted here."""

    trigger: _Place


def _names(shelf: Reading, report_id: str) -> Iterator[Mark]:
    """Yield where the report mentions entities that it names somewhere."""
    mentions = shelf.cards.marked(CardKind.ENTITY, "report", report_id)
    cards = [msgspec.json.decode(face, type=EntityCard) for face in mentions.faces]
    bodies = shelf.cards.some(CardKind.ENTITY, [one.id for one in cards])
    for card in cards:
        if card.named:
            for report, start, end in msgspec.json.decode(bodies[card.id][1], type=_Mentions).mentions:
                if report == report_id:
                    yield Mark(card.id, "name", start, end, card.name, 0, None)


class _Mentions(msgspec.Struct):
    mentions: tuple[tuple[str, int, int], ...]


def _attributions(annotation: Annotation) -> Iterator[Mark]:
    for number, one in enumerate(annotation.attributions):
        depth, parent = _depth(annotation, one)
        own, of = _name(annotation, number), None if parent is None else _name(annotation, parent)
        parts: list[tuple[str, Span]] = [("content", span) for span in one.content]
        parts += [(kind, span) for kind, span in (("source", one.source), ("cue", one.cue)) if span is not None]
        for kind, span in parts:
            yield Mark(own, kind, span.start, span.end, one.cue_kind.value, depth, of)


def _depth(annotation: Annotation, one: AttributionMark) -> tuple[int, int | None]:
    depth, at = 0, one.parent
    while at is not None and depth < len(annotation.attributions):
        depth, at = depth + 1, annotation.attributions[at].parent
    return depth, one.parent


def _name(annotation: Annotation, number: int) -> str:
    return f"attribution-{annotation.report}-{number}"


def _times(annotation: Annotation) -> Iterator[Mark]:
    for number, one in enumerate(annotation.times):
        yield Mark(
            f"time-{annotation.report}-{number}", "time", one.span.start, one.span.end, one.value or one.kind, 0, None
        )
