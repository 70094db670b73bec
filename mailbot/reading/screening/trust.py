"""Can the From be believed? What the receiving server found, as it wrote it down (RFC 8601).

Only the topmost Authentication-Results counts, and only when it bears the name of the server that we were told to
believe: all below it may have been written by the sender (RFC 8601, 5). Nothing said is UNKNOWN, not forged.
"""

import re

from mailbot.domain.message import IncomingMessage, Trust

COMMENT = re.compile(r"\([^()]*\)")
# Microsoft 365 writes its results without the name that RFC 8601, 2.2 wants before them: this stands for none at all.
NAMELESS = "-"
QUOTED = re.compile(r'"(?:[^"\\]|\\.)*"')
RESULT = re.compile(r"^\s*([a-z0-9-]+)\s*(?:/\s*\d+\s*)?=\s*([a-z]+)")
PROPERTY = re.compile(r"\b([a-z]+\.[a-z-]+)\s*=\s*\"?([^\s;\"]+)")


def trust_of(message: IncomingMessage, authserv_id: str | None) -> Trust:
    """What the believed server says of the From: dmarc first, then spf and dkim where their domain is the From's.

    PASS where one of them vouches for that domain; FAIL where dmarc failed, or spf did and no signature makes up for
    it. Two From headers, or two addresses in one, are how a mail passes the check as one and is shown as another: FAIL
    where there are two headers, or where dmarc says anything of another domain than the one that we see.
    """
    if len(message.headers.get("from", ())) > 1:
        return Trust.FAIL
    results = _results(message.header("authentication-results"), authserv_id)
    domain = message.sender.email.rpartition("@")[2]
    if any(_denies(result, domain) for result in results):
        return Trust.FAIL
    if any(_vouches(result, domain) for result in results):
        return Trust.PASS
    spf_failed = any(method == "spf" and verdict == "fail" for method, verdict, _ in results)
    return Trust.FAIL if spf_failed else Trust.UNKNOWN


Result = tuple[str, str, dict[str, str]]  # method, verdict, its properties: ("dkim", "pass", {"header.d": "ede.nl"})


def _results(header: str | None, authserv_id: str | None) -> list[Result]:
    if not header or not authserv_id:
        return []
    # a quoted local part is the sender's to fill: no result may begin in it
    server, *parts = COMMENT.sub(" ", QUOTED.sub("quoted", header.lower())).split(";")
    if authserv_id == NAMELESS and RESULT.match(server):
        parts = [server, *parts]
    elif authserv_id == NAMELESS or server.split()[:1] != [authserv_id.lower()]:  # an id may be followed by a version
        return []
    found = ((RESULT.match(part), part) for part in parts)
    return [(match[1], match[2], dict(PROPERTY.findall(part))) for match, part in found if match]


def _denies(result: Result, domain: str) -> bool:
    method, verdict, properties = result
    if verdict == "fail":
        return method in ("dmarc", "compauth")  # compauth: what Microsoft makes of the others together
    return method == "dmarc" and verdict == "pass" and not _aligned(_checked_from(properties, domain), domain)


def _checked_from(properties: dict[str, str], domain: str) -> str:
    """The domain of the From that dmarc looked at."""
    return properties.get("header.from", domain).rpartition("@")[2]


def _vouches(result: Result, domain: str) -> bool:
    method, verdict, properties = result
    if verdict != "pass":
        return False
    if method == "dmarc":
        return _aligned(_checked_from(properties, domain), domain)
    if method == "dkim":
        signer = properties.get("header.d") or properties.get("header.i", "")
        return _aligned(signer.rpartition("@")[2], domain)
    return method == "spf" and _aligned(properties.get("smtp.mailfrom", "").rpartition("@")[2], domain)


def _aligned(one: str, other: str) -> bool:
    """Whether two domains belong together: the same, or one under the other (relaxed alignment, RFC 7489, 3.1)."""
    if "." not in one or "." not in other:
        return False
    return one == other or one.endswith(f".{other}") or other.endswith(f".{one}")
