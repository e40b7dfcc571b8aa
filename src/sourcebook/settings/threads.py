"""Threads of the libraries beneath, set before they are loaded."""

from __future__ import annotations

import os

LINEAR_ALGEBRA = ("OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")
"""What numpy's linear algebra reads, when it is loaded, for how many threads it has."""


def one_thread() -> None:
    """
    Have numpy's linear algebra use one thread, unless the environment says otherwise; before numpy is loaded.

    Its matrices are small here: further threads only wait, and take the cores from the model and from other processes.
    """
    for name in LINEAR_ALGEBRA:
        os.environ.setdefault(name, "1")
