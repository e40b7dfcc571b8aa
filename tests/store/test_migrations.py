"""The migrations make what the code believes in."""

from pathlib import Path

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from sourcebook.store import Store, search, tables
from sourcebook.store.migrating import configuration


def test_the_code_knows_the_newest_step() -> None:
    """``HEAD`` is written down so that opening a story needs no Alembic; it must be true."""
    assert ScriptDirectory.from_config(configuration()).get_heads() == [tables.HEAD]


def test_migrated_tables_are_the_tables(store: Store) -> None:
    """A column that only one of the two has would fail on somebody's old story first."""
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _ours})
        differences = compare_metadata(context, tables.metadata)
        connection.rollback()

    assert differences == []


def _ours(name: str | None, kind: str, parents: object) -> bool:
    return kind != "table" or not str(name).startswith((*search.TABLES, "alembic"))


def test_the_steps_are_numbered_in_order() -> None:
    """Which layout is newer is seen by comparing their numbers."""
    steps = sorted((Path(tables.__file__).parent / "migrations" / "versions").glob("step_*.py"))

    assert [one.stem for one in steps] == [f"step_{number:04}" for number in range(1, len(steps) + 1)]
