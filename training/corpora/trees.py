"""UD English-EWT with its layers of names and factuality, and GUM with coreference."""

import json
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training import labels
from training.corpora.names import allowed, iob
from training.passage import Passage

UNER = {"PER": "person", "ORG": "organization", "LOC": "place"}
UNER_OPEN = ("event", "misc")
"""Kinds that Universal NER does not mark: there an O may be either."""
NAMED_KINDS = {"person": ("person",), "organization": ("organization", "place"), "place": ("place",)}
"""Kinds of the model that a kind of GUM may be."""
IDENTITY = 5
"""Dashes behind the kind of a GUM entity that has a Wikipedia identity: infstat, centering, mention, link, identity."""
WITHIN = frozenset({"of", "the", "and", "for", "&", "-", "'s", "."})
"""Words that names hold without being proper names themselves."""
TITLES = frozenset(
    "Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr President Senator Sen. Rep. Queen King Sir Professor Prof. Lord".split()
)
"""Words before a person's name that Universal NER leaves out of it."""
BRACKETS = re.compile(r"\([^()]+\)?|[^()]+\)")
OPENING = re.compile(r"([^-\[\]]+)(?:\[(\d+)/(\d+)\])?")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a CoNLL-U file: its comments by name and its rows of ten columns, syntactic words only."""

    marks: dict[str, str]
    rows: list[list[str]]


def sentences(path: Path) -> Iterator[Sentence]:
    """Read a CoNLL-U file; multi-word tokens and empty nodes are left out."""
    marks: dict[str, str] = {}
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            name, _, value = line[1:].partition("=")
            marks[name.strip()] = value.strip()
        elif line.strip():
            row = line.split("\t")
            if row[0].isdigit():
                rows.append(row)
        elif rows:
            yield Sentence(marks, rows)
            marks, rows = {}, []


def documents(path: Path) -> list[list[Sentence]]:
    """Group a file's sentences by ``# newdoc``."""
    found: list[list[Sentence]] = []
    for sentence in sentences(path):
        if not found or any(mark.startswith("newdoc") for mark in sentence.marks):
            found.append([])
        found[-1].append(sentence)
    return found


