"""A dossier's values stand alone: a post, a body, a place, never half a clause."""

from types import ModuleType

import pytest

from sourcebook.tell.facts import Value, value_of
from sourcebook.tell.index import index
from sourcebook.values.claims import LocalFact
from sourcebook.values.kinds import EventType, NameKind
from sourcebook.values.links import Fact


def value(stories: ModuleType, body: str, words: str, relation: str) -> Value:
    make = stories.Maker()
    make.report("r", "A headline\n" + body, None, None)
    ilda = make.local("r", "Ilda Marrow", NameKind.PERSON, make.span("r", "Ilda Marrow"))
    if "River Guild" in body:
        make.local("r", "River Guild", NameKind.ORGANIZATION, make.span("r", "River Guild"))
    id_ = make.claim("r", body.rstrip("."), words.split(maxsplit=1)[0], EventType.STATE)
    make.facts["r"].append(LocalFact(ilda, relation, words, make.span("r", words), None, None, id_))
    found = index(stories.bare(make))
    entity = found.entity(ilda)
    assert entity is not None
    return value_of(found, entity, Fact(relation, words, None, None, id_), found.claims[id_])


@pytest.mark.parametrize(
    ("body", "words", "relation", "told"),
    [
        ("Ilda Marrow was the head of the port.", "the head of the port", "role", "head of the port"),
        (
            "Ilda Marrow was appointed as the treasurer of the port in May 2031.",
            "Ilda Marrow was appointed as the treasurer of the port in May 2031",
            "role",
            "treasurer of the port",
        ),
        ("The River Guild, led by Ilda Marrow, rested.", "led by Ilda Marrow", "role", "led: River Guild"),
        ("Ilda Marrow, born in 1989, rested.", "born in 1989", "born", "born in 1989"),
        ("Ilda Marrow (1989) rested.", "1989", "born", "born: 1989"),
        ("Ilda Marrow is a CEO there.", "CEO", "role", "CEO"),
    ],
)
def test_a_value_stands_alone(stories: ModuleType, body: str, words: str, relation: str, told: str) -> None:
    made = value(stories, body, words, relation)

    assert made.words is not None
    assert (f"{relation}: " if made.labelled else "") + made.words.text == told


def test_what_is_a_clause_is_left_to_its_sentence(stories: ModuleType) -> None:
    made = value(
        stories,
        "Ilda Marrow studied law and was seen in the port by envoys.",
        "was seen in the port by envoys",
        "education",
    )
    assert made.words is None
