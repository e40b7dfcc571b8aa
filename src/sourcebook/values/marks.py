"""What the reader of a text marks on it (the contract of ``sourcebook annotate``)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sourcebook.values.kinds import CueKind, EventType, Modality, NameKind, Polarity, Precision, Role, Tense, TimeKind
from sourcebook.values.producers import Producer
from sourcebook.values.spans import Span


@dataclass(frozen=True, slots=True)
class Token:
    """
    A syntactic word.

    Attributes:
        pos: Universal Dependencies v2 part of speech (UPOS).
        tag: Penn Treebank tag (XPOS), for tense and mood.
        head: Index of the governing token in ``Annotation.tokens``; a root's own index at the root.
        dep: Universal Dependencies v2 relation, subtypes allowed (``nsubj:pass``).
    """

    span: Span
    lemma: str
    pos: str
    tag: str
    head: int
    dep: str


@dataclass(frozen=True, slots=True, order=True)
class NameMark:
    """A named entity."""

    span: Span
    kind: NameKind


@dataclass(frozen=True, slots=True, order=True)
class MentionMark:
    """
    A name, noun phrase or pronoun that refers to an entity.

    Attributes:
        chain: Marks with one chain number refer to one entity; counted from 0 inside a report.
    """

    span: Span
    chain: int


@dataclass(frozen=True, slots=True)
class TimeMark:
    """
    A time expression and the interval of days that it tells.

    Attributes:
        value: TIMEX3 value, with ``X`` for what is unknown.
        earliest: First day that it can mean; None where it can't be anchored or is open.
        latest: Last day that it can mean, included.
        precision: How wide it is told.
        anchored: Whether the interval needed the day of publication (a relative expression).
        basis: Names the rule of the grammar that read it, and what it took from the context.
    """

    span: Span
    kind: TimeKind
    value: str
    earliest: date | None
    latest: date | None
    precision: Precision
    anchored: bool
    basis: str


@dataclass(frozen=True, slots=True)
class AttributionMark:
    """
    Who says what (PolNeAR's scheme).

    Attributes:
        source: Who says it; None where nobody is named ("it is reported").
        cue: The words that attribute; None where there are none.
        content: What is said, in one or more spans.
        parent: Index of the attribution in whose content this one stands; None at the outermost.
        cue_kind: What the cue does.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    parent: int | None
    cue_kind: CueKind


@dataclass(frozen=True, slots=True, order=True)
class RoleMark:
    """A part in an event. ``head`` is the index of the phrase's head token; ``why`` names the rule that linked it."""

    role: Role
    span: Span
    head: int
    why: str = ""


@dataclass(frozen=True, slots=True)
class EventMark:
    """
    A trigger and its parts.

    Attributes:
        span: The trigger's words (one token, or a light verb with its noun).
        head: Index of the trigger's main token.
        type: None where no type applies.
        score: The model's chance that the word tells an act of some type, 0..1, not calibrated.
        coded: What PLOVER's codebook calls the act in its mood: to meet tomorrow is AGREE; None where none applies.
    """

    span: Span
    head: int
    lemma: str
    type: EventType | None
    mode: str | None
    polarity: Polarity
    modality: Modality
    tense: Tense
    roles: tuple[RoleMark, ...]
    score: float = 0.0
    coded: EventType | None = None


@dataclass(frozen=True, slots=True)
class Annotation:
    """
    Everything marked on one text, each list in reading order.

    Attributes:
        report: The report's id.
        sentences: Not overlapping.
        attributions: Flat list; nesting is in ``parent``.
    """

    report: str
    producer: Producer
    sentences: tuple[Span, ...] = ()
    tokens: tuple[Token, ...] = ()
    names: tuple[NameMark, ...] = ()
    mentions: tuple[MentionMark, ...] = ()
    times: tuple[TimeMark, ...] = ()
    attributions: tuple[AttributionMark, ...] = ()
    events: tuple[EventMark, ...] = ()
