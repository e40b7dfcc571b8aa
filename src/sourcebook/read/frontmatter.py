"""The block between two lines of three hyphens at the head of a text: ``key: value`` lines that describe it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcebook.errors import UnreadableInput
from sourcebook.read.details import NAMES, Details

_KEY = re.compile(r"([A-Za-z_][\w .\-]{0,60}?)\s*:(?:\s+(.*)|\s*)$")
_CLOSE = re.compile(r"(?:---|\.\.\.)\s*")
_ALSO = {"date": "published", "lang": "language", "site": "outlet"}
"""Other names for the same, as static-site generators and web clippers write them; a ``source`` that is an address is
the url, any other the outlet."""

LONGEST = 200
"""Lines in which a block must be closed; one that is not is text."""


@dataclass(frozen=True, slots=True)
class Headed:
    r"""A text without its front matter, and what that said."""

    text: str
    details: Details


def without_front_matter(text: str, file: str) -> Headed:
    r"""
    Take the front matter off a text.

    It is read strictly: one ``key: value`` a line, quotation marks around a value allowed, ``#`` begins a comment
    line. Keys that mean nothing here are passed over with whatever is indented under them. A first line of hyphens
    that no key follows is text.

    Raises:
        UnreadableInput: If a line of the block is no ``key: value``, a key comes twice, a known key holds a list or a
            block, or the date is no date.

    >>> without_front_matter("---\ntitle: Dam holds\n---\nThe dam held.", "dam.md").details.title
    'Dam holds'
    """
    lines = text.lstrip("\n").split("\n")
    if not re.fullmatch(r"---\s*", lines[0]):
        return Headed(text, Details())
    offset = len(text) - len(text.lstrip("\n"))
    first = next((line for line in lines[1:] if line.strip() and not line.startswith("#")), "")
    end = next((at for at in range(1, min(len(lines), LONGEST)) if _CLOSE.fullmatch(lines[at])), None)
    if end is None or _KEY.match(first) is None:
        return Headed(text, Details())
    cells: dict[str, str | None] = {}
    where: dict[str, int] = {}
    known = None
    for number, line in enumerate(lines[1:end], start=offset + 2):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if line[0] in " \t-":
            if known is not None and not cells[known]:
                raise UnreadableInput(file, f"line {number}", f"front matter: {known} must be one line of text")
            continue
        found = _KEY.match(line)
        if found is None:
            raise UnreadableInput(file, f"line {number}", "front matter: not of the form 'key: value'")
        name = found[1].lower()
        known = name if name in NAMES else _ALSO.get(name)
        if name == "source":
            known = "url" if "://" in (found[2] or "") else "outlet"
        if known is not None and name != known and known in cells:
            known = None
        if known is None:
            continue
        if known in where:
            raise UnreadableInput(file, f"line {number}", f"front matter: {name!r} is given twice")
        where[known] = number
        cells[known] = _value(found[2] or "", file, f"line {number}", name)
    details = Details.given(cells, file, f"line {where.get('published', 1)}")
    return Headed("\n".join(lines[end + 1 :]), details)


def _value(written: str, file: str, place: str, name: str) -> str | None:
    value = written.strip()
    if value[:1] in {"[", "{", "|", ">", "&", "*", "!"}:
        raise UnreadableInput(file, place, f"front matter: {name} must be one line of text")
    if value[:1] in {'"', "'"}:
        quote = value[0]
        if len(value) < 2 or not value.endswith(quote):
            raise UnreadableInput(file, place, f"front matter: {name} has an unclosed quotation mark")
        return value[1:-1].replace(quote * 2, quote) if quote == "'" else value[1:-1].replace('\\"', '"')
    value = re.sub(r"\s+#.*$", "", value)
    return None if value.lower() in {"", "null", "~"} else value
