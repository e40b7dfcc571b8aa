"""Whether a line tells what is to come, by the verb that it turns on."""

from __future__ import annotations

import regex

_SAYING = regex.compile(
    r"\b(?:sa(?:y|ys|id|ying)|tell\w*|told|report(?:s|ed)?|announc\w+|declar\w+|add(?:s|ed|ing)|wr(?:ote|ites|itten)|"
    r"tweet\w*|not(?:es|ed|ing)|stress\w*|insist\w*|argu\w+|suggest\w*|confirm\w*|claim\w*|(?-i:stat(?:e|es|ed|ing))|"
    r"indicat\w+|reveal\w*|explain\w*|describ\w+|repeat\w*|reiterat\w*|mention\w*|point\w* out|acknowledg\w+|"
    r"predict\w*|believ\w*|thinks?|signal\w*|hint\w*|emphasi[sz](?:e|es|ed|ing)\b|mak(?:e|es|ing) clear|"
    r"made (?:it )?clear|according to|quot\w+|cit(?:es|ed|ing)|was quoted|been)\b",
    regex.IGNORECASE,
)
"""Verbs that put words in somebody's mouth: what a line turns on stands behind them."""

_NO_NOUN = r"(?<!\b(?:the|an?|his|her|its|their|our|this|that|of|no|any)\s)(?<![’']s?\s)"
"""Behind one of these a word is a noun: "the offer", "Marrow's demands"."""

_COMING = regex.compile(
    r"\b(?:(?<!\b(?:good|free|political|the|his|her|their|at)\s)will\b|shall\b|must\b|should\b|ought\b|won[’']t\b|"
    r"going to\b|"
    r"(?:is|are|am|was|were) (?:\p{L}+ly )?(?:to|due|set|ready|willing|poised|expected|scheduled|planned|slated|"
    r"prepared|bound|about to|likely|supposed)\b|"
    rf"{_NO_NOUN}plan(?:s|ned|ning)?\b(?! (?:is|are|was|were|has|had)\b)|"
    rf"{_NO_NOUN}(?:intend|expect|hop|aim|want|seek|need|prepar|promis|pledg|vow|threaten|warn|demand|urg|request|propos|offer|"
    r"agree|consider|invit|order|decid|recommend|advis|encourag|schedul)(?:e?s|e?d|ing)?\b|"
    r"call(?:s|ed|ing)? (?:for|on|upon)\b|"
    r"swor\w+|tr(?:y|ies|ying) to|eager|ready|willing|looking (?:to|forward)|wishes|would|wouldn[’']t|"
    r"if\b|unless\b)",
    regex.IGNORECASE,
)
"""Verbs and auxiliaries that plan, promise, demand, or set a condition."""

_HELD = regex.compile(
    r"\b(?:had|did|didn[’']t)\b|"
    r"\b(?:has|have)\b(?! (?:\p{Ll}+ly |also |now |already |been )?(?:agreed|promised|pledged|vowed|threatened|planned|"
    r"urged|encouraged|called (?:for|on)|demanded|offered|proposed|scheduled|decided|warned|asked|said|told|"
    r"invited)\b)|"
    r"\b(?:may|might|could|would|must|should) (?:not )?have\b|"
    r"(?<!\b(?:is|are|be|been|being|was|were|the|an?|and|or|of|its|his|her|their|by)\s)(?<!-)\b\p{Ll}{2,}ed\b"
    r"(?! by\b| in\b| on\b| at\b| with\b| from\b| as\b)|"
    r"\b(?:met|took|held|went|made|came|gave|began|left|ran|won|lost|fell|rose|sent|hit|saw|sat|spoke|broke|fought|"
    r"brought|bought|kept|felt|stood|found|got|swept|fled|struck|drew|flew|grew|knew|threw|hid|caught|dealt|drove|"
    r"laid|paid|shook|spent|stole|tore|became|chose|understood|thought|sought|was|were)\b",
    regex.IGNORECASE,
)
"""Verbs that tell the past."""

_DREADS = regex.compile(
    r"\b(?:(?:is|are|was|were|be) (?:\p{L}+ly )?(?:afraid|anxious|concerned|nervous|worried)|fear(?:s|ed|ing)?|"
    r"worr(?:y|ies|ied)|concerns?)\b",
    regex.IGNORECASE,
)
"""Before what may come: nobody plans what he fears."""

_SET = regex.compile(r"\b(?:is|are) (?:\p{L}+ly )?(?:set|scheduled|slated|due) (?:for|to)\b")
_GUESS = regex.compile(r"\b(?:could|might|may)\b")
_STANDS = regex.compile(r"\b(?:is|are|has|have|does|do)\b")
_HABIT = regex.compile(r"\bwould\b[^.;]*\b(?:repeatedly|often|always|sometimes|frequently|regularly|usually)\b")
""""Would" of what was done again and again."""

_OPENING = regex.compile(
    r"(?:As|After|Before|When|While|Since|Although|Though|Because|In|On|At|During|By|Since)\b[^,“\"]*,\s+"
)
"""A clause or phrase of time before the line's own subject."""

_BESIDE = regex.compile(r",\s+(?:who|which|whose|led|headed|known|based|backed|where)\b[^,]*,|\([^)]*\)")
"""What is told beside a name."""


def tells_ahead(words: str) -> bool:
    """
    Tell whether a line turns on a verb that plans, promises, demands or sets a condition, not on one of the past.

    Verbs that put words in somebody's mouth are passed over, so are clauses of time before the subject.

    >>> tells_ahead("Marrow said the guild will meet them"), tells_ahead("Marrow went to Vell to meet them")
    (True, False)
    >>> tells_ahead("The guild fears that the council will close the port")
    False
    """
    if _HABIT.search(words):
        return False
    plain = _BESIDE.sub(lambda one: " " * len(one.group()), words)
    opening = _OPENING.match(plain)
    start = 0 if opening is None else opening.end()
    said = [one.span() for one in _SAYING.finditer(plain, start)]
    coming = next((one.start() for one in _COMING.finditer(plain, start)), None)
    if coming is None:
        return False
    if _DREADS.search(plain, start, coming) is not None:
        return False
    held = (one.start() for one in _HELD.finditer(plain, start) if one.start() < coming)
    return all(any(first <= at < last for first, last in said) for at in held)


def is_set(words: str) -> bool:
    """
    Tell whether a line says that something has its day already.

    >>> is_set("A hearing on the toll is set for next month"), is_set("The table is set")
    (True, False)
    """
    return _SET.search(words) is not None


def guesses(words: str) -> bool:
    """
    Tell whether a line is a writer's own guess: "could", "may" or "might" before any other verb, and nobody says so.

    >>> guesses("The guild could be hoping for rain"), guesses("Marrow said the guild could sail")
    (True, False)
    """
    plain = _BESIDE.sub(lambda one: " " * len(one.group()), words)
    opening = _OPENING.match(plain)
    start = 0 if opening is None else opening.end()
    guess = _GUESS.search(plain, start)
    if guess is None:
        return False
    before = (_SAYING, _COMING, _HELD, _STANDS)
    return not any(one.search(plain, start, guess.start() + 1) for one in before) and _SAYING.search(plain) is None
