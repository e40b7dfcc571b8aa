"""Texts on a stream."""

import json
import subprocess
import sys

import pytest

LINES = [
    b'{"id": "a", "text": "Maria Ortiz said on Monday that the dam held.", "published": "2031-05-07"}',
    b'{"id": "b", "text": ""}',
    '{"id": 7, "text": "Плотина 🌊 held.", "published": null}'.encode(),
]
EMPTY = {"sentences": [], "tokens": [], "names": [], "mentions": [], "times": [], "attributions": [], "events": []}


def test_every_text_has_its_line_in_order(ask) -> None:
    """With its own id, whatever that is; empty text gives empty lists."""
    result = ask("annotate", given=b"\n".join(LINES))
    found = [json.loads(line) for line in result.stdout.splitlines()]

    assert result.exit_code == 0
    assert [one["id"] for one in found] == ["a", "b", 7]
    assert found[1] == {"id": "b"} | EMPTY
    text = json.loads(LINES[0])["text"]
    assert [text[one["start"] : one["end"]] for one in found[0]["tokens"]] == text.replace(".", " .").split()


@pytest.mark.parametrize(
    ("line", "identifier"),
    [
        (b"{nothing", None),
        (b"[1]", None),
        (b'"text"', None),
        (b'{"id": "x"}', "x"),
        (b'{"id": "x", "text": 5}', "x"),
        (b'{"id": "x", "text": "The dam held.", "published": "yesterday"}', "x"),
        (b'{"id": "x", "text": "The dam held.", "published": "2031-02-30"}', "x"),
        (b'{"id": "x", "text": "The dam held.", "published": "20310504"}', "x"),
        (b'{"id": "x", "text": "The dam held.", "published": 20310504}', "x"),
        (b'{"id": "x", "text": "The \xff dam"}', None),
        (b"[" * 100_000, None),
    ],
)
def test_what_cannot_be_read_gets_an_error_on_its_line(ask, line: bytes, identifier: str | None) -> None:
    """The run goes on; the code at the end is 1."""
    result = ask("annotate", given=line + b"\n" + LINES[0] + b"\n")
    first, second = (json.loads(one) for one in result.stdout.splitlines())

    assert sorted(first) == ["error", "id"]
    assert first["id"] == identifier
    assert first["error"]
    assert second["id"] == "a"
    assert result.exit_code == 1


def test_half_a_character_does_not_stop_the_stream(ask) -> None:
    """JSON can hold half a surrogate pair, UTF-8 can't."""
    result = ask("annotate", given=b'{"id": "\\ud800", "text": "The dam \\ud800 held."}\n' + LINES[0])

    assert [json.loads(one)["id"] for one in result.stdout.splitlines()] == ["\ud800", "a"]


def test_a_line_comes_out_as_soon_as_its_text_is_read() -> None:
    """Who sends one text and waits for its marks must get them before sending the next."""
    process = subprocess.Popen(
        [sys.executable, "-m", "sourcebook", "annotate"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    for line in LINES:
        process.stdin.write(line + b"\n")
        process.stdin.flush()

        assert json.loads(process.stdout.readline())["id"] == json.loads(line)["id"]
    process.stdin.close()
    process.stdout.close()
    assert process.wait() == 0


def test_html_draws_the_files(ask, tmp_path) -> None:
    """One page, the texts in the order given; a file that can't be read is told, and the others are drawn."""
    text, page = tmp_path / "a.txt", tmp_path / "page.html"
    text.write_text("Dam holds\n\nMaria Ortiz said that the dam held.\n", encoding="utf-8")

    result = ask("annotate", "--html", text, "-o", page)

    assert result.exit_code == 0
    assert result.stdout == ""
    drawn = page.read_text(encoding="utf-8")
    assert drawn.startswith("<!doctype html>")
    assert "Maria Ortiz" in drawn
    partly = ask("annotate", "--html", text, tmp_path / "none.txt")
    assert partly.exit_code == 1
    assert "Maria Ortiz" in partly.stdout
    assert "none.txt" in partly.stderr


@pytest.mark.parametrize("words", [["--html"], ["a.txt"], ["-o", "out.html"]])
def test_what_only_html_needs_is_refused_without_it(ask, words: list[str]) -> None:
    result = ask("annotate", *words)

    assert result.exit_code == 2
    assert "html" in result.stderr
