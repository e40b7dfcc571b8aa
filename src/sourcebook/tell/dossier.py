"""Everything that the reports say of one person, body or place, each line cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

import regex

from sourcebook.tell.citing import Draft, Numbering, cite, draft
from sourcebook.tell.claims import of_entity
from sourcebook.tell.clauses import tidy
from sourcebook.tell.dates import published, written
from sourcebook.tell.facts import places_of, value_of
from sourcebook.tell.heads import head, headline_like
from sourcebook.tell.index import Index, index
from sourcebook.tell.lines import checked
from sourcebook.tell.matching import as_of
from sourcebook.tell.names import entities_named
from sourcebook.tell.ranking import day_of
from sourcebook.tell.sameness import ALIKE, content, likeness
from sourcebook.tell.sentences import around
from sourcebook.tell.timeline import told
from sourcebook.tell.verbs import has_verb
from sourcebook.tell.views import Chapter, Dossier, Entry
from sourcebook.tell.wording import Fragment, Wording
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

_OTHERS = regex.compile(
    r"(?:\p{L}+ ){0,2}(?:sources?|people|persons?|officials?|aides?|those|members?|advis[eo]rs?)\b.*"
    r"\b(?:to|near|within|around|of|in|with|from)\b",
    regex.IGNORECASE,
)
"""Sources that are told by somebody's name and are others ("two people close to him")."""

_ACTS = frozenset(one for one in EventType if one.plover) | {EventType.CONTROL, EventType.TRAVEL, EventType.OFFICE}
_STAY = frozenset({EventType.TRAVEL, EventType.CONSULT, EventType.CONTROL})
_FEW = 5
"""Words below which a quotation that names nobody tells nothing."""

