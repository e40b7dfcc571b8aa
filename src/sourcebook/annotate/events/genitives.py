"""Who takes part in an event noun: its genitives, its prepositions, the subject of the verb that leads to it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import pycountry

from sourcebook.annotate.events.lexicon import lexicon
from sourcebook.annotate.events.subjects import Part, lists_member, subjects
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import SYMMETRIC, EventType, NameKind

OBJECTIVE = frozenset(
    {
        EventType.ASSAULT, EventType.COERCE, EventType.SANCTION, EventType.CONTROL, EventType.OFFICE, EventType.FOUND,
        EventType.ACCUSE,
    }
)  # fmt: skip
"""Types whose nouns take their object as a genitive ("the killing of X", "X's assassination")."""

ADDRESSED = frozenset(
    {
        EventType.REQUEST, EventType.THREATEN, EventType.AID, EventType.CONCEDE, EventType.SUPPORT, EventType.AGREE,
        EventType.REJECT, EventType.SANCTION, EventType.MOBILIZE,
    }
)  # fmt: skip
"""Types whose nouns have a "to" before whom they are meant for ("an ultimatum to X", "opposition to X")."""

OF_WHOM = frozenset({EventType.SUPPORT, EventType.REJECT, EventType.CONCEDE, EventType.AID})
"""Types whose "of" names who is acted upon where it is known who acts ("their support of X")."""
HAVING = frozenset("have hold gain lose get win seek enjoy need".split())
"""Verbs whose subject has the act of somebody else ("have the support of X")."""
FORCES = frozenset(
    "troop troops soldier force army military police peacekeeper marine brigade battalion division regiment contingent "
    "tank warship navy fleet personnel unit guard man staff ambassador diplomat envoy paratrooper officer cavalry "
    "infantry".split()
)
"""What is sent or taken back as one's own."""

PARTAKE = frozenset(
    "participate engage embark join attend take set travel arrive leave return go come agree continue resume "
    "start begin open enter proceed invite gather assemble meet".split()
)
"""Verbs whose subject takes part in the event noun that they lead to ("set off for talks", "took part in talks")."""

ATTENDS = frozenset({"participant", "attendee", "delegate", "guest", "party", "speaker", "negotiator"})
"""Nouns whose "at" or "in" names what they take part in."""
HELD_AT = frozenset({EventType.CONSULT, EventType.ASSAULT, EventType.PROTEST, EventType.AGREE})
"""Types whose nouns take the place where they happened as a modifier ("Osk talks", "a Merenth bombing")."""


def nominal_parts(
    tree: Tree,
    index: int,
    kind: EventType | None,
    sides: tuple[list[Part], list[Part]],
    names: Mapping[int, NameKind],
) -> None:
    """Add who acts in an event noun, and who is acted upon, to the two lists ``sides``."""
    actors, recipients = sides
    where = {one for one in tree.children[index] if held_at(tree, index, one, kind, names.get(one))}
    by = [child for child in tree.of(index, "nmod", "obl") if "by" in tree.cases(child)]
    objective = kind in OBJECTIVE
    actors.extend(Part(child, "by") for child in by)
    recipients.extend(_asked(tree, index, kind))
    for child in tree.children[index]:
        relation = tree.tokens[child].dep
        words = set(tree.cases(child))
        if relation == "nmod:poss" or (relation == "nmod" and child < index and _genitive(tree, child)):
            (recipients if objective and (by or _undergone(tree, index)) else actors).append(Part(child, "genitive"))
        elif tree.dep(child) in ("nmod", "obl") and child not in by:
            if "between" in words or "among" in words:
                actors.append(Part(child, "between"))
                actors.extend(_other_side(tree, index, child))
            elif "of" in words or (objective and "over" in words):
                undergone = objective or _undergone_of(tree, index, kind, actors)
                if actors and tree.tokens[child].lemma.lower() in FORCES and kind is EventType.MOBILIZE:
                    continue
                (recipients if undergone else actors).append(Part(child, "of" if "of" in words else "over"))
            elif words & (
                {"with", "against"}
                if kind in SYMMETRIC
                else {"with", "against", "on", "upon", "toward", "towards", "at"}
            ):
                recipients.append(Part(child, "/".join(sorted(words))))
            elif "from" in words:
                asked = kind is EventType.REQUEST and bool(actors)
                (recipients if kind is EventType.RETREAT or asked else actors).append(Part(child, "from"))
            elif kind is EventType.ACCUSE and words & {"into", "over"}:
                recipients.append(Part(child, "into"))
            elif "to" in words and kind in ADDRESSED:
                recipients.append(Part(child, "to"))
            elif "for" in words and tree.tokens[child].lemma.lower() in lexicon().nouns:
                continue
            elif "for" in words and (kind is not EventType.REQUEST or tree.first(index, "acl") is not None):
                recipients.append(Part(child, "for"))
        elif relation in ("compound", "amod") and not by and child not in where:
            if tree.tokens[child].pos == "PROPN":
                actors.append(Part(child, "modifier"))
            elif kind is EventType.ASSAULT and tree.tokens[child].lemma.lower() in ARMED:
                actors.append(Part(child, ARMS))


ARMED = frozenset({"police", "army", "navy", "militia", "rebel", "militant", "gang"})
"""Nouns before an attack that tell whose it was ("a police shooting"); others tell where or of what kind."""


ARMS = "whose arms"
"""Why they act; what is coordinated with the attack is not theirs ("police shootings and protests")."""


def _genitive(tree: Tree, index: int) -> bool:
    """Tell whether a noun ends in the sign of the genitive, whatever the parser called it."""
    return any(tree.tokens[one].tag == "POS" for one in tree.of(index, "case"))


