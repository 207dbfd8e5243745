"""A page as its source keeps it, not yet parsed."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from foedus.reading.page import Page, from_text


class Raw(NamedTuple):
    """What a source keeps of a page: its *content* in a *form* (``text``, ``html``, a line of ``json``, or a ``file`` of that name), and the days it gives.

    The days that the source gives come before those that the page bears; *archived* is taken where neither gives one.
    """

    name: str
    form: str
    content: str = ""
    published: date | None = None
    updated: date | None = None
    archived: date | None = None

    def page(self) -> Page:
        """The page of a text or of HTML; raises :class:`~foedus.errors.BadPage` where there is none."""
        if self.form == "html":
            from foedus.reading.formats.html import from_html

            page = from_html(self.name, self.content)
        else:
            page = from_text(self.name, self.content)
        return page.but(published=self.published or page.published or self.archived, updated=self.updated or page.updated)
