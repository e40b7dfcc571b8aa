"""A question taken apart: whom it names, when, what was done, what it wants to know."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from sourcebook.link import same_name
from sourcebook.link.verdicts import Verdict
from sourcebook.tell import Names
from sourcebook.text.stems import stem
from sourcebook.values.kinds import NameKind
from sourcebook.values.marks import Annotation, Token
from sourcebook.values.questions import Act, Asked, Named, Period, Question
from sourcebook.values.spans import Span

_LONGEST = 6
"""Words of a name that is looked for in a question that writes it without capitals."""

_NEAR = 70.0
"""Names less alike (0..100, rapidfuzz's ratio of sorted words) are not compared further: a sieve before the rules."""

_WANTED = {
    "who": Asked.WHO,
    "whom": Asked.WHO,
    "whose": Asked.WHO,
    "where": Asked.WHERE,
    "when": Asked.WHEN,
    "why": Asked.WHY,
    "how": Asked.HOW,
    "what": Asked.WHAT,
    "which": Asked.WHAT,
}
_KIND_ASKED = {
    Asked.WHERE: "city country district place province region site state town valley village location venue",
    Asked.WHEN: "date day month time year hour",
    Asked.WHO: "group leader man minister movement official organization party person politician woman outlet",
    Asked.HOW_MANY: "number toll count amount",
}
"""Nouns behind "what" and "which" that say what is wanted ("in which city")."""

_LIGHT = frozenset(
    """
    be do have can could may might must shall should will would get go make happen occur know mean
    """.split()
)
"""Verbs that carry no act of their own in a question."""

_EMPTY = frozenset(
    """
    anybody anyone anything date day detail event exact exactly everything fact information kind many month much
    name news number one people person place report role side somebody someone something story thing time way word year
    """.split()
)
"""Words that a question can hold without a report having to."""

_SPEAKING = frozenset(
    """
    announce answer believe call claim comment confirm declare deny describe promise reply report respond say state tell
    think write
    """.split()
)
_OF_WORDS = frozenset({Asked.WHAT, Asked.WHETHER, Asked.WHY, Asked.HOW})
"""What asks for somebody's words, where the verb is one of saying; who spoke, and when, is asked of an act."""

_CARRYING = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})


