"""The page stands alone, lets nothing in, and every number leads to its words."""

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from sourcebook.tell import brief, html_page
from sourcebook.values.story import Story


class Reader(HTMLParser):
    """Collects ids, links and tags."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.loaded: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "id" and value is not None:
                self.ids.append(value)
            if name == "href" and value is not None:
                self.links.append(value)
            if name in {"src", "srcset", "data", "action"}:
                self.loaded.append(value or "")


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_every_citation_leads_to_words_in_a_report_and_back(vell: Story) -> None:
    reader = read(html_page(vell))

    for citation in brief(vell).citations:
        assert f"w{citation.number}" in reader.ids
        assert f"#w{citation.number}" in reader.links
    assert len(reader.ids) == len(set(reader.ids))
    assert {link[1:] for link in reader.links if link.startswith("#")} <= set(reader.ids)


def test_nothing_is_loaded_from_elsewhere(vell: Story) -> None:
    page = html_page(vell)
    reader = read(page)

    assert reader.loaded == []
    assert "link" not in reader.tags
    assert "@import" not in page
    assert "url(" not in page
    assert "default-src 'none'" in unescape(page)


def test_hostile_text_stays_text(vell: Story) -> None:
    page = html_page(vell)

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert" in page
    assert read(page).tags.count("script") == 1


def test_hostile_titles_and_addresses_stay_text(vell: Story) -> None:
    bad = replace(vell.reports[0], url="javascript:alert(1)", outlet='"><img src=x onerror=alert(1)>', title="<b>x</b>")
    page = html_page(replace(vell, title="</title><script>1</script>", reports=(bad, *vell.reports[1:])))

    assert "img" not in read(page).tags
    assert "b" not in read(page).tags
    assert not any(link.startswith("javascript") for link in read(page).links)


def test_a_web_address_is_a_link(vell: Story) -> None:
    page = html_page(replace(vell, reports=(replace(vell.reports[0], url="https://vell.example/1"), *vell.reports[1:])))

    assert "https://vell.example/1" in read(page).links


def test_the_whole_text_of_a_cited_report_is_there_with_furniture_dimmed(vell: Story) -> None:
    page = html_page(vell)
    shown = re.sub(r"<sup>.*?</sup>|<[^>]+>", "", page)

    assert "when the old governor fled." in shown
    assert '<p class="furniture" dir="auto">Please enter your name' in page


def test_the_same_story_gives_the_same_page(vell: Story) -> None:
    assert html_page(vell) == html_page(replace(vell, reports=vell.reports[::-1]))
