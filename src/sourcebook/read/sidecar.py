"""``reports.csv`` beside the files: what they don't say themselves."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.errors import UnreadableInput
from sourcebook.read.decoding import decoded
from sourcebook.read.details import NAMES, Details, one_line

NAME = "reports.csv"
"""What the sidecar of a folder is called."""

SIDECAR_LIMIT = 10_000_000
"""Sidecars from this size on are refused. Unit: bytes; a row has about a hundred."""

_FILE = "file"


@dataclass(frozen=True, slots=True)
class Sidecar:
    """
    What a folder's ``reports.csv`` says.

    Attributes:
        rows: By file name (NFC).
        refused: Files whose row is faulty; they are not read, since what they would become is not known.
        faults: One for each faulty row, in order.
    """

    rows: Mapping[str, Details] = field(default_factory=dict)
    refused: frozenset[str] = frozenset()
    faults: tuple[UnreadableInput, ...] = ()

    def of(self, name: str) -> Details:
        """Return what is said of a file of this folder."""
        return self.rows.get(same_name(name), Details())

    def refuses(self, name: str) -> bool:
        """Tell whether a file's row is faulty."""
        return same_name(name) in self.refused


def same_name(name: str) -> str:
    """Return a file name as sidecars are searched by: NFC, since some systems keep names decomposed."""
    return unicodedata.normalize("NFC", name)


def is_sidecar(path: Path) -> bool:
    """
    Tell whether a file is a sidecar, by its name and the column ``file`` in its first line.

    A ``reports.csv`` without that column is a table of reports like any other.
    """
    if path.name != NAME:
        return False
    try:
        with path.open("rb") as stream:
            head = stream.readline(10_000)
        return _FILE in _header(decoded(head, NAME).text)
    except (OSError, UnreadableInput, csv.Error):
        return True


def read_sidecar(path: Path, shown: str) -> Sidecar:
    """
    Read a folder's sidecar; one that is missing says nothing.

    Args:
        path: Of the sidecar.
        shown: The path as errors name it.
    """
    if not path.is_file() or not is_sidecar(path):
        return Sidecar()
    try:
        if path.stat().st_size >= SIDECAR_LIMIT:
            return Sidecar(faults=(UnreadableInput(shown, "", f"larger than {SIDECAR_LIMIT:,} bytes"),))
        text = decoded(path.read_bytes(), shown).text
    except OSError as fault:
        return Sidecar(faults=(UnreadableInput(shown, "", why_not(fault)),))
    except UnreadableInput as fault:
        return Sidecar(faults=(fault,))
    return _parsed(text, path.parent, shown)


def why_not(fault: OSError) -> str:
    """Return the system's reason in small letters."""
    return (fault.strerror or type(fault).__name__).lower()


def _header(text: str) -> list[str]:
    return [one_line(name) or "" for name in next(csv.reader(text.splitlines()[:1], strict=True), [])]


def _parsed(text: str, folder: Path, shown: str) -> Sidecar:
    faults: list[UnreadableInput] = []
    rows: dict[str, Details] = {}
    refused: set[str] = set()
    ids: dict[str, int] = {}
    lines: dict[str, int] = {}
    header = _header(text)
    unknown = sorted({name for name in header if name not in {_FILE, *NAMES}})
    if unknown:
        known = ", ".join((_FILE, *NAMES))
        faults.append(
            UnreadableInput(shown, "line 1", f"unknown column {', '.join(map(repr, unknown))}; known are {known}")
        )
    twice = sorted({name for name in header if header.count(name) > 1})
    if twice:
        faults.append(UnreadableInput(shown, "line 1", f"two columns named {twice[0]!r}"))
    there = {same_name(one.name) for one in folder.iterdir()}
    for line, found in _rows(text, header, shown):
        if isinstance(found, UnreadableInput):
            faults.append(found)
            continue
        place, name = f"line {line}", same_name((found.get(_FILE) or "").strip())
        try:
            _check_file(name, there, lines, shown, place)
            lines[name] = line
            rows[name] = _details(found, ids, shown, place)
            ids[rows[name].id or ""] = line
        except UnreadableInput as fault:
            faults.append(fault)
            refused.add(name)
    return Sidecar(rows, frozenset(refused - rows.keys()), tuple(faults))


def _details(found: dict[str, str], ids: Mapping[str, int], shown: str, place: str) -> Details:
    details = Details.given(found, shown, place)
    if details.id is not None and details.id in ids:
        raise UnreadableInput(shown, place, f"id {details.id!r} is taken by line {ids[details.id]}")
    return details


def _check_file(name: str, there: set[str], lines: Mapping[str, int], shown: str, place: str) -> None:
    if not name:
        raise UnreadableInput(shown, place, "names no file")
    if name not in there:
        raise UnreadableInput(shown, place, f"names {name!r}, which is not beside it")
    if name in lines:
        raise UnreadableInput(shown, place, f"names {name!r} again; line {lines[name]} does already")


def _rows(text: str, header: list[str], shown: str) -> Iterator[tuple[int, dict[str, str] | UnreadableInput]]:
    reader = csv.reader(text.splitlines(keepends=True), strict=True)
    begins = 1
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as fault:
            yield begins, UnreadableInput(shown, f"line {begins}", f"not a row: {fault}")
            cells = []
        if cells is None:
            return
        line, begins = begins, reader.line_num + 1
        if line == 1 or not any(cell.strip() for cell in cells):
            continue
        if len(cells) > len(header):
            yield (
                line,
                UnreadableInput(shown, f"line {line}", f"{len(cells) - len(header)} more cells than the header has"),
            )
        else:
            yield line, dict(zip(header, cells, strict=False))
