"""HTML pages: the article that a reader sees, its boxes of later news, and the days it bears.

Trafilatura knows what of a page is the article. It drops boxes beside the text (``<aside>``), which is where newsrooms put their latest claims, so those are
read in a second pass. Both work on one walk of the document, which remembers where each character came from: findings can be marked in place.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from foedus.errors import BadPage
from foedus.reading.page import Block, Page, dates_in_lines, is_update, iso_day

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Elements that begin a block of their own; text beside them is another block."""
_UNSEEN = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "svg",
        "math",
        "canvas",
        "iframe",
        "object",
        "embed",
        "audio",
        "video",
        "select",
        "button",
        "textarea",
        "datalist",
        "head",
    ]
)
_AROUND = frozenset(["nav", "footer", "form", "menu"])
"""Elements that hold a site's furniture."""
_BOX = re.compile(r"\b(?:aside|box|latest|update|breaking|correction|key-?(?:facts|points)|takeaways|explainer|need-to-know)", re.I)
_FURNITURE = re.compile(
    r"\b(?:nav|menu|footer|cookie|consent|share|social|related|recommended|most-(?:read|popular)|promo|newsletter|subscribe|comment|advert|ad-|sponsor|byline|breadcrumb|tags?)\b",
    re.I,
)
_NEWS = re.compile(r"(?:the )?latest\b|(?:live )?updates?\b|updated\b|breaking\b|what[’']s new\b|correction\b|editor[’']s note\b", re.I)
"""How boxes of later news are headed."""
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_LONGEST_LINK_SHARE = 0.6
"""A box whose text is mostly links is a list of other pages."""
_SPACE = re.compile(r"\s+")
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "parsely-pub-date",
    "sailthru.date", "publish-date", "publication_date", "pubdate", "cxenseparse:recs:publishtime", "article.published", "citation_publication_date",
)  # fmt: skip
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "last-modified",
    "lastmod",
    "article.updated",
)
_ARTICLES = re.compile(r"(?:Article|Report|BlogPosting|WebPage|LiveBlogPosting)$")


class Piece(NamedTuple):
    """A run of characters of a page's text: where it begins there, and the text node that it was taken from."""

    start: int
    end: int
    element: HtmlElement
    tail: bool
    """Whether it stands after the element (its tail) rather than in it."""
    at: int


class Document:
    """A parsed page: its element tree, its text in blocks, and the pieces that lead back from the one to the other.

    *whole* markup is an article and nothing else; of a web page, the article and its boxes are read.
    """

    def __init__(self, name: str, markup: str, *, whole: bool = False) -> None:
        markup = _OVERLOADED.sub(lambda match: match[1] + " " * (len(match[0]) - len(match[1])), markup)
        self.name, self.root = name, _parse(name, markup)
        self.pieces: list[Piece] = []
        self._markup, self._whole = markup, whole

    def page(self) -> Page:
        """The page as prose, with the dates that its metadata, its structured data or its visible lines bear."""
        blocks = [block for block in _blocks(self.root) if block.text]
        if not self._whole:
            article = _article(self._markup)
            inside = [block for block in blocks if block.heading or block.box or _in_article(block.text, article)]
        text, kept = "", []
        for block in blocks if self._whole else inside:
            if text:
                text += "\n\n"
            start = len(text)
            self.pieces += [piece._replace(start=piece.start + start, end=piece.end + start) for piece in block.pieces]
            text += block.text
            kept.append(Block(start, len(text), block.update or is_update(block.text), block.pieces[0].element.sourceline or 0))
        if not text:
            raise BadPage(f"{self.name} has no text that people read: expected an article in its HTML")
        visible = "\n".join(block.text for block in blocks)
        published, updated = _dates(self.root, visible)
        return Page(self.name, text, published, updated, tuple(kept))


def from_html(name: str, markup: str) -> Page:
    """A page from its HTML."""
    return Document(name, markup).page()


_OVERLOADED = re.compile(
    r"""(<[a-zA-Z][^\s<>/]{0,60})(?:\s++[^\s"'<>=/]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>]++))?+){1000,}+""",
)
"""An element of a thousand attributes is written to be slow: the parser compares each with all before it."""


