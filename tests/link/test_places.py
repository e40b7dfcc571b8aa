"""Places: homonyms, precision, containment. Names of real places are needed here; the sentences are ours."""

import zipfile
from pathlib import Path

import pytest

from sourcebook.errors import ArtefactMissing, UnreadableInput
from sourcebook.link import Gazetteer, gazetteer_size, geonames_to_gazetteer
from sourcebook.link.geography import Atlas, NamedPlace, read_place


def settle(*named: NamedPlace | str, **peoples: int) -> dict[str, tuple[str | None, str, tuple[str, ...]]]:
    given = [one if isinstance(one, NamedPlace) else NamedPlace(one) for one in named]
    found = Atlas(Gazetteer.load()).settle(given, peoples)
    return {name: (one.facts.country, one.facts.precision, one.facts.within) for name, one in found.items()}


def test_containment_goes_from_near_to_far() -> None:
    """A town, its province, its country."""
    assert settle("Charikar")["Charikar"] == ("AFG", "settlement", ("Charikar", "Parwan", "Afghanistan"))


def test_what_stands_beside_a_name_outranks_size() -> None:
    """A named state settles it, whatever the greater town of that name."""
    assert settle(NamedPlace("Paris", (", Texas, on Monday",)))["Paris"] == (
        "USA",
        "settlement",
        ("Paris", "Texas", "United States"),
    )
    assert settle(NamedPlace("Long Beach", (", CA.",)))["Long Beach"][2][1] == "California"
    assert settle("Paris")["Paris"][0] == "FRA"


def test_other_places_of_the_report_settle_homonyms() -> None:
    """Valencia beside Caracas is Venezuela's."""
    assert settle("Valencia", "Caracas", "Maracay", VEN=3)["Valencia"][0] == "VEN"
    assert settle("Valencia", "Madrid", "Seville", ESP=3)["Valencia"][0] == "ESP"


def test_a_valley_is_not_the_province_it_is_named_after() -> None:
    """No point is made up for a feature; what holds it is told."""
    found = settle("Panjshir province", "Panjshir Valley", "Panjshir")

    assert found["Panjshir province"][1] == found["Panjshir"][1] == "division"
    assert found["Panjshir Valley"] == ("AFG", "feature", ("Panjshir", "Afghanistan"))


def test_an_unknown_place_keeps_its_words_and_spoils_nothing() -> None:
    """One unknown name doesn't erase the others."""
    found = settle("Qwxzlk", "Ouagadougou")

    assert found["Qwxzlk"] == (None, "unknown", ())
    assert found["Ouagadougou"][0] == "BFA"


def test_a_region_of_the_world_is_no_hamlet() -> None:
    """There is a hamlet called Middle East; nobody means it."""
    assert settle("Middle East")["Middle East"][0] is None


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("the Miri Valley", ("miri", "feature")),
        ("province of Miri", ("miri", "division")),
        ("Lake Miri", ("miri", "feature")),
        ("Miri", ("miri", "")),
    ],
)
def test_class_words(name: str, read: tuple[str, str]) -> None:
    """The word that says what a place is, is not its name."""
    assert read_place(name) == read


def test_the_packaged_gazetteer_is_there() -> None:
    """The doctor prints its size."""
    assert gazetteer_size() > 200_000


def test_a_table_of_geonames_goes_in_front(tmp_path: Path) -> None:
    """Users load the villages of their country."""
    division = "1\tNorth Sarn\tNorth Sarn\t\t1.0\t2.0\tA\tADM1\tAF\t\t99\t\t\t\t0\t\t\tAsia/Kabul\t2031-01-01"
    village = (
        "2\tKaruhamlet\tKaruhamlet\tKaroohamlet\t1.5\t2.5\tP\tPPL\tAF\t\t99\t\t\t\t120\t\t\tAsia/Kabul\t2031-01-01"
    )
    river = "3\tSarnwater\tSarnwater\t\t1.6\t2.6\tH\tSTM\tAF\t\t99\t\t\t\t0\t\t\tAsia/Kabul\t2031-01-01"
    source, target = tmp_path / "AF.txt", tmp_path / "extra.bin"
    source.write_text(f"{division}\n{village}\n{river}\n\n", encoding="utf-8")

    assert geonames_to_gazetteer(source, target) == 3
    loaded = Gazetteer.load(target)
    (found,) = loaded.lookup("Karoohamlet")
    assert (found.kind, found.country, found.division, found.lat) == ("settlement", "AFG", "North Sarn", 1.5)
    assert loaded.lookup("Sarnwater")[0].kind == "feature"
    assert loaded.lookup("Ouagadougou")


def test_a_wrong_gazetteer_says_so(tmp_path: Path) -> None:
    """A clear error names the file."""
    wrong = tmp_path / "wrong.bin"
    wrong.write_bytes(b"something else entirely, long enough to be read")

    with pytest.raises(UnreadableInput, match=r"wrong\.bin"):
        Gazetteer.load(wrong)
    with pytest.raises(ArtefactMissing):
        Gazetteer.load(tmp_path / "nowhere.bin")
    with pytest.raises(UnreadableInput):
        geonames_to_gazetteer(wrong, tmp_path / "out.bin")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("one\ttwo", "line 2: 2 columns, not the 19"),
        ("7\tA\tA\t\tnorth\t2.5\tP\tPPL\tAF\t\t99\t\t\t\t1\t\t\t\t", "line 2: not a number"),
        ("7\tA\tA\t\t95\t2.5\tP\tPPL\tAF\t\t99\t\t\t\t1\t\t\t\t", "line 2: no such point: 95 2.5"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_lost(tmp_path: Path, line: str, told: str) -> None:
    """Half a gazetteer would pass for a whole one."""
    good = "7\tAldmoor\tAldmoor\t\t5\t2.5\tP\tPPL\tAF\t\t99\t\t\t\t1\t\t\t\t"
    source, target = tmp_path / "places.txt", tmp_path / "new" / "places.bin"
    source.write_text(f"{good}\n", encoding="utf-8")
    assert geonames_to_gazetteer(source, target) == 1
    before = target.read_bytes()
    source.write_text(f"{good}\n{line}\n", encoding="utf-8")

    with pytest.raises(UnreadableInput, match=r"places\.txt: " + told):
        geonames_to_gazetteer(source, target)
    assert target.read_bytes() == before
    assert [one.name for one in target.parent.iterdir()] == ["places.bin"]


def test_a_zipped_table_of_towns_keeps_the_divisions_known_before(tmp_path: Path) -> None:
    """``cities500.zip`` holds towns alone."""
    known = max(Gazetteer.load().lookup("Ouagadougou"), key=lambda one: one.population)
    assert known.division
    line = f"7\tOuagadougou\tOuagadougou\t\t{known.lat}\t{known.lon}\tP\tPPLC\tBF\t\t53\t\t\t\t2\t\t\t\t"
    source, target = tmp_path / "towns.zip", tmp_path / "towns.bin"
    with zipfile.ZipFile(source, "w") as archive:
        archive.writestr("readme.txt", "not a table")
        archive.writestr("towns.txt", f"{line}\n")
    seen: list[int] = []

    assert geonames_to_gazetteer(source, target, seen.append) == 1
    loaded = Gazetteer.load(target)
    assert [one.division for one in loaded.lookup("Ouagadougou") if one.kind == "settlement"] == [known.division]
    assert loaded.digest
    assert not Gazetteer.load().digest
    assert not seen
