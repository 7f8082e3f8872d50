"""Sentences of the rules over the library, in English."""

SENTENCES: dict[str, str] = {
    "absolute-claim": (
        "“{words}” in “{key}” is absolute, and the record names no source. Add sources, or say "
        "less."
    ),
    "assessment": (
        "The event is grave and “internal” has no “assessment”. Add it; it is never public."
    ),
    "already-answered": (
        "Very like “{title}”, which is answered already in {other}. Merge the two, or tie them "
        "together in “relations”."
    ),
    "banned-words": (
        "“{key}” has the word “{word}”, which this site does not use. Write another one."
    ),
    "block": "The “{type}” block lacks “{key}”. Add it.",
    "block.suffix": "“{key}” cannot be the file “{value}”. Use one of: {allowed}.",
    "briefing-record": (
        "The briefing ended at {at} and nothing of it is here. Add “transcript”, “recording” "
        "or “qa_extract”."
    ),
    "briefing-speaker": (
        "Neither a leader nor the spokesperson is among “speakers”. Say who speaks, or "
        "register an exemption."
    ),
    "briefing-speaker.principal": (
        "The event is grave and the principal is not among “speakers”. Add the principal, or "
        "register an exemption."
    ),
    "briefing-state": "The briefing is {state} without “state_reason”. Say why, and until when.",
    "briefing-state.clock": (
        "The state is “{state}”, by its times it is “{told}”. Delete the line: the state is "
        "worked out."
    ),
    "captions.time": (
        "The times on this line are not WebVTT, players drop the cue. Write "
        "00:00:01.000 --> 00:00:03.500, with colons and points."
    ),
    "captions.no-time": (
        "This cue has no times. Write a line such as 00:00:01.000 --> 00:00:03.500 above it."
    ),
    "captions.none": "There is no cue in the file. Export it anew, or delete it.",
    "captions.backwards": "This cue does not end after it begins. Check both times.",
    "captions.empty": "This cue has no words. Add them, or delete the cue.",
    "captions.order": "This cue begins before the one on line {line}. Put them in order.",
    "captions.overlap": "This cue begins before the one on line {line} ends. Check the times.",
    "captions.beyond": (
        "This cue ends at {until}, yet “{film}” plays {length} only. Check the times, or take the "
        "captions that belong to it."
    ),
    "claim-as-sent": (
        "The claim has fewer than {limit} characters: nobody who pastes the message finds this. "
        "Copy a piece of it."
    ),
    "claim-as-sent.same": (
        "The claim says what “{key}” says, not what people were sent. Copy a piece of the message."
    ),
    "claim-as-sent.told": (
        "The claim reports the rumour (“{words}”): nobody who pastes the message finds this. "
        "Copy a piece of it."
    ),
    "claimant": (
        "“claimant” seems to name a person ({value}). Write 网传, or cite a notice of the police."
    ),
    "confirmation": (
        "“{name}” is involved and has not confirmed: it is public once it has. Ask, and note the "
        "answer with huiying confirm."
    ),
    "confirmation.changed": (
        "“{key}” changed after “{name}” confirmed. Ask again, and use huiying confirm."
    ),
    "confirmation.whole": (
        "The content changed after “{name}” confirmed it. Ask again, and use huiying confirm."
    ),
    "confirmation.no-digest": (
        "The confirmation of “{name}” has no digest. Note it anew with huiying confirm."
    ),
    "confirmation.no-time": (
        "The confirmation of “{name}” has no time. Note it anew with huiying confirm."
    ),
    "confirmation.refused": (
        "“{name}” did not agree, or there is no result. Come to terms, then note its confirmation."
    ),
    "confirmation.to-come": "The confirmation of “{name}” is of {at}, which is to come. Check it.",
    "confirmation.too-late": (
        "“{name}” confirmed at {at}, after publication at {other_at}. Put publish_at off, then "
        "note it anew."
    ),
    "consent": (
        "The writer did not agree to publication. Set “status” back to draft and answer the "
        "writer only."
    ),
    "coordinator": "The basis is “{basis}” and there is no coordinator. Name who coordinates.",
    "coordinator.lead": "The basis is “{basis}” and nobody leads. Name a lead or a coordinator.",
    "correction": "A correction shows what was changed; “{key}” is missing. Add it.",
    "correction.same": "The wording before and after is the same. Write what it was and is now.",
    "correction.note": "The note says only “{value}”. Say in one sentence why it was changed.",
    "correction-names-person": (
        "The note says who erred. Name the body, what was wrong and how it was mended."
    ),
    "correction-names-person.perhaps": (
        "The note seems to name a person. If it does, leave the name out and say what was wrong."
    ),
    "correction.future": (
        "The time of “{type}” is still to come, yet the new text is public. Write when it changed."
    ),
    "correction.minor-key": (
        "A change of “{key}” is no slip of the pen. Delete minor, so that readers see it."
    ),
    "correction.minor": (
        "A figure was changed: that is no slip of the pen. Remove “minor”, so that readers see it."
    ),
    "debt": (
        "“{type}” has no “{key}”: people who cannot see or hear it are left out. Add it by {due}."
    ),
    "debt.late": "“{key}” of “{type}” was due by {due}. Add it at once.",
    "debt.open": (
        "“{type}” has no “{key}”: people who cannot see or hear it are left out. Add it soon."
    ),
    "debt.evidence": (
        "It is being verified, and there is no “evidence” yet. Add it by {due}, or tell in the "
        "updates how far it is."
    ),
    "debt.evidence-late": "“evidence” was due by {due}. Add it, or tell how far it is.",
    "doc-no": "The document number “{value}” is not in the standard form. Write “{near}”.",
    "drawing": "A drawing of type “{type}” lacks “{key}” and cannot be drawn. Add it.",
    "drawing.blank": "There is no number in this “{type}”. Give at least one value.",
    "drawing.both": "This infographic has a file and a drawing, of which one is shown. Delete one.",
    "drawing.cells": "The row “{label}” has {count} cells, columns: {limit}. Make them alike.",
    "drawing.elsewhere": "Only an infographic has a drawing. Change the type, or delete it.",
    "drawing.long": "“{key}” is {width} wide; there is room for {limit}. Shorten it.",
    "drawing.many": "“{key}” has {count} entries, a “{type}” shows {limit}. Make two of it.",
    "drawing.negative": "A share cannot be below zero. Check the values, or use a bar chart.",
    "drawing.nothing": "All shares are zero, of which nothing is a part. Check the values.",
    "drawing.sum": "The shares add up to {value}, not to 100%. Add the rest, or use a bar chart.",
    "drawing.title": "This infographic has no title. Write in one sentence what it says.",
    "drawing.twice": "“{value}” stands there twice. Delete one, or say which is which.",
    "drawing.unused": "A “{type}” does not show “{key}”. Delete it, or change the type.",
    "empty-phrase": (
        "“{words}” stands in “{key}” in a sentence without facts. "
        "Say what was done, or leave it out."
    ),
    "exemption": "No rule called “{rule}” gives warnings. Use one of: {allowed}.",
    "exemption.near": "No rule called “{rule}” gives warnings. Did you mean “{near}”?",
    "exemption.error": (
        "“{rule}” gives no warnings, only errors or notes, and cannot be exempted. Mend the "
        "record and delete this."
    ),
    "exemption.over": (
        "The exemption “{id}” is over and has no effect. Delete it, or renew it with another "
        "“until”."
    ),
    "exemption.kind": (
        "An exemption from personal-data says which kind. Write one of these as “rule”: {allowed}."
    ),
    "exemption.open": (
        "An exemption from personal-data has to end and this has no “until”. Add the last day."
    ),
    "expert": (
        "The expert “{expert}” did not agree to be named. Choose another, or register the "
        "written consent."
    ),
    "expert.near": (
        "The expert “{expert}” did not agree to be named. Choose {others}, who did, or register "
        "the written consent."
    ),
    "expert.photo": (
        "This is the portrait of the expert “{expert}”, who did not agree to its publication. Use "
        "another picture, or register the written consent."
    ),
    "expert.said": (
        "The expert “{expert}” did not agree to the publication of this “{key}”. Delete the line, "
        "or register the written consent."
    ),
    "expert.term": (
        "The expert “{expert}” is not in the register at {at}. Check the term, or choose another."
    ),
    "expert.term-near": (
        "The expert “{expert}” is not in the register at {at}. Check the term, or choose {others}."
    ),
    "expert.field": (
        "The record's subjects are {subjects}, those of the expert “{expert}” are {fields}. "
        "Check them, or choose another."
    ),
    "expert.field-near": (
        "The record's subjects are {subjects}, those of the expert “{expert}” are {fields}. "
        "Check them, or choose {others}."
    ),
    "figure-conflict": (
        "Records of one event differ: “{words}” is {value} here and {near} in {other}. Make them "
        "agree."
    ),
    "former-url": "The old address “{url}” is not below this site ({site}). Mend or delete it.",
    "former-url.form": (
        "The old address “{url}” has a question mark, a hash or “..”, which a static page cannot "
        "redirect. Write the path only."
    ),
    "former-url.name": (
        "The old address “{url}” cannot be a file: a step is too long, has special signs, or a "
        "page stands in its middle. Check it."
    ),
    "former-url.own": "The old address “{url}” is where {other} is now. Delete the line.",
    "former-url.twice": "The old address “{url}” is already claimed by {other}. Keep one of them.",
    "gate": (
        "Not signed yet: {gates}; it is public once they are. Have who may sign use huiying sign."
    ),
    "gate.drafter": "Who signed {gate} drafted the record. Have somebody else sign.",
    "gate.no-drafter": "Nobody can tell whether a drafter signed. Write drafted_by in review.",
    "gate.no-digest": "{gate} has no digest, so nobody knows what was signed. Sign it anew.",
    "gate.no-reason": "{gate} is not_applicable without a reason. Say why.",
    "gate.no-signer": "{gate} has no signer. Sign it anew with huiying sign.",
    "gate.no-time": "{gate} has no time. Sign it anew with huiying sign.",
    "gate.not-allowed": (
        "Who signed {gate} may not sign this gate. Have somebody sign who may, or check the "
        "register of signers."
    ),
    "gate.not-valid": (
        "Who signed {gate} had no right to sign on that day. Have somebody sign who has, or check "
        "the register of signers."
    ),
    "gate.refused": "The result of {gate} is revise, or there is none. Mend it and sign it anew.",
    "gate.to-come": "The time of {gate}, {at}, is to come. Check it.",
    "gate.too-late": (
        "{gate} was signed at {at}, after publication at {other_at}. Put publish_at off, then "
        "sign it anew."
    ),
    "gate-reopened": (
        "“{key}”, or a file that it uses, changed after it was signed: {gates} no longer hold. "
        "Check it and sign it anew."
    ),
    "gate-reopened.elsewhere": (
        "What was signed is the content of another record: {gates}. Sign it anew with huiying sign."
    ),
    "gate-reopened.gone": (
        "“{key}” was removed after it was signed: {gates} no longer hold. Check it and sign it "
        "anew."
    ),
    "gate-reopened.whole": (
        "The content changed after it was signed: {gates} no longer hold. Check all of it and "
        "sign it anew."
    ),
    "generic-alt": "The alternative text says only “{value}”. Say what the picture shows.",
    "handover": ("“{key}” tells of a handover, which is not public. Delete it."),
    "handover.told": (
        "“{key}” tells of a handover and cites no notice of the police. Delete it, or cite one."
    ),
    "holiday": (
        "The holidays of {year} are not registered: working days are Monday to Friday only. "
        "Add that year."
    ),
    "holiday.id": (
        "“{id}” is no year. Name the entry by a year of four digits in quotes, such as '2026'."
    ),
    "holiday.year": (
        "This date is not in {year}. Check the year, or move it to the entry of its own year."
    ),
    "holiday.weekday": (
        "“workdays” holds Saturdays and Sundays only, and this day is neither. Check the date."
    ),
    "imported-late": (
        "This names where it was imported from, yet its publication {at} is not before {adopted}, "
        "when the site was adopted. Check the time, or delete “imported_from”."
    ),
    "imported-late.not-adopted": (
        "This names where it was imported from, yet site.yml has no “adopted_on”. Add that date."
    ),
    "intake": (
        "The intake “{id}” has ended nowhere for two days. Give “records”, “merged_into” or "
        "“no_response”."
    ),
    "intake.signer": (
        "Who signed had no right to sign on that day. Check the register of signers, or have "
        "it signed anew."
    ),
    "interpretation": (
        "It does not say what it interprets. Give “policy”, or “interprets” in “relations”."
    ),
    "interpretation.expert": (
        "It is explained by “{author}” and “experts” is missing. Add the experts' ids."
    ),
    "interpretation.media": "It is explained by “{author}” and “media_name” is missing. Add it.",
    "interpretation.same-day": (
        "It says released together, yet this is of {at} and the policy of {other_at}. Check "
        "the dates, or write no."
    ),
    "interpretation-due": (
        "The policy is of {at}; an interpretation was due by {due} and none is public. Publish "
        "one soon."
    ),
    "length": "“{key}” is {width} wide, more than {limit}. Shorten it.",
    "link-form": (
        "The link “{target}” leads nowhere. "
        "Begin with https://; links within the site look like /rumours/id/."
    ),
    "link-form.html": "Readers are shown the HTML “{target}” as it is written. Delete it.",
    "link-form.image": "A text cannot hold the picture “{target}”. Put it into a block.",
    "map-approval": (
        "“{words}” needs an approval number. Write map_approval_no; for a map that needs none,"
        " 无需审核 and why."
    ),
    "map-approval.form": (
        "“{value}” is no approval number. Write it like 桂S(2026)1号, or 无需审核 and why."
    ),
    "medium": "The content of this file is not known and cannot be published. Use {allowed}.",
    "medium.refused": "{format} files cannot be used on the site. Save it as {allowed}.",
    "medium.phone": (
        "{format} is for telephones alone, and the site cannot use it. Convert it to {allowed}; an "
        "iPhone takes that by itself with Settings, Camera, Formats, Most Compatible."
    ),
    "medium.suffix": "The name says {named}, the content is {found}. Mend the suffix.",
    "medium.name": (
        "The file name “{name}” has spaces or special signs. "
        "Rename it with letters, digits, “-”, “_” and “.” only."
    ),
    "medium.size": "The file has {size}, more than {limit}. Make it smaller.",
    "medium.pixels": "The picture has {width}×{height} pixels, too many. Scale it down.",
    "medium.empty": "This file is empty. Put in the whole file, or delete it.",
    "medium.broken": "This file is incomplete or damaged. Export it anew.",
    "medium.sensor": (
        "The film holds a telephone's record of places or movements."
        " Export it anew with picture and sound only."
    ),
    "medium.animated": "This picture moves and cannot be paused. Save a still one, or use a video.",
    "medium.encoding": "This file is not UTF-8 text. Save it again with encoding UTF-8.",
    "medium.vtt": "The first line of a caption file is WEBVTT. Export it as WebVTT.",
    "medium.svg": "This SVG cannot be read. Export it again as plain SVG.",
    "medium.svg-xmlns": (
        "The first tag of the SVG lacks xmlns, so browsers show nothing. "
        'Add xmlns="http://www.w3.org/2000/svg".'
    ),
    "medium.svg-doctype": (
        "The SVG has a DOCTYPE or an entity, which can bring in other content. "
        "Delete that line, or export it as plain SVG."
    ),
    "medium.svg-instruction": (
        "The SVG has the instruction {name}, which can bring in other content. Delete it."
    ),
    "medium.svg-element": "<{name}> cannot stand in an SVG. Delete it, or export it as plain SVG.",
    "medium.svg-attribute": (
        "The attribute “{name}” cannot stand in an SVG. Delete it, or export it as plain SVG."
    ),
    "medium.svg-effort": (
        "This SVG refers to itself so often that a telephone cannot draw it. Flatten and simplify "
        "it, or export it as PNG."
    ),
    "medium.svg-link": "“{name}” in the SVG points outside the file. Draw the shape in the file.",
    "medium.pdf-locked": "This PDF is encrypted. Take off its password and its restrictions.",
    "medium.pdf-carries": "The PDF carries other files or programs ({what}). Print it to PDF anew.",
    "medium.pdf-packed": (
        "Unpacked, this PDF is unusually large, and not all of it can be looked at."
        " Print it to PDF anew."
    ),
    "medium.pdf-signed": (
        "This PDF is signed and names its author; taking that out would break the signature."
        " Remove the properties first, then sign."
    ),
    "medium-licence": "No licence says whether this may be published. Add it to the sidecar.",
    "medium-licence.sidecar": (
        "This medium has no sidecar. Write “{file}” with its alt text, licence and source."
    ),
    "number-style": "“{value}” in “{key}” is not the standard form. Write “{near}”.",
    "number-style.day": "“{value}” in “{key}” is not in the calendar. Check the date.",
    "organisation-valid": "“{name}” no longer existed at {at} (until {valid_to}). Use {successor}.",
    "organisation-valid.early": "“{name}” did not exist yet at {at} (from {valid_from}). Check it.",
    "outcome": "It is done, yet there is no outcome. Add the outcome, or set it back to handling.",
    "outcome.state": "There is no outcome and no handling state. Say which: handling or done.",
    "personal-data.identity": (
        "“{key}” seems to hold an identity number ({value}), which must not be public. Delete "
        "it, or move it to “internal”."
    ),
    "personal-data.mobile": (
        "“{key}” seems to hold a mobile number ({value}), which must not be public. Delete it, "
        "or move it to “internal”."
    ),
    "personal-data.card": (
        "“{key}” seems to hold the number of a bank card ({value}), which must not be public. "
        "Delete it, or move it to “internal”."
    ),
    "personal-data.plate": (
        "“{key}” seems to hold a number plate ({value}), which tells whose it is. Delete it, "
        "or write “a car”."
    ),
    "personal-data.email": (
        "“{key}” seems to hold a personal e-mail address ({value}). Delete it, or give that of "
        "the body."
    ),
    "personal-data.door": (
        "“{key}” seems to hold the door number of a home ({value}). Name only the street or "
        "the estate."
    ),
    "personal-data.old-identity": (
        "“{key}” seems to hold an old identity number ({value}). Check it, and delete it if so."
    ),
    "personal-data.source": (
        "“{key}” seems to name a person ({value}) as the source. Write 网民 or the like."
    ),
    "personal-data.minor": "“{key}” seems to name a minor ({value}). Delete the name.",
    "personal-data.whistle-blower": (
        "“{key}” seems to name who reported or wrote in ({value}). Delete the name."
    ),
    "personal-data.name": (
        "“{key}” seems to hold the name of who wrote in ({value}). Delete the name."
    ),
    "personal-file": (
        "This seems to hold personal data ({value}), which everybody will see. Delete it."
    ),
    "personal-file.name": (
        "The file's name, part of its address, seems to hold personal data ({value}). Rename it."
    ),
    "player": "“{value}” is no id of {name}. Write the id alone, such as {example}.",
    "player.alone": "There is a “player” and no “player_id”: which film is it? Add the id.",
    "player.unnamed": "There is a “player_id” and no “player”: where is it? Add the platform.",
    "player.both": "This film has a “file” and a “player”. Delete one, better the player.",
    "player.elsewhere": "Only a video may have a “player”. Change “type”, or delete it.",
    "player.silent": "Only sound and film have “chapters”. Delete them, or change “type”.",
    "player.order": "The offset {value} does not come after {before}. Write them in order.",
    "player.beyond": "The offset {value} lies behind the end, {length}. Check it.",
    "player.no-recording": (
        "The transcript has an “offset” and there is no “recording”. Add it, or delete the offset."
    ),
    "police-notice.url": (
        "The notice of the police has no public address. Add it, or do not cite what is not public."
    ),
    "police-notice.issuer": (
        "It does not say which police body issued the notice. Add “org” or “source”."
    ),
    "police-notice.type": (
        "The title says 警情通报 and the “type” does not. Set “type” to police_notice."
    ),
    "policy-risk": (
        "This policy touches what people live by and has no date of its risk assessment. "
        "Assess it and add “risk_assessed_on”."
    ),
    "policy-risk.after": (
        "The risk was assessed after the policy was public, not before. Check “risk_assessed_on”."
    ),
    "policy-standing": (
        "The policy is {standing} and “replaced_by” is missing. Say which one holds now; if "
        "there is none, leave it."
    ),
    "policy-standing.lapsed": (
        "Its term ended on {at}, yet it is said to be in force. Change “standing” or "
        "“effective_to”."
    ),
    "privacy-words": "“{key}” holds “{word}”, which must not be public. Take it out.",
    "promised-update": (
        "The next update was promised for {due}, which is past. "
        "Add an update, then change or delete “next_update_due”."
    ),
    "quiet-case": (
        "Still being handled, and nothing new in more than {days} days since {at}. Add updates or "
        "next_update_due."
    ),
    "sentence-length": (
        "The sentence “{words}…” in “{key}” is {width} wide, more than {limit}. Make two of it."
    ),
    "time-limit": "The {hours} hours for {milestone} ended at {due} ({profile}). Publish soon.",
    "time-limit.late": (
        "{milestone} was due within {hours} hours, by {due} ({profile}), and came at {at}. "
        "Check the times."
    ),
    "time-limit.severity": (
        "The severity of the event is not known, so nobody can say whether the answer is late. "
        "Write severity under event."
    ),
    "re-check": (
        "It was to be reviewed by {due}, which has passed. "
        "See whether it still holds, then write a later review_by, or correct it."
    ),
    "qa-due": (
        "Counted from {start}, an answer was due in {days} working days (by {due}), and "
        "“replied_at” is missing. Answer soon."
    ),
    "qa-due.late": (
        "Counted from {start}, it was due by {due} and answered {late} working days late. "
        "Check the times; leave them if they are right."
    ),
    "qa-due.months": (
        "Counted from {start}, it has had no answer for three months, which inspections count "
        "against the site. Answer at once."
    ),
    "reference.organisation": "There is no organisation “{target}”. Check the id, or register it.",
    "reference.expert": "There is no expert “{target}”. Check the id, or register the expert.",
    "reference.policy": "There is no policy “{target}”. Check the id, or register it.",
    "reference.signer": "There is no signer “{target}”. Check the id, or register the signer.",
    "reference.intake": "There is no intake “{target}”. Check the id, or register it.",
    "reference.named": "An id belongs here, not a name. Write “{near}” instead of “{target}”.",
    "reference.media": "There is no “{target}” in the media folder. Check its name, or add it.",
    "reference.backslash": "Paths of media have “/”, not “\\”. Write “{near}” for “{target}”.",
    "reference.topic": "There is no topic “{target}”. Check the id, or delete the line.",
    "reference.record": (
        "There is no record “{target}”, nor one much like it. Write that record first and name it "
        "“column/id” as in its address, or delete this entry."
    ),
    "reference.record-near": (
        "There is no record “{target}”. Most like it: {near}. Name one of them, or delete this "
        "entry."
    ),
    "reference.circle": "These records point at each other in a circle: {circle}. Delete one link.",
    "disclosure": "“{target}” is not for the public and must not be linked to. Delete the link.",
    "disclosure.relation": (
        "“{target}” is not for the public, so this relation is not shown. To show it, change that "
        "record's disclosure to active."
    ),
    "secure-address": (
        "“{key}” has the address “{value}”, which does not begin with https://. Give an "
        "encrypted one."
    ),
    "stale-column": (
        "Nothing new under {column} since {at}; on {due} that makes six months. Publish something "
        "new, or merge this column into another."
    ),
    "stale-column.site": (
        "Nothing new on the whole site since {at}; on {due} that makes two weeks. Publish more."
    ),
    "stale-column.empty": (
        "This topic has no content: an empty column. Name it in part_of_topic of the records that "
        "belong to it, or make it a draft again."
    ),
    "survey-count": (
        "The counts of the options add up to {sum}, more than the {total} who answered. Check "
        "the counts."
    ),
    "survey-count.one": (
        "{count} chose this option, more than the {total} who answered. Check both figures."
    ),
    "survey-count.answered": (
        "{answered} answered this question, more than the {respondents} respondents. Check "
        "both figures."
    ),
    "survey-count.options": (
        "Every question but an open one has “options”. Add them, or set “type” to open."
    ),
    "survey-count.some": (
        "“{option}” has no “count” while others of the question have one. Add it; 0 where "
        "nobody chose it."
    ),
    "survey-count.small": (
        "A count below {smallest} is not shown, as it could tell who answered. There is "
        "nothing to change; just know it."
    ),
    "survey-result": (
        "The survey is over and has no result. Add “respondents” and the options' counts."
    ),
    "survey-result.adoption": (
        "The survey is over and “adoption” is missing. Say what was adopted, what was not and why."
    ),
    "time-order": "“{key}” {at} is before “{other}” {other_at}. Check both times.",
    "time-order.inside": "“{key}” is before “{other}”. Check both times.",
    "time-order.after": "“{key}” {at} should be after “{other}” {other_at}. Check both times.",
    "time-order.first": "A history begins with “first_published”. Add it with the time published.",
    "time-order.first-at": "First published is {at}, “publish_at” {other_at}. Make them the same.",
    "time-order.again": "Only the first entry is “first_published”. Write “updated” or another.",
    "title-is-truth": "The title repeats the rumour. Write the fact in one sentence.",
    "title-is-truth.question": "The title is a question. Write the fact in one sentence.",
    "unverified-update": "The verdict is unverified and no next update is promised. Add its time.",
}
