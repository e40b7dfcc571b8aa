"""What is minimized: a loss for each head whose marks a batch has."""

import torch
from torch import Tensor
from torch.nn import functional

from training import coreference, crf, labels
from training.batch import Batch
from training.labels import IGNORE
from training.model import Reader

FAR = -1e9
"""Score of what is impossible."""
EMPTY = frozenset({"DET", "PUNCT", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "NUM", "SYM"})
"""Parts of speech whose words name no event; they teach ``type`` its NONE."""


def losses(model: Reader, found: dict[str, Tensor], batch: Batch) -> dict[str, Tensor]:
    """Return the mean loss of each head by name; only those that the batch's corpus marks."""
    result: dict[str, Tensor] = {}
    for name in ("upos", "xpos", "sentence", "times", "mention"):
        if name in batch.tags:
            result[name] = functional.cross_entropy(found[name].flatten(0, 1), batch.tags[name].flatten())
    if "attribution" in batch.tags:
        allowed = crf.one_of(batch.tags["attribution"], len(labels.ATTRIBUTION))
        result["attribution"] = crf.loss(found["attribution"], model.chain("attribution"), allowed, batch.words)
    if "names" in batch.tags:
        allowed = crf.bits(batch.tags["names"], len(labels.NAMES))
        result["names"] = crf.loss(found["names"], model.chain("names"), allowed, batch.words)
    if batch.head is not None and batch.sentence is not None:
        result["arcs"], result["relations"] = trees(model, found, batch, batch.sentence, batch.head)
        empty = torch.tensor([name in EMPTY for name in labels.UPOS], device=batch.words.device)
        chosen = empty[batch.tags["upos"].clamp(min=0)] & (batch.tags["upos"] >= 0)
        nothing = torch.full_like(batch.tags["upos"][chosen], labels.TYPES.index("NONE"))
        result["no_type"] = functional.cross_entropy(found["type"][chosen], nothing)
    if batch.chain is not None and batch.looks is not None:
        result["coreference"] = antecedents(model, found, batch, batch.looks, batch.chain)
    if batch.factuality is not None:
        known = ~batch.factuality.isnan()
        if known.any():
            result["factuality"] = functional.smooth_l1_loss(
                found["factuality"][..., 0][known], batch.factuality[known]
            )
    if batch.links:
        result["sources"], result["contents"] = linking(found, batch)
    if batch.relations:
        result["story" if batch.corpus == "plover" else "type"] = -types(model, found, batch).mean()
    return result


def arc_scores(found: dict[str, Tensor], sentence: Tensor) -> Tensor:
    """Return scores (batch, words, 1 + words): the root first, then every word of the same sentence but itself."""
    scores = found["arc_dep"] @ found["arc_head"].transpose(1, 2)
    same = sentence[:, :, None] == sentence[:, None, :]
    same &= ~torch.eye(sentence.shape[1], dtype=torch.bool, device=sentence.device)
    return torch.cat([found["arc_root"], scores.masked_fill(~same, FAR)], -1)


def relation_scores(model: Reader, found: dict[str, Tensor], head: Tensor) -> Tensor:
    """Return scores (batch, words, relations) given each word's governor (batch, words), whatever stands at roots."""
    wide = head.clamp(min=0)[:, :, None].expand(-1, -1, found["rel_head"].shape[-1])
    scores: Tensor = model.relation(functional.relu(found["rel_dep"] + found["rel_head"].gather(1, wide)))
    return scores


def trees(
    model: Reader, found: dict[str, Tensor], batch: Batch, sentence: Tensor, head: Tensor
) -> tuple[Tensor, Tensor]:
    """Return the losses of governors and of relations."""
    scores = arc_scores(found, sentence)
    wanted = torch.where(head == IGNORE, IGNORE, head + 1)
    arcs = functional.cross_entropy(scores.flatten(0, 1), wanted.flatten())
    named = torch.where(head >= 0, batch.tags["relation"], IGNORE)
    relations = functional.cross_entropy(
        relation_scores(model, found, head).flatten(0, 1), named.flatten(), ignore_index=IGNORE
    )
    return arcs, relations


