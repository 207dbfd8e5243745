"""``deployment``: a state or an alliance sent forces somewhere, has them there, or leads a battle group there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from foedus import force
from foedus import office as offices
from foedus.claims.claim import Claim, Reading, Tense, reading, spell_date
from foedus.claims.clauses import alliance_of, date_of, is_wished, joined_after, joined_before, joined_bounds, slots
from foedus.dates import Moment, parse_moment
from foedus.fact import Fact
from foedus.facts import Deployment as DeploymentFact
from foedus.force import Figure
from foedus.language.calendar import Dated
from foedus.language.lazily import lazily
from foedus.language.names import Mention, Names
from foedus.language.numbers import HEDGE_PHRASES, Quantity, agrees, plain
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS, Sentence
from foedus.language.template import alternatives_of
from foedus.language.words import CLASSES
from foedus.record import Record
from foedus.verdict import Truth

_LENGTHS = {"days": 14, "weeks": 60, "months": 180}
"""How many days before an event its run-up begins, by the unit in which prose counts it."""
_RUN_UP = lazily(
    r"(?P<unit>days|weeks|months)\s+(?:and\s+(?:weeks|months)\s+)?(?:leading\s+up\s+to|running\s+up\s+to|before|ahead\s+of|prior\s+to|preceding)\s+"
    rf"(?:(?:the|full-scale|[{LETTERS['state']}{LETTERS['demonym']}{LETTERS['capital']}](?:'s)?)\s+)*(?P<event>{LETTERS['other']})\s*,?\s*$"
)

_BODY = "(government|governments|military|army|armed forces|air force|navy|defense ministry|defence ministry|defense department|parliament|president|leaders|generals|commanders|allies|members|countries|nations|states|member states|member countries)"
_SENDER = f"({{gov}} ['s] [{_BODY}]|{{alliance}} ['s] [{_BODY}]|{{dem=demonym}} {_BODY}|the {{dem=demonym}}|{{who=person}}) [, (which|who)]"
_WHOSE = "({gov} ['s]|{alliance} ['s]|{alliance} - led|{dem=demonym})"
_BASE = "(base|bases|air base|air bases|naval base|naval bases|military base|military bases|airbase|garrison)"
_OWN = f"{_WHOSE} ['s] [[~] {{nth=n}} [- strong]] ~ <force> [[,] (and|as well as|with) ~ <force>]"
_THEIRS = (
    "<force> (of|from) ({gov} ['s]|{alliance} - led ~|{alliance} ['s]|[{m=n}] {alliance} (states|members|countries|allies)) [~ <force>]"
)
_INTO = "(to|into|in|across|on|inside|throughout|at|for|through)"
_WHEN = "[[,] (on|in|by|in early|in late|in mid|during|last|from|since) {date}|{d2=date}]"
_LAND = "[, [in]] ({host}|{hostd=demonym} (soil|territory))"
_HOST = "[, [in]] ({host}|{town}|{hostd=demonym} (soil|territory))"
_HOSTING = "({host}|{hostd=demonym} (leaders|soil|territory|officials|ministers|bases|government))"
_ABSENT = "(there|(in|to|into|across|inside|on) the (country|island|republic|peninsula))"
_GEAR = "(planes|warplanes|fighter jets|jets|aircraft|ships|warships|tanks|equipment|helicopters|artillery|weapons|hardware|armor|armour|vehicles|armored vehicles|armoured vehicles|air defenses|missiles)"
_GROUP = "(battle group|battlegroup|battlegroups|battle groups|battalion|battalions|multinational brigade|multinational group)"
_ITS = "[[the|a|its|that] [alliance's] [{x=alliance} ['s]] [~]]"
_PERSONS = (
    r"(?:troops?|soldiers|forces|service\s?members|servicemen|servicewomen|servicepeople|personnel|peacekeepers|paratroopers|marines|airmen|sailors|men(?:\s+and\s+women)?|fighters|reinforcements|commandos|policemen|police\s+officers|border\s+guards|legionnaires|"
    r"instructors|trainers|advisers|reservists|mercenaries|gendarmes|military\s+police|strong|infantrymen|combat\s+troops|observers)"
)


_TAIL = 30
"""So many characters behind a number may say that it is one of soldiers."""
_NO_ACTOR = lazily(
    r"non-\s*$|\b(?:to|from|against|with|by|for|asked|asks|urged|urges|told|let|letting|allow\w*|invit\w+|request\w*|near|at|than|not|nor|neither|no|unlike|attack\w*|kill\w*|if|whether|calls? for|want\w*|demand\w*|including|"
    r"welcomes?|oppos\w+|criticis\w+|accus\w+)\s+(?:the\s+|all\s+|more\s+|its\s+|any\s+|additional\s+|\ue00a\s+(?:more\s+)?)?$"
)
_NOT_THERE = lazily(
    r"\b(?:border|borders|frontier|near|nearest|close\s+to|next\s+to|bordering|opposite|withdr\w+|pull\w*\s+out|pulled|home(?!\s+to)|leave|leaves|leaving|left\s|removed?|removing|return\w*|talks|weapons?\s+to|aid|humanitarian|exercises?\s+with|killed|wounded|captured|died|mass\s+graves|"
    r"prisoners|refugees|arms\s+to|ammunition|planes?\s+crash\w*|fans|tourists|athletes|flags?|supplies\s+to|exercises?|manoeuvres|maneuvers|parad\w+|medals?|games|tournament|voted|wed|married|accused|charged|visit\w*|love|who|lost|parted|donated|delivery|deliveries|donat\w+|pledge|embass\w+|trade|gas|oil|asylum|parade|carmakers?|films?|movies?|airlines?|firms?|manufacturers?|chariti?e?s|observers\s+from|clubs?|train(?:s|ed)?\s+\ue00a)\b"
)
"""Words of other errands, and of troops that go or only stand nearby."""
WISHED = lazily(
    r"\b(?:consider\w*|propos\w+|want\w*|plan\w*|discuss\w*|debat\w+|ask\w*|call\w*\s+for|urg\w+|demand\w*|weigh\w*|refus\w+|rule[sd]?\s+out|ruled\s+out|ruling\s+out|threat\w*|hop\w+|press\w*\s+for|lobb\w+|need\w*|"
    r"request\w*|favou?r\w*|welcome\w*|oppos\w+|reject\w*|suggest\w*|fear\w*|doubt\w*|deni\w+|no|not|never|\w+n't)\b[^.;:,—]*$"
)
_TO_COME = lazily(
    r"\b(?:are|is|were|was)\s+(?:due\s+|set\s+|likely\s+|supposed\s+|scheduled\s+|expected\s+)?to\s+(?:be|go|arrive|join|serve|move|come|deploy)\b|"
    r"\bwill\s+be\s+(?:sent|deployed|stationed|based|moved|posted)\b|\b(?:agree\w*|willing|ready|offer\w*|prepared)\s+to\s+(?:host|receive|accept)\b"
)
_DOES = lazily(
    rf"\b{_PERSONS}(?:\s+and\s+\S+)?\s+(?!in\b|on\b|across\b|at\b|inside\b|through)[^\ue000]*?\b(?:in|on|across|through|throughout|inside|over|around|at)\b|"
    r"\b(?:are|is|were|was|have|has|had|been|remain\w*|serv\w+|guard\w*|fl(?:y|ies|ew)|patrol\w*|operat\w+|fight\w*|fought|make\s+up|makes\s+up|form|forms|constitute\w*|provide\w*|live|stand|keep)\b"
)
"""What those do who are somewhere: "in Syria" alone only says of which soldiers somebody speaks."""
_FORCE = lazily(rf"\b(?:{alternatives_of(CLASSES['force'], [0])})\b")
_VERBAL = lazily(
    r"\b(?:has|have|had|is|are|was|were|will|would|never|no|not|does|did|do|sent|sends|gave|gives|(?!armed|armou?red|mechani[sz]ed|combined|trained|uniformed|enhanced|motori[sz]ed|mixed|united)[a-z]+ed)\b"
)
_INVADES = lazily(r"\b(?:rolled|crossed|entered|invaded|marched|swept|drove|intervened|landed|poured|moved\s+into|pushed)\b")
_NOW_SENDS = lazily(r"\b(?:contributes?|deploys?|stations|provides?|rotates|sends|contributing|providing)\b")
_NO_PRESENCE = lazily(
    r"\b(?:investors?|tourists?|students?|players?|playing|liv(?:e|es|ed|ing)|recruit\w*|sign(?:s|ed|ing)?|largest|strongest|smallest|"
    r"to back|back(?:s|ed|ing)? (?:[a-z]+ ){0,6}(?:forces|groups|fighters|militias)|launch\w* (?:[a-z]+ ){0,6}(?:strikes?|attacks?|raids?))\b|\balongside (?:[a-z]+ ){0,3}from\b"
)
"""What has soldiers in it, or looks so, and sends none: "the second largest military behind", "US companies were investors in"."""
_TROOPS = lazily(
    rf"\b{_PERSONS}\b|\b(?:units?|contingents?|brigades?|battalions?|regiments?|divisions?|squadrons?|garrison|army|armies|force|company|companies|detachments?|corps|infantry|mission|battle\s?groups?|columns|engineers|medics|fleet)\b"
)
_PAST = lazily(r"\b(?:was|were|had|kept|maintained|served|fought|guarded|remained|patrolled|operated|hosted|numbered|counted|stood|took)\b")
_BEFORE_PERSONS = lazily(
    rf"(?P<n>{LETTERS['number']})(?:\s+of)?(?:\s+(?:its|their|the))?(?:\s+(?!states|countries|members|allies|nations|battle|battalions|years|days|months|weeks|tanks|aircraft|ships|planes|of\b)[a-z'-]+|\s+[\ue000-\ue002\ue00c](?:'s?)?)"
    rf"{{0,4}}?(?:\s+|-){_PERSONS}\b"
)
_NUMBERING = lazily(
    rf"\b(?:number|numbers|numbered|numbering|count|counts|counted|stands?\s+at|stood\s+at|total\w*|consist\w*\s+of|compris\w+|made\s+up\s+of|comes\s+to|grown\s+to|(?:force|garrison|brigade|contingent|unit|battalion|detachment|company|team|group|mission|army|strength)\s+of|amounts\s+to|put\s+at|shrunk\s+to|reached)\s+"
    rf"(?:[a-z]+\s+){{0,3}}?(?P<n>{LETTERS['number']})(?!\s+(?:states|countries|members|allies|nations|years|days|months|weeks|battle|battalions|tanks))"
)
_PEOPLE = lazily(rf"(?P<n>{LETTERS['number']})\s+(?:[a-z]+\s+)?{LETTERS['demonym']}")
_STATE = LETTERS["state"] + LETTERS["capital"] + LETTERS["government"]
_WHO = rf"(?:the\s+)?(?P<who>[{_STATE}])"
_WHERE = rf"(?:the\s+)?(?P<where>{LETTERS['state']})"
_LEADING = r"(?:led|headed|commanded|run|overseen|leads|heads|commands)"
_PAIR = (
    lazily(rf"{_WHERE}\s*[,(]?\s*(?:which\s+is\s+|is\s+|where\s+(?:it|the\s+group)\s+is\s+)?(?:{_LEADING}\s+by|under|with)\s+{_WHO}"),
    lazily(rf"{_WHO}\s*\(\s*(?:in\s+)?{_WHERE}\s*\)"),
    lazily(
        rf"{_WHO}\s+(?:(?:leads|lead|leading|heads|heading|commands|is\s+in\s+charge|has\s+the\s+lead)\s+)?(?:the\s+(?:one|ones|group|battlegroup|battle\s?group)\s+)?(?:in|for)\s+{_WHERE}"
    ),
)
"""Leader and host side by side."""
_LEADERSHIP = frozenset(
    ["led", "lead", "leads", "head", "headed", "framework", "commanded", "command", "leadership", "helm", "leading", "commands", "charge"]
)
_GROUPS = frozenset(["battlegroup", "battlegroups", "battalions", "battle", "groups"])


class Deployment(Claim):
    """*actor* sent *n* troops to *host* (on *date*); or, by *how*, has them there, or leads the battle group there."""

    kind: ClassVar[str] = "deployment"
    actor: str
    host: str
    n: int | None = None
    date: str = ""
    hedge: str = ""
    how: str = "sent"

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        # sent
        P(f"{_SENDER} ... <sends> ... [{{own=org}} ['s]] ... <force> [, {_GEAR}] [[,] (and|as well as) ~ {_GEAR}] ... [(for|to|in|with|of|as part of|under) {{m2=alliance}} ['s] [~]] [,] {_INTO} [[the|a] {{led=demonym}} - led] ... {_HOST} {_WHEN}"),
        P(f"(member countries|member states|NATO members|allies) ... <sends> ... <force> ... {_INTO} ... {{host}} {_WHEN}", unnamed=True),
        P(f"{_OWN} ... <went-there> [...] [{_INTO}] ... [, [in]] {{host}} {_WHEN}", arrive=True),
        P(f"{_THEIRS} ... <went-there> [...] [{_INTO}] ... [, [in]] {{host}} {_WHEN}", arrive=True),
        P(f"<force> [~] (was|were|have been|had been|has been|are being) ... <sent-there> (to|into|in) ... {{host}} [by {{by=gov}}|by {{b2=alliance}}] {_WHEN}", men=True),
        P(f"<force> ... (arrived|landed|poured|streamed|flowed|moved|flew) (in|into|to) {{host}} {_WHEN}", men=True),
        P(f"(dispatch|deployment|sending|arrival|landing|transfer) (by {_SENDER} of|of) ... <force> ... (to|in|into) ... {{host}} [by {{by=gov}}|by {{b2=alliance}}] {_WHEN}", men=True),
        P(f"{_WHOSE} ['s] (dispatch|deployment|sending) of ... <force> ... (to|in|into) ... {{host}} {_WHEN}"),
        P(f"{_SENDER} ... [{{against=org}} ...] <strengthened> ... {{host}} (with|by|, sending) ... <force> {_WHEN}"),
        P(f"{_SENDER} ... <force> from {{from=gov}} (to|into) ... {{host}} {_WHEN}", moved=True),
        P(f"{_OWN} ... from {{from=gov}} (to|into) ... {{host}} {_WHEN}", moved=True),
        # there
        P(f"{_SENDER} ... <keeps> ... [{{own=org}} ['s]] ... (<force>|(support|peacekeeping|stabilisation|stabilization|training|security) operation) ... (in|on|across|throughout|at|with) ... {_HOST}", how="there"),
        P(f"{_OWN} ... [(alongside|with|next to|beside) [the] {{mate=org}}] ... (in|on|across|through|throughout|inside|over|around|at|near) ... {_LAND}", how="there", wide=True),
        P(f"{_THEIRS} ... (in|on|across|through|throughout|inside|over|around|at|near) ... {_LAND}", how="there", wide=True),
        P(f"{_OWN} (in|on) {{host}} (are|is|were|was|have|has|had|will|remain|face|came|live|serve)", how="there"),
        P(f"({_OWN}|{{n}} [~] {{dem=demonym}}) ... <is-there> ... {_ABSENT}", how="there", absent=True),
        P(f"{_SENDER} ... <keeps> ... [{{own=org}} ['s]] ... <force> ... {_ABSENT}", how="there", absent=True),
        P(f"{_SENDER} ... <sends> ... <force> ... {_ABSENT}", absent=True),
        P(f"{{host}} , where ... {_WHOSE} ['s] ~ <force> ... (are|is|were|have|remain|serve|guard|train)", how="there"),
        P(f"{_OWN} ... (defending|guarding|helping|protecting|advising|occupied|occupy|defend|guard|garrison) ... {{host}}", how="there"),
        P(f"in {{host}} , {_SENDER} ... <keeps> ... ({_BASE}|<force>)", how="there"),
        P(f"{_SENDER} ... <keeps> ... {_BASE} ... (in|at|on) ... {{host}}", how="there"),
        P(f"{_SENDER} ... (contributor|supplier|provider|contributors|sender) of ... <force> ... (in|to) ... {{host}}", how="there"),
        P(f"{_SENDER} ... (withdrew|withdrawing|withdrawn|pulled|pulling|withdraw|removing|removed|bringing|brought|withdraws) ... <force> ... (from|out of) ... {{host}}", how="there", gone=True),
        P(f"(withdrawal|pullout|departure|withdrawing|removal|evacuation) of ... {_WHOSE} ['s] ~ <force> ... from ... {{host}}", how="there", gone=True),
        P(f"{_OWN} ... (left|withdrew from|pulled out of|departed from|quit|have left|leaving|withdrawn from) {{host}}", how="there", gone=True),
        P("in {host} (houses|hosts|is home to|accommodates) ... {n} ... {dem=demonym}", how="there", people=True),
        P(f"{_WHOSE} ['s] {{n}} - strong ~ <force> (in|on|across) {{host}}", how="there", counted=True),
        P(f"{_SENDER} ... (its|their) ~ <force> of {{n}} ... in {{host}}", how="there"),
        P(f"{_SENDER} ... (strengthening|reinforcing|reinforced|reinforces|increased|is increasing|doubled|has doubled|is doubling|expanded|is expanding) (its|their) ~ (<force>|presence) in {{host}} [by {{n}}]", how="there"),
        P("{alliance} - led ~ force of {n} ~ <force> ... in {host}", how="there"),
        P(f"{_OWN} [,] (are|is|were|was|have been|has been|remain|remains|had been|stand|stands) [<adverb>] [still|back|there] (in|on|across|throughout|inside) ... {{host}}", how="there"),
        P(f"{_WHOSE} ['s] ... (<force>|presence|strength|deployment|troop levels|commitment|contribution|{_BASE}) (in|on|across|at|near) ... {{host}} ... [,] [(which|that) ...] (has|had|with|now has|houses|hosts|holds|number|numbers|numbered|count|counts|counted|stand at|stands at|stood at|total|totals|totaled|totalled|consists of|consisted of|comprises|is made up of|comes to|has grown to|amounts to|of|is|has shrunk to|reached) ... {{n}}", how="there"),
        P(f"{_WHOSE} ['s] ~ <force> , ... in {{host}}", how="there", counted=True),
        P(f"{_WHOSE} ['s] ~ (presence|garrison|contingent|bases|base|mission|peacekeepers|peacekeeping force|peacekeeping mission) (in|on) {{host}}", how="there", noun=True),
        P("{n} [~] {dem=demonym} ... <is-there> ... (in|on|across|with|at) ... {host}", how="there", people=True),
        P(f"{_SENDER} ... , with {{n}} [of] [its|their|own] ~ <force> ... in {{host}}", how="there"),
        P(f"(is|are|were|was|remain|remained) [<adverb>] {{n}} [of] [the|its] ~ {_WHOSE} ['s] ~ <force> ... (in|on|at|across) ... {_LAND}", how="there"),
        P(f"{{n}} of (its|their) [own] ~ <force> ... (in|on|at|across|outside|near) ... {_LAND}", how="there", wide=True, own=True),
        P(f"{_SENDER} ... (intervened|stepped in|has intervened) in {{host}} [in {{d2=date}}] ... with ... <force>", arrive=True),
        P("(is|are|were|was|remain|remained) ... {n} [of] ~ <force> ... in {host}", how="there", lead="there"),
        P("[just] {n} [of] ~ <force> ... (are|is|were|remain|serve|remained) [<adverb>] [stationed|based|deployed|serving|posted] in {host}", how="there"),
        P(f"{_HOSTING} ... (hosts|host|hosted|houses|is home to|is host to|was home to|was host to|has hosted|is hosting|accommodates|has on its soil|has taken in|have hosted|welcomed|has welcomed|received|has received) ... {_WHOSE} ['s] ~ (<force>|{_BASE} ... [,] [with|where|and] ... {{n}})", how="there", hosted=True),
        P("{host} ... (hosts|host|is home to|has hosted|is hosting) ... <force> from {gov}", how="there", hosted=True),
        P(f"({{alliance}} ['s]|the alliance's|multinational|enhanced|new|more) ... {_GROUP} ... (in|to|across|for) {{host}} {_WHEN}", how="groups"),
        P(f"{_GROUP} ... [,] (in|to|across) {{host}} {_WHEN}", how="groups", bare=True),
        P(f"{_GROUP} ... in {{host}} ... (numbers|numbered|consists of|counts|comprises|is made up of|has grown to|is) ... {{n}} [~] <force>", how="groups", bare=True, strong=True),
        # who leads a battle group
        P(f"({{gov}} [, which]|{{dem=side}} (officers|generals|soldiers|troops|colonels|commanders|army|military|forces)) ... <leads-it> {_ITS} {_GROUP} ... (in|to|for|at) ... {{host}}", how="leads"),
        P(f"{{dem=side}} - led {_ITS} {_GROUP} ... (in|to) ... {{host}}", how="leads", supposed=True),
        P(f"{{dem=side}} (soldiers|troops|forces) (make up|form|provide|are) the (core|backbone|bulk|heart) of {_ITS} {_GROUP} ... (in|to) ... {{host}}", how="leads"),
        P(f"{{host}} ... (hosts|is home to|is host to|has hosted) ... {{dem=side}} - led {_ITS} {_GROUP}", how="leads"),
        P(f"{_GROUP} ... (in|to|of) ... {{host}} ... (led|headed|commanded|run|overseen) by [the] {{dem=side}}", how="leads"),
        P(f"{_GROUP} ... (in|to|of) ... {{host}} ... under ({{dem=side}} ['s] (command|leadership)|the (command|leadership) of {{gov}})", how="leads"),
        P(f"{{host}} 's {_ITS} {_GROUP} ... (led|headed|commanded) by {{gov}}", how="leads"),
        P(f"{_GROUP} [,] (led|headed|commanded) by {{gov}} ... in {{host}}", how="leads"),
        P(f"(leadership|command) of {_ITS} {_GROUP} ... in {{host}} ... (lies with|is in the hands of|rests with|belongs to|falls to|has passed to|passed to) {{gov}}", how="leads"),
        P(f"with {{gov}} (at its (head|helm)|in (command|charge|the lead)|in the lead) , {_ITS} {_GROUP} ... in {{host}}", how="leads"),
        P(f"in {{host}} , ... {_GROUP} ... (led|headed|commanded) by {{gov}}", how="leads"),
        P(f"{_GROUP} [,] [are|were] (led|headed|commanded) by {{leads=states}} [,] [are|were] [based|stationed|deployed] in {{hosts=states}} [,] respectively", how="leads", pairs=True),
        P("(battle groups|battlegroups|battalions|groups)", how="leads", pairs=True, each=True, beside=_LEADERSHIP),
        P("(leads|led|headed|commands|lead)", how="leads", pairs=True, each=True, beside=_GROUPS),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, mask = match.phrasing.fixed, match.sentence.mask
        how = fixed.get("how", "sent")
        if fixed.get("pairs"):
            yield from cls._pairs(match)
            return
        words = match.found.group().lower()
        if how in ("leads", "groups") and not re.search(r"battle ?group|battalion|multinational", mask[: match.found.end()]):
            return
        if fixed.get("wide") and not _DOES.search(words):
            return
        if match.phrasing.text.startswith(_OWN) and (owned := _FORCE.search(words)) and _VERBAL.search(words, 1, owned.start()):
            return
        if re.match(
            r"\s?'s?\s+(?:doorstep|borders?|edge|frontiers?|flank|neighbou?rs?|coast|gates|shores)\b",
            match.sentence.folded[match.found.end() :],
        ):
            return
        if _TO_COME.search(words) or _NO_PRESENCE.search(words) or re.match(r"-", match.sentence.folded[match.found.end() :]):
            return
        if re.match(r"\s+(?:due\s+|set\s+|likely\s+|supposed\s+)?to\s+[a-z]+", match.sentence.folded[match.found.end() :]) and re.search(
            r"\b(?:are|is|were|was)$", words
        ):
            return  # who are to come are not there yet
        if (not fixed.get("gone") and _NOT_THERE.search(words)) or (
            not fixed.get("supposed") and (is_wished(match) or WISHED.search(match.sentence.folded[: match.found.start()]))
        ):
            return
        actor = next((match.id(slot) for name in ("gov", "dem", "alliance", "by", "b2") for slot in slots(match, name)), "")
        if person := match.id("who"):
            actor = offices.speaks_for(match.sentence.context.record, person)
            if not actor:
                return
        if fixed.get("own"):
            owner = match.antecedent("state", "alliance")
            actor = owner.id if owner is not None else ""
            if not actor:
                return
        if fixed.get("unnamed") or how == "groups":
            named = alliance_of(match) if not actor else ""
            if not actor and (not named or (fixed.get("unnamed") and re.search(r"\w\s*$", mask[: match.found.start()]))):
                return
            actor = actor or named
            if (
                how == "groups"
                and not fixed.get("strong")
                and re.search(
                    r"(?:\ue000|\ue001)(?:'s?)?\s*-?\s*(?:led\s+)?(?:[a-z]+\s+){0,2}$|\bled\b",
                    mask[: match.found.start()] + ("led" if "led by" in words else ""),
                )
            ):
                return
        elif how != "leads" and not is_actor(match):
            return
        if fixed.get("absent"):
            at, hosts = match.found.end() - 1, _named_before(match, actor)
            if headcount(match) is None:
                return
        else:
            at = max(match.found.start(slot) for slot in match.found.re.groupindex if slot.startswith(("host", "town")) and match.has(slot))
            filled = [slot for slot in match.found.re.groupindex if slot.startswith(("host", "town"))]
            hosts = tuple(
                dict.fromkeys(
                    (*(id for slot in filled for id in match.ids(slot)), *(joined_after(match.sentence, at) if how != "leads" else ()))
                )
            )
        first = next((match.found.start(slot) for name in ("gov", "dem", "alliance") for slot in slots(match, name)), None)
        actors = tuple(dict.fromkeys((*(joined_before(match.sentence, first) if first is not None and how != "leads" else ()), actor)))
        before = mask[:at].removesuffix("the ")
        if re.search(r",\s*(?:in\s+)?$", before) and not _SITE.search(before):
            return
        if fixed.get("hosted") and not headcount(match) and not _TROOPS.search(words):
            return  # "hosts British bases" says nothing of soldiers
        if fixed.get("moved") and match.id("from") in hosts:
            return
        if (
            not hosts
            or not set(actors).isdisjoint(hosts)
            or (fixed.get("lead") and not re.search(r"\bthere\s*$", mask[: match.found.start()], re.I))
        ):
            return
        quantity = headcount(match) if how in ("sent", "there") or fixed.get("strong") else None
        if how == "sent" and not _TROOPS.search(words) and not (fixed.get("arrive") and _INVADES.search(words)):
            return  # tanks and jets are given, not sent
        if how == "sent" and _NOW_SENDS.search(words):
            how = "there"
        if (fixed.get("counted") or fixed.get("people")) and quantity is None:
            return
        how = (
            "there"
            if how == "groups" and re.search(r"\b(?:has|have|are|is|keeps|maintains|remain|been)\b", words)
            else "sent"
            if how == "groups"
            else how
        )
        moment = (
            next((found for slot in ("date", "d2") if (found := match.date(slot))), None)
            or date_before(match)
            or date_near(match)
            or _run_up(match)
        )
        # A number said of two senders or two hosts together is nobody's alone.
        n = int(quantity.value) if quantity is not None and len(hosts) == len(actors) == 1 and not shared(match) else None
        hedge = quantity.hedge if quantity is not None and n is not None and quantity.hedge != "=" else ""
        past = fixed.get("gone") or ((match.past or _PAST.search(words)) and not re.search(r"\b(?:is|are)\b", words))
        tense = Tense.EVENT if how == "sent" else Tense.PAST if past and how == "there" else Tense.PRESENT
        span = match.span()
        if len(actors) > 1 or len(hosts) > 1:
            span = match.sentence.page_span(*joined_bounds(match.sentence, *match.found.span(), first if len(actors) > 1 else None, at))
        for sender in actors:
            for host in hosts:
                if how == "leads" or sender or n is not None:
                    claim = cls(sender, host, n, moment.text if moment and how == "sent" else "", hedge, how)
                    yield Reading(claim, *span, tense)

    @classmethod
    def _pairs(cls, match: Match) -> Iterator[Reading]:
        """Who leads where, told in pairs: "Britain in Estonia, Canada in Latvia"; or in two lists, "respectively"."""
        if match.phrasing.fixed.get("each"):
            for leader, place, start, end in match.sentence.once("pairs", lambda: _pairs_of(match.sentence)):
                yield Reading(cls(leader, place, how="leads"), *match.sentence.page_span(start, end), Tense.PRESENT)
            return
        leaders, places = match.ids("leads"), match.ids("hosts")
        for leader, place in zip(leaders, places, strict=True) if len(leaders) == len(places) else ():
            yield reading(match, cls(leader, place, how="leads"), Tense.PRESENT)

    def args(self) -> dict[str, Any]:
        """The arguments; *how* is the sentence's verb, which the wording keeps."""
        return {name: value for name, value in super().args().items() if name != "how"}

    def truth(self, record: Record) -> Truth:
        if self.how == "leads":
            return force.leads(record, self.actor, self.host)
        rows = force.deployments(record, self.actor, self.host)
        if self.how == "there":
            return force.in_place(record, force.within(rows, None), lambda there: self._counted(record, there))
        rows = force.within(rows, parse_moment(self.date) if self.date else None)
        if self.n is None:
            return force.from_first((force.begun(row), (row,)) for row in rows)
        figures = force.troop_figures(record, rows, self.actor)
        return force.from_first((figure.day, figure.facts) for figure in figures if self._agrees(figure))

    def _counted(self, record: Record, there: Sequence[DeploymentFact]) -> tuple[Fact, ...]:
        """The facts by which so many are there. Those sent join those already there: a number of them is a lower bound only."""
        if self.n is None:
            return tuple(there[:1])
        for figure in force.troop_figures(record, there, self.actor):
            one = figure.facts[0] if len(figure.facts) == 1 and isinstance(figure.facts[0], DeploymentFact) else None
            counted = one is not None and one.actor == self.actor and self.actor not in record.lexicon.regions
            whole = counted and figure.hedge in "=~" and one is not None and (one.counts == "level" or self._alliance(record))
            if self._agrees(figure) and (whole or self.hedge in (">", ">=")):
                return figure.facts
        return ()

    def _alliance(self, record: Record) -> bool:
        from foedus.alliance import treaty_of

        return treaty_of(record, self.actor) is not None

    def _agrees(self, figure: Figure) -> bool:
        """Whether the figure may be written as the claim has it."""
        assert self.n is not None
        hedge, grain = self.hedge or "=", rounding(self.n)
        if figure.hedge in (">", ">="):
            return hedge in (">", ">=") and figure.n >= self.n
        # "Fewer than" and "up to" say where the number lies, not only where it ends.
        near = hedge not in ("<", "<=") or figure.n >= self.n / 2
        return near and agrees(self.n, hedge, figure.n, grain if hedge in "=~" else 0.0)

    def wording(self, names: Names) -> str:
        number = f"{HEDGE_PHRASES[self.hedge or '=']}{plain(self.n)} troops" if self.n is not None else "troops"
        who, where = names.say(self.actor), f"in {names.say(self.host)}"
        if self.how == "leads":
            return f"{who} leads the battle group {where}"
        if self.how == "there":
            return f"{who} has {number} {where}" if who else f"there are {number} {where}"
        when = f" {spell_date(self.date)}" if self.date else ""
        return f"{who} sent {number} to {names.say(self.host)}{when}" if who else f"{number} were sent to {names.say(self.host)}{when}"

    def checked_through(self, record: Record) -> datetime.date | None:
        coverage = record.coverage("deployments", self.actor)
        return coverage.through if coverage else None


