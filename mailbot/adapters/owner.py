"""Who is who among workers: a name for this process, and whether the process of another name still lives.

Claims and leases bear such a name. They run out by themselves; where the claimant was a process on this machine that
is gone, nobody needs to wait for that.
"""

import os
import secrets
import socket

# The names that this very process goes by. Process numbers come back: in a container every mailbot is number 1.
_ours: set[str] = set()


def new_owner() -> str:
    """A name that no other process has: host, process, and something random, since numbers come back."""
    name = f"{socket.gethostname()}/{os.getpid()}/{secrets.token_hex(4)}"
    _ours.add(name)
    return name


def is_dead(owner: str) -> bool:
    """Whether that process is known to be gone. Of other machines nothing is known: False."""
    host, _, rest = owner.partition("/")
    number, _, _ = rest.partition("/")
    if host != socket.gethostname() or not number.isdigit():
        return False
    if int(number) == os.getpid():
        return owner not in _ours
    try:
        os.kill(int(number), 0)
    except ProcessLookupError:
        return True
    except (PermissionError, OSError):
        return False
    return False
