"""Counting from an interval that became known later."""

from __future__ import annotations

from datetime import date

import pytest

from sourcebook.annotate.times import relative_to
from sourcebook.values.kinds import Precision

FIRST, LAST = date(2021, 8, 15), date(2021, 8, 15)


@pytest.mark.parametrize(
    ("text", "value", "earliest", "latest"),
    [
        ("Two days before the siege he left.", "P2D", "2021-08-13", "2021-08-13"),
        ("Days before the siege he left.", "PXD", "2021-08-02", "2021-08-13"),
        ("Weeks after the siege he left.", "PXW", "2021-08-29", "2021-10-10"),
        ("A month after the siege he left.", "P1M", "2021-09-01", "2021-09-30"),
        ("Years after the siege he left.", "PXY", "2023-08-15", None),
        ("Hours before the siege he left.", "PTXH", "2021-08-14", "2021-08-15"),
        ("The previous day he left.", "2021-08-14", "2021-08-14", "2021-08-14"),
        ("Three days later he left.", "2021-08-18", "2021-08-18", "2021-08-18"),
        ("The next morning he left.", "2021-08-16TMO", "2021-08-16", "2021-08-16"),
        ("The following week he left.", "2021-W33", "2021-08-16", "2021-08-22"),
        ("That same month he left.", "2021-08", "2021-08-01", "2021-08-31"),
    ],
)
def test_it_counts_from_the_interval(marks, text: str, value: str, earliest: str, latest: str | None) -> None:
    (mark,) = marks(text, None)

    found = relative_to(text, mark, FIRST, LAST, "the siege")

    assert (found.value, str(found.earliest), found.latest and str(found.latest)) == (value, earliest, latest)
    assert found.basis.endswith("counted from the siege (2021-08-15 to 2021-08-15)")
    assert found.span == mark.span


def test_a_wide_anchor_gives_a_wide_time(marks) -> None:
    text = "Two days before the siege he left."
    (mark,) = marks(text, None)

    found = relative_to(text, mark, date(2021, 8, 1), date(2021, 8, 31))

    assert (found.earliest, found.latest) == (date(2021, 7, 30), date(2021, 8, 29))
    assert found.precision is Precision.RANGE


@pytest.mark.parametrize(
    "text", ["On Monday he left.", "In August 2021 he left.", "It lasted two days.", "He left now."]
)
def test_what_does_not_count_from_an_event_comes_back_unchanged(marks, text: str) -> None:
    (mark,) = marks(text)

    assert relative_to(text, mark, FIRST, LAST) is mark


def test_an_interval_that_ends_before_it_begins_is_refused(marks) -> None:
    (mark,) = marks("Two days later he left.", None)

    with pytest.raises(ValueError, match="is before"):
        relative_to("Two days later he left.", mark, LAST, date(2021, 8, 1))
