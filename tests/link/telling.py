"""Hand-made extractions for these tests: reports about invented people and places, written as marked-up text."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, field
from datetime import date

from sourcebook.values.claims import (
    Acting,
    Claim,
    Extraction,
    LocalEntity,
    LocalFact,
    Participant,
    Trigger,
    When,
    Where,
)
from sourcebook.values.kinds import Anchor, EventType, Modality, NameKind, Polarity, Precision, Role, Tense
from sourcebook.values.reports import Basis, Passage, PassageKind, Published, Report
from sourcebook.values.spans import Span

KINDS = {
    "p": NameKind.PERSON,
    "o": NameKind.ORGANIZATION,
    "l": NameKind.PLACE,
    "g": NameKind.GROUP,
    "w": NameKind.WORK,
    "x": NameKind.OTHER,
}
_MARK = re.compile(r"\[(\w+):(\w)(\.?):([^\]]+)\]")


@dataclass
class Telling:
    """
    A report in the making. In its text ``[key:kind:words]`` marks a name and ``[key:kind.:words]`` a description of
    the local entity ``key``; the letters of kinds are those of ``KINDS``.
    """

    id: str
    marked: str
    published: date | None = None
    claims: list[Claim] = field(default_factory=list)
    facts: list[LocalFact] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.text, self._marks = _unmarked(self.marked)
        day = Published() if self.published is None else Published.on(self.published, Basis.GIVEN)
        self.report = Report(
            sha256=hashlib.sha256(self.text.encode()).hexdigest(),
            text=self.text,
            passages=(Passage(Span(0, len(self.text)), PassageKind.BODY),),
            given_id=self.id,
            published=day,
        )

    def span(self, words: str, nth: int = 0) -> Span:
        places = [found.start() for found in re.finditer(re.escape(words), self.text)]
        return Span(places[nth], places[nth] + len(words))

    def local(self, key: str) -> str:
        return LocalEntity.identify(self.id, min(span for one, _, _, span in self._marks if one == key))

    def claim(
        self,
        trigger: str,
        lemma: str,
        kind: EventType,
        *,
        nth: int = 0,
        who: dict[str, Role] | None = None,
        of: dict[str, str] | None = None,
        place: str | None = None,
        days: tuple[date | None, date | None] | None = None,
        polarity: Polarity = Polarity.POSITIVE,
        modality: Modality = Modality.ASSERTED,
        tense: Tense = Tense.PAST,
    ) -> Claim:
        span = self.span(trigger, nth)
        made = Claim(
            report=self.id,
            evidence=(self._sentence(span),),
            type=kind,
            trigger=Trigger(span, lemma),
            polarity=polarity,
            modality=modality,
            tense=tense,
            participants=tuple(
                Participant(
                    role,
                    self._near(key, span),
                    self.local(key),
                    of=tuple(
                        Acting(self._near(other, span), self.local(other))
                        for one, other in (of or {}).items()
                        if one == key
                    ),
                )
                for key, role in (who or {}).items()
            ),
            place=None if place is None else Where(self._near(place, span), self.local(place), "clause"),
            time=None
            if days is None
            else When(days[0], days[1], Precision.DAY, self._sentence(span), Anchor.TEXT, "told"),
        )
        self.claims.append(made)
        return made

    def fact(self, subject: str, relation: str, value: str, claim: Claim, other: str | None = None) -> None:
        self.facts.append(
            LocalFact(
                self.local(subject),
                relation,
                value,
                self.span(value),
                None if other is None else self.local(other),
                None,
                claim.id,
            )
        )

    def extraction(self, *, crowded: bool = False) -> Extraction:
        """Return what the report says; ``crowded`` with one claim more, in which everybody has a part."""
        keys = list(dict.fromkeys(key for key, _, _, _ in self._marks))
        return Extraction(
            self.id,
            self.report.published,
            tuple(self._entity(key) for key in keys),
            (*self.claims, *([self._crowd(keys)] if crowded else [])),
            tuple(self.facts),
        )

    def _crowd(self, keys: list[str]) -> Claim:
        first = Span(0, len(self.text.split()[0]))
        return Claim(
            report=self.id,
            evidence=(first,),
            type=EventType.OTHER,
            trigger=Trigger(first, "be"),
            polarity=Polarity.POSITIVE,
            modality=Modality.ASSERTED,
            tense=Tense.PAST,
            participants=tuple(Participant(Role.PARTICIPANT, first, self.local(key)) for key in keys),
        )

    def _entity(self, key: str) -> LocalEntity:
        marks = [(kind, named, span) for one, kind, named, span in self._marks if one == key]
        names = sorted({span.of(self.text) for _, named, span in marks if named}, key=lambda one: (-len(one), one))
        told = sorted({span.of(self.text) for _, named, span in marks if not named}, key=lambda one: (-len(one), one))
        return LocalEntity(
            id=self.local(key),
            report=self.id,
            kind=KINDS[marks[0][0]],
            name=(names or told)[0],
            named=bool(names),
            names=tuple(names),
            descriptions=tuple(told),
            spans=tuple(sorted(span for _, _, span in marks)),
            name_spans=tuple(sorted(span for _, named, span in marks if named)),
        )

    def _near(self, key: str, span: Span) -> Span:
        return min((each for one, _, _, each in self._marks if one == key), key=lambda one: abs(one.start - span.start))

    def _sentence(self, span: Span) -> Span:
        start = self.text.rfind(". ", 0, span.start) + 1
        end = self.text.find(".", span.end)
        return Span(start, len(self.text) if end < 0 else end)


def _unmarked(marked: str) -> tuple[str, list[tuple[str, str, bool, Span]]]:
    text, marks, last = "", [], 0
    for found in _MARK.finditer(marked):
        text += marked[last : found.start()]
        marks.append((found[1], found[2], not found[3], Span(len(text), len(text) + len(found[4]))))
        text += found[4]
        last = found.end()
    return text + marked[last:], marks