def _asked(tree: Tree, index: int, kind: EventType | None) -> list[Part]:
    """Return who is to do what a request asks for ("his requests for X to leave")."""
    if kind is not EventType.REQUEST:
        return []
    return [Part(one, "who is to do it") for clause in tree.of(index, "acl") for one in tree.of(clause, "nsubj")]


def _other_side(tree: Tree, index: int, first: int) -> list[Part]:
    """Return the second side of "between X and Y" where the parser hung it on the event, not on X."""
    if len(tree.conjuncts(first)) > 1:
        return []
    later = [one for one in tree.of(index, "nmod", "conj") if one > first and tree.first(one, "cc") is not None]
    return [Part(one, "between") for one in later[:1]]


def partakers(tree: Tree, index: int, kind: EventType | None) -> list[Part]:
    """Return the subject of a verb that leads to an event noun, where the noun itself names nobody."""
    verb = tree.tokens[index].head
    if verb != index and tree.tokens[verb].pos == "NOUN" and tree.tokens[verb].lemma in ("part", "round", "series"):
        verb = tree.tokens[verb].head
    made = _journey(tree, index)
    if made is not None:
        who, _ = subjects(tree, made)
        return [Part(one.head, "subject of the journey that it is made for") for one in who]
    if tree.tokens[verb].pos == "NOUN" and tree.tokens[verb].lemma.lower() in ATTENDS:
        listed = [one for one in tree.of(verb, "nmod") if lists_member(tree, one)]
        return [Part(verb, "who took part"), *(Part(one, "who took part") for one in listed)]
    occasion = kind in (EventType.CONSULT, EventType.STATEMENT) and tree.dep(index) == "obl"
    indefinite = not any(tree.tokens[one].lemma.lower() == "the" for one in tree.of(index, "det"))
    if occasion and indefinite and set(tree.cases(index)) & {"in", "during"}:
        who, passive = subjects(tree, verb)
        return [] if passive else [Part(one.head, "subject of the clause that it is the occasion of") for one in who]
    leads = tree.dep(index) in ("obl", "obj", "nmod") and tree.tokens[verb].lemma.lower() in PARTAKE
    if (
        verb == index
        or not leads
        or (tree.dep(index) == "obl" and not set(tree.cases(index)) & {"for", "in", "on", "to", "into", "from"})
    ):
        return []
    who, _ = subjects(tree, verb)
    return [Part(one.head, "subject of the verb that leads to it") for one in who]


def _undergone_of(tree: Tree, index: int, kind: EventType | None, actors: list[Part]) -> bool:
    """Tell whether a noun's "of" names who is acted upon: it is told otherwise who acts."""
    first = tree.tokens[index].head if tree.dep(index) == "conj" else index
    if tree.tokens[index].lemma.lower() == "boycott":
        return True
    if kind not in OF_WHOM or tree.tokens[tree.tokens[first].head].lemma.lower() in HAVING:
        return False
    if actors or tree.tokens[index].lemma.lower() in ("release", "rejection", "rescue", "recognition"):
        return True
    return first != index and (tree.dep(first) == "obj" or tree.first(first, "nmod:poss") is not None)


MAKES = frozenset({"make", "pay", "take", "undertake", "begin", "start", "plan"})
"""Verbs whose object is a journey."""


def _journey(tree: Tree, index: int) -> int | None:
    """Return the verb of the journey that an event is the purpose of ("made trips to Osk for talks")."""
    if "for" not in tree.cases(index):
        return None
    above = [one for one, _ in zip(tree.above(index), range(4), strict=False)]
    verb = next((one for one in above if tree.tokens[one].pos == "VERB"), None)
    if verb is None or tree.tokens[verb].lemma.lower() not in MAKES:
        return None
    nouns = [*above, *tree.of(verb, "obj")]
    travels = (sense.type for one in nouns for sense in lexicon().nouns.get(tree.tokens[one].lemma.lower(), ()))
    return verb if EventType.TRAVEL in travels else None


def _undergone(tree: Tree, index: int) -> bool:
    """Tell whether a noun's genitive undergoes it: the killings and arrests of the language."""
    return tree.tokens[index].lemma.lower() in {
        "killing", "murder", "assassination", "execution", "arrest", "detention", "abduction", "kidnapping", "capture",
        "deportation", "expulsion", "conviction", "appointment", "election", "elimination", "beating", "shooting",
        "torture", "imprisonment", "overthrow", "death", "impeachment", "nomination", "fall", "liberation",
    }  # fmt: skip


@cache
def _states() -> frozenset[str]:
    """Return the names of countries: as modifiers of an act they act, where towns are only its place (ISO 3166-1)."""
    names = {"us", "u.s.", "uk", "u.k.", "eu", "uae", "usa", "britain", "america", "kosovo", "europe"}
    for country in pycountry.countries:
        names |= {country.name.lower(), country.name.lower().partition(",")[0], country.alpha_3.lower()}
        names |= {country.common_name.lower()} if hasattr(country, "common_name") else set()
    return frozenset(names)


def held_at(tree: Tree, index: int, child: int, kind: EventType | None, named: NameKind | None) -> bool:
    """Tell whether a name before an event noun is where it happened: a place that is no country, with a seat or not."""
    if kind not in HELD_AT or named not in (NameKind.PLACE, NameKind.FACILITY) or child > index:
        return False
    token = tree.tokens[child]
    plain = token.dep in ("compound", "nmod:desc") or (token.dep == "amod" and token.pos == "PROPN")
    return plain and token.pos == "PROPN" and token.lemma.lower() not in _states()
