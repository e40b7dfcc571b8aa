"""What a build keeps, does again, and leaves alone."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import fakes
import pytest

from sourcebook.desk.building import build, remove
from sourcebook.desk.stages import Annotate, Extract, Parcel, Stages
from sourcebook.desk.steps import Change, Failed, Finished, Kept, Step
from sourcebook.errors import NotFound, StoreFault
from sourcebook.store import Store, engine, open_store
from sourcebook.tell import record_bytes
from sourcebook.values.marks import Annotation
from sourcebook.values.reports import Report


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return open_store(f"sqlite:{tmp_path / 'story.db'}", create=True)


def run(store: Store, folder: Path, stages: Stages = fakes.STAGES) -> list[Step]:
    return list(build(store, fakes.load(folder), stages, title="The dam", version="1"))


def changes(steps: list[Step]) -> dict[str, Change]:
    return {one.place: one.change for one in steps if isinstance(one, Kept)}


def record(store: Store) -> bytes:
    with store.reading() as shelf:
        return record_bytes(shelf.story())


def texts(store: Store) -> list[str]:
    with store.reading() as shelf:
        return sorted(one.text for one in shelf.reports())


def test_every_report_is_told_and_the_end_counts(store: Store, folder: Path) -> None:
    """The door shows these steps as they come."""
    steps = run(store, folder)

    assert changes(steps) == {"a.txt": Change.ADDED, "b.txt": Change.ADDED, "c.txt": Change.ADDED}
    assert steps[-1] == Finished(reports=3, claims=5, entities=0, events=4, conflicts=0, fresh=True)


def test_a_second_build_does_nothing(store: Store, folder: Path) -> None:
    """Adding one report to 5,000 must not read the 5,000."""
    run(store, folder)

    def unasked(*given: object) -> Annotation:
        raise AssertionError

    asleep = replace(fakes.STAGES, annotate=Annotate(fakes.ANNOTATE, unasked))
    before = record(store)
    steps = run(store, folder, asleep)

    assert set(changes(steps).values()) == {Change.KNOWN}
    assert steps[-1].fresh is False
    assert record(store) == before


def test_the_next_report_is_being_read_while_one_is_marked(store: Store, folder: Path) -> None:
    """The model takes its time with one report while the grammar takes its own with another."""
    told: list[str] = []

    def begin(report: Report) -> Callable[[], Annotation]:
        told.append(f"begin {report.path}")

        def marks() -> Annotation:
            told.append(f"mark {report.path}")
            return fakes.annotate(report)

        return marks

    reading = replace(fakes.STAGES, annotate=Annotate(fakes.ANNOTATE, begin))
    run(store, folder, reading)
    (folder / "d.txt").write_text("The dam leaks.")
    run(store, folder, reading)

    assert told == [
        "begin a.txt", "begin b.txt", "mark a.txt", "begin c.txt", "mark b.txt", "mark c.txt",
        "begin d.txt", "mark d.txt",
    ]  # fmt: skip


def test_a_report_whose_reading_cannot_begin_costs_no_other(store: Store, folder: Path) -> None:
    """Nor is the one before it lost, which is still waiting for its marks."""

    def begin(report: Report) -> Callable[[], Annotation]:
        if report.path == "b.txt":
            raise ValueError
        return fakes.STAGES.annotate.begin(report)

    steps = run(store, folder, replace(fakes.STAGES, annotate=Annotate(fakes.ANNOTATE, begin)))

    assert list(changes(steps)) == ["a.txt", "c.txt"]
    (failed,) = (one for one in steps if isinstance(one, Failed))
    assert "b.txt" in str(failed.fault)


def test_only_the_new_report_is_worked_on(store: Store, folder: Path) -> None:
    """The rest is known."""
    run(store, folder)
    (folder / "d.txt").write_text("The dam leaks.")

    assert changes(run(store, folder)) == {
        "a.txt": Change.KNOWN,
        "b.txt": Change.KNOWN,
        "c.txt": Change.KNOWN,
        "d.txt": Change.ADDED,
    }


@pytest.mark.parametrize("given", ["", "id: 17|"])
def test_a_changed_file_takes_the_place_of_its_older_version(store: Store, folder: Path, given: str) -> None:
    """What the older one said no longer stands; the older one is kept."""
    (folder / "c.txt").write_text(given + "The road is closed.")
    run(store, folder)
    (folder / "c.txt").write_text(given + "The road is open.")

    assert changes(run(store, folder))["c.txt"] is Change.CHANGED
    assert "The road is closed." not in texts(store)
    with store.reading() as shelf:
        assert [one.text for one in shelf.superseded("c.txt")] == ["The road is closed."]


def test_a_story_changed_is_the_story_built_fresh(store: Store, folder: Path, tmp_path: Path) -> None:
    """No trace of the way by which it came about."""
    run(store, folder)
    (folder / "c.txt").write_text("The road is open. The dam held.")
    run(store, folder)
    fresh = open_store(f"sqlite:{tmp_path / 'fresh.db'}", create=True)
    run(fresh, folder)

    assert record(store) == record(fresh)


def test_the_same_file_under_another_path_is_known(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """``reports/a.txt`` today and ``./a.txt`` tomorrow must not count as two reports."""
    monkeypatch.chdir(folder)
    run(store, folder)

    steps = list(build(store, fakes.load(folder, f"../{folder.name}/"), fakes.STAGES, title="", version="1"))

    assert set(changes(steps).values()) == {Change.KNOWN}


def test_a_failed_input_is_told_and_left_out(store: Store, folder: Path) -> None:
    """The rest goes on."""
    (folder / "b.txt").write_text("")
    steps = run(store, folder)

    assert [str(one.fault) for one in steps if isinstance(one, Failed)] == ["b.txt: is empty"]
    assert steps[-1].reports == 2


def test_two_files_cannot_share_a_given_id(store: Store, folder: Path) -> None:
    """What cites by id must mean one; the first one keeps it, however often the build is repeated."""
    for name in ("b.txt", "c.txt"):
        (folder / name).write_text(f"id: 17|This is {name}.")
    for _ in range(2):
        steps = run(store, folder)

        assert [str(one.fault) for one in steps if isinstance(one, Failed)] == ["c.txt: its id '17' is taken by b.txt"]
    assert "This is b.txt." in texts(store)


def test_a_defect_that_one_report_brings_out_costs_that_report_only(store: Store, folder: Path) -> None:
    """An analyst with forty reports needs the other thirty-nine tonight."""

    def stumbles(report: Report, annotation: Annotation) -> object:
        if "bridge" in report.text:
            raise IndexError("no such token")
        return fakes.extract(report, annotation)

    steps = run(store, folder, replace(fakes.STAGES, extract=Extract(fakes.STAGES.extract.producer, stumbles)))

    assert [
        "a.txt" in str(one.fault) and "no such token" in str(one.fault) for one in steps if isinstance(one, Failed)
    ] == [True]
    assert steps[-1].reports == 2
    assert changes(run(store, folder))["a.txt"] is Change.ADDED


def test_a_defect_of_the_reader_costs_that_file_only(store: Store, folder: Path) -> None:
    """The same for whatever reads the files."""

    def stumbles() -> list[fakes.Loaded]:
        raise IndexError("no such page")

    first, *others = fakes.load(folder)
    steps = list(build(store, [replace(first, reports=stumbles), *others], fakes.STAGES, title="", version="1"))

    assert [str(one.fault).split(":")[0] for one in steps if isinstance(one, Failed)] == ["a.txt"]
    assert steps[-1].reports == 2


def test_half_a_character_costs_that_report_only(store: Store, folder: Path) -> None:
    """Half a surrogate pair can be in a Python string, and in no file."""
    loaded = fakes.one("The dam \ud800 held.", "a.txt")
    parcel = Parcel("a.txt", lambda: "x", lambda: [loaded])
    steps = list(build(store, [parcel, *list(fakes.load(folder))[1:]], fakes.STAGES, title="", version="1"))

    assert len([one for one in steps if isinstance(one, Failed)]) == 1
    assert steps[-1].reports == 2


def test_a_store_that_fails_ends_the_build(store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A full disk is no fault of the report: telling it forty times helps nobody."""
    steps = build(store, fakes.load(folder), fakes.STAGES, title="The dam", version="1")
    next(steps)
    monkeypatch.setattr(engine, "PATIENCE", 0.05)

    with store.writing(), pytest.raises(StoreFault, match="another process"):
        next(steps)


