"""Names of organizations: legal forms, acronyms, countries that own them, and comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from rigour.names import remove_org_types, replace_org_types_compare

from sourcebook.link.countries import country_in
from sourcebook.link.folding import fold, likeness
from sourcebook.link.verdicts import Likeness, Verdict

_FILLERS = frozenset(
    """the a an of for and in on to at de la le les du des el los las del der die das und y et i al von van zu
    affairs""".split()
)
GENERIC = frozenset(
    """group company corporation holding holdings international global national general limited trust fund capital
    industries enterprises services solutions systems management partners bank insurance foundation association union
    party front movement army force forces government ministry department office agency authority committee council
    commission court police parliament assembly senate house service federation organization center institute
    university embassy delegation channel television news agency resistance security republic islamic people democratic
    federal state central public private new united supreme""".split()
)
"""Words that many organizations share: alike, they prove little."""

_SAME_WORD = {
    "organisation": "organization",
    "organisations": "organization",
    "organizations": "organization",
    "defence": "defense",
    "centre": "center",
    "mfa": "foreign ministry",
    "mod": "defense ministry",
    "moi": "interior ministry",
    "internal": "interior",
    "dept": "department",
    "govt": "government",
    "natl": "national",
    "intl": "international",
    "assn": "association",
    "univ": "university",
    "co": "company",
    "corp": "corporation",
    "bros": "brothers",
    "1st": "first",
    "2nd": "second",
    "3rd": "third",
    "organised": "organized",
    "labour": "labor",
}
_JOINT_STOCK = frozenset({"ao", "oao", "ojsc", "pjsc", "pao", "zao", "cjsc", "jsc"})
_NUMBERS = {
    word: str(number)
    for number, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
        seventeen eighteen nineteen twenty""".split()
    )
}
_TENS = {
    word: number
    for number, word in zip(
        (20, 30, 40, 40, 50, 60, 70, 80, 90),
        ("twenty", "thirty", "forty", "fourty", "fifty", "sixty", "seventy", "eighty", "ninety"),
        strict=True,
    )
}
_ROMAN = re.compile(r"^(?=[ivx])(x{0,3})(ix|iv|v?i{0,3})$")
_VESSEL = re.compile(r"^(mv|mt|ms|ss|uss|hms)\s+", re.IGNORECASE)
_ACRONYM = re.compile(r"^(?:[^\W\d_]\.?){2,7}$")


@dataclass(frozen=True, slots=True)
class OrganizationName:
    """
    An organization's name, all parts folded.

    Attributes:
        words: Without fillers, legal form and country, in order of the text.
        country: ISO 3166-1 alpha-3 of the country named or whose people are named; None where none.
        form: Legal form in short ("llc"), empty where there is none.
        acronym: The letters, where the name is nothing else; else empty.
        initials: First letters of the words without fillers, with and without the country.
    """

    words: tuple[str, ...]
    country: str | None
    form: str
    acronym: str
    initials: frozenset[str]


@lru_cache(65_536)
def organization(text: str) -> OrganizationName:
    """
    Take an organization's name apart.

    >>> organization("Foreign Ministry of Tajikistan") == organization("the Tajik MFA")
    False
    >>> sorted(organization("Foreign Ministry of Tajikistan").words), organization("Tajik MFA").country
    (['foreign', 'ministry'], 'TJK')
    """
    bare = text.replace("&", " and ").strip()
    lowered = replace_org_types_compare(_VESSEL.sub("", bare).lower())
    stem = fold(remove_org_types(lowered)) or fold(bare)
    form = " ".join(word for word in fold(lowered).split() if word not in stem.split())
    form = "jsc" if form in _JOINT_STOCK else form
    acronym = fold(bare).replace(" ", "") if _ACRONYM.match(bare) and bare.upper() == bare else ""
    if "ministry" in stem:
        stem = re.sub(r"\baffairs\b", "", stem)
    country, rest = country_in(stem)
    letters = [word[0] for word in stem.split() if word not in _FILLERS]
    without = [word[0] for word in rest.split() if word not in _FILLERS]
    every = [word[0] for word in stem.split() if word != "the"]
    initials = frozenset("".join(one) for one in (letters, without, every) if len(one) > 1)
    words = _numbered([word for one in rest.split() for word in _SAME_WORD.get(one, one).split()])
    kept = tuple(word for word in words if word not in _FILLERS)
    if not kept:
        kept, country = tuple(stem.split()), None
    return OrganizationName(kept, country, form, acronym, initials)


