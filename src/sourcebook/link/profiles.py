"""What is known of an entity inside one report, in the form that comparing needs."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from sourcebook.link.countries import country_in, country_named, people_named
from sourcebook.link.folding import fold
from sourcebook.link.gazetteer import Gazetteer
from sourcebook.link.geography import NamedPlace, Settled, read_place
from sourcebook.link.organizations import organization
from sourcebook.link.people import TITLES, compare_people, in_office, person
from sourcebook.link.verdicts import Verdict
from sourcebook.text.given import woman_named
from sourcebook.values.claims import Extraction, LocalEntity
from sourcebook.values.kinds import NameKind
from sourcebook.values.reports import Report

_AFTER = 60
"""Characters looked at behind a place's name, for what holds it."""

_BEFORE = 90
"""Characters looked at before a person's name, for a word of kinship."""
_KIN = re.compile(
    r"\b(?:son|daughter|father|mother|brother|sister|wife|husband|widow|cousin|nephew|niece|uncle|aunt|grandson|heir|successor"
    r"|grandfather)s?\b[^.!?\n]*$",
    re.IGNORECASE,
)

_MEN = frozenset("mr sir king prince lord father brother son chairman spokesman congressman emir sultan imam".split())
_WOMEN = frozenset(
    "mrs ms miss dame queen princess lady sister mother daughter wife chairwoman spokeswoman congresswoman".split()
)
_HE, _SHE = frozenset({"he", "him", "his", "himself"}), frozenset({"she", "her", "hers", "herself"})
_PRONOUNS = 3
"""How many times as many pronouns of one gender must be read as of the other: some are misread."""
_OURS = frozenset({"our", "their", "your"})
_COUNTED = frozenset({"The", "the", "two", "both", "three"})
"""Words before a name that are no part of it ("the two Karelias")."""
_INNER = re.compile(r"[A-Z][a-z]+[A-Z]\w*")
"""One word with a capital inside."""
_STOP = frozenset("the a an of for and in on at to from with by his her its their former then current s".split())


class Family(StrEnum):
    """Kinds that are compared with each other."""

    PERSON = "person"
    BODY = "body"
    PLACE = "place"
    PEOPLE = "people"
    THING = "thing"


_FAMILIES = {
    NameKind.PERSON: Family.PERSON,
    NameKind.ORGANIZATION: Family.BODY,
    NameKind.GROUP: Family.BODY,
    NameKind.PLACE: Family.PLACE,
}


@dataclass(frozen=True, slots=True)
class Profile:
    """
    An entity of one report, ready for comparing.

    Attributes:
        local: The LocalEntity's id.
        fulls: Of a person, the names with more than one part that agree with the most used of them, most used first;
            of others, all names.
        bares: One-word names of a person.
        titles: Words that say what somebody is, folded, from titles before the name and from descriptions.
        descriptions: Folded phrases used of it.
        definite: Those that stand with "the" or "this", without it ("memos").
        relative: Whether the report only brings a person in as another's relative ("son of …"), with the full name.
        woman: Whether titles, the given name or else the report's pronouns tell a woman (True) or a man (False); None
            where they don't.
        weight: How often the report names it.
        place: What a place's name was settled on; None for others.
        country: Of a country or its people, the alpha-3 code.
    """

    local: str
    report: str
    kind: NameKind
    family: Family
    fulls: tuple[str, ...]
    bares: tuple[str, ...]
    titles: frozenset[str]
    descriptions: tuple[str, ...]
    definite: tuple[str, ...]
    relative: bool
    woman: bool | None
    weight: int
    place: Settled | None
    country: str | None


_BODIES = (NameKind.ORGANIZATION, NameKind.GROUP)
_MINORITY = 0.2
"""Part of the votes that makes a place nobody knows an organization or group."""


def kinds_by_name(extractions: Sequence[Extraction], gazetteer: Gazetteer) -> dict[str, NameKind]:
    """
    Return the kind that the story's mentions of each folded name were most often given.

    A reading that takes a movement for a place in one report and for an organization in four is outvoted.
    """
    votes: dict[str, Counter[NameKind]] = defaultdict(Counter)
    for entity in (entity for one in extractions for entity in one.entities):
        for name in (name for name in entity.names if not _only_title(name, entity.kind)):
            votes[_plain(name)][entity.kind] += max(1, len(entity.name_spans))
        for one in entity.descriptions:
            if _INNER.fullmatch(one):
                votes[_plain(one)][entity.kind] += 1
    return {name: _elected(name, counts, gazetteer) for name, counts in votes.items()}