@pytest.mark.parametrize(
    ("stage", "redone", "fresh"), [("annotate", 3, True), ("extract", 3, True), ("link", 0, True), ("judge", 0, True)]
)
def test_a_new_version_of_a_stage_redoes_what_it_made(
    store: Store, folder: Path, stage: str, redone: int, fresh: bool
) -> None:
    """And only that; reports that are not among the inputs too."""
    run(store, folder)
    newer = fakes.with_version(fakes.STAGES, stage, 2)
    asked: list[str] = []

    def annotate(report: Report) -> Annotation:
        asked.append(report.id)
        return fakes.annotate(report)

    newer = replace(newer, annotate=replace(newer.annotate, begin=fakes.annotating(annotate).begin))
    steps = list(build(store, [], newer, title="", version="1"))

    assert [one.change for one in steps if isinstance(one, Kept)] == [Change.REDONE] * redone
    assert len(asked) == (3 if stage == "annotate" else 0)
    assert steps[-1].fresh is fresh
    assert [one for one in build(store, [], newer, title="", version="1") if isinstance(one, Kept)] == []


def test_a_file_that_is_as_it_was_is_not_read_again(store: Store, folder: Path) -> None:
    """Parsing 5,000 web pages takes minutes; looking whether they have changed takes seconds."""
    run(store, folder)
    unread = [replace(one, reports=lambda: pytest.fail("read")) for one in fakes.load(folder)]

    steps = list(build(store, unread, fakes.STAGES, title="", version="1"))

    assert changes(steps) == dict.fromkeys(("a.txt", "b.txt", "c.txt"), Change.KNOWN)


