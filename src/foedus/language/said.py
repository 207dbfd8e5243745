"""The words that a report gives to its speaker, told by the grammar of the sentence alone: a clause, a promise, a name for something, a quotation.

What is not worth a finding is told here as well: verbs that report no words ("gave", "wants"), announcements of a thing instead of a clause, passives,
feelings, and words too few to say anything.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.language import reports, speakers
from foedus.language.names import Mention
from foedus.language.namesakes import NO_NAMES
from foedus.language.reports import Report
from foedus.language.sentence import LETTERS, Sentence

_L = LETTERS
_ID = "[\ue000-\ue010]"


class Words(NamedTuple):
    """What somebody is reported to have said, and the whole report, by their places in the mask."""

    start: int
    end: int
    first: int
    last: int
    gap: tuple[int, int] | None = None
    """Where the report stands within its words: "the deal, said Erdogan, was good"."""


def _any(words: str) -> str:
    return "|".join(sorted((word.replace("_", r"\s+") for word in words.split()), key=len, reverse=True))


_CLAUSE_VERBS = _any(
    "say says said saying tell tells told telling announce announces announced announcing declare declares declared declaring stating "
    "stated warn warns warned warning add adds added adding argue argues argued arguing insist insists insisted insisting claim claims "
    "claimed claiming maintain maintains maintained assert asserts asserted stress stresses stressed reiterate reiterates reiterated "
    "repeat repeats repeated note notes noted reply replies replied answer answers answered respond responds responded write writes "
    "wrote written post posted tweeted explain explains explained remark remarked comment commented confirm confirms confirmed "
    "acknowledge acknowledges acknowledged admit admits admitted concede concedes conceded vow vows vowed promise promises promised "
    "pledge pledged signal signals signaled signalled hinted indicated suggested proclaim proclaims proclaimed emphasized emphasised "
    "underlined underscored complain complains complained recalled cautioned cautions boasted boasts lamented lament contended contends "
    "affirmed affirms reaffirmed reaffirms disclosed revealed quipped joked mused countered counters retorted blogged concluded "
    "voiced_the_view expressed_the_view took_the_view takes_the_view expressed_the_opinion made_the_point made_clear made_it_clear makes_clear let_it_be_known put_it puts_it predicted predicts assure assures assured assuring remind reminds reminded informed alleged alleges charged pleaded denied denies deny demands "
    "demanded swore reported reports"
)
_CLAUSE_VERB = re.compile(rf"(?:{_CLAUSE_VERBS}|quoted\s+(?:[^\s,]+\s+){{0,3}}?as\s+(?:saying|telling)|on\s+record\s+as\s+saying)(?!\w)")
"""Verbs that report a clause."""
_BARE = re.compile(
    r"(?:sa(?:ys?|id|ying)|claim\w*|insist\w*|argue\w*|warn\w*|announce\w*|declare\w*|vow\w*|promise\w*|pledge\w*|adds|added|quoted|on\s+record|admit\w*|stress\w*|denied|denies|swore|put)\b"
)
"""Verbs of which a clause may be the object without "that"."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|isn't|aren't|wasn't|weren't|has|have|had|hasn't|haven't|hadn't|will|won't|would|wouldn't|can|cannot|can't|could|couldn't|must|should|shouldn't|may|might|"
    r"do|does|did|don't|doesn't|didn't|ought|needs?|wants?|remains?|stands?|[a-z]{2,}ed|took|made|went|got|gave|left|lost|knew|came|began|became|saw|held|kept|'s|'re|'ll|'ve)\b"
)
_FINITE_SURE = re.compile(
    r"\b(?:is|are|was|were|isn't|aren't|wasn't|weren't|has|have|had|hasn't|haven't|hadn't|will|won't|would|wouldn't|can|cannot|can't|could|couldn't|must|should|may|might)\b"
)
"""Verbs that are finite whatever stands around: "claims the islands occupied by ..." claims no clause."""
_SUBJECT = re.compile(
    rf"\s*,?\s*(?:{_ID}|the|a|an|his|her|its|their|our|my|this|these|those|it|he|she|they|we|there|no|not|nobody|nothing|none|everyone|everybody|"
    rf"all|any|both|some|most|many|each|every|such|what|if|[a-z-]+)(?!\w)"
)
_SUBJECT_SURE = re.compile(rf"\s*,?\s*(?:its|his|her|their|the|it|he|she|they|there|no|we|{_ID})(?!\w)")
_THAT = re.compile(r"\s*,?\s*that\b(?!\s+(?:of|from|to|for|in|day|week|month|year|morning|evening)\b)\s*")
_QUOTE = re.compile(r'\s*[,:]?\s*(?:that\s+)?"')
_COLON = re.compile(r"\s*:\s*(?=\S)")
_TOLD = re.compile(
    rf"(?:\s+(?:{_ID}|[a-z'-]+)(?:'s)?){{1,9}}?(?P<content>\s+that\b|\s+to\s+(?!the\b|{_ID})[a-z]|\s+(?:he|she|it|they|there|we|his|her|its|their)\s|\s*[,:]?\s*\"|:\s)"
)
_INFINITIVE = re.compile(r"\s+(?P<content>(?:not\s+|never\s+|once\s+more\s+)?to\s+(?:[a-z]+ly\s+)?[a-z]+)")
_CLAIMS_TO = re.compile(r"\s+(?P<content>(?:not\s+)?to\s+(?:have|be|know|hold|control|see)\b)")
_DECLARES = re.compile(rf"\s+(?P<content>(?:the\s+)?{_ID}\s+(?:the|a|an|to\s+be|dead|over)\s)")
_PROMISES = re.compile(r"(?:vow|promise|pledge|swore|offered|demand)\w*")
_NAMES = re.compile(r"(?:call|calls|called|calling|dub|dubs|dubbed|deem|deemed|term|termed)(?!\w)")
_NAMES_IT = re.compile(r"(?:brand|label)+[a-z]*\s+(?:it|this|that|them|such)\s")
_NAMES_AS = re.compile(r"(?:describ|label|brand|denounc|hail|dismiss|portray|paint|cast|condemn|present|characteri[sz]|reject|defend)\w*")
_NOT_NAMED = re.compile(
    rf"[^.;:\"]{{3,70}}?\s(?:by|on\s+the)\s+(?:tele)?phone\b|\s+(?:his|her|its|their|the)\s+(?:[a-z-]+\s+|{_ID}(?:'s)?\s+){{0,3}}(?:counterparts?|colleagues?|opposite\s+number)\b|"
    rf"\s+(?:(?:(?:up)?on|for|off|back|up|in|into|out|to|at|it\s+quits|itself|himself|{_L['date']})(?!\w)|(?:for\s+)?(?:a|an|another|the|fresh|new|early|snap)\s+(?:(?:[a-z0-9-]+|{_ID}(?:'s)?)\s+){{0,4}}(?:meetings?|consultations|talks|truce|ceasefire|halt|summit|session|"
    rf"elections?|referendum|vote|strike|conference|phone)\b|(?:{_L['title']}\s+|{_ID}'s?\s+)*{_L['person']}\s*(?:$|[.,;]|on\b|in\b|at\b|to\b|for\b|from\b|after\b|before\b|again\b|late\b|early\b|last\b|and\b|{_L['date']}))"
)
_OF = re.compile(
    r"(?P<verb>(?:compar|liken|equat)(?:es|ed|ing|e|s)?(?=\s[^.;:]{3,140}?\s(?:to|with)\b)|(?:spoke|speaks|talked|talks|spoken)\s+(?:of|about)|(?:warn|warns|warned|warning|cautioned)\s+(?:[^,.;:\"]{2,40}?\s+)?(?:of|about|against)|(?:complain|complains|complained)\s+(?:of|about)|(?:boast|boasts|boasted)\s+(?:of|about)|"
    r"(?:hinted|hints)\s+at|(?:accuse|accuses|accused|accusing)(?=\s[^.;:]{1,90}?\sof\b)|(?:blame|blames|blamed|blaming)(?=\s[^.;:]{1,90}?\s(?:for|on)\b)|(?:rules|ruled|ruling)\s+out|(?:insisted|insists)\s+on|"
    r"(?:demand|demands|demanded|demanding)|(?:deny|denies|denied|denying)(?=\s+(?:that|having|being|any|all|it|they|he|she|[a-z]+ing|(?:the|a|such|these|those|reports|claims|allegations|accusations)\b)))(?!\w)"
)
_TELLING = re.compile(
    r"(?:(?:compar|liken|equat)(?:es|ed|ing|s)|(?:dubb|deem|term)ed|(?:spoke|speaks|spoken|talks|talked)\s+(?:of|about)|hint(?:s|ed)\s+at|accus(?:es|ed|ing)|blam(?:es|ed|ing)|rul(?:es|ed|ing)\s+out|call(?:s|ed|ing)?|urg(?:es|ed|ing)|ask(?:s|ed)|"
    r"demand(?:s|ed|ing)|den(?:y|ies|ied|ying)|reject(?:s|ed|ing)|dismiss(?:es|ed)|refut(?:es|ed)|disput(?:es|ed)|describ(?:es|ed|ing)|label+ed|brand(?:s|ed)|denounc(?:es|ed)|hail(?:s|ed|ing)|"
    r"portray(?:s|ed)|paint(?:s|ed)|casts|condemn(?:s|ed)|characteri[sz](?:es|ed)|prais(?:es|ed)|defended|(?:vow|promis|pledg|offer|swore|demand)\w*\s+(?:not\s+|never\s+|once\s+more\s+)?to|"
    r"(?:warn|complain|boast)\w*\s+(?:of|against|about)|insist(?:s|ed)\s+on|claim(?:s|ed|ing)\s+to)(?![\w-])"
)
_CLAIM_NOUN = (
    r"\s+(?:(?:the|a|an|such|any|all|these|those|as)\s+)?(?:[a-z-]+\s+|[\ue000-\ue010](?:'s)?\s+){0,3}?(?:claims?|reports?|accusations?|allegations?|assertions?|charges?|suggestions?|notion|idea|"
    r"talk|criticism|rumou?rs?|demands?|statements?)\b"
)
_REFUSES = re.compile(
    rf"(?:reject|rejects|rejected|rejecting|dismiss|dismisses|dismissed|refute|refutes|refuted|dispute|disputes|disputed)(?={_CLAIM_NOUN})"
)
_BE = re.compile(r"\b(?:is|are|was|were|been|being|be)(?:\s+[a-z]+ly|\s+also|\s+widely|\s+then)*\s*$")
_LISTENER_TAIL = re.compile(
    rf"(?:\s+(?:to\s+)?(?:reporters|journalists|lawmakers|the\s+press|(?:the\s+|an?\s+)?(?:[a-z'-]+\s+|{_ID}(?:'s)?\s+){{0,4}}?(?:conference|briefing|summit|parliament|nation|diplomats|media|television|congress|rally|crowd|audience|forum|"
    rf"assembly|council|committee|viewers|lawmakers|allies|agency|newspaper|magazine|daily|interview|channel|radio|website|broadcaster|guest|bundestag|hosts?|counterparts?|leaders|soldiers|troops|voters|supporters|students|ministers|{_L['outlet']}|{_L['state']}|{_L['person']})))?"
    rf"(?:(?:\s*,)?\s+(?:(?:late|early|earlier|back)\s+)?(?:on\s+|in\s+|last\s+)?(?:{_L['date']}|today|yesterday|this\s+week|this\s+month))?"
    rf"(?:\s+(?:in|at|during|after|before|on|from|via|as|while|when|through|to\s+(?:the|his|her|its|a)|beside|alongside|next\s+to|upon|following|amid|aboard|outside|near|standing|speaking|referring|commenting|shortly|days|hours|weeks)\s[^,.;:\"]{{1,90}}?)?(?:\s+(?:on\s+|in\s+)?{_L['date']})?\s*(?=[.,;\"—]|$|\s-\s)"
)
"""What may stand behind a verb of saying when its words went before: whom it was said to, when and where."""
_ANY_LISTENER = re.compile(
    rf"(?<=tell|told|ells|ured|nded|rned|rmed|ered)\s+(?:him|her|them|us|me|(?:(?:the|a|an|his|her|its|their)\s+)?(?:{_ID}(?:'s)?|[a-z'-]+)(?:\s+{_ID})?)(?=\s*(?:[.,;\"]|$)|\s+(?:in|at|on|during|after|before|late|early|last|by|from|{_L['date']}))"
)
_STOP = re.compile(
    rf"\s*(?:;|—|\s-\s|,\s+(?:but|while|whereas|although|though)\s|,\s+(?:according\s+to|as\s+(?:quoted|reported|cited)\s+by)\s|,\s+(?:the\s+)?{_L['outlet']}|\s(?:while|whereas|although|though)\s|\s,?in\s+an\s+interview\s+with\s|,\s+and\s+(?:that\s+)?(?:the\s+)?{_ID}\s+(?:said|says|told|denied|replied|rejected|called|warned)\b|,\s+and\s+(?:he|she|they)\s+(?:also\s+|later\s+)?(?:said|says|told|added|adds|warned|insisted|noted)\b|,\s+(?:adding|saying|noting|warning|insisting|arguing|stressing)\s)"
)
_BREAK = re.compile(r"[;—:]|\s-\s|,\s+(?:but|while|and)\s+(?=[^,]*$)")
_UNNAMED_VOICES = re.compile(r"\b(?:officials?|diplomats?|negotiators|leaders|authorities|side|command|ministers|lawmakers|sources?)\b")
_NAMESAKE = re.compile(r"(?<![\w-])([A-Z][a-z]+)\s$")
_COMMON = re.compile(
    r"Adams|Ahmed|Ali|Allen|Anderson|Andersson|Austin|Bailey|Baker|Barnes|Bell|Bennett|Brooks|Brown|Bush|Butler|Campbell|Carter|Chen|Clark|Clarke|Coleman|Collins|Cook|Cooper|Cox|Davies|Davis|Edwards|"
    r"Evans|Fischer|Fisher|Ford|Foster|Fox|Garcia|Graham|Grant|Gray|Green|Hall|Hamilton|Hansen|Harris|Hassan|Henderson|Hill|Hoffmann|Howard|Hughes|Hunt|Hussein|Ivanov|Jackson|James|Jensen|Johansson|"
    r"Johnson|Jones|Jordan|Kelly|Khan|Kim|King|Larsen|Lee|Lewis|Long|Lopez|Major|Marshall|Martin|Martinez|Mason|May|Meyer|Miller|Mitchell|Moore|Morgan|Morris|Murphy|Murray|Myers|Nelson|Nguyen|Nielsen|"
    r"Novak|Olsen|Owen|Park|Parker|Patterson|Perry|Peters|Peterson|Petersen|Petrov|Phillips|Powell|Price|Reed|Reynolds|Rice|Richardson|Roberts|Robertson|Robinson|Rodriguez|Rogers|Ross|Russell|Ryan|"
    r"Santos|Schmidt|Scott|Shaw|Silva|Simmons|Simpson|Singh|Smith|Stewart|Stone|Taylor|Thomas|Thompson|Turner|Wagner|Walker|Wallace|Walsh|Wang|Ward|Watson|Weber|West|White|Williams|Wilson|Wood|Woods|"
    r"Wright|Yang|Young|Zhang"
)
"""Surnames that are as often those of others."""


