"""Plain text and Markdown: encodings, invisible characters, wrapped lines, front matter."""

import codecs
import unicodedata

import pytest
from madefiles import STORY, body, kinds, loaded, refused, report

from sourcebook.values.reports import Basis


def test_text_is_kept_and_its_bytes_too() -> None:
    """Evidence points into the text, so nothing may move; the digest is the original's."""
    found = loaded("dam.txt", STORY.encode())
    assert found.report.text == STORY
    assert found.original == STORY.encode()
    assert found.media_type == "text/plain"
    assert (found.encoding, found.notes) == ("utf-8", ())
    assert found.report.path == "dam.txt"


def test_line_ends_marks_and_invisible_characters_go() -> None:
    raw = "\ufeffThe\u00a0Vell\u200b dam\r\nheld\u00ad fast\rall\u2028night \u202eat Sorn\u202c.\x07"
    assert report("a.txt", raw).text == "The Vell dam\nheld fast\nall\nnight at Sorn."


def test_text_is_composed() -> None:
    """The same name typed on two systems is one name."""
    found = report("a.txt", unicodedata.normalize("NFD", "Renée Müller spoke in Sorn."))
    assert found.text == "Renée Müller spoke in Sorn."


def test_joiners_stay_where_a_script_needs_them() -> None:
    persian = "می\u200cخواهم"
    assert report("a.txt", f"He said {persian} in Sorn.").text == f"He said {persian} in Sorn."
    assert report("a.txt", "Vell\u200dDam").text == "VellDam"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_encodings_are_recognized(encoding: str) -> None:
    found = loaded("a.txt", STORY.replace("Ola", "Åse").encode(encoding))
    assert found.report.text == STORY.replace("Ola", "Åse")
    assert found.notes == ()


def test_western_text_is_read_and_the_assumption_told() -> None:
    found = loaded("a.txt", "The dam’s keeper, Renée Brandt, said “it held” – all night.".encode("cp1252"))
    assert found.report.text == "The dam’s keeper, Renée Brandt, said “it held” – all night."
    assert found.encoding == "cp1252"
    assert len(found.notes) == 1


def test_cyrillic_text_is_read() -> None:
    words = "Плотина выдержала вторую ночь дождя, сообщил в понедельник её смотритель. " * 4
    found = loaded("a.txt", words.encode("cp1251"))
    assert found.report.text == words
    assert found.notes


def test_damaged_utf8_names_the_byte() -> None:
    """Guessing another encoding would turn every other letter to garbage without a word."""
    raw = "Renée Müller and Åse Sørensen met in Čáslav.".encode()
    at = raw.index("ü".encode())
    fault = refused("a.txt", raw[:at] + raw[at + 1 :])
    assert (fault.file, fault.place) == ("a.txt", f"byte {at}")


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "white space"),
        (bytes(range(256)) * 20, "binary"),
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04abc", "ZIP"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, word: str) -> None:
    assert word in refused("a.txt", data).why


def test_wrapped_lines_are_joined_and_no_offset_moves() -> None:
    words = (STORY.split("\n")[0] + " ") * 6
    lines, line = [], ""
    for word in words.split():
        if len(line) + 1 + len(word) > 70:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    raw = "\n".join([*lines, line]) + "\n\nA second paragraph stands by itself, said Ola Brandt.\n"
    found = report("a.txt", raw)
    assert len(found.text) == len(raw)
    assert [len(one) for one in body(found)] == [len(words.strip()), 53]


def test_paragraphs_a_line_each_are_not_joined() -> None:
    raw = "\n".join(STORY.replace("\n\n", "\n").splitlines() * 3)
    assert len(body(report("a.txt", raw))) == 6


def test_front_matter_gives_details() -> None:
    block = "title: 'Dam ''holds'''\nauthor: \"Jo Roe\"\ndate: 2031-05-04 # day\nlang: en\ntags:\n  - dam\nid: v-1"
    raw = f"---\n{block}\n---\n{STORY}"
    found = report("a.md", raw)
    assert (found.title, found.author, found.language, found.id) == ("Dam 'holds'", "Jo Roe", "en", "v-1")
    assert (found.published.day, found.published.basis) == (found.published.earliest, Basis.GIVEN)
    assert found.published.day is not None
    assert found.published.day.isoformat() == "2031-05-04"
    assert found.text.startswith("The Vell dam")


def test_source_is_an_address_or_an_outlet() -> None:
    assert report("a.txt", f"---\nsource: https://vell.example/dam\n---\n{STORY}").url == "https://vell.example/dam"
    assert report("a.txt", f"---\nsource: Vell Post\n---\n{STORY}").outlet == "Vell Post"


@pytest.mark.parametrize(
    ("block", "place", "word"),
    [
        ("title: Dam\npublished: 4.5.31", "line 3", "no date"),
        ("title: Dam\npublished: 2031-02-30", "line 3", "no date"),
        ("title: Dam\nnothing here", "line 3", "key: value"),
        ("title: [a, b]", "line 2", "one line"),
        ("author:\n  - Jo\n  - Ola", "line 3", "one line"),
        ("title: a\ntitle: b", "line 3", "twice"),
        ('title: "a', "line 2", "quotation"),
    ],
)
def test_malformed_front_matter_names_the_line(block: str, place: str, word: str) -> None:
    fault = refused("a.md", f"---\n{block}\n---\n{STORY}".encode())
    assert fault.place == place
    assert word in fault.why


def test_hyphens_that_head_no_keys_are_text() -> None:
    found = report("a.txt", f"---\n{STORY}---\nEnd of it.")
    assert found.title is None
    assert "The Vell dam" in found.text


def test_markdown_loses_its_marks_and_keeps_its_words() -> None:
    raw = (
        "# Dam *holds*\n\n![Water at the dam](dam.jpg)\n\nThe **Vell** dam held, said [Ola Brandt](https://x.example)"
        "\non Monday.\n\n## The road\n\n- Sorn road was closed on Monday.\n\n> Nobody should go home, he said."
        "\n\n| place | level |\n|---|---|\n| Sorn | 3 m |\n"
    )
    assert kinds(report("a.md", raw)) == [
        ("headline", "Dam holds"),
        ("caption", "Water at the dam"),
        ("body", "The Vell dam held, said Ola Brandt on Monday."),
        ("headline", "The road"),
        ("body", "Sorn road was closed on Monday."),
        ("body", "Nobody should go home, he said."),
        ("body", "place\tlevel"),
        ("body", "Sorn\t3 m"),
    ]


def test_several_first_level_headings_are_several_stories() -> None:
    raw = f"# Dam holds\n\n{STORY}\n\n# Road closed\n\n{STORY}"
    assert [one.item for one in report("a.md", raw).passages] == [0, 0, 0, 1, 1, 1]


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_page_of_fifty_megabytes_is_refused(name: str) -> None:
    assert "too large" in refused(name, b"a " * 25_000_000).why


def test_unknown_kinds_are_refused() -> None:
    assert "not read" in refused("a.xyz", b"text").why
