"""Wrong records: what is wrong with each, pinned to line, column, rule and sentence.

`python -m tests.wrong` writes `expected/` anew; look at the difference before it is committed.
"""
