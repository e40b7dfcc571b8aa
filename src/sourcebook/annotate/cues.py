"""What a cue does with its content."""

from __future__ import annotations

from sourcebook.annotate.attributions import Said
from sourcebook.annotate.section import Section
from sourcebook.values.kinds import CueKind


def cue_kind(section: Section, said: Said) -> CueKind:
    """Return what the cue of an attribution does."""
    return CueKind.SAYS
