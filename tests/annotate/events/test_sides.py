"""Who acts on whom where the grammar says it in a roundabout way, from hand-made trees."""

import pytest

from sourcebook.annotate.events import find_events
from sourcebook.values.kinds import NameKind, Precision, TimeKind
from sourcebook.values.marks import NameMark, TimeMark
from tests.annotate.tables import read_table

# One line a word: form, lemma, UPOS, XPOS, head (from 1, 0 is the root), relation.
FILED_BY = """
Judges judge NOUN NNS 2 nsubj
rejected reject VERB VBD 0 root
an a DET DT 4 det
appeal appeal NOUN NN 2 obj
filed file VERB VBN 4 acl
by by ADP IN 7 case
Brandt Brandt PROPN NNP 5 obl:agent
"""
OWN_COUNTRY = """
Arlen Arlen PROPN NNP 2 nsubj
praised praise VERB VBD 0 root
his his PRON PRP$ 4 nmod:poss
country country NOUN NN 6 nmod:poss
's 's PART POS 4 case
offer offer NOUN NN 2 obj
to to ADP IN 8 case
Tor Tor PROPN NNP 6 nmod
"""
WITHIN = """
Rebels rebel NOUN NNS 2 nsubj
attacked attack VERB VBD 0 root
a a DET DT 4 det
bridge bridge NOUN NN 2 obj
in in ADP IN 6 case
Tor Tor PROPN NNP 4 nmod
"""
WITHDREW = """
Vash Vash PROPN NNP 2 nsubj
withdrew withdraw VERB VBD 0 root
its its PRON PRP$ 4 nmod:poss
troops troop NOUN NNS 2 obj
from from ADP IN 6 case
Tor Tor PROPN NNP 2 obl
"""
RECEIVED = """
Tor Tor PROPN NNP 2 nsubj
received receive VERB VBD 0 root
sanctions sanctions NOUN NNS 2 obj
from from ADP IN 5 case
Vash Vash PROPN NNP 2 obl
"""
FOUND_GUILTY = """
Judges judge NOUN NNS 2 nsubj
found find VERB VBD 0 root
Brandt Brandt PROPN NNP 4 nsubj
guilty guilty ADJ JJ 2 xcomp
"""
SAID_HE = """
Arlen Arlen PROPN NNP 2 nsubj
said say VERB VBD 0 root
he he PRON PRP 5 mark
will will AUX MD 5 aux
free free VERB VB 2 ccomp
Brandt Brandt PROPN NNP 5 obj
"""
MUST = """
Arlen Arlen PROPN NNP 2 nsubj
said say VERB VBD 0 root
Tor Tor PROPN NNP 5 nsubj
must must AUX MD 5 aux
help help VERB VB 2 ccomp
"""
ARMIES = """
The the DET DT 2 det
armies army NOUN NNS 7 nsubj
of of ADP IN 4 case
Tor Tor PROPN NNP 2 nmod
and and CCONJ CC 6 cc
Vash Vash PROPN NNP 4 conj
cooperated cooperate VERB VBD 0 root
"""
VOICED = """
Arlen Arlen PROPN NNP 2 nsubj
voiced voice VERB VBD 0 root
his his PRON PRP$ 4 nmod:poss
support support NOUN NN 2 obj
and and CCONJ CC 6 cc
praise praise NOUN NN 4 conj
of of ADP IN 8 case
Brandt Brandt PROPN NNP 6 nmod
"""
CURFEW = """
Vash Vash PROPN NNP 2 nsubj
imposed impose VERB VBD 0 root
a a DET DT 4 det
curfew curfew NOUN NN 2 obj
in in ADP IN 6 case
Tor Tor PROPN NNP 2 obl
"""
DONOR = """
Vash Vash PROPN NNP 4 nsubj
is be AUX VBZ 4 cop
a a DET DT 4 det
donor donor NOUN NN 0 root
, , PUNCT , 6 punct
helping help VERB VBG 4 acl
Brandt Brandt PROPN NNP 6 obj
"""
SENT = """
Arlen Arlen PROPN NNP 2 nsubj
faxed fax VERB VBD 0 root
a a DET DT 4 det
form form NOUN NN 2 obj
to to ADP IN 6 case
Brandt Brandt PROPN NNP 2 obl
"""
DEMANDED = """
Judges judge NOUN NNS 2 nsubj
demanded demand VERB VBD 0 root
answers answer NOUN NNS 2 obj
on on ADP IN 5 case
Tuesday Tuesday PROPN NNP 2 obl
from from ADP IN 7 case
Brandt Brandt PROPN NNP 2 obl
"""
HUNG_INSIDE = """
Vash Vash PROPN NNP 2 nsubj
sent send VERB VBD 0 root
tents tent NOUN NNS 2 obj
made make VERB VBN 3 acl
of of ADP IN 6 case
wool wool NOUN NN 4 obl
to to ADP IN 8 case
Tor Tor PROPN NNP 4 obl
"""
LIFTED = """
Vash Vash PROPN NNP 2 nsubj
lifted lift VERB VBD 0 root
sanctions sanctions NOUN NNS 2 obj
imposed impose VERB VBN 3 acl
on on ADP IN 6 case
Tor Tor PROPN NNP 4 obl
"""
PERSONS, PLACES = {"Arlen", "Brandt"}, {"Tor", "Vash"}


