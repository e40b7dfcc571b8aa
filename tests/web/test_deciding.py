"""What people decide is kept, tells what it changed, and can be taken back."""

import json
import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest
from fastapi.testclient import TestClient

from sourcebook.desk.cards import keep_cards
from sourcebook.judge import judge
from sourcebook.judge.rules import RULES, rule_name
from sourcebook.link import geonames_to_gazetteer, link
from sourcebook.store import open_store
from sourcebook.tell import as_record
from sourcebook.values.cards import CardKind
from sourcebook.values.filters import Filters
from sourcebook.values.story import Story
from sourcebook.web import create_app


def held(story: Path) -> Story:
    with open_store(f"sqlite:{story}").reading() as shelf:
        return shelf.story()


def recorded(story: Path) -> dict[str, object]:
    """The record, its judgements aside."""
    record = json.loads(json.dumps(as_record(held(story))))
    del record["judgements"], record["story"]["counts"]["judgements"]
    return record  # type: ignore[no-any-return]


def decided(desk: TestClient, kind: str, target: str, value: object = None) -> dict[str, object]:
    found = desk.post(
        "/api/v1/decisions", json={"kind": kind, "target": target, "value": value or {}, "why": "checked"}
    )
    assert found.status_code == 201, found.text
    return found.json()  # type: ignore[no-any-return]


def first(desk: TestClient, what: str) -> dict[str, object]:
    return desk.get(f"/api/v1/{what}").json()["items"][0]  # type: ignore[no-any-return]


def test_a_correction_changes_record_status_and_brief_and_its_undoing_changes_them_back(
    desk: TestClient, story: Path
) -> None:
    """Not a note beside the record: the record. And not for ever."""
    before = recorded(story)
    claim = first(desk, "claims")
    made = decided(desk, "correct", str(claim["id"]), {"field": "polarity", "value": "negative"})
    now = desk.get(f"/api/v1/claims/{claim['id']}").json()
    row = next(one for one in as_record(held(story))["claims"] if one["id"] == claim["id"])  # type: ignore[attr-defined]

    assert now["claim"]["polarity"] == row["polarity"] == "negative"
    assert now["claim"]["status"] != claim["status"]
    assert any(str(claim["status"]) in line for line in made["changed"])  # type: ignore[attr-defined]
    assert [one["kind"] for one in now["judgements"]] == ["correct"]

    judgement = made["judgement"]["id"]  # type: ignore[index]
    assert desk.delete(f"/api/v1/decisions/{judgement}").status_code == 200
    assert recorded(story) == before
    kinds = [(one.kind, one.undone) for one in held(story).judgements]
    assert kinds == [("correct", True), ("undo", False)]
    assert desk.delete(f"/api/v1/decisions/{judgement}").status_code == 404


def test_what_changed_is_told_in_words(desk: TestClient) -> None:
    """Neither the code of a type nor the name of a rule: who reviews has read no manual."""
    claim = first(desk, "claims")
    event = desk.get(f"/api/v1/events/{claim['event']}").json()
    kind = "AID" if claim["type"] != "AID" else "RETREAT"
    lines = decided(desk, "correct", str(claim["id"]), {"field": "polarity", "value": "negative"})["changed"]
    for one in event["claims"]:
        lines += decided(desk, "correct", one["claim"]["id"], {"field": "type", "value": kind})["changed"]  # type: ignore[operator]
    told = "\n".join(lines)  # type: ignore[call-overload]

    assert f"→ {kind.lower()}" in told
    assert kind not in told
    assert not any(f"({rule_name(rule)}" in told for rule, _ in RULES)


def test_an_undoing_can_be_undone(desk: TestClient, story: Path) -> None:
    """Then the decision stands again."""
    claim = first(desk, "claims")
    made = decided(desk, "correct", str(claim["id"]), {"field": "type", "value": "TRAVEL"})
    after = recorded(story)
    undone = desk.delete(f"/api/v1/decisions/{made['judgement']['id']}").json()  # type: ignore[index]
    assert recorded(story) != after
    assert desk.delete(f"/api/v1/decisions/{undone['judgement']['id']}").status_code == 200
    assert recorded(story) == after


