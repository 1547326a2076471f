"""One training loop for teachers and student."""

from __future__ import annotations

import math
import random
import time
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from corpus import KINDS, Example
from encoder import Pieces, Reader, batches
from export import matrices, quantise_rows
from names import Names
from torch.nn.utils import parametrize


@dataclass
class Plan:
    """How long and how fast to train."""

    epochs: float
    rate: float
    head_rate: float = 0.0
    """Rate of the new heads, where they start from nothing; 0: that of the encoder."""
    batch: int = 32
    negatives: float = 0.3
    """Share of the ungraded negatives that an epoch sees."""
    lone: float = 0.3
    """Share of examples that lose title and neighbour."""
    swapped: float = 0.35
    """Share of examples with other names."""
    soft: float = 0.5
    """Weight of the teacher where there is a hard label as well."""
    levels: int = 0
    """Every forward pass sees the matrices rounded to ±levels, as the file will hold them; 0: as they are."""
    save_every: int = 200


class InLevels(torch.nn.Module):
    """A matrix as the file will hold it. Its gradient passes as if nothing were rounded (straight-through estimator)."""

    def __init__(self, weight: torch.Tensor, levels: int):
        super().__init__()
        self.levels = levels
        self.register_buffer("scales", torch.from_numpy(quantise_rows(weight.detach().numpy(), levels)[1])[:, None])

    def forward(self, weight: torch.Tensor) -> torch.Tensor:
        rounded = torch.clamp(torch.round(weight / self.scales), -self.levels, self.levels) * self.scales
        return weight + (rounded - weight).detach()


KIND_INDEX = {k: i for i, k in enumerate(KINDS)}


def targets(e: Example) -> dict:
    kind = None
    if e.kind:
        kind = np.zeros(len(KINDS), np.float32)
        kind[KIND_INDEX[e.kind]] = 1.0
        if e.second:
            kind[KIND_INDEX[e.kind]] = 0.75
            kind[KIND_INDEX[e.second]] += 0.25
    grade = None
    if e.grade is not None:
        grade = np.eye(3, dtype=np.float32)[e.grade]
    elif e.grade_soft is not None:
        grade = np.array(e.grade_soft, np.float32)
    return {"grade": grade, "claim": e.claim, "announcement": e.announcement, "kind": kind}


def loss_of(logits: dict, chosen: list[Example], soft: list[dict | None], share: float) -> torch.Tensor:
    """Mean of the heads' losses, each over the examples that have a target for it."""
    total = torch.zeros(())
    for name in ("grade", "kind"):
        rows, goal, weight = [], [], []
        for i, e in enumerate(chosen):
            hard = targets(e)[name]
            taught = soft[i][name] if soft[i] is not None else None
            if taught is not None and name == "kind" and hard is None:
                # The teacher's kind counts as far as it thinks that there is anything to name.
                fair = float(soft[i]["grade"][1:].sum())
                if fair < 0.2:
                    continue
                w = fair
            else:
                w = 1.0
            if hard is None and taught is None:
                continue
            goal.append(hard if taught is None else taught if hard is None else (1 - share) * hard + share * taught)
            rows.append(i)
            weight.append(w * (e.weight if taught is None else 1.0))
        if rows:
            w = torch.tensor(weight)
            each = -(torch.tensor(np.array(goal)) * F.log_softmax(logits[name][rows].float(), -1)).sum(-1)
            total = total + (each * w).sum() / max(len(chosen) / 2, w.sum().item()) * (1.0 if name == "grade" else 0.6)
    for name in ("claim", "announcement"):
        rows, goal = [], []
        for i, e in enumerate(chosen):
            hard = getattr(e, name)
            taught = float(soft[i][name][0]) if soft[i] is not None else None
            if hard is None and taught is None:
                continue
            goal.append(hard if taught is None else taught if hard is None else (1 - share) * hard + share * taught)
            rows.append(i)
        if rows:
            each = F.binary_cross_entropy_with_logits(
                logits[name][rows, 0].float(), torch.tensor(goal, dtype=torch.float32), reduction="sum")
            total = total + 0.25 * each / max(len(chosen) / 2, len(rows))
    return total


def is_plain_negative(e: Example) -> bool:
    # 0.9 is what a near miss of the catalogue has: nobody doubts that it is left alone.
    may_be_fair = e.grade_soft is not None and e.grade_soft[0] < 0.9
    return e.grade is None and not e.claim and not e.announcement and not may_be_fair


