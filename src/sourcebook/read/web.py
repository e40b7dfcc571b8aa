"""Web pages: trafilatura finds the story and what the page says of itself, htmldate its days."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

import htmldate
import trafilatura
from lxml import etree
from lxml.html import HtmlElement
from trafilatura.settings import Document

from sourcebook.errors import UnreadableInput
from sourcebook.read.decoding import Decoded, decoded
from sourcebook.read.details import Details, one_line
from sourcebook.read.draft import Body, Draft, Piece
from sourcebook.read.furniture import is_furniture
from sourcebook.read.headings import same_words
from sourcebook.read.hush import hushed
from sourcebook.read.lines import WORD
from sourcebook.read.markup import article_pieces, captions, main_headings, parsed, separate_articles
from sourcebook.read.plain import assumption
from sourcebook.values.reports import PassageKind

EARLIEST, LATEST = "1980-01-01", "2199-12-31"
"""
Days between which a page's date is believed. The upper end is fixed and far: htmldate's own is the day of the run, and
a page must read the same on every day.
"""

DOUBTFUL = 0.5
"""Share of a paragraph's word triples that trafilatura's strict reading must hold too, for it to be of the story."""

HIDDEN = (
    "//span[@hidden or contains(translate(@style, ' ', ''), 'display:none')]",
    "//*[contains(@class, 'tooltip') or contains(@class, 'popover') or contains(@class, 'hovercard')]",
    "//*[contains(@class, 'rollover') and contains(@class, 'block')]",
)
"""What pops up over a word when the mouse is on it; without this its text would stand inside the sentence."""

_BLOCKS = frozenset({"p", "head", "item", "list", "quote", "table", "row", "div", "code", "fw", "ab"})
_ROOT = re.compile(r"<(?:html|body)\b", re.IGNORECASE)
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(\S+)\s*-->")
_TITLE_BREAK = re.compile(r"\s+[|–—»·:-]+\s+")


def read_web(data: bytes, file: str) -> Draft:
    """
    Read a saved web page: headline, captions, then the story. Menus and the like are left behind.

    trafilatura reads the page twice. Its usual reading gives the words, for the strict one drops links inside
    sentences; what the strict one leaves out altogether is marked as furniture. Where it finds nothing, the
    page's paragraphs are taken as they are.

    Raises:
        UnreadableInput: If it is no text, its encoding is broken, or there are no words on it.
    """
    found = decoded(data, file, markup=True)
    with hushed("trafilatura", "htmldate", "courlan", "charset_normalizer"):
        try:
            return _draft(found, file)
        except UnreadableInput:
            raise
        except Exception as fault:  # a page that a library stumbles over must not end the run
            raise UnreadableInput(file, "", f"cannot be read as a web page ({type(fault).__name__})") from fault


def _draft(found: Decoded, file: str) -> Draft:
    text = found.text if _ROOT.search(found.text) else f"<html><body>{found.text}</body></html>"
    tree = parsed(text)
    page = _read(text, strict=False, known=True) or Document()
    if page.body is None or not any(WORD.search(one) for one in page.body.itertext()):
        page.body = trafilatura.baseline(text)[0]
    articles = separate_articles(tree)
    title = None if articles else _headline(tree, page)
    pieces = (
        [piece for item, one in enumerate(articles) for piece in article_pieces(one, item)]
        if articles
        else list(_story(text, page, tree, title))
    )
    body = Body.of_pieces(pieces)
    if not any(line.kind in {None, PassageKind.BODY} for line in body.lines):
        raise UnreadableInput(file, "", "no story found on the page")
    published, revised = _days(text)
    return Draft(
        body=body,
        found=Details(
            title=title,
            outlet=one_line(page.sitename),
            author=one_line(page.author),
            url=_address(text, page),
            language=_language(tree),
        ),
        published=published,
        revised=revised if revised is not None and (published is None or revised > published) else None,
        encoding=found.encoding,
        notes=assumption(found),
    )


def _read(text: str, *, strict: bool, known: bool) -> Document | None:
    read = trafilatura.bare_extraction(
        text,
        favor_precision=strict,
        include_comments=False,
        prune_xpath=list(HIDDEN),
        with_metadata=known,
        date_extraction_params={"extensive_search": False, "min_date": EARLIEST, "max_date": LATEST},
    )
    return read if isinstance(read, Document) else None


def _days(text: str) -> tuple[date | None, date | None]:
    days = []
    for original in (True, False):
        found = htmldate.find_date(
            text, extensive_search=False, original_date=original, min_date=EARLIEST, max_date=LATEST
        )
        days.append(date.fromisoformat(found) if found else None)
    return days[0], days[1]


def _headline(tree: HtmlElement, page: Document) -> str | None:
    """Return the main heading that the page's title holds, else the title without the outlet's name."""
    title = one_line(page.title)
    headings = [words for words in (one_line(one) for one in main_headings(tree)) if words]
    if title is None:
        return headings[0] if len(headings) == 1 else None
    inside = [one for one in headings if _plain(one) and (_plain(one) in _plain(title) or _plain(title) in _plain(one))]
    if inside:
        return max(inside, key=len)
    parts = _TITLE_BREAK.split(title)
    outlet = _plain(page.sitename or "")
    kept = [part for part in parts if not (outlet and (_plain(part) in outlet or outlet in _plain(part)))]
    return title if len(kept) == len(parts) or not kept else max(kept, key=len)


def _plain(words: str) -> str:
    return "".join(re.findall(r"\w+", words.casefold()))


def _address(text: str, page: Document) -> str | None:
    saved = _SAVED.search(text[:4000])
    address = one_line(page.url) or (saved[1] if saved else None)
    return address if address is not None and address.startswith(("http://", "https://")) else None


def _language(tree: HtmlElement) -> str | None:
    """Return the language tag's first part (BCP 47), where the page has one."""
    for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
        found = re.match(r"[A-Za-z]{2,3}(?![A-Za-z])", (tree.get(name) or "").strip())
        if found:
            return found[0].lower()
    return None