def of(sentence: Sentence, report: Report) -> Words | None:
    """The words of a report, if they are worth a finding."""
    if _is_namesake(sentence, report) or _is_unnamed(sentence, report):
        return None
    letter = sentence.mask[report.at]
    if report.form == "noun":
        return _of_noun(sentence, report)
    if (inserted := _inserted(sentence, report)) is not None:
        return inserted
    if report.form == "inverted":
        if letter == _L["demonym"] and not _OFFICE_BEHIND.match(sentence.folded, report.at + 1):
            return None  # "said the Pole"
        return _ahead(sentence, report, report.start - 1, _tail_of(sentence, report.end))
    if report.form == "around":
        # "According to the alliance" is where a figure comes from; "according to Putin" is what he says.
        return _source(sentence, report) if letter == _L["person"] and reports.is_source(sentence.folded, report) else None
    if letter != _L["person"] and _UNKNOWN_NAME.match(sentence.mask, report.at + 1):
        return None  # "Austria's minister, Anna Musterfrau, said": somebody of whom the record knows nothing
    words = _of_verb(sentence, report) if report.form == "verb" else None
    return None if words is None or _is_an_act(sentence, report, words) else words


def _is_an_act(sentence: Sentence, report: Report, words: Words) -> bool:
    """Whether a state or an alliance does something by its words, or has bound itself: "announced that it would leave", "pledged to defend"."""
    letter, mask = sentence.mask[report.at], sentence.folded
    if letter not in (_L["state"], _L["alliance"]) or report.office_of is not None or mask[report.verb - 1] == '"':
        return False
    if _OFFICE_BEHIND.match(mask, report.at + 1) or words.last <= report.start:
        return False
    if _ASKS.match(mask, report.verb) or (letter == _L["alliance"] and not _CLAUSE_VERB.match(mask, report.verb)):
        return True  # what a country asks for it asks by notes and votes, and what an alliance calls its operations, asks of its members, rules out
    return _BINDS.match(mask, report.verb) is not None or (
        _PERFORMS.match(mask, report.verb) is not None and _ACT.search(mask, words.first, words.last) is not None
    )


