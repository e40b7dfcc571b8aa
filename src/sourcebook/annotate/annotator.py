"""The annotator: texts in, marks out."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from sourcebook.annotate.anonymity import with_conditions
from sourcebook.annotate.antecedents import find_chains
from sourcebook.annotate.attributions import find_said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.cues import cue_kind
from sourcebook.annotate.dated import without_times
from sourcebook.annotate.datelines import without_datelines
from sourcebook.annotate.events import EventScores, PairScores, find_events
from sourcebook.annotate.headlines import headlines
from sourcebook.annotate.mending import mended
from sourcebook.annotate.names import find_names
from sourcebook.annotate.nesting import nested
from sourcebook.annotate.paring import pared
from sourcebook.annotate.parsing import tokens_of
from sourcebook.annotate.section import Section
from sourcebook.annotate.sentences import likely_cuts, sentence_bounds
from sourcebook.annotate.signed import signed
from sourcebook.annotate.timing import find_timed
from sourcebook.infer import Passage, Reader, Scores
from sourcebook.text import paragraph_spans, words
from sourcebook.text.trees import Tree
from sourcebook.values.marks import (
    Annotation,
    AttributionMark,
    EventMark,
    MentionMark,
    NameMark,
    RoleMark,
    TimeMark,
    Token,
)
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Published
from sourcebook.values.spans import Span

VERSION = 15
"""Raised whenever the same text and model give other marks."""
SECTION = 4096
"""Most words that are read as a whole; longer texts are read in sections. Bounds the memory: some 10 kB a word."""


@dataclass(frozen=True, slots=True)
class Job:
    """
    A text to annotate.

    Attributes:
        report: The report's id.
        published: Anchors relative times.
        skip: Furniture: words there get tags and trees, and no other marks.
    """

    report: str
    text: str
    published: Published = field(default_factory=Published)
    skip: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Cut:
    """A section before the model has seen it."""

    passage: Passage
    spans: tuple[Span, ...]
    skipped: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Annotator:
    """Reads texts with one model. Calling it twice gives the same marks; it keeps nothing of a text."""

    reader: Reader

    @property
    def producer(self) -> Producer:
        """What the marks are marked with."""
        return Producer("annotate", VERSION, self.reader.manifest.id)

    def __call__(self, report_id: str, text: str, published: Published, skip: Sequence[Span] = ()) -> Annotation:
        """Return everything marked on one text; empty text gives empty lists."""
        return self.begin(Job(report_id, text, published, tuple(skip)))()

    def begin(self, job: Job) -> Callable[[], Annotation]:
        """
        Have the model begin to read a text while the caller does something else; return what gives the annotation.

        No more than a section is read ahead.
        """
        first, *others = cuts_of(job)
        return partial(self._annotation, job, self._sections(first, others, self.reader.begin(first.passage)))

    def annotate_many(self, jobs: Iterable[Job]) -> Iterator[Annotation]:
        """
        Yield the annotation of every text, same order, the next one already being read; memory does not grow with
        their number.

        Texts do not share the model's batches: rounding in 8 bits depends on what is in a batch, and a text must get
        the same marks whatever it is read with.
        """
        begun: deque[Callable[[], Annotation]] = deque()
        for job in jobs:
            begun.append(self.begin(job))
            if len(begun) > 1:
                yield begun.popleft()()
        yield from (finish() for finish in begun)

    def vectors(self, text: str) -> NDArray[np.float32]:
        """
        Return what the words of a short text mean where they stand, for comparing texts.

        Returns:
            The encoder's last layer, one row of length 1 for each word with a letter or digit. Shape (words, 384).
        """
        rows = []
        for cut in cuts_of(Job("", text)):
            states = self.reader.read(cut.passage).states
            kept = [place for place, word in enumerate(cut.passage.words) if any(sign.isalnum() for sign in word)]
            rows.append(states[kept])
        found = np.concatenate(rows)
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        return np.asarray(found / np.maximum(lengths, np.finfo(np.float32).tiny), np.float32)

    def _sections(self, cut: Cut, others: Iterable[Cut], scores: Callable[[], Scores]) -> Iterator[Section]:
        for other in others:
            found, scores = scores(), self.reader.begin(other.passage)
            yield self._section(cut, found)
            cut = other
        yield self._section(cut, scores())

    def _section(self, cut: Cut, scores: Scores) -> Section:
        passage = cut.passage
        bounds = sentence_bounds(scores.sentence, passage.words, passage.starts)
        tokens = tokens_of(self.reader, scores, passage.words, cut.spans, bounds)
        paragraphs = (*np.flatnonzero(passage.starts).tolist(), len(passage.words))
        return Section(
            passage.words,
            cut.spans,
            tuple(bounds),
            paragraphs,
            tuple(tokens),
            Tree(tokens),
            scores,
            cut.skipped,
        )

    def _annotation(self, job: Job, sections: Iterable[Section]) -> Annotation:
        sentences: list[Span] = []
        tokens: list[Token] = []
        names: list[NameMark] = []
        mentions: list[MentionMark] = []
        times: list[TimeMark] = []
        attributions: list[AttributionMark] = []
        events: list[EventMark] = []
        for section in sections:
            found = self._marks(job, section)
            shift, chains = len(tokens), 1 + max((one.chain for one in mentions), default=-1)
            before = len(attributions)
            sentences += found.sentences
            tokens += (_moved(one, shift) for one in found.tokens)
            names += found.names
            times += found.times
            mentions += (MentionMark(one.span, one.chain + chains) for one in found.mentions)
            attributions += (_renumbered(one, before) for one in found.attributions)
            events += (_shifted(one, shift) for one in found.events)
        return Annotation(
            job.report,
            self.producer,
            tuple(sentences),
            tuple(tokens),
            tuple(names),
            tuple(mentions),
            tuple(times),
            tuple(attributions),
            tuple(events),
        )

    def _marks(self, job: Job, section: Section) -> Annotation:
        """Return the marks of one section; token numbers count from its first word."""
        labels = self.reader.labels
        named = find_names(section, labels["names"], self.reader.steps("names"))
        section = mended(section, named)
        names = tuple(NameMark(section.span(one.first, one.end), kind) for one, kind in named)
        sentences = tuple(section.span(first, end) for first, end in pairwise(section.bounds))
        times = find_timed(section, job.text, sentences, job.published, labels["times"])
        said = pared(section, find_said(section, labels["attribution"], self.reader.steps("attribution")))
        marked = without_times(section, without_datelines(section, said), times)
        outer = signed(section, named, with_conditions(section, marked))
        attributions = tuple(
            AttributionMark(
                _place(section, one.source),
                _place(section, one.cue),
                tuple(section.span(part.first, part.end) for part in one.content),
                one.parent,
                cue_kind(section, one),
            )
            for one in nested(section, [*outer, *headlines(section, named, outer)])
        )
        kept = {index for index, skipped in enumerate(section.skipped) if not skipped}
        events = tuple(one for one in self._events(section, names, times) if one.head in kept)
        mentions = find_chains(section, named, self.reader)
        return Annotation(
            job.report,
            self.producer,
            sentences,
            section.tokens,
            names,
            mentions,
            times,
            attributions,
            events,
        )

    def _events(self, section: Section, names: Sequence[NameMark], times: Sequence[TimeMark]) -> tuple[EventMark, ...]:
        logits = section.scores.type
        powers = np.exp(logits - logits.max(axis=-1, keepdims=True))
        chances = powers / powers.sum(axis=-1, keepdims=True)
        pairs = PairScores.of(section.scores, self.reader.weights)
        scores = EventScores(chances, self.reader.labels["type"], pairs, section.scores.factuality)
        return find_events(section.tokens, names, times, scores)


def cuts_of(job: Job) -> list[Cut]:
    """Cut a text into words, and these into sections at paragraphs; one section at least."""
    spans = words(job.text)
    texts = tuple(span.of(job.text) for span in spans)
    begins = {one.start for one in paragraph_spans(job.text)}
    starts = np.zeros(len(spans), np.bool_)
    edges = sorted(begins)
    at = 0
    for place, span in enumerate(spans):
        if at < len(edges) and span.start >= edges[at]:
            starts[place] = True
            while at < len(edges) and span.start >= edges[at]:
                at += 1
    if len(starts):
        starts[0] = True
    cuts = likely_cuts(texts, starts)
    skipped = _skipped(spans, job.skip)
    found = []
    for first, end in pairwise(_sections(starts, cuts)):
        begun = starts[first:end].copy()
        if end > first:
            begun[0] = True
        passage = Passage(texts[first:end], begun, cuts[first:end])
        found.append(Cut(passage, tuple(spans[first:end]), skipped[first:end]))
    return found


def _sections(starts: np.ndarray, cuts: np.ndarray) -> list[int]:
    """Return where sections begin, then the number of words."""
    total = len(starts)
    bounds = [0]
    while total - bounds[-1] > SECTION:
        least, most = bounds[-1] + SECTION // 2, bounds[-1] + SECTION
        for flags in (starts, cuts):
            places = np.flatnonzero(flags[least:most])
            if len(places):
                bounds.append(least + int(places[-1]))
                break
        else:
            bounds.append(most)
    return [*bounds, total]


def _skipped(spans: Sequence[Span], skip: Sequence[Span]) -> tuple[bool, ...]:
    waiting = sorted(skip)
    found = []
    at = 0
    for span in spans:
        while at < len(waiting) and waiting[at].end <= span.start:
            at += 1
        found.append(at < len(waiting) and waiting[at].overlaps(span))
    return tuple(found)


def _place(section: Section, one: Marked | None) -> Span | None:
    return None if one is None else section.span(one.first, one.end)


def _moved(token: Token, shift: int) -> Token:
    if not shift:
        return token
    return Token(token.span, token.lemma, token.pos, token.tag, token.head + shift, token.dep)


def _renumbered(mark: AttributionMark, shift: int) -> AttributionMark:
    if not shift or mark.parent is None:
        return mark
    return AttributionMark(mark.source, mark.cue, mark.content, mark.parent + shift, mark.cue_kind)


def _shifted(event: EventMark, shift: int) -> EventMark:
    if not shift:
        return event
    roles = tuple(RoleMark(one.role, one.span, one.head + shift, one.why) for one in event.roles)
    return replace(event, head=event.head + shift, roles=roles)
