"""
A second opinion on names, from words alone: casing, runs of letters, published vectors, and ten words to each side.

The encoder has its corpora's names by heart and reads small letters only. This network sees none of its states, so that
it learns from the same corpora what a name looks like; its scores are added to the reader's own.
"""

from pathlib import Path

import torch
from torch import Tensor, nn

from sourcebook.infer.spelling import BUCKETS
from sourcebook.infer.vectors import WIDTH
from training import labels
from training.words import CASINGS

INNER, RUN, CASE = 128, 32, 16
"""Width of the layers, of a run's vector, and of a casing's."""
STRIDES = (1, 2, 4, 2, 1)
"""How far to each side a layer looks, in words."""
DROPOUT = 0.3
WEIGHT = 0.5
"""Of these scores beside the reader's. Chosen on the dev portions among .375, .4375 and .5: UNER .757, .764 and .764,
CrossNER .714, .718 and .719."""


class Namer(nn.Module):
    """The network. One that is not trained yet scores 0."""

    def __init__(self) -> None:
        super().__init__()
        self.runs = nn.Embedding(BUCKETS, RUN, padding_idx=0)
        nn.init.normal_(self.runs.weight, std=0.1)
        self.cases = nn.Embedding(CASINGS, CASE)
        self.inner, self.settled = nn.Linear(WIDTH + RUN + CASE, INNER), nn.LayerNorm(INNER)
        self.layers = nn.ModuleList(nn.Linear(3 * INNER, 2 * INNER) for _ in STRIDES)
        self.out = nn.Linear(INNER, len(labels.NAMES))
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)
        self.dropout = nn.Dropout(DROPOUT)

    @classmethod
    def of(cls, run: Path) -> "Namer":
        """Return the network that was trained beside a run's checkpoint, or one that scores 0."""
        network, saved = cls(), run / "namer.pt"
        if saved.exists():
            network.load_state_dict(torch.load(saved, map_location="cpu", weights_only=True)["namer"])
        return network.eval()

    def forward(self, casing: Tensor, runs: Tensor, vectors: Tensor, words: Tensor | None = None) -> Tensor:
        """
        Return the scores of the tags of names, shape (batch, words, tags).

        Args:
            casing: Casing classes: (batch, words).
            runs: Numbers of each word's runs of letters, padded with 0: (batch, words, runs).
            vectors: Published vectors, zeros where there is none: (batch, words, ``WIDTH``).
            words: Whether there is a word: (batch, words); None where there is one everywhere.
        """
        letters = self.runs(runs).sum(2) / (runs > 0).sum(2, keepdim=True).clamp(min=1)
        found = torch.cat([self.dropout(vectors), self.dropout(letters), self.cases(casing)], -1)
        known = 1.0 if words is None else words[:, :, None].float()
        states = self.dropout(torch.tanh(self.settled(self.inner(found)))) * known
        for stride, layer in zip(STRIDES, self.layers, strict=True):
            one, gate = layer(beside(states, stride)).chunk(2, -1)
            states = (states + self.dropout(one * torch.sigmoid(gate))) * known
        scores: Tensor = self.out(self.dropout(states))
        return scores


def beside(states: Tensor, stride: int) -> Tensor:
    """Return each word's state between those ``stride`` words away, 0 where there is none: three times as wide."""
    none = torch.zeros_like(states[:, :1]).expand(-1, stride, -1)
    size = states.shape[1]
    left, right = torch.cat([none, states], 1)[:, :size], torch.cat([states, none], 1)[:, stride:]
    return torch.cat([left, states, right], -1)
