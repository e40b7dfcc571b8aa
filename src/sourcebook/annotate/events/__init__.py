"""Events: triggers with type, polarity, modality, tense and parts, for one text."""

from sourcebook.annotate.events.deciding import EventScores
from sourcebook.annotate.events.finding import find_events
from sourcebook.annotate.events.pairing import PairScores

__all__ = ["EventScores", "PairScores", "find_events"]
