"""The pages: every view as HTML that needs no script, filters that stay, forms that decide."""

import re
from html import escape

import pytest
from fastapi.testclient import TestClient

from sourcebook.desk.portraits import Mark
from sourcebook.values.filters import read_filters
from sourcebook.web.pages.rendering import PLACES, chips
from sourcebook.web.pages.routes import excerpts
from sourcebook.web.pages.segments import outline, paragraphs

TEXT = "Ina Falk said the guard had told her “it burned”.\n\nRead more\nIt rained."


def mark(id_: str, kind: str, words: str, depth: int = 0, of: str | None = None) -> Mark:
    start = TEXT.index(words)
    return Mark(id_, kind, start, start + len(words), "", depth, of)


MARKS = (
    mark("entity-1", "name", "Ina Falk"),
    mark("a", "source", "Ina Falk"),
    mark("a", "cue", "said"),
    mark("a", "content", "the guard had told her “it burned”"),
    mark("b", "source", "the guard", 1, "a"),
    mark("b", "content", "it burned", 1, "a"),
)


@pytest.mark.parametrize("place", PLACES, ids=lambda one: one.label)
def test_every_place_of_the_rail_opens(desk: TestClient, place) -> None:
    answer = desk.get(place.path)

    assert answer.status_code == 200
    assert re.search(rf'<a href="{re.escape(place.path)}" aria-current="page">', answer.text)
    assert "style=" not in answer.text, "the policy lets no style of a page's own through"
    assert not re.search(r"<script(?! type=\"module\" src=\"/static/desk.js\")", answer.text)


@pytest.mark.parametrize("what", ["events", "reports", "entities"])
def test_what_a_list_shows_can_be_opened(desk: TestClient, what: str) -> None:
    one = desk.get(f"/api/v1/{what}?size=1").json()["items"][0]
    answer = desk.get(f"/{'people' if what == 'entities' else what}/{one['id']}")

    assert answer.status_code == 200
    assert escape(one.get("title") or one["name"], quote=False) in answer.text.replace("&#39;", "'")


def test_filters_stay_in_every_link(desk: TestClient) -> None:
    answer = desk.get("/events?status=reported&q=&status=&type=&modality=&who=&from=")
    text = answer.text

    assert answer.status_code == 200, "a form without script sends what is empty too"
    for path in ("/timeline", "/map", "/network", "/reports"):
        assert f'href="{path}?status=reported"' in text
    assert 'href="/review"' in text
    assert 'aria-label="Drop status reported"' in text


@pytest.mark.parametrize("what", ["events", "reports", "people"])
def test_filters_go_along_into_what_a_list_shows_and_back(desk: TestClient, what: str) -> None:
    """Else a look at one thing costs the way to it."""
    status = desk.get("/api/v1/events").json()["items"][0]["status"]
    shown = desk.get(f"/{what}?status={status}&page=1").text
    found = re.search(rf'href="(/{what}/[^"?]+[?]status={status})"', shown)
    assert found
    detail = desk.get(found[1]).text

    assert f'href="/timeline?status={status}"' in detail
    assert "Drop status" not in detail, "one thing is not filtered"


def test_a_chip_drops_its_own_condition_only() -> None:
    on = read_filters([("status", "denied"), ("status", "disputed"), ("who", "entity-1")])
    made = chips("/events", on, {"entity-1": "Ina Falk"})

    assert [(one.label, one.value) for one in made] == [
        ("status", "denied"),
        ("status", "disputed"),
        ("who", "Ina Falk"),
    ]
    assert made[0].without == "/events?status=disputed&who=entity-1"


@pytest.mark.parametrize(
    ("path", "status"),
    [("/events/none", 404), ("/nowhere", 404), ("/events?status=sure", 422), ("/events?from=May", 400)],
)
def test_faults_are_told_as_pages_and_by_the_api_as_json(desk: TestClient, path: str, status: int) -> None:
    page, answer = desk.get(path), desk.get(f"/api/v1{path}")

    assert page.headers["content-type"].startswith("text/html")
    assert page.status_code in {status, 400}
    assert answer.headers["content-type"] == "application/json"
    assert answer.status_code == status


def test_words_are_shown_with_what_stands_around_them(desk: TestClient) -> None:
    report = desk.get("/api/v1/reports?size=1").json()["items"][0]["id"]
    text = desk.get(f"/api/v1/reports/{report}").json()["text"]
    answer = desk.get(f"/reports/{report}/words?at=0-6&at=9-4&at=x")

    assert f"<mark>{escape(text[:6])}</mark>" in answer.text
    assert answer.text.count("<mark>") == 1


def test_excerpts_join_where_they_meet_and_hold_the_words() -> None:
    text = "word " * 400
    near = excerpts(text, [(10, 14), (20, 24), (10, 14)])
    far = excerpts(text, [(10, 14), (1500, 1504)])

    assert len(near) == 1
    assert [words for words, cited in near[0].parts if cited] == [text[10:14], text[20:24]]
    assert len(far) == 2
    assert all("".join(words for words, _ in one.parts).strip(" …") in text for one in far)
    assert excerpts("short", [(0, 99), (3, 3)]) == ()


def test_segments_hold_every_character_once_and_know_their_marks() -> None:
    start = TEXT.index("Read")
    made = paragraphs(TEXT, [(start, start + len("Read more"))], MARKS)

    assert "\n".join("".join(one.text for one in each.segments) for each in made) == TEXT.replace("\n\n", "\n")
    assert [one.furniture for one in made] == [False, True, False]
    for each in made:
        for one in each.segments:
            assert TEXT[one.start : one.start + len(one.text)] == one.text
    deep = next(one for one in made[0].segments if one.text == "it burned")
    assert deep.kinds == ("m-content", "d2")
    assert made[0].segments[0].entity == "entity-1"


