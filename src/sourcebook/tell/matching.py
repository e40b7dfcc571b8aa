"""How well a claim fits a question, and which claims answer it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import regex

from sourcebook.tell.acts import act_told
from sourcebook.tell.index import Index
from sourcebook.tell.names import folded
from sourcebook.tell.sentences import around
from sourcebook.tell.wanted import PARTIES, Wanted
from sourcebook.text.stems import stem, stems
from sourcebook.values.claims import Claim, When
from sourcebook.values.kinds import EventType, Modality, NameKind, Role, Tense
from sourcebook.values.questions import Asked, Named, Period, Question
from sourcebook.values.reports import Published
from sourcebook.values.spans import Span

ENOUGH = 0.5
"""
Least share of a question's own words (acts and others, a similar act counts in part) that a sentence must hold.

Chosen on the questions of ``evaluation/asking`` about the example story; half a question answered is the least that
a reader would call an answer.
"""

_CARRIES_ON = regex.compile(r"\b(?:he|she|it|they|him|her|them|his|its|their)\b", regex.IGNORECASE)
_SOON = timedelta(days=60)
"""How long after the last day that it speaks of as past an undated report may tell its news: an editorial choice."""

_BRIEF = 50
"""Unit: code points of a claim's clause."""

_WEEKDAY = regex.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_DERIVED = 6
"""Letters of a name from which on a word that begins with it is made from it."""

_NOT_YET = 0.5
"""What a claim loses that something is planned or possible, where it is asked what was or is: an editorial choice."""

_ASKED_AHEAD = regex.compile(
    r"\b(?:will|would|shall|going to|may|might|could|can|should|must|plan\w*|promis\w*|demand\w*|want\w*|call\w*|"
    r"intend\w*|expect\w*|offer\w*|threat\w*|propos\w*|next)\b",
    regex.IGNORECASE,
)
"""Words of a question about what is ahead, or wanted."""

_UNDATED = 0.1
"""What fits a time that is asked for where nothing says when it was: less than any date, an editorial choice."""


@dataclass(frozen=True, slots=True)
class Fit:
    """
    How well a claim fits.

    Attributes:
        points: For ranking alone; no unit, 0 to about 10.
        words: The words of the claim that answer: its place, time, number, those who did it; empty where it is all.
    """

    claim: str
    points: float
    words: str


def fits(found: Index, question: Question, claims: Iterable[str], alike: Mapping[str, float]) -> list[Fit]:
    """
    Return the claims that answer, best first.

    Args:
        found: The story.
        question: What is asked.
        claims: Ids of those that may answer.
        alike: For claims' ids, how alike their sentence is to the question, 0..1; 0 where it was not compared.
    """
    if question.empty or any(not one.entities for one in question.named):
        return []
    matcher = _Matcher(found, question)
    made = [
        fit for one in sorted(set(claims)) if (fit := matcher.fit(found.claims[one], alike.get(one, 0.0))) is not None
    ]
    return sorted(made, key=lambda one: (-one.points, one.claim))


