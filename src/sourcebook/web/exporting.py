"""A story as a file to download."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request, Response

from sourcebook.desk import exporting, looking
from sourcebook.values.filters import LONGEST, Filters, read_filters
from sourcebook.values.forms import Form, What
from sourcebook.values.kinds import EventType, Modality, Status
from sourcebook.web.answering import Shelf
from sourcebook.web.api import FAULTS

router = APIRouter(prefix="/api/v1", responses=FAULTS)

_Text = Annotated[str, Query(max_length=LONGEST)]

_FILE: dict[int | str, dict[str, object]] = {
    200: {
        "description": "The file.",
        "content": {one.media.partition(";")[0]: {"schema": {"format": "binary"}} for one in Form},
    }
}


def _filters(  # noqa: PLR0913, PLR0917 - they are what an address may hold
    q: Annotated[list[_Text], Query(description="Full text: all words.")] = [],  # noqa: B006 - FastAPI copies it
    status: Annotated[list[Status], Query(description="How the event stands.")] = [],  # noqa: B006
    type_: Annotated[list[EventType], Query(alias="type", description="PLOVER's types and the record's.")] = [],  # noqa: B006
    who: Annotated[list[_Text], Query(description="Entity ids.")] = [],  # noqa: B006
    where: Annotated[list[_Text], Query(description="Ids of places, or ISO 3166-1 alpha-3 codes.")] = [],  # noqa: B006
    from_: Annotated[list[_Text], Query(alias="from", description="First day.")] = [],  # noqa: B006
    until: Annotated[list[_Text], Query(description="Last day; `to` is the form here.")] = [],  # noqa: B006
    outlet: Annotated[list[_Text], Query(description="Outlets as the reports spell them.")] = [],  # noqa: B006
    origin: Annotated[list[_Text], Query(description="Labels of origins.")] = [],  # noqa: B006
    modality: Annotated[list[Modality], Query(description="How the text puts it.")] = [],  # noqa: B006
) -> Filters:
    given: dict[str, list[str] | list[Status] | list[EventType] | list[Modality]] = {
        "q": q,
        "status": status,
        "type": type_,
        "who": who,
        "where": where,
        "from": from_,
        "to": until,
        "outlet": outlet,
        "origin": origin,
        "modality": modality,
    }
    return read_filters((name, str(value)) for name, values in given.items() for value in values)


@router.get("/export", response_class=Response, responses=_FILE)
def export(
    request: Request,
    shelf: Shelf,
    filters: Annotated[Filters, Depends(_filters)],
    to: Annotated[Form, Query(description="Form of the file.")],
    what: Annotated[What | None, Query(description="Part of the story; without it, what the form is made for.")] = None,
    entity: Annotated[str | None, Query(max_length=LONGEST, description="Whose dossier: an id or a name.")] = None,
) -> Response:
    """Give what fits the filters as a file (docs/exports.md). The last day is `until` here, for `to` is the form."""
    tag = f'W/"{looking.stamp(shelf)}"'
    if tag in {one.strip() for one in request.headers.get("if-none-match", "").split(",")}:
        return Response(status_code=304, headers={"etag": tag})
    made = exporting.export(shelf, to, what, filters, entity)
    headers = {"etag": tag, "content-disposition": f'attachment; filename="{made.name}"'}
    return Response(made.content, media_type=made.media, headers=headers)
