"""
Which cues of PolNeAR's dev portion are labeled by hand: ``python -m evaluation.cues.sampling``.

Three samples, all fixed by the hash of document and offset, so that anybody draws the same ones:

- ``natural``: the first ``NATURAL`` attributions in the order of their hashes, whatever they are;
- ``enriched``: of the others, for each word family of ``RARE``, the first ``EACH`` in the same order whose cue, or the
  ``BEFORE`` characters before it, hold a word of that family. The families choose what is read; they label nothing;
- ``held``: of the others, the first ``HELD`` in the same order. The table of cues was mended on the first two samples;
  this one is only ever scored, and its mistakes are not printed.

Running it prints the drawn cues that have no label yet, with their words, for the person who labels them.
"""

from __future__ import annotations

import csv
import hashlib
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpora" / "polnear" / "dev"
LABELS = Path(__file__).parent / "labels.csv"

NATURAL, EACH, BEFORE, HELD = 260, 22, 24, 160
RARE = {
    "confirms": "confirm|acknowledg|admit|admission|conced|verif|affirm",
    "denies": "den(?:y|ies|ied|ial)|reject|dismiss|disput|refut|debunk|contradict",
    "silence": "comment|respon|reach|declin|refus|repl(?:y|ied)|unavailable",
    "unknowing": "know|information|aware|unclear|unsure",
    "promises": "promis|pledg|vow|swor|guarant|assur|commit",
    "demands": "call(?:s|ed|ing)? (?:for|on)|demand|urg|ask|request|recommend|insist|want|propos",
    "believes": "believ|think|thought|hop|expect|fear|feel|felt|consider|worr",
    "speculates": "speculat|suspect|suggest|rumor|guess|wonder|imagin|may|might",
    "accuses": "accus|blam|alleg|charg|condemn|critici|slam|attack|blast|denounc",
    "retracts": "retract|recant|withdr|walk|apolog|took|correct",
}


@dataclass(frozen=True, slots=True, order=True)
class Drawn:
    """A cue of the corpus. ``start`` and ``end`` are code points into the document's text."""

    document: str
    start: int
    end: int
    sample: str


def draw(corpus: Path = CORPUS) -> list[Drawn]:
    """Return the cues of all samples, the natural one first, each in the order of the hashes."""
    cues = sorted((cue for path in sorted((corpus / "text").glob("*.txt")) for cue in _cues(corpus, path)), key=_rank)
    drawn = [Drawn(*cue, "natural") for cue in cues[:NATURAL]]
    taken = set(cues[:NATURAL])
    for family in RARE.values():
        pattern = re.compile(rf"\b(?:{family})", re.IGNORECASE)
        found = 0
        for document, start, end in cues:
            if (document, start, end) in taken or found == EACH:
                continue
            text = text_of(document, corpus)
            if pattern.search(text[max(0, start - BEFORE) : end]):
                taken.add((document, start, end))
                drawn.append(Drawn(document, start, end, "enriched"))
                found += 1
    left = [cue for cue in cues if cue not in taken]
    return [*drawn, *(Drawn(*cue, "held") for cue in left[:HELD])]


def text_of(document: str, corpus: Path = CORPUS) -> str:
    """Return the text of a document as its offsets count it."""
    return (corpus / "text" / f"{document}.txt").read_bytes().decode("utf-8")


def read_labels(path: Path = LABELS) -> dict[Drawn, str]:
    """Return the labels given so far."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            Drawn(row["document"], int(row["start"]), int(row["end"]), row["sample"]): row["label"]
            for row in csv.DictReader(lines)
        }


def _rank(cue: tuple[str, int, int]) -> str:
    return hashlib.sha256(f"{cue[0]}:{cue[1]}".encode()).hexdigest()


def _cues(corpus: Path, path: Path) -> list[tuple[str, int, int]]:
    """Return the cues of attributions with content, by the first annotator of a document."""
    marked = sorted((corpus / "attributions").glob(f"{path.stem}_*.ann"))
    if not marked:
        return []
    places: dict[str, tuple[int, int]] = {}
    found = []
    for line in marked[0].read_text(encoding="utf-8").splitlines():
        name, _, rest = line.partition("\t")
        if name.startswith("T") and "\t" in rest:
            numbers = [int(one) for one in re.findall(r"\d+", rest.partition("\t")[0].partition(" ")[2])]
            places[name] = (numbers[0], numbers[-1])
        elif name.startswith("E"):
            parts = dict(part.split(":") for part in rest.split())
            if "Cue" in parts and "Content" in parts:
                found.append((path.stem, *places[parts["Cue"]]))
    return found


def main() -> int:
    """Print the drawn cues without a label, one a line: number, words before, cue, words after."""
    if not CORPUS.exists():
        print(f"no corpus at {CORPUS}: nothing is drawn", file=sys.stderr)
        return 0
    known = {(one.document, one.start) for one in read_labels()}
    for number, one in enumerate(draw()):
        if (one.document, one.start) in known:
            continue
        text = " ".join(text_of(one.document)[max(0, one.start - 60) : one.start].split())
        cue = " ".join(text_of(one.document)[one.start : one.end].split())
        after = " ".join(text_of(one.document)[one.end : one.end + 60].split())
        print(f"{number}|{text[-55:]} [[{cue}]] {after[:50]}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
