"""Addresses outside the site, asked whether they still answer: `huiying check --links`.

In: the library, what was remembered, a function that asks. Out: problems at the places where the
addresses are written, and what to remember. Only `check --links` calls it: a build never waits for
somebody else's server, and never fails because of it.
"""

LINK_CHECKS = ("external-link",)
"""Every rule of this folder, by name; its module has the same name."""
