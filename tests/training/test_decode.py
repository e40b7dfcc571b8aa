"""Tags from scores, as the card's figures need them."""

import numpy as np
import pytest

pytest.importorskip("scipy", reason="SciPy is there where the model is trained")

from training.decode import viterbi

NAMES = ("O", "B-cue", "I-cue")


def test_learned_steps_weigh_in_and_forbidden_ones_stay_forbidden():
    scores = np.float32([[1.0, 0.0, 3.0], [0.0, 0.5, 0.4], [2.0, 0.0, 0.0]])
    steps = np.zeros((4, 3), np.float32)
    steps[1, 2] = 2.0

    assert viterbi(scores, NAMES) == [0, 1, 0]
    assert viterbi(scores, NAMES, steps) == [1, 2, 0]
