"""Which entities a name means, and which names are near to one that means nothing."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import regex
from rapidfuzz import fuzz, process, utils

from sourcebook.errors import NotFound
from sourcebook.tell.index import Index
from sourcebook.values.kinds import NameKind
from sourcebook.values.links import Entity, Sketch

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_NEAR = 60.0
"""Names below this similarity (0..100, rapidfuzz weighted ratio) are not offered."""


def folded(name: str) -> tuple[str, ...]:
    """
    Return a name's words without case and accents.

    >>> folded("Al-Ḥarath’s")
    ('al', 'harath', 's')
    """
    plain = "".join(one for one in unicodedata.normalize("NFKD", name) if not unicodedata.combining(one))
    return tuple(_WORD.findall(plain.casefold()))


@dataclass(frozen=True, slots=True)
class Names:
    """
    What the things of a story are called. Made by ``names_of``.

    Attributes:
        forms: Every named entity with its names, in order of id.
        runs: Entities by any run of words of a name, those that bear it in full and often first.
    """

    forms: tuple[tuple[str, tuple[str, ...]], ...]
    runs: Mapping[tuple[str, ...], tuple[str, ...]]

    def called(self, words: str) -> tuple[str, ...]:
        """
        Return the ids of entities that the words can mean, likeliest first; empty where they mean none.

        A part of a name counts only where nobody bears the words in full, or where they are one name of people.
        """
        return self.runs.get(folded(words), ())


def names_of(found: Index) -> Names:
    """Return the names of a story's entities, ready for looking up."""
    return names_in(Sketch.of(one) for one in found.entities.values())


def names_in(sketches: Iterable[Sketch]) -> Names:
    """Return the names of these entities, ready for looking up."""
    runs: dict[tuple[str, ...], dict[str, tuple[int, int]]] = defaultdict(dict)
    named = sorted((one for one in sketches if one.named), key=lambda one: one.id)
    for entity in named:
        for form in dict.fromkeys(entity.names):
            words = folded(form)
            for start in range(len(words)):
                for end in range(start + 1, len(words) + 1):
                    part = words[start:end]
                    if part == words or (entity.kind is NameKind.PERSON and len(part) == 1) or len(part) > 1:
                        rank = (part != folded(entity.names[0]), -len(entity.reports))
                        runs[part][entity.id] = min(rank, runs[part].get(entity.id, rank))
    return Names(
        tuple((one.id, tuple(dict.fromkeys(one.names))) for one in named),
        {part: tuple(sorted(ids, key=lambda one: (ids[one], one))) for part, ids in runs.items()},
    )


def entities_named(found: Index, name: str) -> tuple[Entity, ...]:
    """
    Return the entities that ``name`` can mean, most mentioned first.

    An id means its entity. A name means those that bear it in full; a part of one, on word borders, all that hold it,
    and so does a single name of people: "Marrow" may be Ilda, Harl or somebody called only so.

    Raises:
        NotFound: If no name of the story holds it; the hint offers near ones.
    """
    if name in found.entities:
        return (found.entities[name],)
    wanted = folded(name)
    whole, part = [], []
    for entity in found.entities.values():
        forms = [folded(one) for one in _forms(entity)]
        if wanted and wanted == folded(entity.name):
            whole.append(entity)
        elif wanted and any(_holds(form, wanted) for form in forms):
            part.append(entity)
    people = [one for one in part if one.kind is NameKind.PERSON]
    if whole and len(wanted) == 1 and all(one.kind is NameKind.PERSON for one in whole):
        matching = [*whole, *people]
    else:
        matching = whole or [one for one in part if one.named] or part
    if not matching:
        raise near(found, name)
    exact = {one.id for one in whole}
    return tuple(sorted(matching, key=lambda one: (-len(one.mentions) * (2 if one.id in exact else 1), one.id)))


def near(found: Index, name: str) -> NotFound:
    """Return the error for a name that nobody bears, with near names in its hint."""
    forms = sorted({form for one in found.entities.values() if one.named for form in _forms(one)})
    close = process.extract(
        name, forms, scorer=fuzz.WRatio, processor=utils.default_process, limit=3, score_cutoff=_NEAR
    )
    fault = NotFound("entity", name)
    if close:
        fault.hint = "Near names: " + ", ".join(one[0] for one in close) + "."
    return fault


def _forms(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *(one.text for one in entity.aliases))


def _holds(words: tuple[str, ...], part: tuple[str, ...]) -> bool:
    return any(words[start : start + len(part)] == part for start in range(len(words) - len(part) + 1))
