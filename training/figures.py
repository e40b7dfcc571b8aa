"""Scores of one corpus's dev windows, words given. All lie in 0 to 1; F1 is over counts of the whole corpus."""

import math
from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training import labels
from training.coreference import kind, pronoun
from training.decode import Clusters, Floats, chains, clusters, conll, log_softmax, viterbi
from training.model import DISTANCES
from training.passage import Link, Passage

Outputs = dict[str, Floats]
"""Outputs of one window by name, each (words, width)."""
Weights = dict[str, Floats]
Pairs = list[tuple[Passage, Outputs]]
Spans = set[tuple[int, int, str]]


@dataclass
class Tally:
    """Counts for an F1."""

    right: float = 0
    found: float = 0
    gold: float = 0

    def add(self, right: float, found: float, gold: float) -> None:
        """Add the counts of one window."""
        self.right += right
        self.found += found
        self.gold += gold

    @property
    def f1(self) -> float:
        """Return F1, 0 where there is nothing."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def of(corpus: str, pairs: Pairs, weights: Weights) -> dict[str, float]:
    """Return the figures of a corpus by name."""
    found: dict[str, float] = {}
    if corpus in ("ewt", "gum"):
        found |= syntax(pairs, weights)
    if corpus in ("ewt", "crossner"):
        found |= names(
            pairs, weights, ("person", "organization", "place") + (("event",) if corpus == "crossner" else ())
        )
    if corpus == "ewt":
        found |= factuality(pairs)
    if corpus == "gum":
        found |= coreference(pairs, weights)
    if corpus == "polnear":
        found |= attribution(pairs, weights)
    if corpus == "aquaint":
        found |= times(pairs)
    if corpus in ("plv", "pairs"):
        found |= relations(pairs, weights)
    return found


def syntax(pairs: Pairs, weights: Weights) -> dict[str, float]:
    """Score tags, sentence starts and trees; sentences are given for trees, subtypes don't count."""
    counts: Counter[str] = Counter()
    starts = Tally()
    for window, out in pairs:
        gold = {name: np.array(window.tags[name]) for name in ("upos", "xpos", "sentence", "relation")}
        head = np.array(window.head)
        for name in ("upos", "xpos"):
            known = gold[name] >= 0
            counts[f"{name} all"] += int(known.sum())
            counts[name] += int((out[name].argmax(1) == gold[name])[known].sum())
        cut = out["sentence"].argmax(1) == 1
        starts.add(int((cut & (gold["sentence"] == 1)).sum()), int(cut.sum()), int((gold["sentence"] == 1).sum()))
        number = np.cumsum(gold["sentence"])
        scores = out["arc_dep"] @ out["arc_head"].T
        scores[(number[:, None] != number[None, :]) | np.eye(len(head), dtype=bool)] = -1e9
        best = np.concatenate([out["arc_root"], scores], 1).argmax(1) - 1
        labeled = np.maximum(out["rel_dep"] + out["rel_head"][np.maximum(best, 0)], 0)
        named = (labeled @ weights["relation_weight"] + weights["relation_bias"]).argmax(1)
        named[best < 0] = labels.RELATIONS.index("root")
        right = best == head
        counts["words"] += len(head)
        counts["uas"] += int(right.sum())
        counts["las"] += sum(
            _base(int(a)) == _base(int(b)) for a, b in zip(named[right], gold["relation"][right], strict=True)
        )
    found = {name: counts[name] / counts[f"{name} all"] for name in ("upos", "xpos")}
    return found | {name: counts[name] / counts["words"] for name in ("uas", "las")} | {"sentence starts": starts.f1}


def _base(number: int) -> str:
    return labels.RELATIONS[number].split(":")[0] if number >= 0 else ""