def sides(written: str) -> dict[str, tuple[str | None, dict[str, list[str]]]]:
    """Return type and parts of each event, by its trigger."""
    text, tokens = read_table(written)
    names, times = [], []
    for token in tokens:
        span, form = token.span, token.span.of(text)
        if form in PERSONS | PLACES:
            names.append(NameMark(span, NameKind.PERSON if form in PERSONS else NameKind.PLACE))
        if form == "Tuesday":
            times.append(TimeMark(span, TimeKind.DATE, "XXXX-WXX-2", None, None, Precision.DAY, True, "day"))
    found: dict[str, tuple[str | None, dict[str, list[str]]]] = {}
    for event in find_events(tokens, names, times):
        roles: dict[str, list[str]] = {}
        for role in event.roles:
            roles.setdefault(role.role.value, []).append(role.span.of(text))
        found[event.span.of(text)] = (event.type, roles)
    return found


@pytest.mark.parametrize(
    ("written", "trigger", "actor", "recipient"),
    [
        (FILED_BY, "rejected", "Judges", "Brandt"),
        (OWN_COUNTRY, "praised", "Arlen", "Tor"),
        (WITHDREW, "withdrew", "Vash", "Tor"),
        (WITHDREW.replace("troops troop ", "troops troops "), "withdrew", "Vash", "Tor"),
        (RECEIVED, "sanctions", "Vash", "Tor"),
        (FOUND_GUILTY, "found", "Judges", "Brandt"),
        (SAID_HE, "free", "he", "Brandt"),
        (MUST, "said", "Arlen", "Tor"),
        (VOICED, "support", "Arlen", "Brandt"),
        (VOICED, "praise", "Arlen", "Brandt"),
        (CURFEW, "curfew", "Vash", "Tor"),
        (DONOR, "helping", "Vash", "Brandt"),
        (SENT, "faxed", "Arlen", "Brandt"),
        (DEMANDED, "demanded", "Judges", "Brandt"),
        (HUNG_INSIDE, "sent", "Vash", "Tor"),
        (LIFTED, "sanctions", "Vash", "Tor"),
    ],
)
def test_both_sides_are_found(written: str, trigger: str, actor: str, recipient: str) -> None:
    """An event that names one side alone says half of who did what to whom."""
    _, roles = sides(written)[trigger]

    assert actor in roles["actor"]
    assert recipient in roles["recipient"]


def test_where_a_thing_is_is_not_whose_it_is() -> None:
    _, roles = sides(WITHIN)["attacked"]

    assert "recipient" not in roles
    assert roles["place"] == ["Tor"]


def test_a_noun_that_joins_two_names_joins_two_sides() -> None:
    """Who cooperates are the two countries, not one army."""
    assert sides(ARMIES)["cooperated"] == ("COOPERATE", {"participant": ["Tor", "Vash"]})


def test_what_must_be_done_is_asked_for() -> None:
    assert sides(MUST)["said"][0] == "REQUEST"
