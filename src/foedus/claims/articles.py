"""What a sentence tells of a treaty's articles: to what they oblige, how often and when they were invoked, read off the clause as a whole.

The article, the treaty that it is of, the words of duty and the words of invocation stand in any order ("France called on Article 42(7) after the attacks,
the only time that it has been used"); so a phrasing only finds one of them, and here what stands around it is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from foedus import treaty as treaties
from foedus.claims import pacts
from foedus.claims.duties import duties
from foedus.dates import Moment
from foedus.facts import Article, Membership, Treaty
from foedus.language.calendar import Dated
from foedus.language.lazily import lazily
from foedus.language.names import Mention
from foedus.language.numbers import Quantity
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS, Sentence

_L = LETTERS
_T, _A, _N, _D = _L["treaty"], _L["alliance"], _L["number"], _L["date"]
_MOST = 8
"""Articles of one sentence that are looked at: no sentence of a careful writer has more."""
_ORDINALS = {word: str(n) for n, word in enumerate(("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"), 1)}
_ARTICLE = lazily(rf"\b(?:articles?|art\.)\s+(?P<n>{_N})(?P<part>\s?\(\s?{_N}\s?\))?|\b(?P<word>{'|'.join(_ORDINALS)})\s+article\b")
_PAPER = r"(?:treaty|treaties|charter|pact|agreement|accord|alliance|document|convention|covenant|text)"
_OF = lazily(
    rf"\s*,?\s*(?:(?P<of>of)|in|to|from|under)\s+(?:the\s+|its\s+|their\s+|that\s+|this\s+|a\s+)?(?:(?:[a-z-]+\s+|{_D}\s+){{0,3}}?(?:(?P<t>{_T})|(?P<a>{_A})(?:'s?)?)|(?:(?:founding|alliance's|own|original|same|new|mutual|bilateral|collective|joint|security|defen[cs]e|defen[cs]ive|strategic|{_D}|[{_L['capital']}{_L['state']}{_L['demonym']}])\s+){{0,4}}{_PAPER}\b|(?P<other>\b[a-z]+))"
)
_WHOSE = lazily(rf"(?:(?P<t>{_T})|(?P<a>{_A}))(?:'s?)?\s*(?:,\s*)?(?:[a-z-]+\s+){{0,3}}$")
_LIKE = lazily(r"\s*-?\s*(?:like|style|type|esque|-)")
_OTHER_TEXT = lazily(
    r"\b(?:constitution\w*|lease|contract|statutes?|bylaws|code|protocol|law|decree|rules|regulation|minsk|geneva|club|union's|trade|budget|city|company|court)\b"
)
_QUALIFIED = lazily(r"\s*,?\s*(?:before|until|since|against|outside|over|for|except|prior|by|in (?!its))\b")
"""What makes "never" one of a time or of a case."""
_MUTUAL = r"(?:mutual|collective|common)[\s-]+(?:self-)?(?:defen[cs]e|assistance|aid|security|help)"
_CLAUSE = r"(?:clause|provision|guarantee|commitment|pledge|article|principle|obligation|promise|mechanism)"
_HIT = r"(?:attacks?|aggression|assaults?|strikes?|blow|acts?\s+of\s+(?:aggression|war))"
_ONE = r"(?:one|any|either|each|another|members?|ally|allies|part(?:y|ies)|them|single|signator(?:y|ies)|state|country|nation)"
_ALL = r"(?:all|both|each|everyone|every|the\s+others?|the\s+rest|them|themselves|itself|the\s+(?:whole|entire)|its\s+own|any)"
_ONE_ALL = lazily(
    rf"\b{_HIT}\s+(?:on|against|upon)\s+(?:the\s+)?[{pacts.SIDES}]\s+[^.;?]{{0,60}}?\b{_HIT}\s+(?:on|against|upon)\s+(?:all\s+of\s+|the\s+)?(?:{_A}|[{pacts.SIDES}])|\b{_HIT}\b[^.;\"]{{0,40}}?\b(?:on|against|upon|of)\b[^.;]{{0,60}}?(?:\b{_ONE}\b|{_N}|[{pacts.SIDES}]\s+(?:or|and)\s+(?:the\s+)?[{pacts.SIDES}])[^.;?]{{0,110}}?"
    rf"(?:\b{_HIT}\s+(?:on|against|upon)\s+(?:[a-z]+\s+){{0,2}}?(?:{_ALL}\b|{_A}|{_N})|\b(?:on|against|upon)\s+(?:them\s+)?(?:all|both|everyone)\b|\bendanger\w*\b|\b(?:threat|danger)\s+to\s+(?:[a-z]+\s+){{0,4}}?(?:all|both|others?|its\s+own|each|whole|entire)\b|\bconcern\s+(?:of|to)\s+all\b)"
)
_WHOEVER = lazily(
    rf"\b(?:(?:whoever|anyone\s+who|he\s+who|a\s+country\s+that)\s+(?:attacks|strikes)|(?:to\s+)?(?:attack|strike|hit)(?:ing)?)\s+[^.;?]{{0,40}}?(?:\b(?:one|any|either|a|it)\b|{_N})[^.;?]{{0,60}}?\b(?:attack\w*|strik\w*|hit\w*|fight\w*|faces?|takes?\s+on)\b[^.;?]{{0,20}}?\b(?:all|everyone|others|both|rest|whole|entire)\b"
)
_DUTY = (
    r"(?:oblig\w+|commit(?:s|ted|ting|ment)?|bind(?:s|ing)?|bound|requir(?:e[sd]?|ing)|compel\w*|must|ha(?:s|ve|d)\s+to|(?:is|are|was|were)\s+to|shall|agree[sd]?|promis(?:e[sd]?|ing)|pledg(?:e[sd]?|ing)|undert(?:ook|akes?|aken|aking)|"
    r"owe[sd]?|swore|sworn|provid(?:es|ed|ing)\s+(?:that|for)|stipulat\w+|call(?:s|ed)?\s+(?:for|on|upon)|will|would|duty|obligations?|mandat\w+|vow\w*|supposed\s+to|expected\s+to|lays?\s+down|say(?:s|ing)|said|stat(?:es|ed|ing)|declar\w+|holds?|recogni[sz]es?|guarantees?)"
)
_GIVE = (
    rf"(?:defend\w*|protect\w*|assist\w*|aid\b|help\w*|come\s+to\b|coming\s+to\b|go\s+to\s+the|stand\s+(?:by|together)|render\w*|lend\w*|respond\w*|act\b(?=\s+(?:[a-z]+\s+){{0,3}}?(?:if|when|to\s+meet|together|in\s+concert|jointly|at\s+once)\b)|fight\b|rescue|support\w*|take\s+(?:[a-z]+\s+){0, 2}?action|meet\s+the\s+common\s+danger|"
    rf"{_MUTUAL})"
)
_WHOM = (
    r"(?:each\s+other(?:'s)?|one\s+another(?:'s)?|the\s+other(?:s|'s)?|any\s+(?:[a-z]+\s+)?(?:member|ally|allies|party|of\s+them|other|signatory|state)|an?\s+(?:[a-z]+\s+)?(?:member|ally|party|signatory|partner|state|country)(?!\s+of\s+(?:parliament|congress))|"
    r"attacked|attack|aggression|victim|invaded|one\s+of\s+(?:them|its|the)|in\s+case\s+of\s+war|whichever|either)"
)
_OWED = lazily(rf"\b(?P<duty>{_DUTY})\b(?P<gap>[^.;?]{{0,130}}?)\b{_GIVE}(?P<rest>[^.;?]{{0,110}}?\b{_WHOM}\b)?")
_STRUCK_FIRST = lazily(
    rf"\b{_HIT}\s+(?:on|against|upon)\s|\b(?:if|when|whenever|should|in\s+case|in\s+the\s+event|were)\b[^.;?]{{0,90}}?\b(?:attack\w*|aggression|invaded|invasion|victim|war|struck)\b"
)
_INVOKED = lazily(
    r"\b(?:invok(?:ed|e|es|ing)|invocations?|trigger(?:ed|s|ing)?|activat(?:ed|ing|ion)|used|use(?=\s+of)|called\s+(?:up)?on|calling\s+(?:up)?on|resorted\s+to|recourse\s+to|exercised|employed|brought\s+into\s+play|c[ao]me\s+into\s+play|"
    r"put\s+(?:in)?to\s+(?:use|practice|effect|action|the\s+test)|appealed\s+to|applied|enacted)\b"
)
_SUPPOSED = lazily(
    r"\b(?:would|could|might|may|should|can|cannot|will|if|whether|unless|until|to|expect\w*|want\w*|threat\w*|consider\w*|urg\w+|plan\w*|ready|not|never|n't|without|refus\w+|yet|debat\w+|discuss\w*|calls?\s+for|possib\w+|before|by|be)\s+(?:[a-z]+\s+){0,2}$"
)
_OFTEN = lazily(
    rf"(?P<only>\b(?:(?:first|one)\s+and\s+(?:[a-z]+\s+){{0,3}}?(?:only|last)\s+time|(?:only|sole|single)\s+(?:time|occasion|instance|case|use|invocation|activation|triggering)\b|only\s+(?:[a-z]+\s+){{0,3}}?(?:time|occasion)\b))"
    rf"|(?P<once>\b(?:only|just|exactly|merely|but|precisely)\s+(?:ever\s+)?once\b|(?<!was )(?<!were )(?<!is )(?<!at )\bonce\b(?=\s*(?:[,.:;—(]|$|in\s+(?:its|the|{_A})|since|so\s+far|after|before\s+now|to\s+date|by|on\s+behalf|following|when|only|ever))|\bonce\s+only\b|\ba\s+single\s+time\b|\bone\s+time\b|\bon\s+(?:(?:only|just)\s+)?(?:one|a\s+single)\s+occasion\b)"
    rf"|(?P<twice>\btwice\b)|(?P<n>{_N})\s+(?:times?|occasions?)\b"
)
_SINCE = lazily(
    r"\b(?:(?:founding|creation|birth|founded|established|formed|force)\s+(?:in|on)|since|of|until|before|after|following|signed|from|to|over|wake|by|between)\s+(?:the\s+)?(?:[a-z]+\s+)?$"
)
_NINE = lazily(
    rf"\b(?:attacks?|strikes?|events)\s+(?:of|on)\s+(?P<a>{_D})|(?P<b>{_D})\s+(?:[a-z]+\s+)?attacks?\b|\b(?:after|following)\s+(?P<c>{_D})"
)
_ASKED = lazily(r"\b(?:requested|asked\s+for|called\s+for|called|sought|demanded|convened|held|triggered|asked)\b")
_UNSURE = lazily(
    r"\b(?:whether|why|want\w*|wish\w*|hop(?:e[sd]?|ing)|propos\w+|doubts?|doubted|could|might|may(?!\s+(?:request|call|ask|consult))|negotiat\w+|draft\w*|seek\w*|sought|demand\w*|urg\w+|suggest\w*|possible|potential|considering|planned|imagin\w+|future)\b[^.;:]*$"
)
_NOT = lazily(r"\b(?:not|never|no|nor|neither|n't|without|\w+n't|nothing)\b")
_PAST = lazily(
    r"\b(?:obliged|committed|required|bound|promised|pledged|undertook|agreed|called|said|stated|declared|provided|stipulated|was|were|had|swore|owed)\b"
)
_NOW = lazily(
    r"\b(?:is|are|has|have|must|remains?|obliges|commits|requires|binds|says|states|provides|stipulates|holds|will|under\s+which|be)\b"
)
_STRANGER = lazily(
    r"\b(?:journalis\w+|banks?|press|democracy|freedom|workers?|churches|doctors?|teachers?|women|police\w*|judges?|compan\w+|faith|religion|players?|savers|students?|schools?|employer\w*|tenants?|unions?|insurer\w*|policyholder\w*|clubs?)\b"
)  # fmt: skip


class Told(NamedTuple):
    """What a sentence tells of an article, or of a treaty as a whole; *start* and *end* are positions of the mask."""

    treaty: str
    article: str
    content: str
    times: int | None
    date: str
    past: bool
    start: int
    end: int


def told(match: Match) -> list[Told]:
    """Everything that the sentence of the match tells of articles and of what treaties oblige to."""
    sentence = match.sentence
    if _STRANGER.search(sentence.folded):
        return []
    found: list[Told] = []
    for article in islice(_ARTICLE.finditer(sentence.folded), _MOST):
        found += _of_article(match, article)
    if not any(one.times is not None or one.date for one in found):
        found += _of_clause(match)
    if not any(one.content for one in found) and not _ARTICLE.search(sentence.folded):
        found += _of_treaty(match)
    return found


def _of_article(match: Match, article: re.Match[str]) -> Iterator[Told]:
    sentence, folded = match.sentence, match.sentence.folded
    number = _number_of(sentence, article)
    if not number or _LIKE.match(folded, article.end()):
        return
    treaty, low, high = _owner(match, article, number)
    if not treaty:
        return
    first, last = pacts.clause(folded, article.start(), article.end())
    first = 0 if folded[first - 1 : first] == " " else first  # what stands before a colon speaks of the same
    if number not in ("4", "5", "42.7") and not _contents(sentence, treaty, number):
        return
    invoked = _invocation(match, treaty, number, first, last, low, high)
    if invoked is None and (it := _IT_WAS.match(folded, last)) and _INVOKED.search(folded, it.end()):
        invoked = _invocation(
            match, treaty, number, last + 1, len(folded), it.start("it"), it.end("it")
        )  # "...; the only time that it was invoked"
    contents = _contents(sentence, treaty, number)
    if _COMPARED.search(folded[:low]) and any(one.start() != article.start() for one in _ARTICLE.finditer(folded)):
        return  # "goes further than NATO's Article 5": what is said is said of the other
    for content, core in _cores(folded, first, max(last, len(folded))):
        if content not in contents and not _SET_OUT.search(folded[core.end() : article.start()]):
            continue
        between = _OTHERS_ARTICLE.sub("", folded[min(article.end(), core.end()) : max(article.start(), core.start())])
        if len(between) > 120 or _NOT.search(between) or _UNSURE.search(between) or _ARTICLE.search(between):
            continue
        if _to_a_state(sentence, core) and sentence.once("duties", lambda: duties(match)):
            continue  # who must defend whom is a claim of its own
        past = bool(_PAST.search(between + core[0])) and not _NOW.search(between + core[0])
        start, end = min(low, core.start()), max(high, core.end())
        if invoked is not None:
            verb = _INVOKED.search(folded, end, invoked.end) if invoked.start == low == start else None
            if verb is None:
                break
            invoked = invoked._replace(start=verb.start())  # "Article 4, which provides for talks, was invoked on Friday"
        yield Told(treaty, number, content, None, "", past, start, end)
        break
    if invoked is not None:
        yield invoked


_SET_OUT = lazily(
    r"^[,\s]*(?:(?:is|are|was|which|that|as)\s+)*(?:set|laid|enshrined|contained|codified|embodied|spelled|written|outlined|established|anchored)\s+(?:out\s+|down\s+)?(?:in|by)\s+(?:the\s+|its\s+)?(?:\S+\s+)?$"
)
"""The words that say in which article an obligation stands, so that it may be the wrong one."""


_COMPARED = lazily(r"\b(?:than|like|unlike|as|resembl\w+|equivalent\s+of|answer\s+to|counterpart\s+of)\s+(?:the\s+)?$")
_OTHERS_ARTICLE = lazily(rf"\b(?:than|like|unlike|as|equivalent\s+of)\s+(?:the\s+)?(?:{_A}'s?\s+)?articles?\s+{_N}")
_IT_WAS = lazily(r"[;:—][^.;]{0,50}?\b(?P<it>it)\s+(?:has|had|was)\b")


def _to_a_state(sentence: Sentence, core: re.Match[str]) -> bool:
    return any(item.letter in pacts.SIDES for item in sentence.inside(*core.span()))


_DEFENCE_WORDS = lazily(
    rf"\b{_MUTUAL}\b|\ball\s+for\s+(?:one\b|{_N})|\b(?:defend|protect|aid|assist|help)(?:ing)?\s+(?:each\s+other|one\s+another|any\s+|an?\s+(?:[a-z]+\s+)?(?:ally|member)|them\b|it\b|[{pacts.SIDES}])|\b(?:come|coming)\s+to\s+[^.;]{{0,40}}?\b(?:aid|defen[cs]e|help|assistance|rescue)\b"
    r"|\b(?:military|other|all)\s+(?:[a-z]+\s+){0,3}?(?:aid|assistance|help)\b|\baid\s+and\s+assistance\b|\bbound\s+(?:[a-z]+\s+)?to\s+respond\b|\bmeet\s+the\s+common\s+danger\b|\bdefen[cs]e\s+of\s+(?:the\s+(?:rest|others?)|all|each\s+other|any|every)\b|\ban?\s+(?:armed\s+)?attack\s+on\s+(?:one|any)\b"
)
_CONSULT_WORDS = lazily(
    r"\b(?:consult\w*|talks)\b[^.;]{0,80}?\b(?:threat\w*|when\w*|if|security|territor\w+|independence)\b|\b(?:allows?|lets?|entitles?|enables?|permits?|provides?\s+for|calls?\s+for|can|may|must)\b[^.;]{0,60}?\b(?:consult\w*|talks|discuss\w*)\b"
)


def _cores(folded: str, first: int, last: int) -> Iterator[tuple[str, re.Match[str]]]:
    """The words in a clause that say to what an article obliges."""
    for content, pattern in (("defense", _ONE_ALL), ("defense", _WHOEVER), ("defense", _DEFENCE_WORDS), ("consultation", _CONSULT_WORDS)):
        found = pattern.search(folded, first, last)
        if found:
            yield content, found
    owed, content = _duty(folded, ())
    if owed is not None:
        yield content, owed


def _contents(sentence: Sentence, treaty: str, number: str) -> set[str]:
    """To what an article obliges, by the record; the number may be written in Roman numerals there."""
    record = sentence.context.record
    written = {number, number.replace(".", "(") + ")" if "." in number else number, _ROMAN.get(number, number)}
    return {article.content for article in record.of(Article, treaty=treaty) if article.number in written}


_ROMAN = {str(n): numeral for n, numeral in enumerate(("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"), 1)}


def _number_of(sentence: Sentence, article: re.Match[str]) -> str:
    """The article's number as a string: "5", "42.7" for "42(7)", "2" for "the second article"."""
    if article["word"]:
        return _ORDINALS[article["word"]]
    numbers = [
        item.what for item in sentence.inside(article.start("n"), article.end()) if isinstance(item.what, Quantity) and not item.what.unit
    ]
    return ".".join(f"{number.value:g}" for number in numbers)


