"""``sourcebook annotate``: texts in, marks out."""

from __future__ import annotations

import sys

import typer

from sourcebook import api
from sourcebook.cli.delivering import pour
from sourcebook.cli.exits import FAILED


def annotate(context: typer.Context) -> None:
    """
    Mark texts: JSON Lines in, JSON Lines out.

    From standard input to standard output, a line out as soon as its text is read.

    In: {"id", "text", "published"}, the last YYYY-MM-DD or null. Out: sentences, tokens, names, mentions, times,
    attributions, events, as docs/annotations.md says; {"id", "error"} for a text that can't be read.

    Example: sourcebook annotate < texts.jsonl > marks.jsonl
    """
    failed = False
    for line in api.annotate_lines(sys.stdin.buffer, settings=context.obj):
        pour(line.content + b"\n")
        failed = failed or line.failed
    if failed:
        raise typer.Exit(FAILED)
