"""Who does what to whom, as GraphML."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sourcebook.tell.exports.cleaning import printable
from sourcebook.tell.exports.tables import BETWEEN, Column, Sort, Table

Node = TypeVar("Node")
Edge = TypeVar("Edge")

SPACE = "http://graphml.graphdrawing.org/xmlns"
"""The namespace of GraphML 1.0."""

ENDS = ("id", "source", "target")
"""Columns that are attributes of the element itself; a node has only the first."""

_TYPES = {Sort.WHOLE: "long", Sort.NUMBER: "double", Sort.FLAG: "boolean"}


def graphml(nodes: Table[Node], edges: Table[Edge]) -> bytes:
    """
    Return a directed graph; both tables begin with ``id``, edges go on with ``source`` and ``target``.

    Every other column is a key (attr.name is the column's name, with its meaning as ``desc``).
    """
    root = Element("graphml", {"xmlns": SPACE})
    _keys(root, "node", nodes.columns)
    _keys(root, "edge", edges.columns)
    graph = SubElement(root, "graph", {"id": "story", "edgedefault": "directed"})
    _rows(graph, "node", nodes)
    _rows(graph, "edge", edges)
    indent(root, " ")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(root, encoding="unicode")}\n'.encode()


def _keys(root: Element, kind: str, columns: Sequence[Column[Node]]) -> None:
    for one in columns:
        if one.name not in ENDS:
            told = {"id": f"{kind}-{one.name}", "for": kind, "attr.name": one.name}
            key = SubElement(root, "key", told | {"attr.type": _TYPES.get(one.sort, "string")})
            SubElement(key, "desc").text = printable(one.about)


def _rows(graph: Element, kind: str, table: Table[Node]) -> None:
    for row in table.rows:
        made = SubElement(graph, kind)
        for one in table.columns:
            value = one.of(row)
            if value is None:
                continue
            written = BETWEEN.join(value) if isinstance(value, tuple) else value
            text = str(written).lower() if isinstance(written, bool) else printable(str(written))
            if one.name in ENDS:
                made.set(one.name, text)
            else:
                SubElement(made, "data", {"key": f"{kind}-{one.name}"}).text = text
