"""One of the days, weeks or weekdays of a longer time, holidays' weeks, weekdays near publication, whole units."""

from __future__ import annotations

from datetime import date

import pytest

from sourcebook.annotate.times.stretches import Unit, month, nth


@pytest.mark.parametrize(
    ("text", "words", "value", "earliest", "latest"),
    [
        ("They met in the first week of March.", "the first week of March", "2021-W09", "2021-03-01", "2021-03-07"),
        ("They met in the last week of March.", "the last week of March", "2021-W12", "2021-03-25", "2021-03-31"),
        ("They met on the first day of 2021.", "the first day of 2021", "2021-01-01", "2021-01-01", "2021-01-01"),
        ("They met on the second Sunday in May.", "the second Sunday in May", "2021-05-09", "2021-05-09", "2021-05-09"),
        ("They met on the last Friday of May.", "the last Friday of May", "2021-05-28", "2021-05-28", "2021-05-28"),
        (
            "They met on the first weekend of last month.",
            "the first weekend of last month",
            "2021-W48-WE",
            "2021-12-04",
            "2021-12-05",
        ),
        (
            "They will meet on the last day of the month.",
            "the last day of the month",
            "2022-01-31",
            "2022-01-31",
            "2022-01-31",
        ),
        ("They met in Easter week.", "Easter week", "2022-W15", "2022-04-11", "2022-04-17"),
        (
            "They met over the Labor Day weekend.",
            "the Labor Day weekend",
            "2021-W35-WE",
            "2021-09-04",
            "2021-09-05",
        ),
        (
            "They met in the early hours of Tuesday.",
            "the early hours of Tuesday",
            "2022-01-11TMO",
            "2022-01-11",
            "2022-01-11",
        ),
        ("They will be done by year's end.", "year's end", "2022", "", "2022-12-31"),
        ("The year-end bonus was paid.", "The year-end", "2022", "2022-09-01", "2022-12-31"),
        ("The fighting went on all day.", "all day", "P1D", "", ""),
        ("The fighting took the whole week.", "the whole week", "P1W", "", ""),
        ("They fought for a quarter century.", "a quarter century", "P25Y", "", ""),
        ("They met on Tuesday and left an hour later.", "an hour later", "PT1H", "2022-01-11", "2022-01-11"),
        ("It is open 24 hours a day.", "24 hours a day", "P1D", "", ""),
    ],
)
def test_what_is_told_as_one_of_many(told, text: str, words: str, value: str, earliest: str, latest: str) -> None:
    assert told(text)[-1] == (words, value, earliest, latest)


@pytest.mark.parametrize(
    "text",
    ["It was the first day of school.", "Three quarters of the voters stayed away."],
)
def test_counts_of_other_things_are_no_times(told, text: str) -> None:
    assert told(text) == []


def test_a_year_alone_has_its_weeks_open(told) -> None:
    """Without a day of publication nobody knows which March is meant."""
    assert told("They met in the first week of March.", None) == [("the first week of March", "XXXX-WXX", "", "")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The appeal is heard in February.", "2022-02"),
        ("The appeal was heard in February.", "2021-02"),
        ("Both sides agreed to meet in May.", "2022-05"),
        ("Both sides came to meet in May.", "2021-05"),
    ],
)
def test_a_participle_is_past_only_without_is(told, text: str, value: str) -> None:
    assert told(text)[0][1] == value


def test_the_end_of_a_range_lies_behind_its_start(told) -> None:
    """Read alone, each weekday is the last one before publication; "from … to" says more."""
    found = told("The roads were closed from Tuesday to Sunday.")

    assert [one[1] for one in found] == ["2022-01-11", "2022-01-16"]
    assert {one[2:] for one in found} == {("2022-01-11", "2022-01-16")}


@pytest.mark.parametrize(("number", "unit"), [(6, Unit.WEEK), (32, Unit.DAY), (6, Unit.WEEKEND)])
def test_no_month_has_so_many(number: int, unit: Unit) -> None:
    with pytest.raises(ValueError, match="has no such"):
        nth(month(2022, 1), number, unit)


@pytest.mark.parametrize("weekday", range(7))
def test_last_and_first_weekday_lie_in_the_month(weekday: int) -> None:
    first, last = (nth(month(2022, 2), number, Unit.DAY, weekday).first for number in (1, -1))

    assert first.weekday() == last.weekday() == weekday
    assert (first, last) == (date(2022, 2, first.day), date(2022, 2, first.day + 21))