_SITE = lazily(
    rf"\b(?:in|at|near|to|into|outside|around|from|on)\s+(?:the\s+)?(?:[a-z]+\s+){{0,3}}?(?:[A-Z][\w'-]*|{LETTERS['place']})(?:\s+[A-Z][\w'-]*)?\s*,\s*(?:in\s+)?$"
)
"""A place before the name of its state: "at Tapa, Estonia"."""


def _named_before(match: Match, actor: str) -> tuple[str, ...]:
    """Where "there" is: the one other state that the sentence names before, or that the sentence before named."""
    here = [item.what.meanings[0] for item in match.sentence.before(match.found.start()) if isinstance(item.what, Mention)]
    states = {
        name.id for name in here if name.type == "state" and name.use not in ("demonym", "government", "capital") and name.id != actor
    }
    if any(name.type == "place" for name in here):
        return ()
    if not states and (country := match.sentence.country_before):
        return (country.id,)
    return tuple(states) if len(states) == 1 else ()


def date_before(match: Match) -> Moment | None:
    """The date with which the sentence opens, if the match follows it: "On 6 January 2023, the United States announced"."""
    lead = re.match(r"(?:On|In|By|Last|Early in|Late in)?\s*\ue00b\s*,?\s*$", match.sentence.mask[: match.found.start()])
    item = match.sentence.items[0] if lead and match.sentence.items else None
    return item.what.moment if item is not None and isinstance(item.what, Dated) else None


