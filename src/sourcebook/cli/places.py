"""``sourcebook gazetteer load``: more places than the package has."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from sourcebook import api
from sourcebook.errors import WrongUsage
from sourcebook.settings import gazetteer_file

gazetteer = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@gazetteer.callback()
def about() -> None:
    """
    Load more places than the package has.

    Example: sourcebook gazetteer load AF.zip
    """


@gazetteer.command("load")
def load(
    context: typer.Context,
    table: Annotated[Path, typer.Argument(metavar="FILE", help="A table of GeoNames: AF.zip, cities500.zip, AF.txt.")],
    *,
    out: Annotated[
        Path | None,
        typer.Option("-o", "--out", metavar="PLACES", help="Where to write it. Default: your data folder."),
    ] = None,
) -> None:
    """
    Load more places, from a table of GeoNames.

    The tables are at download.geonames.org/export/dump, CC BY 4.0. From then on builds look there first, then among the
    packaged places; stories already built are linked anew by their next build. A gazetteer written elsewhere with -o is
    used where the setting "gazetteer" names it. Safe to repeat: the new one takes the place of the old.

    Example: sourcebook gazetteer load AF.zip
    """
    target = out or gazetteer_file()
    if target is None:
        raise WrongUsage("there is no data folder to write to: name a file with -o")
    if not table.is_file():
        raise WrongUsage(f"{table}: no such file")
    shown = sys.stderr.isatty() and not context.obj.plain

    def tell(lines: int) -> None:
        typer.echo(f"\r{lines:,} lines read" if shown else f"{lines:,} lines read", nl=not shown, err=True)

    number = api.load_gazetteer(table, target, tell)
    if shown:
        typer.echo(err=True)
    typer.echo(f"{target}: {number:,} {'place' if number == 1 else 'places'}")