def understood(text: str, annotation: Annotation, names: Names, held: Callable[[str], bool]) -> Question:
    """
    Return the question's parts.

    Args:
        text: The question.
        annotation: What our own annotator marks on it.
        names: The story's names.
        held: Tells whether the reports have words: what they have and nobody is called by is no name.
    """
    reader = _Reader(text, annotation, names, held)
    taken = [one.span for one in annotation.times]
    named, spans = reader.named(taken)
    taken += spans
    asked, used = reader.asked()
    acts, heads = reader.acts(taken, used)
    words = reader.words(taken, used | heads)
    speaking = any(one.lemma in _SPEAKING for one in acts)
    return Question(
        text=text,
        asked=asked,
        named=named,
        periods=tuple(
            Period(one.span.of(text), one.earliest, one.latest)
            for one in annotation.times
            if one.earliest is not None or one.latest is not None
        ),
        acts=acts,
        words=words,
        speaks=speaking and asked in _OF_WORDS,
        counted=reader.counted() if asked is Asked.HOW_MANY else "",
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    text: str
    annotation: Annotation
    story: Names
    held: Callable[[str], bool]

    def named(self, taken: Sequence[Span]) -> tuple[tuple[Named, ...], list[Span]]:
        """Return the names, those that the story knows and those that look like names, and where they stand."""
        found: list[tuple[Span, Named]] = []
        for span in self._windows():
            if any(one.overlaps(span) for one in [*taken, *(each for each, _ in found)]):
                continue
            words = span.of(self.text)
            entities = self.story.called(words)
            if entities:
                found.append((span, Named(words, entities)))
        for mark in self.annotation.names:
            if any(one.overlaps(mark.span) for one in [*taken, *(each for each, _ in found)]):
                continue
            words = mark.span.of(self.text)
            entities = self._spelled_so(words, mark.kind)
            if entities or not self.held(words):
                found.append((mark.span, Named(words, entities)))
        found.sort(key=lambda one: one[0])
        verb = self._said()
        named = (replace(one, speaks=verb is None or span.start < verb) for span, one in found)
        return tuple(named), [span for span, _ in found]

    def _said(self) -> int | None:
        """Return where the verb of saying stands; None where there is none, or nobody before it."""
        verbs = (one for one in self.annotation.tokens if one.pos == "VERB" and one.lemma.casefold() in _SPEAKING)
        return next((one.span.start for one in verbs), None)

    def counted(self) -> str:
        """Return the noun that "how many" counts."""
        tokens = self.annotation.tokens
        words = [one.span.of(self.text).casefold() for one in tokens]
        for place in range(len(words) - 1):
            if words[place] == "how" and words[place + 1] in {"many", "much"}:
                for token in tokens[place + 2 :]:
                    if token.pos == "NOUN":
                        return token.lemma.casefold()
                    if token.pos not in {"ADJ", "PROPN", "PUNCT", "NUM"}:
                        break
        return ""

    def _windows(self) -> Iterator[Span]:
        """Yield runs of words, longest first, that could be a name: the last is a noun or a name."""
        tokens = self.annotation.tokens
        for size in range(min(_LONGEST, len(tokens)), 0, -1):
            for first in range(len(tokens) - size + 1):
                run = tokens[first : first + size]
                if run[-1].pos not in {"NOUN", "PROPN"} and not run[-1].span.of(self.text)[:1].isupper():
                    continue
                if run[0].pos in {"DET", "ADP", "AUX", "PUNCT"}:
                    continue
                yield Span(run[0].span.start, run[-1].span.end)

    def _spelled_so(self, words: str, kind: NameKind) -> tuple[str, ...]:
        """Return entities whose name is this one in another spelling, by the rules that join names across reports."""
        matching = []
        for entity, forms in self.story.forms:
            near = [one for one in forms if fuzz.token_sort_ratio(words.casefold(), one.casefold()) >= _NEAR]
            if any(same_name(words, one, kind).verdict is Verdict.SAME for one in near):
                matching.append(entity)
        return tuple(matching)

    def asked(self) -> tuple[Asked, set[int]]:
        """Return what is wanted, and the indices of the words that say so."""
        tokens = self.annotation.tokens
        for place, token in enumerate(tokens):
            word = token.span.of(self.text).casefold()
            wanted = _WANTED.get(word)
            if wanted is None:
                continue
            following = [one.span.of(self.text).casefold() for one in tokens[place + 1 : place + 4]]
            if wanted is Asked.HOW and following[:1] and following[0] in {"many", "much"}:
                return Asked.HOW_MANY, {place, place + 1}
            if wanted is Asked.WHAT:
                for step, noun in enumerate(following, start=1):
                    for kind, nouns in _KIND_ASKED.items():
                        if noun in nouns.split() and (step == 1 or following[0] in {"was", "is", "the"}):
                            return kind, {place, place + step}
            return wanted, {place}
        first = tokens[0].pos if tokens else ""
        return (Asked.WHETHER if first == "AUX" else Asked.WHAT), set()

    def acts(self, taken: Sequence[Span], used: set[int]) -> tuple[tuple[Act, ...], set[int]]:
        """Return what was done, by the annotator's events and the verbs, and the indices of their words."""
        tokens = self.annotation.tokens
        types = {one.head: one.type for one in self.annotation.events}
        heads: set[int] = set()
        found: dict[str, Act] = {}
        for place, token in enumerate(tokens):
            verb = token.pos == "VERB" or (place in types and types[place] is not None and token.pos == "NOUN")
            lemma = token.lemma.casefold()
            if not verb or place in used or lemma in _LIGHT or (lemma in _EMPTY and token.pos != "VERB"):
                continue
            if any(one.overlaps(token.span) for one in taken):
                continue
            heads.add(place)
            found.setdefault(lemma, Act(lemma, types.get(place)))
        return tuple(found.values()), heads

    def words(self, taken: Sequence[Span], used: set[int]) -> tuple[str, ...]:
        """Return the dictionary forms of what else carries the question."""
        found: dict[str, None] = {}
        for place, token in enumerate(self.annotation.tokens):
            if place in used or not self._carries(token) or any(one.overlaps(token.span) for one in taken):
                continue
            found.setdefault(token.lemma.casefold(), None)
        return tuple(found)

    def _carries(self, token: Token) -> bool:
        lemma = token.lemma.casefold()
        return token.pos in _CARRYING and lemma not in _EMPTY | _LIGHT and bool(stem(lemma))
