"""Times told from publication, from the text, or from nothing at all."""

from __future__ import annotations

from datetime import date

import pytest

from sourcebook.values.kinds import Precision


@pytest.mark.parametrize(
    ("text", "words", "value", "earliest", "latest"),
    [
        ("They met yesterday.", "yesterday", "2022-01-11", "2022-01-11", "2022-01-11"),
        ("They met today.", "today", "2022-01-12", "2022-01-12", "2022-01-12"),
        ("They met last week.", "last week", "2022-W01", "2022-01-03", "2022-01-09"),
        ("They met last month.", "last month", "2021-12", "2021-12-01", "2021-12-31"),
        ("They met last year.", "last year", "2021", "2021-01-01", "2021-12-31"),
        ("They met late last month.", "late last month", "2021-12", "2021-12-21", "2021-12-31"),
        ("They met earlier this month.", "earlier this month", "2022-01", "2022-01-01", "2022-01-12"),
        ("They met earlier in the month.", "earlier in the month", "2022-01", "2022-01-01", "2022-01-12"),
        ("They will meet later this week.", "later this week", "2022-W02", "2022-01-12", "2022-01-16"),
        ("They met over the weekend.", "the weekend", "2022-W01-WE", "2022-01-08", "2022-01-09"),
        ("They met last weekend.", "last weekend", "2022-W01-WE", "2022-01-08", "2022-01-09"),
        ("They met three weeks ago.", "three weeks ago", "2021-W51", "2021-12-20", "2021-12-26"),
        ("They met two days ago.", "two days ago", "2022-01-10", "2022-01-10", "2022-01-10"),
        ("They met a decade ago.", "a decade ago", "2012", "2012-01-01", "2012-12-31"),
        ("They met several days ago.", "several days ago", "PAST_REF", "2021-12-30", "2022-01-10"),
        ("Seen in the past two months.", "the past two months", "P2M", "2021-11-12", "2022-01-12"),
        ("Seen over the past year.", "the past year", "P1Y", "2021-01-12", "2022-01-12"),
        ("Seen in the past month.", "the past month", "P1M", "2021-12-12", "2022-01-12"),
        ("Seen in recent days.", "recent days", "PXD", "", "2022-01-12"),
        ("It will end in the coming days.", "the coming days", "PXD", "2022-01-12", ""),
        ("It will end within the next ten days.", "the next ten days", "P10D", "2022-01-12", "2022-01-22"),
        ("They met last October.", "last October", "2021-10", "2021-10-01", "2021-10-31"),
        ("They met in October last year.", "October last year", "2021-10", "2021-10-01", "2021-10-31"),
        ("They met in mid-August.", "mid-August", "2021-08", "2021-08-11", "2021-08-21"),
        ("They met on January 8.", "January 8", "2022-01-08", "2022-01-08", "2022-01-08"),
        ("They met in the summer.", "the summer", "2021-SU", "2021-06-01", "2021-08-31"),
        ("They met the day before yesterday.", "the day before yesterday", "2022-01-10", "2022-01-10", "2022-01-10"),
        ("In two weeks, they will meet.", "two weeks", "P2W", "2022-01-24", "2022-01-30"),
        ("They met in the week of January 4.", "the week of January 4", "2022-W01", "2022-01-03", "2022-01-09"),
    ],
)
def test_what_counts_from_publication(told, text: str, words: str, value: str, earliest: str, latest: str) -> None:
    assert told(text) == [(words, value, earliest, latest)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met yesterday.", "XXXX-XX-XX"),
        ("They met on Monday.", "XXXX-WXX-1"),
        ("They met last week.", "XXXX-WXX"),
        ("They met last month.", "XXXX-XX"),
        ("They met last year.", "XXXX"),
        ("They met on August 15.", "XXXX-08-15"),
        ("They met in August.", "XXXX-08"),
        ("They met in the spring.", "XXXX-SP"),
        ("They met three weeks ago.", "XXXX-WXX"),
        ("Seen in the past two months.", "P2M"),
        ("They met over the weekend.", "XXXX-WXX-WE"),
        ("They met at 5 p.m.", "XXXX-XX-XXT17:00"),
        ("They met at Easter.", "XXXX-XX-XX"),
    ],
)
def test_without_a_day_of_publication_it_is_found_and_left_open(told, text: str, value: str) -> None:
    ((_, found, earliest, latest),) = told(text, None)

    assert (found, earliest, latest) == (value, "", "")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("They met on Monday.", "2022-01-10"),
        ("They met on Wednesday.", "2022-01-12"),
        ("They met on Thursday.", "2022-01-06"),
        ("They met last Thursday.", "2022-01-06"),
        ("They met last Wednesday.", "2022-01-05"),
        ("They will meet on Thursday.", "2022-01-13"),
        ("They plan to meet on Monday.", "2022-01-17"),
        ("They are to meet next Friday.", "2022-01-14"),
        ("The ministry on Monday denied that it would act.", "2022-01-10"),
        ("On Friday, the ministers will meet.", "2022-01-14"),
        ("It could leave as early as Friday.", "2022-01-14"),
        ("They met on Friday last week.", "2022-01-07"),
        ("They planned a march on Saturday and were planning to camp.", "2022-01-15"),
        ("He wrote a speech to be delivered on Saturday.", "2022-01-15"),
        ("They were believed to be arrested on Saturday.", "2022-01-08"),
        ("The envoy was to meet them on Tuesday.", "2022-01-11"),
        ("The envoy was to meet them on Friday.", "2022-01-14"),
        ("It was more likely on Saturday.", "2022-01-08"),
        ("It fell at 10:35 on Friday.", "2022-01-07T10:35"),
        ("The raid on Tuesday will hurt trade.", "2022-01-11"),
        ("Tuesday's raid will hurt trade.", "2022-01-11"),
        ("A sale announced on Tuesday would save the mill.", "2022-01-11"),
        ("The march on Sunday will be long.", "2022-01-16"),
        ("On Tuesday the ministers will meet.", "2022-01-18"),
        ("The ministers will meet on Tuesday.", "2022-01-18"),
    ],
)
def test_a_weekday_is_the_nearest_on_its_side_of_publication(told, text: str, day: str) -> None:
    assert [one[1] for one in told(text)] == [day]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The vote on Thursday.", "2022-01-13"),
        ("The vote on Friday.", "2022-01-14"),
        ("The vote on Saturday.", "2022-01-08"),
        ("The vote on Tuesday.", "2022-01-11"),
    ],
)
def test_a_weekday_that_no_tense_places_is_ahead_where_it_is_at_hand(told, text: str, day: str) -> None:
    assert [one[1] for one in told(text)] == [day]


