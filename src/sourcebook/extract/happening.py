"""Acts told by a noun that something else says of whether they happen: "the talks did not take place"."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from sourcebook.extract.reading import Reading
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import Modality, Polarity, Role

_HAPPENING = frozenset({"happen", "occur", "materialize", "materialise", "transpire"})
"""Verbs that say of an act only that it is."""
_PLACE = "take"
"""The one that needs a noun beside it, "place"."""


def with_happening(reading: Reading, claims: Mapping[int, Claim]) -> dict[int, Claim]:
    """
    Return the claims, each noun of an act with the polarity, modality and tense of the verb that says whether it is.

    A time that only the verb's clause tells is the act's too. What "any" stands before ("no word of any talks") is not
    said to be. Claims are by the token of their trigger.
    """
    found = {head: _loose(reading, head, claim) for head, claim in claims.items()}
    for carrier in claims.values():
        firm = carrier.polarity is Polarity.POSITIVE and carrier.modality is Modality.ASSERTED
        if firm or not _happens(reading, carrier):
            continue
        spans = [one.span for one in carrier.participants if one.role is Role.ACTOR]
        for head, claim in list(found.items()):
            told = reading.tree.tokens[head].pos == "NOUN" and any(span.holds(claim.trigger.span) for span in spans)
            if told and claim.trigger != carrier.trigger:
                found[head] = replace(
                    claim,
                    polarity=carrier.polarity,
                    modality=carrier.modality,
                    tense=carrier.tense,
                    time=claim.time if claim.time is not None and claim.time.span is not None else carrier.time,
                )
    return found


def _loose(reading: Reading, head: int, claim: Claim) -> Claim:
    before = reading.report.text[: claim.trigger.span.start][-20:].rsplit(maxsplit=1)
    noun = reading.tree.tokens[head].pos == "NOUN" and claim.modality is Modality.ASSERTED
    return replace(claim, modality=Modality.POSSIBLE) if noun and before and before[-1].lower() == "any" else claim


def _happens(reading: Reading, claim: Claim) -> bool:
    if claim.trigger.lemma in _HAPPENING:
        return True
    after = reading.report.text[claim.trigger.span.end :].split(maxsplit=1)
    return claim.trigger.lemma == _PLACE and bool(after) and after[0].strip(".,;:!?”’\"'") == "place"
