"""``member_count``: an alliance has so many members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, Tense, reading
from foedus.claims.clauses import is_modifier, opens_clause, slots
from foedus.facts import BorderLength
from foedus.language.calendar import Dated
from foedus.language.lazily import lazily
from foedus.language.names import Mention, Names
from foedus.language.numbers import HEDGE_PHRASES, Quantity, agrees, restated
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.lexicon import Name
from foedus.record import Record
from foedus.verdict import Count, Truth

_MEMBERS = "(members and allies|economies|republics|monarchies|kingdoms|powers|participants|members|member states|member countries|member nations|member-states|allies|countries|nations|states|member governments|governments|allied countries|allied nations|partners in it)"
_OWN = "(members|member states|member countries|member nations|member-states|allies|allied countries|member governments)"
_FULL = "[full|participating|emerging|current|existing|present|allied|sovereign|independent|western|separate|different|individual|democratic|European|African|American|Asian|post -|ex -|former|formerly|"
_FULL += "[post -|ex -|former|formerly] {x=demonym}|[independent] {area=region} [and {area=region}]]"
_SIZE = "membership|ranks|total|size|strength|tally|roster|number|family|club"
_NUMBER_OF = "[the] [total|overall] (number|total|tally) of"
_STANDS = "(<grew-to>|have grown to|have swollen to|<fell-from>)"
_N_MEMBER = "{n} - (member|nation|country|state|strong|ally)"
_SORT = "[military|defense|defence|security|Western|western|transatlantic|political|nuclear|political and military|Atlantic|North Atlantic|defensive|economic|Moscow-led|{place} - led|{who=demonym} - led]"
_EUROPE = "({region}|in {region}|located in {region}|from {region}|{region} states)"


class MemberCount(Claim):
    """*alliance* has *n* members, give or take the *hedge*; of a subset (*of*), if one is named."""

    kind: ClassVar[str] = "member_count"
    alliance: str
    n: int
    hedge: str = "="
    of: str = ""

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{its}} {{n}} {_FULL} {_MEMBERS}"),
        P(f"{{alliance}} 's [current] {{n}} {_FULL} {_MEMBERS}"),
        P(f"{{alliance}} [,] [which] [{{now=date}}] <has> [{{now=date}}] [a total of|the|as many as|had] {{n}} {_FULL} {_MEMBERS}"),
        P(f"{{alliance}} [,] [which] (unites|groups|links|binds|covers|encompasses|spans|speaks for|stretches across|embraces|represents) {{n}} {_FULL} {_MEMBERS}"),
        P("{alliance} [,] [which] [and|but] (has grown|has expanded|grew|had grown) to (its|a|the) [current|present] (size|strength|membership|roster|total) of {n}"),
        P("(increased|increases|increasing|raised|raising|brought|bringing|took|taking|expanded|expanding) membership to {n}", brought=True),
        P("from [the|its] [original] {from=n} [<member>] in {early=date} to {n} (today|now)", grown=True),
        P(f"{{alliance}} [,] <be> [a|an|the] [~] <pact> [in ({{place=region}}|~)] <made-of> {{n}} [former|post -|ex -] [{{x=demonym}}] {_MEMBERS}"),
        P("({alliance} (now|today)|(now|at present|currently|{now=date}) [,] {alliance}) (counts|numbers|has) {n}", grown=True),
        P(f"{{alliance}} [,] to which {{n}} {_FULL} {_MEMBERS} (belong|belonged)"),
        P(f"{{alliance}} : {{n}} {_FULL} {_MEMBERS}", enclosed=True),
        P(f"what (began|started) as ~ of {{early=n}} [~] [(in|on) {{then=date}}] [now|today] <has> [now|today] {{n}} {_MEMBERS}"),
        P("{alliance} ['s] (membership|ranks) have (grown|swollen|expanded|swelled) (from|to) [{from=n} [<member>] to] {n}"),
        P("{alliance} (has|currently has|with|and its|'s) [a] membership of {n}"),
        P(f"{{alliance}} of {{n}} {_FULL} {_MEMBERS}"),
        P(f"{{alliance}} , <then-with> {{n}} {_MEMBERS}"),
        P(f"{{n}} of {{alliance}} 's {_OWN}", all=True, every=True),
        P("{n} members", all=True, every=True, bare=True),
        P(f"there are {{n}} {_FULL} {{alliance}} {_MEMBERS}"),
        P("{alliance} 's {n} (leaders|ambassadors|heads of state|defense ministers|defence ministers|foreign ministers|capitals|governments)"),
        P("{n} {alliance} (capitals|governments|leaders|ambassadors|heads of state|defense ministers|defence ministers|foreign ministers)", all=True),
        P("(leaving|left|leaves) {alliance} with [only|just] {n} <member>"),
        P(f"{{alliance}} [,] [which] [is|,] (has|comprises|counts|includes|consists of|made up of|composed of) {{n}} ({_MEMBERS} (in|from) {{region}}|{{region}} {_MEMBERS}) and {{m=n}} [in|from] [{{r2=region}}|{{d2=demonym}}] [ones|countries|members|states|nations]", of="European members", parted=True),
        P("{alliance} [has|have] [~] (doubled|tripled|doubled in size|grown|expanded|swollen|swelled|shrunk) [its membership|in size] [,] from [its|the|an] [initial|original] {from=n} [original|founding|initial] [<member>] to [now|today 's|the present|its current] {n}", grown=True),
        P(f"it (has|counts|numbers|comprises) {{n}} {_FULL} (members|member states|member countries|member nations)"),
        P(f"{{n}} {_FULL} {_MEMBERS} (of|in) {{alliance}}", all=True),
        P(f"{{n}} {{alliance}} {_MEMBERS}", all=True),
        P(f"{{n}} of its {_OWN}", all=True, every=True),
        P(f"{{n}} {_FULL} (allies|member states|members of the alliance|allied nations|member nations|alliance members|alliance countries|member countries)", all=True),
        P(f"{{alliance}} , [which is] [now] [a|an|the] {_N_MEMBER} [{_SORT} (<pact>|{{last=alliance}})]"),
        P(f"{_N_MEMBER} {_SORT} {{alliance}}"),
        P(f"{_N_MEMBER} {_SORT} (alliance|bloc|pact|organization|organisation|union|membership)"),
        P(f"{_N_MEMBER} ... <pact> ... [,|called|known as|—] {{alliance}}"),
        P("{alliance} 's {n} - strong membership"),
        P("{alliance} (<be>|,) [now|today|by now|by then] {n} [members|allies|nations|countries|states] strong"),
        P("[now|today] {n} [members|allies|nations|countries|states] strong ... , {alliance}", opening=True),
        P("membership (of|in) {alliance} (is|was|,|—) [at present|now|currently|today] {n}", grown=True),
        P(f"{{alliance}} [,] [which] <has> {{n}} of the {{k=n}} [former|post -|ex -|formerly] [{{x=demonym}}] {_MEMBERS}"),
        P("{alliance} [has|had|counts|numbers] {n}", echo=True),
        P("{region} (members|allies|member states|countries) of {alliance} , {n} (in all|in number|altogether|of them)", of="European members"),
        P(f"{{alliance}} [,] [which] [<be>] (made up|composed|comprised|consisting|consists) of [a total of] {{n}} {_FULL} [~] {_MEMBERS}"),
        P(f"{{alliance}} [,] [<be>] [a|an|the] [~] <pact> (<made-of>|now <made-of>) {{n}} {_FULL} [~] {_MEMBERS}"),
        P(f"[{_SORT}] <pact> <made-of> {{n}} {_FULL} {_MEMBERS} , {{alliance}}"),
        P(f"with [{{its}}|a total of] {{n}} {_FULL} {_MEMBERS} ... , {{alliance}}"),
        P(f"{{alliance}} (,|—|-) [now] with [its|a total of] {{n}} {_FULL} {_MEMBERS}"),
        P(f"{{alliance}} [,] [which] (<grew-to>|<fell-from>) [a total of] [[its|the|an] [original|initial] {{from=n}} [founding|original|initial] [<member>] to] {{n}} [<member>|[~] {_MEMBERS}]", grown=True),
        P(f"{{alliance}} ['s] [full|total] ({_SIZE}|roll) {_STANDS} [{{from=n}} ... to] {{n}}"),
        P(f"number of [{{alliance}}] {_MEMBERS} [of|in] [{{alliance}}] {_STANDS} [{{from=n}} to] {{n}}"),
        P(f"<brought> ({{alliance}}|it|them|{{alliance}} 's ({_SIZE})|[its|the] ({_SIZE})|{{alliance}} ({_SIZE})|{_NUMBER_OF} [{{alliance}}] {_MEMBERS} [(of|in) {{alliance}}]|[the] ({_SIZE}) of {{alliance}}) "
          "[up|down] [from [the|its] [original] {from=n} [<member>]] to {n} [<member>]", brought=True),
        P(f"(expansion|enlargement|growth|widening) [of {{alliance}}] [from {{from=n}} [<member>]] to {{n}} {_MEMBERS}"),
        P(f"(makes|make|made|making) {{n}} {_FULL} {_MEMBERS} ((of|in) {{alliance}}|instead of|in all|up from|altogether)"),
        P(f"{{k=n}} (of|out of) [the|its|their|{{alliance}} 's] [current|present|existing|then] {{n}} ({_OWN}|{_MEMBERS} (of|in) {{alliance}}|{{alliance}} {_MEMBERS})", portion=True),
        P(f"{{alliance}} , [now] at {{n}} {_OWN}"),
        P(f"at {{n}} {_OWN} [strong] , {{alliance}}"),
        P("(consensus|unanimity|agreement|consent|approval|assent|unanimous vote|blessing) (among|of|between|from|by) [all|its|the|all of the] {n} " + f"{_OWN}", antecedent=True),
        P(f"{{alliance}} ... (bigger|larger|biggest|largest|stronger|strongest) ... (with|at) [its|a total of] {{n}} {_OWN}"),
        P("{its} [~] (members|allies|membership) [now|today] (number|numbers|total|totals) {n}"),
        P("(bloc|club|alliance|union|pact|grouping|organization|organisation|family|community|partnership|league|{alliance}) of {n}", lone=True),
        P(f"(bloc|club|alliance|union|pact|grouping|organization|organisation|family|community) of {{n}} {_FULL} (members|member states|allies|member countries|nations|countries|states)", antecedent=True),
        P("(began|started|began life|started out|started life|founded|set up|created|born) ... (with|by|as ... of) {early=n} ... [,|;] [and|but] [it] [today|now] [it] [now|today] <has> [now|today] {n}", grown=True),
        P(f"({{alliance}} ['s] {_OWN}|{_OWN} of {{alliance}}) [now|today] (number|total|numbered|totalled) {{n}}"),
        P(f"{{its}} ({_SIZE}|ranks) {_STANDS} [{{from=n}} [<member>] to] {{n}}"),
        P("from {from=n} <member> to {n} [<member>]", grown=True),
        P(f"and [{{now=date}}] <has> [{{now=date}}] {{n}} {_FULL} {_OWN}", shared=True),
        P(f"there are {{n}} [~] {_OWN} (of|in) {{alliance}}"),
        P("there are {n} [~] (countries|nations|states) in {alliance}"),
        P(f"{{n}} {_FULL} [~] {_MEMBERS} [now|today|together] (make up|form|compose|constitute|are partners in|are united in|are joined in|are allied in|made up|formed|composed) {{alliance}}", make_up=True),
        P(f"{{n}} [sovereign|independent|full|European|African|{{area=region}}] {_MEMBERS} [that|which] [now|today|together] <make-up> {{alliance}}", make_up=True, weak=True),
        P("{n} (of|of the) {total=n} [{alliance}] [of] (members|member states|allies|{alliance} members|{alliance} allies) [of {alliance}] <border-on> {state}", of="bordering"),
        P(f"{{n}} [of] {{alliance}} ['s] [{{total=n}}] {_MEMBERS} <border-on> {{state}}", of="bordering"),
        P(f"{{alliance}} has {{n}} {_MEMBERS} <border-on> {{state}}", of="bordering"),
        P(f"{{n}} [of] {_OWN} of {{alliance}} <border-on> {{state}}", of="bordering"),
        P(f"{{alliance}} ['s|has|counts] {{n}} {{region}} {_OWN}", of="European members"),
        P("{n} {region} (members|allies|member states) of {alliance}", of="European members"),
        P(f"{{n}} {{region}} {{alliance}} {_OWN}", of="European members", all=True),
        P(f"of {{alliance}} 's {{total=n}} {_MEMBERS} , [all but {{but=n}}|{{n}}] <be> {_EUROPE}", of="European members"),
        P(f"{{n}} [of] [the] {{total=n}} ({{alliance}} {_MEMBERS}|{_OWN} of {{alliance}}) <be> {_EUROPE}", of="European members"),
        P(f"{{n}} [of] {{alliance}} 's [{{total=n}}] {_MEMBERS} <be> {_EUROPE}", of="European members"),
        P(f"(of which|of whom|of them) [,] {{n}} [<be>] {_EUROPE}", of="European members", part=True),
        P(f"{{n}} (of which|of them|of whom) [<be>] {_EUROPE}", of="European members", part=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, quantity = match.phrasing.fixed, _whole(match)
        if quantity is None or not _fits(match, quantity):
            return
        found = [match.id(slot) for slot in slots(match, "alliance")]
        named = (
            (_subject(match) if fixed.get("shared") else None)
            or match.antecedent("alliance", "treaty")
            or match.sentence.context.only_alliance
        )
        if not found and (named is None or named.type != "alliance"):
            return
        alliance = found[0] if found else named.id  # type: ignore[union-attr]
        of = fixed.get("of", "")
        if of == "bordering":
            of = f"bordering {match.id('state')}"
        elif of and {name.id for slot in slots(match, "region") for name in match.names(slot)} != {"Europe"}:
            return
        elif not of and len(slots(match, "area")) == 1 and not fixed.get("make_up"):
            # "NATO's 28 European members" are not all of them.
            return
        then = fixed.get("brought") and _THEN.match(match.found[0])
        one = reading(match, cls(alliance, int(quantity.value), quantity.hedge, of), Tense.PAST if then else None)
        if not then and (fixed.get("brought") or _MADE.search(match.sentence.folded[: match.found.start()])):
            # "North Macedonia joined in March 2020, bringing the members to 30": that was so on that day.
            dated = next((item.what.moment for item in match.sentence.before(match.found.start()) if isinstance(item.what, Dated)), None)
            if dated is not None and dated.latest < match.sentence.context.published:
                one = one.but(when=dated, tense=Tense.PAST)
        yield one
        total = match.quantity("total")
        if of and total is not None and not total.unit and not total.ordinal:
            yield reading(match, cls(alliance, int(total.value), total.hedge))

    def truth(self, record: Record) -> Truth:
        count = alliances.member_count(record, self.alliance, self._among(record))
        return record.once(("count", self), lambda: count.map(self._verdict))

    def _verdict(self, count: Count):  # type: ignore[no-untyped-def]
        return count.compare(lambda true: agrees(self.n, self.hedge, true))

    def _among(self, record: Record) -> frozenset[str] | None:
        if not self.of:
            return None
        if self.of == "European members":
            return _european(record, self.alliance)
        other = self.of.removeprefix("bordering ")
        pairs = (*record.of(BorderLength, a=other), *record.of(BorderLength, b=other))
        return frozenset(fact.a if fact.b == other else fact.b for fact in pairs)

    def wording(self, names: Names) -> str:
        if self.of == "European members":
            return f"{HEDGE_PHRASES[self.hedge]}{self.n} of {names.say(self.alliance)}'s members are European"
        if self.of:
            return f"{HEDGE_PHRASES[self.hedge]}{self.n} of {names.say(self.alliance)}'s members border {names.say(self.of.removeprefix('bordering '))}"
        return f"{names.say(self.alliance)} has {HEDGE_PHRASES[self.hedge]}{self.n} members"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        count = alliances.member_count(record, self.alliance, self._among(record)).at(day)
        if count.low != count.high or not count.low:
            return None
        return restated(words, self.n, count.low)

    def checked_through(self, record: Record) -> date | None:
        return alliances.checked_through(record, self.alliance)


def _european(record: Record, alliance: str) -> frozenset[str]:
    """An alliance's European members. One that spans the Atlantic counts as European all that are not American (Turkey too), as NATO itself does."""
    regions, everyone = record.lexicon.regions, frozenset(alliances.ever_members(record, alliance))
    american = everyone & frozenset(regions.get("North America", ()))
    return everyone - american if american else everyone & frozenset(regions.get("Europe", ()))


