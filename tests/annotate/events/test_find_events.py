"""Events from hand-made trees, so that a fault here is the grammar's and not the parser's."""

import pytest

from sourcebook.annotate.events import find_events
from sourcebook.values.kinds import NameKind, Precision, Role, TimeKind
from sourcebook.values.marks import EventMark, NameMark, TimeMark, Token
from sourcebook.values.spans import Span
from tests.annotate.tables import read_table

# One line a word: form, lemma, UPOS, XPOS, head (from 1, 0 is the root), relation.
MET = """
Arlen Arlen PROPN NNP 2 nsubj
met meet VERB VBD 0 root
envoys envoy NOUN NNS 2 obj
from from ADP IN 5 case
Tor Tor PROPN NNP 3 nmod
and and CCONJ CC 7 cc
Vash Vash PROPN NNP 5 conj
in in ADP IN 9 case
Sarn Sarn PROPN NNP 2 obl
"""
DID_NOT = """
Arlen Arlen PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
meet meet VERB VB 0 root
Brandt Brandt PROPN NNP 4 obj
"""
WILL_IF = """
Arlen Arlen PROPN NNP 3 nsubj
will will AUX MD 3 aux
meet meet VERB VB 0 root
Brandt Brandt PROPN NNP 3 obj
if if SCONJ IN 8 mark
the the DET DT 7 det
rebels rebel NOUN NNS 8 nsubj
withdraw withdraw VERB VBP 3 advcl
"""
KILLED = """
Brandt Brandt PROPN NNP 3 nsubj:pass
was be AUX VBD 3 aux:pass
killed kill VERB VBN 0 root
by by ADP IN 5 case
rebels rebel NOUN NNS 3 obl:agent
"""
CURRENT = """
Rebels rebel NOUN NNS 2 nsubj
killed kill VERB VBD 0 root
the the DET DT 5 det
{0} {0} ADJ JJ 5 amod
{1} {1} NOUN NN 2 obj
"""
DENIED = """
Arlen Arlen PROPN NNP 2 nsubj
denied deny VERB VBD 0 root
meeting meet VERB VBG 2 xcomp
Brandt Brandt PROPN NNP 3 obj
"""
DENIED_PLANS = """
Arlen Arlen PROPN NNP 2 nsubj
{0} {1} VERB VBD 0 root
plans plan NOUN NNS 2 obj
to to PART TO 5 mark
meet meet VERB VB 3 acl
Brandt Brandt PROPN NNP 5 obj
"""
DENIED_REPORTS = """
Arlen Arlen PROPN NNP 2 nsubj
dismissed dismiss VERB VBD 0 root
reports report NOUN NNS 2 obj
of of ADP IN 5 case
talks talk NOUN NNS 3 nmod
with with ADP IN 7 case
rebels rebel NOUN NNS 5 nmod
"""
PROMISED = """
Rebels rebel NOUN NNS 2 nsubj
promised promise VERB VBD 0 root
to to PART TO 4 mark
attack attack VERB VB 2 xcomp
Sarn Sarn PROPN NNP 4 obj
"""
FORCED = """
Rebels rebel NOUN NNS 2 nsubj
forced force VERB VBD 0 root
Arlen Arlen PROPN NNP 2 obj
to to PART TO 5 mark
visit visit VERB VB 2 xcomp
Sarn Sarn PROPN NNP 5 obj
"""
TALKS = """
Arlen Arlen PROPN NNP 2 nsubj
held hold VERB VBD 0 root
talks talk NOUN NNS 2 obj
with with ADP IN 5 case
rebels rebel NOUN NNS 3 nmod
"""
CALLED = """
Arlen Arlen PROPN NNP 2 nsubj
called call VERB VBD 0 root
for for ADP IN 4 case
talks talk NOUN NNS 2 obl
"""
WHO_FLED = """
Brandt Brandt PROPN NNP 7 nsubj
, , PUNCT , 4 punct
who who PRON WP 4 nsubj
visited visit VERB VBD 1 acl:relcl
Sarn Sarn PROPN NNP 4 obj
, , PUNCT , 4 punct
criticized criticize VERB VBD 0 root
Arlen Arlen PROPN NNP 7 obj
"""
LED_TO = """
Talks talk NOUN NNS 2 nsubj
led lead VERB VBD 0 root
to to ADP IN 4 case
clashes clash NOUN NNS 2 obl
"""
NEITHER = """
Neither neither DET DT 2 det
envoy envoy NOUN NN 3 nsubj
met meet VERB VBD 0 root
Brandt Brandt PROPN NNP 3 obj
"""
NOT_ONLY = """
Rebels rebel NOUN NNS 4 nsubj
not not PART RB 4 advmod
only only ADV RB 2 fixed
attacked attack VERB VBD 0 root
Sarn Sarn PROPN NNP 4 obj
"""
DID_NOT_STOP = """
Arlen Arlen PROPN NNP 4 nsubj
did do AUX VBD 4 aux
not not PART RB 4 advmod
stop stop VERB VB 0 root
rebels rebel NOUN NNS 4 obj
from from SCONJ IN 7 mark
attacking attack VERB VBG 4 advcl
Sarn Sarn PROPN NNP 7 obj
"""
HELPED = """
Rebels rebel NOUN NNS 2 nsubj
helped help VERB VBD 0 root
to to PART TO 4 mark
attack attack VERB VB 2 xcomp
Sarn Sarn PROPN NNP 4 obj
"""
PERSONS, PLACES = {"Arlen", "Brandt"}, {"Sarn", "Tor", "Vash"}


