"""Claims as people corrected them, and those that people made by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import TypeVar

from sourcebook.errors import BadValue
from sourcebook.values.claims import ChainLink, Claim, Extraction, Participant, Trigger, When, Where
from sourcebook.values.judgements import Judgement, valued
from sourcebook.values.kinds import Anchor, CueKind, EventType, LinkKind, Modality, Polarity, Precision, Role, Tense
from sourcebook.values.spans import Span

Kind = TypeVar("Kind", bound=StrEnum)

MOST = 50
"""Participants or links of one claim; more are no reading of a sentence."""


def corrected(extractions: Sequence[Extraction], judgements: Iterable[Judgement]) -> tuple[Extraction, ...]:
    """
    Return what the reports say as people left it.

    Judgements that stand count, oldest first, so that of two corrections of one field the later holds. What they
    decide about and is no longer there is passed over.

    Raises:
        BadValue: If a judgement's value is none that ``changed`` or ``made`` takes.
    """
    standing = sorted((one for one in judgements if not one.undone), key=lambda one: (one.when, one.id))
    changes: dict[str, list[Judgement]] = {}
    new: dict[str, list[Judgement]] = {}
    for one in standing:
        if one.kind == "correct":
            changes.setdefault(one.target, []).append(one)
        elif one.kind == "claim":
            new.setdefault(one.target, []).append(one)
    return tuple(_corrected(one, changes, new) for one in extractions) if changes or new else tuple(extractions)


def _corrected(
    extraction: Extraction, changes: Mapping[str, Sequence[Judgement]], new: Mapping[str, Sequence[Judgement]]
) -> Extraction:
    by_hand = {claim.id: claim for claim in (made(extraction.report, one) for one in new.get(extraction.report, ()))}
    claims = {claim.id: claim for claim in extraction.claims} | by_hand
    told = []
    for name, claim in claims.items():
        left = claim
        for one in changes.get(name, ()):
            left = changed(left, one)
        told.append(left)
    return replace(extraction, claims=tuple(told)) if by_hand or any(one.first_id for one in told) else extraction


def changed(claim: Claim, judgement: Judgement) -> Claim:
    """
    Return a claim with one field as a judgement says: ``{"field": …, "value": …}``.

    Raises:
        BadValue: If there is no such field, or the value is none of its.
    """
    value = valued(judgement)
    field = value.get("field")
    change = _FIELDS.get(str(field))
    if change is None:
        raise BadValue(f"no field {field!r} can be corrected: one of {', '.join(_FIELDS)}")
    return replace(change(claim, value.get("value"), f"set by {judgement.by}"), first_id=claim.id)


def made(report: str, judgement: Judgement) -> Claim:
    """
    Return the claim that a person made of selected words: ``{"start", "end"}``, and fields as ``changed`` takes them.

    Raises:
        BadValue: If the words or a field can't be.
    """
    value = valued(judgement)
    words = span_in(value)
    trigger = span_in(value["trigger"]) if isinstance(value.get("trigger"), dict) else words
    draft = Claim(
        report=report,
        evidence=(words,),
        type=EventType.OTHER,
        trigger=Trigger(trigger, str(value.get("lemma", ""))),
        polarity=Polarity.POSITIVE,
        modality=Modality.ASSERTED,
        tense=Tense.PAST,
        confidence=1.0,
    )
    for field, change in _FIELDS.items():
        if field in value:
            draft = change(draft, value[field], f"set by {judgement.by}")
    return draft


def span_in(value: object) -> Span:
    """
    Return the span of a JSON object's ``start`` and ``end``.

    Raises:
        BadValue: If it has none.
    """
    if isinstance(value, dict):
        start, end = value.get("start"), value.get("end")
        if isinstance(start, int) and isinstance(end, int) and not isinstance(start, bool):
            return Span(start, end)
    raise BadValue("words are given by 'start' and 'end', whole numbers")


def _member(kind: type[Kind], value: object) -> Kind:
    try:
        return kind(str(value))
    except ValueError as fault:
        raise BadValue(f"{value!r} is none of {', '.join(kind)}") from fault


def _local(value: Mapping[str, object]) -> str | None:
    local = value.get("local")
    return local if isinstance(local, str) and local else None


def _type(claim: Claim, value: object, why: str) -> Claim:
    del why
    return replace(claim, type=_member(EventType, value), mode=None)


def _polarity(claim: Claim, value: object, why: str) -> Claim:
    del why
    return replace(claim, polarity=_member(Polarity, value))


def _modality(claim: Claim, value: object, why: str) -> Claim:
    del why
    return replace(claim, modality=_member(Modality, value))


def _tense(claim: Claim, value: object, why: str) -> Claim:
    del why
    return replace(claim, tense=_member(Tense, value))


def _background(claim: Claim, value: object, why: str) -> Claim:
    del why
    if not isinstance(value, bool):
        raise BadValue("'background' is true or false")
    return replace(claim, background=value)


def _time(claim: Claim, value: object, why: str) -> Claim:
    if value is None:
        return replace(claim, time=None)
    if not isinstance(value, dict):
        raise BadValue("a time is {'earliest', 'latest'}, days like 2031-05-04 or null")
    earliest, latest = _day(value.get("earliest")), _day(value.get("latest"))
    if earliest is None and latest is None:
        raise BadValue("a time has a first or a last day")
    if earliest is not None and latest is not None and latest < earliest:
        raise BadValue(f"{latest} is before {earliest}")
    precision = Precision.OPEN if earliest is None or latest is None else Precision.RANGE
    if earliest is not None and earliest == latest:
        precision = Precision.DAY
    span = span_in(value) if "start" in value else None
    return replace(claim, time=When(earliest, latest, precision, span, Anchor.TEXT, why))


def _day(value: object) -> date | None:
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as fault:
        raise BadValue(f"{value!r} is no day like 2031-05-04") from fault


def _place(claim: Claim, value: object, why: str) -> Claim:
    if value is None:
        return replace(claim, place=None)
    span = span_in(value)
    assert isinstance(value, dict)  # noqa: S101 - else it has no span
    return replace(claim, place=Where(span, _local(value), why))


def _participants(claim: Claim, value: object, why: str) -> Claim:
    del why
    known = {one.span: one for one in claim.participants}
    parts = []
    for one in _rows(value, "participants"):
        span = span_in(one)
        role = _member(Role, one.get("role"))
        if role not in {Role.ACTOR, Role.RECIPIENT, Role.PARTICIPANT}:
            raise BadValue(f"a participant is actor, recipient or participant, not {role}")
        before = known.get(span)
        made_ = Participant(role, span, _local(one))
        parts.append(made_ if before is None else replace(made_, count=before.count, of=before.of))
    return replace(claim, participants=tuple(parts))


def _chain(claim: Claim, value: object, why: str) -> Claim:
    del why
    links = []
    for one in _rows(value, "chain"):
        cue = one.get("cue")
        links.append(
            ChainLink(
                span=span_in(one) if "start" in one else None,
                local=_local(one),
                kind=_member(LinkKind, one.get("kind", LinkKind.UNKNOWN)),
                anonymous=one.get("anonymous") is True,
                cue=span_in(cue) if cue is not None else None,
                cue_kind=_member(CueKind, one.get("cue_kind", CueKind.SAYS)),
            )
        )
    return replace(claim, attribution=tuple(links))


def _rows(value: object, name: str) -> list[dict[str, object]]:
    if not isinstance(value, list) or len(value) > MOST or not all(isinstance(one, dict) for one in value):
        raise BadValue(f"'{name}' is a list of at most {MOST} objects")
    return value


_FIELDS: dict[str, Callable[[Claim, object, str], Claim]] = {
    "type": _type,
    "polarity": _polarity,
    "modality": _modality,
    "tense": _tense,
    "background": _background,
    "time": _time,
    "place": _place,
    "participants": _participants,
    "chain": _chain,
}
"""What can be corrected, and how."""

FIELDS = tuple(_FIELDS)
"""Names of the fields that can be corrected."""
