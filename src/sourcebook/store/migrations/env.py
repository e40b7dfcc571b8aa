"""What Alembic runs: our metadata on the connection that ``migrating`` hands over."""

from __future__ import annotations

from alembic import context

from sourcebook.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