def test_the_outline_is_nested_as_the_words_are() -> None:
    (outer,) = outline(TEXT, MARKS)

    assert (outer.source, outer.cue) == ("Ina Falk", "said")
    assert [(one.source, one.content) for one in outer.inside] == [("the guard", "it burned")]


def test_a_plain_form_decides_and_goes_back(desk: TestClient) -> None:
    claim = desk.get("/api/v1/claims?size=1").json()["items"][0]["id"]
    token = desk.headers["x-csrf-token"]
    sent = {
        "csrf": token,
        "kind": "correct",
        "target": claim,
        "field": "polarity",
        "value": "negative",
        "why": "read it",
    }
    desk.follow_redirects = False
    answer = desk.post("/decide", data=sent, headers={"referer": "http://127.0.0.1:8765/review"})

    assert (answer.status_code, answer.headers["location"]) == (303, "http://127.0.0.1:8765/review")
    assert desk.get(f"/api/v1/claims/{claim}").json()["claim"]["polarity"] == "negative"
    away = desk.post("/decide", data={**sent, "value": "positive"}, headers={"referer": "http://elsewhere.example/"})
    assert away.headers["location"] == "/review"


def test_parts_place_and_chain_are_corrected_by_words_of_the_report(desk: TestClient) -> None:
    """What the form shows and is sent back unchanged changes nothing; a row without its kind goes."""
    found = next(
        one
        for one in (
            desk.get(f"/api/v1/claims/{row['id']}").json() for row in desk.get("/api/v1/claims").json()["items"]
        )
        if len(one["claim"]["participants"]) > 1 and one["body"]["chain"]
    )
    claim, chain = found["claim"], found["body"]["chain"]
    sent = {"csrf": desk.headers["x-csrf-token"], "kind": "correct", "target": claim["id"]}
    desk.follow_redirects = False

    def told(**fields: object) -> dict[str, dict[str, object]]:
        answer = desk.post("/decide", data={**sent, **fields})
        assert answer.status_code == 303, answer.text
        return desk.get(f"/api/v1/claims/{claim['id']}").json()  # type: ignore[no-any-return]

    parts = claim["participants"]
    rows = {
        "was": [*(str(one) for one in range(len(parts))), ""],
        "words": [*(one["words"]["text"] for one in parts), ""],
    }
    roles = [one["role"] for one in parts]
    assert told(field="participants", role=[*roles, "actor"], **rows)["claim"]["participants"] == parts
    left = told(field="participants", role=["", *roles[1:], "actor"], **rows)["claim"]["participants"]
    assert left == parts[1:]

    rows = {
        "was": [*(str(one) for one in range(len(chain))), ""],
        "link": [*(one["kind"] for one in chain), "person"],
        "words": [*(one["words"]["text"] if one["words"] else "" for one in chain), left[0]["words"]["text"]],
        "named": [*("not named" if one["anonymous"] else "named" for one in chain), "not named"],
    }
    now = told(field="chain", **rows)["body"]["chain"]
    assert [(one["cue"], one["words"]) for one in now[:-1]] == [(one["cue"], one["words"]) for one in chain]
    assert now[-1]["anonymous"]
    assert now[-1]["words"]["text"] == left[0]["words"]["text"]

    place = told(field="place", words=left[0]["words"]["text"])["body"]["place_words"]
    assert place["text"] == left[0]["words"]["text"]
    assert told(field="place", words="")["claim"]["place"] is None
    refused = desk.post("/decide", data={**sent, "field": "place", "words": "nowhere that it says"})
    assert refused.status_code == 400
    assert "does not say" in refused.text


def test_a_plain_form_needs_its_token(desk: TestClient) -> None:
    del desk.headers["x-csrf-token"]
    answer = desk.post("/decide", data={"kind": "note", "target": "x", "text": "y"})

    assert answer.status_code == 403


@pytest.mark.parametrize("path", ["/", "/events", "/sources", "/reports", "/people", "/conflicts"])
def test_a_filter_that_finds_nothing_is_told_so(desk: TestClient, path: str) -> None:
    """An empty table would leave open whether the page is broken."""
    answer = desk.get(f"{path}?q=zyzzogeton")

    assert re.search(r'<p class="empty">No[^<]*fits?\b[^<]*</p>', answer.text)
    assert "<table" not in answer.text


def test_a_condition_that_there_is_not_is_refused_in_plain_words(desk: TestClient) -> None:
    text = desk.get("/events?status=sure").text

    assert "Status can’t be “sure”: it should be confirmed, reported" in text
    assert "'" not in re.sub(r"<[^>]+>", "", text).replace("&#39;", "'")


def test_a_fault_of_the_desk_itself_is_told_on_a_page(monkeypatch: pytest.MonkeyPatch, desk: TestClient) -> None:
    """Not as two bare words; the API keeps JSON."""

    def broken(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("sourcebook.web.pages.routes.looking.events", broken)
    client = TestClient(desk.app, base_url=desk.base_url, raise_server_exceptions=False)
    page, answer = client.get("/events"), client.get("/api/v1/events")

    assert (page.status_code, answer.status_code) == (500, 500)
    assert "<h1>That did not work</h1>" in page.text
    assert "Something inside went wrong" in page.text
    assert answer.json()["detail"].startswith("Something inside")


def test_days_are_written_as_the_brief_writes_them(desk: TestClient) -> None:
    """One page with "Apr" and another with "April" would look like two records."""
    one = next(one for one in desk.get("/api/v1/events?size=200").json()["items"] if one["time"])

    assert f">{one['time']['value']}</span>" in desk.get(f"/events/{one['id']}").text