def fit(model: Reader, pieces: Pieces, examples: list[Example], plan: Plan, checkpoint: Path, say,
        soft: dict[str, dict] | None = None, seed: int = 1, after_epoch=None) -> None:
    """Trains in place. Stops and goes on: the checkpoint holds weights, optimiser and step; order is drawn from the seed."""
    for p in model.base.embeddings.parameters():
        p.requires_grad = False
    names = Names(examples)
    rounded = list(matrices(model).values()) if plan.levels else []
    for part in rounded:
        parametrize.register_parametrization(part, "weight", InLevels(part.weight, plan.levels))
    try:
        fit_prepared(model, pieces, examples, plan, checkpoint, say, names, soft or {}, seed, after_epoch)
    finally:
        for part in rounded:
            parametrize.remove_parametrizations(part, "weight", leave_parametrized=True)


def fit_prepared(model: Reader, pieces: Pieces, examples: list[Example], plan: Plan, checkpoint: Path, say, names: Names,
                 soft: dict[str, dict], seed: int, after_epoch) -> None:
    heads = list(model.heads.parameters())
    base = [p for p in model.base.parameters() if p.requires_grad]
    optimiser = torch.optim.AdamW([
        {"params": [p for p in base if p.dim() > 1], "weight_decay": 0.01, "top": plan.rate},
        {"params": [p for p in base if p.dim() <= 1], "weight_decay": 0.0, "top": plan.rate},
        {"params": heads, "weight_decay": 0.01, "top": plan.head_rate or plan.rate},
    ], lr=plan.rate)
    steps_done = 0
    if checkpoint.exists():
        saved = torch.load(checkpoint, weights_only=True)
        model.load_state_dict(saved["model"])
        if saved.get("done"):
            return
        optimiser.load_state_dict(saved["optimiser"])
        steps_done = saved["step"]
        say(f"going on from step {steps_done}")
    positives = [e for e in examples if e.id in soft or not is_plain_negative(e)]
    negatives = [e for e in examples if e.id not in soft and is_plain_negative(e)]
    whole = math.ceil(plan.epochs)
    schedule = []
    for epoch in range(whole):
        rng = random.Random(f"{seed}/{epoch}")
        chosen = positives + rng.sample(negatives, int(len(negatives) * plan.negatives))
        rng.shuffle(chosen)
        if epoch == whole - 1 and plan.epochs % 1:
            chosen = chosen[: int(len(chosen) * (plan.epochs % 1))]
        schedule.append(chosen)
    per_epoch = [math.ceil(len(c) / plan.batch) for c in schedule]
    total = sum(per_epoch)
    warm = max(1, int(total * 0.06))
    step, started, seen, running = 0, time.time(), 0, []
    for epoch, chosen in enumerate(schedule):
        rng = random.Random(f"{seed}/{epoch}/words")
        rows = []
        for e in chosen:
            text, previous, title = e.text, e.previous, e.title
            if rng.random() < plan.swapped:
                text, previous, title = names.swap(rng, text, previous, title)
            draw = rng.random()
            if draw < plan.lone:
                previous, title = "", ""
            elif draw < plan.lone * 1.4:
                previous = ""
            elif draw < plan.lone * 1.8:
                title = ""
            rows.append(pieces.row(text, previous, title))
        # Like lengths together within chunks of 20 batches: less padding, order still random.
        order: list[int] = []
        chunk = plan.batch * 20
        for at in range(0, len(chosen), chunk):
            part = sorted(range(at, min(at + chunk, len(chosen))), key=lambda i: len(rows[i][0]))
            groups = [part[i : i + plan.batch] for i in range(0, len(part), plan.batch)]
            rng.shuffle(groups)
            order += [i for g in groups for i in g]
        model.train()
        for picked, ids, mask, types in batches(rows, order, plan.batch, pieces.pad):
            step += 1
            if step <= steps_done:
                continue
            for group in optimiser.param_groups:
                group["lr"] = group["top"] * min(step / warm, max(0.02, (total - step) / max(1, total - warm)))
            with torch.autocast("cpu", dtype=torch.bfloat16):
                logits = model(ids, mask, types)
            own = [chosen[i] for i in picked]
            loss = loss_of(logits, own, [soft.get(e.id) for e in own], plan.soft)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            seen += len(picked)
            running.append(loss.item())
            if step % 50 == 0:
                speed = seen / (time.time() - started)
                left = (total - step) * plan.batch / speed
                say(f"step {step}/{total}  loss {sum(running[-50:]) / 50:.4f}  {speed:.0f} sentences/s  {left / 60:.0f} min left")
            if step % plan.save_every == 0:
                save(checkpoint, model, optimiser, step)
        if after_epoch and step > steps_done:
            after_epoch(epoch)
    save(checkpoint, model, None, step, done=True)


def save(path: Path, model, optimiser, step: int, done: bool = False) -> None:
    """Written beside and renamed, so that a stop in between leaves the one before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    state = {"model": model.state_dict(), "step": step, "done": done}
    if optimiser is not None:
        state["optimiser"] = optimiser.state_dict()
    beside = path.with_suffix(".part")
    torch.save(state, beside)
    beside.replace(path)
