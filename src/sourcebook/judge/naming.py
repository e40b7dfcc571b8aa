"""Two spellings of one name, two titles of one person."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.fuzz import ratio

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.text.adjectives import places_of
from sourcebook.values.claims import Claim, LocalFact
from sourcebook.values.identity import digest
from sourcebook.values.kinds import ConflictField, ConflictState, NameKind
from sourcebook.values.links import Entity
from sourcebook.values.standing import Conflict, Side

LIKE = 75.0
"""Least likeness of two words that are spellings of one (rapidfuzz ``ratio``, 0..100). Mansoor and Mansour score 86."""

SAME_TIME = 60
"""Unit: days. Titles told in reports this near to each other are told of one time."""

RANKS = frozenset({"deputy", "vice", "acting", "interim", "assistant", "caretaker"})
"""Words that make another office of a title."""

_SMALL = frozenset({"the", "a", "an", "of", "for", "in", "and", "s", "'s"})

_PAST = frozenset({"former", "ex", "late", "then", "erstwhile", "outgoing", "onetime"})


def name_conflicts(book: Casebook, event_of: dict[str, str]) -> list[Conflict]:
    """Return the entities whose name is spelled in two ways. Compatible: linking has found that they are one."""
    found = []
    for entity in book.entities.values():
        for first, second in _spellings(entity):
            claims = [(_using(book, entity, name, event_of), name) for name in (first, second)]
            if all(using for using, _ in claims):
                sides = tuple(Side(name, tuple(claim.id for claim in using)) for using, name in claims)
                event = event_of[claims[0][0][0].id]
                name = digest("conflict", event, ConflictField.NAME, entity.id, first, second)
                why = "spellings of one name"
                found.append(Conflict(name, event, ConflictField.NAME, sides, ConflictState.COMPATIBLE, why))
    return found


def _spellings(entity: Entity) -> list[tuple[str, str]]:
    """Return pairs of names with the same number of words, all alike and at least one spelled otherwise."""
    if entity.kind not in {NameKind.PERSON, NameKind.PLACE, NameKind.ORGANIZATION}:
        return []
    names = sorted({alias.text for alias in entity.aliases if alias.places}, key=lambda name: (-len(name), name))
    pairs = []
    for number, first in enumerate(names):
        for second in names[number + 1 :]:
            one, other = _plain(first), _plain(second)
            if len(one) != len(other) or one == other or " ".join(other) in places_of(" ".join(one)):
                continue
            if all(a == b or (a[0] == b[0] and ratio(a, b) >= LIKE) for a, b in zip(one, other, strict=True)):
                pairs.append((first, second))
    return pairs[:1]


def _plain(name: str) -> tuple[str, ...]:
    return tuple(word.removesuffix("'s").removesuffix("’s") for word in words_of(name) if word != "the")


def _using(book: Casebook, entity: Entity, name: str, event_of: dict[str, str]) -> list[Claim]:
    """Return the claims whose words hold this spelling; where none does, the first claim of a report that does."""
    places = [where for alias in entity.aliases if alias.text == name for where in alias.places]
    claims = [claim for claim in book.claims.values() if claim.id in event_of and claim.id not in book.rejected]
    exact, near = [], []
    for claim in claims:
        for where in places:
            if where.report == claim.report:
                if any(span.holds(where.span) for span in claim.evidence):
                    exact.append(claim)
                    break
                if any(link.span and link.span.holds(where.span) for link in claim.attribution):
                    near.append(claim)
                    break
    return exact or near


def role_conflicts(book: Casebook, event_of: dict[str, str]) -> list[Conflict]:
    """
    Return persons who are given two titles at one time that one person does not easily hold.

    These are one kind of post for two bodies ("spokesman of A", "spokesman of B"), and two ranks of one post
    ("governor", "deputy governor").
    """
    told: dict[str, list[LocalFact]] = {}
    for fact in book.facts:
        owner = book.entity(fact.subject)
        if owner is None or owner.kind is not NameKind.PERSON or not owner.named or fact.relation != "role":
            continue
        if fact.claim in event_of and fact.claim not in book.rejected and not _past(fact):
            told.setdefault(owner.id, []).append(fact)
    found: dict[str, Conflict] = {}
    for person in sorted(told):
        for number, one in enumerate(told[person]):
            for other in told[person][number + 1 :]:
                why = _at_odds(book, one, other)
                if why and _one_time(book, one, other) and _taken(book, one) == _taken(book, other):
                    name = digest("conflict", person, ConflictField.ROLE, *sorted((_value(one), _value(other))))
                    sides = tuple(Side(_value(fact), (fact.claim,)) for fact in (one, other))
                    made = Conflict(name, event_of[one.claim], ConflictField.ROLE, sides, ConflictState.OPEN, why)
                    found.setdefault(name, made)
    return list(found.values())


def _value(fact: LocalFact) -> str:
    return " ".join(fact.value.split())


def _past(fact: LocalFact) -> bool:
    return not _PAST.isdisjoint(words_of(fact.value))


def _taken(book: Casebook, fact: LocalFact) -> bool:
    """Tell whether a fact is of taking a post, told by a verb: the post held before is no conflict with it."""
    return not fact.span.holds(book.claims[fact.claim].trigger.span)


def _post(fact: LocalFact) -> tuple[str, frozenset[str]]:
    """Return the noun of a title and its words of rank."""
    title = words_of(fact.value.split(" of ")[0].split(" for ")[0])
    return (title[-1] if title else ""), frozenset(title) & RANKS


def _at_odds(book: Casebook, one: LocalFact, other: LocalFact) -> str:
    """Return why two titles do not go together; empty where they do."""
    (post, rank), (other_post, other_rank) = _post(one), _post(other)
    body, other_body = book.owners.get(one.object or ""), book.owners.get(other.object or "")
    if not post or post != other_post:
        return ""
    if rank != other_rank and (body == other_body or body is None or other_body is None):
        return "two ranks of one post at one time"
    if body is not None and other_body is not None and _strangers(book, body, other_body):
        return "one kind of post for two bodies at one time"
    return ""


def _strangers(book: Casebook, one: str, other: str) -> bool:
    """Tell whether two bodies are surely two: both named, sharing no word, neither the initials of the other."""
    if one == other or not (book.entities[one].named and book.entities[other].named):
        return False
    words, initials = [], []
    for entity in (book.entities[one], book.entities[other]):
        names = [words_of(name) for name in (entity.name, *(alias.text for alias in entity.aliases))]
        words.append({word for name in names for word in name} - _SMALL)
        initials.append({"".join(word[0] for word in name if word not in _SMALL) for name in names})
    return words[0].isdisjoint(words[1] | initials[1]) and words[1].isdisjoint(initials[0])


def _one_time(book: Casebook, one: LocalFact, other: LocalFact) -> bool:
    days: Sequence[tuple[object, object]] = [
        (fact.time.earliest, fact.time.latest) for fact in (one, other) if fact.time
    ]
    if len(days) == 2 and days[0] != days[1]:
        return False
    first, second = (book.published[book.claims[fact.claim].report].earliest for fact in (one, other))
    return first is None or second is None or abs((first - second).days) <= SAME_TIME
