"""Running the desk on this machine."""

from __future__ import annotations

import webbrowser
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from threading import Timer

import uvicorn

from sourcebook.desk.behind import AT_ONCE
from sourcebook.desk.looking import looking
from sourcebook.desk.settling import due, refresh
from sourcebook.errors import WrongUsage
from sourcebook.settings import Settings
from sourcebook.web.answering import Desk
from sourcebook.web.app import create_app

ADDRESS = "127.0.0.1"
"""This machine alone. Who wants to reach it from elsewhere puts a proxy with TLS before it (``docs/desk.md``)."""

_SOON = 0.5
"""How long the browser is kept waiting. Unit: seconds; the server needs a tenth of that to listen."""


@dataclass(frozen=True, slots=True)
class Told:
    """
    What is said while the desk is served.

    Attributes:
        ready: Called with the address, once it is listened to.
        step: Called with every step in which a large story is brought up to date, and with nothing at its end.
    """

    ready: Callable[[str], None]
    step: Callable[[str], None]


def serve(
    story: Path,
    *,
    port: int,
    users: Path | None,
    name: str,
    hosts: Iterable[str],
    browser: bool,
    settings: Settings,
    told: Told,
) -> None:
    """
    Serve a story's desk until it is interrupted.

    Args:
        story: A story that was built; what its pages show is made ready where it changed: first, or of a large story
            while it is served, when the pages tell how far that is.
        port: 0 for any that is free.
        users: A file of accounts; None for none.
        name: What decisions are signed with where there are no accounts.
        hosts: Further names under which it may be asked for.
        browser: Whether to open a browser window.
        settings: Which model reads questions, and which gazetteer the story was built with.
        told: Who is told when it is ready, and what it does before.

    Raises:
        StoreFault: If the story can't be opened, or its build was not finished.
        WrongUsage: If the port is taken.
    """
    app = create_app(story, users=users, name=name, hosts=hosts, model=settings.model, places=settings.gazetteer)
    desk: Desk = app.state.desk
    with desk.store.reading() as shelf:
        large = shelf.ledger.claims() > AT_ONCE
    if large:
        desk.behind.heard = lambda progress: told.step(progress.words)
        if due(desk.store, desk.link):
            desk.behind.start()
    else:
        refresh(desk.store, desk.link, desk.version)
        with looking(desk.store):
            pass
    server = uvicorn.Config(
        app, host=ADDRESS, port=port, log_level="warning", server_header=False, proxy_headers=False, lifespan="off"
    )
    try:
        listening = server.bind_socket()
    except SystemExit as fault:
        raise WrongUsage(f"port {port} is taken; choose another with --port") from fault
    address = f"http://{ADDRESS}:{listening.getsockname()[1]}/"
    told.ready(address)
    if browser:
        Timer(_SOON, webbrowser.open, [address]).start()
    uvicorn.Server(server).run(sockets=[listening])
