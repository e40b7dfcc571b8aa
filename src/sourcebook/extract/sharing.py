"""Times and places that a sentence tells once for several of its clauses."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from sourcebook.extract.entities import Cast
from sourcebook.extract.reading import Reading
from sourcebook.extract.whenwhere import as_when, dates
from sourcebook.text.nouns import noun_class
from sourcebook.values.claims import Claim, When, Where
from sourcebook.values.kinds import Anchor, EventType, NameKind, Precision
from sourcebook.values.marks import TimeMark
from sourcebook.values.spans import Span

PARAGRAPHS = re.compile(r"\n\s*\n")
OPENING = frozenset("however but and then earlier also meanwhile on in over during by at".split())
"""Words before a time that opens its sentence."""
PLACES = (NameKind.PLACE, NameKind.FACILITY)


def with_shared(reading: Reading, cast: Cast, claims: Mapping[int, Claim]) -> dict[int, Claim]:
    """
    Return the claims with what the sentence tells for them elsewhere; ``claims`` is by the token of the trigger.

    A time that opens a sentence is its main verb's, wherever the parser hung it, and that of the meeting whose
    participants act then. A journey and the talks that it is made for have one time. "Since then" begins with what was
    dated last. "Here" is the place last named before it, "where" the place right before its clause.
    """
    found = dict(claims)
    for head, claim in claims.items():
        made = claim
        if made.time is None:
            mark = _opening(reading, head) or _purpose(reading, head, claims) or _attended(reading, head)
            mark = mark or _scheduled(reading, head, claims) or _occasion(reading, head)
            mark = mark or _when(reading, head, claims) or _during(reading, head, claims)
            when = _since(reading, head, claims) if mark is None else as_when(mark)
            made = made if when is None else replace(made, time=when, evidence=_with(made, when.span))
        if made.place is None:
            where = _here(reading, cast, head) or _seat(reading, head, claims)
            made = made if where is None else replace(made, place=where, evidence=_with(made, where.span))
        found[head] = made
    return found


def _with(claim: Claim, span: Span | None) -> tuple[Span, ...]:
    if span is None or any(one.holds(span) for one in claim.evidence):
        return claim.evidence
    return (claim.evidence[0], *sorted({*claim.evidence[1:], span}))


def _opening(reading: Reading, head: int) -> TimeMark | None:
    """Return the time that opens the sentence of its main verb ``head``."""
    tree = reading.tree
    if tree.tokens[head].pos != "VERB" or not tree.is_root(head):
        return None
    sentence = reading.sentence_of(tree.tokens[head].span.start)
    if sentence is None:
        return None
    for at in reading.tokens_in(sentence):
        token = tree.tokens[at]
        mark = next((one for one in reading.times.values() if one.span.holds(token.span)), None)
        if mark is not None:
            return mark if dates(mark, reading.words(mark.span)) else None
        if token.pos not in ("PUNCT", "DET") and token.lemma.lower() not in OPENING:
            return None
    return None


def _purpose(reading: Reading, head: int, claims: Mapping[int, Claim]) -> TimeMark | None:
    """Return the time of the talks that a journey is made for ("made trips for talks in May")."""
    if claims[head].type is not EventType.TRAVEL:
        return None
    tree = reading.tree
    for other, claim in claims.items():
        near = head < other <= head + 12 and claim.type is EventType.CONSULT
        if near and "for" in tree.cases(other) and claim.time is not None and claim.time.span is not None:
            return reading.times.get(claim.time.span)
    return None


OCCASIONS = noun_class("document") | {"conference", "briefing", "meeting", "hearing", "summit", "debate", "rally"}
"""Nouns of what somebody speaks in or at."""


def _occasions(reading: Reading, head: int) -> list[int]:
    """Return what a verb's act was part of: "in a tweet on Friday", "at a conference in Osk"."""
    tree = reading.tree
    if tree.tokens[head].pos != "VERB":
        return []
    near = (one for one in tree.of(head, "obl") if set(tree.cases(one)) & {"in", "at", "during"})
    return [one for one in near if tree.tokens[one].lemma.lower() in OCCASIONS]


def _occasion(reading: Reading, head: int) -> TimeMark | None:
    """Return the time of what a verb's act was part of, told beside that noun alone."""
    tree = reading.tree
    for noun in _occasions(reading, head):
        for one in tree.of(noun, "nmod", "obl", "compound", "appos", "nummod"):
            mark = next((mark for mark in reading.times.values() if mark.span.overlaps(tree.tokens[one].span)), None)
            if mark is not None and one not in reading.name_at and dates(mark, reading.words(mark.span)):
                return mark
    return None


def _seat(reading: Reading, head: int, claims: Mapping[int, Claim]) -> Where | None:
    """Return the place of what a verb's act was part of, or of the act it happened in ("hurt in a clash in Osk")."""
    tree = reading.tree
    acts = [
        one
        for one in tree.of(head, "obl")
        if tree.tokens[head].pos == "VERB" and set(tree.cases(one)) & {"in", "during"}
    ]
    told = (claims[one].place for one in (*_occasions(reading, head), *acts) if one in claims)
    return next((replace(one, basis="of the occasion") for one in told if one is not None), None)


