"""What a person decides: kept as a judgement at once; what follows from it is worked out by ``settling``."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime

from sourcebook.desk.cards import stamp_of
from sourcebook.desk.looking import judgement_view, looking
from sourcebook.desk.resolving import LONGEST, Decision, Resolver
from sourcebook.desk.settling import SPOKEN, settle
from sourcebook.desk.stages import Link
from sourcebook.desk.views import JudgementView
from sourcebook.errors import BadValue, NotFound, NotYours
from sourcebook.store import Store
from sourcebook.store.reading import Reading
from sourcebook.store.writing import Writing
from sourcebook.values.identity import digest
from sourcebook.values.judgements import UNDO, Judgement


@dataclass(frozen=True, slots=True)
class Decided:
    """
    A judgement that is kept, and a line for everything that changed with it.

    Attributes:
        waiting: Whether what follows from it is still to be worked out; ``changed`` is empty then.
    """

    judgement: JudgementView
    changed: tuple[str, ...] = ()
    waiting: bool = False


def decide(store: Store, decision: Decision, link: Link, *, by: str, when: datetime, version: str) -> Decided:
    """
    Keep a decision and bring the story up to date with it: links, statuses, brief, pages.

    The decision is in the file before what follows from it is worked out: a process that is killed loses nothing of it,
    and the rest is made up for by the next ``settle``. Deciding the same again adds another judgement; nothing else
    changes.

    Args:
        store: The story.
        decision: What is decided.
        link: What links the story; the one that its build had.
        by: Who decides.
        when: The time of the decision.
        version: Sourcebook's, for the record.

    Raises:
        NotFound: If there is nothing with the target's id.
        BadValue: If the kind, or a value that it needs, can't be.
        StoreFault: If the story can't be written, or its build was not finished.
    """
    return _followed(store, keep(store, decision, by=by, when=when), link, version)


def undo(store: Store, judgement: str, link: Link, *, by: str, when: datetime, version: str, anybody: bool) -> Decided:
    """
    Take a judgement back, by one more judgement that says so. Both stay in the record.

    Args:
        store: The story.
        judgement: Id of what is taken back; of an undoing, what it took back stands again.
        link: What links the story; the one that its build had.
        by: Who takes it back.
        when: The time of the decision.
        version: Sourcebook's, for the record.
        anybody: Whether this person may take back what others decided.

    Raises:
        NotFound: If there is no such judgement, or it was taken back already.
        NotYours: If somebody else made it and ``anybody`` is false.
        StoreFault: As ``decide``.
    """
    return _followed(store, take_back(store, judgement, by=by, when=when, anybody=anybody), link, version)


def keep(store: Store, decision: Decision, *, by: str, when: datetime) -> Decided:
    """
    Keep a decision, and leave what follows from it to ``settle``; of a note or rating nothing follows.

    It takes as long in a story of any size. Raises as ``decide``.
    """
    with looking(store):
        pass  # the cards hold, which tell what an id stands for
    with store.writing(durable=True) as unit:
        resolver = Resolver.of(unit.shelf)
        resolved = resolver.resolve(decision)
        judgement = _judgement(unit.shelf, resolved, by, when)
        resolver.check(judgement)
        return _kept(unit, judgement, decision.kind)


def take_back(store: Store, judgement: str, *, by: str, when: datetime, anybody: bool) -> Decided:
    """Take a judgement back as ``keep`` decides; raises as ``undo``."""
    with looking(store):
        pass
    with store.writing(durable=True) as unit:
        known = next((one for one in unit.shelf.judgements() if one.id == judgement and not one.undone), None)
        if known is None:
            raise NotFound("standing judgement", judgement)
        if known.by != by and not anybody:
            raise NotYours(known.id, known.by)
        taken = _judgement(unit.shelf, Decision(UNDO, known.id, {}, ""), by, when)
        return _kept(unit, taken, known.kind)


def _followed(store: Store, kept: Decided, link: Link, version: str) -> Decided:
    return Decided(kept.judgement, settle(store, link, version)) if kept.waiting else kept


def _judgement(shelf: Reading, decision: Decision, by: str, when: datetime) -> Judgement:
    value = json.dumps(decision.value, ensure_ascii=False, sort_keys=True) if decision.value else ""
    if len(decision.why) > LONGEST:
        raise BadValue(f"a reason has at most {LONGEST} characters")
    number = str(len(shelf.judgements()))  # so that the same decision, made again, is another judgement
    id_ = digest("judgement", number, by, when.isoformat(), decision.kind, decision.target, value, decision.why)
    return Judgement(id_, by, when, decision.kind, decision.target, value, decision.why)


def _kept(unit: Writing, judgement: Judgement, kind: str) -> Decided:
    """
    Keep a judgement among those that wait.

    Args:
        kind: Of the judgement, or of the one that it takes back: it tells whether anything follows.
    """
    alone = unit.shelf.ledger.settled() is None
    unit.add_judgement(judgement, waiting=True)
    waits = kind not in SPOKEN
    if alone and not waits:
        unit.settle(stamp_of(unit))
    return Decided(judgement_view(judgement), waiting=waits)
