"""Sentences on what differs from the last release, on `publish` and on `verify`, in English."""

SENTENCES = {
    "silent-edit": (
        "“{key}” differs from the last release, and the history does not say so. Add an entry to"
        " the history that says what was changed and why, or undo the change."
    ),
    "silent-edit.minor": (
        "“{key}” differs from the last release, and the minor entry of the history does not speak"
        " for it. For a slip of the pen add “{key}” to its fields; of a title or a verdict, delete"
        " minor."
    ),
    "rewritten-history": (
        "Entry {number} of the history ({at}) differs from the last release or is gone. Put it"
        " back; what was wrong is corrected by a further entry."
    ),
    "rewritten-history.update": (
        "Update {number} ({at}) differs from the last release or is gone. Put it back, or say in"
        " the history why it was changed."
    ),
    "vanished-address": (
        "“{address}” was there in the last release and is not now: readers would find nothing."
        " Bring the record back and withdraw it instead of deleting it; if its id was changed, add"
        " “/{address}/” to former_urls of the new one."
    ),
    "vanished-address.early": (
        "“{address}” holds what is not due before {at}; the last release showed it too early. Check"
        " the clock; if it is right, publish again when that time has come."
    ),
    "vanished-address.redirect": (
        "The old address “/{address}” led here in the last release and does not now. Put it back"
        " into former_urls."
    ),
    "reused-address": (
        "“/{address}” was an address of “{other}” and may not go to another record. Choose"
        " another address, or let it lead to the same record as before."
    ),
    "back-dated": (
        "publish_at {at} lies before the last release ({other}), which lacked this record. Write"
        " the time at which the public could really see it."
    ),
    "back-dated.committed": (
        "publish_at {at} lies before the file was first committed ({other}). Write the time at"
        " which the public could really see it."
    ),
    "back-dated.entry": (
        "The entry's time {at} lies before the last release ({other}), which lacked it. Write when"
        " the change was really made."
    ),
    "back-dated.update": (
        "The update's time {at} lies before the last release ({other}), which lacked it. Write"
        " when it was really made public, or say in the history that earlier news was added."
    ),
    "back-dated.uncommitted": (
        "The file is not committed yet, so nobody can tell whether publish_at is back-dated."
        " Commit it and check again."
    ),
    "back-dated.unknown": (
        "There is no whole version history, so nobody can tell whether a publish_at is back-dated."
        " Check in a repository with its whole history, not in a shallow clone."
    ),
    "origin.missing": (
        "“{place}” does not exist; there is nothing to compare with. Check the path or address."
    ),
    "origin.denied": "“{place}” cannot be opened. Check the permissions.",
    "origin.large": "“{place}” is too large for a manifest. Check the path or address.",
    "origin.slow": "“{place}” came too slowly and was given up. Try later, or download it first.",
    "origin.refused": "The server of “{place}” refused. Check the address and the permissions.",
    "origin.unreachable": "“{place}” cannot be reached. Check the network and the address.",
    "origin.no-manifest": (
        "“{place}” has no manifest.json. Name the folder or the address of a published site."
    ),
    "origin.damaged": (
        "The manifest or the log of “{place}” is damaged: its digests do not fit. Compare with a"
        " sound copy."
    ),
    "publish.no-site": (
        "“{site}” has no manifest.json and is no built site. Build it first with huiying build."
    ),
    "publish.preview": (
        "“{site}” is a preview and holds what is not public. Build the site with huiying build."
    ),
    "publish.same": "The site and the target are one folder. Choose another target.",
    "publish.inside": "The site and the target lie one in the other. Keep the two folders apart.",
    "publish.altered": (
        "The site does not agree with its own manifest; nothing was published. Build it again."
    ),
    "publish.early": (
        "The site holds what is not due before {at}, and it is {now}; nothing was published. Build"
        " it again without --now and publish that."
    ),
    "publish.no-log": (
        "“{target}” has a manifest and no log/head.json; nothing was published. If the log was"
        " lost, restore it from a backup; for a first release, name an empty folder."
    ),
    "publish.not-ours": (
        "“{target}” holds other files and no manifest of a site; nothing was published. Name an"
        " empty folder, or one that was published to."
    ),
    "publish.broken": (
        "The manifest or the log of “{target}” was tampered with; nothing was published. Restore"
        " the files named above from a backup, and find out why."
    ),
    "publish.clock": (
        "It is {now}, before the last release at {last}; nothing was published. Set this machine's"
        " clock right."
    ),
    "publish.differs": (
        "Changes against the last release that may not be: {count}; nothing was published. Mend"
        " the content as said above and build again."
    ),
    "publish.unchanged": (
        "Nothing has changed. “{target}” agrees with its manifest; its last release is number {n}"
        " at {at}."
    ),
    "publish.done": (
        "Published as number {n} at {at}. Records: {new} new, {changed} changed, {gone} gone."
        " Files: {new_files} new, {changed_files} changed, {gone_files} gone. Digest of the"
        " manifest: {manifest}."
    ),
    "export.no-site": (
        "{site} is no built site. Run huiying build first, or say with --site where it is."
    ),
    "export.offline": "The offline copy is in {file}. Unpack it and open its index.html.",
    "export.redirects": (
        "The old addresses are in {file}, {count} of them. Its first lines say how to use it."
    ),
    "publish.hook-code": (
        "The site is published, but the --hook command {program} ended with code {code}. Find out"
        " why and run it by itself."
    ),
    "publish.hook-missing": (
        "The site is published, but there is no program {program}. Mend --hook and run it by"
        " itself."
    ),
    "publish.hook-quote": (
        "The site is published, but a quote in --hook is not closed. Mend it and run it by itself."
    ),
    "publish.hook-slow": (
        "The site is published, but the --hook command {program} was stopped after 60 seconds."
        " Find out why and run it by itself."
    ),
    "release.published": (
        "“{target}” was published with huiying publish and holds its log; nothing is built there."
        " Build into another folder and publish that."
    ),
    "verify.changed": "{path}: not what the manifest says.",
    "verify.extra": "{path}: not in the manifest.",
    "verify.missing": "{path}: should be there and is not.",
    "verify.damaged": "{path}: unreadable, or another digest; what it lists cannot be checked.",
    "verify.unlogged": "{path}: not what the newest entry of the log says.",
    "verify.link": "{path}: not what the next entry says; the log breaks here.",
    "verify.order": "{path}: later than the next entry.",
    "verify.shorter": "{path}: shorter than the log before; releases were taken out.",
    "verify.forked": "{path}: not the same entry as in the log before; history was rewritten.",
    "verify.good": "All is well: {files} files agree with the manifest.",
    "verify.good-log": "The log is whole: {n} releases, the last at {at}.",
    "verify.no-log": (
        "There is no log/: whether the manifest as a whole was exchanged cannot be told. If the"
        " site was published, restore it from a backup."
    ),
    "verify.good-since": "Today's log continues the earlier one from number {n} on.",
    "verify.bad": "Faults: {count}.",
    "verify.preview": "“{place}” is a preview, not a published site. Name the site's folder.",
    "verify.nothing": (
        "“{place}” has neither a manifest nor a log. Name the folder or the address of a published"
        " site."
    ),
    "verify.no-head": (
        "“{place}” is no entry of a log and has no log/head.json. Name a log that was saved before."
    ),
}
