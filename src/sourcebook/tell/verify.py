"""Whether a record keeps its own promises: every span's words, every id, every reference."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

_OF_CLAIMS = frozenset({"claim", "claims"})
_OF_ENTITIES = frozenset({"entity"})
_OF_EVENTS = frozenset({"event", "plan_of"})
_OF_REPORTS = frozenset({"report", "reports", "copies"})


def verify_record(record: Mapping[str, object]) -> list[str]:
    """
    Return what is wrong with a record, one sentence each, in order; an empty list where nothing is.

    Checked: the words of every span, ids that are there twice, references to ids that the record does not hold.
    """
    texts = {str(one.get("id")): str(one.get("text", "")) for one in _rows(record, "reports")}
    ids = {
        name: {str(one.get("id")) for one in _rows(record, name)}
        for name in ("reports", "entities", "claims", "events", "conflicts")
    }
    counted = Counter(str(one.get("id")) for name in ids for one in _rows(record, name))
    faults = [f"id {id_} stands {times} times" for id_, times in sorted(counted.items()) if times > 1]
    for name in ids:
        for row in _rows(record, name):
            where = f"{name} {row.get('id')}"
            home = str(row.get("id")) if name == "reports" else _text_or_none(row.get("report"))
            faults += [f"{where}: {fault}" for fault in _spans(row, home, texts)]
            faults += [f"{where}: {fault}" for fault in _references(row, name, ids)]
    return faults


def _rows(record: Mapping[str, object], name: str) -> list[Mapping[str, object]]:
    rows = record.get(name)
    return [one for one in rows if isinstance(one, Mapping)] if isinstance(rows, Sequence) else []


def _text_or_none(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _spans(node: object, home: str | None, texts: Mapping[str, str]) -> Iterator[str]:
    if isinstance(node, Mapping):
        home = _text_or_none(node.get("report")) or home
        start, end = node.get("start"), node.get("end")
        if isinstance(start, int) and isinstance(end, int):
            text = texts.get(home or "")
            if text is None:
                yield f"span {start}-{end} lies in no report"
            elif not 0 <= start < end <= len(text):
                yield f"span {start}-{end} lies outside report {home}"
            elif "text" in node and node["text"] != text[start:end]:
                yield f"span {start}-{end} of report {home} holds other words than {node['text']!r}"
        for value in node.values():
            yield from _spans(value, home, texts)
    elif isinstance(node, list | tuple):
        for value in node:
            yield from _spans(value, home, texts)


def _references(node: object, name: str, ids: Mapping[str, set[str]]) -> Iterator[str]:
    if isinstance(node, list | tuple):
        for value in node:
            yield from _references(value, name, ids)
    if not isinstance(node, Mapping):
        return
    for key, value in node.items():
        wanted = value if isinstance(value, list | tuple) else [value]
        for kind, keys in (
            ("claims", _OF_CLAIMS),
            ("entities", _OF_ENTITIES),
            ("events", _OF_EVENTS),
            ("reports", _OF_REPORTS),
        ):
            if key in keys:
                yield from (
                    f"{key} {one} is not in the record"
                    for one in wanted
                    if isinstance(one, str) and one not in ids[kind]
                )
        yield from _references(value, name, ids)
