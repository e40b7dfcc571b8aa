"""What common nouns stand for: classes of lemmas."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def noun_class(name: str) -> frozenset[str]:
    """
    Return the lemmas of a class of ``data/nouns.toml``.

    Raises:
        KeyError: If there is no such class.

    >>> "envoy" in noun_class("person")
    True
    """
    table = tomllib.loads((files("sourcebook.text") / "data" / "nouns.toml").read_text(encoding="utf-8"))
    return frozenset(table[name].split())
