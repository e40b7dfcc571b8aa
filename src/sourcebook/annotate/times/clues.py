"""What the words around an expression say about whether past or future is meant."""

from __future__ import annotations

from enum import Enum

from sourcebook.annotate.times.tokens import Token

_REACH_BACK, _REACH_AHEAD, _REACH_NOUN = 14, 14, 3
"""How far a verb is looked for, before and behind, and before "Friday's", whose noun hides its tense. Unit: tokens;
chosen on two thirds of AQUAINT TimeML."""

_BORDERS = frozenset({"", ".", ";", ":", '"', "“", "”", "`", "?", "!", "«", "»"})
_AHEAD = frozenset(
    "will ll would shall planned plans plan planning scheduled expected expects expect due slated set upcoming "
    "deadline likely hopes hope intends intend may might must should going vows vowed ready preparing "
    "пройдет состоится будет будут планирует планируется ожидается".split()
)
_BEHIND = frozenset(
    "said says told was were had did went came took made met held shot left began became gave saw found got wrote led "
    "fell fought won lost ran spoke sent hit struck broke brought bought built caught chose drew fled flew grew heard "
    "kept knew laid meant paid put quit read rose sold shook shut stood stole swore taught thought threw wore been "
    "был была были было прошла прошел прошли заявил заявила сообщил сообщила".split()
)
_ABBREVIATIONS = frozenset(
    "mr ms mrs dr gen lt col sgt sen rep gov pres st jan feb mar apr jun jul aug sep sept oct nov dec".split()
)
_COMMITTED = frozenset(
    "agreed decided promised pledged vowed planned voted ordered asked invited threatened prepared hoped expected "
    "intended wanted scheduled urged refused offered".split()
)
"""Before "to" and a verb: what follows lies ahead of it."""
_PLANNED = frozenset({"planned", "scheduled", "slated", "set", "expected"})
_WAS = frozenset({"was", "were"})
_SUPPOSED = frozenset("believed thought said reported appears appeared seems seemed known found".split())
"""Before "to be": what is told then is not to come but taken to be so."""
_OPENING = frozenset({"on", "by", "from", "at", "in", "and", "but", "then", "the", "next", ","})
_ONGOING = frozenset({"is", "are", "be", "being", "am"})
"""Before a participle, at once or one word off: "is heard" is not past."""
_NOT_PAST = frozenset(
    {"need", "speed", "feed", "indeed", "seed", "breed", "hundred", "embed", "exceed", "proceed", "shed"}
)


class Lean(Enum):
    """
    Which side of publication the words around speak of.

    Either, where they tell what was still to come once ("it was to open on Monday") or what will come of the thing told
    ("Monday's vote will hurt them").
    """

    PAST = "past"
    FUTURE = "future"
    EITHER = "either"
    NONE = "none"


def lean(tokens: list[Token], start: int, end: int) -> Lean:
    """
    Tell from the nearest verb of the clause, before the expression or else behind it, what time it speaks of.

    >>> from sourcebook.annotate.times.tokens import tokenize
    >>> lean(tokenize("They will meet on Monday"), 4, 5)
    <Lean.FUTURE: 'future'>
    """
    before = tokens[start - 1].low if start else ""
    if before == "as" and start > 1 and tokens[start - 2].low in {"soon", "early", "late"}:
        return Lean.FUTURE
    if before in {"by", "until", "till"} and not tokens[start - 1].upper:
        return Lean.FUTURE
    if _clue(tokens, end) is Lean.PAST:  # "the ministry on Sunday issued"
        return Lean.PAST
    reach = _REACH_NOUN if tokens[end].low in {"'", "’"} else _REACH_BACK
    for at in range(start - 1, max(start - 1 - reach, -1), -1):
        if _border(tokens, at):
            break
        found = _clue(tokens, at)
        if found is Lean.FUTURE and _over(tokens, at, end):
            return Lean.PAST
        if found is Lean.FUTURE and at and tokens[at - 1].low in _WAS:  # "was due on Monday"
            return Lean.EITHER
        if found is not Lean.NONE:
            return found
    for at in range(end, end + _REACH_AHEAD):
        if at >= len(tokens) or _border(tokens, at):
            break
        found = _clue(tokens, at)
        if found is not Lean.NONE:
            return Lean.EITHER if found is Lean.FUTURE and not _fronted(tokens, start) else found
    return Lean.NONE


def _fronted(tokens: list[Token], start: int) -> bool:
    """Tell whether an expression opens its sentence: "On Monday they will meet", but not "Monday's raid will hurt"."""
    step = start - 1
    while step >= 0 and tokens[step].low in _OPENING:
        step -= 1
    return step < start - 1 and (step < 0 or _border(tokens, step))


def _over(tokens: list[Token], at: int, end: int) -> bool:
    """Tell whether a participle tells what was planned, and what became of it follows ("set for Monday, failed")."""
    if tokens[at].low not in _PLANNED or any(one.low in _ONGOING | _BEHIND for one in tokens[max(at - 2, 0) : at]):
        return False
    for ahead in range(end, end + _REACH_AHEAD):
        if ahead >= len(tokens) or _border(tokens, ahead):
            return False
        found = _clue(tokens, ahead)
        if found is not Lean.NONE:
            return found is Lean.PAST
    return False


def _border(tokens: list[Token], at: int) -> bool:
    token, before = tokens[at], tokens[at - 1].low if at else ""
    short = len(before) == 1 or before in _ABBREVIATIONS
    clock = token.low == ":" and token.tight and before.isdigit()
    return token.low in _BORDERS and not clock and not (token.low == "." and short and token.tight)


def _clue(tokens: list[Token], at: int) -> Lean:
    token = tokens[at]
    low = token.low
    if low == "won" and tokens[at + 1].low in {"'", "’"} and tokens[at + 1].tight:
        return Lean.FUTURE
    if low in {"set", "due"} and tokens[at + 1].low not in {"for", "to", "on", "in"}:
        return Lean.PAST if low == "set" else Lean.NONE
    if low in {"may", "march"} and token.upper:
        return Lean.NONE
    after = tokens[at + 1].low
    if low in _WAS and (after == "to" or after in _AHEAD):
        return Lean.EITHER
    if low in _AHEAD and (low != "likely" or after == "to"):
        return Lean.FUTURE
    if low == "to" and at and (_to_be(tokens, at) or (tokens[at - 1].low in _COMMITTED and after.isalpha())):
        return Lean.FUTURE
    past = low.endswith("ed") and len(low) > 3 and not token.upper and low not in _NOT_PAST
    if (low in _BEHIND or past) and not any(one.low in _ONGOING for one in tokens[max(at - 2, 0) : at]):
        return Lean.PAST
    return Lean.NONE


def _to_be(tokens: list[Token], at: int) -> bool:
    """Tell whether "to" opens what is still to be done or borne: "a speech to be given"."""
    low = tokens[at + 2].low
    told = tokens[at + 1].low == "be" and tokens[at - 1].low not in _SUPPOSED | _WAS
    return told and (low in _BEHIND or low.endswith(("ed", "en", "ing")))
