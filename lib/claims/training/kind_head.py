"""Fits the head that names kinds once more, on what the finished network makes of every sentence with a kind."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from corpus import Example
from encoder import Pieces, Reader, batches
from fit import targets

PULL = 1e-4
"""How strongly the weights are held to where they were, those on the mean of the pieces to nothing."""
STEPS = 200
RATE = 0.01
OWN = 0.5
"""What a sentence of our own making counts; one of the corpus counts its own weight."""


@torch.no_grad()
def vectors_of(model: Reader, pieces: Pieces, examples: list[Example], size: int = 64) -> torch.Tensor:
    """The two vectors of each example from which the head reads, side by side."""
    model.eval()
    rows = [pieces.row(e.text, e.previous, e.title) for e in examples]
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]))
    out = torch.zeros(len(rows), 2 * model.base.config.hidden_size)
    for chosen, ids, mask, types in batches(rows, order, size, pieces.pad):
        out[chosen] = torch.cat(model.vectors(ids, mask, types), 1)
    return out


def weight_of(e: Example) -> float:
    """What an example counts. Where a grade is soft, its kind was guessed beside it, and counts as far as the sentence is fair."""
    weight = OWN if e.id.startswith(("made", "catalogue")) else e.weight
    if e.grade is not None or e.claim or e.announcement or e.grade_soft is None:
        return weight
    return weight * (1 - e.grade_soft[0])


def as_sure_as(logits: torch.Tensor, before: torch.Tensor) -> float:
    """The factor that makes logits as sure on average as those before: thresholds of probability stay what they were."""

    def sure(z: torch.Tensor) -> float:
        return float(torch.softmax(z, 1).max(1).values.mean())

    low, high = 0.2, 5.0
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if sure(logits * middle) < sure(before) else (low, middle)
    return (low + high) / 2


def fit_kind_head(model: Reader, pieces: Pieces, examples: list[Example]) -> None:
    """
    Teaches the head in place, and lets it see the mean of the sentence's pieces as they enter the last layer; nothing else of the network moves.

    While all is trained together, what the teachers say of sentences without a label weighs most, and the head stops short of what the
    labels could teach it. And what a sentence is about stands in its words more than in the one vector that was made to grade it.
    """
    own = [e for e in examples if e.kind and weight_of(e) > 0]
    vectors = vectors_of(model, pieces, own)
    goal = torch.tensor(np.array([targets(e)["kind"] for e in own]))
    weight = torch.tensor([weight_of(e) for e in own])
    head, extra = model.heads["kind"], model.see_pieces()
    start = torch.cat([head.weight, extra.weight], 1).detach()
    before = (vectors @ start.T + head.bias).detach()
    w, b = start.clone().requires_grad_(), head.bias.detach().clone().requires_grad_()
    optimiser = torch.optim.Adam([w, b], lr=RATE)
    for step in range(STEPS):
        for group in optimiser.param_groups:
            group["lr"] = RATE * (1 - step / STEPS)
        missed = -(goal * F.log_softmax(vectors @ w.T + b, 1)).sum(1)
        loss = (missed * weight).sum() / weight.sum() + PULL * ((w - start) ** 2).sum()
        optimiser.zero_grad()
        loss.backward()
        optimiser.step()
    width = head.in_features
    with torch.no_grad():
        scale = as_sure_as(vectors @ w.T + b, before)
        head.weight.copy_(w[:, :width] * scale)
        extra.weight.copy_(w[:, width:] * scale)
        head.bias.copy_(b * scale)