_UNKNOWN_NAME = re.compile(rf"(?:'s?)?(?:\s+[a-z]+)*?\s+{_L['title']}\s*,\s+[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)+\s*,")
_OFFICE_BEHIND = re.compile(
    rf"(?:'s?)?\s+(?:[a-z]+\s+){{0,2}}(?:{_L['title']}|ministry|government|military|army|staff|spokes[a-z]+|parliament)"
)
_ASKS = re.compile(
    r"(?:t(?:ell|old)\w*\s[^,;:]{1,60}?\sto\s|ask|urg|call(?:s|ed|ing)?\s+(?:for|on|upon)|demand|hail|rul|insist(?:s|ed)?\s+on|sp|talk)"
)
_BINDS = re.compile(r"(?:promis|pledg|offer)\w*\s+(?:not\s+|never\s+)?to\b")
_PERFORMS = re.compile(r"(?:announc|declar|promis|pledg|proclaim|affirm|reaffirm|agreed|confirm|vow)")
_ACT = re.compile(
    r"\b(?:leav|withdr|join|neutral|non-?align|independen|quit|apply|appli|suspend|denounc|member|invok|ratif|defend|assist|protect|come\s+to|aid\b|attack|accede|accession|"
    r"recogni|annex|war\b)\w*"
)


