"""Pins hold scores to what was reached, on the corpus it was reached on."""

import json

import pytest

from evaluation.pins import Pin, digest, faults_of, raised, read_pins, write_pins
from evaluation.tasks import TASKS, Figure, Task, unseen_names, unseen_pairs, unseen_times

TASK = Task("names", "names", "names/dev.iob2", (Figure("f1", 0.8), Figure("recall")), tolerance=0.01)


def test_what_fell_by_more_than_the_tolerance_is_a_fault():
    pin = Pin("abc", {"f1": 0.8, "recall": 0.7})

    assert faults_of(TASK, {"f1": 0.791, "recall": 0.9}, "abc", pin) == []
    (fault,) = faults_of(TASK, {"f1": 0.789, "recall": 0.7}, "abc", pin)
    assert "f1 fell from 0.8000 to 0.7890" in fault


def test_a_figure_that_is_gone_has_fallen():
    (fault,) = faults_of(TASK, {"f1": 0.8}, "abc", Pin("abc", {"f1": 0.8, "recall": 0.7}))

    assert "recall fell from 0.7000 to nothing" in fault


def test_scores_on_another_corpus_are_no_comparison():
    (fault,) = faults_of(TASK, {"f1": 0.9, "recall": 0.9}, "new", Pin("old", {"f1": 0.8}))

    assert "is not the corpus" in fault


def test_a_task_without_a_pin_holds():
    assert faults_of(TASK, {"f1": 0.1}, "abc", None) == []


def test_pinning_raises_and_never_lowers():
    pin = raised(TASK, {"f1": 0.85004, "recall": 0.6, "other": 1.0}, "abc", Pin("abc", {"f1": 0.8, "recall": 0.7}))

    assert pin == Pin("abc", {"f1": 0.85, "recall": 0.7})


def test_another_corpus_starts_anew():
    assert raised(TASK, {"f1": 0.5, "recall": None}, "new", Pin("old", {"f1": 0.8})) == Pin("new", {"f1": 0.5})


def test_pins_come_back_from_their_file(tmp_path):
    pins = {"b": Pin("abc", {"f1": 0.5}), "a": Pin("def", {"f1": 0.25})}

    assert read_pins(tmp_path / "floors.json") == {}
    write_pins(tmp_path / "floors.json", pins)

    assert read_pins(tmp_path / "floors.json") == pins
    assert list(json.loads((tmp_path / "floors.json").read_text(encoding="utf-8"))) == ["a", "b"]


def test_the_digest_knows_a_moved_byte_and_a_renamed_file(tmp_path):
    seen = set()
    for name, held in (("a", "xy"), ("b", "xy"), ("a", "xz"), ("ax", "y")):
        folder = tmp_path / f"{name}-{held}"
        folder.mkdir()
        (folder / name).write_text(held, encoding="utf-8")
        seen.add(digest(folder))

    assert len(seen) == 4
    with pytest.raises(FileNotFoundError):
        digest(tmp_path / "nowhere")


def test_what_training_saw_is_left_out():
    ids = [f"dev-{number}" for number in range(10)]

    assert unseen_names(ids) == ["dev-8", "dev-9"]
    assert unseen_times(ids) == ["dev-4", "dev-9"]
    assert unseen_pairs(ids) == ["dev-9"]


def test_every_row_of_the_projects_table_is_measured():
    """A floor that nothing measures would be forgotten."""
    floors = [figure.floor for task in TASKS for figure in task.figures if figure.floor is not None]

    assert len({task.name for task in TASKS}) == len(TASKS)
    assert len(floors) == 18
