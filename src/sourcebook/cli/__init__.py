"""The command line."""

from __future__ import annotations

from sourcebook.cli.app import app


def main() -> None:
    """Run the command line of this process."""
    app(prog_name="sourcebook")
