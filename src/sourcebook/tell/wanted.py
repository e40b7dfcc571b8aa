"""Whether a claim tells what a question wants to know, and in which words: a place, a time, a number, somebody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import regex

from sourcebook.tell.acts import CUE_STEMS, SAME_TYPE, cues_of
from sourcebook.tell.index import Index
from sourcebook.tell.names import folded
from sourcebook.text.stems import stem, stems
from sourcebook.values.claims import Claim, Participant, Quantity, Where
from sourcebook.values.kinds import CueKind, EventType, NameKind, Role
from sourcebook.values.questions import Asked, Question
from sourcebook.values.spans import Span

PARTIES = frozenset({NameKind.PERSON, NameKind.ORGANIZATION, NameKind.GROUP})
"""Who can do something or say something."""

_REASONS = regex.compile(
    r"\b(?:because|since|due to|in order to|so that|in response|in protest|saying (?:that )?(?:it|they|he|she)|"
    r"citing)\b",
    regex.IGNORECASE,
)
_PURPOSES = regex.compile(r"\b(?:after|over|to \p{L}+|for)\b", regex.IGNORECASE)
"""What may tell a reason, and as often something else."""

_MANNER = regex.compile(r"\b(?:by|with|through|via|using|under|without|in a)\b", regex.IGNORECASE)
_BOUND = regex.compile(r"\bat\s$", regex.IGNORECASE)
"""What belongs to "least three" and "most forty"."""

_PLACELESS = frozenset({EventType.STATEMENT})
_ANYBODY = frozenset({"people", "person"})
"""Counted so, they may be counted by any other noun ("12 villagers")."""

_NUMBER = (
    r"(?:about |around |at least |at most |more than |fewer than |some |nearly |up to )?"
    r"(?:\d[\d,.]*(?: (?:thousand|million|billion))?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"dozens?|hundreds?|thousands?)"
)
_COUNTED = regex.compile(
    rf"\b(?P<number>{_NUMBER})(?:[ -]\p{{L}}[\p{{L}}.’'-]*){{0,2}}[ -](?P<noun>\p{{L}}+)", regex.IGNORECASE
)
"""A number and what it counts, up to two words apart ("four other meetings", "66-page")."""

_DAY = regex.compile(
    r"^\p{L}+(?: \p{L}+)?,? (?P<day>(?:on )?(?:late |early )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|"
    r"today|(?:earlier |late )?(?:last|this) (?:year|month|week|\p{Lu}\p{Ll}+)|earlier)\b"
)
"""When something was said, behind the word that says so."""

_AT = regex.compile(r"\b(?:in|at|near|to|outside|inside) (?:the |\p{L}+[’']s )?$", regex.IGNORECASE)
"""Before the name of a place where something is."""

_DEMONYM = regex.compile(r"(?:n|ese|ish|i|ic|ch)$")
"""How words for those of a place end."""

_LEAST_OWN = 0.9
"""How far a claim's act must be the one asked about, for a place of its sentence to be its place."""


