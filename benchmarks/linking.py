"""
How linking and judging grow with a story: ``python -m benchmarks.linking [REPORTS] [CLAIMS]``.

Stories of made-up values, no model: one of the given size (5,000 reports with 10 claims each unless told) and one of a
quarter of it, in one run. Printed are the seconds of both stages, the ratio of the large to the small (4 is linear),
and the peak of memory. Figures of several machines are comparable only as ratios.
"""

from __future__ import annotations

import argparse
import resource
import time

from benchmarks.made_story import reports
from sourcebook.judge import judge
from sourcebook.link import link

PART = 4
"""How many times the small story goes into the large one."""


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="?", type=int, default=5_000)
    parser.add_argument("claims", nargs="?", type=int, default=10, help="of one report")
    chosen = parser.parse_args()
    small = measured(chosen.reports // PART, chosen.claims)
    large = measured(chosen.reports, chosen.claims)
    for stage, before, after in zip(("link", "judge"), small, large, strict=True):
        print(f"{stage:<6} {before:7.1f} s, {after:7.1f} s for {PART} times as much: ratio {after / before:.1f}")
    print(f"peak of memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


def measured(count: int, claims: int) -> tuple[float, float]:
    """Return the seconds that linking and judging take, processor time of this process."""
    made = list(reports(count, claims))
    told, said = [report for report, _, _ in made], [extraction for _, extraction, _ in made]
    began = time.process_time()
    linking = link(told, said)
    linked = time.process_time()
    judged = judge(told, said, linking)
    ended = time.process_time()
    print(f"{count} reports, {count * claims} claims: {len(judged.events)} events, {len(judged.conflicts)} conflicts")
    return linked - began, ended - linked


if __name__ == "__main__":
    main()
