"""A document as Markdown that every CommonMark reader takes the same way."""

from __future__ import annotations

import re

from sourcebook.tell.exports.cleaning import printable
from sourcebook.tell.exports.documents import Document, Item, named, quoted

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$@]|(?<=www)\.|:(?=//))")
"""What may mean something in CommonMark or GitHub's dialect anywhere in a line; what would become a link too."""

_FIRST = re.compile(r"^([-+=]|\d+(?=[.)]))")
"""What means something only where a line begins."""


def markdown(document: Document) -> bytes:
    """Return the document, UTF-8; whatever comes from a report is text and never markup."""
    lines = [f"# {escaped(document.title)}", ""]
    for one in document.about:
        lines += [escaped(one), ""]
    for part in document.parts:
        lines += [f"## {escaped(part.title)}", "", *(f"- {_item(one)}" for one in part.items), ""]
        if part.note:
            lines += [escaped(part.note), ""]
    if document.sources:
        lines += ["## Sources", ""]
        lines += [f"{one.number}. {escaped(named(one))}: {escaped(quoted(one))}" for one in document.sources]
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def escaped(text: str) -> str:
    r"""
    Return text as Markdown that shows just that, on one line.

    >>> print(escaped("1. <b>*Now*</b>, see [this](x)"))
    1\. \<b\>\*Now\*\</b\>, see \[this\](x)
    """
    made = _SPECIAL.sub(r"\\\1", " ".join(printable(text).split()))
    return _FIRST.sub(lambda found: found[0] + "\\" if found[0].isdecimal() else "\\" + found[0], made)


def _item(one: Item) -> str:
    told = "".join(
        _spaced(piece.text) + "".join(f" \\[{number}\\]" for number in piece.citations) for piece in one.pieces
    )
    return (f"{escaped(one.lead)}: " if one.lead else "") + told.lstrip() + _spaced(one.end)


def _spaced(text: str) -> str:
    """Return the text escaped, with the spaces at its ends kept as one each."""
    before = " " if text[:1].isspace() else ""
    after = " " if text.strip() and text[-1:].isspace() else ""
    return before + escaped(text) + after
