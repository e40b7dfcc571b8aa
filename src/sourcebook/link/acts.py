"""Claims made ready for comparing: the act, who takes part by entity, the place, the days, the words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sourcebook.link.folding import fold
from sourcebook.link.phrases import phrase
from sourcebook.link.triggers import GENERAL, SAYING, act_classes, stem
from sourcebook.values.claims import Claim, Extraction, Participant, When
from sourcebook.values.kinds import CueKind, EventType, Modality, NameKind, Polarity, Role, Tense
from sourcebook.values.links import Entity, PlaceFacts
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

_STOP = frozenset(
    """the a an of for and or but in on at to from with by his her its their this that these those who which what when
    where while he she it they we you i is are was were be been being has have had do does did not no nor will would
    can could may might must shall should said says say also as than then there here after before during since until
    into over under about between more most some any all both each other such own same so too very just only""".split()
)


TOLD = frozenset({EventType.STATEMENT, EventType.STATE})
"""Types of claims that tell no act of their own."""


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
        named: Whether these very words name it, or whom it acts for; a pronoun may have been resolved wrongly, and is
            too little to keep two acts apart.
        known: Whether the reports name it anywhere.
        near: The entity and those it acts for ("the front's delegation" is near the front).
        words: Stems of the phrase, for parties without a name.
        count: How many the words tell it to be, None where they tell no number.
        person: Whether it is one person whom the reports name.
    """

    role: Role
    entity: str
    named: bool
    near: frozenset[str]
    words: frozenset[str]
    count: float | None = None
    known: bool = False
    person: bool = False


@dataclass(frozen=True, slots=True)
class Act:
    """
    A claim as comparing needs it.

    Attributes:
        start: Where the trigger stands in the report, for order.
        groups: Synonym classes; empty where the trigger is in none.
        general: Whether the trigger tells too little alone ("hold", "be").
        place: Entity id of the place. ``where``: what is known of it.
        earliest: First day, None where open. ``latest``: last day, included.
        dated: Whether words in the report tell the time (else it follows from the tense).
        resumes: Whether a definite noun without party, day or place of its own tells it ("the talks"): what the report
            has told before.
        lasting: Whether it is told as going on ("opposes"): a stance, not a deed.
        ordinal: Which one of several it is told to be ("the second round of talks": 2), None where it isn't told.
        told_before: Whether its report passes it on from earlier reports ("according to earlier reports").
        told_on: The earliest day on which its report can have been published, None where unknown.
        words: Stems of the clause's other words.
        context: Stems of the sentence's words, the trigger's left out.
        around: Entities that the sentence mentions.
    """

    id: str
    report: str
    start: int
    type: EventType
    lemma: str
    stem: str
    groups: frozenset[int]
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
    resumes: bool = False
    lasting: bool = False
    ordinal: int | None = None
    told_before: bool = False
    told_on: date | None = None
    context: frozenset[str] = frozenset()
    around: frozenset[str] = frozenset()

    @property
    def told(self) -> bool:
        """Whether the trigger says only that something is said or is so: then the words must be the same."""
        return (self.type is EventType.STATE and not self.groups) or (
            self.type is EventType.STATEMENT and (self.general or self.lemma in SAYING)
        )

    @property
    def undergoing(self) -> tuple[Party, ...]:
        """Those to whom it is done; who dies, is born or studies undergoes it too."""
        found = self.of(Role.RECIPIENT)
        return found or (self.of(Role.ACTOR) if self.type is EventType.LIFE else ())

    def of(self, *roles: Role) -> tuple[Party, ...]:
        """Return the parties in these roles."""
        return tuple(one for one in self.parties if one.role in roles)