def _inserted(sentence: Sentence, report: Report) -> Words | None:
    """Words that stand on both sides of a short report: "Turkey, Erdogan said, would not stand in the way"."""
    mask = sentence.folded
    if report.form not in ("verb", "inverted") or (report.form == "verb" and _CLAUSE_VERB.match(mask, report.verb) is None):
        return None
    start = (
        report.start - 1
        if report.form == "inverted"
        else len(re.sub(r"\s+(?:(?:the|its|their|his|her)\s*)?$", "", mask[: report.start])) - 1
    )
    behind = _tail_of(sentence, report.end)
    if start < 1 or mask[start] != "," or behind is None or mask[behind : behind + 1] != "," or mask[:start].count('"') % 2:
        return None
    first = 0
    for stop in _BREAK.finditer(mask, 0, start):
        first = stop.end()
    if _FINITE.search(mask, first, start) and not _OPEN.search(mask, first, start):
        return None  # a whole clause: the words went before
    last = _end(mask, behind + 1)
    found = _worth(sentence, first, last, first, last)
    return found._replace(gap=(start, behind + 1)) if found and _FINITE.search(mask, behind, last) else None


_OPEN = re.compile(r"\b(?:that|which|who|because|if|and|but|when)\s*$")


def _of_noun(sentence: Sentence, report: Report) -> Words | None:
    """What stands behind "Stoltenberg's answer was that"."""
    mask = sentence.folded
    is_that = re.compile(r"\s+(?:to\s+[^,.;:]{1,40}?\s)?(?:is|was|has\s+been|remains)\s+(?:that\b|(?=\"))").match(mask, report.end)
    if is_that is None or _NO_OWNER.search(mask, 0, report.start):
        return None
    last = _end(mask, is_that.end())
    return _worth(sentence, report.start, last, is_that.end(), last)


