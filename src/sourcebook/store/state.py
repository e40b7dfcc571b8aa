"""A story as one thing: what tells two of its states apart, and whether its parts belong together."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, select

from sourcebook.errors import StoreFault
from sourcebook.store import tables
from sourcebook.store.ledger import facts_of
from sourcebook.store.reading import Reading
from sourcebook.values.judgements import Judgement
from sourcebook.values.story import Story


def digest(connection: Connection, judgements: int | None = None) -> str:
    """
    Return what is the same for two stories that are the same in all that is shown of them, in hexadecimal.

    Args:
        connection: Inside a transaction.
        judgements: How many count, from the first; None for all.
    """
    hasher = sha256()
    for text in _texts(connection, judgements):
        raw = text.encode("utf-8", "surrogatepass")
        hasher.update(len(raw).to_bytes(8, "big"))  # so that no two rows of texts are the same
        hasher.update(raw)
    return hasher.hexdigest()


def _texts(connection: Connection, judgements: int | None) -> Iterator[str]:
    reports = tables.reports.c
    current = select(reports.value).where(reports.current).order_by(reports.id)
    said = select(tables.extractions.c.value).join(tables.reports).where(reports.current).order_by(reports.id)
    whole = [select(one.c.value).order_by(one.c.position) for one in tables.DERIVED]
    decided = select(tables.judgements.c.value).order_by(tables.judgements.c.number).limit(judgements)
    for query in (current, said, *whole, decided):
        for (value,) in connection.execute(query):
            yield str(value)
        yield ""
    known = facts_of(connection)
    for key in ("title", "version", "annotator"):
        yield known.get(key, "")


def waiting(shelf: Reading) -> tuple[Judgement, ...]:
    """Return the decisions that are kept and not yet worked into the whole-story results, in order of arrival."""
    settled = shelf.ledger.settled()
    return () if settled is None else shelf.judgements()[settled:]


def joined(shelf: Reading) -> Story:
    """
    Return the story, sure that what holds over the whole of it speaks of claims and names that there are.

    Raises:
        StoreFault: As ``Reading.story``; or if an older Sourcebook joined it, that called them by other ids.
    """
    found = shelf.story()
    if not consistent(found):
        raise StoreFault(shelf.address, "an older Sourcebook made it; run 'sourcebook build' with it again")
    return found


def fits(shelf: Reading) -> bool:
    """Tell whether ``joined`` would return the story."""
    return bool(shelf.ledger.whole()) and consistent(shelf.story())


def consistent(story: Story) -> bool:
    """Tell whether what holds over the whole of a story speaks of claims and names that there are."""
    claims = {one.id for each in story.extractions for one in each.claims}
    locals_ = {one.id for each in story.extractions for one in each.entities}
    told = (*(one.claims for one in story.linking.happenings), *(one.claims for one in story.judged.events))
    return all(map(claims.issuperset, told)) and all(locals_.issuperset(one.members) for one in story.linking.entities)
