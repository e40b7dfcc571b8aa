"""The words around an act that tell it: what stands between its doer and it, and what follows it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sourcebook.values.spans import Span

MOST = 12
"""Words behind the act that a title takes; what is longer ends where a phrase ends."""

REACH = 5
"""Words between a doer and the act that are taken as they stand, and words before an act whose doer is far."""

_WORD = re.compile(r"[\w'’.\-$%]+")
_PLAIN_GAP = re.compile(r"(?:['’]s?)?(?:[\s\[\]\"“”]+[\w'’\-]+)*[\s\"“]+")
_BETWEEN = re.compile(r"[\s\"“”]*")
_JOINS = frozenset(
    """
    us me him them who whom whose which that and or but where when while as because since if than so then though
    although
    """.split()
)
"""Words with which another clause begins."""

_RELATIVES = frozenset({"who", "which", "that"})
_OPENERS = frozenset(
    """
    the a an any some this that these those his her its their my our your for in by of with at on about from into over
    after before during amid against between under through without
    """.split()
)
"""Words with which no title begins."""

_ENDERS = frozenset(
    """
    of to in with the a an and or that his her its their my our your for on at by from into over as be been is are was
    were has have had not no about against between toward towards amid after before during under so very who which
    while will would
    """.split()
)
"""Words with which no title ends."""

_VERBS = frozenset(
    """
    is are was were be been being am has have had do does did will would can could may might must shall should to not
    n't never held hold holds made make makes took take takes gave give gives began begin begins
    """.split()
)
_STOP = re.compile(
    r"[,;:—–―(\n]|\s(?:-|--)\s|(?<=[a-z\d]{2})(?<!Mrs)[.!?](?=\s|$)|"
    r"\b(?:because|while|although|though|when|after|before|as|who|which|where|since|until|unless|if|but|amid|despite|"
    r"according|saying|adding|citing)\b"
)
"""Where what follows an act ends."""

_QUOTE = re.compile(r",?\s*[“\"'‘]")
_MARK = re.compile(r"[“”\"]")
_NOR = re.compile(r"\s+nor\b[^.;,\n]*")
_COUNTED = re.compile(
    r"\s+(?:just |only )?(?:(?:an?|one|two|three|few|several|some|many|\d+) )?(?:hours?|days?|weeks?|months?|years?)$"
)
"""What "after" or "before" would go on with."""

_PHRASES = frozenset("of to in with for on at by from into over against between toward towards about and that".split())
"""Words before which a long title may end."""


@dataclass(frozen=True, slots=True)
class Around:
    """
    What is told around an act.

    Attributes:
        lead: From behind the doer to the act, or as many words before it as belong to it.
        verbal: Whether the lead holds a verb.
    """

    lead: Span
    verbal: bool


def between(text: str, doer: Span | None, act: Span, floor: int) -> Around:
    """
    Return the words before an act that belong to it.

    Args:
        text: The report's.
        doer: Whoever is named last before the act; None where nobody is.
        act: The word that tells it.
        floor: Where its sentence begins, at most.
    """
    if doer is not None:
        gap = text[doer.end : act.start]
        words = _WORD.findall(gap)
        if len(words) <= REACH and not _JOINS & set(words) and (_PLAIN_GAP.fullmatch(gap) or not gap.strip()):
            return Around(Span(doer.end, act.end), any(_verbal(one) for one in words))
        floor = max(floor, doer.end)
    taken: list[re.Match[str]] = []
    start, verbal = act.start, False
    for found in reversed(list(_WORD.finditer(text, floor, act.start))):
        if _BETWEEN.fullmatch(text, found.end(), start) is None or len(taken) == REACH:
            break
        if found.group().casefold() in _JOINS:
            verbal = found.group().casefold() in _RELATIVES
            break
        taken.insert(0, found)
        start = found.start()
    verbs = [place for place, one in enumerate(taken) if _verbal(one.group())]
    first = verbs[0] if verbs else 1 + max((at for at, one in enumerate(taken) if one.group() in _OPENERS), default=-1)
    if doer is None and verbs and taken[first].group() == "to":
        first += 1
    return Around(Span(taken[first].start() if first < len(taken) else act.start, act.end), bool(verbs) or verbal)


def _verbal(word: str) -> bool:
    plain = word.casefold()
    return plain in _VERBS or plain.endswith(("n't", "n’t", "ing", "ed"))


def after(text: str, act: Span, end: int) -> Span | None:
    """Return the words behind an act up to where its clause or a phrase of it ends; None where there are none."""
    nor = _NOR.match(text, end)
    end = end if nor is None else nor.end()
    quote = _QUOTE.match(text, act.end)
    start = act.end if quote is None else quote.end()
    stop = _STOP.search(text, start, max(end, start))
    last = max(end, start) if stop is None else stop.start()
    mark = _MARK.search(text, start, last) if quote is None else None
    words = list(_WORD.finditer(text, start, last if mark is None else mark.start()))
    if len(words) > MOST:
        ends = [place for place in range(4, MOST + 1) if words[place].group().casefold() in _PHRASES]
        words = words[: ends[-1] if ends else MOST]
    while words and words[-1].group().casefold() in _ENDERS:
        words.pop()
    if not words:
        return None
    counted = _COUNTED.search(text, act.end, words[-1].end())
    reached = words[-1].end()
    if counted is not None and stop is not None and stop.group() in {"after", "before"} and counted.end() == reached:
        reached = counted.start()
    return Span(act.end, reached) if reached > act.end else None