def _story(text: str, page: Document, tree: HtmlElement, title: str | None) -> Iterator[Piece]:
    blocks = list(_blocks(page.body)) if page.body is not None else []
    strict = _read(text, strict=True, known=False)
    held = _Held(strict.text) if strict is not None and strict.text else None
    if title is not None:
        yield Piece(title, PassageKind.HEADLINE, 0)
    told = _plain(" ".join(block.text for block in blocks))
    for caption in captions(tree):
        if _plain(caption) and _plain(caption) not in told:
            yield Piece(caption, PassageKind.CAPTION, 0)
    for block in blocks:
        if title is not None and same_words(block.text, title):
            continue
        notice = block.kind is PassageKind.HEADLINE and is_furniture(block.text, len(WORD.findall(block.text)))
        doubtful = notice or (held is not None and held.leaves_out(block.text))
        yield Piece(block.text, PassageKind.FURNITURE if doubtful else block.kind, 0)


class _Held:
    """The words that trafilatura's strict reading holds, as runs of one, two and three."""

    def __init__(self, text: str) -> None:
        words = WORD.findall(text.casefold())
        self._runs = {length: set(_runs(words, length)) for length in (1, 2, 3)}

    def leaves_out(self, block: str) -> bool:
        words = WORD.findall(block.casefold())
        length = max(1, min(3, len(words)))
        own = _runs(words, length)
        return sum(one in self._runs[length] for one in own) < DOUBTFUL * len(own)


def _runs(words: list[str], length: int) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + length]) for at in range(len(words) - length + 1)]


def _blocks(body: etree._Element) -> Iterator[Piece]:
    """Yield the paragraphs, headings, items and rows of trafilatura's tree."""
    if any(child.tag in _BLOCKS for child in body):
        yield from _loose(body.text)
        for child in body:
            yield from _blocks(child) if child.tag in _BLOCKS else _loose("".join(_inline(child)))
            yield from _loose(child.tail)
    elif body.tag == "row":
        cells = "\t".join(" ".join("".join(cell.itertext()).split()) for cell in body)
        yield from (Piece(piece.text, PassageKind.BODY) for piece in _loose(cells))
    elif body.tag == "head":
        yield from (Piece(piece.text, PassageKind.HEADLINE) for piece in _loose("".join(_inline(body))))
    else:
        yield from _loose("".join(_inline(body)))


def _loose(words: str | None) -> Iterable[Piece]:
    return (Piece(words),) if words is not None and words.strip() else ()


def _inline(element: etree._Element) -> Iterator[str]:
    if element.tag == "lb":
        yield "\n"
    yield re.sub(r"\s+", " ", element.text or "")
    for child in element:
        yield from _inline(child)
        yield re.sub(r"\s+", " ", child.tail or "")
