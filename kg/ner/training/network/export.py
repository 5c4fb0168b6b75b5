"""The trained network as an ONNX file whose large products are of 8-bit integers.

The recurrence is a `Scan` of our own instead of ONNX's GRU: the states of a GRU lie between -1 and 1, so they
are rounded to 8 bits by a fixed scale, which is twice as fast on a CPU and makes a sentence's result
independent of the others in its batch. Weights keep 7 bits, so that no processor's product overflows.

Inputs, all [length, batch]: `characters`, `pairs` (with the character behind), `pairs_before`, and `listed`
[…, width] and `inside` […, 1], which is 0 behind the end of a sentence. Outputs: the emissions of each
scheme, and `words`, the best tag of LAC's words.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper

from kg.ner.recognisers.features import Features
from kg.ner.training.examples.data import WORDS, Batch
from kg.ner.training.network.tagger import EXTRA, HIDDEN, Network

Array = npt.NDArray[np.float32]

# The domain of ONNX Runtime's own operators.
_RUNTIME = "com.microsoft"

ZERO = 128
_LARGEST_WEIGHT = 63
STATE_SCALE = 1 / 127


class _Graph:
    """Nodes and constants under construction."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: list[onnx.TensorProto] = []

    def constant(self, name: str, value: npt.NDArray[np.generic]) -> str:
        """A constant by its name."""
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(value), name))
        return name

    def add(self, operation: str, inputs: Sequence[str], output: str, **attributes: object) -> str:
        """A node with one output."""
        self.nodes.append(helper.make_node(operation, list(inputs), [output], **attributes))
        return output

    def product(self, name: str, inputs: str, weight: Array, bias: Array | None = None) -> str:
        """Bytes [.., n] times a matrix [n, m] of which each column has its own scale, as real numbers."""
        scale = np.maximum(np.abs(weight).max(axis=0), 1e-8) / _LARGEST_WEIGHT
        self.constant(f"{name}.weight", np.rint(weight / scale).astype(np.int8))
        self.constant(f"{name}.scale", scale.astype(np.float32))
        self.constant(f"{name}.zeros", np.zeros(len(scale), dtype=np.int8))
        operands = [inputs, f"{name}.weight", "one", f"{name}.scale", "zero", f"{name}.zeros"]
        if bias is not None:
            operands.append(self.constant(f"{name}.bias", bias.astype(np.float32)))
        # ONNX Runtime's own: product, scale and bias at once.
        return self.add("MatMulIntegerToFloat", operands, f"{name}.result", domain=_RUNTIME)

    def states_as_bytes(self, states: str, name: str) -> str:
        """States between -1 and 1 as bytes."""
        return self.add("QuantizeLinear", [states, "state_scale", "zero"], name)

    def basics(self) -> None:
        """What every graph needs."""
        self.constant("zero", np.array(ZERO, dtype=np.uint8))
        self.constant("one", np.array(1, dtype=np.float32))
        self.constant("state_scale", np.array(STATE_SCALE, dtype=np.float32))


def _numpy(tensor: torch.Tensor) -> Array:
    return tensor.detach().numpy().astype(np.float32)


def _step(weight: Array, bias: Array, masked: bool) -> onnx.GraphProto:
    """One step of a GRU: state and inputs' part of the gates to the new state, as numbers and as bytes."""
    body = _Graph()
    body.basics()
    # The biases of reset and update are in the inputs' part.
    bias_new = np.concatenate([np.zeros(2 * HIDDEN, dtype=np.float32), bias[2 * HIDDEN :]])
    of_state = body.product("state", "before.bytes", weight.T * STATE_SCALE, bias_new)
    body.constant("parts", np.array([2 * HIDDEN, HIDDEN]))
    body.nodes.append(helper.make_node("Split", [of_state, "parts"], ["s.gates", "s.new"], axis=-1))
    both = body.add("Sigmoid", [body.add("Add", ["s.gates", "gates"], "gates.sum")], "both")
    body.constant("halves", np.array([HIDDEN, HIDDEN]))
    body.nodes.append(helper.make_node("Split", [both, "halves"], ["reset", "update"], axis=-1))
    body.add("Mul", ["reset", "s.new"], "new.reset")
    body.add("Tanh", [body.add("Add", ["new.reset", "inputs.new"], "new.sum")], "new")
    body.add("Mul", ["update", body.add("Sub", ["before", "new"], "change")], "kept")
    after = body.add("Add", ["new", "kept"], "after.all" if masked else "after")
    if masked:
        body.add("Mul", [after, "inside"], "after")
    body.add("Identity", [body.states_as_bytes("after", "after.bytes")], "out")
    real, byte = TensorProto.FLOAT, TensorProto.UINT8
    inputs = {"before": real, "before.bytes": byte, "gates": real, "inputs.new": real}
    if masked:
        inputs["inside"] = real
    outputs = {"after": real, "after.bytes": byte, "out": byte}
    return helper.make_graph(body.nodes, "step", _values(inputs), _values(outputs), body.constants)


