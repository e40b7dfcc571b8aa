"""A small newsroom: reports, claims and links in a few words, with real spans over the text that it writes."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from sourcebook.judge import judge
from sourcebook.values.claims import (
    ChainLink,
    Claim,
    Extraction,
    LocalEntity,
    LocalFact,
    Participant,
    Quantity,
    Trigger,
    When,
    Where,
)
from sourcebook.values.identity import digest
from sourcebook.values.kinds import (
    Anchor,
    CueKind,
    EventType,
    LinkKind,
    Modality,
    NameKind,
    Polarity,
    Precision,
    Role,
    Tense,
)
from sourcebook.values.links import Alias, Entity, Happening, InReport, Linking, PlaceFacts
from sourcebook.values.reports import Basis, Published, Report
from sourcebook.values.spans import Span


@dataclass
class Draft:
    """A report while it is being written."""

    outlet: str | None
    published: Published
    text: str = ""
    claims: list[Claim] = field(default_factory=list)
    names: dict[str, list[Span]] = field(default_factory=dict)
    facts: list[tuple[str, str, str | None, str]] = field(default_factory=list)


class Newsroom:
    """Writes a story sentence by sentence. A name in lower case is a description: nobody named."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}
        self.happenings: dict[str, list[str]] = {}
        self.types: dict[str, EventType] = {}
        self.plans: dict[str, str] = {}
        self.copies: list[tuple[str, str]] = []
        self.places: dict[str, PlaceFacts] = {}
        self.same: dict[str, str] = {}
        self.kinds: dict[str, NameKind] = {}

    def report(self, name: str, outlet: str | None = None, day: int | None = None) -> None:
        """Open a report; ``day`` counts in May 2031."""
        published = Published() if day is None else Published.on(date(2031, 5, day), Basis.GIVEN)
        self.drafts[name] = Draft(outlet, published)

    def claim(
        self,
        report: str,
        event: str,
        words: str = "met",
        *,
        actors=("Ada Fern",),
        recipients=("Bo Lind",),
        chain=(),
        type=EventType.CONSULT,  # noqa: A002
        modality=Modality.ASSERTED,
        polarity=Polarity.POSITIVE,
        tense=Tense.PAST,
        place=None,
        days=None,
        number=None,
        quote=False,
        tail="",
        confidence=0.5,
    ) -> str:
        """Add a sentence and its claim, return its id; ``chain`` holds (words, kind, cue kind[, anonymous])."""
        draft = self.drafts[report]
        start = len(draft.text)

        def write(text: str) -> Span:
            at = len(draft.text)
            draft.text += text
            span = Span(at, len(draft.text))
            draft.text += " "
            return span

        def named(text: str) -> tuple[Span, str]:
            span = write(text)
            draft.names.setdefault(text, []).append(span)
            return span, self.local(report, text)

        links = []
        for words_of_source, kind, cue, *rest in chain:
            span, local = named(words_of_source)
            anonymous = bool(rest and rest[0])
            links.append(ChainLink(span, local, LinkKind(kind), anonymous, write("said"), CueKind(cue)))
        parts = [Participant(Role.ACTOR, *named(one)) for one in actors]
        trigger = Trigger(write(words), words.split(maxsplit=1)[0])
        parts += [Participant(Role.RECIPIENT, *named(one)) for one in recipients]
        where = Where(*named(place), "clause") if place else None
        when = None
        if days is not None:
            told = write(f"on {days[0]} to {days[1]} May")
            when = When(date(2031, 5, days[0]), date(2031, 5, days[1]), Precision.RANGE, told, Anchor.TEXT, "invented")
        quantities = ()
        if number is not None:
            value, low, high, unit = number
            quantities = (Quantity(value, low, high, unit, write(f"{value or low} {unit}")),)
        if tail:
            write(tail)
        made = Claim(
            report=report,
            evidence=(Span(start, len(draft.text) - 1),),
            type=type,
            trigger=trigger,
            polarity=polarity,
            modality=modality,
            tense=tense,
            participants=tuple(parts),
            place=where,
            time=when,
            quantities=quantities,
            attribution=tuple(links),
            quote=quote,
            confidence=confidence,
        )
        draft.claims.append(made)
        self.happenings.setdefault(event, []).append(made.id)
        self.types.setdefault(event, type)
        return made.id

    def fact(self, report: str, subject: str, relation: str, value: str, other: str | None = None) -> None:
        """Tell a line of a dossier, resting on the report's last claim."""
        draft = self.drafts[report]
        for name in (subject, other):
            if name is not None and name not in draft.names:
                at = len(draft.text)
                draft.text += f"{name} "
                draft.names[name] = [Span(at, at + len(name))]
        draft.facts.append((subject, relation, value, other))

    def local(self, report: str, name: str) -> str:
        """Return the local id of a name."""
        return digest("local", report, name)

    def entity(self, name: str) -> str:
        """Return the entity id of a name."""
        return digest("entity", self.same.get(name, name))

    def event(self, name: str) -> str:
        """Return the id of an event."""
        return digest("happening", name)

    def judged(self, judgements=(), seed: int | None = None):
        """Return what ``judge`` makes of it; a seed shuffles everything that has no order."""
        reports, extractions, locals_of = [], [], {}
        for name, draft in self.drafts.items():
            report = Report(
                sha256="0" * 64,
                text=draft.text or "empty",
                passages=(),
                given_id=name,
                outlet=draft.outlet,
                published=draft.published,
            )
            entities = []
            for text, spans in draft.names.items():
                proper = text[0].isupper()
                entities.append(
                    LocalEntity(
                        self.local(name, text),
                        name,
                        NameKind.PERSON,
                        text,
                        proper,
                        (text,) if proper else (),
                        (),
                        tuple(spans),
                        tuple(spans) if proper else (),
                    )
                )
                key = text if proper else f"{name} {text}"
                locals_of.setdefault(self.same.get(key, key), []).append((text, name, spans))
            facts = tuple(
                LocalFact(
                    self.local(name, subject),
                    relation,
                    value,
                    draft.claims[-1].trigger.span,
                    self.local(name, other) if other else None,
                    None,
                    draft.claims[-1].id,
                )
                for subject, relation, value, other in draft.facts
            )
            reports.append(report)
            extractions.append(Extraction(name, draft.published, tuple(entities), tuple(draft.claims), facts))
        entities = []
        for key, members in locals_of.items():
            texts = sorted({text for text, _, _ in members})
            entities.append(
                Entity(
                    id=digest("entity", key),
                    kind=NameKind.PLACE if key in self.places else self.kinds.get(texts[0], NameKind.PERSON),
                    name=texts[0],
                    named=texts[0][0].isupper(),
                    aliases=tuple(
                        Alias(
                            text,
                            tuple(
                                InReport(report, span)
                                for told, report, spans in members
                                if told == text
                                for span in spans
                            ),
                        )
                        for text in texts
                    ),
                    mentions=tuple(sorted(InReport(report, span) for _, report, spans in members for span in spans)),
                    members=tuple(self.local(report, text) for text, report, _ in members),
                    place=self.places.get(key),
                )
            )
        happenings = [
            Happening(
                self.event(name),
                self.types[name],
                tuple(sorted(claims)),
                plan_of=self.event(self.plans[name]) if name in self.plans else None,
            )
            for name, claims in self.happenings.items()
        ]
        copies = list(self.copies)
        if seed is not None:
            shuffler = random.Random(seed)
            for items in (reports, extractions, entities, happenings, copies):
                shuffler.shuffle(items)
        linking = Linking(tuple(entities), tuple(happenings), tuple(copies))
        return judge(reports, extractions, linking, judgements)

    def copy(self, report: str, name: str, outlet: str | None = None, day: int | None = None) -> None:
        """Add an exact copy of a report under another id, linked as linking would."""
        draft = self.drafts[report]
        published = draft.published if day is None else Published.on(date(2031, 5, day), Basis.GIVEN)
        moved = [self._moved(claim, report, name) for claim in draft.claims]
        for old, new in zip(draft.claims, moved, strict=True):
            next(claims for claims in self.happenings.values() if old.id in claims).append(new.id)
        self.drafts[name] = Draft(outlet or draft.outlet, published, draft.text, moved, draft.names, draft.facts)
        self.copies.append((min(report, name), max(report, name)))

    def _moved(self, claim: Claim, old: str, new: str) -> Claim:
        texts = {self.local(old, text): self.local(new, text) for text in self.drafts[old].names}
        return replace(
            claim,
            report=new,
            participants=tuple(replace(one, local=texts[one.local]) for one in claim.participants),
            place=replace(claim.place, local=texts[claim.place.local]) if claim.place else None,
            attribution=tuple(replace(one, local=texts.get(one.local)) for one in claim.attribution),
        )


@pytest.fixture(scope="session")
def newsroom() -> type[Newsroom]:
    """The class itself, so that a test opens as many as it likes."""
    return Newsroom
