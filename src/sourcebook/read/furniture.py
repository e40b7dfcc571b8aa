"""Telling what a page carries around its story: forms, links, notices, bylines."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

LONGEST = 45
"""Words of the longest notice that is taken for furniture; longer paragraphs are read as story."""

LONGEST_CHARACTERS = 600
"""Unit: code points. A bound on what the patterns look at, so that no line can keep them busy."""

_NETWORK = (
    r"facebook|twitter|x|whats ?app|telegram|linkedin|reddit|pinterest|e-?mail|print|copy(?: link| url)?|link|"
    r"instagram|you ?tube|tumblr|messenger|viber|vk(?:ontakte)?|odnoklassniki|wechat|weibo|mastodon|bluesky|threads|"
    r"tik ?tok|flipboard|pocket|skype|line|share|tweet|pin(?: it)?|save|rss|sms|more|comments?|google(?: news|\+)?"
)
_GAP = r"[\s,|/·•&+]+(?:(?:and|or|on)\s+)?"

_FORMS = (
    r"leave a (?:reply|comment|response)(?: to .{1,60})?",
    r"(?:post|add|write|submit|send) (?:a |your )?(?:comment|reply|response|message)s?",
    r"cancel reply|reply|be the first to comment|comments are closed|no comments?(?: yet)?",
    r"(?:view|show) (?:all )?comments",
    r"comments?(?: ?\(\d+\))?|\d[\d,.]* (?:comments?|repl(?:y|ies)|responses?|shares?|likes?|views?)",
    r"(?:your )?(?:name|e-?mail(?: address)?|website|comment|message|nickname|phone|password|user ?name)",
    r"join the (?:conversation|discussion|debate)",
    r"(?:log|sign) ?(?:in|on|up|out)(?: (?:to|with|here|or|for) .{0,60})?|register(?: now| here)?|my account",
    r"you have entered an incorrect e-?mail address",
)

_HEADINGS = (
    (
        r"(?:related|recommended|popular|trending|latest|most (?:read|popular|viewed|shared)|more|top|other|similar|"
        r"featured)(?: (?:news|stor(?:y|ies)|articles?|posts?|topics?|links?|coverage|content|reading|videos?|now|"
        r"headlines|reports?|for you|here))*"
    ),
    r"you (?:may|might) (?:also )?(?:like|be interested in|have missed).{0,20}|recommended for you|for you",
    (
        r"more (?:from|on|in|about) .{1,60}|read (?:next|more|also|on)|up next|don[’']t miss|see also|also read|"
        r"editors?[’']?s? (?:picks?|choice)|what to read next|in case you missed it|around the web"
    ),
    (
        r"(?:sign up|subscribe)(?: (?:now|today|here|for free))?|newsletters?|follow us|connect with us|contact us|"
        r"stay (?:informed|connected|up to date|in touch)|about us|about the authors?|"
        r"share(?: this)?(?: (?:article|story|post|page|via|on))?"
    ),
)

_NOTICES = (
    rf"(?:{_NETWORK})(?:{_GAP}(?:{_NETWORK}))*",
    r"(?:share|tweet|print|e-?mail|bookmark) (?:this|via|on|with)\b.{0,60}|save this (?:article|story|page|post)",
    (
        r"(?:home|menu|search|close|open|back(?: to .{1,30})?|top|next|previous|"
        r"skip(?: to .{1,40})?|load(?:ing)?(?: more)?|show (?:more|less)|see (?:more|all)|view (?:more|all|gallery)|"
        r"expand|toggle .{1,30}|navigation|site ?map|"
        r"archives?|(?:older|newer) (?:posts?|entries)|(?:next|previous) (?:article|post|story|page))"
    ),
    r"[\w’' &.\-]{2,40}(?:\s*[›»>→]\s*[\w’' &.,:\-]{2,80}){1,6}",
    r"(?:[\w’' &\-]{2,24}\s*[|•·]\s*){2,12}[\w’' &\-]{2,24}",
    r"advertis(?:e|ing|ement)s?|ad|sponsored(?: content| by .{1,40})?|promoted|partner content|paid post",
    r"(?:story|article|content)? ?continues? (?:reading|below|after).{0,60}|scroll (?:down )?(?:to|for) .{1,40}",
    r"(?:©|\(c\))(?=.{0,80}(?:\d{4}|\brights\b)).{0,200}|copyright\s.{0,200}|.{0,120}\ball rights reserved\b.{0,120}",
    r"terms (?:of (?:use|service)|(?:and|&) conditions)|privacy(?: policy| notice)?|disclaimer|i agree|got it",
    r"cookies?(?: (?:policy|settings|preferences|notice))?|accept(?: all)?(?: cookies)?|manage (?:cookies|preferences)",
    r"(?:#\w+[\s,;]*)+",
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|posted in|tagged(?: with| as)?|labels?)\s*:.{0,200}",
    r"\d{1,3} ?min(?:ute)?s?\.?(?: read)?|reading time.{0,30}|now playing|enlarge(?: (?:this )?image)?",
    r"listen|watch|play|video|audio|photos?|gallery|live|transcript|slideshow",
    r"listen to (?:this|the) (?:article|story|report).{0,30}",
    r"\d{1,3}|page \d+(?: of \d+)?|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?",
    r"-+ ?(?:30|end|ends|###) ?-+|#{2,}|[*_=~\-–—•·.]{2,}",
)

_OPENINGS = (
    r"sign up (?:for|to|now|here|today|and)\b",
    r"subscribe (?:to|for|now|here|today|and)\b",
    (
        r"(?:get|receive) (?:the|our|your|breaking|more|daily|all|updates|news)\b.{0,80}"
        r"(?:newsletter|inbox|e-?mail|alerts?|app)\b"
    ),
    r"join (?:our|us on|the) .{0,40}(?:newsletter|channel|telegram|whatsapp|community|mailing list|conversation)",
    r"(?:follow|like|find|join) (?:us|me) (?:on|at|in|@)\b|follow @\w+|connect with us\b",
    rf"follow [^.]{{1,80}}\bon (?:{_NETWORK})\b",
    r"(?:click|tap|press) (?:here|to|on|below|the)\b|download (?:our|the) .{0,30}\bapp\b",
    r"by (?:signing up|subscribing|clicking|submitting|continuing|using this)\b.{0,40}\b(?:you|our)\b",
    r"(?:we|this (?:web)?site|our (?:web)?site).{0,40}\bus(?:e|es|ing) (?:cookies|akismet)\b|we value your privacy\b",
    r"your e-?mail address will not be published\b|required fields are marked\b|all fields are required\b",
    r"notify me (?:of|by|when|via)\b|save my name\b|you must (?:be logged|log|sign|register)\b",
    r"please (?:enter|fill (?:in|out)|log ?in|sign ?in|register|subscribe|enable|type|input|select|disable) ",
    r"(?:enter|confirm) your (?:e-?mail|name|password|comment)\b",
    r"don[’']t have an account\b|already (?:a|have an) \w+\?",
    r"(?:read (?:more|also|next|the full \w+)|also read|see also|related(?: \w+)?|more(?: on| from)?)\s?[:|»›>]\s?",
    r"(?:watch(?: also| now| live)?|listen|video|don[’']t miss|recommended|must read)\s?[:|»›>]\s?",
    r"read (?:more|the (?:full|original|whole) \w+|the rest) (?:on|at|in|about|here|of|from)\b",
    r"(?:continue|keep) reading\b|story continues\b|article continues\b",
    r"have (?:a (?:tip|story|question|correction)|something to (?:say|add)|an opinion)\b.{0,80}\?",
    r"(?:send|e-?mail|write to|contact) (?:us|the (?:author|reporter|writer|editor)s?|[\w .]{1,40}\bat \S+@)",
    r"support (?:our|independent|quality) journalism\b|donate (?:now|today|to)\b",
    r"become a (?:member|subscriber|patron|supporter)\b(?: of)?(?: our)?[^,]{0,40}$",
    r"the post .{1,160} appeared first on\b",
    r"this (?:content|feature) (?:is|requires) (?:only )?(?:available|javascript)\b",
    r"(?:the views|views|opinions) (?:and opinions )?expressed\b",
    r"we(?: would|[’']d) (?:love|like) to hear (?:from you|what you)\b|tell us what you think\b",
)

_CREDITS = (
    (
        r"(?i:(?:(?:additional|with) )?(?:reporting|writing|editing|text|compiled|edited|written|translated|produced|"
        r"story|photographs?|photography|research) by )[A-Z].{1,240}"
    ),
    r".{2,160} contributed (?:reporting|research|to th(?:is|e) (?:report|story|article|piece))\b.{0,80}",
)

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S+@\S+\.\w{2,}")

_BYLINE = re.compile(
    r"(?i:by|from|text by|story by|written by|posted by|author:?)\s+"
    r"[A-Z][\w.'’\-]*(?:,?\s+(?:and|&|for|of|in|the|at|via|de|al|bin|van|von|[A-Z@|][\w.'’\-]*)){0,14}\s*",
)


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The phrases, compiled. They match whole lines, but ``opening``, which matches where lines begin."""

    form: re.Pattern[str]
    heading: re.Pattern[str]
    notice: re.Pattern[str]
    credit: re.Pattern[str]
    opening: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    """Compile the phrases when the first line asks, since that takes longer than all else in importing the package."""
    return _Patterns(
        form=_whole(_FORMS),
        heading=_whole(_HEADINGS),
        notice=_whole(_NOTICES),
        credit=re.compile(rf"[(\[]?(?:{'|'.join(_CREDITS)})[.)\]]*"),
        opening=re.compile(rf"[\s•·*▪►▶→»>|\[(]*(?:{'|'.join(_OPENINGS)})", re.IGNORECASE),
    )


