"""Attributions that the tree tells, and their nesting."""

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
