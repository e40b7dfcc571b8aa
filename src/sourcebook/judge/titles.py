"""Titles of events, put together from their claims' own words."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.judge.casebook import Casebook
from sourcebook.judge.weight import Weight, weigh
from sourcebook.values.claims import Claim, Participant, Where
from sourcebook.values.kinds import Role

_PRONOUNS = frozenset(
    {
        *("he", "she", "it", "they", "him", "her", "them", "we", "us", "i", "me", "you"),
        *("who", "whom", "which", "that", "this", "these", "those", "himself", "herself", "itself", "themselves"),
    }
)

MOST = 3
"""Participants named on one side; the rest is left to the event's list."""


def compile_title(book: Casebook, claims: Sequence[Claim], place: Where | None, place_report: str | None) -> str:
    """
    Return who, the act, whom and where, in the words of the reports; nothing else but "and", commas and brackets.

    Where nobody is told to have done it, those come first to whom it was done: "Three people killed".

    The claim that names most of its participants gives it, the first of equals.
    """
    telling = [claim for claim in claims if weigh(claim) is not Weight.ANSWER] or list(claims)
    best = max(telling, key=lambda claim: (_named(book, claim), len(claim.participants)))
    doers = _names(book, best, (Role.ACTOR, Role.PARTICIPANT))
    others = [name for name in _names(book, best, (Role.RECIPIENT,)) if name not in doers]
    act = book.words(best, best.trigger.span)
    undergone = not doers and act.casefold() != best.trigger.lemma.casefold() and not act.endswith("s")
    order = (others, [act]) if undergone else (doers, [act], others)
    title = _begun(" ".join(_listed(part) for part in order if part))
    if place is None or place_report is None:
        return title
    entity = book.entity(place.local)
    spoken = " ".join(book.reports[place_report].words(place.span).split())
    where = entity.name if entity is not None and entity.named else spoken
    return title if where in title else f"{title} ({where})"


def _begun(title: str) -> str:
    """Return a title with a capital in front, but where a name is written so ("iPhone")."""
    return title if title[1:2].isupper() else title[:1].upper() + title[1:]


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _names(book: Casebook, claim: Claim, roles: tuple[Role, ...]) -> list[str]:
    found = dict.fromkeys(_name(book, claim, one) for role in roles for one in claim.participants if one.role is role)
    return [name for name in found if name.casefold() not in _PRONOUNS][:MOST]


def _name(book: Casebook, claim: Claim, one: Participant) -> str:
    entity = book.entity(one.local)
    words = book.words(claim, one.span)
    return entity.name if entity is not None and (entity.named or words.casefold() in _PRONOUNS) else words


def _named(book: Casebook, claim: Claim) -> int:
    entities = {book.owners.get(one.local or "") for one in claim.participants}
    return sum(entity is not None and book.entities[entity].named for entity in entities)
