"""Who answered what and who did not: one line for each answering sentence, with what it answers behind it."""

from __future__ import annotations

from dataclasses import replace

import regex

from sourcebook.tell.choosing import Chosen
from sourcebook.tell.citing import ABOUT, ALSO, Draft, cite, draft
from sourcebook.tell.clauses import tidy
from sourcebook.tell.composing import Composed
from sourcebook.tell.heads import STANDING
from sourcebook.tell.index import Index
from sourcebook.tell.leaning import opens_on_others
from sourcebook.tell.lines import checked
from sourcebook.tell.ranking import best_first, weight
from sourcebook.tell.sameness import TWICE, content, likeness
from sourcebook.tell.sentences import around
from sourcebook.tell.wording import verbatim
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import CueKind, NameKind, Stance, Tense
from sourcebook.values.links import InReport
from sourcebook.values.standing import Event, Response

_DANGLING = regex.compile(
    r"\b(?:this|that|these|those|such) (?:information|report|claim|statement|allegation|accusation|rumou?r|account|"
    r"remark|comment|suggestion|assertion|news|matter|issue|story|detail|charge)s?\b"
    r"|\b(?:this|that|it|so)(?: \p{L}+)?[.”\"']*$",
    regex.IGNORECASE,
)
"""What an answer points at without naming it ("this information")."""

_ABOUT = 160
"""Longest words of what was answered that are quoted behind the answer. Unit: code points."""

SILENT = frozenset({Stance.NEITHER, Stance.NO_COMMENT, Stance.NO_INFORMATION, Stance.NO_RESPONSE})
CONFIRMING = frozenset({Stance.CONFIRMS})

_CONFIRMS = regex.compile(r"\b(?<!not )confirm(?:s|ed|ing)?\b", regex.IGNORECASE)
_UNKNOWN = regex.compile(r"\b(?:that|which|what) (?:we|I|you|they) (?:do|did)n[’']t (?:yet )?know\b")
""""Things that we don't yet know": nobody was asked."""

_OF_KNOWING = regex.compile(
    r"\b(?:comment|answer|respon\w+|repl(?:y|ied)|information|aware|confirm|discuss|disclose|details?|knowledge|"
    r"kn[eo]w (?:of|about))\b",
    regex.IGNORECASE,
)
"""What a refusal to answer is told with; "I don't know when it ends" is talk."""


def answered(chosen: Chosen, limit: int, stances: frozenset[Stance]) -> None:
    """
    Tell who answered so: one line for each answering sentence, with what it answers behind it.

    What a line of the brief tells already is not told again.
    """
    found = chosen.found
    answers = [(event, response) for event in found.events.values() for response in event.responses]
    answers.sort(key=lambda one: (-weight(found, one[0], chosen.newest), one[0].id))
    for event, response in answers:
        claim = found.claims.get(response.claim)
        if response.stance not in stances or claim is None or not _by_somebody(response, claim):
            continue
        if _says_nothing(found, response, claim):
            continue
        if chosen.covered(InReport(claim.report, claim.trigger.span)):
            continue
        rows = chosen.sections.setdefault("answers", [])
        told = checked(found, claim, frozenset(), chosen.refused, whole=True, before=True)
        if told is None:
            continue
        if any(told.base.holds(one.span) for one in chosen.covers.get(claim.report, ())):
            told = checked(found, claim, frozenset(), chosen.refused, whole=True)
            if told is None:
                continue
        again = _answered_so(rows, response, claim)
        if again is not None and not _in_one_event(found, rows[again], claim):
            if _alike(rows[again], told.words.text):
                chosen.leave_out("answers")
                continue
        elif again is not None:
            also = Draft(ALSO, draft(told.words, (claim.id,)).cited)
            covers = (*rows[again].covers, InReport(claim.report, told.base))
            rows[again] = replace(rows[again], pieces=(*rows[again].pieces, also), covers=covers)
            continue
        if len(rows) >= limit:
            chosen.leave_out("answers")
            continue
        pieces = [draft(told.words, (claim.id,))]
        dangling = _DANGLING.search(told.words.text) is not None
        concerns = _concerns(found, event, claim.id) if dangling else None
        if concerns is not None:
            pieces.append(concerns)
        made = Composed(event, tuple(pieces), (InReport(claim.report, told.base),), told.named, claim=claim)
        if opens_on_others(told.words.text):
            chosen.leave_out("answers")
        elif response.stance is not Stance.CONFIRMS or not chosen.repeated(made, "answers"):
            chosen.keep(made, "answers")


