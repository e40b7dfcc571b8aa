"""
Whether a line says only what its cited words say.

A line passes when every word of it stands in the words that it cites, save a closed list of joining words that hold
no name, number, date or place. Words that a reader takes together are compared together: neighbouring capitalized
words ("Ilda Marrow") and a number with what it counts ("7 members") must be neighbours in the cited words too.
The checker knows nothing of how lines are made.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

JOINING = frozenset(
    """
    a about according also an and another anonymously answer answered as asked at but by citing differs else for from
    in is it learned name naming number of on one's other others place report reported reporting reports role said same
    saying says so source sources statement tells that the their them then there these they this through time to told
    unnamed was were which who with without word words
    """.split()
)
"""
Words that a compiled line may hold though its cited words don't: articles, prepositions and what attributes in
general ("according to", "reports say so"). No negation, no modal, no name, number, month, weekday or place.
"""

_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_NUMBERS = {word: str(value) for value, word in enumerate(_UNITS.split())} | {
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "hundred": "100",
    "thousand": "1000",
    "million": "1000000",
    "billion": "1000000000",
    "dozen": "12",
    "half": "0.5",
}
_DATES = frozenset(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    morning evening afternoon noon midnight week weekend month year decade century spring summer autumn winter
    """.split()
)
_OPENERS = frozenset(
    """
    after although as because before both despite during even how if like now once since so though unless until what
    when where whereas whether while why yet
    """.split()
)
"""Words that are capitalized where a sentence begins and belong to no name."""

_WORD = regex.compile(r"\p{N}+(?:[.,:]\p{N}+)*|[\p{L}\p{M}\p{N}]+(?:[’'\-][\p{L}\p{M}\p{N}]+)*")
_POSSESSIVE = regex.compile(r"(?:[’']s|(?<=s)[’'])$")


@dataclass(frozen=True, slots=True)
class Fault:
    """
    One thing that a line says and its cited words don't.

    Attributes:
        word: As it stands in the line.
        why: ``name``, ``number``, ``date`` or ``word``; ``joined`` where the words stand in the cited words, but
            not together.
    """

    word: str
    why: str

    def __str__(self) -> str:
        if self.why == "joined":
            return f"the cited words do not put “{self.word}” together"
        return f"the {self.why} “{self.word}” is not in the cited words"


@dataclass(frozen=True, slots=True)
class _Word:
    shown: str
    plain: str
    capital: bool
    first: bool
    after: str

    @property
    def number(self) -> bool:
        return self.plain[:1].isnumeric() or self.plain in _NUMBERS.values()


def check(line: str, cited: Iterable[str], names: Iterable[str] = ()) -> tuple[Fault, ...]:
    """
    Return what ``line`` says beyond its cited words, in the order of the line; empty where it may be printed.

    Args:
        line: The sentence without citation numbers.
        cited: The words of every cited span.
        names: What else the citation itself shows: the names of the outlets cited.

    >>> check("7 members met in Orsk", ["seven members of it met in Orsk"])
    ()
    >>> [fault.why for fault in check("Ilda Marrow met 9 envoys", ["Ilda met seven envoys", "Marrow"])]
    ['joined', 'number']
    """
    passages = [_words(one) for one in (*cited, *names)]
    known = {word.plain for words in passages for word in words}
    pairs = {(one.plain, two.plain) for words in passages for one, two in pairwise(words)}
    faults = []
    words = _words(line)
    for place, word in enumerate(words):
        if word.plain not in known:
            if word.plain in JOINING and (word.first or not word.capital):
                continue
            faults.append(Fault(word.shown, _kind(word)))
            continue
        before = words[place - 1] if place else None
        if before is None or not before.after.isspace() or not _together(before, word, known):
            continue
        if (before.plain, word.plain) not in pairs:
            faults.append(Fault(f"{before.shown} {word.shown}", "joined"))
    return tuple(faults)


def _together(before: _Word, word: _Word, known: set[str]) -> bool:
    if before.plain not in known:
        return False
    if before.number and word.plain not in JOINING:
        return True
    begins = before.first and before.plain in _OPENERS
    return before.capital and word.capital and before.plain not in JOINING and not begins


def _kind(word: _Word) -> str:
    if word.number:
        return "number"
    if word.plain in _DATES or word.plain.rstrip("s") in _DATES:
        return "date"
    caseless = not any(sign.isupper() or sign.islower() for sign in word.shown)
    return "name" if word.capital or caseless else "word"


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[_Word, ...]:
    found = []
    first = True
    matches = list(_WORD.finditer(text))
    for place, match in enumerate(matches):
        shown = _POSSESSIVE.sub("", match.group())
        following = matches[place + 1].start() if place + 1 < len(matches) else len(text)
        after = text[match.start() + len(shown) : following]
        plain = unicodedata.normalize("NFKC", shown).casefold().replace("’", "'")
        plain = _NUMBERS.get(plain, plain).replace(",", "")
        capital = any(sign.isupper() for sign in shown)
        found.append(_Word(shown, plain, capital, first, after))
        first = any(sign in after for sign in '.!?;:“"')
    return tuple(found)
