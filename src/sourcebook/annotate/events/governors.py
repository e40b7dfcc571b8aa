"""Verbs that say how real what hangs on them is: plans, promises, demands, doubts, what keeps from happening."""

from __future__ import annotations

from sourcebook.values.kinds import Modality

PLAN = frozenset(
    "plan intend prepare aim schedule expect set decide arrange agree seek mean due ask slate hope "
    "plot resolve determine opt choose elect purpose propose consider try attempt strive wish want eager keen".split()
)
"""Governors whose infinitive is planned."""

PROMISE = frozenset("promise pledge vow undertake commit swear guarantee offer volunteer".split())
"""Governors whose infinitive is promised."""

DEMAND = frozenset(
    "demand urge call ask request want order press require tell instruct appeal implore beg need recommend "
    "encourage advise insist oblige must invite summon push lobby plead warn necessary ought".split()
)
"""Governors whose infinitive or clause is demanded of somebody."""

ATTEMPT = frozenset("threaten refuse avoid imagine pretend".split())
"""Governors whose infinitive is not said to happen."""

READY = frozenset("able willing ready open like tend likely set poise free".split())
"""Governors whose infinitive may happen."""

DOUBT = frozenset("speculate suspect believe think suppose rumor rumour guess seem appear doubt fear imagine".split())
"""Governors whose clause is only possible."""

RAISED = frozenset("believe think suppose imagine".split())
"""Those of them whose denial is that of their clause ("I don't think it is so"; Horn 1989, ch. 5)."""

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


def modality_of(lemma: str, relation: str) -> Modality | None:
    """
    Return how real the clause under a verb is that hangs on it by a relation; None where the verb does not say.

    >>> str(modality_of("plan", "xcomp")), str(modality_of("urge", "xcomp")), modality_of("plan", "advcl")
    ('planned', 'demanded', None)
    """
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
