"""A question answered with rows of the record, each with its line, its status, who says so, and its words cited."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from sourcebook.tell.chains import chain_text
from sourcebook.tell.citing import Draft, Numbering, cite, draft, faults
from sourcebook.tell.claims import of_entity
from sourcebook.tell.clauses import LONGEST, tidy
from sourcebook.tell.dates import interval, published, written
from sourcebook.tell.index import Index
from sourcebook.tell.lines import checked
from sourcebook.tell.matching import Fit, as_of, fits
from sourcebook.tell.matters import akin
from sourcebook.tell.resolving import PRONOUNS
from sourcebook.tell.sentences import around
from sourcebook.tell.views import Answer, Answers, Cited
from sourcebook.tell.wording import balanced, verbatim
from sourcebook.text.stems import stem, stems
from sourcebook.values.claims import Claim
from sourcebook.values.links import InReport
from sourcebook.values.questions import Period, Question
from sourcebook.values.standing import Event

MOST = 5
"""Answers, where nobody says how many: they fit one screen with their sources."""

_NEXT = 0.6
"""A claim whose points are less than this share of the best one's is no answer beside it: an editorial choice."""

_MOST_UNDATED = 20
"""Claims looked at for those that have no date."""

_NUMBERED = re.compile(r"^the (?=\d)", re.IGNORECASE)
_MOST_ALSO = 4
"""Further citations of an answer; the event itself lists all."""


def candidates(found: Index, question: Question, matching: Iterable[str], most: int) -> tuple[str, ...]:
    """
    Return the claims that may answer, the likeliest first, at most ``most``.

    Args:
        found: The story.
        question: What is asked.
        matching: Ids of claims whose words match, as the store found them.
    """
    likely = {one for one in matching if one in found.claims}
    for named in question.named:
        for id_ in named.entities:
            likely |= of_entity(found, id_)
    types = {act.type for act in question.acts if act.type is not None}
    likely |= {id_ for id_ in found.order if found.claims[id_].type in types}
    return tuple(one.claim for one in fits(found, question, likely, {})[:most])


def answers(
    found: Index,
    question: Question,
    matching: Iterable[str],
    alike: Mapping[str, float],
    *,
    most: int = MOST,
    held: Callable[[str], bool] | None = None,
) -> Answers:
    """
    Return the rows that answer, best first, one for each event; or why there are none.

    Args:
        found: The story.
        question: What is asked.
        matching: Ids of the claims that may answer (``candidates``).
        alike: How alike their sentences are to the question, 0..1.
        most: Answers at most; ``left_out`` counts the others.
        held: Tells whether a report has a word that begins like this one; None to look into the reports themselves.
    """
    ranked = fits(found, question, matching, alike)
    ranked = [one for one in ranked if one.points >= _NEXT * ranked[0].points]
    numbering = Numbering(found)
    groups: dict[str, list[Fit]] = {}
    for fit in ranked:
        event = found.event_of.get(fit.claim)
        groups.setdefault(fit.claim if event is None else event.id, []).append(fit)
    made: list[Answer] = []
    told: list[InReport] = []
    left = 0
    for group in groups.values():
        best = found.claims[group[0].claim]
        report = found.reports[best.report]
        where = InReport(best.report, around(report, best.trigger.span))
        if any(one.report == where.report and one.span.overlaps(where.span) for one in told):
            continue
        if len(made) == most:
            left += 1
            continue
        told.append(where)
        made.append(_answer(found, group, numbering, dated=bool(question.periods)))
    return Answers(
        question=question.text,
        understood=_understood(found, question),
        answers=tuple(made),
        left_out=left,
        nothing="" if made else _nothing(found, question, matching, held or _has(found)),
        citations=numbering.citations(),
    )


def _answer(found: Index, group: list[Fit], numbering: Numbering, *, dated: bool) -> Answer:
    best = found.claims[group[0].claim]
    line = _line(found, best)
    covered = {(one.report, around(found.reports[one.report], max(one.spans))) for one in line.cited}
    also: list[Cited] = []
    for fit in group[1:]:
        claim = found.claims[fit.claim]
        report = found.reports[claim.report]
        sentence = around(report, claim.trigger.span)
        span = tidy(report, claim.evidence[0]) if claim.evidence else None
        if span is None or claim.report == best.report or (claim.report, sentence) in covered:
            continue
        if _says_it_too(found, group[0], fit):
            covered.add((claim.report, sentence))
            also += cite([InReport(claim.report, span)], (claim.id,))
    drafts = [line, *([Draft("; also", tuple(also[:_MOST_ALSO]))] if also else [])]
    event = found.event_of.get(best.id)
    return Answer(
        words=_value(group[0].words),
        pieces=numbering.pieces(drafts),
        claim=best.id,
        event="" if event is None else event.id,
        status="" if event is None else event.status.value,
        because=_because(event),
        when=_when(found, best) or ("undated" if dated else ""),
        who=chain_text(found, best),
        polarity=best.polarity.value,
        modality=best.modality.value,
    )