def _parse(name: str, markup: str) -> HtmlElement:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    # What follows a NUL would be lost to the parser; an encoding that a string declares is an error to it.
    markup = re.sub(r"\A\s*<\?xml[^>]*\?>", "", markup.replace("\0", "\ufffd"))
    try:
        root: HtmlElement = document_fromstring(markup, parser=HTMLParser(remove_comments=True, remove_pis=True, huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise BadPage(f"{name} is no HTML that can be read: {error}") from None
    return root


class _Block:
    """The text of one block element, and where each of its characters came from."""

    def __init__(self, *, heading: bool, box: bool, update: bool) -> None:
        self.heading, self.box, self.update = heading, box, update
        self.parts: list[str] = []
        self.pieces: list[Piece] = []
        self.length = self.linked = 0

    @property
    def text(self) -> str:
        return "".join(self.parts)

    def add(self, words: str | None, element: HtmlElement, *, tail: bool, linked: bool) -> None:
        """Add a text node, its white space made single spaces."""
        for match in re.finditer(r"\S+|\s+", words or ""):
            run = match[0]
            if run.isspace():
                if self.length and not self.parts[-1].endswith(" "):
                    self._put(" ", element, tail, match.start())
                continue
            self._put(run, element, tail, match.start())
            self.linked += len(run) * linked

    def _put(self, run: str, element: HtmlElement, tail: bool, at: int) -> None:
        self.pieces.append(Piece(self.length, self.length + len(run), element, tail, at))
        self.parts.append(run)
        self.length += len(run)

    def strip(self) -> None:
        while self.parts and self.parts[-1] == " ":
            self.parts.pop(), self.pieces.pop()
            self.length -= 1


class _Place(NamedTuple):
    """What holds for an element by those around it."""

    heading: bool = False
    box: bool = False
    update: bool = False
    linked: bool = False


def _blocks(root: HtmlElement) -> Iterator[_Block]:
    """The blocks of a page, in order, without what is hidden and the site's furniture; written without recursion, since pages nest as deep as they like."""
    current: _Block | None = None
    done: list[_Block] = []
    body = root.find("body")
    stack: list[tuple[HtmlElement, _Place, bool]] = [(body if body is not None else root, _Place(), False)]

    def close() -> None:
        nonlocal current
        if current is not None:
            current.strip()
            if current.parts and not (current.box and current.linked > _LONGEST_LINK_SHARE * current.length):
                done.append(current)
            current = None

    def into(place: _Place) -> _Block:
        nonlocal current
        if current is None:
            current = _Block(heading=place.heading, box=place.box, update=place.update)
        return current

    places: dict[int, _Place] = {}
    while stack:
        element, place, leaving = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if leaving:
            if tag in _BLOCKS or tag == "br":
                close()
            outer = places.pop(id(element), _Place())
            if element.tail and element.tail.strip():
                into(outer).add(element.tail, element, tail=True, linked=outer.linked)
            elif element.tail and current is not None:
                current.add(element.tail, element, tail=True, linked=False)
            continue
        places[id(element)] = place
        if tag in _BLOCKS or tag == "br":
            close()
        stack.append((element, place, True))
        if not tag or tag in _UNSEEN or _is_hidden(element):
            continue
        inner = _inner(element, tag, place)
        if inner is None:
            continue
        if element.text and (element.text.strip() or current is not None):
            into(inner).add(element.text, element, tail=False, linked=inner.linked)
        stack.extend((child, inner, False) for child in reversed(element))
    close()
    yield from done


def _inner(element: HtmlElement, tag: str, place: _Place) -> _Place | None:
    """What holds inside an element; ``None`` for furniture."""
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"
    if tag in _AROUND or (tag not in ("body", "html", "main", "article") and _FURNITURE.search(names)):
        return None
    box = place.box or tag == "aside" or bool(_BOX.search(names) and tag in ("div", "section", "ul", "details", "blockquote"))
    update = place.update or (box and not place.box and bool(_NEWS.match(_beginning(element))))
    return _Place(place.heading or tag in ("h1", "h2", "h3"), box, update, place.linked or tag == "a")


def _beginning(element: HtmlElement) -> str:
    """The first words in an element."""
    return next((words for text in element.itertext() if (words := _SPACE.sub(" ", text).strip())), "")


def _is_hidden(element: HtmlElement) -> bool:
    return element.get("hidden") is not None or element.get("aria-hidden") == "true" or bool(_HIDDEN.search(element.get("style", "")))


def _article(markup: str) -> str:
    """The article's text as trafilatura finds it, without white space, so that blocks can be looked up in it."""
    import trafilatura

    found = trafilatura.extract(
        markup, include_comments=False, include_tables=True, include_links=False, favor_recall=True, deduplicate=False
    )
    return _SPACE.sub("", found or "")


def _in_article(block: str, article: str) -> bool:
    squeezed = _SPACE.sub("", block)
    return len(squeezed) > 1 and squeezed in article


def _dates(root: HtmlElement, visible: str) -> tuple[date | None, date | None]:
    """The days of publication and of update: by structured data, then metadata, then marked-up times, then lines that say so."""
    found: dict[str, date] = {}
    for key, day in (*_json_ld(root), *_meta(root), *_times(root), *dates_in_lines(visible)):
        if day is not None:
            found.setdefault(key, day)
    published, updated = found.get("published"), found.get("updated")
    if published and updated and updated <= published:
        updated = None
    return published, updated


def _json_ld(root: HtmlElement) -> Iterator[tuple[str, date | None]]:
    for script in root.iterfind(".//script[@type='application/ld+json']"):
        try:
            stack: list[Any] = [json.loads(script.text or "")]
        except (ValueError, RecursionError):
            continue
        while stack:
            item = stack.pop()
            if isinstance(item, list):
                stack += reversed(item)
            elif isinstance(item, Mapping):
                kinds = item.get("@type", "")
                if any(_ARTICLES.search(str(kind)) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                    yield "published", iso_day(item.get("datePublished"))
                    yield "updated", iso_day(item.get("dateModified"))
                stack += [item[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in item]


def _meta(root: HtmlElement) -> Iterator[tuple[str, date | None]]:
    named: dict[str, str] = {}
    for meta in root.iter("meta"):
        key = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        named.setdefault(key.lower(), meta.get("content", ""))
    for role, keys in (("published", _PUBLISHED), ("updated", _UPDATED)):
        for key in keys:
            yield role, iso_day(named.get(key))


def _times(root: HtmlElement) -> Iterator[tuple[str, date | None]]:
    for time in root.iter("time"):
        names = f"{time.get('class', '')} {time.get('itemprop', '')}".lower()
        role = (
            "updated"
            if "modif" in names or "updat" in names
            else "published"
            if "publi" in names or time.get("pubdate") is not None
            else ""
        )
        if role:
            yield role, iso_day(time.get("datetime") or time.get("content"))
