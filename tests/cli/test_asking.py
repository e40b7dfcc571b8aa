"""``sourcebook ask`` with the real model on the example story."""

import json
from pathlib import Path

import pytest


def test_a_question_gets_rows_with_their_words(ask, story: Path) -> None:
    """The place, the line, who says so."""
    view = json.loads(ask("ask", story, "where was Arden Velik in March 2031?", "--json").stdout)

    assert view["answers"][0]["words"] == "Port Maren"
    assert view["nothing"] == ""
    numbers = {one for each in view["answers"] for piece in each["pieces"] for one in piece["citations"]}
    assert numbers == {one["number"] for one in view["citations"]}


@pytest.mark.parametrize(
    "question",
    [
        "Where was Angela Merkel in March 2031?",
        "Where was Arden Velik in July 1999?",
        "Who won the football cup?",
        "When did Ilona Marek die?",
    ],
)
def test_what_the_story_does_not_hold_is_not_answered(ask, story: Path, question: str) -> None:
    """The exit code is 0: that there is no answer is one."""
    result = ask("ask", story, question)

    assert result.exit_code == 0
    assert "The record holds no answer" in result.stdout
    assert "SOURCES" not in result.stdout


def test_the_same_question_gets_the_same_answer(ask, story: Path) -> None:
    """Byte for byte, and the limit holds."""
    first = ask("ask", story, "Who denied the talks?", "--limit", 2, "--json").stdout

    assert first == ask("ask", story, "Who denied the talks?", "--limit", 2, "--json").stdout
    assert len(json.loads(first)["answers"]) <= 2


def test_a_question_without_words_is_wrong_usage(ask, story: Path) -> None:
    """As any other wrong usage."""
    assert ask("ask", story, " ?! ").exit_code == 2