def answer_again(chosen: Chosen, composed: Composed, introduced: frozenset[str]) -> tuple[Composed, frozenset[str]]:
    """Return an answer's line with short names for those whom the reader knows, and whom the reader knows then."""
    claim = composed.claim
    again = None if claim is None else checked(chosen.found, claim, introduced, [], whole=True, before=True)
    if claim is None or again is None or InReport(claim.report, again.base) != composed.covers[0]:
        return composed, introduced | composed.named
    pieces = (draft(again.words, (claim.id,)), *composed.pieces[1:])
    return replace(composed, pieces=pieces), introduced | again.named


def _answered_so(rows: list[Composed], response: Response, claim: Claim) -> int | None:
    """Return the line that tells that the same one gave the same answer; None where there is none."""
    if response.entity is None or response.stance is Stance.CONFIRMS:
        return None
    for place, row in enumerate(rows):
        other = row.claim
        answers = [] if other is None else [one for one in row.event.responses if one.claim == other.id]
        same = any(one.entity == response.entity and one.stance is response.stance for one in answers)
        if other is not None and same and other.report != claim.report:
            return place
    return None


def _in_one_event(found: Index, row: Composed, claim: Claim) -> bool:
    """Tell whether an answer was joined with the one that a line tells."""
    event = found.event_of.get(claim.id)
    return event is not None and row.claim is not None and found.event_of.get(row.claim.id) is event


def _alike(row: Composed, words: str) -> bool:
    return likeness(content(row.text), content(words)) >= TWICE


def _says_nothing(found: Index, response: Response, claim: Claim) -> bool:
    """Tell whether an answer answers nothing: "I don't know when", something conceded without confirming."""
    words = found.words(claim.report, around(found.reports[claim.report], claim.trigger.span))
    if _told_by_itself(found, claim) or _of_document(found, claim):
        return True
    if _UNKNOWN.search(words):
        return True
    if response.stance is Stance.CONFIRMS:
        return _CONFIRMS.search(words) is None
    return response.stance is Stance.NO_INFORMATION and _OF_KNOWING.search(words) is None


def _told_by_itself(found: Index, claim: Claim) -> bool:
    """Tell whether somebody tells of his own silence at another time ("Marrow wrote that she did not reply")."""
    if len(claim.attribution) < 2:
        return False
    *_, teller, answerer = claim.attribution
    one, other = found.entity(teller.local), found.entity(answerer.local)
    past = claim.tense is Tense.PAST and answerer.cue_kind is CueKind.NO_RESPONSE
    return past and one is not None and other is not None and one.id == other.id


def _of_document(found: Index, claim: Claim) -> bool:
    """Tell whether it is a text that does not say more, not somebody who was asked."""
    last = claim.attribution[-1] if claim.attribution else None
    entity = None if last is None else found.entity(last.local)
    return entity is not None and entity.kind is NameKind.WORK


def _by_somebody(response: Response, claim: Claim) -> bool:
    """Tell whether an answer has words for who gave it ("the date is not known" has none)."""
    return response.entity is not None or any(link.span == response.where.span for link in claim.attribution)


def _concerns(found: Index, event: Event, answer: str) -> Draft | None:
    """Return what was answered, in its report's words where they are short enough, else its citation alone."""
    for claim in best_first(found, event, "answers"):
        if claim.id == answer or not claim.evidence or claim.background or claim.type in STANDING:
            continue
        if found.in_headline(claim):
            continue
        report = found.reports[claim.report]
        span = tidy(report, claim.evidence[0]) or claim.evidence[0]
        where = cite([InReport(claim.report, span)], (claim.id,))
        words = verbatim(report.id, report.text, span).text
        plain = span.end - span.start <= _ABOUT and not any(one in words for one in '“”"')
        return Draft(f"{ABOUT} “{words}”" if plain else ABOUT, where)
    return None
