"""Which entities the record lists: what is named, what comes back, what has a part in what is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sourcebook.values.claims import Claim, Extraction
from sourcebook.values.judgements import Judgement, valued
from sourcebook.values.links import Entity


def listed(
    entities: Iterable[Entity], extractions: Sequence[Extraction], judgements: Sequence[Judgement]
) -> tuple[Entity, ...]:
    """
    Leave out what is words and nothing to keep a file of, unless somebody decided about it.

    That is what only pronouns tell ("they", "somebody"), and what is mentioned once, without a name, and takes part in
    no claim or fact ("some satellite").
    """
    told = {one.id for each in extractions for one in each.entities if one.names or one.descriptions}
    parts = {one for each in extractions for one in _parts(each)}
    decided = set(_decided(judgements))
    kept = [
        one
        for one in entities
        if not decided.isdisjoint((one.id, *one.members))
        or (
            not told.isdisjoint(one.members)
            and (one.named or len(one.mentions) > 1 or not parts.isdisjoint(one.members))
        )
    ]
    ids = {one.id for one in kept}
    return tuple(
        replace(
            one,
            facts=tuple(fact if fact.entity in ids else replace(fact, entity=None) for fact in one.facts),
            possibly_same=tuple(other for other in one.possibly_same if other.entity in ids),
        )
        for one in kept
    )


def _parts(extraction: Extraction) -> Iterator[str | None]:
    """Yield the local entities that claims and facts refer to."""
    for claim in extraction.claims:
        yield from _parts_of(claim)
    for fact in extraction.facts:
        yield from (fact.subject, fact.object)


def _parts_of(claim: Claim) -> Iterator[str | None]:
    for part in claim.participants:
        yield part.local
        yield from (one.local for one in part.of)
    yield from (one.local for one in claim.attribution)
    if claim.place is not None:
        yield claim.place.local
        yield from (one.local for one in claim.place.also)


def _decided(judgements: Iterable[Judgement]) -> Iterator[str]:
    """Yield the ids that people decided about."""
    for one in judgements:
        if one.undone:
            continue
        yield from one.target.split()
        for side in ("first", "second"):
            ids = valued(one).get(side)
            yield from map(str, ids) if isinstance(ids, list) else ()
