"""Analysis: a teacher's turn to labels, with the fragments that carry them."""
