"""Web pages."""

import gzip
import importlib.util
import json
from datetime import date
from pathlib import Path

import pytest
from madefiles import STORY, body, kinds, loaded, page, refused, report

from sourcebook.values.reports import Basis

FIRST, SECOND = STORY.strip().split("\n\n")
THIRD = (
    "The council of Sorn will meet on Tuesday to hear how long the repairs may take, and who is to pay for them, "
    "its clerk Jo Roe told the Vell Post in a call from the town hall, adding that lorries must go round by Hask."
)
PARAGRAPHS = f"<p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p>"
TITLE = "<h1>Dam at Vell holds for a second night</h1>"


def test_story_and_headline_are_found_and_menus_left() -> None:
    found = report(
        "a.html", page(PARAGRAPHS, top=TITLE, head="<title>Dam at Vell holds for a second night | VP</title>")
    )
    assert kinds(found)[0] == ("headline", "Dam at Vell holds for a second night")
    assert body(found) == [FIRST, SECOND, THIRD]
    assert found.title == "Dam at Vell holds for a second night"


def test_the_outlet_is_taken_off_the_title() -> None:
    head = "<title>Dam at Vell holds for a second night - VP</title><meta property='og:site_name' content='VP'>"
    found = report("a.html", page(PARAGRAPHS, head=head))
    assert (found.title, found.outlet) == ("Dam at Vell holds for a second night", "VP")


def test_dates_address_language_and_author_are_found() -> None:
    head = (
        "<meta property='article:published_time' content='2031-05-04T08:00:00+02:00'>"
        "<meta property='article:modified_time' content='2031-05-06T08:00:00+02:00'>"
        "<meta name='author' content='Jo Roe'><link rel='canonical' href='https://vell.example/dam'>"
    )
    found = report("a.html", page(PARAGRAPHS, top=TITLE, head=head, language="en-GB"))
    assert (found.published.day, found.published.basis) == (date(2031, 5, 4), Basis.STATED)
    assert found.revised == date(2031, 5, 6)
    assert (found.url, found.language, found.author) == ("https://vell.example/dam", "en", "Jo Roe")


def test_no_date_is_unknown() -> None:
    found = report("a.html", page(PARAGRAPHS, top=TITLE))
    assert found.published.basis is Basis.UNKNOWN
    assert (found.published.day, found.revised, found.language) == (None, None, None)


def test_a_browser_writes_where_a_page_was_saved_from() -> None:
    raw = page(PARAGRAPHS, top=TITLE).replace(
        b"<html>", b"<!-- saved from url=(0024)https://vell.example/dam --><html>"
    )
    assert report("a.html", raw).url == "https://vell.example/dam"


def test_captions_stand_apart() -> None:
    figure = "<figure><img src='dam.jpg'><figcaption>Water at the gate in Vell. Photo: Jo Roe</figcaption></figure>"
    found = report("a.html", page(PARAGRAPHS, top=TITLE + figure))
    assert ("caption", "Water at the gate in Vell. Photo: Jo Roe") in kinds(found)
    assert body(found) == [FIRST, SECOND, THIRD]


def test_links_inside_sentences_keep_their_words() -> None:
    linked = PARAGRAPHS.replace("Ola Brandt", "<a href='/ola'>Ola Brandt</a>").replace(
        "the road", "<a href='/r'>the road</a>"
    )
    assert body(report("a.html", page(linked, top=TITLE))) == [FIRST, SECOND, THIRD]


def test_what_pops_up_over_a_name_is_no_part_of_its_sentence() -> None:
    popping = PARAGRAPHS.replace(
        "Ola Brandt", "Ola Brandt<span class='tooltip-box'>Keeper since 2029. More on her</span>"
    )
    assert body(report("a.html", page(popping, top=TITLE)))[0] == FIRST


def test_section_headings_are_headlines_of_the_same_story() -> None:
    found = report("a.html", page(f"<p>{FIRST}</p><p>{SECOND}</p><h2>Who pays for it</h2><p>{THIRD}</p>", top=TITLE))
    assert ("headline", "Who pays for it") in kinds(found)
    assert {one.item for one in found.passages} == {0}


def test_several_articles_are_several_stories() -> None:
    stories = "".join(
        f"<article><h2>{name}</h2>{PARAGRAPHS}</article>" for name in ("Dam holds", "Road shut", "Rain goes")
    )
    found = report("a.html", f"<html><body>{stories}</body></html>")
    assert [one.item for one in found.passages] == [0] * 4 + [1] * 4 + [2] * 4
    assert [words for kind, words in kinds(found) if kind == "headline"] == ["Dam holds", "Road shut", "Rain goes"]
    assert found.title is None


def test_teasers_below_a_story_are_no_stories() -> None:
    teasers = "".join(f"<article><h3>{n} more</h3><p>{SECOND} {SECOND} {SECOND}</p></article>" for n in ("One", "Two"))
    found = report("a.html", page(PARAGRAPHS * 4, top=TITLE).replace(b"</main>", f"</main>{teasers}".encode()))
    assert {one.item for one in found.passages} == {0}


@pytest.mark.parametrize("encoding", ["cp1251", "iso-8859-1", "utf-16"])
def test_declared_encodings_count(encoding: str) -> None:
    words = (
        "Плотина в Велле выдержала вторую ночь."
        if encoding != "iso-8859-1"
        else "Le barrage de Velle a résisté à la nuit."
    )
    raw = page(f"<p>{words}</p>" * 6, top=TITLE).decode().replace("charset='utf-8'", f"charset='{encoding}'")
    found = loaded("a.html", raw.encode(encoding))
    assert words in found.report.text
    assert found.notes == ()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<html></html>",
        b"<html><body></body></html>",
        b"   ",
        b"<!-- only -->",
        b"\x00\x01\x02\x03",
        b"<script>a()</script>",
    ],
)
def test_pages_without_words_are_refused(data: bytes) -> None:
    assert refused("a.html", data).file == "a.html"


@pytest.mark.parametrize("data", [f"<div>{STORY}</div>", f"<p>{STORY}</p>", f"<html><body>{STORY}</body></html>"])
def test_bits_of_pages_are_read(data: str) -> None:
    assert FIRST.split(",")[0] in report("a.html", data).text


def test_deep_nesting_does_no_harm() -> None:
    deep = "<div>" * 3000 + f"<p>{FIRST}</p>" + "</div>" * 3000
    found = report("a.html", page(PARAGRAPHS + deep, top=TITLE))
    assert SECOND in found.text


def test_reading_again_gives_the_same() -> None:
    raw = page(PARAGRAPHS, top=TITLE)
    assert report("a.html", raw).id == report("a.html", raw).id


def test_extraction_holds_on_real_pages(shared_corpora: Path) -> None:
    """Twenty news pages with their stories written out; F1 over word 4-grams, as the corpus's own scorer has it."""
    folder = shared_corpora / "html"
    spec = importlib.util.spec_from_file_location("evaluate_extraction", folder / "evaluate.py")
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    truth = json.loads((folder / "ground-truth.json").read_text(encoding="utf-8"))
    counts = []
    for name, wanted in sorted(truth.items()):
        with gzip.open(folder / "pages" / f"{name}.html.gz") as stream:
            found = report(f"{name}.html", stream.read())
        headline, *rest = (one for one in found.passages if one.kind.value in {"headline", "body"})
        assert headline.kind.value == "headline"
        words = "\n".join(one.span.of(found.text) for one in rest)
        counts.append(scorer.string_shingle_matching(true=wanted["articleBody"], pred=words))
    assert scorer.metrics_from_tp_fp_fns(counts)["f1"] >= 0.99
