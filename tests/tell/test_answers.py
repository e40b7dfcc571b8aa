"""Answers are rows that meet all that a question asks; what is not held is not answered."""

from datetime import date

import pytest

from sourcebook.tell import answers, as_lines, candidates, check, index, names_of
from sourcebook.tell.index import Index
from sourcebook.tell.views import Answers
from sourcebook.values.kinds import EventType
from sourcebook.values.questions import Act, Asked, Named, Period, Question
from sourcebook.values.story import Story


@pytest.fixture(scope="module")
def found(vell: Story) -> Index:
    return index(vell)


def asked(found: Index, wanted: Asked, *names: str, **more: object) -> Answers:
    known = names_of(found)
    question = Question("?", wanted, tuple(Named(one, known.called(one)) for one in names), **more)  # type: ignore[arg-type]
    return answers(found, question, candidates(found, question, found.order, 40), {})


def test_where_is_answered_with_a_place(found: Index) -> None:
    first = asked(found, Asked.WHERE, "Ilda Marrow", acts=(Act("meet", EventType.CONSULT),)).answers[0]

    assert first.words == "Vell"
    assert first.when == "3 May 2031"
    assert first.who == "Vell Wire ← sources close to Marrow"
    assert first.status == "unconfirmed"


def test_when_is_answered_with_the_reports_words(found: Index) -> None:
    found_first = asked(found, Asked.WHEN, acts=(Act("take", EventType.CONTROL),), words=("port",))
    assert found_first.answers[0].words == "15 August 2030"


def test_a_number_is_answered_by_every_event_that_tells_it(found: Index) -> None:
    view = asked(found, Asked.HOW_MANY, acts=(Act("sent", EventType.CONSULT),), words=("delegate",))
    assert view.answers[0].words in {"12 delegates", "7 delegates"}
    assert "conflict" not in view.nothing


def test_who_is_answered_with_somebody_whom_the_question_does_not_name(found: Index) -> None:
    view = asked(found, Asked.WHO, acts=(Act("deny", EventType.REJECT),), words=("blockade",))
    assert view.answers[0].words == "Task"


@pytest.mark.parametrize(
    ("names", "more", "why"),
    [
        (("Angela Merkel",), {}, "nobody and nothing in it is called “Angela Merkel”"),
        (("Ilda Marrow",), {"periods": (Period("July 1999", date(1999, 7, 1), date(1999, 7, 31)),)}, "July 1999"),
        ((), {"words": ("cathedral",)}, "no report has the word “cathedral”"),
        ((), {}, "names nobody"),
    ],
)
def test_what_is_not_held_is_not_answered(
    found: Index, names: tuple[str, ...], more: dict[str, object], why: str
) -> None:
    view = asked(found, Asked.WHERE, *names, **more)

    assert view.answers == ()
    assert why in view.nothing
    assert as_lines(view)[0] == "?"


def test_a_time_keeps_others_out(found: Index) -> None:
    early = (Period("in 2030", date(2030, 1, 1), date(2030, 12, 31)),)
    view = asked(found, Asked.WHAT, acts=(Act("take", EventType.CONTROL),), words=("port",), periods=early)
    assert {one.when for one in view.answers} == {"15 August 2030"}


def test_words_of_theirs_are_not_what_is_said_of_them(found: Index) -> None:
    view = asked(found, Asked.WHAT, "Oren Task", acts=(Act("say", EventType.STATEMENT),), speaks=True)
    assert view.answers
    assert all("Oren Task" in one.who or "Task" in one.text for one in view.answers)


def test_every_piece_passes_the_checker_and_every_number_resolves(found: Index) -> None:
    view = asked(found, Asked.WHAT, "Vell")
    by_number = {one.number: one for one in view.citations}

    assert view.answers
    for answer in view.answers:
        for piece in answer.pieces:
            cited = [by_number[number] for number in piece.citations]
            words = [one for each in cited for one in each.words]
            assert check(piece.text, words, [one.outlet for one in cited]) == ()


def test_the_limit_counts_what_it_leaves_out(found: Index) -> None:
    known = names_of(found)
    question = Question("?", Asked.WHAT, (Named("Vell", known.called("Vell")),))
    every = answers(found, question, found.order, {}, most=50)
    one = answers(found, question, found.order, {}, most=1)

    assert len(one.answers) == 1
    assert one.left_out == len(every.answers) - 1


def test_names_are_found_without_capitals_and_by_a_part(found: Index) -> None:
    known = names_of(found)

    assert known.called("ilda marrow")[0] == "entity-ilda"
    assert set(known.called("MARROW")) >= {"entity-ilda", "entity-harl"}
    assert known.called("mar") == ()


def test_a_number_of_something_else_is_no_answer(found: Index) -> None:
    sent = (Act("sent", EventType.CONSULT),)
    assert asked(found, Asked.HOW_MANY, acts=sent, words=("ship",), counted="ship").answers == ()
    assert asked(found, Asked.HOW_MANY, acts=sent, words=("delegate",), counted="delegate").answers


def test_of_two_who_are_named_only_the_one_before_the_verb_has_to_speak(found: Index) -> None:
    known = names_of(found)
    about = Named("Ilda Marrow", known.called("Ilda Marrow"), speaks=False)
    said = Act("say", EventType.STATEMENT)
    speaking = Question("?", Asked.WHAT, (about,), acts=(said,), speaks=True)
    silent = Question("?", Asked.WHAT, (Named(about.words, about.entities),), acts=(said,), speaks=True)

    given = [
        {one.claim for one in answers(found, each, candidates(found, each, found.order, 40), {}, most=40).answers}
        for each in (speaking, silent)
    ]
    assert given[1] < given[0]


def test_also_cites_only_what_holds_the_answer(found: Index) -> None:
    view = asked(found, Asked.WHEN, acts=(Act("take", EventType.CONTROL),), words=("port",))
    first = view.answers[0]
    for piece in first.pieces[1:]:
        for number in piece.citations:
            cited = next(one for one in view.citations if one.number == number)
            assert "2030" in found.reports[cited.report].text


def test_who_reports_it_does_not_deny_it(found: Index) -> None:
    view = asked(found, Asked.WHO, acts=(Act("deny", EventType.STATEMENT), Act("send", EventType.CONSULT)))

    assert {one.words for one in view.answers} <= {"Task", ""}


@pytest.mark.parametrize(("text", "first"), [("Did they talk?", "asserted"), ("Will they talk?", "planned")])
def test_what_was_is_answered_before_what_is_planned(found: Index, text: str, first: str) -> None:
    question = Question(text, Asked.WHETHER, (), words=("talk",))
    view = answers(found, question, candidates(found, question, found.order, 40), {})

    moods = [one.modality for one in view.answers]
    assert "planned" in moods
    assert first == "planned" or moods.index("asserted") < moods.index("planned")
