"""How alike the words of two acts are, and whose words say little because a story tells many such acts."""

from __future__ import annotations

from sourcebook.link.acts import Act
from sourcebook.link.triggers import act_classes
from sourcebook.values.kinds import EventType

OFTEN = frozenset(
    {
        EventType.ACCUSE,
        EventType.AGREE,
        EventType.CONSULT,
        EventType.COOPERATE,
        EventType.REJECT,
        EventType.REQUEST,
        EventType.STATEMENT,
        EventType.SUPPORT,
        EventType.THREATEN,
        EventType.TRAVEL,
    }
)
FIGHTS = frozenset({"fight", "fighting", "skirmish", "combat"})
"""Lemmas of which one war holds many."""
ONCE = act_classes("charge") | act_classes("flee")
"""Synonym classes of acts that a report of one incident tells over and over, and mostly means the same."""


def recurs(act: Act) -> bool:
    """Tell whether a story tells many such acts; holding an office is one, being given it is not."""
    if act.type is EventType.OFFICE:
        return not act.groups
    return act.lemma in FIGHTS or (act.type in OFTEN and not act.groups & ONCE)


def often(one: Act, other: Act) -> bool:
    """Tell whether the two acts' words alone say little: both recur, or one is general."""
    return (recurs(one) and recurs(other)) or one.general or other.general


def acts_alike(one: Act, other: Act) -> float:
    """Return how alike two acts' triggers are, as ``act_likeness`` does, from what the acts hold ready."""
    if one.lemma == other.lemma:
        return 1.0
    if one.stem == other.stem:
        return 0.95
    return 0.7 if one.groups & other.groups else 0.0
