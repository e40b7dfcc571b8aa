"""Building a story, and mending it."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from sourcebook.desk.places import Places, Spot, place_of
from sourcebook.desk.stages import Loaded, Parcel, Stages
from sourcebook.desk.steps import Change, Failed, Finished, Joining, Kept, Step
from sourcebook.errors import SourcebookError, StoreFault, UnreadableInput
from sourcebook.store import Store
from sourcebook.store.state import fits, waiting
from sourcebook.values.correcting import corrected
from sourcebook.values.links import Linking
from sourcebook.values.marks import Annotation
from sourcebook.values.reports import Report
from sourcebook.values.standing import Judged

LOG = logging.getLogger(__name__)

Begun = Callable[[], Annotation]
"""Waits for the marks on a report that is being read."""
Piece = TypeVar("Piece")
AHEAD = 16
"""Most things to do that are looked past for the next report that is to be read."""


@dataclass(slots=True)
class _File:
    """A file on its way into the story: the reports that it held so far, and whether all could be kept."""

    parcel: Parcel
    fingerprint: str
    met: set[str] = field(default_factory=set)
    whole: bool = True


@dataclass(frozen=True, slots=True)
class _Known:
    """A file that is as it was when all of it was added."""

    parcel: Parcel


@dataclass(frozen=True, slots=True)
class _Held:
    """What a file holds: a report, something that can't be read, or, last, nothing more."""

    file: _File
    content: Loaded | UnreadableInput | None


def build(
    store: Store, parcels: Iterable[Parcel | UnreadableInput], stages: Stages, *, title: str, version: str
) -> Iterator[Step]:
    """
    Add what the parcels hold to the story and bring it up to date; tell every step once it is done.

    One transaction a report: whatever stops the build keeps every report before, and nothing of the one it was at.
    Safe to repeat: a file that is as it was is not read again; a report that has changed takes the place of its older
    version; one that its table no longer holds goes. However often it was stopped, the story comes out the same.

    Args:
        title: What the story is called, where it has no name yet.
        version: Sourcebook's, for the record.

    Raises:
        StoreFault: If the story can't be written.
    """
    with store.writing() as unit:
        if unit.shelf.ledger.title() is None:
            unit.call_it(title)
        places, known = Places.of(unit.shelf.ledger.places()), unit.shelf.ledger.fingerprints()

    def new(one: _Held | _Known | SourcebookError) -> Report | None:
        held = one.content if isinstance(one, _Held) else None
        return None if held is None or isinstance(held, UnreadableInput) or places.knows(held.report) else held.report

    for one, begun in _ahead(_unpacked(parcels, known), new, stages):
        match one:
            case _Held():
                yield from _take(store, one, begun, stages, places)
            case _Known():
                for report in places.in_file(one.parcel.path):
                    yield Kept(report, places.place(report) or one.parcel.path, Change.KNOWN)
            case _:
                yield Failed(one)
    yield from _redo_stale(store, stages)
    yield from _join(store, stages, version)


def remove(store: Store, report_id: str, stages: Stages, *, version: str) -> Iterator[Step]:
    """
    Take a report out of the story, with its older versions, and work out anew what stands without it.

    Raises:
        NotFound: If the story has no such report.
        StoreFault: If the story can't be written.
    """
    with store.writing() as unit:
        unit.remove_report(report_id)
    yield from _join(store, stages, version)


def _unpacked(
    parcels: Iterable[Parcel | UnreadableInput], known: Mapping[str, str]
) -> Iterator[_Held | _Known | SourcebookError]:
    """Yield what the files hold, one after the other; of a file that can't be read at all the fault."""
    for parcel in parcels:
        if isinstance(parcel, UnreadableInput):
            yield parcel
            continue
        try:
            file = _File(parcel, parcel.fingerprint())
        except SourcebookError as fault:
            yield fault
            continue
        if file.fingerprint == known.get(parcel.path):
            yield _Known(parcel)
            continue
        yield from (_Held(file, one) for one in _reports(parcel))
        yield _Held(file, None)


