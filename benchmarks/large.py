"""
An encoder of RoBERTa-base's size with random weights under PyTorch; run by ``benchmarks.annotate``.

It imports nothing of ours, for the interpreter that has PyTorch may be another one.

Arguments: the shapes of batches ("8x256,3x120": rows and pieces) and the number of threads (0: PyTorch's choice). For
each line on standard input it runs all batches once and prints the seconds taken.
"""

import sys
import time

import torch

LAYERS, WIDTH, HEADS, INNER, VOCABULARY, POSITIONS = 12, 768, 12, 3072, 50265, 514
"""RoBERTa-base (Liu et al. 2019, its config.json)."""


class Encoder(torch.nn.Module):
    """Embeddings and layers, no heads."""

    def __init__(self) -> None:
        super().__init__()
        self.pieces = torch.nn.Embedding(VOCABULARY, WIDTH)
        self.positions = torch.nn.Embedding(POSITIONS, WIDTH)
        self.norm = torch.nn.LayerNorm(WIDTH)
        layer = torch.nn.TransformerEncoderLayer(WIDTH, HEADS, INNER, 0.0, "gelu", batch_first=True)
        self.layers = torch.nn.TransformerEncoder(layer, LAYERS)

    def forward(self, ids: torch.Tensor) -> torch.Tensor:
        """Return the states of pieces, shape (rows, pieces, 768)."""
        places = torch.arange(ids.shape[1])
        found: torch.Tensor = self.layers(self.norm(self.pieces(ids) + self.positions(places)))
        return found


def main() -> None:
    """Answer each line with the seconds of a turn."""
    shapes = [tuple(map(int, one.split("x"))) for one in sys.argv[1].split(",")]
    if int(sys.argv[2]):
        torch.set_num_threads(int(sys.argv[2]))
    torch.manual_seed(1)
    encoder = Encoder().eval()
    batches = [torch.randint(0, VOCABULARY, shape) for shape in shapes]
    with torch.inference_mode():
        for _ in sys.stdin:
            began = time.perf_counter()
            for batch in batches:
                encoder(batch)
            print(time.perf_counter() - began, flush=True)


if __name__ == "__main__":
    main()
