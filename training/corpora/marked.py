"""Corpora that mark characters of plain text: PolNeAR, AQUAINT TimeML and PLV."""

import csv
import re
from pathlib import Path
from xml.etree import ElementTree as ET

from training import labels
from training.corpora.shown import shown
from training.corpora.text import Placed, placed
from training.passage import Link, Passage, Relation

ROLES = ("source", "cue", "content")
KINDS = {"DATE": "date", "TIME": "time", "DURATION": "duration", "SET": "set"}
EVERY = 5
"""Every fifth AQUAINT document, in order of name, is held out."""
TENTH = 10
"""Every tenth PLV row is held out."""

Attribution = dict[str, list[tuple[int, int]]]
"""Fragments in characters by role."""


def polnear(corpora: Path, portion: str) -> list[Passage]:
    """Read PolNeAR's articles; where several people marked one, the first annotator by name counts."""
    folder = corpora / "polnear" / portion
    marked: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        marked.setdefault(path.stem.rpartition("_")[0], path)
    found = []
    for name, path in sorted(marked.items()):
        with (folder / "text" / f"{name}.txt").open(encoding="utf-8", newline="") as lines:
            text = placed(lines.read())
        found.append(_attributed(text, standoff(path)))
    return found


def standoff(path: Path) -> list[Attribution]:
    """Read the attributions of a brat file: the fragments of each role, in order."""
    spans: dict[str, list[tuple[int, int]]] = {}
    events: list[list[list[str]]] = []
    with path.open(encoding="utf-8", newline="") as lines:
        for line in lines:
            name, _, rest = line.rstrip("\n").partition("\t")
            if re.fullmatch(r"T\d+", name):
                places = rest.partition("\t")[0].split(" ", 1)[1]
                spans[name] = [(int(a), int(b)) for a, b in (place.split() for place in places.split(";"))]
            elif re.fullmatch(r"E\d+", name):
                events.append([part.split(":") for part in rest.split()])
    found = []
    for parts in events:
        one: Attribution = {role: [] for role in ROLES}
        for key, name in parts:
            role = key.rstrip("0123456789").lower()
            if role in one:
                one[role] += spans[name]
        found.append({role: sorted(set(fragments)) for role, fragments in one.items()})
    return found


def _attributed(text: Placed, attributions: list[Attribution]) -> Passage:
    tags = [0] * len(text.words)
    links: list[Link] = []
    found: list[dict[str, list[tuple[int, ...]]]] = []
    for attribution in attributions:
        if not attribution["cue"] or not attribution["content"]:
            continue
        found.append({role: _fragments(text, attribution[role]) for role in ROLES})
    for role in ("content", "source", "cue"):  # what is shorter and scarcer is written last and stays
        begin, inside = (labels.ATTRIBUTION.index(f"{edge}-{role}") for edge in "BI")
        for one in found:
            for words in one[role]:
                for place in words:
                    tags[place] = inside
                tags[words[0]] = begin
    for one in found:
        sources, contents = (tuple(words[0] for words in one[role]) for role in ("source", "content"))
        for number, words in enumerate(one["cue"]):
            links.append(Link(words[0], sources, contents) if number == 0 else Link(words[0], (), ()))
    return Passage("polnear", text.words, text.starts, text.cuts(), {"attribution": tags}, links=tuple(links))


def _fragments(text: Placed, spans: list[tuple[int, int]]) -> list[tuple[int, ...]]:
    """Return the words of each fragment; fragments that touch are one."""
    found: list[tuple[int, ...]] = []
    for start, end in spans:
        words = text.under(start, end)
        if not words:
            continue
        if found and words[0] <= found[-1][-1] + 1:
            found[-1] = tuple(sorted({*found[-1], *words}))
        else:
            found.append(words)
    return found


def aquaint(corpora: Path, portion: str) -> list[Passage]:
    """Read the time expressions of AQUAINT TimeML; every fifth document is the dev part."""
    found = []
    for number, path in enumerate(sorted((corpora / "timeml" / "aquaint").glob("*.tml"))):
        if (number % EVERY == EVERY - 1) != (portion == "dev"):
            continue
        body = ET.fromstring(path.read_text(encoding="utf-8")).find("TEXT")  # noqa: S314 - our own corpus
        if body is None:
            raise ValueError(f"{path.name}: no TEXT")
        spans: list[tuple[int, int, str]] = []
        text = placed(_walk(body, "", spans))
        tags = [0] * len(text.words)
        for start, end, kind in spans:
            words = text.under(start, end)
            for place in words:
                tags[place] = labels.TIMES.index(f"{'B' if place == words[0] else 'I'}-{KINDS[kind]}")
        found.append(Passage("aquaint", text.words, text.starts, text.cuts(), {"times": tags}))
    return found


def _walk(element: ET.Element, before: str, spans: list[tuple[int, int, str]]) -> str:
    """Return the text up to this element's end, and note the time expressions on the way."""
    start, text = len(before), before + (element.text or "")
    for child in element:
        text = _walk(child, text, spans) + (child.tail or "")
    if element.tag == "TIMEX3":
        spans.append((start, len(text), element.attrib["type"]))
    return text


def plv(corpora: Path, portion: str) -> list[Passage]:
    """Read PLV's sentences, one passage each; every tenth row is the dev part."""
    with (corpora / "plv" / "train.tsv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t"))
    found = []
    for number, row in enumerate(rows):
        if (number % TENTH == TENTH - 1) != (portion == "dev"):
            continue
        text = placed(row["sentence"])
        source, target = (
            text.under(int(row[f"{side}_start"]), int(row[f"{side}_end"])) if int(row[f"{side}_start"]) >= 0 else ()
            for side in ("source", "target")
        )
        relation = Relation(source, target, labels.TYPES.index(row["gold_root"]))
        cuts = [place == 0 for place in range(len(text.words))]
        found.append(Passage("plv", text.words, cuts, cuts, {}, relations=(relation,)))
    return found


def pairs(corpora: Path, portion: str) -> list[Passage]:
    """Read PLV's sentences with marks around source and target, as a given pair is shown to the model."""
    found = []
    for passage in plv(corpora, portion):
        relation = passage.relations[0]
        words, source, target = shown(passage.words, relation.source, relation.target)
        cuts = [place == 0 for place in range(len(words))]
        found.append(Passage("pairs", words, cuts, cuts, relations=(Relation(source, target, relation.type),)))
    return found


YIELDS = frozenset({"CONCEDE", "RETREAT"})
"""Types of the newer PLOVER that PLV still calls YIELD."""
OPENING_LENGTH = 280
"""Characters of a made-up story that are shown: its lead, where its event stands."""


def plover(corpora: Path, portion: str) -> list[Passage]:
    """
    Read the leads of NGEC's machine-written stories, each with its type for a pair that nobody names; no dev part.

    They teach types alone, under the loss ``story``, and say nothing of the world.
    """
    if portion != "train":
        return []
    with (corpora / "plover-synthetic" / "events.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    found = []
    for row in rows:
        lead = re.split(r"(?<=[.!?])\s", " ".join(row["text"].split())[:OPENING_LENGTH])
        text = placed(" ".join(lead[:-1]) or lead[0])
        name = "YIELD" if row["label"] in YIELDS else row["label"]
        if not text.words or name not in labels.TYPES:
            continue
        cuts = [place == 0 for place in range(len(text.words))]
        relation = Relation((), (), labels.TYPES.index(name))
        found.append(Passage("plover", text.words, cuts, cuts, {}, relations=(relation,)))
    return found
