"""Names that their form alone gives."""

import pytest

from sourcebook.annotate.bio import Marked
from sourcebook.annotate.formed import formed


def told(section, found=()):
    return [(" ".join(section.words[one.first : one.end]), one.kind) for one in formed(section, list(found))]


STREET = """
Shots shot NOUN NNS 2 nsubj
rang ring VERB VBD 0 root
out out ADP RP 2 compound:prt
on on ADP IN 6 case
{number} {number} ADJ JJ 6 amod
{way} {way} PROPN NNP 2 obl
. . PUNCT . 2 punct
"""
SHIP = """
The the DET DT 3 det
{letters} {letters} PROPN NNP 3 compound
{name} {name} PROPN NNP 4 nsubj
left leave VERB VBD 0 root
port port NOUN NN 4 obj
. . PUNCT . 4 punct
"""


@pytest.mark.parametrize("way", ["Street", "Ave.", "Boulevard"])
def test_a_numbered_street_is_a_place(section_of, way):
    assert told(section_of(STREET.format(number="14th", way=way))) == [(f"14th {way}", "place")]


@pytest.mark.parametrize(
    ("number", "way"), [("14", "Street"), ("14th", "street"), ("14th", "Battalion"), ("4th", "Place")]
)
def test_other_numbers_are_no_street(section_of, number, way):
    assert told(section_of(STREET.format(number=number, way=way))) == []


@pytest.mark.parametrize("letters", ["USS", "MV", "INS"])
def test_a_ship_is_one_name_with_its_letters(section_of, letters):
    section = section_of(SHIP.format(letters=letters, name="Orvane"))

    assert told(section, [Marked(2, 3, "person")]) == [(f"{letters} Orvane", "misc")]


@pytest.mark.parametrize(("letters", "name"), [("INS", "Commissioner"), ("INS", "HQ"), ("Ms", "Orvane")])
def test_what_follows_the_letters_is_no_ship(section_of, letters, name):
    kept = Marked(1, 3, "organization")

    assert formed(section_of(SHIP.format(letters=letters, name=name)), [kept]) == [kept]


BODY = """
The the DET DT 3 det
{first} {first} PROPN NNP 3 {dep}
{head} {head} PROPN NNP 4 nsubj
denied deny VERB VBD 0 root
it it PRON PRP 4 obj
. . PUNCT . 4 punct
But but CCONJ CC 10 cc
the the DET DT 9 det
{short} {short} PROPN {tag} 10 nsubj
left leave VERB VBD 4 conj
. . PUNCT . 4 punct
"""


def body(section_of, first="Interior", head="Ministry", dep="compound", short="envoys", tag="NNS"):
    return section_of(BODY.format(first=first, head=head, dep=dep, short=short, tag=tag))


@pytest.mark.parametrize("head", ["Ministry", "Committee", "Parliament"])
def test_a_body_that_the_model_overlooks(section_of, head):
    assert told(body(section_of, head=head)) == [(f"Interior {head}", "organization")]


@pytest.mark.parametrize(
    ("first", "head", "dep"),
    [("interior", "Ministry", "amod"), ("Interior", "ministry", "amod"), ("Interior", "Ministry", "dep"),
     ("Interior", "Bridge", "compound")],
)  # fmt: skip
def test_other_words_name_no_body(section_of, first, head, dep):
    """Small letters, a word that the tree does not hang on the head, a head that is no body's."""
    assert told(body(section_of, first=first, head=head, dep=dep)) == []


@pytest.mark.parametrize(
    ("short", "tag", "found"),
    [("Front", "NNP", ["Front"]), ("front", "NN", []), ("Side", "NNP", [])],
)
def test_what_a_body_is_called_for_short(section_of, short, tag, found):
    section = body(section_of, first="Highland", head="Front", short=short, tag=tag)

    assert [name for name, _ in told(section, [Marked(1, 3, "organization")])[1:]] == found


PLAYED = """
Captain captain NOUN NN 3 nsubj
of of ADP IN 1 case
Orel Orel PROPN NNP 4 compound
{name} {name} PROPN NNPS 1 nmod
. . PUNCT . 1 punct
Yesterday yesterday NOUN NN 8 obl
{name} {name} PROPN NNPS 8 nsubj
won win VERB VBD 0 root
. . PUNCT . 8 punct
"""


def test_a_name_in_the_plural_needs_no_article(section_of):
    section = section_of(PLAYED.format(name="Rangers"))

    assert told(section, [Marked(2, 4, "organization")])[1:] == [("Rangers", "organization")]


SCHOOL = """
She she PRON PRP 2 nsubj
left leave VERB VBD 0 root
the the DET DT 4 det
{first} {first} PROPN NNP 2 obj
of of ADP IN 7 case
Port Port PROPN NNP 7 compound
Maren Maren PROPN NNP 4 nmod
. . PUNCT . 2 punct
"""


@pytest.mark.parametrize(("first", "kind"), [("University", "organization"), ("Harbor", "place")])
def test_a_body_of_a_place_is_no_place(section_of, first, kind):
    section = section_of(SCHOOL.format(first=first))

    assert told(section, [Marked(3, 7, "place")]) == [(f"{first} of Port Maren", kind)]


PAIR = """
{first} {first} PROPN NNP 2 {dep}
{second} {second} {pos} NNP 3 nsubj
spoke speak VERB VBD 0 root
. . PUNCT . 3 punct
"""


