"""Published vectors of words."""

import numpy as np

from sourcebook.infer.manifest import FOLDER
from sourcebook.infer.vectors import UNIT, WIDTH, Vectors, key


def table(*words: str) -> Vectors:
    """Return a table in which the first word's vector is all 1, the second's all 2, and so on."""
    keys = np.array([key(word) for word in words], np.uint64)
    rows = np.repeat(np.arange(1, len(words) + 1, dtype=np.int8)[:, None], WIDTH, axis=1)
    order = np.argsort(keys)
    return Vectors(keys[order], rows[order])


def test_words_are_found_in_any_casing_and_others_have_none():
    vectors = table("dam", "river", "guard")

    places = vectors.places(["River", "bridge", "DAM", ""])
    found = vectors.at(np.array(places, np.intp))

    assert places[1] == places[3] == -1
    assert (found / UNIT)[:, 0].tolist() == [2.0, 0.0, 1.0, 0.0]


def test_what_is_no_character_has_no_vector():
    assert table("dam").places(["\ud800", "\N{GRINNING FACE}"]) == [-1, -1]


def test_the_table_that_ships_sets_towns_beside_towns():
    vectors = Vectors.load(FOLDER / "vectors.npz")
    words = ["Kabul", "Baghdad", "Damascus", "spoon"]

    rows = vectors.at(np.array(vectors.places(words), np.intp))
    near = rows @ rows.T / np.linalg.norm(rows, axis=1) / np.linalg.norm(rows, axis=1)[:, None]

    assert near[0, 3] < near[0, 1]
    assert near[0, 3] < near[0, 2]
