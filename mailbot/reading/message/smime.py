"""The mail inside an opaque S/MIME signature (RFC 8551, 3.5.2): taken out to be read, its signature not checked.

Who signed says nothing that mailbot relies on; but a mail that every mail program shows should not wait for a person
only because of its envelope. Just as much of BER (X.690) is read as there is around the content. Never raises.
"""

# The object identifier of plain data, 1.2.840.113549.1.7.1 (RFC 5652, 4): in a signature it stands before the content.
DATA = bytes.fromhex("06092a864886f70d010701")
EXPLICIT, OCTETS, CONSTRUCTED_OCTETS = 0xA0, 0x04, 0x24
END = b"\0\0"
MAX_CHUNKS = 10_000


def content_of(envelope: bytes) -> bytes | None:
    """The signed content of that PKCS #7 structure; None where there is none, or the structure is broken."""
    found = envelope.find(DATA)
    if found < 0:
        return None
    try:
        kind, at, _ = _header(envelope, found + len(DATA))
        return _octets(envelope, at) if kind == EXPLICIT else None
    except IndexError:
        return None


def _octets(data: bytes, at: int) -> bytes | None:
    """An OCTET STRING: whole, or in chunks as programs write it that sign while they send."""
    kind, at, length = _header(data, at)
    if kind == OCTETS and length is not None:
        return data[at : at + length]
    if kind != CONSTRUCTED_OCTETS:
        return None
    chunks: list[bytes] = []
    end = len(data) if length is None else at + length
    while at < end and data[at : at + 2] != END and len(chunks) < MAX_CHUNKS:
        kind, at, length = _header(data, at)
        if kind != OCTETS or length is None:
            return None
        chunks.append(data[at : at + length])
        at += length
    return b"".join(chunks)


def _header(data: bytes, at: int) -> tuple[int, int, int | None]:
    """A value's tag, where its content begins, and its length; None where only a mark ends it. Raises IndexError."""
    kind, first = data[at], data[at + 1]
    if first == 0x80:
        return kind, at + 2, None
    if first < 0x80:
        return kind, at + 2, first
    size = first & 0x7F
    if size > 4 or at + 2 + size > len(data):
        raise IndexError(at)
    return kind, at + 2 + size, int.from_bytes(data[at + 2 : at + 2 + size], "big")