def test_what_a_decision_leaves_is_what_working_out_everything_gives(desk: TestClient, story: Path) -> None:
    """Of accepting, rejecting and noting only a part is worked out anew: it must be the same."""
    claim, event = str(first(desk, "claims")["id"]), str(first(desk, "events")["id"])
    note = {"text": "look again"}
    made = [decided(desk, "reject", claim), decided(desk, "accept", event), decided(desk, "note", claim, note)]
    for one in (None, *made):
        if one is not None:
            desk.delete(f"/api/v1/decisions/{one['judgement']['id']}")  # type: ignore[index]
        now = held(story)
        linking = link(now.reports, now.extractions, now.judgements)
        assert now.linking == linking
        assert now.judged == judge(now.reports, now.extractions, linking, now.judgements)
        with open_store(f"sqlite:{story}").reading() as shelf:
            stamp, cards = shelf.cards.stamp(), shelf.cards.find(CardKind.CLAIM, Filters())
        with open_store(f"sqlite:{story}").writing() as unit:
            keep_cards(unit, now)
        with open_store(f"sqlite:{story}").reading() as shelf:
            assert (stamp, cards) == (shelf.cards.stamp(), shelf.cards.find(CardKind.CLAIM, Filters()))


CORRECTIONS = {
    "type": "AID",
    "polarity": "negative",
    "modality": "possible",
    "tense": "future",
    "background": True,
    "time": {"earliest": "2032-02-01", "latest": "2032-02-29"},
    "place": None,
    "participants": [],
    "chain": [],
}


@pytest.mark.parametrize(("field", "value"), CORRECTIONS.items(), ids=CORRECTIONS)
def test_every_field_can_be_corrected(desk: TestClient, story: Path, field: str, value: object) -> None:
    """In the record, where everything else reads it; the claim keeps its id, and its words stay."""
    claim = first(desk, "claims")
    before = next(one for one in recorded(story)["claims"] if one["id"] == claim["id"])  # type: ignore[attr-defined]
    decided(desk, "correct", str(claim["id"]), {"field": field, "value": value})
    after = next(one for one in recorded(story)["claims"] if one["id"] == claim["id"])  # type: ignore[attr-defined]
    changed = {name for name in before if before[name] != after[name]} - {"event", "mode"}

    assert changed == {"attribution" if field == "chain" else field}
    assert after["evidence"] == before["evidence"]


def test_whom_a_correction_means_is_found_in_the_report(desk: TestClient, story: Path) -> None:
    """By the words that were selected; or by an entity that the report speaks of."""
    claim = first(desk, "claims")
    words = claim["participants"][1]["words"]  # type: ignore[index]
    chosen = [{"role": "actor", "start": words["start"], "end": words["end"]}]
    decided(desk, "correct", str(claim["id"]), {"field": "participants", "value": chosen})
    now = desk.get(f"/api/v1/claims/{claim['id']}").json()["claim"]["participants"]

    assert [(one["role"], one["id"]) for one in now] == [("actor", claim["participants"][1]["id"])]  # type: ignore[index]
    stranger = next(
        one.id for one in held(story).linking.entities if all(place.report != claim["report"] for place in one.mentions)
    )
    refused = [{"role": "actor", "start": words["start"], "end": words["end"], "entity": stranger}]
    asked = {"kind": "correct", "target": claim["id"], "value": {"field": "participants", "value": refused}}
    assert desk.post("/api/v1/decisions", json=asked).status_code == 400


def test_two_become_one_and_two_again(desk: TestClient, story: Path) -> None:
    """Entities and events alike."""
    for what in ("entities", "events"):
        rows = desk.get(f"/api/v1/{what}?size=2").json()["items"]
        one, other = (str(row["id"]) for row in rows)
        count = desk.get(f"/api/v1/{what}").json()["total"]
        made = decided(desk, "merge", f"{one} {other}")

        assert desk.get(f"/api/v1/{what}").json()["total"] == count - 1
        assert any("are one now" in line for line in made["changed"])  # type: ignore[attr-defined]
        desk.delete(f"/api/v1/decisions/{made['judgement']['id']}")  # type: ignore[index]
        assert desk.get(f"/api/v1/{what}").json()["total"] == count
    assert held(story).judgements


