"""Every view as lines of plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from textwrap import wrap

import regex

from sourcebook.tell.dossier import SENTENCES
from sourcebook.tell.views import (
    Answer,
    Answers,
    Brief,
    Citation,
    ClaimView,
    Context,
    Dossier,
    Entry,
    Line,
    Shown,
    Timeline,
)
from sourcebook.values.kinds import Status

_WORD = regex.compile(r"[\p{L}\p{N}]+")
_NAME = 32
"""Longest name of a report in a list of sources. Unit: characters."""

_LEAST = 30
"""No line is broken narrower than this. Unit: characters."""

View = Answers | Brief | Timeline | Dossier | Shown | Sequence[ClaimView]
"""What can be printed."""


def as_lines(view: View, width: int = 100, *, check: bool = False) -> list[str]:
    """
    Return a view as lines no wider than ``width`` (at least 30) characters, words that are longer excepted.

    Args:
        view: A brief, timeline, dossier, answers, one row or a list of claims.
        width: Unit: characters.
        check: Add the lines that the checker refused, and their number.
    """
    width = max(width, _LEAST)
    match view:
        case Answers():
            return _answers(view, width)
        case Brief():
            return _brief(view, width, check)
        case Timeline():
            return _timeline(view, width)
        case Dossier():
            return _dossier(view, width)
        case Shown():
            return _shown(view, width)
        case _:
            return [line for one in view for line in _claim(one, width)] or ["No claims."]


def dated(line: Line) -> str:
    """Return a line's sentence, with the day behind it where its words don't tell it."""
    if line.when and not set(_WORD.findall(line.when)) <= set(_WORD.findall(line.sentence)):
        return f"{line.text.removesuffix('.')} ({line.when})."
    return line.text


def standing(line: Line, section: str) -> str:
    """Return what is known of how an event stands beyond the section that it is told in; empty where nothing."""
    if section == "answers":
        return ""
    if line.status is Status.CONFIRMED and line.origins > 1:
        return "confirmed"
    return f"{line.origins} origins" if line.origins > 1 else ""


def _brief(view: Brief, width: int, check: bool) -> list[str]:
    lines = [view.title, *wrap(view.scope + ".", width)]
    for section in view.sections:
        lines += ["", section.title.upper()]
        for line in section.lines:
            mark = standing(line, section.key)
            lines += _item(dated(line) + (f" — {mark}" if mark else ""), width)
        if section.left_out:
            lines += _item(f"… and {section.left_out} more: {section.more}", width, "  ")
    if not view.sections:
        lines += ["", "The record holds no event that can be told."]
    lines += _citations(view.citations, width)
    if check:
        lines += ["", f"REFUSED: {len(view.refused)}"]
        for refusal in view.refused:
            lines += _item(f"{refusal.text} ({refusal.claim})", width)
            for why in refusal.why:
                lines += _item(why, width, "    ")
    return lines


def _item(text: str, width: int, lead: str = "- ") -> list[str]:
    return wrap(
        text,
        width,
        initial_indent=lead,
        subsequent_indent=" " * len(lead),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _citations(citations: Iterable[Citation], width: int) -> list[str]:
    lines = ["", "SOURCES"]
    for one in citations:
        name = one.outlet if len(one.outlet) <= _NAME else one.outlet[: _NAME - 1].rstrip() + "…"
        head = f"[{one.number}] {name}" + (f", {one.day}" if one.day[0].isdigit() else "")
        main = max(one.words, key=len)
        room = width - len(head) - 4
        words = " ".join(main.split())
        if room >= _LEAST // 2:
            shown = words if len(words) <= room else words[: room - 1].rstrip() + "…"
            lines.append(f"{head}: {shown}" if any(one in words for one in '“”"') else f"{head}: “{shown}”")
        else:
            lines += _item(head, width, "")
    return lines if len(lines) > 2 else []


def _answers(view: Answers, width: int) -> list[str]:
    lines = [view.question]
    if view.nothing:
        return [*lines, "", *wrap(view.nothing, width)]
    for one in view.answers:
        lines += [
            "",
            *_item((f"{one.words}: " if one.words else "") + one.text, width),
            *_item(_footing(one), width, "  "),
        ]
    if view.left_out:
        lines += ["", *_item(f"… and {view.left_out} more: --limit {len(view.answers) + view.left_out}", width, "  ")]
    return lines + _citations(view.citations, width)


def _footing(answer: Answer) -> str:
    """Return on what an answer stands: status, time, who says so, its row."""
    parts = [answer.status, answer.when, "" if answer.polarity == "positive" else answer.polarity]
    parts += ["" if answer.modality in {"asserted", answer.status} else answer.modality, answer.who]
    return "; ".join([*(one for one in parts if one), answer.claim])


def _timeline(view: Timeline, width: int) -> list[str]:
    lines = [view.title]
    for title, entries in (("", view.held), ("Planned", view.planned), ("Undated", view.undated)):
        if entries:
            lines += ["", *([title.upper()] if title else [])]
        for entry in entries:
            lines += _entry(entry, width)
    if len(lines) == 1:
        lines += ["", "The record holds no event that can be told."]
    return lines + _citations(view.citations, width)


def _entry(entry: Entry, width: int) -> list[str]:
    note = "" if entry.note in {"", "reported"} else f" ({entry.note})"
    text = entry.text + note
    return _item(f"{entry.when}: {text}" if entry.when else text, width)


def _dossier(view: Dossier, width: int) -> list[str]:
    lines = [view.name]
    lines += wrap(view.kind + (", in " + ", ".join(view.within) if view.within else "") + f", {view.id}", width)
    lines += wrap(view.note, width)
    for chapter in view.chapters:
        lines += ["", chapter.title.upper()]
        for entry in chapter.entries:
            text = entry.text if chapter.key in SENTENCES else entry.text.removesuffix(".")
            note = f" ({entry.note})" if chapter.key in _NOTED and entry.note != "reported" else ""
            when = "" if set(_WORD.findall(entry.when)) <= set(_WORD.findall(text)) else entry.when
            lines += _item((f"{when}: " if when else "") + text + note, width)
    return lines + _citations(view.citations, width)


_NOTED = frozenset({"names", "whereabouts", "said-of", "events"})


def _shown(view: Shown, width: int) -> list[str]:
    lines = [f"{view.kind} {view.id}"]
    wide = max((len(label) for label, _ in view.rows), default=0) + 2
    for label, value in view.rows:
        lines += _item(value, width, f"{label:<{wide}}")
    for context in view.contexts:
        lines += ["", *context_lines(context, width)]
    return lines


def context_lines(context: Context, width: int) -> list[str]:
    """Return words in their sentences, marked ``>>so<<``, under their report's name."""
    head = f"{context.outlet}, {context.day} ({context.report})"
    text = "".join(f">>{words}<<" if marked else words for words, marked in context.parts)
    return [head, *_item(" ".join(text.split()), width, "  ")]


def _claim(view: ClaimView, width: int) -> list[str]:
    lines = [view.id]
    lines += _item(f"“{view.what}”", width, "  ")
    lines += _item(view.who, width, "  ")
    kind = f"{view.type} {view.mode}".strip()
    marks = [kind, *view.participants, view.place and f"place: {view.place}", view.time and f"time: {view.time}"]
    marks += [
        view.polarity if view.polarity != "positive" else "",
        view.modality if view.modality != "asserted" else "",
    ]
    marks += [f"{view.status} ({view.event})" if view.event else ""]
    lines += _item("; ".join(one for one in marks if one), width, "  ")
    if view.note:
        lines += _item(view.note, width, "  ")
    return lines
