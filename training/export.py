"""Write the model that ships: ``python -m training.export``. Every file is written whole, the manifest last."""

import argparse
import hashlib
import json
import shutil
import tempfile
import warnings
from pathlib import Path

import numpy as np
import onnx
import onnx.numpy_helper
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from sourcebook.infer.spelling import MOST_RUNS
from sourcebook.infer.vectors import WIDTH
from training import labels
from training.config import DESTINATION, Config
from training.coreference import PRONOUNS
from training.model import DISTANCES, STEPPED, Reader
from training.namer import WEIGHT, Namer
from training.train import averaged, published
from training.words import CASINGS, MOST_PIECES

OPSET = 17
VECTORS = DESTINATION / "vectors.npz"
WINDOW = 256
"""Most pieces of a window: the longest that training shows."""
INPUTS = ("input_ids", "attention_mask", "casing", "first")
KEPT = ("tags", "spans", "arcs", "rel_", "links", "factuality", "ante_", "typed", "pair_")
"""Beginnings of the names of the heads, which stay in 32-bit floats: they are small, and scores feel rounding most."""


class Table(nn.Module):
    """An embedding in 8-bit whole numbers with one scale a row."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("scale", scale)
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))

    def forward(self, ids: Tensor) -> Tensor:
        """Return the rows, float32."""
        return self.rows[ids].float() * self.scale[ids]


class Outputs(nn.Module):
    """The reader with its outputs in a fixed order."""

    def __init__(self, model: Reader) -> None:
        super().__init__()
        self.model = model
        self.names: list[str] = []

    def forward(self, input_ids: Tensor, attention_mask: Tensor, casing: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        """Return the values of the reader's outputs; their names go to ``names``."""
        found = self.model(input_ids, attention_mask, casing, first)
        self.names = list(found)
        return tuple(found.values())


class Weighed(nn.Module):
    """The second opinion on names, weighed."""

    def __init__(self, namer: Namer) -> None:
        super().__init__()
        self.namer = namer

    def forward(self, casing: Tensor, runs: Tensor, vectors: Tensor) -> Tensor:
        """Return what is added to the reader's scores."""
        return WEIGHT * self.namer(casing, runs, vectors)


def graph(model: Reader, path: Path) -> dict[str, int]:
    """Write the float graph; return the width of every output by name."""
    model.plain()
    wrapped = Outputs(model).eval()
    example = (
        torch.ones(2, 7, dtype=torch.int64),
        torch.ones(2, 7, dtype=torch.int64),
        torch.ones(2, 7, dtype=torch.int64),
        torch.tensor([[1, 2, 4], [1, 3, 0]]),
    )
    with torch.no_grad():
        values = wrapped(*example)
    names = wrapped.names
    axes = {name: {0: "batch", 1: "pieces"} for name in INPUTS[:3]} | {"first": {0: "batch", 1: "words"}}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            wrapped,
            example,
            str(path),
            input_names=list(INPUTS),
            output_names=names,
            dynamic_axes=axes | {name: {0: "batch", 1: "words"} for name in names},
            opset_version=OPSET,
            dynamo=False,
        )
    return {name: value.shape[-1] for name, value in zip(names, values, strict=True)}


def named(namer: Namer, path: Path) -> None:
    """Write the graph of the second opinion on names, its table of runs in 8 bits and its matrices in 16."""
    namer.runs = Table(namer.runs.weight.detach())  # type: ignore[assignment]
    ones = torch.ones(1, 3, dtype=torch.int64)
    example = ones, torch.ones(1, 3, MOST_RUNS, dtype=torch.int64), torch.zeros(1, 3, WIDTH)
    inputs = ("casing", "runs", "vectors")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        torch.onnx.export(
            Weighed(namer).eval(),
            example,
            str(path),
            input_names=list(inputs),
            output_names=["names"],
            dynamic_axes={name: {1: "words"} for name in (*inputs, "names")},
            opset_version=OPSET,
            dynamo=False,
        )
    halve(path)


def quantized(source: Path, path: Path, config: Config) -> None:
    """Write the graph with the encoder's matrices in 8 bits, a scale for each column; see ``[export]``."""
    heads = [
        node.name
        for node in onnx.load(str(source)).graph.node
        if node.op_type in ("MatMul", "Gemm")
        and ("/encoder/" not in node.name or (config.float_narrow and "/narrow/" in node.name))
    ]
    quantize_dynamic(
        str(source),
        str(path),
        op_types_to_quantize=["MatMul"],
        per_channel=True,
        weight_type=QuantType.QUInt8 if config.unsigned else QuantType.QInt8,
        nodes_to_exclude=heads,
    )
    if config.float_narrow:
        halve(path)


