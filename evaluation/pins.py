"""The scores reached, kept in a file with the digest of what they were reached on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from evaluation.tasks import Task


@dataclass(frozen=True, slots=True)
class Pin:
    """
    What a task reached.

    Attributes:
        corpus: SHA-256 of the corpus, of every file's name and bytes.
        figures: The best score of each figure, rounded to four places.
    """

    corpus: str
    figures: Mapping[str, float]


def read_pins(file: Path) -> dict[str, Pin]:
    """Return the pins by task; none where there is no file yet."""
    if not file.exists():
        return {}
    kept = json.loads(file.read_text(encoding="utf-8"))
    return {name: Pin(one["corpus"], one["figures"]) for name, one in kept.items()}


def write_pins(file: Path, pins: Mapping[str, Pin]) -> None:
    """Write the pins, in order of name, so that a change of one is a change of one line."""
    kept = {name: {"corpus": one.corpus, "figures": dict(one.figures)} for name, one in pins.items()}
    file.write_text(json.dumps(kept, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def faults_of(task: Task, found: Mapping[str, float | None], corpus: str, pin: Pin | None) -> list[str]:
    """Return why a task does not hold its pin, a line each; nothing where it does or has none."""
    if pin is None:
        return []
    if pin.corpus != corpus:
        return [f"{task.name}: {task.corpus} is not the corpus that the figures were pinned on"]
    fallen = []
    for name, least in pin.figures.items():
        value = found.get(name)
        if value is None or value < least - task.tolerance:
            now = "nothing" if value is None else f"{value:.4f}"
            fallen.append(f"{task.name}: {name} fell from {least:.4f} to {now}, more than {task.tolerance} below")
    return fallen


def raised(task: Task, found: Mapping[str, float | None], corpus: str, pin: Pin | None) -> Pin:
    """
    Return the task's new pin.

    A score is never lowered on the same corpus: to lower one, edit the file by hand and say why in the commit. On
    another corpus the old scores say nothing, and are dropped.
    """
    old = pin.figures if pin is not None and pin.corpus == corpus else {}
    reached = {one.name: found.get(one.name) for one in task.figures}
    best = {name: max(round(value, 4), old.get(name, -1.0)) for name, value in reached.items() if value is not None}
    return Pin(corpus, dict(sorted(best.items())))


def digest(corpus: Path) -> str:
    """
    Return the SHA-256 of a file, or of all files of a folder with their paths below it.

    Raises:
        FileNotFoundError: If it is not there.
    """
    if not corpus.exists():
        raise FileNotFoundError(corpus)
    hasher = hashlib.sha256()
    for path in sorted(corpus.rglob("*")) if corpus.is_dir() else [corpus]:
        if path.is_file():
            below = path.relative_to(corpus).as_posix() if corpus.is_dir() else path.name
            held = path.read_bytes()
            hasher.update(f"{len(below)}:{below}{len(held)}:".encode() + held)
    return hasher.hexdigest()
