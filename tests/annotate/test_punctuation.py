"""Where signs hang in a tree."""

import numpy as np
import pytest

from sourcebook.annotate.punctuation import settled


def hung(words, heads, deps):
    """Return the word that each sign hangs on."""
    words = words.split()
    found = settled(np.array(heads), words, deps.split())
    return [words[head] for head, dep in zip(found.tolist(), deps.split(), strict=True) if dep == "punct"]


@pytest.mark.parametrize(
    ("words", "heads", "deps", "expected"),
    [
        ("Envoys met , talked and left .", [1, 1, 1, 1, 5, 1, 0], "nsubj root punct conj cc conj punct", "talked met"),
        ("The mayor , ill , stayed .", [1, 5, 1, 1, 1, 5, 1],
         "det nsubj punct appos punct root punct", "ill mayor stayed"),
        ("On May 4 , 2031 , it fell .", [1, 7, 1, 1, 2, 1, 7, 7, 7],
         "case obl nummod punct nmod punct nsubj root punct", "4 May fell"),
        ("They called it “ too late . ”", [1, 1, 1, 1, 5, 1, 1, 1], "nsubj root obj punct advmod xcomp punct punct",
         "late late late"),
        ("It held . :)", [1, 1, 1, 1], "nsubj root punct discourse", "held"),
        ("! !", [0, 0], "root punct", "!"),
    ],
)  # fmt: skip
def test_a_sign_hangs_on_the_unit_that_it_parts_off(words, heads, deps, expected):
    assert hung(words, heads, deps) == expected.split()


def test_a_sign_that_governs_is_left_alone():
    """The parser now and then takes a sign for a word; nothing below it may be lost."""
    heads = np.array([1, 1, 1, 2])

    assert settled(heads, ["It", "held", "-", "off"], ["nsubj", "root", "punct", "obj"]).tolist() == heads.tolist()