_STANCES = {"deny": CueKind.DENIES, "confirm": CueKind.CONFIRMS}
"""Acts that only those do who answer so, whoever else is told of."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a question wants to know of a story's claims."""

    found: Index
    question: Question

    def told(self, claim: Claim, sentence: Span, cast: Mapping[str, Span], own: float) -> tuple[float, str] | None:
        """
        Return points and the answering words; None where what is wanted is not told.

        Args:
            claim: Any.
            sentence: Where it stands.
            cast: The entities with a part in it and where they stand.
            own: How far its act is the one asked about, 0..1.
        """
        asked = self.question.asked
        words = self.found.words(claim.report, sentence)
        if asked is Asked.WHERE:
            return self._where(claim, sentence, own)
        if asked is Asked.WHEN:
            return self._when(claim, sentence)
        if asked is Asked.HOW_MANY:
            return self._number(claim, sentence)
        if asked is Asked.WHO:
            return self._who(claim, cast, own)
        if asked is Asked.WHY:
            return (1.0, "") if _REASONS.search(words) else (0.5, "") if _PURPOSES.search(words) else None
        if asked is Asked.HOW:
            return None if _MANNER.search(words) is None else (0.5, "")
        return 0.5, ""

    def _when(self, claim: Claim, sentence: Span) -> tuple[float, str] | None:
        """Return the time of the claim; of what was said, when it was said, where only the cue is asked about."""
        asked = {stem(act.lemma) for act in self.question.acts[:1]}
        said = stem(claim.trigger.lemma) not in asked and asked & cues_of(self.found, claim)
        text = self.found.reports[claim.report].text
        for cue in (link.cue for link in claim.attribution if said and link.cue is not None):
            day = _DAY.search(text[cue.start : sentence.end])
            if day is not None:
                return 1.0, day["day"]
        when = claim.time
        if when is None or when.span is None or said:
            return None
        known = when.earliest is not None or when.latest is not None
        return (1.0 if known else 0.5), self.found.words(claim.report, when.span)

    def _where(self, claim: Claim, sentence: Span, own: float) -> tuple[float, str] | None:
        asked = {id_ for one in self.question.named for id_ in one.entities}
        place = claim.place
        if claim.type in _PLACELESS:
            return None
        if place is None or self._by_the_way(claim, place):
            return self._beside(claim, sentence, asked) if own >= _LEAST_OWN else None
        if not self.question.acts and claim.type is EventType.OTHER and place.basis != "of the clause":
            return None
        entity = self.found.entity(place.local)
        if entity is not None and entity.id in asked:
            return None
        parts = {one.id for part in claim.participants if (one := self.found.entity(part.local)) is not None}
        if asked and not self.question.acts and not asked & parts:
            return None
        told = 1.0 if place.basis == "clause" else 0.5
        whereabouts = claim.type is EventType.TRAVEL or (not self.question.acts and claim.type is EventType.STATE)
        return told + 0.5 * whereabouts, self.found.words(claim.report, place.span)

    def _by_the_way(self, claim: Claim, place: Where) -> bool:
        """Tell whether a place only says of somebody where he is from ("the South Korean president")."""
        entity = self.found.entity(place.local)
        words = self.found.words(claim.report, place.span)
        if entity is None or folded(words) == folded(entity.name) or _DEMONYM.search(words) is None:
            return False
        return self.found.reports[claim.report].text[place.span.end : place.span.end + 2].strip().isalpha()

    def _beside(self, claim: Claim, sentence: Span, asked: set[str]) -> tuple[float, str] | None:
        """Return a place that the claim's sentence names behind "in" or "at", where the claim has none of its own."""
        text = self.found.reports[claim.report].text
        places = []
        for local in self.found.locals_in.get(claim.report, ()):
            entity = self.found.entity(local.id)
            if local.kind is NameKind.PLACE and entity is not None and entity.id not in asked:
                inside = (name for name in local.name_spans if sentence.holds(name))
                places += [name for name in inside if _AT.search(text, sentence.start, name.start) is not None]
        return None if not places else (0.3, self.found.words(claim.report, min(places)))

    def _number(self, claim: Claim, sentence: Span) -> tuple[float, str] | None:
        """Return the number of what is asked for; one of other things only where it is not asked of what."""
        counted = [*claim.quantities, *(one.count for one in claim.participants if one.count is not None)]
        wanted = {stem(one) for one in self.question.words}
        noun = self.question.counted
        fitting = [one for one in counted if self._counts(one, wanted)]
        if not fitting and noun:
            return self._number_beside(claim, sentence, stem(noun))
        if not counted:
            return None
        best = (fitting or counted)[0]
        text = self.found.reports[claim.report].text
        at = _BOUND.search(text[max(0, best.span.start - 4) : best.span.start])
        whole = Span(best.span.start - (0 if at is None else len(at.group())), best.span.end)
        return (1.5 if fitting else 0.5), whole.of(text)

    def _counts(self, one: Quantity, wanted: set[str]) -> bool:
        noun, unit = self.question.counted, set(stems(one.unit))
        if not noun:
            return bool(wanted & unit)
        return stem(noun) in unit or (noun in _ANYBODY and bool(unit))

    def _number_beside(self, claim: Claim, sentence: Span, noun: str) -> tuple[float, str] | None:
        """Return the number that the claim's sentence has before the noun asked for, as in "four other meetings"."""
        for match in _COUNTED.finditer(self.found.words(claim.report, sentence), overlapped=True):
            if stem(match["noun"]) == noun or (noun in _ANYBODY and stem(match["noun"]) in _ANYBODY):
                return 1.0, match["number"]
        return None

    def _who(self, claim: Claim, cast: Mapping[str, Span], own: float) -> tuple[float, str] | None:
        """Return those with a part in it whom the question does not name; of "who is", the words on the one named."""
        asked = {id_ for one in self.question.named for id_ in one.entities}
        others = [
            (span, id_)
            for id_, span in cast.items()
            if id_ not in asked and self.found.entities[id_].kind in PARTIES and self._does(claim, id_)
        ]
        if self.question.acts or self.question.words:
            if not others:
                return (0.0, "") if own >= SAME_TYPE else None
            named = [one for one in others if self.found.entities[one[1]].named]
            span, _ = min(named or others)
            return (1.0 if named else 0.5), self.found.words(claim.report, span)
        facts = {fact.claim for id_ in asked for fact in self.found.entities[id_].facts}
        return (2.0, "") if claim.id in facts else (0.0, "") if claim.type is EventType.STATE else None

    def _does(self, claim: Claim, entity: str) -> bool:
        """Tell whether somebody acts in the claim, or is its source where words are asked about."""
        speaking = any(act.type is EventType.STATEMENT for act in self.question.acts)
        stance = next((_STANCES[act.lemma] for act in self.question.acts if act.lemma in _STANCES), None)
        for part in claim.participants:
            one = self.found.entity(part.local)
            if one is not None and one.id == entity and (stance is None or self._takes(claim, part, stance)):
                return True
        for link in claim.attribution:
            one = self.found.entity(link.local)
            if one is not None and one.id == entity:
                cue = link.cue_kind in CUE_STEMS and any(
                    stem(act.lemma) in CUE_STEMS[link.cue_kind] for act in self.question.acts
                )
                return link.cue_kind is stance if stance is not None else speaking or cue
        return False

    def _takes(self, claim: Claim, part: Participant, stance: CueKind) -> bool:
        """Tell whether a claim is somebody's act of denying or confirming."""
        return part.role is Role.ACTOR and stem(claim.trigger.lemma) in CUE_STEMS[stance]