def halve(path: Path) -> None:
    """Store the large float matrices of a graph in 16 bits; the session makes them 32 again when it loads."""
    model = onnx.load(str(path))
    for tensor in list(model.graph.initializer):
        if tensor.data_type != onnx.TensorProto.FLOAT or len(tensor.dims) != 2 or min(tensor.dims) < 2:
            continue
        small = onnx.numpy_helper.from_array(onnx.numpy_helper.to_array(tensor).astype(np.float16), f"{tensor.name}_16")
        cast = onnx.helper.make_node("Cast", [small.name], [tensor.name], to=onnx.TensorProto.FLOAT)
        model.graph.initializer.remove(tensor)
        model.graph.initializer.append(small)
        model.graph.node.insert(0, cast)
    onnx.save(model, str(path))


def arrays(model: Reader) -> dict[str, np.ndarray]:
    """Return the weights that finish scores of pairs and of steps between tags outside the graph, by name."""
    found = {
        "relation_weight": model.relation.weight.T,
        "relation_bias": model.relation.bias,
        "ante_distance": model.ante_distance,
        "ante_pronoun": model.ante_pronoun,
        "ante_match": model.ante_match,
    }
    found |= {f"{name}_steps": model.chain(name) for name in STEPPED}
    found |= {f"unnamed_{name}": row for name, row in model.unnamed().items()}
    return {name: np.ascontiguousarray(value.detach().numpy(), np.float32) for name, value in found.items()}


def manifest(config: Config, widths: dict[str, int], files: list[Path], note: str) -> str:
    """Return the text of ``manifest.toml``."""
    lines = [
        f"id = {json.dumps(config.name)}",
        f"version = {config.version}",
        f"state = {json.dumps(note)}",
        f"window = {WINDOW}  # most pieces, [CLS] and [SEP] counted",
        f"most_pieces = {MOST_PIECES}  # of one word",
        f"casings = {CASINGS}",
        f"distances = {json.dumps(DISTANCES)}  # lower bounds of the classes of ante_distance, in words",
        f"pronouns = {json.dumps([sorted(forms) for forms in PRONOUNS])}",
        "",
        "[files]  # SHA-256 of the bytes",
        *(f"{json.dumps(file.name)} = {json.dumps(hashlib.sha256(file.read_bytes()).hexdigest())}" for file in files),
        "",
        "[outputs]  # width of the last axis",
        *(f"{name} = {width}" for name, width in widths.items()),
        "",
        "[labels]",
        *(f"{name} = {json.dumps(names)}" for name, names in labels.LISTS.items()),
    ]
    return "\n".join(lines) + "\n"


def loaded(config: Config, run: Path) -> tuple[Reader, str]:
    """Return the model of a run's checkpoint, or with untrained heads where there is none, and a word on which."""
    torch.manual_seed(config.seed)
    model = Reader(config.dropout)
    checkpoint = run / "checkpoint.pt"
    if not checkpoint.exists():
        model.encoder.load(published() / "model.safetensors")
        return model.eval(), "untrained"
    saved = torch.load(checkpoint, map_location="cpu", weights_only=True)
    model.load_state_dict(averaged(saved))
    return model.eval(), f"step {saved['step']}"


def write(
    model: Reader, namer: Namer, config: Config, note: str, destination: Path, floats: Path | None = None
) -> None:
    """
    Write all files of the model to a folder; with ``floats``, the float graph there too, for comparison.

    The table of vectors must lie in ``VECTORS``.
    """
    destination.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=destination.parent) as room:
        folder = Path(room)
        whole, small = folder / "whole.onnx", folder / "reader.onnx"
        if floats is not None:
            graph(model, floats)
        model.encoder.pieces = Table(model.encoder.pieces.weight.detach())
        widths = graph(model, whole)
        quantized(whole, small, config)
        np.savez(folder / "weights.npz", **arrays(model))
        shutil.copyfile(published() / "tokenizer.json", folder / "tokenizer.json")
        named(namer, folder / "namer.onnx")
        shutil.copyfile(VECTORS, folder / VECTORS.name)
        files = [small, *(folder / name for name in ("weights.npz", "tokenizer.json", "namer.onnx", VECTORS.name))]
        (folder / "manifest.toml").write_text(manifest(config, widths, files, note), encoding="utf-8")
        for file in [*files, folder / "manifest.toml"]:
            file.chmod(0o644)
            file.replace(destination / file.name)


def main() -> None:
    """Export the newest checkpoint of a run."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("training/reader.toml"))
    parser.add_argument("--run", type=Path, default=Path("build/training"))
    parser.add_argument("--out", type=Path, default=DESTINATION)
    parser.add_argument("--floats", type=Path, help="also write the float graph to this file")
    chosen = parser.parse_args()
    config = Config.load(chosen.config)
    model, note = loaded(config, chosen.run)
    write(model, Namer.of(chosen.run), config, note, chosen.out, chosen.floats)
    print(f"{note}: {sum(file.stat().st_size for file in chosen.out.iterdir()) / 1e6:.1f} MB in {chosen.out}")


if __name__ == "__main__":
    main()
