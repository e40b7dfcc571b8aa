"""What commands print on standard output."""

from __future__ import annotations

import msgspec


def json_text(value: object) -> str:
    """Return views as JSON, keys in the order of their fields."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()
