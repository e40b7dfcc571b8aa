"""
Score the kinds of cues: ``python -m evaluation.cues [--mistakes] [--pin]``.

What ``sourcebook annotate`` marks on PolNeAR's dev portion is compared with labels given by hand. A labeled cue counts
as found where an attribution's cue overlaps it; accuracy and macro-F1 are over those found, and the share of those
missed is printed beside them. See ``README.md`` for what the labels mean and how the cues were drawn.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from evaluation.cues.sampling import CORPUS, Drawn, read_labels, text_of
from sourcebook.annotate import Annotator
from sourcebook.infer import Reader
from sourcebook.values.kinds import CueKind
from sourcebook.values.reports import Published

FLOORS = Path(__file__).parent / "floors.json"
TOLERANCE = 0.01
"""A fall within this is noise between machines: a handful of cues found or not. Our own choice."""
SAMPLES = (("natural",), ("enriched",), ("natural", "enriched"), ("held",))

Pair = tuple[CueKind, CueKind]
"""A label and what the annotator says."""


def main() -> int:
    """Annotate, compare, print, hold the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mistakes", action="store_true", help="print those of the samples that may be looked at")
    parser.add_argument("--pin", action="store_true")
    chosen = parser.parse_args()
    if not CORPUS.exists():
        print(f"no corpus at {CORPUS}: cues are not scored", file=sys.stderr)
        return 0
    labels = read_labels()
    found = _found(labels)
    if chosen.mistakes:
        _print_mistakes(labels, found)
    reached: dict[str, float] = {}
    for samples in SAMPLES:
        name = "+".join(samples)
        drawn = [one for one in labels if one.sample in samples]
        pairs = [(CueKind(labels[one]), found[one]) for one in drawn if one in found]
        right, macro = accuracy(pairs), macro_f1(pairs)
        reached |= {f"{name} accuracy": round(right, 4), f"{name} macro_f1": round(macro, 4)}
        print(f"{name:18} {len(drawn):4} cues, {len(pairs):4} found: accuracy {right:.3f}, macro-F1 {macro:.3f}")
    pairs = [(CueKind(labels[one]), found[one]) for one in labels if one in found]
    for kind, (count, precision, recall, f1) in by_kind(pairs).items():
        print(f"  {kind:15} {count:4}  precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")
    return _hold(reached, pin=chosen.pin)


def accuracy(pairs: Sequence[Pair]) -> float:
    """Return the share of pairs that agree, 0..1; 0 of none."""
    return sum(one == other for one, other in pairs) / len(pairs) if pairs else 0.0


def by_kind(pairs: Sequence[Pair]) -> dict[CueKind, tuple[int, float, float, float]]:
    """Return of each kind that is labeled how often, precision, recall and F1."""
    labeled = Counter(one for one, _ in pairs)
    said = Counter(other for _, other in pairs)
    right = Counter(one for one, other in pairs if one == other)
    return {
        kind: (
            labeled[kind],
            right[kind] / said[kind] if said[kind] else 0.0,
            right[kind] / labeled[kind],
            2 * right[kind] / (labeled[kind] + said[kind]),
        )
        for kind in sorted(labeled)
    }


def macro_f1(pairs: Sequence[Pair]) -> float:
    """Return the mean F1 of the kinds that are labeled, 0..1."""
    kinds = by_kind(pairs)
    return sum(f1 for *_, f1 in kinds.values()) / len(kinds) if kinds else 0.0


def _found(labels: dict[Drawn, str]) -> dict[Drawn, CueKind]:
    annotator = Annotator(Reader.load())
    found: dict[Drawn, CueKind] = {}
    for document in sorted({one.document for one in labels}):
        marks = annotator(document, text_of(document), Published()).attributions
        for one in labels:
            if one.document != document:
                continue
            overlap, kind = max(
                (
                    (min(mark.cue.end, one.end) - max(mark.cue.start, one.start), mark.cue_kind)
                    for mark in marks
                    if mark.cue is not None
                ),
                default=(0, CueKind.SAYS),
            )
            if overlap > 0:
                found[one] = kind
    return found


def _print_mistakes(labels: dict[Drawn, str], found: dict[Drawn, CueKind]) -> None:
    for one in sorted(found):
        if one.sample != "held" and labels[one] != found[one]:
            cue = " ".join(text_of(one.document)[one.start : one.end + 30].split())
            print(f"{labels[one]:15} taken for {found[one]:15} {cue}")


def _hold(reached: dict[str, float], *, pin: bool) -> int:
    pinned: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = [name for name in sorted(pinned) if reached[name] < pinned[name] - TOLERANCE]
    for name in fallen:
        print(f"{name} fell from {pinned[name]:.4f} to {reached[name]:.4f}")
    if pin:
        best = {name: max(reached[name], pinned.get(name, 0.0)) for name in sorted(reached)}
        FLOORS.write_text(json.dumps(best, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
