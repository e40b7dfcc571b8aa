"""A large story answers at once, and is brought up to date in a process of its own."""

import time
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from sourcebook.store import open_store
from sourcebook.web import answering, create_app
from sourcebook.web.answering import Desk
from tests.web.test_deciding import first, recorded

PATIENCE = 120.0
"""How long a process may take to start and settle six reports on a busy machine. Unit: seconds."""


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every story counts as large."""
    monkeypatch.setattr(answering, "AT_ONCE", 0)


def settled(desk: TestClient) -> dict[str, object]:
    """Wait until nothing is left to be worked in; what the desk says then."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        now = desk.get("/api/v1/work").json()
        if not now["stretch"]:
            return now  # type: ignore[no-any-return]
        time.sleep(0.2)
    raise AssertionError(now)


@pytest.mark.usefixtures("large")
def test_a_decision_is_answered_before_what_follows_from_it(desk: TestClient, story: Path) -> None:
    """And what follows from it comes, and is told."""
    claim = str(first(desk, "claims")["id"])
    before = recorded(story)
    sent = {"kind": "correct", "target": claim, "value": {"field": "polarity", "value": "negative"}, "why": ""}
    answer = desk.post("/api/v1/decisions", json=sent).json()

    assert answer["waiting"]
    assert answer["changed"] == []
    page = desk.get("/events").text
    assert "1 decision is kept" in page or not desk.get("/api/v1/work").json()["waiting"]
    told = settled(desk)
    assert (told["waiting"], told["fault"]) == (0, "")
    assert any("→" in line for line in told["changed"])  # type: ignore[attr-defined]
    assert recorded(story) != before
    assert desk.get(f"/api/v1/claims/{claim}").json()["claim"]["polarity"] == "negative"

    undone = desk.delete(f"/api/v1/decisions/{answer['judgement']['id']}").json()
    assert undone["waiting"]
    settled(desk)
    assert recorded(story) == before


@pytest.mark.usefixtures("large")
def test_what_is_decided_leaves_the_queue_before_it_is_worked_in(
    desk: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else it would be decided twice."""
    app_desk: Desk = desk.app.state.desk  # type: ignore[attr-defined]
    monkeypatch.setattr(app_desk.behind, "start", lambda: None)
    waiting = desk.get("/api/v1/review").json()
    row = next(one for one in waiting["items"] if one["kind"] == "claim")
    desk.post("/api/v1/decisions", json={"kind": "accept", "target": row["target"], "value": {}, "why": ""})
    now = desk.get("/api/v1/review").json()

    assert row["target"] not in {one["target"] for one in now["items"]}
    assert now["total"] == waiting["total"] - 1
    assert "1 decision is kept and worked in: soon." in desk.get("/review").text


@pytest.mark.usefixtures("large")
def test_pages_that_are_still_made_say_so_and_come(story: Path) -> None:
    """Rather than hang."""
    with open_store(f"sqlite:{story}").writing() as unit:
        unit.stamp_cards("0-older")
    with TestClient(create_app(story), base_url="http://127.0.0.1:8765") as desk:
        page, answer = desk.get("/events"), desk.get("/api/v1/events")
        assert (page.status_code, answer.status_code) == (503, 503)
        assert "are being made ready" in page.text
        assert '<meta http-equiv="refresh"' in page.text
        assert "are being made ready" in answer.json()["detail"]
        settled(desk)
        assert desk.get("/events").status_code == 200


@pytest.mark.usefixtures("large")
def test_why_it_could_not_be_worked_in_is_told(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    """The decision is kept all the same, and can be taken back."""
    app_desk: Desk = desk.app.state.desk  # type: ignore[attr-defined]
    app_desk.behind._asked = (app_desk.store.address, Path("nowhere.tsv"), "1")
    claim = str(first(desk, "claims")["id"])
    desk.post("/api/v1/decisions", json={"kind": "reject", "target": claim, "value": {}, "why": ""})
    told = settled(desk)

    assert told["waiting"] == 1
    assert "nowhere.tsv" in str(told["fault"])
    assert "could not be worked in" in desk.get("/review").text
