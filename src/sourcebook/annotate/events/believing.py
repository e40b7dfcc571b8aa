"""Whether an act happened, where the words leave that open: the model tells, the grammar names what it is instead."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.annotate.events.clause import commanded, own_modality
from sourcebook.annotate.events.governing import attempted, goes_on, implied, means
from sourcebook.annotate.events.mood import Mood
from sourcebook.annotate.events.tense import finite, imperative, progressive, tense_of
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import Modality, Polarity, Tense

DOUBTED = -0.5
"""
Below this score of the model, from -3 to 3, an act that no word puts in doubt did not happen, or not yet. The middle of
the scale is 0. Chosen with UDS-IH2's dev part in view: one in ten of the acts below it was judged to have happened
(over 1).
"""
OPEN = 0.5
"""Below this score, an act that only a bare participle or infinitive tells is left open: it is possible. The middle of
the scale reaches as far from 0 to either side. It loses nothing against 1, chosen on UDS-IH2's train part."""
HELD = 1.5
"""From this score on an infinitive happened that is only a purpose or a plan as the words have it. Half the way to
certain; from 0.5 to 1.5 UDS-IH2's train part does not tell the difference (r within .003)."""


def believed(tree: Tree, carrier: int, mood: Mood, score: float) -> Mood:
    """
    Return the mood of a verb's act as the model holds it.

    A word of the verb's own clause ("will", "may", "if", "not") holds whatever the model says.

    Args:
        tree: The trees of the text.
        carrier: The verb.
        mood: What the grammar tells.
        score: Whether the act happened, as the model has it, -3 to 3.
    """
    if mood.polarity is Polarity.POSITIVE and score >= HELD and _yields(tree, carrier, mood.modality):
        return Mood(Polarity.POSITIVE, Modality.ASSERTED, tense_of(tree, carrier))
    if score >= HELD and mood.modality is Modality.DEMANDED and commanded(tree, carrier):
        return Mood(mood.polarity, Modality.ASSERTED, tense_of(tree, carrier))
    return doubted(tree, carrier, mood, score)


def doubted(tree: Tree, carrier: int, mood: Mood, score: float) -> Mood:
    """Return the mood of what a verb tells or carries, no longer asserted where the model holds that it is not so."""
    if mood.modality is not Modality.ASSERTED or means(tree, carrier) or goes_on(tree, carrier):
        return mood
    if score < DOUBTED:
        if imperative(tree, carrier):
            return Mood(mood.polarity, Modality.DEMANDED, Tense.FUTURE)
        if progressive(tree, carrier):
            return Mood(mood.polarity, Modality.PLANNED, Tense.FUTURE)
        return replace(mood, modality=Modality.HYPOTHETICAL) if mood.plain else mood
    if _went_before(tree, carrier) or implied(tree, carrier):
        return mood
    bare = not finite(tree, carrier) and tree.first(carrier, "nsubj") is None
    return replace(mood, modality=Modality.POSSIBLE) if mood.plain and bare and score < OPEN else mood


def _went_before(tree: Tree, carrier: int) -> bool:
    """Tell whether a participle is what somebody did next ("spoke to the clerk before leaving")."""
    before = any(tree.tokens[one].lemma.lower() == "before" for one in tree.of(carrier, "mark", "case"))
    return before and tree.tokens[carrier].tag == "VBG" and tense_of(tree, tree.tokens[carrier].head) is Tense.PAST


def _yields(tree: Tree, carrier: int, modality: Modality) -> bool:
    """Tell whether a modality is only that of a governor or of "would", and says nothing against what happened."""
    own = own_modality(tree, carrier, tense_of(tree, carrier))
    if own is Modality.HYPOTHETICAL:
        return True
    if own is not Modality.ASSERTED or attempted(tree, carrier):
        return False
    return modality in (Modality.PLANNED, Modality.HYPOTHETICAL)
