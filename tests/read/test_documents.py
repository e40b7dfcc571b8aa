"""PDF and Word files."""

import io
import zipfile

import pytest
from madefiles import STORY, body, bomb, kinds, loaded, locked_pdf, pdf, refused, report, word

from sourcebook.values.reports import Basis

LINES = [
    "Dam at Vell holds for a second night",
    "The Vell dam held through a second night of rain, its keeper Ola",
    "Brandt said on Monday. Two villages below the dam were cleared as a precau-",
    "tion, and the road to Sorn is closed for the time being.",
    "The council of Sorn will meet on Tuesday to hear how long the repairs",
    "may take, its clerk said.",
]


def test_pdf_lines_become_paragraphs_and_divided_words_whole() -> None:
    found = report("a.pdf", pdf([LINES]))
    assert kinds(found) == [
        ("headline", LINES[0]),
        ("body", " ".join(LINES[1:4]).replace("precau- tion", "precaution")),
        ("body", "The council of Sorn will meet on Tuesday to hear how long the repairs may take, its clerk said."),
    ]
    assert found.published.basis is Basis.UNKNOWN


def test_running_titles_of_a_pdf_are_furniture() -> None:
    places = ["Sorn", "Hask", "Tunn"]
    told = [[f"{place}: {line}" for line in LINES[1:]] for place in places]
    pages = [["Vell Post weekly digest", *lines, f"Page {number}"] for number, lines in enumerate(told, start=1)]
    found = report("a.pdf", pdf(pages))
    assert [words for kind, words in kinds(found) if kind == "furniture"] == ["Vell Post weekly digest", "Page 1"]
    assert [words.split(":")[0] for words in body(found) if "The Vell dam" in words] == places


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-128", "AES-256"])
def test_a_password_is_asked_for(algorithm: str) -> None:
    assert "password" in refused("a.pdf", locked_pdf(pdf([LINES]), "secret", algorithm)).why


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_that_anybody_may_open_is_read(algorithm: str) -> None:
    """Offices lock their files against changes only; every viewer opens them."""
    assert body(report("a.pdf", locked_pdf(pdf([LINES]), "", algorithm))) == body(report("a.pdf", pdf([LINES])))


def test_pages_that_are_pictures_need_recognition() -> None:
    assert "OCR" in refused("a.pdf", pdf([[], []], picture=True)).why
    assert "no text" in refused("a.pdf", pdf([[]])).why


def test_one_page_without_text_is_told() -> None:
    found = loaded("a.pdf", pdf([LINES, []], picture=True))
    assert found.notes == ("pages without text (images?): 2",)


@pytest.mark.parametrize("data", [b"", b"text", b"%PDF-1.4\n", pdf([LINES])[:300], pdf([LINES])[200:]])
def test_a_damaged_pdf_is_refused(data: bytes) -> None:
    assert refused("a.pdf", data).file == "a.pdf"


def test_word_styles_and_tables() -> None:
    data = word(
        ("Dam holds", "Title"),
        ("Water at the gate", "Caption"),
        (STORY.split("\n")[0], "Normal"),
        rows=[["Sorn", "3 m"]],
    )
    found = loaded("a.docx", data)
    assert kinds(found.report) == [
        ("headline", "Dam holds"),
        ("caption", "Water at the gate"),
        ("body", STORY.split("\n")[0]),
        ("body", "Sorn\t3 m"),
    ]
    assert found.report.author is None
    assert found.original == data


def test_inserted_words_are_read_and_deleted_ones_not() -> None:
    raw = word(("The dam held, its keeper Ola Brandt said on Monday.", "Normal"))
    inside = zipfile.ZipFile(io.BytesIO(raw))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in inside.namelist():
            data = inside.read(name)
            if name == "word/document.xml":
                data = data.replace(
                    b"</w:p>",
                    b"<w:ins w:id='1' w:author='a'><w:r><w:t xml:space='preserve'> It rained.</w:t></w:r></w:ins>"
                    b"<w:del w:id='2' w:author='a'><w:r><w:delText> Not so.</w:delText></w:r></w:del></w:p>",
                    1,
                )
            archive.writestr(name, data)
    assert report("a.docx", out.getvalue()).text == "The dam held, its keeper Ola Brandt said on Monday. It rained."


@pytest.mark.parametrize("declared", [None, 1000])
def test_bombs_are_refused_before_they_are_opened(declared: int | None) -> None:
    """The sizes in an archive are claims; what really comes out is counted."""
    data = bomb(64 << 20, declared=declared)
    assert len(data) < 100_000
    assert "a.docx" in str(refused("a.docx", data))


def test_a_word_file_with_a_password_and_an_old_one_are_told_apart() -> None:
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
    assert "password" in refused("a.docx", head + "EncryptedPackage".encode("utf-16-le")).why
    assert ".doc" in refused("a.docx", head).why


@pytest.mark.parametrize("data", [b"", b"text", b"PK\x03\x04", word(("a b", "Normal"))[:-200], word()])
def test_a_damaged_or_empty_word_file_is_refused(data: bytes) -> None:
    assert refused("a.docx", data).file == "a.docx"


def test_an_archive_that_is_no_word_file_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "text")
    assert "not a Word file" in refused("a.docx", out.getvalue()).why


def test_a_torn_stream_inside_an_archive_is_refused() -> None:
    data = bytearray(word((STORY, "Normal")))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        at = archive.getinfo("word/document.xml").header_offset
    data[at + 60 : at + 160] = b"\xff" * 100
    assert "damaged" in refused("a.docx", bytes(data)).why


def test_an_unknown_way_of_encryption_is_told() -> None:
    data = locked_pdf(pdf([LINES]), "", "RC4-128").replace(b"/Filter /Standard", b"/Filter /Strange0")
    assert "encrypted" in refused("a.pdf", data).why