def _owner(match: Match, article: re.Match[str], number: str) -> tuple[str, int, int]:
    """Of which treaty the article is, and the bounds of the words that say so."""
    sentence, folded = match.sentence, match.sentence.folded
    low, high = article.span()
    of = _OF.match(folded, article.end())
    its = False
    if of:
        if of["t"] or of["a"]:
            return treaty_at(sentence, of.start("t") if of["t"] else of.start("a")), low, of.end()
        if of["other"] and of["of"]:
            return "", low, high
        if of["other"]:
            of = None
    if of:
        high, its = of.end(), bool(re.search(r"\b(?:its|their)\s+(?:[a-z]+\s+)?[a-z]+$", of[0]))
    whose = _WHOSE.search(folded[:low])
    if whose and not its:
        return treaty_at(sentence, whose.start("t") if whose["t"] else whose.start("a")), whose.start(), high
    if number == "42.7" and not any(item.letter in (_T, _A) for item in sentence.items):
        return sentence.context.names.treaty_of.get("EU", ""), low, high  # no other treaty has an article so numbered
    return treaty_meant(match, low, high, its=its) or _usual(match, number), low, high


def _usual(match: Match, number: str) -> str:
    """Article 5 with nothing else named is NATO's."""
    plain = number in ("4", "5") and not _OTHER_TEXT.search(match.sentence.folded)
    return match.sentence.context.names.treaty_of.get("NATO", "") if plain else ""


