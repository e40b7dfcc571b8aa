"""Attributions that the tree tells, and their nesting."""

from dataclasses import replace

import pytest

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.cues import cue_kind
from sourcebook.annotate.nesting import nested

TOLD = """
Orr Orr PROPN NNP 2 nsubj
said say VERB VBD 0 root
envoys envoy NOUN NNS 5 nsubj
have have AUX VBP 5 aux
said say VERB VBN 2 ccomp
talks talk NOUN NNS 7 nsubj
failed fail VERB VBD 5 ccomp
. . PUNCT . 2 punct
"""
CITED = """
The the DET DT 3 det
Harbor Harbor PROPN NNP 3 compound
News News PROPN NNP 13 nsubj
, , PUNCT , 5 punct
citing cite VERB VBG 3 acl
the the DET DT 7 det
Agency Agency PROPN NNP 5 obj
, , PUNCT , 10 punct
which which PRON WDT 10 nsubj
cites cite VERB VBZ 7 acl:relcl
a a DET DT 12 det
source source NOUN NN 10 obj
reports report VERB VBZ 0 root
talks talk NOUN NNS 15 nsubj
failed fail VERB VBD 13 ccomp
"""
DECLINED = """
The the DET DT 2 det
ministry ministry NOUN NN 3 nsubj
declined decline VERB VBD 0 root
to to PART TO 5 mark
comment comment VERB VB 3 xcomp
. . PUNCT . 3 punct
"""
REPORTEDLY = """
Orr Orr PROPN NNP 2 nsubj
said say VERB VBD 0 root
Venn Venn PROPN NNP 5 nsubj
reportedly reportedly ADV RB 5 advmod
fled flee VERB VBD 2 ccomp
"""
ACCORDING = """
Orr Orr PROPN NNP 2 nsubj
said say VERB VBD 0 root
Venn Venn PROPN NNP 4 nsubj
fled flee VERB VBD 2 ccomp
according accord VERB VBG 7 case
to to ADP IN 5 fixed
aides aide NOUN NNS 4 obl
"""


def span(first, end, kind):
    return Marked(first, end, kind)


def shown(section, found):
    return [
        (
            one.parent,
            one.source and " ".join(section.words[one.source.first : one.source.end]),
            one.cue and " ".join(section.words[one.cue.first : one.cue.end]),
            [" ".join(section.words[part.first : part.end]) for part in one.content],
        )
        for one in found
    ]


def outer(section, cue, source, content):
    return [Said(span(*cue, "cue"), span(*source, "source"), (span(*content, "content"),))]


def test_what_envoys_said_stands_inside_what_somebody_said(section_of):
    section = section_of(TOLD)

    found = nested(section, outer(section, (1, 2), (0, 1), (2, 7)))

    assert shown(section, found) == [
        (None, "Orr", "said", ["envoys have said talks failed"]),
        (0, "envoys", "have said", ["talks failed"]),
    ]


def test_a_relay_of_a_relay_is_a_chain_of_three(section_of):
    section = section_of(CITED)

    found = nested(section, outer(section, (12, 13), (0, 3), (13, 15)))

    assert shown(section, found) == [
        (None, "The Harbor News", "reports", ["talks failed"]),
        (0, "the Agency", "citing", ["talks failed"]),
        (1, "a source", "cites", ["talks failed"]),
    ]


def test_a_refusal_is_found_though_the_model_marks_nothing(section_of):
    section = section_of(DECLINED)

    (found,) = nested(section, [])

    assert shown(section, [found]) == [(None, "The ministry", "declined", ["to comment"])]
    assert cue_kind(section, found).value == "no-comment"


def test_reportedly_attributes_to_nobody(section_of):
    section = section_of(REPORTEDLY)

    found = nested(section, outer(section, (1, 2), (0, 1), (2, 5)))

    assert shown(section, found)[1][:3] == (0, None, "reportedly")


def test_according_to_inside_a_content(section_of):
    section = section_of(ACCORDING)

    found = nested(section, outer(section, (1, 2), (0, 1), (2, 7)))

    assert shown(section, found)[1] == (0, "aides", "according to", ["Venn fled"])


def test_a_missing_source_is_the_subject_of_the_verb(section_of):
    section = section_of(TOLD)

    found = nested(section, [Said(span(1, 2, "cue"), None, (span(2, 7, "content"),))])

    assert shown(section, found)[0][1] == "Orr"


