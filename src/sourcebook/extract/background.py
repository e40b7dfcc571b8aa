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


SPREADS = frozenset({"conj", "advcl", "nsubj", "obj"})
"""Relations up which a time is that of the governor, too: what is joined, what was then, what its event did."""

DEATHS = frozenset({"die", "death"})
"""Words of a life that make news."""


def with_background(reading: Reading, claims: dict[int, Claim], published: Published) -> dict[int, Claim]:
    """
    Return the claims with the report's history marked.

    History is what is dated long before the report's news or, where nobody knows when it was published, is told with
    its year below the lead; and what stands undated under dated predicates, or beside them, that are all history.
    """
    dated: dict[int, dict[int, bool]] = {}
    for index, claim in claims.items():
        leads = reading.tree.tokens[index].pos == "VERB" or reading.tree.dep(index) in ("obj", "nsubj")
        if leads and claim.time is not None and claim.time.span is not None and not _named_by(reading, claim):
            dated.setdefault(_sentence(reading, index), {})[index] = _old(reading, index, claim, published)
    marked = {}
    for index, claim in claims.items():
        told = claim.time is not None and claim.time.latest is not None
        beside = dated.get(_sentence(reading, index), {})
        around = [old for other, old in beside.items() if _reaches(reading, other, index)]
        old = _old(reading, index, claim, published) if told else bool(around) and all(around)
        past = claim.tense is Tense.PAST and claim.modality is Modality.ASSERTED
        aside = past and _bracketed(reading, index)
        life = claim.type is EventType.LIFE and claim.trigger.lemma.lower() not in DEATHS
        marked[index] = replace(claim, background=(old and past) or aside or life)
    return marked


def _named_by(reading: Reading, claim: Claim) -> bool:
    """Tell whether a year only names an event ("the 2016 election"): it dates nothing else in its sentence."""
    inside = reading.tokens_in(claim.time.span) if claim.time is not None and claim.time.span is not None else range(0)
    return any(
        reading.tree.tokens[one].head not in inside and reading.tree.dep(one) in ("compound", "nummod", "amod")
        for one in inside
    )


def _reaches(reading: Reading, dated: int, index: int) -> bool:
    """Tell whether the time of a predicate is that of another of its sentence that has none."""
    tree = reading.tree
    above = {index, *tree.above(index)}
    here = dated
    while here not in above:
        if tree.is_root(here) or tree.dep(here) not in SPREADS:
            return False
        here = tree.tokens[here].head
    return True


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
