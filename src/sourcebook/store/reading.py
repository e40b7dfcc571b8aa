"""What can be asked of a story."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import Connection, Select, Table, select

from sourcebook.errors import NotFound, StoreFault
from sourcebook.store import search, tables
from sourcebook.store.cards import Cards
from sourcebook.store.codec import Value, read, unpacked
from sourcebook.store.known import Known
from sourcebook.store.ledger import Ledger, facts_of
from sourcebook.values.claims import Extraction
from sourcebook.values.correcting import corrected
from sourcebook.values.judgements import Judgement, folded
from sourcebook.values.links import Entity, Happening, Linking
from sourcebook.values.marks import Annotation
from sourcebook.values.reports import Report
from sourcebook.values.standing import Conflict, Event, Judged
from sourcebook.values.story import Story


@dataclass(frozen=True, slots=True)
class Original:
    """A report's bytes as they were read, and what they are (``text/html``)."""

    content: bytes
    media_type: str


@dataclass(frozen=True, slots=True)
class Reading:
    """
    Read access to a story, inside one transaction. Made by ``Store.reading``.

    Only current reports are seen, unless the name says otherwise.

    Attributes:
        known: What was read before through the same ``Store``.
    """

    address: str
    connection: Connection
    known: Known = field(default_factory=Known)

    @property
    def ledger(self) -> Ledger:
        """What was done, and by whom."""
        return Ledger(self.connection)

    @property
    def cards(self) -> Cards:
        """What pages show."""
        return Cards(self.connection)

    @property
    def title(self) -> str:
        """What the user called the story."""
        return str(facts_of(self.connection)["title"])

    def story(self) -> Story:
        """
        Return everything, the claims as people corrected them. Decisions that wait to be worked in are not in it.

        Raises:
            StoreFault: If a build was begun and not finished, so that nothing holds over the whole story.
        """
        if not self.ledger.whole():
            raise StoreFault(self.address, "its build was not finished; run 'sourcebook build' with it again")
        known, judgements = facts_of(self.connection), self.judgements(settled=True)
        return Story(
            title=known["title"],
            version=known["version"],
            annotator=known["annotator"],
            reports=self.reports(),
            extractions=corrected(self.extractions(), judgements),
            linking=Linking(
                entities=self._derived(tables.entities, Entity),
                happenings=self._derived(tables.happenings, Happening),
                copies=self._derived(tables.copies, tuple[str, str]),
            ),
            judged=Judged(
                events=self._derived(tables.events, Event), conflicts=self._derived(tables.conflicts, Conflict)
            ),
            judgements=judgements,
        )

    def reports(self) -> tuple[Report, ...]:
        """Return the reports in order of id."""
        return self.known.all(self._all(select(tables.reports.c.value)), Report)

    def extractions(self) -> tuple[Extraction, ...]:
        """
        Return what the reports say, as it was read, in order of report id.

        A report that was not yet read for it is left out. Corrections are not in it: see ``story``.
        """
        return self.known.all(self._all(select(tables.extractions.c.value).join(tables.reports)), Extraction)

    def report(self, report_id: str) -> Report:
        """
        Return one report.

        Raises:
            NotFound: If there is none with that id.
        """
        return read(str(self._one(tables.reports.c.value, report_id)), Report)

    def original(self, report_id: str) -> Original:
        """
        Return the bytes that a report was read from.

        Raises:
            NotFound: If there is no report with that id.
        """
        table = tables.reports
        query = select(table.c.original, table.c.media_type).where(table.c.id == report_id, table.c.current)
        row = self.connection.execute(query).one_or_none()
        if row is None:
            raise NotFound("report", report_id)
        return Original(unpacked(bytes(row[0])), str(row[1]))

    def annotation(self, report_id: str) -> Annotation | None:
        """
        Return what is marked on one report; None where nothing was yet.

        Raises:
            NotFound: If there is no report with that id.
        """
        number = self._one(tables.reports.c.number, report_id)
        query = select(tables.annotated.c.value).where(tables.annotated.c.report == number)
        found = self.connection.execute(query).scalar_one_or_none()
        return None if found is None else read(unpacked(bytes(found)).decode(), Annotation)

    def superseded(self, place: str) -> tuple[Report, ...]:
        """Return the older versions of the report at a path or address, oldest first."""
        table = tables.reports
        query = select(table.c.value).where(table.c.place == place, ~table.c.current).order_by(table.c.number)
        return tuple(read(str(value), Report) for (value,) in self.connection.execute(query))

    def judgements(self, *, settled: bool = False) -> tuple[Judgement, ...]:
        """
        Return what people decided, in the order that it arrived; what was taken back since is marked as undone.

        Args:
            settled: As it was when the whole-story results were made: without those that wait to be worked in.
        """
        query = select(tables.judgements.c.value).order_by(tables.judgements.c.number)
        query = query.limit(self.ledger.settled()) if settled else query
        return folded([read(str(value), Judgement) for (value,) in self.connection.execute(query)])

    def search(
        self, words: str, most: int = 20, *, every: bool = True
    ) -> tuple[tuple[search.FoundReport, ...], tuple[search.FoundClaim, ...]]:
        """
        Return the reports and the claims that hold all the words, at most ``most`` of each, best match first.

        Args:
            every: False for claims that hold any word that begins with any of these; reports must hold all.
        """
        claims = search.find_claims(self.connection, words, most, every=every)
        return search.find_reports(self.connection, words, most), claims

    def _all(self, query: Select[tuple[str]]) -> list[str]:
        narrowed = query.where(tables.reports.c.current).order_by(tables.reports.c.id)
        return [str(value) for (value,) in self.connection.execute(narrowed)]

    def _one(self, column: object, report_id: str) -> object:
        query = select(column).where(tables.reports.c.id == report_id, tables.reports.c.current)  # type: ignore[call-overload]
        found: object = self.connection.execute(query).scalar_one_or_none()
        if found is None:
            raise NotFound("report", report_id)
        return found

    def _derived(self, table: Table, kind: type[Value]) -> tuple[Value, ...]:
        query = select(table.c.value).order_by(table.c.position)
        return self.known.all([str(value) for (value,) in self.connection.execute(query)], kind)
