"""Classes of words on what armed forces do: sent, kept, led, given, and places taken. They extend those of :mod:`foedus.language.words`."""

from __future__ import annotations


def extend(classes: dict[str, str]) -> None:
    """Add these classes, and their words to those that are there."""
    classes["force"] = (
        "troops|soldiers|forces|force|units|unit|contingent|contingents|brigade|brigades|battalion|battalions|regiment|regiments|division|divisions|squadron|squadrons|garrison|garrisons|men|tanks|paratroopers|"
        "marines|Royal Marines|warplanes|jets|fighter jets|fighters|peacekeepers|personnel|armour|armor|mission|detachment|detachments|company|companies|servicemen|service members|servicewomen|airmen|sailors|army|armies|"
        "instructors|trainers|military personnel|military advisers|advisers|special forces|reinforcements|peacekeeping force|columns|infantry|infantrymen|commandos|artillery|gunners|engineers|medics|military police|"
        "air defenses|air defences|air defense battery|combat troops|ground troops|mercenaries|helicopters|armored vehicles|armoured vehicles|tank crews|military contingent|observers|gendarmes|fleet|air force|reservists|"
        "strike force|stabilisation force|stabilization force|standby force|rapid reaction force|expeditionary force|task force|corps|vanguard|guards|servicepeople|military reinforcements|troop"
    )
    classes["sends"] = (
        classes["dispatched"]
        + "|sends|sends in|sent in|has sent in|have sent in|deploys|deploy|dispatches|contributes|contribute|contributed|has contributed|have contributed|contributing|is contributing|are contributing|is putting|are putting|"
        "has put|have put|put in|provides|provide|provided|has provided|have provided|is massing|has massed|have massed|massed|had massed|stationed|has stationed|have stationed|had stationed|placed|has placed|have placed|"
        "rushes|landed|has landed|parachuted|flies|brought|has brought|has built up|lent|committed|is pouring|poured|has poured|rotates|rotated|has rotated|is rotating|has been rotating|is positioning|marched|supplies|"
        "supplied|was sending|were sending|was deploying|is reinforcing|has begun sending|began sending|began deploying|has begun deploying|has started sending|started sending|started deploying|has started deploying|"
        "began to deploy|began to send|has begun to deploy|intervened|has intervened|moves|is shifting|led"
    )
    classes["keeps"] = (
        "leads|has been leading|have been leading|is leading|runs|commands|took over command of|took command of|has led|took over|keeps|keep|kept|has kept|have kept|maintains|maintain|maintained|has maintained|have maintained|stations|bases|based|has based|had|has|have|still has|still have|now has|now have|already has|retains|retain|"
        "is keeping|are keeping|is maintaining|has had|have had|currently has|currently have|still keeps|still maintains|houses|holds|stationed|still had|garrisons|leaves|has left"
    )
    classes["is-there"] = "|".join(
        f"{be} {there}"
        for be in [
            "is",
            "are",
            "has been",
            "have been",
            "past:was",
            "past:were",
            "past:had been",
            "remain",
            "remains",
            "past:remained",
            "is still",
            "are still",
            "past:were still",
            "past:was still",
        ]
        for there in [
            "stationed",
            "based",
            "deployed",
            "posted",
            "garrisoned",
            "in place",
            "present",
            "serving",
            "fighting",
            "training",
            "helping",
            "guarding",
            "keeping",
            "patrolling",
            "operating",
            "protecting",
            "on duty",
            "on patrol",
            "active",
            "assisting",
            "supporting",
            "rotating",
            "on the ground",
            "engaged",
            "quartered",
            "positioned",
            "kept",
            "maintained",
            "massed",
            "concentrated",
            "in action",
            "staying",
            "working",
        ]
    ) + (
        "|serve|serves|past:served|have served|has served|had served|guard|guards|past:guarded|keep the peace|past:kept the peace|patrol|patrols|past:patrolled|past:fought|have fought|fight|operate|operates|past:operated|stand guard|"
        "past:stood guard|help|helped|train|trained|remain|remains|past:remained|have remained|has remained|stay|past:stayed|rotate|rotates|belong to|belongs to|form part of|forms part of|make up part of|live|"
        "took part|takes part|take part|taking part|serving|stationed|based|deployed|posted|fighting|garrisoned|secured|secure|protect|monitor|monitored|rotating|"
        "are part of|is part of|were part of"
    )
    classes["went-there"] = (
        "|".join(
            f"{be} {sent}"
            for be in ("was", "were", "has been", "have been", "had been", "is being", "are being", "being", "were being", "was being")
            for sent in [
                "sent",
                "sent in",
                "deployed",
                "dispatched",
                "moved",
                "ordered",
                "rushed",
                "transferred",
                "shifted",
                "flown",
                "flown in",
                "airlifted",
                "sent on",
                "committed",
                "redeployed",
                "relocated",
                "shipped",
                "moved in",
            ]
        )
        + "|arrived|have arrived|has arrived|had arrived|arrive|arrives|have been arriving|has been arriving|are arriving|landed|have landed|has landed|land|poured|have poured|streamed|flowed|are flowing|moved|have moved|"
        "has moved|had moved|flew|have flown|crossed|have crossed|had crossed|set off|set out|left|headed|have set off|marched|have marched|rolled|have rolled|drove|swept|went|have gone|came|deployed|have deployed|has deployed|had deployed|"
        "began to deploy|have begun to deploy|has begun to deploy|began deploying|began arriving|began to arrive|started arriving|began work|have begun work|began their mission|began its mission|entered|have entered|has entered|"
        "had entered|invaded|had invaded|intervened|have intervened|has intervened|joined the fighting|joined|have joined|has joined|took up positions|have taken up positions|took up quarters|were airlifted|parachuted|dropped|transferred|"
        "sent|dispatched|ordered|flown|airlifted|bound|reached|have reached|has reached|returned|have returned|pushed|pushed deep|shifted|redeployed|relocated|are moving|are heading|are on their way|is on its way|is heading|took part|took over|were landed|boarded planes"
    )
    classes["leads-it"] = (
        "leads|lead|leading|has led|have led|has been leading|is leading|led|heads|heading|has headed|headed|commands|commanded|has commanded|commanding|took command of|has taken command of|took charge of|is in charge of|is in command of|"
        "is the framework nation of|is the framework nation for|is the lead nation of|is the lead nation in|is the lead nation for|is framework nation for|is framework nation of|as framework nation of|as the framework nation of|"
        "acts as framework nation for|acts as the framework nation for|serves as framework nation for|serves as the framework nation for|serves as framework nation of|acts as lead nation for|is at the head of|stands at the head of|is the backbone of|"
        "forms the core of|forms the backbone of|provides the core of|provides the backbone of|makes up the core of|is the leader of|took over|took the lead of|took the lead in|runs|oversees|is the head of|spearheads|has taken charge of|"
        "took over command of|has responsibility for|is responsible for|assumed command of|assumed leadership of|took over leadership of|has the lead in|provides the framework for|is the core of|makes up the backbone of"
    )
    classes["sends"] += (
        "|is committing|are committing|commits|pledged|has landed|detached|has detached|assigns|despatches|is flying in|has sent over|sent over|is stationing|has pre-positioned|is dispatching|marshalled|led"
    )
    classes["went-there"] += (
        "|smashed their way|fought their way|forced their way|touched down|have touched down|dashed|set foot|have set foot|raced|streamed|have streamed|hurried|sailed|have sailed|disembarked|have disembarked|deployed ashore|rushed|have rushed|descended|were parachuted|advanced|have begun arriving|"
        "have started arriving|took off|turned up|showed up|made their way|were brought|were sent"
    )
    classes["leads-it"] += (
        "|taken over the leadership of|took over the leadership of|has the leadership of|taken over|taken over command of|has the command of|provides leadership of|is leader of|is heading|steers|has overseen"
    )
    classes["force"] += (
        "|policemen|police|police officers|border guards|batteries|battery|legionnaires|advisors|legion|air defenders|gunboats|squadrons|warships|peacekeeping mission|peacekeeping troops|stabilisation troops|rangers|dragoons|hussars|Marine|troopers|cavalry"
    )
    classes["strengthened"] = (
        "reinforced|bolstered|strengthened|beefed up|boosted|increased|built up|shored up|expanded|augmented|doubled|reinforcing|bolstering|strengthening|beefing up|boosting|increasing|building up|shoring up|expanding|reinforces|"
        "bolsters|strengthens"
    )
    classes["provided"] += (
        "|is lending|are lending|lends|gifted|has gifted|have gifted|handed|has handed|have handed|hands|is handing|is shipping|are shipping|lent|has lent|parted with|has parted with|put up|has put up|spent|has spent|is handing over|passed|has passed|has provided or pledged|rushed|has rushed|"
        "have rushed|flew|has flown|ships|is donating|are donating|had given|had sent|had delivered|had supplied|had provided|had already given|had already sent|had donated|had handed|had already donated|had already delivered|grants|"
        "granted|has granted|have granted|extended|has extended|gives away|gave away|presented|contributed|has contributed|have contributed|contributes|funneled|passed on|has passed on|have passed on|let have"
    )
    classes["pledged"] += (
        "|put up|has put up|offered|has offered|have offered|is offering|are offering|agreed on|agrees|agree|okayed|voted|has voted|have voted|is allocating|allocates|earmarks|have earmarked|commits|pledge|promise|is preparing|are preparing|"
        "prepared|has prepared|decided on|has decided on|had announced|had pledged|had promised|had approved|had committed|had authorized|released|has released|made available|has made available|outlined"
    )
    classes["goods"] += (
        "|package|packages|tranche|donation package|drawdown|defence materiel|defense materiel|Bradleys|Bradley vehicles|Bradley fighting vehicles|Strykers|Avengers|ATACMS|NASAMS|body armour|body armor|rifles|bombs|glide bombs|kit|"
        "gear|radars|planes|ships|warplanes|machine guns|patrol boats|warships|Bushmaster vehicles|cluster munitions|launchers|M270 launchers|submarines|help|security support|defence support|defense support|defence aid|assistance packages|Gepard tanks|batteries|weapons systems"
    )
    classes["took"] += (
        "|"
        + "|".join(
            verb if verb.split()[0] in ("regained", "broke") else f"{verb}|has {verb}|have {verb}|had {verb}"
            for verb in [
                "freed",
                "recovered",
                "regained",
                "secured",
                "cleared",
                "reclaimed",
                "reconquered",
                "stormed",
                "snatched",
                "grabbed",
                "won",
                "wrested",
                "entered and taken",
                "taken over",
                "regained full control of",
                "captured and annexed",
                "seized and annexed",
                "occupied and annexed",
                "invaded and annexed",
                "illegally annexed",
                "fully captured",
                "completely captured",
                "fully liberated",
                "completely liberated",
                "fully occupied",
                "claimed victory in",
                "reoccupied",
                "conquered and annexed",
                "managed to take",
                "managed to capture",
                "managed to retake",
                "succeeded in taking",
                "taken the whole of",
                "regained control over",
                "established full control over",
                "gained control over",
            ]
        )
        + "|swept into|marched into|rolled into|stormed into|recovered control of|established itself in|established themselves in"
        + "|retaking|were retaking|are retaking|is retaking|stormed and took|captures|seizes|liberates|retakes|recaptures|takes control of|seizes control of|annexes|occupies|was able to take|were able to take|took over"
    )
    classes["holds"] += (
        "|has run|have run|has governed|maintains its hold on|keeps its hold on|retains its hold on|has a firm hold on|holds on to|hold on to|held on to|have been in control of|has been in control of|remain in control of|are in possession of|past:held sway over|governs|are back in control of|still held|still in control of"
        "|past:controlled all of|past:controlled|past:fully controlled|fully controls|now occupy|now fully occupy|fully occupies|in full control of|in control of|back in control of|now controls|now control|firmly control|is back in control of|are back in control of|still holds|still hold|still controls|still control|rules|administers|keeps control of|keep control of|"
        "maintains control of|maintain control of|past:were in control of|past:was in control of|past:were in full control of|past:was in full control of|has full control over|have full control over|exercises control over|is in possession of|remains in control of"
    )
    classes["armed"] += (
        "|government forces|government troops|navy|air force|airborne troops|special forces|infantry|commandos|invaders|occupiers|occupation forces|soldiery|naval infantry|troops and militias|brigades|brigade|units|militia|militias|servicemen|"
        "army units|regular army|men|battalions|tanks|military command|warplanes|side|conscripts"
    )
    classes["town"] += (
        "|rail hub|railway hub|railway junction|capital|provincial capital|regional capital|mining city|coal town|coal-mining town|hilltop town|industrial town|industrial city|second city|strategic town|strategic city|enclave|territory|plateau|"
        "heights|outpost|bastion|citadel|logistics hub|border town|frontier town|village and railway hub|area|ruins|remains|airport|district|province"
    )