def ewt(corpora: Path, portion: str) -> list[Passage]:
    """Read the documents of EWT's ``train`` or ``dev`` with UNER's names and UDS-IH2's factuality."""
    named = {}
    for marks, words, tags in iob(corpora / "uner-ewt" / f"{portion}.iob2", column=1):
        named[marks["sent_id"]] = words, allowed(tags, UNER, UNER_OPEN)
    judged: dict[str, dict[int, float]] = {}
    for line in (corpora / "uds-ih2" / f"{portion}.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        scores = judged.setdefault(row["text"], {})
        for target in row["targets"]:
            scores[target["span1"][0]] = float(target["label"])
    found = []
    everything = (1 << len(labels.NAMES)) - 1
    for document in documents(corpora / "ud-ewt" / f"{portion}.conllu"):
        passage = _passage("ewt", document)
        masks: list[int] = []
        scores_: list[float] = []
        for sentence in document:
            words = [row[1] for row in sentence.rows]
            there, bits = named.get(sentence.marks["sent_id"], ([], []))
            masks += bits if there == words else [everything] * len(words)
            told = judged.get(" ".join(words), {})
            scores_ += [told.get(number, math.nan) for number in range(len(words))]
        passage.tags["names"] = masks
        passage.factuality.extend(scores_)
        found.append(passage)
    return found


def gum(corpora: Path, portion: str) -> list[Passage]:
    """Read GUM's documents of one portion with the heads of their mentions."""
    found = []
    for path in sorted((corpora / "gum" / portion).glob("*.conllu")):
        for document in documents(path):
            passage = _passage("gum", document)
            entities = [entity_of(row[9]) for sentence in document for row in sentence.rows]
            chains = mention_heads(entities, passage.head)
            passage.tags["names"] = name_masks(entities, passage)
            sizes = Counter(chains.values())
            passage.chain.extend(chains.get(word, -1) for word in range(len(entities)))
            passage.tags["mention"] = [
                0 if word not in chains else 1 if sizes[chains[word]] == 1 else 2 for word in range(len(entities))
            ]
            found.append(passage)
    return found


def mention_heads(entities: list[str], head: list[int]) -> dict[int, int]:
    """
    Return the chain of each word that heads a mention; of several mentions with one head the widest counts.

    The head is the word of the mention whose governor lies outside it; of several, the first.
    """
    numbers: dict[str, int] = {}
    chains: dict[int, int] = {}
    for start, end, name, _ in sorted(mentions_of(entities), key=lambda span: span[0] - span[1]):
        top = next((place for place in range(start, end) if not start <= head[place] < end), start)
        chains.setdefault(top, numbers.setdefault(name, len(numbers)))
    return chains


def name_masks(entities: list[str], passage: Passage) -> list[int]:
    """
    Return masks of names that GUM's entities imply.

    A person, organization or place that GUM gives a Wikipedia identity, and whose words are all proper names (but for
    articles, "of", "and" and "for" within), is a name. A country is marked as organization where it acts, so those two
    kinds stay open between each other. All other proper names are open, and other words no name of the three kinds.
    """
    upos = [labels.UPOS[tag] if tag >= 0 else "X" for tag in passage.tags["upos"]]
    masks = [labels.names_mask() if tag == "PROPN" else labels.names_mask("O", *UNER_OPEN) for tag in upos]
    for first, end, _, about in sorted(mentions_of(entities), key=lambda span: span[0] - span[1]):
        kind, _, rest = about.partition("-")
        if kind not in NAMED_KINDS:
            continue
        start = next((place for place in range(first, end) if upos[place] != "DET"), end)
        inside = [passage.words[place] for place in range(start, end) if upos[place] != "PROPN"]
        if start == end or upos[start] != "PROPN" or upos[end - 1] != "PROPN" or not set(inside) <= WITHIN:
            if "PROPN" in upos[start:end]:
                masks[start:end] = [labels.names_mask()] * (end - start)
            continue
        if rest.count("-") < IDENTITY:
            continue
        kinds = NAMED_KINDS[kind]
        if passage.words[start] in TITLES and end - start > 1:
            masks[start] = labels.names_mask()
            begin = start + 1
        else:
            begin = start
        masks[begin] = labels.names_mask(*(f"B-{one}" for one in kinds))
        masks[begin + 1 : end] = [labels.names_mask(*(f"I-{one}" for one in kinds))] * (end - begin - 1)
    return masks


def mentions_of(entities: list[str]) -> list[tuple[int, int, str, str]]:
    """Return mentions: first word, word after the last, chain, what GUM writes behind it (kind first)."""
    found: list[tuple[int, int, str, str]] = []
    waiting: dict[str, list[tuple[int, str]]] = {}
    for place, entity in enumerate(entities):
        for piece in BRACKETS.findall(entity):
            inner = piece.strip("()")
            matched = OPENING.match(inner)
            if matched is None:
                continue
            name, part, parts = matched.groups()
            if piece.startswith("(") and part in (None, "1"):
                waiting.setdefault(name, []).append((place, inner.partition("-")[2]))
            if piece.endswith(")") and part == parts and waiting.get(name):
                start, about = waiting[name].pop()
                found.append((start, place + 1, name, about))
    return found


def entity_of(misc: str) -> str:
    found = re.search(r"(?:^|\|)Entity=([^|]*)", misc)
    return found.group(1) if found else ""


def _passage(corpus: str, document: list[Sentence]) -> Passage:
    words: list[str] = []
    starts: list[bool] = []
    cuts: list[bool] = []
    head: list[int] = []
    tags: dict[str, list[int]] = {name: [] for name in ("upos", "xpos", "sentence", "relation")}
    for sentence in document:
        first = len(words)
        paragraph = first == 0 or any(mark.startswith("newpar") for mark in sentence.marks)
        for place, row in enumerate(sentence.rows):
            words.append(row[1])
            starts.append(paragraph and place == 0)
            cuts.append(place == 0)
            tags["upos"].append(labels.number(labels.UPOS, row[3]))
            tags["xpos"].append(labels.number(labels.XPOS, row[4]))
            tags["sentence"].append(int(place == 0))
            tags["relation"].append(labels.relation(row[7]))
            head.append(-1 if row[6] == "0" else first + int(row[6]) - 1)
    return Passage(corpus, words, starts, cuts, tags, head)