def test_a_file_with_a_fault_is_read_again(store: Store, folder: Path) -> None:
    """And the fault is told again."""
    (folder / "d.rows").write_text("The road is dry.\n\nThe road is wet.\n")
    for _ in range(2):
        assert [str(one.fault) for one in run(store, folder) if isinstance(one, Failed)] == ["d.rows: line 2: is empty"]


ROWS = {"one": "id: 1|The dam held.", "two": "id: 2|The road is wet.", "three": "id: 3|Nobody was hurt."}


@pytest.mark.parametrize("given", [True, False], ids=["with ids", "without"])
@pytest.mark.parametrize(
    ("before", "after"),
    [
        (["one", "two"], ["three", "one", "two"]),
        (["one", "two", "three"], ["one", "three"]),
        (["one", "two"], ["two", "one"]),
        (["one", "two", "three"], ["three"]),
    ],
    ids=["put in", "taken out", "turned round", "cut off"],
)
def test_rows_of_a_table_may_move_and_go(
    store: Store, folder: Path, tmp_path: Path, before: list[str], after: list[str], given: bool
) -> None:
    """Whoever sorts a spreadsheet must get the story of the sorted one, and lose no row."""
    for rows in (before, after):
        lines = (ROWS[one] if given else ROWS[one].rpartition("|")[2] for one in rows)
        (folder / "d.rows").write_text("\n".join(lines))
        steps = run(store, folder)

        assert [one for one in steps if isinstance(one, Failed)] == []
    fresh = open_store(f"sqlite:{tmp_path / 'fresh.db'}", create=True)
    run(fresh, folder)
    assert record(store) == record(fresh)


def test_a_row_that_cannot_be_read_costs_no_other(store: Store, folder: Path) -> None:
    """What a damaged table no longer shows is kept until the table is whole again."""
    (folder / "d.rows").write_text("The road is dry.\nThe road is wet.")
    run(store, folder)
    (folder / "d.rows").write_text("The road is dry.\n\n")
    steps = run(store, folder)

    assert "The road is wet." in texts(store)
    assert Change.GONE not in changes(steps).values()


def test_a_removed_report_takes_with_it_what_it_made_stand(store: Store, folder: Path, tmp_path: Path) -> None:
    """Counts, origins, statuses: all as if it had never been."""
    run(store, folder)
    with store.reading() as shelf:
        gone = next(one.id for one in shelf.reports() if one.path == "b.txt")

    steps = list(remove(store, gone, fakes.STAGES, version="1"))

    (folder / "b.txt").unlink()
    fresh = open_store(f"sqlite:{tmp_path / 'fresh.db'}", create=True)
    run(fresh, folder)
    assert steps[-1].reports == 2
    assert record(store) == record(fresh)


