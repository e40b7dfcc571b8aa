"""Cutting a page into passages: headline, body, caption, furniture, and the separate stories it carries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sourcebook.read.captions import is_caption
from sourcebook.read.days import TOP, is_date_line
from sourcebook.read.furniture import is_address, is_byline, is_furniture, opens_list
from sourcebook.read.headings import Heading, heading_at, is_top_headline, title_run_in
from sourcebook.read.lines import Line
from sourcebook.values.reports import Passage, PassageKind
from sourcebook.values.spans import Span

SIGN_OFF = 4
"""Words of the longest line that, unclosed and under the last paragraph, is a signature ("Valley Post", "ENDS")."""

LEAST_STORY = 15
"""Words that a story has told below its headline before the next one can begin; fewer are a second headline."""

_STORY = frozenset({PassageKind.HEADLINE, PassageKind.BODY})


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the lines of a text that hold more than white space, trimmed, in order."""
    found: list[Line] = []
    start = 0
    for raw in text.split("\n"):
        words = raw.strip()
        if words:
            first = start + raw.index(words[0])
            found.append(Line(Span(first, first + len(words)), words))
        start += len(raw) + 1
    return tuple(found)


def passages_of(lines: Sequence[Line], title: str | None = None) -> tuple[Passage, ...]:
    """
    Return the passages that the lines of a page make, in reading order; together they hold every line.

    What the file format told of a line stands; the rest is read off general features (length, closing punctuation,
    capitals, the trade's phrases, the place on the page, what the next lines repeat).

    Args:
        lines: In reading order, not overlapping.
        title: The headline as the page or its owner gives it, to be recognized among the first lines.
    """
    kinds = _kinds(lines)
    fixed = [line.kind is not None for line in lines]
    story = [at for at, kind in enumerate(kinds) if kind in _STORY]
    if story and not fixed[story[0]]:
        first, *below = (lines[at] for at in story)
        if is_top_headline(first, below, title):
            kinds[story[0]] = PassageKind.HEADLINE
    return _numbered(lines, kinds, _headings(lines, kinds, story, fixed), first=story[0] if story else 0)


def _kinds(lines: Sequence[Line]) -> list[PassageKind]:
    """Say what the lines by themselves and their neighbors give away; all else is body."""
    kinds: list[PassageKind] = []
    listing = begun = False
    for index, line in enumerate(lines):
        kind = line.kind or _alone(line, head=index < TOP and not begun)
        if kind is PassageKind.BODY and line.kind is None and listing and not line.prose and not line.leads_on:
            kind = PassageKind.FURNITURE
        listing = kind is PassageKind.FURNITURE and (listing or opens_list(line.text))
        begun = begun or (kind is PassageKind.BODY and line.prose)
        kinds.append(kind)
    _sweep_tail(lines, kinds)
    return kinds


def _alone(line: Line, *, head: bool) -> PassageKind:
    if line.words == 0 or is_furniture(line.text, line.words) or is_date_line(line.text):
        return PassageKind.FURNITURE
    if head and (is_byline(line.text) or is_address(line.text)):
        return PassageKind.FURNITURE
    return PassageKind.CAPTION if is_caption(line.text, line.words) else PassageKind.BODY


def _sweep_tail(lines: Sequence[Line], kinds: list[PassageKind]) -> None:
    """Mark headings and short unclosed lines under the last paragraph as furniture."""
    prose = [at for at, line in enumerate(lines) if kinds[at] is PassageKind.BODY and line.prose]
    if not prose:
        return
    for index in range(len(lines) - 1, prose[0], -1):
        line = lines[index]
        if kinds[index] is PassageKind.HEADLINE:
            kinds[index] = PassageKind.FURNITURE
        elif kinds[index] is PassageKind.BODY:
            short = line.words <= SIGN_OFF and not line.ends and not line.leads_on
            if line.kind is not None or not (short or is_address(line.text)):
                return
            kinds[index] = PassageKind.FURNITURE


def _headings(
    lines: Sequence[Line], kinds: Sequence[PassageKind], story: Sequence[int], fixed: Sequence[bool]
) -> dict[int, Heading]:
    """Return what the lines inside the page head, by index; a first pass settles whether there are several stories."""
    running = [lines[at] for at in story]
    found: dict[int, Heading] = {}
    for several in (False, True):
        found = {}
        told_words = 0
        below = bool(story) and kinds[story[0]] is PassageKind.HEADLINE
        for place in range(1, len(story) - 1):
            heading = Heading.NONE
            if not fixed[story[place]]:
                heading = heading_at(running, place, below_heading=below, several=several)
            numbered = running[place].item is not None
            if heading is Heading.ITEM and (numbered or told_words < LEAST_STORY):
                heading = Heading.NONE if running[place].ends else Heading.SECTION
            found[story[place]] = heading
            below = heading is not Heading.NONE or kinds[story[place]] is PassageKind.HEADLINE
            told_words = 0 if below else told_words + running[place].words
        if Heading.ITEM not in found.values():
            break
    return found


def _numbered(
    lines: Sequence[Line], kinds: list[PassageKind], headings: dict[int, Heading], *, first: int
) -> tuple[Passage, ...]:
    """Number the stories, and cut titles that run on into their story off it."""
    several = Heading.ITEM in headings.values()
    passages: list[Passage] = []
    item = 0
    for index, line in enumerate(lines):
        kind, heading = kinds[index], headings.get(index, Heading.NONE)
        if line.item is not None:
            item = line.item
        elif heading is Heading.ITEM:
            item = _next_item(passages, item)
        if heading is not Heading.NONE:
            kind = PassageKind.HEADLINE
        elif (
            (several or index == first)
            and kind is PassageKind.BODY
            and line.kind is None
            and (cut := title_run_in(line))
        ):
            if index != first:
                item = _next_item(passages, item)
            passages.append(Passage(Span(line.span.start, line.span.start + cut), PassageKind.HEADLINE, item))
            rest = len(line.text[cut:].lstrip())
            passages.append(Passage(Span(line.span.end - rest, line.span.end), kind, item))
            continue
        passages.append(Passage(line.span, kind, item))
    return tuple(passages)


def _next_item(passages: list[Passage], item: int) -> int:
    """Begin a further story; captions and notices that stand right above its heading go with it."""
    at = len(passages)
    while at and passages[at - 1].kind is PassageKind.CAPTION:
        at -= 1
    if not any(one.kind is PassageKind.BODY and one.item == item for one in passages[:at]):
        return item
    passages[at:] = [replace(one, item=item + 1) for one in passages[at:]]
    return item + 1
