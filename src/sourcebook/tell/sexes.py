"""Whether a story tells of somebody as of a man or a woman: by pronouns, titles and given names in all its reports."""

from __future__ import annotations

import regex

from sourcebook.tell.index import Index
from sourcebook.text.given import woman_named
from sourcebook.values.claims import LocalEntity
from sourcebook.values.spans import Span

HE = frozenset({"he", "him", "his", "himself"})
SHE = frozenset({"she", "her", "hers", "herself"})
GIVEN = 2
"""Mentions that a given name weighs as much as: a pronoun may be read wrongly, a name hardly. Our own choice."""

_MISTER, _MISS = regex.compile(r"\bMr\.? \p{Lu}"), regex.compile(r"\b(?:Mrs|Ms|Miss)\.? \p{Lu}")
_TITLE = 5
"""Longest such title with its stop and blank, to look for before a name. Unit: code points."""


def contradicted(found: Index, local: LocalEntity, pronoun: Span) -> bool:
    """
    Tell whether the story's other mentions of a person speak against a pronoun of his or hers.

    Args:
        found: The story.
        local: Whom the pronoun was read to mean, in its report.
        pronoun: "he", "she" and their forms; of any other word nothing speaks against.
    """
    word = found.reports[local.report].words(pronoun).casefold()
    if word not in HE | SHE:
        return False
    entity = found.entity(local.id)
    members = (local.id,) if entity is None else entity.members
    votes = sum(_votes(found, found.locals[one]) for one in members if one in found.locals)
    others = votes - (1 if word in SHE else -1) * (pronoun in local.spans)
    return others < 0 if word in SHE else others > 0


def _votes(found: Index, local: LocalEntity) -> int:
    """Return how many mentions more tell of a woman than of a man."""
    report = found.reports[local.report]
    votes = 0
    for span in local.spans:
        word = report.words(span).casefold()
        before = report.text[max(0, span.start - _TITLE) : span.start]
        titled = f"{before}{report.words(span)}"
        votes += (word in SHE) - (word in HE) + bool(_MISS.search(titled)) - bool(_MISTER.search(titled))
    parts = local.name.split()
    woman = woman_named(parts[0]) if local.named and len(parts) > 1 else None
    return votes + (0 if woman is None else GIVEN if woman else -GIVEN)
