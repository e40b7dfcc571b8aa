"""Copies, near-copies, and texts that only look alike."""

from itertools import permutations
from random import Random

from telling import Telling

from sourcebook.link.copies import copies_among

WORDS = """harbor council wheat bridge envoy winter border market river council train letter school garden mayor
doctor island captain window village mountain coffee teacher engine paper soldier journal forest summer
lantern""".split()


def prose(seed: int, length: int = 120) -> list[str]:
    chance = Random(seed)
    return [chance.choice(WORDS) + chance.choice(("", "s", "ed")) for _ in range(length)]


def test_a_text_with_every_tenth_word_changed_is_a_copy() -> None:
    """Relays edit; what they share is found though every tenth word is new."""
    words = prose(1)
    edited = [f"new{number}" if number % 10 == 5 else word for number, word in enumerate(words)]
    told = [Telling("a", " ".join(words)), Telling("b", " ".join(edited)), Telling("c", " ".join(prose(2)))]

    assert copies_among([one.report for one in told]) == (("a", "b"),)


def test_a_shared_quotation_lets_a_third_be_enough() -> None:
    """True copies in the news share as little as 30 % of their word triples."""
    quotation = "“we shall open the harbor of Karu when the last of the envoys has left it for good”"
    words = prose(3)
    half = [f"new{number}" if number % 5 == 2 else word for number, word in enumerate(words)]
    one = Telling("a", f"{' '.join(words)} {quotation}")
    two = Telling("b", f"{quotation} {' '.join(half)}")
    plain = Telling("c", " ".join(half))
    other = Telling("d", f"{quotation} {' '.join(prose(4))}")

    assert copies_among([one.report, two.report]) == (("a", "b"),)
    assert copies_among([one.report, plain.report]) == ()
    assert copies_among([one.report, other.report]) == ()


def test_order_does_not_matter_and_short_texts_are_no_copies() -> None:
    """Two headlines may be alike by chance."""
    told = [Telling(name, " ".join(prose(5))) for name in "abc"] + [
        Telling("d", "Karu falls."),
        Telling("e", "Karu falls."),
    ]
    found = {copies_among([one.report for one in order]) for order in permutations(told[:3])}

    assert found == {(("a", "b"), ("a", "c"), ("b", "c"))}
    assert copies_among([one.report for one in told[3:]]) == ()
