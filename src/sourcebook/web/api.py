"""The JSON API, version 1: what the pages show, for programs. Described at ``/api/v1/openapi.json``."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from sourcebook.desk import drawing, looking, marking
from sourcebook.desk.bars import Bars
from sourcebook.desk.drawing import Lineage, Network, Spots
from sourcebook.desk.looking import Choice, Paged
from sourcebook.desk.portraits import (
    EntityCard,
    EntityDetail,
    Marks,
    Outlet,
    ReportCard,
    ReportDetail,
    ReviewCard,
)
from sourcebook.desk.views import ClaimCard, ClaimDetail, ConflictView, EventCard, EventDetail
from sourcebook.tell.views import Answers, Brief
from sourcebook.values.filters import LONGEST
from sourcebook.web.answering import Narrowed, Page, Problem, Shelf, answer, visitor_of
from sourcebook.web.questions import answers

FAULTS: dict[int | str, dict[str, object]] = {
    304: {"description": "The asker has it: If-None-Match names its ETag."},
    400: {"model": Problem},
    401: {"model": Problem},
    404: {"model": Problem},
    503: {"model": Problem},
}
"""Answers that any route may give."""

router = APIRouter(prefix="/api/v1", responses=FAULTS)

Id = Annotated[str, Path(max_length=LONGEST)]


@router.get("/session")
def session(request: Request) -> dict[str, str]:
    """Tell who asks, what they may do, and the token that changes must bring along as ``X-CSRF-Token``."""
    visitor = visitor_of(request)
    return {
        "name": visitor.name,
        "role": "" if visitor.role is None else visitor.role.word,
        "token": visitor.token,
    }


@router.get("/events", response_model=Paged[EventCard])
def events(request: Request, shelf: Shelf, filters: Narrowed, page: Page) -> Response:
    """List events, latest first, the undated last."""
    return answer(request, shelf, lambda: looking.events(shelf, filters, page))


@router.get("/events/{event}", response_model=EventDetail)
def event(request: Request, shelf: Shelf, event: Id) -> Response:
    """Tell an event in full: claims with their chains, answers, conflicts, why it is one."""
    return answer(request, shelf, lambda: looking.event(shelf, event))


@router.get("/events/{event}/lineage", response_model=Lineage)
def lineage(request: Request, shelf: Shelf, event: Id) -> Response:
    """Draw through whom an event's words came: outlets, those whom they pass on, origins, loops."""
    return answer(request, shelf, lambda: drawing.lineage(shelf, event))


@router.get("/claims", response_model=Paged[ClaimCard])
def claims(request: Request, shelf: Shelf, filters: Narrowed, page: Page) -> Response:
    """List claims in the order of reports."""
    return answer(request, shelf, lambda: looking.claims(shelf, filters, page))


@router.get("/claims/{claim}", response_model=ClaimDetail)
def claim(request: Request, shelf: Shelf, claim: Id) -> Response:
    """Tell a claim in full, with what people decided about it."""
    return answer(request, shelf, lambda: looking.claim(shelf, claim))


@router.get("/timeline", response_model=Bars)
def timeline(request: Request, shelf: Shelf, filters: Narrowed) -> Response:
    """Draw the whole timeline: intervals, oldest first, and what has no time."""
    return answer(request, shelf, lambda: drawing.bars(shelf, filters))


@router.get("/map", response_model=Spots)
def map_(request: Request, shelf: Shelf, filters: Narrowed) -> Response:
    """Draw the map: places with their events, and the events without a place."""
    return answer(request, shelf, lambda: drawing.spots(shelf, filters))


@router.get("/network", response_model=Network)
def network(request: Request, shelf: Shelf, filters: Narrowed) -> Response:
    """Draw who meets, accuses, supports, quotes, fights whom: the strongest bonds."""
    return answer(request, shelf, lambda: drawing.network(shelf, filters))


@router.get("/sources", response_model=Paged[Outlet])
def sources(request: Request, shelf: Shelf, filters: Narrowed, page: Page) -> Response:
    """List outlets: whom they pass on, and the share of unnamed sources."""
    return answer(request, shelf, lambda: looking.outlets(shelf, filters, page))


@router.get("/reports", response_model=Paged[ReportCard])
def reports(request: Request, shelf: Shelf, filters: Narrowed, page: Page) -> Response:
    """List reports, latest first."""
    return answer(request, shelf, lambda: looking.reports(shelf, filters, page))


@router.get("/reports/{report}", response_model=ReportDetail)
def report(request: Request, shelf: Shelf, report: Id) -> Response:
    """Tell a report: its text, passages, claims."""
    return answer(request, shelf, lambda: looking.report(shelf, report))


@router.get("/reports/{report}/marks", response_model=Marks)
def marks(request: Request, shelf: Shelf, report: Id) -> Response:
    """Give what is marked on a report's text: who says what, names, events, times."""
    return answer(request, shelf, lambda: marking.marks(shelf, report))


@router.get("/entities", response_model=Paged[EntityCard])
def entities(request: Request, shelf: Shelf, filters: Narrowed, page: Page) -> Response:
    """List people, bodies and places: the named first, then by mentions."""
    return answer(request, shelf, lambda: looking.entities(shelf, filters, page))


@router.get("/entities/{entity}", response_model=EntityDetail)
def entity(request: Request, shelf: Shelf, entity: Id) -> Response:
    """Tell what the story holds of somebody or something."""
    return answer(request, shelf, lambda: looking.entity(shelf, entity))


@router.get("/conflicts", response_model=Paged[ConflictView])
def conflicts(request: Request, shelf: Shelf, filters: Narrowed, page: Page) -> Response:
    """List conflicts, open ones first, with both sides' words."""
    return answer(request, shelf, lambda: looking.conflicts(shelf, filters, page))


@router.get("/brief", response_model=Brief)
def brief(request: Request, shelf: Shelf, filters: Narrowed) -> Response:
    """Tell the compiled brief; with filters, the lines of the events that fit."""
    return answer(request, shelf, lambda: looking.brief(shelf, filters))


@router.get("/ask", response_model=Answers)
def ask(
    request: Request, shelf: Shelf, q: Annotated[str, Query(min_length=1, max_length=LONGEST, pattern=r"\w")]
) -> Response:
    """Answer a question with the rows that tell it, or tell why the story does not hold it."""
    return answer(request, shelf, lambda: answers(request, q))


@router.get("/review", response_model=Paged[ReviewCard])
def review(request: Request, shelf: Shelf, page: Page) -> Response:
    """List what a person should look at, most urgent first."""
    return answer(request, shelf, lambda: looking.queue(shelf, page))


@router.get("/choices", response_model=list[Choice])
def choices(
    request: Request,
    shelf: Shelf,
    filter_: Annotated[str, Query(alias="filter", pattern="^(status|type|who|where|outlet|origin|modality)$")],
) -> Response:
    """List the values that a filter can take, with the number of events that bear each."""
    return answer(request, shelf, lambda: looking.choices(shelf, filter_))
