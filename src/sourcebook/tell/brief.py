"""The brief of a story: one to two screens that an editor would send on, every word of them from the reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from sourcebook.tell.choosing import MOST, Chosen
from sourcebook.tell.citing import ALSO, Draft, Numbering
from sourcebook.tell.composing import MOST_ALSO, Composed, compose
from sourcebook.tell.dates import interval, written
from sourcebook.tell.echoes import openings_first
from sourcebook.tell.fame import fame
from sourcebook.tell.index import Index, index
from sourcebook.tell.matters import parts_of
from sourcebook.tell.ranking import SECTIONS, day_of, weight
from sourcebook.tell.replies import CONFIRMING, SILENT, answer_again, answered
from sourcebook.tell.views import Brief, Line, Section
from sourcebook.values.kinds import Precision, Status
from sourcebook.values.story import Story

_LEADS = 4
"""Lines that open a section because they weigh most; the others follow newest first."""

_FRESH = timedelta(days=3)
"""Reports of so many days before the newest one tell what is new: an editorial choice."""

_COMMANDS = {
    "new": "sourcebook claims",
    "happened": "sourcebook claims --status reported",
    "disputed": "sourcebook claims --status disputed",
    "planned": "sourcebook claims --status planned",
    "unconfirmed": "sourcebook claims --status unconfirmed",
    "answers": "sourcebook claims",
    "background": "sourcebook claims",
}


def brief(story: Story, *, most: int | None = None) -> Brief:
    """
    Return what the story's reports say: happened, disputed, planned, unconfirmed, answered, background.

    Args:
        story: The whole record.
        most: Lines of every section; None for each section's own limit.
    """
    found = index(story)
    newest = _newest(found)
    known = fame(found)
    limits = MOST if most is None else dict.fromkeys(MOST, most)
    chosen = Chosen(found, newest, _fresh(found), known)
    answered(chosen, limits["answers"], SILENT)
    parts = [part for event in found.events.values() for part in parts_of(found, event)]
    weighed = [(-weight(found, one, newest, known), one.id, place, one) for place, one in enumerate(parts)]
    ranked = openings_first(found, [(-one[0], one[3]) for one in sorted(weighed, key=lambda one: one[:3])])
    for event in ranked:
        chosen.add(event, chosen.section(event), limits)
    chosen.fill(limits)
    answered(chosen, limits["answers"], CONFIRMING)
    numbering = Numbering(found)
    introduced: frozenset[str] = frozenset()
    sections = []
    published = any(one.earliest is not None for one in found.published.values())
    for key, title in SECTIONS.items():
        lines = []
        for composed in _ordered(chosen.sections.get(key, []), key, newest, published=published):
            final, introduced = _final(chosen, composed, key, introduced)
            lines.append(_line(final, key, numbering))
        if lines:
            sections.append(Section(key, title, tuple(lines), chosen.left_out.get(key, 0), _COMMANDS[key]))
    return Brief(story.title, _scope(found), tuple(sections), numbering.citations(), tuple(chosen.refused))


def _ordered(rows: list[Composed], section: str, newest: date | None, *, published: bool) -> list[Composed]:
    """
    Return the lines as they are read: the weightiest first, then newest first; background oldest first.

    The weightiest follow each other by day where all their days and a day of publication are known, else by weight.
    """
    if section == "background":
        return sorted(rows, key=lambda one: (_day(one) or date.max, one.event.id))
    leads = _LEADS if section == "happened" else 0

    def placed(composed: Composed) -> tuple[int, int]:
        day = _day(composed)
        return (0, -day.toordinal()) if day is not None and newest is not None else (1, 0)

    dated = published and all(_day(one) is not None for one in rows[:leads])
    first = sorted(rows[:leads], key=placed) if dated else rows[:leads]
    return [
        *sorted(first, key=lambda one: one.vague or one.leans > 0),
        *sorted(rows[leads:], key=placed),
    ]


def _day(composed: Composed) -> date | None:
    when = composed.time
    return None if when is None else (when.latest or when.earliest)


def _when(composed: Composed) -> str:
    """Return the day in words, where the sentence itself leaves it open ("on Tuesday"); of years, nothing to add."""
    when = composed.time
    wide = when is not None and when.precision in {Precision.YEAR, Precision.DECADE}
    return "" if wide else written(when)


def _final(
    chosen: Chosen, composed: Composed, section: str, introduced: frozenset[str]
) -> tuple[Composed, frozenset[str]]:
    """Return the line with names in full where they are new to the reader, short where they are not."""
    told = "happened" if section == "new" else section
    if section == "answers":
        return answer_again(chosen, composed, introduced)
    again = compose(chosen.found, composed.event, told, introduced, roles=True, known=chosen.known)
    if again is None or again.covers[0] != composed.covers[0] or _only_quoted(again, composed):
        return composed, introduced | composed.named
    kept = tuple(one for one in composed.pieces if one.text == ALSO)
    merged = (
        again.pieces
        if kept == tuple(one for one in again.pieces if one.text == ALSO)
        else (
            *(one for one in again.pieces if one.text != ALSO),
            _merged(kept),
        )
    )
    return replace(again, pieces=merged), introduced | again.named


def _only_quoted(again: Composed, before: Composed) -> bool:
    """Tell whether a line became a mere quotation, since the checker refused the names that were put in."""
    marks = ("“", '"')
    return again.pieces[0].text.startswith(marks) and not before.pieces[0].text.startswith(marks)


def _merged(pieces: tuple[Draft, ...]) -> Draft:
    return Draft(ALSO, tuple(dict.fromkeys(cited for piece in pieces for cited in piece.cited))[:MOST_ALSO])


def _line(composed: Composed, section: str, numbering: Numbering) -> Line:
    event = composed.event
    told = {claim for piece in composed.pieces for cited in piece.cited for claim in cited.claims}
    return Line(
        pieces=numbering.pieces(composed.pieces),
        event=event.id,
        when="" if section == "answers" else _when(composed),
        status=event.status,
        origins=sum(bool(told & set(one.claims)) for one in event.origins),
    )


def _fresh(found: Index) -> frozenset[str]:
    """Return the story's newest reports, where it has older ones too."""
    days = {id_: one.latest for id_, one in found.published.items() if one.day is not None and one.latest is not None}
    newest = max(days.values(), default=None)
    if newest is None or min(days.values()) >= newest - _FRESH:
        return frozenset()
    return frozenset(id_ for id_, day in days.items() if day >= newest - _FRESH)


def _newest(found: Index) -> date | None:
    """Return the story's newest day: of its reports, else of what they tell as held."""
    days = [one.latest or one.earliest for one in found.published.values()]
    known = [one for one in days if one is not None]
    if known:
        return max(known)
    held = (day_of(one) for one in found.events.values() if one.status not in {Status.PLANNED, Status.CONDITIONAL})
    return max((one for one in held if one is not None), default=None)


def _scope(found: Index) -> str:
    """Return from what the brief was compiled: how many reports, from when."""
    count = len(found.reports)
    days = [one.earliest for one in found.published.values() if one.day is not None]
    known: list[date] = sorted(one for one in days if one is not None)
    words = f"{count} report{'' if count == 1 else 's'}"
    outlets = {one.outlet for one in found.reports.values() if one.outlet}
    if outlets:
        words += f" by {len(outlets)} outlet{'' if len(outlets) == 1 else 's'}"
    if known:
        words += f", {interval(known[0], known[-1])}"
    if len(known) < count:
        words += f" ({count - len(known)} undated)"
    return f"{words}; {len(found.claims)} claims about {len(found.events)} events"
