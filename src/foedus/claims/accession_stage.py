"""``accession_stage``: how far a state has come on its way into an alliance."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar

from foedus import accession
from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, Tense, happened, reading, spell_date
from foedus.claims.clauses import alliance_of, bounds, date_of, ends_clause, is_subject
from foedus.dates import parse_moment
from foedus.language.names import Names
from foedus.language.numbers import HEDGE_PHRASES, agrees, in_words
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.verdict import Count, Truth, Verdict, negate

_S = "{states} ['s (government|leaders|leadership)] [, ~ (—|,)] [,] [which|who] [both]"
_GOAL = "({alliance} (membership|accession|entry)|[a|full|eventual] <joining> {alliance})"
_MEMBERSHIP = "({alliance} membership|[full|formal|eventual] (membership|admission) (in|of|to) {alliance})"
_JOIN = "[eventually|soon|one day|someday|also|formally|quickly] to (join|enter|become a member of|become members of|become part of|accede to) {alliance}"
_ENTRY = "{states} 's [~] (accession|accession protocol|accession protocols|membership|membership bid|entry|admission|application|bid|ascension|joining) [(to|of|in|into|for|with|to join) {alliance}]"
_ENTRY_OF = "[the|~] (accession|protocol|protocols|membership|entry|admission) [for|on] [the accession] (of|for) {states} [to|into|in] [{alliance}]"
_THEIRS = f"({_ENTRY}|{_ENTRY_OF}|{{states}} 's {{alliance}} (accession|membership|bid|membership bid|accession protocol|entry|application)|{{alliance}} [membership|accession] (for|of) {{states}})"
_ALLIES = "(allies|members|member states|member countries|states|countries|allied countries|nations|parliaments|NATO allies)"
_BY = "({by=states} ['s] [parliament|lawmakers|legislature|Senate|Congress]|{by=demonym} (parliament|lawmakers|legislators|legislature|Senate|MPs|assembly))"
_QUEST = "[its|their] [~] [seeking|push for|quest for|bid for|pursuit of|call for|drive for|campaign for|efforts for]"
_MEMBERSHIP_SOON = "[quick|swift|rapid|speedy|immediate|early|prompt|fast-track|full] ({alliance} membership|(membership|accession|entry|admission) (in|of|into|to) {alliance})"
_PROTOCOL = "(accession protocol|accession protocols|protocol of accession|protocols of accession|protocols on accession|protocols on its accession)"


class AccessionStage(Claim):
    """*state* has reached, or is in, a *stage* of joining *alliance*: of ratifications, *by* an ally (by the alliance: by all) or by *n* of them."""

    kind: ClassVar[str] = "accession_stage"
    state: str
    alliance: str
    stage: str
    by: str = ""
    n: int | None = None
    hedge: str = ""
    date: str = ""
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{_S} <nearing> [steadily|slowly|gradually|rapidly|quickly|swiftly|step by step|a step|one step|another step|ever|even|still] (closer to|closer toward|closer towards|nearer to|nearer|toward|towards) {_GOAL}", stage="aspirant"),
        P(f"{_S} <is> [<adverb>] [a|{{steps=n}}] [big|major|small|further] [step|steps] (closer to|nearer to) {_GOAL}", stage="aspirant"),
        P(f"(pushed|nudged|driven|moved|brought) {{states}} [ever|even|much] closer to {_GOAL}", stage="aspirant"),
        P(f"{_S} [<adverb>] <wants> {_JOIN}", stage="aspirant"),
        P(f"{_S} (is|are) [<adverb>] (seeking|hoping|looking|aiming|bidding) {_JOIN}", stage="aspirant"),
        P(f"{_S} [<adverb>] <seeks> {_MEMBERSHIP}", stage="aspirant"),
        P(f"{_S} [<adverb>] (made|has made|have made) joining {{alliance}} (a|its|their) [~] (goal|priority|aim)", stage="aspirant"),
        P(f"{_S} <is> [<adverb>] (on the verge of|on the brink of|on the cusp of|on the threshold of|on the path to|on a path to|on the road to|on track for|close to|on its way to|on their way to|on the way to|in the process of|moving ahead with|pressing ahead with|considering [~] and) {_GOAL}", stage="aspirant"),
        P(f"{_S} <is> [<adverb>] (poised|set|about|preparing|waiting|in line|on course|on track|trying|working|pushing|bidding|awaiting permission|applying) {_JOIN}", stage="aspirant"),
        P(f"{_S} <is> [<adverb>] [a|an] [official|formal|prospective|long-time|longtime] (candidate|candidates|aspirant|aspirants|applicant|applicants|candidate country|candidate countries|aspiring member|aspiring members) (for|to|of) {_GOAL}", stage="aspirant"),
        P(f"{_S} <is> [<adverb>] [a|an] [official|formal|prospective] (candidate|candidates|applicant|applicants) <to-join> {{alliance}}", stage="aspirant"),
        P("{states} <is> [<adverb>] [a|an] [official|formal] {alliance} (candidate|candidates|aspirant|aspirants|applicant|applicants|hopeful|hopefuls)", stage="aspirant"),
        P("{states} , [both] [a|an] [official|formal] {alliance} (candidate|candidates|aspirant|aspirants|applicant|applicants|hopeful|hopefuls)", stage="aspirant"),
        P("(aspiring|would-be|prospective) {alliance} (member|members|ally|allies) {states}", stage="aspirant"),
        P("{alliance} (candidate|candidates|aspirant|aspirants|applicant|applicants|hopeful|hopefuls) [such as|like] {states}", stage="aspirant"),
        P("{states} 's (bid|effort|drive|push|quest) <to-join> {alliance} (is|remains|hinges|depends|faces|still|continues)", stage="aspirant"),
        P("{states} 's {alliance} (bid|membership bid|candidacy) (is|remains|hinges|depends|faces|still|continues)", stage="aspirant"),
        P(f"{{states}} [<adverb>] (no longer (seeks|seek|wants|want|aspires to)|is no longer seeking|are no longer seeking|is not seeking|are not seeking) {_MEMBERSHIP}", stage="aspirant", negated=True),
        P(f"{{states}} [<adverb>] (no longer (seeks|seek|wants|want)|is no longer seeking|are no longer seeking|is not seeking|are not seeking) {_JOIN}", stage="aspirant", negated=True),
        P(f"{_S} [<adverb>] [on {{date}}] [has|have|had] [formally|officially|jointly|already] <applied> [<adverb>] [[on] {{date}}] ({_JOIN}|(for|to|of) {_MEMBERSHIP}|to {{alliance}}|for {{alliance}} accession|for [accelerated|fast-track|swift|rapid] accession to {{alliance}})", stage="applied"),
        P(f"{{states}} [<adverb>] (has not|have not|hasn't|haven't|did not|didn't|has never|have never|has yet|have yet|never) [yet|formally|even|to] (applied|apply) ({_JOIN}|(for|to) {_MEMBERSHIP}|to {{alliance}})", stage="applied", negated=True),
        P(f"{{states}} 's [formal|official|joint|membership|historic|2022] (application|applications) ({_JOIN}|(for|to) {_MEMBERSHIP}|to {{alliance}})", stage="applied", noun=True),
        P(f"{_S} (was|were|has been|have been|had been|got) [<adverb>] [[on] {{date}}] invited [<adverb>] [[on] {{date}}] [at ~ (summit|meeting)] [in {{place}}] ({_JOIN}|into {{alliance}})", stage="invited"),
        P("{states} (was|were|has been|have been|had been|got) [<adverb>] invited <to-join> {alliance} [~] [in {place}] , (but|though|while|unlike) {b=states} (was|were) not", stage="invited", second=True),
        P(f"{{states}} (was not|were not|wasn't|weren't|has not been|have not been|has never been|have never been|was never|were never) [yet|formally] invited {_JOIN}", stage="invited", negated=True),
        P("{states} (was|were) [<adverb>] invited at {place}", stage="invited"),
        P(f"{{states}} [<adverb>] (received|has received|have received|got|was given|were given|was issued) [an|a|its|their] [formal|official|long-awaited] (invitation|invitations) [on {{date}}] ({_JOIN}|to {{alliance}})", stage="invited"),
        P("{alliance} [leaders] [<adverb>] (invited|has invited|have invited|extended an invitation to|issued an invitation to) {states} [<adverb>] to (join [it|them|its ranks|{b=alliance}]|become members|become a member|begin accession talks|start accession talks|membership talks|accession talks)", stage="invited"),
        P(f"{_S} [<adverb>] [on {{date}}] (signed|has signed|have signed) [on {{date}}] [its|their|an|the] [{{alliance}}] {_PROTOCOL} [(with|to|of) {{alliance}}]", stage="protocol_signed"),
        P(f"[the] {_PROTOCOL} (for|of|on) {{states}} (was|were) signed", stage="protocol_signed"),
        P(f"{{states}} 's {_PROTOCOL} [(to|with) {{alliance}}] (was|were) signed", stage="protocol_signed"),
        P(f"({{alliance}}|allies|{{alliance}} (ambassadors|allies|members|envoys|countries)) [<adverb>] (signed|have signed) [the] {_PROTOCOL} (for|of|with) {{states}}", stage="protocol_signed"),
        P(f"({{alliance}}|allies|{{alliance}} (ambassadors|allies|members|envoys|countries)) [<adverb>] (signed|have signed) {{states}} 's {_PROTOCOL}", stage="protocol_signed"),
        P(f"{{states}} (has not|have not|has yet to|have yet to|did not) [yet] (sign|signed) [its|their|an|the] [{{alliance}}] {_PROTOCOL} [(with|to|of) {{alliance}}]", stage="protocol_signed", negated=True),
        P(f"[the] ratification of {_THEIRS} (is|remains) [<adverb>] [being] (under way|underway|pending|ongoing|stalled|blocked|incomplete|in progress|held up|outstanding)", stage="ratifying"),
        P(f"{_THEIRS} (is|are|remains) [<adverb>] (awaiting|pending|waiting for) [~] ratification", stage="ratifying"),
        P(f"{_THEIRS} (is|are|remains) not awaiting ratification", stage="ratifying", negated=True),
        P("{states} (is|are) [<adverb>] (awaiting|waiting for) ratification of (its|their) ({alliance} (membership|accession|entry|application)|(membership|accession|entry) (in|to|into) {alliance})", stage="ratifying"),
        P(f"[all|only] {{n}} [of] [the|its|all|{{alliance}} 's] [{{m=n}}] [{{alliance}}|existing|current] {_ALLIES} [<adverb>] [has|have|had] <ratified> {_THEIRS}", stage="ratified_by"),
        P(f"{_THEIRS} (has|have) [<adverb>] been (ratified|approved) by [all|only] {{n}} [of] [the|its|all|{{alliance}} 's] [{{m=n}}] [{{alliance}}|existing|current] {_ALLIES}", stage="ratified_by"),
        P(f"(all|every|each) [of] [the] [other|existing|current] [{{alliance}}] (allies|members|ally|member|member states|member state) [<adverb>] [has|have|had] <ratified> {_THEIRS}", stage="ratified_by", all=True),
        P(f"(all|every|everyone) [of] [the] [other] [{{alliance}}] [allies|members|member states|ally|member|country] (but|except|except for|apart from) {{by=states}} [<adverb>] [has|have|had] <ratified> {_THEIRS}", stage="ratified_by", negated=True),
        P(f"{_THEIRS} (has|have) been (ratified|approved) by all [of] [the] [other|existing|current] [{{alliance}}] [allies|members|member states] (but|except|except for|apart from|bar) {{by=states}}", stage="ratified_by", negated=True),
        P(f"{{only=n}} [{{alliance}}] (members|allies|countries|states|member states|holdouts) (,|:|—|-) {{by=states}} [,|—|-] <lacks> (ratify|ratified|approve|approved) {_THEIRS}", stage="ratified_by", negated=True),
        P(f"{_THEIRS} (was|has been|have been) [<adverb>] (ratified|approved) by {_BY}", stage="ratified_by"),
        P(f"{_THEIRS} (has not been|have not been|has not yet been|has yet to be|have yet to be|still has to be) (ratified|approved) by {_BY}", stage="ratified_by", negated=True),
        P(f"{_BY} [<adverb>] [has|have|had] <ratified> {_THEIRS}", stage="ratified_by"),
        P(f"{_BY} [<adverb>] <lacks> (ratify|ratified|approve|approved) {_THEIRS}", stage="ratified_by", negated=True),
        P(f"{{by=states}} (became|was) the [~] [{{alliance}}] (ally|member|country|state|nation|parliament|last|first|member state) to (ratify|approve) {_THEIRS}", stage="ratified_by"),
        P(f"{{by=states}} <is> [now] the (only|last|sole|remaining) [~] (ally|allies|member|members|country|countries|state|states|holdout|holdouts) (yet to ratify|not to have ratified|that has not ratified|that have not ratified|that has not yet ratified|that have not yet ratified|that has yet to ratify|that have yet to ratify|still to ratify|blocking) {_THEIRS}", stage="ratified_by", negated=True),
        P(f"(only|just) {{by=states}} <lacks> (ratify|ratified|approve|approved) {_THEIRS}", stage="ratified_by", negated=True),
        P(f"{{states}} (is|are) [<adverb>] (waiting for|awaiting) {_BY} to (ratify|approve) (its|their) ({{alliance}} (membership|accession|entry|application|bid)|(membership|accession|entry|application|bid) (in|to|into|for) {{alliance}})", stage="ratified_by", negated=True),
        P("{states} (completed|has completed|formally completed) (its|their) (accession|entry) (to|into) {alliance}", stage="acceded"),
        P("{states} (has not completed|have not completed|has yet to complete|have yet to complete) (its|their) (accession|entry) (to|into) {alliance}", stage="acceded", negated=True),
        P(f"{_S} (has|have) (suspended|put on hold|frozen|shelved) (its|their) ({{alliance}} (bid|accession|membership bid|application|accession talks)|[~] (accession|bid|application|accession talks|candidacy) (to|for|to join|with) {{alliance}})", stage="suspended"),
        P(f"{_S} [has|have|had] [<adverb>] (backed away from|stepped back from|backed off from|dropped|abandoned|shelved|paused|suspended|set aside|given up on) {_QUEST} {_MEMBERSHIP_SOON}", stage="suspended"),
        P(f"{_S} [has|have|had] [<adverb>] put [its|their] {_QUEST} {_MEMBERSHIP_SOON} on hold", stage="suspended"),
        P("{states} <is> no longer (pressing|pushing) (to be admitted to|to join|for membership of|for membership in) {alliance}", stage="suspended"),
        P(f"{{states}} 's (bid|quest|push|drive|campaign|application) (for|to join) {_MEMBERSHIP_SOON} (has been|was|is) [<adverb>] (shelved|suspended|frozen|put on hold|on hold)", stage="suspended"),
        P("{states} (has not suspended|have not suspended) (its|their) accession to {alliance}", stage="suspended", negated=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, alliance = match.phrasing.fixed, alliance_of(match)
        if not alliance or not is_subject(match) or not ends_clause(match) or (fixed.get("noun") and _planned(match)):
            return
        stage, negated, start, end, written = fixed["stage"], match.negated, match.found.start(), match.found.end(), ""
        if stage in ("applied", "invited", "protocol_signed", "acceded") or (stage == "ratified_by" and not negated and not match.has("n")):
            if not fixed.get("second") and not fixed.get("noun"):
                moment, start, end = date_of(match)
                written = moment.text if moment else ""
        if fixed.get("second"):
            start, negated = match.found.start("b"), True
        amount = match.quantity() if match.has("n") else None
        if match.has("n") and (amount is None or amount.unit or amount.ordinal or not float(amount.value).is_integer()):
            return
        n = int(amount.value) if amount else None
        hedge = amount.hedge if amount and amount.hedge != "=" else ""
        by = [alliance] if fixed.get("all") else [id for slot in ("by", "by_2") for id in match.ids(slot)] or [""]
        states = match.ids("b") if fixed.get("second") else [
            id for slot in match.found.re.groupindex if slot.startswith("states") for id in match.ids(slot)
        ]
        event = stage in accession.COMPLETED or stage == "ratified_by"
        tense = Tense.EVENT if written or (event and not negated and n is None) else None
        if negated and not match.past:
            tense = Tense.PRESENT
        for state in dict.fromkeys(states):
            for ally in by:
                made = reading(match, cls(state, alliance, stage, ally, n, hedge, written, negated), tense)
                first, last = bounds(match, start, end)
                yield Reading(made.claim, first, last, made.tense)

    def truth(self, record: Record) -> Truth:
        truth = self._positive(record)
        return negate(truth) if self.negated else truth

    def _positive(self, record: Record) -> Truth:
        if self.stage in accession.CURRENT:
            return accession.current(record, self.state, self.alliance, self.stage)
        if self.stage == "ratified_by" and self.n is not None:
            return accession.ratification_count(record, self.state, self.alliance).map(self._compare)
        if self.stage == "ratified_by" and self.by == self.alliance:
            return accession.ratified_by_all(record, self.state, self.alliance)
        if self.date:
            written = parse_moment(self.date)
            found = accession.dates(record, self.state, self.alliance, self.stage, self.by)
            # Several acts of one stage are no disagreement: the one that fits the words is meant.
            fitting = [pair for pair in found if written.earliest <= pair[0].earliest and pair[0].latest <= written.latest]
            return happened(fitting[:1] or found, written, accession.covered(record, self.state, self.alliance))
        if self.stage == "ratified_by":
            return accession.ratified_by(record, self.state, self.alliance, self.by)
        return accession.reached(record, self.state, self.alliance, self.stage)

    def _compare(self, count: Count) -> Verdict:
        return count.compare(lambda true: agrees(self.n or 0, self.hedge or "=", true))

    def wording(self, names: Names) -> str:
        state, when = names.say(self.state), f" {spell_date(self.date)}" if self.date else ""
        alliance = names.say(self.alliance)
        if self.stage == "ratified_by":
            return self._ratified(names, when)
        return _WORDINGS[self.stage, self.negated].format(state=state, alliance=alliance) + when

    def _ratified(self, names: Names, when: str) -> str:
        entry = f"{names.say(self.state)}'s accession to {names.say(self.alliance)}"
        if self.n is not None:
            return f"{HEDGE_PHRASES[self.hedge or '=']}{self.n} allies have ratified {entry}"
        if self.by == self.alliance:
            return f"all allies have ratified {entry}"
        return f"{names.say(self.by)} {'has yet to ratify' if self.negated else 'ratified' if when else 'has ratified'} {entry}{when}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        if self.n is not None and not re.search(r"\bof\b.*\d", words):
            right = accession.ratification_count(record, self.state, self.alliance).at(day)
            if right.low == right.high:
                for written, number in ((str(self.n), str(right.low)), (in_words(self.n), in_words(right.low)), (in_words(self.n).capitalize(), in_words(right.low).capitalize())):
                    if re.search(rf"(?<!\w){written}(?!\w)", words):
                        return re.sub(rf"(?<!\w){written}(?!\w)", number, words, count=1)
        if self.stage == "ratified_by" and self.negated and not re.search(r"\b(?:and|only|just|but)\b", words, re.I):
            for wrong in ("has yet to ratify", "has not yet ratified", "has not ratified", "still has to ratify", "have yet to ratify", "have not ratified"):
                if wrong in words:
                    return words.replace(wrong, f"{wrong.split()[0] if wrong[0] == 'h' else 'has'} ratified", 1)
        return None

    def checked_through(self, record: Record) -> datetime.date | None:
        coverage = accession.covered(record, self.state, self.alliance)
        return coverage.through if coverage else alliances.checked_through(record, self.alliance)


_WORDINGS = {
    ("aspirant", False): "{state} is seeking to join {alliance}",
    ("aspirant", True): "{state} is not seeking to join {alliance}",
    ("applied", False): "{state} applied to join {alliance}",
    ("applied", True): "{state} did not apply to join {alliance}",
    ("invited", False): "{state} was invited to join {alliance}",
    ("invited", True): "{state} was not invited to join {alliance}",
    ("protocol_signed", False): "{state} signed its accession protocol with {alliance}",
    ("protocol_signed", True): "{state} did not sign its accession protocol with {alliance}",
    ("ratifying", False): "{state}'s accession to {alliance} is awaiting ratification",
    ("ratifying", True): "{state}'s accession to {alliance} is not awaiting ratification",
    ("acceded", False): "{state} completed its accession to {alliance}",
    ("acceded", True): "{state} has not completed its accession to {alliance}",
    ("suspended", False): "{state} has suspended its accession to {alliance}",
    ("suspended", True): "{state} has not suspended its accession to {alliance}",
}


def _planned(match: Match) -> bool:
    """Whether an application is spoken of that has not been made yet."""
    before, after = match.sentence.mask[: match.found.start()], match.sentence.mask[match.found.end() :]
    return bool(
        re.search(r"\b(?:possible|potential|expected|planned|future|likely|any)\s+$", before, re.I)
        or re.match(r"\s*,?\s*(?:is\s+|was\s+|are\s+|were\s+)?(?:expected|planned|likely|possible|imminent|would|could|may|might|will|should)\b", after, re.I)
    )
