"""Windows varied: what is exchanged and hidden, and what stays."""

import random

import pytest

from training import labels
from training.passage import Passage
from training.varied import hidden, mentions, names, renamed

TAGS = labels.NAMES.index


def _passage(words, tags, upos):
    marks = [1 << TAGS(tag) if tag else (1 << len(labels.NAMES)) - 1 for tag in tags]
    return Passage(
        "one",
        words,
        [False] * len(words),
        [False] * len(words),
        {"names": marks, "upos": [labels.UPOS.index(name) for name in upos]},
    )


@pytest.fixture
def halvek():
    words = "Anna Halvek left Orsun , Halvek said ; Anna Halvek and orsun".split()
    tags = "B-person I-person O B-place O B-person O O B-person I-person O B-place".split()
    upos = "PROPN PROPN VERB PROPN PUNCT PROPN VERB PUNCT PROPN PROPN CCONJ PROPN".split()
    return _passage(words, tags, upos)


def test_names_in_small_letters_and_open_words_are_not_exchanged(halvek):
    assert [halvek.words[start:end] for start, end, _ in mentions(halvek)] == [
        ["Anna", "Halvek"],
        ["Orsun"],
        ["Halvek"],
        ["Anna", "Halvek"],
    ]
    assert mentions(_passage(["Halvek"], [""], ["PROPN"])) == []
    assert mentions(_passage(["The", "Front"], ["B-organization", "I-organization"], ["DET", "PROPN"])) == []


def test_the_same_name_gives_way_to_the_same_name_of_its_kind_and_length(halvek):
    other = _passage(["Boris", "Tamm", "in", "Veld"], ["B-person", "I-person", "O", "B-place"], ["PROPN"] * 4)
    found = renamed(halvek, names([other, _passage(["Ilse"], ["B-person"], ["PROPN"])]), random.Random(1), 1.0)
    assert " ".join(found.words) == "Boris Tamm left Veld , Ilse said ; Boris Tamm and orsun"
    assert found.tags == halvek.tags


def test_a_share_of_none_changes_nothing(halvek):
    assert renamed(halvek, {}, random.Random(1), 0.0) is halvek
    assert hidden(halvek, random.Random(1), 0.0) is halvek


def test_words_are_hidden_at_about_their_share(halvek):
    draw = random.Random(1)
    seen = [unseen for _ in range(200) for unseen in hidden(halvek, draw, 0.25).hidden]
    assert 0.2 < sum(seen) / len(seen) < 0.3
