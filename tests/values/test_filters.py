"""Filters are what an address says, and an address is what filters say."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.errors import BadValue
from sourcebook.values.filters import Filters, Part, read_filters
from sourcebook.values.kinds import EventType, Modality, Status

words = st.text("ab é", min_size=1, max_size=5).map(str.strip).filter(bool)
days = st.dates(date(2030, 1, 1), date(2031, 1, 1))
several = st.lists(words, max_size=2, unique=True).map(tuple)
filters = st.builds(
    Filters,
    words=st.just("") | words,
    statuses=st.lists(st.sampled_from(Status), max_size=2, unique=True).map(tuple),
    types=st.lists(st.sampled_from(EventType), max_size=2, unique=True).map(tuple),
    who=several,
    where=several,
    since=st.none() | days,
    until=st.none() | days,
    outlets=several,
    origins=several,
    modalities=st.lists(st.sampled_from(Modality), max_size=2, unique=True).map(tuple),
)


@given(filters)
def test_an_address_says_what_the_filters_are(made: Filters) -> None:
    """A link that is shared shows the other the same."""
    assert read_filters(made.pairs) == made
    assert made.any == bool(made.pairs)


@pytest.mark.parametrize(
    "pair", [("status", "certain"), ("type", "MEET"), ("from", "May"), ("to", "2031-02-30"), ("q", "x" * 501)]
)
def test_what_is_no_value_is_refused(pair: tuple[str, str]) -> None:
    """Silence would show everything as if it fitted."""
    with pytest.raises(BadValue, match=pair[0]):
        read_filters([pair])


def test_what_is_empty_or_unknown_counts_as_not_given() -> None:
    """A form sends every field, the empty ones too."""
    assert read_filters([("q", " "), ("status", ""), ("page", "3")]) == Filters()


@pytest.mark.parametrize(("page", "size"), [(0, 5), (1, 0), (1, 201), (100_001, 5)])
def test_a_page_has_bounds(page: int, size: int) -> None:
    """Nobody may ask for all of 50,000 claims at once."""
    with pytest.raises(BadValue):
        Part(page, size)
