"""Attributions inside attributions."""

from __future__ import annotations

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.section import Section


def nested(section: Section, outer: list[Said], labels: tuple[str, ...]) -> list[Said]:
    """Return the attributions with those inside their contents, ``parent`` set."""
    return outer
