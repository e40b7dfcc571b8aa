"""Briefs, timelines, dossiers, exports: nothing that its rows don't hold."""

from sourcebook.tell.brief import brief
from sourcebook.tell.checker import check
from sourcebook.tell.claims import claims_view
from sourcebook.tell.dossier import dossier
from sourcebook.tell.page import html_page
from sourcebook.tell.plain import as_lines
from sourcebook.tell.record import as_record, record_bytes
from sourcebook.tell.show import show
from sourcebook.tell.timeline import timeline
from sourcebook.tell.verify import verify_record

__all__ = [
    "as_lines",
    "as_record",
    "brief",
    "check",
    "claims_view",
    "dossier",
    "html_page",
    "record_bytes",
    "show",
    "timeline",
    "verify_record",
]
