"""Passages to tensors."""

import math
from dataclasses import dataclass

import torch
from torch import Tensor

from training import coreference
from training.labels import IGNORE, UPOS
from training.passage import Link, Passage, Relation
from training.words import NO_CASING, Pieces, casing


@dataclass(frozen=True, slots=True)
class Batch:
    """
    Windows of one corpus.

    Attributes:
        corpus: Whose.
        inputs: What the model takes: input_ids, attention_mask and casing (batch, pieces); first (batch, words).
        words: Whether there is a word: (batch, words), bool.
        tags: Label numbers or masks per head: (batch, words), int64, padded with ``IGNORE`` (masks with 0).
        sentence: Number of the sentence within the window: (batch, words), -1 where padded; None without trees.
        head: Governor: (batch, words); -1 root, ``IGNORE`` unknown; None without trees.
        chain: Chain of the head word: (batch, words), -1 for none; None without coreference.
        looks: Pronoun class, kind and number of the lower-case form: (batch, words, 3); None without coreference.
        factuality: (batch, words), NaN where unknown; None without.
        links: (row of the batch, link).
        relations: (row of the batch, relation).
    """

    corpus: str
    inputs: dict[str, Tensor]
    words: Tensor
    tags: dict[str, Tensor]
    sentence: Tensor | None
    head: Tensor | None
    chain: Tensor | None
    looks: Tensor | None
    factuality: Tensor | None
    links: tuple[tuple[int, Link], ...]
    relations: tuple[tuple[int, Relation], ...]


def encode(
    words: list[str], starts: list[bool], pieces: Pieces, hidden: list[bool] | None = None
) -> tuple[list[int], list[int], list[int]]:
    """Return the piece ids, the casing of each piece, and the place of each word's first piece."""
    ids, cases, first = [pieces.id("[CLS]")], [NO_CASING], []
    for word, starting, unseen in zip(words, starts, hidden or [False] * len(words), strict=True):
        found = pieces.of(word)
        first.append(len(ids))
        ids += [pieces.id("[MASK]")] * len(found) if unseen else found
        cases += [casing(word, starting)] * len(found)
    return [*ids, pieces.id("[SEP]")], [*cases, NO_CASING], first


def _table(rows: list[list[int]], padding: int, device: torch.device) -> Tensor:
    most = max(map(len, rows))
    return torch.tensor([[*row, *[padding] * (most - len(row))] for row in rows], device=device)


def collate(passages: list[Passage], pieces: Pieces, device: torch.device) -> Batch:
    """Return one batch; all passages are of one corpus and so have the same marks."""
    coded = [encode(one.words, one.starts, pieces, one.hidden) for one in passages]
    some = passages[0]
    tags = {
        name: _table([one.tags[name] for one in passages], 0 if name == "names" else IGNORE, device)
        for name in some.tags
    }
    sentence = head = chain = looks = factuality = None
    if some.head:
        sentence = _table([_sentences(one.tags["sentence"]) for one in passages], -1, device)
        head = _table([one.head for one in passages], IGNORE, device)
    if some.chain:
        chain = _table([one.chain for one in passages], -1, device)
        looks = _looks(passages, chain.shape[1]).to(device)
    if some.factuality:
        most = max(len(one.words) for one in passages)
        padded = [[*one.factuality, *[math.nan] * (most - len(one.words))] for one in passages]
        factuality = torch.tensor(padded, device=device)
    return Batch(
        some.corpus,
        {
            "input_ids": _table([ids for ids, _, _ in coded], 0, device),
            "attention_mask": _table([[1] * len(ids) for ids, _, _ in coded], 0, device),
            "casing": _table([cases for _, cases, _ in coded], NO_CASING, device),
            "first": _table([first for _, _, first in coded], 0, device),
        },
        _table([[1] * len(first) for _, _, first in coded], 0, device).bool(),
        tags,
        sentence,
        head,
        chain,
        looks,
        factuality,
        tuple((row, link) for row, one in enumerate(passages) for link in one.links),
        tuple((row, relation) for row, one in enumerate(passages) for relation in one.relations),
    )


def _sentences(starts: list[int]) -> list[int]:
    found, number = [], 0
    for place, start in enumerate(starts):
        number += start == 1 and place > 0
        found.append(number)
    return found


def _looks(passages: list[Passage], most: int) -> Tensor:
    forms: dict[str, int] = {}
    looks = torch.zeros(len(passages), most, 3, dtype=torch.int64)
    for row, one in enumerate(passages):
        for place, (word, upos) in enumerate(zip(one.words, one.tags["upos"], strict=True)):
            name = UPOS[upos] if upos >= 0 else "X"
            looks[row, place, 0] = coreference.pronoun(word, name)
            looks[row, place, 1] = coreference.kind(name)
            looks[row, place, 2] = forms.setdefault(word.lower(), len(forms))
    return looks