def names(pairs: Pairs, weights: Weights, kinds: tuple[str, ...]) -> dict[str, float]:
    """Score exact spans with their kind; other kinds count on neither side."""
    tally = Tally()
    for window, out in pairs:
        # The bit masks of certain words are single tags; O or open is 0 here.
        gold = [mask.bit_length() - 1 if mask.bit_count() == 1 else 0 for mask in window.tags["names"]]
        one, other = (
            {span for span in labels.spans_of(tags, labels.NAMES) if span[2] in kinds}
            for tags in (gold, viterbi(out["names"], labels.NAMES, weights.get("names_steps")))
        )
        tally.add(len(one & other), len(other), len(one))
    return {"names": tally.f1}


def factuality(pairs: Pairs) -> dict[str, float]:
    """Return Pearson's r of the scores."""
    rows = [
        (gold, float(value))
        for window, out in pairs
        for gold, value in zip(window.factuality, out["factuality"][:, 0], strict=True)
        if not math.isnan(gold)
    ]
    table = np.array(rows)
    return {"factuality r": float(np.corrcoef(table[:, 0], table[:, 1])[0, 1])}


def attribution(pairs: Pairs, weights: Weights) -> dict[str, float]:
    """Score stretches (exact), words, and whole attributions (cue and source overlap, contents share half)."""
    tallies = {f"{role} {how}": Tally() for role in ("source", "cue", "content") for how in ("exact", "words")}
    whole = Tally()
    for window, out in pairs:
        tags = viterbi(out["attribution"], labels.ATTRIBUTION, weights.get("attribution_steps"))
        one, other = (set(labels.spans_of(part, labels.ATTRIBUTION)) for part in (window.tags["attribution"], tags))
        for role in ("source", "cue", "content"):
            a, b = ({span for span in spans if span[2] == role} for spans in (one, other))
            tallies[f"{role} exact"].add(len(a & b), len(b), len(a))
            x, y = ({word for start, end, _ in spans for word in range(start, end)} for spans in (a, b))
            tallies[f"{role} words"].add(len(x & y), len(y), len(x))
        gold = [_filled(link, one) for link in window.links if link.contents]
        found = [_filled(link, other) for link in _links(out, other)]
        taken: set[int] = set()
        for filled in found:
            for number, wanted in enumerate(gold):
                if number not in taken and _same(filled, wanted):
                    taken.add(number)
                    break
        whole.add(len(taken), len(found), len(gold))
    return {name: tally.f1 for name, tally in tallies.items()} | {"attribution": whole.f1}


def _links(out: Outputs, spans: Spans) -> list[Link]:
    first = {role: sorted(start for start, _, kind_ in spans if kind_ == role) for role in ("source", "cue", "content")}
    found = []
    for cue in first["cue"]:
        row = out["link_cue"][cue]
        scores = [float(out["link_source"][place] @ row) for place in first["source"]]
        best = int(np.argmax(scores)) if scores and max(scores) > 0 else None
        contents = tuple(place for place in first["content"] if float(out["link_content"][place] @ row) > 0)
        if contents:
            found.append(Link(cue, () if best is None else (first["source"][best],), contents))
    return found


def _filled(link: Link, spans: Spans) -> tuple[set[int], set[int], set[int]]:
    def words(role: str, places: tuple[int, ...]) -> set[int]:
        return {word for start, end, name in spans if name == role and start in places for word in range(start, end)}

    return words("cue", (link.cue,)), words("source", link.sources), words("content", link.contents)


def _same(one: tuple[set[int], set[int], set[int]], other: tuple[set[int], set[int], set[int]]) -> bool:
    sources = bool(one[1] & other[1]) or (not one[1] and not other[1])
    shared = len(one[2] & other[2]) / max(len(one[2] | other[2]), 1)
    return bool(one[0] & other[0]) and sources and shared >= 0.5


