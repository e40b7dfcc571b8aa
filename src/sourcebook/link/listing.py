"""Which entities the record lists: what is named, what comes back, what has a part in what is told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sourcebook.values.claims import Claim, Extraction
from sourcebook.values.judgements import Judgement, valued
from sourcebook.values.kinds import NameKind
from sourcebook.values.links import Entity
from sourcebook.values.reports import Report

_INSIDE = re.compile(r"[\w,] $")
"""What stands before a word inside a sentence."""
_CALLED = frozenset({"mr", "mrs", "ms", "miss", "i"})
"""Capitalized words that are nobody's name."""


def listed(
    entities: Iterable[Entity],
    extractions: Sequence[Extraction],
    judgements: Sequence[Judgement],
    reports: Mapping[str, Report],
) -> tuple[Entity, ...]:
    """
    Leave out what is words and nothing to keep a file of, unless somebody decided about it.

    That is what only pronouns tell ("they", "somebody"); of what bears no name and one report alone tells, what takes
    part in no claim or fact ("some tower"); and acts that are told once, since claims tell them ("his trip").
    """
    called = {one.id for each in extractions for one in each.entities if one.names or one.descriptions}
    parts = {one for each in extractions for one in _parts(each)}
    acts = {one for each in extractions for one in _acts(each)}
    decided = set(_decided(judgements))
    kept = []
    for one in entities:
        members = set(one.members)
        alone = not (one.named or len({each.report for each in one.mentions}) > 1 or _capitals(one, reports))
        words = (
            called.isdisjoint(members)
            or (alone and parts.isdisjoint(members))
            or (alone and len(one.mentions) == 1 and not acts.isdisjoint(members))
        )
        if not words or not decided.isdisjoint({one.id, *members}):
            kept.append(one)
    ids = {one.id for one in kept}
    return tuple(
        replace(
            one,
            facts=tuple(fact if fact.entity in ids else replace(fact, entity=None) for fact in one.facts),
            possibly_same=tuple(other for other in one.possibly_same if other.entity in ids),
        )
        for one in kept
    )


def _capitals(entity: Entity, reports: Mapping[str, Report]) -> bool:
    """Tell whether some mention is a name that the reading missed: capitals that no sentence begins with."""
    for one in entity.mentions:
        report = reports.get(one.report)
        words = [] if report is None else report.words(one.span).split()
        the = words[:1] in (["the"], ["The"])
        named = words[the:]
        inside = report is not None and (the or _INSIDE.search(report.text, max(0, one.span.start - 2), one.span.start))
        if inside and named and all(word[0].isupper() and word.rstrip(".").lower() not in _CALLED for word in named):
            return True
    return False


def _acts(extraction: Extraction) -> Iterator[str]:
    """Yield the local entities that are acts and hold the trigger of a claim."""
    triggers = sorted(claim.trigger.span.start for claim in extraction.claims)
    for one in extraction.entities:
        if one.kind is NameKind.EVENT and any(
            bisect_left(triggers, span.start) < bisect_left(triggers, span.end) for span in one.spans
        ):
            yield one.id


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
