"""Answers: who confirmed, denied, declined or stayed silent, and to what."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sourcebook.judge.casebook import Casebook, words_of
from sourcebook.judge.weight import SILENT, Weight, answer, bare, weigh
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import CueKind, EventType, Modality, Role
from sourcebook.values.links import Happening, InReport
from sourcebook.values.standing import Response

_LASTING = frozenset({EventType.OFFICE, EventType.LIFE, EventType.STATE})
"""Types of what lasts, told in passing; nobody is asked about it."""

_POINTING = frozenset({"the", "this", "that", "these", "those", "it", "them", "such", "his", "her", "its", "their"})
"""Words that open what was told before."""

_THIS = frozenset({("this",), ("that",), ("it",)})
"""Objects that stand for what was told right before."""

_IT = re.compile(r"\s+(?:it|this|that)(?:\s+(?:an?|as|on|in)\b|\s+[“\"]|\s*[.,;])", re.IGNORECASE)
"""Such an object right behind the verb ("called this a lie")."""

_CHARGES = frozenset({"accusation", "accusations", "allegation", "allegations", "charge", "charges"})
"""What somebody was accused of right before ("rejected the charge")."""

_ANY = re.compile(r"(?:that )?there (?:is|was|were|had been|has been|have been) (?:any|such)\b", re.IGNORECASE)
"""What opens a denial that tells nothing of its own ("that there had been any violation")."""

_PARAGRAPH = re.compile(r"\n\s*\n")

_LIGHT = frozenset({"be", "is", "are", "was", "were", "have", "has", "had", "do", "did", "say", "said", "tell", "told"})
"""Verbs that name no topic."""


def find_responses(book: Casebook, happenings: Sequence[Happening]) -> dict[str, tuple[Response, ...]]:
    """
    Return the answers to every happening, by its id.

    An answer with a content of its own ("denied that the bridge was closed") answers the happening that its content
    belongs to, where other claims tell of that too. Any other answers what its report told before it: the nearest
    claim that shares its topic (an entity or the very word for the act), else the report's main event. "This", and
    that there was "any" such thing, are what its paragraph told last.
    """
    home = {claim: happening for happening in happenings for claim in happening.claims}
    by_report: dict[str, list[Claim]] = {}
    for claim in book.claims.values():
        if claim.id in home and claim.id not in book.rejected:
            by_report.setdefault(claim.report, []).append(claim)
    responded: dict[str, list[Response]] = {}
    for report in sorted(by_report):
        told = sorted(by_report[report], key=lambda claim: (claim.evidence, claim.trigger.span, claim.id))
        full = [given[0].cue for claim in told if (given := answer(claim)) is not None and not bare(claim)]
        for claim in told:
            answered = answer(claim)
            cue = answered[0].cue if answered is not None else None
            if answered is None or (bare(claim) and cue and any(one and one.overlaps(cue) for one in full)):
                continue  # the act of answering, told beside the content that it answers with
            link, stance = answered
            if stance not in SILENT and bare(claim) and claim.modality is not Modality.ASSERTED:
                continue  # nobody has answered ("in order to deny it")
            own = _own(book, home[claim.id], claim)
            target = own or _pointed(book, told, claim, home) or _before(book, told, claim, home) or home[claim.id]
            where = InReport(report, link.span or link.cue or claim.trigger.span)
            party = book.owners.get(link.local or "")
            responses = responded.setdefault(target.id, [])
            if not any((one.entity or one.where) == (party or where) and one.stance is stance for one in responses):
                responses.append(Response(party, where, stance, claim.id))
    return {name: tuple(responses) for name, responses in responded.items()}


def _own(book: Casebook, happening: Happening, claim: Claim) -> Happening | None:
    """Return the answer's own happening, where its content has one that others tell of, or is more than a word."""
    others = (book.claims[one] for one in happening.claims if one != claim.id and one in book.claims)
    if any(answer(other) is None for other in others):
        return happening
    if _ANY.match(book.evidence(claim)):
        return None
    return happening if claim.type is not EventType.STATEMENT and weigh(claim) is not Weight.ANSWER else None


def _pointed(book: Casebook, told: Sequence[Claim], claim: Claim, home: dict[str, Happening]) -> Happening | None:
    """
    Return what an answer calls "this" or "it", or denies that there was "any" of: what its paragraph told last.

    What is demanded is asked of others: who denies "this" denies that it was demanded.
    """
    text, start = book.reports[claim.report].text, min(span.start for span in claim.evidence)
    parts = [words_of(book.words(claim, one.span)) for one in claim.participants if one.role is not Role.ACTOR]
    pointing = _IT.match(text, claim.trigger.span.end) or any(words in _THIS for words in parts)
    charged = any(words[0] == "the" and words[-1] in _CHARGES for words in parts if words)
    if not pointing and not charged and not _ANY.match(book.evidence(claim)):
        return None
    near = [
        one
        for one in told
        if one.trigger.span.end <= start
        and not _PARAGRAPH.search(text, one.trigger.span.end, start)
        and answer(one) is None
        and one.type not in _LASTING
        and home[one.id] != home[claim.id]
    ]
    if charged:
        return next((home[one.id] for one in reversed(near) if one.type is EventType.ACCUSE), None)
    last = max(near, key=lambda one: one.evidence[0].end, default=None)
    around = [one for one in near if last is not None and one.evidence[0].holds(last.evidence[0])]
    last = min(around, key=lambda one: one.evidence[0], default=None)
    asked = [] if last is None else [link.cue for link in last.attribution if link.cue_kind is CueKind.DEMANDS]
    asking = next((one for one in near for cue in asked if cue is not None and cue.overlaps(one.trigger.span)), last)
    return None if asking is None else home[asking.id]


def _before(book: Casebook, told: Sequence[Claim], claim: Claim, home: dict[str, Happening]) -> Happening | None:
    """Return what the report told before the answer and the answer is about; None where it told nothing."""
    answered = answer(claim)
    responder = book.owners.get(answered[0].local or "") if answered is not None else None
    topics = {word for span in claim.evidence for word in words_of(book.words(claim, span))} - _LIGHT
    entities = {entity for span in claim.evidence for entity in book.entities_in(claim.report, span)} - {responder}
    earlier = [
        one
        for one in told
        if one.trigger.span < claim.trigger.span and weigh(one) is not Weight.ANSWER and one.type not in _LASTING
        if home[one.id] != home[claim.id]
    ]
    best, most = None, 0
    for one in (told_plainly for told_plainly in reversed(earlier) if answer(told_plainly) is None):
        words = {*words_of(book.words(one, one.trigger.span)), one.trigger.lemma.casefold()}
        parties = {book.owners.get(part.local or "") for part in one.participants} - {None, responder}
        score = 2 * bool(words & topics) + bool(parties & entities)
        if score > most:
            best, most = one, score
    firm = answered is not None and answered[1] not in SILENT
    opened = _openings(book, claim) if firm else set()
    if best is None and opened <= _POINTING:
        news = [one for one in earlier if not one.background]
        acts = [one for one in news if one.type is not EventType.STATEMENT]
        last = reversed(acts or news) if opened else iter(acts or news)
        best = next(last, None)
    return None if best is None else home[best.id]


def _openings(book: Casebook, claim: Claim) -> set[str]:
    """
    Return the first words of what an answer answers.

    "Denied it", "rejects the claim" point to what was told right before; others name what was not told before.
    """
    parts = (words_of(book.words(claim, one.span)) for one in claim.participants if one.role is not Role.ACTOR)
    return {words[0] for words in parts if words}
