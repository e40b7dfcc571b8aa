"""Bringing a story up to date: with the decisions that wait, and with what a newer Sourcebook does in another way."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import msgspec

from sourcebook.desk.cards import cards_of, hold, renewed, stamp_of, tied
from sourcebook.desk.differing import differences
from sourcebook.desk.stages import Link
from sourcebook.desk.table import JUDGE
from sourcebook.errors import NotFound
from sourcebook.judge import judge
from sourcebook.store import Store
from sourcebook.store.reading import Reading
from sourcebook.store.state import consistent, digest, fits, joined, waiting
from sourcebook.tell.index import index
from sourcebook.tell.views import Brief
from sourcebook.values.cards import CardKind
from sourcebook.values.claims import Extraction
from sourcebook.values.correcting import corrected
from sourcebook.values.judgements import UNDO, Judgement
from sourcebook.values.story import Story

SPOKEN = frozenset({"note", "rate"})
"""Kinds that change nothing of what stands."""

_WEIGHED = frozenset({"accept", "reject"})
"""Kinds that judging looks at and linking does not: what is one stays as it is."""


class Stretch(StrEnum):
    """What settling is at, in order; some are passed over."""

    READING = "reading the story"
    LINKING = "linking"
    JUDGING = "judging"
    SHOWING = "compiling brief and pages"
    WRITING = "writing"


def _quietly(stretch: Stretch) -> None:
    del stretch


def due(store: Store, link: Link) -> bool:
    """
    Tell whether ``settle`` would change anything.

    Raises:
        StoreFault: If the story's build was not finished.
    """
    with store.reading() as shelf:
        made_by = shelf.ledger.whole()
        if not made_by:
            joined(shelf)  # which tells that the build was not finished
        held = hold(shelf)
        return bool(waiting(shelf)) or not held or made_by[2:] != (str(link.producer), str(JUDGE))


def refresh(store: Store, link: Link, version: str) -> bool:
    """
    Link and judge anew where an older Sourcebook, or another gazetteer, did, or decisions wait; tell whether so.

    Safe to repeat.

    Raises:
        StoreFault: If the story can't be written, or its build was not finished.
    """
    with store.reading() as shelf:
        made_by = shelf.ledger.whole()
        if not made_by:
            joined(shelf)
        mine = made_by[2:] == (str(link.producer), str(JUDGE))
        if mine and not waiting(shelf) and (hold(shelf) or fits(shelf)):
            return False
    settle(store, link, version)
    return True


def settle(store: Store, link: Link, version: str, tell: Callable[[Stretch], None] = _quietly) -> tuple[str, ...]:
    """
    Bring a story up to date; return what changed with the decisions that waited, in lines.

    Links, statuses, brief and cards come out as if all of it had been worked out anew. Others may read and decide
    meanwhile: it is worked out beside the file and written in one transaction, and what was decided in between waits
    on. Killed, it leaves everything as it was; decisions that waited wait on. Safe to repeat.

    Args:
        store: The story.
        link: What links the story; the one that its build had.
        version: Sourcebook's, for the record.
        tell: Called with every stretch as it begins.

    Raises:
        StoreFault: If the story can't be written, or its build was not finished.
    """
    while True:
        tell(Stretch.READING)
        draft = _Draft.of(store, link)
        after = draft.worked_out(link, tell)
        tell(Stretch.SHOWING)
        found = index(after)
        rows, ties = renewed(draft.story, found) if draft.shown else (list(cards_of(found)), list(tied(found)))
        tell(Stretch.WRITING)
        with store.writing(durable=True) as unit:
            if digest(unit.connection, len(draft.judgements)) != draft.state:
                continue  # somebody built meanwhile
            first = _brief(unit.shelf) if draft.told else None
            later = len(unit.shelf.judgements()) > len(draft.judgements)
            unit.keep_whole(
                after.linking,
                after.judged,
                version=version,
                annotator=after.annotator,
                producers=(*draft.made_by[:2], link.producer, JUDGE),
                settled=len(draft.judgements) if later else None,
            )
            unit.keep_cards(rows, ties, stamp_of(unit))
            return differences(draft.story, after, first, _brief(unit.shelf)) if draft.told else ()


@dataclass(frozen=True, slots=True)
class _Draft:
    """
    A story at the moment when settling begins.

    Attributes:
        story: As it holds, without the decisions that wait.
        read: What its reports say before anybody corrected it; None where links stay as they are.
        judgements: All of them, those that wait too.
        state: What tells whether anything else has changed since.
        made_by: Who made what holds over the whole story.
        judged: Whether statuses stay as they are.
        shown: Whether the cards show the story as it holds.
        told: Whether what will have changed follows from decisions alone.
    """

    story: Story
    read: tuple[Extraction, ...] | None
    judgements: tuple[Judgement, ...]
    state: str
    made_by: tuple[str, ...]
    judged: bool
    shown: bool
    told: bool

    @classmethod
    def of(cls, store: Store, link: Link) -> _Draft:
        """Read a story with everything that settling it takes."""
        with store.reading() as shelf:
            story, judgements, made_by = shelf.story(), shelf.judgements(), shelf.ledger.whole()
            kinds = _kinds(judgements, waiting(shelf))
            whole = consistent(story)
            mine = whole and made_by[2:] == (str(link.producer), str(JUDGE))
            return cls(
                story=story,
                read=None if mine and kinds <= SPOKEN | _WEIGHED else shelf.extractions(),
                judgements=judgements,
                state=digest(shelf.connection, len(judgements)),
                made_by=made_by,
                judged=mine and kinds <= SPOKEN,
                shown=whole and hold(shelf),
                told=mine and hold(shelf) and bool(kinds),
            )

    def worked_out(self, link: Link, tell: Callable[[Stretch], None]) -> Story:
        """Return the story with every decision worked in."""
        after = replace(self.story, judgements=self.judgements)
        if self.read is not None:
            tell(Stretch.LINKING)
            extractions = corrected(self.read, self.judgements)
            linking = link.run(after.reports, extractions, self.judgements)
            after = replace(after, extractions=extractions, linking=linking)
        if not self.judged:
            tell(Stretch.JUDGING)
            judged = judge(after.reports, after.extractions, after.linking, self.judgements)
            after = replace(after, judged=judged)
        return after


def _kinds(judgements: Sequence[Judgement], waiting_: Sequence[Judgement]) -> frozenset[str]:
    """Return the kinds of decisions that wait; of what takes back, the kind of what is taken back."""
    by_id = {one.id: one for one in judgements}
    found = set()
    for one in waiting_:
        meant: Judgement | None = one
        while meant is not None and meant.kind == UNDO:
            meant = by_id.get(meant.target)
        found.add(UNDO if meant is None else meant.kind)
    return frozenset(found)


def _brief(shelf: Reading) -> Brief | None:
    """Return the brief as pages show it; None where it was not yet made."""
    try:
        return msgspec.json.decode(shelf.cards.one(CardKind.BRIEF, "brief")[0], type=Brief)
    except NotFound:
        return None