def _says_it_too(found: Index, best: Fit, other: Fit) -> bool:
    """Tell whether another claim of the event holds the words that answer; without such words, whether it is alike."""
    claim, told = found.claims[other.claim], found.claims[best.claim]
    if not best.words:
        return akin(found, claim, told)
    report = found.reports[claim.report]
    return set(stems(best.words)) <= set(stems(report.words(around(report, claim.trigger.span))))


def _when(found: Index, claim: Claim) -> str:
    """Return the claim's time in words; of what is going on, the day of its report."""
    words = written(claim.time)
    day = None if words else as_of(found, claim)
    return words if day is None or day.day is None else f"as of its report, {published(day)}"


def _value(words: str) -> str:
    """Return the words that answer; nothing where they are a pronoun, no article before a number ("the 1950-53")."""
    return "" if words.casefold() in PRONOUNS else _NUMBERED.sub("", words)


def _because(event: Event | None) -> str:
    return "" if event is None else ", ".join(dict.fromkeys(one.rule for one in event.because))


def _line(found: Index, claim: Claim) -> Draft:
    """Return the claim's line as a brief would have it, else its sentence, else its clause, in quotation marks."""
    line = checked(found, claim, frozenset(), [])
    if line is not None:
        return draft(line.words, (claim.id,))
    report = found.reports[claim.report]
    sentence = tidy(report, around(report, claim.trigger.span))
    own = tidy(report, claim.evidence[0]) if claim.evidence else None
    span = sentence if sentence is not None and sentence.end - sentence.start <= LONGEST else own or sentence
    where = claim.trigger.span if span is None else span
    words = balanced(verbatim(report.id, report.text, where), quote=False).text
    made = Draft(
        words if words.startswith(("“", '"')) else f"“{words}”", cite([InReport(report.id, where)], (claim.id,))
    )
    assert not faults(found, made)  # noqa: S101 - the report's own words pass their own check
    return made


def _understood(found: Index, question: Question) -> tuple[str, ...]:
    """Return how the question was read, a part each: so that a wrong answer can be understood."""
    parts = [question.asked.value]
    for one in question.named:
        meant = ", ".join(found.entities[id_].name for id_ in one.entities[:3])
        parts.append(f"{one.words}: {meant}" if meant else f"{one.words}: nobody and nothing of that name")
    parts += [f"{one.words}: {_days(one)}" for one in question.periods]
    parts += [f"{one.lemma} ({one.type.lower()})" if one.type is not None else one.lemma for one in question.acts]
    return (*parts, *question.words)


def _days(period: Period) -> str:
    return interval(period.earliest, period.latest)


def _undated(found: Index, question: Question, matching: Iterable[str]) -> int:
    """Return how many claims would answer if the question had no time, and have none themselves."""
    timeless = replace(question, periods=())
    likely = candidates(found, timeless, matching, _MOST_UNDATED)
    return sum(not written(found.claims[one].time) for one in likely)


def _has(found: Index) -> Callable[[str], bool]:
    """Return what tells whether a report of the story has a word with this stem."""
    held = {one for report in found.reports.values() for one in stems(report.text)}
    return held.__contains__


def _nothing(found: Index, question: Question, matching: Iterable[str], held: Callable[[str], bool]) -> str:
    """Return why the record does not hold an answer, one sentence, as near as it can be told."""
    if question.empty:
        return "The question names nobody, no time and no act that could be looked for."
    for named in question.named:
        if not named.entities:
            return f"The record holds no answer: nobody and nothing in it is called “{named.words}”."
    lacking = [one for one in (*(act.lemma for act in question.acts), *question.words) if not held(stem(one))]
    if lacking:
        return f"The record holds no answer: no report has the word “{lacking[0]}”."
    if question.periods:
        reason = f"The record holds no answer: nothing of the kind is told of {_days(question.periods[0])}"
        undated = _undated(found, question, matching)
        rows = f"{undated} row{'' if undated == 1 else 's'} without a date would fit"
        return f"{reason}; {rows}, asked without the time." if undated else f"{reason}."
    return "The record holds no answer: its reports have the words, but no claim that says it."
