"""
Text to words, in the manner of Universal Dependencies' English treebanks.

White space parts chunks; each chunk is cut by one pattern, the same way wherever it stands, but for a few whose reading
the chunk behind them decides (``_FOLLOWED``). The rules were read off the training portion of UD English-EWT (v2.17):
contractions are two words ("do" "n't"), hyphens part compounds except after prefixes ("well" "-" "known",
"anti-government"), units part from numbers ("5" "pm").
"""

from __future__ import annotations

from functools import lru_cache

import regex

from sourcebook.values.spans import Span

ABBREVIATIONS = (
    "Adm", "Amb", "Apr", "Assn", "Asst", "Atty", "Aug", "Ave", "Blvd", "Bros", "Brig", "Capt", "Cmdr", "Cpl", "Col",
    "Co", "Cong", "Corp", "Dec", "Dept", "Dr", "Drs", "Esq", "Est", "Feb", "Fr", "Ft", "Gen", "Gov", "Govt",
    "Hon", "Inc", "Insp", "Jan", "Jr", "Jul", "Jun", "Lt", "Ltd", "Maj", "Messrs", "Mme", "Mlle", "Mr", "Mrs", "Ms",
    "Msgr", "Mt", "Mon", "No", "Nos", "Nov", "Oct", "Ont", "Ph.D", "Pfc", "Pres", "Prof", "Pvt", "Rep", "Reps",
    "Rev", "Sen", "Sens", "Sept", "Sgt", "Sr", "St", "Ste", "Supt", "Tue", "Tues", "Thu", "Thur", "Thurs", "Univ",
    "Wed", "Fri", "Attn", "PS", "approx", "dept", "est", "ft", "govt", "vs", "viz",
)  # fmt: skip
"""Words that keep their full stop; "No." only before a number, the months not at a word's end in capitals."""
PREFIXES = (
    "anti", "arch", "co", "counter", "cross", "e", "ex", "inter", "intra", "mid", "mini", "multi", "neo", "non",
    "over", "pan", "post", "pre", "pro", "pseudo", "psycho", "re", "semi", "socio", "sub", "super",
    "trans", "ultra", "un", "under",
)  # fmt: skip
"""First parts that stay with what follows their hyphen."""
UNITS = (
    "am", "pm", "a.m.", "p.m.", "k", "K", "m", "M", "bn", "tn", "kg", "g", "mg", "km", "cm", "mm", "ft", "mph",
    "kph", "lbs", "lb", "MW", "GW", "kW", "MWh", "GB", "MB", "TB", "GHz", "MHz", "hrs", "hr", "min", "sec",
    "AM", "PM", "GMT", "b", "MM", "gb", "mb",
)  # fmt: skip
FILES = "docx?|pdf|xlsx?|txt|jpe?g|png|gif|csv|zip"
"""Ends of file names; a pattern."""
DOMAINS = f"com|org|net|edu|gov|mil|info|biz|int|news|tv|io|co|uk|us|af|ir|ru|in|pk|tj|de|fr|eu|me|html?|php|{FILES}"
"""Ends of addresses and file names without a scheme; a pattern."""
HIDDEN = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufe00-\ufe0f"
"""Characters without width; inside a word they are its own, at its edges they belong to no word."""

_LETTER = rf"[\p{{L}}\p{{M}}{HIDDEN}]"
_WORDLIKE = rf"[\p{{L}}\p{{M}}\p{{N}}{HIDDEN}]"
_SPACELESS = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_APOSTROPHE = "['’`´ʼ]"
_BARE = r"(?<![\p{L}\p{N}])"
_FACE = r"\p{Extended_Pictographic}[\ufe0f\p{Emoji_Modifier}]*"


def _any(parts: tuple[str, ...]) -> str:
    return "|".join(sorted(map(regex.escape, parts), key=len, reverse=True))


