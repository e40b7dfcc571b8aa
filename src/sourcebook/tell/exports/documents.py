"""A brief or dossier as a document: parts, items, sources; each form writes it in its own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sourcebook.tell.dossier import SENTENCES
from sourcebook.tell.plain import dated, standing
from sourcebook.tell.views import Brief, Chapter, Citation, Dossier, Piece

NOTED = frozenset({"names", "whereabouts", "said-of", "events"})
"""Chapters of a dossier whose lines tell how they stand."""


@dataclass(frozen=True, slots=True)
class Item:
    """
    A line with its citations.

    Attributes:
        lead: What stands before it ("3 May 2031"), empty where nothing does.
        end: What follows the last piece: a full stop, the day, how it stands.
    """

    lead: str
    pieces: tuple[Piece, ...]
    end: str


@dataclass(frozen=True, slots=True)
class Part:
    """Items under a heading; ``note`` tells what was left out."""

    title: str
    items: tuple[Item, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Document:
    """What a file tells. ``about`` are lines under the title."""

    title: str
    about: tuple[str, ...]
    parts: tuple[Part, ...]
    sources: tuple[Citation, ...]


def document_of_brief(view: Brief) -> Document:
    """Return a brief as a document."""
    parts = []
    for section in view.sections:
        items = []
        for line in section.lines:
            day = f" ({line.when})" if dated(line) != line.text else ""
            mark = standing(line, section.key)
            items.append(Item("", line.pieces, f"{day}." + (f" — {mark}" if mark else "")))
        more = f"… and {section.left_out} more: {section.more}" if section.left_out else ""
        parts.append(Part(section.title, tuple(items), more))
    about = (f"{view.scope}.", *(() if parts else ("The record holds no event that can be told.",)))
    return Document(view.title, about, tuple(parts), view.citations)


def document_of_dossier(view: Dossier, scope: str = "") -> Document:
    """Return a dossier as a document; ``scope`` tells what it was narrowed to."""
    lies = f", in {', '.join(view.within)}" if view.within else ""
    about = tuple(one for one in (f"{view.kind}{lies}", view.note, scope) if one)
    parts = tuple(Part(one.title, tuple(_items(one)), "") for one in view.chapters)
    return Document(view.name, about, parts, view.citations)


def _items(chapter: Chapter) -> Iterator[Item]:
    for entry in chapter.entries:
        note = f" ({entry.note})" if chapter.key in NOTED and entry.note not in {"", "reported"} else ""
        stop = "." if chapter.key in SENTENCES else ""
        words = "".join(piece.text for piece in entry.pieces)
        yield Item(entry.when if entry.when not in words else "", entry.pieces, stop + note)


def quoted(source: Citation) -> str:
    """Return a source's words, in quotation marks where they have none of their own."""
    words = " … ".join(" ".join(one.split()) for one in outermost(source.words))
    return words if any(one in words for one in '“”"') else f"“{words}”"


def outermost(words: Iterable[str]) -> list[str]:
    """Return the words without those that others of them hold."""
    told = list(dict.fromkeys(words))
    return [one for one in told if not any(one != other and one in other for other in told)]


def named(source: Citation) -> str:
    """Return the outlet with its day, where that is known."""
    return f"{source.outlet}, {source.day}"
