"""The hand-made chains: texts with marked words and the chain expected of each (``data/*.toml``, one file a shape)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sourcebook.values.kinds import CueKind, LinkKind
from sourcebook.values.spans import Span

DATA = Path(__file__).parent / "data"
NAMING = {"named": frozenset({False}), "unnamed": frozenset({True}), "-": frozenset({False, True})}


class BadCase(ValueError):
    """A case that can't be used: says the file, the text and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Expected:
    """
    A link as a reader expects it.

    Attributes:
        source: The source's words; None where the text names nobody.
        head: The word of them that what is found must hold.
        kinds: What may stand for its kind; several where two readings are defensible.
        anonymous: What may stand for being unnamed; both where that depends on what stands outside the text.
        cue_kinds: What may stand for what its cue does.
    """

    source: Span | None
    head: Span | None
    kinds: frozenset[LinkKind]
    anonymous: frozenset[bool]
    cue_kinds: frozenset[CueKind]


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked word of a text (or phrase, whose first claim is meant) and its chain, outermost first."""

    span: Span
    chain: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """
    A text.

    Attributes:
        id: Shape and number, from 1.
        held: Whether nobody looks at what fails here: every second case of a shape.
    """

    id: str
    shape: str
    text: str
    marked: tuple[Marked, ...]
    held: bool


def load(folder: Path = DATA) -> list[Case]:
    """
    Return all cases in order of shape and number.

    Raises:
        BadCase: If marked words or a source are not exactly once in the text, or a kind is not one of ours.
    """
    found = []
    for path in sorted(folder.glob("*.toml")):
        for number, case in enumerate(tomllib.loads(path.read_text(encoding="utf-8"))["case"], 1):
            where = f"{path.name}, case {number}"
            marked = tuple(
                Marked(place(case["text"], words, where), tuple(_link(case["text"], link, where) for link in chain))
                for words, chain in case["said"].items()
            )
            found.append(Case(f"{path.stem}-{number}", path.stem, case["text"], marked, number % 2 == 0))
    return found


def place(text: str, words: str, where: str) -> Span:
    """
    Return the one stretch of a text that is these whole words.

    >>> place("He left; the helpers left.", "helpers left", "here")
    Span(start=13, end=25)
    """
    found = [one.span() for one in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)]
    if len(found) != 1:
        raise BadCase(f"{where}: {words!r} stands {len(found)} times in {text!r}")
    return Span(*found[0])


def _link(text: str, link: Sequence[str], where: str) -> Expected:
    words, kinds, naming, cue_kinds = link
    if naming not in NAMING:
        raise BadCase(f"{where}: {naming!r} is none of {', '.join(NAMING)}")
    source = head = None
    if words:
        plain = words.replace("*", "")
        source = place(text, plain, where)
        inner = re.search(r"\*(.+?)\*", words)
        if inner is None:
            raise BadCase(f"{where}: no *head* in {words!r}")
        start = source.start + inner.start()
        head = Span(start, start + len(inner.group(1)))
    try:
        return Expected(
            source,
            head,
            frozenset(LinkKind(one) for one in kinds.split("|")),
            NAMING[naming],
            frozenset(CueKind(one) for one in cue_kinds.split("|")),
        )
    except ValueError as fault:
        raise BadCase(f"{where}: {fault}") from fault
