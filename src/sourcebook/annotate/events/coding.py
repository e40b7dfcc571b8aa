"""What PLOVER's codebook calls an act in its mood, where the record keeps act and mood apart."""

from __future__ import annotations

from collections.abc import Mapping

from sourcebook.annotate.events.mood import Mood
from sourcebook.annotate.events.roles import OWNED
from sourcebook.values.kinds import SYMMETRIC, EventType, Modality, Polarity, Role, Tense
from sourcebook.values.marks import EventMark
from sourcebook.values.spans import Span

FRIENDLY = frozenset(
    {
        EventType.AGREE, EventType.CONSULT, EventType.SUPPORT, EventType.CONCEDE, EventType.COOPERATE, EventType.AID,
        EventType.RETREAT,
    }
)  # fmt: skip
"""Acts of cooperation, in words and in deeds."""
HOSTILE = frozenset({EventType.PROTEST, EventType.SANCTION, EventType.MOBILIZE, EventType.COERCE, EventType.ASSAULT})
"""Deeds of conflict."""
INTENDED = frozenset({Modality.PLANNED, Modality.PROMISED})
FINISHED = frozenset(
    "agreement deal pact treaty accord memorandum compromise settlement consensus understanding contract".split()
)
"""Nouns of what has been agreed: signed, ratified or reached, it is SUPPORT; AGREE is the will to."""


def coded(kind: EventType | None, mood: Mood, lemma: str) -> EventType | None:
    """
    Return the type that the codebook gives an act told in this mood.

    Cooperation still to come is AGREE, cooperation refused or not come about REJECT, a deed of conflict announced
    THREATEN, an agreement made SUPPORT (Halterman et al. 2023, definitions of these types).

    >>> str(coded(EventType.CONSULT, Mood(Polarity.POSITIVE, Modality.PLANNED, Tense.FUTURE), "meet"))
    'AGREE'
    """
    denied = mood.polarity is Polarity.NEGATIVE
    willing = mood.modality in INTENDED or (mood.modality is Modality.POSSIBLE and mood.tense is not Tense.PAST)
    if kind in FRIENDLY:
        if denied:
            return EventType.REJECT if willing or mood.modality is Modality.ASSERTED else kind
        if kind is EventType.AGREE:
            return EventType.SUPPORT if mood.plain and lemma in FINISHED else kind
        return EventType.AGREE if willing else kind
    if kind in HOSTILE and not denied and mood.modality in INTENDED | {Modality.HYPOTHETICAL}:
        return EventType.THREATEN
    return kind


def coded_roles(event: EventMark, bearers: Mapping[Span, Span]) -> list[tuple[Role, Span]]:
    """
    Return an event's roles as coders fill them.

    The recipient of an act may be a thing or a place here, where nobody is; the record's is always somebody.

    Args:
        event: The event.
        bearers: Where the name stands that a mention stands for: its part is told there.
    """
    people = {one.role for one in event.roles if not one.why.endswith(OWNED)}
    alone = event.coded is not None and event.coded.plover and not people & {Role.RECIPIENT, Role.PARTICIPANT}
    told = [(Role.RECIPIENT if alone and one.role is Role.TOPIC else one.role, one.span) for one in event.roles]
    told += [(Role.RECIPIENT, one.span) for one in event.roles if alone and one.role is Role.PLACE]
    return [(role, bearers.get(span, span)) for role, span in told]


def sides_held(
    event: EventMark, source: Span | None, target: Span | None, bearers: Mapping[Span, Span]
) -> tuple[bool, bool]:
    """
    Tell of two sides whether an event's roles hold the one as who acts and the other as who is acted upon.

    In a symmetric act either may be either; a side that is not named is held by every event.
    """
    acts, undergoes = {Role.ACTOR, Role.PARTICIPANT}, {Role.RECIPIENT, Role.PARTICIPANT}
    if event.coded in SYMMETRIC:
        acts = undergoes = acts | undergoes
    told = coded_roles(event, bearers)
    first, second = (
        {
            place
            for place, (role, span) in enumerate(told)
            if side is not None and role in wanted and span.overlaps(side)
        }
        for side, wanted in ((source, acts), (target, undergoes))
    )
    if source is None or target is None:
        return source is None or bool(first), target is None or bool(second)
    if first == second and len(first) == 1:
        return True, False
    return bool(first), bool(second)
