"""Words of a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sourcebook.text import words

POOL = st.lists(
    st.sampled_from(
        ["a", "Z", "n't", "'s", "’", "-", "—", ".", "...", "…", " ", "\n", "\u200b", "\ufeff", "\u202e", "$", "5",
         "1,500", "@", "#", "http://", "www.", ".com", "é", "e\u0301", "日", "本", "ک", "ابل", "👩‍👩‍👧", "🇦🇫",
         "\x00", "\u2028", "(", "”", "U.S.", "don", "_", "~~", "\ud800"]
    ),
    max_size=24,
).map("".join)  # fmt: skip


def shown(text):
    return [span.of(text) for span in words(text)]


@given(POOL | st.text(max_size=40))
def test_every_visible_character_is_in_one_word(text):
    """A character lost here is lost to every stage after."""
    spans = words(text)
    covered = [place for span in spans for place in range(span.start, span.end)]

    assert covered == sorted(set(covered))
    assert not any(letter.isalnum() for place, letter in enumerate(text) if place not in set(covered))
    assert all(not letter.isspace() for span in spans for letter in span.of(text))


@given(POOL, POOL)
def test_words_do_not_depend_on_what_stands_beyond_white_space(one, other):
    """But for a few ("No.", "its") that the next word decides, a stretch has the same words alone and in a text."""
    assert shown(f"{one} {other}") == shown(one) + shown(other)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They didn't say, can't say.", "They|did|n't|say|,|ca|n't|say|."),
        ("The envoys’ car and Arlo’s.", "The|envoys|’|car|and|Arlo|’s|."),
        ("A well-known, anti-Marn co-pilot", "A|well|-|known|,|anti-Marn|co-pilot"),
        ("Mr. J. Orr of the U.S. (b. 1950)", "Mr.|J.|Orr|of|the|U.S.|(|b|.|1950|)"),
        ("$1,500.50, 20% at 5pm on 3/4/2031", "$|1,500.50|,|20|%|at|5|pm|on|3/4/2031"),
        ("See https://sarn.example/a?b=1, or x.y@sarn.example.", "See|https://sarn.example/a?b=1|,|or|x.y@sarn.example|."),
        ("Wait... what?! — “No,” #SarnTalks @sarn_news", "Wait|...|what|?!|—|“|No|,|”|#SarnTalks|@sarn_news"),
        ("Ka\u200bbul \u200b 👩‍👩‍👧🇦🇫日本", "Ka\u200bbul|👩‍👩‍👧|🇦🇫|日|本"),
        ("the 1990s, the 3rd, Q4, COVID-19", "the|1990s|,|the|3rd|,|Q4|,|COVID|-|19"),
        ("Box 153B sold for $5.6t, or 45 km/h!", "Box|153B|sold|for|$|5.6|t|,|or|45|km|/|h|!"),
        ("Call (202) or 3-5213 by 6/14, 1/2 of it", "Call|(|202|)|or|3-5213|by|6/14|,|1|/|2|of|it"),
        ("Lorn, Va., a.k.a the U.S, etc.", "Lorn|,|Va.|,|a.k.a|the|U.S|,|etc|."),
        ("Read rec.pets.newts.", "Read|rec.pets.newts|."),
        ("What.? Well...? b/c -> mailto:a@sarn.example", "What|.?|Well|...|?|b/c|->|mailto:a@sarn.example"),
        ("im sure theres 12days, IM me", "i|m|sure|there|s|12|days|,|IM|me"),
        ("No. He is No. 2, see vol. 3, p. 5", "No|.|He|is|No.|2|,|see|vol.|3|,|p.|5"),
        ("Its a dam, its wall etc. held", "It|s|a|dam|,|its|wall|etc.|held"),
        ("Lets go; your the envoy", "Let|s|go|;|you|r|the|envoy"),
        ("It never ended. p.\n\n5", "It|never|ended|.|p|.|5"),
        ("See (the plan).doc and ld-#69.doc:) alot", "See|(|the|plan|)|.doc|and|ld-#69.doc|:)|a|lot"),
        ("She heads Sarn Inc..", "She|heads|Sarn|Inc.|."),
        ("", ""),
        (" \u200b\n", ""),
    ],
)  # fmt: skip
def test_words_are_cut_as_the_treebanks_cut_them(text, expected):
    assert "|".join(shown(text)) == expected


def test_a_chunk_without_end_is_cut_in_linear_time():
    """One megabyte without white space must not hang."""
    assert words("ab-" * 20_000)[-1].end == 60_000
    assert words("." * 300_000)[0].end == 300_000
