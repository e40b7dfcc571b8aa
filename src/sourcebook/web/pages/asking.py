"""The question box, and the form for exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from sourcebook.values.filters import LONGEST
from sourcebook.web.answering import Narrowed, Shelf
from sourcebook.web.pages.rendering import page
from sourcebook.web.questions import answers

router = APIRouter(include_in_schema=False)


@router.get("/ask")
def question(request: Request, shelf: Shelf, q: Annotated[str, Query(max_length=LONGEST)] = "") -> Response:
    """Show the box, and the answers to what was asked."""
    words = q.strip()
    if not any(one.isalnum() for one in words):
        return page(request, shelf, "ask", question=words, found=None, citations={})
    found = answers(request, words)
    return page(
        request, shelf, "ask", question=words, found=found, citations={one.number: one for one in found.citations}
    )


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that can be taken along; ``forms`` are pairs of the name of a form and what it is."""

    key: str
    title: str
    about: str
    forms: tuple[tuple[str, str], ...]


_TEXT = (("docx", "Word document"), ("md", "Markdown"), ("html", "web page"))

OFFERS = (
    Offer("brief", "The brief", "What the reports say, every line with its words.", _TEXT),
    Offer("dossier", "A dossier", "All that is told of one person, body or place.", _TEXT),
    Offer(
        "events",
        "Events",
        "One row an event.",
        (
            ("xlsx", "Excel, with a data dictionary"),
            ("csv", "CSV"),
            ("jsonl", "JSON Lines in PLOVER’s form"),
            ("geojson", "GeoJSON"),
            ("graphml", "GraphML: who with whom"),
        ),
    ),
    Offer(
        "claims",
        "Claims",
        "One row a claim: who says what.",
        (("xlsx", "Excel, with a data dictionary"), ("csv", "CSV")),
    ),
    Offer(
        "record",
        "The record",
        "Everything: claims, chains, entities, events, conflicts, each with its words.",
        (("record", "JSON"),),
    ),
)
"""What the page offers."""


@router.get("/export")
def export(request: Request, shelf: Shelf, filters: Narrowed) -> Response:
    """Show the form for exports."""
    return page(request, shelf, "export", filters, exports=OFFERS)
