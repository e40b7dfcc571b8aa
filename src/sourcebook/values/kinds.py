"""The closed vocabularies of the record, in the field's own terms."""

from __future__ import annotations

from enum import StrEnum


class NameKind(StrEnum):
    """Kinds of entities."""

    PERSON = "person"
    ORGANIZATION = "organization"
    PLACE = "place"
    GROUP = "group"
    FACILITY = "facility"
    EVENT = "event"
    WORK = "work"
    OTHER = "other"


class EventType(StrEnum):
    """PLOVER's types (Halterman et al. 2023) and the record's own."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    STATEMENT = "STATEMENT"
    TRAVEL = "TRAVEL"
    CONTROL = "CONTROL"
    OFFICE = "OFFICE"
    FOUND = "FOUND"
    LIFE = "LIFE"
    STATE = "STATE"
    OTHER = "OTHER"

    @property
    def plover(self) -> bool:
        """Tell whether the type is one of PLOVER's, not the record's own."""
        return self not in OWN_TYPES


SYMMETRIC = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})
"""PLOVER types whose sides are alike: it matters who is there, not in which role."""

OWN_TYPES = frozenset(
    {
        EventType.STATEMENT,
        EventType.TRAVEL,
        EventType.CONTROL,
        EventType.OFFICE,
        EventType.FOUND,
        EventType.LIFE,
        EventType.STATE,
        EventType.OTHER,
    }
)


class Role(StrEnum):
    """What a participant is in an event; the last three only among annotation marks."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PARTICIPANT = "participant"
    PLACE = "place"
    TIME = "time"
    TOPIC = "topic"


class Polarity(StrEnum):
    """Whether it is said to be so or not to be so."""

    POSITIVE = "positive"
    NEGATIVE = "negative"


class Modality(StrEnum):
    """How the text puts an event."""

    ASSERTED = "asserted"
    POSSIBLE = "possible"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DEMANDED = "demanded"
    PROMISED = "promised"
    HYPOTHETICAL = "hypothetical"


class Tense(StrEnum):
    """When an event lies, seen from the report."""

    PAST = "past"
    ONGOING = "ongoing"
    FUTURE = "future"
    HABITUAL = "habitual"


class LinkKind(StrEnum):
    """What a link of an attribution chain is."""

    OUTLET = "outlet"
    AGENCY = "agency"
    OFFICIAL = "official"
    PARTY = "party"
    PERSON = "person"
    DOCUMENT = "document"
    SOCIAL = "social"
    UNKNOWN = "unknown"


class CueKind(StrEnum):
    """What a cue does with its content."""

    SAYS = "says"
    CONFIRMS = "confirms"
    DENIES = "denies"
    NEITHER = "neither"
    NO_COMMENT = "no-comment"
    NO_INFORMATION = "no-information"
    NO_RESPONSE = "no-response"
    PROMISES = "promises"
    DEMANDS = "demands"
    BELIEVES = "believes"
    SPECULATES = "speculates"
    ACCUSES = "accuses"
    RETRACTS = "retracts"


class TimeKind(StrEnum):
    """TIMEX3's kinds of time expressions, in the contract's spelling."""

    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    SET = "set"


class Precision(StrEnum):
    """How wide a time is told."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    RANGE = "range"
    OPEN = "open"


class Anchor(StrEnum):
    """What a time is counted from."""

    PUBLISHED = "published"
    TEXT = "text"
    EVENT = "event"


class Status(StrEnum):
    """What stands of an event, by the rules of ``judge``."""

    CONFIRMED = "confirmed"
    REPORTED = "reported"
    UNCONFIRMED = "unconfirmed"
    DENIED = "denied"
    DISPUTED = "disputed"
    PLANNED = "planned"
    CONDITIONAL = "conditional"
    DID_NOT_HAPPEN = "did-not-happen"


class Stance(StrEnum):
    """How a party answers a claim."""

    CONFIRMS = "confirms"
    DENIES = "denies"
    NEITHER = "neither"
    NO_COMMENT = "no-comment"
    NO_INFORMATION = "no-information"
    NO_RESPONSE = "no-response"
    RETRACTS = "retracts"


class ConflictField(StrEnum):
    """In what two claims disagree."""

    OUTCOME = "outcome"
    POLARITY = "polarity"
    NUMBER = "number"
    PLACE = "place"
    TIME = "time"
    PARTICIPANTS = "participants"
    ROLE = "role"
    NAME = "name"


class ConflictState(StrEnum):
    """Where a disagreement stands."""

    OPEN = "open"
    COMPATIBLE = "compatible"
    SUPERSEDED = "superseded"
    RESOLVED = "resolved"
