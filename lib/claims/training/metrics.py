"""
Average precision, recall at a precision, and kinds, as training watches them. Of these only the `merit` ones rank as `npm run eval` does
(CONTRIBUTING.md, "Read a score"); `ap_fair` and `ap_prime` rank by one probability each, and `kind` is over all fair sentences, not the marks.
"""

from __future__ import annotations

import numpy as np


def average_precision(scores: np.ndarray, positive: np.ndarray) -> float:
    order = np.argsort(-scores, kind="stable")
    hits = positive[order].astype(float)
    if hits.sum() == 0:
        return float("nan")
    return float((np.cumsum(hits) / np.arange(1, len(hits) + 1) * hits).sum() / hits.sum())


def recall_at_precision(scores: np.ndarray, fair: np.ndarray, prime: np.ndarray, wanted: float) -> tuple[float, float]:
    """The best recall of prime sentences where at least `wanted` of the marks are fair, and its threshold."""
    order = np.argsort(-scores, kind="stable")
    precision = np.cumsum(fair[order]) / np.arange(1, len(order) + 1)
    recall = np.cumsum(prime[order]) / max(1, prime.sum())
    good = np.flatnonzero(precision >= wanted)
    if not len(good):
        return 0.0, 1.0
    best = good[-1]
    return float(recall[best]), float(scores[order][best])


def report(p: np.ndarray, grade: np.ndarray, kinds: np.ndarray | None = None, gold: list[set[int]] | None = None) -> dict:
    """`p` is n x 3 probabilities of the grades, `grade` their labels."""
    fair, prime = grade >= 1, grade == 2
    score = p[:, 1] + p[:, 2]
    merit = 0.5 * score + 0.5 * p[:, 2]
    out = {
        "ap_fair": average_precision(score, fair), "ap_prime": average_precision(p[:, 2], prime),
        "ap_fair_merit": average_precision(merit, fair), "ap_prime_merit": average_precision(merit, prime),
    }
    for wanted in (0.7, 0.8, 0.9):
        out[f"r{int(wanted * 100)}"], out[f"t{int(wanted * 100)}"] = recall_at_precision(merit, fair, prime, wanted)
    if kinds is not None and gold is not None:
        own = [i for i in range(len(gold)) if gold[i]]
        out["kind"] = float(np.mean([kinds[i].argmax() in gold[i] for i in own])) if own else float("nan")
    return {k: round(v, 4) for k, v in out.items()}
