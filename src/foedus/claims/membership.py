"""``membership``: a state is, or is not, in an alliance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.belonging import LIKE, LIST_ENDS, NO_MORE, fits, is_denied, states_of
from foedus.claims.claim import Claim, Reading, Tense
from foedus.claims.clauses import bounds, companions, slots
from foedus.facts import Treaty
from foedus.language.names import Mention, Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.verdict import SUPPORTED, Truth, ever, negate

_A = "[a|an|the|both|all|each|itself a|not just a|also a|now a|already a] [<such>] [<such>]"
_AND = "[[, [of|in|to|within] {also=alliance}] [,] (and|or|nor|as well as) [of|in|to|within] {also=alliance}]"
_IT = f"[both|either] {{alliance}} {_AND}"
_ONE = "([{some=n}|one|some|three|two] of|among)"
_WHAT = (
    f"([both] (a|an) {{also=alliance}} <allied> and [also] (a|an) {{alliance}} <allied>|{_A} <member> (of|in) {_IT}|{_A} {{alliance}} {_AND} <allied>|[both|all|each|<firmly>|{{w=date}}] [anchored|rooted|embedded|integrated|united|allied|grouped] (in|within|inside|part of|a part of|into) {_IT}|"
    f"{_ONE} [the|its] [{{n}}] [<such>] <member> of {{alliance}}|{_ONE} {{alliance}} 's [{{n}}] [<such>] <allied>|{_ONE} [the] [{{n}}] [<such>] {{alliance}} <allied>|"
    f"{{alliance}} 's [<such>] [<such>] <allied>)"
)
"""What one says of a member after "is"."""

_NOUN = f"({_A} <member> (of|in) {_IT}|{_A} {{alliance}} {_AND} <allied>|{_ONE} [the|its] [{{n}}] [<such>] <member> of {{alliance}}|{_ONE} {{alliance}} 's [<such>] <allied>|{{alliance}} 's [<such>] [<such>] <allied>)"
_FIRST = "([a|an|both|all] [<such>] ({first=alliance} <allied>|<member> of {first=alliance})|(in|inside|within|part of) {first=alliance})"
_OF = "(<member> of {alliance}|{alliance} <allied>)"
_AMONG = "([the|its|all|all the|all of the] ({alliance} ['s] [{k=n}] [<such>] <allied>|[{k=n}] [<such>] <member> of {alliance}))"
_SUPERLATIVE = "(only|last|first|sole|lone|final|two|few|other|latest|one|newest|largest|biggest|smallest)"
_BUT = "(but|yet|and|though|although|while)"
_NOT = "(not|is not|are not|isn't|aren't|does not belong|do not belong|no)"
_SAVE = "(except|except for|but|apart from|bar|other than|save|save for|with the exception of|excluding)"
_ARE_IN = "(<belongs> {alliance}|<be> ... (in|inside|part of|<member> of) {alliance}|<be> ... {alliance} <allied>)"
_REL = "[countries|states|nations|republics] [, (too|also|likewise|of course) ,] [,] [[a|the|two|both] (country|countries|nation|nations|state|states)] [which|who|that] [[,] like {b=states} [,]]"
_NO = "(non-member|nonmember|non-members|nonmembers)"


_WAS = re.compile(r"\b(?:were|included)\b[^a-z]*$|\b(?:were|included)\s+(?:both|also)\b")


class Membership(Claim):
    """*state* is a member of *alliance*; with *ever*, at any time up to the day."""

    kind: ClassVar[str] = "membership"
    state: str
    alliance: str
    negated: bool = False
    ever: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{states=govs}} {_REL} <be> {_WHAT}"),
        P(f"{{states=govs}} {_REL} <belongs> {_IT}"),
        P(f"{{states=govs}} {_REL} <be> ... [{{zone=region}}|{{y=demonym}}] ... (<such-member> (of|in) {_IT}|{{alliance}} {_AND} <allied>|{{alliance}} 's ... <allied>)", loose=True),
        P(f"{{states=govs}} (,|:) (<apposed>|{{k=n}} [of]) ... [{{zone=region}}|{{y=demonym}}] ... (<such-member> (of|in) {_IT}|{{alliance}} {_AND} <allied>|{{alliance}} 's ... <allied>)", closed=True, loose=True),
        P(f"{{states=govs}} , [though|although|while|albeit] [now|already|both|all|long|still|again|newly|{{n}}] [of them] [now|already|since {{date}}|united|allied|joined|grouped|together|<firmly>] (in|inside|within|part of) {_IT}", closed=True, placed=True),
        P(f"{{states=govs}} (,|<be>) (a|an|the|both|two|all|one of|among) ... (that|which) (<belongs> {_IT}|<be> [also|now|still] {_WHAT})", loose=True),
        P(f"{{states=govs}} (,|<be>) (a|an|the|both|two|all|one of|among) ... (that|which|who) (<belongs-not> {_IT}|<be-not> {_WHAT}|<outside> {_IT}|<be-never> {_WHAT}|<belongs-never> {_IT})", loose=True, negated=True),
        P("{states=govs} (,|<be>) (a|an|the|both|two|all|one of|among) ... (that|which|who) <be> (inside|in|part of|members of|a member of) {whole=alliance} [,] (but|and|yet) (outside|not in|not part of|not [a] <member> of|not of) {alliance}", loose=True, negated=True),
        P("(,|and) as (a|an|one of the) [<such>] (<member> of {alliance}|{alliance} <allied>)", prior=True),
        P("{alliance} [,] [which|that] [now|today|currently|{now=date}] <rosters> [a total of] [{n}] [~] [{x=region}|{y=demonym}] [<polity>] [such as|including] [:|—|,] [{b=state} with] {states}", roster=True),
        P("{alliance} [,] [<be>] [a|an|the] ... <pact> [that|which] (<rosters>|of|between|among|with) [{n} [~] [{x=region}|{y=demonym}] [<polity>]] [such as|including] [:|—|,] [{b=state} with] {states}", roster=True),
        P("{alliance} [,] [which|that] (has|counts|includes|numbers) among (its|the) [<such>] <member> {states}", roster=True),
        P("{alliance} has [only|just] {n} ... <polity> [...] (,|:|—) {states}", counted=True),
        P(f"[also] (in|inside|part of|among the <member> of) {_IT} (are|is) {{states}}", roster=True),
        P("(outside|not in|not part of) {alliance} (are|is) {states}", roster=True, negated=True),
        P("(in|inside) {whole=alliance} [,] but (not in|outside|not part of) {alliance} (are|is) {states}", roster=True, negated=True),
        P("{states} <be-not> ... but [now] ((a|an|full) [<such>] (<member> of {alliance}|{alliance} <allied>)|members of {alliance})"),
        P("{states=govs} , [now|still|also|long] {alliance} 's ... [{zone=region}|{y=demonym}] ... <allied>", closed=True, loose=True),
        P("{states} , {h=state} 's ... (ally|allies|partner|partners|fellow member|fellow members) in {alliance}", closed=True, placed=True),
        P("{states} (<be>|, (which|though|although|while) [<be>]|,) [<firmly>] (allied|bound|tied|joined|linked|grouped|united|banded) [together] [(with|to) {b=states}] (in|through|within) {alliance}"),
        P("in {alliance} , {b=state} <be> allied with {states}", opening=True),
        P(f"(veto|right|rights|duty|duties|vote|obligation|obligations) ... as (a|an|one of|one of the|{{j=n}} of) [<such>] ({{alliance}} 's [{{k=n}}] <member>|{_OF})", prior=True),
        P("{alliance} [,] of which it <be-not> ... <member>", prior=True, negated=True),
        P("{alliance} [,] to which it (does not belong|has never belonged)", prior=True, negated=True),
        P(f"the {_SUPERLATIVE} ... <such-member> (of|in) {{alliance}} (is|are|was) {{states}}", roster=True),
        P("{alliance} [pact|treaty|alliance|agreement|partnership|grouping] (of|between|among) {states}", roster=True, several=True),
        P("{alliance} (:|—|-) {states}", enclosed=True),
        P("{states} [[,] (and|plus) {k=n} ... [{z=region}|{y=demonym}] <polity>] [,] [which|that] [now|together|jointly] (make up|form|constitute|compose) {alliance}"),
        P("{n} [~] [{x=region}|{y=demonym}] <polity> <make-up> {alliance} [, (a|an|the)] ... [{z=region} ...] (:|—|,) {states}", anywhere=True),
        P("{alliance} ['s] ... [{r=region}|{y=demonym}] ... (members|allies|member states|member countries|members and allies) [<bordering> ... [{next=state}|{zone=region}] ...] [now|today|currently|also] (are|include|includes|remain|were|included|was) [<adverb>] {states}", roster=True, subject=True),
        P("<member> of {alliance} [<bordering> ... [{next=state}|{zone=region}] ...] [now|today|currently|also] (are|include|includes|remain|were|included|was) [<adverb>] {states}", roster=True, subject=True),
        P("{alliance} 's ... <allied> [(in|on|around|along) ...] , {states} ,", listed=True),
        P("{alliance} 's ... (newcomer|newcomers|member|members|recruit|recruits|stalwart|stalwarts|heavyweight) {states}", attributive=True),
        P("{states} <be> ... , not [a|an] <member> , of {alliance}", negated=True),
        P("{states} [,] [which] <be> ... [,] (but|and|though|yet) not [yet] [a|an|full] [<such>] (<member> [,] of {alliance}|{alliance} <allied>)", negated=True),
        P(f"{{states=govs}} ... (than|as|like) (any|every|most|all) other ({_OF}|(country|state|nation|army|military) in {{alliance}})", other=True),
        P(f"no {_OF} ... (than|as) {{states}}"),
        P(f"((like|unlike|as with|along with|together with|alongside) [most|many|all|several] other|like every) {_OF} , {{states}}", fronted=True),
        P(f"[unusually|rarely] for (a|an) [<such>] {_OF} , {{states}}", opening=True, loose=True),
        P("{states} 's (army|military|navy|air force|armed forces|forces|coastline|defence budget|defense budget|defence spending|defense spending|economy) <be> [the] ... (in|of) [all|any|all of] [the] {alliance} [<allied>]", loose=True),
        P(f"{{states}} [,] [<be>] (unique|alone|uniquely|unusual|unusually) (among|in) (the|its|all|all the) [{{k=n}}] {_OF}"),
        P(f"{{states}} [,] [<be>] (unique|alone|uniquely|unusual|unusually) (among|in) [{{k=n}}] {_OF}"),
        P("(despite|because of|given|thanks to|through|notwithstanding|by virtue of|since) (its|their) (membership (of|in) {alliance}|{alliance} membership) , {states}", fronted=True),
        P("(despite|because of|given|thanks to|notwithstanding|by virtue of) (its|their) (membership (of|in) {alliance}|{alliance} membership)", prior=True),
        P(f"(although|though|because|since|as|given that|which|that) [it] (<belongs-not> {_IT}|<be-not> {_WHAT}|<outside> {_IT})", prior=True, negated=True),
        P("(although|though|because|since|as|given that|which) [it] <be-not> (a member|a member state|members|a full member|part of it|one of its members)", prior=True, negated=True, alone=True),
        P(f"(although|though|because|since|given that|now that) it (<belongs> {_IT}|<be> [also|now|still] {_WHAT})", prior=True),
        P("(although|though|because|since|given that) it <be> [also|now|still] (a member|a member state|a full member|part of it|one of its members)", prior=True, alone=True),
        P(f"as [a|an|the|one of|one of the] ... (<such-member> (of|in) [both] {_IT}|{{alliance}} {_AND} <allied>|{{alliance}} 's ... <allied>) [(on|in|along|with) ... [{{z=site}}]] , {{states}}", fronted=True, loose=True),
        P("{n} [of] {alliance} ['s] <allied> ... [{x=site} ...] (:|—) {states}", counted=True),
        P("{x=state} 's ... {alliance} (neighbours|neighbors|allies|members) (are|include|,|:) {states}", roster=True),
        P("{states} , [both|all|now|long|though|while|{k=n}] [~] (allies|members|partners|fellow members) (in|of) {alliance}", closed=True, loose=True),
        P("{states} , [itself] (a|still a) (non-member|nonmember|non - member)", negated=True, closed=True),
        P(f"{{states=govs}} {_REL} (<be>|takes part|take part|participates|participate|belongs|belong|belonged|sits|sit) [found|represented|present|included|a member|members|part] [of|in|to] neither [in|to|of|part of|a member of|with] {{alliance}} nor [in|to|of] [~] {{also=alliance}}", negated=True),
        P("{states} <be> {b=state} 's ... (ally|allies|partner|partners|fellow member|fellow members) in {alliance}"),
        P("{alliance} [,] of which it <be> ... <member>", prior=True),
        P("{alliance} [,] to which it (belongs|has belonged)", prior=True),
        P("(its|whose|their|the|other|current|full|all|these|those) ... (members|member states|member countries|members and allies) [<bordering> ...] (are|were|include|included|:) [<adverb>] {states}", roster=True, unnamed=True),
        P("[{states} and] (all|every one of|each of) [of] [the|its] [other] [former|ex -|non - {x=demonym}|non -] [{y=demonym}] ... ({of=alliance} <allied>|<member> of {of=alliance}) <be> [also|now|all|by now|today|{w=date}] (in|members of|part of) {alliance}", of=True),
        P("the {n} [countries|states|nations] [,] which [together|now] (make up|form|constitute|compose) {alliance}", listed_in_record=True),
        P("with {states} as (its|the|one of its) ... <member>", loose=True),
        P(f"the {_SUPERLATIVE} (country|state|nation|member) (to belong to|in|within|to be in) {{alliance}} [~] (is|are|was) {{states}}"),
        P("{states} 's (place|seat) in {alliance} (is|has|was|remains|gives|means|makes)", noun=True),
        P("(the|its|all|most) ... <member> of {alliance} [<bordering> ...] (are|include|includes|remain|were|included|was) [<adverb>] {states}", roster=True),
        P("{alliance} 's ... <allied> (is|are) {states}", roster=True, subject=True),
        P("{alliance} [,] [which|that] [now|today] (counts|count|has|includes|include|numbers|lists) {states} (as|among) [a|an|its|the|one of its] [full] [<such>] <member>"),
        P(f"among ... {_AMONG} [<bordering> ...] (is|are|<past-be>) {{states}}", loose=True),
        P(f"(among|of|out of|alone among) {_AMONG} [,] ((only|just|alone) {{states}}|{{b=states}} alone)"),
        P(f"(only|just) {{states}} (among|of|out of) {_AMONG}"),
        P(f"no other {_OF} ... [{{x=site}} ...] (than|as|like|but|except) {{states}}"),
        P(f"(makes|made|making|leaves|left|leaving|leave) {{states}} [as] (the|one of the) {_SUPERLATIVE} ... {_OF}", loose=True),
        P(f"the {_SUPERLATIVE} ... {_OF} [(that|which|whose|not|to|without|with|still|in|on|outside|near|from) ... [{{x=site}} ...|{{z=region}} ...]] (is|are|was|were|remained) {{states}}", roster=True),
        P(f"(all|every|each) [of] [the] ... [{{whole=alliance}} ...|{{g=group}} ...|{{place=region}} ...] {_SAVE} {{states}} ... {_ARE_IN}", negated=True, anywhere=True),
        P(f"{_SAVE} {{states}} , (all|every|each) [of] [the] ... [{{whole=alliance}} ...|{{g=group}} ...|{{place=region}} ...] {_ARE_IN}", negated=True, anywhere=True),
        P("(of|among) [the] [{k=n}] {whole=alliance} ['s] [{k=n}] <allied> [,] only {states} (<outside>|<be-not> (in|part of|<member> of)|<belongs-not>) {alliance}", negated=True),
        P("{states} <be> ... {whole=alliance} <allied> (that|which|who) (<outside>|<be-not> (in|part of|<member> of)|<belongs-not>) {alliance}", negated=True),
        P("{n} [of the] {whole=alliance} <allied> (<outside>|<be-not> (in|part of|<member> of)|<belongs-not>) {alliance} (:|—) {states}", negated=True),
        P("{states} <be> ... the (only|sole|last) ... (in|inside|within|of) {whole=alliance} [,] (but|and|yet) (not in|outside|not part of|not of) {alliance}", negated=True),
        P(f"{_AMONG} , {{states}} (among them|amongst them|included|in particular|above all|for example|for one)", described=True),
        P(f"{_AMONG} {_SAVE} {{states}}", described=True),
        P("{states} [and] ['s] [its|their] fellow {alliance} <allied> [{b=states}]"),
        P(f"{{states}} may [both|also|all|well] be [a|an|both] [<such>] {_OF} [,] (but|yet)", loose=True),
        P("{alliance} [,] (of which {state} [also|still] <be> ... <member>|to which {b=state} [also|still] (belongs|belong|has belonged|have belonged))"),
        P("{alliance} [,] to which {states} [also|still|both|all] (belongs|belong|has belonged|have belonged)"),
        P("(although|though|while|because|since|as) {states} (<belongs-not> it|<be-not> ... (in|part of|<member> of) it) , {alliance}", negated=True),
        P("with {states} (in|inside|on board|as [a|its|full] [<such>] <member>) , ... {alliance} [<allied>]", opening=True),
        P("{states=govs} <be> [still|also|now|already] (a member|members|a full member|full members|a member state|member states)", alone=True),
        P("({d=demonym}|{states} 's) (membership (of|in) {alliance}|{alliance} membership) (is|remains|does|stands|forms|rests|serves|helps)", noun=True, presumed=True),
        P("({d=demonym}|{states} 's) (membership (of|in) {alliance}|{alliance} membership) (gives|means|obliges|entitles|requires|gave|protects|puts|allows|ensures|commits|guarantees|brings|bolsters|strengthens|complicates|makes|lets|binds|dates)", noun=True),
        P("{states} [,] [which] <be> ... (<member> of|party to|parties to|signatory to|signatories to) {treaty}", loose=True),
        P("{states} , [a|an|both|all|also] ... (<member> of|party to|parties to) {treaty}", closed=True, loose=True),
        P("{states} [,] [which] <be> [~] (outside|not in|not part of|not <member> of) {first=alliance} [,] (but|yet|though) [is|are] [still] (in|inside|part of|<member> of|[a|an]) {alliance} [<allied>]"),
        P("{states} , {alliance} 's ~ (power|army|military|spender|economy|flank)", closed=True),
        P("{states} [,] [which] (has|have|boasts|fields) ({alliance} 's ~ (army|military|navy|coastline|forces)|the ~ (army|military|navy|coastline|forces|air force|budget|economy) (in|of) [all|all the|any] {alliance} [<allied>])"),
        P("(none of|not one of) {states} (<belongs> {alliance}|<be> [yet|now] (in {alliance}|[a] <member> of {alliance}|[a] {alliance} <allied>))", negated=True),
        P("({n}|another|one) [of] ({alliance} ['s] [<such>] <allied>|[the|its] [own] [<such>] <member> of {alliance}|its [own] [<such>] <member>) , {states}", counted=True),
        P("one of (them|the {k=n}|its number) , {states}", counted=True, of_them=True),
        P("{states=govs} <be> (in|part of|a member of|members of|inside) both", both=True),
        P("{states=govs} <be-never> [a|an|part of] [full] (member|members|it|one|ally)", negated=True, ever=True, alone=True),
        P("(together with|along with|alongside|with) {b=states} , {states} (makes up|make up|forms|form|constitutes|constitute|belongs to|belong to|is part of|is a member of) {alliance}"),
        P("{states} , (though|while|although|albeit) not [yet|itself] (in {alliance}|[a|an] {alliance} <allied>|[a] <member> of {alliance}|part of {alliance})", negated=True, closed=True),
        P("{states=govs} , (though|although|while|despite being|albeit|as|being) [itself] (a|an) [<such>] ({alliance} <allied>|<member> of {alliance})", closed=True),
        P("(despite being|while|though|although) [itself] (a|an) [<such>] ({alliance} <allied>|<member> of {alliance}) , {states}", fronted=True),
        P("neither {state} [, {c=state}] nor {b=state} [nor {e=state}] (<belongs> {alliance}|<be> [yet] ([a|an] <member> of {alliance}|in {alliance}|[a|an] {alliance} <allied>))", negated=True),
        P("{states} , [still] (a|an|another|both) non - {alliance} <allied>", negated=True, closed=True),
        P("([not|no longer|now|today|currently|already|still|long|{w=date}] (a|an|the|both|itself a) [~] ({alliance} <allied>|<member> of {alliance})|(now|already|long) in {alliance}) , {states}", opening=True, loose=True),
        P("{gov} (does not|do not|doesn't|don't) (have|enjoy|possess|hold) [~] {alliance} membership", negated=True),
        P("{gov} (lacks|lack|has no|have no|is without|are without) [full] {alliance} membership", negated=True),
        P(f"at no (time|point) (has|have|was|were) {{states}} [ever] [been] {_WHAT}", negated=True, ever=True),
        P("(while|although|though) not [yet|itself|themselves] [a|an|part of|in] [full] [<member> of {alliance}|{alliance} <allied>|<member>|{alliance}] , {states}", negated=True, fronted=True),
        P("{alliance} 's [{region}|non - {x=alliance}|~] (members|allies) (:|—) {states}", described=True),
        P("(because|since|as|now that) it (belongs to|is in|is part of) {alliance} , {states}"),
        P("{states} <be> (a|an|the) [~] (addition|newcomer|entrant|recruit|recruits|newcomers|additions) to {alliance}"),
        P("{states} , (a|an|the) [~] (addition|newcomer|entrant|recruit|recruits|newcomers|additions) to {alliance}", closed=True),
        P("{also=alliance} and {alliance} <allied> {states}", attributive=True),
        P("fellow (member|members|member state|member states) {states}", attributive=True),
        P(f"{{states}} {_REL} <be-not> [then|actually|formally|currently|at the time|in fact] {_WHAT}", negated=True),
        P(f"{{states}} {_REL} <be> [also|now|still] [a|an|both] [state|contracting|original] (party|parties|signatory and party) to {{treaty}}"),
        P(f"{{states}} {_REL} (<be-not>|is no longer|are no longer) [yet|now] [a|an] [state|contracting] (party|parties) to {{treaty}}", negated=True),
        P(f"{{states=govs}} {_REL} <belongs-not> {_IT}", negated=True),
        P(f"{{states=govs}} {_REL} <be-never> {_WHAT}", negated=True, ever=True),
        P(f"{{states=govs}} {_REL} <belongs-never> {_IT}", negated=True, ever=True),
        P(f"{{states=govs}} {_REL} <outside> {_IT}", negated=True),
        P(f"{{states}} , [a] [long|still|now|always|once] (outside|not in|not part of|not a member of|neither in|no longer in|no longer part of|no longer [a|an] <member> of|not [itself] (a|an) <member> of) {_IT}", negated=True, closed=True),
        P(f"{{gov}} <be-not> [then|actually|formally|currently|at the time|in fact] {_WHAT}", negated=True),
        P("{states} <be> the only [{group}] [{region}] [~] (outside|not in|that do not belong to|that does not belong to|not belonging to|that is not in|that are not in) {alliance}", negated=True),
        P("{states} <be-not> (a member|members|a full member|part of it)", negated=True, alone=True),
        P(f"{{states}} , [now|already|also|itself|themselves|all|both|each|like] [of them|{{n}} [of them]] [now] {_NOUN}", closed=True),
        P("{states} , like {b=state} [a|also a] ({alliance} <allied>|<member> of {alliance})", closed=True),
        P("{states} (and|or|as well as|along with|plus) [{k=n}|several|many|most|some|a number of|a few|a handful of|a dozen] other [<such>] ({alliance} <allied>|<member> of {alliance})", described=True),
        P(f"{{states}} , [a|both|still|which is a] {_NO} of {{alliance}}", negated=True, closed=True),
        P(f"{{states}} {_REL} <be> [a|the] {_NO} (of|in) {{alliance}}", negated=True),
        P("{states} , (not|no longer) [itself] [a|an] {alliance} <allied>", negated=True, closed=True),
        P("{alliance} [-] <allied> {states}", attributive=True),
        P(f"{{alliance}} {_NO} {{states}}", negated=True, attributive=True),
        P(f"{_NO} {{states}}", negated=True, attributive=True),
        P("non - {alliance} [<allied>] {states}", negated=True, attributive=True),
        P("{alliance} <allied> [,] (such as|like|including|notably|especially|particularly|among them|for example) {states}", described=True),
        P("{alliance} <allied> (:|—) {states}", described=True),
        P("{alliance} (does not count|doesn't count|does not include|doesn't include) {states} [or {b=state}] [among its <member>]", negated=True),
        P("among the (countries|states|nations) (that|which) (<belongs-not>|<be-not> in|<be-not> part of|<be-not> members of) {alliance} (is|are) {states}", negated=True),
        P(f"(as|being|though|although|while|still) [a] {_NO} [of {{alliance}}] , {{states}}", negated=True, fronted=True),
        P("not [being] (a member of|part of|in|members of|a) {alliance} [<allied>] , {states}", negated=True, fronted=True),
        P("{states} (holds|hold|retains|retain|enjoys|enjoy) [full] ({alliance} membership|membership (of|in) {alliance})"),
        P(f"{{states}} {_REL} (<be> {_FIRST}|<belongs> {{first=alliance}}) [,] ({_BUT} {_NOT}|without being|rather than) [yet|also|itself] ([a|an] <member> of|in|of|part of|to|[a|an]) "
          "{alliance} [<allied>|one]", negated=True),
        P(f"{{states}} {_REL} (<be> {_FIRST}|<belongs> {{first=alliance}}) [,] {_BUT} [is|are|remains|remain|stays|stay] [still|itself] (outside|out of) {{alliance}}", negated=True),
        P(f"{{states}} , {_FIRST} {_BUT} ({_NOT} ([a|an] <member> of|in|of|to|[a|an])|outside) {{alliance}} [<allied>|one]", negated=True),
        P("{alliance} (, as|, and so|and so) (is|are) {states}", trailing=True),
        P("{first=alliance} [<allied>] (;|, but|but|, and|, while) {states} (is not|are not|isn't|aren't|is not one|are not)", negated=True, trailing=True),
        P("{states} (is not|are not|isn't|aren't) ({n} of them|among them|{n} of its <member>|among its <member>)", negated=True, them=True),
        P(f"(and|but|yet|though) [it|they] (<belongs-not> {{alliance}}|<outside> {{alliance}}|<be-not> (in|a member of|part of|members of) {{alliance}}|<be> [also|now|still|both] {_WHAT}|<belongs> {{alliance}})", shared=True),
        P("now that {states} (is|are) (in|a member|members|on board|inside)"),
        P("{states} (is not|are not|was not|were not|isn't|aren't|wasn't)", negated=True, echo=True),
        P("{states} (has not|have not|hasn't|haven't|does not|do not|doesn't|don't)", negated=True, echo=True, verb=True),
        P("(nor is|nor are|neither is|neither are|nor does|neither does|nor was) {states}", negated=True, echo=True),
        P("unlike [its|their|the] [neighbour|neighbor|neighbours] {states} , (<be-not> (in|part of|a member of|members of)|<outside>|<belongs-not>) {alliance}", unlike=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, after = match.phrasing.fixed, match.sentence.mask[match.found.end() :]
        if not fits(match, after):
            return
        alliances_ = [match.id(slot) for slot in slots(match, "alliance")]
        if match.has("treaty"):
            alliances_ = [treaty.bond for treaty in match.sentence.context.record.of(Treaty, id=match.id("treaty"))]
            if not alliances_:
                return
        also = [match.id(slot) for slot in slots(match, "also")]
        if also and not (
            re.search(r"\b(?:both|neither|either|nor)\b", match.found[0])
            or LIST_ENDS.match(after)
            or match.found[0].rstrip()[-1:] != LETTERS["alliance"]
        ):
            also = []
        firsts = slots(match, "first")
        if fixed.get("echo"):
            kinds = ("membership", "joined") if fixed.get("verb") else ("membership", "founded")
            said = [claim.args() for claim in match.sentence.context.said if isinstance(claim, Claim) and claim.kind in kinds]
            if not said or ("n" in said[-1] or "states" in said[-1]) != bool(fixed.get("verb") and "states" in said[-1]):
                return
            if set(states_of(match)) & {said[-1].get("state"), *said[-1].get("states", ())}:
                return
            alliances_ = [said[-1]["alliance"]]
        if fixed.get("both"):
            alliances_ = [
                item.what.id
                for item in match.sentence.before(match.found.start())
                if isinstance(item.what, Mention) and item.what.type == "alliance"
            ]
            alliances_ = list(dict.fromkeys(alliances_))
            if len(alliances_) != 2 or not LIST_ENDS.match(after):
                return
        if not alliances_:
            first = match.id(firsts[0]) if firsts else ""
            named = match.antecedent("alliance") or match.sentence.context.only_alliance
            if not first and named is None:
                return
            alliances_ = [first or named.id]  # type: ignore[union-attr]
        start, end = match.found.span()
        if firsts and not fixed.get("trailing"):
            start = match.found.end(firsts[0])
            turn = re.compile(r"\b(?:but|without|yet|and|though|rather)\b").search(match.sentence.mask, start, end)
            start = turn.start() if turn else start
        if fixed.get("trailing"):
            start = match.found.start(slots(match, "states")[0])
        if fixed.get("presumed") and any(
            alliances.member(match.sentence.context.record, state, alliances_[0]).at(match.sentence.context.published) is not SUPPORTED
            for state in states_of(match)
        ):
            return  # "Ukraine's NATO membership is a distant goal"
        fellows: tuple[str, ...] = ()
        if not (fixed.get("roster") or fixed.get("echo") or match.has("b")) and match.found[0].rstrip()[-1:] == LETTERS["alliance"]:
            fellows, end = companions(match, end)
        first_at, last_at = bounds(match, start, end)
        tense = (
            Tense.PAST
            if match.past or (fixed.get("roster") and _WAS.search(match.found[0])) or (not match.negated and NO_MORE.match(after))
            else Tense.PRESENT
        )
        for alliance in (*alliances_, *also):
            for state in dict.fromkeys((*states_of(match), *fellows)):
                yield Reading(cls(state, alliance, is_denied(match), bool(fixed.get("ever"))), first_at, last_at, tense)
        for whole in slots(match, "whole"):  # "the EU members that are not in NATO" are in the EU
            for state in states_of(match):
                yield Reading(cls(state, match.id(whole)), first_at, last_at, tense)
        yield from _likened(match, cls, alliances_[0])

    def truth(self, record: Record) -> Truth:
        truth = alliances.member(record, self.state, self.alliance)
        if self.ever:
            truth = ever(truth)
        return negate(truth) if self.negated else truth

    def wording(self, names: Names) -> str:
        verb = ("has never been" if self.ever else "is not") if self.negated else "is"
        if self.alliance not in names.treaty_of:  # the parties of a treaty that founds no alliance
            return f"{names.say(self.state)} {verb} a party to the {names.say(self.alliance)}"
        return f"{names.say(self.state)} {verb} a member of {names.say(self.alliance)}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        if self.negated:
            for wrong, right in (
                ("does not belong", "belongs"),
                ("is not", "is"),
                ("isn’t", "is"),
                ("isn't", "is"),
                ("is outside", "is in"),
                ("non-member", "member"),
            ):
                if wrong in words:
                    return words.replace(wrong, right, 1)
            return None
        for wrong, right in ((" is ", " is not "), (" belongs ", " does not belong ")):
            if wrong in words:
                return words.replace(wrong, right, 1)
        return None

    def checked_through(self, record: Record) -> date | None:
        return alliances.checked_through(record, self.alliance)


def _likened(match: Match, cls: type[Membership], alliance: str) -> Iterator[Reading]:
    """ "Like Sweden, Finland remains outside NATO": the same of Sweden; "unlike": the opposite."""
    like = LIKE.search(match.sentence.mask[: match.found.start()])
    if like is None or match.past or alliance == "":
        return
    for item in match.sentence.inside(*like.span("state")):
        if isinstance(item.what, Mention) and match.found[0].lstrip()[:1] == LETTERS["state"]:
            first, last = bounds(match, like.start(), like.end("state"))
            yield Reading(cls(item.what.id, alliance, match.negated != bool(like["un"])), first, last)
