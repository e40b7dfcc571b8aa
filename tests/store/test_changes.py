"""What changes when reports come, are replaced and go."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sourcebook.errors import NotFound, StoreFault
from sourcebook.store import Store, open_store
from sourcebook.values.claims import Claim, Extraction, Trigger
from sourcebook.values.kinds import EventType, Modality, Polarity, Tense
from sourcebook.values.links import Linking
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Published, Report
from sourcebook.values.spans import Span
from sourcebook.values.standing import Judged


def report(text: str, path: str | None = "a.txt", given_id: str | None = None) -> Report:
    return Report(sha256="0" * 64, text=text, passages=(), path=path, given_id=given_id)


def claim(of: Report, *words: str) -> Claim:
    spans = tuple(Span(of.text.index(one), of.text.index(one) + len(one)) for one in words)
    return Claim(
        report=of.id,
        evidence=spans,
        type=EventType.STATE,
        trigger=Trigger(spans[0], "x"),
        polarity=Polarity.POSITIVE,
        modality=Modality.ASSERTED,
        tense=Tense.PAST,
    )


def extraction(of: Report, *claims: Claim) -> Extraction:
    return Extraction(of.id, Published(), (), claims, ())


def whole(store: Store) -> None:
    with store.writing() as unit:
        unit.keep_whole(Linking((), ()), Judged((), ()), version="1", annotator="m", producers=[Producer("judge", 1)])


def test_a_newer_version_takes_the_place_of_the_older(store: Store) -> None:
    """The older one is kept, with what it said, but answers nothing any more."""
    old, new = report("The dam held."), report("The dam broke.")
    with store.writing() as unit:
        unit.add_report(old, b"old", "text/plain")
        unit.keep_extraction(extraction(old, claim(old, "dam held")), Producer("extract", 1))
        unit.add_report(new, b"new", "text/plain", instead_of=old.id)

    with store.reading() as shelf:
        assert shelf.reports() == (new,)
        assert shelf.superseded("a.txt") == (old,)
        assert shelf.ledger.places() == {new.id: "a.txt"}
        assert shelf.extractions() == ()
        assert shelf.search("held") == ((), ())
        with pytest.raises(NotFound):
            shelf.report(old.id)


def test_a_newer_version_may_keep_the_given_id(store: Store) -> None:
    """An outlet's own number for an article stays when it is edited."""
    old, new = report("The dam held.", given_id="17"), report("The dam broke.", given_id="17")
    with store.writing() as unit:
        unit.add_report(old, b"", "text/plain")
        unit.add_report(new, b"", "text/plain", instead_of="17")

    with store.reading() as shelf:
        assert shelf.report("17") == new


def test_two_reports_cannot_share_an_id(store: Store) -> None:
    """What cites by id must mean one."""
    with store.writing() as unit:
        unit.add_report(report("The dam held.", "a.txt", "17"), b"", "text/plain")

    with pytest.raises(StoreFault, match="is there already"), store.writing() as unit:
        unit.add_report(report("The dam broke.", "b.txt", "17"), b"", "text/plain")


def test_a_removed_report_leaves_nothing(store: Store) -> None:
    """Its older versions go too: who removes a report wants it gone."""
    first, second, other = report("The dam held."), report("The dam broke."), report("The dam leaks.", "b.txt")
    with store.writing() as unit:
        for one, instead in ((first, None), (second, first.id), (other, None)):
            unit.add_report(one, b"", "text/plain", instead_of=instead)
            unit.keep_extraction(extraction(one, claim(one, "dam")), Producer("extract", 1))
        unit.remove_report(second.id)

    with store.reading() as shelf:
        assert shelf.reports() == (other,)
        assert shelf.superseded("a.txt") == ()
        assert [one.report for one in shelf.search("dam")[0]] == [other.id]
        assert [one.report for one in shelf.search("dam")[1]] == [other.id]


def test_removing_what_is_not_there_says_so(store: Store) -> None:
    """And changes nothing."""
    with pytest.raises(NotFound), store.writing() as unit:
        unit.remove_report("report-0")


def test_claims_are_found_by_their_evidence(store: Store) -> None:
    """Once extracted anew, only the new ones are."""
    one = report("The dam held overnight. The bridge fell.")
    dam, bridge = claim(one, "dam held", "overnight"), claim(one, "bridge fell")
    with store.writing() as unit:
        unit.add_report(one, b"", "text/plain")
        unit.keep_extraction(extraction(one, dam), Producer("extract", 1))
        unit.keep_extraction(extraction(one, bridge), Producer("extract", 2))

    with store.reading() as shelf:
        assert shelf.search("bridge")[1][0].claim == bridge.id
        assert shelf.search("overnight")[1] == ()
        assert shelf.ledger.marks() == {one.id: {Producer("extract", 2)}}


@pytest.mark.parametrize("change", ["report", "extraction", "removal"])
def test_after_a_change_nothing_is_said_over_the_whole_story(store: Store, change: str) -> None:
    """A brief that mixes an old linking with new reports would cite what is no longer there."""
    one = report("The dam held.")
    with store.writing() as unit:
        unit.call_it("The dam")
        unit.add_report(one, b"", "text/plain")
    whole(store)
    with store.reading() as shelf:
        assert shelf.story().title == "The dam"

    with store.writing() as unit:
        if change == "report":
            unit.add_report(report("The bridge fell.", "b.txt"), b"", "text/plain")
        elif change == "extraction":
            unit.keep_extraction(extraction(one), Producer("extract", 1))
        else:
            unit.remove_report(one.id)

    with store.reading() as shelf, pytest.raises(StoreFault, match="not finished"):
        shelf.story()


def test_a_failed_unit_leaves_no_trace(store: Store) -> None:
    """One transaction: all of it or nothing."""

    def fail() -> None:
        with store.writing() as unit:
            unit.add_report(report("The dam held."), b"", "text/plain")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()

    with store.reading() as shelf:
        assert shelf.reports() == ()


KILLED = """
import os, signal, sys
from sourcebook.store import open_store
from sourcebook.values.reports import Report
store = open_store("sqlite:" + sys.argv[1], create=True)
for name in ("a.txt", "b.txt"):
    with store.writing() as unit:
        unit.add_report(Report(sha256="0" * 64, text=name, passages=(), path=name), b"", "text/plain")
        if name == "b.txt":
            os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGKILL")
def test_a_killed_process_loses_only_the_open_transaction(tmp_path: Path) -> None:
    """Kill -9, a power cut of the laptop's lid: what was told as kept is kept."""
    path = tmp_path / "story.db"

    ended = subprocess.run([sys.executable, "-c", KILLED, str(path)], check=False)

    assert ended.returncode == -signal.SIGKILL
    with open_store(f"sqlite:{path}").reading() as shelf:
        assert [one.path for one in shelf.reports()] == ["a.txt"]


def test_readers_see_one_moment(store: Store) -> None:
    """While somebody builds, a brief is of the story as it was when the brief began."""
    with store.writing() as unit:
        unit.add_report(report("The dam held."), b"", "text/plain")

    with store.reading() as shelf:
        before = shelf.reports()
        with store.writing() as unit:
            unit.add_report(report("The bridge fell.", "b.txt"), b"", "text/plain")

        assert shelf.reports() == before
