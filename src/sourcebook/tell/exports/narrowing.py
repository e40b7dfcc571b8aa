"""Briefs, dossiers and records with only what fits some conditions, whole in themselves."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace

from sourcebook.tell.record import Json
from sourcebook.tell.views import Brief, Chapter, Citation, Dossier, Entry, Piece


def renumbered(brief: Brief) -> Brief:
    """Return the brief with only the citations that its lines bear, counted from 1 in the order of reading."""
    lines = [line for section in brief.sections for line in section.lines]
    numbers = _numbers(piece for line in lines for piece in line.pieces)
    return replace(
        brief,
        sections=tuple(
            replace(one, lines=tuple(replace(line, pieces=_counted(line.pieces, numbers)) for line in one.lines))
            for one in brief.sections
        ),
        citations=_cited(brief.citations, numbers),
    )


def narrowed_dossier(dossier: Dossier, kept: AbstractSet[str]) -> Dossier:
    """Return the dossier with the names, and of the other lines those whose event or claim is among ``kept``."""
    chapters = []
    for one in dossier.chapters:
        entries = tuple(each for each in one.entries if one.key == "names" or each.id in kept)
        if entries:
            chapters.append(replace(one, entries=entries))
    numbers = _numbers(piece for one in chapters for entry in one.entries for piece in entry.pieces)

    def recounted(one: Chapter) -> Chapter:
        return replace(one, entries=tuple(_entry(entry, numbers) for entry in one.entries))

    return replace(
        dossier,
        chapters=tuple(recounted(one) for one in chapters),
        citations=_cited(dossier.citations, numbers),
    )


def _entry(entry: Entry, numbers: Mapping[int, int]) -> Entry:
    return replace(entry, pieces=_counted(entry.pieces, numbers))


def _numbers(pieces: Iterable[Piece]) -> dict[int, int]:
    order = dict.fromkeys(number for piece in pieces for number in piece.citations)
    return {old: new for new, old in enumerate(order, 1)}


def _counted(pieces: tuple[Piece, ...], numbers: Mapping[int, int]) -> tuple[Piece, ...]:
    return tuple(replace(one, citations=tuple(numbers[number] for number in one.citations)) for one in pieces)


def _cited(citations: Iterable[Citation], numbers: Mapping[int, int]) -> tuple[Citation, ...]:
    kept = [replace(one, number=numbers[one.number]) for one in citations if one.number in numbers]
    return tuple(sorted(kept, key=lambda one: one.number))


def narrowed_record(record: Json, events: Collection[str]) -> Json:
    """
    Return the record with these events and all that they rest on, and nothing that points outside of it.

    Kept are the events, those that they are plans of, that answer them or stand against them; all their claims, for a
    status rests on all of them; whoever has a part in those, with their mentions in the reports that tell them;
    conflicts and judgements.
    """
    kept = _Kept.of(record, events)
    reports = [
        {**one, "copies": [each for each in _texts(one["copies"]) if each in kept.reports]}
        for one in _rows(record, "reports")
        if one["id"] in kept.reports
    ]
    entities = [kept.entity(one) for one in _rows(record, "entities") if one["id"] in kept.entities]
    claims = [one for one in _rows(record, "claims") if one["id"] in kept.claims]
    told = [one for one in _rows(record, "events") if one["id"] in kept.events]
    conflicts = [one for one in _rows(record, "conflicts") if one["event"] in kept.events]
    about = kept.events | kept.claims | kept.entities | kept.reports | {str(one["id"]) for one in conflicts}
    judgements = [one for one in _rows(record, "judgements") if set(str(one["target"]).split()) & about]
    made: Json = {
        "reports": reports,
        "entities": entities,
        "claims": claims,
        "events": told,
        "conflicts": conflicts,
        "judgements": judgements,
    }
    story = record["story"]
    assert isinstance(story, dict)  # noqa: S101 - as_record made it
    counts = {name: len(_rows(made, name)) for name in story["counts"]}
    return {"story": {**story, "counts": counts}, **made}


@dataclass(slots=True)
class _Kept:
    """Ids of what stays."""

    events: set[str] = field(default_factory=set)
    claims: set[str] = field(default_factory=set)
    entities: set[str] = field(default_factory=set)
    reports: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, record: Json, events: Collection[str]) -> _Kept:
        kept = cls()
        by_event = {str(one["id"]): one for one in _rows(record, "events")}
        by_claim = {str(one["id"]): one for one in _rows(record, "claims")}
        about: dict[str, list[Json]] = {}
        for conflict in _rows(record, "conflicts"):
            about.setdefault(str(conflict["event"]), []).append(conflict)
        waiting = sorted(events)
        while waiting:
            name = waiting.pop()
            if name in kept.events or name not in by_event:
                continue
            kept.events.add(name)
            for key, found in _references([by_event[name], *about.get(name, ())]):
                if key == "plan_of":
                    waiting.append(found)
                elif key in {"claim", "claims"} and found in by_claim:
                    kept.claims.add(found)
                    waiting.append(str(by_claim[found]["event"]))
        rows = [by_event[one] for one in kept.events] + [by_claim[one] for one in kept.claims]
        facts = [
            fact for one in _rows(record, "entities") for fact in _rows(one, "facts") if fact["claim"] in kept.claims
        ]
        owners = {
            str(one["id"])
            for one in _rows(record, "entities")
            if any(fact["claim"] in kept.claims for fact in _rows(one, "facts"))
        }
        for row in (*rows, *facts):
            for key, found in _references(row):
                if key == "entity":
                    kept.entities.add(found)
                elif key in {"report", "reports"}:
                    kept.reports.add(found)
        kept.entities |= owners
        return kept

    def entity(self, one: Json) -> Json:
        """Return an entity with its mentions, facts and doubts that stay."""

        def here(rows: list[Json]) -> list[Json]:
            return [each for each in rows if each["report"] in self.reports]

        aliases = [{**each, "spans": here(_rows(each, "spans"))} for each in _rows(one, "aliases")]
        return {
            **one,
            "aliases": [each for each in aliases if each["spans"]],
            "mentions": here(_rows(one, "mentions")),
            "facts": [each for each in _rows(one, "facts") if each["claim"] in self.claims],
            "possibly_same": [each for each in _rows(one, "possibly_same") if each["entity"] in self.entities],
        }


def _references(node: object) -> Iterator[tuple[str, str]]:
    """Yield every key below a node with the text, or each text of the list, that it holds."""
    if isinstance(node, Mapping):
        for key, value in node.items():
            for one in value if isinstance(value, list) else [value]:
                if isinstance(one, str):
                    yield key, one
            yield from _references(value)
    elif isinstance(node, list):
        for one in node:
            yield from _references(one)


def _rows(node: Mapping[str, object], name: str) -> list[Json]:
    rows = node[name]
    assert isinstance(rows, list)  # noqa: S101 - as_record made it
    return rows


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)  # noqa: S101 - as_record made it
    return value
