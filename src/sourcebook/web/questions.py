"""Questions put to a story, by page and by API: the model that reads them is opened once, with the first."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from threading import Lock

from fastapi import Request

from sourcebook.desk.asking import Mind, ask
from sourcebook.desk.table import mind
from sourcebook.tell.views import Answers
from sourcebook.web.answering import desk_of

_READING = Lock()
"""Held while the model is opened, so that two questions at once open it once."""


@cache
def _mind(model: Path | None) -> Mind:
    return mind(model)


def answers(request: Request, words: str) -> Answers:
    """Return the rows that answer a question, or why there are none."""
    desk = desk_of(request)
    with _READING:
        reader = _mind(desk.model)
    return ask(desk.store, words, reader)
