"""From bytes to text: which encoding a file is in, or where it is broken."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from sourcebook.errors import UnreadableInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_MAGIC = (
    (b"%PDF-", "a PDF; name it .pdf"),
    (b"PK\x03\x04", "a ZIP archive or an office file; name a Word file .docx"),
    (b"\xd0\xcf\x11\xe0", "an old or password-protected office file; save it as .docx"),
    (b"{\\rtf", "rich text; save it as .docx or .txt"),
    (b"\x1f\x8b", "compressed with gzip; unpack it"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
)

_MULTIBYTE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_DECLARED = re.compile(
    rb"<(?:meta[^>]{0,200}?charset\s*=|\?xml[^>]{0,100}?encoding\s*=)\s*[\"']?\s*([\w.:\-]{2,40})", re.IGNORECASE
)

SAMPLE = 200_000
"""How much of a file charset-normalizer looks at. Unit: bytes."""

WESTERN = 0.15
"""Share of bytes beyond ASCII under which a text that is not UTF-8 is first tried as Windows-1252: Latin letters."""

TOO_MANY_CONTROLS = 0.01
"""Share of control bytes above which a file is no text."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """
    A text and how it was read.

    Attributes:
        encoding: The codec's name, as Python writes it.
        assumed: Whether the encoding was guessed, not marked, declared or proven (UTF-8 proves itself).
    """

    text: str
    encoding: str
    assumed: bool = False


def decoded(data: bytes, file: str, *, markup: bool = False) -> Decoded:
    """
    Return the text of a file.

    Args:
        data: Its bytes.
        file: For the error.
        markup: Whether a declaration of the encoding inside the text counts (HTML).

    Raises:
        UnreadableInput: If it is no text, or its encoding is broken; the place is the first byte that does not fit.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], name, file, skipped=len(mark))
    _refuse_binary(data, file)
    wide = _wide(data)
    if wide is not None:
        return _strictly(data, wide, file)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError as fault:
        broken = fault
    if markup and (declared := _declared(data)) is not None and declared != "utf-8":
        return _strictly(data, declared, file)
    guessed = _guessed(data)
    if guessed is None:
        why = f"broken UTF-8 (byte {data[broken.start]:#04x}), and no other encoding fits"
        raise UnreadableInput(file, f"byte {broken.start}", why) from broken
    return guessed


def _strictly(data: bytes, encoding: str, file: str, *, skipped: int = 0) -> Decoded:
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as fault:
        raise UnreadableInput(file, f"byte {fault.start + skipped}", f"broken {encoding.upper()}") from fault


def _refuse_binary(data: bytes, file: str) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise UnreadableInput(file, "", f"not text but {what}")
    head = data[:SAMPLE]
    if _wide(data) is None and (b"\x00" in head or len(_CONTROLS.findall(head)) > TOO_MANY_CONTROLS * len(head)):
        found = _CONTROLS.search(head)
        raise UnreadableInput(file, f"byte {found.start() if found else 0}", "not text but binary data")


def _wide(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: in Latin text every other byte is zero."""
    head = data[:2000]
    half = len(head) // 2
    if half < 4 or len(data) % 2:
        return None
    if head[1::2].count(0) > 0.9 * half and head[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if head[::2].count(0) > 0.9 * half and head[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:8192])
    if found is None:
        return None
    try:
        name = codecs.lookup(found[1].decode("ascii")).name
    except LookupError:
        return None
    # What pages call Latin-1 or ASCII is Windows-1252 (WHATWG Encoding Standard, section 4.2).
    return "cp1252" if name in {"iso8859-1", "ascii"} else name


def _guessed(data: bytes) -> Decoded | None:
    """
    Return the text in a legacy encoding; None where UTF-8 with damage is likelier.

    Bytes that make whole UTF-8 characters are proof of UTF-8, since other encodings hardly ever form them
    (RFC 3629, section 3): where they are more than the stray bytes, the file is damaged UTF-8.
    """
    high, whole = len(_HIGH.findall(data)), _MULTIBYTE.findall(data)
    if len(whole) > high - sum(map(len, whole)):
        return None
    if high < WESTERN * len(data):
        try:
            return Decoded(data.decode("cp1252"), "cp1252", assumed=True)
        except UnicodeDecodeError:
            pass
    from charset_normalizer import from_bytes  # noqa: PLC0415 - 40 ms that only broken files cost

    best = from_bytes(data[:SAMPLE]).best()
    if best is None:
        return None
    try:
        return Decoded(data.decode(best.encoding), best.encoding, assumed=True)
    except UnicodeDecodeError:
        return None
