"""
The tables of a story, in types that SQLite and PostgreSQL share.

Values are kept whole, as JSON; columns beside them are only what a query looks by. A report has a number of its own
here, because an identifier that a sidecar gives stays the same when the file behind it changes.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    text,
)

HEAD = "0003"
"""The newest migration; a test compares it with the folder ``migrations``."""

NUMBER = BigInteger().with_variant(Integer(), "sqlite")
"""SQLite counts rows by itself only where the key is a plain INTEGER."""

metadata = MetaData()

facts = Table(
    "facts_of_story",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("value", Text, nullable=False),
)
"""Title, version, annotator, which producers made the whole-story results, and how many judgements those heed."""

reports = Table(
    "reports",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("successor", NUMBER, ForeignKey("reports.number", ondelete="SET NULL")),
    Column("media_type", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("original", LargeBinary, nullable=False),
)
"""``place`` is the path or address; a report that a newer version replaced is not current and names its successor."""

Index("one_current_report", reports.c.id, unique=True, sqlite_where=text("current"), postgresql_where=text("current"))
Index("reports_by_place", reports.c.place)
Index("reports_by_successor", reports.c.successor)

inputs = Table(
    "inputs",
    metadata,
    Column("path", Text, primary_key=True),
    Column("fingerprint", Text, nullable=False),
)
"""Files all of whose reports were kept, and how they were then."""

annotated = Table(
    "annotations",
    metadata,
    Column("report", NUMBER, ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)

extractions = Table(
    "extractions",
    metadata,
    Column("report", NUMBER, ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True),
    Column("value", Text, nullable=False),
)

claims = Table(
    "claims",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False),
    Column("report", NUMBER, ForeignKey("reports.number", ondelete="CASCADE"), nullable=False),
)
"""Where a claim is to be found; the claim itself is in its report's extraction."""

Index("claims_by_id", claims.c.id)
Index("claims_by_report", claims.c.report)

done = Table(
    "done",
    metadata,
    Column("report", NUMBER, ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True),
    Column("stage", String(64), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("model", Text, nullable=False),
)
"""Which producer last did which stage of which report."""


def _derived(name: str) -> Table:
    """Return a table of whole-story results, kept in the order that they were given."""
    table = Table(
        name,
        metadata,
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("id", Text, nullable=False),
        Column("value", Text, nullable=False),
    )
    Index(f"{name}_by_id", table.c.id)
    return table


entities = _derived("entities")
happenings = _derived("happenings")
copies = _derived("copies")
events = _derived("events")
conflicts = _derived("conflicts")

DERIVED = (entities, happenings, copies, events, conflicts)
"""Those that hold whole-story results."""

judgements = Table(
    "judgements",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("id", Text, nullable=False, unique=True),
    Column("target", Text, nullable=False),
    Column("value", Text, nullable=False),
)

cards = Table(
    "cards",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=False),
    Column("kind", String(16), nullable=False),
    Column("id", Text, nullable=False),
    Column("earliest", String(10)),
    Column("latest", String(10)),
    Column("face", Text, nullable=False),
    Column("body", Text, nullable=False),
)
"""What pages show; numbers grow in the order of each kind's list. Made from the rest, and anew when that changes."""

Index("cards_by_kind", cards.c.kind, cards.c.number)
Index("cards_by_id", cards.c.kind, cards.c.id, unique=True)

marks = Table(
    "card_marks",
    metadata,
    Column("kind", String(16), primary_key=True),
    Column("name", String(16), primary_key=True),
    Column("value", Text, primary_key=True),
    Column("card", NUMBER, primary_key=True, autoincrement=False),
)
"""What cards are filtered by."""

Index("card_marks_by_card", marks.c.card, marks.c.name)

tallies = Table(
    "tallies",
    metadata,
    Column("name", String(16), primary_key=True),
    Column("value", Text, primary_key=True),
    Column("count", Integer, nullable=False),
)
"""How many events bear each mark, counted when cards are kept: every page offers them as filters."""

ties = Table(
    "ties",
    metadata,
    Column("number", NUMBER, primary_key=True, autoincrement=True),
    Column("card", NUMBER, nullable=False),
    Column("relation", String(16), nullable=False),
    Column("source", Text, nullable=False),
    Column("target", Text, nullable=False),
)
"""Who meets, accuses, quotes whom, by the card of the claim that tells it."""

Index("ties_by_card", ties.c.card)
Index("ties_by_bond", ties.c.relation, ties.c.source, ties.c.target, ties.c.card)