def _elected(name: str, counts: Counter[NameKind], gazetteer: Gazetteer) -> NameKind:
    kind = min(counts, key=lambda each: (-counts[each], each.value))
    if kind is NameKind.PLACE and sum(counts[each] for each in _BODIES) >= _MINORITY * counts.total():
        core, wanted = read_place(name)
        if not wanted and all(fold(place.name) != core for place in gazetteer.lookup(core)):
            return max(_BODIES, key=lambda each: counts[each])
    return kind


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")


def effective_kind(entity: LocalEntity, names: Sequence[str], kinds: Mapping[str, NameKind]) -> NameKind:
    """Return the kind that the story gives to the most used of the entity's names; its own where it bears none."""
    kind = next((kinds[_plain(name)] for name in names if _plain(name) in kinds), entity.kind)
    return NameKind.PERSON if kind is NameKind.PLACE and names and in_office(names[0]) else kind


def profile(
    entity: LocalEntity,
    report: Report | None,
    settled: Mapping[str, Settled],
    kinds: Mapping[str, NameKind],
    owned: Mapping[str, str],
) -> Profile:
    """
    Return the profile of ``entity``.

    Args:
        settled: The report's place names.
        kinds: The story's votes.
        owned: Descriptions that begin with a pronoun, and what to read for them (``owned_phrases``).
    """
    names = [name for name in _by_use(entity, report) if not _only_title(name, entity.kind)] or _unread(entity, kinds)
    told = (*entity.descriptions, *(name for name in entity.names if _only_title(name, entity.kind)))
    kind = effective_kind(entity, names, kinds)
    family = _FAMILIES.get(kind, Family.THING)
    country = country_named(names[0]) if names else None
    people = people_named(names[0]) if names else None
    if country and family in {Family.BODY, Family.THING}:
        family = Family.PLACE
    elif people and not country and not any(len(fold(name).split()) > 1 for name in names):
        family = Family.PEOPLE
    fulls, bares = _people(names) if family is Family.PERSON else (tuple(names), ())
    titles = _titles(entity, names)
    place = settled.get(names[0]) if family is Family.PLACE and names else None
    return Profile(
        local=entity.id,
        report=entity.report,
        kind=kind,
        family=family,
        fulls=fulls,
        bares=bares,
        titles=titles,
        descriptions=tuple(sorted({fold(owned.get(one, one)) for one in told} - {""})),
        definite=tuple(sorted({found for one in entity.descriptions if (found := _definite(one))})),
        relative=_only_relative(entity, report),
        woman=_woman(entity, names, fulls, report) if family is Family.PERSON else None,
        weight=len(entity.name_spans),
        place=place,
        country=country or people,
    )


def _unread(entity: LocalEntity, kinds: Mapping[str, NameKind]) -> list[str]:
    """
    Return descriptions that are names: the reading missed them.

    The story knows them ("Karelia", "President Orr"), or they are written as nothing else is ("KarelNet", "the Glass
    House").
    """
    found = []
    for one in entity.descriptions:
        words = one.split()
        while len(words) > 1 and (fold(words[0]) in TITLES or words[0] in _COUNTED):
            words = words[1:]
        name = " ".join(words)
        known = _plain(name) in kinds
        capital = all(word[0].isupper() or word in _STOP for word in words)
        if (
            (capital or (known and words[0][0].isupper() and len(words) > 1))
            and (known or _INNER.fullmatch(name) or _capital(entity, words))
            and not _only_title(name, entity.kind)
        ):
            found.append(name)
    return list(dict.fromkeys(found))


def _capital(entity: LocalEntity, words: Sequence[str]) -> bool:
    """
    Tell whether a place, body or thing is told by two to four capitalized words ("the Glass House").

    What the report also writes small was only in a headline.
    """
    capital = all(word[0].isupper() and word.isalpha() for word in words) and fold(words[-1]) not in TITLES
    name = " ".join(words)
    if any(name != one and name.casefold() in one.casefold() and name not in one for one in entity.descriptions):
        return False
    return capital and 2 <= len(words) <= 4 and entity.kind not in {NameKind.PERSON, NameKind.GROUP}


