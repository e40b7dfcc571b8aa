"""Bringing a large story up to date in a process of its own, while others read it and decide."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock, Thread

from sourcebook.desk.settling import Stretch, due, settle
from sourcebook.desk.table import linker
from sourcebook.errors import SourcebookError
from sourcebook.store import open_store

AT_ONCE = 1000
"""Claims up to which a story is brought up to date before a decision is answered: about three seconds for a merge, less
for the others (``benchmarks.deciding``)."""

_SPAWN = get_context("spawn")
"""A fresh interpreter: a fork of a server with threads may stand still for ever."""


@dataclass(frozen=True, slots=True)
class Progress:
    """
    How far it is.

    Attributes:
        stretch: What it is at, in words; empty where nothing is to be done.
        number: Which of its stretches that is, from 1; ``of`` how many there are.
        changed: What changed with the decisions that were worked in last, in lines.
        fault: Why the last try failed; empty where it did not.
    """

    stretch: str = ""
    number: int = 0
    of: int = len(Stretch)
    changed: tuple[str, ...] = ()
    fault: str = ""

    @property
    def words(self) -> str:
        """What it is at, and how far that is."""
        return f"{self.stretch}, step {self.number} of {self.of}" if self.stretch else ""


class Behind:
    """
    Settles a story whenever it is asked to, one process at a time; decisions made meanwhile are worked in after.

    Everything that must last is in the story: a process that ends early, or is ended with the server, loses nothing.
    """

    def __init__(self, address: str, places: Path | None, version: str) -> None:
        self.heard: Callable[[Progress], None] = _unheard
        self._asked = address, places, version
        self._lock = Lock()
        self._running = self._again = False
        self._progress = Progress()

    def start(self) -> None:
        """Begin, or go on after what is being done. Safe to repeat; returns at once."""
        with self._lock:
            self._again = True
            if self._running:
                return
            self._running = True
            self._progress = Progress(Stretch.READING.value, 1)
        Thread(target=self._watch, daemon=True).start()

    def progress(self) -> Progress:
        """Return how far it is."""
        with self._lock:
            return self._progress

    def _watch(self) -> None:
        while True:
            with self._lock:
                if not self._again:
                    self._running = False
                    self._progress = replace(self._progress, stretch="", number=0)
                    break
                self._again = False
                self._progress = Progress(Stretch.READING.value, 1)
            here, there = _SPAWN.Pipe(duplex=False)
            process = _SPAWN.Process(target=_settled, args=(there, *self._asked), daemon=True)
            process.start()
            there.close()
            self._listen(here)
            process.join()
        self.heard(self.progress())

    def _listen(self, here: Connection) -> None:
        fault = "the process that does it ended early"
        try:
            while True:
                told = here.recv()
                if isinstance(told, Stretch):
                    number = list(Stretch).index(told) + 1
                    self._note(replace(self.progress(), stretch=told.value, number=number))
                elif isinstance(told, tuple):
                    progress = self.progress()
                    self._note(replace(progress, changed=(*progress.changed, *told)))
                else:
                    fault = str(told)
        except EOFError:
            self._note(replace(self.progress(), fault=fault))

    def _note(self, progress: Progress) -> None:
        with self._lock:
            self._progress = progress
        self.heard(progress)


def _unheard(progress: Progress) -> None:
    del progress


def _settled(there: Connection, address: str, places: Path | None, version: str) -> None:
    """Settle a story until nothing waits; tell of every stretch, of what changed, and at the end of what went wrong."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the server, which ends this process with itself
    fault = ""
    try:
        store, link = open_store(f"sqlite:{address}"), linker(places)
        while due(store, link):
            there.send(settle(store, link, version, there.send))
    except BrokenPipeError:
        return  # the server has ended; the next one goes on
    except SourcebookError as caught:
        fault = str(caught)
    except Exception as caught:  # noqa: BLE001 - a defect of ours must be told on the page, not in a log nobody reads
        fault = f"a fault in Sourcebook itself, please report it: {type(caught).__name__}: {caught}"
    there.send(fault)
