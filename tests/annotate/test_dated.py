"""Sources with the day of what they said behind them."""

from datetime import date

import pytest

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.dated import without_times
from sourcebook.values.kinds import Precision, TimeKind
from sourcebook.values.marks import TimeMark
from sourcebook.values.spans import Span

DAY = date(2031, 5, 12)


def told(section, first, end, cue):
    """Return the words of the source that is left of these, the time being the last word."""
    span = section.spans[end - 1]
    time = TimeMark(Span(span.start, span.end), TimeKind.DATE, "2031-05-12", DAY, DAY, Precision.DAY, True, "weekday")
    said = Said(Marked(cue, cue + 1, "cue"), Marked(first, end, "source"), (Marked(5, 6, "content"),))
    (found,) = without_times(section, [said], [time])
    return " ".join(section.words[found.source.first : found.source.end])


@pytest.mark.parametrize(
    ("noun", "lemma", "pos", "expected"),
    [
        ("prosecutors", "prosecutor", "NOUN", "The prosecutors"),
        ("Ortiz", "Ortiz", "PROPN", "The Ortiz"),
        ("survey", "survey", "NOUN", "The survey on Monday"),
    ],
)
def test_a_time_behind_a_speaker_is_not_of_the_source(section_of, noun, lemma, pos, expected):
    section = section_of(f"""
        The the DET DT 2 det
        {noun} {lemma} {pos} NN 5 nsubj
        on on ADP IN 4 case
        Monday Monday PROPN NNP 2 nmod
        said say VERB VBD 0 root
        so so ADV RB 5 advmod
    """)

    assert told(section, 0, 4, 4) == expected


def test_a_source_that_is_a_time_alone_and_one_behind_its_cue_stay(section_of):
    section = section_of("""
        said say VERB VBD 0 root
        Ortiz Ortiz PROPN NNP 1 nsubj
        Monday Monday PROPN NNP 1 obl
        Monday Monday PROPN NNP 1 obl
        said say VERB VBD 1 conj
        so so ADV RB 5 advmod
    """)

    assert told(section, 1, 3, 0) == "Ortiz Monday"
    assert told(section, 3, 4, 4) == "Monday"


def test_a_capital_makes_a_name_of_a_day(section_of):
    """An outlet may be called by it."""
    section = section_of("""
        Sarn Sarn PROPN NNP 3 nsubj
        Today Today PROPN NNP 1 flat
        says say VERB VBZ 0 root
        it it PRON PRP 6 nsubj
        is be AUX VBZ 6 cop
        so so ADV RB 3 ccomp
    """)

    assert told(section, 0, 2, 2) == "Sarn Today"
