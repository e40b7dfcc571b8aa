"""Decisions from plain forms, for browsers without script; with script, the API is asked instead."""

from __future__ import annotations

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from sourcebook.desk import reviewing
from sourcebook.desk.resolving import Decision
from sourcebook.web.answering import desk_of, visitor_of

router = APIRouter(include_in_schema=False)

_APART = frozenset({"csrf", "kind", "target", "why", "back", "with"})
"""Fields of a form that are no part of the decision's value."""

_NUMBERS = frozenset({"start", "end"})
"""Fields that are whole numbers."""


ROWED = frozenset({"place", "participants", "chain"})
"""Fields of a claim that a form gives in rows of words."""

ROWS = ("was", "role", "link", "named", "words")
"""Names of what a row holds."""


@router.post("/decide")
async def decide(request: Request) -> Response:
    """Decide as a form says, and go back to where it stood; what changed stands among the decisions."""
    given = await request.form()
    desk, visitor = desk_of(request), visitor_of(request)
    desk.prepare()
    with desk.deciding:
        desk.follow(reviewing.keep(desk.store, read(given), by=visitor.name, when=desk.now()))
    back = request.headers.get("referer", "")
    same = back.startswith(str(request.base_url))
    return RedirectResponse(back if same else "/review", 303)


def read(given: FormData) -> Decision:
    """
    Return the decision that a form holds.

    >>> read(FormData([("kind", "note"), ("target", "event-1"), ("text", "ask again"), ("csrf", "x")]))
    Decision(kind='note', target='event-1', value={'text': 'ask again'}, why='')
    """
    fields = [(name, value.strip()) for name, value in given.multi_items() if isinstance(value, str) and value.strip()]
    value: dict[str, object] = {
        name: int(one) if name in _NUMBERS and one.isdecimal() else one for name, one in fields if name not in _APART
    }
    if value.get("field") in ROWED:
        value = {"field": value["field"], "value": _rowed(str(value["field"]), given)}
    elif value.get("field") == "time":
        value = {"field": "time", "value": {name: value.get(name) for name in ("earliest", "latest")}}
    told = dict(fields)
    target = f"{told.get('target', '')} {told.get('with', '').rsplit('/', 1)[-1]}".strip()
    return Decision(told.get("kind", ""), target, value, told.get("why", ""))


def _rowed(field: str, given: FormData) -> object:
    """Return a place, or the participants or steps that rows of a form hold; a row without its kind is left out."""
    lists = {name: [str(one).strip() for one in given.getlist(name)] for name in ROWS}
    if field == "place":
        words = "".join(lists["words"][:1])
        return {"words": words} if words else None
    kinds = lists["role" if field == "participants" else "link"]
    rows = []
    for place, (was, kind, words) in enumerate(zip(lists["was"], kinds, lists["words"], strict=False)):
        if not kind or not (was or words):
            continue
        row: dict[str, object] = {"role" if field == "participants" else "kind": kind, "words": words}
        if was.isdecimal():
            row["was"] = int(was)
        if field == "chain":
            row["anonymous"] = lists["named"][place : place + 1] == ["not named"]
        rows.append(row)
    return rows
