"""``sourcebook export``: the record as a file."""

from __future__ import annotations

import os
import sys
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sourcebook import api
from sourcebook.cli.options import StoryFile
from sourcebook.errors import WrongUsage


class Form(StrEnum):
    """What a story can be exported to."""

    RECORD = "record"


def export(
    story: StoryFile,
    *,
    to: Annotated[Form, typer.Option(help="record: one JSON document, described in docs/record.md.")] = Form.RECORD,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Default: standard output.")] = None,
) -> None:
    """
    Write a story's record. The same story gives the same file, byte for byte.

    Example: sourcebook export story.db --to record -o story.json
    """
    match to:
        case Form.RECORD:
            content = api.open(story).record()
    if out is None or str(out) == "-":
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
    else:
        write_whole(out, content)


def write_whole(path: Path, content: bytes) -> None:
    """
    Write a file so that it is there whole or not at all; what stood there before stays until then.

    Raises:
        WrongUsage: If it can't be written there.
    """
    try:
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            umask = os.umask(0)
            os.umask(umask)
            Path(name).chmod(0o666 & ~umask)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
    except OSError as fault:
        raise WrongUsage(f"{path}: can't be written: {fault.strerror}") from fault
