"""What must be got right of five real reports, where they lie beside the repository. Names, kinds and dates only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import sourcebook
from sourcebook.values.kinds import EventType, Stance, Status
from sourcebook.values.story import Story

ROOT = Path(__file__).parents[2]
REPORTS = ROOT.parent / "shared" / "stories" / "panjshir"

pytestmark = pytest.mark.skipif(not REPORTS.is_dir(), reason="the shared stories are not beside the repository")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    where = tmp_path_factory.mktemp("shared") / "story.db"
    built = sourcebook.build([REPORTS], where)
    assert built.failed == ()
    return sourcebook.open(where).story


def test_a_plan_on_an_unnamed_insiders_word_that_two_offices_do_not_confirm(story: Story) -> None:
    """The relay falls to the insider, and the offices' answers stand with the plan."""
    [found] = [
        event
        for event in story.judged.events
        if event.status is Status.PLANNED
        and {Stance.NEITHER, Stance.NO_INFORMATION} <= {one.stance for one in event.responses}
    ]

    assert found.type is EventType.CONSULT
    assert [origin.independent for origin in found.origins] == [None]


def test_a_spokesman_who_did_not_respond(story: Story) -> None:
    stances = [one.stance for event in story.judged.events for one in event.responses]

    assert stances.count(Stance.NO_RESPONSE) == 1


def test_talks_rest_on_the_man_who_wrote_of_them(story: Story) -> None:
    told = [
        event
        for event in story.judged.events
        if event.type is EventType.CONSULT and any("Mansoor" in origin.label for origin in event.origins)
    ]

    assert told
    assert all(event.status is not Status.CONFIRMED for event in told)


def test_father_and_son_stay_two(story: Story) -> None:
    found = {one.name for one in story.linking.entities if one.named}

    assert {"Ahmad Massoud", "Ahmad Shah Massoud"} <= found


def test_history_is_dated(story: Story) -> None:
    fall = [event for event in story.judged.events if event.type is EventType.CONTROL and event.time is not None]

    assert any(event.time is not None and event.time.earliest == date(2021, 8, 15) for event in fall)
    assert all(event.status in {Status.REPORTED, Status.CONFIRMED, Status.UNCONFIRMED} for event in fall)
