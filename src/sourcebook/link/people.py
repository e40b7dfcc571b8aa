"""Names of people: their parts, and whether two of them can name one person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rigour.names import remove_person_prefixes

from sourcebook.link.countries import country_named, people_named
from sourcebook.link.folding import fold, likeness
from sourcebook.link.nicknames import SHORT_FORMS
from sourcebook.link.verdicts import Likeness, Verdict
from sourcebook.text.nouns import noun_class

TITLES = noun_class("title") | frozenset(
    """miss sir dame lord lady rev reverend father sister brother hon honorable honourable king queen prince princess
    emir sultan sheikh shaikh sheik imam ayatollah mullah maulvi mawlawi mawlana qari haji hajji pope cardinal
    archbishop bishop rabbi first mufti sardar ustad""".split()
)
"""Words in front of a name that are no part of it (``rigour`` strips more, in other languages)."""

_OFFICES = frozenset(
    """president chairman chairwoman chairperson chair minister secretary director senator governor chancellor spokesman
    spokeswoman ambassador commissioner congressman congresswoman representative""".split()
)
"""Those that are nobody's name: what stands before them is no part of one either ("ABN Director Ana Ruiz")."""

PARTICLES = frozenset(
    """al el ul ur as ad ar an ash bin ibn ben bint bint van von der den ter ten de da do dos das di del della du la le
    los las st ould wuld abu umm o""".split()
)
"""Words inside names that are written, left out or joined to their neighbor without making another name."""

_SERVANT = frozenset({"abd", "abdul", "abdel", "abdal", "abdol", "abdur", "abdus"})
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "junior", "senior"})
_NUMBERED = frozenset({"", "iii", "iv"})
"""Suffixes that are written or left out of one person's name: a third is seldom told of together with a first."""
_TAIL = frozenset({"sa", "phd", "md", "mp", "esq", "obe", "mbe", "kcb", "cbe", "frs", "qc", "kc", "mep"})
_PATRONYMIC = re.compile(
    r"(ovich|evich|ovitch|evitch|ovych|evych|ovna|evna|ivna|yevich|ichna|ogly|oglu|uulu|kyzy|qizi)$"
)


@dataclass(frozen=True, slots=True)
class PersonName:
    """
    A person's name in parts, all folded.

    Attributes:
        given: What stands before the surname, in order, without particles; initials are single letters.
        surname: Last part; empty where the name is one word that could be either.
        particles: Those left out.
        suffix: ``jr``, ``iii``; empty where there is none.
    """

    given: tuple[str, ...]
    surname: str
    particles: tuple[str, ...] = ()
    suffix: str = ""

    @property
    def parts(self) -> tuple[str, ...]:
        """Given names and surname, in order."""
        return (*self.given, self.surname) if self.surname else self.given

    @property
    def full(self) -> bool:
        """Whether there is more than one part, so that the name can tell people apart."""
        return len(self.parts) > 1


@lru_cache(65_536)
def person(text: str) -> PersonName:
    """
    Take a person's name apart: titles, ranks and honors go, "Last, First" is turned, particles are set aside.

    A country or body before a title goes with it.

    >>> person("Gen. Tarek bin Osman al-Miri")
    PersonName(given=('tarek', 'osman'), surname='miri', particles=('bin', 'al'), suffix='')
    >>> person("MIRI, Tarek").parts
    ('tarek', 'miri')
    >>> person("Dutch Prime Minister Anna Veld").parts, person("ABN Chair Anna Veld").parts
    (('anna', 'veld'), ('anna', 'veld'))
    """
    bare = remove_person_prefixes(_split_joined(text)) or text
    last, comma, first = bare.partition(",")
    if comma and first.strip() and fold(first) not in _SUFFIXES | _TAIL and len(first.split()) <= 5:
        bare = f"{first} {last}"
    words = fold(bare.replace(".-", ". ")).split()
    words = _without_titles(words)
    suffix = ""
    while len(words) > 1 and words[-1] in _SUFFIXES | _TAIL:
        suffix = words[-1] if words[-1] in _SUFFIXES else suffix
        words = words[:-1]
    particles = tuple(word for word in words if word in PARTICLES)
    kept = _unrepeated(_joined_servants([word for word in words if word not in PARTICLES] or words))
    if not kept:
        return PersonName((), "")
    return PersonName(tuple(kept[:-1]), kept[-1], particles, suffix)


