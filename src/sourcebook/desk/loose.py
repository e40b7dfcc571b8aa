"""Marks on texts that belong to no story. Importing it brings the model's runtime with it, and nothing of a story's."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from sourcebook.annotate import Annotator, as_contract
from sourcebook.desk.streaming import Marks
from sourcebook.infer import Reader
from sourcebook.values.reports import Basis, Published


def reader(folder: Path | None, threads: int) -> Reader:
    """
    Load the model.

    Args:
        folder: Where its manifest lies; None for the model inside the package.
        threads: Threads that it uses; 0 for one for every core.

    Raises:
        ArtefactMissing: If a file is not there.
        ArtefactAltered: If a file is not the one that the manifest pins.
    """
    return Reader.load(threads=threads) if folder is None else Reader.load(folder, threads)


def marks(folder: Path | None = None, threads: int = 0) -> Marks:
    """
    Return what reads one text into the fields of ``docs/annotations.md``, by the model of that folder.

    Raises:
        ArtefactMissing: If a file is not there.
        ArtefactAltered: If a file is not the one that the manifest pins.
    """
    annotator = Annotator(reader(folder, threads))

    def read(text: str, published: date | None) -> dict[str, object]:
        day = Published() if published is None else Published.on(published, Basis.GIVEN)
        return as_contract(annotator("", text, day), "")

    return read
