"""Names: what may be one and what may not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.link import same_name
from sourcebook.link.folding import fold
from sourcebook.link.people import person
from sourcebook.link.verdicts import Verdict
from sourcebook.values.kinds import NameKind


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Osman Mansoor", "Usman Mansour"),
        ("Muhammad Talibzoda", "Mohammed Talibzoda"),
        ("Ivan Petroff", "Ivan Petrov"),
        ("Gen. Tarek bin Osman al-Miri", "MIRI, Tarek Osman"),
        ("Pavel Sergeyevich Orlov", "Pavel Orlov"),
        ("H. J. Brandt", "Hans Joachim Brandt"),
        ("Kim Dae-jo", "Kim Dae Jo"),
        ("Павел Орлов", "Pavel Orlov"),
        ("Bill Hartwell", "William Hartwell"),
        ("President Ana Ruiz", "Ana Ruiz"),
        ("Special Counsel Tom Reyes", "Tom Reyes"),
        ("Tom Reyes", "Tom B. Reyes III"),
    ],
)
def test_spellings_of_one_person(first: str, second: str) -> None:
    """Outlets romanize, shorten and title names each in their own way."""
    assert same_name(first, second, NameKind.PERSON).verdict is Verdict.SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Karim Miri", "Ahmad Miri"),
        ("Kim Dae-jo", "Kim Dae-il"),
        ("Ahmad Shah Miri", "Ahmad Wali Miri"),
        ("Tom Reyes Jr.", "Tom Reyes Sr."),
        ("Pavel Sergeyevich Orlov", "Pavel Ivanovich Orlov"),
        ("김도윤", "김도현"),
        ("Ali Reza", "علی"),
    ],
)
def test_people_who_share_part_of_a_name_stay_two(first: str, second: str) -> None:
    """A shared surname, father's name or script-shortened form proves nothing."""
    assert same_name(first, second, NameKind.PERSON).verdict is not Verdict.SAME


@pytest.mark.parametrize(
    ("first", "second"),
    [("Ahmad Miri", "Ahmad Shah Miri"), ("Miri", "Ahmad Miri"), ("Tom Reyes", "Tom Reyes Jr.")],
)
def test_a_name_inside_another_is_only_possible(first: str, second: str) -> None:
    """A son often bears his father's name less one word."""
    assert same_name(first, second, NameKind.PERSON).verdict is Verdict.POSSIBLE


@pytest.mark.parametrize(
    ("first", "second", "verdict"),
    [
        ("Foreign Ministry of Tajikistan", "the Tajik MFA", Verdict.SAME),
        ("Tajikistan's Foreign Ministry", "Ministry of Foreign Affairs of Tajikistan", Verdict.SAME),
        ("the U.S. State Department", "United States Department of State", Verdict.SAME),
        ("Foreign Ministry of Tajikistan", "Uzbek Foreign Ministry", Verdict.DIFFERENT),
        ("Valley Defense Front", "Valley Defence Front", Verdict.SAME),
        ("VDF", "Valley Defense Front", Verdict.POSSIBLE),
        ("VDF", "Valley Liberation Army", Verdict.DIFFERENT),
        ("Northern Steel LLC", "Northern Steel Limited Liability Company", Verdict.SAME),
        ("7th Brigade", "8th Brigade", Verdict.DIFFERENT),
    ],
)
def test_organizations(first: str, second: str, verdict: Verdict) -> None:
    """Owners, legal forms and spellings are seen through; numbers and owners that differ are not."""
    assert same_name(first, second, NameKind.ORGANIZATION).verdict is verdict


def test_titles_and_particles_go() -> None:
    """What stands before a name is no part of it."""
    assert person("Former Deputy Prime Minister Dr. Lena van der Meer").parts == ("lena", "meer")


@given(st.text(max_size=40), st.text(max_size=40), st.sampled_from(list(NameKind)))
def test_comparing_is_fair_and_never_breaks(first: str, second: str, kind: NameKind) -> None:
    """Any script, any noise; and it doesn't matter who is asked first."""
    one, other = same_name(first, second, kind), same_name(second, first, kind)

    assert one.verdict is other.verdict
    assert 0.0 <= one.score <= 1.0


@given(st.text(max_size=60))
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folded names are keys: they must not move when folded again."""
    assert fold(fold(text)) == fold(text)
