"""A story as one thing: what tells two of its states apart, and whether its parts belong together."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from sqlalchemy import Connection, select

from sourcebook.errors import StoreFault
from sourcebook.store import tables
from sourcebook.store.ledger import facts_of
from sourcebook.store.reading import Reading
from sourcebook.values.story import Story


def digest(connection: Connection) -> str:
    """Return what is the same for two stories that are the same in all that is shown of them, in hexadecimal."""
    hasher = sha256()
    for text in _texts(connection):
        raw = text.encode("utf-8", "surrogatepass")
        hasher.update(len(raw).to_bytes(8, "big"))  # so that no two rows of texts are the same
        hasher.update(raw)
    return hasher.hexdigest()


def _texts(connection: Connection) -> Iterator[str]:
    reports = tables.reports.c
    current = select(reports.value).where(reports.current).order_by(reports.id)
    said = select(tables.extractions.c.value).join(tables.reports).where(reports.current).order_by(reports.id)
    whole = [select(one.c.value).order_by(one.c.position) for one in tables.DERIVED]
    for query in (current, said, *whole, select(tables.judgements.c.value).order_by(tables.judgements.c.number)):
        for (value,) in connection.execute(query):
            yield str(value)
        yield ""
    known = facts_of(connection)
    for key in ("title", "version", "annotator"):
        yield known.get(key, "")


def joined(shelf: Reading) -> Story:
    """
    Return the story, sure that what holds over the whole of it speaks of claims and names that there are.

    Raises:
        StoreFault: As ``Reading.story``; or if an older Sourcebook joined it, that called them by other ids.
    """
    found = shelf.story()
    if not _whole(found):
        raise StoreFault(shelf.address, "an older Sourcebook made it; run 'sourcebook build' with it again")
    return found


def fits(shelf: Reading) -> bool:
    """Tell whether ``joined`` would return the story."""
    return bool(shelf.ledger.whole()) and _whole(shelf.story())


def _whole(story: Story) -> bool:
    claims = {one.id for each in story.extractions for one in each.claims}
    locals_ = {one.id for each in story.extractions for one in each.entities}
    told = (*(one.claims for one in story.linking.happenings), *(one.claims for one in story.judged.events))
    return all(map(claims.issuperset, told)) and all(locals_.issuperset(one.members) for one in story.linking.entities)
