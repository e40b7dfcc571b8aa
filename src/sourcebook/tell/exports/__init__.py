"""Forms that a story is taken along in: values in, bytes out, the same for the same values."""

from sourcebook.tell.exports.documents import Document, document_of_brief, document_of_dossier
from sourcebook.tell.exports.geojson import geojson
from sourcebook.tell.exports.graphml import graphml
from sourcebook.tell.exports.markdown import markdown
from sourcebook.tell.exports.narrowing import narrowed_dossier, narrowed_record, renumbered
from sourcebook.tell.exports.plover import Mention, PloverActor, PloverEvent, PloverPlace, plover_lines
from sourcebook.tell.exports.spreadsheet import spreadsheet
from sourcebook.tell.exports.tables import Cell, Column, Sort, Table, comma_separated, dictionary
from sourcebook.tell.exports.webpage import webpage
from sourcebook.tell.exports.word import word_document

__all__ = [
    "Cell",
    "Column",
    "Document",
    "Mention",
    "PloverActor",
    "PloverEvent",
    "PloverPlace",
    "Sort",
    "Table",
    "comma_separated",
    "dictionary",
    "document_of_brief",
    "document_of_dossier",
    "geojson",
    "graphml",
    "markdown",
    "narrowed_dossier",
    "narrowed_record",
    "plover_lines",
    "renumbered",
    "spreadsheet",
    "webpage",
    "word_document",
]
