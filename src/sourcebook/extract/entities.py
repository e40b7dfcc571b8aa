"""Who and what a report speaks of: local entities from its coreference chains and names."""

from __future__ import annotations

import re
from collections import Counter

from sourcebook.extract.chained import Growing, parted, titled
from sourcebook.extract.reading import Reading
from sourcebook.text.nouns import noun_class
from sourcebook.values.claims import LocalEntity
from sourcebook.values.kinds import NameKind
from sourcebook.values.spans import Span

PLURAL_TAGS = frozenset({"NNS", "NNPS"})


class Cast:
    """
    The local entities of one report, found by the head token of any of their mentions.

    Somebody whom the chains don't know (a source, a participant that is mentioned once) joins when asked for.
    """

    __slots__ = ("_by_head", "_by_id", "_found", "_made", "_reading")

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._found: list[Growing] = []
        self._by_head: dict[int, int] = {}
        self._made: list[LocalEntity] = []
        self._by_id: dict[str, LocalEntity] = {}
        timed = {token for span in reading.times for token in reading.tokens_in(span)}
        chains: dict[int, Growing] = {}
        for mention in reading.annotation.mentions:
            head = reading.top(mention.span)
            if head is None or _nobody(reading, head) or timed.issuperset(reading.tokens_in(mention.span)):
                continue
            grown = chains.setdefault(mention.chain, Growing(set(), set()))
            grown.spans.add(mention.span)
            grown.heads.add(head)
        for grown in parted(reading, titled(reading, [chains[number] for number in sorted(chains)])):
            self._add(grown)
        for name in reading.annotation.names:
            head = reading.top(name.span)
            if head is not None and head not in self._by_head:
                self._add(Growing({name.span}, {head, *_titled(reading, head)}))

    def _add(self, grown: Growing) -> int:
        number = len(self._found)
        self._found.append(grown)
        for head in grown.heads:
            self._by_head.setdefault(head, number)
        return number

    @property
    def reading(self) -> Reading:
        """The report that it is the cast of."""
        return self._reading

    def at(self, head: int) -> str | None:
        """Return the id of the local entity with a mention headed by this token; None for a bare pronoun."""
        number = self._by_head.get(head)
        if number is None:
            token = self._reading.tree.tokens[head]
            if token.pos not in ("NOUN", "PROPN"):
                return None
            number = self._add(Growing({self._reading.tree.phrase_span(head)}, {head}))
        return LocalEntity.identify(self._reading.report.id, min(self._found[number].spans))

    def called(self, local: str) -> LocalEntity | None:
        """Return the local entity with this id."""
        self._make()
        return self._by_id.get(local)

    def entities(self) -> tuple[LocalEntity, ...]:
        """Return them all in order of first mention."""
        self._make()
        return tuple(sorted(self._made, key=lambda one: (one.spans[0], one.id)))

    def _make(self) -> None:
        for grown in self._found[len(self._made) :]:
            made = self._entity(grown)
            self._made.append(made)
            self._by_id[made.id] = made

    def _entity(self, grown: Growing) -> LocalEntity:
        reading = self._reading
        spans = tuple(sorted(grown.spans))
        names: list[tuple[Span, NameKind]] = []
        descriptions: list[str] = []
        for span in spans:
            name = _name_of(reading, span)
            if name is not None:
                names.append(name)
                title = reading.words(Span(span.start, name[0].start)) if span.start < name[0].start else ""
                if title and title.casefold() not in ("the", "a", "an"):
                    descriptions.append(title)
            elif not _pronoun(reading, span):
                descriptions.append(reading.words(span))
        forms = sorted({_bare(reading.words(span)) for span, _ in names}, key=lambda one: (-len(one), one))
        told = tuple(dict.fromkeys(sorted(descriptions, key=lambda one: (-len(one), one))))
        shown = forms[0] if forms else shortened(told[0] if told else reading.words(spans[0]))
        return LocalEntity(
            id=LocalEntity.identify(reading.report.id, spans[0]),
            report=reading.report.id,
            kind=_kind(reading, spans, [kind for _, kind in names]),
            name=shown,
            named=bool(forms),
            names=tuple(forms),
            descriptions=told,
            spans=spans,
            name_spans=tuple(sorted({span for span, _ in names})),
        )


