"""What is known of a TLS connection that stands: its version, and when the other side's certificate ends."""

import ssl
from dataclasses import dataclass
from datetime import UTC, datetime


@dataclass(frozen=True, slots=True)
class Tls:
    """`version` as TLSv1.3; `ends`: the certificate's last moment, None where it names none."""

    version: str
    ends: datetime | None


def describe_tls(connection: ssl.SSLSocket | ssl.SSLObject | None) -> Tls | None:
    """None for a connection without TLS."""
    if connection is None:
        return None
    ends = (connection.getpeercert() or {}).get("notAfter")
    moment = datetime.fromtimestamp(ssl.cert_time_to_seconds(ends), UTC) if isinstance(ends, str) else None
    return Tls(connection.version() or "TLS", moment)
