"""One story, made ready for looking up: what stands behind every id."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

import regex

from sourcebook.values.claims import Claim, LocalEntity, LocalFact
from sourcebook.values.kinds import NameKind
from sourcebook.values.links import Entity, InReport, Merge
from sourcebook.values.reports import PassageKind, Published, Report
from sourcebook.values.spans import Span
from sourcebook.values.standing import Conflict, Event
from sourcebook.values.story import Story

_FIRST = regex.compile(r"[\p{L}\p{M}]+")
_ARTICLES = frozenset({"the", "a", "an"})
_OPENERS = frozenset("in on at he she it they this these that those there his her its their one some several".split())


@dataclass(frozen=True, slots=True)
class Index:
    """
    A story's rows by id. Built once, never changed.

    Attributes:
        order: Claim ids in order of report id and place in it.
        event_of: The event of a claim.
        entity_of: The entity of a local entity.
        said: Claim ids by the entity in whose mouth they are put.
        done: Claim ids by the entity that takes part in them.
        published: The day of every report: the given one, else what its text allows.
        merges: Why an event's claims are one.
        conflicts_of: Conflicts by their event, in order of id.
        locals_in: The local entities of a report; ``claims_in`` its claims.
        short: The name that the reports use of a person after the full one, where it means nobody else.
    """

    story: Story
    reports: Mapping[str, Report]
    claims: Mapping[str, Claim]
    locals: Mapping[str, LocalEntity]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    conflicts: Mapping[str, Conflict]
    facts: Mapping[str, tuple[LocalFact, ...]]
    order: tuple[str, ...]
    event_of: Mapping[str, Event]
    entity_of: Mapping[str, Entity]
    said: Mapping[str, tuple[str, ...]]
    done: Mapping[str, tuple[str, ...]]
    published: Mapping[str, Published]
    merges: Mapping[str, tuple[Merge, ...]]
    conflicts_of: Mapping[str, tuple[Conflict, ...]]
    locals_in: Mapping[str, tuple[LocalEntity, ...]]
    claims_in: Mapping[str, tuple[Claim, ...]]
    short: Mapping[str, str]

    def words(self, report: str, span: Span) -> str:
        """Return the characters that ``span`` marks in the report with this id."""
        return self.reports[report].words(span)

    def entity(self, local: str | None) -> Entity | None:
        """Return the entity that a local entity belongs to; None where there is none."""
        return None if local is None else self.entity_of.get(local)

    def opens_plainly(self, report: str, span: Span, *, described: bool = False) -> bool:
        """
        Tell whether a stretch opens with a word that takes a small letter inside a sentence.

        So it is where no proper name starts there and the word is a usual opening one or stands small elsewhere in its
        report, or is known to describe somebody (``described``).
        """
        text = self.reports[report].text
        first = _FIRST.match(text, span.start)
        if first is None or first.group() == "I":
            return False
        if first.group().islower():
            return True
        small = first.group().lower()
        if small in _ARTICLES:
            following = _FIRST.search(text, first.end())
            title = f"{first.group()} {following.group() if following is not None else ''}"
            return regex.search(rf"(?<=[\p{{Ll}},] ){regex.escape(title)}\b", text) is None
        if any(
            name.start <= span.start < name.end for local in self.locals_in.get(report, ()) for name in local.name_spans
        ):
            return False
        return described or small in _OPENERS or regex.search(rf"\b{regex.escape(small)}\b", text) is not None

    def in_body(self, claim: Claim) -> bool:
        """Tell whether a claim stands in its report's text, not in a headline or caption."""
        return self.reports[claim.report].kind_at(claim.trigger.span.start) is PassageKind.BODY

    def in_headline(self, claim: Claim) -> bool:
        """Tell whether a claim stands in a headline above a text that tells it at length."""
        report = self.reports[claim.report]
        headline = report.kind_at(claim.trigger.span.start) is PassageKind.HEADLINE
        return headline and any(one.kind is PassageKind.BODY for one in report.passages)

    def outlet(self, report: str) -> str:
        """Return what to call the report: its outlet, else its title, its file's name, its id."""
        found = self.reports[report]
        return found.outlet or found.title or (PurePosixPath(found.path).stem if found.path else "") or found.id


