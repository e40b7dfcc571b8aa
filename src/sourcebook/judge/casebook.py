"""The story laid open for judging: every id resolved once, in a fixed order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from sourcebook.values.claims import Claim, Extraction, LocalFact
from sourcebook.values.judgements import Judgement, about
from sourcebook.values.kinds import EventType
from sourcebook.values.links import Entity, Linking
from sourcebook.values.reports import Published, Report
from sourcebook.values.spans import Span

_WORD = re.compile(r"\w+(?:['’]\w+)?")


def words_of(text: str) -> tuple[str, ...]:
    """
    Return the words of ``text``, case folded.

    >>> words_of("The Orel Courier")
    ('the', 'orel', 'courier')
    """
    return tuple(word.casefold() for word in _WORD.findall(text))


def outlet_words(name: str) -> tuple[str, ...]:
    """
    Return an outlet's name in the form in which names of outlets are compared: folded, without the article.

    >>> outlet_words("The Belgrin Post") == outlet_words("belgrin post")
    True
    """
    words = words_of(name)
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words


@dataclass(frozen=True, slots=True)
class Casebook:
    """
    Everything that judging looks up, by id.

    Attributes:
        reports: By report id.
        published: By report id; what the text allows where the report gives no day.
        claims: By claim id, those rejected in review too.
        facts: Of all reports, in order of report id.
        rejected: Ids of claims that a standing judgement rejects.
        judgements: Standing ones only, in order of time and id.
        entities: By entity id.
        owners: Entity id by local entity id.
        originals: By report id, the earliest of the reports that carry its text; itself where it has no copies.
        outlets: Printed name by compared name, of the outlets whose reports are in the story.
        mentions: By report id: start, end and entity id of every mention, in reading order.
        meetings: By report id: its claims that somebody met or talked, in reading order.
    """

    reports: dict[str, Report]
    published: dict[str, Published]
    claims: dict[str, Claim]
    facts: tuple[LocalFact, ...]
    rejected: frozenset[str]
    judgements: tuple[Judgement, ...]
    entities: dict[str, Entity]
    owners: dict[str, str]
    originals: dict[str, str]
    outlets: dict[tuple[str, ...], str]
    mentions: dict[str, tuple[tuple[int, int, str], ...]]
    meetings: dict[str, tuple[Claim, ...]]

    def entity(self, local: str | None) -> Entity | None:
        """Return the entity that a local entity belongs to; None where it is unknown."""
        return self.entities.get(self.owners.get(local, "")) if local is not None else None

    def words(self, claim: Claim, span: Span) -> str:
        """Return the words that ``span`` marks in the claim's report, with single spaces."""
        return " ".join(self.reports[claim.report].words(span).split())

    def evidence(self, claim: Claim) -> str:
        """Return all the words that a claim rests on."""
        return " ".join(self.words(claim, span) for span in claim.evidence)

    def entities_in(self, report: str, span: Span) -> frozenset[str]:
        """Return the ids of the entities that are mentioned inside ``span``."""
        marks = self.mentions.get(report, ())
        first = bisect_left(marks, (span.start, 0, ""))
        found = set()
        for start, end, entity in marks[first:]:
            if start >= span.end:
                break
            if end <= span.end:
                found.add(entity)
        return frozenset(found)

    def outlet(self, report: str) -> tuple[str, ...]:
        """Return the compared name of the outlet that first carried this report's text; empty where unknown."""
        return outlet_words(self.reports[self.originals[report]].outlet or "")

    def day(self, claim: Claim) -> date | None:
        """Return the earliest day on which the claim's report can have been published; None where open."""
        return self.published[claim.report].earliest

    def later(self, one: Claim, other: Claim) -> bool:
        """Tell whether the report of ``one`` is known to be the later of the two."""
        first, last = self.published[one.report].earliest, self.published[other.report].latest
        return first is not None and last is not None and first > last


def open_casebook(
    reports: Sequence[Report], extractions: Sequence[Extraction], linking: Linking, judgements: Sequence[Judgement]
) -> Casebook:
    """Resolve every id of a story. The order in which things arrive makes no difference."""
    by_id = {report.id: report for report in sorted(reports, key=lambda report: report.id)}
    read = sorted((one for one in extractions if one.report in by_id), key=lambda one: one.report)
    standing = tuple(sorted((one for one in judgements if not one.undone), key=lambda one: (one.when, one.id)))
    published = {name: report.published for name, report in by_id.items()}
    published |= {one.report: one.published for one in read if published[one.report] == Published()}
    entities = {entity.id: entity for entity in sorted(linking.entities, key=lambda entity: entity.id)}
    names = sorted({report.outlet for report in by_id.values() if report.outlet is not None})
    return Casebook(
        reports=by_id,
        published=published,
        claims={claim.id: claim for one in read for claim in one.claims},
        facts=tuple(fact for one in read for fact in one.facts),
        rejected=_rejected(standing),
        judgements=standing,
        entities=entities,
        owners={local: entity.id for entity in entities.values() for local in entity.members},
        originals=_originals(published, linking.copies),
        outlets={outlet_words(name): name for name in names},
        mentions=_mentions(entities.values()),
        meetings={
            one.report: tuple(
                sorted(
                    (claim for claim in one.claims if claim.type is EventType.CONSULT),
                    key=lambda claim: (claim.trigger.span, claim.id),
                )
            )
            for one in read
        },
    )


def _rejected(judgements: Iterable[Judgement]) -> frozenset[str]:
    """Return the targets whose last word in review is a rejection."""
    deciding = (one for one in judgements if one.kind in {"accept", "reject", "correct"})
    last = {target: one.kind for one in deciding for target in about(one)}
    return frozenset(target for target, kind in last.items() if kind == "reject")


def _mentions(entities: Iterable[Entity]) -> dict[str, tuple[tuple[int, int, str], ...]]:
    found: dict[str, list[tuple[int, int, str]]] = {}
    for entity in entities:
        for where in entity.mentions:
            found.setdefault(where.report, []).append((where.span.start, where.span.end, entity.id))
    return {report: tuple(sorted(marks)) for report, marks in found.items()}


def _originals(published: dict[str, Published], copies: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return, for every report, the earliest report of its group of copies."""
    parent = {report: report for report in published}

    def root(report: str) -> str:
        while parent[report] != report:
            parent[report] = parent[parent[report]]
            report = parent[report]
        return report

    for one, other in sorted(copies):
        if one in parent and other in parent:
            first, second = root(one), root(other)
            parent[max(first, second)] = min(first, second)
    groups: dict[str, list[str]] = {}
    for report in published:
        groups.setdefault(root(report), []).append(report)
    found: dict[str, str] = {}
    for group in groups.values():
        first = min(group, key=lambda one: (published[one].earliest or date.max, one))
        found |= dict.fromkeys(group, first)
    return found
