"""Whether two names can be one: names of persons part by part, acronyms by their letters."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import DamerauLevenshtein

TITLES = frozenset(
    "mr mrs ms miss dr prof professor president vice prime minister premier chancellor king queen prince "
    "princess sheikh sheik mullah mawlawi maulvi mawlavi maulana imam ayatollah general gen lieutenant lt "
    "colonel col major maj captain capt commander cmdr admiral adm sergeant sgt senator sen representative rep "
    "congressman congresswoman governor gov mayor judge justice ambassador secretary sir lord lady dame pope "
    "bishop archbishop cardinal rabbi reverend rev father brother sister comrade chairman chairwoman spokesman "
    "spokeswoman director chief deputy former late st saint hon engineer ustad haji qari amir emir sultan "
    "marshal brigadier the".split()
)
"""Words before a name that are not part of it."""
SUFFIXES = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
SMALL = frozenset(
    {"of", "the", "and", "for", "in", "on", "to", "a", "an", "'s", "’s", "-", "&", "de", "la", "du", "des"}
)
"""Words that an acronym may leave out."""
JUNIOR = "jr"
"""Last part of a name that the text tells to be a son's who bears his father's name."""


def bare(words: Sequence[str]) -> tuple[str, ...]:
    """
    Return the parts of a person's name in lower case, without titles, signs and ranks.

    >>> bare(("Gen.", "Omar", "Haidari"))
    ('omar', 'haidari')
    """
    parts = [word.lower().rstrip(".") for word in words if any(letter.isalpha() for letter in word)]
    kept = [part for part in parts if part not in TITLES and part not in SUFFIXES and part not in {"'s", "’s"}]
    return tuple(kept or parts)


def alike(one: str, other: str) -> bool:
    """Tell whether two words are spellings of one name: equal, or a letter or two apart in a long one."""
    if one == other:
        return True
    shorter = min(len(one), len(other))
    if shorter < 5 or one[0] != other[0]:
        return False
    return DamerauLevenshtein.distance(one, other, score_cutoff=2) <= (2 if shorter >= 8 else 1)


def same_person(one: Sequence[str], other: Sequence[str]) -> bool | None:
    """
    Tell whether two persons' names are one name (True), cannot be (False), or may be (None: a part of the other).

    Two full names are one only if all parts agree, initials aside: a father and a son share a surname. A name that
    ends in ``JUNIOR`` is never one with a name that doesn't.

    >>> same_person(("ahmad", "karim"), ("ahmad", "omar", "karim"))
    False
    >>> same_person(("ahmad", "karim"), ("ahmad", "karim", "jr"))
    False
    >>> print(same_person(("karim",), ("ahmad", "karim")))
    None
    """
    if not one or not other:
        return None
    if (one[-1] == JUNIOR) is not (other[-1] == JUNIOR) or (JUNIOR,) in (tuple(one), tuple(other)):
        return False
    if one[-1] == JUNIOR:
        return same_person(one[:-1], other[:-1])
    short, full = sorted((tuple(one), tuple(other)), key=len)
    if len(short) == len(full):
        return all(alike(a, b) or _initial(a, b) for a, b in zip(short, full, strict=True))
    if len(short) == 1:
        return None if alike(short[0], full[-1]) or alike(short[0], full[0]) else False
    inner = [part for part in full[1:-1] if len(part) > 1]
    return not inner and alike(short[-1], full[-1]) and (alike(short[0], full[0]) or _initial(short[0], full[0]))


def _initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def acronym_of(short: str, words: Sequence[str]) -> bool:
    """
    Tell whether a word is made of the first letters of others.

    >>> acronym_of("NRF", ("National", "Resistance", "Front"))
    True
    """
    letters = short.replace(".", "")
    if len(letters) < 2 or not letters.isupper():
        return False
    every = "".join(word[0] for word in words if word[0].isalpha())
    great = "".join(word[0] for word in words if word[0].isalpha() and word.lower() not in SMALL)
    capitals = "".join(letter for word in words for letter in word if letter.isupper())
    return letters.lower() in {every.lower(), great.lower(), capitals.lower()}


def same_thing(one: Sequence[str], other: Sequence[str]) -> bool:
    """
    Tell whether two names of organizations, places or others are one: equal but for articles, or one an acronym.

    >>> same_thing(("the", "Harbor", "Board"), ("Harbor", "Board"))
    True
    """
    first, second = (tuple(word.lower() for word in name if word.lower() not in SMALL) for name in (one, other))
    if first == second:
        return bool(first) or tuple(one) == tuple(other)
    if len(first) == len(second) and first and all(alike(a, b) for a, b in zip(first, second, strict=True)):
        return True
    if len(one) == 1:
        return acronym_of(one[0], other)
    return len(other) == 1 and acronym_of(other[0], one)
