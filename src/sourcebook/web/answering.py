"""What routes share: read access, filters from the address, answers with their ETag, errors as statuses."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Annotated

import msgspec
from fastapi import Depends, Query, Request, Response
from fastapi.responses import JSONResponse
from pydantic import BaseModel, BeforeValidator

from sourcebook.desk import looking
from sourcebook.desk.behind import AT_ONCE, Behind
from sourcebook.desk.cards import hold
from sourcebook.desk.reviewing import Decided
from sourcebook.desk.settling import settle
from sourcebook.desk.stages import Link
from sourcebook.errors import BadValue, NotFound, NotReady, NotYours, SourcebookError, StoreFault, WrongUsage
from sourcebook.store import Store
from sourcebook.store.reading import Reading
from sourcebook.values.filters import FARTHEST, LONGEST, MOST, SIZE, Filters, Part, read_filters
from sourcebook.values.kinds import EventType, Modality, Status
from sourcebook.web.accounts import Accounts
from sourcebook.web.visitors import Visitor, Visitors

KEPT = 256
"""Answers kept ready. The whole timeline of 5,000 events takes about 2 MB, a page of a list 40 kB."""


class Problem(BaseModel):
    """What is wrong."""

    detail: str


@dataclass(slots=True)
class Kept:
    """Answers that were given before; each is good for one state of the story only."""

    lock: Lock = field(default_factory=Lock)
    answers: OrderedDict[tuple[str, str], bytes] = field(default_factory=OrderedDict)

    def get(self, key: tuple[str, str], make: Callable[[], bytes]) -> bytes:
        """Return an answer, made where it was not given before."""
        with self.lock:
            if key in self.answers:
                self.answers.move_to_end(key)
                return self.answers[key]
        made = make()
        with self.lock:
            self.answers[key] = made
            while len(self.answers) > KEPT:
                self.answers.popitem(last=False)
        return made


@dataclass(frozen=True, slots=True)
class Desk:
    """
    What all routes of one application work on.

    Attributes:
        accounts: None where everybody who reaches the desk may use it.
        link: What links the story after a decision.
        model: Folder of the model that reads questions; None for the packaged one.
        now: The clock that judgements are dated by.
        behind: What brings a large story up to date.
        deciding: Held while a decision is made: two at once wait for each other instead of for the file.
    """

    store: Store
    visitors: Visitors
    accounts: Accounts | None
    link: Link
    behind: Behind
    model: Path | None
    now: Callable[[], datetime]
    version: str
    kept: Kept = field(default_factory=Kept)
    deciding: Lock = field(default_factory=Lock)

    def prepare(self) -> None:
        """
        See to it that the pages show the story as it is, or begin to where that takes long.

        Raises:
            NotReady: While they are being made.
            StoreFault: If they can't be made.
        """
        with self.store.reading() as shelf:
            if hold(shelf) or shelf.ledger.claims() <= AT_ONCE:
                return
        progress = self.behind.progress()
        if progress.fault:
            raise StoreFault(self.store.address, progress.fault)
        self.behind.start()
        raise NotReady(self.behind.progress().words)

    def follow(self, kept: Decided) -> Decided:
        """Work out what follows from a decision: of a small story at once, of a large one behind."""
        with self.store.reading() as shelf:
            small = shelf.ledger.claims() <= AT_ONCE
        if not kept.waiting:
            return kept
        if small:
            return Decided(kept.judgement, settle(self.store, self.link, self.version))
        self.behind.start()
        return kept


def desk_of(request: Request) -> Desk:
    """Return the desk that the application was made for."""
    found: Desk = request.app.state.desk
    return found


def visitor_of(request: Request) -> Visitor:
    """Return who asks."""
    found: Visitor = request.state.visitor
    return found


def _shelf(request: Request) -> Iterator[Reading]:
    desk = desk_of(request)
    desk.prepare()
    with looking.looking(desk.store) as shelf:
        yield shelf


Shelf = Annotated[Reading, Depends(_shelf)]
"""Read access to one moment of the story."""

_Text = Annotated[str, Query(max_length=LONGEST)]


def _given(values: object) -> object:
    """Drop empty values: a form without script sends every field, chosen or not."""
    return [one for one in values if one != ""] if isinstance(values, list) else values


_Given = BeforeValidator(_given)


def _filters(  # noqa: PLR0913, PLR0917 - they are what an address may hold
    q: Annotated[list[_Text], Query(description="Full text: all words.")] = [],  # noqa: B006 - FastAPI copies it
    status: Annotated[list[Status], _Given, Query(description="How the event stands.")] = [],  # noqa: B006
    type_: Annotated[list[EventType], _Given, Query(alias="type", description="PLOVER's types and the record's.")] = [],  # noqa: B006
    who: Annotated[list[_Text], Query(description="Entity ids.")] = [],  # noqa: B006
    where: Annotated[list[_Text], Query(description="Ids of places, or ISO 3166-1 alpha-3 codes.")] = [],  # noqa: B006
    from_: Annotated[list[_Text], Query(alias="from", description="First day.")] = [],  # noqa: B006
    to: Annotated[list[_Text], Query(description="Last day.")] = [],  # noqa: B006
    outlet: Annotated[list[_Text], Query(description="Outlets as the reports spell them.")] = [],  # noqa: B006
    origin: Annotated[list[_Text], Query(description="Labels of origins.")] = [],  # noqa: B006
    modality: Annotated[list[Modality], _Given, Query(description="How the text puts it.")] = [],  # noqa: B006
) -> Filters:
    given: dict[str, list[str] | list[Status] | list[EventType] | list[Modality]] = {
        "q": q,
        "status": status,
        "type": type_,
        "who": who,
        "where": where,
        "from": from_,
        "to": to,
        "outlet": outlet,
        "origin": origin,
        "modality": modality,
    }
    return read_filters((name, str(value)) for name, values in given.items() for value in values)


Narrowed = Annotated[Filters, Depends(_filters)]
"""The filters in the address; repeated ones mean any of the values, different ones must all hold."""


def _part(
    page: Annotated[int, Query(ge=1, le=FARTHEST)] = 1, size: Annotated[int, Query(ge=1, le=MOST)] = SIZE
) -> Part:
    return Part(page, size)


Page = Annotated[Part, Depends(_part)]
"""Which page of a list."""


def answer(request: Request, shelf: Reading, view: Callable[[], object]) -> Response:
    """
    Return a view as JSON, or 304 where the asker has it.

    The weak ETag is the story's state: with the address, it says everything that the answer depends on.
    """
    state = looking.stamp(shelf)
    tag = f'W/"{state}"'
    if tag in {one.strip() for one in request.headers.get("if-none-match", "").split(",")}:
        return Response(status_code=304, headers={"etag": tag})
    address = f"{request.url.path}?{request.url.query}"
    body = desk_of(request).kept.get((state, address), lambda: msgspec.json.encode(view()))
    return Response(body, media_type="application/json", headers={"etag": tag})


def status_of(fault: SourcebookError) -> int:
    """Return the HTTP status for an error of ours."""
    if isinstance(fault, NotFound):
        return 404
    if isinstance(fault, BadValue | WrongUsage):
        return 400
    if isinstance(fault, NotYours):
        return 403
    return 503 if isinstance(fault, StoreFault | NotReady) else 500


def told(request: Request, fault: Exception) -> Response:
    """Answer for an error of ours; the words are those of the command line."""
    del request
    assert isinstance(fault, SourcebookError)  # noqa: S101 - it is registered for these alone
    return JSONResponse({"detail": str(fault)}, status_of(fault))
