"""The real yaml-language-server over its standard streams, spoken to as an editor does.

In: a folder with `.vscode/settings.json`. Out: what the server answers about documents in it:
problems, completions, hovers. The server takes the settings of that file and no others.
"""

import json
import os
import subprocess
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from tests.conftest import is_proof

FOLDER = Path(__file__).resolve().parent / "node"
PROGRAM = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
TIMEOUT_S = 60


def find_node(tool: Any) -> list[str]:
    """The command that starts the server; `make proof` installs it, a sample is skipped without."""
    node = tool("node")
    if not PROGRAM.exists() and not is_proof():
        pytest.skip("no tests/node/node_modules: run `npm ci` there")
    if not PROGRAM.exists():
        npm = [tool("npm"), "ci", "--no-audit", "--no-fund"]
        done = subprocess.run(npm, cwd=FOLDER, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    return [node, str(PROGRAM), "--stdio"]


class LanguageServer:
    """One running server with the settings of a folder."""

    def __init__(self, command: list[str], folder: Path) -> None:
        self.folder = folder
        text = (folder / ".vscode" / "settings.json").read_text(encoding="utf-8")
        self.settings = _tree(json.loads(text))
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.number = 0
        self.answers: dict[int, Queue[Any]] = {}
        self.problems: dict[str, Queue[list[Any]]] = {}
        self.lock = threading.Lock()
        threading.Thread(target=self._listen, daemon=True).start()
        workspace = {"uri": folder.as_uri(), "name": folder.name}
        completion = {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}
        capabilities = {
            "workspace": {"configuration": True, "workspaceFolders": True},
            "textDocument": {"completion": {"completionItem": completion}, "hover": {}},
        }
        self.ask(
            "initialize",
            processId=os.getpid(),
            rootUri=folder.as_uri(),
            workspaceFolders=[workspace],
            capabilities=capabilities,
            locale="zh-cn",
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings={})

    def close(self) -> None:
        """Shut the server down as an editor does."""
        self.ask("shutdown")
        self.tell("exit")
        self.process.wait(TIMEOUT_S)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()

    # -- what an editor asks -----------------------------------------------------------------------

    @contextmanager
    def showing(self, name: str, text: str) -> Iterator[tuple[str, list[Any]]]:
        """Show a text under a file's name: its address and its problems."""
        uri = (self.folder / name).as_uri()
        found = self.problems.setdefault(uri, Queue())
        # A new number each time: the server keeps what it parsed under address and version.
        self.number += 1
        document = {"uri": uri, "languageId": "yaml", "version": self.number, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        yield uri, found.get(timeout=TIMEOUT_S)
        self.tell("textDocument/didClose", textDocument={"uri": uri})
        assert found.get(timeout=TIMEOUT_S) == []

    def check(self, name: str, text: str) -> list[str]:
        """Lines and messages of the problems of a text: `3: 缺少“标题”。`"""
        with self.showing(name, text) as (_, found):
            return [f"{it['range']['start']['line'] + 1}: {it['message']}" for it in found]

    def complete(self, name: str, text: str) -> list[Mapping[str, Any]]:
        """What is offered where the text has a `|`."""
        items: list[Mapping[str, Any]] = self._at("textDocument/completion", name, text)["items"]
        return items

    def hover(self, name: str, text: str) -> str:
        """What is shown over the place where the text has a `|`."""
        answer = self._at("textDocument/hover", name, text)
        return str(answer["contents"]["value"]) if answer else ""

    def _at(self, method: str, name: str, text: str) -> Any:
        before, _, after = text.partition("|")
        place = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        with self.showing(name, before + after) as (uri, _):
            return self.ask(method, textDocument={"uri": uri}, position=place)

    # -- JSON-RPC ----------------------------------------------------------------------------------

    def ask(self, method: str, **params: Any) -> Any:
        """The answer to a request."""
        self.number += 1
        number = self.number
        answer = self.answers[number] = Queue()
        self._send({"id": number, "method": method, "params": params})
        found = answer.get(timeout=TIMEOUT_S)
        assert "error" not in found, found
        return found["result"]

    def tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: Mapping[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        with self.lock:
            assert self.process.stdin is not None
            self.process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
            self.process.stdin.flush()

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while True:
            length = 0
            while (line := stream.readline().strip()) or not length:
                if not line:
                    return
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
            self._take(json.loads(stream.read(length)))

    def _take(self, message: Any) -> None:
        if "method" not in message:
            self.answers[message["id"]].put(message)
        elif message["method"] == "textDocument/publishDiagnostics":
            params = message["params"]
            self.problems.setdefault(params["uri"], Queue()).put(params["diagnostics"])
        elif "id" in message:
            self._send({"id": message["id"], "result": self._result(message)})

    def _result(self, message: Any) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        items = message["params"]["items"]
        return [self.settings.get(item["section"]) for item in items]


def _tree(settings: Mapping[str, Any]) -> dict[str, Any]:
    """`{"yaml.hover": true}` as `{"yaml": {"hover": true}}`, as an editor hands settings on."""
    tree: dict[str, Any] = {}
    for name, value in settings.items():
        section, _, rest = name.partition(".")
        if name.startswith("["):
            tree[name] = value
            continue
        branch = tree.setdefault(section, {})
        *above, last = rest.split(".")
        for part in above:
            branch = branch.setdefault(part, {})
        branch[last] = value
    return tree
