"""The reader: one encoder, and on each word's first piece the heads. See INTERFACE.md for every output."""

import torch
from torch import Tensor, nn

from training import crf, labels
from training.encoder import WIDTH, Encoder

ARC, RELATION, LINK, ANTECEDENT, PAIR = 256, 256, 128, 128, 128
"""Width of the projections whose products are scores."""
DISTANCES = (1, 2, 3, 5, 8, 16, 32, 64, 128)
"""Lower bounds of the distance classes of antecedents, in words."""
PRONOUNS, KINDS = 11, 4
"""Numbers of pronoun classes and of kinds of mention heads, see ``training.coreference``."""

STEPPED = {"names": labels.NAMES, "attribution": labels.ATTRIBUTION}
"""Span heads with learned scores of steps between tags."""


class Arcs(nn.Module):
    """Governors: a biaffine score with its matrix folded into the dependents' side."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.dependent = nn.Sequential(nn.Linear(WIDTH, ARC), nn.GELU(), nn.Dropout(dropout))
        self.governor = nn.Sequential(nn.Linear(WIDTH, ARC), nn.GELU(), nn.Dropout(dropout))
        self.matrix = nn.Linear(ARC, ARC)
        self.bias = nn.Linear(ARC, 1)
        self.root = nn.Linear(ARC, 1)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return dependents (batch, words, 257; the last is 1), governors (likewise, its bias last), root (…, 1)."""
        dependent, governor = self.dependent(states), self.governor(states)
        one = torch.ones_like(dependent[..., :1])
        return (
            torch.cat([self.matrix(dependent), one], -1),
            torch.cat([governor, self.bias(governor)], -1),
            self.root(dependent),
        )


class Linked(nn.Module):
    """Projections of cues and of spans; the product of two rows is a score, its bias in the last column."""

    def __init__(self) -> None:
        super().__init__()
        self.cue = nn.Linear(WIDTH, LINK)
        self.source = nn.Linear(WIDTH, LINK + 1)
        self.content = nn.Linear(WIDTH, LINK + 1)

    def forward(self, states: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return cues, sources and contents, each (batch, words, 129)."""
        cue = self.cue(states) * LINK**-0.5
        return torch.cat([cue, torch.ones_like(cue[..., :1])], -1), self.source(states), self.content(states)


class Reader(nn.Module):
    """All heads; ``forward`` gives exactly what the ONNX file gives, by name."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.encoder = Encoder(dropout)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.ModuleDict(
            {name: nn.Linear(WIDTH, len(labels.LISTS[name])) for name in ("upos", "xpos", "sentence", "mention")}
        )
        self.spans = nn.ModuleDict(
            {name: nn.Linear(WIDTH, len(labels.LISTS[name])) for name in ("names", "attribution", "times")}
        )
        self.steps = nn.ParameterDict(
            {name: nn.Parameter(torch.zeros(len(found) + 1, len(found))) for name, found in STEPPED.items()}
        )
        self.arcs = Arcs(dropout)
        self.rel_dep, self.rel_head = nn.Linear(WIDTH, RELATION), nn.Linear(WIDTH, RELATION)
        self.relation = nn.Linear(RELATION, len(labels.RELATIONS))
        self.links = Linked()
        self.factuality = nn.Linear(WIDTH, 1)
        self.ante_a, self.ante_b = nn.Linear(WIDTH, ANTECEDENT + 2), nn.Linear(WIDTH, ANTECEDENT)
        self.ante_distance = nn.Parameter(torch.zeros(len(DISTANCES)))
        self.ante_pronoun = nn.Parameter(torch.zeros(PRONOUNS, PRONOUNS))
        self.ante_match = nn.Parameter(torch.zeros(2, KINDS, KINDS))
        types = len(labels.TYPES)
        self.typed, self.typed_source, self.typed_target = (nn.Linear(WIDTH, types) for _ in range(3))
        self.pair_source, self.pair_target = nn.Linear(WIDTH, PAIR), nn.Linear(WIDTH, PAIR)
        self.pair_key = nn.Linear(WIDTH, PAIR + 1)
        self.no_source, self.no_target = (nn.Parameter(torch.zeros(WIDTH)) for _ in range(2))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, casing: Tensor, first: Tensor) -> dict[str, Tensor]:
        """
        Return every output by name, each of shape (batch, words, width), float32.

        Args:
            input_ids, attention_mask, casing: Shape (batch, pieces), int64.
            first: Place of each word's first piece. Shape (batch, words), int64, padded with 0.
        """
        pieces = self.encoder(input_ids, attention_mask, casing)
        states = torch.gather(pieces, 1, first[:, :, None].expand(-1, -1, WIDTH))
        given = self.dropout(states)
        found = {name: head(given) for name, head in (*self.tags.items(), *self.spans.items())}
        found["arc_dep"], found["arc_head"], found["arc_root"] = self.arcs(given)
        found["rel_dep"], found["rel_head"] = self.rel_dep(given), self.rel_head(given)
        found["link_cue"], found["link_source"], found["link_content"] = self.links(given)
        found["factuality"] = self.factuality(given)
        anaphor, antecedent = self.ante_a(given), self.ante_b(given)
        one = torch.ones_like(antecedent[..., :1])
        own, other = anaphor[..., -2:-1], anaphor[..., -1:]
        found["ante_a"] = torch.cat([anaphor[..., :-2] * ANTECEDENT**-0.5, own, one], -1)
        found["ante_b"] = torch.cat([antecedent, one, other], -1)
        found["type"], found["type_source"], found["type_target"] = (
            head(given) for head in (self.typed, self.typed_source, self.typed_target)
        )
        scaled = PAIR**-0.5
        one = torch.ones_like(one)
        found["pair_source"] = torch.cat([self.pair_source(given) * scaled, one * 0.5], -1)
        found["pair_target"] = torch.cat([self.pair_target(given) * scaled, one * 0.5], -1)
        found["pair_key"] = self.pair_key(given)
        found["states"] = states
        return found

    def chain(self, name: str) -> Tensor:
        """Return the scores of steps between a head's tags, forbidden ones far below 0; shape (1 + tags, tags)."""
        return self.steps[name] + crf.forbidden(STEPPED[name]).to(self.steps[name].device)

    def unnamed(self) -> dict[str, Tensor]:
        """Return the rows that stand for a source or target that the text does not name, by the output's name."""
        half = torch.full((1,), 0.5, device=self.no_source.device)
        found = {"type_source": self.typed_source(self.no_source), "type_target": self.typed_target(self.no_target)}
        found["pair_source"] = torch.cat([self.pair_source(self.no_source) * PAIR**-0.5, half])
        found["pair_target"] = torch.cat([self.pair_target(self.no_target) * PAIR**-0.5, half])
        return found

    def plain(self) -> None:
        """Use attention in single operations, as the export needs; changes no result."""
        for layer in self.encoder.layers:
            layer.plain = True
