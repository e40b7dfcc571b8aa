"""The desk's pages: the same views as the API, written as HTML that works without script where it can."""

from fastapi import FastAPI

from sourcebook.web.pages import asking, deciding, routes
from sourcebook.web.pages.problems import tell_problems


def add_pages(app: FastAPI) -> None:
    """Give an application the desk's pages."""
    app.include_router(routes.router)
    app.include_router(asking.router)
    app.include_router(deciding.router)
    tell_problems(app)