_PATTERN = rf"""
  (?P<address> (?:https?://|ftp://|www\.|mailto:)[^\s<>"“”«»|]*[^\s<>"“”«».,;:!?'’)\]}}|…]
             | (?<![\w.+%-])[\w.+%-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{0,8}}(?<=\w)
             | (?<![\w.-])(?:\w[\w\#-]{{0,62}}\.){{1,8}}(?i:{DOMAINS})\b(?!\.\w)
               (?:/[^\s<>"“”«»]*[^\s<>"“”«».,;:!?'’)\]}}])?
             | (?<![\w.-])\p{{Ll}}{{2,62}}(?:\.\p{{Ll}}[\p{{Ll}}\d-]{{0,62}}){{2,8}}(?![\w.]\w)
             | (?<![\w.])\.(?i:{FILES})\b
             | [@\#](?=\w*\p{{L}})\w+ )
| (?P<picture> \p{{Regional_Indicator}}{{2}}
             | [\d\#*]\ufe0f?\u20e3
             | {_FACE}(?:\u200d{_FACE})* )
| (?P<smile> (?<!\w)(?:[:;=]['’]?-?[()DPp](?!\w)|\^_\^|<3)
             | (?<=^[^(]*\p{{L}})[:;]-?\)$ | ^\(-?[:;]$ )
| (?P<short> (?:\p{{Lu}}\.){{2,}}(?:\p{{Lu}}(?![\p{{L}}\p{{N}}])|(?:s\b))?
           | {_BARE}(?:[ap]\.m|i\.e|e\.g|a\.k\.a|c\.f|n\.b|cf|al|ca)\.(?!\w)
           | {_BARE}(?:\p{{L}}\.)+\p{{L}}(?![\p{{L}}\p{{N}}.])
           | {_BARE}(?:etc|\p{{L}}{{1,6}})\.(?=[,;])
           | {_BARE}[bwBW]/[otc](?![\w/])
           | {_BARE}(?:{_any(ABBREVIATIONS)})\.(?!\w|\.(?!$))
           | {_BARE}(?!I\.)\p{{Lu}}\.(?=\p{{Lu}}\p{{Ll}}|-\p{{Lu}}\.|$) )
| (?P<number> {_BARE}(?:
             (?:\+?\d[-./])?(?:\(\d{{3}}\)|\d{{3}})[-./]\d{{3}}[-./]\d{{4}}\b
           | \d{{3}}-\d{{4}}\b
           | \d{{1,4}}/\d{{1,2}}/\d{{2,4}}\b | \d{{1,2}}-\d{{1,2}}-\d{{4}}\b | \d{{4}}-\d\d-\d\d(?!\d)
           | (?:9/11|24/7)\b | (?:0?[1-9]|1[0-2])/(?:1[3-9]|2\d|3[01])\b(?!/)
           | \d{{5}}-\d{{4}}\b(?!-) | \d-\d{{4}}\b(?!-)
           | \d+(?:[.,:]\d+)*(?:st|nd|rd|th|s|['’]s(?<=\d0['’]s))\b
           | \d++(?:[.,:]\d++)*+(?=(?:{_any(UNITS)}|\p{{Ll}}{{3,}})(?![\p{{L}}\p{{N}}]))
           | \d++(?:[.,]\d++)++(?={_LETTER})
           | (?:[+.](?=\d))?\d++(?:[.,:]\d++)*+(?!{_LETTER}) ) )
| (?P<prefixed> (?<![\p{{L}}\p{{N}}-])(?i:{"|".join(PREFIXES)})-{_WORDLIKE}+(?:{_APOSTROPHE}{_LETTER}+)* )
| (?P<spaceless> [\p{{Han}}] | [\p{{Hiragana}}]+ | [\p{{Katakana}}ー]+
               | [\p{{Thai}}\p{{Lao}}\p{{Khmer}}\p{{Myanmar}}\p{{M}}]+ )
| (?P<company> \p{{Lu}}{{1,4}}&\p{{Lu}}{{1,3}}(?!{_LETTER}) )
| (?P<word> (?:(?![{_SPACELESS}]){_WORDLIKE})+(?:[{_APOSTROPHE[1:-1]}_·](?:(?![{_SPACELESS}]){_WORDLIKE})+)* )
| (?P<clitic> {_APOSTROPHE}(?i:s|re|ve|ll|d|m|em|tis|twas)(?!{_WORDLIKE}) | {_APOSTROPHE}\d\ds?\b )
| (?P<dots> \.{{3,}} | \.{{1,2}}[!?]+ | \.\. | [!?]+(?:\.(?!\.))? | …+ )
| (?P<same> [-–—―]{{2,}}>? | [-=]+> | <[-=]+ | ‘’ | (?P<sign_>[^\w\s]|_)(?P=sign_)+ )
| (?P<sign> \S )
"""
_PIECES = regex.compile(_PATTERN, regex.VERBOSE | regex.VERSION1)
_CHUNK = regex.compile(r"\S+")
_CONTRACTED = regex.compile(
    rf"(?P<not>.+?)(?P<nt>n{_APOSTROPHE}t)|(?P<host>.+?)(?P<end>{_APOSTROPHE}(?:s|re|ve|ll|d|m))",
    regex.IGNORECASE | regex.DOTALL,
)
_TWO = {
    "cannot": 3, "gonna": 3, "gotta": 3, "wanna": 3, "gimme": 3, "lemme": 3, "dunno": 0, "dont": 2, "didnt": 3,
    "doesnt": 4, "isnt": 2, "wasnt": 3, "couldnt": 5, "wouldnt": 5, "shouldnt": 6, "havent": 4, "hasnt": 3,
    "arent": 3, "wont": 2, "cant": 2, "aint": 2, "werent": 4, "youre": 3, "theyre": 4, "ive": 1, "thats": 4,
    "im": 1, "hes": 2, "itll": 2, "whats": 4, "theres": 5, "outta": 3, "arnt": 2, "heres": 4, "youll": 3, "alot": 1,
    "atleast": 2, "infact": 2, "lastnight": 4,
}  # fmt: skip
"""Contractions without an apostrophe, and what is written in one by mistake: where the second word starts."""
_NO_NOUN = frozenset(
    "a an the not been my your his her their our no so too also never really gonna because in at for from to that this "
    "these those what how why when where if kind all".split()
)
"""Words that nothing possessed starts with: "its" before them is "it's" without its apostrophe."""
_LET = frozenset("get go see try say call hope take not just be face talk look start keep make do have".split())
_FOLLOWED = {
    "its": (2, _NO_NOUN),
    "your": (3, frozenset("a an the not been gonna so too welcome".split())),
    "lets": (3, _LET),
}
"""Words that are two before some others: where the second starts, and the others."""
_NUMBERED = frozenset("no nos p pp c d vol ext sec para art fig tel ph fax mob div".split())
"""Short forms, in lower case, that keep their full stop before a number; some are words or initials elsewhere."""
_WENT_ON = frozenset("etc ect esp ext eg".split())
"""Short forms, in lower case, that keep their full stop before a word in lower case."""
_INITIALS = 3
"""Most capitals that are rather an abbreviation. Unit: letters. Our own choice."""
_LEANING = regex.compile(rf"(?i)^(?:{'|'.join(_FOLLOWED)})$|\b(?:{'|'.join(_NUMBERED | _WENT_ON)})\.$")
_ALL_HIDDEN = regex.compile(rf"[{HIDDEN}\p{{Cc}}\p{{Cf}}]+")
_EDGE_HIDDEN = regex.compile(rf"^[{HIDDEN}]+|[{HIDDEN}]+$")
NEAR = 2
"""Line ends that part a chunk from what is behind it."""
_LONGEST_KEPT = 40
"""Longest chunk whose pieces are remembered. Unit: code points."""