def times(pairs: Pairs) -> dict[str, float]:
    """Score time expressions: exact stretch, any overlap, and overlap with the same kind."""
    exact, relaxed, kinds = Tally(), Tally(), Tally()
    for window, out in pairs:
        gold = labels.spans_of(window.tags["times"], labels.TIMES)
        found = labels.spans_of(viterbi(out["times"], labels.TIMES), labels.TIMES)
        meet = [
            (a, b, kind_ == other)
            for a, (start, end, kind_) in enumerate(gold)
            for b, (first, after, other) in enumerate(found)
            if start < after and first < end
        ]
        exact.add(len({span[:2] for span in gold} & {span[:2] for span in found}), len(found), len(gold))
        relaxed.add(min(len({a for a, _, _ in meet}), len({b for _, b, _ in meet})), len(found), len(gold))
        kinds.add(len({a for a, _, same in meet if same}), len(found), len(gold))
    return {"times exact": exact.f1, "times relaxed": relaxed.f1, "times kind": kinds.f1}


def relations(pairs: Pairs, weights: Weights) -> dict[str, float]:
    """Score the type of PLV's pairs, source and target given, NONE left out."""
    rows = [
        (relation.type, int(_types(window, out, weights)[:-1].argmax()))
        for window, out in pairs
        for relation in window.relations
    ]
    kinds = sorted({gold for gold, _ in rows})
    scores = []
    for kind_ in kinds:
        right = sum(gold == found == kind_ for gold, found in rows)
        scores.append(2 * right / sum((gold == kind_) + (found == kind_) for gold, found in rows))
    return {
        "type accuracy": sum(gold == found for gold, found in rows) / len(rows),
        "type macro": sum(scores) / len(scores),
    }


def _types(window: Passage, out: Outputs, weights: Weights) -> NDArray[np.float32]:
    relation = window.relations[0]

    def row(name: str, words: tuple[int, ...]) -> Floats:
        found: Floats = out[name][list(words)].mean(0) if words else weights[f"unnamed_{name}"]
        return found

    query = row("pair_source", relation.source) + row("pair_target", relation.target)
    attention = out["pair_key"] @ query
    attention[list({*relation.source, *relation.target})] = -1e9
    chances = out["type"] + row("type_source", relation.source) + row("type_target", relation.target)
    return np.exp(log_softmax(attention)[:, None] + log_softmax(chances)).sum(0)


def coreference(pairs: Pairs, weights: Weights) -> dict[str, float]:
    """Score chains of heads within windows, lone mentions left out; parts of speech are the model's own."""
    gold: Clusters = []
    found: Clusters = []
    mentions = Tally()
    for number, (window, out) in enumerate(pairs):
        tags = [labels.UPOS[tag] for tag in out["upos"].argmax(1)]
        kinds = np.array([kind(tag) for tag in tags])
        classes = np.array([pronoun(word, tag) for word, tag in zip(window.words, tags, strict=True)])
        forms = np.array([word.lower() for word in window.words])
        gaps = np.maximum(np.arange(len(forms))[:, None] - np.arange(len(forms))[None, :], 1)
        scores = out["ante_a"] @ out["ante_b"].T
        scores += weights["ante_distance"][np.searchsorted(DISTANCES, gaps, side="right") - 1]
        scores += weights["ante_pronoun"][classes[:, None], classes[None, :]]
        same = (forms[:, None] == forms[None, :]).astype(int)
        scores += weights["ante_match"][same, kinds[:, None], kinds[None, :]]
        heads = out["mention"].argmax(1) > 0
        candidates = [word for word in range(len(forms)) if kinds[word] < 3 or heads[word]]
        one = clusters({(number, word): chain for word, chain in enumerate(window.chain) if chain >= 0})
        other = clusters({(number, word): chain for word, chain in chains(scores, candidates).items()})
        gold += one
        found += other
        a, b = ({mention for group in groups for mention in group} for groups in (one, other))
        mentions.add(len(a & b), len(b), len(a))
    return {f"coreference {name}": value for name, value in conll(gold, found).items()} | {
        "coreference mentions": mentions.f1
    }