def antecedent_scores(model: Reader, found: dict[str, Tensor], looks: Tensor) -> Tensor:
    """Return scores (batch, words, words) of the column's word as antecedent of the row's; no restriction yet."""
    pronoun, kind, form = looks.unbind(-1)
    scores = found["ante_a"] @ found["ante_b"].transpose(1, 2)
    scores = scores + model.ante_distance[coreference.distances(looks.shape[1], looks.device)]
    scores = scores + model.ante_pronoun[pronoun[:, :, None], pronoun[:, None, :]]
    same = (form[:, :, None] == form[:, None, :]).long()
    return scores + model.ante_match[same, kind[:, :, None], kind[:, None, :]]


def antecedents(model: Reader, found: dict[str, Tensor], batch: Batch, looks: Tensor, chain: Tensor) -> Tensor:
    """Return the marginal loss over right antecedents in the window; no antecedent scores 0."""
    can = ((looks[..., 1] < 3) | (batch.tags["mention"] > 0)) & batch.words
    scores = antecedent_scores(model, found, looks)
    before = torch.ones_like(scores, dtype=torch.bool).tril(-1) & can[:, None, :]
    scores = torch.cat([torch.zeros_like(scores[..., :1]), scores.masked_fill(~before, FAR)], -1)
    right = (chain[:, :, None] == chain[:, None, :]) & (chain >= 0)[:, :, None] & before
    right = torch.cat([~right.any(-1, keepdim=True), right], -1)
    chances = scores.log_softmax(-1).masked_fill(~right, FAR).logsumexp(-1)
    return -chances[can].mean()


def linking(found: dict[str, Tensor], batch: Batch) -> tuple[Tensor, Tensor]:
    """
    Return the losses of a cue's source (one of the window's, or none, which scores 0) and of its contents (each).

    The candidates are the first words of the gold spans of the window.
    """
    begins = {name: labels.ATTRIBUTION.index(f"B-{name}") for name in ("source", "content")}
    sources, contents = [], []
    for row, link in batch.links:
        tags = batch.tags["attribution"][row]
        cue = found["link_cue"][row, link.cue]
        places = (tags == begins["source"]).nonzero()[:, 0]
        scores = torch.cat([cue.new_zeros(1), found["link_source"][row, places] @ cue])
        right = torch.cat([places.new_tensor([not link.sources]), torch.isin(places, places.new_tensor(link.sources))])
        right = right.bool()
        if right.any():
            sources.append(scores.logsumexp(0) - scores[right].logsumexp(0))
        places = (tags == begins["content"]).nonzero()[:, 0]
        if len(places):
            wanted = torch.isin(places, places.new_tensor(link.contents)).float()
            scores = found["link_content"][row, places] @ cue
            contents.append(functional.binary_cross_entropy_with_logits(scores, wanted, reduction="sum"))
    nothing = found["link_cue"].sum() * 0.0
    source, content = (torch.stack(part).mean() if part else nothing for part in (sources, contents))
    return source, content


def types(model: Reader, found: dict[str, Tensor], batch: Batch, every: bool = False) -> Tensor:
    """
    Return log probabilities of relations: of the right type (relations,), or of all (relations, types).

    A pair's trigger is not marked: the probability is a mixture over the words outside source and target.
    """
    unnamed = model.unnamed()
    rows = []
    for row, relation in batch.relations:
        words = int(batch.words[row].sum())

        def of(name: str, places: tuple[int, ...], row: int = row) -> Tensor:
            return found[name][row, list(places)].mean(0) if places else unnamed[name]

        query = of("pair_source", relation.source) + of("pair_target", relation.target)
        weights = found["pair_key"][row, :words] @ query
        taken = [place for place in {*relation.source, *relation.target} if place < words]
        if len(taken) < words:
            weights = weights.index_fill(0, weights.new_tensor(taken, dtype=torch.int64), FAR)
        scores = found["type"][row, :words] + of("type_source", relation.source) + of("type_target", relation.target)
        rows.append((weights.log_softmax(0)[:, None] + scores.log_softmax(-1)).logsumexp(0))
    chances = torch.stack(rows)
    if every:
        return chances
    wanted = torch.tensor([relation.type for _, relation in batch.relations], device=chances.device)
    return chances.gather(1, wanted[:, None])[:, 0]
