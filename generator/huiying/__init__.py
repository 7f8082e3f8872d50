"""Huiying 回应: structured YAML records in, a city government's response site out."""

__version__ = "0.1.0"
