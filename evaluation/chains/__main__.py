"""
Score chains of attribution: ``python -m evaluation.chains [--failures] [--half seen|held|all] [SHAPE ...]``.

Every second case of a shape is held: what fails there is printed only when asked for with ``--half held``, and rules
are not written for it. With ``--pin`` the figures are written to ``evaluation/chains/floors.json``, never lowering one;
without it a figure below its floor ends the run with exit code 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from evaluation.chains.cases import Expected, load
from evaluation.chains.running import read
from evaluation.chains.scoring import Tally, compare
from sourcebook.annotate import Annotator
from sourcebook.infer import Reader
from sourcebook.values.claims import ChainLink

FLOORS = Path(__file__).parent / "floors.json"
TOLERANCE = 0.01
"""A fall within this is noise between machines: two marked words of some two hundred. Our own choice."""
HELD = ("exact", "whole", "link_f1", "kind", "anonymous", "cue_kind")


def main() -> int:
    """Read, score, print a table by shape."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("shapes", nargs="*")
    parser.add_argument("--failures", action="store_true")
    parser.add_argument("--half", choices=("seen", "held", "all"), default="all")
    parser.add_argument("--pin", action="store_true")
    chosen = parser.parse_args()
    tallies: dict[str, Tally] = {}
    for case, marked, found, claimed in read(load(), Annotator(Reader.load())):
        half = "held" if case.held else "seen"
        if (chosen.shapes and case.shape not in chosen.shapes) or chosen.half not in ("all", half):
            continue
        counts = compare(marked.chain, found, marked.span, claimed=claimed)
        for name in (case.shape, half, "all"):
            tallies.setdefault(name, Tally()).add(counts)
        if chosen.failures and not counts.whole and (chosen.half == "held" or not case.held):
            print(f"\n{case.id}: {' '.join(case.text.split())}\n  at {marked.span.of(case.text)!r}")
            print("  expected", "; ".join(_told(one, case.text) for one in marked.chain) or "nobody")
            print("  found   ", "; ".join(_read(one, case.text) for one in found) or "nobody")
    names = [one for one in sorted(tallies) if one not in ("seen", "held", "all")]
    print(f"\n{'':16} {'words':>5} " + " ".join(f"{one:>9}" for one in Tally().figures))
    for name in [*names, *(one for one in ("seen", "held", "all") if one in tallies)]:
        print(f"{name:16} {tallies[name].words:5} " + " ".join(f"{one:9.3f}" for one in tallies[name].figures.values()))
    if chosen.shapes or chosen.half != "all":
        return 0
    return _hold(tallies, pin=chosen.pin)


def _hold(tallies: dict[str, Tally], *, pin: bool) -> int:
    pinned: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    reached = {name: round(tallies["all"].figures[name], 4) for name in HELD}
    fallen = [name for name in sorted(pinned) if reached[name] < pinned[name] - TOLERANCE]
    for name in fallen:
        print(f"{name} fell from {pinned[name]:.4f} to {reached[name]:.4f}")
    if pin:
        best = {name: max(reached[name], pinned.get(name, 0.0)) for name in HELD}
        FLOORS.write_text(json.dumps(best, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if fallen else 0


def _told(one: Expected, text: str) -> str:
    words = "nobody" if one.source is None else one.source.of(text)
    naming = "-" if len(one.anonymous) > 1 else "unnamed" if True in one.anonymous else "named"
    return f"{words} ({'|'.join(sorted(one.kinds))}, {naming}, {'|'.join(sorted(one.cue_kinds))})"


def _read(one: ChainLink, text: str) -> str:
    words = "nobody" if one.span is None else " ".join(one.span.of(text).split())
    return f"{words} ({one.kind}, {'unnamed' if one.anonymous else 'named'}, {one.cue_kind})"


if __name__ == "__main__":
    sys.exit(main())
