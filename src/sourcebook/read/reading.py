"""From files to reports: one after the other, each for itself."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sourcebook.errors import UnreadableInput
from sourcebook.read.columns import BY_NAME, Columns
from sourcebook.read.days import TOP, stated_days
from sourcebook.read.details import NOTHING, Details
from sourcebook.read.draft import Draft
from sourcebook.read.formats import Format, format_of, read_draft
from sourcebook.read.inputs import Input, find_inputs
from sourcebook.read.loaded import Loaded
from sourcebook.read.passages import passages_of
from sourcebook.read.sidecar import why_not
from sourcebook.read.tables import read_csv, read_jsonl
from sourcebook.values.reports import Basis, Passage, PassageKind, Published, Report


def read_paths(paths: Iterable[Path], columns: Columns = BY_NAME) -> Iterator[Loaded | UnreadableInput]:
    """
    Yield the reports in these files and folders, and an error for everything that cannot be read.

    Lazy, with one file in memory at a time, and of a table one record. Reading again gives the same.

    Args:
        paths: As the user named them; reports keep them so.
        columns: Which column of a table holds what.
    """
    return read_inputs(find_inputs(paths), columns)


def read_inputs(
    inputs: Iterable[Input | UnreadableInput], columns: Columns = BY_NAME
) -> Iterator[Loaded | UnreadableInput]:
    """
    Yield the reports of inputs found before; errors among them are passed on.

    A given id that comes a second time makes an error of the second report.
    """
    met: dict[str, str] = {}
    for one in inputs:
        found = iter((one,)) if isinstance(one, UnreadableInput) else read_input(one, columns)
        for each in found:
            if isinstance(each, Loaded) and each.report.given_id is not None:
                path, given = each.report.path or "", each.report.given_id
                if given in met:
                    file, _, line = path.partition("#")
                    place = f"line {line}" if line else ""
                    yield UnreadableInput(file, place, f"id {given!r} is taken by {met[given]}")
                    continue
                met[given] = path
            yield each


def read_input(one: Input, columns: Columns = BY_NAME) -> Iterator[Loaded | UnreadableInput]:
    """Yield the reports of one file, and an error for each part of it that cannot be read."""
    kind = format_of(one.path)
    if kind is None:
        yield UnreadableInput(one.path, "", "files of this kind are not read")
        return
    try:
        with one.file.open("rb") as stream:
            if kind.of_records:
                yield from _records(stream, one.path, kind, columns, one.details)
                return
            data = stream.read(kind.limit or -1)
    except OSError as fault:
        yield UnreadableInput(one.path, "", why_not(fault))
        return
    yield _single(data, one.path, kind, one.details)


def read_bytes(
    name: str, data: bytes, columns: Columns = BY_NAME, details: Details = NOTHING
) -> Iterator[Loaded | UnreadableInput]:
    """
    Yield the reports in bytes that came some other way than from a file.

    Args:
        name: The path that the reports keep; its ending tells the format.
        data: What would be in the file.
        columns: Which column of a table holds what.
        details: What is known of the report besides; it goes before what the bytes say.
    """
    kind = format_of(name)
    if kind is None:
        yield UnreadableInput(name, "", "files of this kind are not read")
    elif kind.of_records:
        yield from _records(io.BytesIO(data), name, kind, columns, details)
    else:
        yield _single(data, name, kind, details)


def _single(data: bytes, path: str, kind: Format, details: Details) -> Loaded | UnreadableInput:
    if kind.limit is not None and len(data) >= kind.limit:
        return UnreadableInput(path, "", f"too large: {kind.limit:,} bytes or more")
    if not data:
        return UnreadableInput(path, "", "empty")
    try:
        draft = read_draft(data, kind, path)
    except UnreadableInput as fault:
        return fault
    if not draft.body.lines:
        return UnreadableInput(path, "", "no text in it, only white space")
    return _loaded(data, path, kind, details, draft)


def _records(
    stream: BinaryIO, path: str, kind: Format, columns: Columns, details: Details
) -> Iterator[Loaded | UnreadableInput]:
    rows = read_jsonl(stream, path, columns) if kind is Format.JSONL else read_csv(stream, path, columns)
    any_row = False
    for row in rows:
        any_row = True
        if isinstance(row, UnreadableInput):
            yield row
        else:
            yield _loaded(row.original, f"{path}#{row.line}", kind, row.draft.given.over(details), row.draft)
    if not any_row:
        yield UnreadableInput(path, "", "empty")


def _loaded(data: bytes, path: str, kind: Format, details: Details, draft: Draft) -> Loaded:
    known = details.over(draft.given).over(draft.found)
    lines = draft.body.lines
    passages = passages_of(lines, known.title)
    stated, revised = stated_days(_head(draft.body.text, passages))
    published = known.published
    if published is None:
        day = draft.published or stated
        published = Published() if day is None else Published.on(day, Basis.STATED)
    report = Report(
        sha256=hashlib.sha256(data).hexdigest(),
        text=draft.body.text,
        passages=passages,
        given_id=known.id,
        path=path,
        url=known.url,
        title=known.title or _own_title(draft.body.text, passages),
        outlet=known.outlet,
        author=known.author,
        language=known.language,
        published=published,
        revised=draft.revised or revised,
    )
    return Loaded(report, data, kind.value, draft.encoding, draft.notes)


def _head(text: str, passages: tuple[Passage, ...]) -> list[str]:
    """Return a page's first lines, down to the first paragraph; without that one where there are more stories."""
    several = passages[-1].item > 0
    head: list[str] = []
    for passage in passages[:TOP]:
        body = passage.kind is PassageKind.BODY
        if body and several:
            break
        if passage.kind is not PassageKind.CAPTION:
            head.append(passage.span.of(text))
        if body:
            break
    return head


def _own_title(text: str, passages: tuple[Passage, ...]) -> str | None:
    """Return the page's headline where it carries one story and begins with one."""
    if passages[-1].item > 0:
        return None
    for passage in passages:
        if passage.kind is PassageKind.HEADLINE:
            return " ".join(passage.span.of(text).split())
        if passage.kind is PassageKind.BODY:
            return None
    return None
