"""Markdown: its words, without the marks of its layout."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from sourcebook.read.cleaning import cleaned
from sourcebook.read.decoding import decoded
from sourcebook.read.draft import Body, Draft, Piece
from sourcebook.read.frontmatter import without_front_matter
from sourcebook.read.plain import assumption
from sourcebook.values.reports import PassageKind

_TAG = re.compile(r"<[^<>]{1,400}>")


def read_markdown(data: bytes, file: str) -> Draft:
    """
    Read a ``.md`` file (CommonMark with tables): its words, without the marks of its layout.

    Several headings of the first level are the headings of several stories.

    Raises:
        UnreadableInput: As ``read_plain``.
    """
    found = decoded(data, file)
    headed = without_front_matter(cleaned(found.text), file)
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(headed.text)
    titles = sum(token.type == "heading_open" and token.tag == "h1" for token in tokens)
    body = Body.of_pieces(_pieces(tokens, several=titles > 1))
    return Draft(body=body, given=headed.details, encoding=found.encoding, notes=assumption(found))


def _pieces(tokens: Sequence[Token], *, several: bool) -> Iterator[Piece]:
    opened: Token | None = None
    item = 0 if several else None
    told = False
    row: list[str] = []
    for token in tokens:
        if token.type.endswith("_open"):
            opened = token
        if token.type == "tr_close":
            yield Piece("\t".join(row), PassageKind.BODY, item)
            row = []
        elif token.type == "inline" and opened is not None:
            children = token.children or []
            words = "".join(_words(children))
            if opened.type in {"th_open", "td_open"}:
                row.append(words.replace("\n", " "))
            elif opened.type == "heading_open":
                if item is not None and opened.tag == "h1" and told:
                    item += 1
                told = True
                yield Piece(words, PassageKind.HEADLINE, item)
            else:
                pictures = all(child.type in {"image", "softbreak"} for child in children)
                yield Piece(words, PassageKind.CAPTION if pictures else None, item)
        elif token.type in {"fence", "code_block"}:
            yield Piece(token.content, item=item)
        elif token.type == "html_block":
            yield Piece(_TAG.sub(" ", token.content), item=item)


def _words(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type in {"text", "code_inline"}:
            yield child.content
        elif child.type == "softbreak":
            yield " "
        elif child.type == "hardbreak":
            yield "\n"
        elif child.type == "image":
            yield "".join(_words(child.children or ()))
        elif child.type == "html_inline":
            yield "\n" if child.content.lower().startswith("<br") else ""
