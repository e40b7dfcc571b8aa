"""The gazetteer's file: writing its rows, and making one from a table of GeoNames."""

from __future__ import annotations

import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.errors import UnreadableInput, WrongUsage
from sourcebook.link.blocks import write_blocks
from sourcebook.link.countries import by_short
from sourcebook.link.folding import fold


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """
    A place as it is stored.

    Attributes:
        kind: ``country``, ``division`` (first-level), ``district``, ``settlement`` or ``feature``.
        lat: Degrees north; None where unknown. ``lon``: degrees east.
        country: ISO 3166-1 alpha-3, empty where none.
        division: Name of the first-level division that holds it, empty where none or unknown.
        population: People; 0 where unknown.
        keys: Folded names that it is found by.
    """

    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str
    division: str
    population: int
    keys: tuple[str, ...]


def write_gazetteer(path: Path, rows: Sequence[PlaceRow], about: str) -> None:
    """Write ``rows`` so that ``Gazetteer`` finds each by its keys, those with most people first."""
    keys: dict[str, list[int]] = defaultdict(list)
    for number, row in enumerate(rows):
        for key in row.keys:
            keys[key].append(number)
    lines = ["\t".join(_field(one) for one in _fields(row)) for row in rows]
    write_blocks(path, lines, keys.items(), about)


def _fields(row: PlaceRow) -> tuple[object, ...]:
    return row.name, row.kind, row.lat, row.lon, row.country, row.division, row.population


def _field(value: object) -> str:
    return "" if value is None else str(value).replace("\t", " ").replace("\n", " ")


_CLASSES = {"P": "settlement", "H": "feature", "T": "feature", "L": "feature", "V": "feature", "S": "feature"}
_CODES = {"ADM1": "division", "ADM2": "district", "ADM3": "district"}
_COLUMNS = 19
_STEP = 100_000
"""Lines between two words on how far the reading has come."""


def geonames_to_gazetteer(source: Path, target: Path, tell: Callable[[int], None] | None = None) -> int:
    """
    Turn a table in GeoNames' format (``allCountries.zip``, ``cities500.zip``, ``AF.txt``) into a gazetteer file.

    The table is read twice, for its divisions and for its places; only the places are held in memory, some 500 bytes
    each. ``target`` is replaced once the new file is whole, and left as it was on failure. Safe to repeat.

    Args:
        tell: Called with the number of lines read so far, every 100,000 lines of the second reading.

    Returns:
        The number of places written.

    Raises:
        UnreadableInput: If the file can't be read, or a line isn't one of the format; it names file and line.
    """
    divisions: dict[tuple[str, str], str] = {}
    for _, parts in _lines(source):
        if parts[7] == "ADM1":
            divisions[parts[8], parts[10]] = parts[1]
    rows: list[PlaceRow] = []
    for number, (where, parts) in enumerate(_lines(source), start=1):
        row = _place(source, where, parts, divisions)
        if row is not None:
            rows.append(row)
        if tell is not None and number % _STEP == 0:
            tell(number)
    if not rows:
        raise UnreadableInput(str(source), "", "no line of it is a place")
    rows.sort(key=lambda row: (-row.population, row.name, row.lat or 0.0, row.lon or 0.0))
    begun = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        write_gazetteer(begun, rows, "GeoNames (geonames.org), CC BY 4.0")
        begun.replace(target)
    except OSError as fault:
        raise WrongUsage(f"{target}: can't be written: {fault.strerror or fault}") from fault
    finally:
        begun.unlink(missing_ok=True)
    return len(rows)


def _lines(source: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield where each line stands, and its columns."""
    try:
        if not zipfile.is_zipfile(source):
            with source.open("rb") as stream:
                yield from _parts(source, "", stream)
            return
        with zipfile.ZipFile(source) as archive:
            for name in archive.namelist():
                if name.endswith(".txt") and "readme" not in name.lower():
                    with archive.open(name) as stream:
                        yield from _parts(source, f"{name} ", stream)
    except (OSError, zipfile.BadZipFile, zlib.error) as fault:
        raise UnreadableInput(str(source), "", f"can't be read: {fault}") from fault


def _parts(source: Path, name: str, lines: Iterable[bytes]) -> Iterator[tuple[str, list[str]]]:
    for number, line in enumerate(lines, start=1):
        where = f"{name}line {number}"
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as fault:
            raise UnreadableInput(str(source), where, "not UTF-8") from fault
        if not text:
            continue
        parts = text.split("\t")
        if len(parts) != _COLUMNS:
            why = f"{len(parts)} columns, not the {_COLUMNS} of a GeoNames table"
            raise UnreadableInput(str(source), where, why)
        yield where, parts


def _place(source: Path, where: str, parts: list[str], divisions: dict[tuple[str, str], str]) -> PlaceRow | None:
    """Return the place of a line; None where it is of a kind that reports don't name, or has no name."""
    kind = _CODES.get(parts[7]) or _CLASSES.get(parts[6])
    names = {fold(name) for name in (parts[1], parts[2], *parts[3].split(",")) if name}
    try:
        lat, lon, population = float(parts[4]), float(parts[5]), int(parts[14] or 0)
    except ValueError as fault:
        raise UnreadableInput(str(source), where, f"not a number: {fault}") from fault
    if not (abs(lat) <= _NORTH and abs(lon) <= _EAST):
        raise UnreadableInput(str(source), where, f"no such point: {parts[4]} {parts[5]}")
    keys = tuple(sorted(name for name in names if len(name) > 1))
    if kind is None or not keys:
        return None
    division = "" if kind == "division" else divisions.get((parts[8], parts[10]), "")
    country = by_short().get(parts[8], "")
    return PlaceRow(parts[1], kind, lat, lon, country, division, population, keys)


_NORTH, _EAST = 90.0, 180.0
"""The largest latitude and longitude. Unit: degrees."""
