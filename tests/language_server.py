"""The real yaml-language-server over its standard streams, spoken to as an editor does.

In: a folder with `.vscode/settings.json`. Out: what the server answers about documents in it:
problems, completions, hovers. The server takes the settings of that file and no others.
"""

import json
import os
import subprocess
import threading
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from queue import Queue
from typing import Any

import pytest

from tests.conftest import is_proof

FOLDER = Path(__file__).resolve().parent / "node"
PROGRAM = FOLDER / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
TIMEOUT_S = 60


def find_server(tool: Callable[[str], str]) -> list[str]:
    """The command that starts the server; without it a sample is skipped and a proof fails."""
    node = tool("node")
    if not PROGRAM.exists() and is_proof():
        pytest.fail("tests/node/node_modules is not there")
    if not PROGRAM.exists():
        pytest.skip("tests/node/node_modules is not there: run `npm ci` in tests/node")
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
        # It fetches the settings when it likes: they are there once a wrong text has a problem.
        ready = any(self.check("content/site.yml", "x: y\n") for _ in range(TIMEOUT_S))
        assert ready, "the server has not taken the settings"

    def close(self) -> None:
        """Shut the server down as an editor does."""
        self.ask("shutdown")
        self.tell("exit")
        self.process.wait(TIMEOUT_S)
        for stream in (self.process.stdin, self.process.stdout):
            assert stream is not None
            stream.close()

    # -- what an editor asks -----------------------------------------------------------------------

    def show(self, name: str, text: str) -> str:
        """Open a text as a file of that name; its address, which no other text has."""
        self.number += 1
        # A folder of its own: what the server says of one text is then never said of another.
        uri = (self.folder / str(self.number) / name).as_uri()
        self.problems[uri] = Queue()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def check_all(self, name: str, texts: Iterable[str]) -> list[list[str]]:
        """Lines and messages of the problems of each text: `3: 缺少“标题”。请补写。`

        All at once: the server waits a fifth of a second before it looks at a text.
        """
        shown = [self.show(name, text) for text in texts]
        found = [self.problems[uri].get(timeout=TIMEOUT_S) for uri in shown]
        for uri in shown:
            self.tell("textDocument/didClose", textDocument={"uri": uri})
        return [
            [f"{it['range']['start']['line'] + 1}: {it['message']}" for it in problems]
            for problems in found
        ]

    def check(self, name: str, text: str) -> list[str]:
        """The problems of one text."""
        return self.check_all(name, [text])[0]

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
        uri = self.show(name, before + after)
        answer = self.ask(method, textDocument={"uri": uri}, position=place)
        self.tell("textDocument/didClose", textDocument={"uri": uri})
        return answer

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
