"""Whether a line rests on the word of somebody who is not named."""

from __future__ import annotations

import regex

from sourcebook.tell.index import Index
from sourcebook.tell.resolving import PRONOUNS
from sourcebook.values.claims import ChainLink, Claim
from sourcebook.values.kinds import LinkKind, NameKind
from sourcebook.values.links import Entity

_HEARSAY = regex.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|rumou?r\w*|purported\w*|sources?|insiders?|"
    r"(?:is|are|was|were) (?:said|believed|thought|reported|understood|alleged))\b",
    regex.IGNORECASE,
)
"""Words that leave open whose word it is."""

_POST = regex.compile(
    r"^(?:the|\p{Lu}[\p{L} ]*[’']s?) .*\b(?:president|premier|minister|secretary|director|chief|chair(?:man|woman)|"
    r"governor|mayor|king|queen|pope|leader|ambassador|commander|spokes(?:man|woman|person)|congress(?:man|woman)|"
    r"senator|judge|prosecutor|lawyer|attorney|head)$|"
    r"^the (?:president|prime minister|governor|mayor|king|queen|pope)$",
    regex.IGNORECASE,
)
"""Who holds a post that one person holds is known, though the sentence has no name."""

_PEOPLE = regex.compile(
    r"\b(?:officials?|people|persons?|those|aides?|advis[eo]rs?|witness(?:es)?|residents?|members?|experts?|analysts?|"
    r"\p{Ll}+men|\p{Ll}+women)\b",
    regex.IGNORECASE,
)


def of_unnamed(found: Index, claim: Claim, words: str) -> bool:
    """
    Tell whether a line puts its words in the mouth of somebody unnamed, or says itself that it is hearsay.

    A document, an outlet, and whoever holds a post that one person holds are known, though no name stands there; who
    says "I" or "they" is whoever says so further out.
    """
    if _HEARSAY.search(words) and not _of_somebody(found, claim):
        return True
    for link in reversed(claim.attribution):
        entity = found.entity(link.local)
        said = "" if link.span is None else " ".join(found.words(claim.report, link.span).split())
        if said.casefold() in PRONOUNS and (entity is None or not entity.named):
            continue
        return said != "" and not _known(link, entity, said)
    return False


def _of_somebody(found: Index, claim: Claim) -> bool:
    """Tell whether somebody with a name, who passes nothing on, says it: hearsay in it is hearsay that he tells."""
    last = claim.attribution[-1] if claim.attribution else None
    entity = None if last is None else found.entity(last.local)
    return entity is not None and entity.named and entity.kind is NameKind.PERSON


def _known(link: ChainLink, entity: Entity | None, said: str) -> bool:
    if entity is not None and entity.named:
        return True
    if link.kind in {LinkKind.DOCUMENT, LinkKind.SOCIAL} or _POST.search(said):
        return True
    if " " not in said and said[:1].isupper() and _PEOPLE.search(said) is None and not said.endswith("s"):
        return True
    if link.kind in {LinkKind.OUTLET, LinkKind.AGENCY}:
        return said[:1].isupper()
    return (entity is None or entity.kind not in {NameKind.PERSON, NameKind.GROUP}) and _PEOPLE.search(said) is None
