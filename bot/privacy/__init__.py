"""Privacy: real personal data noticed in what is typed, and logs that hold no words of a conversation."""
