"""GUM's form of chains, on lines of our own."""

from pathlib import Path

from sourcebook.values.spans import Span
from training.corpora.chains import chained

ROWS = (
    ("1", "The", "2", "(1-place-new"),
    ("2", "dam", "3", "1)"),
    ("3", "held", "0", ""),
    ("4", "its", "5", "(2-abstract-new(1-place-giv)"),
    ("5", "water", "3", "2)"),
)
TEXT = "# newdoc id = a\n# text = The dam held its water\n" + "".join(
    f"{number}\t{word}\t{word}\tX\tX\t_\t{head}\tdep\t_\t{f'Entity={entity}' if entity else '_'}\n"
    for number, word, head, entity in ROWS
)


def test_chains_are_found_by_span_and_by_head(tmp_path: Path) -> None:
    folder = tmp_path / "gum" / "train"
    folder.mkdir(parents=True)
    (folder / "GUM_a.conllu").write_text(TEXT + "\n", encoding="utf-8")
    (gold,) = chained(tmp_path, "train")
    dam, its = gold.text.index("dam"), gold.text.index("its")

    assert gold.text == "The dam held its water"
    assert gold.chain_of(Span(0, dam + 3), dam) == gold.chain_of(Span(its, its + 3), its) is not None
    assert gold.chain_of(Span(its, len(gold.text)), its + 4) not in {None, gold.heads[dam]}
    assert gold.chain_of(Span(dam, dam + 3), dam) == gold.heads[dam]
    assert gold.chain_of(Span(9, 13), 8) is None