def index(story: Story) -> Index:
    """Return the story's rows, ready for looking up."""
    claims = {}
    locals_ = {}
    facts: dict[str, list[LocalFact]] = defaultdict(list)
    for extraction in story.extractions:
        for local in extraction.entities:
            locals_[local.id] = local
        for claim in extraction.claims:
            claims[claim.id] = claim
        for fact in extraction.facts:
            facts[fact.subject].append(fact)
    entity_of = {member: entity for entity in story.linking.entities for member in entity.members}
    said: dict[str, list[str]] = defaultdict(list)
    done: dict[str, list[str]] = defaultdict(list)
    order = tuple(sorted(claims, key=lambda one: (claims[one].report, claims[one].trigger.span, one)))
    for id_ in order:
        claim = claims[id_]
        for link in claim.attribution:
            _note(said, entity_of, link.local, id_)
        for part in claim.participants:
            _note(done, entity_of, part.local, id_)
            for acting in part.of:
                _note(done, entity_of, acting.local, id_)
    event_of = {claim: event for event in story.judged.events for claim in event.claims}
    merges: dict[str, list[Merge]] = defaultdict(list)
    for happening in story.linking.happenings:
        for merge in happening.merges:
            if merge.first in event_of:
                merges[event_of[merge.first].id].append(merge)
    conflicts_of: dict[str, list[Conflict]] = defaultdict(list)
    for conflict in sorted(story.judged.conflicts, key=lambda one: one.id):
        conflicts_of[conflict.event].append(conflict)
    inferred = {one.report: one.published for one in story.extractions}
    return Index(
        story=story,
        reports={report.id: report for report in story.reports},
        claims=claims,
        locals=locals_,
        entities={entity.id: entity for entity in story.linking.entities},
        events={event.id: event for event in story.judged.events},
        conflicts={conflict.id: conflict for conflict in story.judged.conflicts},
        facts={subject: tuple(rows) for subject, rows in facts.items()},
        order=order,
        event_of=event_of,
        entity_of=entity_of,
        said={entity: tuple(rows) for entity, rows in said.items()},
        done={entity: tuple(rows) for entity, rows in done.items()},
        published={
            one.id: inferred.get(one.id, one.published) if one.published == Published() else one.published
            for one in story.reports
        },
        merges={event: tuple(rows) for event, rows in merges.items()},
        conflicts_of={event: tuple(rows) for event, rows in conflicts_of.items()},
        locals_in={one.report: one.entities for one in story.extractions},
        claims_in={one.report: one.claims for one in story.extractions},
        short=_short_names(story.linking.entities),
    )


def _short_names(entities: tuple[Entity, ...]) -> dict[str, str]:
    """Return the last word of people's names, or the first where no report calls anybody by the last one alone."""
    bearers: dict[str, dict[str, str]] = defaultdict(dict)
    for entity in entities:
        if entity.named:
            for token in {
                part for alias in (entity.name, *(one.text for one in entity.aliases)) for part in alias.split()
            }:
                bearers[token.casefold()][entity.id] = entity.name
    called = {one.text for entity in entities for one in entity.aliases}
    found = {}
    for entity in entities:
        words = entity.name.split()
        if entity.kind is NameKind.PERSON and entity.named and len(words) > 1:
            used = {one.text for one in entity.aliases}
            last, first = words[-1], words[0]
            short = first if last not in called else last
            if short in used and all(_fits(entity.name, one) for one in bearers[short.casefold()].values()):
                found[entity.id] = short
    return found


def _fits(name: str, other: str) -> bool:
    """Tell whether two names may be one person's, one of them perhaps with a title before it."""
    return f" {name}".endswith(f" {other}") or f" {other}".endswith(f" {name}")


def _note(into: dict[str, list[str]], entity_of: Mapping[str, Entity], local: str | None, claim: str) -> None:
    """Note a claim under an entity, once: claims come one after the other, so only the last can be this one."""
    entity = None if local is None else entity_of.get(local)
    if entity is not None and into[entity.id][-1:] != [claim]:
        into[entity.id].append(claim)


def first_mention(entity: Entity, text: str, report: str, found: Index) -> InReport | None:
    """
    Return where the reports call the entity exactly ``text``, in this report before any other.

    None where no mention has these words.
    """
    matching = [
        one for one in entity.mentions if one.report in found.reports and found.words(one.report, one.span) == text
    ]
    return min(matching, key=lambda one: (one.report != report, one), default=None)
