"""Files that hold a report a line: JSON Lines and tables."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import BinaryIO

from sourcebook.errors import UnreadableInput
from sourcebook.read.cleaning import cleaned
from sourcebook.read.columns import Columns
from sourcebook.read.decoding import decoded
from sourcebook.read.details import NAMES, Details, one_line
from sourcebook.read.draft import Body, Draft
from sourcebook.read.headings import same_words
from sourcebook.read.passages import lines_of

RECORD_LIMIT = 50_000_000
"""Records from this size on are refused. Unit: bytes, of a line in JSON Lines; characters, of a cell in a table."""

_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Row:
    """
    One record.

    Attributes:
        line: The line it begins on, from 1.
        original: Its bytes, without the line end.
    """

    line: int
    original: bytes
    draft: Draft


def read_jsonl(stream: BinaryIO, file: str, columns: Columns) -> Iterator[Row | UnreadableInput]:
    """
    Read JSON Lines, one record in memory at a time; a line that is no record gives an error, the rest goes on.

    Args:
        stream: Open for reading, at its beginning.
        file: For the errors.
        columns: Which field holds what. Numbers are taken for text; other values are errors.
    """
    number = 0
    while line := stream.readline(RECORD_LIMIT):
        number += 1
        place = f"line {number}"
        if len(line) >= RECORD_LIMIT and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(RECORD_LIMIT)
            yield UnreadableInput(file, place, f"longer than {RECORD_LIMIT:,} bytes")
            continue
        if number == 1:
            if line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
                yield UnreadableInput(file, "", "UTF-16; JSON Lines must be UTF-8")
                return
            line = line.removeprefix(codecs.BOM_UTF8)
        original = line.strip(b"\r\n")
        if original.strip():
            try:
                yield Row(number, original, _record(original, file, place, columns))
            except UnreadableInput as fault:
                yield fault


def _record(line: bytes, file: str, place: str, columns: Columns) -> Draft:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as fault:
        raise UnreadableInput(file, place, f"broken UTF-8 at byte {fault.start} of the line") from fault
    except json.JSONDecodeError as fault:
        what = fault.msg.removesuffix(" at").lower()
        raise UnreadableInput(file, place, f"not JSON, from column {fault.colno} on: {what}") from fault
    except (RecursionError, ValueError) as fault:
        raise UnreadableInput(
            file, place, "not JSON that can be read (nested too deep, or numbers too long)"
        ) from fault
    if not isinstance(found, dict):
        raise UnreadableInput(file, place, "not a JSON object")
    cells: dict[str, str | None] = {}
    for what in Columns.names():
        value = found.get(columns.column(what))
        if isinstance(value, int | float) and not isinstance(value, bool):
            value = str(value)
        if value is not None and not isinstance(value, str):
            raise UnreadableInput(file, place, f"{columns.column(what)!r} is not text")
        cells[what] = value
    return _draft(cells, file, place, columns, "utf-8")


def read_csv(stream: BinaryIO, file: str, columns: Columns) -> Iterator[Row | UnreadableInput]:
    """
    Read a table with a header, one record in memory at a time.

    Commas, semicolons and tabs are told apart by the header. Encodings are those of ``decoded``, by a first pass
    through the file.

    Args:
        stream: Open for reading, at its beginning; it must be possible to go back there.
        file: For the errors.
        columns: Which column holds what.
    """
    csv.field_size_limit(RECORD_LIMIT)
    try:
        encoding = _encoding(stream, file)
    except UnreadableInput as fault:
        yield fault
        return
    text = io.TextIOWrapper(stream, encoding=encoding, newline="")
    try:
        yield from _rows(text, encoding, file, columns)
    finally:
        text.detach()


def _encoding(stream: BinaryIO, file: str) -> str:
    """Return the encoding that the whole file can be read in."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while block := stream.read(1 << 20):
            decoder.decode(block)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        stream.seek(0)
        found = decoded(stream.read(RECORD_LIMIT), file).encoding
    else:
        found = "utf-8"
    stream.seek(0)
    return found


def _rows(text: io.TextIOWrapper, encoding: str, file: str, columns: Columns) -> Iterator[Row | UnreadableInput]:
    taken: list[str] = []

    def lines() -> Iterator[str]:
        for line in text:
            taken.append(line)
            yield line

    source = lines()
    header_line = next(source, "").removeprefix("\ufeff")
    delimiter = max(_DELIMITERS, key=header_line.count)
    try:
        header = [
            one_line(name) or "" for name in next(csv.reader([header_line], delimiter=delimiter, strict=True), [])
        ]
    except csv.Error as fault:
        yield UnreadableInput(file, "line 1", f"not a table: {fault}")
        return
    if (why := _wrong_header(header, columns)) is not None:
        yield UnreadableInput(file, "line 1", why)
        return
    reader = csv.reader(source, delimiter=delimiter, strict=True)
    begins = 2
    while True:
        taken.clear()
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            yield UnreadableInput(file, f"line {begins}", f"not a row: {fault}")
            cells = []
        except UnicodeDecodeError as fault:
            yield UnreadableInput(file, f"line {begins}", f"broken {encoding} from here on: {fault.reason}")
            return
        if cells is None:
            return
        number, begins = begins, begins + len(taken)
        if any(cell.strip() for cell in cells):
            yield _row(
                dict(zip(header, cells, strict=False)),
                len(cells) - len(header),
                number,
                "".join(taken),
                encoding,
                file,
                columns,
            )


def _wrong_header(header: list[str], columns: Columns) -> str | None:
    missing = [columns.column(what) for what in sorted({"text", *columns.chosen}) if columns.column(what) not in header]
    if missing:
        listed = ", ".join(filter(None, header)) or "nothing"
        return f"no column {', '.join(map(repr, missing))} in the header, which has: {listed}"
    twice = sorted({name for name in header if name and header.count(name) > 1})
    return f"two columns named {twice[0]!r}" if twice else None


def _row(
    cells: Mapping[str, str], excess: int, line: int, taken: str, encoding: str, file: str, columns: Columns
) -> Row | UnreadableInput:
    place = f"line {line}"
    if excess > 0:
        return UnreadableInput(file, place, f"{excess} more cells than the header has")
    named = {what: cells.get(columns.column(what)) for what in Columns.names()}
    try:
        return Row(line, taken.rstrip("\r\n").encode(encoding), _draft(named, file, place, columns, encoding))
    except UnreadableInput as fault:
        return fault


def _draft(cells: Mapping[str, str | None], file: str, place: str, columns: Columns, encoding: str) -> Draft:
    """Return the draft of a record: its title stands above its text unless the text begins with it."""
    text = cleaned(cells["text"] or "")
    if not text.strip():
        raise UnreadableInput(file, place, f"no text in {columns.column('text')!r}")
    given = Details.given({name: cells.get(name) for name in NAMES}, file, place)
    if given.title is not None:
        lines = lines_of(text[: 4 * len(given.title) + 200])
        if not lines or not same_words(lines[0].text, given.title):
            text = f"{given.title}\n\n{text}"
    return Draft(body=Body.of_text(text), given=given, encoding=encoding)
