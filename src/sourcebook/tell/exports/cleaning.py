"""Text of reports made harmless for the forms that would take some of it for more than text."""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0, section 2.2, does not let in."""

_ACTIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What spreadsheets take for the beginning of a formula (OWASP, CSV Injection), full-width signs too."""


def printable(text: str) -> str:
    """Return the text with what XML can't hold replaced by the replacement character."""
    return _UNPRINTABLE.sub("\ufffd", text)


def defused(text: str) -> str:
    """
    Return the text with an apostrophe before it where a spreadsheet might take it for a formula.

    Spaces before the sign don't make it safe: some programs drop them.

    >>> defused("=1+1"), defused(" @cmd"), defused("a - b")
    ("'=1+1", "' @cmd", 'a - b')
    """
    return f"'{text}" if text.startswith(_ACTIVE) or text.lstrip().startswith(_ACTIVE) else text
