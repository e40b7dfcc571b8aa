"""Windows of a passage."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.infer.windows import SPECIAL, windows


@given(
    st.lists(st.tuples(st.integers(1, 12), st.booleans()), max_size=60),
    st.integers(16, 40),
    st.integers(0, 12),
)
def test_cores_cover_every_word_once_and_windows_fit(words, limit, context):
    """A word left out has no scores; a window too long fails in the model."""
    sizes = np.array([size for size, _ in words], np.int64)
    cuts = np.array([cut for _, cut in words], np.bool_)

    found = windows(sizes, cuts, limit, context)

    assert [place for one in found for place in range(one.core, one.end)] == list(range(len(words)))
    assert all(one.first <= one.core < one.end <= one.stop for one in found)
    assert all(sizes[one.first : one.stop].sum() + SPECIAL <= limit for one in found)


@given(st.integers(1, 50))
def test_sentences_that_fit_are_not_cut(length):
    cuts = np.arange(200) % length == 0

    found = windows(np.ones(200, np.int64), cuts, 52, 0)

    assert all(cuts[one.core] for one in found)


def test_what_two_windows_share_is_parted_in_its_middle():
    """Then a word has neighbors on both sides in the window that it belongs to."""
    cuts = np.arange(40) % 4 == 0

    found = windows(np.ones(40, np.int64), cuts, 22, 8)

    assert [(one.first, one.core, one.end, one.stop) for one in found] == [
        (0, 0, 16, 20), (12, 16, 28, 32), (24, 28, 40, 40)
    ]  # fmt: skip
