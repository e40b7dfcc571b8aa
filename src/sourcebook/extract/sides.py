"""Whom "the sides" are: the parties of the last meeting, deal or fight that the report told."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.extract.reading import Reading
from sourcebook.text.nouns import noun_class
from sourcebook.values.claims import Acting, Claim, Participant
from sourcebook.values.kinds import EventType, Role

COLLECTIVE = frozenset({"side", "party", "both", "two", "rival", "foe", "counterpart"})
"""Nouns that stand for all parties of something told before, where they are plural and name nobody themselves."""

BETWEEN = frozenset(
    {EventType.CONSULT, EventType.AGREE, EventType.COOPERATE, EventType.ASSAULT, EventType.REJECT, EventType.STATEMENT}
)
"""Types of what parties stand on two sides of."""


PAIR = 2
"""Those whom "both" counts."""


def with_sides(reading: Reading, claims: dict[int, Claim]) -> dict[int, Claim]:
    """Return the claims with the parties behind "the sides" added to those participants, on whose behalf they act."""
    found: dict[int, Claim] = {}
    parties: tuple[Acting, ...] = ()
    pair: tuple[Acting, ...] = ()
    for index, claim in sorted(claims.items()):
        participants = tuple(
            replace(one, of=pair if _paired(reading, one) else parties)
            if (pair and _paired(reading, one)) or (parties and _collective(reading, one))
            else one
            for one in claim.participants
        )
        found[index] = claim if participants == claim.participants else replace(claim, participants=participants)
        told = _parties(reading, claim)
        pair = next((one.of for one in claim.participants if len(one.of) == PAIR), pair)
        hears = claim.type is EventType.STATEMENT and any(one.role is Role.RECIPIENT for one in claim.participants)
        if claim.type in BETWEEN and not hears and len({one.local for one in told}) > 1:
            parties = told
    return found


def _paired(reading: Reading, one: Participant) -> bool:
    """Tell whether a participant is "both delegations", "the two teams": those of the two told of right before."""
    head = reading.top(one.span)
    if head is None or one.of or head in reading.name_at:
        return False
    tree = reading.tree
    both = any(tree.tokens[child].lemma.lower() in ("both", "two") for child in tree.of(head, "det", "nummod"))
    return both and tree.tokens[head].lemma.lower() in noun_class("group") | noun_class("organization")


def _collective(reading: Reading, one: Participant) -> bool:
    head = reading.top(one.span)
    if head is None or one.of or head in reading.name_at:
        return False
    token = reading.tree.tokens[head]
    plural = token.tag == "NNS" or token.pos in ("DET", "NUM", "PRON")
    counted = any("of" in reading.tree.cases(child) for child in reading.tree.of(head, "nmod"))
    return plural and not counted and token.lemma.lower() in COLLECTIVE


def _parties(reading: Reading, claim: Claim) -> tuple[Acting, ...]:
    """Return who stands behind a claim's participants: those that they act for, else they themselves."""
    found: dict[str, Acting] = {}
    for one in claim.participants:
        for acting in one.of or (Acting(one.span, one.local),):
            if acting.local is not None and not _collective(reading, one):
                found.setdefault(acting.local, acting)
    return tuple(found.values())
