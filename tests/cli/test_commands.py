"""Every command: right words, right code, nothing on the wrong stream."""

import json
import re
import shutil
from dataclasses import fields
from pathlib import Path

import pytest
import typer

from sourcebook import __version__
from sourcebook.cli.app import app
from sourcebook.cli.exits import FAILED, INTERRUPTED, PIPE_CLOSED, USAGE, exit_code
from sourcebook.errors import ArtefactMissing, NotFound, SourcebookError, StoreFault, UnreadableInput, WrongUsage
from sourcebook.settings import PREFIX, Settings

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = typer.main.get_command(app).commands
ASKING = ("brief", "timeline", "claims")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_its_use_with_an_example(ask, name: str) -> None:
    """``--help`` is the first thing that anybody reads."""
    told = ask(name, "--help")

    assert told.exit_code == 0
    assert f"Example: sourcebook {name}" in " ".join(told.stdout.split())


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_manual(name: str) -> None:
    """Shown being used, not only its help."""
    manual = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    assert f"$ sourcebook {name} --help" in manual
    assert re.search(
        rf"^\$ sourcebook {name} (?!--help)|^\$ sourcebook {name}$|sourcebook {name} <", manual, re.MULTILINE
    )


def test_every_setting_and_exit_code_is_in_the_manual() -> None:
    """A list that nothing checks is wrong within a year."""
    manual = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")

    for one in fields(Settings):
        assert f"| `{one.name}` | `{PREFIX}{one.name.upper()}` |" in manual
    for code in (0, FAILED, USAGE, INTERRUPTED, PIPE_CLOSED):
        assert f"\n| {code} | " in manual


def test_the_version_is_told(ask) -> None:
    """Alone on its line, for scripts."""
    assert ask("--version").stdout == f"sourcebook {__version__}\n"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("bild",), "bild"),
        (("brief",), "STORY"),
        (("brief", "story.db", "--colour"), "--colour"),
        (("build",), "name the reports"),
        (("export", "story.db", "--to", "poem"), "poem"),
    ],
)
def test_wrong_usage_exits_with_2(ask, words: tuple[str, ...], told: str, tmp_path: Path, monkeypatch) -> None:
    """And says on stderr what is wrong."""
    monkeypatch.chdir(tmp_path)
    result = ask(*words)

    assert result.exit_code == 2
    assert told in result.stderr
    assert result.stdout == ""


@pytest.mark.parametrize("name", ["brief", "timeline", "claims", "export"])
def test_a_story_that_is_not_there_is_one_line(ask, name: str, tmp_path: Path) -> None:
    """No traceback, nothing made."""
    result = ask(name, tmp_path / "story.db")

    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert "no such story" in result.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ASKING)
def test_asking_prints_lines_or_json(ask, story: Path, name: str) -> None:
    """JSON holds the same rows."""
    lines, rows = ask(name, story), ask(name, story, "--json")

    assert (lines.exit_code, rows.exit_code) == (0, 0)
    assert len(lines.stdout.splitlines()) > 10
    assert max(len(one) for one in lines.stdout.splitlines()) <= 110
    assert "\x1b" not in lines.stdout
    assert json.loads(rows.stdout)
    assert lines.stderr == rows.stderr == ""


def test_a_dossier_and_its_rows_can_be_opened(ask, story: Path) -> None:
    """From a name to the words: each id that is printed opens."""
    told = json.loads(ask("who", story, "Arden Velik", "--json").stdout)
    row = ask("show", story, told["id"])

    assert told["name"] == "Arden Velik"
    assert row.exit_code == 0
    assert ">>" in row.stdout
    assert json.loads(ask("show", story, told["id"], "--json").stdout)["id"] == told["id"]


def test_claims_can_be_narrowed(ask, story: Path) -> None:
    """By event, by name, by status; all conditions hold together."""
    every = json.loads(ask("claims", story, "--json").stdout)
    some = json.loads(ask("claims", story, "--entity", "Arden Velik", "--json").stdout)
    status = some[0]["status"]
    both = json.loads(ask("claims", story, "--entity", "Arden Velik", "--status", status, "--json").stdout)
    event = json.loads(ask("claims", story, "--event", some[0]["event"], "--json").stdout)

    assert 0 < len(both) <= len(some) < len(every)
    assert {one["status"] for one in both} == {status}
    assert {one["event"] for one in event} == {some[0]["event"]}


@pytest.mark.parametrize("words", [("who", "Nobody Atall"), ("show", "claim-0"), ("claims", "--event", "event-0")])
def test_what_is_not_in_the_story_is_said(ask, story: Path, words: tuple[str, ...]) -> None:
    """Not an empty answer: it was probably misspelled."""
    result = ask(words[0], story, *words[1:])

    assert result.exit_code == 2
    assert result.stderr.startswith("sourcebook: no ")
    assert result.stdout == ""


def test_an_export_is_the_same_byte_for_byte(ask, story: Path, tmp_path: Path) -> None:
    """To a file, to a pipe, again: and it replaces what stood there."""
    out = tmp_path / "story.json"
    out.write_text("old")

    assert ask("export", story, "--to", "record", "-o", out).exit_code == 0
    assert ask("export", story).stdout_bytes == out.read_bytes()
    assert sorted(json.loads(out.read_bytes())) == sorted(
        ["story", "reports", "entities", "claims", "events", "conflicts", "judgements"]
    )
    assert [one.name for one in tmp_path.iterdir()] == ["story.json"]


