"""Measuring the analysis: scores, their confidence, baselines, and hands left out one at a time."""
