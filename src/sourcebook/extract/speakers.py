"""What a source is, and whether it is named: from its words, its mentions and its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

from sourcebook.extract.entities import Cast
from sourcebook.extract.reading import Reading
from sourcebook.extract.sources import body, is_agency, is_institution, is_outlet, is_wire, sounds_like_outlet
from sourcebook.text.nouns import noun_class
from sourcebook.values.claims import LocalEntity
from sourcebook.values.kinds import LinkKind, NameKind
from sourcebook.values.spans import Span

HIDDEN = re.compile(
    r"\banonym|\bnot (?:to )?be(?:ing)? (?:named|identified)|\bunnamed\b|\bundisclosed\b|\bunidentified\b"
    r"|\b(?:not|n[’']t) (?:want|wish|like|agree)\w* (?:\w+ ){0,2}to be (?:named|identified|published|used)"
    r"|\b(?:not|n[’']t) giv\w+ (?:his|her|their) (?:full |last )?names?\b"
    r"|\bwith(?:held|hold\w*) (?:his|her|their) names?\b",
    re.IGNORECASE,
)


class Speakers:
    """The sources of one report."""

    __slots__ = ("_cast", "_reading")

    def __init__(self, reading: Reading, cast: Cast) -> None:
        self._reading = reading
        self._cast = cast

    def kind_of(
        self, span: Span, head: int | None, local: str | None, parties: frozenset[str]
    ) -> tuple[LinkKind, bool]:
        """Return what a source is, and whether it is unnamed."""
        words = self._reading.words(span)
        called = self._cast.called(local) if local is not None else None
        name = called.name if called is not None and called.named else ""
        around = self._reading.words(self._reading.sentence_of(span.start) or span)
        hidden = HIDDEN.search(words) is not None or (not name and HIDDEN.search(around) is not None)
        lemma = self._reading.tree.tokens[head].lemma.lower() if head is not None else ""
        described = _nouns(called.descriptions if called else ()) | self._titles(called)
        kind = called.kind if called is not None else None
        if not name and head is not None and self._reading.tree.tokens[head].pos == "PROPN":
            name, kind = words, self._reading.name_kind(head)
        elif head is not None and self._bare(span) and sounds_like_outlet(words):
            name, kind = words, None
        agency = is_wire(words) or (bool(name) and is_agency(name))
        institution = (is_institution(words) or is_institution(name)) and not agency
        if agency and not self._someone_of(lemma, kind, name):
            return LinkKind.AGENCY, not name
        if name and not institution:
            paper = kind is not NameKind.PERSON and (is_outlet(name) or bool(described & noun_class("outlet")))
            if paper or sounds_like_outlet(self._with_article(span, name)):
                return LinkKind.OUTLET, False
        if lemma in noun_class("outlet") and not institution:
            return LinkKind.OUTLET, not name
        if local is not None and local in parties:
            return LinkKind.PARTY, not name and not institution
        if lemma in ("source", "insider", "rumor", "rumour", "some", "other"):
            return LinkKind.UNKNOWN, not name
        if lemma in noun_class("document"):
            return LinkKind.DOCUMENT, not name and not self._names_somebody(span)
        if institution or lemma in noun_class("official") or described & noun_class("official"):
            someone = lemma in noun_class("person") and not lemma.startswith("spokes")
            unnamed = not name and (hidden or someone or not institution)
            return LinkKind.OFFICIAL, unnamed or hidden
        if name and kind is NameKind.PERSON:
            return LinkKind.PERSON, False
        if name:
            return (LinkKind.OUTLET if self._bare_name(span) and not body(name) else LinkKind.UNKNOWN), False
        if lemma in noun_class("person") or described & noun_class("person"):
            return LinkKind.PERSON, True
        return LinkKind.UNKNOWN, hidden or not name

    def _titles(self, called: LocalEntity | None) -> set[str]:
        """Return the noun of office right before a person's names, wherever the report has it ("spokesman X")."""
        tokens = self._reading.tree.tokens
        found = set()
        for span in called.name_spans if called is not None and called.kind is NameKind.PERSON else ():
            inside = self._reading.tokens_in(span)
            if inside and inside.start > 0 and tokens[inside.start - 1].pos in ("NOUN", "PROPN"):
                found.add(tokens[inside.start - 1].lemma.lower())
        return found & noun_class("role")

    def _names_somebody(self, span: Span) -> bool:
        return any(index in self._reading.name_at for index in self._reading.tokens_in(span))

    def _bare_name(self, span: Span) -> bool:
        """Tell whether a source is an organization's name that nothing else explains: most often an outlet."""
        head = self._reading.top(span)
        return head is not None and self._reading.name_kind(head) is NameKind.ORGANIZATION

    def _someone_of(self, lemma: str, kind: NameKind | None, name: str) -> bool:
        """
        Tell whether a source is a person, so that an agency among its words is only whom he works for.

        A name whose later parts are capitals ("Reuters TV") is no person's, whatever the reader took it for.
        """
        personal = kind is NameKind.PERSON and not all(part.isupper() for part in name.split()[1:])
        return personal or lemma in noun_class("person")

    def _with_article(self, span: Span, name: str) -> str:
        """Return a name with the article that the source's words begin with: people have none."""
        words = self._reading.words(span)
        return words if words.lower().startswith("the ") and words[4:] == name else name

    def _bare(self, span: Span) -> bool:
        """Tell whether words are nothing but a name."""
        tokens = self._reading.tree.tokens
        return all(tokens[one].pos in ("PROPN", "DET", "NUM", "PART") for one in self._reading.tokens_in(span))


def _nouns(descriptions: Iterable[str]) -> set[str]:
    """Return the words of descriptions in lower case, and what they are without the -s of a plural."""
    words = {one.lower() for text in descriptions for one in text.split()}
    return words | {one[:-1] for one in words if one.endswith("s")}
