"""Measurements: our turn beside Rasa's starter bot and a bare bot, the analysis alone, load and soak.

`uv run python -m bench --help` tells what can be chosen; docs/schaal.md what was found.
"""
