"""Polarity, modality and tense of an event, read off the words that govern it and stand beside it."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.annotate.events.conditions import is_condition
from sourcebook.annotate.events.governors import DEMAND, DONE, DOUBT, NOT_SO, RAISED, TWO_WAY, modality_of
from sourcebook.annotate.events.nouns import FAILURE, disowned, modality_under
from sourcebook.annotate.events.tense import WILL, auxiliaries, finite, going_to, tense_of
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import Modality, Polarity, Tense

NEGATORS = frozenset({"not", "n't", "never", "neither", "nor", "no", "nobody", "none", "nothing", "without", "hardly"})
MERELY = frozenset({"only", "just", "merely", "simply", "solely"})
MAYBE = frozenset({"possibly", "perhaps", "maybe", "probably", "likely", "potentially", "presumably", "apparently"})
CAN = frozenset({"may", "might", "could", "can", "ca"})
MUST = frozenset({"should", "must", "ought", "need"})


@dataclass(frozen=True, slots=True)
class Mood:
    """How the text puts an event."""

    polarity: Polarity
    modality: Modality
    tense: Tense

    @property
    def plain(self) -> bool:
        """Tell whether the text says that it happened or happens: neither denied nor planned nor demanded."""
        return self.polarity is Polarity.POSITIVE and self.modality is Modality.ASSERTED


def mood_of(tree: Tree, carrier: int) -> Mood:
    """Return the mood of the event whose verb, or whose copular predicate, is the token ``carrier``."""
    polarity = _polarity(tree, carrier)
    tense = tense_of(tree, carrier)
    modality = own_modality(tree, carrier, tense)
    if modality is Modality.ASSERTED:
        modality, flipped = _governed(tree, carrier)
        if flipped:
            polarity = Polarity.NEGATIVE if polarity is Polarity.POSITIVE else Polarity.POSITIVE
    if modality in (Modality.PLANNED, Modality.PROMISED, Modality.DEMANDED) and not finite(tree, carrier):
        tense = Tense.FUTURE
    return Mood(polarity, modality, tense)


CANCELS = frozenset({"cancel", "scrap", "abandon", "avoid", "skip"})
"""Light verbs whose event noun did not come about."""
SCHEDULES = frozenset({"plan", "schedule", "arrange", "postpone", "offer", "seek", "propose"})
"""Light verbs whose event noun is still to come."""


def carried_mood(tree: Tree, carrier: int) -> Mood:
    """Return the mood of an event noun that the light verb ``carrier`` carries ("canceled the talks")."""
    mood = mood_of(tree, carrier)
    lemma = _lemma(tree, carrier)
    if lemma in CANCELS:
        turned = Polarity.POSITIVE if mood.polarity is Polarity.NEGATIVE else Polarity.NEGATIVE
        return Mood(turned, mood.modality, mood.tense)
    if lemma in SCHEDULES and mood.modality is Modality.ASSERTED:
        return Mood(mood.polarity, Modality.PLANNED, Tense.FUTURE)
    return mood


def _lemma(tree: Tree, index: int) -> str:
    return tree.tokens[index].lemma.lower()


def _polarity(tree: Tree, carrier: int) -> Polarity:
    negations = 0
    for child in tree.children[carrier]:
        word = _lemma(tree, child)
        relation = tree.dep(child)
        if (relation in ("advmod", "det", "mark", "cc", "aux") and _negates(tree, child, carrier)) or (
            relation in ("nsubj", "obj")
            and (
                word in ("nobody", "none", "nothing")
                or any(_lemma(tree, one) in ("no", "neither") for one in tree.of(child, "det", "cc"))
            )
        ):
            negations += 1
    negations += any(
        _lemma(tree, one) in ("rather", "instead") and _lemma(tree, one + 1) in ("than", "of")
        for one in (*tree.of(carrier, "advmod", "cc", "mark", "case"), *_before(tree, carrier))
        if one + 1 < len(tree.tokens)
    )
    if negations == 0 and tree.heads_clause(carrier):
        own = tree.below(carrier, tree.heads_clause)
        negations += any(_lemma(tree, one) == "neither" and one < carrier for one in own)
    head = tree.tokens[carrier].head
    if negations == 0 and tree.dep(carrier) == "conj" and _lemma(tree, head) != _lemma(tree, carrier):
        joined = any(_lemma(tree, one) in ("or", "nor") for one in tree.of(carrier, "cc"))
        if joined and _polarity(tree, head) is Polarity.NEGATIVE:
            negations = 1
    return Polarity.NEGATIVE if negations % 2 else Polarity.POSITIVE


def _negates(tree: Tree, child: int, carrier: int) -> bool:
    """Tell whether a word denies its verb: "not only" denies nothing, nor does "not" in what comes after."""
    if _lemma(tree, child) not in NEGATORS or child > carrier + 1:
        return False
    after = _lemma(tree, child + 1) if child + 1 < len(tree.tokens) else ""
    return _lemma(tree, child) != "not" or after not in MERELY


def _before(tree: Tree, carrier: int) -> list[int]:
    """Return the second word before an infinitive: parsers hang "rather than" in many ways."""
    return [carrier - 2] if carrier >= 2 and tree.tokens[carrier].tag in ("VB", "VBG") else []


def means(tree: Tree, carrier: int) -> bool:
    """Tell whether a participle says how or when something is done ("by closing the port"): it is as real as that."""
    marks = {_lemma(tree, one) for one in tree.of(carrier, "mark", "case")}
    return (
        bool(marks & {"by", "after", "while", "since"})
        and tree.dep(carrier) == "advcl"
        and tree.tokens[carrier].tag == "VBG"
    )


TRY = frozenset("try attempt strive seek struggle effort bid".split())
"""Verbs and nouns whose infinitive was only attempted."""


def attempted(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb is what somebody tried to do."""
    return tree.dep(carrier) in ("xcomp", "acl") and _lemma(tree, tree.tokens[carrier].head) in TRY


