"""Who, where, when and the title of an event come from its claims and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest

from sourcebook.values.kinds import Role
from sourcebook.values.links import PlaceFacts


def only(room):
    (event,) = room.judged().events
    return event


def test_participants_are_one_a_role_across_reports(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    room.claim("r1", "talks", actors=["Ada Fern", "Cy Dorn"])
    room.claim("r2", "talks", actors=["Ada Fern"], recipients=["Bo Lind", "three envoys"])

    told = [(one.role, one.entity) for one in only(room).participants]
    assert told.count((Role.ACTOR, room.entity("Ada Fern"))) == 1
    assert len(told) == 4


def test_the_most_precise_place_that_fits_is_taken(newsroom):
    room = newsroom()
    room.places = {
        "Tarn": PlaceFacts(10.0, 10.0, "settlement", "XXA", ("Orm",), ""),
        "Orm": PlaceFacts(10.5, 10.5, "division", "XXA", (), ""),
    }
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    room.claim("r1", "talks", place="Orm")
    room.claim("r2", "talks", place="Tarn")

    event = only(room)
    assert (event.place.local, event.place_report) == (room.local("r2", "Tarn"), "r2")


def test_an_unknown_place_keeps_its_words(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", place="Nowhere")

    assert "Nowhere" in only(room).title


def test_times_that_overlap_are_narrowed(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 9)
    room.report("r2", "Heron", 9)
    room.claim("r1", "talks", days=(1, 4))
    room.claim("r2", "talks", days=(3, 8))

    event = only(room)
    assert (event.time.earliest, event.time.latest) == (date(2031, 5, 3), date(2031, 5, 4))
    assert event.time_report == "r1"


def test_times_that_do_not_meet_leave_the_widest(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 9)
    room.report("r2", "Heron", 9)
    room.claim("r1", "talks", days=(1, 2))
    room.claim("r2", "talks", days=(4, 8))

    assert (only(room).time.earliest, only(room).time.latest) == (date(2031, 5, 4), date(2031, 5, 8))


@pytest.mark.parametrize(
    ("actor", "title"), [("the guards", "The guards met Bo Lind"), ("iGuard", "iGuard met Bo Lind")]
)
def test_a_title_begins_with_a_capital(newsroom, actor, title):
    """Titles stand below each other in lists; a name that is written small in front stays so."""
    room = newsroom()
    room.report("r1", "Gull")
    room.claim("r1", "talks", actors=[actor])

    assert only(room).title == title


def test_the_title_is_made_of_the_claims_words(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", "met", place="Tarn")

    event = only(room)
    assert event.title == "Ada Fern met Bo Lind Tarn"
    words = set(room.drafts["r1"].text.split())
    assert set(event.title.replace("(", "").replace(")", "").replace(",", "").split()) <= words


def test_a_place_that_the_title_does_not_tell_stands_behind_it(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", recipients=("Bo Lind,",), place="Tarn")

    assert only(room).title.endswith("(Tarn)")
