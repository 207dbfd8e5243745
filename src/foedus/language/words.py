"""Classes of words that phrasings use by name, ``<is>`` or ``<adverb>``: the grammar that all kinds of claim share.

An alternative that begins with ``past:`` marks the sentence as past tense; ``not:`` marks it as negated.
"""

from __future__ import annotations

CLASSES: dict[str, str] = {
    "is": "is|are|'s|'re|remains|remain|being|has been|have been|past:was|past:were|past:used to be|past:had been|became|becomes|past:had become",
    "isn't": "is not|are not|is no longer|are no longer|isn't|aren't|is still not|are still not|is not yet|are not yet|are neither|is neither|remains not|past:was not|past:were not|past:wasn't|past:weren't|past:was never|past:were never",
    "has": "has|have|numbers|counts|comprises|comprise|includes|consists of|is made up of|is composed of|boasts|brings together|groups|unites|now has|currently has|today has|now counts|now numbers|now includes|now comprises|past:had|past:numbered|past:counted|past:comprised|past:consisted of",
    "doesn't": "does not|do not|doesn't|don't|does not yet|do not yet|past:did not|past:didn't|has never|have never",
    "adverb": "now|currently|still|already|also|formally|officially|finally|today|all|both|since|long|jointly|fully|then|recently|once again|again|itself|themselves|of course|however|too|at present|meanwhile|technically|yet|indeed",
    "member": "members|member|member states|member state|member countries|member country|member nations|member nation|allies|ally|full members|full member|countries|nations|states|members and allies|NATO members",
    "nations": "nations|nation|countries|country|states|state|members|member|allies|ally|governments",
    "join": "join|joins|joined|joining|accede to|acceded to|acceding to|enter|entered|have joined|has joined|had joined|became members of|became a member of|became part of|became a full member of|became full members of|becoming members of|becoming a member of|was admitted to|were admitted to|was admitted into|were admitted into|were welcomed into|was welcomed into",
    "joined": "joined|have joined|has joined|had joined|acceded to|has acceded to|have acceded to|entered|became members of|became a member of|became full members of|became a full member of|became part of|was admitted to|were admitted to|was admitted into|were admitted into|were welcomed into|was welcomed into|formally joined|officially joined",
    "joining": "joining|becoming a member of|becoming members of|becoming part of|entering|acceding to|membership in|membership of|accession to|entry into|entry to",
    "to-join": "to join|to become a member of|to become members of|to become part of|to enter|to accede to|to be part of|to be admitted to",
    "said": "said|says|told|tells|announced|declared|stated|warned|added|argued|insisted|claimed|maintained|asserted|stressed|reiterated|noted|has said|have said|had said|has warned|called|described|has called|have called|has described|has repeatedly called|repeatedly called|labelled|labeled|has labelled|portrayed|has portrayed|cast|branded|has branded|commented|responded|replied|retorted|complained|charged|demanded|has demanded|has declared|has argued|has repeatedly said|has repeatedly argued|has repeatedly warned|said in a statement|announced in a statement|tells|sees|views|regards|considers|has cited|cited",
    "the": "the|a|an|its|their|this|that|those|these",
    "of": "of|in|to|for|within",
    "since": "since|in|on|from|as of|in early|in late|in mid",
    "wants": "wants|want|hopes|hope|aspires|aspire|seeks|seek|aims|aim|wishes|wish|has sought|have sought|has long sought|has long wanted|has long hoped|aspired|has said it wants|have said they want|is seeking|are seeking|is hoping|are hoping|is looking|are looking|intends|intend|is aiming|continues|plans|plan|past:wanted|past:sought|past:hoped",
    "formerly": "once|formerly|previously|used to be",
    "defense": "defense|defence",
    "gave": "has delivered|have delivered|delivered|has sent|have sent|sent|has supplied|have supplied|supplied|has provided|have provided|provided|has given|have given|gave|has shipped|have shipped|shipped|has donated|have donated|donated|have been sending|has been sending|have been supplying|has been supplying|have funnelled|have funneled|have poured|has poured|poured",
    "deployed": "deployed|has deployed|have deployed|sent|has sent|have sent|dispatched|have dispatched|has dispatched|moved|rushed|has rushed|have rushed|shipped|stationed|has stationed|have stationed|positioned|ordered|have moved|had deployed|had sent",
    "troops": "troops|soldiers|forces|service members|servicemen|personnel|military personnel",
    "left": "left|quit|withdrew from|withdrawn from|pulled out of|exited|walked out of|dropped out of|ceased to be a member of|ceased to be members of|stopped being a member of|ended its membership of|ended its membership in",
    "founded": "founded|created|established|formed|set up|born|launched",
    "founding": "founding|foundation|creation|establishment|formation|birth|inception",
    "nearing": "has been inching|have been inching|is inching|are inching|has inched|have inched|inches|inch|has been moving|have been moving|is moving|are moving|has moved|have moved|moves|move|has been edging|have been edging|is edging|are edging|has edged|have edged|edges|edge|has been drawing|have been drawing|is drawing|are drawing|has drawn|have drawn|is getting|are getting|has come|have come|is coming|are coming|is taking steps|are taking steps|has taken steps|have taken steps|past:moved|past:inched|past:edged|past:was inching|past:were inching|past:was moving|past:were moving|past:was edging|past:were edging|past:had been inching|past:had been moving|past:came",
    "seeks": "seeks|seek|is seeking|are seeking|is still seeking|are still seeking|is now seeking|are now seeking|is also seeking|are also seeking|has been seeking|have been seeking|has long sought|have long sought|has sought|have sought|is pursuing|are pursuing|pursues|pursue|wants|want|aspires to|aspire to|is aspiring to|hopes for|hope for|is aiming for|are aiming for|past:sought|past:was seeking|past:were seeking|past:wanted|past:pursued|past:aspired to|past:had sought|past:had been seeking",
    "applied": "applied|put in an application|submitted an application|submitted its application|submitted their applications|submitted applications|submitted a formal application|submitted formal applications|handed in its application|handed in their applications|filed an application|filed its application|lodged an application|made an application|sent in its application|signed an application",
    "ratified": "ratified|approved|voted to ratify|voted to approve|backed|signed off on|completed ratification of",
    "lacks": "has yet to|have yet to|has not|have not|hasn't|haven't|has not yet|have not yet|still has not|still have not|still has to|still have to|still needs to|still need to|is yet to|are yet to|has still not|has still to|past:had yet to|past:had not|past:had not yet|past:did not",
    "brought-in": "brought in|brought|took in|has brought in|included|added|admitted|covered|comprised|embraced|welcomed|encompassed|let in|incorporated|saw",
    "round": "enlargement|expansion|round|wave|enlargement round|expansion round|round of enlargement|wave of enlargement|round of expansion|wave of expansion",
    "soldiers": "troops|forces|reinforcements|military reinforcements|soldiers|service members|servicemen|personnel|military personnel|peacekeepers|paratroopers|marines|Royal Marines|airmen|combat troops|ground troops|fighters",
    "dispatched": "had already sent|had already rushed|had already moved|had already deployed|has already sent|have already sent|has already deployed|have already deployed|had rushed|had moved|deployed|has deployed|have deployed|had deployed|sent|has sent|have sent|had sent|dispatched|has dispatched|have dispatched|moved|has moved|have moved|rushed|has rushed|have rushed|ordered|has ordered|have ordered|shifted|transferred|is sending|are sending|is deploying|are deploying|has been sending|have been sending|positioned|have positioned|has positioned|flew",
    "sent-there": "sent|deployed|dispatched|moved|ordered|rushed|transferred|shifted|flown",
    "stationed": "stationed|based|deployed|posted|garrisoned|in place",
    "army": "forces|army|military|troops|soldiers|armed forces|defenders|government|fighters|air force|defense forces|defence forces|defense|defence|war effort|government forces|government troops",
    "goods": "weapons|arms|weaponry|weapon systems|weapons systems|ammunition|munitions|shells|artillery shells|rounds|missiles|rockets|military aid|military assistance|military help|military support|military equipment|military hardware|military supplies|military gear|security assistance|security aid|defense aid|defence aid|guns|artillery|howitzers|rocket launchers|drones|grenade launchers|tanks|battle tanks|main battle tanks|fighter jets|fighter planes|jets|warplanes|aircraft|helicopters|air defense systems|air defence systems|air defense system|air defence system|air defense batteries|air defence batteries|air defenses|air defences|armored vehicles|armoured vehicles|fighting vehicles|infantry fighting vehicles|anti-tank weapons|anti-tank missiles|antitank missiles|antitank weapons|anti-aircraft missiles|anti-aircraft weapons|Stingers|Stinger missiles|Javelins|Javelin missiles|Patriots|Patriot missiles|HIMARS|equipment|financial aid|financial assistance|economic aid|economic assistance|budget support|humanitarian aid|humanitarian assistance|aid|assistance|lethal aid",
    "provided": "gave|has given|have given|delivered|has delivered|have delivered|sent|has sent|have sent|supplied|has supplied|have supplied|provided|has provided|have provided|shipped|has shipped|have shipped|donated|has donated|have donated|transferred|has transferred|have transferred|handed over|has handed over|have handed over|has been sending|have been sending|has been supplying|have been supplying|has been providing|have been providing|has poured|have poured|has funneled|have funneled|has funnelled|have funnelled|supplies|has been giving|have been giving|furnished|has furnished|have furnished|is supplying|are supplying|is sending|are sending",
    "pledged": "pledged|has pledged|have pledged|promised|has promised|have promised|announced|has announced|have announced|committed|has committed|have committed|approved|has approved|have approved|authorized|has authorized|authorised|has authorised|allocated|has allocated|have allocated|earmarked|has earmarked|unveiled|has unveiled|agreed to send|agreed to supply|agreed to give|agreed to provide|agreed to deliver|has agreed to send|have agreed to send|has agreed to supply|decided to send|has decided to send|decided to supply|pledged to send|has pledged to send|promised to send|has promised to send|agreed to transfer",
    "nonaligned": "nonaligned|non-aligned|unaligned|militarily nonaligned|militarily non-aligned|militarily unaligned|outside military alliances|free of military alliances|alliance-free",
    "neutral": "neutral|militarily neutral|permanently neutral|constitutionally neutral",
    "by-habit": "traditionally|historically|long|long-time|longtime|officially|formally|fiercely|famously|staunchly|militarily|permanently|constitutionally|proudly|determinedly|resolutely|steadfastly|strictly",
    "opposes": "opposes|oppose|has long opposed|has always opposed|has opposed|has consistently opposed|strongly opposes|vehemently opposes|fiercely opposes|rejects|objects to|has long objected to|is opposed to|is against|is vehemently opposed to|is strongly opposed to|is fiercely opposed to|past:opposed",
    "enshrined": "enshrined|has enshrined|wrote|has written|anchored|has anchored|put|has put|inscribed|has inscribed|set out|fixed|has fixed",
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
)
CLASSES["armed"] = (
    "forces|troops|army|military|armed forces|soldiers|units|paratroopers|marines|fighters|mercenaries|military forces|ground forces|invasion forces|defenders"
)
CLASSES["took"] = "|".join(
    verb if verb.startswith("took") else f"{verb}|has {verb}|have {verb}|had {verb}"
    for verb in (
        "captured", "seized", "taken", "retaken", "recaptured", "liberated", "occupied", "conquered", "overrun", "taken control of", "seized control of", "gained control of",
        "regained control of", "won control of", "taken full control of", "established control over", "gained full control of", "wrested control of",
    )
) + "|took|retook|overran|took control of|took full control of|retook control of"
CLASSES["holds"] = (
    "holds|hold|controls|control|occupies|occupy|is in control of|are in control of|has control of|have control of|retains control of|retain control of|is holding|are holding|"
    "has held|has controlled|has occupied|have held|have controlled|have occupied|past:held|past:controlled"
)
CLASSES["town"] = "city|town|port|port city|village|peninsula|island|region|settlement|stronghold|fortress|salt-mining town|mining town"