def in_office(name: str) -> bool:
    """
    Tell whether an office stands inside a name, before two words or more: it is a person's.

    >>> in_office("South Korean President Moon Jae In"), in_office("President Street")
    (True, False)
    """
    words = fold(name).split()
    return any(word in _OFFICES for word in words[1:-2])


def _split_joined(text: str) -> str:
    """Part words that were written together ("TarekMiri")."""
    return re.sub(r"(?<=[a-zà-ÿ]{2})(?=[A-ZÀ-Þ][a-zà-ÿ]{3})", " ", text) if " " not in text.strip() else text


def _without_titles(words: list[str]) -> list[str]:
    start = next((size for size in (2, 1) if _titled_abroad(words, size)), 0)
    start = max([start, *(number for number in range(1, len(words) - 2) if words[number] in _OFFICES)])
    while start < len(words) - 1 and words[start] in TITLES:
        start += 1
    return words[start:]


def _titled_abroad(words: list[str], size: int) -> bool:
    """Tell whether so many first words name a country or its people, and a title and a name stand behind them."""
    first = " ".join(words[:size])
    behind = words[size:]
    return len(behind) > 1 and behind[0] in TITLES and (people_named(first) or country_named(first)) is not None


def _joined_servants(words: list[str]) -> list[str]:
    """Write "Abdul Hafiz" as one word: neither half is a name alone."""
    found: list[str] = []
    skip = False
    for number, word in enumerate(words):
        if skip:
            skip = False
        elif word in _SERVANT and number + 1 < len(words) and len(words) > 2:
            found.append("abdul" + words[number + 1])
            skip = True
        else:
            found.append(word)
    return found


def _unrepeated(words: list[str]) -> list[str]:
    return [word for number, word in enumerate(words) if number == 0 or word != words[number - 1]]


@lru_cache(1 << 17)
def compare_people(first: str, second: str) -> Likeness:
    """
    Compare two names of people.

    One name inside the other (a lone surname, a left-out middle name) is ``POSSIBLE``: more than the names is
    needed to join them, for a son often bears his father's name less one word.

    >>> compare_people("Abdul Hamid Mansoor", "Abdulhamid Mansour").verdict
    <Verdict.SAME: 'same'>
    >>> compare_people("Ahmad Miri", "Ahmad Shah Miri").verdict
    <Verdict.POSSIBLE: 'possible'>
    >>> compare_people("Karim Miri", "Ahmad Miri").verdict
    <Verdict.DIFFERENT: 'different'>
    """
    one, other = person(first), person(second)
    if not one.parts or not other.parts:
        return Likeness(0.0, Verdict.DIFFERENT, "no name left")
    if one.suffix != other.suffix and ((one.suffix and other.suffix) or one.parts == other.parts):
        return Likeness(0.5, Verdict.DIFFERENT if one.suffix and other.suffix else Verdict.POSSIBLE, "another suffix")
    if one.parts == other.parts:
        score = 1.0 if one.particles == other.particles or not (one.particles and other.particles) else 0.97
        return Likeness(score, Verdict.SAME, "same name")
    if "".join(one.parts) == "".join(other.parts) or fold(first).replace(" ", "") == fold(second).replace(" ", ""):
        return Likeness(0.97, Verdict.SAME, "same letters, parted otherwise")
    alike = _one_word(one, other) if len(one.parts) == 1 or len(other.parts) == 1 else _aligned(one, other)
    if one.suffix != other.suffix and alike.verdict is Verdict.SAME and not {one.suffix, other.suffix} <= _NUMBERED:
        return Likeness(alike.score, Verdict.POSSIBLE, "another suffix")
    return alike


def _one_word(one: PersonName, other: PersonName) -> Likeness:
    short, full = sorted((one, other), key=lambda name: len(name.parts))
    word = short.parts[0]
    if len(full.parts) == 1:
        alike = likeness(word, full.parts[0])
        verdict = Verdict.SAME if alike >= 0.9 else Verdict.POSSIBLE if alike >= 0.7 else Verdict.DIFFERENT
        return Likeness(alike, verdict, "one word each")
    joined = likeness(word, "".join(full.parts))
    if joined >= 0.85:
        return Likeness(joined, Verdict.SAME if joined >= 0.9 else Verdict.POSSIBLE, "written together")
    alike = likeness(word, full.surname)
    if alike >= 0.9:
        return Likeness(0.6, Verdict.POSSIBLE, "surname alone")
    if max(likeness(word, part) for part in full.given) >= 0.9:
        return Likeness(0.5, Verdict.POSSIBLE, "one given name alone")
    return Likeness(alike / 2, Verdict.DIFFERENT, "another name")


