"""Mood of an event noun that no light verb carries: from its modifiers and from what governs it."""

from __future__ import annotations

from dataclasses import replace

from sourcebook.annotate.events.mood import Mood, mood_of
from sourcebook.annotate.events.nouns import ABOUT, disowned, governed_noun
from sourcebook.text.trees import Tree, lemma_of
from sourcebook.values.kinds import EventType, Modality, Polarity, Tense

MODIFIERS = {
    Modality.PLANNED: frozenset("planned upcoming scheduled forthcoming future expected intended".split()),
    Modality.POSSIBLE: frozenset("possible potential likely alleged suspected rumored rumoured purported".split()),
    Modality.HYPOTHETICAL: frozenset("proposed suggested hypothetical would-be imagined".split()),
}
"""Adjectives that say how real the event of their noun is."""
NOT_HELD = frozenset("canceled cancelled aborted foiled averted abortive thwarted nonexistent".split())
"""Adjectives of events that did not come about."""
PREVENTS = frozenset(
    "deny avoid prevent avert cancel lack scrap abandon foil forgo preclude thwart skip boycott".split()
)
"""Verbs whose object did not come about."""
ASKS = {
    "call": frozenset({"for", "on"}),
    "demand": frozenset({"", "for"}),
    "urge": frozenset({""}),
    "seek": frozenset({""}),
    "propose": frozenset({""}),
    "request": frozenset({""}),
    "want": frozenset({""}),
    "appeal": frozenset({"for"}),
    "push": frozenset({"for"}),
    "press": frozenset({"for"}),
    "ask": frozenset({"for"}),
    "insist": frozenset({"on"}),
    "advocate": frozenset({""}),
    "recommend": frozenset({""}),
    "need": frozenset({""}),
    "require": frozenset({""}),
}
"""Verbs that ask for an event, with the prepositions of what they ask for; "" is their object."""
PLANS = {
    "plan": frozenset({"", "for"}),
    "prepare": frozenset({"", "for"}),
    "schedule": frozenset({""}),
    "arrange": frozenset({"", "for"}),
    "consider": frozenset({""}),
    "hope": frozenset({"for"}),
    "wait": frozenset({"for"}),
    "intend": frozenset({""}),
    "look": frozenset({"to", "for"}),
    "aim": frozenset({"at", "for"}),
    "strive": frozenset({"for"}),
    "work": frozenset({"toward", "towards"}),
}
PARTS = frozenset("part round series number start resumption holding middle midst".split())
"""Nouns whose "of" names the event itself: it is as real as they are."""
LACK = frozenset({"lack", "absence", "cancellation"})
"""Nouns whose "of" names what did not come about."""
PRESENT = frozenset("shut drop close condemn denounce mourn regret investigate probe".split())
"""Verbs whose object is there, whether or not what they say of it comes to pass ("asked him to drop the case")."""
OPEN = frozenset("open ready willing prepared poised".split())
"""Adjectives whose "to" or "for" names what may come."""
COMING = frozenset({"ahead of", "prior to", "ahead"})
"""Prepositions of what is still to come when something else goes on."""
MEANS = frozenset({"through", "via"})
"""Prepositions of the way in which something is done, and so as real as that."""
DEFINITE = frozenset("the this that these those its his her their our my your".split())
CHOSEN = frozenset(
    {
        EventType.AGREE, EventType.CONSULT, EventType.COOPERATE, EventType.FOUND, EventType.OFFICE, EventType.AID,
        EventType.RETREAT, EventType.CONCEDE, EventType.SUPPORT, EventType.TRAVEL, EventType.SANCTION,
    }
)  # fmt: skip
"""Types of what people talk about because it has not come about yet; a war that they talk about is there."""


def nominal_mood(tree: Tree, index: int, kind: EventType | None) -> Mood:
    """
    Return the mood of the event noun ``index``.

    A noun that only stands somewhere in a clause ("he will condemn the attack") does not share the clause's mood: what
    is named with an article or a possessive is taken to have happened.
    """
    denied = any(lemma_of(tree, one) in ("no", "neither") for one in tree.of(index, "det"))
    mood = _governed(tree, index, kind)
    if denied:
        mood = replace(mood, polarity=Polarity.NEGATIVE)
    return _modified(tree, index, mood)


