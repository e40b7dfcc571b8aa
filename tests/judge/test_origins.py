"""Relays, copies, shared wording and circles fall to one origin."""

from __future__ import annotations

import pytest

from sourcebook.judge.wording import LEAST, shared_wording
from sourcebook.values.kinds import LinkKind, NameKind, Status
from sourcebook.values.links import PlaceFacts

INSIDER = ("a source within the league", LinkKind.UNKNOWN, "says", True)
GULL = ("Gull", LinkKind.OUTLET, "says")
HERON = ("Heron", LinkKind.OUTLET, "says")
ADA = ("Ada Fern", LinkKind.PARTY, "says")


def origins(room):
    (event,) = room.judged().events
    return event.origins


def test_a_relay_chain_falls_to_its_insider(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    room.report("r3", "Ibis", 6)
    room.claim("r1", "talks", chain=[INSIDER])
    room.claim("r2", "talks", chain=[GULL, INSIDER])
    room.claim("r3", "talks", chain=[HERON])

    (origin,) = origins(room)
    assert origin.label == "a source within the league"
    assert origin.reports == ("r1", "r2", "r3")
    assert origin.independent is None
    assert origin.loop == ()


def test_an_outlet_deep_in_a_chain_is_an_outlet(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    room.claim("r1", "talks", chain=[INSIDER])
    room.claim("r2", "talks", chain=[("sources", LinkKind.UNKNOWN, "says", True), GULL, INSIDER], tail="by the sea")

    assert [(one.label, one.reports) for one in origins(room)] == [("a source within the league", ("r1", "r2"))]


def test_an_outlet_that_is_not_in_the_story_is_the_root_of_its_relays(newsroom):
    room = newsroom()
    for name, outlet in (("r1", "Gull"), ("r2", "Heron")):
        room.report(name, outlet, 4)
        room.claim(name, "talks", chain=[("Osprey Wire", LinkKind.AGENCY, "says")])

    (origin,) = origins(room)
    assert (origin.label, origin.kind, origin.independent) == ("Osprey Wire", LinkKind.OUTLET, True)


def test_a_relay_that_names_the_insider_speaks_for_one_that_does_not(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 4)
    room.claim("r1", "talks", chain=[("Osprey Wire", LinkKind.AGENCY, "says"), INSIDER])
    room.claim("r2", "talks", chain=[("Osprey Wire", LinkKind.AGENCY, "says")])

    assert [one.label for one in origins(room)] == ["a source within the league"]


def test_whoever_tells_of_an_insider_speaks_with_his_voice(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=[("Osprey", LinkKind.PERSON, "says"), INSIDER])
    room.claim("r1", "talks", chain=[("Osprey", LinkKind.PERSON, "says")])

    assert [(one.label, len(one.claims)) for one in origins(room)] == [("a source within the league", 2)]


def test_two_named_people_in_one_chain_stay_two(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=[("Eli Moor", LinkKind.PERSON, "says"), ADA])
    room.claim("r1", "talks", chain=[("Eli Moor", LinkKind.PERSON, "says")])

    assert sorted(one.label for one in origins(room)) == ["Ada Fern", "Eli Moor"]


def test_one_person_quoted_by_five_outlets_is_one_origin(newsroom):
    room = newsroom()
    for number in range(5):
        room.report(f"r{number}", f"Outlet {number}", 4 + number)
        room.claim(f"r{number}", "talks", chain=[ADA])

    (origin,) = origins(room)
    assert (origin.label, len(origin.claims), origin.independent) == ("Ada Fern", 5, True)


def test_one_source_called_in_two_ways_is_one_origin(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=[("sources", LinkKind.UNKNOWN, "says", True)])
    room.claim("r1", "talks", chain=[INSIDER])
    room.claim("r1", "talks", chain=[("Ada Fern", LinkKind.UNKNOWN, "says")])
    room.claim("r1", "talks", chain=[ADA])

    told = [(one.label, one.kind, len(one.claims)) for one in origins(room)]
    assert told == [("Ada Fern", LinkKind.PARTY, 2), ("a source within the league", LinkKind.UNKNOWN, 2)]


def test_unnamed_sources_of_two_outlets_stay_two_of_unknown_independence(newsroom):
    room = newsroom()
    for name, outlet, tail in (
        ("r1", "Gull", "over a late supper in the old customs house behind the harbor"),
        ("r2", "Heron", "while the ferry lay at anchor and its crew was sent ashore for bread"),
    ):
        room.report(name, outlet, 4)
        room.claim(name, "talks", chain=[INSIDER], tail=tail)

    assert [one.independent for one in origins(room)] == [None, None]


@pytest.mark.parametrize("own_voice", [False, True])
def test_a_circle_is_shown_and_counted_at_most_once(newsroom, own_voice):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 4)
    room.claim("r1", "talks", chain=[HERON])
    room.claim("r2", "talks", chain=[GULL])
    if own_voice:
        room.report("r3", "Ibis", 5)
        room.claim("r3", "talks", chain=[GULL])

    (event,) = room.judged().events
    (origin,) = event.origins
    assert origin.loop == ("Gull", "Heron")
    assert origin.independent is None
    assert event.status is Status.UNCONFIRMED


def test_who_denies_it_does_not_stand_behind_it(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 4)
    room.claim("r1", "talks", chain=[HERON])
    room.claim("r2", "talks", chain=[GULL])
    room.claim("r2", "talks", chain=[("Bo Lind", LinkKind.PARTY, "denies")])

    (event,) = room.judged().events
    assert [(one.label, one.loop) for one in event.origins] == [("Gull → Heron → Gull", ("Gull", "Heron"))]
    assert event.status is Status.DENIED


def test_a_circle_with_somebody_behind_it_falls_to_him(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 4)
    room.report("r3", "Gull", 5)
    room.claim("r1", "talks", chain=[HERON])
    room.claim("r2", "talks", chain=[GULL])
    room.claim("r3", "talks", chain=[ADA])

    (origin,) = origins(room)
    assert (origin.label, origin.loop) == ("Ada Fern", ("Gull", "Heron"))


def test_the_report_of_a_named_outlet_is_that_outlets_word(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.report("r2", "Heron", 5)
    room.claim("r1", "talks", chain=[ADA])
    room.claim("r2", "talks", chain=[GULL, ("the report", LinkKind.DOCUMENT, "says", True)])

    assert [one.label for one in origins(room)] == ["Ada Fern"]


def test_a_headline_falls_to_the_source_that_the_report_names(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks")
    room.claim("r1", "talks", chain=[INSIDER])

    assert [one.label for one in origins(room)] == ["a source within the league"]


def test_history_in_an_outlets_own_voice_has_the_outlet_for_origin(newsroom):
    room = newsroom()
    room.report("r1", "The Gull", 4)
    room.claim("r1", "capture")

    (origin,) = origins(room)
    assert (origin.label, origin.kind) == ("The Gull", LinkKind.OUTLET)


def test_an_outlet_is_known_with_and_without_its_article(newsroom):
    room = newsroom()
    room.report("r1", "The Gull", 4)
    room.report("r2", "Heron", 5)
    room.claim("r1", "talks", chain=[ADA])
    room.claim("r2", "talks", chain=[GULL])

    assert [one.label for one in origins(room)] == ["Ada Fern"]


def test_shared_wording_falls_to_the_earlier_outlet(newsroom):
    room = newsroom()
    words = "while rain fell on the long grey pier and the last ferry of the season waited for its mail"
    for name, outlet, day in (("r1", "Gull", 5), ("r2", "Heron", 4)):
        room.report(name, outlet, day)
        room.claim(name, "talks", tail=words)

    assert [(one.label, one.reports) for one in origins(room)] == [("Heron", ("r1", "r2"))]


def test_other_words_are_another_origin(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 5)
    room.report("r2", "Heron", 4)
    room.claim("r1", "talks", tail="while rain fell on the long grey pier and the last ferry waited")
    room.claim("r2", "talks", tail="in a hall above the fish market before a handful of tired reporters")

    assert len(origins(room)) == 2


def test_few_words_say_nothing_about_lineage(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 5)
    room.report("r2", "Heron", 4)
    told = [room.claim(name, "talks") for name in ("r1", "r2")]
    claims = [
        next(one for one in room.drafts[name].claims if one.id == made)
        for name, made in zip(("r1", "r2"), told, strict=True)
    ]

    assert list(shared_wording([(claim, claim.report, "word " * (LEAST - 1)) for claim in claims])) == []
    assert len(list(shared_wording([(claim, claim.report, "word " * LEAST) for claim in claims]))) == 1


@pytest.mark.parametrize(("words", "independent"), [("the army", True), ("an agency", None)])
def test_a_body_is_known_without_a_proper_name(newsroom, words, independent):
    room = newsroom()
    room.kinds["the army"] = room.kinds["an agency"] = NameKind.ORGANIZATION
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=[(words, LinkKind.PARTY, "says")])

    assert [(one.label, one.independent) for one in origins(room)] == [(words, independent)]


def test_sources_close_to_somebody_are_not_he(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "talks", chain=[("Sources close to Ada Fern", LinkKind.PERSON, "says")])

    assert [one.independent for one in origins(room)] == [None]


def test_silence_is_told_by_whoever_asked(newsroom):
    room = newsroom()
    room.report("r1", "Gull", 4)
    room.claim("r1", "silence", "answer", chain=[("Eli Moor", LinkKind.OFFICIAL, "no-response")])

    assert [one.label for one in origins(room)] == ["Gull"]


@pytest.mark.parametrize(("placed", "origin"), [(False, "Ada Fern"), (True, "Osprey")])
def test_an_agency_is_known_without_the_words_that_call_it_one(newsroom, placed, origin):
    room = newsroom()
    if placed:
        room.places["Osprey"] = PlaceFacts(1.0, 2.0, "country", "OSP", ("Osprey",), "")
    room.report("r1", "Osprey News Agency", 4)
    room.report("r2", "Heron", 5)
    room.claim("r1", "talks", chain=[ADA])
    room.claim("r2", "talks", chain=[("Osprey", LinkKind.UNKNOWN, "says")])

    assert origin in [one.label for one in origins(room)]
    assert len(origins(room)) == (2 if placed else 1)
