"""Which hosts are this machine: the only ones that may be spoken to without TLS."""

from ipaddress import ip_address


def is_loopback(host: str) -> bool:
    """True for 127.0.0.0/8, ::1 (with or without brackets) and localhost. No name is looked up."""
    try:
        return ip_address(host.removeprefix("[").removesuffix("]")).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"
