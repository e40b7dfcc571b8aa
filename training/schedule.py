"""Which windows are seen in which step: fixed by the seed, corpora mixed evenly over the whole run."""

import random
from collections.abc import Iterator

from training.config import Config, Share
from training.passage import Passage, sentences, windows, without_paragraphs
from training.varied import Names, hidden, names, renamed
from training.words import Pieces

POOL = 96
"""Windows that are sorted by length together, so that batches hold little padding."""


def epoch(
    passages: list[Passage], share: Share, config: Config, pieces: Pieces, pool: Names, seed: str
) -> list[list[Passage]]:
    """Return one epoch's batches of a corpus, in random order, cut and varied anew for each seed."""
    draw = random.Random(seed)
    cut = [
        hidden(without_paragraphs(window, draw, config.no_paragraphs), draw, share.hidden)
        for passage in (renamed(passage, pool, draw, share.renamed) for passage in passages)
        for part in (sentences(passage) if draw.random() < share.alone else [passage])
        for window in windows(part, pieces, draw.randint(share.least, share.most))
    ]
    draw.shuffle(cut)
    batches: list[list[Passage]] = []
    for start in range(0, len(cut), POOL):
        pool = sorted(cut[start : start + POOL], key=lambda one: size(one, pieces))
        batch: list[Passage] = []
        for window in pool:
            if batch and (len(batch) + 1) * size(window, pieces) > config.pieces:
                batches.append(batch)
                batch = []
            batch.append(window)
        batches.append(batch)
    draw.shuffle(batches)
    return batches


def size(passage: Passage, pieces: Pieces) -> int:
    """Return the length of a window in pieces, ``[CLS]`` and ``[SEP]`` counted."""
    return 2 + sum(len(pieces.of(word)) for word in passage.words)


def schedule(passages: dict[str, list[Passage]], config: Config, pieces: Pieces) -> list[list[Passage]]:
    """Return all batches of the run in order: epochs of a corpus follow each other, corpora are shuffled together."""
    queues: dict[str, Iterator[list[Passage]]] = {}
    turns: list[str] = []
    pool = names(passage for some in passages.values() for passage in some)
    for name, share in config.corpora.items():
        batches = [
            batch
            for number in range(share.epochs)
            for batch in epoch(passages[name], share, config, pieces, pool, f"{config.seed}-{name}-{number}")
        ]
        queues[name] = iter(batches)
        turns += [name] * len(batches)
    random.Random(f"{config.seed}-turns").shuffle(turns)
    return [next(queues[name]) for name in turns]