def _ahead(
    pieces: Iterable[Piece], report_of: Callable[[Piece], Report | None], stages: Stages
) -> Iterator[tuple[Piece, Begun | None]]:
    """Yield each piece, a report that is to be read as soon as the next such report is being read as well."""
    waiting: list[tuple[Piece, Begun | None]] = []
    for piece in pieces:
        report = report_of(piece)
        begun = None if report is None else _begun(report, stages)
        if report is not None or len(waiting) == AHEAD:
            yield from waiting
            waiting.clear()
        waiting.append((piece, begun))
        if waiting[0][1] is None:
            yield from waiting
            waiting.clear()
    yield from waiting


def _begun(report: Report, stages: Stages) -> Begun | None:
    """Have a report read; None where that can't even begin, which comes out again when its turn comes."""
    try:
        return stages.annotate.begin(report)
    except Exception:  # as in ``_add``
        LOG.debug("beginning to read %s", place_of(report), exc_info=True)
        return None


def _take(store: Store, held: _Held, begun: Begun | None, stages: Stages, places: Places) -> Iterator[Step]:
    """Add what a file holds; at its end take out what it held once."""
    file, one = held.file, held.content
    if one is not None:
        step = Failed(one) if isinstance(one, UnreadableInput) else _add(store, one, begun, stages, places, file.met)
        if isinstance(step, Kept):
            file.met.add(step.report)
        else:
            file.whole = False
        yield step
    elif file.whole:
        yield from _clear(store, file.parcel, places, file.met)
        with store.writing() as unit:
            unit.keep_fingerprint(file.parcel.path, file.fingerprint)


def _reports(parcel: Parcel) -> Iterator[Loaded | UnreadableInput]:
    """Read a file; a defect of the reader's ends this file only."""
    try:
        yield from parcel.reports()
    except Exception as fault:  # noqa: BLE001 - as in ``_add``
        yield _defect(parcel.path, fault)


def _clear(store: Store, parcel: Parcel, places: Places, met: set[str]) -> Iterator[Step]:
    """Take out what the file held once and holds no longer."""
    for report in places.in_file(parcel.path):
        if report not in met:
            place = places.place(report) or parcel.path
            with store.writing() as unit:
                unit.remove_report(report)
            places.drop(report)
            yield Kept(report, place, Change.GONE)


def _add(store: Store, one: Loaded, begun: Begun | None, stages: Stages, places: Places, met: set[str]) -> Step:
    """Add one report, unless it is known; a newer version takes the place of the older."""
    report, place = one.report, place_of(one.report)
    try:
        older = _older(store, report, places, met)
        if older is not None and _same(report, older):
            return Kept(older.id, place, Change.KNOWN)
        annotation = (begun or stages.annotate.begin(report))()
        extraction = stages.extract.run(report, annotation)
        with store.writing() as unit:
            unit.add_report(report, one.original, one.media_type, instead_of=None if older is None else older.id)
            unit.keep_annotation(annotation, stages.annotate.producer)
            unit.keep_extraction(extraction, stages.extract.producer)
    except StoreFault:
        raise
    except SourcebookError as fault:
        return Failed(fault)
    except Exception as fault:  # noqa: BLE001 - a defect that one strange report brings out must not cost the others
        return Failed(_defect(place, fault))
    if older is not None:
        places.drop(older.id)
    places.add(place, report.id)
    return Kept(report.id, place, Change.ADDED if older is None else Change.CHANGED, tuple(one.notes))