QUOTED_AS = """
Channel Channel PROPN NNP 3 nsubj
Nine Nine PROPN NNP 1 flat
cited cite VERB VBD 0 root
police police NOUN NN 3 obj
as as SCONJ IN 6 mark
saying say VERB VBG 3 advcl
Venn Venn PROPN NNP 8 nsubj
fled flee VERB VBD 6 ccomp
"""
WAS_QUOTED = """
Venn Venn PROPN NNP 2 nsubj
fled flee VERB VBD 6 ccomp
, , PUNCT , 2 punct
Orr Orr PROPN NNP 6 nsubj:pass
was be AUX VBD 6 aux:pass
quoted quote VERB VBN 0 root
as as SCONJ IN 8 mark
saying say VERB VBG 6 advcl
by by ADP IN 11 case
Channel Channel PROPN NNP 11 compound
Nine Nine PROPN NNP 6 obl:agent
"""
TOLD_IT = """
Orr Orr PROPN NNP 2 nsubj
told tell VERB VBD 0 root
Channel Channel PROPN NNP 4 compound
Nine Nine PROPN NNP 2 iobj
Venn Venn PROPN NNP 6 nsubj
fled flee VERB VBD 2 ccomp
"""
STRAY = """
Orr Orr PROPN NNP 2 nsubj
said say VERB VBD 0 root
envoys envoy NOUN NNS 7 nsubj
have have AUX VBP 5 aux
said say VERB VBN 2 ccomp
talks talk NOUN NNS 7 nsubj
failed fail VERB VBD 5 ccomp
"""
ACCORDING_FIRST = """
According accord VERB VBG 3 case
to to ADP IN 1 fixed
aides aide NOUN NNS 6 obl
, , PUNCT , 3 punct
Venn Venn PROPN NNP 6 nsubj
fled flee VERB VBD 0 root
"""
AIDE = """
Venn Venn PROPN NNP 2 nsubj
fled flee VERB VBD 0 root
according accord VERB VBG 5 case
to to ADP IN 3 fixed
aides aide NOUN NNS 2 obl
quoted quote VERB VBN 5 acl
by by ADP IN 9 case
Channel Channel PROPN NNP 9 compound
Nine Nine PROPN NNP 6 obl:agent
"""


def test_quoting_somebody_as_saying_is_two_links(section_of):
    section = section_of(QUOTED_AS)

    found = nested(section, outer(section, (5, 6), (0, 2), (6, 8)))

    assert shown(section, found) == [
        (None, "Channel Nine", "cited", ["Venn fled"]),
        (0, "police", "saying", ["Venn fled"]),
    ]


def test_being_quoted_as_saying_is_two_links(section_of):
    section = section_of(WAS_QUOTED)

    assert shown(section, nested(section, [])) == [
        (None, "Channel Nine", "was quoted", ["Venn fled"]),
        (0, "Orr", "saying", ["Venn fled"]),
    ]


def test_whom_it_was_told_to_is_not_the_source(section_of):
    section = section_of(TOLD_IT)

    found = nested(section, outer(section, (1, 2), (2, 4), (4, 6)))

    assert shown(section, found) == [(None, "Orr", "told", ["Venn fled"])]


def test_a_subject_hung_too_low_is_the_speaker_that_it_stands_before(section_of):
    section = section_of(STRAY)

    found = nested(section, outer(section, (1, 2), (0, 1), (2, 7)))

    assert shown(section, found)[1] == (0, "envoys", "have said", ["talks failed"])


def test_according_to_attributes_whatever_the_model_marks(section_of):
    section = section_of(ACCORDING_FIRST)

    assert shown(section, nested(section, [])) == [(None, "aides", "According to", ["Venn fled"])]


def test_a_piece_of_a_clause_without_its_verb_grows_to_the_clause(section_of):
    section = section_of(ACCORDING_FIRST)

    found = nested(section, outer(section, (0, 2), (2, 3), (4, 5)))

    assert shown(section, found) == [(None, "aides", "According to", ["Venn fled"])]


def test_an_outlet_that_quotes_the_source_is_the_outer_link(section_of):
    section = section_of(AIDE)

    found = nested(section, outer(section, (2, 4), (4, 9), (0, 2)))

    assert shown(section, found) == [
        (None, "Channel Nine", "quoted", ["Venn fled"]),
        (0, "aides", "according to", ["Venn fled"]),
    ]


IN_THE_MIDDLE = """
Osk Osk PROPN NNP 2 compound
Radio Radio PROPN NNP 3 nsubj
reported report VERB VBD 0 root
, , PUNCT , 5 punct
citing cite VERB VBG 3 advcl
police police NOUN NNS 5 obj
, , PUNCT , 10 punct
that that SCONJ IN 10 mark
Venn Venn PROPN NNP 10 nsubj
fled flee VERB VBD 5 ccomp
"""


