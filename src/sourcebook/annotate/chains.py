"""Which mentions refer to one entity."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.section import Section
from sourcebook.infer import Reader
from sourcebook.values.kinds import NameKind
from sourcebook.values.marks import MentionMark


def find_chains(section: Section, names: Sequence[tuple[Marked, NameKind]], reader: Reader) -> tuple[MentionMark, ...]:
    """Return the mentions of a section with their chains."""
    numbers: dict[tuple[str, ...], int] = {}
    return tuple(
        MentionMark(
            section.span(one.first, one.end),
            numbers.setdefault(section.words[one.first : one.end], len(numbers)),
        )
        for one, _ in names
    )
