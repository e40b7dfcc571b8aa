"""Verbs that tell their act with another word: to open fire is to shoot."""

from __future__ import annotations

import re

from sourcebook.link.triggers import GENERAL

_LIGHT = GENERAL | frozenset("carry look turn set pull push cut break move work".split())
"""Verbs that mean another act with each particle."""
_WORDS = re.compile(r"[\w'’-]+")


def phrase(lemma: str, after: str, before: str = "") -> str:
    """
    Return the verb that a phrase stands for, the lemma itself where it stands for none.

    Args:
        after: The words that follow the trigger. ``before``: those before it, by which a noun is told from its verb.

    A general verb with a particle is a verb of its own: to put out is not to put. A trade war is no war.

    >>> phrase("open", " fire on the crowd"), phrase("open", " the bridge"), phrase("turn", " it down")
    ('shoot', 'open', 'reject')
    >>> phrase("choose", " to stay"), phrase("choose", " her to lead"), phrase("put", " out the fire")
    ('opt', 'choose', 'put out')
    """
    if lemma == "war" and before.casefold().endswith("trade "):
        return "trade war"
    words = _WORDS.findall(after.casefold())[:_REACH]
    for word, verb in _AT_ONCE.get(lemma, ()) if lemma not in _NOUNS_TOO or _VERBAL.search(before) else ():
        if words[:1] == [word]:
            return verb
    for word, verb in _PHRASES.get(lemma, ()):
        if word in words:
            return verb
    if lemma not in _LIGHT:
        return lemma
    particle = next((word for word in words if word not in _PRONOUNS), None)
    return f"{lemma} {particle}" if particle in _PARTICLES else lemma


_REACH = 3
"""Words after a verb among which its other half is looked for ("turned the offer down")."""

_PHRASES: dict[str, tuple[tuple[str, str], ...]] = {
    "open": (("fire", "shoot"),),
    "gun": (("down", "shoot"),),
    "mow": (("down", "hit"),),
    "run": (("over", "hit"),),
    "fire": (("at", "shoot"), ("shot", "shoot"), ("shots", "shoot"), ("upon", "shoot")),
    "take": (
        ("custody", "arrest"),
        ("over", "seize"),
        ("power", "seize"),
        ("hostage", "kidnap"),
        ("office", "inaugurate"),
        ("lives", "kill"),
        ("streets", "protest"),
    ),
    "claim": (("life", "kill"), ("lives", "kill")),
    "lose": (("life", "die"), ("lives", "die")),
    "step": (("down", "resign"), ("aside", "resign")),
    "stand": (("down", "resign"),),
    "bow": (("out", "withdraw"),),
    "pass": (("away", "die"),),
    "pull": (("out", "withdraw"), ("back", "withdraw")),
    "turn": (("down", "reject"), ("away", "reject")),
    "knock": (("down", "reject"),),
    "strike": (("down", "overturn"), ("deal", "agree"), ("agreement", "agree"), ("accord", "agree")),
    "reach": (("deal", "agree"), ("agreement", "agree"), ("accord", "agree"), ("settlement", "settle")),
    "break": (("in", "burgle"), ("into", "burgle"), ("record", "surpass")),
    "set": (
        ("free", "release"),
        ("fire", "torch"),
        ("ablaze", "torch"),
        ("alight", "torch"),
        ("record", "surpass"),
    ),
    "catch": (("fire", "burn"),),
    "shut": (("down", "close"),),
    "close": (("down", "close"),),
    "blow": (("up", "explode"),),
    "go": (("off", "explode"),),
    "lay": (("off", "fire"),),
    "let": (("go", "fire"),),
    "show": (("door", "fire"),),
    "find": (("guilty", "convict"),),
    "put": (("off", "postpone"), ("death", "execute"), ("bars", "jail")),
    "place": (("arrest", "arrest"),),
    "lock": (("up", "jail"),),
    "round": (("up", "arrest"),),
    "file": (("suit", "sue"), ("lawsuit", "sue"), ("charges", "charge")),
    "hold": (("talks", "talk"), ("negotiations", "talk")),
    "call": (("off", "cancel"),),
    "bring": (("down", "topple"),),
    "touch": (("off", "spark"),),
    "swear": (("in", "inaugurate"),),
    "roll": (("out", "launch"),),
    "kick": (("off", "start"),),
    "wrap": (("up", "conclude"),),
    "snap": (("up", "buy"),),
    "scoop": (("up", "buy"),),
    "carry": (("out", "conduct"),),
}
"""Verbs that tell their act with another word, and the one verb for it."""

_AT_ONCE: dict[str, tuple[tuple[str, str], ...]] = {
    "deal": (("with", "handle"),),
    "choose": (("to", "opt"), ("not", "opt")),
    "elect": (("to", "opt"), ("not", "opt")),
    "set": (("up", "establish"),),
    "pay": (("attention", "heed"), ("tribute", "honor")),
    "check": (("in", "enter"), ("into", "enter"), ("herself", "enter"), ("himself", "enter")),
    "give": (("up", "abandon"), ("birth", "bear")),
    "get": (("away", "escape"),),
    "make": (("off", "flee"),),
    "drive": (("off", "flee"), ("away", "flee")),
    "speed": (("off", "flee"), ("away", "flee")),
    "run": (("off", "flee"), ("away", "flee")),
    "break": (("out", "erupt"),),
    "cut": (("off", "sever"),),
}
"""The same where the other half stands right behind the verb, or means another act elsewhere."""

_NOUNS_TOO = frozenset({"deal"})
_VERBAL = re.compile(
    r"\b(?:to|will|would|can|could|may|might|must|should|not|is|are|was|were|been|of|in|by|for|that|which|who)\s+$"
)
_PRONOUNS = frozenset("it that this them him her us me himself herself itself themselves".split())
_PARTICLES = frozenset("up out off down away over back along forward".split())
