"""``python -m sourcebook``: the command line."""

from __future__ import annotations

from sourcebook.cli import main

if __name__ == "__main__":
    main()
