"""Texts drawn with their marks, without a story: files in, a page out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from sourcebook.desk.stages import Parcel
from sourcebook.errors import UnreadableInput
from sourcebook.tell import sheet_page
from sourcebook.values.marks import Annotation
from sourcebook.values.reports import Report


@dataclass(frozen=True, slots=True)
class Sheet:
    """
    A page of texts with their marks.

    Attributes:
        page: HTML that needs nothing else.
        texts: How many texts are on it.
        faults: What could not be read, and why.
    """

    page: str
    texts: int
    faults: tuple[UnreadableInput, ...]


def draw(parcels: Iterable[Parcel | UnreadableInput], annotate: Callable[[Report], Annotation]) -> Sheet:
    """Return the page of all texts that can be read, in the order given; nothing is kept."""
    texts: list[tuple[Report, Annotation]] = []
    faults: list[UnreadableInput] = []
    for parcel in parcels:
        for one in (parcel,) if isinstance(parcel, UnreadableInput) else parcel.reports():
            if isinstance(one, UnreadableInput):
                faults.append(one)
            else:
                texts.append((one.report, annotate(one.report)))
    return Sheet(sheet_page(texts), len(texts), tuple(faults))