def _when(reading: Reading, head: int, claims: Mapping[int, Claim]) -> TimeMark | None:
    """Return the time of what something happened to by the time of a clause with "when" behind it: they are one."""
    tree = reading.tree
    clause = tree.clause_of(head)
    above = tree.tokens[clause].head
    opened = any(tree.tokens[one].lemma.lower() == "when" for one in tree.of(clause, "advmod", "mark"))
    told = claims.get(above)
    past = told is not None and told.tense is claims[head].tense and clause == head
    if not opened or not past or tree.dep(clause) != "advcl" or above > head or told is None or told.time is None:
        return None
    return reading.times.get(told.time.span) if told.time.span is not None else None


def _during(reading: Reading, head: int, claims: Mapping[int, Claim]) -> TimeMark | None:
    """Return the time of the act in which something happened ("In May they fought a war in which 700 people died")."""
    tree = reading.tree
    clause = tree.clause_of(head)
    opened = any(
        tree.tokens[one].lemma.lower() == "which" and set(tree.cases(one)) & {"in", "during"}
        for one in tree.of(clause, "obl", "nmod")
    )
    if clause != head or not opened:
        return None
    told = (claims[one] for one in tree.above(head) if one in claims)
    around = next((one for one in told if one.time is not None and one.time.span is not None), None)
    same = around is not None and around.tense is claims[head].tense
    return reading.times.get(around.time.span) if same and around and around.time and around.time.span else None


SCHEDULES = frozenset({"plan", "schedule", "slate", "set", "expect"})


def _scheduled(reading: Reading, head: int, claims: Mapping[int, Claim]) -> TimeMark | None:
    """Return when an event noun was to be, as its participle tells ("talks planned for May did not take place")."""
    tree = reading.tree
    if tree.tokens[head].pos != "NOUN":
        return None
    above = tree.tokens[head].head
    nouns = (head, above) if tree.dep(head) == "nmod" and "of" in tree.cases(head) else (head,)
    for noun in nouns:
        for clause in tree.of(noun, "acl"):
            told = claims.get(clause)
            if tree.tokens[clause].lemma.lower() in SCHEDULES and told is not None and told.time is not None:
                return reading.times.get(told.time.span) if told.time.span is not None else None
    return None


ATTENDING = frozenset({"participant", "attendee", "delegate", "speaker", "negotiator", "guest"})
"""Nouns of people who are at a meeting while they act."""


def _attended(reading: Reading, head: int) -> TimeMark | None:
    """Return the time of what the participants of a meeting do there ("last week, delegates at a meeting urged …")."""
    tree = reading.tree
    people = tree.tokens[head].head
    verb = tree.tokens[people].head
    there = tree.dep(head) == "nmod" and set(tree.cases(head)) & {"at", "in", "of"}
    if not there or tree.tokens[people].lemma.lower() not in ATTENDING or tree.dep(people) != "nsubj":
        return None
    return _opening(reading, verb)


SINCE_THEN = re.compile(r"since then\b", re.IGNORECASE)


def _since(reading: Reading, head: int, claims: Mapping[int, Claim]) -> When | None:
    """Return the time of what "since then" opens: from the latest day that was told before it, with no end."""
    sentence = reading.sentence_of(reading.tree.tokens[head].span.start)
    told = SINCE_THEN.match(reading.text, sentence.start) if sentence is not None else None
    if told is None or not _main(reading, head):
        return None
    before = [
        (claim.trigger.span, claim.time.earliest)
        for claim in claims.values()
        if claim.time is not None and claim.time.earliest is not None and claim.trigger.span.end <= told.start()
    ]
    near = [one for one in before if not PARAGRAPHS.search(reading.text, one[0].end, told.start())]
    span = Span(*told.span())
    if not (near or before):
        return When(None, None, Precision.OPEN, span, Anchor.EVENT, "since what was told before")
    _, day = max(near or before)
    return When(day, None, Precision.OPEN, span, Anchor.EVENT, "since the day told last")


def _main(reading: Reading, head: int) -> bool:
    """Tell whether an event is its sentence's main predicate, or what that carries."""
    tree = reading.tree
    return tree.is_root(head) or tree.is_root(tree.tokens[head].head)


def _here(reading: Reading, cast: Cast, head: int) -> Where | None:
    """Return the place that "here", "there" or "where" in an event's clause stands for."""
    tree = reading.tree
    clause = tree.clause_of(head)
    opened = clause
    while tree.dep(opened) == "conj":
        opened = tree.clause_of(tree.tokens[opened].head)
    where = next((one for one in tree.of(opened, "advmod", "mark") if tree.tokens[one].lemma.lower() == "where"), None)
    here = next((one for one in tree.of(clause, "advmod") if tree.tokens[one].lemma.lower() in ("here", "there")), None)
    at = where if where is not None else here
    if at is None or tree.tokens[head].pos not in ("VERB", "NOUN"):
        return None
    sentence = reading.sentence_of(tree.tokens[at].span.start)
    names = [
        one for one in reading.annotation.names if one.kind in PLACES and one.span.end <= tree.tokens[at].span.start
    ]
    if not names or sentence is None:
        return None
    last = names[-1]
    near = reading.sentence_number(tree.tokens[at].span.start) - reading.sentence_number(last.span.start)
    if near > (0 if where is not None else 1):
        return None
    top = reading.top(last.span)
    local = cast.at(top) if top is not None else None
    return Where(last.span, local, f"“{reading.words(tree.tokens[at].span)}”, the place named last")
