"""``sourcebook annotate``: texts in, marks out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sourcebook import api
from sourcebook.cli.delivering import deliver, pour
from sourcebook.cli.exits import FAILED
from sourcebook.errors import WrongUsage


def annotate(
    context: typer.Context,
    files: Annotated[list[Path] | None, typer.Argument(help="Reports to draw; only with --html.")] = None,
    *,
    html: Annotated[bool, typer.Option("--html", help="Draw the reports with their marks: one page.")] = False,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Default: standard output.")] = None,
) -> None:
    """
    Mark texts: JSON Lines in, JSON Lines out.

    From standard input to standard output, a line out as soon as its text is read.

    In: {"id", "text", "published"}, the last YYYY-MM-DD or null. Out: sentences, tokens, names, mentions, times,
    attributions, events, as docs/annotations.md says; {"id", "error"} for a text that can't be read.

    Example: sourcebook annotate < texts.jsonl > marks.jsonl

    Example: sourcebook annotate --html report.txt -o report.html
    """
    if html:
        _draw(context, files or [], out)
        return
    if files or out is not None:
        raise WrongUsage("without --html texts come on standard input and marks go to standard output")
    failed = False
    for line in api.annotate_lines(sys.stdin.buffer, settings=context.obj):
        pour(line.content + b"\n")
        failed = failed or line.failed
    if failed:
        raise typer.Exit(FAILED)


def _draw(context: typer.Context, files: list[Path], out: Path | None) -> None:
    if not files:
        raise WrongUsage("--html needs the files to draw")
    sheet = api.draw(files, settings=context.obj)
    for fault in sheet.faults:
        typer.echo(f"sourcebook: {fault}", err=True)
    if sheet.texts:
        deliver(sheet.page.encode(), out)
    if sheet.faults or not sheet.texts:
        raise typer.Exit(FAILED)
