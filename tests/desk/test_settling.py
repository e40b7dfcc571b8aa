"""Decisions that wait are worked in as if each had been worked in at once; what is worked in comes out as the whole."""

import shutil
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
from sourcebook.desk.resolving import Decision  # noqa: E402
from sourcebook.desk.reviewing import decide, take_back, undo  # noqa: E402
from sourcebook.desk.reviewing import keep as keep_decision  # noqa: E402
from sourcebook.desk.settling import Stretch, due, refresh, settle  # noqa: E402
from sourcebook.desk.table import linker  # noqa: E402
from sourcebook.errors import BadValue, NotFound  # noqa: E402
from sourcebook.judge import judge  # noqa: E402
from sourcebook.link import link as link_whole  # noqa: E402
from sourcebook.store import Store, open_store  # noqa: E402
from sourcebook.store.state import digest, waiting  # noqa: E402
from sourcebook.values.correcting import corrected  # noqa: E402

WHEN = datetime(2031, 5, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Five reports with three claims each, linked and judged. Not to be changed."""
    story = tmp_path_factory.mktemp("settling") / "made.db"
    told = tuple(reports(5, 3))
    with (store := open_store(f"sqlite:{story}", create=True)).writing() as unit:
        keep(unit, told, *joined(told))
    refresh(store, linker(), "1")
    return story


def copied(made: Path, folder: Path, name: str) -> Store:
    for one in folder.glob(f"{name}*"):
        one.unlink()
    shutil.copy(made, folder / name)
    return open_store(f"sqlite:{folder / name}")


def state(store: Store) -> str:
    """What tells the whole record from others, judgements and all."""
    with store.reading() as shelf:
        return digest(shelf.connection)


def is_the_whole(store: Store) -> bool:
    """Tell whether links and statuses are what working out everything gives."""
    with store.reading() as shelf:
        story, read = shelf.story(), shelf.extractions()
    extractions = corrected(read, story.judgements)
    linking = link_whole(story.reports, extractions, story.judgements)
    judged = judge(story.reports, extractions, linking, story.judgements)
    return (story.extractions, story.linking, story.judged) == (extractions, linking, judged)


def decision(store: Store, kind: str, first: int, second: int) -> Decision:
    """A decision about whatever these numbers hit."""
    with store.reading() as shelf:
        story = shelf.story()
    claims = [one.id for each in story.extractions for one in each.claims]
    events = [one.id for one in story.judged.events]
    pool = [one.id for one in story.linking.entities] if second % 2 else events
    if kind == "correct":
        field, value = (("polarity", "negative"), ("type", "TRAVEL"), ("participants", []))[second % 3]
        return Decision(kind, claims[first % len(claims)], {"field": field, "value": value}, "")
    if kind in {"merge", "different", "split"}:
        return Decision(kind, f"{pool[first % len(pool)]} {pool[(first + 1 + second) % len(pool)]}", {}, "")
    if kind == "note":
        return Decision(kind, claims[first % len(claims)], {"text": "look again"}, "")
    pool = claims if second % 2 else events
    return Decision(kind, pool[first % len(pool)], {}, "")


KINDS = ("accept", "reject", "correct", "merge", "different", "split", "note")
steps = st.tuples(st.sampled_from([*KINDS, "undo"]), st.integers(0, 40), st.integers(0, 40))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(steps, min_size=1, max_size=5))
def test_what_waited_comes_out_as_what_was_worked_in_at_once(
    made: Path, tmp_path: Path, told: list[tuple[str, int, int]]
) -> None:
    """Nobody may see from the record how busy the desk was."""
    link, at_once, later = linker(), copied(made, tmp_path, "at-once.db"), copied(made, tmp_path, "later.db")
    kept: list[str] = []
    for kind, first, second in told:
        try:
            if kind == "undo":
                if kept:
                    one = kept.pop()
                    undo(at_once, one, link, by="ida", when=WHEN, version="1", anybody=True)
                    take_back(later, one, by="ida", when=WHEN, anybody=True)
                continue
            wanted = decision(later, kind, first, second)
            decided = keep_decision(later, wanted, by="ida", when=WHEN)
        except (BadValue, NotFound):
            continue
        with later.reading() as shelf:
            judgement = shelf.judgements()[-1]
        with at_once.writing() as unit:
            unit.add_judgement(judgement, waiting=True)
        settle(at_once, link, "1")
        kept.append(decided.judgement.id)
    settle(later, link, "1")

    assert state(later) == state(at_once)
    assert not due(later, link)
    assert is_the_whole(later)


@pytest.mark.parametrize("kind", KINDS)
def test_every_decision_and_its_undoing_come_out_as_the_whole(made: Path, tmp_path: Path, kind: str) -> None:
    """A part worked out anew is only right where nothing outside it would have changed."""
    store, link = copied(made, tmp_path, "story.db"), linker()
    with store.reading() as shelf:
        before = shelf.story()
    number = max(range(len(before.judged.events)), key=lambda one: len(before.judged.events[one].claims))
    wanted = decision(store, kind, number, 2)
    if kind == "split":
        event = before.judged.events[number]
        wanted = Decision(kind, f"{event.id} {event.claims[-1]}", {}, "")
    made_ = decide(store, wanted, link, by="ida", when=WHEN, version="1")
    assert is_the_whole(store)
    undo(store, made_.judgement.id, link, by="ida", when=WHEN, version="1", anybody=True)

    assert is_the_whole(store)
    with store.reading() as shelf:
        after = shelf.story()
    assert (after.extractions, after.linking, after.judged) == (before.extractions, before.linking, before.judged)


def test_what_waits_is_not_yet_in_the_record_and_is_not_lost(made: Path, tmp_path: Path) -> None:
    """A process that ends before it is worked in leaves it to the next."""
    store, link = copied(made, tmp_path, "story.db"), linker()
    with store.reading() as shelf:
        before, stamp = shelf.story(), shelf.cards.stamp()
    keep_decision(store, decision(store, "reject", 3, 1), by="ida", when=WHEN)
    with store.reading() as shelf:
        assert shelf.story() == before
        assert len(waiting(shelf)) == 1
        assert shelf.cards.stamp() != stamp, "pages show the decision itself"

    again = open_store(f"sqlite:{store.address}")
    assert due(again, link)
    assert refresh(again, link, "1")
    with again.reading() as shelf:
        assert shelf.story().judgements
        assert not waiting(shelf)


def test_what_is_decided_while_others_are_worked_in_waits_on(made: Path, tmp_path: Path) -> None:
    """It is neither lost nor taken for worked in."""
    store, link = copied(made, tmp_path, "story.db"), linker()
    keep_decision(store, decision(store, "reject", 3, 1), by="ida", when=WHEN)

    def between(stretch: Stretch) -> None:
        if stretch is Stretch.WRITING:
            keep_decision(store, decision(store, "accept", 5, 1), by="ada", when=WHEN)

    settle(store, link, "1", between)
    with store.reading() as shelf:
        assert [one.kind for one in waiting(shelf)] == ["accept"]
        assert [one.kind for one in shelf.story().judgements] == ["reject"]
    settle(store, link, "1")
    assert not due(store, link)
    assert is_the_whole(store)


def test_what_somebody_built_meanwhile_is_not_written_over(made: Path, tmp_path: Path) -> None:
    """Then all is worked out once more."""
    store, link = copied(made, tmp_path, "story.db"), linker()
    keep_decision(store, decision(store, "reject", 3, 1), by="ida", when=WHEN)
    seen: list[Stretch] = []

    def between(stretch: Stretch) -> None:
        seen.append(stretch)
        if seen.count(Stretch.WRITING) == 1 and stretch is Stretch.WRITING:
            with store.writing() as unit:
                unit.call_it("another title")

    settle(store, link, "1", between)
    assert seen.count(Stretch.READING) == 2
    with store.reading() as shelf:
        assert shelf.story().title == "another title"
