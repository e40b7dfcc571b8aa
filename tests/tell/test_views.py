"""Timeline, claims, dossier and show: cited, dated as wide as known, and found by the names people type."""

from datetime import date

import pytest

from sourcebook.errors import NotFound, WrongUsage
from sourcebook.tell import as_lines, claims_view, dossier, show, timeline
from sourcebook.tell.dates import interval, written
from sourcebook.tell.views import Dossier
from sourcebook.values.claims import When
from sourcebook.values.kinds import Anchor, Precision
from sourcebook.values.story import Story


def chapter(view: Dossier, key: str) -> list[str]:
    return [entry.text for one in view.chapters if one.key == key for entry in one.entries]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2031, 5, 4), date(2031, 5, 4), "4 May 2031"),
        (date(2031, 5, 4), date(2031, 5, 6), "4–6 May 2031"),
        (date(2031, 5, 30), date(2031, 6, 2), "30 May – 2 June 2031"),
        (date(2030, 12, 30), date(2031, 1, 2), "30 December 2030 – 2 January 2031"),
        (date(2031, 5, 1), date(2031, 5, 31), "May 2031"),
        (date(2032, 2, 1), date(2032, 2, 29), "February 2032"),
        (date(2031, 3, 1), date(2031, 5, 31), "March–May 2031"),
        (date(2030, 12, 1), date(2031, 2, 28), "December 2030 – February 2031"),
        (date(2031, 1, 1), date(2031, 12, 31), "2031"),
        (date(1990, 1, 1), date(1999, 12, 31), "1990–1999"),
        (None, date(2031, 5, 6), "until 6 May 2031"),
        (date(2031, 5, 6), None, "from 6 May 2031"),
        (None, None, ""),
    ],
)
def test_an_interval_is_written_as_wide_as_it_is(first: date | None, last: date | None, words: str) -> None:
    assert interval(first, last) == words


def test_a_day_that_is_not_known_to_the_day_is_about() -> None:
    when = When(date(2031, 5, 4), date(2031, 5, 6), Precision.DAY, None, Anchor.TEXT, "told loosely")
    assert written(when) == "about 4–6 May 2031"


def test_the_timeline_runs_forward_with_plans_and_undated_apart(vell: Story) -> None:
    view = timeline(vell)

    assert [one.when for one in view.held] == ["15 August 2030", "3 May 2031"]
    assert [one.when for one in view.planned] == ["June 2031", ""]
    assert all(one.when == "" for one in view.undated)
    assert len(view.undated) == 4
    assert any(line == "UNDATED" for line in as_lines(view, 80))


def test_claims_come_in_the_order_of_reports_with_their_chain(vell: Story) -> None:
    rows = claims_view(vell)

    assert len(rows) == 11
    assert [one.report for one in rows] == sorted(one.report for one in rows)
    assert rows[0].who == "Vell Wire ← sources close to Marrow"
    assert rows[0].participants == ("actor: Ilda Marrow", "recipient: envoys, of Orsenna, Calder")
    assert (rows[0].place, rows[0].time, rows[0].status) == ("Vell", "3 May 2031", "unconfirmed")


def test_claims_are_chosen_by_event_status_and_entity(vell: Story) -> None:
    assert {one.event for one in claims_view(vell, event="event-port")} == {"event-port"}
    assert {one.status for one in claims_view(vell, status="planned")} == {"planned"}
    assert len(claims_view(vell, entity="oren TASK")) == 3
    assert claims_view(vell, entity="Task", status="denied")[0].modality == "conditional"


def test_a_surname_of_two_takes_both_and_says_so(vell: Story) -> None:
    rows = claims_view(vell, entity="Marrow")

    assert rows
    assert all("Harl Marrow" in one.note and "Ilda Marrow" in one.note for one in rows)
    assert all(one.note == "" for one in claims_view(vell, entity="Ilda Marrow"))


@pytest.mark.parametrize("name", ["Mar", "arrow", "Tas"])
def test_a_part_of_a_word_is_no_name(vell: Story, name: str) -> None:
    with pytest.raises(NotFound):
        claims_view(vell, entity=name)


def test_what_is_not_there_is_refused_with_near_names(vell: Story) -> None:
    with pytest.raises(NotFound) as fault:
        dossier(vell, "Ilda Marow")
    assert "Ilda Marrow" in fault.value.hint
    with pytest.raises(NotFound):
        claims_view(vell, event="event-none")
    with pytest.raises(NotFound):
        show(vell, "nothing")
    with pytest.raises(WrongUsage):
        claims_view(vell, status="certain")


def test_a_dossier_gathers_names_life_relations_places_words_and_events(vell: Story) -> None:
    view = dossier(vell, "Marrow")

    assert view.name == "Ilda Marrow"
    assert "Harl Marrow" in view.note
    assert chapter(view, "names")[0].startswith("Marrow [")
    assert chapter(view, "life")[0].startswith("born: 1989 [")
    assert chapter(view, "relations")[0].startswith("parent: Harl Marrow [")
    assert chapter(view, "whereabouts")[0].startswith("Vell [")
    assert len(chapter(view, "said")) == 3
    assert len(chapter(view, "events")) == 1
    numbers = {number for one in view.chapters for e in one.entries for p in e.pieces for number in p.citations}
    assert numbers == {one.number for one in view.citations}


def test_a_place_has_a_dossier_of_what_happened_there(vell: Story) -> None:
    view = dossier(vell, "Vell")

    assert view.within == ("Orsenna",)
    assert len(chapter(view, "events")) == 2


@pytest.mark.parametrize(
    ("id_", "kind", "marked"),
    [
        ("event-meeting", "event", "Guild head Ilda Marrow met envoys"),
        ("entity-task", "entity", "Oren Task"),
        ("conflict-delegates", "conflict", "The guild sent 12 delegates"),
        ("c-post", "report", "The guild sent 7 delegates"),
    ],
)
def test_every_kind_of_row_is_shown_with_its_words(vell: Story, id_: str, kind: str, marked: str) -> None:
    view = show(vell, id_)

    assert view.kind == kind
    words = [words for one in view.contexts for words, mark in one.parts if mark]
    assert any(one.startswith(marked) for one in words)
    assert any(">>" in line for line in as_lines(view, 80))


def test_a_claim_is_shown_in_its_sentence_with_the_chain_marked(vell: Story) -> None:
    (context,) = show(vell, claims_view(vell)[0].id).contexts

    assert "".join(words for words, _ in context.parts).endswith("sources close to Marrow told Vell Wire.")
    assert ("sources close to Marrow", True) in context.parts


def test_a_judgement_is_shown(vell: Story) -> None:
    assert ("about", "event-meeting") in show(vell, "judgement-1").rows


@pytest.mark.parametrize("width", [30, 60, 120])
def test_lines_keep_the_width(vell: Story, width: int) -> None:
    for view in (timeline(vell), dossier(vell, "Marrow")):
        assert all(len(line) <= width for line in as_lines(view, width) if " " in line.strip())
