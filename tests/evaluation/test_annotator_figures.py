"""The measurement runs on the real corpora where they are, and refuses what it cannot measure."""

import json
from pathlib import Path

import pytest

from evaluation.annotator import main, rows
from evaluation.pairs import figures
from evaluation.pins import Pin
from evaluation.scoring import texts_of
from evaluation.tasks import TASKS, Figure, Task
from training.corpora import names as training_names

SHARED = Path(__file__).resolve().parents[3] / "shared"
needs_corpora = pytest.mark.skipif(
    not (SHARED / "score" / "score").exists(), reason="the corpora and their scorers are not beside the project"
)


def task(name: str) -> Task:
    return next(one for one in TASKS if one.name == name)


def test_macro_f1_counts_a_rare_type_as_much_as_a_common_one():
    told = [("AID", "AID")] * 8 + [("AID", "COERCE")] * 2 + [("SANCTION", "AID")]

    assert figures(told)["accuracy"] == pytest.approx(8 / 11)
    assert figures(told)["macro_f1"] == pytest.approx((2 * 8 / (10 + 9) + 0) / 2)
    assert figures([]) == {"accuracy": 0.0, "macro_f1": 0.0}


def test_a_row_says_what_is_short_of_the_floor():
    one = Task("names", "names", "x", (Figure("f1", 0.8), Figure("recall")), note="half of it")

    first, second = rows(one, {"f1": 0.75, "recall": None}, Pin("abc", {"f1": 0.76}))

    assert first.split() == ["names", "f1", "0.7500", "0.7600", "0.800", "0.050", "short", "half", "of", "it"]
    assert second.split() == ["recall", "-", "-", "-"]


@pytest.mark.parametrize("words", [["nothing"], ["--pin", "--limit", "3"]])
def test_wrong_usage_is_told(words, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(words)

    assert stopped.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_without_scorers_nothing_is_measured(tmp_path, capsys):
    assert main(["--shared", str(tmp_path)]) == 1
    assert "no scorers" in capsys.readouterr().err


@needs_corpora
def test_names_are_measured_on_what_training_left_out():
    seen, kept = (
        sum(len(one.words) for one in training_names.crossner(SHARED / "corpora", portion))
        for portion in ("train", "dev")
    )
    texts = texts_of(SHARED, task("crossner"))

    assert seen > kept
    assert len(texts) == 107
    assert texts[0].id == "dev-430"


@needs_corpora
def test_a_sample_gives_figures_and_leaves_its_marks(tmp_path, capsys):
    code = main(["plv", "plv-pair", "--limit", "3", "--out", str(tmp_path), "--floors", str(tmp_path / "floors.json")])

    out = capsys.readouterr().out
    assert code == 0
    assert "typed_accuracy" in out
    assert "a sample: held to nothing" in out
    marks = [json.loads(line) for line in (tmp_path / "plv.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [one["id"] for one in marks] == [one.id for one in texts_of(SHARED, task("plv"), limit=3)]
    assert not (tmp_path / "floors.json").exists()


@needs_corpora
def test_another_corpus_than_the_pinned_one_is_refused(tmp_path, capsys):
    pins = tmp_path / "floors.json"
    pins.write_text(json.dumps({"plv-pair": {"corpus": "other", "figures": {"accuracy": 0.0}}}), encoding="utf-8")

    assert main(["plv-pair", "--out", str(tmp_path), "--floors", str(pins)]) == 1
    assert "is not the corpus" in capsys.readouterr().out
