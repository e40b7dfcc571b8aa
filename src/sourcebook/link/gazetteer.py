"""The offline gazetteer: places by name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from sourcebook.errors import ArtefactMissing
from sourcebook.link.blocks import Blocks
from sourcebook.link.folding import fold


@dataclass(frozen=True, slots=True)
class Place:
    """
    A place of the gazetteer.

    Attributes:
        id: Stable within one gazetteer file.
        kind: ``country``, ``division`` (first-level), ``district``, ``settlement`` or ``feature``.
        lat: Degrees north, None where unknown. ``lon``: degrees east.
        country: ISO 3166-1 alpha-3, empty where none.
        division: The first-level division that holds it, empty where none or unknown.
        population: People; 0 where unknown.
    """

    id: str
    name: str
    kind: str
    lat: float | None
    lon: float | None
    country: str
    division: str
    population: int


class Gazetteer:
    """
    Places by folded name, from the packaged file and, in front of it, any that was loaded.

    Opening reads only the table of blocks (some 5 ms, 2 MB); names are unpacked as they are asked for.
    """

    def __init__(self, layers: Sequence[tuple[str, Blocks]]) -> None:
        self._layers = tuple(layers)

    @classmethod
    def load(cls, path: Path | None = None) -> Gazetteer:
        """
        Open the packaged gazetteer, with the file at ``path`` in front where one is given.

        Raises:
            ArtefactMissing: If a file is not there.
            UnreadableInput: If a file is not a gazetteer.
        """
        layers = [("packaged", _packaged())]
        if path is not None:
            if not path.is_file():
                raise ArtefactMissing(path)
            layers.insert(0, ("loaded", Blocks(path)))
        return cls(layers)

    @property
    def digest(self) -> str:
        """SHA-256 of the file in front, in hexadecimal; empty where there is the packaged one alone."""
        return "" if len(self._layers) == 1 else self._layers[0][1].digest

    @property
    def about(self) -> tuple[str, ...]:
        """Sources and licences of the layers."""
        return tuple(blocks.about for _, blocks in self._layers)

    def lookup(self, name: str) -> tuple[Place, ...]:
        """
        Return every place that bears ``name``, the loaded layer's first, then by population.

        >>> [place.country for place in Gazetteer.load().lookup("Ouagadougou")]
        ['BFA']
        """
        key = fold(name).removeprefix("the ")
        found: list[Place] = []
        for layer, blocks in self._layers:
            for number in blocks.numbers(key):
                place = _place(f"{layer}-{number}", blocks.row(number))
                twin = next((at for at, other in enumerate(found) if _twin(place, other)), None)
                if twin is None:
                    found.append(place)
                elif not found[twin].division:
                    found[twin] = replace(found[twin], division=place.division)  # a table of towns alone has none
        return tuple(found)


def _twin(place: Place, other: Place) -> bool:
    """Tell whether two layers hold one place."""
    if place.kind != other.kind or place.country != other.country or place.id.split("-")[0] == other.id.split("-")[0]:
        return False
    if place.lat is None or other.lat is None or place.lon is None or other.lon is None:
        return place.kind in {"country", "division"}
    return place.kind == "country" or abs(place.lat - other.lat) + abs(place.lon - other.lon) < 0.5


def _place(name: str, row: str) -> Place:
    title, kind, lat, lon, country, division, population = row.split("\t")
    return Place(
        id=name,
        name=title,
        kind=kind,
        lat=float(lat) if lat else None,
        lon=float(lon) if lon else None,
        country=country,
        division=division,
        population=int(population),
    )


@cache
def _packaged() -> Blocks:
    resource = files("sourcebook.link") / "data" / "gazetteer.bin"
    with as_file(resource) as path:
        if not path.is_file():
            raise ArtefactMissing(path)
        return Blocks(path)


def gazetteer_size() -> int:
    """
    Return the number of places in the packaged gazetteer.

    Raises:
        ArtefactMissing: If it is not there.
    """
    return _packaged().size
