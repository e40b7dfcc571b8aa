"""The first layout."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sourcebook.store import search

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make every table of version 0.1."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "facts_of_story",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "reports",
        sa.Column("number", number, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("successor", number, sa.ForeignKey("reports.number", ondelete="SET NULL")),
        sa.Column("media_type", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("original", sa.LargeBinary, nullable=False),
    )
    current = sa.text("current")
    op.create_index(
        "one_current_report", "reports", ["id"], unique=True, sqlite_where=current, postgresql_where=current
    )
    op.create_index("reports_by_place", "reports", ["place"])
    op.create_index("reports_by_successor", "reports", ["successor"])
    op.create_table(
        "inputs",
        sa.Column("path", sa.Text, primary_key=True),
        sa.Column("fingerprint", sa.Text, nullable=False),
    )
    for name, kind in (("annotations", sa.LargeBinary), ("extractions", sa.Text)):
        op.create_table(
            name,
            sa.Column("report", number, sa.ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True),
            sa.Column("value", kind, nullable=False),
        )
    op.create_table(
        "claims",
        sa.Column("number", number, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("report", number, sa.ForeignKey("reports.number", ondelete="CASCADE"), nullable=False),
    )
    op.create_index("claims_by_id", "claims", ["id"])
    op.create_index("claims_by_report", "claims", ["report"])
    op.create_table(
        "done",
        sa.Column("report", number, sa.ForeignKey("reports.number", ondelete="CASCADE"), primary_key=True),
        sa.Column("stage", sa.String(64), primary_key=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("model", sa.Text, nullable=False),
    )
    for name in ("entities", "happenings", "copies", "events", "conflicts"):
        op.create_table(
            name,
            sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
            sa.Column("id", sa.Text, nullable=False),
            sa.Column("value", sa.Text, nullable=False),
        )
        op.create_index(f"{name}_by_id", name, ["id"])
    op.create_table(
        "judgements",
        sa.Column("number", number, primary_key=True, autoincrement=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
    )
    search.make_tables(op.get_bind())
