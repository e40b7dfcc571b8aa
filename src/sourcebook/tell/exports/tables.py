"""Rows and columns, what each column means, and the rows as comma-separated values."""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from io import StringIO
from typing import Generic, TypeVar

from sourcebook.tell.exports.cleaning import defused, printable

Cell = str | int | float | bool | tuple[str, ...] | None
"""What stands in a field; None where nothing is known."""

BETWEEN = " | "
"""What stands between the parts of a list in one cell."""

Row = TypeVar("Row")


class Sort(StrEnum):
    """What a column holds, as the data dictionary calls it."""

    TEXT = "text"
    LIST = "list"
    DAY = "day"
    WHOLE = "whole number"
    NUMBER = "number"
    FLAG = "true or false"


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """
    A column.

    Attributes:
        about: What it holds, for the data dictionary: unit, range, what an empty cell means.
        of: Its value in a row.
    """

    name: str
    sort: Sort
    about: str
    of: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """
    Rows of one kind.

    Attributes:
        about: Lines on where it comes from: the story, the conditions.
    """

    name: str
    columns: tuple[Column[Row], ...]
    rows: tuple[Row, ...]
    about: tuple[tuple[str, str], ...] = ()


def dictionary(columns: Sequence[Column[Row]]) -> str:
    """Return the data dictionary as a table of Markdown."""
    lines = ["| Column | Holds | Meaning |", "| --- | --- | --- |"]
    lines += [f"| `{one.name}` | {one.sort} | {one.about} |" for one in columns]
    return "\n".join(lines) + "\n"


def joined(value: Cell) -> str | int | float | bool | None:
    """Return a cell with lists written as one text, and text made harmless."""
    if isinstance(value, tuple):
        value = BETWEEN.join(value)
    return defused(printable(value)) if isinstance(value, str) else value


def comma_separated(table: Table[Row]) -> bytes:
    """
    Return the rows as RFC 4180 has them: UTF-8 with a byte order mark, without which Excel takes it for Latin-1.

    Numbers are written as they are, text that a spreadsheet would compute with an apostrophe before it.
    """
    stream = StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow([one.name for one in table.columns])
    for row in table.rows:
        writer.writerow([_written(joined(one.of(row))) for one in table.columns])
    return stream.getvalue().encode("utf-8-sig")


def _written(value: str | float | bool | None) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)
