"""Which files make up the model, and what its outputs mean."""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from sourcebook.errors import ArtefactAltered, ArtefactMissing

FOLDER = Path(__file__).parent / "model"
"""Where the model lies that ships with the package."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """
    The model's own description.

    Attributes:
        id: Name and version of the model.
        digest: SHA-256 of the manifest, which pins every file: 64 hexadecimal digits.
        window: Most pieces of a window, the two special ones counted.
        most_pieces: Pieces kept of one word.
        casings: Number of casing classes; the last is that of padding and special pieces.
        distances: Lower bounds of the classes of distance between antecedent and anaphor. Unit: words.
        pronouns: Lower-case forms of each class of pronouns.
        files: SHA-256 by file name.
        labels: Names of the last axis of the outputs that have labels.
    """

    id: str
    digest: str
    window: int
    most_pieces: int
    casings: int
    distances: tuple[int, ...]
    pronouns: tuple[frozenset[str], ...]
    files: dict[str, str]
    labels: dict[str, tuple[str, ...]]


def read_manifest(folder: Path = FOLDER) -> Manifest:
    """
    Read the manifest and check every file that it pins.

    Raises:
        ArtefactMissing: If the manifest or a file is not there.
        ArtefactAltered: If a file's digest is another.
    """
    path = folder / "manifest.toml"
    if not path.is_file():
        raise ArtefactMissing(str(path))
    raw = path.read_bytes()
    written = tomllib.loads(raw.decode())
    for name, pinned in sorted(written["files"].items()):
        verified(folder / name, pinned)
    return Manifest(
        id=f"{written['id']}.{written['version']}",
        digest=hashlib.sha256(raw).hexdigest(),
        window=written["window"],
        most_pieces=written["most_pieces"],
        casings=written["casings"],
        distances=tuple(written["distances"]),
        pronouns=tuple(frozenset(forms) for forms in written["pronouns"]),
        files=dict(written["files"]),
        labels={name: tuple(names) for name, names in written["labels"].items()},
    )


def verified(path: Path, pinned: str) -> Path:
    """
    Return the path of a file whose bytes are exactly the pinned ones.

    Raises:
        ArtefactMissing: If the file is not there.
        ArtefactAltered: If its digest is another.
    """
    if not path.is_file():
        raise ArtefactMissing(str(path))
    with path.open("rb") as stream:
        found = hashlib.file_digest(stream, "sha256").hexdigest()
    if found != pinned:
        raise ArtefactAltered(str(path), pinned, found)
    return path
