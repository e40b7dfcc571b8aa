"""Logging in and out, where the desk has accounts."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request, Response
from fastapi.responses import HTMLResponse, RedirectResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from sourcebook.web.answering import desk_of, visitor_of
from sourcebook.web.security import baked

router = APIRouter(include_in_schema=False)

_LONGEST = 1024
"""Of a password. Unit: characters; a longer one only costs time to hash."""

_PAGES = Environment(loader=PackageLoader("sourcebook.web"), autoescape=True, undefined=StrictUndefined)


@router.get("/login")
def form(request: Request) -> Response:
    """Show the form; who is in already goes to the brief."""
    if visitor_of(request).role is not None:
        return RedirectResponse("/", 303)
    return _form(request, "")


@router.post("/login")
def enter(
    request: Request,
    name: Annotated[str, Form(max_length=_LONGEST)],
    password: Annotated[str, Form(max_length=_LONGEST)],
) -> Response:
    """Begin a session, or say that name and password don't fit, never which of the two."""
    desk = desk_of(request)
    if desk.accounts is None:
        return RedirectResponse("/", 303)
    keys = (f"name {name}", f"address {request.client.host if request.client is not None else ''}")
    if not desk.visitors.may_try(*keys):
        return _form(request, "Too many tries. Wait a quarter of an hour.", 429)
    account = desk.accounts.admitted(name, password)
    if account is None:
        return _form(request, "Name and password don’t fit.", 403)
    desk.visitors.forgive(*keys)
    answer = RedirectResponse("/", 303)
    answer.headers["set-cookie"] = baked(desk.visitors.welcome(account))
    return answer


@router.post("/logout")
def leave(request: Request) -> Response:
    """End the session."""
    desk_of(request).visitors.farewell(request.state.cookie)
    answer = RedirectResponse("/login", 303)
    answer.headers["set-cookie"] = baked("", gone=True)
    return answer


def _form(request: Request, problem: str, status: int = 200) -> Response:
    page = _PAGES.get_template("login.html").render(token=visitor_of(request).token, problem=problem)
    return HTMLResponse(page, status, headers={"cache-control": "no-store"})
