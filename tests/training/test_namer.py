"""The second opinion on names."""

import pytest

torch = pytest.importorskip("torch", reason="PyTorch is there where the model is trained")

from sourcebook.infer.namer import REACH  # noqa: E402 - after the check
from sourcebook.infer.spelling import MOST_RUNS  # noqa: E402
from sourcebook.infer.vectors import WIDTH  # noqa: E402
from training.namer import STRIDES, Namer, beside  # noqa: E402


def test_the_edges_have_no_neighbors():
    states = torch.tensor([[[1.0], [2.0], [3.0]]])

    assert beside(states, 1).tolist() == [[[0.0, 1.0, 2.0], [1.0, 2.0, 3.0], [2.0, 3.0, 0.0]]]
    assert beside(states, 2).tolist() == [[[0.0, 1.0, 3.0], [0.0, 2.0, 0.0], [1.0, 3.0, 0.0]]]


def test_an_untrained_opinion_changes_nothing(tmp_path):
    casing, runs, vectors, _ = made(4)

    assert not Namer.of(tmp_path)(casing, runs, vectors).any()


def test_padding_changes_no_score():
    """Batches are padded in training, and texts are read alone afterwards."""
    namer = trained()
    casing, runs, vectors, words = made(6)
    words[:, 4:] = False

    alone = namer(casing[:, :4], runs[:, :4], vectors[:, :4])
    padded = namer(casing, runs, vectors, words)

    assert torch.allclose(alone, padded[:, :4], atol=1e-5)


def test_a_word_farther_than_the_reach_changes_no_score():
    """Long texts are read in parts that overlap by that much; one word less, and a score moves."""
    namer = trained()
    casing, runs, vectors, _ = made(REACH + 2)
    whole = namer(casing, runs, vectors)[0, -1]

    assert sum(STRIDES) == REACH
    assert torch.allclose(whole, namer(casing[:, 1:], runs[:, 1:], vectors[:, 1:])[0, -1], atol=1e-5)
    assert not torch.allclose(whole, namer(casing[:, 2:], runs[:, 2:], vectors[:, 2:])[0, -1], atol=1e-5)


def trained() -> Namer:
    torch.manual_seed(1)
    namer = Namer().eval()
    torch.nn.init.normal_(namer.out.weight)
    return namer


def made(size: int) -> tuple[torch.Tensor, ...]:
    """Return casing, runs, vectors and words of one text of that many words."""
    torch.manual_seed(2)
    runs = torch.randint(1, 99, (1, size, MOST_RUNS))
    return torch.randint(0, 6, (1, size)), runs, torch.randn(1, size, WIDTH), torch.ones(1, size, dtype=torch.bool)
