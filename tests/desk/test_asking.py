"""A question is taken apart word by word, and a large story is asked without being read whole."""

import sys
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.made_story import joined, keep, name, reports  # noqa: E402
from sourcebook.desk.asking import Mind, ask  # noqa: E402
from sourcebook.desk.questions import understood  # noqa: E402
from sourcebook.store import Store, open_store  # noqa: E402
from sourcebook.store.portion import Portions  # noqa: E402
from sourcebook.tell import Names, candidates, index, names_in, names_of  # noqa: E402
from sourcebook.tell import answers as answers_of  # noqa: E402
from sourcebook.values.kinds import NameKind  # noqa: E402
from sourcebook.values.links import Sketch  # noqa: E402
from sourcebook.values.marks import Annotation, NameMark, Token  # noqa: E402
from sourcebook.values.producers import Producer  # noqa: E402
from sourcebook.values.questions import Question  # noqa: E402
from sourcebook.values.reports import Published  # noqa: E402
from sourcebook.values.spans import Span  # noqa: E402

MANY = 120
"""Reports of a story that is too large to be read whole for a question."""

VERBS = {"say": "say", "report": "report", "meet": "meet", "met": "meet", "write": "write", "invited": "invite"}
"""With their dictionary forms."""

NOUNS = {"people", "pages", "memos", "letter", "toll"}


def marked(text: str, day: Published = Published()) -> Annotation:  # noqa: B008 - a value, never changed
    """Mark a question as a reader of few words would."""
    tokens, names, at = [], [], 0
    for word in text.rstrip("?").split():
        start = text.index(word, at)
        at = start + len(word)
        kind = "VERB" if word.lower() in VERBS else "NOUN" if word.lower() in NOUNS else "X"
        if word[0].isupper() and start:
            kind = "PROPN"
            names.append(NameMark(Span(start, at), NameKind.PERSON))
        lemma = word.lower().removesuffix("s") if kind == "NOUN" else VERBS.get(word.lower(), word.lower())
        tokens.append(Token(Span(start, at), lemma, kind, "", len(tokens), "dep"))
    return Annotation(str(day.latest or ""), Producer("fake", 1), tokens=tuple(tokens), names=tuple(names))


def taken_apart(text: str, *known: str) -> Question:
    sketches = (Sketch(one, NameKind.PERSON, True, (one,), ("r",), ()) for one in ("Ilda", "Task"))
    return understood(text, marked(text), names_in(sketches), lambda words: words in known)


def test_whoever_stands_before_the_verb_speaks_and_whom_it_is_about_does_not() -> None:
    named = taken_apart("What did Ilda say about Task?").named

    assert [(one.words, one.speaks) for one in named] == [("Ilda", True), ("Task", False)]


def test_a_name_that_nobody_bears_is_a_word_where_the_reports_have_it() -> None:
    assert [one.words for one in taken_apart("What did Ilda write to Reuters?").named] == ["Ilda", "Reuters"]
    asked = taken_apart("What did Ilda write to Reuters?", "Reuters")
    assert [one.words for one in asked.named] == ["Ilda"]
    assert "reuter" in asked.words[0]


@pytest.mark.parametrize(
    ("text", "counted"),
    [("How many people were invited?", "people"), ("How many pages are the memos?", "page"), ("How many met?", "")],
)
def test_how_many_knows_what_it_counts(text: str, counted: str) -> None:
    assert taken_apart(text).counted == counted


def test_to_report_is_to_speak() -> None:
    assert taken_apart("What did Ilda report?").speaks
    assert not taken_apart("When did Ilda report?").speaks


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Store:
    told = tuple(reports(MANY, 3))
    store = open_store(f"sqlite:{tmp_path_factory.mktemp('asking') / 'made.db'}", create=True)
    with store.writing() as unit:
        keep(unit, told, *joined(told))
    return store


def one_row(text: str) -> np.ndarray:
    return np.ones((1, 1), np.float32) if text else np.zeros((0, 1), np.float32)


@pytest.mark.parametrize("words", [f"Who met {name(24)}?", f"Where did {name(5)} meet {name(38)}?", "Who met Nobody?"])
def test_a_part_of_a_large_story_answers_as_the_whole_does(large: Store, words: str) -> None:
    with large.reading() as shelf:
        whole = index(shelf.story())
    question = understood(words, marked(words), names_of(whole), lambda _: False)
    likely = candidates(whole, question, (), 40)
    expected = answers_of(whole, question, likely, dict.fromkeys(likely, 1.0))

    found = ask(large, words, Mind(marked, one_row))

    assert [one.claim for one in found.answers] == [one.claim for one in expected.answers]
    assert bool(found.answers) is ("Nobody" not in words)


def test_a_portion_holds_what_its_reports_tell_and_no_more(large: Store) -> None:
    with large.reading() as shelf:
        portions = Portions(shelf)
        sketches = portions.sketches()
        part = portions.story(["made-00003", "nowhere"], sketches)
        whole = shelf.story()

    claims = {one.id for one in part.extractions[0].claims}
    assert [one.id for one in part.reports] == ["made-00003"]
    assert {claim for one in part.judged.events for claim in one.claims} == claims
    assert {where.report for one in part.linking.entities for where in one.mentions} == {"made-00003"}
    assert sketches == tuple(Sketch.of(one) for one in whole.linking.entities)
    assert isinstance(names_in(sketches), Names)


def test_the_newest_day_is_that_of_the_reports(large: Store) -> None:
    with large.reading() as shelf:
        days = [one.published.latest for one in shelf.reports() if one.published.latest is not None]
        assert Portions(shelf).newest() == max(days)
