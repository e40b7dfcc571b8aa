"""Train the second opinion on names: ``python -m training.naming``. Goes on after the last finished epoch."""

import argparse
from functools import cache
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from sourcebook.infer.spelling import MOST_RUNS, spelling
from sourcebook.infer.vectors import Vectors
from training import crf, labels
from training.config import Config, Share
from training.corpora.every import READERS
from training.export import VECTORS
from training.namer import Namer
from training.passage import Passage
from training.schedule import epoch
from training.train import fraction, published
from training.varied import names
from training.words import NO_CASING, Pieces, casing

EPOCHS = 5
SHARES = {
    "ewt": Share(EPOCHS, 64, 256, alone=0.3, renamed=0.3, hidden=0.1),
    "crossner": Share(EPOCHS, 48, 128, alone=0.3, renamed=0.3, hidden=0.1),
    "gum": Share(EPOCHS, 64, 256, alone=0.3, renamed=0.3, hidden=0.1),
}
RATE = 3e-3
WARM_UP = 0.06
"""Share of the steps."""
DECAY = 0.01


def shown(passages: dict[str, list[Passage]], config: Config, pieces: Pieces, number: int) -> list[list[Passage]]:
    """Return the batches of an epoch, corpora mixed, the same for the same number."""
    pool = names(passage for some in passages.values() for passage in some)
    found = [
        (place / len(batches), name, batch)
        for name, share in SHARES.items()
        for batches in [epoch(passages[name], share, config, pieces, pool, f"{config.seed}-{name}-{number}")]
        for place, batch in enumerate(batches)
    ]
    return [batch for _, _, batch in sorted(found, key=lambda one: one[:2])]


def inputs(passages: list[Passage], vectors: Vectors) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    """Return casing, runs, vectors and which are words, as ``Namer`` takes them; of a hidden word its casing alone."""
    shape = len(passages), max(len(one.words) for one in passages)
    cases, runs = np.full(shape, NO_CASING), np.zeros((*shape, MOST_RUNS), np.int64)
    rows, words = np.full(shape, -1), np.zeros(shape, np.bool_)
    for row, one in enumerate(passages):
        size = len(one.words)
        cases[row, :size] = [casing(word, start) for word, start in zip(one.words, one.starts, strict=True)]
        rows[row, :size] = _places(vectors, one)
        words[row, :size] = True
        for place, (word, unseen) in enumerate(zip(one.words, one.hidden or [False] * size, strict=True)):
            if not unseen:
                found = _runs(word)
                runs[row, place, : len(found)] = found
    return torch.from_numpy(cases), torch.from_numpy(runs), torch.from_numpy(vectors.at(rows)), torch.from_numpy(words)


def tags(passages: list[Passage], most: int) -> Tensor:
    """Return the masks of the tags allowed, 0 where there is no word: (batch, words)."""
    found = [one.tags["names"] + [0] * (most - len(one.words)) for one in passages]
    return torch.tensor(found)


def _places(vectors: Vectors, one: Passage) -> np.ndarray:
    found = np.array(vectors.places(one.words))
    return np.where(one.hidden, -1, found) if one.hidden else found


@cache
def _runs(word: str) -> tuple[int, ...]:
    return spelling(word)


def learn(namer: Namer, vectors: Vectors, passages: list[Passage]) -> float:
    """Leave the slopes of the loss, word by word, on the network; return the loss."""
    cases, runs, rows, words = inputs(passages, vectors)
    scores = namer(cases, runs, rows, words)
    allowed = crf.bits(tags(passages, words.shape[1]), len(labels.NAMES))
    known = words & ~allowed.all(-1)
    right = scores.masked_fill(~allowed, crf.FAR)
    loss = (scores.logsumexp(-1) - right.logsumexp(-1))[known].mean()
    loss.backward()  # type: ignore[no-untyped-call]
    nn.utils.clip_grad_norm_(namer.parameters(), 1.0)
    return loss.item()


def main() -> None:
    """Train to the last epoch."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("training/reader.toml"))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--run", type=Path, default=Path("build/training"), help="folder with the reader's checkpoint")
    chosen = parser.parse_args()
    config = Config.load(chosen.config)
    torch.set_num_threads(config.threads)
    torch.set_flush_denormal(True)
    pieces, vectors = Pieces.load(published() / "tokenizer.json"), Vectors.load(VECTORS)
    passages = {name: READERS[name](chosen.corpora, "train") for name in SHARES}
    torch.manual_seed(config.seed)
    namer = Namer().train()
    optimizer = torch.optim.AdamW(namer.parameters(), lr=RATE, weight_decay=DECAY)
    saved, first = chosen.run / "namer.pt", 0
    if saved.exists():
        stored = torch.load(saved, map_location="cpu", weights_only=True)
        namer.load_state_dict(stored["namer"])
        optimizer.load_state_dict(stored["optimizer"])
        first = stored["epochs"]
    for number in range(first, EPOCHS):
        torch.manual_seed(config.seed + number)
        batches, lost = shown(passages, config, pieces, number), 0.0
        for place, batch in enumerate(batches):
            done = (number + (place + 1) / len(batches)) / EPOCHS
            for group in optimizer.param_groups:
                group["lr"] = RATE * fraction(done, WARM_UP)
            lost += learn(namer, vectors, batch)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        print(f"epoch {number + 1} of {EPOCHS}: loss {lost / len(batches):.4f}", flush=True)
        written = saved.with_suffix(".part")
        torch.save({"namer": namer.state_dict(), "optimizer": optimizer.state_dict(), "epochs": number + 1}, written)
        written.replace(saved)


if __name__ == "__main__":
    main()
