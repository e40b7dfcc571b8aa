"""Everything that the record of one story is made of."""

from __future__ import annotations

from dataclasses import dataclass

from sourcebook.values.claims import Extraction
from sourcebook.values.judgements import Judgement
from sourcebook.values.links import Linking
from sourcebook.values.reports import Report
from sourcebook.values.standing import Judged


@dataclass(frozen=True, slots=True)
class Story:
    """
    A story as the store hands it out and ``tell`` reads it.

    Attributes:
        title: What the user called it.
        version: Sourcebook's version that built it.
        annotator: Model id and checksum.
        reports: In order of id.
        extractions: One for every report, same order.
    """

    title: str
    version: str
    annotator: str
    reports: tuple[Report, ...]
    extractions: tuple[Extraction, ...]
    linking: Linking
    judged: Judged
    judgements: tuple[Judgement, ...] = ()
