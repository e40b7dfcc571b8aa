"""Files and folders: what is walked, what sidecars give, what cannot be opened."""

import os
from pathlib import Path

import pytest
from madefiles import STORY

from sourcebook.errors import UnreadableInput
from sourcebook.read import Columns, Loaded, fingerprint, list_inputs, read_paths, sha256_of
from sourcebook.values.reports import Basis


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    made = Path("story")
    (made / "b").mkdir(parents=True)
    (made / "c.txt").write_text(STORY)
    (made / "a.md").write_text(STORY)
    (made / "b" / "d.txt").write_text(STORY)
    return made


def texts(*paths: Path) -> list[str]:
    """Read, and return each path or error as a line."""
    return [one.report.path or "" if isinstance(one, Loaded) else str(one) for one in read_paths(paths)]


def test_folders_are_walked_in_order(folder: Path) -> None:
    assert texts(folder) == ["story/a.md", "story/b/d.txt", "story/c.txt"]


def test_paths_stay_as_they_were_named(folder: Path) -> None:
    assert texts(folder / "c.txt", folder.resolve() / "a.md") == ["story/c.txt", (folder.resolve() / "a.md").as_posix()]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to("c.txt")
    assert texts(folder / "c.txt", folder) == ["story/c.txt", "story/a.md", "story/b/d.txt"]


def test_hidden_files_and_trimmings_are_passed_over(folder: Path) -> None:
    for name in (".notes.txt", "style.css", "story.db", "page.html", "page_files/ad.html", ".git/a.txt"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(f"<p>{STORY}</p>")
    assert texts(folder) == ["story/a.md", "story/b/d.txt", "story/c.txt", "story/page.html"]


def test_unknown_kinds_are_told(folder: Path) -> None:
    (folder / "e.rtf").write_text("x")
    (folder / "logo.PNG").write_text("x")
    (folder / "README").write_text("x")
    (folder / "style.css").write_text("x")
    assert texts(folder / "style.css") == ["story/style.css: files ending in '.css' are not read"]
    assert [line for line in texts(folder) if ":" in line] == [
        "story/README: files without an ending are not read",
        "story/e.rtf: files ending in '.rtf' are not read",
        "story/logo.PNG: files ending in '.PNG' are not read",
    ]


def test_what_cannot_be_opened_is_told_and_the_rest_goes_on(folder: Path) -> None:
    (folder / "gone.txt").symlink_to("nowhere")
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "b" / "up").symlink_to("..")
    os.mkfifo(folder / "pipe.txt")
    found = texts(folder, Path("missing.txt"))
    assert "story/gone.txt: no such file or directory" in found
    assert "missing.txt: no such file or directory" in found
    assert "story/pipe.txt: not a regular file" in found
    assert "story/b/up: a link to a folder that it lies in" in found
    assert any(line.startswith("story/self.txt: too many levels") for line in found)
    assert {"story/a.md", "story/b/d.txt", "story/c.txt"} <= set(found)