def _subject(match: Match) -> Name | None:
    """The alliance with which the sentence opens: "The Council of Europe, which is not the EU and has 46 members"."""
    first = next(iter(match.sentence.items), None)
    if first is None or not isinstance(first.what, Mention) or match.sentence.mask[: first.at].strip(' "').lower() not in ("", "the"):
        return None
    return first.what.meanings[0] if first.what.type == "alliance" else None


def _whole(match: Match) -> Quantity | None:
    """The number, if it is a plain one that can count states."""
    for slot in slots(match, "n"):
        quantity = match.quantity(slot)
        if quantity is not None:
            plain = not quantity.unit and not quantity.ordinal and float(quantity.value).is_integer() and quantity.value <= 250
            return quantity if plain else None
    return None


_PEOPLE = lazily(
    r"\s*(?:of|in|on)\s+(?:the\s+|its\s+|a\s+)?(?:parliament|congress|bundestag|senate|house|duma|knesset|cabinet|staff|family|committee|council|delegation|team|crew|board|public|"
    r"assembly|party|government|armed|force|forces|unit|squad)\b",
    re.I,
)
_MADE = lazily(r"\b(?:made|turned|making|turning)\s+(?:it|\ue002)\s+(?:into\s+)?(?:an?\s+|the\s+)?$")
_THEN = lazily(r"\s*(?:brought|raised|took|increased|expanded|lifted|swelled|reduced)\b")
"""What brought the members to a number need not have been the last to do so."""
_DATED = lazily(
    rf"(?:[,;:—\"]|\b(?:and|that|when|while))\s*$|^(?:today|now|currently|at present|in \s?{LETTERS['date']})\s*,?\s*$|^[^a-z]*{LETTERS['date']}\s*,?\s*$",
    re.I,
)
_ADDED = lazily(rf"[{LETTERS['state']}{LETTERS['group']}{LETTERS['capital']}]\s*,?\s*(?:and|plus|with|as well as)\s*$")
"""What makes a number one of others: "Saudi Arabia and five smaller monarchies form the GCC"."""
_PARTED = lazily(rf"\s+in\s+{LETTERS['region']}\s+and\s+(?:the\s+other\s+)?{LETTERS['number']}")
"""What makes a number that of a part: "30 members in Europe and two in North America"."""
_SOME_DO = lazily(
    r"\s+(?:voted|attended|gathered|abstained|signed up|have ratified|had ratified|ratified|meet|met|spend|spent|refused|agreed|sent|have sent|took part|have|were|are)\b"
)
_RESTRICTED = lazily(
    r"\s+(?:with|that|which|who|on|in|bordering|whose|from|to|taking|meeting|spending|along|closest|nearest|most|taking|sharing|around|near|opposed)\b|\s*-"
)
_NARROWED = lazily(r"\s+(?:with|that|which|who|whose|bordering)\b")
_WHOLE_SET = lazily(
    r"\b(?:all|the|its|whose|their|each of|any of|every one of|every)\s+(?:of\s+(?:the\s+)?)?(?:(?:current|present|existing|then|now|full|combined)\s+)?$|\ball\b",
    re.I,
)
_LONE_ENDS = lazily(
    r"\s*(?:[.,;:)—]|$)|\s+(?:is|was|are|has|had|have|cannot|can|must|will|would|agreed|wants?|needs?|with|that|which|in|on|and|but|to|agrees|decided|approved|meets?|met|imposed|took|at|into|than|after|since|as)\b"
)
"""What may follow a number that stands without a noun: "the bloc of 27"."""


