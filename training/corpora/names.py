"""CrossNER politics and re3d, and the bit masks that say which name tags a corpus allows for a word."""

from collections.abc import Iterator
from pathlib import Path

from training.labels import NAMES
from training.passage import Passage

CROSSNER = {
    "politician": "person",
    "person": "person",
    "organisation": "organization",
    "politicalparty": "organization",
    "country": "place",
    "location": "place",
    "event": "event",
    "election": "event",
    "misc": "misc",
}
RE3D = {"Organisation": "organization", "Location": "place", "Person": "person", "Nationality": "misc"}
ANYTHING = (1 << len(NAMES)) - 1
HELD_OUT = 0.2
"""Share of CrossNER's dev sentences, the last of the file, that training never sees."""


def iob(path: Path, column: int = 0) -> Iterator[tuple[dict[str, str], list[str], list[str]]]:
    """Read sentences of a tab-separated file: comments by name, words (in ``column``) and tags (in the next)."""
    marks: dict[str, str] = {}
    words: list[str] = []
    tags: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("# ") and " = " in line:
            name, _, value = line[2:].partition(" = ")
            marks[name.strip()] = value.strip()
        elif line.strip():
            row = line.split("\t")
            words.append(row[column])
            tags.append(row[column + 1])
        elif words:
            yield marks, words, tags
            marks, words, tags = dict(marks), [], []


def allowed(tags: list[str], kinds: dict[str, str], unmarked: tuple[str, ...] = ()) -> list[int]:
    """
    Return for each word the bit mask of the model's tags that agree with the corpus's.

    Args:
        tags: BIO tags of the corpus.
        kinds: The model's kind of each of the corpus's; a kind not listed allows everything.
        unmarked: The model's kinds that the corpus does not mark, so that its O may be one.

    >>> allowed(["O", "B-PER"], {"PER": "person"}) == [1, 1 << NAMES.index("B-person")]
    True
    """
    none = 1
    for kind in unmarked:
        none |= 1 << NAMES.index(f"B-{kind}") | 1 << NAMES.index(f"I-{kind}")
    found = []
    for tag in tags:
        kind = kinds.get(tag[2:])
        found.append(none if tag == "O" else ANYTHING if kind is None else 1 << NAMES.index(f"{tag[0]}-{kind}"))
    return found


def crossner(corpora: Path, portion: str) -> list[Passage]:
    """Read the official train set and the first part of dev (``train``), or the rest of dev (``dev``)."""
    folder = corpora / "crossner-politics"
    tuning = list(iob(folder / "dev.txt"))
    kept = round(len(tuning) * (1 - HELD_OUT))
    rows = list(iob(folder / "train.txt")) + tuning[:kept] if portion == "train" else tuning[kept:]
    return [_joined("crossner", [(words, allowed(tags, CROSSNER)) for _, words, tags in rows])]


def re3d(corpora: Path, portion: str) -> list[Passage]:
    """
    Read re3d without its BBC part, which is under a non-commercial licence; there is no dev part.

    A mention without a capital ("rebels") is no name elsewhere, and is left open; so are weapons, sums and papers.
    """
    if portion != "train":
        return []
    found: dict[str, list[tuple[list[str], list[int]]]] = {}
    for marks, words, tags in iob(corpora / "re3d" / "train.conll"):
        if marks["source"].replace("_", " ").startswith("BBC"):
            continue
        masks = allowed(tags, RE3D, ("event", "misc"))
        start = 0
        for place in range(1, len(tags) + 1):
            if place == len(tags) or not tags[place].startswith("I-"):
                if tags[start] != "O" and not any(word[:1].isupper() for word in words[start:place]):
                    masks[start:place] = [ANYTHING] * (place - start)
                start = place
        found.setdefault(marks["doc_id"], []).append((words, masks))
    return [_joined("re3d", rows) for rows in found.values()]


def _joined(corpus: str, rows: list[tuple[list[str], list[int]]]) -> Passage:
    cuts = [place == 0 for words, _ in rows for place in range(len(words))]
    return Passage(
        corpus,
        [word for words, _ in rows for word in words],
        [place == 0 for place in range(len(cuts))],
        cuts,
        {"names": [mask for _, masks in rows for mask in masks]},
    )
