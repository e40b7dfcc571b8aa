"""
Tags and trees for sentences that have none, read by the model itself where several stand together.

A corpus of single sentences with one mark each (PLV) draws the encoder away from all else that such a sentence is:
alone it was read worse than among others. So the round's first model reads some sentences together, which it does well,
and what it reads is learned for each alone.
"""

import random
from dataclasses import replace

import torch

from training.batch import collate
from training.losses import arc_scores, relation_scores
from training.model import Reader
from training.passage import Passage
from training.words import Pieces

TOGETHER = 5
"""Sentences in a window; as many as leave room for all in 256 pieces, mostly."""
WIDEST = 400
"""Pieces of such a window at most."""


@torch.no_grad()
def read(passages: list[Passage], model: Reader, pieces: Pieces, seed: int) -> list[Passage]:
    """Return the passages, each one sentence or a few, with tags and trees; in their order, without those too long."""
    device = next(model.parameters()).device
    model.eval()
    order = list(range(len(passages)))
    random.Random(seed).shuffle(order)
    found: dict[int, Passage] = {}
    for start in range(0, len(order), TOGETHER):
        numbers = order[start : start + TOGETHER]
        some = [passages[number] for number in numbers]
        words = [word for one in some for word in one.words]
        starts = [place == 0 for one in some for place in range(len(one.words))]
        window = Passage("silver", words, starts, starts)
        if sum(len(pieces.of(word)) for word in words) > WIDEST:
            found |= {number: passages[number] for number in numbers}
            continue
        batch = collate([window], pieces, device)
        out = model(**batch.inputs)
        cut = (out["sentence"][0].argmax(-1) == 1) | torch.tensor(starts, device=device)
        best = arc_scores(out, cut.cumsum(0)[None]).argmax(-1) - 1
        named = relation_scores(model, out, best)[0].argmax(-1)
        tags = {name: out[name][0].argmax(-1).tolist() for name in ("upos", "xpos")}
        tags |= {"sentence": cut.long().tolist(), "relation": named.tolist()}
        first = 0
        for number, one in zip(numbers, some, strict=True):
            end = first + len(one.words)
            head = [place if place < 0 else place - first for place in best[0, first:end].tolist()]
            found[number] = replace(one, tags={name: tags[name][first:end] for name in tags}, head=head)
            first = end
    model.train()
    return [found[number] for number in range(len(passages)) if found[number].tags]
