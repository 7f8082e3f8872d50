"""Media files: what may be published as it is. See `inspect`."""
