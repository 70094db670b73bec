"""Who is who among workers: a name for this process, and whether the process of another name still lives.

Claims and leases bear such a name. They run out by themselves; where the claimant was a process on this machine that
is gone, nobody needs to wait for that.
"""

import os
import secrets
import socket


def new_owner() -> str:
    """A name that no other process has: host, process, and something random, since numbers come back."""
    return f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}"


def is_dead(owner: str) -> bool:
    """Whether that process is known to be gone. Of other machines nothing is known: False."""
    host, _, rest = owner.partition("/")
    number, _, _ = rest.partition("/")
    if host != socket.gethostname() or not number.isdigit():
        return False
    if int(number) == os.getpid():
        return False  # this process under another name of its own
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OSError):
        return False
    return False