def _whole(patterns: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"[\s•·*▪►▶→»«>|\[(\-–—]*(?:{'|'.join(patterns)})[\s:.!…»›>→*|)\]\-–—]*", re.IGNORECASE)


def is_furniture(text: str, words: int) -> bool:
    """
    Tell whether a line is no part of the story, by its own words alone.

    >>> is_furniture("LEAVE A REPLY", 3), is_furniture("Please enter your comment!", 4)
    (True, True)
    >>> is_furniture("He asked them to leave a reply at the gate.", 10)
    False
    """
    if words > LONGEST or len(text) > LONGEST_CHARACTERS:
        return False
    known = _patterns()
    if known.opening.match(text):
        return True
    return any(one.fullmatch(text) for one in (known.form, known.heading, known.notice, known.credit))


def opens_list(text: str) -> bool:
    """
    Tell whether a furniture line heads others: a comment form's title, "Related articles", "Newsletter".

    The short lines under it are furniture too, whatever they say.
    """
    known = _patterns()
    return known.form.fullmatch(text) is not None or known.heading.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """
    Tell whether a line is nothing but a web or mail address. Above and below a story it is furniture; inside it, the
    story's own.
    """
    return _ADDRESS.fullmatch(text) is not None


def is_byline(text: str) -> bool:
    """
    Tell whether a line says only who wrote the report. Meant for the lines above a story.

    >>> is_byline("By Ola Brandt and Jo Roe, Valley Post"), is_byline("By nightfall the dam had held.")
    (True, False)
    """
    return _BYLINE.fullmatch(text) is not None
