"""What is downloaded is what the lists show, in every form."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import networkx as nx
import openpyxl
import pytest
from fastapi.testclient import TestClient

from sourcebook.api import export
from sourcebook.desk.columns import CLAIMS, EVENTS, position
from sourcebook.desk.views import PlaceView
from sourcebook.tell import verify_record
from sourcebook.tell.exports import dictionary
from sourcebook.values.filters import read_filters
from sourcebook.values.forms import OFFERED, Form, What

ROOT = Path(__file__).resolve().parents[2]


def listed(desk: TestClient, what: str, **asked: object) -> list[dict[str, object]]:
    items: list[dict[str, object]] = desk.get(f"/api/v1/{what}", params={"size": 200, **asked}).json()["items"]
    return items


def fetched(desk: TestClient, **asked: object) -> bytes:
    found = desk.get("/api/v1/export", params=asked)
    assert found.status_code == 200, found.text
    return found.content


def rows(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("what", ["events", "claims"])
def test_tables_hold_what_the_lists_hold(desk: TestClient, what: str) -> None:
    """All rows, in the same order; the workbook the same as the comma-separated file."""
    shown = [one["id"] for one in listed(desk, what)]
    table = rows(fetched(desk, to="csv", what=what))
    sheet = openpyxl.load_workbook(BytesIO(fetched(desk, to="xlsx", what=what)))[what]

    assert [one["id"] for one in table] == shown
    assert [row[0].value for row in sheet][1:] == shown
    assert (
        [cell.value for cell in sheet[1]]
        == list(table[0])
        == [one.name for one in {"events": EVENTS, "claims": CLAIMS}[what]]
    )


def test_filters_are_respected(desk: TestClient) -> None:
    """By every form, with the days too, of which the last is called 'until' here."""
    kind = str(listed(desk, "events")[0]["type"])
    shown = [one["id"] for one in listed(desk, "events", type=kind)]
    asked = {"what": "events", "type": kind}

    assert 0 < len(shown) < len(listed(desk, "events"))
    assert [one["id"] for one in rows(fetched(desk, to="csv", **asked))] == shown
    assert [json.loads(one)["id"] for one in fetched(desk, to="jsonl", **asked).splitlines()] == shown
    assert [one["id"] for one in json.loads(fetched(desk, to="geojson", **asked))["features"]] == shown
    record = json.loads(fetched(desk, to="record", type=kind))
    assert {one["id"] for one in record["events"]} >= set(shown)
    assert verify_record(record) == []
    assert rows(fetched(desk, to="csv", **{"from": "2040-01-01"})) == []
    days = {"from": "2000-01-01", "until": "2039-12-31"}
    dated = [one["id"] for one in listed(desk, "events", **{"from": "2000-01-01", "to": "2039-12-31"})]
    assert [one["id"] for one in rows(fetched(desk, to="csv", **days))] == dated != []


def test_every_offer_is_kept(desk: TestClient) -> None:
    """Each pair of part and form that is offered gives a file with a name, the same each time; others are refused."""
    entity = listed(desk, "entities")[0]["id"]
    for what in What:
        for form in Form:
            asked = {"to": form.value, "what": what.value, **({"entity": entity} if what is What.DOSSIER else {})}
            found = desk.get("/api/v1/export", params=asked)
            if form not in OFFERED[what]:
                assert found.status_code == 400, asked
                continue
            assert found.status_code == 200, (asked, found.text)
            assert found.headers["content-type"] == form.media
            assert found.headers["content-disposition"].endswith(f'{what}.{form.ending}"')
            assert found.content == desk.get("/api/v1/export", params=asked).content
    assert desk.get("/api/v1/export", params={"to": "md", "what": "dossier"}).status_code == 400
    assert desk.get("/api/v1/export", params={"to": "md", "what": "dossier", "entity": "nobody"}).status_code == 404


def test_the_form_on_the_page_offers_what_there_is(desk: TestClient) -> None:
    """The page and the route agree, and the page's filters come along under the route's names."""
    page = desk.get("/export?to=2031-05-04&status=denied").text

    for what, forms in OFFERED.items():
        part = page.split(f'name="what" value="{what}"')[1].split("</form>")[0]
        assert [one for one in Form if f'<option value="{one}">' in part.split('name="to"')[1]] == sorted(
            forms, key=list(Form).index
        )
        assert 'name="until" value="2031-05-04"' in part
        assert 'name="status" value="denied"' in part
        assert 'type="hidden" name="to"' not in part


def test_who_has_it_gets_it_not_again(desk: TestClient) -> None:
    first = desk.get("/api/v1/export?to=csv")
    again = desk.get("/api/v1/export?to=csv", headers={"if-none-match": first.headers["etag"]})

    assert (again.status_code, again.content) == (304, b"")


def test_plover_lines_have_its_names(desk: TestClient) -> None:
    """The manual's fields, required ones in every line, and the words of every claim."""
    shown = {one["id"]: one for one in listed(desk, "events")}
    lines = [json.loads(one) for one in fetched(desk, to="jsonl").splitlines()]

    assert len(lines) == len(shown)
    for one in lines:
        event = shown[one["id"]]
        assert {"id", "date", "source", "event"} <= set(one)
        assert one["event"] == [event["type"]]
        assert one["plover"] is (
            event["type"] not in {"STATEMENT", "TRAVEL", "CONTROL", "OFFICE", "FOUND", "LIFE", "STATE", "OTHER"}
        )
        parts: list[dict[str, str]] = event["participants"]  # type: ignore[assignment]
        assert [each["identifier_text"] for each in one["recipient"]] == [
            each["name"] for each in parts if each["role"] == "recipient"
        ]
        assert ("negation" in one["context"]) is (event["polarity"] == "negative")
        assert len(one["event_text"]) == len(one["cite_info"]) == event["claims"]
        for text, cited in zip(one["event_text"], one["cite_info"], strict=True):
            report = desk.get(f"/api/v1/reports/{cited['citation']}").json()
            first = " ".join(report["text"][cited["start"] : cited["end"]].split())
            assert text.startswith(first)


