"""Custom actions: each reads the tracker, calls one function of a pure library, returns events."""
