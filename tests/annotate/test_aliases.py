"""Names told to be one, and bodies told by the last word of their name."""

import pytest

from sourcebook.annotate import Annotator
from sourcebook.infer import Reader
from sourcebook.values.reports import Published


@pytest.fixture(scope="module")
def chains():
    annotator = Annotator(Reader.load())

    def read(text):
        found = {}
        for one in annotator("a", text, Published()).mentions:
            found.setdefault(one.chain, set()).add(one.span.of(text))
        return list(found.values())

    return read


def test_another_name_is_the_same_one(chains):
    text = "Abdul Karim Orsun, also known as Abu Bakr, was arrested in Halvek."

    assert any({"Abu Bakr", "Abdul Karim Orsun, also known as Abu Bakr"} <= one for one in chains(text))


def test_a_thing_told_by_a_participle_is_its_name(chains):
    """The participle says of which noun it speaks; no name before it is asked for."""
    text = "Ministers in Halvek praised the border deal known as the Northern Harbor Pact."

    assert any(
        {"the Northern Harbor Pact", "the border deal known as the Northern Harbor Pact"} <= one for one in chains(text)
    )


def test_what_is_known_as_something_is_not_what_stands_further_off(chains):
    text = "Tomas Reth left Halvek. The town is better known as Old Veld."

    assert not any({"Tomas Reth", "Old Veld"} <= one for one in chains(text))


def test_a_body_is_told_by_the_last_word_of_its_name(chains):
    text = "The Orsun Peoples Council met on Monday. The Council, which has nine seats, voted on Tuesday."

    found = next(one for one in chains(text) if "The Orsun Peoples Council" in one)

    assert any(mention.startswith("The Council") for mention in found)
