"""What the claims of an agency's plain sentences hold, read by the real model."""

from collections.abc import Callable
from pathlib import Path

import pytest

import sourcebook
from sourcebook.values.claims import Claim
from sourcebook.values.kinds import CueKind, EventType, Modality, Polarity, Role

Told = list[tuple[str, Claim]]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Told]:
    def read(text: str) -> Told:
        folder = tmp_path_factory.mktemp("wire")
        (folder / "report.txt").write_text(text, encoding="utf-8")
        sourcebook.build([folder / "report.txt"], folder / "wire.db")
        story = sourcebook.open(folder / "wire.db").story
        [report] = story.reports
        claims = [claim for one in story.extractions for claim in one.claims]
        return [(report.words(claim.trigger.span), claim) for claim in claims]

    return read


SHELLS = """Shells hit market in Brask

BRASK (WN) - Shells killed 14 people at a market in Brask on Saturday, a doctor at the city's main hospital said.

The doctor, who declined to be named because he was not authorised to speak to reporters, said more had been wounded.
"""


def test_a_dateline_takes_no_part(told: Callable[[str], Told]) -> None:
    killed = [claim for word, claim in told(SHELLS) if word == "killed"]

    assert [one.span.start > SHELLS.index(" - ") for claim in killed for one in claim.participants] != []
    assert all(one.span.start > SHELLS.index(" - ") for claim in killed for one in claim.participants)


def test_that_a_source_stays_unnamed_is_no_claim(told: Callable[[str], Told]) -> None:
    assert not {"declined", "named", "authorised"} & {word for word, _ in told(SHELLS)}


def test_both_counts_of_a_shortened_clause_are_told(told: Callable[[str], Told]) -> None:
    text = "At least 12 people were killed and more than 30 wounded when a bridge fell in Brask, the mayor said."
    parts = {
        word: [one.span.of(text) for one in claim.participants if one.role is Role.RECIPIENT]
        for word, claim in told(text)
        if word in ("killed", "wounded")
    }

    assert parts == {"killed": ["At least 12 people"], "wounded": ["more than 30"]}


def test_the_day_of_saying_is_not_the_day_of_what_is_said(told: Callable[[str], Told]) -> None:
    text = 'Prime Minister Mara Vell said on Sunday she would not meet "murderers" unless the Front left the bridge.'
    meeting = [claim for word, claim in told(text) if word == "meet"]

    assert [claim.time for claim in meeting] == [None]


def test_who_neither_confirms_nor_denies_is_who_was_asked(told: Callable[[str], Told]) -> None:
    text = (
        "The envoy urged both sides to come to Brask as agreed. Vell's office neither confirmed nor denied that a "
        "delegation had left for the town."
    )
    answers = [link for _, claim in told(text) for link in claim.attribution if link.cue_kind is CueKind.NEITHER]

    assert {link.span.of(text) for link in answers if link.span is not None} == {"Vell's office"}


def test_what_is_due_is_planned(told: Callable[[str], Told]) -> None:
    text = "The raid came two days before the two sides were due to begin talks in the neutral town of Orsun."
    talks = [claim for _, claim in told(text) if claim.type is EventType.CONSULT]

    assert [claim.modality for claim in talks] == [Modality.PLANNED]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The ministry denied plans to sell the port of Karel on Monday.", "sell"),
        ("Foreign Minister Ilona Marek denied reports of a secret meeting with rebels.", "meeting"),
    ],
)
def test_what_is_denied_through_a_noun_is_denied(told: Callable[[str], Told], text: str, word: str) -> None:
    [denied] = [claim for trigger, claim in told(text) if trigger == word]

    assert denied.polarity is Polarity.NEGATIVE
    assert [link.cue_kind for link in denied.attribution] == [CueKind.DENIES]


def test_a_question_within_a_sentence_is_no_claim(told: Callable[[str], Told]) -> None:
    text = "The Wire could not independently verify who fired the shells at Brask."

    assert "fired" not in {word for word, _ in told(text)}


def test_an_agency_between_brackets_is_no_other_name(told: Callable[[str], Told]) -> None:
    text = "OLBY, Merenth (WN) — Police in Merenth arrested opposition leader Ada Fern early on Tuesday."

    assert "WN" not in {word for word, _ in told(text)}


def test_what_is_likely_is_one_claim(told: Callable[[str], Told]) -> None:
    claims = [claim for _, claim in told("Merenth is likely to leave the pact, a diplomat said.")]

    assert [claim.type for claim in claims if claim.type is EventType.STATE] == []


def test_who_says_it_may_stand_behind_a_comma_at_the_end(told: Callable[[str], Told]) -> None:
    text = "Ada Fern, 47, was taken from her apartment in Olby by masked men, her lawyer, Tomas Reik, said."
    [taken] = [claim for word, claim in told(text) if word == "taken"]

    assert [link.cue_kind for link in taken.attribution] == [CueKind.SAYS]


def test_calls_that_nobody_answers_are_no_talks(told: Callable[[str], Told]) -> None:
    claims = told("The president's press service did not answer our calls about the visit.")

    assert EventType.CONSULT not in {claim.type for _, claim in claims}


@pytest.mark.parametrize(
    ("text", "quantity"),
    [
        ("More than 40 families have fled the gorge, the agency said.", "More than 40"),
        ("At least 140 people were detained in Olby, the agency said.", "At least 140"),
    ],
)
def test_a_count_keeps_its_bound(told: Callable[[str], Told], text: str, quantity: str) -> None:
    counts = {one.span.of(text) for _, claim in told(text) for one in claim.quantities}

    assert counts == {quantity}


def test_who_is_shot_dead_is_not_dead_before(told: Callable[[str], Told]) -> None:
    text = "Soldiers shot dead two traders at a checkpoint in Olby, residents said."
    [shot] = [claim for word, claim in told(text) if word == "shot"]

    assert [one.span.of(text) for one in shot.participants if one.role is Role.RECIPIENT] == ["two traders"]


def test_an_office_and_the_name_behind_it_are_told_once(tmp_path: Path) -> None:
    text = "Envoys met in Olby, an aide told the Wire on Friday. The group's leader Orban Dell did not attend."
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    sourcebook.build([tmp_path / "report.txt"], tmp_path / "wire.db")
    titles = [event.title for event in sourcebook.open(tmp_path / "wire.db").story.judged.events]

    assert "Orban Dell did not attend" in titles