_NO_OWNER = re.compile(r"\b(?:not|no|to|of|for|by|with|in)\s+(?:the\s+)?$")


def _is_namesake(sentence: Sentence, report: Report) -> bool:
    """Whether a first name stands before the surname that is not the one on record: "Nikolai Peskov"."""
    name = next((item.what.meanings[0] for item in sentence.items if item.at == report.at and isinstance(item.what, Mention)), None)
    if name is None or (name.type == "person" and name.use != "surname"):
        return False
    if name.type != "person":
        # "Air France said"; "Brussels" is as often the Union; "Georgia" alone may be the American state.
        return (
            (name.use != "anaphor" and _is_part_of_a_name(sentence, report.at))
            or name.name == "Brussels"
            or (name.name == "Georgia" and not _others_named(sentence, name.id))
        )
    if report.start == report.at and _COMMON.fullmatch(_written(sentence, report.at)) and not speakers.is_known(sentence, name):
        return True
    return _is_part_of_a_name(sentence, report.at)


def _is_part_of_a_name(sentence: Sentence, at: int) -> bool:
    before = _NAMESAKE.search(sentence.mask, 0, at)
    return before is not None and not NO_NAMES.match(before[1]) and not (before.start() == 0 and before[1].endswith("ly"))


def _written(sentence: Sentence, at: int) -> str:
    return next((sentence.text[item.start : item.end] for item in sentence.items if item.at == at), "")