def _numbered(words: list[str]) -> list[str]:
    found: list[str] = []
    for word in words:
        if found and found[-1] in {str(ten) for ten in _TENS.values()} and word in _NUMBERS:
            found[-1] = str(int(found[-1]) + int(_NUMBERS[word]))
        else:
            found.append(str(_TENS[word]) if word in _TENS else _NUMBERS.get(word, word))
    return found


def compare_organizations(first: str, second: str) -> Likeness:
    """
    Compare two names of organizations; an acronym against a name whose initials it is, is ``POSSIBLE`` alone.

    >>> compare_organizations("Tajikistan's Foreign Ministry", "Ministry of Foreign Affairs of Tajikistan").verdict
    <Verdict.SAME: 'same'>
    >>> compare_organizations("Foreign Ministry of Tajikistan", "Uzbek Foreign Ministry").verdict
    <Verdict.DIFFERENT: 'different'>
    """
    one, other = organization(first), organization(second)
    if fold(first) == fold(second):
        return Likeness(1.0, Verdict.SAME, "same name")
    for short, full in ((one, other), (other, one)):
        if short.acronym and not full.acronym and len(full.words) > 1:
            fits = short.acronym in full.initials
            return Likeness(0.75 if fits else 0.0, Verdict.POSSIBLE if fits else Verdict.DIFFERENT, "initials")
    if one.country and other.country and one.country != other.country:
        return Likeness(0.3, Verdict.DIFFERENT, f"of {one.country} against of {other.country}")
    if sorted(one.words) == sorted(other.words):
        return _same_words(one, other)
    if "".join(one.words) == "".join(other.words) or fold(first).replace(" ", "") == fold(second).replace(" ", ""):
        return Likeness(0.95, Verdict.SAME, "same letters, parted otherwise")
    return _paired(one, other)


def _same_words(one: OrganizationName, other: OrganizationName) -> Likeness:
    if one.form and other.form and one.form != other.form:
        return Likeness(0.55, Verdict.POSSIBLE, f"{one.form} against {other.form}")
    if one.country != other.country:
        return Likeness(0.6, Verdict.POSSIBLE, "the country stands in one name only")
    return Likeness(0.98, Verdict.SAME, "same words")


def _paired(one: OrganizationName, other: OrganizationName) -> Likeness:
    left, right = list(one.words), list(other.words)
    matched: list[tuple[float, str, str]] = []
    for word in one.words:
        best = max(((likeness(word, each), each) for each in right), default=(0.0, ""))
        if (best[0] > 0.55 and not (_numeric(word) or _numeric(best[1]))) or best[0] == 1.0:
            matched.append((best[0], word, best[1]))
            left.remove(word)
            right.remove(best[1])
    joined = likeness("".join(one.words), "".join(other.words))
    if left or right:
        if joined >= 0.8 and not any(map(_numeric, (*left, *right))) and bool(left) == bool(right):
            return Likeness(joined, Verdict.POSSIBLE, "nearly the same letters")
        share = sum(alike * _weight(word) for alike, word, _ in matched)
        total = share + sum(_weight(word) for word in (*left, *right))
        verdict = Verdict.DIFFERENT if left and right else Verdict.POSSIBLE
        return Likeness(min(0.5, share / total if total else 0.0), verdict, "words in one name only")
    weight = sum(_weight(word) for _, word, _ in matched)
    score = sum(alike * _weight(word) for alike, word, _ in matched) / weight
    score = (score + min(alike for alike, _, _ in matched)) / 2
    if one.country != other.country:
        return Likeness(min(score, 0.6), Verdict.POSSIBLE, "the country stands in one name only")
    if one.form and other.form and one.form != other.form:
        return Likeness(min(score, 0.55), Verdict.POSSIBLE, f"{one.form} against {other.form}")
    return Likeness(
        score, Verdict.SAME if min(alike for alike, _, _ in matched) >= 0.9 else Verdict.POSSIBLE, "spelling"
    )


def _numeric(word: str) -> bool:
    return any(letter.isdigit() for letter in word) or bool(_ROMAN.match(word))


def _weight(word: str) -> float:
    return 0.35 if word in GENERIC else 1.0
