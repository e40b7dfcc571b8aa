"""What commands print on standard output: lines, colored on a terminal, or JSON."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

import msgspec
import typer

from sourcebook import api

PIPED = 100
"""Width of lines where nobody says how wide the screen is. Unit: characters."""

WIDEST = 110
"""Longer lines are hard to read, however wide the screen (Bringhurst, *Elements of Typographic Style*, 2.1.2)."""

_CITED = re.compile(r"\[\d+\]")
_DAY = re.compile(r"^- [^:“]{3,40}: ")


def print_view(view: api.View, *, as_json: bool, plain: bool, check: bool = False) -> None:
    """Print what a story answers."""
    if as_json:
        typer.echo(json_text(view))
    elif plain or not sys.stdout.isatty():
        for line in api.as_lines(view, PIPED, check=check):
            typer.echo(line)
    else:
        _print_colored(view, check=check)


def json_text(value: object) -> str:
    """Return views as JSON, keys in the order of their fields."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def _print_colored(view: api.View, *, check: bool) -> None:
    # rich takes a tenth of a second to import: only a terminal needs it.
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False)
    lines: Iterable[str] = api.as_lines(view, min(console.width, WIDEST), check=check)
    for number, line in enumerate(lines):
        text = Text(line)
        if number == 0:
            text.stylize("bold")
        elif line.isupper() and not line.startswith((" ", "-")):
            text.stylize("bold cyan")
        text.highlight_regex(_CITED, "dim")
        text.highlight_regex(re.compile(r">>.+?<<"), "bold yellow")
        console.print(text, soft_wrap=True)
