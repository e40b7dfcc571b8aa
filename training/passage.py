"""A passage: words of one text with the marks that its corpus has, cut into windows for the model."""

import random
from dataclasses import dataclass, field, replace
from itertools import pairwise

from training.labels import IGNORE
from training.words import Pieces


@dataclass(frozen=True, slots=True)
class Link:
    """An attribution's cue with its source and contents; all numbers are words, the first of a span each."""

    cue: int
    sources: tuple[int, ...]
    contents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What a source does to a target: the words of both (empty where unnamed) and the type's number."""

    source: tuple[int, ...]
    target: tuple[int, ...]
    type: int


@dataclass(frozen=True, slots=True)
class Passage:
    """
    Words of one text and their marks.

    Attributes:
        corpus: Name of the corpus, as in the configuration.
        words: The words in order.
        starts: For each word whether a line or paragraph starts with it.
        cuts: For each word whether a window may start there (a sentence or paragraph does).
        tags: Label numbers per head, one a word; ``IGNORE`` where unknown. Heads: upos, xpos, sentence, relation,
            attribution, times, mention. ``names`` instead holds a bit mask of the tags that the corpus allows there.
        head: Governor of each word: its number, -1 at a root, ``IGNORE`` where unknown. Empty without trees.
        chain: Number of the chain whose mention the word heads, -1 for none. Empty without coreference.
        factuality: Score of each word from -3 to 3, NaN where not judged. Empty without.
        links: Attributions.
        relations: Typed pairs.
        hidden: For each word whether the model sees only that there is one. Empty where it sees all.
    """

    corpus: str
    words: list[str]
    starts: list[bool]
    cuts: list[bool]
    tags: dict[str, list[int]] = field(default_factory=dict)
    head: list[int] = field(default_factory=list)
    chain: list[int] = field(default_factory=list)
    factuality: list[float] = field(default_factory=list)
    links: tuple[Link, ...] = ()
    relations: tuple[Relation, ...] = ()
    hidden: list[bool] = field(default_factory=list)

    def part(self, start: int, end: int) -> "Passage":
        """
        Return words ``start`` to ``end`` as a passage of its own.

        A governor outside becomes ``IGNORE``; a link goes with its cue, less the spans outside; if it had a source
        and has lost it, it is dropped. A relation must lie inside whole.
        """

        def kept(places: tuple[int, ...]) -> tuple[int, ...]:
            return tuple(place - start for place in places if start <= place < end)

        links = []
        for link in self.links:
            sources = kept(link.sources)
            if start <= link.cue < end and (sources or not link.sources):
                links.append(Link(link.cue - start, sources, kept(link.contents)))
        return replace(
            self,
            words=self.words[start:end],
            starts=self.starts[start:end],
            cuts=self.cuts[start:end],
            tags={name: tags[start:end] for name, tags in self.tags.items()},
            head=[
                place if place < 0 else place - start if start <= place < end else IGNORE
                for place in self.head[start:end]
            ],
            chain=self.chain[start:end],
            hidden=self.hidden[start:end],
            factuality=self.factuality[start:end],
            links=tuple(links),
            relations=tuple(
                Relation(kept(one.source), kept(one.target), one.type)
                for one in self.relations
                if all(start <= place < end for place in one.source + one.target)
            ),
        )


def windows(passage: Passage, pieces: Pieces, limit: int) -> list[Passage]:
    """
    Cut a passage at its allowed places into parts of at most ``limit`` pieces, ``[CLS]`` and ``[SEP]`` counted.

    Whole sentences or paragraphs are packed greedily; one that is longer by itself is cut where the room ends.
    """
    sizes = [len(pieces.of(word)) for word in passage.words]
    edges = [place for place, cut in enumerate(passage.cuts) if cut or place == 0]
    bounds, start, used = [0], 0, 2
    for first, after in pairwise([*edges, len(sizes)]):
        size = sum(sizes[first:after])
        if used + size > limit and first > start:
            bounds.append(first)
            start, used = first, 2
        if used + size <= limit:
            used += size
            continue
        for place in range(first, after):
            if used + sizes[place] > limit:
                bounds.append(place)
                start, used = place, 2
            used += sizes[place]
    return [passage.part(one, other) for one, other in pairwise([*bounds, len(sizes)]) if other > one]


def sentences(passage: Passage) -> list[Passage]:
    """Return the passage cut at every place where it may be; each part starts as a text does."""
    edges = [place for place, cut in enumerate(passage.cuts) if cut or place == 0]
    parts = [passage.part(one, other) for one, other in pairwise([*edges, len(passage.words)]) if other > one]
    return [replace(part, starts=[True, *part.starts[1:]]) for part in parts]


def without_paragraphs(passage: Passage, draw: random.Random, share: float) -> Passage:
    """Return the passage, with probability ``share`` as if it were a single paragraph (text from a poor extractor)."""
    if draw.random() >= share:
        return passage
    return replace(passage, starts=[place == 0 for place in range(len(passage.words))])
