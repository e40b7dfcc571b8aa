"""Headline, body, caption, furniture; and the separate stories on a page."""

import pytest
from madefiles import STORY, body, kinds, report

TITLES = [
    "Vell Dam Holds for a Second Night",
    "Dam at Vell holds, keeper says",
    "Vell dam holds through the rain, its keeper says.",
]


@pytest.mark.parametrize("title", TITLES)
def test_first_line_is_the_headline(title: str) -> None:
    found = report("a.txt", f"{title}\n\n{STORY}")
    assert kinds(found)[0] == ("headline", title)
    assert found.title == title


def test_a_page_can_begin_with_its_story() -> None:
    found = report("a.txt", STORY)
    assert [kind for kind, _ in kinds(found)] == ["body", "body"]
    assert found.title is None


def test_a_dateline_is_no_headline() -> None:
    assert kinds(report("a.txt", f"SORN (VP) — The dam at Vell held again overnight.\n\n{STORY}"))[0][0] == "body"


@pytest.mark.parametrize(
    "caption",
    [
        "vlp00123456 Ola Brandt, keeper of a dam, looks on in Sorn, 27 March 2031. EPA-EFE/JO ROE / POOL",
        "Ola Brandt speaks at the dam in Vell on March 27, 2031. REUTERS/Jo Roe",
        "The dam at Vell after the second night of rain. (Jo Roe/Vell Post)".replace("Vell Post", "AP"),
        "FILE - The keeper of the dam, Ola Brandt, in her office in Sorn last year.",
        "File photo: the old bridge at Sorn before the flood",
        "Photo: Jo Roe / Vell Post",
        "vp-2207 Ola Brandt arrives at the town hall in Sorn, 9 March 2031. VALLEY PHOTO/JO ROE",
        "The keeper of the dam in her office in Sorn. Vell Post / Jo Roe",
        "The dam at Vell. Photo: Jo Roe",
        "Water over the road to Sorn. [Jo Roe/Reuters]",
        "In this handout photo the keeper of the dam shows the gate.",
        "Ola Brandt (L) shakes hands with Jo Roe (R) in Sorn on 4 May 2031.",
        "© Vell Post / Jo Roe",
        "Getty Images",
    ],
)
@pytest.mark.parametrize("place", ["top", "middle"])
def test_captions_and_credits_are_told_apart(caption: str, place: str) -> None:
    first, second = STORY.strip().split("\n\n")
    raw = f"{caption}\n\n{first}\n\n{second}" if place == "top" else f"{first}\n\n{caption}\n\n{second}"
    assert ("caption", caption) in kinds(report("a.txt", raw))
    assert body(report("a.txt", raw)) == [first, second]


@pytest.mark.parametrize(
    "sentence",
    [
        "She looks on the bright side, Ola Brandt told reporters in Sorn on 4 May 2031.",
        "He asked them to leave a reply at the gate of the dam and to sign up for the watch.",
        "Share prices in Sorn fell for a third day.",
        "The council will read more letters next week, according to its clerk.",
        "Follow the money, Ola Brandt told the council.",
        "By Monday the road to Sorn was open again.",
        "More than forty people were brought to the school in Sorn.",
        "The poll was taken by the Vell Post/Sorn Radio panel in May.",
        "Related claims were rejected by the court in Sorn.",
        "Watch towers along the river were manned all night, the keeper said.",
        "The photo of the dam was published on Monday by the mayor.",
        "Updated maps of the valley were handed to the villages on Monday.",
        "Listen to her, he told the crowd, and go home.",
        "Join the army or leave the valley, the leaflet told the villagers.",
        "Support our fighters, the group's leader told the crowd in Sorn.",
        "Contact with the three villages was lost on Monday night.",
        "Name one village that was warned, the deputy asked the minister.",
    ],
)
def test_sentences_of_the_story_stay_body(sentence: str) -> None:
    """The trade's phrases are also ordinary words; a lost sentence is a lost claim."""
    first, second = STORY.strip().split("\n\n")
    assert ("body", sentence) in kinds(report("a.txt", f"{first}\n\n{sentence}\n\n{second}"))


@pytest.mark.parametrize(
    "line",
    [
        "LEAVE A REPLY",
        "Leave a comment",
        "Please enter your comment!",
        "Your email address will not be published. Required fields are marked *",
        "Save my name, email, and website in this browser for the next time I comment.",
        "Share this article",
        "Facebook Twitter WhatsApp Email",
        "Facebook | Twitter | Telegram",
        "Sign up for our daily newsletter and get the news in your inbox.",
        "Subscribe to our channel",
        "Follow us on Telegram",
        "We use cookies to give you the best experience.",
        "This website uses cookies.",
        "Read more: Road to Sorn closed after the rain",
        "READ MORE",
        "ALSO READ | Road to Sorn closed",
        "Related articles",
        "You may also like",
        "#Vell #Sorn #dam",
        "Tags: Vell, dam, rain",
        "Filed under: Valley",
        "© 2031 Vell Post. All rights reserved.",
        "Copyright 2031 Vell Post",
        "Advertisement",
        "Story continues below advertisement",
        "Home › Valley › Dams",
        "3 min read",
        "12 Comments",
        "Reporting by Jo Roe; Editing by Ola Lind",
        "(Reporting by Jo Roe in Sorn; editing by Ola Lind)",
        "The post Dam holds appeared first on Vell Post.",
        "-30-",
    ],
)
def test_furniture_is_marked_and_kept(line: str) -> None:
    found = report("a.txt", f"{STORY}\n{line}\n\nThe keeper will report again on Tuesday, Ola Brandt said in Sorn.")
    assert ("furniture", line) in kinds(found)
    assert len(body(found)) == 3