@dataclass(frozen=True, slots=True)
class _Pair:
    first: int
    second: int
    alike: float
    how: str


def _alike(first: str, second: str) -> tuple[float, str]:
    if 1 in {len(first), len(second)} and first[0] == second[0]:
        return 0.9 if first != second else 1.0, "initial"
    if first in SHORT_FORMS.get(second, ()) or second in SHORT_FORMS.get(first, ()):
        return 0.93, "short form"
    if first.removeprefix("abdul") == second.removeprefix("abdul") and first != second:
        return 0.75, "“abdul” left out"
    alike = likeness(first, second)
    return alike, "" if alike == 1.0 else "spelling"


def _pairs(one: tuple[str, ...], other: tuple[str, ...]) -> list[_Pair]:
    """Pair the parts, the most alike first, each at most once; equal places go first among equals."""
    every = [_Pair(i, j, *_alike(first, second)) for i, first in enumerate(one) for j, second in enumerate(other)]
    every.sort(key=lambda pair: (-pair.alike, abs(pair.first - pair.second), pair.first, pair.second))
    taken: list[_Pair] = []
    for pair in every:
        free = all(pair.first != each.first and pair.second != each.second for each in taken)
        if pair.alike > 0.55 and free:
            taken.append(pair)
    return sorted(taken, key=lambda pair: pair.first)


def _aligned(one: PersonName, other: PersonName) -> Likeness:
    pairs = _pairs(one.parts, other.parts)
    left = [part for number, part in enumerate(one.parts) if all(pair.first != number for pair in pairs)]
    right = [part for number, part in enumerate(other.parts) if all(pair.second != number for pair in pairs)]
    if (left and right) or not pairs:
        joined = likeness("".join(one.parts), "".join(other.parts))
        if joined >= 0.85:
            return Likeness(joined, Verdict.POSSIBLE, "same letters, parted otherwise")
        alike = sum(pair.alike for pair in pairs) / max(len(one.parts), len(other.parts))
        return Likeness(min(0.45, alike), Verdict.DIFFERENT, f"{_list(left)} against {_list(right)}")
    weights = [len(one.parts[pair.first]) + 2 for pair in pairs]
    score = sum(pair.alike * weight for pair, weight in zip(pairs, weights, strict=True)) / sum(weights)
    worst = min(pair.alike for pair in pairs)
    score = (score + worst) / 2
    order = [pair.second for pair in pairs]
    if order != sorted(order):
        return Likeness(score * (0.85 if _turned(order, one, other) else 0.62), Verdict.POSSIBLE, "another order")
    extra = left or right
    if len(pairs) == 1 and len(one.parts) > 1 and len(other.parts) > 1:
        return Likeness(0.4, Verdict.DIFFERENT, f"only {one.parts[pairs[0].first]} in common")
    if extra and not all(len(part) == 1 or _PATRONYMIC.search(part) for part in extra):
        return Likeness(
            min(0.86, score * 0.95 ** len(extra)), Verdict.POSSIBLE, f"{_list(extra)} stands in one name only"
        )
    hows = sorted({pair.how for pair in pairs if pair.how and pair.alike < 1.0})
    why = ", ".join(hows) if hows else "a middle name or initial left out"
    return Likeness(score, Verdict.SAME if _certain(one, other, pairs) else Verdict.POSSIBLE, why)


def _turned(order: list[int], one: PersonName, other: PersonName) -> bool:
    """Tell whether the surname was only put in front, which is safe to say of three parts or with a particle."""
    start = order.index(min(order))
    return order[start:] + order[:start] == sorted(order) and (
        len(order) > 2 or bool(one.particles and other.particles)
    )


def _certain(one: PersonName, other: PersonName, pairs: list[_Pair]) -> bool:
    """
    Tell whether every part is a variant, or one long part is misspelt and all others are the same.

    Initials count when the surname is the same; a single changed letter in a short word may be another name.
    """
    misspelt = [pair for pair in pairs if pair.alike < 0.9]
    if not misspelt:
        surnames = likeness(one.surname, other.surname) >= 0.9
        return surnames or all(pair.alike == 1.0 for pair in pairs)
    if len(misspelt) > 1 or any(pair.how == "initial" for pair in pairs):
        return False
    length = min(len(one.parts[misspelt[0].first]), len(other.parts[misspelt[0].second]))
    return length >= 7 and misspelt[0].alike >= 0.75


def _list(parts: list[str]) -> str:
    return " ".join(f"“{part}”" for part in parts) or "nothing"
