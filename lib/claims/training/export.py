"""Quantises the student and writes the one file that ships. lib/claims/network/model-file.ts reads it."""

from __future__ import annotations

import json
import struct
from pathlib import Path

import numpy as np
import torch
from corpus import KINDS
from encoder import HEADS, Lengths, Reader
from student import build_student

FORMAT = 1
MAGIC = b"PEELNET\0"


class ModelFileError(Exception):
    """A file of weights that cannot be read; the message names it."""


def quantise_rows(weight: np.ndarray, levels: int) -> tuple[np.ndarray, np.ndarray]:
    """int8 with one scale a row, within ±levels; the scale that loses least among a few that clip the tails or use fewer levels.

    A row that already lies on the levels of such a scale is given back as it is."""
    peak = np.abs(weight).max(1, keepdims=True)
    best = np.full((len(weight), 1), np.inf)
    scale = peak / levels
    for steps in (*range(levels, levels // 2, -1), levels / 0.9, levels / 0.8, levels / 0.7, levels / 0.6):
        tried = np.maximum(peak / steps, 1e-12)
        lost = ((np.clip(np.round(weight / tried), -levels, levels) * tried - weight) ** 2).sum(1, keepdims=True)
        scale = np.where(lost < best, tried, scale)
        best = np.minimum(lost, best)
    q = np.clip(np.round(weight / np.maximum(scale, 1e-12)), -levels, levels)
    return q.astype(np.int8), np.maximum(scale, 1e-12).astype(np.float32)[:, 0]


def shortened(weight: torch.Tensor) -> np.ndarray:
    """Floats of which the last 15 bits are nought, so that half of each packs to nothing: as near as one part in 500."""
    bits = np.ascontiguousarray(weight.detach().float().numpy()).view(np.uint32)
    return ((bits + 0x4000) & np.uint32(0xFFFF8000)).view(np.float32)


def shorten_heads_in_place(model: Reader) -> None:
    """Rounds the weights of the heads to what packs to half, before they are measured and written."""
    with torch.no_grad():
        for head in model.heads.values():
            head.weight.copy_(torch.from_numpy(shortened(head.weight)))


def matrices(model: Reader) -> dict[str, torch.nn.Module]:
    """Every part that is quantised, but for the embeddings, by the name it has in the file."""
    base = model.base
    out: dict[str, torch.nn.Module] = {}
    for i, layer in enumerate(base.encoder.layer):
        attention = layer.attention
        out[f"{i}.query"] = attention.self.query
        out[f"{i}.key"] = attention.self.key
        out[f"{i}.value"] = attention.self.value
        out[f"{i}.attended"] = attention.output.dense
        out[f"{i}.wide"] = layer.intermediate.dense
        out[f"{i}.narrow"] = layer.output.dense
    return out


def in_levels(weight: torch.Tensor, levels: int) -> torch.Tensor:
    q, s = quantise_rows(weight.detach().numpy(), levels)
    return torch.from_numpy(q.astype(np.float32) * s[:, None])


def embeddings_in_levels(model: Reader, levels: int) -> None:
    """Gives the model the very embeddings that the file will hold."""
    with torch.no_grad():
        words = model.base.embeddings.word_embeddings.weight
        words.copy_(in_levels(words, levels))


def quantised_in_place(model: Reader, levels: int, embedding_levels: int) -> None:
    """Gives the model, but for its heads, the very weights that the file will hold, to measure and to compare with."""
    with torch.no_grad():
        for part in matrices(model).values():
            part.weight.copy_(in_levels(part.weight, levels))
    embeddings_in_levels(model, embedding_levels)


def write_model(model: Reader, vocabulary: list[str], lengths: Lengths, path: Path, levels: int, embedding_levels: int) -> int:
    """Returns the size in bytes."""
    model = model.eval().float()
    base = model.base
    tensors: list[tuple[str, np.ndarray]] = []

    def add(name: str, value) -> None:
        tensors.append((name, value.detach().numpy() if isinstance(value, torch.Tensor) else value))

    emb = base.embeddings
    q, s = quantise_rows(emb.word_embeddings.weight.detach().numpy(), embedding_levels)
    add("words", q)
    add("words.scales", s)
    longest = lengths.text + lengths.previous + lengths.title + 4
    add("positions", emb.position_embeddings.weight[:longest].float())
    add("segments", emb.token_type_embeddings.weight.float())
    add("start.gain", emb.LayerNorm.weight)
    add("start.shift", emb.LayerNorm.bias)
    for name, part in matrices(model).items():
        q, s = quantise_rows(part.weight.detach().numpy(), levels)
        add(name, q)
        add(f"{name}.scales", s)
        add(f"{name}.bias", part.bias)
    for i, layer in enumerate(base.encoder.layer):
        add(f"{i}.attended.gain", layer.attention.output.LayerNorm.weight)
        add(f"{i}.attended.shift", layer.attention.output.LayerNorm.bias)
        add(f"{i}.narrow.gain", layer.output.LayerNorm.weight)
        add(f"{i}.narrow.shift", layer.output.LayerNorm.bias)
    for name in HEADS:
        add(f"head.{name}", model.heads[name].weight.float())
        add(f"head.{name}.bias", model.heads[name].bias.float())
    table, blob = [], bytearray()
    for name, value in tensors:
        while len(blob) % 16:
            blob.append(0)
        kind = "i8" if value.dtype == np.int8 else "f32"
        raw = np.ascontiguousarray(value if kind == "i8" else value.astype("<f4")).tobytes()
        table.append({"name": name, "type": kind, "shape": list(value.shape), "at": len(blob)})
        blob += raw
    while len(blob) % 16:
        blob.append(0)
    config = base.config
    header = json.dumps({
        "layers": len(base.encoder.layer), "width": config.hidden_size, "heads": config.num_attention_heads,
        "wide": config.intermediate_size,
        "lengths": {"text": lengths.text, "previous": lengths.previous, "title": lengths.title},
        "kinds": KINDS, "bytes": len(blob), "checksum": fnv(blob), "vocabulary": vocabulary, "tensors": table,
    }, ensure_ascii=False, separators=(",", ":")).encode()
    header += b" " * (-(len(header) + 16) % 16)
    whole = MAGIC + struct.pack("<II", FORMAT, len(header)) + header + bytes(blob)
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(".part")
    beside.write_bytes(whole)
    beside.replace(path)
    return len(whole)


def read_model(path: Path) -> tuple[Reader, list[str]]:
    """The network of a file that `write_model` wrote, and its vocabulary.

    @raise ModelFileError where it is no such file, or a damaged one
    """
    raw = path.read_bytes()
    version, header_size = struct.unpack("<II", raw[8:16]) if len(raw) > 16 else (0, 0)
    if raw[:8] != MAGIC or version != FORMAT:
        raise ModelFileError(f"{path} is no network of format {FORMAT}")
    header = json.loads(raw[16 : 16 + header_size])
    blob = raw[16 + header_size :]
    if len(blob) != header["bytes"] or fnv(blob) != header["checksum"] or header["kinds"] != KINDS:
        raise ModelFileError(f"{path} is damaged, or knows other kinds")
    stored: dict[str, torch.Tensor] = {}
    for t in header["tensors"]:
        values = np.frombuffer(blob, np.int8 if t["type"] == "i8" else "<f4", int(np.prod(t["shape"])), t["at"])
        stored[t["name"]] = torch.from_numpy(values.reshape(t["shape"]).astype(np.float32))

    model = build_student(header["vocabulary"], header["layers"])
    base = model.base
    with torch.no_grad():
        base.embeddings.word_embeddings.weight.copy_(stored["words"] * stored["words.scales"][:, None])
        base.embeddings.position_embeddings.weight[: len(stored["positions"])] = stored["positions"]
        base.embeddings.token_type_embeddings.weight.copy_(stored["segments"])
        base.embeddings.LayerNorm.weight.copy_(stored["start.gain"])
        base.embeddings.LayerNorm.bias.copy_(stored["start.shift"])
        for name, part in matrices(model).items():
            part.weight.copy_(stored[name] * stored[f"{name}.scales"][:, None])
            part.bias.copy_(stored[f"{name}.bias"])
        for i, layer in enumerate(base.encoder.layer):
            for name, norm in (("attended", layer.attention.output.LayerNorm), ("narrow", layer.output.LayerNorm)):
                norm.weight.copy_(stored[f"{i}.{name}.gain"])
                norm.bias.copy_(stored[f"{i}.{name}.shift"])
        for name in HEADS:
            model.heads[name].weight.copy_(stored[f"head.{name}"])
            model.heads[name].bias.copy_(stored[f"head.{name}.bias"])
    return model, header["vocabulary"]


def fnv(data: bytes | bytearray) -> int:
    """FNV-1a over the sums of blocks of 65,536 32-bit words: a file that was cut short or changed is known in a moment."""
    words = np.frombuffer(bytes(data), "<u4")
    h = 0x811C9DC5
    for at in range(0, len(words), 65536):
        part = int(words[at : at + 65536].astype(np.uint64).sum() & 0xFFFFFFFF)
        h = ((h ^ part) * 0x01000193) & 0xFFFFFFFF
    return h