BRACKET = re.compile(r"\s*[(\[][^)\]]*(?:[)\]]|$)")
ADDED = re.compile(r",? (?:who|whom|whose|which|where)\b.*$|, (?:including|such as|led by|\w+ing)\b.*$", re.DOTALL)


def shortened(words: str) -> str:
    """
    Return a description without what only stands beside it: brackets, relative clauses, what "including" adds.

    >>> shortened("the envoys from Osk (a port), Tarn and Halven, who left")
    'the envoys from Osk, Tarn and Halven'
    """
    return ADDED.sub("", BRACKET.sub("", words)) or words


NOBODY = frozenset({"any", "no", "every", "each", "neither"})
"""Determiners of nouns that stand for nobody in particular: they are one with nobody (Karttunen 1976)."""


def _nobody(reading: Reading, head: int) -> bool:
    tree = reading.tree
    return tree.tokens[head].pos == "NOUN" and any(
        tree.tokens[one].lemma.lower() in NOBODY for one in tree.of(head, "det")
    )


def _titled(reading: Reading, head: int) -> tuple[int, ...]:
    """Return the title that governs a name ("President X" with the title as head)."""
    governor = reading.tree.tokens[head].head
    if reading.name_kind(head) is not NameKind.PERSON:
        return ()
    joined = reading.tree.dep(head) == "flat" or reading.tree.tokens[head].dep == "nmod:desc"
    return (governor,) if joined and governor not in reading.name_at else ()


def _bare(name: str) -> str:
    for ending in ("'s", "’s", "'", "’"):
        name = name.removesuffix(ending)
    return name.strip(' ,;:"“”')


def _pronoun(reading: Reading, span: Span) -> bool:
    head = reading.top(span)
    return head is not None and reading.tree.tokens[head].pos in ("PRON", "DET")


def _name_of(reading: Reading, span: Span) -> tuple[Span, NameKind] | None:
    """Return the name that a mention is, or that its title leads to ("President X")."""
    head = reading.top(span)
    if head is None:
        return None
    for index in [head, *reading.tree.of(head, "flat", "appos", "nmod:desc")]:
        name, kind = reading.name_span(index), reading.name_kind(index)
        if name is not None and kind is not None and span.holds(name):
            return name, kind
    return None


def _kind(reading: Reading, spans: tuple[Span, ...], kinds: list[NameKind]) -> NameKind:
    if kinds:
        return Counter(kinds).most_common(1)[0][0]
    votes: Counter[NameKind] = Counter()
    acts = {one.head for one in reading.annotation.events}
    for span in spans:
        head = reading.top(span)
        if head is None:
            continue
        token = reading.tree.tokens[head]
        lemma = token.lemma.lower()
        if token.pos == "PRON":
            if lemma in ("he", "she", "i", "him", "her"):
                votes[NameKind.PERSON] += 1
        elif lemma in noun_class("person"):
            votes[NameKind.GROUP if token.tag in PLURAL_TAGS else NameKind.PERSON] += 2
        elif lemma in noun_class("group"):
            votes[NameKind.GROUP] += 2
        elif lemma in noun_class("organization"):
            votes[NameKind.ORGANIZATION] += 2
        elif lemma in noun_class("place"):
            votes[NameKind.PLACE] += 2
        elif lemma in noun_class("document"):
            votes[NameKind.WORK] += 2
        elif head in acts:
            votes[NameKind.EVENT] += 2
    return votes.most_common(1)[0][0] if votes else NameKind.OTHER
