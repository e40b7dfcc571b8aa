"""What a report takes back of an earlier one."""

from __future__ import annotations

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.judge.hearing import Hearing
from sourcebook.judge.versions import is_outdated
from sourcebook.values.claims import Claim

CORRECTING = frozenset({"correct", "corrected", "correcting", "correction", "revise", "revised", "update", "updated"})
"""Words by which a report says that it corrects a value."""


def replaces(book: Casebook, hearing: Hearing, new: Claim, old: Claim) -> str:
    """Return why a value of ``new`` takes the place of one of ``old``; empty where it does not."""
    if is_outdated(book, old) and not is_outdated(book, new) and not book.later(old, new):
        return "an earlier version of the report is corrected"
    if not book.later(new, old):
        return ""
    if hearing.voice(new) == hearing.voice(old):
        return "the same origin says otherwise later"
    same_outlet = book.outlet(new.report) == book.outlet(old.report) != ()
    if same_outlet and corrects(book, new):
        return "the later report of the outlet corrects it"
    return ""


def corrects(book: Casebook, claim: Claim) -> bool:
    """Tell whether a claim's words say that they correct something."""
    return not CORRECTING.isdisjoint(words_of(book.evidence(claim)))


def one_telling(book: Casebook, hearing: Hearing, claims: list[Claim]) -> bool:
    """
    Tell whether all claims are one origin's in one report.

    Nobody contradicts himself in one breath: what differs there is told of two things.
    """
    return len({(claim.report, hearing.voice(claim), is_outdated(book, claim)) for claim in claims}) == 1