_PART = regex.compile(
    r"(?:will|would|have|has|had|is|are|was|were|can|could|should|do|does|did|said|says|how|if|that|to|not|never|and|"
    r"but|or|which|who)\b"
)
"""How a piece begins that was cut out of a sentence."""

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
        "whereabouts": writer.stays(),
        "said": writer.said(),
    }
    rows["said-of"], rows["events"] = writer.events()
    return Dossier(
        id=entity.id,
        kind=entity.kind.value,
        name=entity.name,
        within=() if entity.place is None else tuple(one for one in entity.place.within if one != entity.name),
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
    lines: list[frozenset[str]] = field(default_factory=list)
    sentences: set[str] = field(default_factory=set)

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
        told: dict[tuple[object, ...], list[tuple[Fact, Draft]]] = {}
        for fact in rows:
            claim = self.found.claims.get(fact.claim)
            made = None if claim is None else self._fact(fact, claim)
            if made is not None:
                key, line = made
                told.setdefault((fact.relation, *key, written(fact.time)), []).append((fact, line))
        founded = sum(key[0] == "founder" for key in told)
        bare = [key for key in told if key[0] == "founder" and founded > 1 and key[1:-1] == ("founder",)]
        return [self._entry(lines) for lines in _distinct({key: told[key] for key in told if key not in bare})]

    def _entry(self, lines: list[tuple[Fact, Draft]]) -> Entry:
        """Return facts that say one thing as one line, in the longest words, with all citations."""
        fact, line = max(lines, key=lambda one: (self._names_other(one[0]), len(one[1].text)))
        cited = tuple(dict.fromkeys((*line.cited, *(one for _, each in lines for one in each.cited))))
        return Entry(self.numbering.pieces([Draft(line.text, cited)]), written(fact.time), fact.claim, fact.relation)

    def _names_other(self, fact: Fact) -> bool:
        """Tell whether a fact's words hold the other side's name."""
        other = None if fact.entity is None else self.found.entities.get(fact.entity)
        return other is not None and other.named and other.name in fact.value

    def _fact(self, fact: Fact, claim: Claim) -> tuple[tuple[str, ...], Draft] | None:
        """Return a fact's key and words; the sentence where no value stands alone; None where that was told before."""
        value = value_of(self.found, self.entity, fact, claim)
        if value.words is not None:
            words = value.words
            if value.labelled:
                words = Wording((Fragment(f"{fact.relation}: "),)) + words
            return value.key, Draft(words.text, cite(places_of(value, claim), (claim.id,)))
        report = self.found.reports[claim.report]
        line = checked(self.found, claim, self._known, [])
        if line is None or line.leans or self._seen(claim.report, line.base):
            return None
        sentence = str(around(report, line.base))
        return ("sentence", claim.report, sentence), draft(line.words, (claim.id,))

    def stays(self) -> list[Entry]:
        """Return where the entity is told to be or to have been, oldest first, each place and time once."""
        known = {one.claim: one for one in self.entity.facts if _CHAPTER.get(one.relation) == "whereabouts"}
        rows: dict[tuple[str, str], list[tuple[Claim, Draft]]] = {}
        claims = [self.found.claims[one] for one in {*known, *self.found.done.get(self.entity.id, ())}]
        for claim in sorted(claims, key=lambda one: (_day(one.time), one.report, one.trigger.span, one.id)):
            held = claim.modality is Modality.ASSERTED and claim.polarity is Polarity.POSITIVE
            if not held or claim.place is None or (claim.type not in _STAY and claim.id not in known):
                continue
            words = self.found.words(claim.report, claim.place.span)
            places = [InReport(claim.report, one) for one in (claim.place.span, *claim.evidence[:1])]
            place = self.found.entity(claim.place.local)
            key = (words.casefold() if place is None else place.id, _when(self.found, claim))
            rows.setdefault(key, []).append((claim, Draft(" ".join(words.split()), cite(places, (claim.id,)))))
        return [self._stay(when, lines) for (_, when), lines in rows.items()]

    def _stay(self, when: str, lines: list[tuple[Claim, Draft]]) -> Entry:
        claim, line = max(lines, key=lambda one: len(one[1].text))
        event = self.found.event_of.get(claim.id)
        cited = tuple(dict.fromkeys(one for _, each in lines for one in each.cited))
        note = "" if event is None else event.status.value
        return Entry(self.numbering.pieces([Draft(line.text, cited)]), when, claim.id, note)

    def said(self) -> list[Entry]:
        entries = []
        for claim in self._words_of_theirs():
            id_ = claim.id
            line = self._line(claim)
            if line is not None:
                pieces = self.numbering.pieces([line])
                entries.append(Entry(pieces, written(claim.time), id_, claim.attribution[-1].cue_kind.value))
        return entries

    def _words_of_theirs(self) -> list[Claim]:
        """Return the claims whose source the entity is itself, not somebody unnamed who is told by it."""
        made = []
        for id_ in self.found.said.get(self.entity.id, ()):
            claim = self.found.claims[id_]
            if any(
                (one := self.found.entity(link.local)) is not None
                and one.id == self.entity.id
                and not link.anonymous
                and not (link.span is not None and _OTHERS.match(self.found.words(claim.report, link.span)))
                for link in claim.attribution
            ):
                made.append(claim)
        return sorted(made, key=lambda one: (_day(one.time), self.found.order.index(one.id)))

    def _line(self, claim: Claim) -> Draft | None:
        """Return the claim's line, or its bare words in quotation marks; None where they were told before."""
        line = checked(self.found, claim, self._known, [])
        report = self.found.reports[claim.report]
        base = line.base if line is not None else tidy(report, claim.evidence[0]) if claim.evidence else None
        if base is None or self._seen(claim.report, base):
            return None
        if line is not None:
            text = line.words.text
            if text in self.sentences:
                return None
            self.sentences.add(text)
            return draft(line.words, (claim.id,))
        words = " ".join(report.words(base).split())
        if not has_verb(words) or _PART.match(words) or len(words.split()) < _FEW or any(one in words for one in '“”"'):
            return None
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
            line = told(self.found, event, self._known)
            if line is None or line.claim is None or line.leans or self._only_a_headline(line.claim):
                continue
            first = line.covers[0]
            if self._seen(first.report, first.span) or self._like(first):
                continue
            matter = head(self.found, self.found.reports[first.report], first.span)
            about = event if matter is None else self.found.event_of.get(matter.id, event)
            pieces = self.numbering.pieces(line.pieces)
            made = Entry(pieces, written(line.time), about.id, about.status.value)
            (acts if about.type in _ACTS else said_of).append(made)
        return said_of, acts

    def _only_a_headline(self, claim: Claim) -> bool:
        return self.found.in_headline(claim) or headline_like(self.found, claim)

    def _like(self, where: InReport) -> bool:
        """Tell whether a line says what another one of these said; else note its words."""
        words = content(self.found.words(where.report, where.span))
        if any(likeness(words, other) >= ALIKE for other in self.lines):
            return True
        self.lines.append(words)
        return False

    @property
    def _known(self) -> frozenset[str]:
        """Who needs no introduction."""
        return frozenset({self.entity.id})


def _distinct(told: dict[tuple[object, ...], list[tuple[Fact, Draft]]]) -> list[list[tuple[Fact, Draft]]]:
    """Return the groups without those whose words another one of the relation and time holds and adds to."""
    kept: list[list[tuple[Fact, Draft]]] = []
    keys = list(told)
    for key in keys:
        words = set(key[1:-1])
        fuller = next(
            (
                one
                for one in keys
                if one != key and one[0] == key[0] and one[-1] == key[-1] and words and words < set(one[1:-1])
            ),
            None,
        )
        if fuller is None:
            kept.append(told[key])
    return kept


def _when(found: Index, claim: Claim) -> str:
    """Return the claim's time; of what goes on, the day of its report where that is known."""
    words = written(claim.time)
    day = None if words else as_of(found, claim)
    return words if day is None or day.day is None else f"as of {published(day)}"


def _day(when: When | None) -> date:
    if when is None:
        return date.max
    return when.earliest or when.latest or date.max
