"""How well a claim fits a question, and which claims answer it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta

import regex

from sourcebook.tell.index import Index
from sourcebook.tell.names import folded
from sourcebook.tell.sentences import around
from sourcebook.text.stems import stem, stems
from sourcebook.values.claims import Claim, When
from sourcebook.values.kinds import CueKind, EventType, Modality, NameKind, Role, Tense
from sourcebook.values.questions import Act, Asked, Named, Period, Question
from sourcebook.values.reports import Published
from sourcebook.values.spans import Span

ENOUGH = 0.5
"""
Least share of a question's own words (acts and others, a similar act counts in part) that a sentence must hold.

Chosen on the questions of ``evaluation/asking`` about the example story; half a question answered is the least that
a reader would call an answer.
"""

_SPECIFIC = frozenset(one for one in EventType if one.plover) | {EventType.TRAVEL, EventType.FOUND}
"""
Types that say what was done closely enough for one word to stand for another ("assassinated", "killed"). Life, office
and control hold opposites: to be born is not to die, to be appointed is not to resign.
"""

_SAME_TYPE = 0.7
"""What an act of the same type counts, where its word is another one: an editorial choice, 0..1."""

_CUES = {
    CueKind.DENIES: "deny reject dismiss refute",
    CueKind.CONFIRMS: "confirm acknowledge admit",
    CueKind.PROMISES: "promise pledge vow",
    CueKind.ACCUSES: "accuse blame",
    CueKind.DEMANDS: "demand call urge ask",
    CueKind.NEITHER: "confirm deny",
    CueKind.NO_COMMENT: "comment decline",
    CueKind.NO_RESPONSE: "respond answer reply",
}
_SAYING = frozenset("announce answer believe claim comment declare reply respond say state tell think write".split())
"""Acts that any words of theirs are, where somebody's words are asked for."""

_CUE_STEMS = {kind: frozenset(stem(one) for one in words.split()) for kind, words in _CUES.items()}
_REASONS = regex.compile(
    r"\b(?:because|since|due to|in order to|so that|after|over|in response|in protest|to \p{L}+|for)\b",
    regex.IGNORECASE,
)
_MANNER = regex.compile(r"\b(?:by|with|through|via|using|under|without|in a)\b", regex.IGNORECASE)
_CARRIES_ON = regex.compile(r"\b(?:he|she|it|they|him|her|them|his|its|their)\b", regex.IGNORECASE)
_SOON = timedelta(days=60)
"""How long after the last day that it speaks of as past an undated report may tell its news: an editorial choice."""

_UNDATED = 0.1
"""What fits a time that is asked for where nothing says when it was: less than any date, an editorial choice."""

_BOUND = regex.compile(r"\bat\s$", regex.IGNORECASE)
"""What belongs to "least three" and "most forty"."""

