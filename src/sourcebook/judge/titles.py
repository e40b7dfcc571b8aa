"""Titles of events, put together from their claims' own words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.judge.casebook import Casebook
from sourcebook.judge.phrases import after, between
from sourcebook.judge.weight import Weight, weigh
from sourcebook.values.claims import Claim, Participant, Where
from sourcebook.values.kinds import EventType, NameKind, Role
from sourcebook.values.links import Entity
from sourcebook.values.reports import PassageKind

_RELATIVES = frozenset("who whom which that this these those himself herself itself themselves there".split())
_OWNERS = frozenset("his her its their my our your".split())
_PRONOUNS = frozenset("he she it they him them we us i me you".split()) | _OWNERS | _RELATIVES
_SPEAKERS = frozenset({"i", "we"})
_HONORIFIC = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? (?=[A-Z])")
_MARKS = re.compile(r"[“”\"]|,? ['‘](?=\w)(?=[^'’]*$)")
_ASIDE = re.compile(r",? (?:who|which|including|where)\b.*|, .*|[“”\"]")
_OWNED = re.compile(r"['’]s?$")
_TITLES = frozenset({EventType.OFFICE, EventType.STATE, EventType.LIFE})

MOST = 3
"""Participants named on one side; the rest is left to the event's list."""

_LONGEST = 60
"""Longest words for somebody without a name that are kept whole. Unit: code points."""


def compile_title(book: Casebook, claims: Sequence[Claim], place: Where | None, place_report: str | None) -> str:
    """
    Return who, the act as its report words it, and where, in the words of the reports.

    Whoever stands before the act comes first, those who did it before those to whom it was done; what stands between
    them and what follows stays as it is ("did not answer calls"), names in full. Nothing else is added but "and",
    commas, a colon, an owner's "'s" and brackets.

    The claim that names most of its participants gives it, one that tells the act by a verb before others.
    """
    telling = [claim for claim in claims if weigh(claim) is not Weight.ANSWER] or list(claims)
    title = _begun(_told(book, max(telling, key=lambda claim: _fitness(book, claim))))
    if place is None or place_report is None:
        return title
    entity = book.entity(place.local)
    spoken = " ".join(book.reports[place_report].words(place.span).split())
    where = _shown(entity) if entity is not None and entity.named else spoken
    return title if where in title or spoken in title else f"{title} ({where})"


def _fitness(book: Casebook, claim: Claim) -> tuple[int, bool, bool, int]:
    """Return how well a claim gives a title: names, a text's sentence rather than a headline, its doer before it."""
    owners = {book.owners.get(one.local or "") for one in claim.participants}
    named = sum(one is not None and book.entities[one].named for one in owners)
    body = book.reports[claim.report].kind_at(claim.trigger.span.start) is PassageKind.BODY
    return min(named, MOST), body, bool(_before(claim)), len(claim.participants)


def _before(claim: Claim) -> list[Participant]:
    """Return those who stand before the act: its doers, else those to whom it is done."""
    ahead = [one for one in claim.participants if one.span.end <= claim.trigger.span.start]
    doers = [one for one in ahead if one.role in {Role.ACTOR, Role.PARTICIPANT}]
    found = doers or [one for one in ahead if one.role is Role.RECIPIENT]
    return sorted(found, key=lambda one: one.span)


