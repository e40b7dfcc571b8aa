"""What the API shows is what the story holds."""

from pathlib import Path
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from sourcebook.store import open_store
from sourcebook.values.story import Story


def held(story: Path) -> Story:
    with open_store(f"sqlite:{story}").reading() as shelf:
        return shelf.story()


def listed(desk: TestClient, what: str, **asked: object) -> list[dict[str, object]]:
    found = desk.get(f"/api/v1/{what}?" + urlencode({"size": 200, **asked}, doseq=True))
    assert found.status_code == 200, found.text
    items: list[dict[str, object]] = found.json()["items"]
    assert found.json()["total"] == len(items)
    return items


def test_every_list_shows_all(desk: TestClient, story: Path) -> None:
    """Nothing is lost between the record and the screen."""
    known = held(story)
    expected = {
        "events": {one.id for one in known.judged.events},
        "claims": {one.id for each in known.extractions for one in each.claims},
        "reports": {one.id for one in known.reports},
        "entities": {one.id for one in known.linking.entities},
        "conflicts": {one.id for one in known.judged.conflicts},
    }

    assert {what: {one["id"] for one in listed(desk, what)} for what in expected} == expected


def test_filters_choose_what_fits(desk: TestClient, story: Path) -> None:
    """Each filter alone, and two together, against the record."""
    known = held(story)
    outlet = known.reports[0].outlet
    mine = {one.id for one in known.reports if one.outlet == outlet}
    told = {one.id for each in known.extractions for one in each.claims if one.report in mine}
    status = known.judged.events[0].status
    by_status = {one.id for one in known.judged.events if one.status is status}
    by_outlet = {one.id for one in known.judged.events if told & set(one.claims)}

    assert {one["id"] for one in listed(desk, "claims", outlet=outlet)} == told
    assert {one["id"] for one in listed(desk, "reports", outlet=outlet)} == mine
    assert {one["id"] for one in listed(desk, "events", status=status)} == by_status
    assert {one["id"] for one in listed(desk, "events", status=status, outlet=outlet)} == by_status & by_outlet
    place = listed(desk, "events")[0]["place"]["id"]  # type: ignore[index]
    assert {one["place"]["id"] for one in listed(desk, "events", where=place)} == {place}  # type: ignore[index]
    assert listed(desk, "events", **{"from": "2040-01-01"}) == []
    assert {one["type"] for one in listed(desk, "events", type=["CONSULT", "ASSAULT"])} == {"CONSULT", "ASSAULT"}


def test_words_find_claims_by_names_too(desk: TestClient, story: Path) -> None:
    """Quotation marks and operators in the box are words like others."""
    claim = held(story).extractions[0].claims[0]
    actor = listed(desk, "claims")[0]["participants"][0]["name"]  # type: ignore[index]

    assert claim.id in {one["id"] for one in listed(desk, "claims", q=actor)}
    for odd in ('" OR *', "NEAR(", "'; --", "\0"):
        assert listed(desk, "claims", q=odd) == []


def test_pages_make_up_the_list(desk: TestClient) -> None:
    """Paging through shows each row once, in one order."""
    whole = [one["id"] for one in listed(desk, "claims")]
    pages = desk.get("/api/v1/claims?size=5").json()["pages"]
    shown = [desk.get(f"/api/v1/claims?size=5&page={page}").json()["items"] for page in range(1, pages + 1)]
    paged = [one["id"] for each in shown for one in each]

    assert paged == whole
    assert desk.get("/api/v1/claims?size=5&page=999").json()["items"] == []


def test_who_has_it_gets_it_not_again(desk: TestClient, story: Path) -> None:
    """The tag changes with the story, and with it only."""
    first = desk.get("/api/v1/events")
    again = desk.get("/api/v1/events", headers={"if-none-match": first.headers["etag"]})
    claim = held(story).extractions[0].claims[0].id
    noted = {"kind": "note", "target": claim, "value": {"text": "to be asked"}}

    assert (again.status_code, again.content) == (304, b"")
    assert desk.post("/api/v1/decisions", json=noted).status_code == 201
    assert desk.get("/api/v1/events", headers={"if-none-match": first.headers["etag"]}).status_code == 200


def test_words_are_where_they_are_said_to_be(desk: TestClient, story: Path) -> None:
    """Every span of a claim marks its words in the report."""
    texts = {one.id: one.text for one in held(story).reports}
    for row in listed(desk, "claims"):
        body = desk.get(f"/api/v1/claims/{row['id']}").json()["body"]
        for one in (*body["evidence"], body["trigger"]):
            assert texts[one["report"]][one["start"] : one["end"]] == one["text"]


def test_the_relay_graph_goes_from_outlets_to_origins(desk: TestClient) -> None:
    """Every edge is between nodes, and goes down."""
    event = listed(desk, "events")[0]["id"]
    drawn = desk.get(f"/api/v1/events/{event}/lineage").json()
    level = {one["id"]: one["level"] for one in drawn["nodes"]}

    assert drawn["edges"]
    assert all(level[one["source"]] < level[one["target"]] for one in drawn["edges"])
    assert {one["kind"] for one in drawn["nodes"] if one["level"] == 0} == {"outlet"}


def test_drawings_hold_every_event(desk: TestClient) -> None:
    """On the timeline or its shelf, on the map or its shelf."""
    events = {one["id"] for one in listed(desk, "events")}
    bars, spots = desk.get("/api/v1/timeline").json(), desk.get("/api/v1/map").json()

    assert {one["id"] for one in (*bars["items"], *bars["undated"])} == events
    assert {id_ for one in spots["places"] for id_ in one["events"]} | set(spots["placeless"]) == events
    days = [one["earliest"] for one in bars["items"]]
    assert days == sorted(days)


def test_the_network_says_which_claims_bind(desk: TestClient) -> None:
    """An edge that no claim bears would be an invention."""
    claims = {one["id"] for one in listed(desk, "claims")}
    drawn = desk.get("/api/v1/network").json()
    knots = {one["id"] for one in drawn["nodes"]}

    assert {one["relation"] for one in drawn["edges"]} >= {"meets", "fights"}
    for one in drawn["edges"]:
        assert {one["source"], one["target"]} <= knots
        assert set(one["claims"]) <= claims
        assert one["count"] >= 1


def test_a_reader_sees_marks(desk: TestClient, story: Path) -> None:
    """Names and acts lie inside the text, wider marks first."""
    report = held(story).reports[0]
    marked = desk.get(f"/api/v1/reports/{report.id}/marks").json()

    assert marked["text"] == report.text
    assert {one["kind"] for one in marked["marks"]} == {"name", "event"}
    places = [(one["start"], -one["end"]) for one in marked["marks"]]
    assert places == sorted(places)


@pytest.mark.parametrize("what", ["events", "claims", "reports", "entities"])
def test_what_is_not_there_is_not_found(desk: TestClient, what: str) -> None:
    """The words are those of the command line."""
    found = desk.get(f"/api/v1/{what}/nothing")

    assert found.status_code == 404
    assert "'nothing'" in found.json()["detail"]


def test_a_question_is_answered_with_rows_or_refused_with_a_reason(desk: TestClient) -> None:
    """The record answers what it holds, and says why it does not answer the rest."""
    nothing = desk.get("/api/v1/ask", params={"q": "Who is the king of Denmark?"}).json()
    met = desk.get("/api/v1/ask", params={"q": "Who met whom?"}).json()

    assert (nothing["answers"], bool(nothing["nothing"])) == ([], True)
    assert bool(met["answers"]) != bool(met["nothing"])
    assert desk.get("/api/v1/ask", params={"q": "?!"}).status_code in {400, 422}
