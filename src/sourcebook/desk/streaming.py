"""Texts as JSON Lines in, marks as JSON Lines out (``docs/annotations.md``)."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from sourcebook.errors import BadValue

LOG = logging.getLogger(__name__)

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Marks = Callable[[str, date | None], dict[str, object]]
"""Reads one text, published that day, into the contract's fields, the id empty."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line to print, without its end, and whether it tells of a text that was not read."""

    content: bytes
    failed: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    text: str
    published: date | None


def annotate_lines(lines: Iterable[bytes], marks: Marks) -> Iterator[Line]:
    """
    Yield a line for every line that is not blank, in order, as soon as it is done. Holds one text at a time.

    A text that can't be read gives ``{"id", "error"}``; the id is null where not even that can be read.
    """
    for raw in lines:
        if not raw.strip():
            continue
        identifier: object = None
        try:
            asked = _object(raw)
            identifier = asked.get("id")
            one = _asked(asked)
            answer = marks(one.text, one.published) | {"id": identifier}
            failed = False
        except BadValue as fault:
            answer, failed = {"id": identifier, "error": str(fault)}, True
        except Exception as fault:  # a defect that one strange text brings out must not cost the others
            LOG.debug("while reading the text %r", identifier, exc_info=fault)
            answer, failed = (
                {"id": identifier, "error": f"a fault in Sourcebook: {type(fault).__name__}: {fault}"},
                True,
            )
        yield Line(_written(answer), failed)


def _object(raw: bytes) -> dict[str, object]:
    """
    Return the JSON object on a line.

    Raises:
        BadValue: If there is none.
    """
    try:
        found = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise BadValue(f"not UTF-8: byte {fault.start + 1} of the line") from fault
    except (ValueError, RecursionError) as fault:
        raise BadValue(f"not JSON: {fault}") from fault
    if not isinstance(found, dict):
        raise BadValue("not a JSON object")
    return found


def _asked(found: dict[str, object]) -> _Asked:
    """
    Return what is to be read.

    Raises:
        BadValue: If there is no text, or a day of publication that is none.
    """
    text, published = found.get("text"), found.get("published")
    if not isinstance(text, str):
        raise BadValue("no 'text', or it is not a string")
    if published is None:
        return _Asked(text, None)
    if isinstance(published, str) and _DAY.fullmatch(published):
        try:
            return _Asked(text, date.fromisoformat(published))
        except ValueError as fault:
            raise BadValue(f"'published' is no day: {published!r}") from fault
    raise BadValue(f"'published' is not YYYY-MM-DD: {published!r}")


def _written(answer: dict[str, object]) -> bytes:
    """Return JSON in UTF-8; a text with half a surrogate pair, which UTF-8 can't hold, comes out escaped."""
    try:
        return json.dumps(answer, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(answer, separators=(",", ":")).encode()
