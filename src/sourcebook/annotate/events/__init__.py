"""Events: triggers with type, polarity, modality, tense and parts, for one text."""

from sourcebook.annotate.events.finding import EventScores, find_events

__all__ = ["EventScores", "find_events"]
