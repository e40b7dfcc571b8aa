"""What a person decides: kept as a judgement, and everything that follows from it worked out at once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import msgspec

from sourcebook.desk.cards import hold, keep_cards, renew_cards, restamp
from sourcebook.desk.differing import differences
from sourcebook.desk.looking import judgement_view
from sourcebook.desk.stages import Link
from sourcebook.desk.table import JUDGE
from sourcebook.desk.views import JudgementView
from sourcebook.desk.wording import chain_placed, parts_placed, placed
from sourcebook.errors import BadValue, NotFound, NotYours
from sourcebook.judge import judge
from sourcebook.store import Store
from sourcebook.store.reading import Reading
from sourcebook.store.state import fits, joined
from sourcebook.store.writing import Writing
from sourcebook.tell.views import Brief
from sourcebook.values.cards import CardKind
from sourcebook.values.claims import Claim, Extraction
from sourcebook.values.correcting import changed, corrected, made, span_in
from sourcebook.values.identity import digest
from sourcebook.values.judgements import KINDS, UNDO, Judgement
from sourcebook.values.links import Linking
from sourcebook.values.producers import Producer
from sourcebook.values.spans import Span
from sourcebook.values.standing import Judged
from sourcebook.values.story import Story

RELIABILITY = "ABCDEF"
"""Of a source, from completely reliable to not to be judged (NATO AJP-2.1, the Admiralty scale)."""

CREDIBILITY = "123456"
"""Of what is told, from confirmed by others to not to be judged (the same)."""

LONGEST = 4000
"""Of a reason or a note. Unit: code points."""

_SPOKEN = frozenset({"note", "rate"})
"""Kinds that change nothing of what stands."""

_WEIGHED = frozenset({"accept", "reject"})
"""Kinds that judging looks at and linking does not: what is one stays as it is."""


@dataclass(frozen=True, slots=True)
class Decision:
    """
    What somebody wants decided.

    Attributes:
        target: Id of a claim, event, entity, conflict or report; of merge, split and different, two ids and a space.
        value: What the kind needs: ``field`` and ``value`` of a correction, ``reliability`` or ``credibility`` of a
            rating, ``text`` of a note, ``start``, ``end`` and fields of a claim made by hand.
    """

    kind: str
    target: str
    value: Mapping[str, object]
    why: str


@dataclass(frozen=True, slots=True)
class Decided:
    """A judgement that is kept, and a line for everything that changed with it."""

    judgement: JudgementView
    changed: tuple[str, ...]


def decide(store: Store, decision: Decision, link: Link, *, by: str, when: datetime, version: str) -> Decided:
    """
    Keep a decision and bring the story up to date with it: links, statuses, brief, pages, in one transaction.

    Once it returns, the decision is in the file: a process that is killed loses nothing of it. It is kept whole or not
    at all. Deciding the same again adds another judgement; nothing else changes.

    Args:
        link: What links the story; the one that its build had.

    Raises:
        NotFound: If there is nothing with the target's id.
        BadValue: If the kind, or a value that it needs, can't be.
        StoreFault: If the story can't be written, or its build was not finished.
    """
    with store.writing(durable=True) as unit:
        before = joined(unit.shelf)
        resolved = _Resolver(unit.shelf, before).resolve(decision)
        judgement = _judgement(before, resolved, by, when)
        _try(before, judgement)
        return _keep(unit, before, judgement, link, version, decision.kind)


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
    with store.writing(durable=True) as unit:
        before = joined(unit.shelf)
        known = next((one for one in before.judgements if one.id == judgement and not one.undone), None)
        if known is None:
            raise NotFound("standing judgement", judgement)
        if known.by != by and not anybody:
            raise NotYours(known.id, known.by)
        taken = _judgement(before, Decision(UNDO, known.id, {}, ""), by, when)
        return _keep(unit, before, taken, link, version, known.kind)


def refresh(store: Store, link: Link, version: str) -> bool:
    """
    Link and judge anew where an older Sourcebook, or another gazetteer, did; tell whether that was so.

    A decision's changes are then its own, not those of a newer Sourcebook. Safe to repeat.

    Raises:
        StoreFault: If the story can't be written, or its build was not finished.
    """
    with store.writing() as unit:
        shelf = unit.shelf
        made_by = shelf.ledger.whole()
        if not made_by:
            joined(shelf)  # which tells that the build was not finished
        if made_by[2:] == (str(link.producer), str(JUDGE)) and fits(shelf):
            return False
        reports, judgements = shelf.reports(), shelf.judgements()
        extractions = corrected(shelf.extractions(), judgements)
        linking = link.run(reports, extractions, judgements)
        judged = judge(reports, extractions, linking, judgements)
        producers: tuple[Producer | str, ...] = (*made_by[:2], link.producer, JUDGE)
        unit.keep_whole(linking, judged, version=version, annotator=shelf.ledger.annotator(), producers=producers)
        return True


def _judgement(before: Story, decision: Decision, by: str, when: datetime) -> Judgement:
    value = json.dumps(decision.value, ensure_ascii=False, sort_keys=True) if decision.value else ""
    if len(decision.why) > LONGEST:
        raise BadValue(f"a reason has at most {LONGEST} characters")
    number = str(len(before.judgements))  # so that the same decision, made again, is another judgement
    id_ = digest("judgement", number, by, when.isoformat(), decision.kind, decision.target, value, decision.why)
    return Judgement(id_, by, when, decision.kind, decision.target, value, decision.why)


def _keep(unit: Writing, before: Story, judgement: Judgement, link: Link, version: str, kind: str) -> Decided:
    """
    Keep a judgement; work out anew what it touches.

    Args:
        kind: Of the judgement, or of the one that it takes back: it tells which stages look at it.
    """
    first, shown = _brief(unit.shelf), hold(unit.shelf)
    made_by = unit.shelf.ledger.whole()
    unit.add_judgement(judgement)
    judgements = unit.shelf.judgements()
    still = kind in _SPOKEN
    linking, judged = before.linking, before.judged
    extractions = before.extractions
    if not still and not (kind in _WEIGHED and made_by[2] == str(link.producer)):
        extractions = corrected(unit.shelf.extractions(), judgements)
        linking = link.run(before.reports, extractions, judgements)
    if not still:
        judged = judge(before.reports, extractions, linking, judgements)
    producers: tuple[Producer | str, ...] = made_by if still else (*made_by[:2], link.producer, JUDGE)
    unit.keep_whole(linking, judged, version=version, annotator=before.annotator, producers=producers)
    after = _after(before, extractions, linking, judged, judgements)
    if not shown:
        keep_cards(unit, after)
    elif still:
        restamp(unit)
    else:
        renew_cards(unit, before, after)
    kept = next(one for one in judgements if one.id == judgement.id)
    return Decided(judgement_view(kept), differences(before, after, first, _brief(unit.shelf)))


def _after(
    before: Story,
    extractions: tuple[Extraction, ...],
    linking: Linking,
    judged: Judged,
    judgements: tuple[Judgement, ...],
) -> Story:
    return replace(before, extractions=extractions, linking=linking, judged=judged, judgements=judgements)


def _brief(shelf: Reading) -> Brief | None:
    """Return the brief as pages show it; None where it was not yet made."""
    try:
        return msgspec.json.decode(shelf.cards.one(CardKind.BRIEF, "brief")[0], type=Brief)
    except NotFound:
        return None


def _try(story: Story, judgement: Judgement) -> None:
    """
    Carry a correction out on its claim alone, so that one that can't be is never kept.

    Raises:
        BadValue: If it can't be, or its words lie outside the report.
    """
    if judgement.kind == "correct":
        claim = next(one for each in story.extractions for one in each.claims if one.id == judgement.target)
        left = changed(claim, judgement)
    elif judgement.kind == "claim":
        left = made(judgement.target, judgement)
    else:
        return
    text = next(one.text for one in story.reports if one.id == left.report)
    parts = [*left.evidence, left.trigger.span, *(one.span for one in left.participants)]
    parts += [span for one in left.attribution for span in (one.span, one.cue) if span is not None]
    parts += [one.span for one in (left.place, left.time) if one is not None and one.span is not None]
    if any(one.end > len(text) or not one.of(text).strip() for one in parts):
        raise BadValue("the words lie outside the report's text, or are blank")


@dataclass(frozen=True, slots=True)
class _Resolver:
    """Turns what a page sends into what is kept: everything named by ids that last."""

    shelf: Reading
    story: Story

    def resolve(self, decision: Decision) -> Decision:
        """Return the decision as it is kept."""
        kind, target, value = decision.kind, decision.target, decision.value
        if kind not in KINDS or kind == UNDO:
            raise BadValue(f"no decision is called {kind!r}: one of {', '.join(one for one in KINDS if one != UNDO)}")
        if kind in {"merge", "split", "different"}:
            return replace(decision, value=self._two(kind, target))
        if kind in {"accept", "reject"}:
            return replace(decision, value=self._claims(kind, target))
        if kind == "correct":
            field = value.get("field")
            extraction = self._extraction(target)
            claim = next(one for one in extraction.claims if one.id == target)
            named = self._in_report(extraction, str(field), value.get("value"), claim.trigger.span, claim)
            return replace(decision, value={"field": field, "value": named})
        if kind == "claim":
            return replace(decision, value=self._by_hand(target, value))
        self._known(target)
        return replace(decision, value=_rating(value) if kind == "rate" else _note(value))

    def _two(self, kind: str, target: str) -> dict[str, object]:
        """Return the smallest things that both targets stand for."""
        ids = target.split()
        if len(ids) != 2 or ids[0] == ids[1]:
            raise BadValue(f"to {kind} takes two different ids with a space between them")
        first, second = (self._members(one) for one in ids)
        if first[0] != second[0]:
            raise BadValue("both must be entities, or both events or claims")
        whole, leaving = list(first[1]), list(second[1])
        if kind != "merge":
            whole = [one for one in whole if one not in set(leaving)]
            if not whole:
                raise BadValue("nothing would be left to be split from")
        return {"first": whole, "second": leaving}

    def _members(self, id_: str) -> tuple[str, tuple[str, ...]]:
        """Return whether an id is an entity's or an event's, and the local entities or claims that it stands for."""
        for entity in self.story.linking.entities:
            if entity.id == id_:
                return "entity", entity.members
            if id_ in entity.members:
                return "entity", (id_,)
        for event in self.story.judged.events:
            if event.id == id_:
                return "event", event.claims
            if id_ in event.claims:
                return "event", (id_,)
        raise NotFound("entity, event or claim", id_)

    def _claims(self, kind: str, target: str) -> dict[str, object]:
        """Return the claims that accepting or rejecting an event means; nothing for a claim or conflict itself."""
        for event in self.story.judged.events:
            if event.id == target:
                return {"claims": list(event.claims)}
            if target in event.claims:
                return {}
        if kind == "accept" and any(one.id == target for one in self.story.judged.conflicts):
            return {}
        raise NotFound("claim or event" if kind == "reject" else "claim, event or conflict", target)

    def _extraction(self, claim: str) -> Extraction:
        for one in self.story.extractions:
            if any(each.id == claim for each in one.claims):
                return one
        raise NotFound("claim", claim)

    def _by_hand(self, report: str, value: Mapping[str, object]) -> dict[str, object]:
        extraction = next((one for one in self.story.extractions if one.report == report), None)
        if extraction is None:
            raise NotFound("report", report)
        near = span_in(value)
        return {name: self._in_report(extraction, name, one, near) for name, one in value.items()}

    def _in_report(
        self, extraction: Extraction, field: str, value: object, near: Span, claim: Claim | None = None
    ) -> object:
        """Find words that are given in the report; name whom a place, part or source means by what it calls them."""
        given = value if isinstance(value, list) else [value]
        rows = [one for one in given if isinstance(one, dict)]
        if field not in {"place", "participants", "chain"} or len(rows) < len(given):
            return value
        text = next(one.text for one in self.story.reports if one.id == extraction.report)
        if field == "place":
            return self._local(extraction, placed(text, rows[0], near)) if rows else value
        if field == "participants":
            told = parts_placed(text, rows, near, () if claim is None else claim.participants)
        else:
            told = chain_placed(text, rows, near, () if claim is None else claim.attribution)
        return [self._local(extraction, one) for one in told]

    def _local(self, extraction: Extraction, value: dict[str, object]) -> dict[str, object]:
        if "local" in value:
            return value
        given = {name: one for name, one in value.items() if name != "entity"}
        wanted = value.get("entity")
        inside = {one.id: one for one in extraction.entities}
        if isinstance(wanted, str) and wanted:
            entity = next((one for one in self.story.linking.entities if one.id == wanted), None)
            if entity is None:
                raise NotFound("entity", wanted)
            mine = [one for one in entity.members if one in inside]
            if not mine:
                raise BadValue(f"this report does not speak of {entity.name}")
            return {**given, "local": mine[0]}
        start, end = value.get("start"), value.get("end")
        if isinstance(start, int) and isinstance(end, int):
            same = [
                one.id for one in extraction.entities if any((at.start, at.end) == (start, end) for at in one.spans)
            ]
            inner = [
                (at.end - at.start, one.id)
                for one in extraction.entities
                for at in one.name_spans
                if start <= at.start and at.end <= end
            ]
            if same or inner:
                return {**given, "local": same[0] if same else max(inner)[1]}
        return given

    def _known(self, target: str) -> None:
        """Refuse an id that nothing has; an outlet's name counts as one, since it can be rated."""
        judged = self.story.judged
        known = {one.id for one in self.story.reports} | {one.id for one in self.story.linking.entities}
        known |= {one.id for one in judged.events} | {one.id for one in judged.conflicts}
        known |= {claim for event in judged.events for claim in event.claims}
        known |= {one.outlet for one in self.story.reports if one.outlet}
        if target not in known:
            raise NotFound("row", target)


def _rating(value: Mapping[str, object]) -> dict[str, object]:
    """Return the one or two picks of a rating; each stands for itself."""
    picks = {}
    for name, scale in (("reliability", RELIABILITY), ("credibility", CREDIBILITY)):
        pick = value.get(name)
        if pick is not None:
            if not isinstance(pick, str) or len(pick) != 1 or pick not in scale:
                raise BadValue(f"{name} is one of {', '.join(scale)}, not {pick!r}")
            picks[name] = pick
    if not picks:
        raise BadValue("a rating picks 'reliability' (A to F), 'credibility' (1 to 6), or both")
    return dict(picks)


def _note(value: Mapping[str, object]) -> dict[str, object]:
    text = value.get("text")
    if not isinstance(text, str) or not text.strip() or len(text) > LONGEST:
        raise BadValue(f"a note is a 'text' of 1 to {LONGEST} characters")
    return {"text": text}
