"""Solar Hijri dates, and simple dates in Russian, Tajik, Dari and Pashto."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from sourcebook.annotate.times.hijri import gregorian, hijri_year, leap, month_days
from sourcebook.annotate.times.holidays import easter, feast_day

KNOWN = [  # Solar Hijri and Gregorian days, from almanacs
    ((1300, 1, 1), date(1921, 3, 21)),
    ((1357, 2, 7), date(1978, 4, 27)),
    ((1357, 11, 22), date(1979, 2, 11)),
    ((1375, 1, 1), date(1996, 3, 20)),
    ((1380, 6, 18), date(2001, 9, 9)),
    ((1399, 12, 30), date(2021, 3, 20)),
    ((1400, 1, 1), date(2021, 3, 21)),
    ((1400, 5, 24), date(2021, 8, 15)),
    ((1400, 10, 19), date(2022, 1, 9)),
    ((1403, 12, 30), date(2025, 3, 20)),
    ((1404, 1, 1), date(2025, 3, 21)),
]


@pytest.mark.parametrize(("hijri", "day"), KNOWN)
def test_known_days_of_both_calendars_meet(hijri: tuple[int, int, int], day: date) -> None:
    assert gregorian(*hijri) == day
    assert hijri_year(day) == hijri[0]


def test_the_days_of_a_century_follow_each_other() -> None:
    day = gregorian(1340, 1, 1)
    for year in range(1340, 1440):
        assert sum(month_days(year, month) for month in range(1, 13)) == 365 + leap(year)
        for month in range(1, 13):
            for of in (1, month_days(year, month)):
                assert gregorian(year, month, of) == day + timedelta(days=of - 1)
            day += timedelta(days=month_days(year, month))


@pytest.mark.parametrize("wrong", [(1400, 12, 30), (1400, 7, 31), (1400, 13, 1), (1400, 1, 0), (622, 1, 1)])
def test_days_that_do_not_exist_are_refused(wrong: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no Solar Hijri day"):
        gregorian(*wrong)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("19 جدی 1400", "2022-01-09"),
        ("۱۹ جدی ۱۴۰۰", "2022-01-09"),
        ("۲۴ اسد ۱۴۰۰", "2021-08-15"),
        ("۲۲ بهمن ۱۳۵۷", "1979-02-11"),
        ("۱۹ مرغومی ۱۴۰۰", "2022-01-09"),
        ("19 Jadi 1400", "2022-01-09"),
        ("Jadi 19, 1400", "2022-01-09"),
        ("22 Bahman 1357", "1979-02-11"),
        ("۱۹ جدی", "2022-01-09"),
    ],
)
def test_solar_hijri_days_become_gregorian_ones(told, words: str, value: str) -> None:
    assert told(words) == [(words, value, value, value)]


@pytest.mark.parametrize(
    ("words", "earliest", "latest"),
    [
        ("1400 SH", "2021-03-21", "2022-03-20"),
        ("سال ۱۴۰۰", "2021-03-21", "2022-03-20"),
        ("solar year 1400", "2021-03-21", "2022-03-20"),
        ("جدی ۱۴۰۰", "2021-12-22", "2022-01-20"),
    ],
)
def test_solar_hijri_years_and_months_keep_their_width(told, words: str, earliest: str, latest: str) -> None:
    assert told(words, None) == [(words, f"{earliest}/{latest}", earliest, latest)]


def test_a_bare_number_is_not_a_year_of_any_calendar(told) -> None:
    assert told("There were 1400 of them in 1400 huts.") == []


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("Они встретились в минувшую субботу.", "минувшую субботу", "2022-01-08"),
        ("Они встретились в субботу.", "субботу", "2022-01-08"),
        ("Они встретились 9 января.", "9 января", "2022-01-09"),
        ("Они встретились 9 января 2020 года.", "9 января 2020 года", "2020-01-09"),
        ("Они встретились в январе 2020 года.", "январе 2020 года", "2020-01"),
        ("Они встретились в 2020 году.", "2020 году", "2020"),
        ("Они встретились на прошлой неделе.", "прошлой неделе", "2022-W01"),
        ("Они встретились в прошлом месяце.", "прошлом месяце", "2021-12"),
        ("Они встретились вчера вечером.", "вчера вечером", "2022-01-11TEV"),
        ("Они встретились 5 дней назад.", "5 дней назад", "2022-01-07"),
        ("Они встретились в середине августа.", "середине августа", "2021-08"),
        ("Онҳо 17-уми январ вохӯрданд.", "17-уми январ", "2022-01-17"),
        ("Онҳо 15-уми августи соли 2021 вохӯрданд.", "15-уми августи соли 2021", "2021-08-15"),
        ("Онҳо рӯзи душанбе вохӯрданд.", "рӯзи душанбе", "2022-01-10"),
        ("Онҳо ҳафтаи гузашта вохӯрданд.", "ҳафтаи гузашта", "2022-W01"),
        ("Онҳо дирӯз вохӯрданд.", "дирӯз", "2022-01-11"),
        ("آنها روز شنبه دیدار کردند", "شنبه", "2022-01-08"),
        ("آنها سه‌شنبه دیدار کردند", "سه‌شنبه", "2022-01-11"),
        ("آنها پنج شنبه گذشته دیدار کردند", "پنج شنبه گذشته", "2022-01-06"),
        ("آنها هفته گذشته دیدار کردند", "هفته گذشته", "2022-W01"),
        ("آنها دیروز دیدار کردند", "دیروز", "2022-01-11"),
        ("آنها ۱۵ اگست ۲۰۲۱ دیدار کردند", "۱۵ اگست ۲۰۲۱", "2021-08-15"),
    ],
)
def test_simple_dates_of_other_languages(told, text: str, words: str, value: str) -> None:
    assert [(one[0], one[1]) for one in told(text)] == [(words, value)]


def test_a_city_with_a_weekdays_name_is_no_time(told) -> None:
    assert told("Онҳо дар Душанбе вохӯрданд.") == []


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 1999, date(1999, 11, 25)),
        ("election day", 1998, date(1998, 11, 3)),
        ("memorial day", 2021, date(2021, 5, 31)),
        ("easter", 2000, date(2000, 4, 23)),
        ("good friday", 2022, date(2022, 4, 15)),
        ("nowruz", 2024, date(2024, 3, 20)),
        ("christmas", 2021, date(2021, 12, 25)),
    ],
)
def test_holidays_fall_on_their_days(name: str, year: int, day: date) -> None:
    assert feast_day(name, year) == day


def test_easter_is_a_sunday_between_its_limits() -> None:
    days = [easter(year) for year in range(1900, 2100)]

    assert {day.weekday() for day in days} == {6}
    assert min(day.replace(year=2000) for day in days) >= date(2000, 3, 22)
    assert max(day.replace(year=2000) for day in days) <= date(2000, 4, 25)


def test_holidays_take_their_year_from_publication(told) -> None:
    assert [one[1] for one in told("It fell last Thanksgiving, on Christmas Eve 2020 and at New Year's.")] == [
        "2021-11-25",
        "2020-12-24",
        "2022-01-01",
    ]
