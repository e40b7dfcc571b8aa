"""The sums over tag sequences, against counting them one by one. Needs PyTorch, which only training installs."""

import itertools

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is there where the model is trained")

from training import crf  # noqa: E402 - after the check

NAMES = ("O", "B-cue", "I-cue")


def _by_hand(scores, steps, allowed):
    total = []
    for tags in itertools.product(range(len(NAMES)), repeat=len(scores)):
        if not all(allowed[place][tag] for place, tag in enumerate(tags)):
            continue
        score = steps[-1][tags[0]] + sum(scores[place][tag] for place, tag in enumerate(tags))
        total.append(score + sum(steps[one][other] for one, other in itertools.pairwise(tags)))
    return torch.stack(total).logsumexp(0)


@pytest.mark.parametrize("lengths", [(1, 1), (5, 3), (4, 6)])
def test_the_sum_is_that_over_every_sequence(lengths):
    torch.manual_seed(1)
    steps = torch.randn(4, 3) + crf.forbidden(NAMES)
    scores = torch.randn(2, max(lengths), 3)
    words = torch.tensor([[place < length for place in range(max(lengths))] for length in lengths])
    found = crf.sums(scores, steps, words)
    every = [[[True] * 3] * length for length in lengths]
    for row, length in enumerate(lengths):
        assert found[row].item() == pytest.approx(_by_hand(scores[row, :length], steps, every[row]).item(), abs=1e-3)


def test_the_loss_is_the_chance_of_what_is_allowed():
    torch.manual_seed(2)
    steps = torch.randn(4, 3) + crf.forbidden(NAMES)
    scores, words = torch.randn(1, 3, 3), torch.ones(1, 3, dtype=torch.bool)
    allowed = torch.tensor([[[True, False, False], [False, True, False], [True, True, True]]])
    right, all_ = (_by_hand(scores[0], steps, mask) for mask in (allowed[0].tolist(), [[True] * 3] * 3))
    assert crf.loss(scores, steps, allowed, words).item() == pytest.approx((all_ - right).item() / 2, abs=1e-3)


def test_a_span_that_the_window_cuts_may_begin_inside():
    allowed = torch.tensor([[[False, False, True], [False, False, True], [True, False, False], [False, False, True]]])
    assert crf.opened(allowed)[0].tolist() == [
        [False, True, True],
        [False, False, True],
        [True, False, False],
        [False, True, True],
    ]
