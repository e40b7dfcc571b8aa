"""Cards that are made anew in part come out as those that are made anew all."""

import shutil
import sqlite3
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.made_story import joined, keep, reports  # noqa: E402
from sourcebook.desk.cards import keep_cards  # noqa: E402
from sourcebook.desk.looking import looking  # noqa: E402
from sourcebook.desk.resolving import Decision  # noqa: E402
from sourcebook.desk.reviewing import decide, undo  # noqa: E402
from sourcebook.desk.settling import refresh  # noqa: E402
from sourcebook.desk.table import linker  # noqa: E402
from sourcebook.errors import BadValue, StoreFault  # noqa: E402
from sourcebook.store import Store, open_store  # noqa: E402
from sourcebook.store.shelving import numbered  # noqa: E402
from sourcebook.store.state import fits  # noqa: E402
from sourcebook.values.cards import CardKind  # noqa: E402

WHEN = datetime(2031, 5, 3, tzinfo=UTC)
CORRECTIONS: tuple[tuple[str, object], ...] = (
    ("type", "TRAVEL"),
    ("polarity", "negative"),
    ("modality", "planned"),
    ("time", {"earliest": "2031-01-01", "latest": "2031-12-31"}),
    ("participants", []),
    ("chain", []),
    ("place", None),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five reports with three claims each, linked and judged. Not to be changed."""
    story = tmp_path_factory.mktemp("renewing") / "made.db"
    told = tuple(reports(5, 3))
    with (store := open_store(f"sqlite:{story}", create=True)).writing() as unit:
        keep(unit, told, *joined(told))
    refresh(store, linker(), "1")
    with looking(store):
        pass
    return story


def shown(story: Path) -> list[tuple[object, ...]]:
    """All that the cards say, in the order of each kind's list; numbers are left out, they are nobody's business."""
    with sqlite3.connect(story) as link:
        number = dict(link.execute("SELECT number, kind || ' ' || id FROM cards"))
        cards = link.execute(
            "SELECT kind, id, earliest, latest, face, body FROM cards ORDER BY kind, number"
        ).fetchall()
        marks = link.execute("SELECT card, name, value FROM card_marks").fetchall()
        words = link.execute("SELECT rowid, body FROM card_words").fetchall()
        ties = link.execute("SELECT card, relation, source, target FROM ties").fetchall()
        tallies = link.execute("SELECT name, value, count FROM tallies").fetchall()
        held = sorted((number[card], *rest) for card, *rest in (*marks, *words, *ties))
        return [*cards, *held, *sorted(tallies), *link.execute("SELECT value FROM facts_of_story WHERE key = 'cards'")]


def everything_anew(story: Path, folder: Path) -> list[tuple[object, ...]]:
    """The same of a copy whose cards are all made anew."""
    copy = folder / "anew.db"
    for one in folder.glob("anew.db*"):
        one.unlink()
    with sqlite3.connect(story) as link, sqlite3.connect(copy) as other:
        link.backup(other)
    with open_store(f"sqlite:{copy}").writing() as unit:
        keep_cards(unit, unit.shelf.story())
    return shown(copy)


def decision(store: Store, kind: str, first: int, second: int) -> Decision:
    """A decision about whatever these numbers hit."""
    with store.reading() as shelf:
        story = shelf.story()
    claims = [one.id for each in story.extractions for one in each.claims]
    events = [one.id for one in story.judged.events]
    entities = [one.id for one in story.linking.entities]
    if kind == "correct":
        field, value = CORRECTIONS[second % len(CORRECTIONS)]
        return Decision(kind, claims[first % len(claims)], {"field": field, "value": value}, "")
    if kind in {"merge", "different", "split"}:
        pool = entities if second % 2 else events
        return Decision(kind, f"{pool[first % len(pool)]} {pool[second % len(pool)]}", {}, "")
    pool = claims if second % 2 else events
    return Decision(kind, pool[first % len(pool)], {}, "")


steps = st.tuples(
    st.sampled_from(["accept", "reject", "correct", "correct", "merge", "different", "split", "undo"]),
    st.integers(0, 40),
    st.integers(0, 40),
)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, min_size=1, max_size=4))
def test_what_is_renewed_is_what_everything_anew_would_be(
    made: Path, tmp_path: Path, told: list[tuple[str, int, int]]
) -> None:
    """A page that shows what was true before a decision is worse than a slow one."""
    story, link = tmp_path / "story.db", linker()
    for one in tmp_path.glob("story.db*"):
        one.unlink()
    shutil.copy(made, story)
    store = open_store(f"sqlite:{story}")
    kept: list[str] = []
    for kind, first, second in told:
        try:
            if kind == "undo":
                if kept:
                    undo(store, kept.pop(), link, by="ida", when=WHEN, version="1", anybody=True)
                continue
            wanted = decision(store, kind, first, second)
            kept.append(decide(store, wanted, link, by="ida", when=WHEN, version="1").judgement.id)
        except BadValue:
            continue
    assert shown(story) == everything_anew(story, tmp_path)


EVENT = CardKind.EVENT
names = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(st.lists(names, min_size=1, max_size=12))
def test_numbers_follow_the_order_whatever_moves(orders: list[list[str]]) -> None:
    """And nobody is given the number of another who is still there."""
    known: dict[tuple[CardKind, str], int] = {}
    for order in orders:
        found = numbered([(EVENT, one) for one in order], known)
        assert list(found.values()) == sorted(set(found.values()))
        moved = {name: number for name, number in found.items() if known.get(name) != number}
        assert not set(moved.values()) & set(known.values())
        known = found


def test_where_there_is_no_room_all_are_numbered_anew() -> None:
    before = {(EVENT, "a"): 1, (EVENT, "c"): 2}

    found = numbered([(EVENT, "a"), (EVENT, "b"), (EVENT, "c")], before)

    assert list(found.values()) == sorted(found.values())
    assert min(found.values()) > 2


def test_a_story_that_an_older_version_joined_says_so_and_is_joined_anew(made: Path, tmp_path: Path) -> None:
    """Its events name claims by ids that nothing has any more: an error to read, not a KeyError."""
    story = tmp_path / "older.db"
    shutil.copy(made, story)
    with sqlite3.connect(story) as link:
        link.execute("UPDATE events SET value = replace(value, 'claim-', 'claim-old')")
        link.execute("DELETE FROM facts_of_story WHERE key = 'cards'")
    store = open_store(f"sqlite:{story}")

    with pytest.raises(StoreFault, match="older Sourcebook"), looking(store):
        pass
    assert refresh(store, linker(), "1")
    with looking(store) as shelf:
        assert fits(shelf)
