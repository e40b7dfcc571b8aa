"""Identifiers from content."""

from __future__ import annotations

from hashlib import sha256

LENGTH = 20
"""Hexadecimal digits kept: 80 bits, a one-in-a-million clash at 1.5 billion things (birthday bound)."""


def digest(kind: str, *parts: str) -> str:
    """
    Return the identifier of a thing made of these parts.

    Each part is written with its length in front, so ``("ab", "c")`` and ``("a", "bc")`` differ.

    >>> digest("report", "ab", "c") == digest("report", "a", "bc")
    False
    """
    hasher = sha256()
    for part in (kind, *parts):
        raw = part.encode("utf-8", "surrogatepass")
        hasher.update(len(raw).to_bytes(8, "big"))
        hasher.update(raw)
    return f"{kind}-{hasher.hexdigest()[:LENGTH]}"
