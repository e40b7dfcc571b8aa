"""
Score claims: ``python -m evaluation.claims [--mistakes] [--half seen|held|all] [--pin] [--fit]``.

Two things are printed. First the hand-checked sample of typed claims from the shared reports: the extra-event rate is
the share of them that a reader would not have made, or would have typed otherwise; mood and participants are told
beside it, and how well the claims' confidence says that a claim is right. A label counts for the claim that stands at
its word today; words without a typed claim are counted as gone, participants other than those checked as not judged.
Second, sentences of our own with the claims expected of them (``data/*.toml``).

``--fit`` fits the confidence to the labels and writes it where ``extract`` reads it. ``--pin`` writes the figures to
``floors.json``, never lowering one; without it a figure below its floor ends the run with exit code 1.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from evaluation.claims import cases, confidence, labels
from sourcebook.annotate import Annotator
from sourcebook.extract import extract
from sourcebook.infer import Reader

FLOORS = Path(__file__).parent / "floors.json"
TOLERANCE = 0.02
"""A fall within this is noise between machines: one or two claims of some two hundred. Our own choice."""


def main() -> int:
    """Read, compare, print, hold the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--mistakes", action="store_true")
    parser.add_argument("--half", choices=("seen", "held", "all"), default="all")
    parser.add_argument("--pin", action="store_true")
    parser.add_argument("--fit", action="store_true")
    chosen = parser.parse_args()
    annotator = Annotator(Reader.load())
    reached = _sentences(annotator, chosen.half, mistakes=chosen.mistakes)
    if labels.SHARED.exists():
        reached |= _sample(annotator, mistakes=chosen.mistakes, fit=chosen.fit)
    else:
        print(f"no reports at {labels.SHARED}: the sample is not scored", file=sys.stderr)
    return 0 if chosen.half != "all" else _hold(reached, pin=chosen.pin)


def _sample(annotator: Annotator, *, mistakes: bool, fit: bool) -> dict[str, float]:
    known = labels.load()
    judged = []
    gone = lost = 0
    for label, found, annotation in labels.read(known, annotator):
        verdict = labels.judge(label, found, annotation)
        if verdict is None:
            gone += 1
            lost += bool(label.types) and not any(str(one) == "OTHER" for one in label.types)
            continue
        judged.append(verdict)
        if mistakes and not verdict.right:
            what = [name for name in ("event", "type", "mood", "who") if getattr(verdict, name) is False]
            print(f"{label.document} {label.span} {verdict.claim.type} {verdict.claim.trigger.lemma}: {' '.join(what)}")
    kept = [one for one in judged if one.event and one.type]
    who = [one for one in kept if one.who is not None]
    shares = {
        "extra events": 1 - len(kept) / len(judged),
        "wrong mood": sum(not one.mood for one in kept) / len(kept),
        "wrong participants": sum(one.who is False for one in who) / len(who),
    }
    print(f"\n{len(known)} labeled claims, {len(judged)} judged, {gone} without a typed claim now, {lost} wrongly so")
    for name, share in shares.items():
        print(f"{name:20} {share:.3f}")
    print(f"{'':20} participants judged: {len(who)} of {len(kept)}")
    if fit:
        confidence.fit(judged)
    confidence.report(judged)
    return {
        "not extra": round(1 - shares["extra events"], 4),
        "right mood": round(1 - shares["wrong mood"], 4),
        "kept": round(1 - lost / len(known), 4),
    }


def _sentences(annotator: Annotator, half: str, *, mistakes: bool) -> dict[str, float]:
    table: dict[str, list[int]] = {}
    for case in cases.load():
        own = "held" if case.held else "seen"
        if half not in ("all", own):
            continue
        report = case.report
        claims = extract(report, annotator(report.id, report.text, report.published)).claims
        wrong = {one["at"]: cases.faults(one, case.text, claims) for one in case.claims}
        extra = [
            word
            for word in case.absent
            if any(str(one.type) != "OTHER" and not one.background for one in cases.at(word, case.text, claims))
        ]
        right = sum(not one for one in wrong.values()) + len(case.absent) - len(extra)
        for name in (case.kind, own, "all"):
            counts = table.setdefault(name, [0, 0, 0, 0])
            counts[0] += len(case.claims) + len(case.absent)
            counts[1] += right
            counts[2] += len(case.claims)
            counts[3] += sum(one != ["at"] for one in wrong.values())
        told = [f"{word}: {' '.join(one)}" for word, one in wrong.items() if one]
        told += [f"{word}: extra" for word in extra]
        if mistakes and told and (half == "held" or not case.held):
            print(f"{case.id}: {case.text.removeprefix(cases.LEAD)}\n    {'; '.join(told)}")
    print(f"\n{'':14} {'expected':>8} {'right':>7} {'found':>7}")
    for name in [
        *sorted(table.keys() - {"seen", "held", "all"}),
        *(one for one in ("seen", "held", "all") if one in table),
    ]:
        expected, right, claims_told, found = table[name]
        print(f"{name:14} {expected:8} {right / expected:7.3f} {found / max(1, claims_told):7.3f}")
    expected, right, claims_told, found = table["all"]
    return {"sentences right": round(right / expected, 4), "sentences found": round(found / claims_told, 4)}


def _hold(reached: dict[str, float], *, pin: bool) -> int:
    pinned: dict[str, float] = json.loads(FLOORS.read_text(encoding="utf-8")) if FLOORS.exists() else {}
    fallen = [name for name in sorted(pinned) if name in reached and reached[name] < pinned[name] - TOLERANCE]
    for name in fallen:
        print(f"{name} fell from {pinned[name]:.4f} to {reached[name]:.4f}")
    if pin:
        best = {name: max(reached[name], pinned.get(name, 0.0)) for name in sorted(reached)}
        FLOORS.write_text(json.dumps(best, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
