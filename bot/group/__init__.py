"""Practising as a team: group exercises side by side, labelling together, a series. Pure: no web, no database."""
