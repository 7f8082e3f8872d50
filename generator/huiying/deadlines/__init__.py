"""Time limits of answers: which ones a profile sets, and how a record stands against them."""
