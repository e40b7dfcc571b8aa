"""The stage table: who does what, in which version. Importing it brings the model's runtime with it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from sourcebook.annotate import Annotator
from sourcebook.annotate.annotator import Job
from sourcebook.annotate.lemmas import pasts
from sourcebook.desk.asking import Mind
from sourcebook.desk.loose import reader
from sourcebook.desk.stages import Annotate, Extract, Judge, Link, Parcel, Stages
from sourcebook.errors import UnreadableInput
from sourcebook.extract import PRODUCER as EXTRACT
from sourcebook.extract import extract
from sourcebook.judge import judge
from sourcebook.link import Gazetteer, link
from sourcebook.read import Columns, Input, find_inputs, fingerprint, read_input
from sourcebook.values.marks import Annotation
from sourcebook.values.producers import Producer
from sourcebook.values.reports import PassageKind, Published, Report

LINK = Producer("link", 6)
JUDGE = Producer("judge", 7)
"""Raise the version when the answers change: every story is then brought up to date by its next build."""


def parcels(paths: Iterable[Path], columns: str | None = None) -> Iterator[Parcel | UnreadableInput]:
    """
    Return the files in these files and folders, ready to be read, and a fault for each that can't be.

    Args:
        paths: Files and folders.
        columns: Names of columns in tables: ``text=body,title=headline``.

    Raises:
        WrongUsage: If the columns are not of that form.
    """
    chosen = Columns() if columns is None else Columns.of(columns)
    return (one if isinstance(one, UnreadableInput) else _parcel(one, chosen) for one in find_inputs(paths))


def _parcel(one: Input, columns: Columns) -> Parcel:
    return Parcel(one.path, lambda: fingerprint(one, columns), lambda: read_input(one, columns))


def stages(folder: Path | None = None, threads: int = 0, places: Path | None = None) -> Stages:
    """
    Return the stages after reading, around the model of that folder and the packaged gazetteer.

    Args:
        folder: Where the model's manifest lies; None for the model inside the package.
        threads: Threads that the model uses; 0 for one for every core.
        places: A gazetteer put in front of the packaged one; a story that was linked with another is linked anew.

    Raises:
        ArtefactMissing: If a file is not there.
        UnreadableInput: If the file of places is no gazetteer.
        ArtefactAltered: If a file is not the one that the manifest pins.
    """
    model = reader(folder, threads)
    annotator = Annotator(model)
    # Two models may go by one name while one is in the making; their files never have one digest.
    producer = replace(annotator.producer, model=f"{model.manifest.id}+{model.manifest.digest[:16]}")

    return Stages(
        annotator=f"{model.manifest.id} sha256:{model.manifest.digest}",
        annotate=Annotate(producer, partial(_begun, annotator)),
        extract=Extract(EXTRACT, extract),
        link=linker(places),
        judge=Judge(JUDGE, judge),
    )


def linker(places: Path | None = None) -> Link:
    """
    Return what links a story, with a gazetteer put in front of the packaged one; None for the packaged one alone.

    Raises:
        UnreadableInput: If the file of places is no gazetteer.
    """
    gazetteer = Gazetteer.load(places)
    producer = LINK if places is None else replace(LINK, model=f"gazetteer {gazetteer.digest[:16]}")
    return Link(producer, partial(link, gazetteer=gazetteer))


def drawer(folder: Path | None = None, threads: int = 0) -> Callable[[Report], Annotation]:
    """
    Return what marks one report as a build does, by the model of that folder.

    Raises:
        ArtefactMissing: If a file is not there.
        ArtefactAltered: If a file is not the one that the manifest pins.
    """
    annotator = Annotator(reader(folder, threads))
    return lambda report: _begun(annotator, report)()


def _begun(annotator: Annotator, report: Report) -> Callable[[], Annotation]:
    furniture = tuple(one.span for one in report.passages if one.kind is PassageKind.FURNITURE)
    return annotator.begin(Job(report.id, report.text, report.published, furniture))


def mind(folder: Path | None = None, threads: int = 0) -> Mind:
    """
    Return what reads a question, by the model of that folder.

    Raises:
        ArtefactMissing: If a file is not there.
        ArtefactAltered: If a file is not the one that the manifest pins.
    """
    annotator = Annotator(reader(folder, threads))

    def annotate(text: str, day: Published) -> Annotation:
        return annotator("", text, day)

    return Mind(annotate, annotator.vectors, pasts)