def test_an_export_that_cannot_be_written_leaves_nothing(ask, story: Path, tmp_path: Path) -> None:
    """Neither half a file nor a temporary one."""
    (tmp_path / "folder").mkdir()
    for out in (tmp_path / "folder", tmp_path / "missing" / "story.json"):
        result = ask("export", story, "-o", out)

        assert result.exit_code == 2
        assert "can't be written" in result.stderr
    assert [one.name for one in tmp_path.rglob("*")] == ["folder"]


def test_a_brief_can_be_a_page(ask, story: Path, tmp_path: Path) -> None:
    """One file that needs nothing from elsewhere."""
    out = tmp_path / "brief.html"

    assert ask("brief", story, "--to", "html", "-o", out).exit_code == 0
    page = out.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")
    assert not re.search(r"<(link|script|img|iframe|object)[^>]*\b(src|href|data)=|@import|url\(", page)


def test_bad_inputs_are_a_line_each_and_exit_1(ask, tmp_path: Path) -> None:
    """The rest is in the story."""
    (tmp_path / "good.txt").write_text("Velmar, May 4 - The dam at Velmar held overnight, Maria Ortiz said on Sunday.")
    (tmp_path / "empty.txt").touch()
    (tmp_path / "rows.jsonl").write_text(
        '{"id": "1", "text": "The road to Velmar is closed, the mayor said."}\n{nothing\n'
    )
    result = ask("build", tmp_path, tmp_path / "missing.txt", "-o", tmp_path / "story.db")

    faults = [one for one in result.stderr.splitlines() if one.startswith("sourcebook: ")]
    assert result.exit_code == 1
    assert len(faults) == 3
    assert any("empty.txt" in one for one in faults)
    assert any("rows.jsonl: line 2" in one for one in faults)
    assert any("missing.txt" in one for one in faults)
    assert "2 reports" in result.stderr.splitlines()[-1]
    assert "3 failed" in result.stderr.splitlines()[-1]
    assert ask("brief", tmp_path / "story.db").exit_code == 0


def test_a_build_can_be_quiet(ask, story: Path, tmp_path: Path) -> None:
    """Only the summary is left."""
    shutil.copy(story, tmp_path / "story.db")

    assert ask("build", "-q", "-o", tmp_path / "story.db").stderr.count("\n") == 1


def test_a_removed_report_is_gone(ask, story: Path, tmp_path: Path) -> None:
    """With its claims."""
    copy = tmp_path / "story.db"
    shutil.copy(story, copy)
    before = json.loads(ask("export", copy).stdout)
    gone = before["reports"][0]["id"]

    assert ask("remove", copy, gone).exit_code == 0
    after = json.loads(ask("export", copy).stdout)
    assert after["story"]["counts"]["reports"] == before["story"]["counts"]["reports"] - 1
    assert gone not in {one["report"] for one in after["claims"]}


def test_the_doctor_finds_this_installation_well(ask, story: Path) -> None:
    """Each check is a line."""
    result = ask("doctor", story)

    assert result.exit_code == 0
    assert [line.split()[:2] for line in result.stdout.splitlines()] == [
        [name, "fine"] for name in ("python", "packages", "model", "gazetteer", "database", "story")
    ]
    assert all(one["fine"] for one in json.loads(ask("doctor", "--json").stdout))


def test_the_doctor_says_what_to_do(ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A model that is not there, a story that is none; the rest is looked at all the same."""
    monkeypatch.setenv("SOURCEBOOK_MODEL", str(tmp_path))
    (tmp_path / "story.db").write_text("The dam held.")
    result = ask("doctor", tmp_path / "story.db")

    assert result.exit_code == 1
    assert re.search(r"^model +AMISS +missing file: .*manifest\.toml\n +\S", result.stdout, re.MULTILINE)
    assert re.search(r"^story +AMISS .*not a Sourcebook story\n +\S", result.stdout, re.MULTILINE)
    assert re.search(r"^database +fine", result.stdout, re.MULTILINE)


def test_an_altered_model_is_noticed(ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One byte is enough."""
    model = tmp_path / "model"
    shutil.copytree(ROOT / "src" / "sourcebook" / "infer" / "model", model)
    changed = next(model.glob("*.onnx"))
    content = bytearray(changed.read_bytes())
    content[-1] ^= 1
    changed.write_bytes(content)
    monkeypatch.setenv("SOURCEBOOK_MODEL", str(model))

    assert re.search(r"^model +AMISS .*was altered", ask("doctor").stdout, re.MULTILINE)
    assert ask("annotate", given=b'{"id": 1, "text": "The dam held."}\n').exit_code == 1


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (UnreadableInput("a", "b", "c"), 1),
        (ArtefactMissing("a"), 1),
        (WrongUsage("a"), 2),
        (NotFound("a", "b"), 2),
        (StoreFault("a", "b"), 2),
    ],
)
def test_errors_have_codes(fault: SourcebookError, code: int) -> None:
    """As the manual says."""
    assert exit_code(fault) == code