def treaty_at(sentence: Sentence, at: int) -> str:
    """The treaty that the letter at a place names, or that of the alliance."""
    name = sentence.name_at(at)
    if name is None:
        return ""
    return name.id if name.type == "treaty" else sentence.context.names.treaty_of.get(name.id, "")


def treaty_meant(match: Match, low: int, high: int, *, its: bool = False, far: bool = True) -> str:
    """The treaty of which the words between two places speak: the one named nearest before or behind, that between two states, or the one named last."""
    sentence, folded = match.sentence, match.sentence.folded
    named = [item for item in sentence.items if item.letter in (_T, _A) and treaty_at(sentence, item.at)]
    if its:  # whose own it is, is the subject: not "NATO's", nor "like NATO"
        own = [
            item for item in named
            if item.letter == _A and item.at < low and not folded.startswith("'", item.at + 1)
            and not re.search(r"\b(?:like|unlike|than|with|of|from|as)\s+(?:the\s+)?$", folded[: item.at])
        ]  # fmt: skip
        named = own or named
    named = [item for item in named if not re.search(r"\b(?:unlike|like|than|resembl\w+|similar\s+to|modelled\s+on|modeled\s+on|as\s+in|joined|join|outside|entered)\s+(?:the\s+)?$", folded[: item.at])] or named  # fmt: skip
    pair = _bilateral(match, low, high)
    if pair:
        return pair
    before = [item for item in named if item.at < low]
    behind = [item for item in named if item.at >= low]
    for group in (
        sorted((item for item in before if item.letter == _T), key=lambda item: -item.at),
        sorted(before, key=lambda item: -item.at),
        behind,
    ):
        if group:
            return treaty_at(sentence, group[0].at)
    if not far:
        return ""
    name = match.antecedent("alliance", "treaty")
    if name is not None:
        return name.id if name.type == "treaty" else sentence.context.names.treaty_of.get(name.id, "")
    only = sentence.context.only_alliance
    return sentence.context.names.treaty_of.get(only.id, "") if only else ""