def _values(types: Mapping[str, int]) -> list[onnx.ValueInfoProto]:
    return [helper.make_tensor_value_info(name, type_, None) for name, type_ in types.items()]


def _layer(graph: _Graph, name: str, inputs: str, weights: dict[str, Array], scale: Array) -> str:
    """A bidirectional layer: bytes, of which each column has its scale, to the bytes of its states."""
    directions = []
    for direction in range(2):
        part = f"{name}.{direction}"
        bias_states = weights["bias_states"][direction].copy()
        # The biases of reset and update just add up.
        bias = weights["bias_inputs"][direction].copy()
        bias[: 2 * HIDDEN] += bias_states[: 2 * HIDDEN]
        of_inputs = weights["of_inputs"][direction].T * scale[:, None]
        gates, new = (
            graph.product(f"{part}.{gate}", inputs, of_inputs[:, columns], bias[columns])
            for gate, columns in (("gates", slice(2 * HIDDEN)), ("new", slice(2 * HIDDEN, None)))
        )
        backwards = bool(direction)
        scanned = [gates, new, *(["inside"] if backwards else [])]
        graph.nodes.append(
            helper.make_node(
                "Scan",
                ["no_state", "no_state.bytes", *scanned],
                [f"{part}.last", f"{part}.last.bytes", f"{part}.states"],
                body=_step(weights["of_states"][direction], bias_states, masked=backwards),
                num_scan_inputs=len(scanned),
                scan_input_directions=[direction] * len(scanned),
                scan_output_directions=[direction],
            )
        )
        directions.append(f"{part}.states")
    return graph.add("Concat", directions, f"{name}.states", axis=-1)


def _table(graph: _Graph, name: str, values: Array) -> Array:
    """A table of bytes; the scale of each column, by which one value in a thousand is cut off."""
    scale: Array = (np.quantile(np.abs(values), 0.999, axis=0) / 127).astype(np.float32)
    graph.constant(name, (np.rint(values / scale).clip(-127, 127) + ZERO).astype(np.uint8))
    return scale


@torch.no_grad()
def _largest_surroundings(network: Network, batches: Iterable[Batch]) -> Array:
    """What each column of the sum of pairs and lists reaches on some sentences."""
    return _numpy(
        torch.stack([network.surroundings(b.pairs, b.listed).abs().amax((0, 1)) for b in batches]).amax(0)
    )


def to_onnx(network: Network, schemes: Sequence[str], sample: Iterable[Batch]) -> onnx.ModelProto:
    """The network with the heads of those schemes; the sample tells the range of its inputs."""
    graph = _Graph()
    graph.basics()
    scales = _embed(graph, network, sample)
    _initial_state(graph)
    states = np.full(2 * HIDDEN, STATE_SCALE, dtype=np.float32)
    first = _layer(graph, "first", "inputs", _weights(network.first), scales)
    second = _layer(graph, "second", first, _weights(network.second), states)
    outputs = _heads(graph, network, schemes, second)
    model = helper.make_model(
        helper.make_graph(graph.nodes, "press", _input_values(network), outputs, graph.constants),
        opset_imports=[helper.make_opsetid("", 17), helper.make_opsetid(_RUNTIME, 1)],
        ir_version=9,
        producer_name="press-kg",
    )
    onnx.checker.check_model(model)
    return model