def test_the_map_holds_every_event(desk: TestClient) -> None:
    """Points lie on the earth, at the place of the event; whatever has none is there without."""
    shown = {one["id"]: one for one in listed(desk, "events")}
    made = json.loads(fetched(desk, to="geojson"))

    assert {one["id"] for one in made["features"]} == set(shown)
    for one in made["features"]:
        place = shown[one["id"]]["place"]
        if one["geometry"] is None:
            assert place is None or place["lat"] is None or place["precision"] not in {"settlement", "feature"}  # type: ignore[index]
        else:
            assert one["geometry"]["coordinates"] == [place["lon"], place["lat"]]  # type: ignore[index]
            assert -180 <= one["geometry"]["coordinates"][0] <= 180


def test_a_province_is_no_point() -> None:
    """Its middle is nowhere that anything was told to be."""
    town = PlaceView("t", "Vell", "XXA", None, "Low Vell", 1.5, 2.5, "settlement")
    province = PlaceView("p", "Low Vell", "XXA", None, "Low Vell", 1.0, 2.0, "division")

    assert position(town) == (2.5, 1.5)
    assert position(province) is None


def test_the_graph_is_the_network(desk: TestClient) -> None:
    drawn = desk.get("/api/v1/network").json()
    graph = nx.parse_graphml(fetched(desk, to="graphml").decode(), force_multigraph=True)

    assert dict(graph.nodes(data="name")) == {one["id"]: one["name"] for one in drawn["nodes"]}
    assert sorted(
        (one, other, each["relation"], each["count"]) for one, other, each in graph.edges(data=True)
    ) == sorted((one["source"], one["target"], one["relation"], one["count"]) for one in drawn["edges"])


def test_texts_tell_the_brief(desk: TestClient) -> None:
    """The Word document, Markdown and page have the lines of the desk's brief."""
    told = desk.get("/api/v1/brief").json()
    with ZipFile(BytesIO(fetched(desk, to="docx"))) as archive:
        root = ET.fromstring(archive.read("word/document.xml"))  # noqa: S314 - we wrote it
    text = " ".join("".join(root.itertext()).split())
    page, lines = fetched(desk, to="html").decode(), fetched(desk, to="md").decode()

    assert told["sections"]
    for section in told["sections"]:
        assert section["title"] in text
        assert section["title"] in page
        assert f"## {section['title']}" in lines
        for line in section["lines"]:
            assert all(" ".join(piece["text"].split()) in text for piece in line["pieces"])


def test_names_stand_for_ids(story: Path, desk: TestClient) -> None:
    """A program may say whom it means by name."""
    card = listed(desk, "entities")[0]
    by_id = export(story, "csv", filters=read_filters([("who", str(card["id"]))]))
    by_name = export(story, Form.CSV, filters=read_filters([("who", str(card["name"]).upper())]))

    assert by_id == by_name
    assert 0 < len(rows(by_id)) < len(rows(export(story, "csv")))


def test_the_manual_has_the_dictionary() -> None:
    """The data dictionary is made from the columns; a column that is added stands in it."""
    manual = (ROOT / "docs" / "exports.md").read_text(encoding="utf-8")

    assert dictionary(EVENTS) in manual
    assert dictionary(CLAIMS) in manual
    for form in Form:
        assert f"`{form}`" in manual
