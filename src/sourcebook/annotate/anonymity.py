"""Sources who ask not to be named: the clause that says so is theirs, not something that they say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.section import Section

ASKING = frozenset(
    "ask request insist decline refuse prefer wish want demand choose speak talk agree require seek".split()
)
"""Verbs of a clause that tells under what condition somebody spoke."""
UNNAMED = frozenset("anonymity anonymous anonymously named identified unnamed quoted name names identity".split())
"""Words of such a clause that tell the condition."""


def with_conditions(section: Section, marked: Sequence[Said]) -> list[Said]:
    """
    Return attributions whose sources hold the clause in which they ask not to be named.

    "An aide who asked not to be named" is a source as it stands; "who asked" is no attribution of its own.
    """
    found = list(marked)
    for first, noun, end in _conditions(section):
        found = [
            _with(section, one, first, noun, end)
            for one in found
            if one.cue is None or not first <= one.cue.first < end
        ]
    return found


def _conditions(section: Section) -> Iterator[tuple[int, int, int]]:
    """Yield the clauses: their "who", the noun before it, and the word behind the last one."""
    tree = section.tree
    for place, word in enumerate(section.words):
        if word.lower() != "who" or not place:
            continue
        verb = next((one for one in tree.above(place) if tree.tokens[one].dep.startswith("acl")), None)
        if verb is None or verb < place or tree.tokens[verb].lemma not in ASKING:
            continue
        below = tree.below(verb)
        told = [one for one in below if section.words[one].lower() in UNNAMED]
        noun = section.tokens[verb].head
        if told and noun < place:
            comma = (one for one in below if one > told[-1] and section.words[one] == ",")
            yield place, noun, next(comma, below[-1] + 1)


def _with(section: Section, said: Said, first: int, noun: int, end: int) -> Said:
    """Return an attribution with the clause in its source, where the source is the clause's noun or its "who"."""
    source = said.source
    cue = said.cue
    if source is None or not (first <= source.first < end or source.first <= noun < source.end):
        return said
    if cue is not None and first < cue.first < end:
        end = cue.first
    start = min(source.first, *(one for one in section.tree.below(noun) if one <= noun))
    return replace(said, source=Marked(start, max(source.end, end), source.kind))
