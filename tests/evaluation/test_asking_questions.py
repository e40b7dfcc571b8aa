"""The questions about the example story point at words that stand in it."""

from evaluation.asking.scoring import Outcome, cases, scores
from sourcebook.api import open as open_story


def test_there_are_enough_questions_of_both_kinds():
    every = cases()

    assert len({one.question for one in every}) == len(every)
    assert sum(bool(one.rows) for one in every) >= 30
    assert sum(not one.rows for one in every) >= 10


def test_every_row_stands_in_the_example_story(example_folder):
    reports = open_story(example_folder / "sarn.db").story.reports
    texts = {report.path.rpartition("/")[2].partition(".")[0]: report.text for report in reports}

    for case in cases():
        for name, words in case.rows:
            assert any(words in text for file, text in texts.items() if name in {"", file}), (case.question, words)


def test_scores_count_silence_apart():
    held, bare = (next(one for one in cases() if bool(one.rows) is kind) for kind in (True, False))
    found = scores([Outcome(held, 1, 3), Outcome(held, 2, 3), Outcome(bare, None, 0), Outcome(bare, None, 1)])

    assert (found.first, found.among, found.silent) == (0.5, 1.0, 0.5)