def _embed(graph: _Graph, network: Network, sample: Iterable[Batch]) -> Array:
    """Add the `inputs` of the first layer, bytes, and give the scale of each."""
    character_scale = _table(graph, "character_table", _numpy(network.character.weight))
    pair_scale = _table(graph, "pair_table", _numpy(network.pair.weight))
    extra_scale = _largest_surroundings(network, sample) / 127
    graph.add("Gather", ["character_table", "characters"], "characters.bytes")
    graph.constant("zeros", np.full(EXTRA, ZERO, dtype=np.uint8))
    graph.constant("pair_scale", pair_scale)
    for side in ("pairs", "pairs_before"):
        graph.add("Gather", ["pair_table", side], f"{side}.bytes")
        graph.add("DequantizeLinear", [f"{side}.bytes", "pair_scale", "zeros"], f"{side}.real", axis=2)
    graph.constant("before.weight", _numpy(network.before.weight).T)
    graph.constant("listed.weight", _numpy(network.listed.weight).T)
    graph.constant("listed.bias", _numpy(network.listed.bias))
    graph.constant("extra_scale", extra_scale)
    graph.add("MatMul", ["pairs_before.real", "before.weight"], "before.result")
    graph.add("Cast", ["listed"], "listed.real", to=TensorProto.FLOAT)
    graph.add("MatMul", ["listed.real", "listed.weight"], "listed.product")
    graph.add("Add", ["listed.product", "listed.bias"], "listed.result")
    graph.add("Add", ["pairs.real", "before.result"], "pairs.result")
    graph.add("Add", ["pairs.result", "listed.result"], "extra")
    graph.add("QuantizeLinear", ["extra", "extra_scale", "zeros"], "extra.bytes", axis=2)
    graph.add("Concat", ["characters.bytes", "extra.bytes"], "inputs", axis=-1)
    return np.concatenate([character_scale, extra_scale])


def _initial_state(graph: _Graph) -> None:
    """Add the state `no_state` [batch, HIDDEN] that a layer begins with."""
    graph.constant("batch_axis", np.array([1]))
    graph.constant("hidden", np.array([HIDDEN]))
    graph.add("Shape", ["characters"], "shape")
    graph.add("Gather", ["shape", "batch_axis"], "batch")
    graph.add("Concat", ["batch", "hidden"], "state_shape", axis=0)
    graph.add("ConstantOfShape", ["state_shape"], "no_state")
    graph.states_as_bytes("no_state", "no_state.bytes")


def _heads(graph: _Graph, network: Network, schemes: Sequence[str], states: str) -> list[onnx.ValueInfoProto]:
    """Add the scores of the tags of each scheme, and the best word tags; what they give out."""
    outputs = []
    for scheme in schemes:
        head = network.heads[scheme]
        result = graph.product(
            f"{scheme}.head", states, _numpy(head.weight).T * STATE_SCALE, _numpy(head.bias)
        )
        graph.add("Identity", [result], scheme)
        outputs.append(
            helper.make_tensor_value_info(scheme, TensorProto.FLOAT, ["length", "batch", len(head.bias)])
        )
    words = network.words
    result = graph.product("words.head", states, _numpy(words.weight).T * STATE_SCALE, _numpy(words.bias))
    graph.add("ArgMax", [result], "words", axis=-1, keepdims=0)
    outputs.append(helper.make_tensor_value_info("words", TensorProto.INT64, ["length", "batch"]))
    return outputs


def _input_values(network: Network) -> list[onnx.ValueInfoProto]:
    """What the network is fed: ids and listed words of the characters, and which of them are text."""
    plain, wide = ["length", "batch"], ["length", "batch", network.listed.weight.shape[1]]
    return [
        *(
            helper.make_tensor_value_info(n, TensorProto.INT64, plain)
            for n in ("characters", "pairs", "pairs_before")
        ),
        helper.make_tensor_value_info("listed", TensorProto.UINT8, wide),
        helper.make_tensor_value_info("inside", TensorProto.FLOAT, ["length", "batch", 1]),
    ]


def _weights(layer: torch.nn.Module) -> dict[str, Array]:
    return {name: _numpy(value) for name, value in layer.named_parameters()}


def write(
    folder: Path,
    network: Network,
    features: Features,
    tags: Mapping[str, Sequence[str]],
    sample: Iterable[Batch],
) -> None:
    """Write the files that `kg_press` reads; `tags` are those of the heads that ship, and of the words."""
    folder.mkdir(parents=True, exist_ok=True)
    schemes = [scheme for scheme in tags if scheme != WORDS]
    model = to_onnx(network, schemes, sample)
    (folder / "press.onnx").write_bytes(model.SerializeToString())
    features.save(folder / "features.npz")
    (folder / "tags.json").write_text(json.dumps(tags, indent=1) + "\n", "utf-8")
    transitions: dict[str, Any] = {s: _numpy(network.crfs[s].transitions) for s in schemes}
    np.savez(folder / "transitions.npz", allow_pickle=False, **transitions)
