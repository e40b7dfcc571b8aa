"""Lemmas, by endings and exceptions learned from treebanks (``training/lemmas.py``)."""

from __future__ import annotations

import json
from functools import cache, lru_cache
from importlib.resources import files

from sourcebook.annotate.events.lexicon import lexicon
from sourcebook.text.stems import stem

LONGEST = 7
"""Longest ending in the table. Unit: letters."""
PASTS = ("VERB VBD", "VERB VBN")
"""Tags of forms of which many are irregular."""
GERUND = ("ing", "in'", "in’")
MODALS = frozenset({"must", "should", "would", "could", "might", "ought", "shall", "may", "can", "will"})
"""Auxiliaries without other forms (Quirk et al. 1985, § 3.39), whatever they are tagged."""
REGULAR = ("ed", "s", "ing")
"""Endings of regular verbs."""


@cache
def _table() -> dict[str, dict[str, dict[str, str]]]:
    raw = (files("sourcebook.annotate") / "data" / "lemmas.json").read_text(encoding="utf-8")
    table: dict[str, dict[str, dict[str, str]]] = json.loads(raw)
    return table


@cache
def _bases() -> frozenset[str]:
    """Return the lemmas of verbs that the treebanks have, and those that tell acts."""
    acts = lexicon()
    return frozenset(_table()["bases"]["VERB"][""].split()) | acts.verbs.keys() | acts.phrases.keys()


@lru_cache(maxsize=1 << 15)
def lemma(form: str, upos: str, xpos: str) -> str:
    """
    Return the lemma of a word with these tags: of proper nouns in their own casing, else in lower case.

    >>> lemma("Talks", "VERB", "VBZ"), lemma("went", "VERB", "VBD"), lemma("envoys", "NOUN", "NNS")
    ('talk', 'go', 'envoy')
    >>> lemma("boycotted", "VERB", "VBD"), lemma("shelling", "VERB", "VBG"), lemma("blockaded", "VERB", "VBD")
    ('boycott', 'shell', 'blockade')
    >>> lemma("withdrew", "VERB", "VB"), lemma("fled", "VERB", "VBD"), lemma("refrain", "VERB", "VBN")
    ('withdraw', 'flee', 'refrain')
    >>> lemma("begin", "VERB", "VBG")  # a tag that the form can't have
    'begin'
    """
    base = form if upos == "PROPN" else form.lower()
    if upos == "AUX" and base in MODALS:
        return base
    table = _table()
    tags = f"{upos} VB" if xpos == "VBG" and not base.endswith(GERUND) else f"{upos} {xpos}"
    known = table["words"].get(tags, {}).get(base)
    if known is not None:
        return known
    made = _by_rule(base, tags)
    return _verb(base, made) if upos == "VERB" else made


@lru_cache(maxsize=1 << 12)
def pasts(verb: str) -> tuple[str, ...]:
    """
    Return the forms that a verb's past can have and that do not begin with its stem, by letter.

    They are those that the tables lead back to it, so a few are no words.

    >>> "met" in pasts("meet"), "said" in pasts("say"), pasts("kill")
    (True, True, ())
    """
    table = _table()
    forms = {form for tags in PASTS for form, base in table["words"].get(tags, {}).items() if base == verb}
    for tags in PASTS:
        for ending, edit in table["rules"].get(tags, {}).items():
            cut, added = int(edit[0]), edit[1:]
            form = verb.removesuffix(added) + ending[len(ending) - cut :]
            if verb.endswith(added) and form.endswith(ending) and _by_rule(form, tags) == verb:
                forms.add(form)
    return tuple(sorted(one for one in forms if not one.startswith(stem(verb))))


def _verb(form: str, made: str) -> str:
    """
    Return the lemma of a verb whose tag may be wrong: what the rules made of it if that is a verb, else what is one.

    A form known as a past under another tag has its lemma; else one of the lemmas that the rules of the other tags
    make, if it is known; what does not end as regular verbs do stays as it is.
    """
    bases, table = _bases(), _table()["words"]
    if made in bases:
        return made
    for tags in PASTS:
        if form in table.get(tags, {}):
            return table[tags][form]
    if form in bases or not form.endswith(REGULAR):
        return form
    for tags in (*PASTS, "VERB VBZ", "VERB VBG"):
        other = _by_rule(form, tags)
        if other in bases:
            return other
    return next((other for other in _spelled(form) if other in bases), made)


def _spelled(form: str) -> tuple[str, ...]:
    """Return what a regular form may come from by spelling alone: the stem, with its e, with one letter for two."""
    stem = next(form.removesuffix(end) for end in REGULAR if form.endswith(end))
    return stem, f"{stem}e", stem[:-1], f"{stem[:-1]}y"


def _by_rule(base: str, tags: str) -> str:
    """Return the form with the edit of its longest known ending."""
    rules = _table()["rules"].get(tags, {})
    for size in range(min(LONGEST, len(base) - 1), -1, -1):
        edit = rules.get(base[len(base) - size :])
        if edit is not None:
            return base[: len(base) - int(edit[0])] + edit[1:]
    return base
