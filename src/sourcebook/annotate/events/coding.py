"""What PLOVER's codebook calls an act in its mood, where the record keeps act and mood apart."""

from __future__ import annotations

from sourcebook.annotate.events.mood import Mood
from sourcebook.values.kinds import EventType, Modality, Polarity, Tense

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
