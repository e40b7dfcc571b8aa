"""Polarity, modality and tense of an event, read off the words that govern it and stand beside it."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.annotate.events.conditions import is_condition
from sourcebook.annotate.events.nouns import FAILURE, disowned, modality_under
from sourcebook.text.trees import Tree
from sourcebook.values.kinds import Modality, Polarity, Tense

NEGATORS = frozenset({"not", "n't", "never", "neither", "nor", "no", "nobody", "none", "nothing", "without", "hardly"})
MERELY = frozenset({"only", "just", "merely", "simply", "solely"})
HABITUAL = frozenset(
    {"sometimes", "often", "always", "usually", "regularly", "frequently", "repeatedly", "generally", "occasionally"}
)
MAYBE = frozenset({"possibly", "perhaps", "maybe", "probably", "likely", "potentially", "presumably", "apparently"})
WILL = frozenset({"will", "shall", "'ll", "wo", "sha"})
CAN = frozenset({"may", "might", "could", "can", "ca"})
MUST = frozenset({"should", "must", "ought", "need"})

PLAN = frozenset(
    "plan intend prepare aim schedule expect set decide arrange agree seek mean due ask slate hope "
    "plot resolve determine opt choose elect purpose propose consider try attempt strive wish want eager keen".split()
)
"""Governors whose infinitive is planned."""

PROMISE = frozenset("promise pledge vow undertake commit swear guarantee offer volunteer".split())
"""Governors whose infinitive is promised."""

DEMAND = frozenset(
    "demand urge call ask request want order press require tell instruct appeal implore beg need recommend "
    "encourage advise insist oblige must invite summon push lobby plead warn".split()
)
"""Governors whose infinitive or clause is demanded of somebody."""

ATTEMPT = frozenset("threaten refuse avoid imagine pretend".split())
"""Governors whose infinitive is not said to happen."""

READY = frozenset("able willing ready open like tend likely set poise free".split())
"""Governors whose infinitive may happen."""

DOUBT = frozenset("speculate suspect believe think suppose rumor rumour guess seem appear doubt fear imagine".split())
"""Governors whose clause is only possible."""

NOT_SO = frozenset(
    "refuse decline deny fail avoid prevent stop refrain cease neglect forbid ban block reject rule cancel halt "
    "hinder bar forgo abandon".split()
)
"""Implicative verbs whose complement is not so (Karttunen 1971, negative implicatives and verbs of denial)."""

TWO_WAY = frozenset("fail avoid prevent stop refrain cease neglect hinder block halt".split())
"""Those of them whose denial says that it is so ("did not stop them from leaving"; Karttunen 1971)."""

DONE = frozenset(
    "manage force compel begin start continue proceed succeed finish help make cause lead let get dare happen "
    "remember go come use".split()
)
"""Implicative and aspectual verbs whose complement is as real as they are (Karttunen 1971)."""


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
SCHEDULES = frozenset({"plan", "schedule", "arrange", "postpone", "offer", "organize", "seek", "propose"})
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


def _auxiliaries(tree: Tree, carrier: int) -> list[int]:
    found = list(tree.of(carrier, "aux", "cop"))
    if not found and tree.dep(carrier) == "conj" and not _finite_form(tree, carrier):
        return _auxiliaries(tree, tree.tokens[carrier].head)
    return found


def _finite_form(tree: Tree, carrier: int) -> bool:
    return tree.tokens[carrier].tag in ("VBD", "VBZ", "VBP")


def finite(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb, or an auxiliary of it, is finite."""
    return _finite_form(tree, carrier) or any(
        tree.tokens[one].tag in ("VBD", "VBZ", "VBP", "MD") for one in _auxiliaries(tree, carrier)
    )


