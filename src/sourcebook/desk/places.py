"""Where the reports of a story came from: is this file known already?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.values.reports import Report


def place_of(report: Report) -> str:
    """Return where a report came from: its path, else its address, else its id."""
    return report.path or report.url or report.id


@dataclass(slots=True)
class Places:
    """
    The places of a story's current reports, looked up however a path is spelled.

    The same words name the same place; so do two paths that lead to the same file now.
    """

    by_words: dict[str, str] = field(default_factory=dict)
    by_file: dict[tuple[Path, str], str] = field(default_factory=dict)
    by_id: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Mapping[str, str]) -> Places:
        """Return the places of reports whose ids are known by place."""
        made = cls()
        for place, report in known.items():
            made.add(place, report)
        return made

    def add(self, place: str, report: str) -> None:
        """Note that this report came from there."""
        self.by_words[place] = report
        self.by_file[_file(place)] = report
        self.by_id[report] = place

    def drop(self, report: str) -> None:
        """Forget a report that a newer version replaced. Safe to repeat."""
        place = self.by_id.pop(report, None)
        if place is not None:
            self.by_words.pop(place, None)
            self.by_file.pop(_file(place), None)

    def at(self, place: str) -> str | None:
        """Return the id of the report that came from there; None where none did."""
        return self.by_words.get(place) or self.by_file.get(_file(place))

    def holder(self, report: str) -> str | None:
        """Return the place of the report with that id; None where there is none."""
        return self.by_id.get(report)


def _file(place: str) -> tuple[Path, str]:
    """Return the file that a report's path names, links followed, and the record in it."""
    name, _, record = place.rpartition("#")
    return (Path(name).resolve(), record) if record.isdecimal() else (Path(place).resolve(), "")
