"""What holds for every text."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sourcebook.annotate.times import find_times, relative_to
from sourcebook.annotate.times.tokens import tokenize
from sourcebook.values.marks import TimeMark
from sourcebook.values.spans import Span

WORDS = (
    "the a an last next this past of in on at from to between and before after since until early late mid May March "
    "August 15 15th 2021 1400 8 31 30 29 2022 Monday Friday week weeks month year years day days hours decade century "
    "two twenty - – , . ' s : ( ) / ago earlier later every half quarter first second fall spring night 9 11 p.m. GMT "
    "جدی ۱۴۰۰ سال شنبه января понедельник назад дней соли рӯзи Christmas Easter Nowruz end beginning more than now "
    "99999999 0 February 10000 thousand dozen few several centuries fiscal Q3 weekend another T10:30 2022-01-05 \n\n"
).split(" ")
texts = st.one_of(
    st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join),
    st.lists(st.sampled_from(WORDS), max_size=12).map("".join),
    st.text(max_size=60),
)
days = st.one_of(st.none(), st.dates(), st.sampled_from([date(1, 1, 1), date(9999, 12, 31), date(2024, 2, 29)]))


def read(text: str, published: date | None, *, hinted: bool = False) -> tuple[TimeMark, ...]:
    whole = [Span(0, len(text))] if text else []
    return find_times(text, whole, published, whole if hinted else [])


@settings(max_examples=150, deadline=None)
@given(text=texts, published=days, hinted=st.booleans())
def test_marks_are_exact_ordered_and_apart(text: str, published: date | None, hinted: bool) -> None:
    behind = 0
    for mark in read(text, published, hinted=hinted):
        assert behind <= mark.span.start < mark.span.end <= len(text)
        assert mark.span.of(text) == mark.span.of(text).strip()
        assert mark.value
        assert mark.basis
        behind = mark.span.end


@settings(max_examples=150, deadline=None)
@given(text=texts, published=days, hinted=st.booleans(), event=st.dates(), width=st.integers(0, 400))
def test_no_interval_ends_before_it_begins(
    text: str, published: date | None, hinted: bool, event: date, width: int
) -> None:
    last = min(event, date.max - timedelta(days=width)) + timedelta(days=width)
    for mark in read(text, published, hinted=hinted):
        moved = relative_to(text, mark, event, max(event, last))
        for one in (mark, moved):
            assert one.earliest is None or one.latest is None or one.earliest <= one.latest
        assert relative_to(text, moved, event, max(event, last)) == moved


@settings(max_examples=80, deadline=None)
@given(text=texts, published=days)
def test_the_same_text_gives_the_same_marks(text: str, published: date | None) -> None:
    assert read(text, published) == read(text, published)


@settings(max_examples=80, deadline=None)
@given(text=texts, hinted=st.booleans())
def test_nothing_counts_from_publication_where_it_is_unknown(text: str, hinted: bool) -> None:
    assert not any(mark.anchored for mark in read(text, None, hinted=hinted))


@settings(max_examples=80, deadline=None)
@given(text=texts, published=days)
def test_hints_add_times_and_take_none_away(text: str, published: date | None) -> None:
    """Every stretch found without hints is still found: as it was, or inside a longer expression."""
    hinted = read(text, published, hinted=True)

    for mark in read(text, published):
        assert any(other.span.overlaps(mark.span) for other in hinted)


@settings(max_examples=80, deadline=None)
@given(text=texts)
def test_tokens_cover_all_but_spaces(text: str) -> None:
    found = [token for token in tokenize(text) if token.low]

    assert "".join(text[token.start : token.end] for token in found) == "".join(text.split())


@pytest.mark.parametrize(
    "unit",
    ["9", "early ", "1,", "1.1.", "Monday and ", "day before ", "5 to ", "end of the ", "2021-", "May 5 and "],
)
def test_the_work_grows_with_the_text_and_no_faster(unit: str) -> None:
    """Counts what the rules look at, not seconds: twice the text may cost twice the looks."""

    class Counted(list):  # type: ignore[type-arg]
        looks = 0

        def __getitem__(self, at):
            Counted.looks += 1
            return super().__getitem__(at)

    from sourcebook.annotate.times.grammar import read_all  # noqa: PLC0415

    def looks(text: str) -> int:
        tokens = Counted(tokenize(text))
        Counted.looks = 0
        read_all(tokens, [])
        return Counted.looks

    assert looks(unit * 800) <= 2.2 * looks(unit * 400) + 100


def test_a_range_of_weekdays_at_the_end_of_the_calendar() -> None:
    """The first Monday behind a range's start would lie in the year 10000."""
    found = read("from Friday to Monday", date(9999, 12, 31), hinted=True)
    assert found
    assert all(one.latest is None or one.latest <= date.max for one in found)
