"""What a story can be taken along as: which parts of it, and in which forms."""

from __future__ import annotations

from enum import StrEnum

from sourcebook.errors import WrongUsage


class What(StrEnum):
    """A part of a story."""

    RECORD = "record"
    BRIEF = "brief"
    DOSSIER = "dossier"
    EVENTS = "events"
    CLAIMS = "claims"


class Form(StrEnum):
    """A form that files have."""

    RECORD = "record"
    CSV = "csv"
    XLSX = "xlsx"
    DOCX = "docx"
    MD = "md"
    HTML = "html"
    JSONL = "jsonl"
    GEOJSON = "geojson"
    GRAPHML = "graphml"

    @property
    def media(self) -> str:
        """The media type, as IANA has it; GraphML has none there and goes by its custom."""
        return _MEDIA[self]

    @property
    def ending(self) -> str:
        """What a file's name ends with, without the dot."""
        return "json" if self is Form.RECORD else self.value


_MEDIA = {
    Form.RECORD: "application/json",
    Form.CSV: "text/csv; charset=utf-8; header=present",
    Form.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    Form.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    Form.MD: "text/markdown; charset=utf-8",
    Form.HTML: "text/html; charset=utf-8",
    Form.JSONL: "application/jsonl; charset=utf-8",
    Form.GEOJSON: "application/geo+json",
    Form.GRAPHML: "application/graphml+xml",
}

_TEXTS = (Form.DOCX, Form.MD, Form.HTML)

OFFERED = {
    What.RECORD: (Form.RECORD,),
    What.BRIEF: _TEXTS,
    What.DOSSIER: _TEXTS,
    What.EVENTS: (Form.XLSX, Form.CSV, Form.JSONL, Form.GEOJSON, Form.GRAPHML),
    What.CLAIMS: (Form.XLSX, Form.CSV),
}
"""The forms of every part, the one that most want first."""


def part_of(form: Form, what: What | None) -> What:
    """
    Return the part that a form is asked of: of several that it may hold, by default the brief or the events.

    >>> part_of(Form.CSV, None)
    <What.EVENTS: 'events'>

    Raises:
        WrongUsage: If that part is not offered in that form.
    """
    fitting = [one for one, forms in OFFERED.items() if form in forms]
    if what is None:
        return fitting[0]
    if what not in fitting:
        raise WrongUsage(f"{what} can't be written as {form}; as {', '.join(OFFERED[what])}")
    return what
