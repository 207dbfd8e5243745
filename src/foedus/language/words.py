"""Classes of words that phrasings use by name, ``<is>`` or ``<adverb>``: the grammar that all kinds of claim share.

An alternative that begins with ``past:`` marks the sentence as past tense; ``not:`` marks it as negated.
"""

from __future__ import annotations

from foedus.language.deeds import extend

CLASSES: dict[str, str] = {
    "is": "is|are|'s|'re|remains|remain|being|has been|have been|past:was|past:were|past:used to be|past:had been|became|becomes|past:had become",
    "isn't": "is not|are not|is no longer|are no longer|isn't|aren't|is still not|are still not|is not yet|are not yet|are neither|is neither|remains not|past:was not|past:were not|past:wasn't|past:weren't|past:was never|past:were never",
    "has": "has|have|numbers|counts|comprises|comprise|includes|consists of|is made up of|is composed of|boasts|brings together|groups|unites|now has|currently has|today has|now counts|now numbers|now includes|now comprises|past:had|past:numbered|past:counted|past:comprised|past:consisted of|has comprised|has numbered|has counted|has consisted of|draws together|links|musters|takes in|embraces|encompasses",
    "adverb": "now|currently|still|already|also|formally|officially|finally|today|all|both|since|long|jointly|fully|then|recently|once again|again|itself|themselves|of course|however|too|at present|meanwhile|technically|yet|indeed",
    "member": "members|member|member states|member state|member countries|member country|member nations|member nation|allies|ally|full members|full member|countries|nations|states|members and allies|NATO members",
    "join": "join|joins|joined|joining|accede to|acceded to|acceding to|enter|entered|have joined|has joined|had joined|became members of|became a member of|became part of|became a full member of|became full members of|becoming members of|becoming a member of|was admitted to|were admitted to|was admitted into|were admitted into|were welcomed into|was welcomed into",
    "joining": "joining|becoming a member of|becoming members of|becoming part of|entering|acceding to|membership in|membership of|accession to|entry into|entry to",
    "to-join": "to join|to become a member of|to become members of|to become part of|to enter|to accede to|to be part of|to be admitted to",
    "said": "said|says|told|tells|announced|declared|stated|warned|added|argued|insisted|claimed|maintained|asserted|stressed|reiterated|noted|has said|have said|had said|has warned|called|described|has called|have called|has described|has repeatedly called|repeatedly called|labelled|labeled|has labelled|portrayed|has portrayed|cast|branded|has branded|commented|responded|replied|retorted|complained|charged|demanded|has demanded|has declared|has argued|has repeatedly said|has repeatedly argued|has repeatedly warned|said in a statement|announced in a statement|tells|sees|views|regards|considers|has cited|cited",
    "the": "the|a|an|its|their|this|that|those|these",
    "of": "of|in|to|for|within",
    "wants": "wants|want|hopes|hope|aspires|aspire|seeks|seek|aims|aim|wishes|wish|has sought|have sought|has long sought|has long wanted|has long hoped|aspired|has said it wants|have said they want|is seeking|are seeking|is hoping|are hoping|is looking|are looking|intends|intend|is aiming|continues|plans|plan|past:wanted|past:sought|past:hoped",
    "left": "left|quit|withdrew from|withdrawn from|pulled out of|exited|walked out of|dropped out of|ceased to be a member of|ceased to be members of|stopped being a member of|ended its membership of|ended its membership in",
    "founded": "concluded|agreed|announced|founded|created|established|formed|set up|born|launched|called into life|called into being|called into existence|brought into being|brought into existence|brought to life|inaugurated|instituted|constituted|forged|unveiled|put together|proclaimed|started|co-founded|signed into being|given life",
    "founding": "founding|foundation|creation|establishment|formation|birth|inception|launch|setting up|beginning|beginnings|start",
    "arose": "emerged|took shape|began|started|was conceived|began life|started life|was launched|came into being|came into existence|was brought into being|was called into being|came to life|saw the light of day|came about|was called to life|arose|sprang up|sprang into being|sprang into existence|was signed into existence|took form|opened its doors|set out",
    "nearing": "has been inching|have been inching|is inching|are inching|has inched|have inched|inches|inch|has been moving|have been moving|is moving|are moving|has moved|have moved|moves|move|has been edging|have been edging|is edging|are edging|has edged|have edged|edges|edge|has been drawing|have been drawing|is drawing|are drawing|has drawn|have drawn|is getting|are getting|has come|have come|is coming|are coming|is taking steps|are taking steps|has taken steps|have taken steps|past:moved|past:inched|past:edged|past:was inching|past:were inching|past:was moving|past:were moving|past:was edging|past:were edging|past:had been inching|past:had been moving|past:came",
    "seeks": "seeks|seek|is seeking|are seeking|is still seeking|are still seeking|is now seeking|are now seeking|is also seeking|are also seeking|has been seeking|have been seeking|has long sought|have long sought|has sought|have sought|is pursuing|are pursuing|pursues|pursue|wants|want|aspires to|aspire to|is aspiring to|hopes for|hope for|is aiming for|are aiming for|past:sought|past:was seeking|past:were seeking|past:wanted|past:pursued|past:aspired to|past:had sought|past:had been seeking",
    "applied": "applied|put in an application|submitted an application|submitted its application|submitted their applications|submitted applications|submitted a formal application|submitted formal applications|handed in its application|handed in their applications|filed an application|filed its application|lodged an application|made an application|sent in its application|signed an application",
    "ratified": "ratified|approved|voted to ratify|voted to approve|backed|signed off on|completed ratification of",
    "lacks": "has yet to|have yet to|has not|have not|hasn't|haven't|has not yet|have not yet|still has not|still have not|still has to|still have to|still needs to|still need to|is yet to|are yet to|has still not|has still to|past:had yet to|past:had not|past:had not yet|past:did not",
    "brought-in": "brought in|took|takes in|brings in|added|has added|covers|came with|meant the entry of|meant the accession of|carried in|swept into it|has brought in|extended to|benefited|brought|took in|has brought in|included|added|admitted|covered|comprised|embraced|welcomed|encompassed|let in|incorporated|saw|consisted of|was limited to|was confined to|involved|drew in|swept in|netted|folded in|gathered in|opened the door to|opened the doors to",
    "round": "enlargement|expansion|round|wave|enlargement round|expansion round|round of enlargement|wave of enlargement|round of expansion|wave of expansion|intake|round of accessions|wave of accessions|tranche|batch|big bang|class|big-bang enlargement|extension|widening|round of expansions|opening to the east|growth spurt|accession round|accession wave|wave of new members|round of new members",
    "dispatched": ("had already sent|had already rushed|had already moved|had already deployed|has already sent|have already sent|has already deployed|have already deployed|had rushed|had moved|deployed|has deployed|have deployed|had deployed|sent|has sent|have sent|had sent|dispatched|has dispatched|have dispatched|moved|has moved|have moved|rushed|has rushed|have rushed|ordered|has ordered|have ordered|shifted|transferred|is sending|are sending|is deploying|are deploying|has been sending|have been sending|positioned|have positioned|has positioned|flew" "|committed|has committed|have committed|redeployed|has redeployed|relocated|repositioned|airlifted|has airlifted|despatched|has despatched|is moving|are moving|is rushing|are rushing|is shifting|"
    "is flying|is dispatching|are dispatching|has flown|have flown|assigned|has assigned|posted|has posted|shipped|has shipped|have shipped"),
    "sent-there": "sent|deployed|dispatched|moved|ordered|rushed|transferred|shifted|flown",
    "army": "forces|army|military|troops|soldiers|armed forces|defenders|government|fighters|air force|defense forces|defence forces|defense|defence|war effort|government forces|government troops",
    "goods": ("weapons|arms|weaponry|weapon systems|weapons systems|ammunition|munitions|shells|artillery shells|rounds|missiles|rockets|military aid|military assistance|military help|military support|military equipment|military hardware|military supplies|military gear|security assistance|security aid|defense aid|defence aid|guns|artillery|howitzers|rocket launchers|drones|grenade launchers|tanks|battle tanks|main battle tanks|fighter jets|fighter planes|jets|warplanes|aircraft|helicopters|air defense systems|air defence systems|air defense system|air defence system|air defense battery|air defence battery|air defense batteries|air defence batteries|air defenses|air defences|armored vehicles|armoured vehicles|fighting vehicles|infantry fighting vehicles|anti-tank weapons|anti-tank missiles|antitank missiles|antitank weapons|anti-aircraft missiles|anti-aircraft weapons|Stingers|Stinger missiles|Javelins|Javelin missiles|Patriots|Patriot missiles|Patriot battery|Patriot batteries|Patriot system|Patriot systems|S-300 system|S-300 systems|battle tank|HIMARS|equipment|financial aid|financial assistance|economic aid|economic assistance|budget support|humanitarian aid|humanitarian assistance|aid|assistance|lethal aid" "|MiGs|F-16s|F-16 fighter jets|F-16 jets|F-16 fighters|MiG-29s|MiG-29 fighters|MiG-29 fighter jets|Mirages|Leopards|Leopard tanks|Abrams|Abrams tanks|Challengers|Bushmasters|Gepards|T-72s|T-72 tanks|S-300s|"
    "artillery systems|missile systems|rocket systems|launchers|vehicles|supplies|materiel|arms and ammunition|mortars|mines|air-defense missiles|air-defence missiles|cruise missiles|ballistic missiles|"
    "long-range missiles|aid package|aid packages|arms package|weapons package|support package|support|weapons aid|arms aid|military package"),
    "provided": ("gave|has given|have given|delivered|has delivered|have delivered|sent|has sent|have sent|supplied|has supplied|have supplied|provided|has provided|have provided|shipped|has shipped|have shipped|donated|has donated|have donated|transferred|has transferred|have transferred|handed over|has handed over|have handed over|has been sending|have been sending|has been supplying|have been supplying|has been providing|have been providing|has poured|have poured|has funneled|have funneled|has funnelled|have funnelled|has been pouring|have been pouring|poured|pumped|have pumped|has pumped|supplies|has been giving|have been giving|furnished|has furnished|have furnished|is supplying|are supplying|is sending|are sending|is providing|are providing|is delivering|are delivering|is giving|are giving" "|sends|gives|delivers|provides|supplied|donates|hands over|turned over|has turned over|have turned over|gifted|has gifted|funneled|funnelled|airlifted|has airlifted|have airlifted"),
    "pledged": ("pledged|has pledged|have pledged|promised|has promised|have promised|announced|has announced|have announced|committed|has committed|have committed|approved|has approved|have approved|authorized|has authorized|authorised|has authorised|allocated|has allocated|have allocated|earmarked|has earmarked|unveiled|has unveiled|agreed to send|agreed to supply|agreed to give|agreed to provide|agreed to deliver|has agreed to send|have agreed to send|has agreed to supply|decided to send|has decided to send|decided to supply|pledged to send|has pledged to send|promised to send|has promised to send|agreed to transfer" "|signed off on|has signed off on|have signed off on|passed|has passed|adopted|has adopted|endorsed|cleared|greenlit|greenlighted|agreed|has agreed|have agreed|set aside|has set aside|is committing|"
    "are committing|is pledging|agreed on|has agreed on|signed|vowed|has vowed|pledges|promises|announces|approves|unveils"),
    "nonaligned": ("nonaligned|non-aligned|unaligned|militarily nonaligned|militarily non-aligned|militarily unaligned|outside military alliances|free of military alliances|alliance-free" "|non-allied|militarily non-allied"),
    "opposes": "opposes|oppose|has long opposed|has always opposed|has opposed|has consistently opposed|strongly opposes|vehemently opposes|fiercely opposes|rejects|objects to|has long objected to|is opposed to|is firmly opposed to|has been opposed to|resents|is against|rails against|has railed against|is dead set against|bristles at|has bristled at|denounces|has denounced|condemns|has condemned|resists|has resisted|is vehemently opposed to|is strongly opposed to|is fiercely opposed to|past:opposed",
}  # fmt: skip