def test_who_is_cited_before_the_clause_says_it(section_of):
    """The parser hangs the clause on the nearer of the two verbs, the model may take all of it for one content."""
    section = section_of(IN_THE_MIDDLE)

    found = nested(section, outer(section, (4, 5), (0, 2), (5, 10)))

    assert shown(section, found) == [
        (None, "Osk Radio", "reported", ["that Venn fled"]),
        (0, "police", "citing", ["that Venn fled"]),
    ]


COST = """
Orr Orr PROPN NNP 2 nsubj
said say VERB VBD 0 root
talks talk NOUN NNS 4 nsubj
failed fail VERB VBD 2 ccomp
citing cite VERB VBG 2 advcl
the the DET DT 7 det
cost cost NOUN NN 5 obj
"""
CITES = COST.replace("cost cost", "envoy envoy")


def test_what_is_cited_and_could_not_say_it_is_said(section_of):
    said = Said(Marked(1, 2, "cue"), Marked(0, 1, "source"), (Marked(2, 4, "content"),))
    cited = Said(Marked(4, 5, "cue"), Marked(0, 1, "source"), (Marked(5, 7, "content"),))

    assert cited in nested(section_of(COST), [said, cited])
    assert cited not in nested(section_of(CITES), [said, cited])


ACCORDING_CITES = """
According accord VERB VBG 3 case
to to ADP IN 1 fixed
Harbor Harbor PROPN NNP 12 obl
News News PROPN NNP 3 flat
, , PUNCT , 7 punct
which which PRON WDT 7 nsubj
cites cite VERB VBZ 3 acl:relcl
an a DET DT 9 det
aide aide NOUN NN 7 obj
, , PUNCT , 3 punct
talks talk NOUN NNS 12 nsubj
failed fail VERB VBD 0 root
"""
YET = """
The the DET DT 2 det
firm firm NOUN NN 6 nsubj
has have AUX VBZ 6 aux
yet yet ADV RB 6 advmod
to to PART TO 6 mark
respond respond VERB VB 0 root
"""
SILENCE = """
There there PRON EX 2 expl
was be VERB VBD 0 root
no no DET DT 5 det
immediate immediate ADJ JJ 5 amod
comment comment NOUN NN 2 nsubj
from from ADP IN 8 case
the the DET DT 8 det
embassy embassy NOUN NN 5 nmod
"""
PUT = """
The the DET DT 2 det
league league NOUN NN 3 nsubj
put put VERB VBD 0 root
the the DET DT 5 det
toll toll NOUN NN 3 obj
at at ADP IN 7 case
40 40 NUM CD 3 obl
"""
WITHDREW = """
The the DET DT 2 det
clerk clerk NOUN NN 3 nsubj
withdrew withdraw VERB VBD 0 root
the the DET DT 5 det
claim claim NOUN NN 3 obj
"""
BELIEVED = """
It it PRON PRP 3 nsubj:pass
is be AUX VBZ 3 aux:pass
believed believe VERB VBN 0 root
the the DET DT 5 det
gang gang NOUN NN 6 nsubj
fled flee VERB VBD 3 ccomp
"""
SHOUTING = """
Crowds crowd NOUN NNS 2 nsubj
came come VERB VBD 0 root
, , PUNCT , 4 punct
shouting shout VERB VBG 2 advcl
Shame shame NOUN NN 4 obj
"""
AFTER = """
Orr Orr PROPN NNP 2 nsubj
left leave VERB VBD 0 root
. . PUNCT . 2 punct
Venn Venn PROPN NNP 5 nsubj
praised praise VERB VBD 0 root
him he PRON PRP 5 obj
"""
JOINED = """
The the DET DT 2 det
note note NOUN NN 3 nsubj
says say VERB VBZ 0 root
mills mill NOUN NNS 5 nsubj
closed close VERB VBD 3 ccomp
and and CCONJ CC 7 cc
warns warn VERB VBZ 3 conj
of of ADP IN 9 case
floods flood NOUN NNS 7 obl
"""


def test_whom_an_outlet_behind_according_cites_is_the_inner_link(section_of):
    section = section_of(ACCORDING_CITES)

    found = nested(section, outer(section, (6, 7), (5, 6), (7, 12)))

    assert shown(section, found) == [
        (None, "Harbor News", "According to", ["talks failed"]),
        (0, "an aide", "cites", ["talks failed"]),
    ]