def words(text: str) -> list[Span]:
    """
    Return the words and signs of a text in reading order; what lies between two of them is white space or has no width.

    >>> [span.of("They don't know Ghani's U.S. aide.") for span in words("They don't know Ghani's U.S. aide.")]
    ['They', 'do', "n't", 'know', 'Ghani', "'s", 'U.S.', 'aide', '.']
    """
    found = []
    for chunk in _CHUNK.finditer(text):
        start, end = chunk.span()
        if end - start > _LONGEST_KEPT:
            pieces = _cut(chunk.group())
        else:
            pieces, leaning = _remembered(chunk.group())
            if leaning:
                after = _CHUNK.search(text, end)
                near = after is not None and text.count("\n", end, after.start()) < NEAR
                pieces = _settled(chunk.group(), pieces, after.group() if after is not None and near else "")
        found += [Span(start + first, start + after) for first, after in pieces]
    return found


def _settled(chunk: str, pieces: tuple[tuple[int, int], ...], following: str) -> tuple[tuple[int, int], ...]:
    """Return the pieces of a chunk that is read by the one behind it, empty at a paragraph's end."""
    first, end = pieces[-1]
    at, others = _FOLLOWED.get(chunk.lower(), (0, frozenset()))
    if at:
        return ((0, at), (at, end)) if following.lower().rstrip(".,;:!?") in others else pieces
    counted = following[:1].isdigit() or following[:1] in ("#", "(", "№")
    if chunk[first:end].lower() in ("no.", "nos."):
        return pieces if counted else (*pieces[:-1], (first, end - 1), (end - 1, end))
    if len(pieces) > 1 and chunk[first:end] == "." and pieces[-2][1] == first:
        short = chunk[pieces[-2][0] : first].lower()
        if (counted and short in _NUMBERED) or (following[:1].islower() and short in _WENT_ON):
            return (*pieces[:-2], (pieces[-2][0], end))
    return pieces