def is_actor(match: Match) -> bool:
    """Whether those whom the match begins with can be the senders: not "asked the United States", "sent to Poland"."""
    return not _NO_ACTOR.search(match.sentence.folded[: match.found.start()]) if match.found.group().strip()[:1] >= "\ue000" else True


def headcount(match: Match) -> Quantity | None:
    """How many persons the match speaks of: the number before "troops", "soldiers" and the like, or behind "number" and "count"."""
    folded = match.sentence.folded
    start = max((found.end() for found in re.finditer(r"[,;:—(]\s|\b(?:and|while|but)\s", folded[: match.found.start()])), default=0)
    end = match.found.end()
    for pattern in (_BEFORE_PERSONS, _NUMBERING, *([_PEOPLE] if match.phrasing.fixed.get("people") else [])):
        for found in pattern.finditer(folded, start, end + _TAIL):
            if found.start("n") >= end or found.end() <= match.found.start():
                continue
            item = next((item.what for item in match.sentence.items if item.at == found.start("n")), None)
            if isinstance(item, Quantity) and not item.unit and not item.ordinal and float(item.value).is_integer() and item.value > 1:
                return item
    return None


def date_near(match: Match) -> Moment | None:
    """A date within the match, where it names one only, or one that follows it closely."""
    inside = [item.what.moment for item in match.sentence.inside(*match.found.span()) if isinstance(item.what, Dated)]
    return inside[0] if len(inside) == 1 else date_of(match)[0] if not inside else None


