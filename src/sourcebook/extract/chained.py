"""What a report's chains of mentions hold that can't be one: parted before they become entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from sourcebook.extract.reading import Reading
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import NameKind
from sourcebook.values.spans import Span


@dataclass(slots=True)
class Growing:
    """An entity in the making: its mentions, and the tokens that head them."""

    spans: set[Span]
    heads: set[int]


UNNAMED = frozenset({"source", "insider"})
"""Nouns of sources that stay unnamed: they are one with nobody who is named."""
VOICES = ("spokes", "deputy", "vice-")
"""How nouns of office begin whose holder speaks or stands in for another: never one with somebody not told to be it."""


def titled(reading: Reading, chains: Sequence[Growing]) -> list[Growing]:
    """
    Return the chains, those of an office right before a person's name joined to that name's.

    "The front's spokesman Orin Hale" is one man, whatever later mentions were taken to be of the office alone.
    """
    tree = reading.tree
    by_head = {head: grown for grown in chains for head in grown.heads}
    for grown in chains:
        if NameKind.PERSON in _names(reading, grown).values():
            continue
        for head in sorted(grown.heads):
            bearer = tree.tokens[head].head
            before = tree.tokens[head].dep in ("nmod:desc", "appos", "nmod") and bearer == head + 1
            person = before and head not in reading.name_at and reading.name_kind(bearer) is NameKind.PERSON
            if not person or tree.tokens[head].lemma.lower() not in noun_class("role"):
                continue
            named = by_head.get(bearer)
            if named is None:
                grown.spans.add(reading.name_span(bearer) or tree.tokens[bearer].span)
                grown.heads.add(bearer)
            elif named is not grown:
                named.spans |= grown.spans
                named.heads |= grown.heads
                grown.spans.clear()
                grown.heads.clear()
            break
    return [one for one in chains if one.spans]


def parted(reading: Reading, chains: Sequence[Growing]) -> list[Growing]:
    """
    Return the chains without mentions that can't be one with the others, which come behind them, each by itself.

    A source that stays unnamed is not a named person; places of different names are different places; "the spokesman"
    is who was introduced as one, not whom he speaks for; what is his is not what is the parliament's.
    """
    loose: list[Growing] = []
    introduced = [_offices(reading, one) for one in chains]
    for number, grown in enumerate(chains):
        named = _names(reading, grown)
        for span in sorted(grown.spans):
            if span in named:
                continue
            head = reading.top(span)
            if head is None:
                continue
            lemma = reading.tree.tokens[head].lemma.lower()
            others = {named[one] for one in named}
            if lemma in UNNAMED and others & {NameKind.PERSON, NameKind.ORGANIZATION}:
                loose.append(_out(reading, grown, span))
            elif NameKind.PERSON in others and lemma not in introduced[number] and _office(reading, head):
                holders = [at for at, offices in enumerate(introduced) if lemma in offices]
                if len(holders) == 1:
                    one = _out(reading, grown, span)
                    chains[holders[0]].spans.update(one.spans)
                    chains[holders[0]].heads.update(one.heads)
                elif not holders and _voice(reading, head):
                    loose.append(_out(reading, grown, span))
        loose.extend(_elsewhere(reading, grown))
        loose.extend(_of_others(reading, grown))
    return [one for one in (*chains, *loose) if one.spans]


def _out(reading: Reading, grown: Growing, span: Span) -> Growing:
    """Take a mention out of a chain; return it by itself."""
    head = reading.top(span)
    grown.spans.discard(span)
    heads = set() if head is None else {head}
    if not any(reading.top(one) == head for one in grown.spans):
        grown.heads -= heads
    return Growing({span}, heads)


def _names(reading: Reading, grown: Growing) -> dict[Span, NameKind]:
    """Return the mentions of a chain that are headed by a name, with its kind."""
    found = {}
    for span in grown.spans:
        head = reading.top(span)
        kind = reading.name_kind(head) if head is not None else None
        if kind is not None:
            found[span] = kind
    return found


def _offices(reading: Reading, grown: Growing) -> set[str]:
    """Return the nouns of office that a chain's people are introduced with, before their names or beside them."""
    tree = reading.tree
    found = set()
    for span, kind in _names(reading, grown).items():
        head = reading.top(span)
        if kind is not NameKind.PERSON or head is None:
            continue
        name = reading.name_span(head) or span
        inside = reading.tokens_in(name)
        beside = [*tree.of(head, "appos", "nmod:desc"), *([inside.start - 1] if inside and inside.start else [])]
        governor = tree.tokens[head].head
        beside += [governor] if tree.dep(head) in ("appos", "flat") else []
        beside += [governor] if tree.dep(head) == "nsubj" and tree.tokens[governor].pos == "NOUN" else []
        found |= {tree.tokens[one].lemma.lower() for one in beside if tree.tokens[one].pos in ("NOUN", "PROPN")}
    return found & noun_class("role")


