"""Which type an event has: the table first, the model where the table leaves it open or both sides tell otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate.events.lexicon import Sense
from sourcebook.annotate.events.pairing import PairScores
from sourcebook.annotate.events.triggers import Found
from sourcebook.annotate.events.weighing import NONE, root, weighed
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import EventType, Role
from sourcebook.values.marks import RoleMark

CERTAIN = 0.75
"""Probability from which the model may type what the table does not know. Chosen on the held-out tenth of PLV's
training part (`make evaluate`)."""
AGAINST = 0.9
"""
Probability from which the model may type by its two sides what the table leaves open or types otherwise.

Of the seventeen that it typed otherwise in the first sentences of ten political reports, from 0.75 on, one or two were
right; 0.9 costs nothing on PLV's held-out tenth, 0.95 does, and extra events fell from .103 to .081 (`make evaluate`).
"""
LIKELY = 0.5
"""Probability from which PLOVER's coding heeds the model where the table knows nothing; chosen as ``CERTAIN``."""
HEEDED = 0.3
"""Least share of the model's attention that must lie on an event's own words, from 0 to 1; chosen as ``CERTAIN``."""

YIELDS = {"YIELD": EventType.CONCEDE}
"""PLV's older root; RETREAT is told by the table alone."""


@dataclass(frozen=True, slots=True)
class EventScores:
    """
    What the model says of every token.

    Attributes:
        types: Shape (tokens, labels), float32: probabilities of the event types.
        labels: Names of the labels, PLOVER roots and ``NONE``.
        pairs: What it says of pairs; None where it is not asked.
        happened: Whether the word's event happened, -3 to 3. Shape (tokens,); None where it is not asked.
    """

    types: NDArray[np.float32]
    labels: tuple[str, ...]
    pairs: PairScores | None = None
    happened: NDArray[np.float32] | None = None


def typed(found: Found, scores: EventScores | None) -> tuple[Sense | None, float]:
    """Return the sense of a trigger by itself and the confidence in it, from 0 to 1, not calibrated."""
    if found.copula:
        return Sense(EventType.STATE, None), 0.6
    if scores is None:
        return (found.senses[0], 0.5) if found.senses else (None, 0.0)
    chances = {label: float(value) for label, value in zip(scores.labels, scores.types[found.index], strict=True)}
    if found.senses:
        if len({sense.type for sense in found.senses}) == 1:
            return found.senses[0], 0.9 if found.phrase else 0.7
        ranked = sorted(enumerate(found.senses), key=lambda one: (-_chance(chances, one[1].type), one[0]))
        return ranked[0][1], 0.6
    label, chance = max(chances.items(), key=lambda one: one[1])
    if label != NONE and chance >= CERTAIN and found.carrier is not None:
        return Sense(YIELDS.get(label) or EventType(label), None), chance
    return None, 0.0


def acting(scores: EventScores, index: int) -> float:
    """Return the model's chance that a word tells an act of some type, from 0 to 1, not calibrated."""
    return 1.0 - float(scores.types[index, scores.labels.index(NONE)])


def _chance(chances: dict[str, float], kind: EventType | None) -> float:
    if kind is None:
        return 0.0
    return chances.get(root(kind), chances.get(NONE, 0.0))


@dataclass(frozen=True, slots=True)
class Sides:
    """
    What the model says of an event's two sides.

    Attributes:
        chances: Of each label, from 0 to 1, not calibrated.
        heeded: Share of the model's attention that lies on the event's own words, from 0 to 1.
    """

    chances: dict[str, float]
    heeded: float


def sides(
    tree: Tree, found: Found, others: frozenset[int], roles: Sequence[RoleMark], scores: EventScores
) -> Sides | None:
    """
    Return what the model says of an event's two sides; None where it is not asked, or the event does not have two.

    Args:
        tree: The trees of the text.
        found: The trigger.
        others: The triggers of the text.
        roles: Who takes part.
        scores: What the model says.
    """
    pair = [_side(roles, *names) for names in ((Role.ACTOR,), (Role.RECIPIENT, Role.TOPIC))]
    if not all(pair):
        both = _side(roles, Role.PARTICIPANT)
        pair = [both[:1], both[1:2]]
    if scores.pairs is None or not all(pair):
        return None
    source, target = (_words(tree, side[0]) for side in pair)
    sentence = _sentence(tree, found.index)
    if found.index in {*source, *target}:
        return None
    chances, attention = scores.pairs.chances(source, target, sentence)
    own = [share for one, share in attention if _belongs(tree, one, found, others)]
    return Sides(dict(zip(scores.labels, map(float, chances), strict=True)), sum(own))


def between(found: Found, told: Sides, least: float = AGAINST) -> tuple[Sense, float] | None:
    """
    Return the sense that an event's two sides tell, and the confidence in it; None where they don't tell.

    One of the table's senses of that type is preferred, for its mode.

    Args:
        found: The trigger.
        told: What the model says of the sides.
        least: Least probability, from 0 to 1.
    """
    label, chance = max(told.chances.items(), key=lambda one: one[1])
    if label == NONE or chance < least or told.heeded < HEEDED:
        return None
    known = [sense for sense in found.senses if sense.type is not None and root(sense.type) == label]
    return (known[0] if known else Sense(YIELDS.get(label) or EventType(label), None)), chance


def code_of(found: Found, own: EventType | None, told: Sides) -> EventType | None:
    """Return an event's code, the table's own weighed with what the model says of the sides."""
    if own is None:
        sense = between(found, told, LIKELY)
        return None if sense is None else sense[0].type
    if not own.plover:
        return own
    label, _ = weighed(told.chances, [root(own)])
    return own if label == root(own) else YIELDS.get(label) or EventType(label)


def _side(roles: Sequence[RoleMark], *names: Role) -> list[RoleMark]:
    """Return the roles of these names, the order of the names and the text."""
    return sorted((one for one in roles if one.role in names), key=lambda one: (names.index(one.role), one.span))


def _words(tree: Tree, role: RoleMark) -> list[int]:
    """Return the tokens of a part."""
    return [one for one in tree.below(role.head) if role.span.overlaps(tree.tokens[one].span)]


def _sentence(tree: Tree, index: int) -> list[int]:
    *_, root = (index, *tree.above(index))
    return tree.below(root)


def _belongs(tree: Tree, index: int, found: Found, others: frozenset[int]) -> bool:
    """Tell whether a word is an event's own: no other trigger stands between them."""
    for one in (index, *tree.above(index)):
        if one in (found.index, found.carrier):
            return True
        if one in others:
            return False
    return False
