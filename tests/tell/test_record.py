"""The record keeps the contract's shape, its own promises, and its bytes."""

import json
from dataclasses import replace

from sourcebook.tell import as_record, record_bytes, verify_record
from sourcebook.values.story import Story

REPORT = {
    "id",
    "path",
    "url",
    "sha256",
    "title",
    "outlet",
    "author",
    "language",
    "published",
    "text",
    "passages",
    "copies",
}
ENTITY = {"id", "kind", "name", "aliases", "mentions", "place", "facts", "possibly_same"}
CLAIM = {
    "id", "report", "evidence", "type", "mode", "trigger", "participants", "place", "time", "quantities", "polarity",
    "modality", "tense", "attribution", "quote", "background",
}  # fmt: skip
EVENT = {
    "id", "type", "title", "claims", "participants", "place", "time", "status", "origins", "responses", "because",
}  # fmt: skip


def parsed(story: Story) -> dict:
    return json.loads(record_bytes(story))


def test_every_key_of_the_contract_is_there(vell: Story) -> None:
    record = parsed(vell)

    assert set(record) == {"story", "reports", "entities", "claims", "events", "conflicts", "judgements"}
    assert {"title", "sourcebook", "annotator", "counts"} <= set(record["story"])
    for name, keys in (("reports", REPORT), ("entities", ENTITY), ("claims", CLAIM), ("events", EVENT)):
        assert record[name]
        for row in record[name]:
            assert keys <= set(row), name
    assert set(record["conflicts"][0]) == {"id", "event", "field", "sides", "state", "why"}
    assert set(record["judgements"][0]) == {"id", "by", "when", "kind", "target", "value", "why", "undone"}


def test_parts_of_a_claim_have_the_contracts_keys(vell: Story) -> None:
    record = parsed(vell)
    claim = next(one for one in record["claims"] if one["trigger"]["text"] == "met")

    assert {"start", "end", "text", "lemma"} == set(claim["trigger"])
    assert {"role", "entity", "span", "count", "of"} == set(claim["participants"][0])
    assert [one["span"]["text"] for one in claim["participants"][1]["of"]] == ["Orsenna", "Calder"]
    assert claim["place"]["entity"] == "entity-vell"
    assert {"earliest", "latest", "precision", "span", "anchor"} <= set(claim["time"])
    assert claim["time"]["earliest"] == "2031-05-03"
    assert {"entity", "span", "kind", "anonymous", "cue", "cue_kind"} == set(claim["attribution"][0])
    assert claim["attribution"][0]["anonymous"] is True


def test_a_good_record_has_no_faults(vell: Story) -> None:
    assert verify_record(as_record(vell)) == []


def test_the_same_story_gives_the_same_bytes(vell: Story) -> None:
    turned = replace(
        vell,
        reports=vell.reports[::-1],
        extractions=vell.extractions[::-1],
        linking=replace(vell.linking, entities=vell.linking.entities[::-1], happenings=vell.linking.happenings[::-1]),
        judged=replace(vell.judged, events=vell.judged.events[::-1]),
    )

    assert record_bytes(turned) == record_bytes(vell)


def test_a_day_that_is_not_given_comes_from_the_extraction(vell: Story) -> None:
    given = {one["id"]: one["published"] for one in parsed(vell)["reports"]}

    assert given["a-wire"] == {"earliest": "2031-05-05", "latest": "2031-05-05", "basis": "given"}
    assert given["c-post"]["basis"] == "unknown"


def test_copies_are_named_on_both_sides(vell: Story) -> None:
    copies = {one["id"]: one["copies"] for one in parsed(vell)["reports"]}

    assert copies == {"a-wire": ["c-post"], "b-courier": [], "c-post": ["a-wire"]}


def test_a_span_with_other_words_is_found(vell: Story) -> None:
    record = parsed(vell)
    record["claims"][0]["trigger"]["text"] = "left"

    assert len(verify_record(record)) == 1
    assert "left" in verify_record(record)[0]


def test_a_span_outside_its_report_is_found(vell: Story) -> None:
    record = parsed(vell)
    record["claims"][0]["evidence"][0]["end"] = 10**6

    assert "outside" in verify_record(record)[0]


def test_two_rows_with_one_id_are_found(vell: Story) -> None:
    record = parsed(vell)
    record["events"][1]["id"] = record["events"][0]["id"]

    assert any("stands 2 times" in fault for fault in verify_record(record))


def test_a_reference_to_nothing_is_found(vell: Story) -> None:
    record = parsed(vell)
    record["events"][0]["claims"].append("claim-nowhere")
    record["claims"][0]["participants"][0]["entity"] = "entity-nowhere"
    faults = " ".join(verify_record(record))

    assert "claim-nowhere" in faults
    assert "entity-nowhere" in faults
