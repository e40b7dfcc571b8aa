"""Telling a photo caption or credit from the story's own words."""

from __future__ import annotations

import re
from functools import cache

LONGEST = 110
"""Words of the longest caption that wire agencies write (Associated Press captions have two sentences)."""

LONGEST_UNSIGNED = 60
"""Words of the longest caption that is believed without a credit."""

CREDIT = 160
"""How far from the end of a line its credit is looked for. Unit: code points."""

_HOUSES = (
    r"AP|AFP|EPA|EFE|EPA-EFE|Reuters|REUTERS|Getty|TASS|Sputnik|Xinhua|Anadolu|AA|dpa|DPA|ANP|ANSA|PA|PTI|ANI|IRNA|"
    r"ISNA|Kyodo|Yonhap|UPI|NTB|TT|Ritzau|Belga|APA|Keystone|MTI|PAP|CTK|STR|Bloomberg|NurPhoto|Zuma|ZUMA|SIPA|Sipa|"
    r"imago|Imago|IMAGO|Shutterstock|Alamy|iStock|Pool|POOL|WANA|Handout|HANDOUT|UNTV|DVIDS"
)
"""Agencies, picture libraries and the trade's words for borrowed pictures, as credits write them."""

_LIBRARIES = (
    r"getty images|shutterstock|i?stock ?photo|istock|alamy(?: stock photo)?|unsplash|epa-efe|maxppp|zuma press|"
    r"picture[ -]alliance|anadolu (?:agency|images)|nurphoto|sipa usa|magnum photos|wikimedia commons|creative commons"
)

_NAME = r"[A-Z][\w.'’\-]*(?: (?:[a-z]{2,3} )?[A-Z][\w.'’\-]*){0,4}"
_AFTER = r"(?:[\s/,]+(?:via|for|Pool|Handout|File|Getty Images|Images|[A-Z]{2,12}))*"

_SIGNED = (
    # Photo: Jo Roe / Image credit: Vell Post / (Courtesy of the dam)
    (
        r"(?i:(?:^|[.(\[|–—-]\s*|\s{2})(?:file )?(?:photo|photograph|image|picture|illustration|graphic|screen ?grab|"
        r"screenshot|video)s?\s*(?:credit|courtesy|source|by)?\s*"
        r"(?::|©|by |courtesy of |via ))\s?\S.{0,80}$"
    ),
    r"(?i:(?:^|[.(\[|–—]\s*)(?:credit|courtesy)(?: of)?\s*:?)\s*[A-Z].{0,80}$",
    # REUTERS/Jo Roe, EPA-EFE/JO ROE / POOL, AP Photo/Jo Roe
    rf"(?:^|[\s(\[.–—|])(?:{_HOUSES})(?: (?:[Pp]hotos?|PHOTO|Images?|via))?\s?/\s?{_NAME}{_AFTER}[)\]]?$",
    # after a closed sentence: VELL PHOTO/JO ROE, Vell Post / Jo Roe
    rf"[.!?)\]”\"]\s+(?:[A-Z][\w&.\-]*\s?){{1,4}}/\s?{_NAME}[)\]]?$",
    # Jo Roe/AFP, (Jo Roe/AP)
    rf"[(\[.–—|]\s*{_NAME}\s?[/|]\s?(?:{_HOUSES})\b.{{0,40}}$",
    rf"^{_NAME}\s?/\s?(?:{_HOUSES})\b.{{0,40}}$",
    # (AP Photo), (File photo), [Screengrab]
    (
        r"(?i:[(\[](?:[^()\[\]]{0,60}\b)?(?:photos?|file|images?|pool|handout|screen ?grab|screenshot)"
        r"(?:[/ ,][^()\[\]]{0,60})?[)\]]\.?$)"
    ),
    rf"(?:^|(?<=[\s(\[/|.,–—]))(?i:(?:{_LIBRARIES})(?:[ ,/|].{{0,40}})?[)\]]?$)",
    r"(?:©|\([cC]\)) ?[A-Z0-9][^.]{0,60}$",
)
"""Forms of a credit at the end of a line."""

_OPENED = (
    r"[a-z]{2,5}-?\d{4,}\b",  # an agency's picture number
    r"(?:FILE|File)(?: (?:PHOTO|[Pp]hoto|IMAGE|[Ii]mage))?\s?[:–—-]",
    r"(?i:(?:photo|image|picture|photograph)(?: caption)?\s?:)",
    r"(?i:(?:photo|image|picture)s? (?:by|credit|courtesy|source)\b)",
    r"(?i:in this (?:\w+ ){0,3}(?:photo|photograph|image|picture|frame grab|screen ?grab)\b)",
    r"(?i:(?:file|archive|handout|illustrative|representational) (?:photo|image|picture)\b)",
    r"(?i:pictured(?: above| here)?\s?[:,])",
)
"""Forms of a credit or caption at the beginning of a line."""

_HINTS = (
    (
        r"\b(?:looks? on(?= (?:as|at|during|after|before|while|in|near|next)\b|[,.])|gestures?|poses?|shakes? hands|"
        r"waves?|is (?:seen|pictured)|are (?:seen|pictured)|listens?|"
        r"(?:speaks|addresses|arrives|delivers|attends|walks|stands|holds) )"
    ),
    (
        r"\((?:L|R|C|left|right|cent(?:er|re)|[2-4](?:nd|rd|th)-?[LR]|from left|front|back)\)|"
        r",? (?:left|right|cent(?:er|re)|(?:second|third) from (?:left|right)),|\bfrom left(?: to right)?[,:]"
    ),
    r"(?:,| on| in) (?:\d{1,2} [A-Z][a-z]+|[A-Z][a-z]{2,8}\.? \d{1,2},) \d{4}\.?$",
    r"^(?:An?|The) (?:\w+ ){0,2}(?:photo(?:graph)?|picture|image|view) (?:of|taken|released|provided|showing)\b",
)
"""Signs that are common in captions and rare in stories: a pose told in the present, left and right, a closing date."""


@cache
def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """Compile the forms when the first line asks, which keeps the package quick to import."""
    return tuple(re.compile(pattern) for pattern in patterns)


def is_caption(text: str, words: int) -> bool:
    """
    Tell whether a line is a photo's caption or credit.

    A credit at either end settles it; without one, two different signs are needed.

    Args:
        text: The line, trimmed.
        words: How many words it has.

    >>> is_caption("Ola Brandt looks on at the dam in Vell, 27 March 2031. Photo: Jo Roe", 14)
    True
    >>> is_caption("The dam held, Ola Brandt told reporters on 27 March 2031.", 11)
    False
    """
    if words > LONGEST:
        return False
    if any(pattern.match(text) for pattern in _compiled(_OPENED)):
        return True
    end = max(0, len(text) - CREDIT)
    if any(pattern.search(text, end) for pattern in _compiled(_SIGNED)):
        return True
    return words <= LONGEST_UNSIGNED and sum(pattern.search(text) is not None for pattern in _compiled(_HINTS)) >= 2
