"""Real reports, read where they lie; what is expected are kinds, offsets and counts, never words."""

from pathlib import Path

from sourcebook.read import Loaded, read_paths
from sourcebook.values.reports import Basis, PassageKind, Report


def reports(folder: Path) -> list[Report]:
    found = list(read_paths([folder]))
    assert all(isinstance(one, Loaded) for one in found)
    return [one.report for one in found if isinstance(one, Loaded)]


def starts(of: Report, kind: PassageKind) -> list[tuple[int, int]]:
    return [(one.span.start, one.item) for one in of.passages if one.kind is kind]


def test_panjshir(panjshir: Path) -> None:
    relay, unnamed, items, talks, form = reports(panjshir)
    assert [len(one.passages) for one in (relay, unnamed, items, talks, form)] == [9, 15, 17, 9, 11]
    for plain in (relay, unnamed):
        assert {one.kind for one in plain.passages} == {PassageKind.BODY}
    assert starts(items, PassageKind.HEADLINE) == [(0, 0), (507, 1), (1075, 2), (1373, 3), (2760, 4)]
    assert starts(talks, PassageKind.HEADLINE) == [(0, 0)]
    assert starts(form, PassageKind.CAPTION) == [(0, 0)]
    assert starts(form, PassageKind.FURNITURE) == [(2342, 0), (2357, 0), (2384, 0)]
    for one in (relay, unnamed, talks, form):
        assert {passage.item for passage in one.passages} == {0}
    for one in (relay, unnamed, items, talks, form):
        assert (one.published.basis, one.outlet, one.language) == (Basis.UNKNOWN, None, None)


def test_single_stories_are_not_cut(shared_corpora: Path) -> None:
    """Twenty-five articles of ten outlets, each one story; 21 of 23 headlines are told by their form."""
    found = reports(shared_corpora / "newswcl50" / "raw")
    assert len(found) == 25
    assert [one.path for one in found if one.passages[-1].item] == []
    assert sum(one.passages[0].kind is PassageKind.HEADLINE for one in found) == 21
    furniture = sum(one.kind is PassageKind.FURNITURE for report in found for one in report.passages)
    assert furniture <= 5
