"""Cards: what the pages show, ready to be looked up."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sourcebook.store import search

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables of cards, empty: they are filled when a page is first asked for."""
    number = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "cards",
        sa.Column("number", number, primary_key=True, autoincrement=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("earliest", sa.String(10)),
        sa.Column("latest", sa.String(10)),
        sa.Column("face", sa.Text, nullable=False),
        sa.Column("body", sa.Text, nullable=False),
    )
    op.create_index("cards_by_kind", "cards", ["kind", "number"])
    op.create_index("cards_by_id", "cards", ["kind", "id"], unique=True)
    op.create_table(
        "card_marks",
        sa.Column("kind", sa.String(16), primary_key=True),
        sa.Column("name", sa.String(16), primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("card", number, primary_key=True, autoincrement=False),
    )
    op.create_index("card_marks_by_card", "card_marks", ["card", "name"])
    op.create_table(
        "ties",
        sa.Column("number", number, primary_key=True, autoincrement=True),
        sa.Column("card", number, nullable=False),
        sa.Column("relation", sa.String(16), nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
    )
    op.create_index("ties_by_card", "ties", ["card"])
    search.make_card_table(op.get_bind())
