"""
How long the desk's server takes for every page and list of the API, on a made story.

    python -m benchmarks.desk --reports 5000 --claims 10

Prints, for each address, the median of ``--rounds`` requests: of the first ones, when the answer must be worked out
("cold"), and of those that follow, when it is kept ("warm"), and of one that the asker has already (304). In the
process, through the whole application with its guard; without a socket. Unit: milliseconds; "cpu" is the processor's
time of a cold one, which other work on the machine changes less. Ends with 1 if a cold median of what ``--by`` names is
above ``--most``.

The story is made once and kept in the system's folder for temporary files; ``--story`` names another place.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from pathlib import Path

from fastapi.testclient import TestClient
from httpx import Response

from benchmarks.made_story import joined, keep, reports
from sourcebook.desk.looking import all_events, looking
from sourcebook.desk.views import EventCard
from sourcebook.store import open_store
from sourcebook.values.filters import Filters
from sourcebook.version import __version__
from sourcebook.web.app import create_app

ADDRESSES = (
    "/api/v1/events",
    "/api/v1/events?page=40",
    "/api/v1/events?status=denied&type=THREATEN",
    "/api/v1/events?q=attacked+{word}",
    "/api/v1/events?from=2031-03-01&to=2031-04-01&outlet={outlet}",
    "/api/v1/events/{event}",
    "/api/v1/events/{event}/lineage",
    "/api/v1/claims",
    "/api/v1/claims?page=500",
    "/api/v1/claims?status=reported&modality=asserted",
    "/api/v1/claims/{claim}",
    "/api/v1/timeline",
    "/api/v1/timeline?who={entity}",
    "/api/v1/map",
    "/api/v1/map?status=confirmed",
    "/api/v1/network",
    "/api/v1/network?type=CONSULT",
    "/api/v1/sources",
    "/api/v1/reports",
    "/api/v1/reports?status=denied",
    "/api/v1/reports/{report}",
    "/api/v1/reports/{report}/marks",
    "/api/v1/entities",
    "/api/v1/entities?outlet={outlet}",
    "/api/v1/entities/{entity}",
    "/api/v1/conflicts",
    "/api/v1/brief",
    "/api/v1/brief?status=denied",
    "/api/v1/review",
    "/api/v1/choices?filter=who",
    "/api/v1/decisions",
)
PAGES = (
    "/",
    "/events",
    "/events?status=denied",
    "/events/{event}",
    "/timeline",
    "/map",
    "/network",
    "/sources",
    "/reports",
    "/reports/{report}",
    "/people",
    "/people/{entity}",
    "/conflicts",
    "/review",
    "/export",
)


def main() -> int:
    """Make the story, ask, print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=5000)
    parser.add_argument("--claims", type=int, default=10, help="of one report")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--most", type=float, default=100.0, help="milliseconds that a cold median may take")
    parser.add_argument("--by", choices=("wall", "cpu"), default="wall", help="what --most is compared with")
    parser.add_argument("--story", type=Path, help="where the made story is kept")
    asked = parser.parse_args()
    folder = Path(tempfile.gettempdir())
    story = asked.story or folder / f"sourcebook-made-{asked.reports}-{asked.claims}-{__version__}.db"
    if not story.exists():
        _make(story, asked.reports, asked.claims)
    return _measure(story, asked.rounds, asked.most, asked.by)


def _make(story: Path, count: int, claims: int) -> None:
    """Make a story; it gets its name when it is whole, so that one that was stopped is not taken for it."""
    start = time.perf_counter()
    made = tuple(reports(count, claims))
    linking, judged = joined(made)
    with tempfile.TemporaryDirectory(dir=story.parent) as folder:
        draft = Path(folder) / "made.db"
        with open_store(f"sqlite:{draft}", create=True).writing() as unit:
            keep(unit, made, linking, judged)
        draft.rename(story)
    print(f"{count} reports, {count * claims} claims, {len(judged.events)} events: {_since(start):.0f} s to make")


def _measure(story: Path, rounds: int, most: float, by: str) -> int:
    app = create_app(story)
    start = time.perf_counter()
    with looking(app.state.desk.store) as shelf:
        first = all_events(shelf, Filters(), EventCard)[0]
    print(f"{_since(start):.1f} s until the cards are made and the first event is read")
    known = {
        "event": first.id,
        "entity": str(first.participants[0].id),
        "report": first.participants[0].words.report,
        "outlet": first.outlets[0],
        "word": first.participants[0].name.split()[0],
    }
    slow = 0
    with TestClient(app, base_url="http://127.0.0.1", raise_server_exceptions=False) as client:
        known["claim"] = client.get("/api/v1/claims").json()["items"][0]["id"]
        print(f"{'':60} {'cold':>8} {'cpu':>8} {'warm':>8} {'304':>8} {'kB':>8}")
        for pattern in (*ADDRESSES, *PAGES):
            address = pattern.format(**known)
            cold, used = [], []
            for _ in range(rounds):
                before = time.process_time()
                app.state.desk.kept.answers.clear()
                cold.append(_ask(client, address, {}))
                used.append((time.process_time() - before) * 1000)
            if cold[0][1].status_code != 200:
                print(f"{pattern:60} {cold[0][1].status_code}")
                continue
            warm = [_ask(client, address, {}) for _ in range(rounds)]
            tag = {"if-none-match": cold[0][1].headers.get("etag", "")}
            same = [_ask(client, address, tag) for _ in range(rounds)]
            medians = [statistics.median(one for one, _ in each) for each in (cold, warm, same)]
            cpu = statistics.median(used)
            slow += (medians[0] if by == "wall" else cpu) > most
            size = len(cold[0][1].content) / 1000
            print(f"{pattern:60} {medians[0]:8.1f} {cpu:8.1f} {medians[1]:8.1f} {medians[2]:8.1f} {size:8.0f}")
    print(f"{slow} above {most:.0f} ms ({by})")
    return 1 if slow else 0


def _ask(client: TestClient, address: str, headers: dict[str, str]) -> tuple[float, Response]:
    start = time.perf_counter()
    found = client.get(address, headers=headers)
    return _since(start) * 1000, found


def _since(start: float) -> float:
    return time.perf_counter() - start


if __name__ == "__main__":
    sys.exit(main())