def own_modality(tree: Tree, carrier: int, tense: Tense) -> Modality:
    """Return the modality that the words of the clause itself give a verb; asserted where none does."""
    helpers = auxiliaries(tree, carrier)
    lemmas = {_lemma(tree, one) for one in helpers}
    beside = {_lemma(tree, one) for one in tree.of(carrier, "advmod", "mark")}
    if is_condition(tree, carrier):
        return Modality.CONDITIONAL
    conditional = any(is_condition(tree, one) for one in tree.of(carrier, "advcl"))
    if conditional and (lemmas & (WILL | CAN | MUST | {"would", "'d"}) or tense is Tense.FUTURE):
        return Modality.CONDITIONAL
    if beside & MAYBE:
        return Modality.POSSIBLE
    if lemmas & WILL or going_to(tree, carrier) or _is_to(tree, carrier):
        return Modality.PLANNED
    if lemmas & CAN:
        return Modality.POSSIBLE
    if lemmas & MUST:
        return Modality.DEMANDED
    if lemmas & {"would", "'d"}:
        return Modality.PLANNED if _reported_in_past(tree, carrier) else Modality.HYPOTHETICAL
    if _wished(tree, carrier):
        return Modality.HYPOTHETICAL
    return Modality.ASSERTED


WISHES = frozenset({"want", "wish", "hope", "intend", "mean", "like"})
"""Verbs whose infinitive did not come about after a past perfect ("had hoped to go"; Quirk et al. 1985, § 4.24)."""


