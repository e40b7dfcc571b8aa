"""Names set for pronouns inside somebody's own words; read by the real model."""

from pathlib import Path

import sourcebook
from sourcebook.tell import brief

TEXT = """Olby council reads statement

Orban Dell, Ilva Taron and Mara Quist read a joint statement in Olby on Friday.

“While former mayor Jonas Brand went to great lengths to set the scene, he never once mentioned the bridge,”
according to council head Orban Dell and his deputy Ilva Taron.
"""


def test_whom_somebody_speaks_of_is_not_himself(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT.replace("bridge,”\n", "bridge,” "), encoding="utf-8")
    sourcebook.build([tmp_path / "report.txt"], tmp_path / "olby.db")
    told = brief(sourcebook.open(tmp_path / "olby.db").story)
    lines = [line.text for section in told.sections for line in section.lines if "never once" in line.text]

    assert lines
    assert not any(f"[{name}" in line for line in lines for name in ("Orban", "Ilva", "Mara"))