def test_a_file_without_permission_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may be allowed everything, so the refusal is made."""
    opened = Path.open

    def refuse(path: Path, *args: str) -> object:
        if path.name == "c.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *args)

    monkeypatch.setattr(Path, "open", refuse)
    assert texts(folder)[-1] == "story/c.txt: permission denied"
    with pytest.raises(UnreadableInput, match="permission denied"):
        sha256_of(list_inputs([folder / "c.txt"])[0])


def test_names_that_are_no_text_do_no_harm(folder: Path) -> None:
    Path(os.fsdecode(b"story/\xff.txt")).write_text(STORY)
    assert "story/\ufffd.txt" in texts(folder)


def test_the_sidecar_gives_what_files_lack(folder: Path) -> None:
    (folder / "reports.csv").write_text(
        "file,id,outlet,published,title\nc.txt,v-1,Vell Post,2031-05-04,\na.md,,,,Dam holds\n", encoding="utf-8-sig"
    )
    found = {one.report.path: one.report for one in read_paths([folder]) if isinstance(one, Loaded)}
    first = found["story/c.txt"]
    assert (first.id, first.outlet, first.title, first.published.basis) == ("v-1", "Vell Post", None, Basis.GIVEN)
    assert found["story/a.md"].title == "Dam holds"
    assert found["story/a.md"].given_id is None
    assert found["story/b/d.txt"].outlet is None


def test_a_sidecar_named_among_the_files_is_no_report(folder: Path) -> None:
    """Shells expand ``story/*`` to all there is."""
    (folder / "reports.csv").write_text("file,outlet\nc.txt,Vell Post\n")
    found = [one for one in read_paths([folder / "reports.csv", folder / "c.txt"]) if isinstance(one, Loaded)]
    assert [one.report.outlet for one in found] == ["Vell Post"]


def test_the_sidecar_goes_before_front_matter(folder: Path) -> None:
    (folder / "a.md").write_text(f"---\noutlet: Sorn Radio\nauthor: Jo Roe\n---\n{STORY}")
    (folder / "reports.csv").write_text("file,outlet\na.md,Vell Post\n")
    (found,) = (one for one in read_paths([folder / "a.md"]) if isinstance(one, Loaded))
    assert (found.report.outlet, found.report.author) == ("Vell Post", "Jo Roe")


@pytest.mark.parametrize(
    ("rows", "fault"),
    [
        ("file,publised\nc.txt,2031-05-04\n", "line 1: unknown column 'publised'"),
        ("file,outlet\nx.txt,VP\n", "line 2: names 'x.txt', which is not beside it"),
        ("file,outlet\nc.txt,VP\nc.txt,SR\n", "line 3: names 'c.txt' again; line 2"),
        ("file,outlet\n,VP\n", "line 2: names no file"),
        ("file,outlet\nc.txt,VP,x\n", "line 2: 1 more cells"),
    ],
)
def test_a_faulty_sidecar_names_the_line(folder: Path, rows: str, fault: str) -> None:
    (folder / "reports.csv").write_text(rows)
    found = texts(folder)
    assert found[0].startswith(f"story/reports.csv: {fault}")
    assert found[1:] == ["story/a.md", "story/b/d.txt", "story/c.txt"]


@pytest.mark.parametrize("cells", ["c.txt,,4.5.31", "a.md,v-1,\nc.txt,v-1,"])
def test_a_file_with_a_faulty_row_is_not_read(folder: Path, cells: str) -> None:
    """It would become another report once the row is mended."""
    (folder / "reports.csv").write_text(f"file,id,published\n{cells}\n")
    found = texts(folder)
    assert found[0].startswith("story/reports.csv: line ")
    assert found[1:] == ["story/a.md", "story/b/d.txt"]


def test_a_reports_table_is_no_sidecar(folder: Path) -> None:
    (folder / "reports.csv").write_text("id,text\nv-1,The dam held.\n")
    assert "story/reports.csv#2" in texts(folder)


def test_an_id_comes_once(folder: Path) -> None:
    (folder / "c.txt").write_text(f"---\nid: v-1\n---\n{STORY}")
    (folder / "d.jsonl").write_text('{"id": "v-1", "text": "It rained."}\n{"id": "v-2", "text": "It rained."}\n')
    assert texts(folder)[2:] == [
        "story/c.txt",
        "story/d.jsonl: line 1: id 'v-1' is taken by story/c.txt",
        "story/d.jsonl#2",
    ]


def test_inputs_are_listed_without_being_read(folder: Path) -> None:
    (folder / "e.rtf").write_text("x")
    found = list_inputs([folder])
    assert [(one.path, one.size) for one in found] == [
        (name, len(STORY)) for name in ("story/a.md", "story/b/d.txt", "story/c.txt")
    ]


def test_a_fingerprint_changes_with_what_would_change_the_reports(folder: Path) -> None:
    def made(columns: Columns | None = None) -> str:
        return fingerprint(list_inputs([folder / "c.txt"])[0], columns or Columns())

    first = made()
    assert made() == first
    assert made(Columns.of("text=body")) != first
    (folder / "reports.csv").write_text("file,outlet\nc.txt,Vell Post\n")
    second = made()
    assert second != first
    (folder / "c.txt").write_text(f"{STORY} ")
    assert made() not in {first, second}


def test_too_large_a_page_is_refused_after_its_limit(folder: Path) -> None:
    with (folder / "c.txt").open("wb") as stream:
        stream.truncate(60_000_000)
    assert texts(folder / "c.txt") == ["story/c.txt: too large: 50,000,000 bytes or more"]


def test_reports_come_one_by_one(folder: Path) -> None:
    """The first is there before the second file is opened."""
    found = read_paths([folder])
    next(found)
    (folder / "c.txt").unlink()
    assert [str(one) for one in found if isinstance(one, UnreadableInput)] == ["story/c.txt: no such file or directory"]
