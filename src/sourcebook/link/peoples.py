"""Adjectives of places that no table knows are one with the place: "Torvanian" and Torvania."""

from __future__ import annotations

from collections.abc import Sequence

from sourcebook.link.folding import fold
from sourcebook.link.identities import Identities
from sourcebook.link.profiles import Family, Profile
from sourcebook.text.adjectives import places_of
from sourcebook.values.kinds import NameKind

_ADJECTIVE = NameKind.OTHER
"""What the annotator gives to such adjectives; a people ("Bengali") is another than its land."""


def join_adjectives(profiles: Sequence[Profile], identities: Identities) -> None:
    """Join a lone adjective with the place of the story that it is made of; the world's countries have their table."""
    places = {
        fold(name): one
        for one in reversed(profiles)
        if one.family is Family.PLACE and one.country is None
        for name in one.fulls
    }
    for one in profiles:
        if one.kind is not _ADJECTIVE or one.country is not None or len(one.fulls) != 1:
            continue
        (name,) = one.fulls
        found = next((places[noun] for noun in places_of(fold(name)) if noun in places), None)
        if found is not None:
            identities.joining.join(one.local, found.local, f"“{name}” is the adjective of “{found.fulls[0]}”")