_PACT = lazily(rf"\b(?:{_PAPER[3:-1]}|deal|arrangement)s?\b")


def _bilateral(match: Match, low: int, high: int) -> str:
    """The treaty of mutual defence between two states that the words around name: "the 1961 treaty between Beijing and Pyongyang"."""
    sentence, folded = match.sentence, match.sentence.folded
    if any(item.letter == _T for item in sentence.items):
        return ""
    others = [item for item in sentence.items if item.letter == _A and isinstance(item.what, Mention)]
    called = [item for item in others if item.what.meanings[0].use == "anaphor"]  # type: ignore[union-attr]
    if len(called) < len(others) or not (called or _PACT.search(folded)):
        return ""
    states = sentence.states(0, len(folded), demonyms=True)
    if len(states) == 1:
        return _signed_in(match, states[0])
    if len(states) != 2:
        return ""
    dated = next((item.what.moment for item in sentence.items if isinstance(item.what, Dated)), None)
    return pacts.between(sentence.context.record, states, dated, "mutual pact " + folded) or pacts.defensive(
        sentence.context.record, states, sentence.context.published
    )


def _signed_in(match: Match, state: str) -> str:
    """The treaty of mutual defence that is called by the capital in which it was signed: "the Pyongyang treaty"."""
    sentence, record = match.sentence, match.sentence.context.record
    city = re.search(rf"(?P<city>[{_L['capital']}])\s+(?:treaty|pact|agreement)\b", sentence.folded)
    if city is None:
        return ""
    item = next(item for item in sentence.items if item.at == city.start("city"))
    name, day = sentence.text[item.start : item.end], sentence.context.published
    found = [
        fact
        for fact in record.of(Treaty)
        if fact.place == name and fact.signed.latest <= day and treaties.articles(record, fact.id, "defense")
    ]
    own = [fact for fact in found if any(spell.state == state for spell in record.of(Membership, alliance=fact.bond))]
    return max(own, key=lambda fact: fact.signed.latest).id if own else ""