def test_the_day_after_publication_is_one_day_in_a_report(told) -> None:
    """A report of the night before is dated a day early where clocks differ, and tells of the morning as past."""
    found = told("The envoy flew to Veld on Thursday. She will spend Thursday morning in Osk. She left on Wednesday.")

    assert [one[1] for one in found] == ["2022-01-13", "2022-01-13TMO", "2022-01-12"]


def test_figures_are_told_for_the_last_quarter_gone_by(told) -> None:
    assert [one[1] for one in told("Profit fell in the latest quarter.")] == ["2021-Q4"]


def test_a_year_earlier_is_named_from_publication_and_places_nothing(told) -> None:
    """TIMEX3 wants a value; a reader gets no days that the text doesn't tell."""
    assert told("Profit rose from a year earlier.") == [("a year earlier", "2021", "", "")]


def test_the_basis_says_what_was_taken_from_publication(marks) -> None:
    (mark,) = marks("They met on Monday.")

    assert mark.anchored
    assert mark.basis == "weekday; the last on or before publication 2022-01-12"


def test_two_days_joined_by_and_are_both_found(told) -> None:
    assert [one[1] for one in told("They met on Saturday and Sunday.")] == ["2022-01-08", "2022-01-09"]


def test_what_counts_from_the_text_counts_from_the_day_told_last(told) -> None:
    text = "The town fell on 5 March 2021. Two days later it burned. The next morning it rained. All left that year."

    assert [one[1] for one in told(text, None)] == ["2021-03-05", "2021-03-07", "2021-03-08TMO", "2021"]


def test_where_only_a_month_was_told_the_next_day_lies_somewhere_in_it(told) -> None:
    assert told("He fell in October 2020 and was found that same day.", None)[1] == (
        "that same day",
        "2020-10-XX",
        "2020-10-01",
        "2020-10-31",
    )


def test_what_counts_from_the_text_is_open_where_the_text_tells_no_day(told) -> None:
    assert told("The previous day it rained.") == [("The previous day", "XXXX-XX-XX", "", "")]


def test_publication_is_never_taken_for_a_day_that_the_text_counts_from(marks) -> None:
    (mark,) = marks("Two days later it burned.")

    assert (mark.earliest, mark.latest, mark.anchored) == (None, None, False)


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("They met on January 14.", date(2000, 1, 5), "2000-01-14"),
        ("They met on November 25.", date(2000, 1, 15), "1999-11-25"),
        ("They met in November.", date(2000, 1, 15), "1999-11"),
        ("They will meet in April.", date(1999, 3, 12), "1999-04"),
        ("The vote in November will be close.", date(1999, 8, 12), "1999-11"),
        ("The vote in January will be told of for long.", date(1999, 2, 12), "1999-01"),
        ("They will meet in February.", date(1999, 3, 12), "2000-02"),
        ("They met on February 29.", date(2022, 1, 12), "2020-02-29"),
    ],
)
def test_a_missing_year_is_the_fitting_one_near_publication(told, text: str, published: date, value: str) -> None:
    assert [one[1] for one in told(text, published)] == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It began on 3 May 2019. On June 8 it ended.", ["2019-05-03", "2019-06-08"]),
        ("It began on 3 May 2019. On February 8 it ended.", ["2019-05-03", "XXXX-02-08"]),
        ("It began on 3 May 2019. A. B. C. D. On June 8 it ended.", ["2019-05-03", "XXXX-06-08"]),
        ("It met in June and August 2021.", ["2021-06", "2021-08"]),
        ("It met in March, June and August 2021.", ["2021-03", "2021-06", "2021-08"]),
        ("It ran from November 2021 to January.", ["2021-11", "2022-01"]),
    ],
)
def test_a_missing_year_comes_from_the_story_only_where_it_goes_on(told, text: str, values: list[str]) -> None:
    assert [one[1] for one in told(text, None)] == values


def test_the_basis_names_the_words_that_gave_the_year(marks) -> None:
    last = marks("It began on 3 May 2019. On June 8 it ended.", None)[-1]

    assert last.basis == "day; year from '3 May 2019' before it"
    assert last.precision is Precision.DAY
    assert not last.anchored


def test_years_outside_the_calendar_are_left_open(told) -> None:
    assert told("It was 30000 years ago.") == [("30000 years ago", "XXXX-XX-XX", "", "")]
