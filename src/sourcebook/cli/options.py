"""Arguments and options that several commands share."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sourcebook.errors import WrongUsage

StoryFile = Annotated[Path, typer.Argument(metavar="STORY", help="A story that 'sourcebook build' made.")]

Json = Annotated[bool, typer.Option("--json", help="Print JSON, the same types as the web pages and exports.")]


def wrong_usage(context: typer.Context, why: str) -> WrongUsage:
    """Return the error that says what is wrong with a command's arguments."""
    return WrongUsage(f"{context.info_name}: {why}; see 'sourcebook {context.info_name} --help'")
