"""Dates told by number or name need nothing but themselves."""

from __future__ import annotations

import pytest

from sourcebook.values.kinds import Precision


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("15 August 2021", "2021-08-15"),
        ("Aug. 15, 2021", "2021-08-15"),
        ("Aug 15 2021", "2021-08-15"),
        ("August 15th, 2021", "2021-08-15"),
        ("the 15th of August, 2021", "2021-08-15"),
        ("the fifteenth of August 2021", "2021-08-15"),
        ("2021-08-15", "2021-08-15"),
        ("15/08/2021", "2021-08-15"),
        ("08/15/2021", "2021-08-15"),
        ("15.08.2021", "2021-08-15"),
        ("15-Aug-2021", "2021-08-15"),
        ("15/08/21", "2021-08-15"),
        ("Sunday, 15 August 2021", "2021-08-15"),
        ("Sun., Aug. 15, 2021", "2021-08-15"),
    ],
)
def test_every_way_to_write_a_day_tells_that_day(told, words: str, value: str) -> None:
    assert told(f"The bridge fell on {words}.", None) == [(words, value, value, value)]


def test_a_number_that_may_be_day_or_month_tells_both_days(marks) -> None:
    (mark,) = marks("The bridge fell on 05/06/2021.", None)

    assert (mark.value, str(mark.earliest), str(mark.latest)) == ("2021-XX-XX", "2021-05-06", "2021-06-05")
    assert mark.precision is Precision.RANGE
    assert "2021-05-06" in mark.basis
    assert "2021-06-05" in mark.basis


@pytest.mark.parametrize(
    ("words", "value", "earliest", "latest"),
    [
        ("August 2021", "2021-08", "2021-08-01", "2021-08-31"),
        ("February 2020", "2020-02", "2020-02-01", "2020-02-29"),
        ("mid-August 2021", "2021-08", "2021-08-11", "2021-08-21"),
        ("early 2022", "2022", "2022-01-01", "2022-04-30"),
        ("late 2019", "2019", "2019-09-01", "2019-12-31"),
        ("the end of 2021", "2021", "2021-09-01", "2021-12-31"),
        ("summer 2021", "2021-SU", "2021-06-01", "2021-08-31"),
        ("the fall of 2021", "2021-FA", "2021-09-01", "2021-11-30"),
        ("winter 2021", "2021-WI", "2020-12-01", "2022-02-28"),
        ("2019", "2019", "2019-01-01", "2019-12-31"),
        ("the 1990s", "199X", "1990-01-01", "1999-12-31"),
        ("the late 1990s", "199X", "1996-01-01", "1999-12-31"),
        ("the nineteenth century", "18XX", "1801-01-01", "1900-12-31"),
        ("the third quarter of 2012", "2012-Q3", "2012-07-01", "2012-09-30"),
        ("Q1 2021", "2021-Q1", "2021-01-01", "2021-03-31"),
        ("the second half of 2018", "2018-H2", "2018-07-01", "2018-12-31"),
        ("fiscal 2012", "2012", "2012-01-01", "2012-12-31"),
        ("2021-08", "2021-08", "2021-08-01", "2021-08-31"),
    ],
)
def test_a_wide_time_keeps_its_width(told, words: str, value: str, earliest: str, latest: str) -> None:
    assert told(f"It was built in {words}.", None) == [(words, value, earliest, latest)]


@pytest.mark.parametrize(
    "text",
    [
        "It hired 2000 people and sold 1984 tons.",
        "The dam is 1,995 feet long; about 1950 of them came.",
        "Version 1.2.3.4 runs at 192.168.10.11 and 3.14.",
        "Call 555-1234 or 0800 555 2021555.",
        "February 30 is no day, nor is 31/02/2021 or 2021-13-40.",
        "They may march on; she will spring up and fall, for the second time.",
        "He is 35 years old, a 6-year-old's uncle, in a 50-year-old house.",
        "Sergeant Jan Novak and April's sister read the Sunday Times.",
    ],
)
def test_numbers_and_words_that_only_look_like_times_are_left_alone(told, text: str) -> None:
    found = [one for one in told(text) if one[0] not in {"April", "February"}]

    assert found == []


def test_days_joined_by_and_are_two_times(told) -> None:
    assert told("It met on 3 and 5 May 2020, and on June 8 and 9, 2020.", None) == [
        ("3", "2020-05-03", "2020-05-03", "2020-05-03"),
        ("5 May 2020", "2020-05-05", "2020-05-05", "2020-05-05"),
        ("June 8", "2020-06-08", "2020-06-08", "2020-06-08"),
        ("9, 2020", "2020-06-09", "2020-06-09", "2020-06-09"),
    ]


def test_an_attack_known_by_its_date_is_that_day_of_2001(told) -> None:
    text = "After the September 11 attacks, and since 9/11, much changed. On September 11 it rained."

    assert [(one[0], one[1]) for one in told(text)] == [
        ("the September 11", "2001-09-11"),
        ("9/11", "2001-09-11"),
        ("September 11", "2021-09-11"),
    ]


@pytest.mark.parametrize(
    ("words", "hint", "value"),
    [
        ("We saw the fall coming.", "fall", "2021-FA"),
        ("May was worse.", "May", "2021-05"),
        ("It took a second to end it.", "a second", "PT1S"),
        ("Now they talk.", "Now", "PRESENT_REF"),
        ("They return soon.", "soon", "FUTURE_REF"),
        ("It was founded in 1400 by him.", "1400", "2021-03-21/2022-03-20"),
    ],
)
def test_a_hint_admits_a_word_that_is_a_time_only_sometimes(told, words: str, hint: str, value: str) -> None:
    assert told(words) == []
    assert [one[1] for one in told(words, hints=[hint])] == [value]


def test_a_hint_alone_makes_no_time(told) -> None:
    assert told("The valley is green.", hints=["valley"]) == []
