"""JSON Lines and tables."""

import json
from collections.abc import Mapping

import pytest
from madefiles import STORY, loaded

from sourcebook.errors import UnreadableInput, WrongUsage
from sourcebook.read import Columns, Loaded, read_bytes
from sourcebook.read.columns import BY_NAME
from sourcebook.values.reports import Basis


def read(name: str, data: bytes | str, columns: Columns = BY_NAME) -> tuple[list[Loaded], list[UnreadableInput]]:
    found = list(read_bytes(name, data.encode() if isinstance(data, str) else data, columns))
    return [one for one in found if isinstance(one, Loaded)], [one for one in found if isinstance(one, UnreadableInput)]


def jsonl(*records: Mapping[str, object]) -> str:
    return "\n".join(json.dumps(one, ensure_ascii=False) for one in records) + "\n"


def test_a_line_is_a_report() -> None:
    record = {"id": 7, "title": "Dam holds", "text": STORY, "outlet": "VP", "published": "2031-05-04", "language": "en"}
    found = loaded("feed.jsonl", jsonl(record).encode())
    report = found.report
    assert (report.id, report.title, report.outlet, report.language) == ("7", "Dam holds", "VP", "en")
    assert (str(report.published.day), report.published.basis) == ("2031-05-04", Basis.GIVEN)
    assert report.path == "feed.jsonl#1"
    assert found.original == json.dumps(record, ensure_ascii=False).encode()
    assert found.media_type == "application/json"
    assert report.text == f"Dam holds\n\n{STORY}"
    assert [one.kind.value for one in report.passages] == ["headline", "body", "body"]


def test_a_title_that_the_text_begins_with_is_not_doubled() -> None:
    found = loaded("a.jsonl", jsonl({"title": "Dam holds", "text": f"DAM HOLDS\n{STORY}"}).encode())
    assert found.report.text == f"DAM HOLDS\n{STORY}"


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("{", "not JSON"),
        ('{"text": "a"} x', "not JSON"),
        ("[1]", "not a JSON object"),
        ('{"title": "a"}', "no text"),
        ('{"text": null}', "no text"),
        ('{"text": "  "}', "no text"),
        ('{"text": ["a"]}', "'text' is not text"),
        ('{"text": "a b c", "published": "soon"}', "no date"),
        ('{"text": "a b c", "url": true}', "'url' is not text"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_a_bad_line_is_one_error_and_the_rest_goes_on(line: str, word: str) -> None:
    good = json.dumps({"text": STORY})
    reports, faults = read("a.jsonl", f"{good}\n\n{line}\n{good}\n")
    assert [one.report.path for one in reports] == ["a.jsonl#1", "a.jsonl#4"]
    ((file, place, why),) = ((one.file, one.place, one.why) for one in faults)
    assert (file, place) == ("a.jsonl", "line 3")
    assert word in why


def test_broken_bytes_spoil_one_line_only() -> None:
    good = json.dumps({"text": STORY}).encode()
    reports, faults = read("a.jsonl", good + b'\n{"text": "\xff"}\r\n' + good)
    assert len(reports) == 2
    assert faults[0].place == "line 2"


def test_fields_are_mapped() -> None:
    columns = Columns.of("text=body, title=headline,published=day")
    found = loaded("a.jsonl", jsonl({"headline": "Dam holds", "body": STORY, "day": "2031-05"}).encode(), columns)
    assert found.report.title == "Dam holds"
    assert found.report.published.day is None
    assert str(found.report.published.latest) == "2031-05-31"


@pytest.mark.parametrize("written", ["", "text", "text=", "body=text", "text=a,text=b"])
def test_a_slip_in_the_map_is_told(written: str) -> None:
    with pytest.raises(WrongUsage, match="columns"):
        Columns.of(written)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_row_is_a_report(delimiter: str, encoding: str) -> None:
    rows = [("id", "text", "outlet"), ("v-1", '"The dam held,\r\nRenée Brandt said."', "VP"), ("v-2", "It rained.", "")]
    data = "\r\n".join(delimiter.join(row) for row in rows).encode(encoding)
    reports, faults = read("feed.csv", data)
    assert faults == []
    assert [one.report.text for one in reports] == ["The dam held,\nRenée Brandt said.", "It rained."]
    assert [one.report.path for one in reports] == ["feed.csv#2", "feed.csv#4"]
    assert [one.report.outlet for one in reports] == ["VP", None]
    assert [one.report.id for one in reports] == ["v-1", "v-2"]
    if encoding == "utf-8":
        assert reports[0].original == delimiter.join(rows[1]).encode()


@pytest.mark.parametrize(
    ("header", "columns", "word"),
    [
        ("id,body", BY_NAME, "'text'"),
        ("text,title", Columns.of("title=headline"), "'headline'"),
        ("text,text", BY_NAME, "two columns"),
        ("", BY_NAME, "nothing"),
    ],
)
def test_a_header_that_lacks_what_is_needed_is_one_error(header: str, columns: Columns, word: str) -> None:
    reports, faults = read("a.csv", f"{header}\nx,y\nx,y\n", columns)
    assert reports == []
    assert [one.place for one in faults] == ["line 1"]
    assert word in faults[0].why


def test_bad_rows_are_an_error_each() -> None:
    data = 'text,published\nThe dam held.,2031-05-04\na,b,c\n"x"y,\nIt rained.,someday\n,\nAll is well.,\n'
    reports, faults = read("a.csv", data)
    assert [one.report.path for one in reports] == ["a.csv#2", "a.csv#7"]
    assert [one.place for one in faults] == ["line 3", "line 4", "line 5"]


def test_a_long_cell_is_read() -> None:
    """The csv module stops at 131,072 characters unless told otherwise."""
    words = "The dam held. " * 20_000
    assert loaded("a.csv", f"text\n{words}\n".encode()).report.text == words


def test_an_unclosed_quotation_mark_names_the_row() -> None:
    reports, faults = read("a.csv", 'text\nThe dam held.\n"It rained.\nAll is well.\n')
    assert len(reports) == 1
    assert [one.place for one in faults] == ["line 3"]


@pytest.mark.parametrize("data", [b"", b"\n\n", b"text\n"])
def test_an_empty_table_is_told(data: bytes) -> None:
    for name in ("a.jsonl", "a.csv"):
        reports, faults = read(name, data)
        assert reports == []
        assert len(faults) == 1
