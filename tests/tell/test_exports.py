"""Each form is read back by a reader that is not ours, and holds what it was given."""

import csv
import json
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from io import BytesIO, StringIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import networkx as nx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from sourcebook.tell import as_record, brief, dossier, verify_record
from sourcebook.tell.exports import (
    Column,
    Sort,
    Table,
    comma_separated,
    document_of_brief,
    document_of_dossier,
    geojson,
    graphml,
    markdown,
    narrowed_dossier,
    narrowed_record,
    renumbered,
    spreadsheet,
    webpage,
    word_document,
)
from sourcebook.tell.exports.documents import Document, Item, Part
from sourcebook.tell.views import Piece
from sourcebook.values.story import Story

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

DANGEROUS = ["=1+1", "+1", "-1+2", "@SUM(A1)", "\tx", "\rx", "\n=x", " =1", '=HYPERLINK("http://x")', "＝1"]

Row = tuple[str, object]


def table(*values: object, sort: Sort = Sort.TEXT) -> Table[Row]:
    columns = (
        Column("id", Sort.TEXT, "Its id.", lambda one: one[0]),
        Column("value", sort, "What it holds.", lambda one: one[1]),
    )
    rows = tuple((f"r{number}", value) for number, value in enumerate(values))
    return Table("rows", columns, rows, (("story", "=made"),))


def read_csv(content: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))


def read_sheet(content: bytes, name: str) -> list[list[object]]:
    book = openpyxl.load_workbook(BytesIO(content))
    assert all(cell.data_type != "f" for sheet in book for row in sheet for cell in row)
    return [[cell.value for cell in row] for row in book[name]]


@pytest.mark.parametrize("value", DANGEROUS)
def test_no_cell_is_a_formula(value: str) -> None:
    """Whoever opens the file in a spreadsheet must not run what a report says."""
    made = table(value, (value, "b"))

    for cell in (read_csv(comma_separated(made))[1][1], read_csv(comma_separated(made))[2][1]):
        assert cell.startswith("'")
        assert cell[1:].startswith(value)
    for row in read_sheet(spreadsheet(made), "rows")[1:]:
        assert str(row[1]).startswith("'")


def test_numbers_are_numbers_below_zero_too() -> None:
    """A latitude in the south begins with a minus and is no formula."""
    made = table(-12.5, 7, True, None, ("a", "b"))

    assert [row[1] for row in read_csv(comma_separated(made))[1:]] == ["-12.5", "7", "true", "", "a | b"]
    assert [row[1] for row in read_sheet(spreadsheet(made), "rows")[1:]] == [-12.5, 7, True, None, "a | b"]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=4))
def test_any_text_survives(values: list[str]) -> None:
    """Commas, quotation marks, line breaks, control characters: the file is read, rows stay rows."""
    made = table(*values)
    rows = read_csv(comma_separated(made))

    assert [one[0] for one in rows] == ["id", *(f"r{number}" for number in range(len(values)))]
    assert len(read_sheet(spreadsheet(made), "rows")) == len(values) + 1
    for value, row in zip(values, rows[1:], strict=True):
        if value.isalnum():
            assert row[1] == value


def test_a_workbook_explains_itself() -> None:
    """The dictionary is in the file, not beside it; what is too long for a cell is cut visibly."""
    content = spreadsheet(table("x" * 40_000))

    assert read_sheet(content, "dictionary")[1:] == [["id", "text", "Its id."], ["value", "text", "What it holds."]]
    assert read_sheet(content, "about") == [["story", "'=made"]]
    cell = str(read_sheet(content, "rows")[1][1])
    assert len(cell) == 32_767
    assert cell.endswith("x…")


def test_bytes_do_not_know_the_day(monkeypatch: pytest.MonkeyPatch, vell: Story) -> None:
    """Made on another day, the files are the same."""
    document = document_of_brief(brief(vell))
    before = spreadsheet(table("a")), word_document(document, "us")
    monkeypatch.setattr("time.time", lambda: datetime(2044, 5, 6, tzinfo=UTC).timestamp())
    monkeypatch.setattr("time.localtime", lambda *_: datetime(2044, 5, 6, tzinfo=UTC).timetuple())

    assert (spreadsheet(table("a")), word_document(document, "us")) == before
    for content in before:
        with ZipFile(BytesIO(content)) as archive:
            assert archive.testzip() is None
            assert {one.date_time[0] for one in archive.infolist()} == {1980}