@pytest.mark.parametrize(
    ("table", "expected", "kind"),
    [
        (YET, ("The firm", "has yet to respond", []), "no-response"),
        (SILENCE, ("the embassy", "no immediate comment", []), "no-comment"),
        (PUT, ("The league", "put", ["the toll at 40"]), "says"),
        (WITHDREW, ("The clerk", "withdrew", ["the claim"]), "retracts"),
        (BELIEVED, (None, "is believed", ["the gang fled"]), "believes"),
    ],
)
def test_what_the_tree_tells_though_the_model_marks_nothing(section_of, table, expected, kind):
    section = section_of(table)

    (found,) = nested(section, [])

    assert shown(section, [found]) == [(None, *expected)]
    assert cue_kind(section, found).value == kind


def test_what_is_put_somewhere_is_no_count(section_of):
    assert nested(section_of(PUT.replace("40 40 NUM CD", "home home NOUN NN")), []) == []


def test_what_is_taken_back_must_be_words(section_of):
    assert nested(section_of(WITHDREW.replace("claim", "troop")), []) == []


def test_a_source_in_another_sentence_gives_way_to_the_subject(section_of):
    section = section_of(AFTER)
    section = replace(section, bounds=(0, 3, 6))
    marked = [Said(span(4, 5, "cue"), span(0, 1, "source"), (span(5, 6, "content"),))]

    assert [one[1] for one in shown(section, nested(section, marked))] == ["Venn"]


def test_a_participle_has_the_subject_of_its_clause(section_of):
    section = section_of(SHOUTING)

    (found,) = nested(section, [Said(span(3, 4, "cue"), None, (span(4, 5, "content"),))])

    assert shown(section, [found]) == [(None, "Crowds", "shouting", ["Shame"])]


def test_a_content_ends_before_a_verb_of_saying_beside_its_own(section_of):
    section = section_of(JOINED)

    found = nested(section, outer(section, (2, 3), (0, 2), (3, 9)))

    assert shown(section, found)[0] == (None, "The note", "says", ["mills closed"])


ACCUSED = """
Orr Orr PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
accused accuse VERB VBN 0 root
of of ADP IN 5 case
fraud fraud NOUN NN 3 obl
"""
THOUGHT = """
men man NOUN NNS 0 root
thought think VERB VBN 1 acl
to to PART TO 4 mark
hide hide VERB VB 2 xcomp
"""
NOT_TOLD = """
Orr Orr PROPN NNP 2 nsubj
declined decline VERB VBD 0 root
to to PART TO 4 mark
say say VERB VB 2 xcomp
who who PRON WP 6 nsubj
left leave VERB VBD 4 ccomp
"""
AGENCY = """
As as SCONJ IN 2 mark
reported report VERB VBN 8 advcl
by by ADP IN 5 case
the the DET DT 5 det
agency agency NOUN NN 2 obl:agent
Sorta Sorta PROPN NNP 5 appos
talks talk NOUN NNS 8 nsubj
failed fail VERB VBD 0 root
"""
ACCORDING_CITING = """
According accord VERB VBG 3 case
to to ADP IN 1 fixed
Prism Prism PROPN NNP 10 obl
, , PUNCT , 3 punct
citing cite VERB VBG 10 advcl
court court NOUN NN 7 compound
papers paper NOUN NNS 5 obj
, , PUNCT , 5 punct
talks talk NOUN NNS 10 nsubj
failed fail VERB VBD 0 root
"""


@pytest.mark.parametrize(
    ("table", "source", "cue", "content"),
    [(ACCUSED, (0, 1), (1, 4), (4, 5)), (THOUGHT, (0, 1), (1, 2), (2, 4))],
)
def test_who_is_only_spoken_of_is_no_source(section_of, table, source, cue, content):
    section = section_of(table)

    (found,) = nested(section, outer(section, cue, source, content))

    assert found.source is None


def test_what_somebody_declines_to_say_is_not_said(section_of):
    section = section_of(NOT_TOLD)

    assert [one[2] for one in shown(section, nested(section, []))] == ["declined"]


def test_a_source_keeps_the_name_right_behind_its_noun(section_of):
    section = section_of(AGENCY)

    assert shown(section, nested(section, []))[0][1] == "the agency Sorta"


def test_whom_an_outlet_cites_before_the_clause_is_the_inner_link(section_of):
    section = section_of(ACCORDING_CITING)

    found = nested(section, outer(section, (4, 5), (2, 3), (5, 10)))

    assert shown(section, found) == [
        (None, "Prism", "According to", ["talks failed"]),
        (0, "court papers", "citing", ["talks failed"]),
    ]
