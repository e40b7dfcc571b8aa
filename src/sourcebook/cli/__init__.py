"""The command line."""

from __future__ import annotations

from sourcebook.settings.threads import one_thread

one_thread()

from sourcebook.cli.app import app  # noqa: E402 - it loads numpy


def main() -> None:
    """Run the command line of this process."""
    app(prog_name="sourcebook")
