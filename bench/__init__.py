"""The benchmark: the same records built by us and by Hugo. See docs/bench.md."""