def _older(store: Store, report: Report, places: Places, met: set[str]) -> Report | None:
    """
    Return the current report that this one is the same as, or a newer version of; None where there is none.

    In a table, rows move: there, a report with an identifier of its own is the one with that identifier, wherever it
    stood. Elsewhere it is the one from the same place.

    Raises:
        UnreadableInput: If another file, or an earlier row, has that identifier.
    """
    place = place_of(report)
    spot, holder = Spot.of(place), places.place(report.id)
    if holder is not None and (report.id in met or Spot.of(holder).file != spot.file):
        raise UnreadableInput(place, "", f"its id {report.id!r} is taken by {holder}")
    known = report.id if holder is not None else places.at(place)
    if known is None or known in met:
        return None
    with store.reading() as shelf:
        older = shelf.report(known)
    moved = spot.record and older.given_id is not None and older.id != report.id
    return None if moved else older


def _same(report: Report, older: Report) -> bool:
    """Tell whether a report is as it was, its path spelled as may be."""
    return (
        replace(report, path=older.path) == older
        and Spot.of(place_of(report)).record == Spot.of(place_of(older)).record
    )


def _redo_stale(store: Store, stages: Stages) -> Iterator[Step]:
    """Redo what another version of a stage, or another model, made."""

    def unmarked(one: tuple[Report, Annotation | None]) -> Report | None:
        report, known = one
        return report if known is None else None

    for (report, known), begun in _ahead(_stale(store, stages), unmarked, stages):
        try:
            annotation = (begun or stages.annotate.begin(report))() if known is None else known
            extraction = stages.extract.run(report, annotation)
            with store.writing() as unit:
                unit.keep_annotation(annotation, stages.annotate.producer)
                unit.keep_extraction(extraction, stages.extract.producer)
        except StoreFault:
            raise
        except SourcebookError as fault:
            step: Step = Failed(fault)
        except Exception as fault:  # noqa: BLE001 - as above
            step = Failed(_defect(place_of(report), fault))
        else:
            step = Kept(report.id, place_of(report), Change.REDONE)
        yield step


def _stale(store: Store, stages: Stages) -> Iterator[tuple[Report, Annotation | None]]:
    """Yield the reports that are not up to date, and their marks where these are."""
    with store.reading() as shelf:
        marks = shelf.ledger.marks()
    for report_id, done in marks.items():
        annotated = stages.annotate.producer in done
        if annotated and stages.extract.producer in done:
            continue
        with store.reading() as shelf:
            report = shelf.report(report_id)
            known = shelf.annotation(report_id) if annotated else None
        yield report, known


def _join(store: Store, stages: Stages, version: str) -> Iterator[Step]:
    """Link and judge over the whole story, in one transaction, unless what is there still holds."""
    with store.reading() as shelf:
        count = len(shelf.ledger.marks())
        known = shelf.ledger.whole() == tuple(str(one) for one in stages.producers)
        fresh = not (known and not waiting(shelf) and fits(shelf))
    if fresh:
        yield Joining(count)
        with store.writing() as unit:
            reports, judgements = unit.shelf.reports(), unit.shelf.judgements()
            extractions = corrected(unit.shelf.extractions(), judgements)
            linking, judged = Linking((), ()), Judged((), ())
            if reports:
                linking = stages.link.run(reports, extractions, judgements)
                judged = stages.judge.run(reports, extractions, linking, judgements)
            unit.keep_whole(linking, judged, version=version, annotator=stages.annotator, producers=stages.producers)
    with store.reading() as shelf:
        story = shelf.story()
    yield Finished(
        reports=len(story.reports),
        claims=sum(len(one.claims) for one in story.extractions),
        entities=len(story.linking.entities),
        events=len(story.judged.events),
        conflicts=len(story.judged.conflicts),
        fresh=fresh,
    )


def _defect(place: str, fault: Exception) -> UnreadableInput:
    """Return what to tell about a fault of our own."""
    LOG.debug("while reading %s", place, exc_info=fault)
    return UnreadableInput(
        place, "", f"a fault in Sourcebook itself, please report it: {type(fault).__name__}: {fault}"
    )