_PLACELESS = frozenset({EventType.STATEMENT})
_PARTIES = frozenset({NameKind.PERSON, NameKind.ORGANIZATION, NameKind.GROUP})


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
        held = self._held(claim, sentence)
        own, share = self._share(claim, held)
        if share < ENOUGH:
            return None
        wanted = self._wanted(claim, sentence, cast, own)
        if wanted is None:
            return None
        points, words = wanted
        points += 2.0 * share + 2.0 * own + sum(named) / max(len(named), 1) + sum(times)
        points += 1.5 * alike + 0.3 * claim.confidence
        points -= 0.5 * claim.background + (0.0 if self.found.in_body(claim) else 1.0)
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
            if self.question.speaks and entity.kind in _PARTIES:
                # Words of theirs are asked for; what is only said of them is no answer.
                theirs = id_ in sources or (id_ in actors and claim.type is EventType.STATEMENT)
                level = 1.0 if theirs else 0.7 * self._speaks_for(id_, claim)
            elif id_ in cast:
                level = 1.0
            elif any(one.report == claim.report and sentence.holds(one.span) for one in entity.mentions):
                level = 0.6
            elif self._lies_in(claim, folded(entity.name)):
                level = 0.8
            else:
                level = 0.4 if self._carried_on(id_, claim, sentence) else 0.0
            best = max(best, level * sure)
        return best

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
        acts = [self._act(one, claim, held) for one in self.question.acts]
        words = [float(stem(one) in held) for one in self.question.words]
        every = [max(own, other) for own, other in acts] + words
        own = max((one for one, _ in acts), default=0.0)
        return own, sum(every) / len(every) if every else 1.0

    def _act(self, act: Act, claim: Claim, held: frozenset[str]) -> tuple[float, float]:
        """Return how far the claim tells the act (0..1), and how far its sentence does."""
        asked = stem(act.lemma)
        cues = {
            one
            for link in claim.attribution
            if link.cue is not None
            for one in stems(self.found.words(claim.report, link.cue))
        }
        if asked == stem(claim.trigger.lemma) or asked in cues:
            return 1.0, 1.0
        if any(asked in _CUE_STEMS.get(link.cue_kind, ()) for link in claim.attribution):
            return 0.9, 0.9
        if act.lemma in _SAYING and self.question.speaks and claim.attribution:
            return 0.8, 0.8
        same = act.type is not None and act.type is claim.type and act.type in _SPECIFIC
        return (_SAME_TYPE if same else 0.0), (1.0 if asked in held else 0.0)

    def _wanted(self, claim: Claim, sentence: Span, cast: Mapping[str, Span], own: float) -> tuple[float, str] | None:
        """Return points and the answering words; None where what is wanted is not told."""
        asked = self.question.asked
        report = self.found.reports[claim.report]
        if asked is Asked.WHERE:
            return self._where(claim)
        if asked is Asked.WHEN:
            when = claim.time
            if when is None or when.span is None:
                return None
            known = when.earliest is not None or when.latest is not None
            return (1.0 if known else 0.5), report.words(when.span)
        if asked is Asked.HOW_MANY:
            return self._number(claim)
        if asked is Asked.WHO:
            return self._who(claim, cast, own)
        if asked in {Asked.WHY, Asked.HOW}:
            words = report.words(sentence)
            told = (_REASONS if asked is Asked.WHY else _MANNER).search(words)
            return None if told is None else (0.5, "")
        return 0.5, ""

    def _where(self, claim: Claim) -> tuple[float, str] | None:
        asked = {id_ for one in self.question.named for id_ in one.entities}
        if claim.place is None or claim.type in _PLACELESS:
            return None
        if not self.question.acts and claim.type is EventType.OTHER and claim.place.basis != "of the clause":
            return None
        entity = self.found.entity(claim.place.local)
        if entity is not None and entity.id in asked:
            return None
        parts = {one.id for part in claim.participants if (one := self.found.entity(part.local)) is not None}
        if asked and not self.question.acts and not asked & parts:
            return None
        told = 1.0 if claim.place.basis == "clause" else 0.5
        whereabouts = claim.type is EventType.TRAVEL or (not self.question.acts and claim.type is EventType.STATE)
        return told + 0.5 * whereabouts, self.found.words(claim.report, claim.place.span)

    def _number(self, claim: Claim) -> tuple[float, str] | None:
        counted = [*claim.quantities, *(one.count for one in claim.participants if one.count is not None)]
        if not counted:
            return None
        wanted = {stem(one) for one in self.question.words}
        fitting = [one for one in counted if wanted & set(stems(one.unit))]
        best = (fitting or counted)[0]
        text = self.found.reports[claim.report].text
        at = _BOUND.search(text[max(0, best.span.start - 4) : best.span.start])
        whole = Span(best.span.start - (0 if at is None else len(at.group())), best.span.end)
        return (1.5 if fitting else 0.5), whole.of(text)

    def _who(self, claim: Claim, cast: Mapping[str, Span], own: float) -> tuple[float, str] | None:
        """Return those with a part in it whom the question does not name; of "who is", the words on the one named."""
        asked = {id_ for one in self.question.named for id_ in one.entities}
        others = [
            (span, id_)
            for id_, span in cast.items()
            if id_ not in asked and self.found.entities[id_].kind in _PARTIES and self._does(claim, id_)
        ]
        if self.question.acts or self.question.words:
            if not others:
                return (0.0, "") if own >= _SAME_TYPE else None
            named = [one for one in others if self.found.entities[one[1]].named]
            span, _ = min(named or others)
            return (1.0 if named else 0.5), self.found.words(claim.report, span)
        facts = {fact.claim for id_ in asked for fact in self.found.entities[id_].facts}
        return (2.0, "") if claim.id in facts else (0.0, "") if claim.type is EventType.STATE else None

    def _does(self, claim: Claim, entity: str) -> bool:
        """Tell whether somebody acts in the claim, or is its source where words are asked about."""
        speaking = any(act.type is EventType.STATEMENT for act in self.question.acts)
        for part in claim.participants:
            one = self.found.entity(part.local)
            if one is not None and one.id == entity:
                return True
        for link in claim.attribution:
            one = self.found.entity(link.local)
            if one is not None and one.id == entity:
                cue = link.cue_kind in _CUE_STEMS and any(
                    stem(act.lemma) in _CUE_STEMS[link.cue_kind] for act in self.question.acts
                )
                return speaking or cue
        return False


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
