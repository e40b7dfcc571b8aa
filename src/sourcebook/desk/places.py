"""Where the reports of a story came from: is this one known already, or the newer version of another?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sourcebook.values.reports import Report


def place_of(report: Report) -> str:
    """Return where a report came from: its path, else its address, else its id."""
    return report.path or report.url or report.id


@dataclass(frozen=True, slots=True)
class Spot:
    """
    A place, however its path is spelled.

    Attributes:
        file: The file, links followed.
        record: The number of the line in a table, empty where the file is one report.
    """

    file: Path
    record: str

    @classmethod
    def of(cls, place: str) -> Spot:
        """Return the spot that a path names: ``reports.csv#17`` is record 17 of ``reports.csv``."""
        name, _, record = place.rpartition("#")
        return cls(Path(name).resolve(), record) if record.isdecimal() else cls(Path(place).resolve(), "")


@dataclass(slots=True)
class Places:
    """The places of a story's current reports, kept up to date while a build goes on."""

    place_by_id: dict[str, str] = field(default_factory=dict)
    id_by_words: dict[str, str] = field(default_factory=dict)
    id_by_spot: dict[Spot, str] = field(default_factory=dict)
    ids_by_file: dict[Path, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, known: Mapping[str, str]) -> Places:
        """Return the places of reports, given by id."""
        made = cls()
        for report, place in known.items():
            made.add(place, report)
        return made

    def add(self, place: str, report: str) -> None:
        """Note that this report came from there."""
        spot = Spot.of(place)
        self.place_by_id[report] = place
        self.id_by_words[place] = report
        self.id_by_spot[spot] = report
        self.ids_by_file.setdefault(spot.file, set()).add(report)

    def drop(self, report: str) -> None:
        """Forget a report that is no longer current. Safe to repeat."""
        place = self.place_by_id.pop(report, None)
        if place is None:
            return
        spot = Spot.of(place)
        if self.id_by_words.get(place) == report:
            del self.id_by_words[place]
        if self.id_by_spot.get(spot) == report:
            del self.id_by_spot[spot]
        self.ids_by_file[spot.file].discard(report)

    def knows(self, report: Report) -> bool:
        """Tell whether the report, or one from the same place, is there."""
        return report.id in self.place_by_id or self.at(place_of(report)) is not None

    def at(self, place: str) -> str | None:
        """Return the id of the report that came from there: by the same words, or the same file today."""
        return self.id_by_words.get(place) or self.id_by_spot.get(Spot.of(place))

    def in_file(self, path: str) -> tuple[str, ...]:
        """Return the ids of the reports that came out of a file, in order."""
        return tuple(sorted(self.ids_by_file.get(Path(path).resolve(), ())))

    def place(self, report: str) -> str | None:
        """Return the place of the report with that id; None where there is none."""
        return self.place_by_id.get(report)
