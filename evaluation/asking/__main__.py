"""``python -m evaluation.asking``: ask the example story every question; exits with 1 where a floor is not held."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from dataclasses import asdict
from pathlib import Path

from evaluation.asking.scoring import cases, outcome, scores
from sourcebook import api
from sourcebook.desk.asking import ask
from sourcebook.desk.table import mind
from sourcebook.store import open_store

EXAMPLE = Path(__file__).parents[2] / "examples" / "sarn"
FLOORS = Path(__file__).with_name("floors.json")


def main() -> int:
    """Print what went wrong, then the shares."""
    parser = argparse.ArgumentParser(prog="python -m evaluation.asking", description=__doc__)
    parser.add_argument("--story", type=Path, help="the example story, built before; default: built now")
    parser.add_argument("--pin", action="store_true", help="write the shares reached as the new floors")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = chosen.story or Path(folder) / "sarn.db"
        if chosen.story is None:
            api.build([EXAMPLE], path)
        book, store, reader = api.open(path), open_store(f"sqlite:{path}"), mind()
        outcomes = [outcome(one, ask(store, one.question, reader), book.story) for one in cases()]
    for one in outcomes:
        if not one.right:
            place = "none right" if one.rank is None else f"right at {one.rank}"
            print(f"{one.case.question}  ({one.answered} rows, {place if one.case.rows else 'should be none'})")
    found = asdict(scores(outcomes))
    floors = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    for name, share in found.items():
        print(f"{name:8} {share:.3f}  floor {floors.get(name, 0.0):.3f}")
    if chosen.pin:
        FLOORS.write_text(json.dumps({name: round(share, 3) for name, share in found.items()}, indent=2) + "\n")
        return 0
    return int(any(share < floors.get(name, 0.0) - 0.0005 for name, share in found.items()))


if __name__ == "__main__":
    sys.exit(main())
