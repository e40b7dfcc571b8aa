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
OFTEN = 2
"""Words that must have a lemma before it is a base; a lemma seen once may be a slip."""
OPEN = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN", "AUX"})
"""Parts of speech with rules; elsewhere the lemma is looked up or is the lower-case form."""

IRREGULAR = """
arise arose arisen|awake awoke awoken|bear bore borne|beat beat beaten|become became become|begin began begun|
bend bent bent|bet bet bet|bid bid bid|bind bound bound|bite bit bitten|bleed bled bled|blow blew blown|
break broke broken|breed bred bred|bring brought brought|broadcast broadcast broadcast|build built built|
burn burnt burnt|burst burst burst|buy bought bought|cast cast cast|catch caught caught|choose chose chosen|
cling clung clung|come came come|cost cost cost|creep crept crept|cut cut cut|deal dealt dealt|dig dug dug|
draw drew drawn|dream dreamt dreamt|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|
feed fed fed|feel felt felt|fight fought fought|find found found|flee fled fled|fly flew flown|
forbid forbade forbidden|forecast forecast forecast|foresee foresaw foreseen|forget forgot forgotten|
forgive forgave forgiven|forgo forwent forgone|freeze froze frozen|get got gotten|give gave given|go went gone|
grind ground ground|grow grew grown|hang hung hung|hear heard heard|hide hid hidden|hit hit hit|hold held held|
hurt hurt hurt|keep kept kept|know knew known|lay laid laid|lead led led|leap leapt leapt|learn learnt learnt|
leave left left|lend lent lent|let let let|lie lay lain|light lit lit|lose lost lost|make made made|
mean meant meant|meet met met|mislead misled misled|mistake mistook mistaken|outdo outdid outdone|
overcome overcame overcome|overhear overheard overheard|override overrode overridden|oversee oversaw overseen|
overtake overtook overtaken|overthrow overthrew overthrown|pay paid paid|plead pled pled|prove proved proven|
put put put|quit quit quit|read read read|rebuild rebuilt rebuilt|retell retold retold|rid rid rid|
ride rode ridden|ring rang rung|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|
sell sold sold|send sent sent|set set set|shake shook shaken|shed shed shed|shine shone shone|shoot shot shot|
show showed shown|shrink shrank shrunk|shut shut shut|sing sang sung|sink sank sunk|sit sat sat|slay slew slain|
sleep slept slept|slide slid slid|sow sowed sown|speak spoke spoken|speed sped sped|spend spent spent|
spill spilt spilt|spin spun spun|split split split|spread spread spread|spring sprang sprung|stand stood stood|
steal stole stolen|stick stuck stuck|sting stung stung|stride strode stridden|strike struck struck|
strive strove striven|swear swore sworn|sweep swept swept|swell swelled swollen|swim swam swum|
swing swung swung|take took taken|teach taught taught|tear tore torn|tell told told|think thought thought|
throw threw thrown|undergo underwent undergone|understand understood understood|undertake undertook undertaken|
undo undid undone|uphold upheld upheld|upset upset upset|wake woke woken|wear wore worn|weave wove woven|
weep wept wept|win won won|wind wound wound|withdraw withdrew withdrawn|withhold withheld withheld|
withstand withstood withstood|write wrote written
"""
"""Base, past and past participle of English verbs that endings don't tell (grammar books' usual list)."""

SURE = 1000
"""How many of a corpus's words one of the list outweighs: treebanks have slips in rare verbs."""

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
    """
    Return ``{"rules": tag pair to ending to edit, "words": tag pair to form to lemma, "bases": ...}``.

    The bases are the lemmas of verbs seen, as the one text ``{"VERB": {"": lemmas with spaces between}}``.
    """
    chosen: dict[tuple[str, str, str], Counter[str]] = defaultdict(Counter)
    for (form, upos, xpos, lemma), count in counts.items():
        chosen[shown(form, upos), upos, xpos][lemma if upos == "PROPN" else lemma.lower()] += count
    for verb in IRREGULAR.replace("\n", "").split("|"):
        base, past, participle = verb.split()
        for form, xpos in ((past, "VBD"), (participle, "VBN")):
            chosen[form, "VERB", xpos][base] += SURE
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
    seen: Counter[str] = Counter()
    for (_, upos, _), (lemma, count) in best.items():
        seen[lemma] += count * (upos == "VERB")
    bases = sorted(lemma for lemma, count in seen.items() if count >= OFTEN and lemma.isascii() and lemma.isalpha())
    return {"rules": rules, "words": words, "bases": {"VERB": {"": " ".join(bases)}}}


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
    sizes = {name: sum(map(len, part.values())) for name, part in table.items()}
    print(f"{len(text) // 1000} kB, {sizes}")
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
