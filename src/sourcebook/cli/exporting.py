"""``sourcebook export``: a story as a file, whole or what fits some conditions."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sourcebook import api
from sourcebook.cli.delivering import deliver
from sourcebook.cli.options import StoryFile
from sourcebook.errors import BadValue, WrongUsage
from sourcebook.values.filters import Filters, read_filters
from sourcebook.values.forms import Form, What

Several = list[str] | None


def _option(flag: str, told: str, metavar: str) -> typer.models.OptionInfo:
    """Return an option that may be given several times."""
    made: typer.models.OptionInfo = typer.Option(flag, metavar=metavar, help=told)
    return made


def export(  # noqa: PLR0913 - they are what a story can be narrowed by
    story: StoryFile,
    *,
    to: Annotated[Form, typer.Option(help="Form of the file; docs/exports.md describes each.")] = Form.RECORD,
    what: Annotated[What | None, typer.Option(help="Part of the story. Default: what the form is made for.")] = None,
    entity: Annotated[str | None, typer.Option(metavar="NAME", help="Whose dossier: a name or an id.")] = None,
    words: Annotated[Several, _option("--words", "All these words, in claims or names.", "TEXT")] = None,
    status: Annotated[Several, _option("--status", "confirmed, denied …", "STATUS")] = None,
    kind: Annotated[Several, _option("--type", "CONSULT, ASSAULT …", "TYPE")] = None,
    who: Annotated[Several, _option("--who", "Somebody with a part in it: a name or an id.", "NAME")] = None,
    where: Annotated[Several, _option("--where", "A place's name or id, a country's ISO code (FRA).", "PLACE")] = None,
    since: Annotated[str | None, _option("--from", "First day, as 2031-05-04.", "DAY")] = None,
    until: Annotated[str | None, _option("--until", "Last day.", "DAY")] = None,
    outlet: Annotated[Several, _option("--outlet", "As the reports spell it.", "NAME")] = None,
    origin: Annotated[Several, _option("--origin", "An origin's label.", "LABEL")] = None,
    modality: Annotated[Several, _option("--modality", "asserted, planned …", "MODALITY")] = None,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Default: standard output.")] = None,
) -> None:
    """
    Write a story, or what fits some conditions, as a file.

    The record, the brief, a dossier, events or claims. The same story gives the same file, byte for byte.
    A condition given several times means any of its values; different ones must all hold.

    Example: sourcebook export story.db --to record -o story.json

    Example: sourcebook export story.db --to csv --what events --status denied -o denied.csv

    Example: sourcebook export story.db --to docx --what dossier --entity "Maria Ortiz" -o ortiz.docx
    """
    given: dict[str, Several] = {
        "q": words,
        "status": status,
        "type": kind,
        "who": who,
        "where": where,
        "from": [] if since is None else [since],
        "to": [] if until is None else [until],
        "outlet": outlet,
        "origin": origin,
        "modality": modality,
    }
    filters = _read(given)
    if to is Form.RECORD and what in {None, What.RECORD} and not filters.any:
        deliver(api.open(story).record(), out)
        return
    deliver(api.export(story, to, what=what, filters=filters, entity=entity), out)


def _read(given: dict[str, Several]) -> Filters:
    """
    Return the conditions.

    Raises:
        WrongUsage: If one has a value that is none of its kind.
    """
    try:
        return read_filters((name, value) for name, values in given.items() for value in values or ())
    except BadValue as fault:
        raise WrongUsage(f"export: {fault}") from fault