def _office(reading: Reading, head: int) -> bool:
    """Tell whether a mention is a single holder of an office told with "the" or with its body."""
    token = reading.tree.tokens[head]
    if token.lemma.lower() not in noun_class("role") or token.tag in ("NNS", "NNPS") or head in reading.name_at:
        return False
    the = any(reading.tree.tokens[one].lemma.lower() == "the" for one in reading.tree.of(head, "det"))
    return the or _voice(reading, head)


def _voice(reading: Reading, head: int) -> bool:
    tree = reading.tree
    lemmas = [
        tree.tokens[head].lemma.lower(),
        *(tree.tokens[one].lemma.lower() for one in tree.of(head, "amod", "compound")),
    ]
    return any(one.startswith(VOICES) for one in lemmas)


def _elsewhere(reading: Reading, grown: Growing) -> list[Growing]:
    """Take the names of other places out of a chain; the one that it names most often stays."""
    places = {span: _plain(reading, span) for span, kind in _names(reading, grown).items() if kind is NameKind.PLACE}
    counted = Counter(places.values())
    if len(counted) <= 1:
        return _strangers(reading, grown)
    most = max(sorted(counted), key=lambda one: (counted[one], len(one)))
    out: dict[tuple[str, ...], Growing] = {}
    for span in sorted(places):
        words = places[span]
        if words != most and not _alike(words, most):
            one = _out(reading, grown, span)
            group = out.setdefault(words, Growing(set(), set()))
            group.spans |= one.spans
            group.heads |= one.heads
    return [out[words] for words in sorted(out)]


def _of_others(reading: Reading, grown: Growing) -> list[Growing]:
    """Take what is somebody else's out of a chain without a name; whose it is first, it stays."""
    if _names(reading, grown):
        return []
    owned = [(span, owner) for span in sorted(grown.spans) if (owner := _owner(reading, span)) is not None]
    out: list[tuple[int, Growing]] = []
    for span, owner in owned[1:]:
        if not _one_owner(reading, owned[0][1], owner):
            one = _out(reading, grown, span)
            group = next((made for first, made in out if _one_owner(reading, first, owner)), None)
            if group is None:
                out.append((owner, one))
            else:
                group.spans |= one.spans
                group.heads |= one.heads
    return [made for _, made in out]


def _owner(reading: Reading, span: Span) -> int | None:
    """Return whose a mention is by a genitive before it ("the parliament's office", "his office")."""
    head = reading.top(span)
    return None if head is None else reading.tree.first(head, "nmod:poss")


def _one_owner(reading: Reading, one: int, other: int) -> bool:
    """Tell whether two genitives may be of one: nothing but a person is "his" or "hers", and two names share a word."""
    his = [reading.tree.tokens[at].lemma.lower() in ("his", "her", "he", "she") for at in (one, other)]
    if his[0] is not his[1]:
        return _person(reading, other if his[0] else one)
    names = [reading.name_span(at) for at in (one, other)]
    if names[0] is None or names[1] is None:
        return True
    first, second = ([word[:4] for word in _plain(reading, name)] for name in names if name is not None)
    return not set(first).isdisjoint(second)


def _person(reading: Reading, index: int) -> bool:
    """Tell whether a word may be a person's: it bears no other name, and is no noun of a body."""
    kind = reading.name_kind(index)
    if kind is not None:
        return kind is NameKind.PERSON
    token = reading.tree.tokens[index]
    lemma = token.lemma.lower()
    return token.pos in ("PRON", "NOUN") and lemma not in noun_class("organization") and lemma not in ("it", "its")


def _strangers(reading: Reading, grown: Growing) -> list[Growing]:
    """Take an office with a person's name beside it out of a chain whose own names share no word with that name."""
    own = {word for span in _names(reading, grown) for word in _plain(reading, span)}
    found = []
    for span in sorted(grown.spans):
        head = reading.top(span)
        if not own or head is None or head in reading.name_at:
            continue
        tree = reading.tree
        if tree.tokens[head].lemma.lower() not in noun_class("role"):
            continue
        beside = [
            name
            for one in tree.of(head, "appos", "nmod", "nmod:desc", "flat")
            if reading.name_kind(one) is NameKind.PERSON
            and not tree.cases(one)
            and tree.tokens[one].dep != "nmod:poss"
            and (name := reading.name_span(one)) is not None
            and span.holds(name)
        ]
        if beside and all(not own & set(reading.words(one).casefold().split()) for one in beside):
            found.append(_out(reading, grown, span))
    return found


def _plain(reading: Reading, span: Span) -> tuple[str, ...]:
    head = reading.top(span)
    name = reading.name_span(head) if head is not None else None
    words = reading.words(name or span).replace("’", "'").removesuffix("'s").split()
    return tuple(word.strip(".,").casefold() for word in words if word.lower() != "the")


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether two names may be of one place: they share a word, or one is the other's initials."""
    first, second = ("".join(word[0] for word in words if word) for words in (one, other))
    short, long = "".join(one).replace(".", ""), "".join(other).replace(".", "")
    return bool(set(one) & set(other)) or short == second or long == first
