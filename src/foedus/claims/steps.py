"""Steps of an accession told in any order: who ratified whose entry, who was invited, applied or signed, where the record tells candidates from allies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import NamedTuple

from foedus import accession
from foedus import alliance as alliances
from foedus.claims import around, pacts
from foedus.claims.bids import NO_ENTRY
from foedus.claims.claim import Claim, fits
from foedus.claims.clauses import alliance_of
from foedus.dates import Moment
from foedus.facts import AccessionStep, Posture
from foedus.language.lazily import lazily
from foedus.language.names import Mention
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS
from foedus.verdict import SUPPORTED

_L = LETTERS
_ENTRY = r"(?:accession|membership|entry|admission|ascension|application|applications|bids?|requests?|candidacy|candidacies|joining|protocols?|inclusion|acceptance)"
_GAVE = r"(?:approval|consent|assent|blessing|go-ahead|green\s+light|nod|backing|support|endorsement|ratification|seal\s+of\s+approval|yes)"
_ROW = around.ROW_OF
_PLAIN = rf"(?:\s+(?:(?!to\b|with\b|from\b|that\b|which\b|who\b)[a-z-]+|{_L['alliance']})(?:'s)?)"
_CANDIDATES = (
    lazily(rf"(?P<o>{_ROW})(?:(?<='s)|(?<=')|(?<={_L['demonym']})){_PLAIN}{{0,4}}?\s+{_ENTRY}\b"),
    lazily(
        rf"\b{_ENTRY}\b(?:\s+(?:to|in|into|of)\s+(?:the\s+)?{_L['alliance']})?\s+(?:of|for|by|from|on|with)\s+(?:the\s+accession\s+of\s+)?(?P<o>{_ROW})"
    ),
    lazily(rf"(?P<o>{_ROW})\s+(?:joining|entering|to\s+join|to\s+enter|into|being\s+admitted|to\s+become)\b"),
    lazily(rf"\b{_GAVE}\s+(?:to|for|of)\s+(?P<o>{_ROW})"),
    lazily(rf"\b(?:admi(?:t|tting)|let(?:ting)?|welcom(?:e|ing)|accept(?:ing)?|bring(?:ing)?)\s+(?P<o>{_ROW})"),
)
"""How the state is named that is to join: "Sweden's bid", "the accession of Finland", "letting Finland in"."""
_RATIFIED = lazily(
    rf"\b(?:ratified|(?:by|after|in)\s+(?:approving|ratifying|endorsing)|approved|endorsed|backed|passed|signed\s+off\s+on|waved\s+through|rubber-stamped|cleared|consented\s+to|said\s+yes\s+to|"
    rf"(?:gave|given|giving|granted)\b[^.;:,]{{0,30}}?\b{_GAVE}|vot(?:ed|ing)\b[^.;:]{{0,40}}?\b(?:to\s+(?:ratify|approve|endorse|back|accept|admit|let|allow)|through|in\s+favou?r\s+of|for)|"
    rf"(?:ratification|approval|endorsement|vote|yes)\s+(?:by|in|from)|(?:first|last|final|{_L['number']})\b[^.;:,]{{0,40}}?\bto\s+(?:ratify|approve|endorse|back|do\s+so|sign\s+off|say\s+yes|assent|consent|give\s+(?:its|their)\s+{_GAVE})|completed\b[^.;:,]{{0,20}}\bratification)\b"
)
_NOT_YET = lazily(
    rf"\b(?:(?:yet\s+to|not|n't|never|failed\s+to|refus\w+\s+to|declin\w+\s+to|reluctant\s+to|slow\s+to|left\s+to|still\s+to|(?:has|have|had|needs?)\s+(?:yet\s+|still\s+)?to|waiting\s+for|without|outstanding|remain\w*)\b"
    rf"(?:\s+(?!{_L['state']})[a-z-]+){{0,6}}?\s+(?:ratif\w+|approv\w+|endors\w+|back(?:ed)?|sign(?:ed)?\s+off|giv(?:e|en)|consent\w*|clear(?:ed)?|vot(?:e|ed))|"
    rf"(?:lacks?|needs?|await\w*|requires?)\b[^.;:,]{{0,40}}\b{_GAVE}|not\s+to\s+have|neither\s[^.;:,]{{1,60}}?\b(?:ratified|approved|endorsed|backed|given|gave|voted|consented)|(?:has|have)\s+(?:yet|still)\s+to\s+do\s+so|hold-?outs?)\b"
)
_HOLDING = lazily(
    r"\b(?:(?:is|are|was|were|has\s+been|have\s+been|remains?|continues?\s+to|keeps?|kept|still)\s+(?:[a-z]+\s+){0,2}?(?:block(?:ed|ing)?|hold(?:ing)?\s+up|held\s+up|delay(?:ed|ing)?|stall(?:ed|ing)?|withh(?:olding|eld)|resist(?:ed|ing)?|holding\s+out))\b"
)
_SAYS_NOTHING = lazily(
    r"\b(?:would|could|might|may|if|whether|should|shall|will|expect\w*|hop(?:e|es|ed|ing)|urg\w+|call(?:s|ed|ing)?\s+(?:on|for)|demand\w*|want(?:s|ed)?|plan(?:s|ned|ning)?|propos\w+|promis\w+|pledg\w+|vow\w*|likely|unlikely|ready|willing|poised|set\s+to|due\s+to|about\s+to|support(?:s|ed)?\b(?=[^.;:]*\bapplication)|once|when|until|before|as\s+soon\s+as|doubt\w*|predict\w*|accus\w+|press\w*|push(?:es|ed|ing)?|persuad\w+|ask\w*|invit\w+|agreed\s+to|promised\s+to)\b"
)
_OTHER_ACTORS = lazily(
    r"\b(?:with|like|unlike|to|against|between|despite|over|about|than|in|for|of|near|at|toward|towards)\s+(?:the\s+|neighbou?ring\s+)?$"
)
_BY = lazily(
    r"\b(?:by|in|from|lawmakers\s+in|mps\s+in|deputies\s+in|legislators\s+in|parliament\s+in|parliamentarians\s+in|parliaments?\s+of|assembly\s+in|senate\s+in|government\s+in|legislature\s+in|chamber\s+in|leaders\s+in)\s+(?:the\s+)?$"
)
_HOUSES = r"(?:parliament\w*|lawmakers|legislat\w+|senat\w+|congress|mps|assembly|deputies|bundestag|riksdag|sejm|house|chamber|government|president|leaders|vote|cabinet)"
_PURPOSE = lazily(
    rf"\b(?:join|joining|enter|entering|entry|accession|accede|membership|members?|admission|become|becoming|into|begin|start|open|take\s+its\s+place|ranks)\b|\b(?:to|from|by|of)\s+(?:the\s+)?{_L['alliance']}(?!'s|\s+(?:[a-z]+\s+)?(?:summits?|meetings?|exercises?|drills?|conference|forum|base|school|parade))"
)
_EVENT = lazily(
    r"\b(?:summit|meetings?|seminar|exercises?|drills?|visit|speak|speech|address|attend|conference|ceremony|talks\s+on|parade|anniversary|observers?|delegation|foreign\s+ministers|ministers|ambassadors?|president|troops|journalists|guest|dinner|lunch|action\s+plan|bidders?|comment|forum)\b"
)
_NAY = lazily(
    r"\b(?:not|no|never|nor|neither|without|unlike|except|failed|refus\w+|declin\w+|withh(?:e|o)ld\w*|instead|but\s+not|yet|n't|veto\w*|block\w*|withdr\w+|denied|den(?:y|ies))\b"
)
_FILED = r"(?:submit(?:ted|ting)?|filed|filing|lodged|lodging|handed(?:\s+(?:in|over))?|handing\s+in|put\s+in|putting\s+in|sent(?:\s+in|\s+off)?|sending|put\s+(?:his|her|its|their)\s+signatures?\s+to|deposited|presented|presenting|tabled|delivered|made|turned\s+in|put\s+forward|launched|signed)"
_PAPER = r"(?:applications?|bids?|requests?|candidacy|candidacies|letters?|papers|paperwork)"
_APPLYING = lazily(
    rf"(?<!\bto\s)\b(?:re)?appl(?:ied|ying)\b|\b(?:asked|requested|petitioned)\s+(?:[a-z]+ly\s+)?(?:to\s+(?:join|enter|become|be\s+(?:admitted|taken|let))\b|(?:for\s+)?(?:[a-z-]+\s+|{_L['alliance']}\s+){{0,2}}(?:membership|admission|entry|accession)\b)|"
    rf"\b(?:filed|put\s+in)\s+for\b|"
    rf"(?<!\bwas\s)(?<!\bis\s)(?<!\bwere\s)(?<!\bare\s)\b{_FILED}\b(?:\s+(?!\bto\b)[a-z'-]+|\s+{_L['alliance']}|\s+{_L['date']}|\s+{_L['demonym']}){{0,7}}?\s+{_PAPER}\b|\b{_PAPER}\b[^.;:]{{0,60}}?(?:\b(?:was|were|been|which)|,)\s+(?:[a-z]+\s+)?{_FILED}\b|"
    rf"\b{_PAPER}\b[^.;:,]{{0,50}}?\b(?:dates\s+from|dates\s+back|arrived|reached)\b"
)
_ENTERING = lazily(
    r"\b(?:join|joining|membership|members?|entry|accession|enter|entering|admission|admitted|accede|part\s+of|accepted|candida\w+|let\s+in|taken\s+in|inside|integration|applications?|into)\b|\b(?:to|with)\s+(?:the\s+)?\ue002"
)
_GIVES_UP = lazily(
    r"\b(?:stop(?:s|ped|ping)?|ceas\w+|no\s+longer|giv(?:e|es|ing)\s+up|gave\s+up|given\s+up|abandon\w*|drop(?:s|ped|ping)?|renounc\w*|shelv\w*|dash\w*|end(?:s|ed|ing)?|bur(?:y|ied)|lost|froze|frozen|suspend\w*|withdr\w+|must|constitution\w*|basic\s+law|had\s+(?:been\s+|long\s+|once\s+)?(?:hoping|hoped|sought|wanted|aimed|dreamed|dreamt|seeking)|(?:declared|stated|official|avowed|proclaimed|plain|clear)|appl(?:ied|ying)|applications?|once|former(?:ly)?|used\s+to|polls?|voters|public|percent|per\s+cent|opposition|party|parties|candidates?\s+for\s+(?:president|parliament))\b"
)
_ASPIRES = lazily(
    r"\b(?:aspir\w+|hop(?:e|es|ed|ing)|goals?|ambitions?|dreams?|seek\w*|sought|want(?:s|ed)?|aims?|aiming|waiting|quest|path|pressing|lobbying|campaigning|bidding|wish(?:es|ed)?|eager|keen|desire|priority|objective)\b"
)
_SIGNED = lazily(r"\b(?:sign(?:ed|ing|ature)?|signatures|put(?:ting)?\s+pen\s+to\s+paper|initial(?:l)?ed|put\s+their\s+names)\b")
_ASKING = lazily(
    rf"[{_L['state']}{_L['capital']}{_L['government']}{_L['person']}](?:'s\s+[a-z]+)?\s+(?:has\s+|have\s+|had\s+|also\s+|then\s+)*$"
)
_FRONTED = lazily(r"\s*(?:in|by|after|on|upon|having|when)?\s*(?:appl(?:ying|ied)|submitting|submitted|filing|filed|handing|lodging)\b")
_WHOSE = lazily(r"\b(?:of|for|by)\s+(?:[a-z]+\s+){0,3}\Z")
_ASKED = lazily(rf"\s+{_ROW}\s+to\b")
_RELATIVE = lazily(r"\s*,?\s+(?:which|who)\b")
_CLOSE = 30
_RECENT = timedelta(days=6 * 365)
_APPLICANTS = lazily(r"\b(?:applicants|candidates|newcomers|both\s+bids|two\s+bids|both\s+countries)\b")
_LEAVING = lazily(r"\b(?:left|leav(?:es|ing))\b[^.;:]*\bas\s+the\b")
_THEM = lazily(r"\b(?:them|both|the\s+two|the\s+bids?|its|their|it|do(?:ne)?\s+so|the\s+accession|the\s+application)\b")
_ALIKE = {"EC": ("EC", "EU")}
"""The steps on the way into the Communities are recorded as those into the Union."""


class Step(NamedTuple):
    """One step told of a *state*, and where the mask tells it."""

    state: str
    alliance: str
    stage: str
    by: str
    moment: Moment | None
    negated: bool
    start: int
    end: int


def told(match: Match) -> list[Step]:
    """The steps in the clause around a telling word."""
    sentence, mask = match.sentence, match.sentence.folded
    first, last = around.segment(mask, *match.found.span())
    return sentence.once(("step told", match.phrasing.fixed["told"], first, last), lambda: [*_told(match, first, last)])


def _told(match: Match, first: int, last: int) -> Iterator[Step]:
    sentence, mask = match.sentence, match.sentence.folded
    clause, telling = mask[first:last], match.phrasing.fixed["told"]
    if telling == "ratified":
        yield from _ratified(match, first, last)
        return
    at = match.found.start()
    if telling == "aspirant":
        yield from _aspiring(match, first, last)
        return
    if (
        _NAY.search(mask[first : min(last, match.found.end() + 40)])
        or around.unsaid(mask[first : min(last, match.found.end() + 60)])
        or NO_ENTRY.search(clause)
    ):
        return
    if telling == "applied":
        yield from _applied(match, first, last)
        return
    if telling == "invited":
        purpose, event = _PURPOSE.search(mask, at, last), _EVENT.search(mask, at, last)
        if (event and not (purpose and purpose.start() < event.start())) or not (
            purpose or _PURPOSE.search(clause) or _L["alliance"] in clause
        ):
            return
        if match.found[0] == "asked" and not (
            _ASKED.match(mask, match.found.end()) or re.search(r"\b(?:was|were|been)\s+$", mask[first:at])
        ):
            return
        if not match.found[0].endswith(("s", "n")) and _ASKING.search(mask[first:at]):
            return  # "Poland invited Romania": a state asks to a visit
        stage = "invited"
    else:
        if not _SIGNED.search(clause) or not re.search(r"\b(?:accession|membership|admission|entry)\b", clause):
            return
        stage = "protocol_signed"
    rows = [
        row
        for row in around.rows(sentence, first, last)
        if mask[row.end - 1] != _L["demonym"] or re.match(rf"{_PLAIN}{{0,3}}?\s+{_ENTRY}\b", mask[row.end : last])
    ]
    end = match.found.end()
    given = [row for row in rows if row.start >= end and re.search(r"^[^.;:,]{0,25}?\b(?:to|for|of)\s+$|^\s+$", mask[end : row.start])]
    subjects = [row for row in rows if row.start < at and not _OTHER_ACTORS.search(mask[first : row.start])]
    for row in given[:1] or subjects[:1] or rows:
        yield from _steps_of(match, row, stage, first, last)


def _steps_of(match: Match, row: around.Row, stage: str, first: int, last: int) -> Iterator[Step]:
    moment, spots = _dated(match, first, last)
    spots += [row.start, row.end, *match.found.span()]
    for state in row.states:
        if alliance := _alliance(match, state, stage, first, last):
            record = match.sentence.context.record
            for other in _ALIKE.get(alliance, ()):
                if moment and any(fits(known, moment) for known, _ in accession.dates(record, state, other, stage)):
                    alliance = other
            yield Step(state, alliance, stage, "", moment, False, min(spots), max(spots))


def _dated(match: Match, first: int, last: int) -> tuple[Moment | None, list[int]]:
    """The only date of the clause, or the one that stands close behind the telling word; and where it stands."""
    dated, end = around.dates(match.sentence, first, last), match.found.end()
    near = dated if len(dated) < 2 else [(at, moment) for at, moment in dated if 0 <= at - end < _CLOSE][:1]
    return (near[0][1], [near[0][0], near[0][0] + 1]) if near else (None, [])


def _applied(match: Match, first: int, last: int) -> Iterator[Step]:
    """Whose application is told: that of the state that owns it, or of the subject."""
    sentence, mask = match.sentence, match.sentence.folded
    if not (found := _APPLYING.search(mask, first, last)):
        return
    entering = bool(_ENTERING.search(mask, first, last))
    rows = around.rows(sentence, first, last)
    owners = [row for row in rows if re.match(rf"'?{_PLAIN}{{0,4}}?\s+{_PAPER}\b", mask[row.end : last])]
    subjects = [
        row
        for row in rows
        if (row.start < found.start() or _FRONTED.match(mask, first))
        and (not _OTHER_ACTORS.search(mask[first : row.start]) or _RELATIVE.match(mask, row.end))
        and (mask[row.end - 1] != _L["demonym"] or re.match(r"\s*,?\s+(?:who|which|had|have)\b", mask[row.end :]))
    ]
    if not owners and not subjects:
        persons = [item for item in sentence.inside(first, found.start()) if item.letter == _L["person"]]
        subjects = [around.Row(states, item.at, item.at + 1) for item in persons if (states := pacts.side_states(sentence, [item]))]
    for row in owners[:1] or subjects[:1]:
        for step in _steps_of(match, row, "applied", first, last):
            # "Cyprus, which applied in July 1990" says for what only to who knows the day.
            if entering or (
                step.moment
                and any(
                    fits(known, step.moment) for known, _ in accession.dates(sentence.context.record, step.state, step.alliance, "applied")
                )
            ):
                yield step


def _aspiring(match: Match, first: int, last: int) -> Iterator[Step]:
    """Who wishes to come in: the one row of states in the clause that are no members and that the record has on their way, or as wishing it."""
    sentence, mask, clause = match.sentence, match.sentence.folded, match.sentence.folded[first:last]
    alliance = alliance_of(match)
    if (
        not alliance
        or not _ENTERING.search(clause)
        or _NAY.search(clause)
        or _GIVES_UP.search(clause)
        or around.unsaid(_ASPIRES.sub("", clause))
    ):
        return
    if re.search(rf"{_L['alliance']}(?:\s+[a-z]+)?\s+$", mask[first : match.found.start()]):
        return  # the alliance's own hopes
    record, published = sentence.context.record, sentence.context.published

    def wishes(state: str) -> bool:
        if alliances.member(record, state, alliance).at(published) is SUPPORTED:
            return False
        return any(step.since.earliest <= published for step in record.of(AccessionStep, state=state, alliance=alliance)) or any(
            stance.posture == "aspires_to" and stance.toward == alliance and stance.since.earliest <= published
            for stance in record.of(Posture, state=state)
        )

    rows = [row for row in around.rows(sentence, first, last) if row.states and all(map(wishes, row.states))]
    rows = [
        row
        for row in rows
        if row.start < match.found.start() or mask[row.end - 1] == _L["demonym"] or _WHOSE.search(mask, first, row.start)
    ]
    if len(rows) == 1:
        spots = [rows[0].start, rows[0].end, *match.found.span()]
        for state in rows[0].states:
            yield Step(state, alliance, "aspirant", "", None, False, min(spots), max(spots))


def _alliance(match: Match, state: str, stage: str, first: int, last: int) -> str:
    """The alliance of the clause, or the one spoken of, to which the state has taken this step; the only one that it has taken of late, where none is named."""
    record, published = match.sentence.context.record, match.sentence.context.published
    taken = {
        step.alliance: step for step in record.of(AccessionStep, state=state) if step.stage == stage and step.since.earliest <= published
    }
    end = match.found.end()
    here = sorted(
        (abs(item.at - end), item.what.id)
        for item in match.sentence.inside(first, last)
        if item.letter == _L["alliance"] and isinstance(item.what, Mention) and item.what.id
    )
    if named := [id for _, id in here] or [id for id in [alliance_of(match)] if id]:
        return next((id for id in named if any(alliance in taken for alliance in _ALIKE.get(id, (id,)))), "")
    late = [alliance for alliance, step in taken.items() if published - step.since.latest < _RECENT]
    return late[0] if len(late) == 1 else ""


def _ratified(match: Match, first: int, last: int) -> Iterator[Step]:
    """Who has, or has not, ratified whose entry: of the names in the clause, those that are to join and those that are members."""
    sentence, mask = match.sentence, match.sentence.folded
    clause = mask[first:last]
    negated = bool(_NOT_YET.search(clause))
    found = None if negated else _RATIFIED.search(clause)
    if not negated and found is None:
        negated = bool(_HOLDING.search(clause))
    if not (negated or found) or NO_ENTRY.search(clause):
        return
    if found and (_HOLDING.search(clause) or _LEAVING.search(clause)):
        return
    joining: dict[str, tuple[int, int]] = {}
    taken: list[tuple[int, int]] = []
    for pattern in _CANDIDATES:
        for one in pattern.finditer(mask, first, last):
            states = [state for state in sentence.states(*one.span("o"), demonyms=True) if _is_candidate(match, state)]
            if states:
                joining |= {state: one.span() for state in states if state not in joining}
                taken.append(one.span("o"))
    if not joining and (pronoun := _THEM.search(clause)):
        joining = {
            one.args()["state"]: (first + pronoun.start(), first + pronoun.end())
            for one in sentence.context.said
            if isinstance(one, Claim) and one.kind == "accession_stage" and _is_candidate(match, one.args()["state"])
        }
    if not joining and (named := _APPLICANTS.search(clause)):
        spot = (first + named.start(), first + named.end())
        found_in = [one for pattern in _CANDIDATES for one in pattern.finditer(mask)]
        joining = {
            state: spot for one in found_in for state in sentence.states(*one.span("o"), demonyms=True) if _is_candidate(match, state)
        }
    if not joining:
        return
    alliance = next(iter({_is_candidate(match, state) for state in joining}))
    members = alliances.members(sentence.context.record, alliance).at(sentence.context.published)
    dated = around.dates(sentence, first, last) if not negated else []
    moment = dated[0][1] if len(dated) == 1 else None
    actors: dict[str, tuple[int, int]] = {}
    for row in around.rows(sentence, first, last):
        if any(start < row.end and row.start < end for start, end in taken):
            continue
        before, behind = mask[first : row.start], mask[row.end : row.end + 30]
        if mask[row.end - 1] == _L["demonym"] and not re.match(rf"(?:\s+[a-z-]+){{0,2}}?\s+{_HOUSES}\b", behind):
            continue
        if re.match(r"'s?\s+(?!" + _HOUSES + r"|[a-z-]+\s+" + _HOUSES + r"|assent|consent|approval|blessing|ratification)", behind):
            continue
        if _OTHER_ACTORS.search(before) and not _BY.search(before):
            continue
        if re.match(rf"\s+(?:[a-z]+\s+)?{_L['person']}", behind):
            continue
        actors |= {state: (row.start, row.end) for state in row.states if state not in joining and state in members}
    # Claims whose words overlap are told by the same words.
    places = [*joining.values(), *actors.values()] + ([(first + found.start(), first + found.end())] if found else [])
    if _SAYS_NOTHING.search(mask, first, max(end for _, end in places)):
        return
    for state in joining:
        for ally in actors:
            yield Step(
                state, alliance, "ratified_by", ally, moment, negated, min(start for start, _ in places), max(end for _, end in places)
            )


def _is_candidate(match: Match, state: str) -> str:
    """The alliance that the state is joining, or has joined: that of the sentence, if the record has the state's accession to it."""
    record, published = match.sentence.context.record, match.sentence.context.published

    def build() -> str:
        steps = [
            step
            for step in record.of(AccessionStep, state=state)
            if step.stage in ("applied", "invited", "protocol_signed") and step.since.earliest <= published
        ]
        named = alliance_of(match)
        if named:
            return named if any(step.alliance in _ALIKE.get(named, (named,)) for step in steps) else ""
        late = {step.alliance for step in steps if published - step.since.latest < _RECENT}
        return late.pop() if len(late) == 1 else ""

    return match.sentence.once(("candidate", state), build)
