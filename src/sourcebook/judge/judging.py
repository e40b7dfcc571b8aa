"""The stage: what stands of everything that the reports say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from sourcebook.judge.answers import find_responses
from sourcebook.judge.casebook import Casebook, open_casebook
from sourcebook.judge.details import doer_conflict, place_conflict, time_conflict
from sourcebook.judge.fields import agreed_place, agreed_time, merge_parties
from sourcebook.judge.hearing import Hearing, open_hearing
from sourcebook.judge.lineage import Lineage, trace
from sourcebook.judge.naming import name_conflicts, role_conflicts
from sourcebook.judge.numbers import number_conflicts
from sourcebook.judge.opposites import outcome_conflicts, polarity_conflict, withdrawn_conflict
from sourcebook.judge.parties import Sides, find_sides
from sourcebook.judge.rules import decide
from sourcebook.judge.sources import find_origins, leaning
from sourcebook.judge.titles import compile_title
from sourcebook.judge.weight import Weight, answer, weigh
from sourcebook.values.claims import Claim, Extraction
from sourcebook.values.judgements import Judgement, about
from sourcebook.values.kinds import ConflictField, ConflictState, Stance, Status
from sourcebook.values.links import Happening, Linking
from sourcebook.values.reports import Report
from sourcebook.values.standing import Conflict, Event, Judged, Response

_AGAINST = frozenset({Weight.NEGATED, Weight.DENIED, Weight.PLAN_DENIED, Weight.ANSWER, Weight.RETRACTED})


def judge(
    reports: Sequence[Report],
    extractions: Sequence[Extraction],
    linking: Linking,
    judgements: Sequence[Judgement] = (),
) -> Judged:
    """
    Return what stands of a story: every happening with its status, origins and answers, and what is in conflict.

    The order of the arguments' items makes no difference. Events come in order of their id, which is that of their
    happening; conflicts in order of event, field and id. The machine's confidence in its reading changes nothing.
    Work grows with the number of claims; only claims of one event, or of events that share a name, are compared.
    """
    book = open_casebook(reports, extractions, linking, judgements)
    sides = find_sides(book)
    leaned = leaning(book.claims.values())
    happenings = [one for one in sorted(linking.happenings, key=lambda one: one.id) if _claims(book, one)]
    claims = {one.id: _claims(book, one) for one in happenings}
    answered = find_responses(book, happenings)
    firm = {name: _firm(book, told, answered.get(name, ())) for name, told in claims.items()}
    lineages = {name: trace(book, [*told, *firm[name]]) for name, told in claims.items()}
    hearings = {name: open_hearing(book, sides, told, lineages[name], firm[name]) for name, told in claims.items()}
    conflicts = _conflicts(book, sides, happenings, hearings)
    hearings = _with_clashes(book, hearings, happenings, conflicts)
    drafts = {
        one.id: _event(
            book, sides, leaned, one, claims[one.id], hearings[one.id], lineages[one.id], answered.get(one.id, ())
        )
        for one in happenings
    }
    for name, event in drafts.items():
        target = drafts.get(event.plan_of or "")
        if target is not None and target.status is Status.DID_NOT_HAPPEN:
            fallen = hearings[target.id].of(Weight.NEGATED)
            status, because = decide(replace(hearings[name], fallen=fallen))
            drafts[name] = replace(event, status=status, because=because)
    return Judged(tuple(drafts.values()), tuple(conflicts))


def _claims(book: Casebook, happening: Happening) -> list[Claim]:
    """Return a happening's claims by day of the report, report and place in it."""
    known = (book.claims[name] for name in happening.claims if name in book.claims)
    return sorted(known, key=lambda claim: (book.day(claim) or date.max, claim.report, claim.evidence, claim.id))


def _firm(book: Casebook, told: Sequence[Claim], responses: Sequence[Response]) -> list[Claim]:
    """Return the answers to an event that are told apart from it and hold it, deny it or take it back."""
    own = {claim.id for claim in told}
    firm = {Stance.CONFIRMS, Stance.DENIES, Stance.RETRACTS}
    return [book.claims[one.claim] for one in responses if one.stance in firm and one.claim not in own]


