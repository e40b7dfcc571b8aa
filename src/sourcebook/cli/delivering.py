"""Where a document goes: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from sourcebook.errors import WrongUsage


def deliver(content: bytes, out: Path | None) -> None:
    """
    Write a document; None or ``-`` is standard output.

    Raises:
        WrongUsage: If the file can't be written.
    """
    if out is None or str(out) == "-":
        pour(content)
        return
    try:
        if out.exists() and not out.is_file() and not out.is_dir():
            out.write_bytes(content)  # a pipe or a device, which nothing can replace
        else:
            _replace(out.resolve(), content)
    except OSError as fault:
        raise WrongUsage(f"{out}: can't be written: {fault.strerror}") from fault


def pour(content: bytes) -> None:
    """
    Write all of it to standard output, at once.

    Raises:
        BrokenPipeError: If whoever reads it has closed it.
    """
    left = memoryview(content)
    while left:
        # Where Python is told not to buffer (PYTHONUNBUFFERED), a write may take only the beginning.
        left = left[sys.stdout.buffer.write(left) :]
    sys.stdout.buffer.flush()


def _replace(path: Path, content: bytes) -> None:
    """Write beside the file and rename; what stood there before stays until then."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        umask = os.umask(0)
        os.umask(umask)
        Path(name).chmod(0o666 & ~umask)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
