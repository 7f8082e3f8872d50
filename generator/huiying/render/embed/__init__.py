"""Embeds: what other sites take into their pages (`files.outputs`)."""
