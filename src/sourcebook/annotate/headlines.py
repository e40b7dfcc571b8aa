"""Headlines that name who says so before or behind a sign: "Minister: Talks failed", "Talks failed - source"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.section import Section
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import NameKind

MOST, SPEAKER = 25, 5
"""Most words of a headline, and of the speaker in it. Our own choice."""
COLON, DASHES = ":", frozenset({"-", "–", "—", "―"})
ENDS = frozenset({".", "?", "!", "”", '"', "…"})
SPEAKERS = ("person", "official", "document", "outlet", "anonymous")
"""Classes of nouns that can stand for a speaker in a headline."""


def headlines(
    section: Section, names: Sequence[tuple[Marked, NameKind]], marked: Sequence[Said] = ()
) -> Iterator[Said]:
    """
    Yield what headlines attribute.

    A headline is a section's first paragraph, or any that no sentence end closes. What ``marked`` has a cue for at its
    sign is left out.
    """
    for first, end in pairwise(section.paragraphs):
        if end - first > MOST or section.skipped[first] or (first and section.words[end - 1] in ENDS):
            continue
        signs = [place for place in range(first + 1, end - 1) if _cuts(section, place)]
        if len(signs) != 1:
            continue
        sign = signs[0]
        if any(one.cue is not None and one.cue.first <= sign < one.cue.end for one in marked):
            continue
        before, behind = Marked(first, sign, "source"), Marked(sign + 1, end, "source")
        for source, content in ((before, behind), (behind, before)):
            leads = source is before
            if leads and section.words[sign] != COLON:
                continue
            if _speaker(section, names, source) and _tells(section, content):
                yield Said(Marked(sign, sign + 1, "cue"), source, (_trimmed(section, content),))
                break


def _cuts(section: Section, place: int) -> bool:
    """Tell whether a word is a colon, or a dash with room on both sides."""
    word, spans = section.words[place], section.spans
    if word == COLON:
        return spans[place].end < spans[place + 1].start
    apart = spans[place - 1].end < spans[place].start and spans[place].end < spans[place + 1].start
    return word in DASHES and apart


def _speaker(section: Section, names: Sequence[tuple[Marked, NameKind]], part: Marked) -> bool:
    """Tell whether words are a phrase for somebody who can say something."""
    places = [one for one in range(part.first, part.end) if section.tokens[one].pos != "PUNCT"]
    if not places or len(places) > SPEAKER or any(section.tokens[one].pos in {"VERB", "AUX", "ADP"} for one in places):
        return False
    last = places[-1]
    kinds = {kind for one, kind in names if one.first <= last < one.end}
    if kinds:
        return bool(kinds & {NameKind.PERSON, NameKind.ORGANIZATION})
    lemma = section.tokens[last].lemma.lower()
    return any(lemma in noun_class(name) for name in SPEAKERS)


def _tells(section: Section, part: Marked) -> bool:
    """Tell whether words are a clause."""
    return part.end - part.first > 1 and any(
        section.tokens[one].pos in {"VERB", "AUX"} for one in range(part.first, part.end)
    )


def _trimmed(section: Section, part: Marked) -> Marked:
    first, end = part.first, part.end
    while end - first > 1 and section.tokens[end - 1].pos == "PUNCT":
        end -= 1
    while end - first > 1 and section.tokens[first].pos == "PUNCT":
        first += 1
    return Marked(first, end, "content")
