"""How one state of a story differs from another, in lines for a person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sourcebook.judge.rules import meaning
from sourcebook.tell.dates import written
from sourcebook.tell.views import Brief
from sourcebook.values.kinds import ConflictField, Status
from sourcebook.values.links import Entity
from sourcebook.values.standing import Conflict, Event, Judged
from sourcebook.values.story import Story

MOST = 40
"""Lines that are told; whoever changed more is told how many more."""


def differences(before: Story, after: Story, first: Brief | None, second: Brief | None) -> tuple[str, ...]:
    """Return what changed: events and their standing, who is who, conflicts, lines of the brief."""
    lines = [
        *_events(before.judged.events, after.judged.events),
        *_entities(before.linking.entities, after.linking.entities),
        *_conflicts(before.judged, after.judged),
        *_brief(first, second),
    ]
    told = list(dict.fromkeys(lines))
    if len(told) > MOST:
        return (*told[:MOST], f"and {len(told) - MOST} more changes")
    return tuple(told)


def _events(before: Sequence[Event], after: Sequence[Event]) -> Iterator[str]:
    yield from _regrouped(
        {one.id: (one.title, one.claims) for one in before}, {one.id: (one.title, one.claims) for one in after}
    )
    new = {one.id: one for one in after}
    for one in before:
        now = new.get(one.id)
        if now is None:
            continue
        if now.status is not one.status:
            rule = meaning(now.because[0].rule)
            yield f"“{now.title}”: {_said(one.status)} → {_said(now.status)} ({rule[:1].lower()}{rule[1:]})"
        if now.title != one.title:
            yield f"“{one.title}” is called “{now.title}” now"
        if now.type is not one.type:
            yield f"“{now.title}”: type {one.type.lower()} → {now.type.lower()}"
        if written(now.time) != written(one.time):
            yield f"“{now.title}”: time {written(one.time) or 'unknown'} → {written(now.time) or 'unknown'}"
        if (now.place, now.place_report) != (one.place, one.place_report):
            yield f"“{now.title}”: another place" if now.place is not None else f"“{now.title}”: no place any more"
        if len(now.origins) != len(one.origins):
            yield f"“{now.title}”: {_count(len(one.origins), 'origin')} → {_count(len(now.origins), 'origin')}"


def _entities(before: Sequence[Entity], after: Sequence[Entity]) -> Iterator[str]:
    yield from _regrouped(
        {one.id: (one.name, one.members) for one in before}, {one.id: (one.name, one.members) for one in after}
    )


def _regrouped(
    before: Mapping[str, tuple[str, Iterable[str]]], after: Mapping[str, tuple[str, Iterable[str]]]
) -> Iterator[str]:
    """Yield what was joined, split or made anew. Both give a name and members by id."""
    home = {member: id_ for id_, (_, members) in before.items() for member in members}
    now = {member: id_ for id_, (_, members) in after.items() for member in members}
    for name, members in after.values():
        old = list(dict.fromkeys(home[one] for one in members if one in home))
        if not old:
            yield f"“{name}” is new"
        whole = [one for one in old if len({now.get(each, "") for each in before[one][1]}) == 1]
        if len(whole) > 1:
            yield f"{' and '.join(f'“{before[one][0]}”' for one in whole)} are one now: “{name}”"
    for name, members in before.values():
        new = list(dict.fromkeys(now[one] for one in members if one in now))
        if not new:
            yield f"“{name}” is gone"
        if len(new) > 1:
            yield f"“{name}” is {len(new)} now: {', '.join(f'“{after[one][0]}”' for one in new)}"


def _conflicts(before: Judged, after: Judged) -> Iterator[str]:
    titles = {one.id: one.title for each in (before, after) for one in each.events}
    old, new = ({_values(one): one for one in each.conflicts} for each in (before, after))
    for key, one in new.items():
        known = old.get(key)
        if known is None:
            yield f"“{titles[one.event]}”: a conflict, {_about(one)}, {one.state}"
        elif known.state is not one.state:
            yield f"“{titles[one.event]}”: the conflict, {_about(one)}, {known.state} → {one.state}"
    for key, one in old.items():
        if key not in new:
            yield f"“{titles[one.event]}”: no conflict any more, {_about(one)}"


def _about(one: Conflict) -> str:
    if one.field is ConflictField.POLARITY:
        return "so or not so"
    return f"{one.field} {' or '.join(side.value for side in one.sides)}"


def _said(status: Status) -> str:
    return status.replace("-", " ")


def _values(one: Conflict) -> tuple[str, ...]:
    return (one.event, one.field.value, *sorted(side.value for side in one.sides))


def _brief(before: Brief | None, after: Brief | None) -> Iterator[str]:
    old, new = _sentences(before), _sentences(after)
    for line in new:
        if line not in old:
            yield f"in the brief now: {line}"
    for line in old:
        if line not in new:
            yield f"no longer in the brief: {line}"


def _sentences(brief: Brief | None) -> dict[str, None]:
    if brief is None:
        return {}
    lines = [(section, line) for section in brief.sections for line in section.lines]
    return {f"{section.title}: {line.sentence.removesuffix('; also.').rstrip('.')}.": None for section, line in lines}


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
