"""How a page is made: templates, what every page knows, and addresses that keep the filters."""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import quote, urlencode

import pycountry
from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from sourcebook.desk import looking
from sourcebook.desk.looking import Choice
from sourcebook.judge.rules import meaning
from sourcebook.store.reading import Reading
from sourcebook.store.state import waiting
from sourcebook.values.filters import Filters, Part
from sourcebook.values.kinds import EventType, Modality, Status
from sourcebook.web.accounts import Role
from sourcebook.web.answering import desk_of, visitor_of
from sourcebook.web.pages.decided import said

LISTED = 300
"""Values that a filter's list offers; the rest is found by search. A longer list can't be read."""

KEPT = frozenset({"", "events", "timeline", "map", "network", "sources", "reports", "people", "conflicts", "export"})
"""First parts of addresses that the filters hold for."""

LABELS = {
    "q": "words",
    "status": "status",
    "type": "type",
    "who": "who",
    "where": "where",
    "from": "from",
    "to": "to",
    "outlet": "outlet",
    "origin": "origin",
    "modality": "told as",
}
"""How a filter is called on the page, by its name in the address."""


@dataclass(frozen=True, slots=True)
class Place:
    """An entry of the rail. ``key`` is the letter that goes there after ``g``."""

    path: str
    label: str
    key: str


PLACES = (
    Place("/", "Brief", "b"),
    Place("/events", "Events", "e"),
    Place("/timeline", "Timeline", "t"),
    Place("/map", "Map", "m"),
    Place("/network", "Network", "n"),
    Place("/sources", "Sources", "s"),
    Place("/reports", "Reports", "r"),
    Place("/people", "People & places", "p"),
    Place("/conflicts", "Conflicts", "c"),
    Place("/review", "Review", "v"),
    Place("/ask", "Ask", "a"),
    Place("/export", "Export", "x"),
)
"""The rail, in the order of a day's work."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter that is on: what it is called, and the address without it."""

    label: str
    value: str
    without: str


def address(path: str, pairs: tuple[tuple[str, str], ...]) -> str:
    """
    Return a path with conditions behind it.

    >>> address("/events", (("q", "the dam"),))
    '/events?q=the+dam'
    """
    return f"{path}?{urlencode(pairs)}" if pairs else path


def chips(path: str, filters: Filters, names: dict[str, str]) -> tuple[Chip, ...]:
    """Return the conditions that are on, each with the address that drops it; ``names`` tells what ids stand for."""
    pairs = filters.pairs
    return tuple(
        Chip(LABELS[name], names.get(value, value), address(path, (*pairs[:place], *pairs[place + 1 :])))
        for place, (name, value) in enumerate(pairs)
    )


def page(
    request: Request,
    shelf: Reading,
    name: str,
    filters: Filters | None = None,
    carried: Filters | None = None,
    **fields: object,
) -> HTMLResponse:
    """
    Return a page.

    Args:
        name: Of the template, without its ending.
        filters: Those of the address; None where the page has none of its own.
        carried: Those of the list that the page was opened from: its links back keep them.
    """
    visitor = visitor_of(request)
    path = request.url.path
    first = path.split("/")[1]
    on = Filters() if filters is None else filters
    along = on if carried is None else carried
    written = _PAGES.get_template(f"{name}.html").render(
        story=shelf.title,
        path=path,
        first=f"/{first}",
        places=PLACES,
        query=f"?{urlencode(along.pairs)}" if along.pairs else "",
        kept=KEPT,
        filters=on,
        filtered=filters is not None,
        chips=chips(path, on, _names(shelf, on)) if on.any else (),
        choices=_choices(shelf) if filters is not None else {},
        waiting=_waiting(shelf),
        settling=_settling(request, shelf),
        visitor=visitor,
        may=visitor.role is not None and visitor.role >= Role.REVIEWER,
        token=visitor.token,
        statuses=tuple(Status),
        types=tuple(EventType),
        modalities=tuple(Modality),
        **fields,
    )
    return HTMLResponse(written)


def problem(path: str, status: int, why: str, again: int = 0) -> HTMLResponse:
    """
    Return a page that says what is wrong; it reads nothing, so it can't fail over what it tells of.

    Args:
        path: What was asked for.
        status: Of the answer.
        why: What is wrong.
        again: After how many seconds the browser asks again; 0 for never.
    """
    made = _PAGES.get_template("problem.html").render(path=path, status=status, why=_typeset(why), again=again)
    return HTMLResponse(made, status)


def _typeset(words: str) -> str:
    """
    Return an error's words as a sentence in print.

    >>> _typeset("no event 'x' in this story")
    'No event “x” in this story.'
    """
    quoted = re.sub(r"(?<!\w)'([^']*)'(?!\w)", r"“\1”", words).replace("'", "’")
    return f"{quoted[:1].upper()}{quoted[1:].rstrip('.')}."


def _names(shelf: Reading, filters: Filters) -> dict[str, str]:
    """Return what the ids among the conditions stand for."""
    if not filters.who and not filters.where:
        return {}
    return looking.names(shelf, [*filters.who, *filters.where])


def _choices(shelf: Reading) -> dict[str, tuple[Choice, ...]]:
    return {
        name: looking.choices(shelf, name, LISTED) for name in ("status", "type", "who", "where", "outlet", "modality")
    }


def _waiting(shelf: Reading) -> int:
    """Return how many rows wait in the review queue."""
    return looking.queue(shelf, Part(1, 1)).total


def _settling(request: Request, shelf: Reading) -> str:
    """Return what is worked out behind, in words; empty where nothing is."""
    count, progress = len(waiting(shelf)), desk_of(request).behind.progress()
    if count and progress.fault:
        return f"{counted(count)} kept, but could not be worked in: {progress.fault}"
    if count:
        return f"{counted(count)} kept and worked in: {progress.words or 'soon'}."
    return f"The pages are brought up to date: {progress.words}." if progress.stretch else ""


def counted(decisions: int) -> str:
    """
    Return so many decisions in words.

    >>> counted(1), counted(2)
    ('1 decision is', '2 decisions are')
    """
    return "1 decision is" if decisions == 1 else f"{decisions} decisions are"


def _rules(names: str) -> str:
    """Return what rules say, by their names, which stand behind each other with commas between."""
    return "; ".join(meaning(one) for one in names.split(", "))


def _country(code: str) -> str:
    """
    Return a country's name as people say it, by its ISO 3166-1 alpha-3; a code that is none is returned as it is.

    >>> _country("BOL"), _country("FRA")
    ('Bolivia', 'France')
    """
    known = pycountry.countries.get(alpha_3=code)
    return code if known is None else str(getattr(known, "common_name", known.name))


def _environment() -> Environment:
    made = Environment(
        loader=PackageLoader("sourcebook.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["country"] = _country
    made.filters["said"] = said
    made.filters["rules"] = _rules
    made.filters["part"] = lambda text: quote(str(text), safe="")
    return made


_PAGES = _environment()
