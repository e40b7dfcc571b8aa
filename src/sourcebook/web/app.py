"""The application: one story, its pages and its API, behind the guard."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

from sourcebook.desk.behind import Behind
from sourcebook.desk.table import linker
from sourcebook.store import open_store
from sourcebook.version import __version__
from sourcebook.web import api, deciding, exporting, login
from sourcebook.web.accounts import Accounts
from sourcebook.web.answering import Desk
from sourcebook.web.pages import add_pages
from sourcebook.web.pages.rendering import problem
from sourcebook.web.security import Guard
from sourcebook.web.visitors import Visitors

HOSTS = ("127.0.0.1", "localhost", "::1")
"""Names that mean this machine alone."""

STATIC = Path(__file__).parent / "static"
"""Scripts and styles, made from ``frontend/`` when the package is built."""


def _now() -> datetime:
    return datetime.now(UTC)


def create_app(
    story: Path | str,
    *,
    users: Path | None = None,
    name: str = "reviewer",
    hosts: Iterable[str] = (),
    model: Path | None = None,
    places: Path | None = None,
    now: Callable[[], datetime] = _now,
    clock: Callable[[], float] = monotonic,
) -> FastAPI:
    """
    Return the desk of a story.

    Args:
        story: A story that was built.
        users: A file of accounts; None for none: then whoever reaches the desk may do everything.
        name: What decisions are signed with where there are no accounts.
        hosts: Names under which it may be asked for, beside those that mean this machine.
        model: Folder of the model that reads questions; None for the packaged one.
        places: The gazetteer that the story was built with; None for the packaged one.
        now: The clock that decisions are dated by.
        clock: Seconds that only grow, for sessions.

    Raises:
        StoreFault: If the story can't be opened.
        WrongUsage: If the accounts can't be read.
        UnreadableInput: If the file of places is no gazetteer.
    """
    accounts = None if users is None else Accounts.of(users)
    visitors = Visitors(name, clock, accounts is not None)
    app = FastAPI(
        title="Sourcebook",
        version=__version__,
        description="The record of a story: who says what, how firmly, and what stands against it.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,
        redoc_url=None,
    )
    store, behind = open_store(f"sqlite:{story}"), Behind(str(story), places, __version__)
    app.state.desk = Desk(store, visitors, accounts, linker(places), behind, model, now, __version__)
    app.include_router(api.router)
    app.include_router(deciding.router)
    app.include_router(exporting.router)
    app.include_router(login.router)
    add_pages(app)
    if STATIC.is_dir():
        app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_middleware(
        Guard, hosts=frozenset({*HOSTS, *(one.lower() for one in hosts)}), visitors=visitors, problem=problem
    )
    return app