def _pairs_of(sentence: Sentence) -> list[tuple[str, str, int, int]]:
    """Pairs of leader and host in a sentence that has two of them at least."""
    names = {item.at: item.what.id for item in sentence.items if isinstance(item.what, Mention) and item.what.type == "state"}
    for pattern in _PAIR:
        found = [
            (names[pair.start("who")], names[pair.start("where")], pair.start(), pair.end())
            for pair in pattern.finditer(sentence.folded)
            if pair.start("who") in names and pair.start("where") in names
        ]
        if len(found) >= 2 and all(who != where for who, where, _, _ in found):
            return found
    return []


def shared(match: Match) -> bool:
    """Whether somebody else is named as doing the same ("Belgium and France sent 800 troops"): the number is then nobody's alone."""
    return re.search(r"[\ue000-\ue002\ue00c\ue00d]\s*,?\s*and\s*$", match.sentence.mask[: match.found.start()]) is not None


def rounding(n: float) -> float:
    """The unit to which a large whole number may have been rounded: 1,000 for 3,000, 100 for 1,700."""
    digits = str(int(n))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0 ** min(zeros, len(digits) - 1) if len(digits) >= 3 else 0.0


def _run_up(match: Match) -> Moment | None:
    """The days, weeks or months before an event that the record's words name: "in the weeks leading up to the invasion of Ukraine"."""
    before = _RUN_UP.search(match.sentence.folded, 0, match.found.start())
    event = match.sentence.name_at(before.start("event")) if before else None
    if before is None or event is None or event.type != "event":
        return None
    day = datetime.date.fromisoformat(event.id)
    return parse_moment(f"{day - datetime.timedelta(days=_LENGTHS[before['unit']])}/{day}")