def _event(
    book: Casebook,
    sides: Sides,
    leaned: frozenset[tuple[str, str]],
    happening: Happening,
    told: Sequence[Claim],
    hearing: Hearing,
    lineage: Lineage,
    responses: tuple[Response, ...],
) -> Event:
    """Put one event together."""
    status, because = decide(hearing)
    upheld = [claim for claim in told if claim.id not in book.rejected] or list(told)
    against = hearing.of(Weight.NEGATED) if status is Status.DID_NOT_HAPPEN else ()
    saying = [claim for claim in upheld if (found := answer(claim)) is None or found[1] is Stance.CONFIRMS]
    gone = {claim.id for claim in hearing.withdrawn}
    positive = [claim for claim in saying if weigh(claim) not in _AGAINST and claim.id not in gone]
    behind = list(against) or list(dict.fromkeys([*positive, *hearing.supporting])) or saying or upheld
    own = {claim.id for claim in upheld}
    telling = list(against) or [one for one in hearing.supporting if one.id in own] or positive or saying or upheld
    place, time = agreed_place(book, telling), agreed_time(telling)
    return Event(
        id=happening.id,
        type=happening.type,
        title=compile_title(book, telling, *(place or (None, None))),
        claims=tuple(claim.id for claim in told),
        participants=merge_parties(book, telling),
        place=place[0] if place is not None else None,
        place_report=place[1] if place is not None else None,
        time=time[0] if time is not None else None,
        time_report=time[1] if time is not None else None,
        status=status,
        origins=find_origins(behind, lineage, sides, leaned),
        responses=responses,
        because=because,
        plan_of=happening.plan_of,
    )


def _conflicts(
    book: Casebook, sides: Sides, happenings: Sequence[Happening], hearings: dict[str, Hearing]
) -> list[Conflict]:
    """Return every conflict, field by field, those that a person settled marked as resolved."""
    found: list[Conflict | None] = []
    for one in happenings:
        hearing = hearings[one.id]
        claims = [claim for claim in _claims(book, one) if claim.id not in book.rejected]
        found += [
            polarity_conflict(hearing, one.id),
            withdrawn_conflict(hearing, one.id),
            place_conflict(book, hearing, one.id),
            time_conflict(book, hearing, one.id),
            doer_conflict(book, sides, hearing, one.id),
            *number_conflicts(book, hearing, one.id, claims),
        ]
    event_of = {claim: one.id for one in happenings for claim in one.claims}
    found += outcome_conflicts(book, happenings, hearings)
    found += name_conflicts(book, event_of)
    found += role_conflicts(book, event_of)
    order = list(ConflictField)
    kept = {one.id: _reviewed(book, one) for one in found if one is not None}
    return sorted(kept.values(), key=lambda one: (one.event, order.index(one.field), one.id))


def _reviewed(book: Casebook, conflict: Conflict) -> Conflict:
    """Return the conflict as a person left it: resolved where its own id, or a claim of just one side, was accepted."""
    deciding_ = (one for one in book.judgements if one.kind in {"accept", "correct"})
    accepted = {target: one for one in deciding_ for target in about(one)}
    chosen = [side for side in conflict.sides if any(claim in accepted for claim in side.claims)]
    deciding = accepted.get(conflict.id)
    if deciding is None and len(chosen) == 1:
        deciding = next(accepted[claim] for claim in chosen[0].claims if claim in accepted)
    if deciding is None:
        return conflict
    return replace(conflict, state=ConflictState.RESOLVED, why=f"{conflict.why}; settled by {deciding.by}")


def _with_clashes(
    book: Casebook, hearings: dict[str, Hearing], happenings: Iterable[Happening], conflicts: Iterable[Conflict]
) -> dict[str, Hearing]:
    """Tell each event of the open outcomes that exclude its own."""
    home = {claim: one.id for one in happenings for claim in one.claims}
    changed = dict(hearings)
    for conflict in conflicts:
        if conflict.field is ConflictField.OUTCOME and conflict.state is ConflictState.OPEN:
            claims = tuple(book.claims[claim] for side in conflict.sides for claim in side.claims)
            for event in dict.fromkeys(home[claim.id] for claim in claims):
                changed[event] = replace(changed[event], clash=(*changed[event].clash, *claims))
    return changed
