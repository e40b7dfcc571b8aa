"""How far names reach."""

import pytest

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.extent import parted, reaching, stormed


def marked(text, *names):
    """Return the words of a text and its names, given as their words and kind, in order."""
    words, found, at = tuple(text.split()), [], 0
    for name, kind in names:
        own = tuple(name.split())
        at = next(place for place in range(at, len(words)) if words[place : place + len(own)] == own)
        found.append(Marked(at, at + len(own), kind))
        at += len(own)
    return words, found


def told(words, found):
    return [(" ".join(words[one.first : one.end]), one.kind) for one in found]


def reached(text, *names, bounds=(0,)):
    words, found = marked(text, *names)
    return told(words, reaching(found, words, bounds))


@pytest.mark.parametrize("form", ["Inc.", "LLC", "Ltd", "S.A."])
@pytest.mark.parametrize("kind", ["organization", "misc", "person"])
def test_a_company_has_its_legal_form(form, kind):
    assert reached(f"envoys of Orlen Freight , {form} met", ("Orlen Freight", kind)) == [
        (f"Orlen Freight , {form}", "organization")
    ]


@pytest.mark.parametrize("behind", ["and Inc. met", ", Incorporated towns met", ". Inc. met"])
def test_what_follows_otherwise_is_no_legal_form(behind):
    assert reached(f"envoys of Orlen Freight {behind}", ("Orlen Freight", "organization")) == [
        ("Orlen Freight", "organization")
    ]


def test_the_younger_is_one_person():
    """The model may take "Jr." for somebody of his own."""
    assert reached("Ilva Taron , Jr. , who left", ("Ilva Taron", "person"), ("Jr.", "person")) == [
        ("Ilva Taron , Jr.", "person")
    ]


@pytest.mark.parametrize("around", ['" {} " <', "[ {} ]", "“ {} ”"])
def test_a_list_has_the_surname_first(around):
    text = around.format("Taron , Ilva")

    assert reached(text, ("Taron", "person"), ("Ilva", "person")) == [("Taron , Ilva", "person")]


@pytest.mark.parametrize("text", ['" Taron , Ilva and Orr "', "with Taron , Ilva said", '" Taron and Ilva "'])
def test_two_people_stay_two(text):
    assert reached(text, ("Taron", "person"), ("Ilva", "person")) == [("Taron", "person"), ("Ilva", "person")]


@pytest.mark.parametrize("before", ["told", "in", ","])
def test_a_great_article_in_a_sentence_is_part_of_the_name(before):
    assert reached(f"she wrote {before} The Orel Courier", ("Orel Courier", "organization")) == [
        ("The Orel Courier", "organization")
    ]


@pytest.mark.parametrize(
    ("text", "kind", "bounds"),
    [
        ("he left . The Orel Courier wrote", "organization", (0, 3)),
        ("Envoys Of The Orel Council Met", "organization", (0,)),
        ("envoys of the Orel Council met", "organization", (0,)),
        ("who saw The Orel district", "place", (0,)),
    ],
)
def test_other_articles_are_not(text, kind, bounds):
    """At the start of a sentence, in a title, before a place."""
    words = [word for word in text.split() if word not in ("he", "left", ".", "wrote")]
    name = " ".join(words[words.index("Orel") : words.index("Orel") + 2])

    assert reached(text, (name, kind), bounds=bounds) == [(name, kind)]


def test_letters_run_together_name_two():
    words, found = marked("Thanks , Ilva Ilva , thank you", ("Ilva Ilva", "person"))

    assert told(words, parted(found, words)) == [("Ilva", "person"), ("Ilva", "person")]


def test_somebody_may_be_called_the_same_twice():
    words, found = marked("analyst Hassan Hassan said", ("Hassan Hassan", "person"))

    assert parted(found, words) == found


def test_a_storm_is_nobody():
    """Nor where it is told for short; a body of that name stays one."""
    words, found = marked(
        "Hurricane Orva grew and typhoon Mirel hit Sarn ; Orva ebbed , Ilva Orva of Mirel said",
        ("Hurricane Orva", "person"),
        ("Mirel", "place"),
        ("Orva", "person"),
        ("Ilva Orva", "person"),
        ("Mirel", "organization"),
    )

    assert told(words, stormed(found, words)) == [
        ("Hurricane Orva", "event"),
        ("Mirel", "event"),
        ("Orva", "event"),
        ("Ilva Orva", "person"),
        ("Mirel", "organization"),
    ]


@pytest.mark.parametrize(
    ("text", "name", "kind", "found"),
    [
        ("during World War II they", "World War", "misc", ("World War II", "event")),
        (
            "the Torvanian War of Independence ended",
            "Torvanian War",
            "event",
            ("Torvanian War of Independence", "event"),
        ),
        ("the World War II era began", "World War II era", "event", ("World War II", "event")),
        ("at the Orel Festival 2031 they", "Orel Festival", "event", ("Orel Festival 2031", "event")),
        ("at the Battle of Sarn they", "Sarn", "place", ("Battle of Sarn", "event")),
        ("in the battle of Sarn they", "Sarn", "place", ("Sarn", "place")),
        ("at the Orel Club 2031 people", "Orel Club", "organization", ("Orel Club", "organization")),
        ("the Sarn War I saw", "Sarn War", "event", ("Sarn War I", "event")),
        ("flew to Washington , D.C. , on", "Washington", "place", ("Washington , D.C.", "place")),
        ("flew to Orel , D.C. , on", "Orel", "place", ("Orel", "place")),
    ],
)
def test_what_else_names_a_happening_or_place(text, name, kind, found):
    assert reached(text, (name, kind)) == [found]


@pytest.mark.parametrize(
    ("before", "bounds", "found"),
    [("E.M.", (0,), "E.M. Taron"), ("A.", (0,), "A. Taron"), ("D.C.", (0,), "Taron"), ("U.S.", (0,), "Taron"),
     ("E.M.", (0, 3), "Taron"), ("PM", (0,), "Taron")],
)  # fmt: skip
def test_initials_belong_to_whom_they_stand_before(before, bounds, found):
    assert reached(f"who met {before} Taron", ("Taron", "person"), bounds=bounds) == [(found, "person")]


def test_a_planet_is_nobody_unless_somebody_is_called_so():
    words, found = marked("Venus rose , Mars too", ("Venus", "person"), ("Mars", "place"))
    assert [kind for _, kind in told(words, stormed(found, words))] == ["misc", "place"]

    words, found = marked("Ilva Venus rose , Venus said", ("Ilva Venus", "person"), ("Venus", "person"))
    assert stormed(found, words) == found