_BOTH_BEFORE = lazily(rf"{LETTERS['alliance']}\s+and\s+(?:the\s+)?$")
_EACH = lazily(r"\b(?:each|every one|all|any)\s+of\s+(?:the\s+)?$", re.I)


def _is_small(match: Match, quantity: Quantity) -> bool:
    """Whether an alliance has so few members that a small number of them may be all: "the three AUKUS states"."""
    named = [match.id(slot) for slot in slots(match, "alliance")]
    return (
        bool(named) and quantity.value >= 2 and len(alliances.ever_members(match.sentence.context.record, named[0])) <= quantity.value + 2
    )


def _fits(match: Match, quantity: Quantity) -> bool:
    """Whether the number counts all members: not people ("30 members of parliament"), nor only some of them ("eight NATO members sent tanks")."""
    fixed, sentence = match.phrasing.fixed, match.sentence
    after = sentence.mask[match.found.end() :]
    if re.search(r"- (?:nation|member|country|state)\b|-(?:nation|member|country|state)\b", match.found[0]) and re.match(
        r"\s+(?:\w+\s+)?(?:signed|founded|formed|created|established|set up|born)\b", after
    ):
        return False
    if fixed.get("bare") and re.match(r"\s+(?:of|in|on|from|who)\b|\s*'", after):
        return False
    if not fixed.get("of") and _PARTED.match(after):
        return False
    if fixed.get("of") == "bordering" and re.match(r"\s*'", after):
        return False
    if _PEOPLE.match(after) or (match.found[0].rstrip()[-1] == LETTERS["alliance"] and is_modifier(match)):
        return False
    at = match.found.start(slots(match, "n")[0])
    if re.search(
        rf"\b(?:founded|created|established|formed|began|started)\b[^,;]*(?:{LETTERS['date']}\s*)?$",
        sentence.mask[: match.found.start()],
        re.I,
    ) and match.found[0].lstrip().startswith("with"):
        return False
    if fixed.get("every") and not match.text(slots(match, "n")[0]).lower().startswith("all"):
        return False
    if fixed.get("all"):
        whole = _WHOLE_SET.search(sentence.mask[:at]) or match.text(slots(match, "n")[0]).lower().startswith("all")
        return (
            bool(whole)
            and (quantity.value >= 5 or _is_small(match, quantity))
            and not (_NARROWED if match.text(slots(match, "n")[0]).lower().startswith("all") else _RESTRICTED).match(after)
        )
    if fixed.get("portion"):
        of_all = re.search(r"\b(?:the|its|their)\b|'s", match.found[0])
        return quantity.value >= 5 and (bool(of_all) or not _RESTRICTED.match(after)) and not (of_all and _NARROWED.match(after))
    if fixed.get("lone"):
        return quantity.value >= 3 and bool(_LONE_ENDS.match(after)) and quantity.hedge == "="
    if fixed.get("antecedent") and quantity.value < 3:
        return False
    if fixed.get("shared"):
        before = [item.what for item in sentence.before(match.found.start()) if isinstance(item.what, Mention)]
        return bool(before) and all(mention.type in ("alliance", "place") for mention in before)
    if re.search(
        rf"\b(?:outside|in|within|beyond)\s+(?:the\s+)?[{LETTERS['region']}{LETTERS['place']}]\s*,?\s*$",
        sentence.mask[: match.found.start()],
        re.I,
    ):
        return False
    if match.found[0].lstrip()[0] == LETTERS["number"] and _ADDED.search(sentence.mask[: match.found.start()]):
        return False
    if (
        fixed.get("weak")
        and match.sentence.mask[: match.found.start()].strip(' "')
        and not _DATED.search(match.sentence.mask[: match.found.start()])
    ):
        return False
    if re.search(r"\b(?:includes?|counts?|embraces|takes in)\b.*\b(?:former|formerly|ex|post)\b", match.found[0]):
        return False
    if not fixed.get("of") and quantity.value < 5 and slots(match, "alliance") and not _is_small(match, quantity) and not fixed.get("part"):
        return False  # "SEATO counted two states of the region": so few are not all
    if _BOTH_BEFORE.search(sentence.mask[: match.found.start()]) or re.match(r"\s+in common\b", after):
        return False
    if fixed.get("enclosed") and not (re.search(r"\(", match.found[0]) and re.match(r"\s*[,)]", after)):
        return False
    if fixed.get("opening") and match.sentence.mask[: match.found.start()].strip(' "'):
        return False
    if fixed.get("echo"):
        return bool(_LONE_ENDS.match(after)) and any(getattr(said, "kind", "") == "member_count" for said in sentence.context.said)
    if fixed.get("make_up") and _EACH.search(sentence.mask[: match.found.start()]):
        return not re.match(r"\s*(?:and|or|but)\b", after)
    if fixed.get("make_up"):
        return not re.match(r"\s*(?:and|or|but)\b", after) and opens_clause(match)
    if fixed.get("grown"):
        return match.found[0].rstrip()[-1] != LETTERS["number"] or bool(
            re.match(r"\s*(?:[.,;:)—]|$|after\b|with\b|since\b|when\b|in\b|by\b|and\b)", after)
        )
    if fixed.get("brought"):
        if re.search(
            rf"\b(?:it|them)\s+(?:up\s+|down\s+)?(?:from\s+{LETTERS['number']}\s+)?to\s+{LETTERS['number']}$", match.found[0]
        ) and not re.match(r"\s*(?:[.,;:)—]|$)", after):
            return False
        return not re.match(r"\s*(?:percent|per\b|%|[a-z]+\s+(?:troops|soldiers))", after)
    if any(match.text(slot).lower() != "today" for slot in slots(match, "now")):
        return False
    if fixed.get("part"):
        return bool(re.search(r"\b(?:members?|allies|countries|states|nations)\b", sentence.mask[: match.found.start()]))
    return not (quantity.value < 5 and _SOME_DO.match(after) and match.found[0].lstrip()[:1] == LETTERS["number"])