def _modified(tree: Tree, index: int, mood: Mood) -> Mood:
    words = {tree.tokens[one].lemma.lower() for one in tree.of(index, "amod", "compound")}
    words |= {_form(tree, one) for one in tree.of(index, "amod", "compound")}
    if words & NOT_HELD:
        return replace(mood, polarity=Polarity.NEGATIVE)
    if mood.modality is not Modality.ASSERTED or mood.polarity is Polarity.NEGATIVE:
        return mood
    for modality, listed in MODIFIERS.items():
        if words & listed:
            return Mood(mood.polarity, modality, Tense.FUTURE if modality is Modality.PLANNED else mood.tense)
    return mood


def _form(tree: Tree, index: int) -> str:
    """Return the participle that a lemma stands for: modifiers are told by their form, which lemmas have lost."""
    lemma = tree.tokens[index].lemma.lower()
    if tree.tokens[index].tag not in ("VBN", "VBD"):
        return lemma
    if lemma in DOUBLED:
        return lemma + lemma[-1] + "ed"
    return lemma + "d" if lemma.endswith("e") else lemma + "ed"


DOUBLED = frozenset({"plan", "scrap"})
"""Lemmas that double their last letter before -ed."""


def _governed(tree: Tree, index: int, kind: EventType | None) -> Mood:
    plain = Mood(Polarity.POSITIVE, Modality.ASSERTED, Tense.PAST)
    here = index
    for _ in range(5):
        head = tree.tokens[here].head
        if head == here:
            return plain
        if tree.dep(here) == "conj" and tree.tokens[head].pos in ("NOUN", "PROPN"):
            here = head
            continue
        if tree.dep(here) == "nmod" and tree.tokens[head].pos == "NOUN":
            cases = set(tree.cases(here))
            if lemma_of(tree, head) in PARTS:
                here = head
                continue
            if cases & COMING and mood_of(tree, tree.clause_of(head)).tense is not Tense.PAST:
                return Mood(Polarity.POSITIVE, Modality.PLANNED, Tense.FUTURE)
            if cases & MEANS:
                here = head
                continue
            if cases & {"of", "about"} and (disowned(tree, head) or lemma_of(tree, head) in LACK):
                return replace(plain, polarity=Polarity.NEGATIVE)
            told = governed_noun(lemma_of(tree, head), cases)
            if told is not None and (kind in CHOSEN or not cases & ABOUT):
                return Mood(Polarity.POSITIVE, told, Tense.FUTURE)
            return plain
        break
    head = tree.tokens[here].head
    if tree.tokens[head].pos not in ("VERB", "AUX", "ADJ", "NOUN") or tree.dep(here) not in ("obj", "obl", "nsubj"):
        return plain
    return _under(tree, index, here, head)


def _under(tree: Tree, index: int, here: int, head: int) -> Mood:
    """Return the mood of a noun that is an argument of the predicate ``head``; ``here`` is the argument's own head."""
    outer = mood_of(tree, head)
    lemma = lemma_of(tree, head)
    relation = tree.tokens[here].dep
    cases = set(tree.cases(here)) or {""}
    if lemma in PREVENTS and (tree.dep(here) == "obj" or relation == "nsubj:pass"):
        turned = Polarity.POSITIVE if outer.polarity is Polarity.NEGATIVE else Polarity.NEGATIVE
        return Mood(turned, outer.modality, outer.tense)
    target = {""} if relation == "nsubj:pass" else cases
    if tree.dep(here) != "nsubj" or relation == "nsubj:pass":
        if ASKS.get(lemma, frozenset()) & target and not (lemma == "call" and tree.first(head, "xcomp") is not None):
            return Mood(Polarity.POSITIVE, Modality.DEMANDED, Tense.FUTURE)
        if PLANS.get(lemma, frozenset()) & target:
            return Mood(Polarity.POSITIVE, Modality.PLANNED, Tense.FUTURE)
        if lemma in OPEN and cases & {"to", "for"}:
            return Mood(Polarity.POSITIVE, Modality.POSSIBLE, Tense.FUTURE)
    if cases & COMING and outer.tense is not Tense.PAST:
        return Mood(Polarity.POSITIVE, Modality.PLANNED, Tense.FUTURE)
    named = tree.first(index, "nmod:poss") is not None
    definite = named or any(lemma_of(tree, one) in DEFINITE for one in tree.of(index, "det"))
    if outer.modality is Modality.ASSERTED:
        return Mood(Polarity.POSITIVE, Modality.ASSERTED, outer.tense)
    definite = definite or (lemma in PRESENT and tree.dep(here) == "obj")
    if definite or cases & {"after", "since", "over", "despite", "because of", "amid"}:
        return Mood(Polarity.POSITIVE, Modality.ASSERTED, Tense.PAST)
    return Mood(Polarity.POSITIVE, outer.modality, outer.tense)
