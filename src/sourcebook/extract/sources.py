"""What kind of source a name or phrase is: facts of the trade, and general words."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from sourcebook.text.nouns import noun_class


@cache
def _listed(name: str) -> frozenset[str]:
    table = tomllib.loads((files("sourcebook.extract") / "data" / "sources.toml").read_text(encoding="utf-8"))
    return frozenset(table[name])


@cache
def _words(name: str) -> re.Pattern[str]:
    ordered = sorted(_listed(name), key=lambda word: (-len(word), word))
    return re.compile(r"(?<![\w-])(?:" + "|".join(map(re.escape, ordered)) + r")s?(?![\w-])", re.IGNORECASE)


def is_agency(name: str) -> bool:
    """
    Tell whether a name is a news agency's.

    A local service bears the agency's name and more ("Reuters Africa").

    >>> is_agency("TASS"), is_agency("Reuters Africa"), is_agency("the Harbor Times")
    (True, True, False)
    """
    bare = name.casefold().removeprefix("the ").strip()
    first = bare.partition(" ")[0]
    return (
        bare in _listed("agencies")
        or (len(first) > 3 and first in _listed("agencies"))
        or _words("agency_words").search(name) is not None
    )


def is_outlet(name: str) -> bool:
    """Tell whether a name has a word that newspapers and stations are called by."""
    return _words("outlet_words").search(name) is not None


def is_wire(text: str) -> bool:
    """Tell whether words call somebody a news agency ("the state news agency")."""
    return _words("agency_words").search(text) is not None


def sounds_like_outlet(name: str) -> bool:
    """
    Tell whether a name can only be an outlet's, even where it is taken for a person's.

    Words that are surnames too ("Post", "Fox") need the article, which people's names don't have.

    >>> sounds_like_outlet("Radio Merenth"), sounds_like_outlet("the Evening Post"), sounds_like_outlet("Emily Post")
    (True, True, False)
    """
    return _words("outlet_sure").search(name) is not None or (name.lower().startswith("the ") and is_outlet(name))


def is_institution(name: str) -> bool:
    """Tell whether a name is that of an office of state."""
    return _words("institutions").search(name) is not None


def tells_network(text: str) -> bool:
    """
    Tell whether words name a social network, or an account or post on one.

    >>> tells_network("wrote on his Telegram channel")
    True
    """
    return _words("social").search(text) is not None or _words("social_words").search(text) is not None


def body(name: str) -> bool:
    """Tell whether an organization's name ends in a word for a body that is no outlet ("the Northern League")."""
    last = name.rsplit(" ", 1)[-1].lower()
    return last in noun_class("organization") and last not in noun_class("outlet")