_RESUMING = re.compile(r"\b(?:the|this|that|these|those|such an?)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_DEFINITE = re.compile(
    r"(?:\b(?:the|this|that|these|those|his|her|its|their|our|my)|['’]s?)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)


_OF = re.compile(r"^\s+of\b")
_ON = re.compile(r"(?<!\bgo)(?<!\bgoes)(?<!\bwent)(?<!\bgone)(?<!\bgoing)\s(?:on|about|over|regarding|concerning)\s+$")
_HEADLINE = re.compile(r"(?:^|[\n.!?:|])\s*(?:[A-Z][\w.&'’-]*\s+){1,6}to\s+$")
_DISCUSSED = re.compile(
    r"\b(?:discuss(?:es|ed|ing|ions? (?:of|on|about))?|negotiat(?:e|es|ed|ing|ions? (?:of|on|about))|"
    r"talks? (?:on|about|over))"
    r"\s+(?:[^.;!?“”\"]* and )?(?:the |a )?$",
    re.IGNORECASE,
)
_CONCEDED = frozenset(
    {EventType.CONCEDE, EventType.AGREE, EventType.AID, EventType.COOPERATE, EventType.SUPPORT, EventType.RETREAT}
)
"""What people talk about giving; what is done to others, such as an attack, has happened when it is discussed."""
_CHARGE = re.compile(r"\b(?:charge[sd]?|counts?)\s+(?:\w+\s+){0,2}?(?:with|of)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
_ORDINALS = {
    name: number
    for number, names in enumerate(
        ("first 1st", "second 2nd", "third 3rd", "fourth 4th", "fifth 5th", "sixth 6th", "seventh 7th", "eighth 8th"), 1
    )
    for name in names.split()
}
_BEFORE = re.compile(
    rf"\b({'|'.join(_ORDINALS)})\s+(?:(?:round|day|series)\s+of\s+)?(?!time\b)(?:[\w-]+\s+){{0,2}}$", re.IGNORECASE
)
_AFTER = re.compile(rf"^\W*(?:[\w-]+\s+){{0,4}}?for\s+(?:the|a)\s+({'|'.join(_ORDINALS)})\s+time\b", re.IGNORECASE)


def ordinal(before: str, after: str) -> int | None:
    """
    Return which one of several an act is told to be by the words around its trigger, None where they don't tell.

    >>> ordinal("the second round of ", ""), ordinal("they ", " in Orel for the third time"), ordinal("the ", "")
    (2, 3, None)
    """
    found = _BEFORE.search(before) or _AFTER.search(after)
    return _ORDINALS[found[1].casefold()] if found is not None else None


def realm_of(claim: Claim, report: Report | None) -> Realm:
    """
    Return the world in which the claim puts its act: a future that is only asserted is a plan.

    A definite noun presupposes what it names ("if the attack was ordered": there was an attack), a verb does not; what
    somebody is charged with is supposed, "Minister to visit Orel" in a headline a plan. What a source calls for ("the
    release of the crew") is demanded, and the subject of talks ("talks on forming a council", "discuss the release of
    the crew") is supposed.
    """
    start = claim.trigger.span.start
    before = report.text[max(0, start - 40) : start] if report is not None else ""
    if _CHARGE.search(before) and not _DEFINITE.search(before):
        return Realm.SUPPOSED
    lead = report.text[max(0, start - 80) : start] if report is not None else ""
    after = report.text[claim.trigger.span.end :][:4] if report is not None else ""
    word = report.words(claim.trigger.span).casefold() if report is not None else ""
    if claim.modality is Modality.ASSERTED:
        if (word.endswith("ing") and _ON.search(before)) or (claim.type in _CONCEDED and _DISCUSSED.search(before)):
            return Realm.SUPPOSED
        demanded = bool(claim.attribution) and claim.attribution[-1].cue_kind is CueKind.DEMANDS
        if demanded and (_OF.search(after) or not _DEFINITE.search(before)):
            return Realm.DEMANDED
    supposed = {Modality.CONDITIONAL, Modality.HYPOTHETICAL}
    bent = word.endswith("ed")
    if claim.modality in supposed and claim.tense is not Tense.FUTURE and not bent and _DEFINITE.search(before):
        return Realm.HELD
    if claim.modality is Modality.HYPOTHETICAL and _HEADLINE.search(lead):
        return Realm.PLANNED
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
    found = []
    ties = _ties(extractions, owner)
    for extraction in extractions:
        report = reports.get(extraction.report)
        sentences = _Sentences(report, extraction, owner)
        day = report.published.earliest if report is not None else None
        day = day or extraction.published.earliest
        told = (_act(claim, report, owner, sentences, day) for claim in extraction.claims)
        found += [replace(act, parties=tuple(_standing(one, ties) for one in act.parties)) for act in told]
    return tuple(sorted(found, key=lambda act: (act.report, act.start, act.id)))


_SPEAKS = frozenset({"role", "affiliation"})
"""Relations by which somebody stands for the other side of the fact."""


def _ties(extractions: Sequence[Extraction], owner: Mapping[str, Entity]) -> dict[str, frozenset[str]]:
    """Return the bodies and states that people stand for by the posts that the reports tell, by entity id."""
    found: dict[str, set[str]] = {}
    for extraction in extractions:
        for fact in extraction.facts:
            one, other = owner.get(fact.subject), owner.get(fact.object or "")
            if fact.relation not in _SPEAKS or one is None or other is None or one == other:
                continue
            if other.named and other.kind is not NameKind.PERSON:
                found.setdefault(one.id, set()).add(other.id)
    return {one: frozenset(others) for one, others in found.items()}


_STOPS = re.compile(r"[.!?…]['\"”’)]*\s+(?=[\"“‘'(]?[A-Z])|\n+")


_EARLIER = re.compile(r"\b(?:earlier|previous|previously)\b", re.IGNORECASE)


class _Naming:
    """Whether a phrase names the entity that it refers to."""

    def __init__(self, extraction: Extraction) -> None:
        self._spans = {local.id: local.name_spans for local in extraction.entities if local.named}

    def names(self, local: str | None, span: Span) -> bool:
        """Tell whether a name of ``local`` lies in ``span``."""
        return any(span.overlaps(each) for each in self._spans.get(local or "", ()))


class _Sentences:
    """The words and entities of a report's sentences, by offset. Cut roughly: only likeness is drawn from it."""

    def __init__(self, report: Report | None, extraction: Extraction, owner: Mapping[str, Entity]) -> None:
        text = report.text if report is not None else ""
        self.naming = _Naming(extraction)
        self._starts = [0, *(found.end() for found in _STOPS.finditer(text))]
        ends = [*self._starts[1:], len(text)]
        self._words = [content(text[start:end]) for start, end in zip(self._starts, ends, strict=True)]
        self._entities: list[set[str]] = [set() for _ in self._starts]
        for local in extraction.entities:
            for span in local.spans if local.id in owner else ():
                self._entities[self._at(span.start)].add(owner[local.id].id)

    def _at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def words(self, offset: int) -> frozenset[str]:
        """Return the content stems of the sentence at ``offset``."""
        return self._words[self._at(offset)]

    def entities(self, offset: int) -> frozenset[str]:
        """Return the ids of the entities that the sentence at ``offset`` mentions."""
        return frozenset(self._entities[self._at(offset)])


def _act(
    claim: Claim, report: Report | None, owner: Mapping[str, Entity], sentences: _Sentences, told_on: date | None
) -> Act:
    """Return a claim as an act; its parties are still without those they stand for."""
    place = owner.get(claim.place.local) if claim.place is not None and claim.place.local is not None else None
    span = claim.trigger.span
    before = report.text[max(0, span.start - 40) : span.start] if report is not None else ""
    after = report.text[span.end : span.end + 60] if report is not None else ""
    lemma = phrase(claim.trigger.lemma.casefold(), after, before)
    text = " ".join(report.words(span) for span in claim.evidence[:1]) if report is not None else ""
    earliest, latest, dated = _days(claim.time)
    realm = realm_of(claim, report)
    if realm is Realm.HELD and claim.type is EventType.CONSULT and latest is None and report is not None:
        latest = report.published.latest
    return Act(
        id=claim.id,
        report=claim.report,
        start=claim.trigger.span.start,
        type=claim.type,
        lemma=lemma,
        stem=stem(lemma),
        groups=act_classes(lemma),
        general=lemma in GENERAL,
        negative=claim.polarity is Polarity.NEGATIVE,
        realm=realm,
        parties=tuple(
            party for one in claim.participants if (party := _party(one, report, owner, sentences.naming)) is not None
        ),
        place=place.id if place is not None else None,
        where=place.place if place is not None else None,
        earliest=earliest,
        latest=latest,
        dated=dated,
        resumes=not (claim.participants or claim.place or dated) and bool(_RESUMING.search(before)),
        lasting=claim.tense is Tense.ONGOING,
        ordinal=ordinal(before, after),
        told_before=report is not None
        and any(
            _EARLIER.search(report.words(span)) for link in claim.attribution for span in (link.span, link.cue) if span
        ),
        told_on=told_on,
        words=content(text) - {stem(lemma)},
        context=sentences.words(claim.trigger.span.start) - {stem(lemma)},
        around=sentences.entities(claim.trigger.span.start),
    )


def _standing(one: Party, ties: Mapping[str, frozenset[str]]) -> Party:
    return replace(one, near=one.near | ties[one.entity]) if one.entity in ties else one


def _party(one: Participant, report: Report | None, owner: Mapping[str, Entity], names: _Naming) -> Party | None:
    entity = owner.get(one.local) if one.local is not None else None
    if entity is None:
        return None
    acted = [each.local for each in one.of if each.local is not None and each.local in owner]
    principals = {owner[each].id for each in acted}
    words = content(report.words(one.span)) if report is not None else frozenset()
    named = names.names(one.local, one.span) or any(owner[each].named for each in acted)
    count = one.count.value if one.count is not None else None
    person = entity.named and entity.kind is NameKind.PERSON
    return Party(one.role, entity.id, named, frozenset({entity.id, *principals}), words, count, entity.named, person)


def _days(time: When | None) -> tuple[date | None, date | None, bool]:
    if time is None:
        return None, None, False
    return time.earliest, time.latest, time.span is not None
