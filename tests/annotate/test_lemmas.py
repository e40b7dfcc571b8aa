"""Lemmas of words whose tag is wrong."""

import pytest

from sourcebook.annotate.lemmas import lemma


@pytest.mark.parametrize(
    ("form", "tag", "expected"),
    [
        ("withdrew", "VB", "withdraw"),
        ("refrain", "VBN", "refrain"),
        ("fled", "VBD", "flee"),
        ("spoke", "VBP", "speak"),
        ("asked", "VB", "ask"),
        ("seized", "VBP", "seize"),
        ("blorted", "VBD", "blort"),
    ],
)
def test_a_wrong_tag_makes_no_word_that_is_none(form, tag, expected):
    """Cues and event types are looked up by lemma; one letter less and they are not found."""
    assert lemma(form, "VERB", tag) == expected