def test_areas_have_no_point() -> None:
    """RFC 7946, sections 3.1.1, 3.2: longitude first; a feature that is nowhere has null for a geometry."""
    made = json.loads(
        geojson(
            table("here", "a province"), lambda row: row[0], lambda row: (20.5, -3.25) if row[1] == "here" else None
        )
    )

    assert made["type"] == "FeatureCollection"
    assert "crs" not in made
    assert [one["type"] for one in made["features"]] == ["Feature", "Feature"]
    assert [one["geometry"] for one in made["features"]] == [{"type": "Point", "coordinates": [20.5, -3.25]}, None]
    assert [one["properties"]["value"] for one in made["features"]] == ["here", "a province"]
    assert [one["id"] for one in made["features"]] == ["r0", "r1"]


def test_networkx_opens_the_graph() -> None:
    """Keys keep their types; parallel edges stay apart; control characters and markup are text."""
    nodes = Table(
        "nodes",
        (
            Column("id", Sort.TEXT, "Id.", lambda one: one[0]),
            Column("name", Sort.TEXT, "Name & <kind>.", lambda one: str(one[1])),
        ),
        (("a", "A <b>&\x01"), ("b", "B")),
    )
    ends = Column
    edges = Table(
        "edges",
        (
            ends("id", Sort.TEXT, "Id.", lambda one: one[0]),
            ends("source", Sort.TEXT, "From.", lambda _: "a"),
            ends("target", Sort.TEXT, "To.", lambda _: "b"),
            ends("relation", Sort.TEXT, "What.", lambda one: one[1]),
            ends("count", Sort.WHOLE, "How often.", lambda one: one[2]),
        ),
        (("e1", "meets", 3), ("e2", "fights", 1)),
    )
    graph = nx.parse_graphml(graphml(nodes, edges).decode(), force_multigraph=True)

    assert graph.is_directed()
    assert dict(graph.nodes(data="name")) == {"a": "A <b>&\ufffd", "b": "B"}
    assert sorted((one["relation"], one["count"]) for _, _, one in graph.edges(data=True)) == [
        ("fights", 1),
        ("meets", 3),
    ]


def words_of(content: bytes) -> str:
    """The text of a Word document, read from its XML."""
    with ZipFile(BytesIO(content)) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - we wrote it
    return "\n".join("".join(node.text or "" for node in line.iter(f"{W}t")) for line in root.iter(f"{W}p"))


class Text(HTMLParser):
    """The text of a page, and its tags."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.tags, self.ids, self.links = "", set[str](), set[str](), set[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.add(value or "")
            if name == "href":
                self.links.add(value or "")

    def handle_data(self, data: str) -> None:
        self.text += data


def page_of(content: bytes) -> Text:
    reader = Text()
    reader.feed(content.decode())
    return reader


def rendered(content: bytes) -> Text:
    return page_of(MarkdownIt("commonmark").enable("table").render(content.decode()).encode())


def test_every_form_of_a_brief_tells_every_line(vell: Story) -> None:
    """Word, Markdown and page hold the same lines, each with its numbers, and every source."""
    told = brief(vell)
    document = document_of_brief(told)
    texts = [
        words_of(word_document(document, "us")),
        rendered(markdown(document)).text,
        page_of(webpage(document)).text,
    ]

    for text in texts:
        for section in told.sections:
            assert section.title in text
            for line in section.lines:
                for piece in line.pieces:
                    assert " ".join(piece.text.split()) in " ".join(text.split())
        for one in told.citations:
            assert f"{one.outlet}, {one.day}" in text


def test_numbers_lead_to_their_sources(vell: Story) -> None:
    """In Word by bookmarks, on the page by anchors; Markdown's list counts as the brief does."""
    told = brief(vell)
    document = document_of_brief(told)
    with ZipFile(BytesIO(word_document(document, "us"))) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - we wrote it
    marks = {one.get(f"{W}name") for one in root.iter(f"{W}bookmarkStart")}
    anchors = {one.get(f"{W}anchor") for one in root.iter(f"{W}hyperlink")}
    page = page_of(webpage(document))

    assert anchors == marks == {f"source_{one.number}" for one in told.citations}
    assert {one for one in page.links if one.startswith("#")} == {f"#{one}" for one in page.ids}
    listed = markdown(document).decode().split("## Sources")[1].strip().splitlines()
    assert [int(one.split(".")[0]) for one in listed] == [one.number for one in told.citations]


