"""``obligation``: what a treaty's article binds its parties to, and how often and when it was invoked."""

from __future__ import annotations

import datetime  # the class has a field called "date"
from collections.abc import Iterator
from typing import Any, ClassVar

from foedus import treaty as treaties
from foedus.claims import articles
from foedus.claims.claim import Claim, Reading, Tense, spell_date
from foedus.dates import BEGINNING, Moment, parse_moment
from foedus.facts import Article
from foedus.language.names import Names
from foedus.language.numbers import in_words
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, Truth, all_of, any_of


class Obligation(Claim):
    """*article* of *treaty* obliges to *content*; was invoked so many times, or on a *date*. Without *article*, the treaty as a whole."""

    kind: ClassVar[str] = "obligation"
    treaty: str
    article: str = ""
    content: str = ""
    times_invoked: int | None = None
    date: str = ""

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        # Whatever is told of articles and of what treaties oblige to, in any order, see foedus.claims.articles.
        P("(article|articles)", supposed=True, beside=frozenset([LETTERS["number"]])),
        P("<treaty-duty>", supposed=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        for one in match.sentence.once("articles", lambda: articles.told(match)):
            claim = cls(one.treaty, one.article, one.content, one.times, one.date)
            tense = Tense.EVENT if one.date and one.times is None else Tense.PAST if one.past else Tense.PRESENT
            # "Agreed in 1981": that it obliged them at some time since, not on the very day.
            when = Moment(BEGINNING, match.sentence.context.published, "") if tense is Tense.PAST else None
            yield Reading(claim, *match.sentence.page_span(one.start, one.end), tense, when)

    def args(self) -> dict[str, Any]:
        found = super().args()
        if self.article.isdigit():
            found["article"] = int(self.article)
        return found

    def resolved(self, record: Record, day: datetime.date) -> Obligation:
        """ "A mutual defence treaty" stands for the article that makes it one."""
        if not self.content or self.article:
            return self
        number = self._number(record)
        if number.startswith("("):
            return self  # the text is not published: what is said of it has no article
        return self.but(article=next((arabic for arabic, roman in _ROMAN.items() if roman == number), number))

    def _number(self, record: Record) -> str:
        """The article as the treaty numbers it ("4" may be its IV); where none is named, the only one with such an obligation."""
        if self.article:
            numbers = {article.number for article in record.of(Article, treaty=self.treaty)}
            roman = _ROMAN.get(self.article, "")
            return roman if roman in numbers and self.article not in numbers else self.article
        found = {article.number for article in treaties.articles(record, self.treaty, self.content or "defense")}
        return found.pop() if len(found) == 1 else ""

    def truth(self, record: Record) -> Truth:
        article = self._number(record)
        if self.date and self.times_invoked is None:
            return treaties.invoked(record, self.treaty, article, parse_moment(self.date))
        parts = [treaties.in_force(record, self.treaty)]
        if self.content:
            parts.append(treaties.obliges(record, self.treaty, article, self.content))
        if self.times_invoked is not None:
            parts.append(
                treaties.invoked_times(record, self.treaty, article, self.times_invoked) if article else Timeline.constant(NOT_ENOUGH_INFO)
            )
        if self.date:
            parts.append(treaties.invoked(record, self.treaty, article, parse_moment(self.date)))
        return any_of([all_of(parts), treaties.only_signed(record, self.treaty)])

    def wording(self, names: Names) -> str:
        if not self.article and self.content:
            return (
                f"the {names.say(self.treaty)} is a mutual defense treaty"
                if self.content == "defense"
                else f"the {names.say(self.treaty)} provides for {self.content}"
            )
        article = (
            f"Article {self.article} of the {names.say(self.treaty)}"
            if self.article
            else f"the {names.say(self.treaty)}'s mutual defense clause"
        )
        if self.content == "defense":
            return f"under {article}, an attack on one member is an attack on all"
        if self.content:
            return f"{article} provides for {self.content}"
        when = (
            f", {spell_date(self.date)}"
            if self.date and self.times_invoked is not None
            else f" {spell_date(self.date)}"
            if self.date
            else ""
        )
        if self.times_invoked is None:
            return f"{article} was invoked{when}"
        if self.times_invoked == 0:
            return f"{article} has never been invoked"
        return f"{article} has been invoked {_TIMES.get(self.times_invoked) or f'{self.times_invoked} times'}{when}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        article = self._number(record)
        if self.times_invoked is None or treaties.invocations_covered(record, self.treaty, article) is None:
            return None
        right = sum(event.since.latest <= day for event in treaties.invocations(record, self.treaty, article))
        said = _TIMES.get(right) or f"{in_words(right)} times"
        wrong = _TIMES.get(self.times_invoked) or f"{in_words(self.times_invoked)} times"
        for written in (wrong, f"{self.times_invoked} times"):
            if right and self.times_invoked and written in words:
                return words.replace(written, said, 1)
        if right and self.times_invoked == 0 and "never been invoked" in words:
            return words.replace("never been invoked", f"been invoked {said}", 1)
        return None

    def checked_through(self, record: Record) -> datetime.date | None:
        if self.times_invoked is None and not self.date:
            return None
        coverage = treaties.invocations_covered(record, self.treaty, self._number(record))
        return coverage.through if coverage else None


_TIMES = {1: "once", 2: "twice"}
_ROMAN = {str(n): numeral for n, numeral in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], 1)}
