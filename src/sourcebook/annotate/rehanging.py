"""Words hung anew where the verbs around them leave one reading: who is counted, what is due, when it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from sourcebook.annotate.cues import lexicon
from sourcebook.text.trees import Tree, lemma_of
from sourcebook.values.marks import Token

SAYING = frozenset(
    "say tell announce report add state write claim warn confirm deny insist acknowledge promise believe".split()
)
"""Verbs whose clause may follow without "that", a time between them: "said on Sunday she would leave"."""
TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight morning afternoon evening night "
    "week month day january february march april may june july august september october november december".split()
)
"""Heads of phrases that tell when something was said."""
SUBJECTS = ("nsubj", "csubj", "expl")
CLOCK = regex.compile(r"[0-2]?\d[:.][0-5]\d")
"""A time of day that opens an entry of a running report ("16:10 - The court adjourned")."""
DASHES = frozenset({"-", "–", "—"})
FINITE = ("VBD", "VBZ", "VBP", "MD")


def rehung(tokens: Sequence[Token]) -> list[Token]:
    """
    Return the tokens with such words hung anew.

    >>> from sourcebook.values.spans import Span
    >>> words = [("20", "NUM", "CD", 1, "nummod"), ("wound", "VERB", "VBN", 1, "root")]
    >>> [one.dep for one in rehung([Token(Span(0, 1), *word) for word in words])]
    ['nsubj:pass', 'root']
    """
    made = list(tokens)
    tree = Tree(made)
    for place, token in enumerate(tokens):
        if token.dep == "nummod" and token.head > place and tokens[token.head].tag == "VBN":
            _counted(tree, made, place)
        elif token.lemma.lower() == "neither" and token.dep == "nsubj":
            _neither(tree, made, place)
        elif (
            token.lemma.lower() == "due"
            and token.dep in ("mark", "advmod", "case")
            and tokens[token.head].pos == "VERB"
        ):
            _due(tree, made, place)
        elif token.lemma.lower() == "dead" and token.dep == "amod":
            _shot(tree, made, place)
        elif token.pos == "PROPN" and token.dep.startswith("nsubj"):
            _whose(tree, made, place)
        elif token.dep == "conj" and token.pos == "VERB" and token.tag in ("VBZ", "VBD"):
            _joined(tree, made, place)
        elif tree.is_root(place) and CLOCK.fullmatch(token.lemma):
            _stamped(tree, made, place)
        elif token.pos == "VERB" and token.lemma.lower() in SAYING:
            _spoken(tree, made, place)
        elif token.dep in ("obl", "obl:unmarked", "obl:tmod", "advmod") and token.lemma.lower() in TIMES:
            _said_when(tree, made, place)
    return made


def _counted(tree: Tree, made: list[Token], number: int) -> None:
    """Make a number the subject of the participle behind it: "… were killed and 20 wounded"."""
    participle = tree.tokens[number].head
    if tree.tokens[participle].pos == "VERB" and not any(tree.of(participle, *SUBJECTS)):
        made[number] = replace(made[number], dep="nsubj:pass")


def _neither(tree: Tree, made: list[Token], neither: int) -> None:
    """Make "neither" between a subject and its verb an adverb: "the office neither confirmed nor denied"."""
    verb = tree.tokens[neither].head
    if any(one < neither for one in tree.of(verb, *SUBJECTS)) and neither < verb:
        made[neither] = replace(made[neither], pos="CCONJ", tag="CC", dep="cc:preconj")


def _whose(tree: Tree, made: list[Token], name: int) -> None:
    """Make a name right before the noun phrase that is its verb's subject a part of it: "EU foreign ministers met"."""
    noun = next((one for one in tree.of(tree.tokens[name].head, "nsubj") if one > name), None)
    ends = max(tree.below(name)) == name
    if noun is not None and tree.tokens[noun].pos == "NOUN" and ends and min(tree.below(noun)) == name + 1:
        made[name] = replace(made[name], head=noun, dep="compound")


def _shot(tree: Tree, made: list[Token], dead: int) -> None:
    """Part "dead" from the object behind it: "shot dead two traders"."""
    noun = tree.tokens[dead].head
    verb = tree.tokens[noun].head
    if verb == dead - 1 and tree.tokens[verb].pos == "VERB" and tree.dep(noun) == "obj" and noun > dead:
        made[dead] = replace(made[dead], head=verb, dep="xcomp")


