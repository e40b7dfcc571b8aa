"""The part of the API that changes something: decisions, and taking them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

import msgspec
from fastapi import APIRouter, Path, Request, Response
from pydantic import BaseModel, Field, JsonValue

from sourcebook.desk import looking, reviewing
from sourcebook.desk.looking import Paged
from sourcebook.desk.resolving import LONGEST as WHY
from sourcebook.desk.resolving import Decision
from sourcebook.desk.reviewing import Decided
from sourcebook.desk.views import JudgementView
from sourcebook.store.state import waiting
from sourcebook.values.filters import LONGEST
from sourcebook.web.accounts import Role
from sourcebook.web.answering import Page, Problem, Shelf, answer, desk_of, visitor_of
from sourcebook.web.api import FAULTS

router = APIRouter(prefix="/api/v1", responses=FAULTS)

_REFUSED: dict[int | str, dict[str, object]] = {403: {"model": Problem}, 413: {"model": Problem}}


class Asked(BaseModel):
    """
    A decision as it is sent.

    Kinds: accept, correct, reject, merge, split, different, note, rate, claim; ``docs/desk.md`` tells what each takes.
    """

    kind: str = Field(max_length=32)
    target: str = Field(max_length=LONGEST)
    value: dict[str, JsonValue] = {}
    why: str = Field("", max_length=WHY)


@router.get("/decisions", response_model=Paged[JudgementView])
def decisions(request: Request, shelf: Shelf, page: Page) -> Response:
    """List what people decided, latest first; what was taken back is marked as undone."""
    return answer(request, shelf, lambda: looking.judgements(shelf, page))


@dataclass(frozen=True, slots=True)
class Working:
    """
    What is being worked out behind.

    Attributes:
        waiting: Decisions that are kept and not yet worked in.
        stretch: What is being done; empty where nothing is. ``number`` counts it, ``of`` how many there are.
        changed: What changed with the decisions that were worked in last.
        fault: Why they could not be worked in; empty where they could.
    """

    waiting: int
    stretch: str
    number: int
    of: int
    changed: tuple[str, ...]
    fault: str


@router.get("/work", response_model=Working)
def work(request: Request) -> Response:
    """Tell how many decisions wait to be worked in, how far that is, and what changed with the last ones."""
    desk = desk_of(request)
    with desk.store.reading() as shelf:
        count = len(waiting(shelf))
    one = desk.behind.progress()
    told = Working(count, one.stretch, one.number, one.of, one.changed, one.fault)
    return Response(msgspec.json.encode(told), media_type="application/json")


@router.post("/decisions", response_model=Decided, status_code=201, responses=_REFUSED)
def decide(request: Request, asked: Asked) -> Response:
    """
    Decide. The answer comes once the decision is kept, and tells what changed with it.

    Of a large story what follows is worked out behind: the answer says ``waiting``, and ``/work`` how far it is.
    """
    desk, visitor = desk_of(request), visitor_of(request)
    decision = Decision(asked.kind, asked.target, asked.value, asked.why)
    desk.prepare()
    with desk.deciding:
        made = desk.follow(reviewing.keep(desk.store, decision, by=visitor.name, when=desk.now()))
    return Response(msgspec.json.encode(made), 201, media_type="application/json")


@router.delete("/decisions/{decision}", response_model=Decided, responses=_REFUSED)
def undo(request: Request, decision: Annotated[str, Path(max_length=LONGEST)]) -> Response:
    """Take a decision back; it stays in the record, marked as undone. The answer tells what changed."""
    desk, visitor = desk_of(request), visitor_of(request)
    desk.prepare()
    with desk.deciding:
        anybody = visitor.role is Role.ADMIN
        taken = reviewing.take_back(desk.store, decision, by=visitor.name, when=desk.now(), anybody=anybody)
        made = desk.follow(taken)
    return Response(msgspec.json.encode(made), media_type="application/json")
