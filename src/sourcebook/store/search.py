"""
Words of reports and claims, to be searched.

The one place that differs from engine to engine. SQLite has FTS5 tables whose row numbers are those of ``reports`` and
``claims``; whoever adds an engine writes these functions for it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, TextClause, text

TABLES = ("report_words", "claim_words", "card_words")
"""
What ``make_tables`` and ``make_card_table`` make. They are no part of ``tables.metadata``, which holds what all engines
share.
"""


@dataclass(frozen=True, slots=True)
class FoundReport:
    """
    A report that holds the words asked for.

    Attributes:
        snippet: Up to 16 words around the first place, cut ends marked by "…".
    """

    report: str
    snippet: str


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim whose evidence holds the words asked for."""

    claim: str
    report: str


def make_tables(connection: Connection) -> None:
    """Make the tables for searching; called by the migration that brought them."""
    for name, columns in (("report_words", "title, body"), ("claim_words", "body")):
        connection.execute(
            text(f"CREATE VIRTUAL TABLE {name} USING fts5({columns}, tokenize='unicode61 remove_diacritics 2')")
        )


def make_card_table(connection: Connection) -> None:
    """Make the table for searching cards; called by the migration that brought them."""
    connection.execute(
        text("CREATE VIRTUAL TABLE card_words USING fts5(body, tokenize='unicode61 remove_diacritics 2')")
    )


def add_cards(connection: Connection, rows: list[dict[str, object]]) -> None:
    """Make the words of cards findable: rows of ``number`` and ``body``."""
    if rows:
        connection.execute(text("INSERT INTO card_words (rowid, body) VALUES (:number, :body)"), rows)


def drop_cards(connection: Connection) -> None:
    """Forget the words of all cards. Safe to repeat."""
    connection.execute(text("DELETE FROM card_words"))


def drop_some_cards(connection: Connection, numbers: Iterable[int]) -> None:
    """Forget the words of these cards. Safe to repeat."""
    connection.execute(text("DELETE FROM card_words WHERE rowid = :number"), [{"number": one} for one in numbers])


def move_card(connection: Connection, old: int, new: int) -> None:
    """Make the words of a card those of another number."""
    numbers = {"old": old, "new": new}
    adding = text("INSERT INTO card_words (rowid, body) SELECT :new, body FROM card_words WHERE rowid = :old")
    connection.execute(adding, numbers)
    connection.execute(text("DELETE FROM card_words WHERE rowid = :old"), numbers)


def card_numbers(words: str) -> TextClause:
    """Return the query for the numbers of the cards that hold all the words; no words, no cards."""
    return text("SELECT rowid AS number FROM card_words WHERE card_words MATCH :asked").bindparams(
        asked=_query(words) or '""'
    )


def add_report(connection: Connection, number: int, title: str, body: str) -> None:
    """Make a report's words findable."""
    connection.execute(
        text("INSERT INTO report_words (rowid, title, body) VALUES (:number, :title, :body)"),
        {"number": number, "title": title, "body": body},
    )


def drop_report(connection: Connection, number: int) -> None:
    """Forget a report's words and those of its claims. Safe to repeat."""
    drop_claims(connection, number)
    connection.execute(text("DELETE FROM report_words WHERE rowid = :number"), {"number": number})


def add_claims(connection: Connection, words: Iterable[tuple[int, str]]) -> None:
    """Make the words of claims findable: number and words of each, at least one."""
    rows = [{"number": number, "body": body} for number, body in words]
    connection.execute(text("INSERT INTO claim_words (rowid, body) VALUES (:number, :body)"), rows)


def drop_claims(connection: Connection, report: int) -> None:
    """Forget the words of a report's claims. Safe to repeat; to be called before the claims themselves go."""
    connection.execute(
        text("DELETE FROM claim_words WHERE rowid IN (SELECT number FROM claims WHERE report = :report)"),
        {"report": report},
    )


def find_reports(connection: Connection, words: str, most: int) -> tuple[FoundReport, ...]:
    """Return the current reports that hold all the words, best match first, then by id."""
    if not words.split():
        return ()
    rows = connection.execute(
        text(
            "SELECT reports.id, snippet(report_words, 1, '', '', '…', 16) FROM report_words"
            " JOIN reports ON reports.number = report_words.rowid"
            " WHERE report_words MATCH :asked ORDER BY bm25(report_words), reports.id LIMIT :most"
        ),
        {"asked": _query(words), "most": most},
    )
    return tuple(FoundReport(str(one), str(snippet)) for one, snippet in rows)


def has_words(connection: Connection, words: str, *, every: bool = True) -> bool:
    """
    Tell whether a current report holds all the words; no words, no report.

    Args:
        every: All the words as they stand; False for any word that begins with any of them.
    """
    if not words.split():
        return False
    found = connection.execute(
        text(
            "SELECT 1 FROM report_words JOIN reports ON reports.number = report_words.rowid"
            " WHERE report_words MATCH :asked AND reports.current LIMIT 1"
        ),
        {"asked": _query(words) if every else _starts(words)},
    )
    return found.first() is not None


def find_claims(connection: Connection, words: str, most: int, *, every: bool = True) -> tuple[FoundClaim, ...]:
    """
    Return the claims whose evidence holds the words, best match first, then by id.

    Args:
        every: All the words as they stand; False for any word that begins with any of them.
    """
    if not words.split():
        return ()
    rows = connection.execute(
        text(
            "SELECT claims.id, reports.id FROM claim_words"
            " JOIN claims ON claims.number = claim_words.rowid"
            " JOIN reports ON reports.number = claims.report"
            " WHERE claim_words MATCH :asked ORDER BY bm25(claim_words), claims.id LIMIT :most"
        ),
        {"asked": _query(words) if every else _starts(words), "most": most},
    )
    return tuple(FoundClaim(str(one), str(report)) for one, report in rows)


def _query(words: str) -> str:
    """Return the words as FTS5 takes them: each a string in quotation marks, so that none is an operator."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words.replace("\0", " ").split())


def _starts(words: str) -> str:
    """Return the words as FTS5 takes them where any word that begins with any of them will do."""
    return " OR ".join('"' + word.replace('"', '""') + '"*' for word in words.replace("\0", " ").split())
