"""Score an exported graph on the dev portions, words given: ``python -m training.evaluate``. Writes JSON."""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnxruntime
import torch

from sourcebook.infer.namer import Namer
from sourcebook.infer.scores import Passage as Given
from sourcebook.infer.sessions import opened
from training import figures
from training.batch import Batch, collate
from training.config import DESTINATION, Config
from training.corpora.every import READERS
from training.export import INPUTS, WINDOW
from training.passage import Passage, windows
from training.words import Pieces

AT_ONCE = 8
"""Windows in a batch."""


def outputs(
    session: onnxruntime.InferenceSession, namer: Namer, passages: list[Passage], pieces: Pieces
) -> Iterator[tuple[Passage, figures.Outputs]]:
    """Yield each window with its outputs, rows of padding cut off, both opinions on names added."""
    names = [output.name for output in session.get_outputs()]
    cut = sorted(
        (window for passage in passages for window in windows(passage, pieces, WINDOW)), key=lambda one: len(one.words)
    )
    for start in range(0, len(cut), AT_ONCE):
        some = cut[start : start + AT_ONCE]
        batch: Batch = collate(some, pieces, torch.device("cpu"))
        values = session.run(None, {name: batch.inputs[name].numpy() for name in INPUTS})
        for row, window in enumerate(some):
            found = {name: value[row, : len(window.words)] for name, value in zip(names, values, strict=True)}
            given = Given(tuple(window.words), np.array(window.starts), np.array(window.cuts))
            yield window, found | {"names": found["names"] + namer.read(given)}


def main() -> None:
    """Score each dev portion and print and write the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("training/reader.toml"))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--model", type=Path, default=DESTINATION, help="folder of the model")
    parser.add_argument("--graph", type=Path, help="another graph than the folder's, such as the float one")
    parser.add_argument("--out", type=Path, default=Path("build/training/figures.json"))
    parser.add_argument("--only", nargs="*", help="names of corpora")
    chosen = parser.parse_args()
    config = Config.load(chosen.config)
    pieces = Pieces.load(chosen.model / "tokenizer.json")
    with np.load(chosen.model / "weights.npz", allow_pickle=False) as stored:
        weights = dict(stored)
    session = opened(chosen.graph or chosen.model / "reader.onnx", config.threads)
    namer = Namer.load(chosen.model)
    found: dict[str, dict[str, float]] = {}
    for name in chosen.only or config.corpora:
        passages = READERS[name](chosen.corpora, "dev")
        if not passages:
            continue
        pairs = list(outputs(session, namer, passages, pieces))
        found[name] = {key: round(value, 4) for key, value in figures.of(name, pairs, weights).items()}
        print(name, json.dumps(found[name]), flush=True)
    chosen.out.parent.mkdir(parents=True, exist_ok=True)
    chosen.out.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
