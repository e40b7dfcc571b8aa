"""Briefs, timelines, dossiers, exports: nothing that its rows don't hold."""

from sourcebook.tell.answers import answers, candidates
from sourcebook.tell.brief import brief
from sourcebook.tell.checker import check
from sourcebook.tell.claims import claims_view
from sourcebook.tell.dossier import dossier
from sourcebook.tell.index import Index, index
from sourcebook.tell.names import Names, names_in, names_of
from sourcebook.tell.page import html_page
from sourcebook.tell.plain import as_lines
from sourcebook.tell.record import as_record, record_bytes
from sourcebook.tell.sheet import sheet_page
from sourcebook.tell.show import show
from sourcebook.tell.timeline import timeline
from sourcebook.tell.verify import verify_record

__all__ = [
    "Index",
    "Names",
    "answers",
    "as_lines",
    "as_record",
    "brief",
    "candidates",
    "check",
    "claims_view",
    "dossier",
    "html_page",
    "index",
    "names_in",
    "names_of",
    "record_bytes",
    "sheet_page",
    "show",
    "timeline",
    "verify_record",
]
