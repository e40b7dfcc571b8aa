"""
How soon the desk is drawn and how smoothly it moves, in headless Chromium, on a made story.

    python -m benchmarks.screen --reports 5000 --claims 10

Prints, for each view, the median over ``--rounds`` fresh visitors of the first paint with content and of the moment
when every island is drawn, and the processor's time of the page's main thread until then, which other work on the
machine changes less; then, for the views that move, what a drag and a zoom of ``--steps`` steps cost: the widest
gap between two frames, how many gaps are above 50 ms, and that time per step.
Unit: milliseconds. Nothing is asserted. It needs Playwright, Chromium on
the path and the built scripts (``make test-browser`` gets them), and the server runs as a process of its own.
"""

from __future__ import annotations

import argparse
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import pairwise
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, CDPSession, sync_playwright

from benchmarks.made_story import joined, keep, reports
from sourcebook.desk.table import JUDGE, LINK
from sourcebook.store import open_store

VIEWS = ("/", "/events", "/timeline", "/map", "/network", "/sources", "/people", "/conflicts", "/review")
MOVING = ("/timeline", "/network", "/map")
ARGS = ("--no-sandbox", "--disable-quic", "--disable-background-networking")
SIZE = {"width": 1280, "height": 860}

DRAWN = """
const all = () => [...document.querySelectorAll("[data-island]")].every((one) => "ready" in one.dataset);
const check = () => {
  if (document.readyState === "complete" && all()) window.drawn ??= performance.now();
  else requestAnimationFrame(check);
};
requestAnimationFrame(check);
"""
"""Notes when every island is drawn."""

FRAMES = """() => {
  window.frames = [];
  const note = (now) => {
    window.frames.push(now);
    window.noting = requestAnimationFrame(note);
  };
  window.noting = requestAnimationFrame(note);
}"""
"""Notes the moment of every frame."""


def main() -> None:
    """Make the story, serve it, look, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--claims", type=int, default=10, help="of one report")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--steps", type=int, default=60)
    parser.add_argument("--story", type=Path, help="a story made before; it is kept")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        story = asked.story or Path(folder) / "made.db"
        if not story.exists():
            made = tuple(reports(asked.reports, asked.claims))
            with open_store(f"sqlite:{story}", create=True).writing() as unit:
                keep(unit, made, *joined(made), by=(LINK, JUDGE))
        found = shutil.which("chromium") or shutil.which("chromium-browser")
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGS))
        with served(story) as base:
            print(f"{'':12} {'paint':>8} {'drawn':>8} {'cpu':>8}")
            for view in VIEWS:
                seen = [first_view(browser, base + view) for _ in range(asked.rounds)]
                paint, drawn, cpu = (statistics.median(one) for one in zip(*seen, strict=True))
                print(f"{view:12} {paint:8.0f} {drawn:8.0f} {cpu:8.0f}", flush=True)
            print(f"\n{'':20} {'frames':>8} {'widest':>8} {'> 50':>8} {'cpu':>8}")
            for view in MOVING:
                for how in ("drag", "zoom"):
                    gaps, cpu = motion(browser, base + view, how, asked.steps)
                    late = sum(one > 50 for one in gaps)
                    print(
                        f"{view + ' ' + how:20} {len(gaps):8} {max(gaps):8.0f} {late:8} {cpu / asked.steps:8.1f}",
                        flush=True,
                    )
        browser.close()


@contextmanager
def served(story: Path) -> Iterator[str]:
    """Serve a story in another process; the base of its addresses, once the first page has come."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    words = (sys.executable, "-m", "sourcebook", "serve", str(story), "--port", str(port), "--no-browser")
    server = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    base = f"http://127.0.0.1:{port}"
    try:
        while True:
            try:
                urlopen(base).close()
                break
            except URLError:
                if server.poll() is not None:
                    raise
                time.sleep(0.2)
        yield base
    finally:
        server.terminate()
        server.wait()


def first_view(browser: Browser, address: str) -> tuple[float, float, float]:
    """Return when a new visitor sees the first content, when every island is drawn, and the main thread's time."""
    context = browser.new_context(viewport=SIZE)
    context.add_init_script(DRAWN)
    page = context.new_page()
    measure = context.new_cdp_session(page)
    measure.send("Performance.enable")
    page.goto(address)
    page.wait_for_function("() => window.drawn !== undefined")
    used = _busy(measure)
    paint, drawn = page.evaluate(
        "() => [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN, window.drawn]"
    )
    context.close()
    return paint, drawn, used * 1000


def motion(browser: Browser, address: str, how: str, steps: int) -> tuple[list[float], float]:
    """Return the gaps between frames while a view is dragged or zoomed, and the main thread's time for them."""
    context = browser.new_context(viewport=SIZE)
    context.add_init_script(DRAWN)
    page = context.new_page()
    page.goto(address)
    page.wait_for_function("() => window.drawn !== undefined")
    box = page.locator(".island canvas, .island svg").first.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + min(box["height"] / 2, 250)
    measure = context.new_cdp_session(page)
    measure.send("Performance.enable")
    if how == "zoom":
        page.keyboard.down("Control")
    page.mouse.move(x, y)
    if how == "drag":
        page.mouse.down()
    before = _busy(measure)
    page.evaluate(FRAMES)
    for step in range(steps):
        if how == "drag":
            page.mouse.move(x + 200 * (step % 20 - 10) / 10, y + step % 7)
        else:
            page.mouse.wheel(0, -12 if step < steps / 2 else 12)
    frames = page.evaluate("() => { cancelAnimationFrame(window.noting); return window.frames; }")
    used = _busy(measure) - before
    context.close()
    return [later - sooner for sooner, later in pairwise(frames)], used * 1000


def _busy(measure: CDPSession) -> float:
    """Return the processor's time of the page's main thread. Unit: seconds."""
    return float(
        next(one["value"] for one in measure.send("Performance.getMetrics")["metrics"] if one["name"] == "ThreadTime")
    )


if __name__ == "__main__":
    main()
