"""``sourcebook brief``, ``timeline``, ``claims``, ``who``, ``ask`` and ``show``: ask a story."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from sourcebook import api
from sourcebook.cli.delivering import deliver
from sourcebook.cli.options import Json, StoryFile
from sourcebook.cli.printing import json_text, print_view


class Form(StrEnum):
    """What a brief can be written as."""

    TEXT = "text"
    HTML = "html"


def brief(
    context: typer.Context,
    story: StoryFile,
    *,
    to: Annotated[Form, typer.Option(help="text, or html: one page, the evidence a click away.")] = Form.TEXT,
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Default: standard output.")] = None,
    most: Annotated[int | None, typer.Option(min=1, help="Lines of a section. Default: what fits two screens.")] = None,
    check: Annotated[bool, typer.Option("--check", help="Tell the lines too that were refused, and why.")] = False,
    as_json: Json = False,
) -> None:
    """
    What is said to have happened, newest first, each line cited.

    Example: sourcebook brief story.db --to html -o brief.html
    """
    book = api.open(story)
    if to is Form.HTML:
        deliver(book.page(most=most).encode(), out)
        return
    view = book.brief(most=most)
    if out is None:
        print_view(view, as_json=as_json, plain=context.obj.plain, check=check)
    else:
        deliver((json_text(view) if as_json else "\n".join(api.as_lines(view, check=check))).encode() + b"\n", out)


def timeline(context: typer.Context, story: StoryFile, *, as_json: Json = False) -> None:
    """
    What happened when.

    What is planned and what has no date stands apart.

    Example: sourcebook timeline story.db
    """
    print_view(api.open(story).timeline(), as_json=as_json, plain=context.obj.plain)


def claims(
    context: typer.Context,
    story: StoryFile,
    *,
    event: Annotated[str | None, typer.Option(metavar="ID", help="Only claims about this event.")] = None,
    entity: Annotated[str | None, typer.Option(metavar="NAME", help="Only claims with this entity.")] = None,
    status: Annotated[str | None, typer.Option(help="Only claims whose event stands so: confirmed, denied …")] = None,
    as_json: Json = False,
) -> None:
    """
    Who says what, through whom, how firmly.

    All claims, or those that fit every condition.

    Example: sourcebook claims story.db --entity "Ministry of Water" --status disputed
    """
    found = api.open(story).claims(event=event, entity=entity, status=status)
    print_view(found, as_json=as_json, plain=context.obj.plain)


def who(
    context: typer.Context,
    story: StoryFile,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name as the reports spell it, or an id.")],
    *,
    as_json: Json = False,
) -> None:
    """
    The dossier of a person, an organization or a place.

    Example: sourcebook who story.db "Maria Ortiz"
    """
    print_view(api.open(story).who(name), as_json=as_json, plain=context.obj.plain)


def ask(
    context: typer.Context,
    story: StoryFile,
    question: Annotated[str, typer.Argument(metavar="QUESTION", help="In English: who, where, when, what, how many …")],
    *,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Answers at most.")] = 5,
    as_json: Json = False,
) -> None:
    """
    What the record answers to a question.

    Rows of the record, with who says so and the words they rest on; or that it does not hold the answer.

    Example: sourcebook ask story.db "where was Maria Ortiz in May 2024?"
    """
    print_view(api.ask(story, question, most=limit, settings=context.obj), as_json=as_json, plain=context.obj.plain)


def show(
    context: typer.Context,
    story: StoryFile,
    row: Annotated[str, typer.Argument(metavar="ID", help="Of a report, claim, entity, event, conflict, judgement.")],
    *,
    as_json: Json = False,
) -> None:
    """
    One row and the words that it rests on, in their context.

    Example: sourcebook show story.db claim-0c89c8bfecc2b1cd6689
    """
    print_view(api.open(story).show(row), as_json=as_json, plain=context.obj.plain)
