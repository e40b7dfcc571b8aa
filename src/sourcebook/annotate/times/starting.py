"""Where an expression can begin, told from a word and the next: a quick look that spares the rules most of a text."""

from __future__ import annotations

from sourcebook.annotate.times import holidays, persian, russian, sets
from sourcebook.annotate.times.tokens import Token
from sourcebook.annotate.times.words import (
    CARDINALS,
    DAY_PARTS,
    DECADES,
    EARLY,
    ENDS,
    LATE,
    MIDDLE,
    MONTHS,
    ORDINALS,
    SEASONS,
    SEVERAL,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    STARTS,
    TENS,
    UNIT_PLURALS,
    UNITS,
    WEEKDAY_PLURALS,
    WEEKDAYS,
)

_NAMES = frozenset({*WEEKDAYS, *SHORT_WEEKDAYS, *MONTHS, *SHORT_MONTHS, *SEASONS, *DAY_PARTS, *holidays.STARTERS})
_COUNTS = frozenset({*CARDINALS, *SEVERAL, "a", "an", "half", "dozen"})
_ANY_UNIT = frozenset({*UNITS, *UNIT_PLURALS})

_ALWAYS = (
    _NAMES
    | frozenset({*WEEKDAY_PLURALS, *UNIT_PLURALS, *DECADES, *sets.ADVERBS, *sets.REFERENCES, *persian.STARTERS})
    | frozenset({*russian.STARTERS, *LATE, *EARLY, *MIDDLE, *SEVERAL, "earlier", "later", "every", "each", "weekends"})
    | frozenset(
        "today yesterday tomorrow tonight half once twice times weekdays daylong weeklong monthlong yearlong".split()
    )
    | frozenset("hourlong fiscal financial fy q".split())
) - {"recent", "some", "many", "year"}
"""Words that may begin an expression whatever follows."""


def _leads() -> dict[str, frozenset[str]]:
    """Return words that begin an expression only before certain others, or before a number."""
    told = _ANY_UNIT | _NAMES | _COUNTS | {"same", "past", "coming", "business", "full"}
    ordinals = _COUNTS | _ANY_UNIT | {"quarter", "half", "-", "of", "and", "or", "to", *MONTHS, *SHORT_MONTHS}
    articles = frozenset(
        {*UNITS, "few", "quarter", "couple", "number", "matter", "half", "dozen", "hundred", "thousand"}
    )
    found = dict.fromkeys(ORDINALS, ordinals) | dict.fromkeys(
        UNITS, frozenset({"-", "‑", "'", "’", "of", "before", "after", "beginning", "starting", "commencing"})
    )
    found |= dict.fromkeys(
        CARDINALS, _ANY_UNIT | CARDINALS.keys() | {"-", "to", "or", "and", "more", "dozen", "hundred"}
    )
    for word in CARDINALS:
        found[word] |= frozenset(
            "thousand full straight consecutive long additional other o further a am p pm in".split()
        )
        found[word] |= ORDINALS.keys() if word in TENS else frozenset()
    for (
        word
    ) in "last past this current next coming upcoming previous preceding prior following subsequent same".split():
        found[word] = told
    for word in ("that", "recent", "final", "ensuing"):
        found[word] = told
    for (
        word
    ) in "about nearly almost around roughly approximately over some barely exactly just only under many".split():
        found[word] = _COUNTS | {"time", *UNIT_PLURALS}
    found["latest"] = frozenset({"week", "month", "quarter"})
    found["first"] = found["first"] | told
    found |= dict.fromkeys(("a", "an", "another"), articles | {"full", "whole", "single", "further"})
    found |= dict.fromkeys(("more", "less"), frozenset({"than"}))
    found |= dict.fromkeys(STARTS | ENDS | {"middle", "rest", "remainder"}, frozenset({"of"}))
    found |= {
        "at": frozenset({"least", "most", "present", "the", "this"}),
        "up": frozenset({"to"}),
    }
    found |= dict.fromkeys(("small", "wee"), frozenset({"hours"}))
    found |= dict.fromkeys(("all", "whole", "entire"), frozenset({"day", "week", "month", "year"}))
    found |= {"as": frozenset({"long"}), "right": frozenset({"now"}), "these": frozenset({"days"})}
    found |= {
        "long": frozenset({"ago"}),
        "near": frozenset({"future"}),
        "per": frozenset(UNITS),
        "solar": frozenset({"year"}),
    }
    return {word: frozenset(nexts) for word, nexts in found.items()}


_LEADS = _leads()
_BEHIND_THE = _ALWAYS | _LEADS.keys() | {"recent", "past", "near", "foreseeable", "future"}


def may_start(tokens: list[Token], at: int) -> bool:
    """Tell whether an expression can begin at a token. Says yes too often, never no wrongly."""
    token = tokens[at]
    if token.number is not None or token.low in _ALWAYS:
        return True
    after = tokens[at + 1]
    if token.low == "the":
        return after.number is not None or after.low in _BEHIND_THE
    nexts = _LEADS.get(token.low)
    return nexts is not None and (after.number is not None or after.low in nexts)
