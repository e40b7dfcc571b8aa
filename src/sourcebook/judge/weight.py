"""What one claim does for the event that it is about: holds it, plans it, denies it, or only answers."""

from __future__ import annotations

from enum import StrEnum

from sourcebook.values.claims import ChainLink, Claim
from sourcebook.values.kinds import CueKind, Modality, Polarity, Stance, Tense


class Weight(StrEnum):
    """The part that a claim plays in its event's standing."""

    HELD = "held"
    NEGATED = "negated"
    DENIED = "denied"
    PLAN_DENIED = "plan denied"
    PLANNED = "planned"
    PROMISED = "promised"
    REFUSED = "refused"
    CONDITIONAL = "conditional"
    DEMANDED = "demanded"
    POSSIBLE = "possible"
    RETRACTED = "retracted"
    ANSWER = "answer"


STANCES = {
    CueKind.CONFIRMS: Stance.CONFIRMS,
    CueKind.DENIES: Stance.DENIES,
    CueKind.NEITHER: Stance.NEITHER,
    CueKind.NO_COMMENT: Stance.NO_COMMENT,
    CueKind.NO_INFORMATION: Stance.NO_INFORMATION,
    CueKind.NO_RESPONSE: Stance.NO_RESPONSE,
    CueKind.RETRACTS: Stance.RETRACTS,
}
"""The cues that answer, each with the stance it takes."""

SILENT = frozenset({Stance.NEITHER, Stance.NO_COMMENT, Stance.NO_INFORMATION, Stance.NO_RESPONSE})
"""Answers that neither hold nor deny."""

_AHEAD = frozenset({Modality.PLANNED, Modality.PROMISED, Modality.CONDITIONAL, Modality.HYPOTHETICAL})

_BY_MODALITY = {
    Modality.PLANNED: Weight.PLANNED,
    Modality.PROMISED: Weight.PROMISED,
    Modality.CONDITIONAL: Weight.CONDITIONAL,
    Modality.HYPOTHETICAL: Weight.CONDITIONAL,
    Modality.DEMANDED: Weight.DEMANDED,
    Modality.POSSIBLE: Weight.POSSIBLE,
}

_BY_CUE = {
    CueKind.BELIEVES: Weight.POSSIBLE,
    CueKind.SPECULATES: Weight.POSSIBLE,
    CueKind.PROMISES: Weight.PROMISED,
    CueKind.DEMANDS: Weight.DEMANDED,
}


def answer(claim: Claim) -> tuple[ChainLink, Stance] | None:
    """
    Return the innermost link that answers, and its stance; None where the claim is no answer.

    Whoever speaks on in his own voice further in ("He confirmed …; he said …") says that, and doesn't answer with it.
    """
    speakers: set[str] = set()
    for link in reversed(claim.attribution):
        stance = STANCES.get(link.cue_kind)
        if stance is not None and link.local not in speakers:
            return link, stance
        if link.local is not None:
            speakers.add(link.local)
    return None


def bare(claim: Claim) -> bool:
    """Tell whether a claim is only the act of answering: its trigger is the very cue ("declined to comment")."""
    answered = answer(claim)
    return answered is not None and answered[0].cue is not None and answered[0].cue.overlaps(claim.trigger.span)


def bare_weight(claim: Claim, *, ahead: bool) -> Weight:
    """Return what an answer without content weighs for the event that it answers; ``ahead``: that is a plan."""
    answered = answer(claim)
    stance = None if answered is None else answered[1]
    if stance is Stance.CONFIRMS:
        return Weight.PLANNED if ahead else Weight.HELD
    if stance is Stance.DENIES:
        return Weight.PLAN_DENIED if ahead else Weight.DENIED
    return Weight.RETRACTED if stance is Stance.RETRACTS else Weight.ANSWER


def weigh(claim: Claim) -> Weight:
    """
    Return the part that a claim plays. The machine's confidence in its reading plays none.

    An answer without a content of its own weighs nothing where it stands; ``bare_weight`` says what it weighs for the
    event that it answers. A future that is simply told ("opens on Monday") weighs as a plan; what somebody believes
    weighs as possible.
    """
    answered = answer(claim)
    if answered is not None:
        stance = answered[1]
        if bare(claim):
            return Weight.ANSWER
        if stance is Stance.RETRACTS:
            return Weight.RETRACTED
        if stance is Stance.DENIES:
            ahead = claim.modality in _AHEAD or claim.tense is Tense.FUTURE
            return Weight.PLAN_DENIED if ahead else Weight.DENIED
        if stance in SILENT:
            return Weight.ANSWER
    negative = claim.polarity is Polarity.NEGATIVE
    ahead = claim.modality in {Modality.PLANNED, Modality.PROMISED}
    ahead = ahead or (claim.modality is Modality.ASSERTED and claim.tense is Tense.FUTURE)
    if ahead and negative:
        return Weight.REFUSED
    if claim.modality in _BY_MODALITY:
        return _BY_MODALITY[claim.modality]
    if claim.attribution and claim.attribution[-1].cue_kind in _BY_CUE:
        return _BY_CUE[claim.attribution[-1].cue_kind]
    if ahead:
        return Weight.PLANNED
    return Weight.NEGATED if negative else Weight.HELD
