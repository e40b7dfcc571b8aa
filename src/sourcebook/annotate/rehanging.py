"""Words hung anew where the verbs around them leave one reading: who is counted, what is due, when it was said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sourcebook.text.trees import Tree
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
        elif token.lemma.lower() == "due" and token.dep in ("mark", "advmod") and tokens[token.head].pos == "VERB":
            _due(tree, made, place)
        elif token.lemma.lower() == "dead" and token.dep == "amod":
            _shot(tree, made, place)
        elif token.pos == "PROPN" and token.dep.startswith("nsubj"):
            _whose(tree, made, place)
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
