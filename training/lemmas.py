"""
Learn the lemma table: ``python -m training.lemmas CORPORA``.

From the training portions of UD English-EWT and GUM: for each tag a tree of word endings with the edit that most words
of that ending take, and the words that it gets wrong. Written to ``src/sourcebook/annotate/data/lemmas.json``.
"""

import argparse
import json
from collections import Counter, defaultdict
from pathlib import Path

DESTINATION = Path("src/sourcebook/annotate/data/lemmas.json")
LONGEST = 7
"""Longest ending looked at. Unit: letters."""
FEWEST = 3
"""Words (types) that must share an ending before it has an edit of its own."""
OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "AUX"})
"""Parts of speech with rules; elsewhere the lemma is looked up or is the lower-case form."""

Table = dict[str, dict[str, str]]


def rows(paths: list[Path]) -> Counter[tuple[str, str, str, str]]:
    """Count (form, UPOS, XPOS, lemma) of the syntactic words of CoNLL-U files."""
    found: Counter[tuple[str, str, str, str]] = Counter()
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            row = line.split("\t")
            if len(row) == 10 and row[0].isdigit() and "CorrectForm=" not in row[9] and row[3] not in ("PUNCT", "X"):
                found[row[1], row[3], row[4], row[2]] += 1
    return found


def edit(form: str, lemma: str) -> str:
    """
    Return how a form becomes its lemma: letters cut off the end, and what is put there.

    >>> edit("talked", "talk"), edit("countries", "country")
    ('2', '3y')
    """
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same}{lemma[same:]}"


def key(upos: str, xpos: str) -> str:
    """Return the name of the table of a pair of tags."""
    return f"{upos} {xpos}"


def shown(form: str, upos: str) -> str:
    """Return the form that lemmas are made of: as written for proper nouns, in lower case elsewhere."""
    return form if upos == "PROPN" else form.lower()


def learn(counts: Counter[tuple[str, str, str, str]]) -> dict[str, Table]:
    """Return ``{"rules": tag pair to ending to edit, "words": tag pair to form to lemma}``."""
    chosen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for (form, upos, xpos, lemma), count in counts.items():
        chosen[shown(form, upos), upos, xpos][lemma if upos == "PROPN" else lemma.lower()] += count
    rules: Table = {}
    votes: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    best: dict[tuple[str, str, str], tuple[str, int]] = {}
    for (form, upos, xpos), lemmas in sorted(chosen.items()):
        lemma, count = max(lemmas.items(), key=lambda one: (one[1], one[0]))
        best[form, upos, xpos] = lemma, count
        if upos in OPEN:
            for size in range(min(LONGEST, len(form) - 1) + 1):
                votes[key(upos, xpos)][form[len(form) - size :]][edit(form, lemma)] += 1
    for tags, endings in sorted(votes.items()):
        kept: dict[str, str] = {}
        for ending in sorted(endings, key=lambda one: (len(one), one)):
            winner, share = max(endings[ending].items(), key=lambda one: (one[1], one[0]))
            if (not ending or share >= FEWEST) and winner != _inherited(kept, ending):
                kept[ending] = winner
        rules[tags] = kept
    words: Table = {}
    for (form, upos, xpos), (lemma, _) in sorted(best.items()):
        tags = key(upos, xpos)
        if applied(rules.get(tags, {}), form) != lemma:
            words.setdefault(tags, {})[form] = lemma
    return {"rules": rules, "words": words}


def _inherited(kept: dict[str, str], ending: str) -> str | None:
    for at in range(1, len(ending) + 1):
        if ending[at:] in kept:
            return kept[ending[at:]]
    return None


def applied(rules: dict[str, str], form: str) -> str:
    """Return the form with the edit of its longest known ending; unchanged where none is known."""
    for size in range(min(LONGEST, len(form) - 1), -1, -1):
        found = rules.get(form[len(form) - size :])
        if found is not None:
            cut = int(found[0])
            return form[: len(form) - cut] + found[1:]
    return form


def main() -> None:
    """Learn and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--out", type=Path, default=DESTINATION)
    chosen = parser.parse_args()
    paths = [chosen.corpora / "ud-ewt" / "train.conllu", *sorted((chosen.corpora / "gum" / "train").glob("*.conllu"))]
    table = learn(rows(paths))
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    chosen.out.write_text(text + "\n", encoding="utf-8")
    print(
        f"{len(text) // 1000} kB, {sum(map(len, table['words'].values()))} words, {sum(map(len, table['rules'].values()))} rules"
    )
    right: Counter[str] = Counter()
    for (form, upos, xpos, lemma), count in rows([chosen.corpora / "ud-ewt" / "dev.conllu"]).items():
        base = shown(form, upos)
        tags = key(upos, xpos)
        made = table["words"].get(tags, {}).get(base) or applied(table["rules"].get(tags, {}), base)
        right["words"] += count
        right["right"] += count * (made.lower() == lemma.lower())
    print(f"dev: {right['right'] / right['words']:.4f} of {right['words']} words")


if __name__ == "__main__":
    main()