def tense_of(tree: Tree, carrier: int) -> Tense:
    """Return the tense of a verb or copular predicate; that of its governor where it has none of its own."""
    words = [_lemma(tree, one) for one in tree.children[carrier] if tree.dep(one) in ("advmod", "obl", "det")]
    habitual = any(word in HABITUAL for word in words)
    helpers = _auxiliaries(tree, carrier)
    tags = {tree.tokens[one].tag for one in helpers}
    lemmas = {_lemma(tree, one) for one in helpers}
    tag = tree.tokens[carrier].tag
    if lemmas & WILL or _going_to(tree, carrier):
        return Tense.FUTURE
    if "VBD" in tags or tag == "VBD" or ("have" in lemmas and tag == "VBN"):
        return Tense.PAST
    if "have" in lemmas and tags & {"VBZ", "VBP", "VB"}:
        return Tense.PAST if tag == "VBN" else Tense.ONGOING
    if tags & {"VBZ", "VBP"} or tag in ("VBZ", "VBP"):
        if habitual:
            return Tense.HABITUAL
        return Tense.PAST if tag == "VBN" and "be" in lemmas and not tree.first(carrier, "cop") else Tense.ONGOING
    if "MD" in tags:
        return Tense.FUTURE
    head = tree.tokens[carrier].head
    if tag == "VBN" and tree.dep(carrier) in ("acl", "advcl", "amod"):
        return Tense.PAST
    if head != carrier and tree.tokens[head].pos in ("VERB", "AUX", "NOUN", "ADJ"):
        return tense_of(tree, tree.clause_of(head)) if tree.clause_of(head) != carrier else Tense.PAST
    return Tense.PAST if tag == "VBN" else Tense.ONGOING


