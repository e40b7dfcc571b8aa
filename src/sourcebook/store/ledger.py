"""What was done in a story, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from sourcebook.store import tables
from sourcebook.store.codec import read
from sourcebook.values.producers import Producer


@dataclass(frozen=True, slots=True)
class Ledger:
    """What was done in a story, by whom: what a build must know to go on. Made by ``Reading.ledger``."""

    connection: Connection

    def title(self) -> str | None:
        """Return what the story is called; None before it was told."""
        return facts_of(self.connection).get("title")

    def annotator(self) -> str:
        """Return the model and its checksum that the whole-story results rest on; empty where there are none."""
        return facts_of(self.connection).get("annotator", "")

    def whole(self) -> tuple[str, ...]:
        """
        Return who made the whole-story results, in order; empty where they don't hold.

        They cease to hold with the first change of a report, an extraction or a judgement.
        """
        made = facts_of(self.connection).get("whole")
        return read(made, tuple[str, ...]) if made is not None else ()

    def settled(self) -> int | None:
        """Return how many judgements, in order of arrival, the whole-story results heed; None for all there are."""
        found = facts_of(self.connection).get("settled")
        return None if found is None else int(found)

    def claims(self) -> int:
        """Return how many claims the reports make, as they were read."""
        query = select(func.count()).select_from(tables.claims)
        return int(self.connection.execute(query).scalar_one())

    def places(self) -> Mapping[str, str]:
        """Return the path or address of every report, by its id, in order."""
        query = select(tables.reports.c.id, tables.reports.c.place).where(tables.reports.c.current)
        return dict(sorted((str(one), str(place)) for one, place in self.connection.execute(query)))

    def fingerprints(self) -> Mapping[str, str]:
        """Return how each file was when all its reports were kept, by its path."""
        query = select(tables.inputs.c.path, tables.inputs.c.fingerprint)
        return {str(path): str(found) for path, found in self.connection.execute(query)}

    def marks(self) -> Mapping[str, frozenset[Producer]]:
        """Return, for every report by id, who did which stage."""
        table = tables.done
        query = (
            select(tables.reports.c.id, table.c.stage, table.c.version, table.c.model)
            .select_from(tables.reports.outerjoin(table))
            .where(tables.reports.c.current)
        )
        found: dict[str, set[Producer]] = {}
        for report, stage, version, model in self.connection.execute(query):
            marks = found.setdefault(str(report), set())
            if stage is not None:
                marks.add(Producer(str(stage), int(version), str(model)))
        return {report: frozenset(marks) for report, marks in sorted(found.items())}


def facts_of(connection: Connection) -> dict[str, str]:
    """Return the story's title, version, annotator, and who made the whole-story results, as far as they are known."""
    query = select(tables.facts.c.key, tables.facts.c.value)
    return {str(key): str(value) for key, value in connection.execute(query)}
