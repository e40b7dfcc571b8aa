"""Claims made ready for comparing: the act, who takes part by entity, the place, the days, the words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sourcebook.link.folding import fold
from sourcebook.link.triggers import GENERAL, act_class, stem
from sourcebook.values.claims import Claim, Extraction, Participant, When
from sourcebook.values.kinds import EventType, Modality, Polarity, Role, Tense
from sourcebook.values.links import Entity, PlaceFacts
from sourcebook.values.reports import Report

_STOP = frozenset(
    """the a an of for and or but in on at to from with by his her its their this that these those who which what when
    where while he she it they we you i is are was were be been being has have had do does did not no nor will would
    can could may might must shall should said says say also as than then there here after before during since until
    into over under about between more most some any all both each other such own same so too very just only""".split()
)


class Realm(StrEnum):
    """In which world an act is told; acts of two worlds are never one."""

    HELD = "held"
    PLANNED = "planned"
    DEMANDED = "demanded"
    SUPPOSED = "supposed"
    HABIT = "habit"


@dataclass(frozen=True, slots=True)
class Party:
    """
    Somebody's part in an act.

    Attributes:
        entity: Entity id.
        named: Whether it, or whom it acts for, bears a name.
        near: The entity and those it acts for ("the Taliban's delegation" is near the Taliban).
        words: Stems of the phrase, for parties without a name.
    """

    role: Role
    entity: str
    named: bool
    near: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class Act:
    """
    A claim as comparing needs it.

    Attributes:
        start: Where the trigger stands in the report, for order.
        group: Synonym class, None where the trigger is in none.
        general: Whether the trigger tells too little alone ("hold", "be").
        place: Entity id of the place. ``where``: what is known of it.
        earliest: First day, None where open. ``latest``: last day, included.
        dated: Whether words in the report tell the time (else it follows from the tense).
        words: Stems of the clause's other words.
    """

    id: str
    report: str
    start: int
    type: EventType
    lemma: str
    stem: str
    group: int | None
    general: bool
    negative: bool
    realm: Realm
    parties: tuple[Party, ...]
    place: str | None
    where: PlaceFacts | None
    earliest: date | None
    latest: date | None
    dated: bool
    words: frozenset[str]

    def of(self, *roles: Role) -> tuple[Party, ...]:
        """Return the parties in these roles."""
        return tuple(one for one in self.parties if one.role in roles)


def realm_of(claim: Claim) -> Realm:
    """Return the world in which the claim puts its act: a future that is only asserted is a plan."""
    if claim.modality in {Modality.CONDITIONAL, Modality.HYPOTHETICAL}:
        return Realm.SUPPOSED
    if claim.modality is Modality.DEMANDED:
        return Realm.DEMANDED
    if claim.modality in {Modality.PLANNED, Modality.PROMISED} or claim.tense is Tense.FUTURE:
        return Realm.PLANNED
    return Realm.HABIT if claim.tense is Tense.HABITUAL else Realm.HELD


def content(text: str) -> frozenset[str]:
    """Return the stems of the words that carry meaning."""
    return frozenset(stem(word) for word in fold(text).split() if len(word) > 2 and word not in _STOP)


def acts_of(
    extractions: Sequence[Extraction], reports: Mapping[str, Report], entities: Sequence[Entity]
) -> tuple[Act, ...]:
    """Return every claim as an act, in order of report and place."""
    owner = {local: one for one in entities for local in one.members}
    found = [_act(claim, reports.get(claim.report), owner) for extraction in extractions for claim in extraction.claims]
    return tuple(sorted(found, key=lambda act: (act.report, act.start, act.id)))


def _act(claim: Claim, report: Report | None, owner: Mapping[str, Entity]) -> Act:
    place = owner.get(claim.place.local) if claim.place is not None and claim.place.local is not None else None
    lemma = claim.trigger.lemma.casefold()
    text = " ".join(report.words(span) for span in claim.evidence[:1]) if report is not None else ""
    earliest, latest, dated = _days(claim.time)
    return Act(
        id=claim.id,
        report=claim.report,
        start=claim.trigger.span.start,
        type=claim.type,
        lemma=lemma,
        stem=stem(lemma),
        group=act_class(lemma),
        general=lemma in GENERAL,
        negative=claim.polarity is Polarity.NEGATIVE,
        realm=realm_of(claim),
        parties=tuple(party for one in claim.participants if (party := _party(one, report, owner)) is not None),
        place=place.id if place is not None else None,
        where=place.place if place is not None else None,
        earliest=earliest,
        latest=latest,
        dated=dated,
        words=content(text) - {stem(lemma)},
    )


def _party(one: Participant, report: Report | None, owner: Mapping[str, Entity]) -> Party | None:
    entity = owner.get(one.local) if one.local is not None else None
    if entity is None:
        return None
    principals = {owner[each.local].id for each in one.of if each.local is not None and each.local in owner}
    words = content(report.words(one.span)) if report is not None else frozenset()
    named = entity.named or any(owner[each.local].named for each in one.of if each.local in owner)
    return Party(one.role, entity.id, named, frozenset({entity.id, *principals}), words)


def _days(time: When | None) -> tuple[date | None, date | None, bool]:
    if time is None:
        return None, None, False
    return time.earliest, time.latest, time.span is not None
