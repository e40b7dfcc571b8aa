"""Words of a form are found in the report, and what was not touched stays."""

import pytest

from sourcebook.desk.wording import chain_placed, found, parts_placed, placed
from sourcebook.errors import BadValue
from sourcebook.values.claims import ChainLink, Participant
from sourcebook.values.kinds import CueKind, LinkKind, Role
from sourcebook.values.spans import Span

TEXT = "The guard saw it. A clerk\nsaid the guard left Tesk; the clerk was sure."
NEAR = Span(TEXT.index("left"), TEXT.index("left") + 4)


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def test_the_place_closest_to_the_claim_is_meant() -> None:
    assert found(TEXT, "the guard", NEAR) == at("the guard")
    assert found(TEXT, "the guard", Span(0, 3)) == at("the guard"), "as it is spelled, before other spellings"
    assert found(TEXT, "THE GUARD", Span(0, 3)) == at("The guard")
    assert found(TEXT, " a  clerk said ", NEAR) == at("A clerk\nsaid")


@pytest.mark.parametrize("words", ["the mayor", "", "uar d"])
def test_words_that_the_report_does_not_say_are_refused(words: str) -> None:
    with pytest.raises(BadValue):
        found(TEXT, words, NEAR)


def test_a_row_without_words_keeps_its_offsets() -> None:
    assert placed(TEXT, {"start": 1, "end": 2, "local": "x"}, NEAR) == {"start": 1, "end": 2}


def test_a_part_that_was_stays_whom_it_meant() -> None:
    known = (Participant(Role.ACTOR, at("The guard"), "local-1"),)
    rows = [{"was": 0, "role": "recipient", "words": "The guard"}, {"role": "actor", "words": "Tesk"}]

    assert parts_placed(TEXT, rows, NEAR, known) == [
        {"start": 0, "end": 9, "role": "recipient", "local": "local-1"},
        {"role": "actor", "start": at("Tesk").start, "end": at("Tesk").end},
    ]
    (other,) = parts_placed(TEXT, [{"was": 0, "role": "actor", "words": "the clerk"}], NEAR, known)
    assert other == {"role": "actor", "start": at("the clerk").start, "end": at("the clerk").end}


def test_a_step_keeps_its_cue() -> None:
    known = (
        ChainLink(
            span=at("A clerk"), local="c", kind=LinkKind.PERSON, anonymous=True, cue=at("said"), cue_kind=CueKind.SAYS
        ),
    )
    cue = {"start": at("said").start, "end": at("said").end}
    (same,) = chain_placed(TEXT, [{"was": 0, "kind": "official", "words": "A clerk", "anonymous": False}], NEAR, known)
    (moved,) = chain_placed(TEXT, [{"was": 0, "words": "the clerk"}], NEAR, known)

    assert (same["local"], same["cue"], same["kind"], same["anonymous"]) == ("c", cue, "official", False)
    assert (moved["start"], moved["cue"], moved["kind"]) == (at("the clerk").start, cue, "person")
    assert "local" not in moved


@pytest.mark.parametrize("was", [1, -1, True, "0"])
def test_what_was_must_be_one_of_them(was: object) -> None:
    with pytest.raises(BadValue):
        parts_placed(
            TEXT, [{"was": was, "role": "actor", "words": "Tesk"}], NEAR, (Participant(Role.ACTOR, NEAR, None),)
        )
