"""
Words that say how real what hangs on them is: plans, promises, demands, doubts, what keeps from happening.

The lists follow Karttunen (1971, 2012) and were filled up on UDS-IH2's train part: a verb or adjective was listed where
the infinitives, participles or clauses under it were judged as its list says.
"""

from __future__ import annotations

from sourcebook.values.kinds import Modality

PLAN = frozenset(
    "plan intend prepare aim schedule expect set decide arrange agree seek mean due slate hope plot resolve determine "
    "opt choose elect purpose propose consider try attempt strive wish want eager keen look project forecast vote "
    "train commission hire determined anxious prepared committed interested bent bound certain sure about".split()
)
"""Governors whose infinitive is planned."""

PROMISE = frozenset("promise pledge vow undertake commit swear guarantee offer volunteer".split())
"""Governors whose infinitive is promised."""

DEMAND = frozenset(
    "demand urge call ask request want order press require tell instruct appeal implore beg need recommend "
    "encourage advise insist oblige obligate must invite summon push pressure lobby plead warn challenge direct "
    "mandate necessary important essential crucial vital imperative critical ought".split()
)
"""Governors whose infinitive or clause is demanded of somebody."""

ATTEMPT = frozenset(
    "threaten refuse avoid imagine pretend risk fear hesitate hesitant reluctant afraid unready".split()
)
"""Governors whose infinitive is not said to happen."""

READY = frozenset("able willing ready open like likely poise free capable qualified afford possible".split())
"""Governors whose infinitive may happen."""

UNABLE = frozenset("unable unlikely unwilling impossible incapable".split())
"""Adjectives that deny that their infinitive may happen."""

EASE = frozenset("easy hard difficult tough simple safe dangerous".split())
"""Adjectives whose infinitive anybody may do, more or less easily; where they tell the past, somebody did it."""

DOUBT = frozenset("speculate suspect believe think suppose rumor rumour guess seem appear doubt fear imagine".split())
"""Governors whose clause is only possible."""

HOPE = frozenset({"hope", "wish", "pray"})
"""Governors whose clause somebody would like to be so."""

RAISED = frozenset("believe think suppose imagine".split())
"""Those of the verbs of doubt whose denial is that of their clause ("I don't think it is so"; Horn 1989, ch. 5)."""

NOT_SO = frozenset(
    "refuse decline deny fail avoid prevent stop refrain cease neglect forbid ban block reject rule cancel halt "
    "hinder bar forgo abandon forget".split()
)
"""Implicative verbs whose complement is not so (Karttunen 1971, negative implicatives and verbs of denial)."""

FROM = frozenset("keep deter discourage dissuade restrain restrict prohibit".split())
"""Verbs whose "from …ing" is not so."""

TWO_WAY = frozenset(
    "fail avoid prevent stop refrain cease neglect hinder block halt forget keep deter restrain".split()
)
"""Verbs of both lists whose denial says that it is so ("did not stop them from leaving"; Karttunen 1971)."""

DONE = frozenset(
    "manage force compel begin start continue proceed succeed finish help make cause lead let get dare happen "
    "remember go come use tend bother".split()
)
"""Implicative and aspectual verbs whose complement is as real as they are, or is denied with them (Karttunen 1971)."""

ALLOW = frozenset({"allow", "permit", "enable"})
"""Verbs whose denial denies their complement; what they allow need not be done (Karttunen 1971, "only-if verbs")."""

MOVED = frozenset(
    "glad pleased delighted sorry surprised shocked astonished amazed saddened upset lucky fortunate proud".split()
)
"""Adjectives of how somebody took what was so: their infinitive is as real as they are (Norrick 1978)."""

COMPLEMENTS = frozenset({"on", "of", "about", "for", "to", "at", "in", "into", "toward", "towards", "against"})
"""Prepositions whose "…ing" under a verb says what it is about ("plans on leaving")."""


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
    if lemma in READY | UNABLE and relation != "advcl":
        return Modality.POSSIBLE
    if lemma in ATTEMPT and relation != "advcl":
        return Modality.HYPOTHETICAL
    return None
