"""Nouns that say how real what hangs on them is: plans, calls, promises, ideas, chances, failures."""

from __future__ import annotations

from sourcebook.text.trees import Tree
from sourcebook.values.kinds import Modality

PLAN = frozenset(
    "plan intention aim goal purpose preparation effort attempt bid decision ambition objective mission task "
    "schedule agreement deal intent desire wish determination move step readiness willingness".split()
)
DEMAND = frozenset("call demand request appeal need requirement petition order necessity obligation duty".split())
PROMISE = frozenset("promise pledge vow commitment offer guarantee undertaking".split())
IDEA = frozenset("idea proposal suggestion threat initiative right".split())
CHANCE = frozenset(
    "possibility chance prospect risk danger likelihood hope fear probability opportunity option potential suspicion "
    "allegation accusation "
    "speculation rumor rumour expectation ability capacity power door room".split()
)
TALK = frozenset("talk discussion negotiation consultation debate dialogue conversation question".split())
"""Nouns whose "on" or "about" names what is only talked about."""
FAILURE = frozenset("failure refusal inability reluctance unwillingness ban".split())
"""Nouns whose infinitive is not so (Karttunen 1971, negative implicatives as nouns)."""
WORDS = frozenset(
    "report claim allegation suggestion accusation assertion rumor rumour speculation notion talk".split()
)
"""Nouns of what is said."""
DENYING = frozenset({"deny", "refute", "rebut", "disprove"})
"""Verbs that say that what is said or planned is not so."""
DISMISSING = frozenset({"reject", "dismiss", "discount", "repudiate"})
"""Verbs that say so of what is said; of a plan they only say that it is not wanted."""
ABOUT = frozenset({"on", "about", "over"})
OF = frozenset({"of", "for", "to", "on", "about", "over"})


def disowned(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is something said or planned that somebody says is not so ("denied plans to sell")."""
    here = noun
    while tree.dep(here) == "conj":
        here = tree.tokens[here].head
    verb = tree.tokens[here].head
    if tree.tokens[here].dep not in ("obj", "nsubj:pass"):
        return False
    lemma, thing = tree.tokens[verb].lemma.lower(), tree.tokens[noun].lemma.lower()
    refused = any(tree.tokens[one].lemma.lower() in ("not", "n't", "never") for one in tree.of(verb, "advmod"))
    denied = (lemma in DENYING and thing in WORDS | PLAN | IDEA) or (lemma in DISMISSING and thing in WORDS)
    return denied and not refused


def modality_under(lemma: str) -> Modality | None:
    """
    Return how real the infinitive or the "of …ing" under a noun is; None where the noun does not say.

    >>> str(modality_under("plan")), str(modality_under("call")), modality_under("town")
    ('planned', 'demanded', None)
    """
    for listed, modality in (
        (PLAN, Modality.PLANNED),
        (DEMAND, Modality.DEMANDED),
        (PROMISE, Modality.PROMISED),
        (IDEA, Modality.HYPOTHETICAL),
        (CHANCE, Modality.POSSIBLE),
    ):
        if lemma in listed:
            return modality
    return None


def governed_noun(lemma: str, cases: set[str]) -> Modality | None:
    """
    Return how real an event noun is that hangs on another noun by these prepositions; None where that does not say.

    >>> str(governed_noun("need", {"for"})), str(governed_noun("talk", {"on"})), governed_noun("talk", {"with"})
    ('demanded', 'hypothetical', None)
    """
    if lemma in TALK and cases & ABOUT:
        return Modality.HYPOTHETICAL
    return modality_under(lemma) if cases & OF else None
