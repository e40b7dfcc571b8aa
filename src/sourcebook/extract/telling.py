"""Whether an attribution puts words in its source's mouth, or only tells what the source does or speaks of."""

from __future__ import annotations

import re

from sourcebook.extract.answers import WITHHOLDS, answer_of
from sourcebook.extract.reading import Reading
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import CueKind
from sourcebook.values.marks import AttributionMark
from sourcebook.values.spans import Span

TELLING = frozenset(
    """
    say tell report announce state add claim assert declare note write reveal disclose acknowledge admit insist
    argue warn explain suggest stress emphasize emphasise underline maintain contend allege inform assure hear
    respond reply answer recall remark comment mention indicate imply testify complain point conclude post tweet
    retweet publish boast caution concede reiterate observe repeat describe detail recount document show chronicle
    quote cite read threaten propose hint signal statement allegation assertion rumor rumour announcement
    speculation belief news word warning suggestion accusation information argument account memo message letter
    reportedly allegedly supposedly purportedly accord according
    """.split()
)
"""Lemmas of cues whose content is what somebody says, a bare noun too ("reported clashes")."""

CALLING = frozenset(
    {"call", "characterize", "characterise", "brand", "label", "dub", "paint", "portray", "depict", "term"}
)
"""Verbs that say what something is."""

NAMING = re.compile(r"\b(?:known|referred to)(?: \w+)? as$|\b(?:dubbed|nicknamed)$", re.IGNORECASE)
"""Cues that give a name and tell of nobody's word ("also known as"): PolNeAR marks them, the record goes without."""

MEANWHILE = frozenset({"after", "as", "before", "until", "when", "while"})
"""Words that open what was so while somebody spoke; hung on the verb of saying, it is the report's."""


ASKED = frozenset(
    """
    request motion petition appeal application bid offer proposal plan invitation demand call deal agreement treaty bill
    measure nomination nominee candidate visa bail permission access entry license lawsuit case complaint resolution
    """.split()
)
"""What is asked for: turning it down is an act, and denies nothing that somebody said."""

GRANTED = ASKED - frozenset("offer proposal plan invitation demand call deal agreement treaty complaint".split())
"""What is given to who asks: "denied" withholds it, while "denied plans" or "denied a deal" says that there is none."""


def only_names(reading: Reading, mark: AttributionMark) -> bool:
    """Tell whether an attribution to nobody gives something's name."""
    return mark.source is None and mark.cue is not None and NAMING.search(reading.words(mark.cue)) is not None


def puts_in_words(reading: Reading, mark: AttributionMark, trigger: Span) -> bool:
    """
    Tell whether what a trigger tells is said by the source of the attribution in whose content it stands.

    "The council voted to expel the clerk", "the firm filed a complaint", "she declined to sign" are acts, and what they
    act on is told by the report itself. A quotation, a clause of its own ("made clear that …") and whatever follows a
    verb of saying is the source's.
    """
    if mark.cue is None or reading.quote_of(trigger) is not None:
        return True
    index, cue = reading.top(trigger), reading.top(mark.cue)
    if index is None or cue is None:
        return True
    if _meanwhile(reading, index, cue) or _occasion(reading, mark, index, cue) or refuses_to_act(reading, cue):
        return False
    if mark.cue_kind is not CueKind.SAYS or _relayed(reading, mark):
        return True
    tokens = reading.tree.tokens
    inside = [tokens[one] for one in reading.tokens_in(mark.cue)]
    lemmas = {one.lemma.lower() for one in inside}
    if lemmas & (TELLING | CALLING) or not any(one.pos in ("VERB", "NOUN", "ADJ") for one in inside):
        return True
    return mark.source is not None and _in_clause(reading, mark, trigger)


def _relayed(reading: Reading, mark: AttributionMark) -> bool:
    """Tell whether an attribution passes on what another one holds ("with reference to X, Y reported that …")."""
    return mark.parent is not None and reading.annotation.attributions[mark.parent].content == mark.content


def refuses_to_act(reading: Reading, index: int) -> bool:
    """Tell whether a verb withholds an act, not an answer ("declined to sign", "rejected the bid")."""
    tree = reading.tree
    lemma, thing = tree.tokens[index].lemma.lower(), tree.first(index, "obj", "nsubj:pass")
    if lemma in WITHHOLDS and tree.first(index, "xcomp") is not None:
        return answer_of(tree, index) is None
    asked = "" if thing is None else tree.tokens[thing].lemma.lower()
    if lemma == "deny":
        return asked in GRANTED
    return asked in ASKED and lemma in {"reject", "dismiss", "block", "refuse", "decline"}


def _meanwhile(reading: Reading, index: int, cue: int) -> bool:
    """Tell whether a word stands in a clause of time that hangs on the cue, or on the verb of a cue noun."""
    tree = reading.tree
    spoken = {cue, tree.clause_of(cue)}
    below = index
    for above in tree.above(index):
        if above in spoken:
            marks = {
                tree.tokens[one].lemma.lower() for one in (*tree.of(below, "mark", "advmod"), tree.below(below)[0])
            }
            quoted = "as" in marks and tree.first(below, "nsubj") is None
            return tree.dep(below) == "advcl" and bool(marks & MEANWHILE) and not quoted
        below = above
    return False


OCCASIONS = noun_class("document") | {"conference", "briefing", "meeting", "hearing", "ruling", "testimony", "remark"}
"""Nouns of what somebody speaks in."""


def _occasion(reading: Reading, mark: AttributionMark, index: int, cue: int) -> bool:
    """Tell whether a word only says of what kind the occasion was on which somebody spoke ("in a letter sent to X")."""
    tree = reading.tree
    for child in tree.of(cue, "obl"):
        apart = mark.source is None or not mark.source.holds(tree.tokens[child].span)
        held = index != child and index in tree.below(child)
        if held and apart and set(tree.cases(child)) & {"in", "at", "during"}:
            return tree.tokens[child].lemma.lower() in OCCASIONS and not _in_clause(
                reading, mark, tree.tokens[index].span
            )
    return False


def _in_clause(reading: Reading, mark: AttributionMark, trigger: Span) -> bool:
    """Tell whether a trigger stands in a whole clause of the content: its own, or one with "that" inside it."""
    tree = reading.tree
    content = next((one for one in mark.content if one.holds(trigger)), None)
    index = reading.top(trigger)
    if content is None or index is None:
        return False
    top = reading.top(content)
    while content.holds(tree.tokens[index].span):
        subject = tree.first(index, "nsubj", "csubj", "expl") is not None
        opened = any(tree.tokens[one].lemma.lower() == "that" for one in tree.of(index, "mark"))
        if opened or (index == top and subject and tree.dep(index) in ("ccomp", "parataxis", "root")):
            return True
        if index == top or tree.is_root(index):
            return False
        index = tree.tokens[index].head
    return False