def imperative(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb has the form of a command: bare, without a subject, heading its clause."""
    if tree.tokens[carrier].tag not in ("VB", "VBP") or tree.first(carrier, "nsubj", "csubj", "expl") is not None:
        return False
    if (
        any(_lemma(tree, one) != "do" for one in tree.of(carrier, "aux", "cop"))
        or tree.first(carrier, "mark") is not None
    ):
        return False
    if tree.dep(carrier) == "conj" and tree.tokens[tree.tokens[carrier].head].pos == "VERB":
        return imperative(tree, tree.tokens[carrier].head)
    return tree.is_root(carrier) or tree.dep(carrier) in ("parataxis", "conj", "ccomp")


def means(tree: Tree, carrier: int) -> bool:
    """Tell whether a participle says how or when something is done ("by closing the port"): it is as real as that."""
    marks = {_lemma(tree, one) for one in tree.of(carrier, "mark", "case")}
    return (
        bool(marks & {"by", "after", "while", "since"})
        and tree.dep(carrier) == "advcl"
        and tree.tokens[carrier].tag == "VBG"
    )


def progressive(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb is a present progressive, which English also uses for what is arranged."""
    tags = {tree.tokens[one].tag for one in tree.of(carrier, "aux") if _lemma(tree, one) == "be"}
    return tree.tokens[carrier].tag == "VBG" and bool(tags & {"VBP", "VBZ"})


TRY = frozenset("try attempt strive seek struggle effort bid".split())
"""Verbs and nouns whose infinitive was only attempted."""


def attempted(tree: Tree, carrier: int) -> bool:
    """Tell whether a verb is what somebody tried to do."""
    return tree.dep(carrier) in ("xcomp", "acl") and _lemma(tree, tree.tokens[carrier].head) in TRY


def _going_to(tree: Tree, carrier: int) -> bool:
    head = tree.tokens[carrier].head
    return tree.dep(carrier) == "xcomp" and _lemma(tree, head) == "go" and tree.tokens[head].tag == "VBG"


def own_modality(tree: Tree, carrier: int, tense: Tense) -> Modality:
    """Return the modality that the words of the clause itself give a verb; asserted where none does."""
    helpers = _auxiliaries(tree, carrier)
    lemmas = {_lemma(tree, one) for one in helpers}
    beside = {_lemma(tree, one) for one in tree.of(carrier, "advmod", "mark")}
    if is_condition(tree, carrier):
        return Modality.CONDITIONAL
    conditional = any(is_condition(tree, one) for one in tree.of(carrier, "advcl"))
    if conditional and (lemmas & (WILL | CAN | MUST | {"would", "'d"}) or tense is Tense.FUTURE):
        return Modality.CONDITIONAL
    if beside & MAYBE:
        return Modality.POSSIBLE
    if lemmas & WILL or _going_to(tree, carrier) or _is_to(tree, carrier):
        return Modality.PLANNED
    if lemmas & CAN:
        return Modality.POSSIBLE
    if lemmas & MUST:
        return Modality.DEMANDED
    if lemmas & {"would", "'d"}:
        return Modality.PLANNED if _reported_in_past(tree, carrier) else Modality.HYPOTHETICAL
    return Modality.ASSERTED


def _is_to(tree: Tree, carrier: int) -> bool:
    """Tell whether the verb is governed by a bare "be to": "are to meet"; "to be ill" is none."""
    head = tree.tokens[carrier].head
    to = [one for one in tree.of(carrier, "mark", "aux") if _lemma(tree, one) == "to"]
    be = [one for one in tree.of(carrier, "aux", "cop") if _lemma(tree, one) == "be"]
    if to and be and be[0] < to[0]:
        return True
    return bool(to) and tree.dep(carrier) == "xcomp" and _lemma(tree, head) == "be"


def _reported_in_past(tree: Tree, carrier: int) -> bool:
    head = tree.tokens[carrier].head
    return tree.dep(carrier) in ("ccomp", "parataxis") and tree.tokens[head].tag in ("VBD", "VBN")


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
            modality = modality_under(lemma) if noun else _under(lemma, relation)
            if noun and relation == "acl" and (lemma in FAILURE or _already(tree, head)):
                return Modality.ASSERTED, flipped != (lemma in FAILURE)
            if noun and tree.tokens[here].tag in ("VBN", "VBD") and not _to_infinitive(tree, here):
                modality = None
            if lemma in NOT_SO and relation in ("xcomp", "ccomp", "advcl"):
                flipped = flipped == (lemma in TWO_WAY and _polarity(tree, head) is Polarity.NEGATIVE)
            elif modality is not None:
                return modality, flipped != (_withheld(tree, head, modality) or (noun and disowned(tree, head)))
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
                return Modality.POSSIBLE, flipped
            if lemma in DEMAND and tree.tokens[here].tag == "VB" and not finite(tree, here):
                return Modality.DEMANDED, flipped
            if lemma == "deny":
                flipped = not flipped
        break
    return Modality.ASSERTED, flipped


def _asks_of(tree: Tree, verb: int) -> bool:
    """Tell whether a verb asks somebody for what its infinitive says: "called on the bank to …"."""
    named = any(set(tree.cases(one)) & {"on", "upon", "to"} for one in tree.of(verb, "obl"))
    return _lemma(tree, verb) in ("call", "appeal") and named


def _withheld(tree: Tree, governor: int, modality: Modality) -> bool:
    """Tell whether a denied governor denies its infinitive, too ("is not willing to talk", "does not plan to go")."""
    if modality not in (Modality.POSSIBLE, Modality.PLANNED, Modality.PROMISED):
        return False
    return _polarity(tree, governor) is Polarity.NEGATIVE


def _already(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is the first, last or only one to do something: then it was done."""
    words = {_lemma(tree, one) for one in tree.of(noun, "amod")}
    return bool(words & {"first", "second", "third", "last", "latest", "only", "next"})


def _to_infinitive(tree: Tree, index: int) -> bool:
    return any(_lemma(tree, one) == "to" for one in tree.of(index, "mark", "aux"))


def _under(lemma: str, relation: str) -> Modality | None:
    if lemma in PROMISE:
        return Modality.PROMISED
    if lemma in PLAN and relation != "advcl":
        return Modality.PLANNED
    if lemma in DEMAND and relation != "advcl":
        return Modality.DEMANDED
    if lemma in DOUBT:
        return Modality.POSSIBLE
    if lemma in READY and relation != "advcl":
        return Modality.POSSIBLE
    if lemma in ATTEMPT and relation != "advcl":
        return Modality.HYPOTHETICAL
    return None
