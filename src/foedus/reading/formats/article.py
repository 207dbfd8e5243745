"""Articles as newsrooms' systems exchange them: the Washington Post's ANS (Arc) and the IPTC's ninjs, both JSON.

Both carry their text as elements with inline HTML, so an article is written out as plain HTML and read as such.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

from foedus.errors import BadPage
from foedus.reading.formats.html import Document
from foedus.reading.page import Page, iso_day

Json = Mapping[str, Any]

_DEEPEST = 32
"""How deep elements may hold elements; articles go three deep."""


def is_ans(item: object) -> bool:
    """Whether a JSON value is a story in ANS."""
    return isinstance(item, Mapping) and item.get("type") == "story" and "content_elements" in item


def is_ninjs(item: object) -> bool:
    """Whether a JSON value is a news item in ninjs, of any version."""
    return isinstance(item, Mapping) and "uri" in item and any(key.lower() == "versioncreated" or key.startswith("bod") for key in item)


def from_ans(name: str, item: Json) -> Page:
    """A page from a story in ANS: headline, elements and corrections; the days of its first publication and of its last update."""
    headlines = item.get("headlines") or {}
    markup = f"<h1>{headlines.get('basic', '')}</h1>" + "".join(_elements(item.get("content_elements"), 0))
    days = [iso_day(item.get(key)) for key in ("first_publish_date", "display_date", "publish_date", "created_date")]
    return _page(name, "an ANS story", markup, days, iso_day(item.get("last_updated_date")))


def from_ninjs(name: str, item: Json) -> Page:
    """A page from a news item in ninjs 1 to 3: its headline, and its body as rich text where it has one."""
    bodies, headline = _ninjs_texts(item, "body"), _ninjs_texts(item, "headline")
    rich = next((text for kind, text in bodies if "html" in kind or "rich" in kind), "")
    flat = next((text for kind, text in bodies if text and text != rich), "")
    body = rich or "".join(f"<p>{escape(paragraph)}</p>" for paragraph in flat.split("\n") if paragraph.strip())
    markup = f"<h1>{escape(headline[0][1] if headline else '')}</h1>{body}"
    days = [
        iso_day(item.get(key))
        for key in ("firstCreated", "firstcreated", "contentCreated", "contentcreated", "versionCreated", "versioncreated")
    ]
    return _page(name, "a ninjs item", markup, days, iso_day(item.get("versionCreated") or item.get("versioncreated")))


def _ninjs_texts(item: Json, what: str) -> list[tuple[str, str]]:
    """The bodies or headlines of an item with their kinds: version 1 has a key for each, later ones have lists."""
    found: list[tuple[str, str]] = []
    listed = item.get("bodies" if what == "body" else "headlines")
    for entry in listed if isinstance(listed, list) else ():
        if isinstance(entry, Mapping):
            found.append((f"{entry.get('role', '')} {entry.get('contentType', entry.get('contenttype', ''))}", str(entry.get("value", ""))))
    found += [(key, text) for key, text in item.items() if (key == what or key.startswith(f"{what}_")) and isinstance(text, str)]
    return found


def _page(name: str, kind: str, markup: str, published: list[Any], updated: Any) -> Page:
    try:
        page = Document(name, f"<html><body>{markup}</body></html>", whole=True).page()
    except BadPage:
        raise BadPage(f"{name} is {kind} without text: expected a headline or a body") from None
    first = next((day for day in published if day), page.published)
    return page.but(published=first, updated=updated if updated and first and updated > first else None)


def _elements(elements: object, depth: int) -> Iterator[str]:
    """Story elements as HTML; what holds no prose (pictures, embeds, dividers) is left out."""
    if not isinstance(elements, list) or depth > _DEEPEST:
        return
    for element in elements:
        if not isinstance(element, Mapping):
            continue
        kind, content = element.get("type"), element.get("content")
        inner = "".join(_elements(element.get("content_elements", element.get("items")), depth + 1))
        if kind == "header":
            yield f"<h2>{content or ''}</h2>"
        elif kind == "correction":
            yield f"<aside class='correction'>{escape(str(element.get('correction_type') or 'correction'))}: {element.get('text', '')}</aside>"
        elif kind in ("text", "blockquote", "raw_html", "quote", "list", "list_element", "element_group", "content_zone"):
            citation = element.get("citation")
            said_by = citation.get("content", "") if isinstance(citation, Mapping) else ""
            yield f"<div>{content or ''}{inner}</div>" + (f"<p>{said_by}</p>" if said_by else "")
        elif kind == "table":
            rows = [element.get("header"), *(element.get("rows") or ())]
            yield "".join("<p>" + " ".join(_elements(row, depth + 1)) + "</p>" for row in rows if isinstance(row, list))
