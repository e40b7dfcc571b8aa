"""Rows as an Excel workbook: the rows, their data dictionary, and where they come from."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TypeVar

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from sourcebook.tell.exports.tables import Column, Sort, Table, joined

Row = TypeVar("Row")

LONGEST = 32_767
"""Characters of one cell; Excel takes no more."""

_MADE = datetime(1980, 1, 1)  # noqa: DTZ001 - the form knows no zone
"""The day that a workbook says it was made on: the first that a zip archive can hold, so that bytes don't change."""

_WIDTHS = {Sort.TEXT: 28, Sort.LIST: 28, Sort.DAY: 12, Sort.WHOLE: 9, Sort.NUMBER: 11, Sort.FLAG: 9}
"""Width of a column. Unit: digits of the standard font."""


def spreadsheet(table: Table[Row]) -> bytes:
    """
    Return the rows as a workbook of three sheets: the rows, ``dictionary``, ``about``.

    No cell is a formula or a link: text is written as text, and what a spreadsheet would compute has an apostrophe
    before it, so that it stays harmless when it is saved as CSV. What a cell can't hold is cut, and ends with ``…``.
    """
    stream = BytesIO()
    book = Workbook(stream, {"in_memory": True})
    book.set_properties({"title": table.name, "created": _MADE})
    head = book.add_format({"bold": True, "bottom": 1})
    rows = book.add_worksheet(table.name)
    for place, column in enumerate(table.columns):
        rows.set_column(place, place, _WIDTHS[column.sort])
        rows.write_string(0, place, column.name, head)
    for number, row in enumerate(table.rows, 1):
        for place, column in enumerate(table.columns):
            _write(rows, number, place, joined(column.of(row)))
    rows.freeze_panes(1, 0)
    rows.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    _dictionary(book.add_worksheet("dictionary"), table.columns, head)
    about = book.add_worksheet("about")
    about.set_column(0, 1, 40)
    for number, (name, value) in enumerate(table.about):
        about.write_string(number, 0, name, head)
        _write(about, number, 1, joined(value))
    book.close()
    return stream.getvalue()


def _dictionary(sheet: Worksheet, columns: tuple[Column[Row], ...], head: Format) -> None:
    sheet.set_column(0, 1, 20)
    sheet.set_column(2, 2, 100)
    for place, name in enumerate(("column", "holds", "meaning")):
        sheet.write_string(0, place, name, head)
    for number, column in enumerate(columns, 1):
        for place, text in enumerate((column.name, column.sort.value, column.about)):
            sheet.write_string(number, place, text)
    sheet.freeze_panes(1, 0)


def _write(sheet: Worksheet, row: int, place: int, value: str | float | bool | None) -> None:
    if isinstance(value, bool):
        sheet.write_boolean(row, place, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, place, value)
    elif value is not None and value:
        sheet.write_string(row, place, value if len(value) <= LONGEST else f"{value[: LONGEST - 1]}…")
