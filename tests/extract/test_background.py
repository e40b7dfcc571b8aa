"""History apart from news, and times that are counted from a day nobody knows."""

from datetime import date

import pytest

from sourcebook.extract.whenwhere import is_history, looks_back
from sourcebook.values.claims import When
from sourcebook.values.kinds import Anchor, Precision
from sourcebook.values.spans import Span


def when(first, last):
    return When(first, last, Precision.DAY, Span(0, 4), Anchor.TEXT, "day")


THEN = when(date(2021, 3, 3), date(2021, 3, 3))


@pytest.mark.parametrize(
    ("time", "words", "back"),
    [
        (THEN, "3 March 2021", True),
        (THEN, "March 3", False),
        (when(None, None), "June 8", False),
        (None, "1999", False),
    ],
)
def test_a_year_says_that_a_report_looks_back(time, words, back):
    assert looks_back(time, words) is back


@pytest.mark.parametrize(("newest", "old"), [(date(2021, 9, 1), True), (date(2021, 3, 20), False), (None, False)])
def test_what_is_long_before_the_news_is_history(newest, old):
    assert is_history(THEN, newest) is old