def _others_named(sentence: Sentence, state: str) -> bool:
    """Whether another state or alliance is named in the sentence or shortly before."""
    here = [item.what.meanings[0] for item in sentence.items if isinstance(item.what, Mention)]
    return any(name.type in ("state", "alliance") and name.id != state for name in (*here, *sentence.context.mentioned[-12:]))


def _is_unnamed(sentence: Sentence, report: Report) -> bool:
    """Whether some officials or leaders of a state speak, of whom nobody is named."""
    if sentence.mask[report.at] == _L["person"]:
        return False
    mask = sentence.folded
    return bool(_UNNAMED_VOICES.search(mask, report.at + 1, report.verb) or _UNNAMED_VOICES.search(mask, report.start, report.at))


def _of_verb(sentence: Sentence, report: Report) -> Words | None:
    mask = sentence.folded
    verb = mask[report.verb : report.end]
    gap = mask[report.at + 1 : report.verb]
    if (as_told := _as_told(sentence, report)) is not None:
        return as_told
    if _BE.search(gap) and not verb.startswith("quoted") and not verb.endswith("ing"):
        return None  # "is said to", "was told": others say it
    if (ahead := _went_before(sentence, report)) is not None:
        return ahead
    begin = _begin(mask, report)
    if begin is None:
        # "urged them to hurry, saying that ...": the words come with the second verb.
        then = _THEN_SAYING.match(mask, report.end)
        return _of_verb(sentence, report._replace(verb=then.start("verb"), end=then.end())) if then else None
    if mask[report.verb - 1] == '"' and (closing := mask.find('"', begin)) > 0:
        last = closing
    else:
        last = _end(mask, begin)
    return _worth(sentence, report.start, last, report.verb if has_its_verb(mask[report.verb :]) else begin, last)


def _as_told(sentence: Sentence, report: Report) -> Words | None:
    """The words that stand around "As Finland's president put it after the call, ..."."""
    mask = sentence.folded
    lead = _AS.search(mask, 0, report.start)
    if lead is None or _CLAUSE_VERB.match(mask, report.verb) is None:
        return None
    if lead.start() > 3:
        last = len(mask[: lead.start()].rstrip(', "'))
        return _ahead(sentence, report, last, _tail_of(sentence, report.end)) if mask[lead.start()] == "," else None
    comma = re.compile(r"[^,;:\"]{0,90},\s*").match(mask, report.end)
    if comma is None:
        return None
    last = _end(mask, comma.end())
    return _worth(sentence, 0, last, comma.end(), last)


_AS = re.compile(r"(?:^|,\s+)as\s+(?:the\s+)?$")
_THEN_SAYING = re.compile(
    rf"[^;:\"{_L['person']}]{{3,160}}?(?:,|\s+by)\s+(?P<verb>saying|adding|arguing|insisting|warning|stressing|claiming|declaring)(?=\s+(?:that\b|it\b|he\b|she\b|they\b|the\b|\"))"
)


def has_its_verb(text: str) -> bool:
    """Whether words begin with a verb without which they would say something else: "denied that ...", "called it a mistake"."""
    return _TELLING.match(text) is not None


def _went_before(sentence: Sentence, report: Report) -> Words | None:
    """The words that stand before "the Kremlin said on Friday"."""
    mask = sentence.folded
    before = re.sub(r"(?<=[,\"])\s+(?:but\s+|and\s+)?(?:the|its|their|his)\s*$", "", mask[: report.start]).rstrip()
    if not before.endswith((",", '"', ',"', "—", "-")) or _CLAUSE_VERB.match(mask, report.verb) is None:
        return None
    tail = _tail_of(sentence, report.end)
    return _ahead(sentence, report, len(before), tail) if tail is not None else None


