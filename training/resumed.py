"""A reader that goes on from the network that mailbot brings, in place of from the beginning.

network.onnx has its weights in eight bits, with a scale a column: those of the layers in the order in which they are
used, as are some heads', and those of the others by name. What the network doesn't have yet begins anew; so do words
and places, of which the ones never change, and the others hardly.
"""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from torch import Tensor, nn

LINEAR = ("q", "k", "v", "ao", "fi", "fo")  # of a layer, as they are used
AT_PIECES = ("spot.0", "spot.3", "there", "at_piece")  # behind the layers
EMBEDDINGS = ("word.", "place.")
NAMELESS = "onnx::MatMul_"


def resume(reader: nn.Module, file: Path) -> None:
    """Give that reader the weights of the network in `file`."""
    stored = {tensor.name: tensor for tensor in onnx.load(str(file)).graph.initializer}
    layers = sum(name.startswith("reader.layers.") and name.endswith(".aln.weight") for name in stored)
    names = [f"layers.{number}.{linear}.weight" for number, linear in product(range(layers), LINEAR)]
    names += [f"{head}.weight" for head in AT_PIECES]
    nameless = [name for name in stored if name.startswith(NAMELESS) and name.endswith("_scale")]
    found = dict(zip(names, _whole(stored, nameless), strict=False))
    named = [name for name in stored if name.startswith("reader.") and name.endswith(".weight_scale")]
    found |= {n[len("reader.") : -len("_scale")]: w for n, w in zip(named, _whole(stored, named), strict=True)}
    plain = (
        name for name in stored if name.startswith("reader.") and name.endswith((".bias", "norm.weight", "ln.weight"))
    )
    found |= {name.removeprefix("reader."): torch.tensor(numpy_helper.to_array(stored[name])) for name in plain}
    found = {name: weights for name, weights in found.items() if not name.startswith(EMBEDDINGS)}
    with torch.no_grad():
        for name, mine in reader.named_parameters():
            if name in found and mine.shape == found[name].shape:
                mine.copy_(found[name])
            else:
                print(f"network: {name} begins anew")


def _whole(stored: dict[str, onnx.TensorProto], scales: list[str]) -> Iterator[Tensor]:
    """The weights in whole numbers of those names, times their scales: a row for each output."""
    for name in scales:
        parts = (
            numpy_helper.to_array(stored[name.removesuffix("scale") + part]) for part in ("quantized", "zero_point")
        )
        weights, zero = (torch.tensor(part.astype("float32")) for part in parts)
        yield ((weights - zero) * torch.tensor(numpy_helper.to_array(stored[name]))).T.contiguous()
