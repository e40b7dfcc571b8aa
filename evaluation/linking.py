"""
Measure the link stage: ``python -m evaluation.linking [names] [geo] [ecb] [train] [stories]``.

``names`` and ``geo`` ask the stage's own functions; ``ecb`` and ``stories`` read, extract and link the texts and leave
the figures to the scorer beside the corpora. Ends with exit code 1 where a floor that the project set is not reached.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Sequence
from math import asin, cos, radians, sin, sqrt
from pathlib import Path
from xml.etree import ElementTree as ET

from evaluation.linking_records import DEV_TOPICS, score_records
from sourcebook.link import Gazetteer, same_name
from sourcebook.link.countries import by_short, country_named
from sourcebook.link.geography import Atlas, NamedPlace
from sourcebook.link.naming import THRESHOLD
from sourcebook.link.verdicts import Verdict
from sourcebook.values.kinds import NameKind

SHARED = Path(__file__).resolve().parents[2] / "shared"
NEAR = 161.0
"""Kilometres within which a place counts as found: 100 miles, as usual since Leidner (2007)."""
FOLDS = 5
EARTH = 6371.0
"""Mean radius, kilometres (IUGG)."""

Pair = tuple[float, bool]


def names() -> dict[str, float]:
    """Return F1 of name pairs at the pinned threshold, at one chosen on the other folds, and of the verdict "same"."""
    pairs: list[Pair] = []
    sure: list[Pair] = []
    with (SHARED / "corpora" / "names" / "dev.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            kind = NameKind.PERSON if row["schema"] == "Person" else NameKind.ORGANIZATION
            alike = same_name(row["name1"], row["name2"], kind)
            match = row["is_match"] == "true"
            pairs.append((alike.score, match))
            sure.append((float(alike.verdict is Verdict.SAME), match))
    crossed = [
        (float(score >= _best([pair for place, pair in enumerate(pairs) if place % FOLDS != number % FOLDS])), match)
        for number, (score, match) in enumerate(pairs)
    ]
    return {
        "names_f1": _f1(pairs, THRESHOLD),
        "names_f1_cross_validated": _f1(crossed, 0.5),
        "names_same_precision": sum(m for s, m in sure if s) / sum(s for s, _ in sure),
        "names_same_recall": sum(m for s, m in sure if s) / sum(m for _, m in sure),
    }


def _f1(pairs: Sequence[Pair], threshold: float) -> float:
    right = sum(match for score, match in pairs if score >= threshold)
    return 2 * right / (sum(score >= threshold for score, _ in pairs) + sum(match for _, match in pairs))


def _best(pairs: Sequence[Pair]) -> float:
    return max((step / 20 for step in range(8, 19)), key=lambda threshold: _f1(pairs, threshold))


def geo() -> dict[str, float]:
    """Return country accuracy over all toponyms, and the part within 161 km of those that were given a point."""
    atlas = Atlas(Gazetteer.load())
    total = countries = placed = near = towns = near_towns = 0
    for article in ET.parse(SHARED / "corpora" / "geo" / "TR-News.xml").getroot():  # noqa: S314 - our corpus
        text = article.findtext("text") or ""
        named: dict[str, list[str]] = {}
        wanted = []
        for one in article.iter("toponym"):
            phrase = (one.findtext("phrase") or "").strip()
            start = int(one.findtext("start") or 0)
            found = text.find(phrase, max(0, start - 10))
            end = (found if found >= 0 else start) + len(phrase)
            named.setdefault(phrase, []).append(text[end : end + 60].partition("\n")[0])
            tag = one.find("gaztag")
            if tag is not None and tag.findtext("lat"):
                wanted.append((phrase, tag))
        settled = atlas.settle([NamedPlace(name, tuple(after)) for name, after in sorted(named.items())], {})
        for phrase, tag in wanted:
            facts = settled[phrase].facts
            total += 1
            told = tag.findtext("country") or ""
            countries += facts.country in {country_named(told), by_short().get(told)}
            if facts.lat is None or facts.lon is None:
                continue
            distance = kilometres(
                facts.lat, facts.lon, float(tag.findtext("lat") or 0), float(tag.findtext("lon") or 0)
            )
            placed, near = placed + 1, near + (distance <= NEAR)
            if facts.precision == "settlement":
                towns, near_towns = towns + 1, near_towns + (distance <= NEAR)
    return {
        "geo_country_accuracy": countries / total,
        "geo_given_a_point": placed / total,
        "geo_within_161_km": near / placed,
        "geo_settlements_within_161_km": near_towns / towns,
    }


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """Return the great-circle distance of two points (haversine)."""
    one, other, between = radians(lat), radians(other_lat), radians(other_lon - lon)
    half = sin((other - one) / 2) ** 2 + cos(one) * cos(other) * sin(between / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))


def ecb() -> dict[str, float]:
    """Return the figures of the scorer's ``linking`` on ECB+'s dev topics."""
    return score_records(SHARED, "linking", "ecbplus", DEV_TOPICS)


def train() -> dict[str, float]:
    """Return the ratio on ECB+'s other topics, by which weights were fitted: beside eight, they show what is chance."""
    topics = {one.name for one in (SHARED / "corpora" / "ecbplus").iterdir() if one.name.isdecimal()}
    return {
        "train_ratio_to_lemma": score_records(SHARED, "linking", "ecbplus", frozenset(topics - DEV_TOPICS))[
            "ratio_to_lemma"
        ]
    }


def stories() -> dict[str, float]:
    """Return the figures of the scorer's ``stories`` on NewsWCL50."""
    return score_records(SHARED, "stories", "newswcl50", frozenset())


TASKS: dict[str, Callable[[], dict[str, float]]] = {
    "names": names,
    "geo": geo,
    "ecb": ecb,
    "train": train,
    "stories": stories,
}
FLOORS = {"names_f1": 0.80, "ratio_to_lemma": 1.10, "entity_conll_f1": 0.62}
"""What the project set itself; the rest is shown."""


def main(asked: Sequence[str]) -> int:
    """Print every figure of the tasks asked for, all where none is."""
    fallen = 0
    for task in asked or TASKS:
        for name, value in TASKS[task]().items():
            floor = FLOORS.get(name)
            fallen += floor is not None and value < floor
            print(f"{name:36} {value:7.4f}" + (f"   floor {floor:.2f}" if floor is not None else ""))
    return int(fallen > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