def _tail_of(sentence: Sentence, at: int) -> int | None:
    mask = sentence.folded
    if listener := _ANY_LISTENER.match(mask, at):
        at = listener.end()
    tail = _LISTENER_TAIL.match(mask, at)
    return len(sentence.folded[: tail.end()].rstrip()) if tail else None


def _ahead(sentence: Sentence, report: Report, until: int, tail: int | None) -> Words | None:
    mask = sentence.folded
    last = len(mask[:until].rstrip(', "-—'))
    first = 0
    for stop in _BREAK.finditer(mask, 0, last):
        first = stop.end()
    if mask[:last].count('"', first) % 2 and mask.rfind('"', 0, last) > first:
        first = mask.rfind('"', 0, last)
    end = tail if tail is not None else report.end
    quoted = mask[last : report.start].count('"') > 0
    if not quoted and not _FINITE.search(mask, first, last) and len(mask[first:last].split()) < 5:
        return None
    return _worth(sentence, first, end, first, last)


def _source(sentence: Sentence, report: Report) -> Words | None:
    """What stands around "according to Putin"."""
    mask = sentence.folded
    if quoted := _QUOTED_AS.match(mask, report.end):
        start = _QUOTING.search(mask, 0, report.start)
        last = _end(mask, quoted.end())
        return _worth(sentence, start.start() if start else report.start, last, quoted.end(), last)
    lead = re.search(r"(?:according\s+to|in\s+the\s+words\s+of)\s+(?:[^.;:\"]{0,70})$", mask[: report.start])
    if lead is None:
        return None
    if lead.start() < 3:
        comma = re.compile(r"\s*,\s*").match(mask, report.end)
        if comma is None:
            return None
        last = _end(mask, comma.end())
        return _worth(sentence, 0, last, comma.end(), last)
    if not re.compile(r"\s*(?:[.;]|$)").match(mask, report.end):
        return None
    last = len(mask[: lead.start()].rstrip(', "'))
    return _worth(sentence, 0, report.end, 0, last) if _FINITE.search(mask, 0, last) else None


_QUOTED_AS = re.compile(r"\s+as\s+(?:saying|telling\s[^,\"]{1,60}?|having\s+said)\s*(?:that\b)?[,:]?\s*")
_QUOTING = re.compile(rf"{_L['outlet']}[^,;:]{{0,30}}\squoted\s.{{0,60}}$")


def _begin(mask: str, report: Report) -> int | None:
    """Where the words begin that follow a verb; ``None`` if the verb has another object than words."""
    verb = mask[report.verb : report.end]
    if special := _OF.match(mask, report.verb):
        if not re.match(r"(?:warn|caution|complain|boast|insist|den|demand)", verb):
            return special.end()
    if refused := _REFUSES.match(mask, report.verb):
        return refused.end()
    if _NAMES.match(verb) or _NAMES_IT.match(mask, report.verb):
        if re.search(r"\b(?:what|which|whom)\s+(?:the\s+)?$", mask[: report.start]) or re.compile(r"[^.;]{0,60}\boperation\s+[a-z]+").match(
            mask, report.end
        ):
            return None  # "what Russia calls a special operation" is named by whoever writes
        return None if _NOT_NAMED.match(mask, report.end) or not _ENOUGH_NAMED.match(mask, report.end) else report.end
    if _NAMES_AS.match(verb):
        return report.end if re.compile(r"\s[^.;:]{1,120}?\sas\s").match(mask, report.end) else None
    if verb.startswith("declar") and (found := _DECLARES.match(mask, report.end)):
        return found.start("content")
    if _CLAUSE_VERB.match(mask, report.verb) is None and not special:
        return None
    if wording := _TOPIC_NAMED.match(mask, report.end):
        return wording.end() - 1
    at = _TAIL.match(mask, report.end)
    for end in dict.fromkeys((at.end() if at else report.end, report.end)):
        for pattern in (_THAT, _QUOTE, _COLON):
            if found := pattern.match(mask, end):
                return found.end() - (1 if pattern is _QUOTE else 0)
    if verb.startswith("claim") and (found := _CLAIMS_TO.match(mask, end)):
        return found.start("content")
    if _PROMISES.match(verb) and (found := _INFINITIVE.match(mask, report.end)):
        return found.start("content")
    if (to_somebody := re.match(r"assur|remind|warn|promis|caution|inform|notif", verb)) or re.match(r"tell|told|quoted", verb):
        told = _TOLD.match(mask, report.end)
        if told is None or (to_somebody and not told["content"].lstrip().startswith("that")):
            return special.end() if special else None
        return told.end() if told["content"].lstrip().startswith("that") else told.start("content")
    if special:
        return special.end()
    end = at.end() if at else report.end
    if _BARE.match(verb) and _SUBJECT.match(mask, end):
        sure = _SUBJECT_SURE.match(mask, end)
        clause = re.compile(r"[^,;:—\"]*").match(mask, end)
        assert clause is not None
        finite = (_FINITE if verb.startswith(("sa", "quoted")) else _FINITE_SURE).search(clause[0][(sure.end() - end) if sure else 0 :])
        if finite and len(clause[0].split()) > 2 and (sure or re.match(r"say|said|quoted|claim|insist|warn", verb)):
            return end
    return None


