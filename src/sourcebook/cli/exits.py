"""Exit codes, told in the documentation of the commands."""

from __future__ import annotations

from sourcebook.errors import NotFound, SourcebookError, StoreFault, WrongUsage

FAILED = 1
"""Some inputs failed; or the program itself is not in order."""
USAGE = 2
"""What was asked for can't be: an unknown option, id, name or story. As Click does."""
INTERRUPTED = 130
"""Ctrl-C: 128 and the number of the signal, as shells say it."""
PIPE_CLOSED = 141
"""Whoever read our output closed it: 128 and the number of SIGPIPE."""


def exit_code(fault: SourcebookError) -> int:
    """Return the exit code for an error that ended a command."""
    return USAGE if isinstance(fault, WrongUsage | NotFound | StoreFault) else FAILED
