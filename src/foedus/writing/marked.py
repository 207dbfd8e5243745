"""A page with its claims marked in place: an HTML page in its own markup, plain text and Markdown as they are written.

The result loads no scripts: a page comes from a stranger.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from foedus.check import Finding, Report
from foedus.errors import BadPage
from foedus.reading.formats.html import Document, Piece
from foedus.writing.words import message, severity, sources, worst

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_POLICY = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'"
_STYLE = """
mark.foedus { background: none; color: inherit; text-decoration: underline 2px; text-underline-offset: 3px; cursor: help }
mark.foedus.supported { text-decoration-color: #2e7d32 } mark.foedus.refuted { text-decoration-color: #c62828; background: #fdecea }
mark.foedus.conflicting { text-decoration-color: #b26a00; background: #fff4e0 } mark.foedus.not_enough_info { text-decoration: underline 2px dotted #00698c }
#foedus-findings { font: 15px/1.5 system-ui, sans-serif; max-width: 50rem; margin: 3rem auto; padding: 1rem; border-top: 2px solid #444; color: #222; background: #fff }
#foedus-findings li { margin: .5rem 0 } #foedus-findings small { color: #555; overflow-wrap: anywhere }
pre.foedus-page { white-space: pre-wrap; font: 16px/1.6 Georgia, serif; max-width: 42rem; margin: 2rem auto; padding: 0 1rem }
"""


def marked(report: Report, markup: str | None = None) -> str:
    """The page of a report as HTML with marks; *markup* is its HTML source, if it has one."""
    if markup is None:
        return _plain(report)
    document = Document(report.page, markup)
    if document.page().text != report.text:
        raise BadPage(f"{report.page} is not the page that was checked: its text has changed; check it again")
    for piece in reversed(document.pieces):
        _mark(piece, report)
    return _finished(document.root, report)


def _mark(piece: Piece, report: Report) -> None:
    """Wrap what of a piece belongs to findings. Pieces are marked from the last to the first, so that earlier positions stay good."""
    from lxml.html import Element

    parent = piece.element.getparent() if piece.tail else piece.element
    if parent is None:
        return
    node = (piece.element.tail if piece.tail else piece.element.text) or ""
    parts = _parts(report, piece.start, piece.end)
    if all(finding is None for _, _, finding in parts):
        return
    before, after = node[: piece.at], node[piece.at + piece.end - piece.start :]
    shown = report.text[piece.start : piece.end]
    elements: list[HtmlElement] = []
    lead = before
    for start, end, finding in parts:
        words = shown[start - piece.start : end - piece.start]
        if finding is None:
            if elements:
                elements[-1].tail = (elements[-1].tail or "") + words
            else:
                lead += words
            continue
        element = Element("mark")
        element.set("class", f"foedus {worst(finding)}")
        element.set("title", message(finding))
        element.text = words
        elements.append(element)
    elements[-1].tail = (elements[-1].tail or "") + after
    if piece.tail:
        piece.element.tail = lead
        index = parent.index(piece.element) + 1
    else:
        piece.element.text = lead
        index = 0
    for offset, element in enumerate(elements):
        parent.insert(index + offset, element)


def _parts(report: Report, start: int, end: int) -> list[tuple[int, int, Finding | None]]:
    """A stretch of the text, cut where findings begin and end; of findings that overlap, the shortest shows, and of those the one that asks for most attention."""
    inside = [finding for finding in report.findings if finding.start < end and start < finding.end]
    edges = sorted({start, end, *(min(max(at, start), end) for finding in inside for at in (finding.start, finding.end))})
    parts = []
    for low, high in pairwise(edges):
        covering = [finding for finding in inside if finding.start <= low and high <= finding.end]
        parts.append((low, high, min(covering, key=lambda finding: (finding.end - finding.start, severity(finding))) if covering else None))
    return parts


def _plain(report: Report) -> str:
    from lxml.html import document_fromstring

    body = "".join(
        escape(report.text[start:end], quote=False)
        if finding is None
        else f'<mark class="foedus {worst(finding)}" title="{escape(message(finding))}">{escape(report.text[start:end], quote=False)}</mark>'
        for start, end, finding in _parts(report, 0, len(report.text))
    )
    title = escape(report.page)
    root = document_fromstring(
        f'<html lang="en"><head><title>{title}</title></head><body><pre class="foedus-page">{body}</pre></body></html>'
    )
    return _finished(root, report)


def _finished(root: HtmlElement, report: Report) -> str:
    """The document with the style of the marks, a policy against scripts, and the findings in a list at its end."""
    from lxml.html import Element, fragment_fromstring, tostring

    head = root.find("head")
    if head is None:
        head = Element("head")
        root.insert(0, head)
    style, policy, charset = Element("style"), Element("meta"), Element("meta")
    style.text = _STYLE
    policy.set("http-equiv", "Content-Security-Policy")
    policy.set("content", _POLICY)
    charset.set("charset", "utf-8")
    head.insert(0, charset)
    head.insert(1, policy)
    head.append(style)
    items = "".join(_items(report))
    body = root.find("body")
    if body is not None:
        body.append(fragment_fromstring(f'<section id="foedus-findings"><h2>What the record says</h2><ol>{items}</ol></section>'))
    text: str = tostring(root, doctype="<!DOCTYPE html>", encoding="unicode")
    return text


def _items(report: Report) -> Iterator[str]:
    for finding in report.findings:
        cited = " ".join(
            f'<a href="{escape(url)}">{escape(source)}</a>' if url.startswith(("http://", "https://")) else escape(source)
            for source, url in sources(finding)[:6]
        )
        yield f'<li class="{worst(finding)}">{escape(message(finding))}<br><small>{cited}</small></li>'
    if not report.findings:
        yield "<li>No claims about alliances were found on this page.</li>"
