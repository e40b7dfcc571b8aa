"""Paragraphs of plain text, where an empty line or a line's end parts them and wrapped lines stay together."""

from __future__ import annotations

from statistics import median

import regex

from sourcebook.values.spans import Span

_LINE = regex.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]*[^\s]")
_CLOSED = regex.compile(r"[.!?…:;][\"”’»')\]]*\s*\Z")
NARROW, WIDE = 40, 100
"""Lines of wrapped text are this long, the last aside. Unit: code points (newswire is set at 60 to 80)."""
FEWEST = 3
"""Fewest lines of a block that can be told to be wrapped."""


def paragraph_spans(text: str) -> list[Span]:
    r"""
    Return the paragraphs in order, without white space at their edges.

    An empty line always parts; a single line's end does unless the block is wrapped (lines of one width, most of them
    ending in the middle of a sentence) or the next line goes on in lower case.

    >>> [span.of("One.\nTwo goes\non.\n\nThree") for span in paragraph_spans("One.\nTwo goes\non.\n\nThree")]
    ['One.', 'Two goes\non.', 'Three']
    """
    found: list[Span] = []
    for block in _blocks(text):
        lines = [Span(*_trimmed(text, *line.span())) for line in _LINE.finditer(text, block.start, block.end)]
        wrapped = _wrapped(text, lines)
        start = lines[0].start
        for line, after in zip(lines, [*lines[1:], None], strict=True):
            if after is not None and (wrapped or _goes_on(text, line, after)):
                continue
            found.append(Span(start, line.end))
            if after is not None:
                start = after.start
    return found


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while text[start].isspace():
        start += 1
    return start, end


def _blocks(text: str) -> list[Span]:
    found: list[Span] = []
    start: int | None = None
    end = 0
    for line in _LINE.finditer(text):
        if not line.group().strip():
            continue
        if start is not None and text.count("\n", end, line.start()) > 1:
            found.append(Span(start, end))
            start = None
        if start is None:
            start = line.start()
        end = line.end()
    if start is not None:
        found.append(Span(start, end))
    return found


def _wrapped(text: str, lines: list[Span]) -> bool:
    if len(lines) < FEWEST:
        return False
    lengths = [line.end - line.start for line in lines[:-1]]
    inner = sum(_CLOSED.search(line.of(text)) is None for line in lines[:-1])
    return median(lengths) >= NARROW and max(lengths) <= WIDE and 2 * inner > len(lengths)


def _goes_on(text: str, line: Span, after: Span) -> bool:
    return text[after.start].islower() and _CLOSED.search(text, max(line.start, line.end - 4), line.end) is None
