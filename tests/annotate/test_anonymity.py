"""Sources who ask not to be named."""

import pytest

from sourcebook.annotate import Annotator
from sourcebook.infer import Reader
from sourcebook.values.reports import Published


@pytest.fixture(scope="module")
def annotator():
    return Annotator(Reader.load())


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Sources who asked to remain anonymous said the envoys had met in Orsun.",
            "Sources who asked to remain anonymous",
        ),
        (
            "Two officials, who requested anonymity because they were not authorized to speak, said the talks failed.",
            "Two officials, who requested anonymity because they were not authorized to speak",
        ),
    ],
)
def test_the_condition_belongs_to_the_source(annotator, text, source):
    found = annotator("a", text, Published()).attributions

    assert [one.source.of(text) for one in found] == [source]
