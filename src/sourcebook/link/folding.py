"""One written form for many spellings: folded words, and the skeleton that transliterations share."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import regex
from rapidfuzz.distance import DamerauLevenshtein
from rigour.text.translit import maybe_ascii

_CACHE = 65_536
"""Words kept folded. A story of 5,000 reports has some 30,000 different name words."""

_POSSESSIVE = re.compile(r"['’`´]s?(?=\s|$)", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’‘`´ʻʼʿʾ]")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_NOT_WORD = regex.compile(r"[^\p{L}\p{M}\p{N}]+")
_DIGIT_AS_LETTER = {"0": "o", "1": "l", "3": "e", "5": "s", "9": "g"}

_VARIANTS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"tsch|tch", "ch"),
        (r"shch|sch", "sh"),
        (r"ph", "f"),
        (r"kh|gh|q|ck|c(?=[^hiey]|$)", "k"),
        (r"zh|dj|dzh|j(?=[iye])", "j"),
        (r"th(?=m)", "t"),
        (r"w", "v"),
        (r"x", "ks"),
        (r"ff$", "v"),
        (r"ou|oo|u", "u"),
        (r"ee|ea|ie(?=[nv])|iy|yy|yj|ij|yi|y|i", "i"),
        (r"ae|ei", "ai"),
        (r"aa", "a"),
        (r"(?<=[aeiou])h$", ""),
        (r"i+$", "i"),
        (r"(.)\1+", r"\1"),
    )
)
"""Spellings of one sound in English transliterations of Arabic, Persian, Cyrillic and Germanic names, in order.

Taken from the romanization tables of BGN/PCGN and ALA-LC, where they differ for one letter.
"""

_VOWELS = re.compile(r"[aeiou]+")


@lru_cache(_CACHE)
def fold(text: str) -> str:
    """
    Return ``text`` in lower case, Latin where its script has a letter-by-letter form, without accents or stops.

    Arabic, Hebrew, Chinese and the like stay in their own script: they leave out vowels or meanings, and a guess
    could join two people.

    >>> fold("Gülşen  al-Şahin’s")
    'gulsen al sahin'
    >>> fold("U.S. Navy")
    'us navy'
    """
    plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), unicodedata.normalize("NFKC", text))
    plain = _POSSESSIVE.sub("", plain)
    plain = plain if plain.isascii() else maybe_ascii(plain) or plain
    plain = _APOSTROPHE.sub("", plain).casefold()
    return " ".join(_NOT_WORD.sub(" ", _strip_marks(plain)).split())


def _strip_marks(text: str) -> str:
    """Drop accents on Latin letters; combining vowels of other scripts stay, they tell names apart."""
    if text.isascii():
        return text
    apart = unicodedata.normalize("NFD", text)
    kept: list[str] = []
    for letter in apart:
        if unicodedata.combining(letter) and kept and kept[-1].isascii():
            continue
        kept.append(letter)
    return unicodedata.normalize("NFC", "".join(kept))


@lru_cache(_CACHE)
def skeleton(word: str) -> str:
    """
    Return the form that usual transliterations of one folded word share.

    >>> skeleton("mansoor") == skeleton("mansour")
    True
    >>> skeleton("petroff") == skeleton("petrov")
    True
    """
    found = "".join(_DIGIT_AS_LETTER.get(letter, letter) for letter in word) if not word.isdigit() else word
    for pattern, to in _VARIANTS:
        found = pattern.sub(to, found)
    return found


@lru_cache(_CACHE)
def consonants(word: str) -> str:
    """
    Return the skeleton with every run of vowels as one mark, for spellings that differ in vowels alone.

    >>> consonants("muhammad") == consonants("mohammed")
    True
    """
    return _VOWELS.sub("a", skeleton(word))


@lru_cache(_CACHE * 4)
def likeness(first: str, second: str) -> float:
    """
    Return how alike two folded words are, 0..1, not calibrated: 1 equal, from .9 variants, below that misspellings.

    The steps were chosen on the development half of the name pairs (``python -m evaluation.linking names``).

    >>> likeness("mansoor", "mansour")
    0.97
    >>> likeness("anna", "omar")
    0.0
    """
    if first == second:
        return 1.0
    if skeleton(first) == skeleton(second):
        return 0.97
    shortest = min(len(first), len(second))
    if shortest > 2 and consonants(first) == consonants(second) and len(consonants(first)) > 4:
        return 0.92
    if shortest < 3 or first.isdigit() or second.isdigit():
        return 0.0
    edits = DamerauLevenshtein.distance(first, second)
    loose = DamerauLevenshtein.distance(skeleton(first), skeleton(second))
    cost = min(edits, loose + 0.25)
    allowed = 1.0 if shortest < 5 else 1.5 if shortest < 7 else 2.25 if shortest < 11 else 3.25
    return 0.0 if cost > allowed else round(max(0.0, 0.9 - 0.16 * cost * (5 / (shortest + 1)) ** 0.5), 4)
