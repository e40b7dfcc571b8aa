"""
The desk in a real browser: Debian's Chromium, a real server, the example story as the real model reads it.

They run with ``make test-browser``, which builds the scripts first; ``make test`` needs neither Node nor a browser.
"""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Thread
from time import monotonic, sleep

import pytest
import uvicorn

from sourcebook import build
from sourcebook.web import create_app
from sourcebook.web.accounts import Role, add_account

HERE = Path(__file__).parent
STATIC = Path(__file__).resolve().parents[2] / "src" / "sourcebook" / "web" / "static"
AXE = Path(__file__).resolve().parents[2] / "frontend" / "node_modules" / "axe-core" / "axe.min.js"
ARGS = ("--no-sandbox", "--disable-quic", "--disable-background-networking")
SECRET = "seven quiet herons"  # noqa: S105 - of nobody
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 844}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--browser"):
        for item in items:
            if HERE in item.path.parents:
                item.add_marker(pytest.mark.skip(reason="runs with 'make test-browser'"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - plain 'make test' has no Playwright

    assert (STATIC / "desk.js").is_file(), "the scripts are not built: 'make frontend'"
    found = next((one for one in map(shutil.which, ("chromium", "chromium-browser")) if one), None)
    assert found, "no Chromium on the path: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=list(ARGS))
        yield browser
        browser.close()


@dataclass
class Served:
    """A running desk; ``base`` is its address without the last slash."""

    base: str
    story: Path


def served(story: Path, users: Path | None = None) -> Iterator[Served]:
    settings = uvicorn.Config(
        create_app(story, users=users), host="127.0.0.1", port=0, log_level="error", lifespan="off"
    )
    server, listening = uvicorn.Server(settings), settings.bind_socket()
    thread = Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    began = monotonic()
    while not server.started and monotonic() - began < 60:
        sleep(0.05)
    yield Served(f"http://127.0.0.1:{listening.getsockname()[1]}", story)
    server.should_exit = True
    thread.join(30)
    listening.close()


@pytest.fixture(scope="session")
def read_only(example_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The example story, for tests that change nothing."""
    story = tmp_path_factory.mktemp("desk") / "sarn.db"
    shutil.copy(example_folder / "sarn.db", story)
    yield from served(story)


@pytest.fixture
def desk(example_folder: Path, tmp_path: Path) -> Iterator[Served]:
    """The example story, to be changed."""
    shutil.copy(example_folder / "sarn.db", tmp_path / "sarn.db")
    yield from served(tmp_path / "sarn.db")


@pytest.fixture
def guarded(example_folder: Path, tmp_path: Path) -> Iterator[Served]:
    """The example story behind accounts: Ida, who may only read."""
    shutil.copy(example_folder / "sarn.db", tmp_path / "sarn.db")
    add_account(tmp_path / "users.toml", "ida", Role.READER, SECRET)
    yield from served(tmp_path / "sarn.db", tmp_path / "users.toml")


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[Served]:
    """A story whose one report tries to run scripts wherever its words are shown."""
    folder = tmp_path / "reports"
    folder.mkdir()
    bad = "<script>window.taken = 1</script><img src=x onerror='window.taken = 2'>"
    (folder / "bad.txt").write_text(
        f"Mayor {bad} Holm resigns\n\nMayor Anna Holm resigned in Tesk on 4 May 2031, {bad} the council said. "
        f'"I am tired {bad} of it," Holm told the Gazette. {{{{ 7 * 7 }}}} </textarea></title>"><svg onload=alert(1)>\n'
    )
    built = build([folder], tmp_path / "bad.db")
    assert built.failed == ()
    yield from served(tmp_path / "bad.db")


@dataclass
class Seen:
    """A page and everything that went wrong on it."""

    page: object
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> object:
        """Go somewhere and wait until every island is drawn."""
        self.page.goto(address)
        self.ready()
        return self.page

    def ready(self) -> None:
        self.page.wait_for_function(
            "() => document.readyState === 'complete'"
            " && [...document.querySelectorAll('[data-island]')].every((one) => 'ready' in one.dataset)"
        )


def tab(chromium: object, size: dict[str, int], scheme: str = "light") -> Iterator[Seen]:
    context = chromium.new_context(viewport=size, color_scheme=scheme, accept_downloads=True)
    context.set_default_timeout(60_000)
    seen = Seen(context.new_page())
    seen.page.on("console", lambda one: seen.faults.append(one.text) if one.type in {"error", "warning"} else None)
    seen.page.on("pageerror", lambda fault: seen.faults.append(str(fault)))
    yield seen
    context.close()


@pytest.fixture
def wide(chromium: object) -> Iterator[Seen]:
    yield from tab(chromium, WIDE)


@pytest.fixture(params=["light", "dark"])
def themed(chromium: object, request: pytest.FixtureRequest) -> Iterator[Seen]:
    yield from tab(chromium, WIDE, request.param)


@pytest.fixture
def phone(chromium: object) -> Iterator[Seen]:
    yield from tab(chromium, PHONE)
