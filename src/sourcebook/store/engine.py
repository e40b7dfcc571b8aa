"""
How a connection to SQLite is made, and what its errors mean.

Transactions are begun by hand: Python's own driver begins none for a SELECT and none around a CREATE TABLE, so neither
a steady view for readers nor a whole migration would be had from it.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from sourcebook.errors import StoreFault

APPLICATION = 0x53424F4B
"""SQLite's application_id of our files: "SBOK" in ASCII."""

PATIENCE = 5.0
"""How long a writer waits for another one. Unit: seconds."""

_MEANINGS = (
    ("not a database", "not a Sourcebook story"),
    ("malformed", "the file is damaged"),
    ("locked", "another process is writing to it; try again when that has ended"),
    ("readonly", "the file is read-only"),
    ("read-only", "the file is read-only"),
    ("unique constraint", "something with that id is there already"),
    ("disk is full", "the disk is full"),
    ("disk i/o", "the disk could not be read or written"),
    ("unable to open", "the file can't be opened"),
)
"""What SQLite says, and how we put it."""


def sqlite_engine(path: Path, *, fixed: bool) -> Engine:
    """
    Return an engine for one file.

    Args:
        fixed: The file can't be written and has no journal beside it: SQLite then needs none to read it.
    """

    def connect() -> sqlite3.Connection:
        address = f"file:{quote(os.fspath(path.absolute()))}" + ("?immutable=1" if fixed else "")
        link = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        link.execute("PRAGMA foreign_keys = ON")
        link.execute("PRAGMA synchronous = NORMAL")  # with the journal, only a power cut can cost the last report
        return link

    engine = create_engine("sqlite://", creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        options = connection.get_execution_options()
        immediate = options.get("writing", False)
        if options.get("durable", False):
            connection.exec_driver_sql("PRAGMA synchronous = FULL")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")

    return engine


@contextmanager
def told(address: str) -> Iterator[None]:
    """Turn the driver's errors into ``StoreFault``."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as fault:
        words = str(fault.orig if isinstance(fault, DBAPIError) else fault)
        meaning = next((ours for theirs, ours in _MEANINGS if theirs in words.lower()), words)
        raise StoreFault(address, meaning) from fault
