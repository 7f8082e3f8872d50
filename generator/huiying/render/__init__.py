"""Projection in, outputs out: pure functions, no disk, no network, no clock."""
