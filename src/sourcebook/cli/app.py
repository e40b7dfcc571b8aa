"""The command ``sourcebook``: what holds for all its commands."""

from __future__ import annotations

import logging
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from sourcebook.cli import annotating, asking, building, exporting, health, places, serving
from sourcebook.cli.exits import INTERRUPTED, PIPE_CLOSED, exit_code
from sourcebook.errors import SourcebookError
from sourcebook.settings import read_settings
from sourcebook.version import __version__

PANEL = """Keep the sourced record of a developing story.

Example:

    sourcebook build reports/ -o story.db

    sourcebook brief story.db

Exit codes: 0 fine, 1 some inputs failed or something is amiss, 2 wrong usage, 130 interrupted.
"""


class Answering(TyperGroup):
    """The group of commands; errors of ours become one line, a hint and an exit code, for all commands alike."""

    def invoke(self, ctx: Any) -> Any:  # noqa: ANN401 - typer's own types, which it keeps to itself
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except SourcebookError as fault:
            typer.echo(f"sourcebook: {fault}", err=True)
            if fault.hint:
                typer.echo(fault.hint, err=True)
            raise typer.Exit(exit_code(fault)) from fault
        except KeyboardInterrupt:
            typer.echo("sourcebook: interrupted", err=True)
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # Whoever read our output has heard enough. What is still in the buffer must not be tried again at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(PIPE_CLOSED) from None


app = typer.Typer(
    cls=Answering,
    help=PANEL,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"sourcebook {__version__}")
        raise typer.Exit


@app.callback()
def settle(
    context: typer.Context,
    *,
    plain: Annotated[bool | None, typer.Option("--plain", help="No colors and bars, on a terminal too.")] = None,
    debug: Annotated[bool | None, typer.Option("--debug", help="Tell on stderr what goes wrong inside.")] = None,
    threads: Annotated[int | None, typer.Option(help="Threads for the model; 0 for one for every core.")] = None,
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Print it.")] = False,  # noqa: ARG001 - answered by its callback
) -> None:
    """Read the settings before any command."""
    context.obj = read_settings({"plain": plain, "debug": debug, "threads": threads})
    if context.obj.debug:
        logging.basicConfig(level=logging.INFO, stream=sys.stderr)
        logging.getLogger("sourcebook").setLevel(logging.DEBUG)


app.command("build")(building.build)
app.command("remove")(building.remove)
app.command("brief")(asking.brief)
app.command("timeline")(asking.timeline)
app.command("claims")(asking.claims)
app.command("who")(asking.who)
app.command("ask")(asking.ask)
app.command("show")(asking.show)
app.command("export")(exporting.export)
app.command("annotate")(annotating.annotate)
app.command("serve")(serving.serve)
app.add_typer(places.gazetteer, name="gazetteer")
app.command("doctor")(health.doctor)
