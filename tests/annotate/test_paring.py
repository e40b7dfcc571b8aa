"""Sources that are one phrase."""

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.bio import Marked
from sourcebook.annotate.paring import pared


def left(section, first, end):
    """Return the words that are left of a source."""
    said = Said(Marked(0, 1, "cue"), Marked(first, end, "source"), (Marked(0, 1, "content"),))
    (found,) = pared(section, [said])
    return " ".join(section.words[found.source.first : found.source.end])


def test_where_somebody_spoke_is_not_who(section_of):
    section = section_of("""
        The the DET DT 2 det
        mayor mayor NOUN NN 9 nsubj
        , , PUNCT , 7 punct
        at at ADP IN 7 case
        a a DET DT 7 det
        later late ADJ JJR 7 amod
        stop stop NOUN NN 9 obl
        , , PUNCT , 7 punct
        agreed agree VERB VBD 0 root
    """)

    assert left(section, 0, 8) == "The mayor"


def test_what_is_parted_and_belongs_to_the_phrase_stays(section_of):
    """A title behind the name, and others of the same mind."""
    section = section_of("""
        Ortiz Ortiz PROPN NNP 9 nsubj
        , , PUNCT , 4 punct
        the the DET DT 4 det
        mayor mayor NOUN NN 1 appos
        , , PUNCT , 7 punct
        like like ADP IN 7 case
        Brandt Brandt PROPN NNP 9 obl
        , , PUNCT , 7 punct
        agreed agree VERB VBD 0 root
    """)

    assert left(section, 0, 5) == "Ortiz , the mayor ,"
    assert left(section, 0, 8) == "Ortiz , the mayor , like Brandt ,"


def test_a_clause_before_the_subject_is_another_one(section_of):
    section = section_of("""
        Five five NUM CD 2 nummod
        voters voter NOUN NNS 3 nsubj
        back back VERB VBP 0 root
        him he PRON PRP 3 obj
        and and CCONJ CC 7 cc
        two two NUM CD 7 nsubj
        like like VERB VBP 3 conj
        her she PRON PRP 7 obj
    """)

    assert left(section, 0, 6) == "two"


def test_a_last_and_joins_nothing(section_of):
    section = section_of("""
        Aides aide NOUN NNS 5 nsubj
        who who PRON WP 3 nsubj
        left leave VERB VBD 1 acl:relcl
        and and CCONJ CC 5 cc
        agreed agree VERB VBD 0 root
    """)

    assert left(section, 0, 4) == "Aides who left"


def test_a_name_that_the_tree_hangs_in_parts_stays(section_of):
    section = section_of("""
        Envoy envoy NOUN NN 3 nsubj
        Ortiz Ortiz PROPN NNP 3 nsubj
        agreed agree VERB VBD 0 root
    """)

    assert left(section, 0, 2) == "Envoy Ortiz"