@pytest.mark.parametrize(
    ("first", "second", "pos", "given", "kind"),
    [("Orel", "Courier", "PROPN", "person", "organization"), ("Radio", "Sarn", "PROPN", "place", "organization"),
     ("Times", "Square", "PROPN", "place", "place"), ("Orel", "Bridge", "PROPN", "place", "place")],
)  # fmt: skip
def test_an_outlet_by_its_words(section_of, first, second, pos, given, kind):
    section = section_of(PAIR.format(first=first, second=second, pos=pos, dep="compound"))

    assert told(section, [Marked(0, 2, given)]) == [(f"{first} {second}", kind)]


@pytest.mark.parametrize(("word", "pos", "kind"), [("Torvanian", "ADJ", "misc"), ("Torvania", "PROPN", "place")])
def test_an_adjective_of_a_place_is_no_place(section_of, word, pos, kind):
    section = section_of(PAIR.format(first="Yesterday", second=word, pos=pos, dep="obl"))

    assert told(section, [Marked(1, 2, "place")]) == [(word, kind)]


@pytest.mark.parametrize(
    ("first", "kind", "found"),
    [("Counsel", "person", "Taron"), ("Minister", "person", "Taron"), ("Pope", "person", "Pope Taron"),
     ("Counsel", "organization", "Counsel Taron")],
)  # fmt: skip
def test_an_office_is_no_part_of_a_name(section_of, first, kind, found):
    """What rulers and clerics are called stays: little else would name them."""
    section = section_of(PAIR.format(first=first, second="Taron", pos="PROPN", dep="compound"))

    assert told(section, [Marked(0, 2, kind)]) == [(found, kind)]


@pytest.mark.parametrize(("second", "kind"), [("Nations", "organization"), ("Kingdom", "place")])
def test_bodies_of_states_are_no_places(section_of, second, kind):
    section = section_of(PAIR.format(first="United", second=second, pos="PROPN", dep="amod"))

    assert told(section, [Marked(0, 2, "place")]) == [(f"United {second}", kind)]


@pytest.mark.parametrize(
    ("second", "given", "kind"),
    [("Airlines", "place", "organization"), ("Energy", "person", "organization"), ("Plains", "place", "place")],
)
def test_a_company_by_its_last_word(section_of, second, given, kind):
    section = section_of(PAIR.format(first="Orvane", second=second, pos="PROPN", dep="compound"))

    assert told(section, [Marked(0, 2, given)]) == [(f"Orvane {second}", kind)]


@pytest.mark.parametrize(
    ("address", "kind"),
    [("sarn-today.com", "organization"), ("orel.info", "organization"), ("St.Orva", "place"), ("J.Lo", "place")],
)
def test_an_address_stands_for_who_writes_there(section_of, address, kind):
    section = section_of(PAIR.format(first="Yesterday", second=address, pos="PROPN", dep="obl"))

    assert told(section, [Marked(1, 2, "place")]) == [(address, kind)]


@pytest.mark.parametrize(
    ("head", "kind"), [("Revolt", "event"), ("Summit", "event"), ("Empire", "place"), ("Envoys", None)]
)
def test_happenings_and_lands_that_the_model_overlooks(section_of, head, kind):
    """The adjective before may be a name by itself."""
    found = told(body(section_of, first="Torvanian", head=head, dep="amod"), [Marked(1, 2, "misc")])

    assert found == [(f"Torvanian {head}", kind) if kind else ("Torvanian", "misc")]


def test_a_title_names_no_happening(section_of):
    """All its words have great letters: "Major Offensive" is what anybody calls it."""
    section = section_of(
        PAIR.format(first="Major", second="Offensive", pos="PROPN", dep="amod").replace("spoke", "Won")
    )

    assert told(section) == []


@pytest.mark.parametrize(
    ("first", "second", "given", "kind"),
    [("Orel", "Referendum", "organization", "event"), ("Operation", "Kestrel", "place", "event"),
     ("Orel", "Games", "organization", "organization"), ("Orel", "Republic", "organization", "place"),
     ("World", "Conference", "organization", "event"), ("Judicial", "Conference", "organization", "organization")],
)  # fmt: skip
def test_a_happening_or_land_by_its_words(section_of, first, second, given, kind):
    section = section_of(PAIR.format(first=first, second=second, pos="PROPN", dep="compound"))

    assert told(section, [Marked(0, 2, given)]) == [(f"{first} {second}", kind)]


@pytest.mark.parametrize(
    ("first", "given", "kind"), [("Conference", "organization", "organization"), ("Siege", "place", "event")]
)
def test_a_conference_of_somebody_is_a_body(section_of, first, given, kind):
    section = section_of(SCHOOL.format(first=first))

    assert told(section, [Marked(3, 7, given)]) == [(f"{first} of Port Maren", kind)]


def test_a_body_named_by_two_peoples(section_of):
    """The tree may hang the first anywhere."""
    table = BODY.replace("The the DET DT 3 det", "Orel Orel PROPN NNP 3 dep\n- - PUNCT HYPH 1 punct", 1)
    table = table.replace("{first} {first} PROPN NNP 3 {dep}", "Sarn Sarn PROPN NNP 4 compound")
    table = table.replace("{head} {head} PROPN NNP 4 nsubj", "{head} {head} PROPN NNP 5 nsubj")
    section = section_of(table.format(head="Council", short="envoys", tag="NNS"))

    assert told(section) == [("Orel - Sarn Council", "organization")]