@lru_cache(maxsize=1 << 15)
def _remembered(chunk: str) -> tuple[tuple[tuple[int, int], ...], bool]:
    """Return the pieces of a chunk, and whether the chunk behind it may change them."""
    pieces = _cut(chunk)
    return pieces, bool(pieces) and _LEANING.search(chunk) is not None


def _cut(chunk: str) -> tuple[tuple[int, int], ...]:
    """Return start and end of each piece of a chunk without white space."""
    if chunk.isalpha() and chunk.isascii():
        at = _second(chunk)
        return ((0, at), (at, len(chunk))) if at else ((0, len(chunk)),)
    found: list[tuple[int, int]] = []
    for piece in _PIECES.finditer(chunk):
        start, end = piece.span()
        kind = piece.lastgroup
        if kind == "sign" and _ALL_HIDDEN.fullmatch(chunk, start, end):
            continue
        if kind in {"word", "prefixed"}:
            edge = _EDGE_HIDDEN.match(chunk[start:end])
            if edge is not None:
                start += edge.end()
            while end > start and _ALL_HIDDEN.fullmatch(chunk, end - 1, end):
                end -= 1
            if end > start:
                found += _parts(chunk, start, end)
        else:
            found.append((start, end))
    return tuple(found)


def _parts(chunk: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut a contraction in two."""
    matched = _CONTRACTED.fullmatch(chunk, start, end)
    if matched is not None:
        at = matched.start("nt") if matched.start("nt") >= 0 else matched.start("end")
        return [(start, at), (at, end)]
    at = _second(chunk[start:end])
    return [(start, start + at), (start + at, end)] if at else [(start, end)]


def _second(word: str) -> int:
    """Return where the second word of a contraction without an apostrophe starts, 0 where it is none ("IM")."""
    return 0 if len(word) <= _INITIALS and word.isupper() else _TWO.get(word.lower(), 0)
