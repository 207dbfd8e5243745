"""Feeds and site maps: RSS and Atom entries as pages of their own, and the addresses that a site map lists."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from foedus.errors import BadPage
from foedus.reading.formats.html import Document
from foedus.reading.page import Page, iso_day

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONTENT = ("encoded", "content", "description", "summary")
"""Where an entry's text stands, the fullest first."""


class Entry(NamedTuple):
    """A page that a site map lists: its address, and the day of its last change if it is given."""

    address: str
    changed: date | None


def is_feed(head: bytes) -> bool:
    """Whether a file begins as a feed or a site map does."""
    start = head[:2048].lower()
    return any(mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf", b"<urlset", b"<sitemapindex"))


def from_feed(name: str, content: bytes) -> Iterator[Page]:
    """The entries of an RSS or Atom feed, each a page; one without text is passed over."""
    root = _parse(name, content)
    for item in root.iter():
        if _local(item) in ("item", "entry"):
            page = _entry(name, item)
            if page is not None:
                yield page


def site_map(name: str, content: bytes) -> list[Entry]:
    """The pages, or the further site maps, that a site map lists; empty for a feed."""
    found = []
    for item in _parse(name, content).iter():
        if _local(item) in ("url", "sitemap"):
            inner = {_local(child): (child.text or "").strip() for child in item if _local(child)}
            if inner.get("loc"):
                found.append(Entry(inner["loc"], iso_day(inner.get("lastmod"))))
    return found


def _parse(name: str, content: bytes) -> _Element:
    from lxml import etree

    # Entities are not expanded and nothing is loaded: a feed comes from anywhere.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BadPage(f"{name} is no feed that can be read: {error}") from None
    if root is None:
        raise BadPage(f"{name} is no feed that can be read: expected RSS, Atom or a site map")
    return root


def _entry(feed: str, item: _Element) -> Page | None:
    inner: dict[str, str] = {}
    link = ""
    for child in item:
        tag = _local(child)
        if not tag:
            continue  # an entity that is not expanded
        text = "".join(map(str, child.itertext())).strip()
        if tag == "link":
            link = link or child.get("href") or text
        elif text:
            inner.setdefault(tag, text)
    body = next((inner[tag] for tag in _CONTENT if tag in inner), "")
    name = link or inner.get("id") or inner.get("guid") or f"{feed}: {inner.get('title', 'an entry')}"
    try:
        page = Document(name, f"<html><body><h1>{escape(inner.get('title', ''))}</h1>{body}</body></html>", whole=True).page()
    except BadPage:
        return None
    published = _day(inner.get("published") or inner.get("pubDate") or inner.get("date") or inner.get("issued") or inner.get("updated"))
    updated = _day(inner.get("updated") or inner.get("modified"))
    return page.but(
        published=published or page.published, updated=updated if published and updated and updated > published else page.updated
    )


def _day(stamp: str | None) -> date | None:
    """The day of an RFC 3339 or RFC 822 time stamp."""
    day = iso_day(stamp)
    if day is None and stamp:
        try:
            return parsedate_to_datetime(stamp).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            return None
    return day


def _local(element: _Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
