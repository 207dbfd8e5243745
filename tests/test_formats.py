"""Pages come as text, HTML, articles in JSON, feeds, web archives, tables and folders; all of them become prose with days and places."""

from __future__ import annotations

import csv
import gzip
import io
import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet as pq

from foedus.errors import BadPage
from foedus.reading.formats import pages, read
from foedus.reading.formats.html import Document
from foedus.reading.page import MAX_BYTES, Page, Passed

EXPLAINER = Path(__file__).parent / "pages" / "explainer.html"
STORY = {
    "type": "story", "version": "0.10.10", "headlines": {"basic": "What the alliance is"},
    "first_publish_date": "2022-05-13T12:00:00Z", "last_updated_date": "2023-01-13T09:00:00Z",
    "content_elements": [
        {"type": "text", "content": "The alliance has <b>30 members</b>."},
        {"type": "image", "caption": "NATO has 12 members."},
        {"type": "list", "list_type": "unordered", "items": [{"type": "text", "content": "Finland is not a member of NATO."}]},
        {"type": "correction", "correction_type": "correction", "text": "An earlier version named another town."},
    ],
}  # fmt: skip
RSS = b"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>News</title>
<item><title>NATO grows</title><link>https://news.example/a</link><pubDate>Fri, 13 May 2022 16:00:00 +0000</pubDate>
<description>Short.</description><content:encoded><![CDATA[<p>NATO has <i>30</i> members.</p>]]></content:encoded></item>
<item><title></title><link>https://news.example/empty</link></item></channel></rss>"""
ATOM = b"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>NATO grows</title><id>urn:1</id><link href="https://news.example/b"/>
<published>2022-05-13T16:00:00Z</published><updated>2023-01-13T00:00:00Z</updated><content type="html">&lt;p&gt;NATO has 30 members.&lt;/p&gt;</content></entry></feed>"""


def read_all(source: Path, **columns: str) -> list[Page | Passed]:
    return list(pages(str(source), columns))


def text_of(page: Page | Passed) -> str:
    assert isinstance(page, Page), page
    return page.text


def test_an_html_page_is_its_article_and_its_boxes_of_news() -> None:
    text = read(str(EXPLAINER)).text
    assert "whose 30\N{NO-BREAK SPACE}members" not in text
    assert "whose 30 members include the United States" in text
    assert "Russia claimed Friday to have seized control of Soledar" in text


@pytest.mark.parametrize("furniture", ["12 members", "16 members", "19 members", "since 1950"], ids=["nav", "related", "footer", "hidden"])
def test_what_surrounds_an_article_or_is_hidden_is_not_read(furniture: str) -> None:
    assert furniture not in read(str(EXPLAINER)).text


def test_an_html_page_bears_the_days_of_its_structured_data() -> None:
    page = read(str(EXPLAINER))
    assert (page.published, page.updated) == (date(2022, 5, 13), date(2023, 1, 13))


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2022-05-13T00:00:00Z">',
        '<meta name="parsely-pub-date" content="2022-05-13">',
        '<meta itemprop="datePublished" content="20220513">',
        '<script type="application/ld+json">[{"@type": ["Article"], "datePublished": "2022-05-13"}]</script>',
        '<script type="application/ld+json">not JSON</script><meta name="date" content="2022-05-13">',
    ],
)
def test_the_day_of_publication_is_read_from_metadata(tmp_path: Path, head: str) -> None:
    file = tmp_path / "page.html"
    file.write_text(f"<html><head>{head}</head><body><h1>NATO has 30 members, its spokesperson says</h1></body></html>")
    assert read(str(file)).published == date(2022, 5, 13)


def test_the_day_of_publication_is_read_from_a_visible_line(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text("<html><body><h1>NATO has 30 members, its spokesperson says</h1><p>Published May 13, 2022</p></body></html>")
    assert read(str(file)).published == date(2022, 5, 13)


def test_boxes_of_later_news_are_judged_on_the_day_of_the_update() -> None:
    page = read(str(EXPLAINER))
    later = [page.text[block.start : block.end] for block in page.blocks() if block.is_update]
    assert any(text.startswith("Russia claimed Friday") for text in later)
    assert not any("30 members" in text for text in later)


def test_every_character_of_an_html_page_leads_back_to_its_markup() -> None:
    document = Document("page", EXPLAINER.read_text())
    page = document.page()
    for piece in document.pieces:
        node = (piece.element.tail if piece.tail else piece.element.text) or ""
        shown, there = page.text[piece.start : piece.end], node[piece.at : piece.at + piece.end - piece.start]
        assert shown == there or (shown == " " and there.isspace())


def test_deeply_nested_html_is_read_without_recursion(tmp_path: Path) -> None:
    file = tmp_path / "deep.html"
    file.write_text("<div>" * 20_000 + "NATO has 30 members." + "</div>" * 20_000)
    with pytest.raises(BadPage, match=r"deep\.html"):
        read(str(file))


def test_an_ans_story_is_a_page(tmp_path: Path) -> None:
    file = tmp_path / "story.json"
    file.write_text(json.dumps(STORY))
    page = read(str(file))
    assert (page.published, page.updated) == (date(2022, 5, 13), date(2023, 1, 13))
    assert page.text.split("\n\n")[:3] == ["What the alliance is", "The alliance has 30 members.", "Finland is not a member of NATO."]
    assert "12 members" not in page.text


@pytest.mark.parametrize(
    "item",
    [
        {"headline_main": "NATO", "body_richtext": "<p>NATO has <b>30</b> members.</p>", "body_main": "flat", "firstcreated": "2022-05-13T10:00:00Z"},
        {"headlines": [{"role": "main", "value": "NATO"}], "versionCreated": "2022-05-13T10:00:00Z",
         "bodies": [{"role": "main", "contentType": "text/plain", "value": "NATO has 30 members."}]},
    ],
    ids=["version 1", "version 3"],
)  # fmt: skip
def test_a_ninjs_item_is_a_page(tmp_path: Path, item: dict[str, object]) -> None:
    file = tmp_path / "item.json"
    file.write_text(json.dumps({"uri": "urn:1", "versioncreated": "2022-05-13T10:00:00Z"} | item))
    page = read(str(file))
    assert (page.published, page.text) == (date(2022, 5, 13), "NATO\n\nNATO has 30 members.")


@pytest.mark.parametrize(("content", "name"), [(RSS, "https://news.example/a"), (ATOM, "https://news.example/b")], ids=["RSS", "Atom"])
def test_the_entries_of_a_feed_are_pages(tmp_path: Path, content: bytes, name: str) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(content)
    page = read(str(file))
    assert (page.name, page.published, page.text) == (name, date(2022, 5, 13), "NATO grows\n\nNATO has 30 members.")


@pytest.mark.parametrize(
    "stamp", ["Fri, 13 May 99999999999999999999 16:00:00 +0000", "Fri, 13 May 2022 16:00:00 +99999999999999999999", "tomorrow"]
)
def test_an_entry_with_a_stamp_that_is_no_day_is_a_page_without_one(tmp_path: Path, stamp: str) -> None:
    (tmp_path / "a.rss").write_text(
        f"<rss><channel><item><title>NATO has 30 members.</title><pubDate>{stamp}</pubDate></item></channel></rss>"
    )
    [page] = read_all(tmp_path / "a.rss")
    assert isinstance(page, Page)
    assert page.published is None


def test_the_entities_of_a_feed_are_not_expanded(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    file = tmp_path / "feed.xml"
    file.write_text(
        f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]><rss><channel><item><title>NATO &x;</title><link>https://a.example</link></item></channel></rss>'
    )
    assert all("secret" not in text_of(page) for page in read_all(file))


def test_a_site_map_lists_addresses_and_never_files(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the secret")
    file = tmp_path / "sitemap.xml"
    file.write_text(f"<urlset><url><loc>{secret}</loc></url><url><loc>{secret.as_uri()}</loc></url></urlset>")
    assert [type(page) for page in read_all(file)] == [Passed, Passed]


def warc(*records: tuple[str, str, bytes], kind: str = "response") -> bytes:
    """A web archive of pages (address, content type, body), written by the reference library."""
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for address, content_type, body in records:
        headers = StatusAndHeaders("200 OK", [("Content-Type", content_type)], protocol="HTTP/1.1") if kind == "response" else None
        writer.write_record(
            writer.create_warc_record(
                address, kind, payload=io.BytesIO(body), http_headers=headers, warc_headers_dict={"WARC-Date": "2022-05-13T10:00:00Z"}
            )
        )
    return out.getvalue()


def test_the_pages_of_a_web_archive_are_read_and_its_pictures_are_not(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc.gz"
    file.write_bytes(
        warc(
            ("https://a.example/", "text/html; charset=utf-8", EXPLAINER.read_bytes()), ("https://a.example/x.png", "image/png", b"\x89PNG")
        )
    )
    found = read_all(file)
    assert [page.name for page in found] == ["https://a.example/"]
    assert "whose 30 members" in text_of(found[0])


def test_a_page_of_an_archive_without_a_date_is_of_the_day_on_which_it_was_archived(tmp_path: Path) -> None:
    file = tmp_path / "crawl.wet.gz"
    file.write_bytes(warc(("https://a.example/", "text/plain", b"NATO has 30 members."), kind="conversion"))
    assert read(str(file)).published == date(2022, 5, 13)


def test_a_page_of_an_archive_that_is_too_large_is_passed_over_and_the_rest_is_read(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc.gz"
    bomb = b"<p>" + b"A" * (MAX_BYTES + 1)
    file.write_bytes(warc(("https://a.example/bomb", "text/html", bomb), ("https://a.example/", "text/html", EXPLAINER.read_bytes())))
    first, second = read_all(file)
    assert isinstance(first, Passed)
    assert "too large" in first.reason
    assert "whose 30 members" in text_of(second)


def test_an_archive_that_breaks_off_gives_the_pages_before_the_break(tmp_path: Path) -> None:
    file = tmp_path / "crawl.warc.gz"
    content = warc(*[(f"https://a.example/{n}", "text/html", EXPLAINER.read_bytes()) for n in range(3)])
    file.write_bytes(content[: len(content) * 2 // 3])
    assert isinstance(read_all(file)[0], Page)


ROW = {"url": "https://a.example/", "published": "2022-05-13", "text": "NATO has 30 members."}


def test_the_rows_of_tables_are_pages(tmp_path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    parquet.write_table(
        pa.table({**{key: [value] for key, value in ROW.items()}, "published": [date(2022, 5, 13)]}), tmp_path / "a.parquet"
    )
    (tmp_path / "a.jsonl").write_text(json.dumps(ROW) + "\n")
    with (tmp_path / "a.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, ROW)
        writer.writeheader()
        writer.writerow(ROW)
    for name in ("a.parquet", "a.jsonl", "a.csv"):
        page = read(str(tmp_path / name))
        assert (page.name, page.published, page.text) == ("https://a.example/", date(2022, 5, 13), "NATO has 30 members."), name


def test_columns_can_be_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"Artikel": "NATO has 30 members.", "Tag": "2022-05-13"}))
    [page] = read_all(tmp_path / "a.jsonl", text="Artikel", published="Tag")
    assert (text_of(page), page.published) == ("NATO has 30 members.", date(2022, 5, 13))  # type: ignore[union-attr]


def test_a_table_without_a_column_of_texts_says_which_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Artikel,Tag\nx,2022-05-13\n")
    with pytest.raises(BadPage, match="its columns are Artikel, Tag; name the one that holds them with --column text=NAME"):
        read_all(tmp_path / "a.csv")


def test_a_bad_line_is_passed_over_and_named(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("{broken\n" + json.dumps(ROW))
    first, second = read_all(tmp_path / "a.jsonl")
    assert isinstance(first, Passed)
    assert first.name.endswith("a.jsonl:1")
    assert text_of(second) == "NATO has 30 members."


def test_a_line_of_a_gigabyte_is_bounded(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("wb") as file:
        file.truncate(1 << 30)
        file.seek(0, io.SEEK_END)
        file.write(b"\n" + json.dumps(ROW).encode())
    first, second = read_all(tmp_path / "a.jsonl")
    assert isinstance(first, Passed)
    assert text_of(second) == "NATO has 30 members."


def test_a_line_of_csv_without_end_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("published,text\n2022-05-13," + "A" * (MAX_BYTES + 1))
    with pytest.raises(BadPage, match="has a line that is too long: more than 20 MB are not read as one page"):
        read_all(tmp_path / "a.csv")


def test_a_cell_of_parquet_is_bounded_before_it_is_read(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["A" * (MAX_BYTES + 1)], "published": ["2022-05-13"]}), tmp_path / "a.parquet", use_dictionary=False)
    with pytest.raises(BadPage, match="row group 0, column “text”: more than 20 MB are not read as one page"):
        read_all(tmp_path / "a.parquet")


def test_one_cell_of_parquet_that_is_too_large_is_passed_over(tmp_path: Path) -> None:
    texts = ["NATO has 30 members.", "A" * (MAX_BYTES + 1), "NATO has 31 members."]
    pq.write_table(pa.table({"text": texts, "published": ["2022-05-13"] * 3}), tmp_path / "a.parquet")
    assert [isinstance(page, Passed) for page in read_all(tmp_path / "a.parquet")] == [False, True, False]


def test_a_folder_is_read_file_by_file(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "two.txt").write_text("Published May 13, 2022\n\nNATO has 30 members.")
    (tmp_path / "a.md").write_text("---\ndate: 2022-05-13\n---\nNATO has 30 members.")
    (tmp_path / "c.bin").write_bytes(b"\0")
    (tmp_path / "d.txt").write_bytes(b"\0")
    found = read_all(tmp_path)
    assert [Path(page.name).name for page in found] == ["a.md", "d.txt", "two.txt"]
    assert isinstance(found[1], Passed)


def test_a_folder_without_pages_says_what_was_expected(tmp_path: Path) -> None:
    with pytest.raises(BadPage, match=r"holds no pages: expected files named \*\.md"):
        read_all(tmp_path)


def test_a_gzipped_file_that_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(gzip.compress(b"<p>NATO has 30 members."))
    with pytest.raises(BadPage, match="is binary"):
        read_all(tmp_path / "page.html.gz")
