"""What people decide in review."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Judgement:
    """
    Somebody's decision. Never changed: undoing adds a row that says so.

    Attributes:
        kind: One of ``KINDS``.
        target: Id of what it is about; of a merge, two ids joined by a space.
        value: What was decided, JSON text; empty where the kind says all.
        undone: Whether a later judgement took it back.
    """

    id: str
    by: str
    when: datetime
    kind: str
    target: str
    value: str
    why: str
    undone: bool = False


UNDO = "undo"
"""The kind of a judgement that takes another back; its target is that one's id."""

KINDS = ("accept", "correct", "reject", "merge", "split", "different", "note", "rate", "claim", UNDO)
"""Every kind of judgement."""


def about(judgement: Judgement) -> tuple[str, ...]:
    """Return the ids that a judgement decides about: those that its value lists as ``claims``, else its target."""
    value = valued(judgement)
    listed = value.get("claims")
    if isinstance(listed, list):
        return tuple(str(one) for one in listed)
    return (judgement.target,)


def valued(judgement: Judgement) -> dict[str, object]:
    """Return a judgement's value as a JSON object; an empty one where it is none."""
    try:
        found = json.loads(judgement.value) if judgement.value else {}
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def folded(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    """
    Return the judgements with what was taken back marked as undone, in their order.

    An undoing can itself be undone: then what it took back stands again.
    """
    gone: set[str] = set()
    for one in reversed(judgements):
        if one.kind == UNDO and one.id not in gone:
            gone.add(one.target)
    return tuple(replace(one, undone=True) if one.id in gone else one for one in judgements)