def test_pages_open_after_every_kind_of_decision_and_tell_it_in_words(desk: TestClient) -> None:
    """What only a decision brings into being has a page too."""
    people = [str(one["id"]) for one in desk.get("/api/v1/entities?size=2").json()["items"]]
    decided(desk, "merge", " ".join(people))
    merged = next(one for one in people if desk.get(f"/people/{one}").status_code == 200)
    assert "reports’ names" in desk.get(f"/people/{merged}").text

    report = str(first(desk, "reports")["id"])
    text = desk.get(f"/api/v1/reports/{report}").json()["text"]
    start = text.index("\n") + 1
    words = {"start": start, "end": text.index(",", start)}
    decided(desk, "claim", report, {**words, "type": "AGREE", "participants": [{"role": "actor", **words}]})
    page = desk.get(f"/reports/{report}")
    assert page.status_code == 200
    assert "who: actor “" in page.text
    assert "; type: agree" in page.text

    claim = first(desk, "claims")
    place = claim["participants"][0]["words"]["text"]  # type: ignore[index]
    made = decided(desk, "correct", str(claim["id"]), {"field": "place", "value": {"words": place}})
    decided(desk, "correct", str(claim["id"]), {"field": "chain", "value": []})
    desk.delete(f"/api/v1/decisions/{made['judgement']['id']}")  # type: ignore[index]
    review = desk.get("/review").text
    assert f"where: “{place}”" in review
    assert "who says so: the report itself" in review
    assert "{&#39;" not in review, "no value stands there as it is kept"
    undoing = next(one for one in desk.get("/api/v1/decisions").json()["items"] if one["kind"] == "undo")
    assert f'data-undo="{undoing["id"]}"' not in review
    assert review.count("data-undo=") == 3


def test_a_claim_leaves_its_event(desk: TestClient, story: Path) -> None:
    """Split off, it is an event of its own."""
    event = max(held(story).judged.events, key=lambda one: len(one.claims))
    assert len(event.claims) > 1
    decided(desk, "split", f"{event.id} {event.claims[0]}")
    homes = {claim: one.id for one in held(story).judged.events for claim in one.claims}

    assert {homes[one] for one in event.claims[1:]} != {homes[event.claims[0]]}


def test_what_is_rejected_no_longer_counts(desk: TestClient, story: Path) -> None:
    """All claims of an event, with one decision; the rows stay to be seen."""
    event = max(held(story).judged.events, key=lambda one: len(one.origins))
    decided(desk, "reject", event.claims[0])
    now = next(one for one in held(story).judged.events if event.claims[0] in one.claims)
    assert all(event.claims[0] not in one.claims for one in now.origins)
    decided(desk, "reject", event.id)
    assert event.claims[0] in {one for each in held(story).judged.events for one in each.claims}


def test_a_claim_made_by_hand_is_a_claim(desk: TestClient, story: Path) -> None:
    """Of selected words, in the record and on the pages; undone, it is gone."""
    report = held(story).reports[0]
    start = report.text.index("\n") + 1
    words = {"start": start, "end": start + 12, "type": "TRAVEL", "polarity": "negative"}
    before = {one["id"] for one in recorded(story)["claims"]}  # type: ignore[attr-defined]
    made = decided(desk, "claim", report.id, words)
    (new,) = {one["id"] for one in recorded(story)["claims"]} - before  # type: ignore[attr-defined]
    shown = desk.get(f"/api/v1/claims/{new}").json()

    assert (shown["claim"]["type"], shown["claim"]["polarity"]) == ("TRAVEL", "negative")
    assert shown["body"]["evidence"][0]["text"] == " ".join(report.text[start : start + 12].split())
    desk.delete(f"/api/v1/decisions/{made['judgement']['id']}")  # type: ignore[index]
    assert {one["id"] for one in recorded(story)["claims"]} == before  # type: ignore[attr-defined]


def test_ratings_are_two_picks(desk: TestClient) -> None:
    """Reliability of the source, credibility of what is told: neither follows from the other."""
    report = str(first(desk, "reports")["id"])
    made = decided(desk, "rate", report, {"reliability": "B"})
    assert json.loads(made["judgement"]["value"]) == {"reliability": "B"}  # type: ignore[index]
    for wrong in ({}, {"reliability": "G"}, {"credibility": "7"}, {"credibility": 3}, {"reliability": "AB"}):
        asked = {"kind": "rate", "target": report, "value": wrong}
        assert desk.post("/api/v1/decisions", json=asked).status_code == 400