_THE_CLAUSE = lazily(
    rf"(?:(?P<t>{_T}|{_A})(?:'s?)?\s+)?(?:[a-z-]+\s+){{0,2}}?(?:{_MUTUAL}\s+{_CLAUSE}|(?P<alone>\b(?:the|this|that)\s+(?:clause|article|provision))\b)|(?P<bare>{_T}(?:\s+(?:treaty|pact))?|{_A}(?:\s+(?:treaty|pact))|{_A}(?=\s+(?:(?:has|had)\s+(?:[a-z]+\s+){{0,2}}?been|was)\s+(?:[a-z]+\s+)?(?:invoked|triggered|activated))|(?:(?<=invoked )|(?<=invoked the )){_A})(?!'|\s+[a-z]*\s*(?:members|allies))"
)


def _of_clause(match: Match) -> Iterator[Told]:
    """A treaty's mutual defence clause, or the treaty as a whole, that was invoked."""
    sentence, folded = match.sentence, match.sentence.folded
    if not _INVOKED.search(folded):
        return
    for clause in _THE_CLAUSE.finditer(folded):
        first, last = pacts.clause(folded, *clause.span())
        number = ""
        if clause["alone"]:
            said = next((one for one in reversed(sentence.context.said) if getattr(one, "kind", "") == "obligation"), None)
            treaty, number = str(getattr(said, "treaty", "")), str(getattr(said, "article", ""))
            if said is None:
                treaty = treaty_meant(match, *clause.span())
        elif clause["t"] or clause["bare"]:
            treaty = treaty_at(sentence, clause.start("t") if clause["t"] else clause.start("bare"))
        else:
            treaty = treaty_meant(match, *clause.span())
        if not treaty:
            continue
        invoked = _invocation(match, treaty, number, first, last, *clause.span(), near=bool(clause["bare"]))
        if invoked is not None:
            yield invoked
            return


