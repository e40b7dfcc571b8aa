"""``sourcebook doctor``: is everything in order?"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sourcebook import api
from sourcebook.cli.exits import FAILED
from sourcebook.cli.options import Json
from sourcebook.cli.printing import json_text


def doctor(
    context: typer.Context,
    story: Annotated[Path | None, typer.Argument(metavar="[STORY]", help="A story to look at too.")] = None,
    *,
    as_json: Json = False,
) -> None:
    """
    Is everything installed and in order?

    Looks at Python, packages, the model's checksum, the gazetteer and the database, says what to do where one is amiss,
    and exits with 1 then.

    Example: sourcebook doctor
    """
    found = list(api.checks(story, settings=context.obj))
    if as_json:
        typer.echo(json_text(found))
    else:
        for one in found:
            typer.echo(f"{one.name:<10} {'fine' if one.fine else 'AMISS':<6} {one.found}")
            if not one.fine:
                typer.echo(f"{'':<17} {one.advice}")
    if not all(one.fine for one in found):
        raise typer.Exit(FAILED)
