"""Which files there are: paths and folders in, the files to read out, without opening more than the sidecars."""

from __future__ import annotations

import hashlib
import stat
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcebook.errors import UnreadableInput
from sourcebook.read.columns import BY_NAME, Columns
from sourcebook.read.details import NOTHING, Details
from sourcebook.read.formats import format_of
from sourcebook.read.sidecar import NAME, Sidecar, is_sidecar, read_sidecar, why_not
from sourcebook.values.identity import digest
from sourcebook.values.producers import Producer

PRODUCER = Producer("read", 1)
"""Raised when the same file gives another report than before."""

TRIMMINGS = frozenset(".css .js .woff .woff2 .ttf .ico .db .db-wal .db-shm .db-journal".split())
"""Endings of files that lie in folders of reports and cannot be any: what web pages are dressed in, our own
stories. They are passed over without a word; a file of any other unknown kind is told, for it may be a report."""


@dataclass(frozen=True, slots=True)
class Input:
    """
    A file that holds one or more reports.

    Attributes:
        file: Where it is.
        path: The same as the user named it, with forward slashes.
        size: Unit: bytes.
        details: What its folder's sidecar says of it.
    """

    file: Path
    path: str
    size: int
    details: Details = NOTHING


def list_inputs(paths: Iterable[Path]) -> tuple[Input, ...]:
    """Return the files that would be read; what cannot be is left out (``find_inputs`` says why)."""
    return tuple(one for one in find_inputs(paths) if isinstance(one, Input))


def find_inputs(paths: Iterable[Path]) -> Iterator[Input | UnreadableInput]:
    """
    Yield the files that the paths name, folders walked in the order of their names, each file once.

    Hidden files and folders are passed over, and so are scripts, styles and story files inside folders. Sidecars
    (``reports.csv``) go with the files of their folder; what is wrong in one is told once, before its files.
    """
    walk = _Walk()
    for path in paths:
        yield from walk.named(Path(path))


def fingerprint(one: Input, columns: Columns = BY_NAME) -> str:
    """
    Return what tells whether an input gives the same reports as before: its bytes, its sidecar row, the columns, and
    the version of the reader. Reads the file, but does not parse it.

    Raises:
        UnreadableInput: If the file cannot be opened.
    """
    parts = (one.path, sha256_of(one), repr(one.details), repr(sorted(columns.mapped().items())), str(PRODUCER))
    return digest("input", *parts)


def sha256_of(one: Input) -> str:
    """
    Return the digest of a file's bytes, 64 hexadecimal digits.

    Raises:
        UnreadableInput: If it cannot be opened.
    """
    try:
        with one.file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as fault:
        raise UnreadableInput(one.path, "", why_not(fault)) from fault


def shown(path: Path) -> str:
    """Return a path with forward slashes, NFC, bytes that are no text as U+FFFD."""
    written = path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return unicodedata.normalize("NFC", written)


class _Walk:
    """One walk over the paths: which files and sidecars were met already."""

    def __init__(self) -> None:
        self._met: set[Path] = set()
        self._sidecars: dict[Path, Sidecar] = {}

    def named(self, path: Path) -> Iterator[Input | UnreadableInput]:
        """Yield what a path that the user named gives."""
        try:
            mode = path.stat().st_mode
        except OSError as fault:
            yield UnreadableInput(shown(path), "", why_not(fault))
            return
        if stat.S_ISDIR(mode):
            yield from self._folder(path, ())
        else:
            yield from self._file(path, named=True)

    def _folder(self, folder: Path, above: tuple[tuple[int, int], ...]) -> Iterator[Input | UnreadableInput]:
        try:
            status = folder.stat()
            entries = sorted(one.name for one in folder.iterdir())
        except OSError as fault:
            yield UnreadableInput(shown(folder), "", why_not(fault))
            return
        own = (status.st_dev, status.st_ino)
        if own in above:
            yield UnreadableInput(shown(folder), "", "a link to a folder that it lies in")
            return
        pages = {Path(name).stem for name in entries if name.lower().endswith((".html", ".htm"))}
        for name in entries:
            path = folder / name
            if name.startswith(".") or (name.endswith("_files") and name.removesuffix("_files") in pages):
                continue
            try:
                mode = path.stat().st_mode
            except OSError as fault:
                yield UnreadableInput(shown(path), "", why_not(fault))
                continue
            if stat.S_ISDIR(mode):
                yield from self._folder(path, (*above, own))
            else:
                yield from self._file(path, named=False)

    def _file(self, path: Path, *, named: bool) -> Iterator[Input | UnreadableInput]:
        where = path.resolve()
        if where in self._met:
            return
        self._met.add(where)
        sidecar, faults = self._sidecar(path.parent)
        yield from faults
        if path.name == NAME and is_sidecar(path):
            return
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            yield UnreadableInput(shown(path), "", "not a regular file")
        elif format_of(path.name) is None:
            if named or path.suffix.lower() not in TRIMMINGS:
                what = f"files ending in {path.suffix!r}" if path.suffix else "files without an ending"
                yield UnreadableInput(shown(path), "", f"{what} are not read")
        elif not sidecar.refuses(path.name):
            yield Input(path, shown(path), status.st_size, sidecar.of(path.name))

    def _sidecar(self, folder: Path) -> tuple[Sidecar, tuple[UnreadableInput, ...]]:
        """Return a folder's sidecar and, the first time, what is wrong with it."""
        where = folder.resolve()
        if where in self._sidecars:
            return self._sidecars[where], ()
        found = self._sidecars[where] = read_sidecar(folder / NAME, shown(folder / NAME))
        return found, found.faults
