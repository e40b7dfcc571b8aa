"""The pages that show; what decides is in ``deciding``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from sourcebook.desk import looking, marking
from sourcebook.desk.looking import Called
from sourcebook.desk.portraits import ReviewCard
from sourcebook.desk.views import ClaimDetail, ConflictView
from sourcebook.store.reading import Reading
from sourcebook.values.filters import LONGEST, Part
from sourcebook.web.answering import Narrowed, Page, Shelf
from sourcebook.web.pages.rendering import LISTED, page
from sourcebook.web.pages.segments import outline, paragraphs

router = APIRouter(include_in_schema=False)

Id = Annotated[str, Path(max_length=LONGEST)]

QUEUE = 20
"""Rows of the review queue on one page: each comes with its claim in full."""

AROUND = 320
"""Characters shown before and after cited words. A paragraph of a news report is about this long."""


@router.get("/")
def brief(request: Request, shelf: Shelf, filters: Narrowed) -> Response:
    """Show the brief; each citation opens its words beside it."""
    found = looking.brief(shelf, filters)
    return page(request, shelf, "brief", filters, brief=found, citations={one.number: one for one in found.citations})


@router.get("/events")
def events(request: Request, shelf: Shelf, filters: Narrowed, part: Page) -> Response:
    """Show the table of events."""
    return page(request, shelf, "events", filters, found=looking.events(shelf, filters, part))


@router.get("/events/{event}")
def event(request: Request, shelf: Shelf, event: Id, carried: Narrowed) -> Response:
    """Show an event: claims with their chains, answers, conflicts, where the words come from, why it is one."""
    found = looking.event(shelf, event)
    told = {one.claim.id: one for one in found.claims}
    plans = [looking.event(shelf, one).event for one in (*found.body.plans, found.body.plan_of) if one is not None]
    return page(request, shelf, "event", carried=carried, found=found, told=told, plans=plans)


@router.get("/timeline")
def timeline(request: Request, shelf: Shelf, filters: Narrowed) -> Response:
    """Show the timeline; without script, the first events as a list."""
    return page(request, shelf, "timeline", filters, found=looking.events(shelf, filters, Part()))


@router.get("/map")
def map_(request: Request, shelf: Shelf, filters: Narrowed) -> Response:
    """Show the map."""
    return page(request, shelf, "map", filters)


@router.get("/network")
def network(request: Request, shelf: Shelf, filters: Narrowed) -> Response:
    """Show who does what to whom."""
    return page(request, shelf, "network", filters)


@router.get("/sources")
def sources(request: Request, shelf: Shelf, filters: Narrowed, part: Page) -> Response:
    """Show outlets: whom they pass on, and how much comes from the unnamed."""
    found = looking.outlets(shelf, filters, part)
    relayed = looking.events(shelf, filters, Part(1, 200))
    widest = sorted(relayed.items, key=lambda one: (-one.reports, -one.claims, one.id))[:8]
    return page(request, shelf, "sources", filters, found=found, widest=widest)


@router.get("/sources/{event}")
def lineage(request: Request, shelf: Shelf, event: Id, carried: Narrowed) -> Response:
    """Show through whom an event's words came."""
    return page(request, shelf, "lineage", carried=carried, found=looking.event(shelf, event))


@router.get("/reports")
def reports(request: Request, shelf: Shelf, filters: Narrowed, part: Page) -> Response:
    """Show the list of reports."""
    return page(request, shelf, "reports", filters, found=looking.reports(shelf, filters, part))