def read(written: str) -> tuple[str, list[Token], list[NameMark]]:
    text, tokens = read_table(written)
    names = [
        NameMark(token.span, NameKind.PERSON if form in PERSONS else NameKind.PLACE)
        for token in tokens
        if (form := token.span.of(text)) in PERSONS | PLACES
    ]
    return text, tokens, names


def events(written: str) -> dict[str, tuple[EventMark, dict[str, list[str]]]]:
    text, tokens, names = read(written)
    found = {}
    for event in find_events(tokens, names, []):
        roles: dict[str, list[str]] = {}
        for role in event.roles:
            roles.setdefault(role.role.value, []).append(role.span.of(text))
        found[event.span.of(text)] = (event, roles)
    return found


def test_a_meeting_has_its_sides_and_its_place() -> None:
    event, roles = events(MET)["met"]

    assert (event.type, event.modality, event.tense, event.polarity) == ("CONSULT", "asserted", "past", "positive")
    assert (roles["actor"], roles["place"]) == (["Arlen"], ["Sarn"])
    assert roles["recipient"][0].startswith("envoys")


@pytest.mark.parametrize(
    ("written", "trigger", "kind", "polarity", "modality", "tense"),
    [
        (DID_NOT, "meet", "CONSULT", "negative", "asserted", "past"),
        (NEITHER, "met", "CONSULT", "negative", "asserted", "past"),
        (WILL_IF, "meet", "CONSULT", "positive", "conditional", "future"),
        (WILL_IF, "withdraw", "RETREAT", "positive", "conditional", "ongoing"),
        (DENIED, "meeting", "CONSULT", "negative", "asserted", "past"),
        (DENIED_PLANS.format("denied", "deny"), "meet", "CONSULT", "negative", "planned", "future"),
        (DENIED_PLANS.format("dismissed", "dismiss"), "meet", "CONSULT", "positive", "planned", "future"),
        (DENIED_REPORTS, "talks", "CONSULT", "negative", "asserted", "past"),
        (DENIED, "denied", "REJECT", "positive", "asserted", "past"),
        (PROMISED, "attack", "ASSAULT", "positive", "promised", "future"),
        (PROMISED, "promised", "AGREE", "positive", "asserted", "past"),
        (NOT_ONLY, "attacked", "ASSAULT", "positive", "asserted", "past"),
        (DID_NOT_STOP, "attacking", "ASSAULT", "positive", "asserted", "past"),
        (HELPED, "attack", "ASSAULT", "positive", "asserted", "past"),
        (FORCED, "visit", "TRAVEL", "positive", "asserted", "past"),
        (FORCED, "forced", "COERCE", "positive", "asserted", "past"),
        (CALLED, "called", "REQUEST", "positive", "asserted", "past"),
        (CALLED, "talks", "CONSULT", "positive", "demanded", "future"),
    ],
)
def test_type_and_mood(written: str, trigger: str, kind: str, polarity: str, modality: str, tense: str) -> None:
    event, _ = events(written)[trigger]

    assert (event.type, event.polarity, event.modality, event.tense) == (kind, polarity, modality, tense)


@pytest.mark.parametrize(
    ("written", "trigger", "roles"),
    [
        (KILLED, "killed", {"actor": ["rebels"], "recipient": ["Brandt"]}),
        (FORCED, "visit", {"actor": ["Arlen"], "place": ["Sarn"]}),
        (TALKS, "talks", {"actor": ["Arlen"], "recipient": ["rebels"]}),
        (DENIED, "meeting", {"actor": ["Arlen"], "recipient": ["Brandt"]}),
        (WHO_FLED, "visited", {"actor": ["Brandt"], "place": ["Sarn"]}),
        (WHO_FLED, "criticized", {"actor": ["Brandt"], "recipient": ["Arlen"]}),
    ],
)
def test_roles(written: str, trigger: str, roles: dict[str, list[str]]) -> None:
    assert events(written)[trigger][1] == roles


def test_a_light_verb_is_no_event_of_its_own() -> None:
    """ "Held talks" is one event: the talks."""
    assert set(events(TALKS)) == {"talks"}


def test_leading_to_something_is_no_office() -> None:
    assert events(LED_TO)["led"][0].type is None


def test_nothing_comes_of_nothing() -> None:
    assert find_events([], [], []) == ()


@pytest.mark.parametrize(
    ("word", "kind", "value"),
    [("current", TimeKind.DATE, "PRESENT_REF"), ("daily", TimeKind.SET, "P1D")],
)
def test_a_time_that_only_describes_a_noun_is_not_when_the_act_was(word: str, kind: TimeKind, value: str) -> None:
    """The mayor is the current one, whenever he was killed."""
    _, tokens = read_table(CURRENT.format(word, "mayor"))
    time = TimeMark(tokens[3].span, kind, value, None, None, Precision.OPEN, False, "vague")

    assert [
        role.role for event in find_events(tokens, (), (time,)) for role in event.roles if role.role is Role.TIME
    ] == []


@pytest.mark.parametrize(
    ("case", "head", "where"),
    [("at", "University", ["University of Sarn"]), ("with", "University", None), ("at", "Council", None)],
)
def test_a_body_s_building_is_a_place(case, head, where) -> None:
    text, tokens = read_table(f"""
Arlen Arlen PROPN NNP 2 nsubj
studied study VERB VBD 0 root
{case} {case} ADP IN 4 case
{head} {head} PROPN NNP 2 obl
of of ADP IN 6 case
Sarn Sarn PROPN NNP 4 nmod
""")
    body = Span(tokens[3].span.start, tokens[5].span.end)
    (event,) = find_events(tokens, [NameMark(body, NameKind.ORGANIZATION)], [])

    assert ([one.span.of(text) for one in event.roles if one.role is Role.PLACE] or None) == where