@dataclass(frozen=True, slots=True)
class _Matcher:
    found: Index
    question: Question

    def fit(self, claim: Claim, alike: float) -> Fit | None:
        """Return how a claim fits; None where something that the question demands is not in it."""
        question = self.question
        report = self.found.reports[claim.report]
        sentence = around(report, claim.trigger.span)
        cast = self._cast(claim)
        named = [self._named(one, claim, sentence, cast) for one in question.named]
        times = [self._period(one, claim) for one in question.periods]
        if not all(named) or not all(times):
            return None
        days = _weekdays(report.words(sentence))
        if days and not question.periods and not days >= _weekdays(question.text):
            return None
        held = self._held(claim, sentence)
        own, share = self._share(claim, held)
        if share < ENOUGH:
            return None
        wanted = Wanted(self.found, question).told(claim, sentence, cast, own)
        if wanted is None:
            return None
        points, words = wanted
        points += 2.0 * share + 2.0 * own + sum(named) / max(len(named), 1) + sum(times)
        points += 1.5 * alike + 0.3 * claim.confidence
        points -= 0.5 * claim.background + (0.0 if self.found.in_body(claim) else 1.0)
        points -= _NOT_YET * (claim.modality is not Modality.ASSERTED and _ASKED_AHEAD.search(question.text) is None)
        points -= 1.0 * (question.speaks and self._says_only_so(claim))
        return Fit(claim.id, points, " ".join(words.split()))

    def _cast(self, claim: Claim) -> dict[str, Span]:
        """Return the entities with a part in the claim and where they stand."""
        rows = [(part.local, part.span) for part in claim.participants]
        rows += [(acting.local, acting.span) for part in claim.participants for acting in part.of]
        rows += [(link.local, link.span) for link in claim.attribution if link.span is not None]
        if claim.place is not None:
            rows += [(claim.place.local, claim.place.span), *((one.local, one.span) for one in claim.place.also)]
        cast: dict[str, Span] = {}
        for local, span in rows:
            entity = self.found.entity(local)
            if entity is not None:
                cast.setdefault(entity.id, span)
        return cast

    def _named(self, named: Named, claim: Claim, sentence: Span, cast: Mapping[str, Span]) -> float:
        """Return how surely the claim is about whom the question names, 0..1."""
        sources = {one.id for link in claim.attribution if (one := self.found.entity(link.local)) is not None}
        actors = {
            one.id
            for part in claim.participants
            if part.role is Role.ACTOR and (one := self.found.entity(part.local)) is not None
        }
        best = 0.0
        for place, id_ in enumerate(named.entities):
            entity = self.found.entities[id_]
            sure = 1.0 if place == 0 else 0.9
            if self.question.speaks and named.speaks and entity.kind in PARTIES:
                # Words of theirs are asked for; what is only said of them is no answer.
                theirs = id_ in sources or (id_ in actors and (claim.type is EventType.STATEMENT or self._asked(claim)))
                level = 1.0 if theirs else 0.7 * (self._speaks_for(id_, claim) or self._through(id_, claim, sentence))
            elif id_ in cast:
                level = 1.0
            elif any(one.report == claim.report and sentence.holds(one.span) for one in entity.mentions):
                level = 0.6
            elif self._lies_in(claim, folded(entity.name)):
                level = 0.8
            else:
                level = 0.4 if self._carried_on(id_, claim, sentence) or self._derived(id_, claim, sentence) else 0.0
            best = max(best, level * sure)
        return best

    def _says_only_so(self, claim: Claim) -> bool:
        """Tell whether a claim is the bare act of saying, what is said being told by others ("he said of her")."""
        length = sum(one.end - one.start for one in claim.evidence)
        return claim.type is EventType.STATEMENT and length < _BRIEF

    def _asked(self, claim: Claim) -> bool:
        """Tell whether a claim's word for the act is one that the question has."""
        return stem(claim.trigger.lemma) in {stem(act.lemma) for act in self.question.acts}

    def _through(self, entity: str, claim: Claim, sentence: Span) -> bool:
        """Tell whether the one named speaks through what the question names too ("Marrow, whose office declined")."""
        asked = {stem(one) for one in self.question.words}
        spans = [link.span for link in claim.attribution if link.span is not None]
        if not any(asked & set(stems(self.found.words(claim.report, span))) for span in spans):
            return False
        mentions = self.found.entities[entity].mentions
        return any(one.report == claim.report and sentence.holds(one.span) for one in mentions)

    def _derived(self, entity: str, claim: Claim, sentence: Span) -> bool:
        """Tell whether the sentence has a word made from the name ("congressional")."""
        name = folded(self.found.entities[entity].name)
        if len(name) != 1 or len(name[0]) < _DERIVED:
            return False
        return any(one.startswith(name[0]) for one in folded(self.found.words(claim.report, sentence)))

    def _speaks_for(self, entity: str, claim: Claim) -> bool:
        """Tell whether a named source is told by a body's name ("the Foreign Ministry of Orsenna")."""
        if self.found.entities[entity].kind is NameKind.PERSON:
            return False
        spans = [link.span for link in claim.attribution if link.span is not None and not link.anonymous]
        return any(
            one.report == claim.report and any(span.holds(one.span) for span in spans)
            for one in self.found.entities[entity].mentions
        )

    def _carried_on(self, entity: str, claim: Claim, sentence: Span) -> bool:
        """Tell whether a pronoun in the sentence goes on from the one before, which names the entity."""
        report = self.found.reports[claim.report]
        if _CARRIES_ON.search(report.words(sentence)) is None:
            return False
        before = report.text[: sentence.start].rstrip()
        if not before:
            return False
        previous = around(report, Span(len(before) - 1, len(before)))
        if "\n" in report.text[previous.end : sentence.start]:
            return False
        return any(
            one.report == claim.report and previous.holds(one.span) for one in self.found.entities[entity].mentions
        )

    def _lies_in(self, claim: Claim, name: tuple[str, ...]) -> bool:
        place = None if claim.place is None else self.found.entity(claim.place.local)
        return place is not None and place.place is not None and name in {folded(one) for one in place.place.within}

    def _period(self, period: Period, claim: Claim) -> float:
        """Return how well the claim's time fits: 1 where it lies inside, less where it is wider; 0 where apart."""
        when = claim.time
        if when is None or (when.earliest is None and when.latest is None):
            return self._as_of(period, claim) or self._open(period, claim)
        if period.earliest is not None and when.latest is not None and when.latest < period.earliest:
            return 0.0
        if period.latest is not None and when.earliest is not None and when.earliest > period.latest:
            return 0.0
        return 1.0 if _inside(when, period) else 0.4

    def _as_of(self, period: Period, claim: Claim) -> float:
        """Return how well the day of the report fits, for what it tells as going on and gives no time of its own."""
        day = as_of(self.found, claim)
        if day is None or day.earliest is None:
            return 0.0
        last = day.latest or day.earliest + _SOON
        early = period.earliest is not None and last < period.earliest
        late = period.latest is not None and day.earliest > period.latest
        return 0.0 if early or late else 0.3

    def _open(self, period: Period, claim: Claim) -> float:
        """Return how well a claim fits that nothing dates, asked where somebody was: least of all, and it says so."""
        firm = claim.modality is Modality.ASSERTED and not claim.background
        if self.question.asked is not Asked.WHERE or not firm or claim.tense is Tense.FUTURE:
            return 0.0
        day = self.found.published[claim.report]
        if day.day is not None or (day.earliest is not None and period.latest is not None):
            known = day.latest or (None if day.day is None else day.earliest)
            early = period.earliest is not None and known is not None and known < period.earliest
            late = period.latest is not None and day.earliest is not None and day.earliest > period.latest
            return 0.0 if early or late else _UNDATED
        return _UNDATED

    def _held(self, claim: Claim, sentence: Span) -> frozenset[str]:
        """Return the stems of the claim's sentence, its acts in their dictionary form too, and of its headline."""
        report = self.found.reports[claim.report]
        held = set(stems(report.words(sentence)))
        held |= {
            stem(other.trigger.lemma)
            for other in self.found.claims_in.get(claim.report, ())
            if sentence.holds(other.trigger.span)
        }
        return frozenset(held)

    def _share(self, claim: Claim, held: frozenset[str]) -> tuple[float, float]:
        """Return how far the claim's own act is the one asked about, and the share of the question's words it holds."""
        acts = [act_told(self.found, one, claim, held, speaks=self.question.speaks) for one in self.question.acts]
        words = [float(stem(one) in held) for one in self.question.words]
        every = [max(own, other) for own, other in acts] + words
        own = max((one for one, _ in acts), default=0.0)
        return own, sum(every) / len(every) if every else 1.0


def _weekdays(words: str) -> frozenset[str]:
    return frozenset(_WEEKDAY.findall(words))


def as_of(found: Index, claim: Claim) -> Published | None:
    """Return the day of its report for a claim that is told as going on and has no time of its own; else None."""
    when = claim.time
    timed = when is not None and (when.earliest is not None or when.latest is not None)
    going_on = claim.tense is Tense.ONGOING and claim.modality is Modality.ASSERTED
    return None if timed or not going_on or claim.background else found.published[claim.report]


def _inside(when: When, period: Period) -> bool:
    early = period.earliest is None or (when.earliest is not None and when.earliest >= period.earliest)
    late = period.latest is None or (when.latest is not None and when.latest <= period.latest)
    return early and late