def _told(book: Casebook, claim: Claim) -> str:
    text, act = book.reports[claim.report].text, claim.trigger.span
    clause = next((one for one in claim.evidence if one.holds(act)), act)
    subjects = _before(claim)
    last = subjects[-1].span if subjects else None
    around = between(text, last, act, max(clause.start, text.rfind("\n", 0, act.start) + 1))
    tail = after(text, act, max(clause.end, act.end))
    end = act.end if tail is None else tail.end
    told = _words(book, claim, around.lead.start, end)
    if not subjects:
        late = [one for one in claim.participants if one.role is Role.ACTOR and one.span.start >= act.end]
        names = _names(book, claim, [one for one in late if one.span.end > end])
    else:
        names = _names(book, claim, subjects)
    if not names:
        return told
    told = _without(told, names[-1])
    if last is not None and len(subjects) == 1 and last.of(text).casefold() in _SPEAKERS:
        said = _plain(text[last.start : end])
        return said if names[0].casefold() in _PRONOUNS else f"{names[0]}: “{said}”"
    if last is not None and around.lead.start == last.end:
        return f"{_listed(names)}{told}" if told[:1] in "'’" else f"{_listed(names)} {told}"
    word = book.words(claim, act)
    if told.startswith(word) and claim.trigger.lemma.islower():
        told = told[:1].lower() + told[1:]
    if around.verbal or (word.casefold() != claim.trigger.lemma.casefold() and not word.endswith("s")):
        return f"{_listed(names)} {told}"
    return f"{_listed(names)}, {told}" if claim.type in _TITLES else f"{_listed(names)}: {told}"


def _without(told: str, name: str) -> str:
    """Return words without the name, or its last part, that they open with: an office before it was told by it."""
    called = next((one for one in (name, name.rsplit(maxsplit=1)[-1]) if told.startswith(f"{one} ")), None)
    return told if called is None else told[len(called) + 1 :]


def _plain(words: str) -> str:
    """Return words with single spaces, without honorifics and quotation marks."""
    return " ".join(_HONORIFIC.sub("", _MARKS.sub(" ", words)).split())


def _words(book: Casebook, claim: Claim, start: int, end: int) -> str:
    """Return a stretch of a report with the names of those who take part in the place of pronouns and short names."""
    text = book.reports[claim.report].text
    made, reached = [], start
    for one in sorted(claim.participants, key=lambda one: one.span):
        entity = book.entity(one.local)
        if entity is None or not entity.named or one.span.start < reached or one.span.end > end:
            continue
        words = one.span.of(text)
        short = all(part[:1].isupper() for part in _HONORIFIC.sub("", words).split())
        if not (short or entity.kind is NameKind.PERSON) or words.casefold() in _RELATIVES | {"himself", "herself"}:
            continue
        owned = _OWNED.search(words)
        ending = "'s" if words.casefold() in _OWNERS else "" if owned is None else owned.group()
        made += [text[reached : one.span.start], _shown(entity) + ending]
        reached = one.span.end
    return _plain("".join([*made, text[reached:end]]))


def _begun(title: str) -> str:
    """Return a title with a capital in front, but where a name is written so ("iPhone")."""
    return title if title[1:2].isupper() else title[:1].upper() + title[1:]


def _listed(names: Sequence[str]) -> str:
    return " and ".join(part for part in (", ".join(names[:-1]), names[-1]) if part)


def _names(book: Casebook, claim: Claim, some: Sequence[Participant]) -> list[str]:
    found = dict.fromkeys(_name(book, claim, one) for one in some)
    return [name for name in found if name and name.casefold().split()[-1] not in _RELATIVES | _OWNERS][:MOST]


def _name(book: Casebook, claim: Claim, one: Participant) -> str:
    entity = book.entity(one.local)
    words = book.words(claim, one.span)
    if entity is not None and entity.name.casefold() in _PRONOUNS:
        return words
    if entity is not None and (entity.named or words.casefold() in _PRONOUNS):
        ending = "'s" if words.casefold() in _OWNERS else ""
        return _shown(entity) + ending
    return _plain(words if len(words) <= _LONGEST else _ASIDE.sub("", words) or words)


def _shown(entity: Entity) -> str:
    """Return what an entity is called: its name; of a place, the noun where its name is the adjective."""
    name = _HONORIFIC.sub("", entity.name)
    if entity.kind is NameKind.PERSON or not entity.named:
        return name
    forms = [one.text for one in entity.aliases if name.startswith(one.text) and 0 < len(name) - len(one.text) <= 2]
    return max(forms, key=len) if forms and name.endswith(("n", "ese", "i")) else name