def _invocation(match: Match, treaty: str, number: str, first: int, last: int, low: int, high: int, *, near: bool = False) -> Told | None:
    """How often or when the article between two places was invoked."""
    sentence, folded = match.sentence, match.sentence.folded
    asked = _asked(match, treaty, number, first, last, low, high)
    if asked is not None:
        return asked
    verbs = [
        verb for verb in _INVOKED.finditer(folded, first, last) if not near or abs(verb.start() - high) < 40 or abs(low - verb.end()) < 12
    ]
    if not verbs or _UNSURE.search(folded[first : verbs[0].start()]):
        return None
    verb = min(verbs, key=lambda one: min(abs(one.start() - high), abs(low - one.end())))
    if not re.search(r"invo|trigger|activat|called\s+(?:up)?on", verb[0]) and folded[verb.end() : low].strip() and low > verb.end() + 25:
        return None
    often = next(
        (found for found in _OFTEN.finditer(folded, first, last) if not found["n"] or sentence.number_at(found.start("n")) is not None),
        None,
    )
    if re.search(
        r"\bnever\s+(?:(?:been|once|yet|formally|actually|before|had|to|ever|in\s+[a-z]+\s+[a-z]+)\s+)*$", folded[first : verb.start()]
    ):
        start, end = min(low, verb.start()), max(high, verb.end())
        qualified = _QUALIFIED.match(folded, end) or _QUALIFIED.match(folded, verb.end())
        return None if qualified else Told(treaty, number, "", 0, "", False, start, end)
    modal = _SUPPOSED.search(folded[first : verb.start()])
    if modal and not (often and re.match(r"to\b", modal[0]) and not re.search(r"\b(?:want|plan|refus|threat|ready)\w*\s+to\s", modal[0])) and not re.match(r"(?:be|by|to\s+be)\b.*", modal[0]):  # fmt: skip
        return None
    start, end = min(low, verb.start()), max(high, verb.end())
    if often:
        times = 1 if often["only"] or often["once"] else 2 if often["twice"] else sentence.number_at(often.start("n"))
        if _partial(folded, often, first, last):
            return None
        moment = _when(sentence, first, last, verb, times)
        return Told(treaty, number, "", times, moment, False, min(start, often.start()), max(end, often.end()))
    if not re.search(r"invo|trigger|activat|called|calling|resort|recourse", verb[0]):
        return None
    written = _when(sentence, first, last, verb, None)
    return Told(treaty, number, "", None, written, False, start, end) if written else None


