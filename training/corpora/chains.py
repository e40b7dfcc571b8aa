"""GUM's texts as running text with the chains of their mentions, by characters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sourcebook.values.spans import Span
from training.corpora.trees import documents, entity_of, mentions_of


@dataclass(frozen=True, slots=True)
class Gold:
    """
    A text with its chains.

    Attributes:
        spans: Chain of each mention.
        heads: Chain of the widest mention that each word heads, by the word's first character.
    """

    id: str
    text: str
    spans: dict[Span, int]
    heads: dict[int, int]

    def chain_of(self, span: Span, head: int) -> int | None:
        """Return the chain of the mention with these characters, else of one with this head; None where none is."""
        return self.spans.get(span, self.heads.get(head))


def chained(corpora: Path, portion: str) -> Iterator[Gold]:
    """Yield GUM's documents of one portion; sentences are joined by a blank, paragraphs by an empty line."""
    for path in sorted((corpora / "gum" / portion).glob("*.conllu")):
        for document in documents(path):
            text, governors, entities = "", list[int](), list[str]()
            spans: list[Span] = []
            for sentence in document:
                if text:
                    text += "\n\n" if any(mark.startswith("newpar") for mark in sentence.marks) else " "
                at, base = len(text), len(spans)
                text += sentence.marks["text"]
                for row in sentence.rows:
                    start = text.index(row[1], at)
                    at = start + len(row[1])
                    spans.append(Span(start, at))
                    governors.append(base + int(row[6]) - 1 if int(row[6]) else -1)
                    entities.append(entity_of(row[9]))
            yield _gold(path.stem, text, spans, governors, entities)


def _gold(name: str, text: str, spans: list[Span], governors: list[int], entities: list[str]) -> Gold:
    numbers: dict[str, int] = {}
    exact: dict[Span, int] = {}
    heads: dict[int, int] = {}
    for first, end, chain, _ in sorted(mentions_of(entities), key=lambda one: one[0] - one[1]):
        number = numbers.setdefault(chain, len(numbers))
        top = next((place for place in range(first, end) if not first <= governors[place] < end), first)
        heads.setdefault(spans[top].start, number)
        exact.setdefault(Span(spans[first].start, spans[end - 1].end), number)
    return Gold(name, text, exact, heads)
