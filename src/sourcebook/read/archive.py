"""Looking into a ZIP archive before anything opens it."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

from sourcebook.errors import UnreadableInput

UNPACKED_LIMIT = 200_000_000
"""Most that an office file may unpack to. Unit: bytes. Illustrated reports of hundreds of pages stay under it."""

PART_LIMIT = 50_000_000
"""Most that one XML part of it may unpack to. Unit: bytes; its tree takes about ten times that in memory."""

RATIO_LIMIT = 200
"""Most times that a part may be larger than it is packed, once it is over a megabyte. Real documents' XML packs 5 to 30
times; deflate can reach 1032 (zlib technical details, "maximum compression factor")."""

MOST_PARTS = 10_000
"""Most members of an archive."""

_DAMAGE = (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError)

_STEP = 1 << 20
_ENCRYPTED = 0x1


def refuse_bomb(data: bytes, file: str) -> None:
    """
    Read through an archive and throw it away, so that what it unpacks to is known and not only declared.

    Raises:
        UnreadableInput: If it is no archive, is damaged, is protected by a password, or unpacks beyond the limits.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            members = archive.infolist()
            _check_declared(members, file)
            total = 0
            for member in members:
                total += _unpacked(archive, member, file, UNPACKED_LIMIT - total)
    except _DAMAGE as fault:
        raise UnreadableInput(file, "", f"not a Word file, or a damaged one ({fault})") from fault


def _check_declared(members: list[zipfile.ZipInfo], file: str) -> None:
    if len(members) > MOST_PARTS:
        raise UnreadableInput(file, "", f"refused: {len(members)} parts in it, {MOST_PARTS} at most are read")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableInput(file, "", "protected by a password")
    declared = sum(member.file_size for member in members)
    if declared > UNPACKED_LIMIT:
        raise UnreadableInput(
            file, "", f"refused: it unpacks to {declared:,} bytes, {UNPACKED_LIMIT:,} at most are read"
        )


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, file: str, left: int) -> int:
    """Return how much a member really unpacks to."""
    size = 0
    limit = min(left, PART_LIMIT) if member.filename.endswith((".xml", ".rels")) else left
    with archive.open(member) as stream:
        while step := stream.read(_STEP):
            size += len(step)
            if size > limit:
                raise UnreadableInput(file, member.filename, f"refused: it unpacks to more than {limit:,} bytes")
            if size > _STEP and size > RATIO_LIMIT * max(1, member.compress_size):
                raise UnreadableInput(
                    file, member.filename, f"refused: packed more than {RATIO_LIMIT} times, as bombs are"
                )
    return size
