"""
The desk's pictures in the documents: ``python -m tests.browser.pictures [STORY]`` draws them into ``docs/images``.

The story is ``examples/out/sarn.db``, as ``make demo`` builds it, unless another is named. It needs Chromium,
Playwright and the built scripts, as ``make test-browser`` does.
"""

import shutil
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.browser.conftest import ARGS, WIDE, served, tab

ROOT = Path(__file__).resolve().parents[2]
STORY = ROOT / "examples" / "out" / "sarn.db"
PICTURES = {"desk-events": "/events", "desk-timeline": "/timeline"}
LARGEST = 300_000
"""Unit: bytes. A document with its pictures is to open at once."""


def draw(story: Path, folder: Path) -> None:
    """Draw every picture of a copy of the story."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - it is there only where browsers are tested

    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    with TemporaryDirectory() as away, sync_playwright() as playwright:
        copy = Path(shutil.copy(story, Path(away) / story.name))
        browser = playwright.chromium.launch(executable_path=chromium, args=list(ARGS))
        for desk in served(copy):
            for seen in tab(browser, WIDE):
                for name, view in PICTURES.items():
                    picture = folder / f"{name}.png"
                    seen.open(desk.base + view).screenshot(path=picture)
                    assert seen.faults == []
                    assert picture.stat().st_size <= LARGEST, picture
        browser.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if len(sys.argv) > 1 else STORY, ROOT / "docs" / "images")
