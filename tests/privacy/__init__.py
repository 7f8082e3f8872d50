"""Tests of what finds personal data."""
