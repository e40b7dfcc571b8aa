"""Text as the other stages expect it: NFC, line feeds, plain spaces, nothing invisible. No word is lost."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile("\r\n|[\r\v\f\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\x1c-\x1f]")
_INVISIBLE = re.compile(
    "[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]"
)
_JOINERS = re.compile(r"(?<=[\x00-\u024f])[\u200c\u200d]|[\u200c\u200d](?=[\x00-\u024f]|\Z)|\A[\u200c\u200d]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x9f]")
_LONE = re.compile("[\ud800-\udfff]")


def cleaned(text: str) -> str:
    r"""
    Return the text in NFC, its lines ended by line feeds, without characters that nobody sees.

    - All line ends, vertical tabs, form feeds and Unicode's line and paragraph separators become line feeds.
    - Spaces of every width become plain ones, and so do the separators U+001C to U+001F.
    - Soft hyphens, zero-width spaces, byte order marks and direction marks go. Joiners stay where a script needs
      them (Persian, Indic, emoji), and go beside Latin letters and at the ends.
    - Control characters U+0080 to U+009F are what is left of Windows-1252 read as Latin-1, and become what they
      were meant to be (WHATWG Encoding Standard, index windows-1252); the other controls go.
    - Halves of surrogate pairs, which JSON can carry, become U+FFFD.

    >>> cleaned("\ufeffVell\u200b\r\ndam\x92s")
    'Vell\ndam’s'
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", text)
    text = _INVISIBLE.sub("", text)
    text = _CONTROLS.sub(_meant, text)
    text = _LONE.sub("\ufffd", text)
    text = _JOINERS.sub("", text)
    return unicodedata.normalize("NFC", text)


def _meant(found: re.Match[str]) -> str:
    code = ord(found[0])
    return bytes([code]).decode("cp1252", "ignore") if code >= 0x80 else ""
