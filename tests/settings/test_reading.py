"""Command line over environment over file over defaults."""

from pathlib import Path

import pytest

from sourcebook.errors import WrongUsage
from sourcebook.settings import Settings, gazetteer_file, read_settings


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_nothing_set_gives_the_defaults() -> None:
    """No file has to be there."""
    assert read_settings({}, {}) == Settings()


def test_each_place_outranks_the_one_below(tmp_path: Path) -> None:
    """What is nearest to the hand wins."""
    (tmp_path / "sourcebook.toml").write_text('threads = 1\nplain = true\nmodel = "here"\n')

    assert read_settings({}, {}) == Settings(threads=1, plain=True, model=Path("here"))
    assert read_settings({}, {"SOURCEBOOK_THREADS": "2"}).threads == 2
    assert read_settings({"threads": 3}, {"SOURCEBOOK_THREADS": "2"}).threads == 3
    assert read_settings({"threads": None}, {"SOURCEBOOK_THREADS": "2"}).threads == 2
    assert read_settings({}, {"SOURCEBOOK_PLAIN": "off"}).plain is False


def test_another_file_may_be_named(tmp_path: Path) -> None:
    """And then it has to be there."""
    (tmp_path / "other.toml").write_text("threads = 5")

    assert read_settings({}, {"SOURCEBOOK_SETTINGS": "other.toml"}).threads == 5
    with pytest.raises(WrongUsage, match=r"missing\.toml"):
        read_settings({}, {"SOURCEBOOK_SETTINGS": "missing.toml"})


@pytest.mark.parametrize(
    ("variable", "value", "told"),
    [
        ("SOURCEBOOK_THREDS", "2", "no setting is called 'threds'"),
        ("SOURCEBOOK_THREADS", "two", "'two' can't be the setting 'threads'"),
        ("SOURCEBOOK_THREADS", "-1", "can't be"),
        ("SOURCEBOOK_THREADS", "257", "can't be"),
        ("SOURCEBOOK_PLAIN", "maybe", "can't be"),
        ("SOURCEBOOK_MODEL", "", "can't be"),
    ],
)
def test_a_slip_is_an_error_that_says_where(variable: str, value: str, told: str) -> None:
    """A setting that is silently ignored is believed to hold."""
    with pytest.raises(WrongUsage) as caught:
        read_settings({}, {variable: value})

    assert str(caught.value).startswith(variable)
    assert told in str(caught.value)


@pytest.mark.parametrize("written", ["threads = ", "colour = true", "threads = true", "plain = 1"])
def test_a_faulty_file_is_named(tmp_path: Path, written: str) -> None:
    """TOML that is none, names and values that are none."""
    (tmp_path / "sourcebook.toml").write_text(written)

    with pytest.raises(WrongUsage, match=r"sourcebook\.toml"):
        read_settings({}, {})


def test_other_programs_variables_are_theirs() -> None:
    """So is the one by which a shell asks for completions."""
    assert read_settings({}, {"PATH": "/bin", "_SOURCEBOOK_COMPLETE": "bash"}) == Settings()


def test_the_environment_of_the_process_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no other is given."""
    monkeypatch.setenv("SOURCEBOOK_THREADS", "7")

    assert read_settings({}).threads == 7


def test_a_loaded_gazetteer_is_used_where_it_lies(tmp_path: Path) -> None:
    """Loading it is all that a user has to do; a setting outranks it."""
    places = tmp_path / "data" / "sourcebook" / "gazetteer.bin"
    variables = {"XDG_DATA_HOME": str(tmp_path / "data"), "HOME": str(tmp_path)}
    assert gazetteer_file(variables) == places
    assert read_settings({}, variables).gazetteer is None
    places.parent.mkdir(parents=True)
    places.write_bytes(b"")

    assert read_settings({}, variables).gazetteer == places
    assert read_settings({}, variables | {"SOURCEBOOK_GAZETTEER": "mine.bin"}).gazetteer == Path("mine.bin")
    assert gazetteer_file({}) is None
