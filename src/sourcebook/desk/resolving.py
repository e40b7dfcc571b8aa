"""What a page sends as a decision, turned into what is kept: everything named by ids that last."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sourcebook.desk.wording import chain_placed, parts_placed, placed
from sourcebook.errors import BadValue, NotFound
from sourcebook.store.parts import Parts
from sourcebook.store.reading import Reading
from sourcebook.values.cards import CardKind
from sourcebook.values.claims import Claim, Extraction
from sourcebook.values.correcting import changed, corrected, made, span_in
from sourcebook.values.judgements import KINDS, UNDO, Judgement
from sourcebook.values.spans import Span

RELIABILITY = "ABCDEF"
"""Of a source, from completely reliable to not to be judged (NATO AJP-2.1, the Admiralty scale)."""

CREDIBILITY = "123456"
"""Of what is told, from confirmed by others to not to be judged (the same)."""

LONGEST = 4000
"""Of a reason or a note. Unit: code points."""

_SHOWN = (CardKind.REPORT, CardKind.ENTITY, CardKind.EVENT, CardKind.CLAIM, CardKind.CONFLICT, CardKind.OUTLET)
"""What a note or rating can be about."""


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
class Resolver:
    """Looks up what a decision names, each thing by itself: a story of any size is asked as quickly."""

    shelf: Reading
    parts: Parts

    @classmethod
    def of(cls, shelf: Reading) -> Resolver:
        """Return the resolver of a story whose cards hold."""
        return cls(shelf, Parts(shelf.connection))

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
        entity, event = self.parts.entity(id_), self.parts.event(id_)
        if entity is not None or event is not None:
            return ("entity", entity.members) if entity is not None else ("event", event.claims if event else ())
        if self.parts.event_of(id_) is not None:
            return "event", (id_,)
        if self.parts.entity_of(id_) is not None:
            return "entity", (id_,)
        raise NotFound("entity, event or claim", id_)

    def _claims(self, kind: str, target: str) -> dict[str, object]:
        """Return the claims that accepting or rejecting an event means; nothing for a claim or conflict itself."""
        event = self.parts.event(target)
        if event is not None:
            return {"claims": list(event.claims)}
        if self.parts.event_of(target) is not None:
            return {}
        if kind == "accept" and self.parts.conflict(target) is not None:
            return {}
        raise NotFound("claim or event" if kind == "reject" else "claim, event or conflict", target)

    def _extraction(self, claim: str) -> Extraction:
        report = self.parts.report_of(claim)
        found = None if report is None else self.parts.extraction(report)
        if found is None:
            raise NotFound("claim", claim)
        return corrected((found,), self.shelf.judgements())[0]

    def check(self, judgement: Judgement) -> None:
        """
        Carry a correction out on its claim alone, so that one that can't be is never kept.

        Raises:
            BadValue: If it can't be, or its words lie outside the report.
        """
        if judgement.kind == "correct":
            claim = next(one for one in self._extraction(judgement.target).claims if one.id == judgement.target)
            left = changed(claim, judgement)
        elif judgement.kind == "claim":
            left = made(judgement.target, judgement)
        else:
            return
        text = self.shelf.report(left.report).text
        parts = [*left.evidence, left.trigger.span, *(one.span for one in left.participants)]
        parts += [span for one in left.attribution for span in (one.span, one.cue) if span is not None]
        parts += [one.span for one in (left.place, left.time) if one is not None and one.span is not None]
        if any(one.end > len(text) or not one.of(text).strip() for one in parts):
            raise BadValue("the words lie outside the report's text, or are blank")

    def _by_hand(self, report: str, value: Mapping[str, object]) -> dict[str, object]:
        extraction = self.parts.extraction(report)
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
        text = self.shelf.report(extraction.report).text
        if field == "place":
            return _worded(text, self._local(extraction, placed(text, rows[0], near))) if rows else value
        if field == "participants":
            told = parts_placed(text, rows, near, () if claim is None else claim.participants)
        else:
            told = chain_placed(text, rows, near, () if claim is None else claim.attribution)
        return [_worded(text, self._local(extraction, one)) for one in told]

    def _local(self, extraction: Extraction, value: dict[str, object]) -> dict[str, object]:
        if "local" in value:
            return value
        given = {name: one for name, one in value.items() if name != "entity"}
        wanted = value.get("entity")
        inside = {one.id: one for one in extraction.entities}
        if isinstance(wanted, str) and wanted:
            entity = self.parts.entity(wanted)
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
        if not any(self.shelf.cards.faces(kind, [target]) for kind in _SHOWN):
            raise NotFound("row", target)


def _worded(text: str, row: dict[str, object]) -> dict[str, object]:
    """Return a row with the words that it names, so that the decision can be read by itself."""
    start, end = row.get("start"), row.get("end")
    if not isinstance(start, int) or not isinstance(end, int):
        return row
    return {**row, "words": " ".join(text[start:end].split())}


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
