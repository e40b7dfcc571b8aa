"""
The labels of every head, in the order of the head's outputs.

Relations and part-of-speech tags are those that occur more than 20 times in the training portions of UD English-EWT
and GUM v11 (counted over both); a rarer subtype falls back to its relation without subtype.
"""

IGNORE = -100
"""Marks a word that a loss leaves out; the value that ``torch.nn.functional.cross_entropy`` ignores by default."""

UPOS = (
    "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON", "PROPN", "PUNCT", "SCONJ", "SYM",
    "VERB", "X",
)  # fmt: skip
XPOS = (
    "NN", "IN", "DT", "NNP", "JJ", "PRP", "RB", ".", ",", "NNS", "VB", "CC", "VBD", "VBP", "VBZ", "CD", "VBN", "VBG",
    "TO", "PRP$", "MD", "-RRB-", "-LRB-", ":", "WDT", "WRB", "UH", "``", "HYPH", "''", "WP", "POS", "RP", "NNPS", "JJR",
    "JJS", "EX", "RBR", "SYM", "NFP", "FW", "$", "GW", "ADD", "PDT", "RBS", "LS", "AFX", "WP$",
)  # fmt: skip
RELATIONS = (
    "punct", "case", "det", "nsubj", "root", "advmod", "amod", "obj", "obl", "nmod", "conj", "compound", "cc", "mark",
    "aux", "cop", "nmod:poss", "advcl", "xcomp", "flat", "acl:relcl", "ccomp", "acl", "appos", "aux:pass", "nummod",
    "parataxis", "nsubj:pass", "nmod:unmarked", "obl:unmarked", "discourse", "compound:prt", "expl", "fixed", "iobj",
    "list", "obl:agent", "dep", "nmod:desc", "csubj", "nsubj:outer", "advcl:relcl", "det:predet", "vocative",
    "reparandum", "goeswith", "cc:preconj", "orphan", "dislocated", "csubj:pass",
)  # fmt: skip
SENTENCE = ("inside", "start")


def bio(*kinds: str) -> tuple[str, ...]:
    """
    Return the tags that mark spans of these kinds word by word.

    >>> bio("cue")
    ('O', 'B-cue', 'I-cue')
    """
    return ("O", *(f"{edge}-{kind}" for kind in kinds for edge in "BI"))


NAMES = bio("person", "organization", "place", "event", "misc")
ATTRIBUTION = bio("source", "cue", "content")
TIMES = bio("date", "time", "duration", "set")
MENTION = ("none", "single", "coreferring")
TYPES = (
    "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST",
    "SANCTION", "SUPPORT", "THREATEN", "YIELD", "NONE",
)  # fmt: skip
"""The 15 roots of PLV (the older PLOVER, whose YIELD is now CONCEDE or RETREAT), and no event."""


def names_mask(*tags: str) -> int:
    """
    Return the bit mask that allows these tags of ``NAMES``; a bare kind stands for its two; none: all.

    >>> names_mask("O", "person")
    7
    """
    every = tags or NAMES
    return sum(1 << place for place, name in enumerate(NAMES) if name in every or name[2:] in every)


LISTS: dict[str, tuple[str, ...]] = {
    "upos": UPOS,
    "xpos": XPOS,
    "sentence": SENTENCE,
    "relations": RELATIONS,
    "names": NAMES,
    "attribution": ATTRIBUTION,
    "times": TIMES,
    "mention": MENTION,
    "type": TYPES,
}
"""All lists by the name of their output; ``relations`` are those of the finished relation scores."""


def relation(written: str) -> int:
    """
    Return the number of a relation, that of its base where the subtype is unknown, and ``IGNORE`` where both are.

    >>> RELATIONS[relation("nsubj:strange")]
    'nsubj'
    """
    for name in (written, written.split(":", 1)[0]):
        if name in RELATIONS:
            return RELATIONS.index(name)
    return IGNORE


def number(names: tuple[str, ...], name: str) -> int:
    """Return the place of a label in its list, ``IGNORE`` if it isn't there."""
    return names.index(name) if name in names else IGNORE


def spans_of(tags: list[int], names: tuple[str, ...]) -> list[tuple[int, int, str]]:
    """
    Return the spans that well-formed or ill-formed tags mark: first word, word after the last, kind.

    An I without its B starts a span.

    >>> spans_of([1, 2, 0, 3], bio("date", "time"))
    [(0, 2, 'date'), (3, 4, 'time')]
    """
    found: list[tuple[int, int, str]] = []
    start, kind = 0, ""
    for place, tag in enumerate([*tags, 0]):
        name = names[tag] if tag >= 0 else "O"
        if kind and (name == "O" or name[0] == "B" or name[2:] != kind):
            found.append((start, place, kind))
            kind = ""
        if name != "O" and not kind:
            start, kind = place, name[2:]
    return found
