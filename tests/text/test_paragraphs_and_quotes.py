"""Paragraphs and quotations."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from sourcebook.text import paragraph_spans, quoted_spans

MARKS = st.lists(
    st.sampled_from(["“", "”", '"', "'", "‘", "’", "«", "»", "``", "''", "a", "Bo.", " ", "\n", "\n\n", "isn’t"]),
    max_size=20,
).map("".join)


def quotes(text):
    return [span.of(text) for span in quoted_spans(text)]


def paragraphs(text):
    return [span.of(text) for span in paragraph_spans(text)]


@given(MARKS | st.text(max_size=40))
def test_paragraphs_cover_all_that_is_no_white_space(text):
    spans = paragraph_spans(text)
    outside = set(range(len(text))) - {place for span in spans for place in range(span.start, span.end)}

    assert all(text[place].isspace() for place in outside)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))


@given(MARKS)
def test_quotations_nest_or_stand_apart(text):
    """Two quotations that cross would make no sense to anybody who asks what is quoted."""
    spans = quoted_spans(text)

    for one in spans:
        for other in spans:
            assert not (one.start < other.start < one.end < other.end)


def test_empty_lines_part_and_wrapped_lines_stay_together():
    wrapped = (
        "The council of the harbor town met on Monday to speak\nabout the bridge that the flood of last spring had\n"
    )
    wrapped += "taken away, and about who is going to pay for it."

    assert paragraphs(f"Bridge talks\n\n{wrapped}\n\nEnd.") == ["Bridge talks", wrapped, "End."]


def test_a_line_after_a_full_stop_is_a_paragraph():
    assert paragraphs("Dam holds\nThe dam held.\nNobody was hurt.") == [
        "Dam holds",
        "The dam held.",
        "Nobody was hurt.",
    ]


def test_apostrophes_are_no_quotation_marks():
    assert quotes("The rebels' car isn't Arlo's, ’tis the ’90s.") == []


def test_quotations_of_every_style():
    assert quotes('"One," she said, "two." «Trois» „vier“ ‘five’') == [
        '"One,"',
        '"two."',
        "«Trois»",
        "„vier“",
        "‘five’",
    ]


def test_a_speech_of_two_paragraphs_is_two_quotations():
    text = "“First we wait.\n\n“Then we go,” he said."

    assert quotes(text) == ["“First we wait.", "“Then we go,”"]


def test_a_mark_that_nothing_closes_quotes_nothing():
    assert quotes("He is “6 feet tall.\n\nNobody else is.") == []
