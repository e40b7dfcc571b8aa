"""Rows on a map, as RFC 7946 has them."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import TypeVar

from sourcebook.tell.exports.tables import Table

Row = TypeVar("Row")

Position = tuple[float, float]
"""Longitude, then latitude, in degrees of WGS 84: the order of RFC 7946, section 3.1.1."""


def geojson(table: Table[Row], name: Callable[[Row], str], position: Callable[[Row], Position | None]) -> bytes:
    """
    Return a FeatureCollection, one feature for every row, its columns as properties.

    A row without a position has no geometry (null, section 3.2): one told to be in a province lies somewhere in it, and
    the province's middle would be an invention.

    Args:
        name: Of a row: its id.
        position: Of a row: where it is; None for what has no place, or an area for one.
    """
    features = [
        {
            "type": "Feature",
            "id": name(row),
            "geometry": None if (found := position(row)) is None else {"type": "Point", "coordinates": list(found)},
            "properties": {one.name: one.of(row) for one in table.columns},
        }
        for row in table.rows
    ]
    made = {"type": "FeatureCollection", "about": dict(table.about), "features": features}
    return (json.dumps(made, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()