def test_a_dossier_tells_every_entry(vell: Story) -> None:
    told = dossier(vell, "Ilda Marrow")
    text = " ".join(words_of(word_document(document_of_dossier(told), "us")).split())

    assert text.startswith("Ilda Marrow")
    for chapter in told.chapters:
        for entry in chapter.entries:
            assert all(" ".join(piece.text.split()) in text for piece in entry.pieces)


HOSTILE = '<script>x</script> *a* _b_ [c](http://d) `e` # f\n\n- g & "h" \x00 1. ![i](j) www.k.org l@m.org'


def test_hostile_words_are_words() -> None:
    """What a report says is shown, never obeyed."""
    piece = Piece(HOSTILE, ())
    starts = [Item("", (Piece(one, ()),), "") for one in ("1. first", "- dash", "# sharp", "> more", "+ plus", "=== x")]
    part = Part(HOSTILE, (Item(HOSTILE, (piece,), "."), *starts), HOSTILE)
    document = Document(HOSTILE, (HOSTILE, "===", "---"), (part,), ())
    read = rendered(markdown(document))
    page = page_of(webpage(document))

    assert read.tags == {"h1", "p", "h2", "ul", "li"}
    assert read.links == set()
    assert '<script>x</script> *a* _b_ [c](http://d) `e` # f - g & "h" \ufffd 1. ![i](j) www.k.org l@m.org' in read.text
    for item in starts:
        assert item.pieces[0].text in read.text
    assert "script" not in page.tags
    assert HOSTILE.split("\n", maxsplit=1)[0] in page.text
    assert "<script>x</script> *a*" in words_of(word_document(document, "us"))


def test_a_narrowed_brief_counts_from_one(vell: Story) -> None:
    """Numbers are given anew, in the order of reading, and lead to the same words."""
    whole = brief(vell)
    last = replace(whole.sections[-1], lines=whole.sections[-1].lines[-1:])
    narrow = renumbered(replace(whole, sections=(last,)))
    cited = [number for one in narrow.sections[0].lines for piece in one.pieces for number in piece.citations]
    before = [number for piece in last.lines[0].pieces for number in piece.citations]

    assert [one.number for one in narrow.citations] == list(range(1, len(narrow.citations) + 1))
    assert list(dict.fromkeys(cited)) == [one.number for one in narrow.citations]
    words = {one.number: one.words for one in whole.citations}
    assert [narrow.citations[number - 1].words for number in cited] == [words[number] for number in before]
    assert renumbered(whole) == whole


def test_a_narrowed_dossier_keeps_names_and_what_fits(vell: Story) -> None:
    told = dossier(vell, "Ilda Marrow")
    kept = {told.chapters[-1].entries[0].id}
    narrow = narrowed_dossier(told, kept)

    assert narrow.chapters[0].key == "names"
    assert {entry.id for one in narrow.chapters if one.key != "names" for entry in one.entries} == kept
    numbers = {
        number for one in narrow.chapters for entry in one.entries for each in entry.pieces for number in each.citations
    }
    assert numbers == {one.number for one in narrow.citations}


def test_a_narrowed_record_keeps_its_promises(vell: Story) -> None:
    """Nothing points outside, every event asked for is in it with all its claims, and all events give all of them."""
    record = as_record(vell)
    events = record["events"]
    assert isinstance(events, list)
    for one in events:
        narrow = narrowed_record(record, [one["id"]])
        claims = narrow["claims"]
        assert isinstance(claims, list)
        assert verify_record(narrow) == []
        assert {each["id"] for each in claims} >= set(one["claims"])
        assert list(narrow) == list(record)
    whole = narrowed_record(record, [one["id"] for one in events])
    assert (whole["events"], whole["claims"], whole["conflicts"]) == (events, record["claims"], record["conflicts"])
    none = narrowed_record(record, [])
    assert none["events"] == none["claims"] == none["reports"] == []