CLASSES["asserts"] = CLASSES["said"] + (
    "|saying|denied|denies|has denied|have denied|rejected|rejects|has rejected|dismissed|confirmed|confirms|has confirmed|vowed|promised|blamed|blames|asserts|claims|"
    "have claimed|has claimed|have announced|has announced|have declared|have argued|argues|warns|insists|insist|have demanded|demands|demand|have called|presented|"
    "has presented|denounced|has denounced|see|view|say|told|have told|has told|acknowledged|has acknowledged|admitted|have warned|opposes|oppose|opposed|justified|justifies|has justified|cites|pointed to|invoked|has invoked|has blamed|has drawn|draws|hinted|has hinted|proclaimed|had proclaimed|has given|used"
)
CLASSES["spokesmen"] = (
    "leaders|leadership|officials|government|authorities|ministry|foreign ministry|defense ministry|defence ministry|ministry of defense|ministry of defence|"
    "ministry of foreign affairs|military|army|armed forces|general staff|president and prime minister|administration|diplomats"
)
CLASSES["how"] = (
    "immediately|repeatedly|also|earlier|later|then|however|again|already|publicly|openly|bluntly|recently|often|once|once more|previously|long|has long|have long|has|have|had|"
    "quickly|swiftly|promptly|meanwhile|has also|have also|has already|has repeatedly|have repeatedly|has since|jointly|formally|officially"
    "|illegally|unilaterally|forcibly|finally|eventually|fully|completely|first|has illegally|had illegally|has now|had now|has finally"
)
CLASSES["armed"] = (
    "forces|troops|army|military|armed forces|soldiers|units|paratroopers|marines|fighters|mercenaries|military forces|ground forces|invasion forces|defenders"
)
CLASSES["took"] = (
    "|".join(
        verb if verb.startswith("took") else f"{verb}|has {verb}|have {verb}|had {verb}"
        for verb in (
            "captured",
            "seized",
            "taken",
            "retaken",
            "recaptured",
            "liberated",
            "occupied",
            "conquered",
            "overrun",
            "taken control of",
            "seized control of",
            "gained control of",
            "regained control of",
            "won control of",
            "taken back",
            "won back",
            "annexed",
            "taken full control of",
            "established control over",
            "gained full control of",
            "wrested control of",
        )
    )
    + "|took|retook|overran|took back|took control of|took full control of|retook control of"
)
CLASSES["holds"] = (
    "holds|hold|controls|control|occupies|occupy|is in control of|are in control of|has control of|have control of|retains control of|retain control of|is holding|are holding|"
    "has held|has controlled|has occupied|have held|have controlled|have occupied|past:held|past:controlled"
    "|is in full control of|are in full control of|has full control of|have full control of|is in complete control of|past:was holding|past:were holding|past:was still holding|past:were still holding|past:was in control of|past:were in control of|past:was still in control of|past:were still in control of|past:occupied"
)
CLASSES["faction"] = (
    "taliban|islamic state group|islamic state|isis|isil|daesh|m23|rapid support forces|support forces|rsf|democratic forces|hamas|syrian democratic forces|sdf|wagner group|wagner|"
    "rebel forces|rebel fighters|rebel alliance|rebels|rebel|insurgents|insurgency|opposition forces|opposition fighters|opposition|separatists|separatist|militants|jihadists|jihadist|"
    "islamists|islamist|militiamen|secessionists|kurdish fighters|guerrillas"
)
CLASSES["gave-up-place"] = (
    "lost|lost control of|lost its grip on|lost possession of|gave up|given up|giving up|abandoned|abandoning|surrendered|relinquished|vacated|ceded|fled|"
    + "|".join(
        f"{be} {gone}"
        for be in ("was", "were", "been")
        for gone in (
            "driven from",
            "driven out of",
            "pushed out of",
            "expelled from",
            "forced out of",
            "ousted from",
            "thrown out of",
            "cleared from",
        )
    )
)
CLASSES["town"] = "city|town|port|port city|village|peninsula|island|region|settlement|stronghold|fortress|salt-mining town|mining town"
CLASSES["be"] = (
    "is|are|remains|remain|has been|have been|has long been|have long been|has since been|past:was|past:were|past:used to be|past:had been"
    "|stays|stay|has stayed|have stayed|continues to be|continue to be|is back|are back|finds itself|find themselves|past:stayed|past:remained|past:continued to be"
)
CLASSES["past-be"] = "past:was|past:were"
CLASSES["be-not"] = (
    "is not|are not|isn't|aren't|is no|are no|is no longer|are no longer|is not yet|are not yet|is still not|are still not|is neither|are neither|not being|remains not|"
    "has not become|have not become|has not yet become|have not yet become|has yet to become|have yet to become|hasn't become|has ceased to be|have ceased to be|"
    "past:was not|past:were not|past:wasn't|past:weren't|past:was not yet|past:were not yet|"
    "has not been|have not been|hasn't been|haven't been|has no longer been|have no longer been|past:had not been|past:had not yet become"
)
CLASSES["be-never"] = (
    "has never been|have never been|was never|were never|never was|never were|never became|has never become|have never become"
)
CLASSES["belongs"] = (
    "belongs to|belong to|belonging to|has belonged to|have belonged to|counts among the members of|count among the members of|ranks among the members of|sits in|sit in|sits inside|sit inside|past:belonged to|past:had belonged to|past:used to belong to|"
    "forms part of|form part of|has a seat in|have a seat in|holds a seat in|hold seats in|is counted among the members of|are counted among the members of|past:formed part of|sits at the table of|has a seat at the table of|is enrolled in|are enrolled in|counts itself among the members of|"
    "is a party to|are parties to|is on the roster of|are on the roster of"
    "|sit together in|sits together with|sit side by side in|sit at the same table in"
)
CLASSES["belongs-not"] = (
    "does not belong to|do not belong to|doesn't belong to|don't belong to|does not yet belong to|do not yet belong to|no longer belongs to|no longer belong to|has not joined|"
    "have not joined|has not yet joined|have not yet joined|hasn't joined|haven't joined|has yet to join|have yet to join|past:did not belong to|past:didn't belong to|"
    "is still to join|are still to join|declines to join|decline to join|refuses to join|refuse to join|has declined to join|have declined to join|has refused to join|have refused to join|"
    "has chosen not to join|have chosen not to join|has opted not to join|have opted not to join|has decided against joining|have decided against joining|has resisted joining|have resisted joining|"
    "past:chose not to join|past:opted not to join|past:declined to join|past:refused to join|past:decided against joining|past:decided not to join|past:had not joined|past:had not yet joined"
    "|has no seat in|have no seat in"
)
CLASSES["belongs-never"] = (
    "has never belonged to|have never belonged to|never belonged to|has never joined|have never joined|never joined|never entered|has never entered|has never been admitted to|have never been admitted to|was never admitted to|were never admitted to|has never been let into|never came into"
)
CLASSES["outside"] = "|".join(
    f"{verb} {where}"
    for verb in (
        "is",
        "are",
        "remains",
        "remain",
        "stays",
        "stay",
        "has stayed",
        "have stayed",
        "has remained",
        "have remained",
        "lies",
        "lie",
        "sits",
        "sit",
        "stands",
        "stand",
        "keeps",
        "keep",
        "has been",
        "have been",
        "has kept",
        "have kept",
        "has chosen to stay",
        "has chosen to remain",
        "have chosen to stay",
        "has opted to stay",
        "past:was",
        "past:were",
        "past:stayed",
        "past:remained",
        "past:used to be",
        "past:kept",
    )
    for where in ("outside", "outside of", "out of")
) + (
    "|stands apart from|stand apart from|stays aloof from|stand aloof from|stands aloof from|has stayed aloof from|has stood aloof from|has steered clear of|have steered clear of|steers clear of|"
    "keeps clear of|has kept clear of|is excluded from|are excluded from|is absent from|are absent from|past:stayed aloof from|past:stood apart from|past:steered clear of|past:was excluded from"
)
CLASSES["such"] = (
    "full|longtime|long-time|long-standing|longstanding|fellow|newest|latest|key|new|newer|current|only|sole|loyal|proud|active|committed|small|large|larger|"
    "smaller|important|major|leading|junior|senior|European|oldest|older|youngest|smallest|largest|biggest|poorest|richest|southernmost|northernmost|easternmost|western|formal|"
    "actual|staunch|staunchest|reliable|frontline|front-line|eastern|northern|southern|Baltic|Nordic|Balkan|Mediterranean|nuclear|strategic|close|most recent|recent|most powerful|"
    "most important|newly minted|first|second-largest|powerful|weaker|equal"
)
CLASSES["allied"] = (
    "member|members|ally|allies|member state|member states|member country|member countries|member nation|member nations|country|countries|nation|nations|state|states|"
    "newcomer|newcomers|power|powers|recruit|recruits|entrant|entrants|heavyweight|heavyweights|stalwart|stalwarts|laggard|laggards"
)
CLASSES["allies"] = (
    "members|allies|member states|member countries|member nations|member-states|member governments|countries|nations|states|governments"
)
CLASSES["pact"] = "alliance|bloc|pact|organization|organisation|club|group|grouping|union|body|coalition"
CLASSES["made-of"] = (
    "made up of|composed of|consisting of|comprised of|comprising|comprises|of|with|uniting|that unites|that includes|that includes|grouping|which groups|bringing together|which has"
)
CLASSES["grew-to"] = (
    "|".join(
        f"{verb} {to}"
        for verb in (
            "has grown",
            "has since grown",
            "has now grown",
            "has steadily grown",
            "has since expanded",
            "has expanded",
            "has swollen",
            "has enlarged",
            "has increased",
            "has swelled",
            "has risen",
            "past:grew",
            "past:expanded",
            "past:swelled",
            "past:rose",
            "past:increased",
            "past:had grown",
            "past:enlarged",
        )
        for to in ("to", "from", "to include", "to encompass")
    )
    + "|stands at|is|is now|was down to|is up to|was up to|numbers|totals|reached|has reached|past:stood at|past:reached|has doubled to|past:doubled to|has more than doubled to|has nearly tripled to|past:shrank to|has shrunk to|"
    "has fallen to|past:fell to|past:dropped to|is down to|went from|has gone from|has climbed to|past:climbed to|has reached a total of|has ballooned to|has mushroomed to|runs to|extends to|amounts to"
)
CLASSES["make-up"] = (
    "make up|belong to|are in|are members of|are part of|form|compose|constitute|are now in|are now members of|are allied in|past:belonged to|past:were members of|past:made up|past:were in"
    "|are partners in|are united in|are joined in|take part in|participate in|sit in|are represented in|form part of|past:formed|past:composed|past:constituted"
)
CLASSES["border-on"] = (
    "border|bordering|share a border with|that border|that share a border with|with a border with|sharing a border with|share borders with|have a border with|have borders with|which border|share a land border with|have a land border with"
)
_ONES = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"]
_TENS = ("twent", "thirt", "fort", "fift")
CLASSES["nth"] = "|".join(
    [
        *_ONES[1:],
        *["tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"],
    ]
    + [word for ten in _TENS for word in (f"{ten}ieth", *(f"{ten}y-{one}" for one in _ONES))]
)
CLASSES["became"] = "became|has become|have become|had become|becomes|become"
CLASSES["got-in"] = (
    "joined|rejoined|acceded to|adhered to|entered|came into|got into|signed up to|became part of|become part of|was allowed to join|were allowed to join|was permitted to join|were permitted to join|"
    "was cleared to join|made it into|gained entry to|gained entry into|gained admission to|gained admittance to|won admission to|won entry to|enlisted in|slipped into|found its way into|found their way into|"
    "found a home in|found a place in|came aboard|come aboard|signed on to|threw in its lot with|threw in their lot with|cast its lot with|cast in its lot with|took its seat in|took their seats in|took its seat at|took their seats at|"
    "took its place in|took their places in|took its place at|took a seat in|went into|come into|moved into|passed into|stepped into|completed its accession to|completed their accession to|completed accession to|"
    "became a party to|became party to|became parties to|went back into|swelled the ranks of|joined the ranks of|entered the ranks of|took the oath as members of|raised its flag at|took up membership of|took up membership in|took up its membership of|attained membership of|crossed into"
)
CLASSES["ushered"] = "|".join(
    f"{verb}|has {verb}|have {verb}|had {verb}"
    for verb in (
        "led", "brought", "ushered", "steered", "pushed", "propelled", "swept", "tipped", "taken", "driven", "drawn", "guided", "shepherded", "carried", "welcomed", "piloted", "pulled", "escorted"
    )
) + "|took|drove|drew"  # fmt: skip
CLASSES["getting-in"] = (
    "joining|entering|acceding to|rejoining|having joined|having entered|having acceded to|becoming a member of|becoming members of|becoming part of|becoming a full member of|coming into|getting into|adhering to|"
    "being admitted to|being admitted into|being taken into|being received into|being accepted into|being let into|being brought into|being welcomed into|gaining entry to|gaining admission to|gaining membership of|"
    "gaining membership in|having become a member of|having been admitted to"
)
CLASSES["entry"] = (
    "accession|entry|admission|return|re-entry|readmission|membership|integration|incorporation|inclusion|acceptance|arrival|adhesion|adherence|admittance|absorption|entrance|adherence|reception"
)
CLASSES["let-in"] = (
    "admitted|took in|taken in|absorbed|accepted|let in|welcomed|added|gained|embraced|incorporated|received|brought in|recruited|acquired|admits|welcomes|takes in|adds|accepts"
)
CLASSES["quit"] = (
    "left|quit|withdrew from|withdrawn from|pulled out of|exited|walked out of|walked away from|dropped out of|ceased to be a member of|ceased to be members of|ceased to belong to|stopped being a member of|"
    "ended its membership of|ended its membership in|ended its membership|ended their membership of|ended their membership in|abandoned|resigned from|renounced its membership of|"
    "renounced its membership in|gave up its membership of|gave up its membership in|terminated its membership of|terminated its membership in|departed from|departed|crashed out of|bolted from|"
    "ended its participation in|ended their participation in|broke away from|split from|broke with|broke from|took itself out of|took themselves out of|withdrew its membership from|turned its back on|turned their backs on|"
    "bowed out of|stormed out of|slipped out of|opted out of|cut loose from|took its leave of|took leave of|walked out on|parted company with|parted ways with|cut its ties with|severed its ties with|"
    "gave up its seat in|gave up its place in|vacated its seat in|deserted|seceded from|defected from|backed out of|came out of|gone from|got out of|fell out of|removed itself from|pulled itself out of|forsook|renounced|quitted|bid farewell to|said goodbye to|"
    "bade farewell to|disengaged from|detached itself from|was out of|were out of|took its name off|stopped belonging to|went out of|dropped its membership of|dropped its membership in"
)
CLASSES["to-quit"] = (
    "leave|quit|withdraw from|pull out of|walk out of|exit|drop out of|turn its back on|break away from|break with|abandon|secede from|resign from|be expelled from|be thrown out of|have left|have quit|have exited|"
    "have withdrawn from|have pulled out of|have walked out of|be put out of|get out of|go out of|renounce|denounce|give up its membership of|give up membership of|walk away from|depart from|part company with|bow out of"
)
CLASSES["pulled"] = "|".join(
    f"{verb}|has {verb}|have {verb}|had {verb}" for verb in ("pulled", "taken", "withdrawn", "led", "removed", "yanked", "dragged", "walked", "brought", "steered")
) + "|took|withdrew|pulling|taking|withdrawing|withdrawal of"  # fmt: skip
CLASSES["quitting"] = (
    "leaving|having left|quitting|having quit|withdrawing from|having withdrawn from|pulling out of|having pulled out of|walking out of|having walked out of|exiting|having turned its back on|storming out of"
)
CLASSES["exit"] = (
    "withdrawal|departure|exit|pullout|pull-out|walkout|walk-out|defection|expulsion|ejection|exclusion|secession|disengagement|resignation|separation|exodus|farewell"
)
CLASSES["manner"] = (
    "steadily|slowly|gradually|rapidly|quickly|swiftly|seriously|actively|firmly|openly|fast|even|ever|inexorably|step by step|cautiously|visibly|clearly|"
    "a step|one step|another step|a big step|much|both|all|formally|officially|eventually|soon|one day|someday|increasingly|at last|firmly|now"
)
CLASSES["mid"] = "only|first|finally|both|all|then|later|also|itself|now|together|again|long"
CLASSES["quick"] = (
    "full|eventual|formal|prompt|quick|swift|rapid|speedy|immediate|early|fast-track|fast|accelerated|expedited|future|joint|full-fledged|a quick|a swift|a speedy|a prompt"
)
CLASSES["entering"] = CLASSES["joining"] + (
    "|admission to|admission into|admission in|accession into|accession in|acceptance into|inclusion in|being admitted to|being admitted into|being let into|being accepted into|being accepted by|"
    "being taken into|becoming a full member of|becoming full members of|full membership of|full membership in|a place in|a seat in"
)
CLASSES["to-enter"] = (
    "join|enter|become a member of|become members of|become part of|become a full member of|become full members of|be part of|be a member of|get into|accede to|"
    "be admitted to|be admitted into|be let into|be accepted into|be taken into|be included in|be allowed into|be allowed to join|be invited into|be invited to join|come into|"
    "gain admission to|gain entry to|win admission to|win entry to|seek admission to|seek entry to|apply to join|seek to join|ask to join|bid to join|apply to enter"
)
CLASSES["on-way"] = (
    "on the verge of|on the brink of|on the cusp of|on the threshold of|on the doorstep of|on the path to|on a path to|on a path toward|on the road to|on the road toward|on track for|"
    "on course for|on its way to|on their way to|on the way to|well on the way to|well on its way to|well on their way to|in the process of|moving ahead with|pressing ahead with|proceeding with|"
    "within reach of|within sight of|bound for|headed for|heading for|heading toward|heading towards|headed toward|a step away from|one step away from|just a step away from|a step from|"
    "steps away from|close to|very close to|edging toward|waiting for|awaiting|working toward|working towards|in line for|next in line for|ready for|preparing for"
)
CLASSES["poised"] = (
    "poised|set|about|preparing|waiting|still waiting|in line|next in line|on course|on track|trying|working|pushing|bidding|awaiting permission|applying|ready|eager|keen|inclined|inclining|"
    "leaning toward a decision|determined|resolved|hoping|looking|aiming|seeking|planning|intending|striving|campaigning|lobbying|gearing up|getting ready|moving|desperate|anxious"
)
CLASSES["resolves"] = (
    "has decided|have decided|has resolved|have resolved|has chosen|have chosen|has voted|have voted|has agreed|have agreed|has set out|has long wished|have long wished|longs|long|"
    "past:decided|past:resolved|past:chose|past:voted|past:had decided|past:had wanted|past:had hoped"
)
CLASSES["hopes"] = (
    "hopes|hope|seeks|seek|aims|aim|has sought|have sought|has long sought|has long hoped|have long hoped|is seeking|are seeking|is hoping|are hoping|is looking|are looking|intends|intend|is aiming|are aiming|"
    "plans|plan|has said it wants|have said they want|past:sought|past:hoped|past:planned|past:intended"
)
CLASSES["aims-for"] = "|".join(part for part in CLASSES["seeks"].split("|") if "aspir" not in part and "want" not in part) + (
    "|is bidding for|are bidding for|is vying for|are vying for|is pushing for|are pushing for|"
    "has set its sights on|have set their sights on|has set its heart on|have set their hearts on|has its sights set on|has its eyes on|is striving for|are striving for|strives for|is pressing for|are pressing for|is lobbying for|"
    "is campaigning for|is in pursuit of|is eyeing|are eyeing|is awaiting|are awaiting|is waiting for|are waiting for|eyes|past:pressed for|past:was pushing for"
)
CLASSES["pushed"] = (
    "|".join(
        f"{stem}|has {stem}|have {stem}"
        for stem in (
            "pushed",
            "nudged",
            "driven",
            "moved",
            "brought",
            "propelled",
            "steered",
            "hastened",
            "edged",
            "inched",
            "pulled",
            "spurred",
            "led",
            "taken",
            "swung",
            "tilted",
            "prompted",
            "persuaded",
            "convinced",
        )
    )
    + "|drove|is pushing|is driving|is bringing|is moving|is nudging|pushing|driving|bringing|nudging|moving|took"
)
CLASSES["hopeful"] = (
    "candidate|candidates|aspirant|aspirants|applicant|applicants|hopeful|hopefuls|candidate country|candidate countries|applicant country|aspirant country|candidate member"
)
CLASSES["endorsed"] = (
    "|".join(
        f"{verb}|has {verb}|have {verb}|had {verb}"
        for verb in (
            "ratified",
            "approved",
            "voted to ratify",
            "voted to approve",
            "voted for",
            "voted in favor of",
            "voted in favour of",
            "backed",
            "endorsed",
            "passed",
            "signed off on",
            "completed ratification of",
            "completed the ratification of",
            "completed its ratification of",
            "consented to",
            "cleared",
            "rubber-stamped",
            "finally ratified",
            "formally ratified",
            "finally approved",
        )
    )
    + "|gave its approval to|gave its consent to|gave the green light to|has given its approval to|gave final approval to|gave their approval to|gave its blessing to|"
    "gave their consent to|gave their blessing to|finally gave the green light to|has given the green light to|have given the green light to|greenlighted|green-lighted|okayed|gave the nod to|"
    "gave final approval for|gave its approval for|gave its consent for|waved through|gave its assent to|said yes to|has said yes to|have said yes to|nodded through|has nodded through|have nodded through|put its signature to|gave the thumbs up to|unanimously ratified|unanimously approved|overwhelmingly approved|overwhelmingly ratified"
)
CLASSES["parliament"] = (
    "parliament|parliaments|lawmakers|legislators|legislature|Senate|Congress|MPs|assembly|parliamentarians|deputies|Bundestag|Riksdag|Sejm|Folketing|Storting|Eduskunta|Saeima|Seimas|Riigikogu|"
    "National Assembly|Grand National Assembly|General Assembly|House of Representatives|lower house|upper house|government"
)
CLASSES["gave-up"] = (
    "|".join(
        f"{verb}|has {verb}|have {verb}|had {verb}"
        for verb in (
            "backed away from",
            "stepped back from",
            "backed off",
            "backed off from",
            "dropped",
            "abandoned",
            "shelved",
            "paused",
            "suspended",
            "set aside",
            "given up",
            "given up on",
            "put aside",
            "laid aside",
            "renounced",
            "frozen",
            "walked back",
            "retreated from",
            "moved away from",
            "softened",
            "parked",
            "put off",
            "relinquished",
        )
    )
    + "|gave up|gave up on|froze|is backing away from|is dropping|is abandoning|is shelving|is setting aside|is giving up|has let go of"
)
CLASSES["quest"] = (
    "seeking|push|quest|bid|pursuit|call|calls|drive|campaign|efforts|effort|demand|demands|request|requests|goal|ambition|ambitions|aim|aspiration|aspirations|hope|hopes|insistence|plan|plans|idea|"
    "goals|push|application"
)
CLASSES["mutual"] = (
    "mutual-defense|mutual-defence|mutual defense|mutual defence|collective defense|collective defence|collective-defense|collective-defence|collective self-defense|mutual assistance|mutual self-defense"
    "|mutual security|all-for-one|one-for-all|mutual-assistance|mutual-aid|collective self-defence|mutual self-defence"
)
CLASSES["then-with"] = (
    "past:then with|past:then an alliance of|past:then a club of|past:then a pact of|past:then a bloc of|past:then numbering|past:then counting"
)
CLASSES["such-member"] = (
    CLASSES["member"]
    + "|country|state|nation|army|military|economy|power"
    + "|heavyweight|stalwart|laggard|maverick|powerhouse|pillar|newcomer|mainstay|linchpin|cornerstone|newcomers|mavericks"
    "|powers|countries|states"
)
CLASSES["apposed"] = (
    "a|an|the|another|one|both|all|each|itself a|itself the|themselves|also a|like it a|now a|now the|now an|already a|long a|still a|as a|"
    "by now a|by now the|newly a|today a|now itself a|being a|being an|being the|past:then a|past:then an|past:by then a|past:at the time a|past:by that time a"
)
CLASSES["rosters"] = (
    "consists of|consist of|consisting of|comprises|comprise|comprising|comprised of|is comprised of|is made up of|made up of|is composed of|composed of|brings together|bringing together|groups|grouping|"
    "groups together|unites|uniting|links|linking|includes|counts|takes in|encompasses|embraces|has as members|has as its members|has for members|binds together|binding|"
    "embracing|encompassing|ties together|draws together|past:consisted of|past:comprised|past:was made up of|past:was composed of|past:brought together|past:grouped|past:united|"
    "past:linked|past:included|past:counted|past:embraced"
)
CLASSES["bordering"] = (
    "on|in|along|around|bordering|that|which|with|without|near|outside|from|closest to|nearest to|nearest|nearby|most|to|still|whose"
)
CLASSES["fell-from"] = "|".join(
    f"{verb} {to}"
    for verb in (
        "past:fell",
        "has fallen",
        "past:shrank",
        "has shrunk",
        "past:dropped",
        "has dropped",
        "past:went",
        "past:doubled",
        "has doubled",
        "past:tripled",
        "has tripled",
        "past:jumped",
        "has jumped",
        "has gone",
        "past:climbed",
        "past:declined",
    )
    for to in ("to", "from")
)
CLASSES["brought"] = (
    "brought|brings|bringing|bring|raised|raising|took|taking|increased|increasing|expanded|expanding|takes|take|lifts|lifted|lifting|swelled|swelling|raises|increases|expands|cut|cutting|reduced|"
    "reducing|pushed|pushing|pushes|boosted|boosting|boosts|enlarged|enlarging|has brought|have brought|has raised|have raised|has taken|have taken|has increased|have increased"
)
CLASSES["polity"] = (
    CLASSES["member"]
    + "|republics|monarchies|powers|kingdoms|foes|enemies|adversaries|satellites|island states"
    + "|nuclear powers|great powers"
)
CLASSES["firmly"] = "firmly|safely|securely|squarely|fully|formally|deeply|solidly|well|properly|comfortably"
CLASSES["signs"] = (
    "signed|concluded|sealed|inked|agreed|adopted|sign|conclude|signing|signature|conclusion|agreed on|entered into|put their names to|put their signatures to|put its name to|put pen to paper on|"
    "set their names to|affixed their signatures to|opened for signature|penned"
)
CLASSES["in-force"] = "|".join(
    f"{verb} into {what}"
    for verb in ("entered", "came", "went", "enters", "entering", "coming", "has been")
    for what in ("force", "effect")
) + (
    "|took effect|taking effect|became effective|been in force since|been in effect since|in force since|in effect since|has applied since|has been valid since|became binding|entry into force|coming into force of|"
    "became law|in force from|effective from|has been effective since"
)
CLASSES["duty"] = (
    "bound|treaty-bound|duty-bound|honor-bound|honour-bound|obliged|obligated|committed|sworn|compelled|responsible|required|obligation|obligations|duty|duties|commitment|commitments|pledge|pledges|promise|"
    "promises|guarantee|guarantees|undertaking|responsibility|obliges|oblige|obliging|obligates|commits|commit|committing|binds|bind|binding|requires|require|requiring|compels|promised|promising|pledged|pledging|vowed|vows|"
    "agreed|undertook|undertaken|undertakes|undertake|swore|must|shall|defend|aid|rescue|assist|guaranteed|owe|owes|owed|need not|protected|covered|defended|count on|rely on|defence of|"
    "defense of|protection of|guarantor|guarantors"
)
CLASSES["treaty-duty"] = (
    "invoked|invoke|invoking|invocation|triggered|activated|activation|attack|aggression|assault|attacks|consult|consultations|obliges|obliged|commits|committed|binds|bound|requires|required|undertook|undertake|"
    "pledged|pledge|promised|promise|agreed|aid|assistance|defend|mutual|collective|help"
)
CLASSES["treaty-noun"] = "treaty|pact|agreement|alliance|accord|treaties|pacts|agreements|alliances|relationship|arrangement"
CLASSES["neutrality"] = (
    "neutrality|nonalignment|non-alignment|neutral status|nonaligned status|non-aligned status|non-bloc status|nonbloc status|neutralism|off-bloc status|out-of-bloc status|non-aligned stance|nonaligned stance|non-aligned policy|nonaligned policy|neutral tradition|non-aligned tradition|nonaligned tradition"
)

extend(CLASSES)
