"""Words cut down to what their forms share, for comparing a question with a report; no dictionary forms."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

import regex

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_ENDINGS = ("ingly", "edly", "ings", "ing", "ied", "ies", "ed", "es", "s", "ly")
_LEAST = 3
"""Letters that stay at least."""

_KEPT_DOUBLE = frozenset("lsz")


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """
    Return a word without case, accents and the endings of English verbs and nouns.

    >>> {stem(one) for one in ("release", "releases", "released", "releasing")}
    {'releas'}
    >>> stem("stopped") == stem("stop"), stem("killing") == stem("kill"), stem("city") == stem("cities")
    (True, True, True)
    """
    plain = "".join(one for one in unicodedata.normalize("NFKD", word.casefold()) if not unicodedata.combining(one))
    for ending in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST and not plain.endswith("ss"):
            cut = plain[: -len(ending)]
            if ending in {"ied", "ies"}:
                cut += "y"
            elif ending not in {"s", "es"} and cut[-1] == cut[-2] and cut[-1] not in _KEPT_DOUBLE:
                cut = cut[:-1]
            plain = cut
            break
    if len(plain) > _LEAST and plain.endswith("e"):
        plain = plain[:-1]
    return plain[:-1] + "i" if len(plain) > _LEAST and plain.endswith("y") else plain


def stems(text: str) -> tuple[str, ...]:
    """
    Return the stems of a text's words in reading order.

    >>> stems("The envoys met.")
    ('the', 'envoi', 'met')
    """
    return tuple(stem(one) for one in _WORD.findall(text))
