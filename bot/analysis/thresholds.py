"""Thresholds and calibration, chosen on turns of hands the network did not see."""

from __future__ import annotations

import numpy as np

from bot.analysis.encoder import Array

BETA, BETA_STRICT = 1.0, 0.6
SMALLEST, LARGEST = 0.15, 0.9


def sigmoid(z: Array) -> Array:
    """Give probabilities for logits."""
    p: Array = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
    return p


def _best(p: Array, gold: Array, beta: float) -> float:
    order = np.argsort(-p)
    hits = np.cumsum(gold[order])
    wrong = np.cumsum(1 - gold[order])
    weight = beta * beta
    score = (1 + weight) * hits / ((1 + weight) * hits + weight * (gold.sum() - hits) + wrong + 1e-9)
    smooth = np.convolve(score, np.ones(5) / 5, mode="same") if len(score) > 5 else score
    at = int(smooth.argmax())
    following = p[order[min(at + 1, len(order) - 1)]]
    return float((p[order[at]] + following) / 2)


def calibrate(z: Array, gold: Array) -> tuple[float, float]:
    """Fit probability = sigmoid(a z + b) on held-out logits (Platt), by a few Newton steps."""
    a, b = 1.0, 0.0
    for _ in range(25):
        p = sigmoid(a * z + b)
        error, spread = p - gold, p * (1 - p) + 1e-6
        gradient = np.array([(error * z).sum(), error.sum()])
        hessian = np.array(
            [[(spread * z * z).sum() + 1, (spread * z).sum()], [(spread * z).sum(), spread.sum() + 1]]
        )
        step = np.linalg.solve(hessian, gradient)
        a, b = a - step[0], b - step[1]
    return float(a), float(b)


def choose_thresholds(logits: Array, gold: Array, counts: Array, strict: Array) -> tuple[Array, Array]:
    """Give a threshold on the calibrated probability per label, and the calibration (a, b) per label."""
    labels = gold.shape[1]
    thresholds = np.full(labels, 0.5, np.float32)
    slope = np.tile(np.array([1.0, 0.0], np.float32), (labels, 1))
    for j in range(labels):
        counted = (counts[:, j] > 0) | (gold[:, j] > 0)
        z, y = logits[counted, j], gold[counted, j]
        if y.sum() < 5:
            continue
        slope[j] = calibrate(z, y)
        p = sigmoid(slope[j, 0] * z + slope[j, 1])
        best = _best(p, y, BETA_STRICT if strict[j] else BETA)
        thresholds[j] = min(LARGEST, max(SMALLEST, best))
    return thresholds, slope