@pytest.mark.parametrize(
    ("kind", "target", "value", "status"),
    [
        ("bless", "CLAIM", {}, 400),
        ("undo", "CLAIM", {}, 400),
        ("correct", "CLAIM", {"field": "colour", "value": "red"}, 400),
        ("correct", "CLAIM", {"field": "type", "value": "MEET"}, 400),
        ("correct", "CLAIM", {"field": "time", "value": {"earliest": "2031-02-30"}}, 400),
        ("correct", "CLAIM", {"field": "time", "value": {"earliest": "2031-02-03", "latest": "2031-02-01"}}, 400),
        ("correct", "CLAIM", {"field": "place", "value": {"start": 5, "end": 5}}, 400),
        ("correct", "CLAIM", {"field": "place", "value": {"start": 0, "end": 10**9}}, 400),
        ("correct", "CLAIM", {"field": "chain", "value": ["who"]}, 400),
        ("correct", "nothing", {"field": "type", "value": "AID"}, 404),
        ("merge", "CLAIM", {}, 400),
        ("merge", "CLAIM CLAIM", {}, 400),
        ("merge", "CLAIM nothing", {}, 404),
        ("split", "CLAIM nothing", {}, 404),
        ("accept", "nothing", {}, 404),
        ("note", "CLAIM", {"text": " "}, 400),
        ("note", "nothing", {"text": "a"}, 404),
        ("claim", "nothing", {"start": 0, "end": 5}, 404),
        ("claim", "made-00000", {"start": "0", "end": 5}, 400),
    ],
)
def test_what_can_not_be_decided_changes_nothing(
    desk: TestClient, story: Path, kind: str, target: str, value: object, status: int
) -> None:
    """Refused with a reason; nothing is kept."""
    claim = str(first(desk, "claims")["id"])
    tag = desk.get("/api/v1/events").headers["etag"]
    asked = {"kind": kind, "target": target.replace("CLAIM", claim), "value": value}
    found = desk.post("/api/v1/decisions", json=asked)

    assert found.status_code == status, found.text
    assert found.json()["detail"]
    assert held(story).judgements == ()
    assert desk.get("/api/v1/events").headers["etag"] == tag


def test_two_reviewers_at_once_lose_nothing(desk: TestClient, story: Path) -> None:
    """Each decision that was answered is there, once, and the story is as if they had come one after the other."""
    claims = [str(one["id"]) for one in desk.get("/api/v1/claims").json()["items"]][:6]

    def note(number: int) -> str:
        target, text = claims[number % len(claims)], f"note {number}"
        made = decided(desk, "note", target, {"text": text})
        return str(made["judgement"]["id"])  # type: ignore[index]

    with ThreadPoolExecutor(2) as pool:
        answered = list(pool.map(note, range(6)))

    assert len(set(answered)) == 6
    assert sorted(one.id for one in held(story).judgements) == sorted(answered)


def test_a_killed_server_loses_no_decision_that_was_answered(story: Path) -> None:
    """A real process, ended by SIGKILL the moment the answer is there."""
    code = "from sourcebook.cli import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "serve", str(story), "--port", "0", "--no-browser", "--name", "ida"],
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONUNBUFFERED": "1"},
    )
    try:
        assert process.stdout is not None
        address = process.stdout.readline().split(" at ")[1].split()[0]
        with httpx.Client(base_url=address, timeout=120, trust_env=False) as client:
            token = _when_ready(client)
            claim = client.get("/api/v1/claims").json()["items"][0]["id"]
            asked = {"kind": "correct", "target": claim, "value": {"field": "type", "value": "AID"}}
            answer = client.post("/api/v1/decisions", json=asked, headers={"x-csrf-token": token})
        process.send_signal(signal.SIGKILL)
        process.wait()
    finally:
        process.kill()
        process.communicate()

    kept = held(story)
    assert answer.status_code == 201
    assert [one.id for one in kept.judgements] == [answer.json()["judgement"]["id"]]
    assert kept.judgements[0].by == "ida"
    assert [one.type for each in kept.extractions for one in each.claims if one.id == claim] == ["AID"]


def _when_ready(client: httpx.Client) -> str:
    """Return the token, once the server listens."""
    for _ in range(600):
        try:
            return str(client.get("/api/v1/session").json()["token"])
        except httpx.ConnectError:
            time.sleep(0.1)
    raise AssertionError


def test_a_decision_links_with_the_places_that_the_story_was_built_with(story: Path, tmp_path: Path) -> None:
    """Not with the packaged ones alone: places would lose what a loaded gazetteer knows."""
    table, places = tmp_path / "villages.txt", tmp_path / "places.bin"
    table.write_text(
        "1\tTeskmill\tTeskmill\t\t1.5\t2.5\tP\tPPL\tAF\t\t\t\t\t\t120\t\t\t\t2031-01-01\n", encoding="utf-8"
    )
    geonames_to_gazetteer(table, places)
    with TestClient(create_app(story, places=places), base_url="http://127.0.0.1:8765") as desk:
        desk.headers["x-csrf-token"] = desk.get("/api/v1/session").json()["token"]
        decided(desk, "reject", str(first(desk, "claims")["id"]))
    with open_store(f"sqlite:{story}").reading() as shelf:
        assert "gazetteer" in shelf.ledger.whole()[2]