def _only_title(name: str, kind: NameKind) -> bool:
    """
    Tell whether a name is nothing but titles, articles or signs ("Mr."); of what was not taken for a person, also with
    the country that they are of ("Karelian Leader").
    """
    folded = fold(name)
    rest = folded if kind is NameKind.PERSON else country_in(folded)[1]
    return (bool(rest) or not folded) and all(word in TITLES or word in _STOP for word in rest.split())


def _by_use(entity: LocalEntity, report: Report | None) -> list[str]:
    """Return the entity's names, the most used first, then the longer."""
    if report is None or len(entity.names) < 2:
        return list(entity.names)
    used = Counter(report.words(span).casefold() for span in entity.name_spans if span.end <= len(report.text))
    return sorted(entity.names, key=lambda name: (-used[name.casefold()], -len(name), name))


def _definite(phrase: str) -> str:
    first, _, rest = fold(phrase).partition(" ")
    if first == "both" or (first in _OURS and rest.startswith("two ")):
        first, rest = "the", f"two {rest.removeprefix('two ')}"
    if rest == "two nations":
        rest = "two countries"
    return rest if first in {"the", "this", "these", "that", "those"} and len(rest.split()) <= 5 else ""


def _people(names: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    whole = [name for name in names if person(name).full]
    fulls = [name for name in whole if compare_people(_unsuffixed(whole[0]), _unsuffixed(name)).verdict is Verdict.SAME]
    bares = [name for name in names if len(person(name).parts) == 1]
    return tuple(fulls), tuple(bares)


def _unsuffixed(name: str) -> str:
    """Return a name without "Jr.": one report uses both forms of one man."""
    return " ".join(person(name).parts)


def _titles(entity: LocalEntity, names: Sequence[str]) -> frozenset[str]:
    found: set[str] = set()
    for name in names:
        words = fold(name).split()
        found |= {word for word in words[:-1] if word in TITLES} if len(words) > 1 else set()
    for one in entity.descriptions:
        found |= {word for word in fold(one).split() if word not in _STOP and len(word) > 2}
    return frozenset(found)


def _only_relative(entity: LocalEntity, report: Report | None) -> bool:
    """Tell whether a word of kinship stands before every naming, in the same sentence."""
    if report is None or not entity.name_spans:
        return False
    before = (report.text[max(0, span.start - _BEFORE) : span.start] for span in entity.name_spans)
    return all(_KIN.search(text) for text in before)


def _woman(entity: LocalEntity, names: Sequence[str], fulls: Sequence[str], report: Report | None) -> bool | None:
    words = {fold(name).split()[0] for name in names if fold(name)}
    words |= {word for one in entity.descriptions for word in fold(one).split()[-1:]}
    men, women = bool(words & _MEN), bool(words & _WOMEN)
    if men != women:
        return women
    given = {woman_named(person(name).given[0]) for name in fulls if person(name).given} - {None}
    if len(given) == 1:
        return given.pop()
    if report is None:
        return None
    said = Counter(report.words(span).casefold() for span in entity.spans if span.end <= len(report.text))
    he, she = (sum(said[word] for word in forms) for forms in (_HE, _SHE))
    return she > he if max(he, she) > _PRONOUNS * min(he, she) else None


def named_places(
    extraction: Extraction, report: Report | None, kinds: Mapping[str, NameKind]
) -> tuple[list[NamedPlace], Counter[str]]:
    """Return the report's names of places with what follows them, and how often other names tell a country."""
    named: dict[str, list[str]] = {}
    told: Counter[str] = Counter()
    for entity in extraction.entities:
        codes = [country_named(name) or people_named(name) for name in entity.names]
        is_place = effective_kind(entity, _by_use(entity, report), kinds) is NameKind.PLACE or any(
            country_named(name) for name in entity.names
        )
        if not is_place:
            for code in codes:
                told[code or ""] += len(entity.name_spans)
            if entity.kind is NameKind.ORGANIZATION and not any(codes):
                told.update(code for code in (organization(name).country for name in entity.names) if code)
            continue
        for name in entity.names:
            named.setdefault(name, [])
        for span in entity.name_spans if report is not None else ():
            words = report.words(span) if report is not None else ""
            if words in named and report is not None:
                named[words].append(report.text[span.end : span.end + _AFTER].partition("\n")[0])
    told.pop("", None)
    return [NamedPlace(name, tuple(after)) for name, after in sorted(named.items())], told