def _asked(match: Match, treaty: str, number: str, first: int, last: int, low: int, high: int) -> Told | None:
    """When consultations under an article were asked for or held."""
    sentence, folded = match.sentence, match.sentence.folded
    verb = _ASKED.search(folded, first, last)
    talks = _TALKS.search(folded, first, last)
    if (
        not number
        or verb is None
        or talks is None
        or min(abs(talks.start() - high), abs(low - talks.end())) > 30
        or verb.start() > talks.end()
    ):
        return None
    if _SUPPOSED.search(folded[first : verb.start()]) or _UNSURE.search(folded[first : verb.start()]) or _OFTEN.search(folded, first, last):
        return None
    written = _when(sentence, first, last, verb, None)
    return Told(treaty, number, "", None, written, False, min(low, verb.start()), max(high, talks.end())) if written else None


_TALKS = lazily(r"\b(?:consultations?|talks|meeting|session|discussions)\b")


def _partial(folded: str, often: re.Match[str], first: int, last: int) -> bool:
    """Whether it is only said how often one party did it, or in one year: "Turkey has invoked it five times", "twice in 2012"."""
    if often["only"] or (often["once"] and re.match(r"only|just|but|merely|exactly|precisely", often[0])):
        return False
    lead = folded[first : often.start()]
    return bool(
        re.search(rf"[{pacts.SIDES}]\s+(?:[a-z]+\s+){{0,4}}?(?:invoked|triggered|activated|used|called|asked|requested|resorted)", lead)
    ) or bool(re.match(rf"\s*(?:in|during)\s+{_D}", folded[often.end() : last]))


def _when(sentence: Sentence, first: int, last: int, verb: re.Match[str], times: int | None) -> str:
    """The day told of an invocation; "after the attacks of September 11" are those of 2001."""
    folded = sentence.folded
    dates = [(item.at, item.what.moment) for item in sentence.items if isinstance(item.what, Dated) and first <= item.at < last]
    nine = next((found for found in _NINE.finditer(folded, first, last)), None)
    if nine:
        at = next(nine.start(slot) for slot in "abc" if nine[slot])
        moment = sentence.moment_at(at)
        if moment is not None and moment.text[5:] in ("09-11", "09"):
            rest = [day for place, day in dates if place != at and not _SINCE.search(folded[:place])]
            return rest[0].text if rest and times is None else "2001-09"
    told = [(abs(place - verb.start()), day) for place, day in dates if not _SINCE.search(folded[first:place]) and not _lasting(day)]
    return min(told, key=lambda pair: pair[0])[1].text if told and (times in (None, 1)) else ""


def _lasting(day: Moment) -> bool:
    return (day.latest - day.earliest).days > 366


