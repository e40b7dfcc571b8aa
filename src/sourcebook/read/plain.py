"""Plain text."""

from __future__ import annotations

from sourcebook.read.cleaning import cleaned
from sourcebook.read.decoding import Decoded, decoded
from sourcebook.read.draft import Body, Draft
from sourcebook.read.frontmatter import without_front_matter
from sourcebook.read.wrapping import unwrapped


def read_plain(data: bytes, file: str) -> Draft:
    """
    Read a ``.txt`` file.

    Raises:
        UnreadableInput: If it is no text, its encoding is broken, or its front matter is malformed.
    """
    found = decoded(data, file)
    headed = without_front_matter(cleaned(found.text), file)
    body = Body.of_text(unwrapped(headed.text))
    return Draft(body=body, given=headed.details, encoding=found.encoding, notes=assumption(found))


def assumption(found: Decoded) -> tuple[str, ...]:
    """Return the note that an encoding was assumed, where it was."""
    return (f"read as {found.encoding}, which the file does not say",) if found.assumed else ()
