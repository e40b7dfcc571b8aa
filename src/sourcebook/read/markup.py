"""What a web page's own elements tell: its headings, captions, and whether it carries several stories."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from sourcebook.read.draft import Piece
from sourcebook.read.lines import WORD
from sourcebook.values.reports import PassageKind

LEAST_ARTICLE = 40
"""Words of the shortest ``article`` element that counts as a story among several on a page; teasers have fewer."""

LARGEST_SHARE = 0.6
"""Share of the words of all articles from which the largest is the page's story and the others are teasers."""

_HEADINGS = ("h1", "h2", "h3", "h4")
_PARTS = (*_HEADINGS, "p", "li", "blockquote", "figcaption")
_ASIDE = re.compile(r"comment|related|teaser|promo|sidebar|widget|recommend|newsletter", re.IGNORECASE)


def parsed(text: str) -> HtmlElement:
    """
    Return the page's tree.

    Raises:
        lxml.etree.LxmlError: If there is nothing in it.
    """
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True)
    return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)


def main_headings(tree: HtmlElement) -> list[str]:
    """Return the words of the page's first-level headings, in order."""
    return [str(one.text_content()) for one in tree.iter("h1")]


def captions(tree: HtmlElement) -> Iterator[str]:
    """Yield the captions of the figures in the page's story: those in an article or main element where there is one."""
    story = list(tree.iter("article", "main"))
    seen: set[str] = set()
    for one in tree.iter("figcaption"):
        around = list(one.iterancestors())
        if any(other.tag in {"nav", "aside", "footer"} or _is_aside(other) for other in around):
            continue
        words = " ".join(str(one.text_content()).split())
        if (not story or any(other in story for other in around)) and words not in seen:
            seen.add(words)
            yield words


def separate_articles(tree: HtmlElement) -> tuple[HtmlElement, ...]:
    """Return the page's articles where they are several stories, each with a heading of its own; else nothing."""
    found: list[tuple[int, HtmlElement]] = []
    for one in tree.iter("article"):
        if _is_aside(one) or any(other.tag == "article" or _is_aside(other) for other in one.iterancestors()):
            continue
        words = sum(len(WORD.findall(str(part.text_content()))) for part in one.iter("p"))
        if words >= LEAST_ARTICLE and next(one.iter(*_HEADINGS), None) is not None:
            found.append((words, one))
    if len(found) < 2 or max(words for words, _ in found) >= LARGEST_SHARE * sum(words for words, _ in found):
        return ()
    return tuple(one for _, one in found)


def article_pieces(article: HtmlElement, item: int) -> Iterator[Piece]:
    """Yield the headings, paragraphs and captions of one of several articles on a page."""
    for part in article.iter(*_PARTS):
        if next(part.iterdescendants(*_PARTS), None) is not None:
            continue
        if any(other.tag in {"nav", "aside", "footer", "form"} for other in part.iterancestors()):
            continue
        words = " ".join(str(part.text_content()).split())
        kind = None
        if part.tag in _HEADINGS:
            kind = PassageKind.HEADLINE
        elif part.tag == "figcaption":
            kind = PassageKind.CAPTION
        yield Piece(words, kind, item)


def _is_aside(element: HtmlElement) -> bool:
    return _ASIDE.search(f"{element.get('class', '')} {element.get('id', '')}") is not None
