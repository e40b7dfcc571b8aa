"""``sourcebook serve``: the desk in the browser."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from sourcebook.cli.options import StoryFile, wrong_usage


def serve(
    context: typer.Context,
    story: StoryFile,
    *,
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 for any that is free.")] = 8765,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Open a browser window.")] = True,
    name: Annotated[str, typer.Option(help="What your decisions are signed with.")] = "reviewer",
    users: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Accounts: then everybody logs in. See docs/desk.md.")
    ] = None,
    add_user: Annotated[
        str | None,
        typer.Option(metavar="NAME:ROLE", help="Ask for a password, add the account to --users FILE, and end."),
    ] = None,
    host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Another name that it may be asked for by, behind a proxy.")
    ] = None,
) -> None:
    """
    Open a story in the browser: read it, question it, correct it.

    It listens on this machine alone and asks nothing of the network. Ctrl-C ends it; every decision is kept at once.

    Example: sourcebook serve story.db
    """
    # The server takes half a second to import; no other command should wait for it.
    from sourcebook.web.accounts import add_account, role_named  # noqa: PLC0415
    from sourcebook.web.serving import Told  # noqa: PLC0415
    from sourcebook.web.serving import serve as run  # noqa: PLC0415

    if add_user is not None:
        if users is None:
            raise wrong_usage(context, "--add-user needs --users FILE")
        who, _, role = add_user.partition(":")
        chosen = role_named(role or "reviewer", "--add-user")
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
        add_account(users, who, chosen, password)
        typer.echo(f"{who} is a {chosen.word} now, in {users}.")
        return
    run(
        story,
        port=port,
        users=users,
        name=name,
        hosts=host or (),
        browser=browser,
        settings=context.obj,
        told=Told(
            lambda address: typer.echo(f"Serving {story} at {address}  (Ctrl-C ends it)"),
            lambda step: typer.echo(f"Bringing the story up to date: {step}" if step else "Up to date.", err=True),
        ),
    )
