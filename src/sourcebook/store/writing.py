"""What can be changed in a story."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, Table, delete, func, insert, select, update

from sourcebook.errors import NotFound
from sourcebook.store import search, tables
from sourcebook.store.codec import packed, written
from sourcebook.store.reading import Reading
from sourcebook.store.shelving import keep_cards
from sourcebook.values.cards import Card, SameCard, Tie
from sourcebook.values.claims import Extraction
from sourcebook.values.judgements import Judgement
from sourcebook.values.links import Linking
from sourcebook.values.marks import Annotation
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Report
from sourcebook.values.standing import Judged


@dataclass(frozen=True, slots=True)
class Writing:
    """
    One transaction on a story. Made by ``Store.writing``.

    Attributes:
        shelf: What the story holds, as changed so far in this transaction.
    """

    shelf: Reading
    connection: Connection

    def add_report(self, report: Report, original: bytes, media_type: str, *, instead_of: str | None = None) -> None:
        """
        Add a report; its stages are all still to be done.

        Args:
            instead_of: Id of the report that it is the newer version of. That one is kept, with its bytes, but is no
                longer current; what was found in it is forgotten.

        Raises:
            NotFound: If there is no report ``instead_of``.
            StoreFault: If a current report has that id already.
        """
        older = None if instead_of is None else self._number(instead_of)
        if older is not None:
            self._forget(older)
            self.connection.execute(
                update(tables.reports).where(tables.reports.c.number == older).values(current=False)
            )
        row = {
            "id": report.id,
            "place": place_of(report),
            "sha256": report.sha256,
            "current": True,
            "media_type": media_type,
            "value": written(report),
            "original": packed(original),
        }
        number = self.connection.execute(insert(tables.reports).returning(tables.reports.c.number), row).scalar_one()
        if older is not None:
            change = update(tables.reports).where(tables.reports.c.number == older).values(successor=number)
            self.connection.execute(change)
        search.add_report(self.connection, int(number), report.title or "", report.text)
        self._loosen()

    def remove_report(self, report_id: str) -> None:
        """
        Remove a report and its older versions, and what was found in them.

        Raises:
            NotFound: If there is no current report with that id.
        """
        number = self._number(report_id)
        chain = [number]
        while True:
            query = select(tables.reports.c.number).where(tables.reports.c.successor == chain[-1])
            older = self.connection.execute(query).scalars().first()
            if older is None:
                break
            chain.append(int(older))
        place = str(
            self.connection.execute(
                select(tables.reports.c.place).where(tables.reports.c.number == number)
            ).scalar_one()
        )
        files = {place, place.rpartition("#")[0]}
        self.connection.execute(delete(tables.inputs).where(tables.inputs.c.path.in_(files)))
        for one in chain:
            self._forget(one)
        self.connection.execute(delete(tables.reports).where(tables.reports.c.number.in_(chain)))
        self._loosen()

    def keep_annotation(self, annotation: Annotation, producer: Producer) -> None:
        """
        Keep what is marked on a report, in place of what was, and mark the stage as done.

        Raises:
            NotFound: If there is no current report with that id.
        """
        number = self._number(annotation.report)
        self._put(tables.annotated, number, packed(written(annotation).encode()))
        self._mark(number, producer)

    def keep_extraction(self, extraction: Extraction, producer: Producer) -> None:
        """
        Keep what a report says, in place of what was, make its claims findable and mark the stage as done.

        Raises:
            NotFound: If there is no current report with that id.
        """
        number = self._number(extraction.report)
        report = self.shelf.report(extraction.report)
        search.drop_claims(self.connection, number)
        self.connection.execute(delete(tables.claims).where(tables.claims.c.report == number))
        self._put(tables.extractions, number, written(extraction))
        if extraction.claims:
            adding = insert(tables.claims).returning(tables.claims.c.number, sort_by_parameter_order=True)
            rows = [{"id": claim.id, "report": number} for claim in extraction.claims]
            numbers = self.connection.execute(adding, rows).scalars().all()
            words = ("\n".join(report.words(span) for span in claim.evidence) for claim in extraction.claims)
            search.add_claims(self.connection, zip(numbers, words, strict=True))
        self._mark(number, producer)
        self._loosen()

    def keep_fingerprint(self, path: str, fingerprint: str) -> None:
        """Note how a file is, now that all its reports are kept; removing one of them makes it forgotten."""
        self.connection.execute(delete(tables.inputs).where(tables.inputs.c.path == path))
        self.connection.execute(insert(tables.inputs), {"path": path, "fingerprint": fingerprint})

    def call_it(self, title: str) -> None:
        """Give the story its title."""
        self._fact("title", title)

    def keep_whole(
        self,
        linking: Linking,
        judged: Judged,
        *,
        version: str,
        annotator: str,
        producers: Iterable[Producer | str],
        settled: int | None = None,
    ) -> None:
        """
        Keep what holds over the whole story, with who made it, in place of what did. It holds until a change.

        Args:
            settled: How many judgements it heeds, in order of arrival; None for all there are. The others wait.
        """
        for table, values in (
            (tables.entities, [(one.id, written(one)) for one in linking.entities]),
            (tables.happenings, [(one.id, written(one)) for one in linking.happenings]),
            (tables.copies, [(one[0], written(one)) for one in linking.copies]),
            (tables.events, [(one.id, written(one)) for one in judged.events]),
            (tables.conflicts, [(one.id, written(one)) for one in judged.conflicts]),
        ):
            known = self.connection.execute(select(table.c.id, table.c.value).order_by(table.c.position))
            if [(str(key), str(value)) for key, value in known] == values:
                continue
            self.connection.execute(delete(table))
            rows = [{"position": place, "id": key, "value": value} for place, (key, value) in enumerate(values)]
            if rows:
                self.connection.execute(insert(table), rows)
        self._loosen()
        self._settle(settled)
        self._fact("version", version)
        self._fact("annotator", annotator)
        self._fact("whole", written(tuple(str(one) for one in producers)))

    def keep_cards(self, cards: Iterable[Card | SameCard], ties: Iterable[Tie], stamp: str) -> None:
        """
        Keep what pages show, in place of what was. It holds until a change, as whole-story results do.

        Args:
            cards: All of them, in the order of their lists; of those that are as they were, only the names.
            ties: Those of the claims whose cards are given in full.
            stamp: What tells this state from others.
        """
        keep_cards(self.connection, cards, ties)
        self.stamp_cards(stamp)

    def stamp_cards(self, stamp: str) -> None:
        """Say that the cards, as they are, hold under another stamp."""
        self._fact("cards", stamp)

    def add_judgement(self, judgement: Judgement, *, waiting: bool = False) -> None:
        """
        Add somebody's decision.

        Args:
            waiting: It is worked in later: until then whole-story results and cards hold as they are, without it.

        Raises:
            StoreFault: If one with that id is there already.
        """
        row = {"id": judgement.id, "target": judgement.target, "value": written(judgement)}
        before = self.connection.execute(select(func.count()).select_from(tables.judgements)).scalar_one()
        self.connection.execute(insert(tables.judgements), row)
        if not waiting:
            self._loosen()
            return
        if self.shelf.ledger.settled() is None:
            self._settle(int(before))
        stamp = self.shelf.cards.stamp()
        if stamp is not None:
            self.stamp_cards(f"{stamp.partition('+')[0]}+{int(before) + 1}")  # pages show the decision itself

    def settle(self, stamp: str) -> None:
        """Say that the whole-story results and the cards, as they are, heed every judgement; the cards get a stamp."""
        self._settle(None)
        self.stamp_cards(stamp)

    def _number(self, report_id: str) -> int:
        query = select(tables.reports.c.number).where(tables.reports.c.id == report_id, tables.reports.c.current)
        found = self.connection.execute(query).scalar_one_or_none()
        if found is None:
            raise NotFound("report", report_id)
        return int(found)

    def _forget(self, number: int) -> None:
        """Drop everything found in a report, but not the report."""
        search.drop_report(self.connection, number)
        for table in (tables.annotated, tables.extractions, tables.claims, tables.done):
            self.connection.execute(delete(table).where(table.c.report == number))

    def _put(self, table: Table, number: int, value: str | bytes) -> None:
        self.connection.execute(delete(table).where(table.c.report == number))
        self.connection.execute(insert(table), {"report": number, "value": value})

    def _mark(self, number: int, producer: Producer) -> None:
        same = (tables.done.c.report == number) & (tables.done.c.stage == producer.stage)
        self.connection.execute(delete(tables.done).where(same))
        row = {"report": number, "stage": producer.stage, "version": producer.version, "model": producer.model}
        self.connection.execute(insert(tables.done), row)

    def _fact(self, key: str, value: str) -> None:
        self.connection.execute(delete(tables.facts).where(tables.facts.c.key == key))
        self.connection.execute(insert(tables.facts), {"key": key, "value": value})

    def _settle(self, count: int | None) -> None:
        self.connection.execute(delete(tables.facts).where(tables.facts.c.key == "settled"))
        if count is not None:
            self._fact("settled", str(count))

    def _loosen(self) -> None:
        """The whole-story results no longer hold."""
        self.connection.execute(delete(tables.facts).where(tables.facts.c.key.in_(("whole", "cards"))))


def place_of(report: Report) -> str:
    """Return where a report comes from: its path, else its address, else its id."""
    return report.path or report.url or report.id
