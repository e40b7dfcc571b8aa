"""One report says one thing: claims, their parts and the chain that they came through."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date

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
from sourcebook.values.reports import Published
from sourcebook.values.spans import Span


@dataclass(frozen=True, slots=True)
class LocalEntity:
    """
    Somebody or something inside one report: a coreference chain with what the report calls it.

    Attributes:
        id: Unique in the story, made from the report and the first span.
        report: The report's id.
        name: Fullest proper name found; where there is none, the fullest description.
        named: Whether any mention is a proper name.
        names: Distinct proper-name forms, longest first.
        descriptions: Distinct noun phrases and titles used of it, without pronouns ("spokesman of …").
        spans: All mentions in reading order, pronouns too.
        name_spans: The mentions that are proper names.
    """

    id: str
    report: str
    kind: NameKind
    name: str
    named: bool
    names: tuple[str, ...]
    descriptions: tuple[str, ...]
    spans: tuple[Span, ...]
    name_spans: tuple[Span, ...]

    @staticmethod
    def identify(report: str, first: Span) -> str:
        """Return the id of the local entity whose first mention is ``first``."""
        return digest("local", report, str(first))


@dataclass(frozen=True, slots=True)
class Quantity:
    """
    A count or amount.

    Attributes:
        value: The number told, None where only bounds are ("dozens").
        low: At least this many; None where open.
        high: At most this many; None where open.
        unit: What is counted, in the text's words ("members", "people", "%").
    """

    value: float | None
    low: float | None
    high: float | None
    unit: str
    span: Span


@dataclass(frozen=True, slots=True)
class Acting:
    """On whose behalf somebody acts ("envoys from India": of India). ``local`` is a LocalEntity id or None."""

    span: Span
    local: str | None


@dataclass(frozen=True, slots=True)
class Participant:
    """
    Somebody's part in a claim.

    Attributes:
        role: actor, recipient or participant.
        span: The words in this clause ("he" stays "he").
        local: LocalEntity id; None where the phrase refers to nobody that the report names or describes.
        count: Where the text counts them.
    """

    role: Role
    span: Span
    local: str | None
    count: Quantity | None = None
    of: tuple[Acting, ...] = ()


@dataclass(frozen=True, slots=True)
class Where:
    """
    A claim's place.

    Attributes:
        basis: How it was found ("of the clause", "of the noun", "beside a part", "of the occasion").
        also: The other places of a list ("in Osk, Tarn and parts of Merenth").
    """

    span: Span
    local: str | None
    basis: str
    also: tuple[Acting, ...] = ()


@dataclass(frozen=True, slots=True)
class When:
    """
    A claim's time: an interval of days, both ends included.

    Attributes:
        span: The words; None where the time follows from the day of publication and the tense alone.
        anchor: What it was counted from.
        basis: Names the rule.
    """

    earliest: date | None
    latest: date | None
    precision: Precision
    span: Span | None
    anchor: Anchor
    basis: str


@dataclass(frozen=True, slots=True)
class Trigger:
    """The word that tells the act."""

    span: Span
    lemma: str


@dataclass(frozen=True, slots=True)
class ChainLink:
    """
    One step of who says so.

    Attributes:
        span: The source's words; None where the report has none.
        local: LocalEntity id of the source, pronouns and "this source" resolved; None where unknown.
        anonymous: Whether the source is not named, by its own or the report's wish.
        cue: The words that attribute.
    """

    span: Span | None
    local: str | None
    kind: LinkKind
    anonymous: bool
    cue: Span | None
    cue_kind: CueKind


class _Named:
    """Has room for an id that is made once: it is asked for many times, and takes a millisecond to make."""

    __slots__ = ("_made",)
    _made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(_Named):
    """
    One report says one thing.

    Attributes:
        report: The report's id.
        evidence: The words it rests on: the clause, then whatever else it took.
        attribution: The chain, outermost first; the report itself is the silent first link.
        quote: Whether the evidence stands inside quotation marks.
        background: Whether the report tells it as earlier history.
        confidence: In the machine's own reading, 0..1; not the standing of the claim.
        missing: Reasons for parts left empty ("recipient: none in the clause").
        first_id: Its id before a person corrected it, which it keeps; empty where nobody did.
    """

    report: str
    evidence: tuple[Span, ...]
    type: EventType
    trigger: Trigger
    polarity: Polarity
    modality: Modality
    tense: Tense
    mode: str | None = None
    participants: tuple[Participant, ...] = ()
    place: Where | None = None
    time: When | None = None
    quantities: tuple[Quantity, ...] = ()
    attribution: tuple[ChainLink, ...] = ()
    quote: bool = False
    background: bool = False
    confidence: float = 0.0
    missing: tuple[str, ...] = ()
    first_id: str = ""

    @property
    def id(self) -> str:
        """
        Made of every field but the confidence, so that a changed reading is another claim.

        A claim that a person corrected is the same claim still.
        """
        if self.first_id:
            return self.first_id
        try:
            return self._made
        except AttributeError:
            told = (one.name for one in fields(self) if one.name not in {"confidence", "first_id"})
            object.__setattr__(self, "_made", digest("claim", *(repr(getattr(self, name)) for name in told)))
            return self._made


@dataclass(frozen=True, slots=True)
class LocalFact:
    """
    A dated line of somebody's dossier, as one report tells it.

    Attributes:
        subject: LocalEntity id.
        relation: ``role``, ``affiliation``, ``born``, ``died``, ``parent``, ``child``, ``education``, ``founder``,
            ``based in``, ``whereabouts``, ``alias``, ``capital of``.
        value: The text's own words for it.
        object: LocalEntity id of the other side; None where there is none.
        claim: Id of the claim that it rests on.
    """

    subject: str
    relation: str
    value: str
    span: Span
    object: str | None
    time: When | None
    claim: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that one report says: ``published`` is inferred from the text where the report gives no day."""

    report: str
    published: Published
    entities: tuple[LocalEntity, ...]
    claims: tuple[Claim, ...]
    facts: tuple[LocalFact, ...]
