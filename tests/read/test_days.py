"""Days that are given, and days that a page states without doubt."""

from datetime import date

import pytest
from madefiles import STORY, report

from sourcebook.read.days import NoSuchDayError, given_day, stated_days
from sourcebook.values.reports import Basis

DAY = date(2031, 5, 4)


@pytest.mark.parametrize(
    "written",
    [
        "2031-05-04",
        "2031-05-04T23:30:00Z",
        "2031-05-04 23:30",
        "2031-05-04T23:30:00.5+04:30",
        "Sun, 04 May 2031 23:30:00 GMT",
    ],
)
def test_given_days(written: str) -> None:
    assert given_day(written).day == DAY


def test_given_months_and_years_are_intervals() -> None:
    assert (given_day("2032-02").earliest, given_day("2032-02").latest) == (date(2032, 2, 1), date(2032, 2, 29))
    assert (given_day("2031").earliest, given_day("2031").latest) == (date(2031, 1, 1), date(2031, 12, 31))


@pytest.mark.parametrize(
    "written", ["", "soon", "04/05/2031", "2031-13", "2031-02-29", "0000-01-01", "20310504", "4 May"]
)
def test_what_is_no_day(written: str) -> None:
    with pytest.raises(NoSuchDayError):
        given_day(written)


@pytest.mark.parametrize(
    "line",
    [
        "Published: 4 May 2031",
        "Published on May 4th, 2031 at 10:15 am",
        "First published 4 May 2031, 10.15 BST",
        "Posted: Sunday, May 4, 2031",
        "Date: 2031-05-04",
        "Sunday, 4 May 2031",
        "4th of May 2031",
        "May 4, 2031 10:15 GMT",
        "Jo Roe | 4 May 2031",
        "By Jo Roe, Vell Post - Sept 4, 2031",
        "SORN, May 4, 2031 (VP) – The dam at Vell held, its keeper said.",
        "SORN, Vellmark, May 4, 2031 — The dam at Vell held, its keeper said.",
        "SORN, May 4, 2031 /Vell Wire/ -- The dam at Vell held, its keeper said.",
    ],
)
def test_stated_days(line: str) -> None:
    wanted = DAY.replace(month=9) if "Sept" in line else DAY
    assert stated_days(["Dam at Vell holds", line]) == (wanted, None)


@pytest.mark.parametrize(
    "line",
    [
        "SORN, May 4 (VP) – The dam at Vell held.",
        "The dam at Vell broke on 4 May 2031.",
        "On May 4, 2031, the dam at Vell held, its keeper said.",
        "04/05/2031",
        "Published: 31 June 2031",
        "This interview was recorded on May 4, 2031, in Sorn.",
        "Published in 2031",
    ],
)
def test_days_in_doubt_are_not_stated(line: str) -> None:
    assert stated_days(["Dam at Vell holds", line]) == (None, None)


def test_revisions_are_kept_apart() -> None:
    lines = ["Published: 4 May 2031 | Updated: 6 May 2031"]
    assert stated_days(lines) == (DAY, date(2031, 5, 6))
    assert stated_days(["Updated: 6 May 2031"]) == (None, date(2031, 5, 6))


def test_two_days_for_one_thing_are_none() -> None:
    assert stated_days(["4 May 2031", "5 May 2031"]) == (None, None)


def test_a_page_states_its_day() -> None:
    found = report("a.txt", f"Dam at Vell holds\nBy Jo Roe\nPublished: 4 May 2031\n\n{STORY}")
    assert (found.published.day, found.published.basis) == (DAY, Basis.STATED)


def test_a_day_in_the_story_is_not_the_page_s() -> None:
    found = report("a.txt", f"Dam at Vell holds\n\n{STORY}\n\n4 May 2031\n\n{STORY}")
    assert found.published.basis is Basis.UNKNOWN


def test_the_day_in_a_caption_is_not_the_page_s() -> None:
    found = report("a.txt", f"Ola Brandt looks on in Sorn, 27 March 2031. EPA-EFE/JO ROE\n\n{STORY}")
    assert found.published.basis is Basis.UNKNOWN


def test_a_given_day_goes_before_a_stated_one() -> None:
    found = report("a.txt", f"---\npublished: 2031-05\n---\nPublished: 4 June 2031\n{STORY}")
    assert (found.published.latest, found.published.basis) == (date(2031, 5, 31), Basis.GIVEN)
