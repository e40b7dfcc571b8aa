"""Times of day, lengths of time, repeated times and vague ones."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It fell on Monday morning.", "Monday morning", "2022-01-10TMO"),
        ("It fell last night.", "last night", "2022-01-11TNI"),
        ("It fell at 5 p.m. on Friday.", "5 p.m. on Friday", "2022-01-07T17:00"),
        ("It fell on Friday at 17:30.", "Friday at 17:30", "2022-01-07T17:30"),
        ("It fell at 9 a.m. EST Tuesday.", "9 a.m. EST Tuesday", "2022-01-11T09:00"),
        ("It fell at noon on 5 May 2021.", "noon on 5 May 2021", "2021-05-05T12:00"),
        ("It fell at half past eight on Friday.", "half past eight on Friday", "2022-01-07T08:30"),
        ("It fell on the night of August 15, 2021.", "the night of August 15, 2021", "2021-08-15TNI"),
        ("It fell at 0735 GMT on Friday.", "0735 GMT on Friday", "2022-01-07T07:35"),
        (
            "It fell at five o'clock in the morning on Friday.",
            "five o'clock in the morning on Friday",
            "2022-01-07T05:00",
        ),
        ("Stamp 2022-01-05T10:30 here.", "2022-01-05T10:30", "2022-01-05T10:30"),
    ],
)
def test_a_time_of_day_with_its_day(marks, text: str, words: str, value: str) -> None:
    (mark,) = marks(text)

    assert (mark.span.of(text), mark.value, mark.kind) == (words, value, "time")
    assert mark.earliest == mark.latest
    assert str(mark.earliest) == value[:10]


def test_a_time_of_day_takes_the_day_beside_it(told) -> None:
    assert [one[1] for one in told("It fell at 10:35 a.m. (0735 GMT) Friday.")] == ["2022-01-07T10:35", "2022-01-07"]
    assert [one[1] for one in told("On Friday it snowed. At 5 p.m. it fell.")] == ["2022-01-07", "2022-01-07T17:00"]


def test_a_time_of_day_alone_has_no_day(told) -> None:
    assert told("It fell at 5 p.m.") == [("5 p.m.", "XXXX-XX-XXT17:00", "", "")]


def test_overnight_is_the_night_before_publication_or_of_it(told) -> None:
    assert told("Shells fell overnight.") == [("overnight", "XXXX-XX-XXTNI", "2022-01-11", "2022-01-12")]


@pytest.mark.parametrize("text", ["It won 3:2 and 25:61.", "The ratio is 1.30 to 2.", "Room 1045 is full."])
def test_other_numbers_are_no_time_of_day(told, text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It lasted for three days.", "three days", "P3D"),
        ("It lasted a few hours.", "a few hours", "PTXH"),
        ("A 20-year war ended.", "20-year", "P20Y"),
        ("It took more than 1,500 days.", "more than 1,500 days", "P1500D"),
        ("It lasted twenty-five years.", "twenty-five years", "P25Y"),
        ("It lasted two and a half years.", "two and a half years", "P2Y6M"),
        ("It lasted 5 1/2 hours.", "5 1/2 hours", "PT5H30M"),
        ("It lasted half an hour.", "half an hour", "PT30M"),
        ("It lasted two decades.", "two decades", "P20Y"),
        ("It lasted for years.", "years", "PXY"),
        ("A month-long truce held.", "month-long", "P1M"),
        ("A daylong truce held.", "daylong", "P1D"),
        ("It takes two to three weeks.", "two to three weeks", "PXW"),
        ("It may last two weeks.", "two weeks", "P2W"),
        ("It didn't last a month.", "a month", "P1M"),
    ],
)
def test_a_length_of_time_has_no_days(marks, text: str, words: str, value: str) -> None:
    (mark,) = marks(text)

    assert (mark.span.of(text), mark.value, mark.kind) == (words, value, "duration")
    assert (mark.earliest, mark.latest) == (None, None)


def test_a_length_ahead_tells_when_it_ends_where_the_future_is_spoken_of(told) -> None:
    assert told("They will meet in two weeks.") == [("two weeks", "P2W", "2022-01-24", "2022-01-30")]
    assert told("It was the second letter in two weeks.") == [("two weeks", "P2W", "", "")]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It rains every day.", "every day", "P1D"),
        ("The weekly paper failed.", "weekly", "P1W"),
        ("They meet each Friday.", "each Friday", "XXXX-WXX-5"),
        ("They meet on Mondays.", "Mondays", "XXXX-WXX-1"),
        ("They meet annually.", "annually", "P1Y"),
        ("They meet twice a week.", "twice a week", "P1W"),
        ("They meet every two years.", "every two years", "P2Y"),
        ("They meet every other week.", "every other week", "P2W"),
        ("They meet every April.", "every April", "XXXX-04"),
    ],
)
def test_repeated_times_are_sets(marks, text: str, words: str, value: str) -> None:
    (mark,) = marks(text)

    assert (mark.span.of(text), mark.value, mark.kind) == (words, value, "set")
    assert (mark.earliest, mark.latest) == (None, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was recently sold.", "PAST_REF"),
        ("It is now sold.", "PRESENT_REF"),
        ("It is currently sold.", "PRESENT_REF"),
        ("It may be sold in the future.", "FUTURE_REF"),
        ("It was sold in the past.", "PAST_REF"),
    ],
)
def test_vague_words_tell_past_present_or_future_and_no_day(told, text: str, value: str) -> None:
    ((_, found, earliest, latest),) = told(text)

    assert (found, earliest, latest) == (value, "", "")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The daily Orsun Courier said so.", ["P1D"]),
        ("The Orsun Daily Mail said so.", []),
        ("The current mayor left.", ["PRESENT_REF"]),
        ("The current of the river is strong.", []),
        ("The current account fell.", []),
        ("A 1994 Toyota drove up.", []),
        ("In 1994 Toyota closed the plant.", ["1994"]),
        ("A 1994 accord held.", ["1994"]),
    ],
)
def test_words_of_time_before_a_noun(told, text: str, values: list[str]) -> None:
    """A paper keeps its "daily" apart, a name or a car's year tells no time."""
    assert [one[1] for one in told(text)] == values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("It took 3 hours and 20 minutes.", "3 hours and 20 minutes", "PT3H20M"),
        ("It took 3 minutes 20 seconds.", "3 minutes 20 seconds", "PT3M20S"),
        ("It lasted a year and two months.", "a year and two months", "P1Y2M"),
        ("It lasted 1 day, 4 hours.", "1 day, 4 hours", "P1DT4H"),
        ("It came two years and three months ago.", "two years and three months ago", "2019-10"),
        ("It lasted two days and three towns fell.", "two days", "P2D"),
        ("It met on Monday at noon.", "Monday at noon", "2022-01-10T12:00"),
        ("In 2019 sales rose, 2021 sales fell.", "2021", "2021"),
    ],
)
def test_what_is_told_in_two_parts_is_one_time(told, text: str, words: str, value: str) -> None:
    assert told(text)[-1][:2] == (words, value)


def test_round_numbers_before_a_plural_count_things(told) -> None:
    assert told("He led 2000 marchers.") == []
