"""``sourcebook export``: the record as a file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sourcebook import api
from sourcebook.cli.delivering import deliver
from sourcebook.cli.options import StoryFile


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
    Write a story's record.

    The same story gives the same file, byte for byte.

    Example: sourcebook export story.db --to record -o story.json
    """
    book = api.open(story)
    contents = {Form.RECORD: book.record}
    deliver(contents[to](), out)
