"""Entities as values: names, mentions, places and the dossier lines of all members."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sourcebook.link.countries import countries
from sourcebook.link.folding import fold
from sourcebook.link.identities import Identities
from sourcebook.link.people import TITLES
from sourcebook.link.profiles import Family, Profile
from sourcebook.text.adjectives import places_of
from sourcebook.values.claims import Extraction, LocalEntity, LocalFact, When
from sourcebook.values.identity import digest
from sourcebook.values.kinds import NameKind
from sourcebook.values.links import Alias, Entity, Fact, InReport, PlaceFacts, PossiblySame
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span


def entity_id(members: Sequence[str]) -> str:
    """Return the id of the entity with these local ids: made of the smallest."""
    return digest("entity", min(members))


@dataclass(frozen=True, slots=True)
class Dossiers:
    """
    Everything that entities are assembled from.

    Attributes:
        locals: LocalEntity by id. ``profiles``: by the same id. ``reports``: by report id.
        facts: All reports' dossier lines.
    """

    identities: Identities
    locals: Mapping[str, LocalEntity]
    profiles: Mapping[str, Profile]
    reports: Mapping[str, Report]
    facts: Sequence[LocalFact]

    def entities(self) -> tuple[Entity, ...]:
        """Return one entity for every set of local entities, by id."""
        joining = self.identities.joining
        owner = {one: entity_id(members) for members in joining.sets() for one in members}
        told: dict[str, list[LocalFact]] = defaultdict(list)
        for fact in self.facts:
            if fact.subject in owner:
                told[owner[fact.subject]].append(fact)
        doubts = _doubts(self.identities, owner)
        found = []
        for members in joining.sets():
            name = entity_id(members)
            found.append(self._entity(members, _facts(told[name], owner), doubts.get(name, ())))
        return tuple(sorted(found, key=lambda one: one.id))

    def _entity(self, members: Sequence[str], facts: tuple[Fact, ...], doubts: tuple[PossiblySame, ...]) -> Entity:
        here = [self.locals[one] for one in members]
        aliases = self._aliases(here)
        named = any(one.named for one in here)
        place = _place([self.profiles[one] for one in members])
        return Entity(
            id=entity_id(members),
            kind=_kind(here, [self.profiles[one] for one in members]),
            name=_name(here, aliases, [self.profiles[one] for one in members]),
            named=named,
            aliases=aliases,
            mentions=tuple(sorted({InReport(one.report, _told(one, span)) for one in here for span in one.spans})),
            members=tuple(members),
            merges=self.identities.joining.merges(members[0]),
            place=place,
            facts=facts,
            possibly_same=doubts,
        )

    def _aliases(self, here: Sequence[LocalEntity]) -> tuple[Alias, ...]:
        """
        Return the names used, the most used first, each with its places.

        Names that differ in capitals or an article alone are one, told in its most used form.
        """
        places: dict[str, dict[str, set[InReport]]] = defaultdict(lambda: defaultdict(set))
        for one in here:
            report = self.reports.get(one.report)
            for span in one.name_spans:
                text = " ".join((report.words(span) if report is not None else one.name).split())
                places[text.casefold().removeprefix("the ")][text].add(InReport(one.report, span))
        found = [
            Alias(
                min(forms, key=lambda text: (-len(forms[text]), text.isupper(), text)),
                tuple(sorted(set().union(*forms.values()))),
            )
            for forms in places.values()
        ]
        return tuple(sorted(found, key=lambda one: (-len(one.places), -len(one.text), one.text)))


def _told(local: LocalEntity, span: Span) -> Span:
    """Return a mention without what is told behind the name that it is built on ("President Orr, who left")."""
    ends = [name.end for name in local.name_spans if span.holds(name)]
    return Span(span.start, max(ends)) if ends else span


def _kind(here: Sequence[LocalEntity], profiles: Sequence[Profile]) -> NameKind:
    """Return the kind most mentions were given; a country is a place, its people are a group."""
    if _code(profiles) is not None:
        return NameKind.PLACE
    if all(one.family is Family.PEOPLE for one in profiles):
        return NameKind.GROUP
    counts: Counter[NameKind] = Counter()
    for one in here:
        counts[one.kind] += 1 + len(one.name_spans) * 2 + len(one.spans)
    return min(counts, key=lambda kind: (-counts[kind], kind.value))


def _code(profiles: Sequence[Profile]) -> str | None:
    """Return the alpha-3 code of the one country among them; its halves, its seat and government stand for it."""
    codes = {one.country for one in profiles if one.family is Family.PLACE and one.country is not None}
    return codes.pop() if len(codes) == 1 else None


def _name(here: Sequence[LocalEntity], aliases: Sequence[Alias], profiles: Sequence[Profile]) -> str:
    """
    Return the fullest name of a person, of others the fullest form that is used more than rarely.

    Where nobody names it, the fullest description counts.
    """
    if not aliases:
        return max((one.name for one in here), key=lambda name: (len(name), name))
    code = _code(profiles)
    if code is not None:
        return countries()[code].name
    fulls = {name for one in profiles for name in one.fulls}
    total = sum(len(one.places) for one in aliases)
    usual = [one.text for one in aliases if one.text in fulls and len(one.places) * 20 >= total]
    pool = usual or [one.text for one in aliases if one.text in fulls] or [one.text for one in aliases]
    nouns = {text.casefold() for text in pool}
    pool = [text for text in pool if nouns.isdisjoint(places_of(text))] or pool
    fullest = max(pool, key=lambda text: (len(text), text))
    return untitled(fullest) if all(one.family is Family.PERSON for one in profiles) else fullest


def untitled(name: str) -> str:
    """
    Return a full name of a person without the titles before it, whole where nothing full would be left.

    >>> untitled("Vice President Mara Vell"), untitled("Kestrian President Ilya Dorn"), untitled("King Omar")
    ('Mara Vell', 'Ilya Dorn', 'King Omar')
    """
    words = name.split()
    last = max((at for at, word in enumerate(words[:-2]) if word.lower().rstrip(".") in TITLES), default=-1)
    return " ".join(words[last + 1 :])


def _place(profiles: Sequence[Profile]) -> PlaceFacts | None:
    """Return the facts that most members were settled on."""
    code = _code(profiles)
    counts = Counter(one.place.facts for one in profiles if one.place is not None and one.country == code)
    if not counts:
        return None
    return min(counts, key=lambda facts: (-counts[facts], facts.precision == "unknown", repr(facts)))


def _doubts(identities: Identities, owner: Mapping[str, str]) -> dict[str, tuple[PossiblySame, ...]]:
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for (first, second), why in sorted(identities.possible.items()):
        one, other = owner[first], owner[second]
        if one != other:
            found[one].setdefault(other, why)
            found[other].setdefault(one, why)
    return {name: tuple(PossiblySame(*pair) for pair in sorted(doubts.items())) for name, doubts in found.items()}


def _facts(told: Sequence[LocalFact], owner: Mapping[str, str]) -> tuple[Fact, ...]:
    """Return the dossier lines, each told once by a claim, in order of time, relation and words."""
    found: dict[tuple[str, str, str, str], Fact] = {}
    for one in told:
        other = owner.get(one.object) if one.object is not None else None
        key = (one.relation, fold(one.value) if other is None else other, _days(one.time), one.claim)
        found.setdefault(key, Fact(one.relation, one.value, other, one.time, one.claim))
    return tuple(
        sorted(found.values(), key=lambda fact: (_days(fact.time) or "~", fact.relation, fold(fact.value), fact.claim))
    )


def _days(time: When | None) -> str:
    return "" if time is None else f"{time.earliest or ''}/{time.latest or ''}"


def all_facts(extractions: Sequence[Extraction]) -> list[LocalFact]:
    """Return every report's facts, in an order that doesn't depend on the reports'."""
    found = [fact for one in extractions for fact in one.facts]
    return sorted(found, key=lambda fact: (fact.subject, fact.relation, fact.value, fact.claim, fact.span))