@pytest.mark.parametrize(
    "line",
    [
        "By Jo Roe",
        "By Jo Roe and Ola Lind, Vell Post",
        "Published: 4 May 2031",
        "4 May 2031, 10:15 GMT",
        "Jo Roe | May 4, 2031",
        "Updated on May 4, 2031 at 10:15 am",
    ],
)
def test_bylines_and_dates_above_a_story_are_furniture(line: str) -> None:
    assert ("furniture", line) in kinds(report("a.txt", f"Dam at Vell holds\n{line}\n{STORY}"))


def test_an_address_is_furniture_around_a_story_and_its_own_inside() -> None:
    first, second = STORY.strip().split("\n\n")
    address = "https://vell.example/dam"
    found = report("a.txt", f"{address}\n{first}\n{address}\n{second}\n{address}")
    assert [kind for kind, _ in kinds(found)] == ["furniture", "body", "body", "body", "furniture"]


def test_lines_under_a_form_go_with_it() -> None:
    """What a form asks differs from page to page; its title does not."""
    raw = f"{STORY}\nLEAVE A REPLY\n\nWhat is three plus four\nYour pen name\nYour village"
    assert [kind for kind, _ in kinds(report("a.txt", raw))] == ["body", "body", *["furniture"] * 4]


def test_story_goes_on_after_a_notice() -> None:
    raw = f"{STORY}\nRelated articles\nRoad to Sorn closed\nMore rain on the way\n\n{STORY}"
    assert [kind for kind, _ in kinds(report("a.txt", raw))] == ["body", "body", *["furniture"] * 3, "body", "body"]


def test_section_headings_do_not_cut_the_story() -> None:
    raw = f"{STORY}\nA long night\n\n{STORY}"
    found = report("a.txt", raw)
    assert ("headline", "A long night") in kinds(found)
    assert {one.item for one in found.passages} == {0}


ITEMS = (
    "Vell dam holds for a second night\n"
    "The dam at Vell held through a second night of rain, its keeper Ola Brandt said on Monday in Sorn.\n"
    "Two villages were cleared as a precaution, and nobody was hurt, she told reporters.\n"
    "Bridge at Sorn closed to lorries\n"
    "Lorries may no longer cross the bridge at Sorn, which was closed to them after cracks were found on Friday.\n"
    "The council wants to open it again in autumn, its clerk Jo Roe said.\n"
    "Minister promises money for the valley.\n"
    "The minister of works has promised money for the valley, saying the repairs would begin before the winter.\n"
    "An Evening with Ola Brandt on the Vell Dam. The keeper of the dam tells of her years there in the town hall.\n"
)


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_page_of_several_stories_is_cut(gap: str) -> None:
    found = report("a.txt", ITEMS.replace("\n", gap))
    heads = [(one.item, one.span.of(found.text)) for one in found.passages if one.kind.value == "headline"]
    assert heads == [
        (0, "Vell dam holds for a second night"),
        (1, "Bridge at Sorn closed to lorries"),
        (2, "Minister promises money for the valley."),
        (3, "An Evening with Ola Brandt on the Vell Dam."),
    ]
    assert [one.item for one in found.passages] == sorted(one.item for one in found.passages)
    assert found.title is None


def test_the_name_of_a_page_can_stand_above_its_first_story() -> None:
    raw = ITEMS.replace("Minister promises money for the valley.", "Minister promises money")
    found = report("a.txt", f"Vell Post - The Week\n{raw}")
    heads = [(one.item, one.span.of(found.text)) for one in found.passages if one.kind.value == "headline"]
    assert heads[:4] == [
        (0, "Vell Post - The Week"),
        (0, "Vell dam holds for a second night"),
        (1, "Bridge at Sorn closed to lorries"),
        (2, "Minister promises money"),
    ]


def test_a_long_section_heading_does_not_cut_a_story_that_goes_on() -> None:
    """Web pages head their sections with whole statements; the people below them need no introduction any more."""
    raw = (
        "Vell dam holds for a second night\n\n"
        "The dam at Vell held through a second night of rain, its keeper Ola Brandt said on Monday in Sorn.\n\n"
        "Two villages were cleared as a precaution, and nobody was hurt, she told reporters at the gate.\n\n"
        "Brandt says repairs cannot wait\n\n"
        "Brandt said that the repairs at the gate cannot wait for another winter, as she told the council.\n"
    )
    found = report("a.txt", raw)
    assert ("headline", "Brandt says repairs cannot wait") in kinds(found)
    assert {one.item for one in found.passages} == {0}
    introduced = raw.replace("Brandt said that", "The keeper of the dam, Ola Brandt, said that")
    assert {one.item for one in report("a.txt", introduced).passages} == {0, 1}


def test_a_caption_above_a_further_story_goes_with_it() -> None:
    raw = ITEMS.replace("Bridge at", "Photo: Jo Roe / Vell Post\nBridge at", 1)
    found = report("a.txt", raw)
    (caption,) = (one for one in found.passages if one.kind.value == "caption")
    assert caption.item == 1


def test_a_second_headline_is_no_second_story() -> None:
    raw = f"Vell dam holds for a second night\nKeeper of Vell dam sees no danger\n{STORY}"
    found = report("a.txt", raw)
    assert {one.item for one in found.passages} == {0}


def test_a_given_title_is_recognized() -> None:
    long = "The keeper of the dam at Vell told the council in Sorn on Monday night that it would hold whatever the rain"
    found = report("a.txt", f"---\ntitle: {long}\n---\n{long}.\n\n{STORY}")
    assert kinds(found)[0] == ("headline", f"{long}.")
