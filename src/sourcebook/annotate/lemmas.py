"""Lemmas, by endings and exceptions learned from treebanks (``training/lemmas.py``)."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.resources import files

LONGEST = 7
"""Longest ending in the table. Unit: letters."""


@cache
def _table() -> dict[str, dict[str, dict[str, str]]]:
    raw = (files("sourcebook.annotate") / "data" / "lemmas.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, dict[str, str]]] = json.loads(raw)
    return table


@lru_cache(maxsize=1 << 15)
def lemma(form: str, upos: str, xpos: str) -> str:
    """
    Return the lemma of a word with these tags: of proper nouns in their own casing, else in lower case.

    >>> lemma("Talks", "VERB", "VBZ"), lemma("went", "VERB", "VBD"), lemma("envoys", "NOUN", "NNS")
    ('talk', 'go', 'envoy')
    """
    base = form if upos == "PROPN" else form.lower()
    table = _table()
    tags = f"{upos} {xpos}"
    known = table["words"].get(tags, {}).get(base)
    if known is not None:
        return known
    rules = table["rules"].get(tags, {})
    for size in range(min(LONGEST, len(base) - 1), -1, -1):
        edit = rules.get(base[len(base) - size :])
        if edit is not None:
            return base[: len(base) - int(edit[0])] + edit[1:]
    return base
