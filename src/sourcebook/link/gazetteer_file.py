"""The gazetteer's file: writing its rows, and making one from a table of GeoNames."""

from __future__ import annotations

import io
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.errors import UnreadableInput
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


def geonames_to_gazetteer(source: Path, target: Path) -> int:
    """
    Turn a table in GeoNames' format (``allCountries.zip``, ``AF.zip``, ``AF.txt``) into a gazetteer file.

    Takes about 1 GB of memory for two million rows. Lines that can't be read are left out. Safe to repeat.

    Returns:
        The number of places written.

    Raises:
        UnreadableInput: If no line of the file is in the format.
    """
    divisions: dict[tuple[str, str], str] = {}
    for parts in _lines(source):
        if parts[7] == "ADM1":
            divisions[parts[8], parts[10]] = parts[1]
    rows = [row for row in (_place(parts, divisions) for parts in _lines(source)) if row is not None]
    if not rows:
        raise UnreadableInput(str(source), "", "no line has the 19 columns of a GeoNames table")
    rows.sort(key=lambda row: (-row.population, row.name, row.lat or 0.0, row.lon or 0.0))
    write_gazetteer(target, rows, "GeoNames (geonames.org), CC BY 4.0")
    return len(rows)


def _lines(source: Path) -> Iterator[list[str]]:
    if zipfile.is_zipfile(source):
        with zipfile.ZipFile(source) as archive:
            names = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
            for name in names:
                with archive.open(name) as stream:
                    yield from _parts(io.TextIOWrapper(stream, encoding="utf-8", errors="replace"))
    else:
        with source.open(encoding="utf-8", errors="replace") as stream:
            yield from _parts(stream)


def _parts(lines: Iterable[str]) -> Iterator[list[str]]:
    for line in lines:
        parts = line.rstrip("\n").split("\t")
        if len(parts) == _COLUMNS:
            yield parts


def _place(parts: list[str], divisions: dict[tuple[str, str], str]) -> PlaceRow | None:
    kind = _CODES.get(parts[7]) or _CLASSES.get(parts[6])
    names = {fold(name) for name in (parts[1], parts[2], *parts[3].split(",")) if name}
    try:
        lat, lon, population = float(parts[4]), float(parts[5]), int(parts[14] or 0)
    except ValueError:
        return None
    if kind is None or not names:
        return None
    division = "" if kind == "division" else divisions.get((parts[8], parts[10]), "")
    country = by_short().get(parts[8], "")
    keys = tuple(sorted(name for name in names if len(name) > 1))
    return PlaceRow(parts[1], kind, lat, lon, country, division, population, keys)
