"""The custom actions of the bare bot."""
