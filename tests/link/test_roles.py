"""Who is meant by a role alone, on invented people."""

from telling import Telling
from test_entities import linked, of


def test_a_body_s_head_is_one_whatever_the_word() -> None:
    """“The ABN chief” is the ABN director whom the other report names; its deputy is somebody else."""
    one = Telling("a", "[t:p.:ABN Director] [t:p:Ana Ruiz] spoke for the [b:o:ABN].")
    two = Telling("b", "[f:p.:The ABN chief] left. [d:p.:The deputy ABN director] stayed.")
    linking = linked(one, two)

    assert of(linking, two, "f") == of(linking, one, "t") != of(linking, two, "d")


def test_who_held_a_role_is_not_who_holds_it() -> None:
    """The former director is told of; the director may be the next one."""
    one = Telling("a", "[t:p.:Former ABN director] [t:p:Ana Ruiz] spoke of the [b:o:ABN].")
    two = Telling("b", "[f:p.:The former ABN director] left. [d:p.:The ABN director] stayed.")
    linking = linked(one, two)

    assert of(linking, two, "f") == of(linking, one, "t") != of(linking, two, "d")


def test_a_country_s_leader_is_whoever_rules_it() -> None:
    """Reports call one man president, leader and dictator."""
    one = Telling("a", "[t:p.:Norwegian President] [t:p:Omar Said] spoke.")
    two = Telling("b", "[f:p.:The Norwegian dictator] left. [g:p.:The Norwegian opposition leader] stayed.")
    linking = linked(one, two)

    assert of(linking, two, "f") == of(linking, one, "t") != of(linking, two, "g")


def test_the_president_needs_no_country_at_home() -> None:
    """Of two presidents the one told without a country is the report's own."""
    one = Telling("a", "[t:p.:President] [t:p:Omar Said] met [v:p.:Danish President] [v:p:Ana Ruiz]. "
                  "[f:p.:The president] left.")  # fmt: skip
    linking = linked(one)

    assert of(linking, one, "f") == of(linking, one, "t") != of(linking, one, "v")


def test_a_role_of_two_words_is_its_one_holder_s_where_the_report_names_him() -> None:
    """Every story has one special counsel; a report that doesn't name him may mean another."""
    one = Telling("a", "[t:p.:Special prosecutor] [t:p:Omar Said] spoke.")
    two = Telling("b", "[s:p:Omar Said] listened. [f:p.:The special prosecutor] left.")
    three = Telling("c", "[f:p.:The special prosecutor] left.")
    linking = linked(one, two, three)

    assert of(linking, one, "t") == of(linking, two, "f") != of(linking, three, "f")


def test_one_of_many_is_nobody_across_reports() -> None:
    """A country has many senators; the one that a report leaves unnamed is not the one that another names."""
    one = Telling("a", "[t:p.:Norwegian senator] [t:p:Omar Said] spoke.")
    two = Telling("b", "[f:p.:The Norwegian senator] left.")
    linking = linked(one, two)

    assert of(linking, one, "t") != of(linking, two, "f")


def test_a_junior_may_be_another() -> None:
    """One report writes “Jr.”, the other doesn't: it may be the father, and the surname alone tells nothing of it."""
    one = Telling("a", "[t:p:Omar Said Jr.] spoke.")
    two = Telling("b", "[f:p:Omar Said] left.")
    linking = linked(one, two)

    assert of(linking, one, "t") != of(linking, two, "f")
    assert [doubt.entity for doubt in of(linking, one, "t").possibly_same] == [of(linking, two, "f").id]


def test_a_country_and_a_title_before_a_name_are_no_part_of_it() -> None:
    one = Telling("a", "[t:p:Danish Prime Minister Ana Ruiz] spoke.")
    two = Telling("b", "[t:p:Ana Ruiz] left.")
    linking = linked(one, two)

    assert of(linking, one, "t") == of(linking, two, "t")


def test_a_body_and_an_office_before_a_name_are_no_part_of_it() -> None:
    one = Telling("a", "[t:p:ABN Chairman Omar Said] spoke.")
    two = Telling("b", "[t:p:Omar Said] left.")
    linking = linked(one, two)

    assert of(linking, one, "t") == of(linking, two, "t")


def test_a_role_in_capitals_is_no_name() -> None:
    """A headline's “Norwegian Leader”, taken for a thing, is the president."""
    one = Telling("a", "[f:x:Norwegian Leader] leaves. [t:p.:Norwegian President] [t:p:Omar Said] left.")
    two = Telling("b", "[g:p:Jordan King] left.")
    linking = linked(one, two)

    assert of(linking, one, "f") == of(linking, one, "t")
    assert of(linking, two, "g").name == "Jordan King"


def test_an_office_makes_a_place_a_person() -> None:
    """A name that was read together with country and office, and taken for a place."""
    one = Telling("a", "[f:l:Danish President Omar Said] left.")
    two = Telling("b", "[f:p:Omar Said] left.")
    linking = linked(one, two)

    assert of(linking, one, "f") == of(linking, two, "f")
