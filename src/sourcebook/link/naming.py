"""Whether two names can name one thing, by the kind of thing."""

from __future__ import annotations

from rigour.text.scripts import text_scripts

from sourcebook.link.folding import fold, likeness
from sourcebook.link.organizations import compare_organizations
from sourcebook.link.people import compare_people
from sourcebook.link.verdicts import Likeness, Verdict
from sourcebook.values.kinds import NameKind

THRESHOLD = 0.7
"""Score from which two names count as one in the evaluation, chosen by five-fold cross-validation on the development
half of the name pairs. ``link`` itself goes by the verdict, which is stricter: a misspelling alone joins nobody."""

_SYLLABIC = frozenset({"Han", "Hangul", "Hiragana", "Katakana", "Bopomofo"})
"""Scripts in which one sign is a syllable or a word, so that one other sign is another name."""

_ARTICLES = ("the ", "a ", "an ")


def same_name(first: str, second: str, kind: NameKind) -> Likeness:
    """
    Compare two names of things of one kind.

    Names in different scripts are compared only where the other script turns into Latin letter by letter; otherwise
    a short name could pass for the start of a longer one.

    >>> same_name("the Blue Nile Dam", "Blue Nile dam", NameKind.FACILITY).verdict
    <Verdict.SAME: 'same'>
    """
    if not _one_script(first, second):
        return Likeness(0.0, Verdict.DIFFERENT, "scripts that can't be compared")
    if not text_scripts(first).isdisjoint(_SYLLABIC) or not text_scripts(second).isdisjoint(_SYLLABIC):
        same = fold(first) == fold(second)
        return Likeness(float(same), Verdict.SAME if same else Verdict.DIFFERENT, "letter by letter")
    if kind is NameKind.PERSON:
        return compare_people(first, second)
    if kind in {NameKind.ORGANIZATION, NameKind.GROUP}:
        return compare_organizations(first, second)
    one, other = (_plain(each) for each in (first, second))
    alike = likeness(one, other)
    certain = alike >= 0.92
    return Likeness(
        alike, Verdict.SAME if certain else Verdict.POSSIBLE if alike >= 0.75 else Verdict.DIFFERENT, "words"
    )


def _plain(text: str) -> str:
    folded = fold(text)
    for article in _ARTICLES:
        folded = folded.removeprefix(article)
    return folded


def _one_script(first: str, second: str) -> bool:
    """Tell whether both folded names are Latin, or neither is."""
    return fold(first).isascii() == fold(second).isascii()
