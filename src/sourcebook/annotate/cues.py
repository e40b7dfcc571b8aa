"""What a cue does with its content: the table of ``data/cues.toml`` applied to lemmas."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import regex

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.section import Section
from sourcebook.values.kinds import CueKind

BEFORE, AFTER = 4, 6
"""Words looked at before a cue for its negation, and of a content that follows it."""
_NEGATION = {"n't": "not", "n’t": "not", "nt": "not", "cannot": "can not"}
_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADV", "AUX", "PROPN"})


@dataclass(frozen=True, slots=True)
class Lexicon:
    """
    The table.

    Attributes:
        phrases: Kinds with their patterns, in the order in which they are tried.
        lemmas: Kind of a lemma.
        verbs: Verbs of saying and holding whose clause is what is said.
        citing: Verbs whose object, agent or subject is relied on.
        nouns: Nouns of saying whose clause is what is said.
        adverbs: Adverbs that say that somebody says so.
        saying: Those of ``verbs`` that, with a subject and a clause, attribute whatever the model says.
        answering: Verbs that may tell that somebody does not answer.
    """

    phrases: tuple[tuple[CueKind, tuple[regex.Pattern[str], ...]], ...]
    lemmas: dict[str, CueKind]
    verbs: frozenset[str]
    citing: frozenset[str]
    nouns: frozenset[str]
    adverbs: frozenset[str]
    saying: frozenset[str]
    answering: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the table, read once."""
    table = tomllib.loads((files("sourcebook.annotate") / "data" / "cues.toml").read_text(encoding="utf-8"))
    reporting = {name: frozenset(words.split()) for name, words in table.pop("reporting").items()}
    phrases = tuple(
        (CueKind(kind), tuple(regex.compile(pattern) for pattern in entry["phrases"])) for kind, entry in table.items()
    )
    lemmas: dict[str, CueKind] = {}
    for kind, entry in table.items():
        for word in entry["lemmas"].split():
            lemmas.setdefault(word, CueKind(kind))
    return Lexicon(phrases, lemmas, **reporting)


def cue_kind(section: Section, said: Said) -> CueKind:
    """Return what the cue of an attribution does; ``says`` where the table knows nothing else of it."""
    cue = said.cue
    if cue is None:
        return CueKind.SAYS
    inner = {section.tokens[place].pos for place in range(cue.first, cue.end)}
    governs = bool(inner & {"VERB", "NOUN", "ADJ", "AUX", "PROPN"})
    follows = [part for part in said.content if governs and 0 <= part.first - cue.end <= 2]
    end = min(follows[0].end, cue.end + AFTER) if follows else cue.end
    low = _negation(section, cue.first)
    words = [*low, *(normal(section, place) for place in range(cue.first, end))]
    own = len(" ".join(words[: len(low) + cue.end - cue.first]))
    head = _head(section, cue.first, cue.end)
    others = [normal(section, place) for place in range(cue.first, cue.end)]
    kind = kind_of(" ".join(words), [normal(section, head), *others], own)
    stated = bool(follows) and section.words[follows[0].first].lower() == "that" and "tell" in others
    return CueKind.SAYS if kind is CueKind.DEMANDS and stated else kind


def kind_of(phrase: str, lemmas: Sequence[str], own: int | None = None) -> CueKind:
    """
    Return the kind of a cue.

    Args:
        phrase: Lemmas with one space between: a negation, the cue, the first words of the content.
        lemmas: Of the cue alone, its head's first.
        own: How much of the phrase is not content; a pattern must begin there. Unit: code points; None for all of it.

    >>> kind_of("do not respond to request", ["respond", "do", "not", "respond"]).value
    'no-response'
    >>> kind_of("confirm", ["confirm"]).value, kind_of("add", ["add"]).value
    ('confirms', 'says')
    """
    table = lexicon()
    for kind, patterns in table.phrases:
        for pattern in patterns:
            match = pattern.search(phrase)
            if match is not None and (own is None or match.start() < own):
                return kind
    for lemma in lemmas:
        if lemma in table.lemmas:
            return table.lemmas[lemma]
    return CueKind.SAYS


def normal(section: Section, place: int) -> str:
    """Return a word's lemma in lower case, a negation as "not"."""
    word = section.words[place].lower()
    return _NEGATION.get(word) or section.tokens[place].lemma.lower()


def _head(section: Section, first: int, end: int) -> int:
    """Return the word of the cue that governs the others; a word with content where that is none."""
    inside = range(first, end)
    tops = [place for place in inside if section.tokens[place].head not in inside or section.tree.is_root(place)]
    ordered: list[int] = [*tops, *inside]
    for place in ordered:
        if section.tokens[place].pos in _CONTENT and section.tokens[place].pos != "AUX":
            return place
    return tops[0] if tops else first


def _negation(section: Section, first: int) -> list[str]:
    """Return the lemmas from a negation shortly before the cue, of the same clause, up to it."""
    start = max(first - BEFORE, 0)
    for place in range(first - 1, start - 1, -1):
        if section.tokens[place].pos in {"PUNCT", "VERB", "SCONJ"} and section.words[place].lower() != "neither":
            return []
        if normal(section, place) in {"not", "never", "neither", "nor", "no"}:
            return [normal(section, one) for one in range(place, first)]
    return []
