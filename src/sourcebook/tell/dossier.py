"""Everything that the reports say of one person, body or place, each line cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from sourcebook.tell.citing import Draft, Numbering, cite, draft
from sourcebook.tell.claims import of_entity
from sourcebook.tell.clauses import tidy
from sourcebook.tell.composing import checked
from sourcebook.tell.dates import written
from sourcebook.tell.index import Index, index
from sourcebook.tell.names import entities_named
from sourcebook.tell.ranking import day_of
from sourcebook.tell.timeline import told
from sourcebook.tell.views import Chapter, Dossier, Entry
from sourcebook.values.claims import Claim, When
from sourcebook.values.kinds import EventType, Modality, Polarity
from sourcebook.values.links import Entity, Fact, InReport
from sourcebook.values.spans import Span
from sourcebook.values.story import Story

TITLES = {
    "names": "Names and spellings",
    "roles": "Roles",
    "relations": "Relations",
    "life": "Life",
    "whereabouts": "Whereabouts",
    "said": "What they said",
    "said-of": "What is said of them",
    "events": "Events",
}
"""Titles of a dossier's chapters, in the order of reading."""

SENTENCES = frozenset({"said", "said-of", "events"})
"""Chapters whose lines are sentences; the others are lists."""

_PLAIN = frozenset({"role", "whereabouts", "alias"})
"""Relations that their chapter's title says already."""

_CHAPTER = {
    "role": "roles",
    "affiliation": "roles",
    "founder": "roles",
    "born": "life",
    "died": "life",
    "education": "life",
    "whereabouts": "whereabouts",
    "based in": "whereabouts",
    "alias": "names",
}
"""Where a fact is told; every other relation is one between two."""

_ACTS = frozenset(one for one in EventType if one.plover) | {EventType.CONTROL, EventType.TRAVEL, EventType.OFFICE}
_STAY = frozenset({EventType.TRAVEL, EventType.CONSULT, EventType.CONTROL})
_MOST_PLACES = 3
"""Mentions that a name's line cites; the record holds all."""


def dossier(story: Story, name: str) -> Dossier:
    """
    Return what the reports say of an entity, by id or name.

    A name that fits several gives the one mentioned most; the note lists the others.

    Raises:
        NotFound: If no entity bears the name; the hint offers near ones.
    """
    found = index(story)
    entity, *others = entities_named(found, name)
    writer = _Writer(found, entity, Numbering(found))
    rows = {
        "names": [*writer.names(), *writer.facts("names")],
        "roles": writer.facts("roles"),
        "relations": writer.facts("relations"),
        "life": writer.facts("life"),
        "whereabouts": [*writer.facts("whereabouts"), *writer.stays()],
        "said": writer.said(),
    }
    rows["said-of"], rows["events"] = writer.events()
    return Dossier(
        id=entity.id,
        kind=entity.kind.value,
        name=entity.name,
        within=() if entity.place is None else entity.place.within,
        note=_note(found, entity, name, others),
        chapters=tuple(Chapter(key, TITLES[key], tuple(rows[key])) for key in TITLES if rows[key]),
        citations=writer.numbering.citations(),
    )


def _note(found: Index, entity: Entity, name: str, others: Iterable[Entity]) -> str:
    parts = []
    listed = ", ".join(f"{one.name} ({one.id})" for one in others)
    if listed:
        parts.append(f"“{name}” also fits {listed}.")
    for doubt in entity.possibly_same:
        other = found.entities.get(doubt.entity)
        if other is not None:
            parts.append(f"Possibly the same: {other.name} ({other.id}): {doubt.why}.")
    return " ".join(parts)