def _wished(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb is what somebody had wanted to do: a plan of then, not of now."""
    head = tree.tokens[carrier].head
    helpers = [tree.tokens[one] for one in tree.of(head, "aux")]
    past = any(one.lemma.lower() == "have" and one.tag == "VBD" for one in helpers)
    return tree.dep(carrier) == "xcomp" and _lemma(tree, head) in WISHES and past


def _is_to(tree: Tree, carrier: int) -> bool:
    """Tell whether the verb is governed by a bare "be to": "are to meet"; "to be ill" is none."""
    head = tree.tokens[carrier].head
    to = [one for one in tree.of(carrier, "mark", "aux") if _lemma(tree, one) == "to"]
    be = [one for one in tree.of(carrier, "aux", "cop") if _lemma(tree, one) == "be"]
    if to and be and be[0] < to[0]:
        return True
    return bool(to) and tree.dep(carrier) == "xcomp" and _lemma(tree, head) == "be"


def _reported_in_past(tree: Tree, carrier: int) -> bool:
    """Tell whether a clause is reported by a past verb, in words that are not the speaker's own."""
    here = carrier
    while tree.dep(here) == "conj" and tree.tokens[here].head != here:
        here = tree.tokens[here].head
    head = tree.tokens[here].head
    if tree.dep(here) == "acl" and any(_lemma(tree, one) == "that" for one in tree.of(here, "mark")):
        return tense_of(tree, tree.clause_of(head)) is Tense.PAST
    told = tree.tokens[head].tag in ("VBD", "VBN") or (
        tree.tokens[head].tag == "VBG" and tense_of(tree, head) is Tense.PAST
    )
    return tree.dep(here) in ("ccomp", "parataxis") and told and not _quoted(tree, here, head)


QUOTATION_MARKS = frozenset({'"', "“", "”", "``", "''"})


def _quoted(tree: Tree, clause: int, teller: int) -> bool:
    """Tell whether a clause before its verb of saying stands in quotation marks as a whole."""
    between = [tree.tokens[one] for one in range(clause, teller)]
    return clause < teller and any(one.pos == "PUNCT" and one.lemma in QUOTATION_MARKS for one in between)


def _governed(tree: Tree, carrier: int) -> tuple[Modality, bool]:
    """Return the modality that governors give, and whether they turn the polarity round."""
    flipped = False
    here = carrier
    for _ in range(6):
        head = tree.tokens[here].head
        if head == here:
            break
        relation, lemma = tree.dep(here), _lemma(tree, head)
        if relation == "conj":
            if tree.tokens[here].tag in ("VBD", "VBZ", "VBP") or tree.first(here, "nsubj") is not None:
                break
            outer = own_modality(tree, head, tense_of(tree, head))
            if outer is not Modality.ASSERTED:
                return outer, flipped
            here = head
            continue
        if relation == "acl" and finite(tree, here):
            break
        if relation in ("xcomp", "acl", "csubj") or (relation in ("advcl", "ccomp") and not finite(tree, here)):
            noun = tree.tokens[head].pos in ("NOUN", "PROPN")
            modality = modality_under(lemma) if noun else modality_of(lemma, relation)
            if noun and relation == "acl" and (lemma in FAILURE or _already(tree, head)):
                return Modality.ASSERTED, flipped != (lemma in FAILURE)
            if noun and tree.tokens[here].tag in ("VBN", "VBD") and not _to_infinitive(tree, here):
                modality = None
            if lemma in NOT_SO and (relation in ("xcomp", "ccomp") or (relation == "advcl" and _kept_from(tree, here))):
                flipped = flipped == (lemma in TWO_WAY and _polarity(tree, head) is Polarity.NEGATIVE)
            elif modality is not None:
                return _outer(tree, head, modality), flipped != (
                    _withheld(tree, head, modality) or (noun and disowned(tree, head))
                )
            if means(tree, here):
                outer = own_modality(tree, head, tense_of(tree, head))
                if outer is not Modality.ASSERTED:
                    return outer, flipped
                here = head
                continue
            if relation == "advcl" and _asks_of(tree, head) and _to_infinitive(tree, here):
                return Modality.DEMANDED, flipped
            if relation == "advcl" or (relation == "acl" and lemma not in DONE):
                return (Modality.PLANNED if _to_infinitive(tree, here) else Modality.ASSERTED), flipped
            if tree.tokens[head].pos not in ("VERB", "AUX"):
                break
            outer = own_modality(tree, head, tense_of(tree, head))
            if outer is not Modality.ASSERTED:
                return outer, flipped
            if _polarity(tree, head) is Polarity.NEGATIVE and lemma in DONE:
                flipped = not flipped
            here = head
            continue
        if relation == "ccomp":
            if lemma in DOUBT:
                return Modality.POSSIBLE, flipped != (lemma in RAISED and _polarity(tree, head) is Polarity.NEGATIVE)
            if lemma in DEMAND and tree.tokens[here].tag == "VB" and not finite(tree, here):
                return Modality.DEMANDED, flipped
            if lemma == "deny":
                flipped = not flipped
        break
    return Modality.ASSERTED, flipped


def _outer(tree: Tree, governor: int, modality: Modality) -> Modality:
    """Return how real a plan or a possibility is that is itself wished for, demanded or supposed ("might want to")."""
    if modality not in (Modality.PLANNED, Modality.POSSIBLE):
        return modality
    verb = tree.tokens[governor].pos not in ("NOUN", "PROPN")
    clause = governor if verb else tree.clause_of(governor)
    if is_condition(tree, clause):
        return Modality.CONDITIONAL
    outer = own_modality(tree, governor, tense_of(tree, governor)) if verb else Modality.ASSERTED
    return modality if outer in (Modality.ASSERTED, Modality.PLANNED) else outer


def _kept_from(tree: Tree, here: int) -> bool:
    """Tell whether an adverbial clause is what its verb keeps from happening; a bare participle goes on beside it."""
    marks = {_lemma(tree, one) for one in tree.of(here, "mark", "case", "aux")}
    return bool(marks & {"from", "to", "against"})


def _asks_of(tree: Tree, verb: int) -> bool:
    """Tell whether a verb asks somebody for what its infinitive says: "called on the bank to …"."""
    named = any(set(tree.cases(one)) & {"on", "upon", "to"} for one in tree.of(verb, "obl"))
    return _lemma(tree, verb) in ("call", "appeal") and named


NEEDED = frozenset({"need", "necessary", "require"})
"""Governors whose denial denies what they ask for, too ("is not necessary to go")."""


def _withheld(tree: Tree, governor: int, modality: Modality) -> bool:
    """Tell whether a denied governor denies its infinitive, too ("is not willing to talk", "does not plan to go")."""
    needless = modality is Modality.DEMANDED and _lemma(tree, governor) in NEEDED
    if modality not in (Modality.POSSIBLE, Modality.PLANNED, Modality.PROMISED) and not needless:
        return False
    return _polarity(tree, governor) is Polarity.NEGATIVE


def _already(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is the first, last or only one to do something: then it was done."""
    words = {_lemma(tree, one) for one in tree.of(noun, "amod")}
    return bool(words & {"first", "second", "third", "last", "latest", "only", "next"})


def _to_infinitive(tree: Tree, index: int) -> bool:
    named = any(_lemma(tree, one) == "to" for one in tree.of(index, "mark", "aux"))
    return named and not (tree.tokens[index].tag == "VBG" and tree.tokens[tree.tokens[index].head].pos == "ADJ")
