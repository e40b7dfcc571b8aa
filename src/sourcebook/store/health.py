"""Can stories be kept on this machine?"""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from sourcebook.store.opening import open_store


def engine_version() -> str:
    """
    Return the engine and its version, after making a story in a folder that is deleted again.

    Raises:
        StoreFault: If that can't be done.
    """
    with tempfile.TemporaryDirectory() as folder:
        store = open_store(f"sqlite:{Path(folder) / 'check.db'}", create=True)
        with store.reading() as shelf:
            shelf.search("dam")
    return f"SQLite {sqlite3.sqlite_version} with full-text search"