def _spoken(tree: Tree, made: list[Token], verb: int) -> None:
    """Give a verb of saying that ends its sentence the name right before it: "…, her lawyer, Tomas Reik, said"."""
    clause = tree.first(verb, "ccomp")
    if clause is None or clause > verb or tree.first(verb, *SUBJECTS) is not None:
        return
    here = verb - 1
    while here > clause and tree.tokens[here].pos == "PUNCT":
        here -= 1
    while tree.dep(here) in ("flat", "compound") and tree.tokens[here].head > clause:
        here = tree.tokens[here].head
    while tree.dep(here) == "appos" and tree.dep(tree.tokens[here].head) == "appos":
        here = tree.tokens[here].head
    told = [tree.tokens[one].pos == "PUNCT" for one in range(max(tree.below(here)) + 1, verb)]
    if tree.dep(here) == "appos" and tree.tokens[here].pos in ("NOUN", "PROPN") and all(told):
        made[here] = replace(made[here], head=verb, dep="nsubj")


def _due(tree: Tree, made: list[Token], due: int) -> None:
    """Make "due" the predicate of "were due to begin", whose infinitive hangs on it; it is no "due to" with a noun."""
    verb = tree.tokens[due].head
    to = next((one for one in tree.of(due, "fixed") if tree.tokens[one].lemma.lower() == "to"), None)
    copula = tree.first(verb, "cop")
    if to is None or copula is None or not copula < due < to < verb:
        return
    root = tree.is_root(verb)
    made[due] = replace(made[due], head=due if root else tree.tokens[verb].head, dep=tree.tokens[verb].dep)
    made[verb] = replace(made[verb], head=due, dep="xcomp")
    made[to] = replace(made[to], head=verb, dep="mark")
    for child in tree.children[verb]:
        if child < due:
            made[child] = replace(made[child], head=due)


def _said_when(tree: Tree, made: list[Token], time: int) -> None:
    """Hang a time between a verb of saying and its clause's subject on the saying: "said on Sunday she would"."""
    clause = tree.tokens[time].head
    saying = tree.tokens[clause].head
    if tree.dep(clause) != "ccomp" or tree.tokens[saying].lemma.lower() not in SAYING or saying > time:
        return
    subject = tree.first(clause, *SUBJECTS)
    behind = min(tree.below(time)) == saying + 1
    if behind and subject is not None and time < subject < clause and tree.first(clause, "mark") is None:
        made[time] = replace(made[time], head=saying)


def _joined(tree: Tree, made: list[Token], verb: int) -> None:
    """
    Join a finite verb that has no subject with one whose form it shares.

    It goes with no infinitive ("urged them to stop and said"), and where it is a present that says something, with no
    clause of another tense or number that hangs on a present ("says that the dam was mended and warns").
    """
    before = tree.tokens[verb].head
    if tree.first(verb, *SUBJECTS, "nsubj:pass", "aux", "mark") is not None or tree.first(verb, "cc") is None:
        return
    forms = _forms(tree, before)
    here = before
    if not forms:
        while not tree.is_root(here) and not _forms(tree, here):
            here = tree.tokens[here].head
    elif tree.dep(before) == "ccomp" and tree.tokens[verb].tag == "VBZ" and forms[0] != "VBZ":
        told = tree.tokens[before].head
        table = lexicon()
        speaks = lemma_of(tree, verb) in table.lemmas.keys() | table.verbs
        here = told if told < before and _forms(tree, told)[:1] == ["VBZ"] and speaks else before
    if here != before and tree.tokens[here].pos == "VERB" and here < verb:
        made[verb] = replace(made[verb], head=here)


def _forms(tree: Tree, verb: int) -> list[str]:
    """Return the finite forms of a verb: its auxiliaries', its own."""
    own = [*tree.of(verb, "aux", "cop"), verb]
    return [tree.tokens[one].tag for one in own if tree.tokens[one].tag in FINITE]


def _stamped(tree: Tree, made: list[Token], clock: int) -> None:
    """Hang the time that opens an entry, and what the parser hung on it, on the verb of what is told."""
    told = next(tree.of(clock, "parataxis", "ccomp", "acl", "conj"), None)
    opens = clock + 1 < len(tree.tokens) and tree.tokens[clock + 1].lemma in DASHES
    if told is None or not opens or told < clock:
        return
    made[told] = replace(made[told], head=told, dep="root")
    made[clock] = replace(made[clock], head=told, dep="discourse")
    for one in tree.children[clock]:
        if one != told:
            made[one] = replace(made[one], head=told, dep="obl" if tree.dep(one) == "nmod" else tree.tokens[one].dep)
