"""Which column of a table, or field of a JSON line, holds what."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Self

from sourcebook.errors import WrongUsage


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """
    The names of the columns that are read from ``.csv`` and ``.jsonl`` files.

    Only the text must be there. A column that was mapped by hand must be in a table's header too, since a slip there
    would lose its cells without a word; the others may be missing.

    Attributes:
        chosen: What was mapped by hand.

    >>> Columns.of("text=body,title=headline").text
    'body'
    """

    id: str = "id"
    text: str = "text"
    title: str = "title"
    outlet: str = "outlet"
    author: str = "author"
    published: str = "published"
    url: str = "url"
    language: str = "language"
    chosen: frozenset[str] = field(default=frozenset())

    @classmethod
    def of(cls, written: str) -> Self:
        """
        Read a map as the command line has it: ``what=column``, separated by commas.

        Raises:
            WrongUsage: If a part is not of that form, names something unknown, or names it twice.
        """
        known = cls.names()
        mapped: dict[str, str] = {}
        for part in written.split(","):
            what, equals, column = (one.strip() for one in part.partition("="))
            if not equals or not column or what not in known:
                raise WrongUsage(f"columns: {part.strip()!r} is not one of {', '.join(known)}, '=' and a column's name")
            if what in mapped:
                raise WrongUsage(f"columns: {what!r} is mapped twice")
            mapped[what] = column
        return cls(**mapped, chosen=frozenset(mapped))

    @classmethod
    def names(cls) -> tuple[str, ...]:
        """Return what can be mapped."""
        return tuple(one.name for one in fields(cls) if one.name != "chosen")

    def column(self, what: str) -> str:
        """Return the column that holds ``what``, one of ``names()``."""
        return str(getattr(self, what))

    def mapped(self) -> dict[str, str]:
        """Return the whole map, from what is held to the column that holds it."""
        return {what: self.column(what) for what in self.names()}


BY_NAME = Columns()
"""Columns that are called what they hold."""
