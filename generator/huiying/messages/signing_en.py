"""Sentences of `sign` and `confirm`, in English."""

SENTENCES = {
    "sign-done": "Signed {keys}: {file}",
    "sign-left": "Not signed yet: {keys}.",
    "sign-choice": "There is no “{value}”, and nothing was changed. Write one of: {allowed}.",
    "sign-unknown": (
        "There is no signer “{id}” in the register, and nothing was changed. Write a signer's id."
    ),
    "sign-unknown.near": (
        "There is no signer “{id}” in the register, and nothing was changed. Did you mean {near}?"
    ),
    "sign-not-allowed": (
        "{signer} may not sign {gate}, only: {allowed}; nothing was changed. Have somebody sign "
        "who may."
    ),
    "sign-not-valid": (
        "{signer} has no right to sign on {at}, and nothing was changed. Have somebody sign who "
        "has, or check the register."
    ),
    "sign-no-drafter": (
        "Nobody is named as the drafter, and nothing was changed. Write drafted_by below review: "
        "who drafted may not sign."
    ),
    "sign-drafter": "{signer} drafted it, and nothing was changed. Have somebody else sign.",
    "sign-reason": "not_applicable needs a reason, and nothing was changed. Add --reason.",
    "sign-no-time": (
        "“{address}” has no publish_at, and nothing was changed. Write it first, then sign."
    ),
    "sign-to-come": "{at} is to come, and nothing was changed. Say when it was, or leave out --at.",
    "sign-too-late": (
        "{at} is after publication at {other_at}, and nothing was changed. Put publish_at off; if "
        "it was reviewed before, say when with --at."
    ),
    "confirm-done": "Noted the answer of {keys}: {file}",
    "confirm-unknown": (
        "There is no body “{id}” in the register, and nothing was changed. Write a body's id."
    ),
    "confirm-unknown.near": (
        "There is no body “{id}” in the register, and nothing was changed. Did you mean {near}?"
    ),
    "confirm-not-involved": (
        "{organisation} is not involved, and nothing was changed. Add it to involved first."
    ),
}
