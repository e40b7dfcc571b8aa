"""Who "I", "you" and "he" can't be where they stand: in one stretch of talk they are three."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sourcebook.annotate.mentions import FIRST, HE, SECOND, SHE, Candidate
from sourcebook.annotate.section import Section
from sourcebook.values.kinds import NameKind

TURNS = 2
"""Fewest labels that make an interview of a text."""
OPENING, CLOSING, STRAIGHT = frozenset({"“", "``"}), frozenset({"”", "''"}), '"'


@dataclass(frozen=True, slots=True)
class Voice:
    """
    Where a mention stands in what is said.

    Attributes:
        stretch: Number of the paragraph's part in or between quotation marks; 0 for all that is in none, where the text
            is no interview: there one and the same person tells everything.
        person: The grammatical person of a pronoun or of a speaker's label, 1 to 3; 0 elsewhere.
        named: Whether it is a person's name.
    """

    stretch: int
    person: int
    named: bool


def voices(section: Section, found: Sequence[Candidate]) -> list[Voice]:
    """Return the voice of each mention."""
    stretches = _stretches(section)
    if sum(_labels(section, one) for one in found) < TURNS:
        stretches = [number if number % 2 else 0 for number in stretches]
    return [
        Voice(stretches[one.head], _person(section, one), one.kind is NameKind.PERSON and not _labels(section, one))
        for one in found
    ]


def talk(section: Section, found: Sequence[Candidate]) -> Iterator[tuple[int, int]]:
    """
    Yield "I" and "you" of an interview's turns with the labels of who speaks and, where two talk, who is spoken to.

    Words in quotation marks are somebody else's.
    """
    labels = [number for number, one in enumerate(found) if _labels(section, one)]
    names = {number: section.words[found[number].end - 1] for number in labels}
    firsts = [found[number].first for number in labels]
    stretches = _stretches(section)
    if len(labels) < TURNS:
        return
    for number, one in enumerate(found):
        turn = bisect_right(firsts, one.first) - 1
        if turn < 0 or stretches[one.head] % 2 or one.pronoun not in FIRST | SECOND:
            continue
        speaker = labels[turn]
        listeners = [other for other in labels if names[other] != names[speaker]]
        if one.pronoun in FIRST:
            yield speaker, number
        elif listeners and len(set(names.values())) == 2:
            yield min(listeners, key=lambda other: abs(other - number)), number


def others(one: Voice, other: Voice) -> bool:
    """Tell whether two mentions are two people: who talks, who is talked to, who is talked about."""
    if one.stretch != other.stretch:
        return False
    if one.person and other.person:
        return one.person != other.person
    return (one.named and other.person == 1) or (other.named and one.person == 1)


def _person(section: Section, one: Candidate) -> int:
    if one.pronoun in FIRST or _labels(section, one):
        return 1
    if one.pronoun in SECOND:
        return 2
    return 3 if one.pronoun in HE | SHE else 0


def _labels(section: Section, one: Candidate) -> bool:
    """Tell whether a name opens its paragraph before a colon, as a speaker's does in an interview."""
    opens = one.name is not None and one.name.first in section.paragraphs
    return opens and one.name is not None and section.words[one.name.end : one.name.end + 1] == (":",)


def _stretches(section: Section) -> list[int]:
    """Return the number of each word's stretch: a paragraph's part in or between quotation marks."""
    found: list[int] = []
    number, opened = 0, False
    begins = frozenset(section.paragraphs)
    for place, word in enumerate(section.words):
        if place in begins:
            number, opened = number + 2, False
        if word in OPENING or (word == STRAIGHT and not opened):
            opened = True
            found.append(number + 1)
        else:
            found.append(number + opened)
            opened = opened and not (word in CLOSING or word == STRAIGHT)
    return found
