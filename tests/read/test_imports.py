"""What importing the package costs."""

import subprocess
import sys


def test_heavy_libraries_wait_for_their_first_file() -> None:
    """A build that finds all its files known already opens none, and should not load what reads them."""
    heavy = ("trafilatura", "htmldate", "pypdf", "docx", "lxml", "markdown_it", "charset_normalizer")
    code = f"import sys, sourcebook.read; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
