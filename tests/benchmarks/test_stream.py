"""The benchmark measures what it says, on a real process; how fast it is on this machine is not judged here."""

import sys

import pytest

from benchmarks import annotate, stream


def test_a_stream_is_counted_and_its_memory_seen() -> None:
    """A process that holds a model of 29 MB and its runtime cannot be smaller than that, nor as large as the floor."""
    found = stream.streamed(["The dam held.", "Maria Ortiz said so.", ""])

    assert found.lines == 3
    assert found.rate > 0
    assert 30 * 2**20 < found.peak < 700 * 2**20


def test_a_process_that_fails_is_no_measurement(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "COMMAND", (sys.executable, "-c", "print('{}')"))

    with pytest.raises(RuntimeError, match="1 lines of 2"):
        stream.streamed(["a", "b"])


def test_ratios_and_what_is_left_out_are_told(
    tmp_path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = tmp_path / "a.txt"
    text.write_text("Maria Ortiz said that the dam held. She left on Monday.", encoding="utf-8")
    monkeypatch.setattr(annotate.importlib.util, "find_spec", lambda _: None)
    monkeypatch.setattr(sys, "argv", ["benchmark", str(text), "--rounds", "1", "--alone"])

    annotate.main()

    out = capsys.readouterr().out
    assert "1 texts, 13 words; median of 1 turns" in out
    assert "no PyTorch here" in out
    assert "whole annotator / bare model" in out
    assert "whole annotator / RoBERTa-sized" not in out
