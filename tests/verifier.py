"""A verifier that knows docs/trust.md and nothing of ours: python verifier.py TREE [HEAD]."""

import hashlib
import json
import sys
from pathlib import Path


def sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""


def faults(tree: Path, earlier: Path | None = None) -> list[str]:
    """What is wrong with a published tree, in no particular words."""
    root, kept = json.loads((tree / "manifest.json").read_bytes()), tree / "manifest/kept.json"
    wanted = {each["path"]: each["sha256"] for kind in ("records", "files") for each in root[kind]["shards"]}  # fmt: skip  # noqa: E501
    for shard in [each["path"] for each in root["files"]["shards"]]:
        wanted |= json.loads((tree / shard).read_bytes())["files"] if sha(tree / shard) else {}
    wanted |= json.loads(kept.read_bytes())["files"] if kept.is_file() else {}
    line = (tree / "log/head.json").read_text()
    head = json.loads(line)
    found, digest, at, known = [], head["entry"], "9", {"log/head.json", "manifest.json"}
    for n in range(head["n"], 0, -1):
        entry, path = json.loads((tree / f"log/{n}.json").read_bytes()), f"log/{n}.json"
        found += [path] if sha(tree / path) != digest or entry["n"] != n or entry["at"] > at else []
        if n == head["n"]:
            wanted["manifest.json"] = entry["manifest"]
            wanted |= {"manifest/kept.json": entry["kept"]} if entry["kept"] else {}
        if earlier and json.loads(earlier.read_bytes()) == {"format": 1, "n": n, "entry": digest}:
            earlier = None
        known.add(path)
        digest, at = entry["previous"], entry["at"]
    found += ["head"] * (line != json.dumps(head, sort_keys=True, separators=(",", ":")) + "\n")
    there = {p.relative_to(tree).as_posix() for p in tree.rglob("*") if not p.is_dir()}
    found += [path for path in there - known - wanted.keys() if path[0] != "."]
    found += [path for path, seal in wanted.items() if sha(tree / path) != seal]
    return found + (["forked"] if earlier else []) + (["log"] if digest is not None else [])


if __name__ == "__main__":
    sys.exit("\n".join(faults(Path(sys.argv[1]), *map(Path, sys.argv[2:3]))) or 0)
