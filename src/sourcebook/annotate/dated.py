"""Sources with the day of what they said behind them: "the ministry on Monday said" names the ministry."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.introduced import DAYS
from sourcebook.annotate.section import Section
from sourcebook.text.nouns import noun_class
from sourcebook.values.marks import TimeMark

SPEAKERS = ("person", "role", "official", "organization")
"""Classes of nouns whose bearers speak at a time; a poll or report is told by its time ("a survey in May")."""


def without_times(section: Section, marked: Sequence[Said], times: Sequence[TimeMark]) -> list[Said]:
    """
    Return attributions whose sources, where the cue follows, end before the time of the cue.

    In PolNeAR's training part such a time stands outside the source behind a name, a person or a body, and inside it
    behind a document. A capital makes a name of it ("Sarn Today"), but for days and months.
    """
    ends = {one.span.end: one.span.start for one in times}
    return [replace(one, source=_pared(section, one, ends)) for one in marked]


def _pared(section: Section, said: Said, ends: dict[int, int]) -> Marked | None:
    source, cue = said.source, said.cue
    if source is None or cue is None or cue.first < source.end:
        return source
    start = ends.get(section.spans[source.end - 1].end)
    last = source.end - 1
    while start is not None and last >= source.first and section.spans[last].start >= start:
        last -= 1
    if start is not None and last > source.first and section.tokens[last].pos == "ADP":
        last -= 1
    if last == source.end - 1 or last < source.first or not _speaks(section, last):
        return source
    if any(word[:1].isupper() and word.lower() not in DAYS for word in section.words[last + 1 : source.end]):
        return source
    return Marked(source.first, last + 1, source.kind)


def _speaks(section: Section, place: int) -> bool:
    token = section.tokens[place]
    lemma = token.lemma.lower()
    return token.pos in {"PROPN", "PRON"} or (
        lemma not in noun_class("document") and any(lemma in noun_class(name) for name in SPEAKERS)
    )
