"""Sentences about addresses outside the site, in English."""

SENTENCES: dict[str, str] = {
    "external-link": "The address {target} is gone ({code}, since {since}). Use one that answers.",
    "external-link.circle": (
        "The address {target} redirects without end (since {since}). Use one that answers."
    ),
    "external-link.fault": (
        "The server of {target} has a fault ({code}, since {since}). Check the address."
    ),
    "external-link.insecure": (
        "The certificate of {target} does not hold (since {since}). Tell its owner, or use another."
    ),
    "external-link.silent": "The address {target} does not answer (since {since}). Check it.",
    "external-link.unreachable": (
        "There is no server for {target} (since {since}). Check the address."
    ),
    "external-link.offline": (
        "There is no network, so nobody can tell whether other sites answer. Check again online."
    ),
    "external-link.refused": (
        "{count} addresses of other sites let no program in: nobody can tell. Open them yourself."
    ),
}
