"""A network that goes on learning, read from the files that ship.

What `export` rounded stays rounded: the weights are within half a step of 7 bits of those that were trained.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import numpy_helper

from kg.ner.training.network.export import STATE_SCALE, ZERO
from kg.ner.training.network.gru import BiGru
from kg.ner.training.network.tagger import HIDDEN, Network

# The standard deviation of a column of the embedding of characters.
_SPREAD = 0.45

Tables = Mapping[str, npt.NDArray[np.float32]]


@torch.no_grad()
def restore(folder: Path, sizes: tuple[int, int], schemes: Mapping[str, Sequence[str]]) -> Network:
    """The network of `press.onnx`, its CRFs and the heads of those schemes."""
    graph = onnx.load(folder / "press.onnx").graph
    tables = _tables(graph)
    heads = {scheme: len(tags) for scheme, tags in schemes.items()}
    network = Network(sizes, heads, len(tables["words.head.bias"]))
    # The scales of the columns of characters went into the weights of the first layer; others do as well.
    characters = tables["character_table"] - ZERO
    scale = _SPREAD / characters.std(axis=0)
    _copy(network.character.weight, characters * scale)
    _copy(network.pair.weight, (tables["pair_table"] - ZERO) * tables["pair_scale"])
    _copy(network.before.weight, tables["before.weight"].T)
    _copy(network.listed.weight, tables["listed.weight"].T)
    _copy(network.listed.bias, tables["listed.bias"])
    steps = _steps(graph)
    of_states = np.full(2 * HIDDEN, STATE_SCALE, dtype=np.float32)
    _layer(network.first, "first", tables, steps, np.concatenate([scale, tables["extra_scale"]]))
    _layer(network.second, "second", tables, steps, of_states)
    with np.load(folder / "transitions.npz") as transitions:
        for scheme in schemes:
            _head(network.heads[scheme], scheme, tables)
            _copy(network.crfs[scheme].transitions, transitions[scheme])
    _head(network.words, "words", tables)
    return network


def _tables(graph: onnx.GraphProto) -> Tables:
    """The constants of a graph by name."""
    return {i.name: numpy_helper.to_array(i).astype(np.float32) for i in graph.initializer}


def _steps(graph: onnx.GraphProto) -> Mapping[str, Tables]:
    """The constants of each direction's step, by the part that it is of: first.0, first.1 …"""
    scans = [node for node in graph.node if node.op_type == "Scan"]
    bodies = {node.output[0]: a.g for node in scans for a in node.attribute if a.name == "body"}
    return {output.removesuffix(".last"): _tables(body) for output, body in bodies.items()}


def _layer(
    layer: BiGru, name: str, tables: Tables, steps: Mapping[str, Tables], scale: npt.NDArray[np.float32]
) -> None:
    """The weights of both directions; the biases of reset and update are all among those of the inputs."""
    for direction in range(2):
        part = f"{name}.{direction}"
        gates, new = (_weight(f"{part}.{gate}", tables) for gate in ("gates", "new"))
        _copy(layer.of_inputs[direction], np.concatenate([gates, new], axis=1).T / scale)
        biases = [tables[f"{part}.{gate}.bias"] for gate in ("gates", "new")]
        _copy(layer.bias_inputs[direction], np.concatenate(biases))
        _copy(layer.of_states[direction], _weight("state", steps[part]).T / STATE_SCALE)
        _copy(layer.bias_states[direction], steps[part]["state.bias"])


def _head(head: torch.nn.Linear, name: str, tables: Tables) -> None:
    _copy(head.weight, _weight(f"{name}.head", tables).T / STATE_SCALE)
    _copy(head.bias, tables[f"{name}.head.bias"])


def _weight(name: str, tables: Tables) -> npt.NDArray[np.float32]:
    """A matrix of bytes with the scales of its columns."""
    weight: npt.NDArray[np.float32] = tables[f"{name}.weight"] * tables[f"{name}.scale"]
    return weight


def _copy(parameter: torch.Tensor, values: npt.NDArray[np.floating[Any]]) -> None:
    parameter.copy_(torch.from_numpy(np.array(values, dtype=np.float32)))
