"""Words that only signs attribute: an interview's "WALLACE: …", a collected quotation's "“…” — Jo Brandt"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.section import Section
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import NameKind

LABEL, SIGNATURE = 5, 15
"""Most words of a speaker's label, and of a signature with age and place. Our own choice."""
TURNS = 2
"""Fewest labels that make an interview of a text; a single one may be a heading."""
OPENING, CLOSING = frozenset({"“", '"', "''", "``", "”", "«"}), frozenset({"”", '"', "''", "»"})
DASHES = frozenset({"—", "―", "–", "--", "-"})

Names = Sequence[tuple[Marked, NameKind]]


def signed(section: Section, names: Names, marked: Sequence[Said]) -> list[Said]:
    """
    Return attributions with those that signs tell; these stand for whatever was marked of the same words.

    Only a person's name, or a noun for a person, is taken for a speaker: "WATCH:" and "PHOTO:" are none.
    """
    turns = list(_turns(section, names))
    found = [*(turns if len(turns) >= TURNS else ()), *_signatures(section, names)]
    kept = list(marked)
    for one in found:
        kept = [rest for other in kept if (rest := _without(other, one)) is not None]
    return [*kept, *found]


def _turns(section: Section, names: Names) -> Iterator[Said]:
    """Yield what the speakers of an interview say, each to the end of its paragraph and of the quoted ones behind."""
    edges = list(pairwise(section.paragraphs))
    persons = {
        section.words[place].casefold()
        for one, kind in names
        if kind is NameKind.PERSON
        for place in range(one.first, one.end)
    }
    for number, (first, end) in enumerate(edges):
        start = first + (section.words[first] in OPENING)
        colon = next((place for place in range(start, min(start + LABEL + 1, end)) if section.words[place] == ":"), end)
        if colon == start or not _tells(section, colon + 1, end) or section.skipped[first]:
            continue
        label = [section.words[place] for place in range(start, colon)]
        capitals = all(word.isupper() for word in label if word[:1].isalpha())
        known = label[-1].casefold() in persons or label[-1].lower() in noun_class("person")
        if not known or not (capitals or any(one.end == colon and one.first >= start for one, _ in names)):
            continue
        parts = [Marked(colon + 1, end, "content")]
        if start > first and section.words[end - 1] not in CLOSING:
            for after, until in edges[number + 1 :]:
                if section.words[after] not in OPENING or ":" in section.words[after : after + LABEL + 2]:
                    break
                parts.append(Marked(after, until, "content"))
                if section.words[until - 1] in CLOSING:
                    break
        whole = Marked(parts[0].first, parts[-1].end, "content")
        yield Said(Marked(colon, colon + 1, "cue"), Marked(start, colon, "source"), (whole,))


def _signatures(section: Section, names: Names) -> Iterator[Said]:
    """Yield quotations that fill a paragraph up to a dash and a person's name, there or in the next paragraph."""
    signs = {one.first - 1: one for one, kind in names if kind is NameKind.PERSON and one.first}
    edges = list(pairwise(section.paragraphs))
    for number, (first, end) in enumerate(edges):
        if section.words[first] not in OPENING or section.skipped[first]:
            continue
        dash = next((place for place in range(end - 2, first + 1, -1) if _closes(section, place - 1, place)), None)
        until = end
        if dash is None and number + 1 < len(edges) and section.words[end - 1] in CLOSING:
            dash, until = edges[number + 1]
        if dash is None or dash not in signs or section.words[dash] not in DASHES or until - dash > SIGNATURE:
            continue
        if not any(section.tokens[place].pos == "VERB" for place in range(signs[dash].end, until)):
            content = Marked(first, min(dash, end), "content")
            yield Said(Marked(dash, dash + 1, "cue"), replace(signs[dash], kind="source"), (content,))


def _closes(section: Section, quote: int, dash: int) -> bool:
    return section.words[quote] in CLOSING and section.words[dash] in DASHES


def _tells(section: Section, first: int, end: int) -> bool:
    return end - first > 1 and any(section.tokens[one].pos in {"VERB", "AUX"} for one in range(first, end))


def _without(said: Said, other: Said) -> Said | None:
    """Return an attribution without the words of another that signs tell; None where nothing is left of it."""
    if said.cue is None or other.cue is None:
        return said
    if said.cue.first < other.cue.end and other.cue.first < said.cue.end:
        return None
    whole = other.content[0]
    if whole.first <= said.cue.first < whole.end:
        return said
    content = tuple(one for one in said.content if one.end <= whole.first or whole.end <= one.first)
    return replace(said, content=content) if content else None