def test_a_removed_report_comes_back_when_its_file_is_built_again(store: Store, folder: Path) -> None:
    """Naming it among the inputs asks for it."""
    run(store, folder)
    with store.reading() as shelf:
        gone = next(one.id for one in shelf.reports() if one.path == "b.txt")
    list(remove(store, gone, fakes.STAGES, version="1"))

    assert changes(run(store, folder))["b.txt"] is Change.ADDED


def test_what_is_not_there_cannot_be_removed(store: Store, folder: Path) -> None:
    """And the story stands as it stood."""
    run(store, folder)
    before = record(store)

    with pytest.raises(NotFound):
        list(remove(store, "report-0", fakes.STAGES, version="1"))
    assert record(store) == before


def test_the_first_title_stays(store: Store, folder: Path) -> None:
    """Later builds add to the story that has it."""
    run(store, folder)
    list(build(store, fakes.load(folder), fakes.STAGES, title="Another", version="1"))

    with store.reading() as shelf:
        assert shelf.story().title == "The dam"


def test_a_story_of_nothing_readable_is_empty_and_whole(store: Store, tmp_path: Path) -> None:
    """Its brief can be asked for, and says that there is nothing."""
    empty = tmp_path / "empty"
    empty.mkdir()
    (empty / "a.txt").touch()

    assert run(store, empty)[-1] == Finished(reports=0, claims=0, entities=0, events=0, conflicts=0, fresh=True)


def test_an_unfinished_story_says_so(store: Store, folder: Path) -> None:
    """Half a story must not be read as a whole one."""
    steps = build(store, fakes.load(folder), fakes.STAGES, title="The dam", version="1")
    next(steps)

    with pytest.raises(StoreFault, match="not finished"):
        record(store)


KILLED = """
import os, signal, sys
from dataclasses import replace
from pathlib import Path
import fakes
from sourcebook.desk.building import build
from sourcebook.store import open_store

where, deadly = sys.argv[3].split(":")

def dies(*given):
    if where != "annotate" or given[0].path == deadly:
        os.kill(os.getpid(), signal.SIGKILL)
    return fakes.annotate(*given)

deaths = {
    "annotate": fakes.annotating(dies),
    "link": replace(fakes.STAGES.link, run=dies),
    "judge": replace(fakes.STAGES.judge, run=dies),
}
stages = replace(fakes.STAGES, **{where: deaths[where]})
store = open_store("sqlite:" + sys.argv[1], create=True)
for _ in build(store, fakes.load(Path(sys.argv[2])), stages, title="The dam", version="1"):
    pass
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("where", ["annotate:a.txt", "annotate:c.txt", "link:", "judge:"])
def test_a_killed_build_goes_on_and_gives_the_same_record(folder: Path, tmp_path: Path, where: str) -> None:
    """At the first report, at the last, while linking, while judging: kill -9, build again, byte for byte the same."""
    path = tmp_path / "killed.db"
    ended = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), str(folder), where],
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(fakes.__file__).parent)},
    )
    assert ended.returncode == -signal.SIGKILL

    survived = open_store(f"sqlite:{path}")
    steps = run(survived, folder)
    whole = open_store(f"sqlite:{tmp_path / 'whole.db'}", create=True)
    run(whole, folder)

    kept = {"annotate:a.txt": 0, "annotate:c.txt": 2}.get(where, 3)
    assert list(changes(steps).values()).count(Change.KNOWN) == kept
    assert record(survived) == record(whole)


def test_ctrl_c_keeps_what_was_told_as_kept(store: Store, folder: Path, tmp_path: Path) -> None:
    """As kill does, in the same process."""

    def impatient(report: Report) -> Annotation:
        if report.path == "b.txt":
            raise KeyboardInterrupt
        return fakes.annotate(report)

    with pytest.raises(KeyboardInterrupt):
        run(
            store,
            folder,
            replace(fakes.STAGES, annotate=fakes.annotating(impatient)),
        )

    assert texts(store) == ["The dam held. The bridge fell."]
    run(store, folder)
    whole = open_store(f"sqlite:{tmp_path / 'whole.db'}", create=True)
    run(whole, folder)
    assert record(store) == record(whole)
