"""What a report tells as earlier history, apart from its news."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.extract.reading import Reading
from sourcebook.extract.whenwhere import is_history, looks_back
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import EventType, Modality, Tense
from sourcebook.values.reports import Basis, Published

LEAD = 2
"""Sentences at the top of a report that tell its news, whatever year they name. Our own choice."""


def with_background(reading: Reading, claims: dict[int, Claim], published: Published) -> dict[int, Claim]:
    """
    Return the claims with the report's history marked.

    History is what is dated long before the report's news or, where nobody knows when it was published, is told with
    its year below the lead; and what stands undated in a sentence whose dated predicates are all history.
    """
    dated: dict[int, list[bool]] = {}
    for index, claim in claims.items():
        leads = reading.tree.tokens[index].pos == "VERB" or reading.tree.dep(index) in ("obj", "nsubj")
        if leads and claim.time is not None and claim.time.latest is not None:
            dated.setdefault(_sentence(reading, index), []).append(_old(reading, index, claim, published))
    marked = {}
    for index, claim in claims.items():
        told = claim.time is not None and claim.time.latest is not None
        around = dated.get(_sentence(reading, index), [])
        old = _old(reading, index, claim, published) if told else bool(around) and all(around)
        past = claim.tense is Tense.PAST and claim.modality is Modality.ASSERTED
        aside = past and _bracketed(reading, index)
        marked[index] = replace(claim, background=(old and past) or aside or claim.type is EventType.LIFE)
    return marked


def _bracketed(reading: Reading, index: int) -> bool:
    """Tell whether a participle is told in brackets, beside the news ("the League (banned in Osk)")."""
    token = reading.tree.tokens[index]
    return token.tag == "VBN" and reading.text[: token.span.start].endswith("(")


def _old(reading: Reading, index: int, claim: Claim, published: Published) -> bool:
    if is_history(claim.time, published.latest or published.earliest):
        return True
    known = published.basis not in (Basis.UNKNOWN, Basis.INFERRED)
    if known or claim.time is None or claim.time.span is None or _sentence(reading, index) < LEAD:
        return False
    return looks_back(claim.time, reading.words(claim.time.span))


def _sentence(reading: Reading, index: int) -> int:
    return reading.sentence_number(reading.tree.tokens[index].span.start)
