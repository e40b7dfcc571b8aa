"""What a decision says, in words: its value is made for the record."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date

from sourcebook.tell.dates import interval

_CALLED = {"place": "where", "participants": "who", "chain": "who says so", "modality": "told as", "time": "when"}
"""Fields of a claim that are called otherwise on the page."""


def said(value: str, kind: str) -> str:
    """
    Return what was decided beside the kind of decision, in words; empty where the kind says all.

    Args:
        value: As it is kept, JSON text.
        kind: Of the decision.

    >>> said('{"field": "place", "value": {"start": 3, "end": 8, "words": "Gorun"}}', "correct")
    'where: “Gorun”'
    >>> said('{"field": "participants", "value": []}', "correct")
    'who: nobody'
    >>> said('{"first": ["claim-1", "claim-2"], "second": ["claim-3"]}', "merge")
    '2 claims and 1 claim'
    """
    found = json.loads(value) if value else {}
    if not isinstance(found, dict):
        return ""
    if kind == "correct":
        return _field(str(found.get("field")), found.get("value"))
    if kind in {"merge", "split", "different"}:
        return " and ".join(_counted(found.get(side)) for side in ("first", "second") if found.get(side))
    if kind in {"accept", "reject"}:
        return _counted(found["claims"]) if found.get("claims") else ""
    if kind == "claim":
        return "; ".join(_field(name, one) for name, one in found.items() if name not in {"start", "end", "trigger"})
    return ", ".join(str(one) if name == "text" else f"{name} {one}" for name, one in found.items())


def _counted(ids: object) -> str:
    rows = ids if isinstance(ids, list) else []
    one, many = ("claim", "claims") if str(rows[:1]).startswith("['claim-") else ("report’s name", "reports’ names")
    return f"{len(rows)} {one if len(rows) == 1 else many}"


def _field(name: str, value: object) -> str:
    called = _CALLED.get(name, name)
    if name == "place":
        return f"{called}: {_words(value) if isinstance(value, dict) else 'nowhere'}"
    if name == "participants":
        parts = [f"{one.get('role', '')} {_words(one)}".strip() for one in _rows(value)]
        return f"{called}: {', '.join(parts) or 'nobody'}"
    if name == "chain":
        steps = [f"{_words(one)}{' (not named)' if one.get('anonymous') is True else ''}" for one in _rows(value)]
        return f"{called}: {' ← '.join(steps) or 'the report itself'}"
    if name == "time":
        return f"{called}: {_days(value) if isinstance(value, dict) else 'no day'}"
    if name == "background":
        return "told as background" if value is True else "not told as background"
    return f"{called}: {str(value).lower()}"


def _rows(value: object) -> Sequence[Mapping[str, object]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _words(row: Mapping[str, object]) -> str:
    """Return the words of the report; of a decision that kept none of them, what kind of source it names."""
    words, kind = row.get("words"), row.get("kind")
    if isinstance(words, str) and words:
        return f"“{words}”"
    return str(kind) if isinstance(kind, str) else "words of the report"


def _days(value: Mapping[str, object]) -> str:
    first, last = (date.fromisoformat(one) if isinstance(one, str) and one else None for one in _ends(value))
    return interval(first, last) or "no day"


def _ends(value: Mapping[str, object]) -> tuple[object, object]:
    return value.get("earliest"), value.get("latest")