_FOOTING = r"(?:built|based|founded|grounded|rooted|rests?|relies|depends|heart|core|cent(?:re|er)|cornerstone|bedrock|foundations?|essence|basis|linchpin|backbone|raison|united|bound|tied|linked|joined|binds?|ties|unites?|links|holds)"
_RESTS = lazily(
    rf"(?:{_A}|{_T})[^.;:?]{{0,60}}?\b{_FOOTING}\b[^.;:?]{{0,60}}?\b{_MUTUAL}\b|\b{_MUTUAL}\b[^.;:?]{{0,60}}?\b{_FOOTING}\b[^.;:?]{{0,60}}?(?:{_A}|{_T})|\b{_FOOTING}\s+of\s+(?:the\s+)?{_A}[^.;:?]{{0,30}}?\b{_MUTUAL}\b|(?:{_A}|{_T})(?:'s?)?\s+(?:has|have|contains?|includes?|is)\s+(?:[a-z]+\s+){{0,4}}?{_MUTUAL}\s+(?:clause|provision|guarantee|treaty|pact|agreement)\b"
)
"""On what an alliance rests: "collective defence is at the heart of NATO"."""


def _of_treaty(match: Match) -> Iterator[Told]:
    """To what a treaty obliges those who are party to it, no article being named."""
    sentence, folded = match.sentence, match.sentence.folded
    core = _ONE_ALL.search(folded) or _WHOEVER.search(folded) or _RESTS.search(folded)
    content = "defense"
    if core is None:
        core, content = _duty(folded, [item.at for item in sentence.items if item.letter in pacts.SIDES])
        if core is not None and not _PAPER_BINDS.search(folded[: core.start() + 12]) and sentence.once("duties", lambda: duties(match)):
            return  # who must defend whom is a claim of its own
    if core is None:
        return
    first, _ = pacts.clause(folded, core.start(), core.end())
    if _UNSURE.search(folded[first : core.start()]) or _NOT.search(folded[max(first, core.start() - 60) : core.start()]):
        return
    treaty = treaty_meant(match, core.start(), core.end(), its=bool(re.search(r"\bits\s+(?:members|treaty|parties)\b", folded)))
    if treaty and not treaties.articles(sentence.context.record, treaty, content):
        treaty = pacts.defence_of(sentence.context.record, treaty, content)
    if not treaty:
        return
    said = folded[first : core.end()]
    past = bool(_PAST.search(said)) and not _NOW.search(said)
    named = [item.at for item in sentence.items if item.letter in (_T, _A) and first <= item.at < core.start()]
    yield Told(treaty, "", content, None, "", past, min([core.start(), *named[-1:]]), core.end())


_WHO = lazily(
    rf"\b(?:members|allies|parties|signatories|partners|(?:member\s+)?(?:states|countries|nations)|others|each(?:\s+(?:party|side|member|of\s+(?:them|the\s+[a-z]+)))?|both|either|the\s+(?:two|three|five|other|rest)|they|them|it|one|{_N}|every(?:one|\s+member)?|all|signatory|party|founders)\b|{_N}"
)


_PAPER_BINDS = lazily(
    rf"(?:{_T}|{_A}|\b{_PAPER})[^.;:]{{0,60}}?\b(?:oblig|commit|bind|requir|provid|stipulat|calls?\s+for|compel|lays|mandat|pledg|promis)\w*\s*(?:[a-z]+\s*)?$"
)
"""It is a treaty that binds, not a state that is bound."""


def _duty(folded: str, states: Sequence[int]) -> tuple[re.Match[str] | None, str]:
    """Words of duty with the help that is owed, or the counsel, to none of the *states* named in certain places."""
    for owed in _OWED.finditer(folded):
        around = folded[max(0, owed.start() - 90) : owed.end()]
        condition = _STRUCK_FIRST.search(folded[: owed.start()])
        if not (owed["rest"] or condition) or not _WHO.search(around):
            continue
        if _NOT.search(owed["gap"]) or any(owed.end("gap") <= at < owed.end() for at in states):
            continue
        if owed["duty"] in ("will", "would", "say", "says", "said", "saying", "states", "stated", "holds", "hold") and not (
            _PACT.search(around) or any(letter in folded for letter in (_T, _A))
        ):
            continue
        return owed, "defense"
    consult = re.search(
        rf"\b{_DUTY}\b[^.;?]{{0,80}}?\bconsult\w*\b[^.;?]{{0,80}}?\b(?:threat\w*|attack\w*|danger\w*|crisis|security|when\w*|if|subversion)\b",
        folded,
    )
    return consult, "consultation"
