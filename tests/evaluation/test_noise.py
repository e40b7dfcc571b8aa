"""How sure figures are, and what factuality could be."""

import pytest

from evaluation import noise
from evaluation.factuality import STEPS, Target, by_mark, figures, nearest
from evaluation.tasks import Figure, Task
from sourcebook.values.kinds import Modality, Polarity
from sourcebook.values.marks import EventMark
from sourcebook.values.spans import Span

TASK = Task("times", "times", "x", (Figure("f1"), Figure("kind")))


def mark(modality: Modality, polarity: Polarity = Polarity.POSITIVE) -> EventMark:
    return EventMark(Span(0, 4), 0, "swim", None, None, polarity, modality, None, (), 1.0)


def test_ten_values_alike_leave_no_doubt():
    assert noise.spread([0.5] * 10) == 0
    assert noise.spread([0.4, 0.5, 0.6]) == pytest.approx((2 / 3 * 0.02) ** 0.5)


def test_each_document_is_left_out_once(monkeypatch, tmp_path):
    """A figure that one group leaves undefined has no interval."""
    ids = [f"d{number}" for number in range(25)]
    asked = []

    def scored(_task, _shared, _marks, kept):
        asked.append(set(kept))
        return {"f1": 0.5, "kind": None if "d3" not in kept else 0.5}

    monkeypatch.setattr(noise, "texts_of", lambda *_: [type("Text", (), {"id": one}) for one in ids])
    monkeypatch.setattr(noise, "scored", scored)
    marks = tmp_path / "times.jsonl"
    marks.touch()

    assert noise.halves(TASK, tmp_path, marks) == {"f1": 0}
    assert sorted(one for kept in asked for one in set(ids) - kept) == sorted(ids)


def test_without_marks_nothing_is_told(tmp_path, capsys):
    assert noise.main(["gum", "--marks", str(tmp_path)]) == 1
    assert "evaluation.annotator gum" in capsys.readouterr().err


def test_a_plan_read_right_is_no_denial():
    """Below 0 the contract says only what is denied, whatever people think of plans."""
    targets = [
        Target(3.0, mark(Modality.ASSERTED), 2.5, 0),
        Target(-2.0, mark(Modality.PLANNED), -1.5, 1),
        Target(-3.0, mark(Modality.ASSERTED, Polarity.NEGATIVE), -2.0, 0),
    ]
    found = figures(targets)

    assert found["gold, nearest step"] > found["contract read right"] > 0.8
    assert [len(gold) for gold in by_mark(targets).values()] == [1, 1, 1]
    assert nearest(0.4, STEPS) == 0