@router.get("/reports/{report}")
def report(request: Request, shelf: Shelf, report: Id, carried: Narrowed) -> Response:
    """Show a report with its marks."""
    found, marked = looking.report(shelf, report), marking.marks(shelf, report)
    return page(
        request,
        shelf,
        "report",
        carried=carried,
        found=found,
        paragraphs=paragraphs(marked.text, marked.furniture, marked.marks),
        outline=outline(marked.text, marked.marks),
    )


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words in the text around them; ``parts`` in order, True marks the words themselves."""

    start: int
    end: int
    parts: tuple[tuple[str, bool], ...]


@router.get("/reports/{report}/words")
def words(request: Request, shelf: Shelf, report: Id, at: Annotated[list[str], Query(max_length=64)]) -> Response:
    """Show stretches of a report (``at=120-140``, repeated) in the words around them: what stands beside the brief."""
    found = looking.report(shelf, report)
    return page(request, shelf, "words", found=found, excerpts=excerpts(found.text, [_span(one) for one in at]))


def _span(written: str) -> tuple[int, int]:
    first, _, last = written.partition("-")
    return (int(first), int(last)) if first.isdecimal() and last.isdecimal() and len(written) < 21 else (0, 0)


def excerpts(text: str, spans: list[tuple[int, int]]) -> tuple[Excerpt, ...]:
    """Return each stretch with the text around it; stretches whose surroundings meet are shown together."""
    made: list[Excerpt] = []
    waiting = sorted({one for one in spans if 0 <= one[0] < one[1] <= len(text)})
    while waiting:
        group = [waiting.pop(0)]
        while waiting and waiting[0][0] <= group[-1][1] + AROUND:
            group.append(waiting.pop(0))
        start, end = _edge(text, group[0][0], before=True), _edge(text, max(one[1] for one in group), before=False)
        parts: list[tuple[str, bool]] = [("… " if start > 0 and text[start - 1] != "\n" else "", False)]
        at = start
        for first, last in group:
            if last <= at:
                continue
            parts += [(text[at : max(at, first)], False), (text[max(at, first) : last], True)]
            at = last
        parts += [(text[at:end], False), (" …" if end < len(text) and text[end] != "\n" else "", False)]
        made.append(Excerpt(group[0][0], max(one[1] for one in group), tuple(one for one in parts if one[0])))
    return tuple(made)


def _edge(text: str, at: int, *, before: bool) -> int:
    """Return where to cut: at a line's end where one is near, else between words."""
    if before:
        least = max(0, at - AROUND)
        line = text.rfind("\n", least, at) + 1
        return line or (0 if least == 0 else text.find(" ", least, at) + 1 or least)
    most = min(len(text), at + AROUND)
    line = text.find("\n", at, most)
    return line if line >= 0 else (most if most == len(text) else max(text.rfind(" ", at, most), at))


@router.get("/people")
def people(request: Request, shelf: Shelf, filters: Narrowed, part: Page) -> Response:
    """Show people, bodies and places."""
    return page(request, shelf, "people", filters, found=looking.entities(shelf, filters, part))


@router.get("/people/{entity}")
def entity(request: Request, shelf: Shelf, entity: Id, carried: Narrowed) -> Response:
    """Show a dossier."""
    found = looking.entity(shelf, entity)
    return page(request, shelf, "entity", carried=carried, found=found, others=looking.choices(shelf, "who")[:LISTED])


@router.get("/conflicts")
def conflicts(request: Request, shelf: Shelf, filters: Narrowed, part: Page) -> Response:
    """Show the ledger of conflicts, sides beside each other."""
    return page(request, shelf, "conflicts", filters, found=looking.conflicts(shelf, filters, part))


@dataclass(frozen=True, slots=True)
class Waiting:
    """
    A row of the review queue with what it is about; of the three, one is given.

    Attributes:
        leaves: The event that a claim can be split from; empty where nothing would be left of it.
    """

    card: ReviewCard
    claim: ClaimDetail | None
    conflict: ConflictView | None
    pair: tuple[Called, ...]
    leaves: str = ""


@router.get("/review")
def review(request: Request, shelf: Shelf, page_: Annotated[int, Query(alias="page", ge=1, le=10_000)] = 1) -> Response:
    """Show the queue of what a person should look at."""
    found = looking.queue(shelf, Part(page_, QUEUE))
    counts = looking.claim_counts(shelf, [one.event for one in found.items if one.event is not None])
    rows = tuple(waiting(shelf, one, counts.get(one.event or "", 1)) for one in found.items)
    return page(request, shelf, "review", found=found, rows=rows, decided=looking.judgements(shelf, Part(1, 15)))


def waiting(shelf: Reading, card: ReviewCard, claims: int) -> Waiting:
    """Return a row of the queue with what it is about; ``claims`` is how many tell of its event."""
    if card.kind == "claim":
        leaves = card.event if card.event is not None and claims > 1 else ""
        return Waiting(card, looking.claim(shelf, card.target), None, (), leaves)
    if card.kind == "pair":
        return Waiting(card, None, None, looking.called(shelf, card.target.split()))
    found = () if card.event is None else looking.event(shelf, card.event).conflicts
    return Waiting(card, None, next((one for one in found if one.id == card.target), None), ())
