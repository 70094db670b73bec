"""Real servers on loopback for the tests: each in its own module, started by a `with`.

A machine without one of them still passes: `need` skips those tests, in one line. CI sets MAILBOT_TEST_ALL=1, under
which a missing server is a failure: there, nothing is left out unseen.
"""

import os

import pytest


def need(what: str, found: object) -> None:
    """Go on where `found` is true; otherwise skip the test (or fail it, under MAILBOT_TEST_ALL=1).

    `what` names it and where it comes from: "Dovecot (Debian: dovecot-imapd)".
    """
    if found:
        return
    if os.environ.get("MAILBOT_TEST_ALL") == "1":
        pytest.fail(f"MAILBOT_TEST_ALL=1, and this machine has no {what}", pytrace=False)
    pytest.skip(f"this machine has no {what}")
