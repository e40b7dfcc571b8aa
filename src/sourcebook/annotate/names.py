"""Names of persons, organizations, places and the rest."""

from __future__ import annotations

import re
import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from sourcebook.annotate.bio import Marked, best_tags, covered, log_softmax, spans_of
from sourcebook.annotate.datelines import places_of_datelines
from sourcebook.annotate.extent import parted, reaching, stormed
from sourcebook.annotate.formed import formed, headed
from sourcebook.annotate.introduced import DAYS, bodies_introduced, introduced, lands, without_people
from sourcebook.annotate.parsing import HONORIFICS
from sourcebook.annotate.section import Section
from sourcebook.infer.scores import Floats
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import NameKind

KINDS = {
    "person": NameKind.PERSON,
    "organization": NameKind.ORGANIZATION,
    "place": NameKind.PLACE,
    "event": NameKind.EVENT,
    "misc": NameKind.OTHER,
}
"""The model's kinds."""
CAUTION = 1.0
"""Added to the log probability of no name, since the corpora that the model learned from leave kinds open. Chosen on
UNER's dev portion: F1 .702 without, .719 with; the F1 on CrossNER's does not move."""
FEWEST = 2
"""How often a name must be found before words like it elsewhere in the text become names too."""


ZONES = frozenset("GMT UTC BST CET CEST EET EEST MSK IST EST EDT CST CDT MST MDT PST PDT JST KST AEST".split())
"""Abbreviations of zones of time (the IANA time zone database)."""
FILE = re.compile(r"(?i)\w\.(?:docx?|pdf|xlsx?|pptx?|txt|csv|zip|jpe?g|png|mp[34]|html?)$")
"""A file's name."""
SECOND_HALVES = frozenset({"PROPN", "ADP", "ADV", "X", "PART", "INTJ", "CCONJ"})
"""What the second half of a given name is taken for; verbs, nouns and adjectives there make an adjective of a name."""
LONGEST_HALF = 5
"""Letters. Longest second half of a Korean given name in the revised romanization (2000): one syllable ("hyeong" is the
only longer one)."""


@dataclass(frozen=True, slots=True)
class Groups:
    """
    Facts about words (``data/groups.toml``).

    Attributes:
        people: Lower-case words for people of a country, faith, ethnic group or party, and their adjectives.
        facilities: Lower-case last words of a facility's name.
        buildings: Those of them that an organization's name does not end in.
        works: Lower-case last words of a work's or document's name.
        instruments: Lower-case heads of a document's name, for whichever body or place the model takes it.
        happenings: Lower-case last words of an event's name.
    """

    people: frozenset[str]
    facilities: frozenset[str]
    buildings: frozenset[str]
    works: frozenset[str]
    instruments: frozenset[str]
    happenings: frozenset[str]


@cache
def groups() -> Groups:
    """Return the table, read once."""
    table = tomllib.loads((files("sourcebook.annotate") / "data" / "groups.toml").read_text(encoding="utf-8"))
    people = {word for words in table["people"].values() for word in words.split()}
    return Groups(
        frozenset(people | {plural for word in people for plural in _plurals(word)}),
        *(
            frozenset(table[name]["heads"].split())
            for name in ("facilities", "buildings", "works", "instruments", "happenings")
        ),
    )


def find_names(section: Section, labels: tuple[str, ...], steps: Floats | None = None) -> list[tuple[Marked, NameKind]]:
    """Return the names of a section in order, as spans of words with their kinds; ``steps`` as in ``best_tags``."""
    scores = log_softmax(section.scores.names)
    scores[:, labels.index("O")] += CAUTION
    tags = best_tags(scores, labels, section.bounds, steps)
    marked = formed(section, [one for one in spans_of(tags, labels, section.bounds) if not section.skipped[one.first]])
    taken = covered(marked)
    found = [_pared(section, one) for one in marked]
    found += [
        Marked(place, place + 1, "misc")
        for place, (word, token) in enumerate(zip(section.words, section.tokens, strict=True))
        if place not in taken
        and not section.skipped[place]
        and word[:1].isupper()
        and token.pos in {"PROPN", "ADJ", "NOUN"}
        and _group(word)
    ]
    found += _honored(section, covered(found))
    found += bodies_introduced(section, covered(found))
    found = [introduced(section, _hyphened(section, one, taken)) for one in found]
    found = places_of_datelines(section, lands(section, without_people(section, found)))
    kept = [one for one in found if one.end > one.first and not _prefixed(section, one)]
    kept = [one for one in kept if not _inserted(section, one, kept) and not _nameless(section, one)]
    known = _settled(section, sorted(stormed(parted(kept, section.words), section.words)))
    return [(one, _kind(section, one)) for one in reaching(known, section.words, section.bounds)]


def _honored(section: Section, taken: set[int]) -> Iterator[Marked]:
    """Yield the capitalized words right behind "Mr." and the like that no name holds."""
    words, tokens = section.words, section.tokens
    for place, word in enumerate(words[:-1]):
        first = place + 1
        end = first
        while end < len(words) and end not in taken and words[end][:1].isupper() and tokens[end].pos == "PROPN":
            end += 1
        if word.lower() in HONORIFICS and end > first and not section.skipped[place]:
            yield Marked(first, end, "person")


