"""How far a claim tells the act that a question asks about, and its sentence."""

from __future__ import annotations

from sourcebook.tell.index import Index
from sourcebook.text.stems import stem, stems
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import CueKind, EventType
from sourcebook.values.questions import Act

_SPECIFIC = frozenset(one for one in EventType if one.plover) | {EventType.TRAVEL, EventType.FOUND}
"""
Types that say what was done closely enough for one word to stand for another ("assassinated", "killed"). Life, office
and control hold opposites: to be born is not to die, to be appointed is not to resign.
"""

SAME_TYPE = 0.7
"""What an act of the same type counts, where its word is another one: an editorial choice, 0..1."""

_RELATED = 6
"""Letters that a verb and its noun begin with ("criticize", "criticism"), where the ending is more than a bending."""

_CUES = {
    CueKind.DENIES: "deny reject dismiss refute",
    CueKind.CONFIRMS: "confirm acknowledge admit",
    CueKind.PROMISES: "promise pledge vow",
    CueKind.ACCUSES: "accuse blame",
    CueKind.DEMANDS: "demand call urge ask",
    CueKind.NEITHER: "confirm deny",
    CueKind.NO_COMMENT: "comment decline",
    CueKind.NO_RESPONSE: "respond answer reply",
}
CUE_STEMS = {kind: frozenset(stem(one) for one in words.split()) for kind, words in _CUES.items()}
"""What a cue of a kind answers to, by stem."""

_SAYING = frozenset(
    "announce answer believe claim comment declare reply report respond say state tell think write".split()
)
"""Acts that any words of theirs are, where somebody's words are asked for."""


def act_told(found: Index, act: Act, claim: Claim, held: frozenset[str], *, speaks: bool) -> tuple[float, float]:
    """
    Return how far a claim tells an act, and how far its sentence does, 0..1 each.

    Args:
        found: The story.
        act: The one asked about.
        claim: Any.
        held: The stems of its sentence.
        speaks: Whether somebody's words are asked for.
    """
    asked = stem(act.lemma)
    own = stem(claim.trigger.lemma)
    if asked == own or asked in cues_of(found, claim):
        return 1.0, 1.0
    if _related(asked, own):
        return 0.9, 0.9
    if any(asked in CUE_STEMS.get(link.cue_kind, ()) for link in claim.attribution):
        return 0.9, 0.9
    if act.lemma in _SAYING and speaks and claim.attribution:
        return 0.8, 0.8
    same = act.type is not None and act.type is claim.type and act.type in _SPECIFIC
    return (SAME_TYPE if same else 0.0), (1.0 if any(asked == one or _related(asked, one) for one in held) else 0.0)


def cues_of(found: Index, claim: Claim) -> frozenset[str]:
    """Return the stems of the words by which a claim is put in somebody's mouth."""
    cues = (link.cue for link in claim.attribution if link.cue is not None)
    return frozenset(one for cue in cues for one in stems(found.words(claim.report, cue)))


def _related(one: str, other: str) -> bool:
    return len(one) > _RELATED and one[:_RELATED] == other[:_RELATED]