_TOPIC_NAMED = re.compile(rf"(?:\s+(?:on|in)\s+{_L['date']})?\s+of\s+[^\"]{{1,80}}?\s\"")
"""How the wording of a claim names what it is about."""
_ENOUGH_NAMED = re.compile(r"\s+(?:\S+\s+){1,}\S+|\s+\S+\s+\S+")
_TAIL = re.compile(
    rf"(?:\s*,?\s*(?:(?:late|early|earlier|back|once|again|later)\s+)?(?:on\s+|in\s+|last\s+)?(?:{_L['date']}|today|yesterday|this\s+week|this\s+month))?"
    rf"(?:\s+(?:to\s+)?(?:reporters|journalists|lawmakers|the\s+press|{_L['outlet']}))?"
    rf"(?:\s+(?:in|at|during|after|before|from|on|to|via)(?:\s+(?!that\b|\"|said\b)(?:[a-z0-9'-]+|{_ID}(?:'s)?)){{1,9}}?(?=\s*,?\s*(?:that\b|\"|:)))?"
    rf"(?:\s*,?\s*(?:(?:late|early|earlier)\s+)?(?:on\s+|in\s+|last\s+)?{_L['date']})?"
)
"""What may stand between a verb of saying and its words: when, to whom, and where."""


def _end(mask: str, at: int) -> int:
    """Where the words end that begin at a place: at a turn of the sentence, or with it."""
    stop = len(mask)
    if mask[at : at + 1] == '"':
        closing = mask.find('"', at + 1)
        if closing > 0 and re.match(r'"\s*(?:$|[.,;]|according|in\s+an?\s|on\s|and\s)', mask[closing:]):
            return closing + 1
    for cut in _STOP.finditer(mask, at + 1):
        if mask.count('"', at, cut.start()) % 2 == 0:
            stop = cut.start()
            break
    return len(mask[:stop].rstrip(" .,!"))


def _worth(sentence: Sentence, start: int, end: int, first: int, last: int) -> Words | None:
    """The words, if they are enough to say something."""
    mask = sentence.folded
    while first < last and mask[first] in " ,;:—-":
        first += 1
    if mask[:start].endswith("the "):
        start -= 4
    content = mask[first:last]
    told = re.sub(r"^(?:[a-z]+\s+(?:that|it|this|so)|no comment|thank you|i do not know|of course|good luck)$", "", content.strip(' "'))
    if len(re.findall(r"[a-z]{2,}|[\ue000-\ue010]", told)) < 2 or len(told) < 4:
        return None
    return Words(min(start, first), max(end, last), first, last)


def text(sentence: Sentence, words: Words) -> str:
    """The words as the page has them, in plain quotes, without those around."""
    parts = [(words.first, words.gap[0]), (words.gap[1], words.last)] if words.gap else [(words.first, words.last)]
    raw = " … ".join(sentence.text[sentence.original(low) : sentence.original(high, end=True)].strip(" ,") for low, high in parts)
    plain = " ".join(raw.replace("\u201c", '"').replace("\u201d", '"').split())
    plain = plain.strip(' ,."').replace('"', "'") if plain.count('"') > 1 else plain.replace('"', "").strip(" ,.")
    return plain.rstrip(",. ")
