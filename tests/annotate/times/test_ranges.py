"""Ranges and times that are open on one side."""

from __future__ import annotations

import pytest

from sourcebook.values.kinds import Precision


@pytest.mark.parametrize(
    ("text", "words", "value", "earliest", "latest"),
    [
        ("between 3 and 5 May", "3 and 5 May", "2022-05-03/2022-05-05", "2022-05-03", "2022-05-05"),
        ("on January 8-9", "January 8-9", "2022-01-08/2022-01-09", "2022-01-08", "2022-01-09"),
        ("from 8 to 9 January 2020", "8 to 9 January 2020", "2020-01-08/2020-01-09", "2020-01-08", "2020-01-09"),
        ("the king (1953-2001)", "1953-2001", "1953/2001", "1953-01-01", "2001-12-31"),
        ("in 1994-95", "1994-95", "1994/1995", "1994-01-01", "1995-12-31"),
        ("in June-August 2021", "June-August 2021", "2021-06/2021-08", "2021-06-01", "2021-08-31"),
    ],
)
def test_a_range_in_one_expression(told, text: str, words: str, value: str, earliest: str, latest: str) -> None:
    assert told(text) == [(words, value, earliest, latest)]


@pytest.mark.parametrize("text", ["It ran from June to August 2021.", "It fell between June and August 2021."])
def test_both_ends_of_a_range_carry_the_whole_interval(marks, text: str) -> None:
    first, last = marks(text, None)

    assert (first.value, last.value) == ("2021-06", "2021-08")
    assert {(str(one.earliest), str(one.latest)) for one in (first, last)} == {("2021-06-01", "2021-08-31")}
    assert first.precision is last.precision is Precision.RANGE


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("It is closed since August.", "2021-08-01", "2022-01-12"),
        ("It stays closed until May.", "", "2022-05-31"),
        ("They must leave by January 20.", "", "2022-01-20"),
        ("It closed before 2014.", "", "2014-12-31"),
        ("It closed after 2014.", "2014-01-01", ""),
    ],
)
def test_since_until_before_and_after_open_one_side(marks, text: str, earliest: str, latest: str) -> None:
    (mark,) = marks(text)

    assert (str(mark.earliest or ""), str(mark.latest or "")) == (earliest, latest)
    assert mark.precision is Precision.OPEN


def test_since_is_open_to_the_end_where_publication_is_unknown(told) -> None:
    assert told("It is closed since August 2021.", None) == [("August 2021", "2021-08", "2021-08-01", "")]


@pytest.mark.parametrize("text", ["After Monday's meeting he left.", "After the August 7, 1998 attack he left."])
def test_a_time_that_names_a_thing_keeps_both_sides(marks, text: str) -> None:
    (mark,) = marks(text)

    assert mark.earliest == mark.latest


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("days before the 9/11 attacks", "2001-08-29", "2001-09-09"),
        ("two days before the 9/11 attacks", "2001-09-09", "2001-09-09"),
        ("a week after August 15, 2021", "2021-08-16", "2021-08-22"),
        ("three months before 15 August 2021", "2021-05-01", "2021-05-31"),
        ("years before 15 August 2021", "", "2019-08-15"),
    ],
)
def test_a_length_before_a_told_day_tells_days(marks, text: str, earliest: str, latest: str) -> None:
    mark = marks(text, None)[0]

    assert (str(mark.earliest or ""), str(mark.latest or "")) == (earliest, latest)
    assert mark.kind == "duration"