@dataclass(slots=True)
class _Writer:
    found: Index
    entity: Entity
    numbering: Numbering
    told: list[InReport] = field(default_factory=list)

    def names(self) -> Iterator[Entry]:
        for alias in sorted(self.entity.aliases, key=lambda one: (-len(one.places), one.text)):
            places = sorted(alias.places)[:_MOST_PLACES]
            if places:
                times = len(alias.places)
                cited = tuple(one for place in places for one in cite([place], ()))
                pieces = self.numbering.pieces([Draft(alias.text, cited)])
                yield Entry(pieces, "", self.entity.id, f"{times} mention{'' if times == 1 else 's'}")

    def facts(self, chapter: str) -> list[Entry]:
        rows = [one for one in self.entity.facts if _CHAPTER.get(one.relation, "relations") == chapter]
        rows.sort(key=lambda one: (_day(one.time), one.relation, one.value, one.claim))
        told: dict[tuple[str, str, str], list[Draft]] = {}
        for fact in rows:
            claim = self.found.claims.get(fact.claim)
            if claim is not None:
                key = (fact.relation, self._value(fact), written(fact.time))
                told.setdefault(key, []).append(self._fact(fact, claim))
        entries = []
        for (relation, value, when), drafts in told.items():
            cited = tuple(dict.fromkeys(one for each in drafts for one in each.cited))
            pieces = self.numbering.pieces([Draft(value if relation in _PLAIN else f"{relation}: {value}", cited)])
            entries.append(Entry(pieces, when, drafts[0].cited[0].claims[0], relation))
        return entries

    def _value(self, fact: Fact) -> str:
        return " ".join(fact.value.split())

    def _fact(self, fact: Fact, claim: Claim) -> Draft:
        spans = [
            row.span
            for member in self.entity.members
            for row in self.found.facts.get(member, ())
            if row.claim == fact.claim and row.relation == fact.relation and row.value == fact.value
        ]
        places = [InReport(claim.report, one) for one in (*spans, *claim.evidence[:1])]
        return Draft(fact.value, cite(places or [InReport(claim.report, claim.trigger.span)], (claim.id,)))

    def stays(self) -> Iterator[Entry]:
        known = {fact.claim for fact in self.entity.facts if _CHAPTER.get(fact.relation) == "whereabouts"}
        rows = []
        for id_ in self.found.done.get(self.entity.id, ()):
            claim = self.found.claims[id_]
            held = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.POSITIVE
            if held and claim.place is not None and claim.type in _STAY and id_ not in known:
                rows.append(claim)
        for claim in sorted(rows, key=lambda one: (_day(one.time), one.report, one.trigger.span)):
            assert claim.place is not None  # noqa: S101 - chosen above
            words = self.found.words(claim.report, claim.place.span)
            places = [InReport(claim.report, one) for one in (claim.place.span, *claim.evidence[:1])]
            pieces = self.numbering.pieces([Draft(words, cite(places, (claim.id,)))])
            yield Entry(pieces, written(claim.time), claim.id, "place of an act")

    def said(self) -> list[Entry]:
        entries = []
        for id_ in self.found.said.get(self.entity.id, ()):
            claim = self.found.claims[id_]
            line = self._line(claim)
            if line is not None:
                pieces = self.numbering.pieces([line])
                entries.append(Entry(pieces, written(claim.time), id_, claim.attribution[-1].cue_kind.value))
        return entries

    def _line(self, claim: Claim) -> Draft | None:
        """Return the claim's line, or its bare words in quotation marks; None where they were told before."""
        line = checked(self.found, claim, frozenset(), [])
        report = self.found.reports[claim.report]
        base = line.base if line is not None else tidy(report, claim.evidence[0]) if claim.evidence else None
        if base is None or self._seen(claim.report, base):
            return None
        if line is not None:
            return draft(line.words, (claim.id,))
        words = " ".join(report.words(base).split())
        return Draft(f"“{words}”", cite([InReport(claim.report, base)], (claim.id,)))

    def _seen(self, report: str, base: Span) -> bool:
        if any(one.report == report and (one.span.holds(base) or base.holds(one.span)) for one in self.told):
            return True
        self.told.append(InReport(report, base))
        return False

    def events(self) -> tuple[list[Entry], list[Entry]]:
        """Return what is said of the entity, and the acts that it has a part in, both oldest first, undated last."""
        claims = of_entity(self.found, self.entity.id) - set(self.found.said.get(self.entity.id, ()))
        claims |= set(self.found.done.get(self.entity.id, ()))
        events = {self.found.event_of[one].id for one in claims if one in self.found.event_of}
        said_of: list[Entry] = []
        acts: list[Entry] = []
        ordered = sorted((self.found.events[one] for one in events), key=lambda one: (day_of(one) or date.max, one.id))
        for event in ordered:
            line = told(self.found, event)
            if line is None or self._seen(line.covers[0].report, line.covers[0].span):
                continue
            pieces = self.numbering.pieces(line.pieces)
            made = Entry(pieces, written(line.time), event.id, event.status.value)
            (acts if event.type in _ACTS else said_of).append(made)
        return said_of, acts


def _day(when: When | None) -> date:
    if when is None:
        return date.max
    return when.earliest or when.latest or date.max
