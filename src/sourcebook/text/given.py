"""What a given name tells of who bears it."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, frozenset[str]]:
    raw = tomllib.loads((files("sourcebook.text") / "data" / "given.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words.split()) for name, words in raw.items()}


def woman_named(given: str) -> bool | None:
    """
    Tell whether a given name is a woman's (True) or a man's (False); None for names of both and unknown ones.

    >>> woman_named("Maria"), woman_named("Omar"), woman_named("Kim")
    (True, False, None)
    """
    table, low = _table(), given.lower()
    return True if low in table["women"] else False if low in table["men"] else None
