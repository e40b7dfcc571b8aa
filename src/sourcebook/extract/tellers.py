"""The whole words of a source, whose source it is, and whether words only say that a source stays unnamed."""

from __future__ import annotations

import re

from sourcebook.extract.reading import Reading
from sourcebook.extract.sources import is_agency
from sourcebook.text.nouns import noun_class
from sourcebook.values.kinds import NameKind
from sourcebook.values.marks import AttributionMark
from sourcebook.values.spans import Span

INSIDE = ("amod", "nmod", "det", "nummod", "compound", "nmod:poss")
"""Relations of words that stand in front of the noun that they belong to."""
TOLD_BY = frozenset({"source", "report", "insider", "account", "information", "correspondent", "reporter"})
"""Nouns whose owner passes on what they say: "its sources", "the paper's correspondent"."""
WITHHELD = re.compile(
    r"\b(?:ask|request|speak|spoke|insist|declin|refus|want|wish|prefer|choos|chose|remain|stay)\w*\b.{0,40}"
    r"(?:\banonym|\bunnamed\b|\b(?:named|identified|quoted by name)\b)"
    r"|\b(?:not|n[’']t|without being) (?:\w+ )?(?:authori[sz]ed|allowed|permitted|cleared) to "
    r"(?:speak|discuss|comment|talk|brief)\b",
    re.IGNORECASE | re.DOTALL,
)


def teller_of(reading: Reading, mark: AttributionMark) -> Span | None:
    """
    Return the whole words of a mark's source: the noun that its words lead to, with what hangs on that noun.

    Models cut sources short ("its" of "its sources", "one source close" of "one source close to X"); the cue and what
    is said never join them.
    """
    if mark.source is None:
        return None
    tree = reading.tree
    head = reading.top(mark.source)
    if head is None:
        return mark.source
    if head in reading.name_at:
        return _named(reading, mark, mark.source, head)
    for _ in range(3):
        above = tree.tokens[head].head
        leads = tree.tokens[head].dep in INSIDE and head < above <= head + 6
        noun = tree.tokens[above].pos in ("NOUN", "PROPN")
        if not leads or not noun or not _free(mark, tree.tokens[above].span):
            break
        head = above
    if tree.tokens[head].pos not in ("NOUN", "PROPN"):
        return mark.source
    phrase = tree.phrase_span(head)
    whole = Span(min(mark.source.start, phrase.start), max(mark.source.end, phrase.end))
    return whole if _free(mark, whole) else mark.source


def _named(reading: Reading, mark: AttributionMark, source: Span, head: int) -> Span:
    """Return a source that is a name with the words of a name right before it ("Radio" of "Radio Osk")."""
    tree = reading.tree
    name = reading.name_span(head) or source
    first = reading.tokens_in(name).start
    while first > 0 and tree.tokens[first - 1].pos == "PROPN" and tree.tokens[first - 1].head in (first, head):
        first -= 1
    start = min(source.start, tree.tokens[first].span.start)
    whole = Span(start, source.end)
    plain = source.start < name.end and name.start <= source.start
    return whole if plain and _free(mark, whole) else source


def _free(mark: AttributionMark, span: Span) -> bool:
    taken = [*mark.content, *([mark.cue] if mark.cue is not None else [])]
    return not any(one.overlaps(span) for one in taken)


def bearer_of(reading: Reading, span: Span, head: int) -> int:
    """
    Return the head of the person's name that a source with a title is or ends in, else the source's own head.

    A person whom the source is only beside or of ("sources close to X", "X's aide", "a son of X") is not the source.
    """
    tree = reading.tree
    inside = reading.tokens_in(span)
    for index in inside:
        name = reading.name_span(index)
        if name is None or reading.name_kind(index) is not NameKind.PERSON or not span.holds(name):
            continue
        own = [one for one in reading.tokens_in(name) if one in inside]
        apart = any(tree.tokens[one].dep == "nmod:poss" or tree.cases(one) for one in own)
        if not apart and _full(reading, name):
            top = reading.top(name)
            return head if top is None else _known_as(reading, own, top)
    return head


def _known_as(reading: Reading, own: list[int], top: int) -> int:
    """Return the token of a name that a mention is headed by; parsers hang a title's words between a name's."""
    return next((one for one in own if one in reading.mentioned), top)


def _full(reading: Reading, name: Span) -> bool:
    """Tell whether a name ends its phrase or stands alone: a people's adjective before a title is no bearer."""
    after = (
        reading.tokens_in(Span(name.end, min(name.end + 40, len(reading.text))))
        if name.end < len(reading.text)
        else range(0)
    )
    tokens = reading.tree.tokens
    if not after or reading.text[name.end : tokens[after[0]].span.start].strip():
        return True
    return tokens[after[0]].lemma.lower() not in noun_class("role")


def owner_of(reading: Reading, head: int | None) -> int | None:
    """Return the token of who passes a source's words on: the owner in "its sources"; None where nobody owns it."""
    if head is None or reading.tree.tokens[head].lemma.lower() not in TOLD_BY:
        return None
    return reading.tree.first(head, "nmod:poss")


def only_hears(reading: Reading, called: str) -> bool:
    """
    Tell whether a name of one word is a report's own ear: told and spoken to, never fully named, doing nothing itself.

    News names people in full when they first come up; an outlet goes by its short name ("speaking to Sahar").
    """
    if " " in called:
        return False
    tree = reading.tree
    for name in reading.annotation.names:
        words = reading.words(name.span).split()
        if called not in words:
            continue
        if SIGNED.match(reading.text, max(0, name.span.start - 1)):
            return True
        top = reading.top(name.span)
        if len(words) > 1 or top is None or tree.dep(top) not in ("obl", "obj", "iobj", "nmod"):
            return False
        governor = tree.tokens[tree.tokens[top].head].lemma.lower()
        asked = tree.tokens[top].dep == "nmod:poss" and governor in ASKED
        spoken = tree.tokens[top].dep != "nmod:poss" and governor in SPOKEN
        if not (asked or spoken):
            return False
    return True


SIGNED = re.compile(r"/[^/\n]{2,40}/")
"""An agency's name in its dateline: "OSK, May 4. /Sahar/"."""

ASKED = frozenset({"question", "inquiry", "enquiry", "query", "request"})
"""What an outlet has of its own where it is only heard of as asking."""
SPOKEN = frozenset({"speak", "talk", "respond", "reply", "interview", "comment", "tell", "say", "confirm", "statement"})
"""Verbs and nouns whose other side hears what is said."""


NOTE = re.compile(r"[(\[][^()\[\]]*?[-–—]\s*([A-Z][\w.’' -]{1,30}?)\s*[)\]]")
"""What an agency puts into others' words, signed with its name: "(the capital of Orin – TASS)"."""


def note_of(reading: Reading, trigger: Span) -> Span | None:
    """Return the agency that signs the bracket in which a trigger stands; None where none does."""
    start = max(reading.text.rfind("(", 0, trigger.start), reading.text.rfind("[", 0, trigger.start))
    match = NOTE.match(reading.text, start) if start >= 0 else None
    if match is None or match.end() < trigger.end or not is_agency(match.group(1)):
        return None
    signed = Span(*match.span(1))
    return signed if trigger.end <= signed.start else None


def stays_unnamed(words: str) -> bool:
    """
    Tell whether a clause only says that its source is not named.

    >>> stays_unnamed("who asked to remain anonymous"), stays_unnamed("who asked for more troops")
    (True, False)
    """
    return WITHHELD.search(words) is not None
