"""``sourcebook annotate`` seen from outside: a process, lines in, lines out."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen
from typing import IO

COMMAND = (sys.executable, "-m", "sourcebook", "--threads", "1", "annotate")
"""One thread a process, so that two of them measure two cores."""


@dataclass(frozen=True, slots=True)
class Streamed:
    """
    What a stream of texts came to.

    Attributes:
        lines: Lines that came out.
        rate: Lines a second from the first line out to the last: the start is not counted.
        peak: Most memory that the process held at once, resident. Unit: bytes.
    """

    lines: int
    rate: float
    peak: int


def first_line(text: str = "The dam held.") -> float:
    """Return the seconds from the start of a process to its first line."""
    began = time.perf_counter()
    with Popen(COMMAND, stdin=PIPE, stdout=PIPE) as process:
        assert process.stdin is not None  # noqa: S101 - a pipe was asked for
        assert process.stdout is not None  # noqa: S101 - likewise
        process.stdin.write(_line(0, text))
        process.stdin.flush()
        process.stdout.readline()
        taken = time.perf_counter() - began
        process.stdin.close()
    return taken


def streamed(texts: Sequence[str]) -> Streamed:
    """
    Stream texts, two at least, through one process.

    Raises:
        RuntimeError: If it fails, or gives another number of lines.
    """
    with tempfile.TemporaryDirectory() as folder:
        given = Path(folder) / "texts.jsonl"
        given.write_bytes(b"".join(_line(number, text) for number, text in enumerate(texts)))
        with given.open("rb") as lines:
            process = Popen(COMMAND, stdin=lines, stdout=PIPE)
            assert process.stdout is not None  # noqa: S101 - a pipe was asked for
            count, taken = _read(process.stdout)
            _, status, used = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            process.stdout.close()
    if process.returncode or count != len(texts):
        raise RuntimeError(f"exit code {process.returncode}, {count} lines of {len(texts)}")
    unit = 1 if sys.platform == "darwin" else 1024
    return Streamed(count, (count - 1) / taken, used.ru_maxrss * unit)


def together(texts: Sequence[str], many: int) -> list[Streamed]:
    """Stream the texts through several processes at once, all of them through each."""
    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(streamed, [texts] * many))


def _read(lines: IO[bytes]) -> tuple[int, float]:
    count, began = 0, 0.0
    for _ in lines:
        if not count:
            began = time.perf_counter()
        count += 1
    return count, time.perf_counter() - began


def _line(number: int, text: str) -> bytes:
    return json.dumps({"id": str(number), "text": text, "published": None}).encode() + b"\n"
