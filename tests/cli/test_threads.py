"""Linear algebra keeps to one thread, so that two processes have two cores."""

import os
import subprocess
import sys

import pytest

SHOW = "import sourcebook.cli, os; print(os.environ['OPENBLAS_NUM_THREADS'])"


@pytest.mark.parametrize(("given", "told"), [(None, "1"), ("3", "3")])
def test_the_command_line_asks_for_one_thread_unless_told(given: str | None, told: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "OPENBLAS_NUM_THREADS"}
    if given is not None:
        environment["OPENBLAS_NUM_THREADS"] = given
    done = subprocess.run([sys.executable, "-c", SHOW], env=environment, capture_output=True, text=True, check=True)

    assert done.stdout.strip() == told


def test_it_is_asked_before_numpy_is_loaded() -> None:
    show = "import sys, sourcebook; print('numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"
