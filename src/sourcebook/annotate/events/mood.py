"""Polarity, modality and tense of an event, read off the words that govern it and stand beside it."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.annotate.events.clause import own_modality, own_polarity
from sourcebook.annotate.events.governing import governed
from sourcebook.annotate.events.tense import finite, tense_of
from sourcebook.text.trees import Tree, lemma_of, not_yet
from sourcebook.values.kinds import Modality, Polarity, Tense


@dataclass(frozen=True, slots=True)
class Mood:
    """How the text puts an event."""

    polarity: Polarity
    modality: Modality
    tense: Tense

    @property
    def plain(self) -> bool:
        """Tell whether the text says that it happened or happens: neither denied nor planned nor demanded."""
        return self.polarity is Polarity.POSITIVE and self.modality is Modality.ASSERTED


def mood_of(tree: Tree, carrier: int) -> Mood:
    """Return the mood of the event whose verb, or whose copular predicate, is the token ``carrier``."""
    if not_yet(tree, carrier) is not None:
        return Mood(Polarity.NEGATIVE, Modality.ASSERTED, Tense.PAST)
    polarity = own_polarity(tree, carrier)
    tense = tense_of(tree, carrier)
    modality = own_modality(tree, carrier, tense)
    if modality is Modality.ASSERTED:
        modality, flipped = governed(tree, carrier)
        if flipped:
            polarity = Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE
    coming = modality is Modality.PLANNED and tense is Tense.ONGOING
    wanted = modality in (Modality.PLANNED, Modality.PROMISED, Modality.DEMANDED) and not finite(tree, carrier)
    if coming or wanted:
        tense = Tense.FUTURE
    return Mood(polarity, modality, tense)


CANCELS = frozenset({"cancel", "scrap", "abandon", "avoid", "skip"})
"""Light verbs whose event noun did not come about."""
SCHEDULES = frozenset({"plan", "schedule", "arrange", "postpone", "offer", "seek", "propose"})
"""Light verbs whose event noun is still to come."""


def carried_mood(tree: Tree, carrier: int) -> Mood:
    """Return the mood of an event noun that the light verb ``carrier`` carries ("canceled the talks")."""
    mood = mood_of(tree, carrier)
    lemma = lemma_of(tree, carrier)
    if lemma in CANCELS:
        turned = Polarity.POSITIVE if mood.polarity is Polarity.NEGATIVE else Polarity.NEGATIVE
        return Mood(turned, mood.modality, mood.tense)
    if lemma in SCHEDULES and mood.modality is Modality.ASSERTED:
        return Mood(mood.polarity, Modality.PLANNED, Tense.FUTURE)
    return mood
