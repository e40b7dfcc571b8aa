"""What an earlier version of a report said."""

from __future__ import annotations

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.values.claims import Claim

_EARLIER = frozenset({"earlier", "previous", "original", "first"})


def is_outdated(book: Casebook, claim: Claim) -> bool:
    """Tell whether a claim is what "an earlier version" said."""
    for link in claim.attribution:
        words = frozenset(words_of(book.words(claim, link.span))) if link.span is not None else frozenset()
        if "version" in words and words & _EARLIER:
            return True
    return False
