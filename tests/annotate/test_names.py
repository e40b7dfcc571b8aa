"""Names: what the model marks, and what is mended of it."""

from dataclasses import replace

import numpy as np
import pytest

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.mending import mended
from sourcebook.annotate.names import find_names
from sourcebook.annotate.parsing import kept_classes
from sourcebook.values.kinds import NameKind
from sourcebook.values.spans import Span

LABELS = ("O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place", "B-event", "I-event",
          "B-misc", "I-misc")  # fmt: skip
MET = """
Mara Mara PROPN NNP 3 nsubj
Quist Quist PROPN NNP 1 flat
met meet VERB VBD 0 root
envoys envoy NOUN NNS 3 obj
. . PUNCT . 3 punct
Quist Quist PROPN NNP 7 nsubj
left leave VERB VBD 0 root
. . PUNCT . 7 punct
"""
HYPHENED = """
Ko Ko PROPN NNP 6 nsubj
Min Min PROPN NNP 1 flat
- - PUNCT HYPH 1 punct
{half} {half} {pos} {tag} 1 {dep}
. . PUNCT . 6 punct
spoke speak VERB VBD 0 root
"""


def named(section):
    return [(" ".join(section.words[one.first : one.end]), kind) for one, kind in find_names(section, LABELS)]


def test_a_surname_of_a_full_name_is_a_name_alone(section_of):
    """The model may miss the name where it stands alone; the same report tells whose it is."""
    section = section_of(MET, names=((0, 2, "person"),))

    assert named(section) == [("Mara Quist", NameKind.PERSON), ("Quist", NameKind.PERSON)]


@pytest.mark.parametrize(
    ("half", "pos", "tag", "dep", "expected"),
    [
        ("in", "ADP", "IN", "case", Marked(0, 4, "person")),
        ("led", "VERB", "VBN", "acl", Marked(0, 2, "person")),
        ("era", "NOUN", "NN", "compound", Marked(0, 2, "person")),
    ],
)
def test_a_given_name_keeps_its_second_half(section_of, half, pos, tag, dep, expected):
    """“Ko Min-in” is one person's name whole; “Ko Min-led” is an adjective made of one."""
    table = HYPHENED.format(half=half, pos=pos, tag=tag, dep=dep)
    section = section_of(table, names=((0, 2, "person"),))
    spans = list(section.spans)
    spans[2:4] = [Span(spans[1].end, spans[1].end + 1), Span(spans[1].end + 1, spans[1].end + 1 + len(half))]

    assert find_names(replace(section, spans=tuple(spans)), LABELS)[0][0] == expected


MISTER = """
Envoys envoy NOUN NNS 2 nsubj
met meet VERB VBD 0 root
Mr. Mr. PROPN NNP 2 obj
Quist Quist PROPN NNP 2 obj
. . PUNCT . 2 punct
"""


def test_whoever_is_called_mister_has_a_name(section_of):
    """The model may miss it; "Mr." stands before nothing else, and goes with it."""
    section = section_of(MISTER)
    found = find_names(section, LABELS)
    tokens = mended(section, found).tokens

    assert found == [(Marked(3, 4, "person"), NameKind.PERSON)]
    assert (tokens[2].head, tokens[2].dep, tokens[3].head) == (3, "nmod:desc", 1)


def test_no_capitalized_word_joins_a_closed_class():
    """Pronouns and determiners are few and known: a name that stands where "he" would is none of them."""
    upos = ("NOUN", "PRON", "PROPN", "DET")
    scores = np.array([[0.0, 9.0, 1.0, 0.0], [0.0, 9.0, 1.0, 0.0], [0.0, 1.0, 0.0, 9.0]], np.float32)

    found = kept_classes(("Quist", "They", "Mr."), scores, upos).argmax(axis=1)

    assert [upos[one] for one in found] == ["PROPN", "PRON", "NOUN"]


PACT = """
Envoys envoy NOUN NNS 2 nsubj
signed sign VERB VBD 0 root
the the DET DT 6 det
Joint Joint PROPN NNP 6 compound
Lake Lake PROPN NNP 6 compound
{head} {head} PROPN NNP 2 obj
of of ADP IN 8 case
Vessen Vessen PROPN NNP 6 nmod
. . PUNCT . 2 punct
"""


def test_a_treaty_of_a_place_is_a_document(section_of):
    section = section_of(PACT.format(head="Treaty"), names=((5, 8, "place"),))

    assert named(section) == [("Treaty of Vessen", NameKind.WORK)]


@pytest.mark.parametrize(
    ("head", "kind"), [("Plan", NameKind.WORK), ("Treaty", NameKind.WORK), ("Council", NameKind.ORGANIZATION)]
)
def test_a_document_is_no_body_that_it_is_taken_for(section_of, head, kind):
    """The word that a name is built on tells: what "of" adds does not."""
    section = section_of(PACT.format(head=head), names=((3, 8, "organization"),))

    assert named(section) == [(f"Joint Lake {head} of Vessen", kind)]


def test_a_first_name_put_in_brackets_is_nobody_else(section_of):
    table = """
That that SCONJ IN 7 mark
( ( PUNCT -LRB- 3 punct
Premier Premier PROPN NNP 6 nmod:desc
Ilva Ilva PROPN NNP 3 flat
) ) PUNCT -RRB- 3 punct
Taron Taron PROPN NNP 7 nsubj
left leave VERB VBD 0 root
. . PUNCT . 7 punct
"""
    section = section_of(table, names=((3, 4, "person"), (5, 6, "person")))

    assert named(section) == [("Taron", NameKind.PERSON)]


DAY = """
On on ADP IN 2 case
{first} {first} PROPN NNP 5 obl
{second} {second} NOUN NN 2 flat
envoys envoy NOUN NNS 5 nsubj
met meet VERB VBD 0 root
. . PUNCT . 5 punct
"""


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [("Friday", "14", []), ("2015", ".", []), ("1992", "election", [("1992 election", NameKind.EVENT)])],
)
def test_a_day_or_a_number_is_no_event(section_of, first, second, expected):
    section = section_of(DAY.format(first=first, second=second), names=((1, 3, "event"),))

    assert named(section) == expected


@pytest.mark.parametrize(("first", "expected"), [("Inspector", []), ("Ilva", [("Ilva", NameKind.PERSON)])])
def test_an_office_alone_is_no_person(section_of, first, expected):
    section = section_of(DAY.format(first=first, second="14"), names=((1, 2, "person"),))

    assert named(section) == expected


@pytest.mark.parametrize("word", ["GMT", "orel_letter.doc", "Z"])
def test_zones_files_and_letters_are_no_names(section_of, word):
    """A zone of time behind an hour, a file in a letter, a letter in an argument."""
    table = MET.replace("Quist Quist PROPN NNP 7", f"{word} {word} PROPN NNP 7")

    assert named(section_of(table, names=((0, 2, "person"), (5, 6, "person")))) == [("Mara Quist", NameKind.PERSON)]
