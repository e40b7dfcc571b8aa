"""Opening a story: the file is ours, of a version that we know, and brought up to date."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from sourcebook.errors import StoreFault
from sourcebook.store.engine import APPLICATION, sqlite_engine, told
from sourcebook.store.known import Known
from sourcebook.store.reading import Reading
from sourcebook.store.tables import HEAD
from sourcebook.store.writing import Writing

SCHEME = "sqlite:"


@dataclass(frozen=True, slots=True)
class Store:
    """
    A story that is open. Made by ``open_store``.

    Attributes:
        address: As it was given, for messages.
        known: What was read before, so that reading it again is quick.
    """

    address: str
    engine: Engine
    known: Known = field(default_factory=Known, compare=False, repr=False)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """
        Give read access: one transaction, so everything read belongs together, whoever writes meanwhile.

        Raises:
            StoreFault: If the file can't be read.
        """
        with told(self.address), self.engine.begin() as connection:
            yield Reading(self.address, connection, self.known)

    @contextmanager
    def writing(self, *, durable: bool = False) -> Iterator[Writing]:
        """
        Give one transaction: kept whole when the block ends, dropped whole when it fails or the process is killed.

        Args:
            durable: Wait for the disk, so that not even a power cut loses it once the block has ended: for what a
                person did. What a build did can be built again.

        Raises:
            StoreFault: If the file can't be written, or another process writes for longer than ``engine.PATIENCE``.
        """
        engine = self.engine.execution_options(writing=True, durable=durable)
        with told(self.address), engine.begin() as connection:
            yield Writing(Reading(self.address, connection, self.known), connection)


def open_store(address: str, *, create: bool = False) -> Store:
    """
    Open the story at ``sqlite:<path>``, made by this version or an older one, which is brought up to date.

    Safe to repeat.

    Args:
        create: Make the file where there is none; an empty file counts as none.

    Raises:
        StoreFault: If there is no such file, it is no story, is from a newer version, or can't be read.
    """
    if not address.startswith(SCHEME) or not address.removeprefix(SCHEME):
        raise StoreFault(address, "an address looks like sqlite:story.db")
    path = Path(address.removeprefix(SCHEME))
    shown = str(path)
    _check(path, shown, create=create)
    fixed = path.exists() and not os.access(path, os.W_OK) and not Path(f"{path}-wal").exists()
    engine = sqlite_engine(path, fixed=fixed)
    with told(shown):
        _bring_up_to_date(engine, shown, create=create)
    return Store(shown, engine)


def _check(path: Path, shown: str, *, create: bool) -> None:
    """Refuse what the file system alone can tell."""
    if path.is_dir():
        raise StoreFault(shown, "is a folder, not a story")
    if not path.parent.is_dir():
        raise StoreFault(shown, f"there is no folder {path.parent}")
    if not path.exists() and not create:
        raise StoreFault(shown, "there is no such story; 'sourcebook build' makes one")
    if path.exists() and not os.access(path, os.R_OK):
        raise StoreFault(shown, "may not be read by you")


def _bring_up_to_date(engine: Engine, shown: str, *, create: bool) -> None:
    """Find out what the file is; run the migrations that it lacks."""
    with engine.connect() as connection:
        found = _revision(connection, shown)
        connection.rollback()
    if found == HEAD:
        return
    if found is None and not create:
        raise StoreFault(shown, "not a Sourcebook story: it is empty")
    # Alembic takes longer to import than a brief to print, and only a file that is new or old needs it.
    from sourcebook.store.migrating import migrate  # noqa: PLC0415

    _use_journal(engine)
    with engine.execution_options(writing=True).begin() as connection:
        if _revision(connection, shown) != HEAD:
            migrate(connection)
            connection.execute(text(f"PRAGMA application_id = {APPLICATION}"))


def _revision(connection: Connection, shown: str) -> str | None:
    """
    Return the migration that the file stands at; None where it is empty.

    Raises:
        StoreFault: If it is somebody else's, or newer than this version.
    """
    names = set(inspect(connection).get_table_names())
    if not names:
        return None
    if connection.execute(text("PRAGMA application_id")).scalar_one() != APPLICATION or "alembic_version" not in names:
        raise StoreFault(shown, "not a Sourcebook story, but some other program's database")
    found = str(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())
    if found > HEAD:
        raise StoreFault(shown, f"was made by a newer Sourcebook (layout {found}, this one knows {HEAD}): upgrade it")
    return found


def _use_journal(engine: Engine) -> None:
    """Switch the file to write-ahead logging: readers don't wait for the writer. It stays so for good."""
    link = engine.raw_connection()
    try:
        cursor = link.cursor()
        cursor.execute("PRAGMA journal_mode = WAL")
        cursor.close()
    finally:
        link.close()
