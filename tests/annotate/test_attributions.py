"""Who says what, from the model's tags and links."""

import numpy as np
import pytest

from sourcebook.annotate.attributions import find_said

LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
SAID = """
Orr Orr PROPN NNP 2 nsubj
fumed fume VERB VBD 0 root
that that SCONJ IN 5 mark
talks talk NOUN NNS 5 nsubj
failed fail VERB VBD 2 ccomp
"""
SOURCE, CONTENT = (0, 1, "source"), (2, 5, "content")


@pytest.fixture
def read(section_of, tags_of):
    """Find the attributions of ``SAID`` where all links hold and the model thinks of a cue at the second word."""

    def find(marks, cue):
        scores = tags_of(5, LABELS, marks)
        scores[1, LABELS.index("B-cue")] += cue
        rows = np.ones((5, 4), np.float32)
        section = section_of(SAID, attribution=scores, link_cue=rows, link_source=rows, link_content=rows)
        return [
            tuple(" ".join(section.words[one.first : one.end]) for one in (said.source, said.cue, *said.content))
            for said in find_said(section, LABELS)
        ]

    return find


def test_a_marked_cue_gets_its_source_and_content(read):
    assert read([SOURCE, (1, 2, "cue"), CONTENT], 0) == [("Orr", "fumed", "that talks failed")]


def test_a_content_without_a_cue_gets_the_one_that_is_nearly_likely_enough(read):
    """The word is likelier no cue (5), and not by much (4): the content speaks for one."""
    assert read([SOURCE, CONTENT], 4) == [("Orr", "fumed", "that talks failed")]


def test_a_content_without_any_likely_cue_attributes_nothing(read):
    """Nothing may be put in somebody's mouth for want of a better word."""
    assert read([SOURCE, CONTENT], 0) == []


def test_no_cue_is_looked_for_without_a_content(read):
    assert read([SOURCE], 4) == []
