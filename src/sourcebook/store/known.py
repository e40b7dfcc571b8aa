"""Values that were read before: the same text gives the same value again, with all that it has made of itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, TypeVar

from sourcebook.store.codec import read

Value = TypeVar("Value")

MOST = 64_000_000
"""Texts of one kind beyond which nothing is kept, about 5,000 reports. Unit: code points. Values take some five times
the memory of their text."""


@dataclass(frozen=True, slots=True)
class Known:
    """
    What was last read of each kind, by the digest of its text.

    Values never change, so this can't go stale. A decision reads a story of which one claim in thousands is new;
    decoding it and making the ids of its claims would take as long as judging it.
    """

    held: dict[type[Any], dict[bytes, Any]] = field(default_factory=dict)

    def all(self, texts: Sequence[str], kind: type[Value]) -> tuple[Value, ...]:
        """Return the values that the texts tell; they are kept in place of those of this kind that were."""
        if sum(map(len, texts)) > MOST:
            self.held.pop(kind, None)
            return tuple(read(text, kind) for text in texts)
        before = self.held.get(kind, {})
        keys = [sha256(text.encode()).digest() for text in texts]
        found = {key: before[key] if key in before else read(text, kind) for key, text in zip(keys, texts, strict=True)}
        self.held[kind] = found
        return tuple(found[key] for key in keys)
