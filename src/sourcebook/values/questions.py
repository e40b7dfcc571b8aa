"""What somebody asks of a story, as far as it was understood."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sourcebook.values.kinds import EventType


class Asked(StrEnum):
    """What a question wants to know."""

    WHO = "who"
    WHERE = "where"
    WHEN = "when"
    WHAT = "what"
    HOW_MANY = "how many"
    WHETHER = "whether"
    WHY = "why"
    HOW = "how"


@dataclass(frozen=True, slots=True)
class Named:
    """
    A name in a question.

    Attributes:
        words: As the question has it.
        entities: Ids of the story's entities that it can mean, likeliest first; empty where it means none.
        speaks: Whether it stands where somebody does who speaks, not behind "about" or as a hearer.
    """

    words: str
    entities: tuple[str, ...]
    speaks: bool = True


@dataclass(frozen=True, slots=True)
class Period:
    """A time in a question: days from ``earliest`` to ``latest``, both included; None where that end is open."""

    words: str
    earliest: date | None
    latest: date | None


@dataclass(frozen=True, slots=True)
class Act:
    """
    What a question says was done.

    Attributes:
        lemma: The word's dictionary form, without capitals.
        type: None where no type applies.
    """

    lemma: str
    type: EventType | None


@dataclass(frozen=True, slots=True)
class Question:
    """
    A question in parts.

    Attributes:
        text: As it was asked.
        named: Names of people, bodies, places, in the order of the question.
        periods: Times.
        acts: What was done or is said to be so.
        words: Other words that carry the question, dictionary forms without capitals.
        speaks: Whether it asks for words of theirs: those named before the verb are to be the source.
        counted: What "how many" counts, its dictionary form; empty where it does not say or nothing is counted.
    """

    text: str
    asked: Asked
    named: tuple[Named, ...] = ()
    periods: tuple[Period, ...] = ()
    acts: tuple[Act, ...] = ()
    words: tuple[str, ...] = ()
    speaks: bool = False
    counted: str = ""

    @property
    def empty(self) -> bool:
        """Tell whether nothing in it can be looked for."""
        return not (self.named or self.periods or self.acts or self.words)