def _hyphened(section: Section, one: Marked, taken: set[int]) -> Marked:
    """
    Return a name with the word that a hyphen joins to it and no other name holds ("Sarn-Plus").

    The word is capitalized, or the small second half of a person's given name ("Ko Min-in"), not an adjective made of
    the name ("Ko Min-led", "Ko Min-era").
    """
    end = one.end + 1
    if end >= len(section.words) or section.words[one.end] != "-" or end in taken:
        return one
    tight = section.spans[one.end - 1].end == section.spans[one.end].start and (
        section.spans[one.end].end == section.spans[end].start
    )
    great = section.words[end][:1].isupper() and section.tokens[end].pos == "PROPN"
    small = one.kind == "person" and one.end - one.first > 1 and section.tokens[end].pos in SECOND_HALVES
    if not tight or not (great or (small and len(section.words[end]) <= LONGEST_HALF)):
        return one
    return Marked(one.first, end + 1, "organization" if one.kind == "place" else one.kind)


PREFIXES = ("anti-", "pro-", "non-", "ex-", "pre-", "post-")
"""What turns a name into a describing word that names somebody else, or nobody."""


def _prefixed(section: Section, one: Marked) -> bool:
    """Tell whether a name is one word with a prefix that takes it away from its bearer."""
    return one.end == one.first + 1 and section.words[one.first].lower().startswith(PREFIXES)


def _inserted(section: Section, one: Marked, found: Sequence[Marked]) -> bool:
    """Tell whether a name is what an editor put before a person's in brackets ("(Premier Ilva) Taron")."""
    return section.words[one.end : one.end + 1] == (")",) and any(
        other.first == one.end + 1 and other.kind == "person" for other in found
    )


def _pared(section: Section, one: Marked) -> Marked:
    """Leave out a possessive ending and signs at the edges."""
    first, end = one.first, one.end
    while end > first and (section.tokens[end - 1].tag == "POS" or not _worded(section.words[end - 1])):
        end -= 1
    while first < end and not _worded(section.words[first]):
        first += 1
    return Marked(first, end, one.kind)


def _nameless(section: Section, one: Marked) -> bool:
    """Tell whether words are nobody's and nothing's name: an office, a number, a file, a day, a zone of time."""
    words = section.words[one.first : one.end]
    if one.kind == "person" and all(word.rstrip(".").lower() in noun_class("title") for word in words):
        return True
    if len(words) == 1 and (words[0] in ZONES or FILE.search(words[0]) or (one.kind == "person" and len(words[0]) < 2)):
        return True
    return one.kind == "event" and all(
        word.lower() in DAYS or not any(letter.isalpha() for letter in word) or "." in word[1:-1] for word in words
    )


def _worded(word: str) -> bool:
    return any(letter.isalnum() for letter in word) or word == "."


def _settled(section: Section, found: list[Marked]) -> list[Marked]:
    """Give one kind to one name throughout the section, and find it where it was missed."""
    votes: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for one in found:
        votes[section.words[one.first : one.end]][one.kind] += 1
    kinds = {name: min(counts, key=lambda kind: (-counts[kind], kind)) for name, counts in votes.items()}
    settled = [Marked(one.first, one.end, kinds[section.words[one.first : one.end]]) for one in found]
    taken = covered(settled)
    firsts: dict[str, list[tuple[str, ...]]] = defaultdict(list)
    for name, counts in votes.items():
        if sum(counts.values()) >= FEWEST and name[0][:1].isupper():
            firsts[name[0]].append(name)
    for one in settled:
        word = section.words[one.end - 1]
        if one.kind == "person" and one.end - one.first > 1 and word.istitle() and (word,) not in firsts[word]:
            firsts[word].append((word,))
            kinds.setdefault((word,), "person")
    for names in firsts.values():
        names.sort(key=lambda name: (-len(name), name))
    for place, word in enumerate(section.words):
        if place in taken or word not in firsts or section.skipped[place] or section.tokens[place].pos != "PROPN":
            continue
        for name in firsts[word]:
            end = place + len(name)
            if section.words[place:end] == name and taken.isdisjoint(range(place, end)):
                settled.append(Marked(place, end, kinds[name]))
                taken.update(range(place, end))
                break
    return sorted(settled)


def _kind(section: Section, one: Marked) -> NameKind:
    words = section.words[one.first : one.end]
    head = words[-1].lower()
    table = groups()
    if one.end - one.first == 1 and one.kind in {"misc", "place"} and _group(words[0]):
        return NameKind.GROUP
    built = {"place": table.facilities, "organization": table.buildings}.get(one.kind, frozenset())
    if len(words) > 1 and head in built:
        return NameKind.FACILITY
    if len(words) > 1 and one.kind in {"organization", "place"} and headed(words) in table.instruments:
        return NameKind.WORK
    if one.kind == "misc":
        if all(_group(word) for word in words if word[:1].isalpha()):
            return NameKind.GROUP
        if head in table.works:
            return NameKind.WORK
        if head in table.happenings:
            return NameKind.EVENT
    return KINDS[one.kind]


def _group(word: str) -> bool:
    low = word.lower()
    return low in groups().people or (
        "-" in low and all(part in groups().people for part in low.split("-")[-1:]) and len(low) > 1
    )


def _plurals(word: str) -> tuple[str, ...]:
    if word.endswith(("ese", "ish", "ch", "sh", "x", "ss")):
        return ()
    return (f"{word}s",)
