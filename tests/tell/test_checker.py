"""The checker refuses what the cited words do not hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.tell.checker import JOINING, check

CITED = (
    "Ilda Marrow met seven envoys from Orsenna in the town of Vell on 3 May, a source in the harbour guild said",
    "the guild's delegation had 12 people",
)


def why(line: str) -> list[tuple[str, str]]:
    return [(fault.why, fault.word) for fault in check(line, CITED)]


@pytest.mark.parametrize(
    "line",
    [
        "Ilda Marrow met seven envoys from Orsenna in Vell on 3 May, according to a source in the harbour guild",
        "Marrow met 7 envoys, a source said",
        "The guild’s delegation had 12 people",
        "Marrow's envoys met",
        "“Seven envoys from Orsenna” met",
    ],
)
def test_words_of_the_cited_spans_pass(line: str) -> None:
    assert why(line) == []


@pytest.mark.parametrize(
    ("line", "kind", "word"),
    [
        ("Ilda Marrow met envoys of Joren Task", "name", "Joren"),
        ("Joren met seven envoys", "name", "Joren"),
        ("Ilda Marrow met eight envoys", "number", "eight"),
        ("Ilda Marrow met 70 envoys", "number", "70"),
        ("Ilda Marrow met envoys on 3 June", "date", "June"),
        ("Ilda Marrow met envoys on Tuesday", "date", "Tuesday"),
        ("Ilda Marrow met envoys last week", "date", "week"),
        ("Ilda Marrow met envoys in Calder", "name", "Calder"),
        ("Ilda Marrow met envoys in vellheim", "word", "vellheim"),
        ("Ilda Marrow did not met envoys", "word", "not"),
        ("Ильда met envoys", "name", "Ильда"),
        ("Ilda Marrow met envoys in بلخ", "name", "بلخ"),
        ("Ilda Marrow met 李明", "name", "李明"),
    ],
)
def test_inserted_names_numbers_dates_and_places_are_refused(line: str, kind: str, word: str) -> None:
    assert (kind, word) in why(line)


def test_a_number_stays_with_what_it_counts() -> None:
    assert ("joined", "12 envoys") in why("Ilda Marrow met 12 envoys")


def test_a_name_is_not_put_together_from_two() -> None:
    faults = check("Tarn Marrow spoke", ["Ilda Marrow spoke", "Tarn Osk left"])
    assert [(fault.why, fault.word) for fault in faults] == [("joined", "Tarn Marrow")]


def test_the_outlet_of_a_citation_may_be_named() -> None:
    assert check("The Vell Courier reports: it rained", ["it rained"], ["The Vell Courier"]) == ()
    assert check("The Vell Courier reports: it rained", ["it rained"]) != ()


def test_joining_words_hold_no_number_date_or_negation() -> None:
    numbers = set("one two three ten hundred dozen 1 2".split())
    dates = set("may march monday today year week day".split())
    negations = set("not no never nor neither none denied denies refused may might will would".split())
    assert not JOINING & (numbers | dates | negations)


@given(
    inserted=st.sampled_from(["Calder", "Joren", "41", "April", "ninety", "Friday", "Orsk-Vell"]),
    place=st.integers(0, 11),
)
def test_a_foreign_word_is_refused_wherever_it_stands(inserted: str, place: int) -> None:
    """An inserted word may stand anywhere in a line, at its start too."""
    words = "Ilda Marrow met seven envoys from Orsenna in the town of Vell".split()
    words.insert(place, inserted)
    assert any(inserted in fault.word for fault in check(" ".join(words), CITED))


@given(st.text(max_size=60))
def test_no_text_breaks_the_checker_and_a_line_passes_against_itself(text: str) -> None:
    assert check(text, [text]) == ()


def test_a_word_that_opens_a_sentence_belongs_to_no_name() -> None:
    cited = ["When Mr. Marrow came, the port was shut", "Harl Marrow"]
    assert check("When Harl Marrow came, the port was shut", cited) == ()
    assert check("Guildmaster Harl Marrow came", [*cited, "Guildmaster Marrow"]) != ()
