"""A sorted word list with rows, in one small file that is read in place: only the blocks asked for are unpacked."""

from __future__ import annotations

import hashlib
import json
import zlib
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from mmap import ACCESS_READ, mmap
from pathlib import Path

from sourcebook.errors import UnreadableInput

_MAGIC = b"sourcebook-blocks-1\n"
_ROWS = 256
"""Rows in a block; unpacking one takes some 0.1 ms."""
_KEYS = 512
"""Keys in a block."""


def write_blocks(path: Path, rows: Sequence[str], keys: Iterable[tuple[str, Sequence[int]]], about: str) -> None:
    """
    Write ``rows`` and the ``keys`` that lead to them by row number. Same input, same bytes.

    Neither may hold line feeds, keys no tabs. ``about`` names source and licence.
    """
    packed: list[bytes] = []
    places: list[tuple[int, int]] = []
    end = 0
    ordered = sorted((key, ",".join(map(str, numbers))) for key, numbers in keys)
    firsts = [ordered[start][0] for start in range(0, len(ordered), _KEYS)]
    texts = ["\n".join(rows[start : start + _ROWS]) for start in range(0, len(rows), _ROWS)]
    texts += [
        "\n".join("\t".join(one) for one in ordered[start : start + _KEYS]) for start in range(0, len(ordered), _KEYS)
    ]
    for text in texts:
        packed.append(zlib.compress(text.encode(), 9))
        places.append((end, len(packed[-1])))
        end += len(packed[-1])
    cut = len(places) - len(firsts)
    head = {"about": about, "rows": places[:cut], "keys": places[cut:], "firsts": firsts}
    raw = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    with path.open("wb") as stream:
        stream.write(_MAGIC + len(raw).to_bytes(8, "big") + raw)
        stream.writelines(packed)


class Blocks:
    """
    A file of ``write_blocks``, open for reading. Unpacked blocks are kept, at most 256 of each kind.

    Raises:
        UnreadableInput: If the file is not one of these, or was cut short.
    """

    def __init__(self, path: Path) -> None:
        try:
            with path.open("rb") as stream:
                self._bytes = mmap(stream.fileno(), 0, access=ACCESS_READ)
            start = len(_MAGIC) + 8
            length = int.from_bytes(self._bytes[len(_MAGIC) : start], "big")
            if self._bytes[: len(_MAGIC)] != _MAGIC:
                raise UnreadableInput(str(path), "", "not a gazetteer file of sourcebook")
            head = json.loads(self._bytes[start : start + length])
            ends = [place + size for place, size in (*head["rows"][-1:], *head["keys"][-1:])]
        except (OSError, ValueError, KeyError) as fault:
            raise UnreadableInput(str(path), "", f"not a gazetteer file: {fault}") from fault
        self._start = start + length
        if self._start + max(ends, default=0) > len(self._bytes):
            raise UnreadableInput(str(path), "", "the file was cut short")
        self.about: str = head["about"]
        self._rows: list[tuple[int, int]] = head["rows"]
        self._keys: list[tuple[int, int]] = head["keys"]
        self._firsts: list[str] = head["firsts"]
        self._row_block = lru_cache(256)(self._unpack_rows)
        self._key_block = lru_cache(256)(self._unpack_keys)

    @property
    def digest(self) -> str:
        """SHA-256 of the file, in hexadecimal."""
        return hashlib.sha256(self._bytes).hexdigest()

    @property
    def size(self) -> int:
        """Number of rows."""
        return (len(self._rows) - 1) * _ROWS + len(self._row_block(len(self._rows) - 1)) if self._rows else 0

    def numbers(self, key: str) -> tuple[int, ...]:
        """Return the numbers of the rows under ``key``, in the order written; empty where there is none."""
        block = bisect_right(self._firsts, key) - 1
        found = self._key_block(block).get(key) if block >= 0 else None
        return tuple(map(int, found.split(","))) if found else ()

    def row(self, number: int) -> str:
        """Return the row with this number."""
        return self._row_block(number // _ROWS)[number % _ROWS]

    def _text(self, place: tuple[int, int]) -> str:
        start = self._start + place[0]
        return zlib.decompress(self._bytes[start : start + place[1]]).decode()

    def _unpack_rows(self, block: int) -> list[str]:
        return self._text(self._rows[block]).split("\n")

    def _unpack_keys(self, block: int) -> dict[str, str]:
        pairs = (line.partition("\t") for line in self._text(self._keys[block]).split("\n"))
        return {key: numbers for key, _, numbers in pairs}
