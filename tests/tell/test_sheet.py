"""A text drawn with its marks: numbers that nest, nothing that runs, nothing from a text let loose."""

import re
import shutil
import struct
import subprocess
from datetime import date
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sourcebook.tell import sheet_page
from sourcebook.values.kinds import CueKind, EventType, Modality, NameKind, Polarity, Precision, Role, Tense, TimeKind
from sourcebook.values.marks import (
    Annotation,
    AttributionMark,
    EventMark,
    MentionMark,
    NameMark,
    RoleMark,
    TimeMark,
)
from sourcebook.values.producers import Producer
from sourcebook.values.reports import Report
from sourcebook.values.spans import Span

TEXT = 'Ada Venn said the Orel aides told her that "the dam <script>held</script>" in May. She left.'


def span(words: str, after: int = 0) -> Span:
    start = TEXT.index(words, after)
    return Span(start, start + len(words))


def drawn_text() -> tuple[Report, Annotation]:
    said = AttributionMark(span("Ada Venn"), span("said"), (Span(14, 82),), None, CueKind.SAYS)
    told = AttributionMark(span("the Orel aides"), span("told"), (Span(43, 82),), 0, CueKind.CONFIRMS)
    held = EventMark(
        span("held"),
        0,
        "hold",
        EventType.CONTROL,
        None,
        Polarity.NEGATIVE,
        Modality.POSSIBLE,
        Tense.PAST,
        (RoleMark(Role.ACTOR, span("the dam"), 0),),
    )
    may = TimeMark(
        span("May"), TimeKind.DATE, "2031-05", date(2031, 5, 1), date(2031, 5, 31), Precision.MONTH, True, "month"
    )
    mentions = tuple(MentionMark(one, 7) for one in (span("Ada Venn"), span("her"), span("She")))
    return (
        Report(text=TEXT, sha256="", passages=(), title="Ada <b>Venn</b>"),
        Annotation(
            "a",
            Producer("annotate", 1),
            names=(NameMark(span("Ada Venn"), NameKind.PERSON),),
            mentions=(*mentions, MentionMark(span("the dam"), 8)),
            times=(may,),
            attributions=(said, told),
            events=(held,),
        ),
    )


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.classes: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            assert name not in {"src", "srcset", "href", "action", "data", "style"}
            if name == "class":
                self.classes.append(value or "")


def read(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    return tags


def test_nested_sayings_have_nested_numbers() -> None:
    page = sheet_page([drawn_text()])

    assert '<b class="content t0a0" title="1: Ada Venn says"><small>1</small>' in page
    assert '<b class="content t0a1" title="1.1: the Orel aides confirms"><small>1.1</small>' in page
    beside = re.search(r'<ol class="said">.*?</ol></li></ol>', page, re.DOTALL)
    assert beside is not None
    assert re.findall(r'<span class="number">([\d.]+)</span>', beside[0]) == ["1", "1.1"]


def test_every_mark_says_what_is_known_of_it() -> None:
    page = unescape(sheet_page([drawn_text()]))

    assert 'title="CONTROL · not · possible · actor: the dam"' in page
    assert "date 2031-05: 2031-05-01 to 2031-05-31" in page
    assert "3 mentions · her · She" in page
    assert '<b class="name person" title="person">' in page


def test_only_who_is_mentioned_again_is_lit_up() -> None:
    """The rule that lights up a chain is written for chains of two and more; the others would only cost."""
    page = sheet_page([drawn_text()])

    assert "body:has(.t0c7:hover) .t0c7{" in page
    assert "t0c8" not in page


def test_a_text_cannot_let_anything_run() -> None:
    page = sheet_page([drawn_text()])
    tags = read(page)

    assert "<script" not in page
    assert "script" not in tags.tags
    assert "<b>Venn</b>" not in page
    assert "default-src 'none'" in unescape(page)
    assert "url(" not in page


def test_classes_are_ours_alone() -> None:
    known = r"(content|source|cue|mention|name|time|event|untyped|person|t\d+[ac]\d+|[a-z-]+)"

    assert all(re.fullmatch(known, one) for look in read(sheet_page([drawn_text()])).classes for one in look.split())


def test_two_texts_on_a_page_keep_their_marks_apart() -> None:
    page = sheet_page([drawn_text(), drawn_text()])

    assert page.count('<div class="text">') == 2
    assert "t0a0" in page
    assert "t1a0" in page
    assert "<title>2 texts</title>" in page


def test_an_empty_text_is_told() -> None:
    page = sheet_page([(Report(text="", sha256="", passages=()), Annotation("a", Producer("annotate", 1)))])

    assert "The text is empty." in page


def test_the_same_marks_give_the_same_page() -> None:
    assert sheet_page([drawn_text()]) == sheet_page([drawn_text()])


@pytest.mark.skipif(shutil.which("chromium") is None, reason="no Chromium on this machine")
def test_a_browser_draws_it(tmp_path: Path) -> None:
    """The policy lets the style sheet through: the page isn't white, and a mark has its color."""
    page, picture = tmp_path / "page.html", tmp_path / "page.png"
    page.write_text(sheet_page([drawn_text()]), encoding="utf-8")
    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
    flags += [f"--user-data-dir={tmp_path / 'profile'}", "--window-size=900,600", f"--screenshot={picture}"]
    subprocess.run(
        ["chromium", *flags, page.as_uri()],
        check=True,
        capture_output=True,
        timeout=240,
    )
    kept = picture.read_bytes()
    width, height = struct.unpack(">II", kept[16:24])

    assert kept.startswith(b"\x89PNG")
    assert (width, height) == (900, 600)
    assert len(kept) > 15_000, "a page without its style is mostly white and packs small"
