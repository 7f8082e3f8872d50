"""Sentences on why a release cannot be made, in English; operators read them."""

SENTENCES = {
    "release.busy": "Another build is writing {target}. Try again when it has finished.",
    "release.mount-point": (
        "{target} is a mount point or fixed in a container's image: it cannot be exchanged in one "
        "step. Use a folder inside it."
    ),
    "release.symlink": "{target} is a symbolic link. Name the folder that it points to.",
    "release.not-a-folder": "{target} is a file, not a folder. Choose another target.",
    "release.site-onto-preview": (
        "{target} holds a preview, which a site may not replace. Choose another target, or remove "
        "the preview first."
    ),
    "release.preview-onto-site": (
        "{target} is not empty and not a preview. A preview shows what is not public yet: choose "
        "another folder for it."
    ),
}
