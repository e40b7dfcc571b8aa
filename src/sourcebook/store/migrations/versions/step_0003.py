"""What every page would otherwise count anew: bonds in their order, marks by how many events bear them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the index and the table, and count what is there."""
    op.create_index("ties_by_bond", "ties", ["relation", "source", "target", "card"])
    op.create_table(
        "tallies",
        sa.Column("name", sa.String(16), primary_key=True),
        sa.Column("value", sa.Text, primary_key=True),
        sa.Column("count", sa.Integer, nullable=False),
    )
    op.execute(
        "INSERT INTO tallies SELECT name, value, count(*) FROM card_marks WHERE kind = 'event' GROUP BY name, value"
    )
