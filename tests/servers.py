"""Real SPARQL servers on this machine, started for a test and stopped after it."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sobkb.loading import find_files
from sobkb.querying import open_files

OXIGRAPH = shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or shutil.which("oxigraph")
VIRTUOSO = shutil.which("virtuoso-t")
ISQL = shutil.which("isql-vt") or shutil.which("isql-v")

VIRTUOSO_INI = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
MaxCheckpointRemap = 2000

[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql_port}
ServerThreads = 10
NumberOfBuffers = 20000
DirsAllowed = {folder}

[HTTPServer]
ServerPort = 127.0.0.1:{http_port}
ServerThreads = 5

[SPARQL]
ResultSetMaxRows = {most_rows}
"""


def free_port() -> int:
    """Return a port of this machine that nothing listens to."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def write_quads(places: Sequence[str | Path], target: Path) -> None:
    """Write files of any format as N-Quads."""
    from pyoxigraph import RdfFormat

    open_files(find_files([str(p) for p in places])).oxigraph.dump(output=str(target), format=RdfFormat.N_QUADS)


@contextmanager
def oxigraph(places: Sequence[str | Path], folder: Path, *, union: bool = False) -> Iterator[str]:
    """Serve files with Oxigraph; gives the address."""
    assert OXIGRAPH
    folder.mkdir(parents=True)
    write_quads(places, folder / "data.nq")
    store, port = str(folder / "store"), free_port()
    subprocess.run([OXIGRAPH, "load", "-l", store, "--file", str(folder / "data.nq")], check=True, capture_output=True)
    options = ["--union-default-graph"] if union else []
    command = [OXIGRAPH, "serve-read-only", "-l", store, "--bind", f"127.0.0.1:{port}", *options]
    with _running(command, folder):
        address = f"http://127.0.0.1:{port}/query"
        _await(f"{address}?query=ASK%7B%7D", 20)
        yield address


@contextmanager
def virtuoso(places: Sequence[str | Path], folder: Path, *, most_rows: int = 10_000) -> Iterator[str]:
    """Serve files with Virtuoso; gives the address. What stands in no graph is put into one."""
    assert VIRTUOSO
    assert ISQL
    folder.mkdir(parents=True)
    write_quads(places, folder / "data.nq")
    sql_port, http_port = free_port(), free_port()
    ini = folder / "virtuoso.ini"
    ini.write_text(
        VIRTUOSO_INI.format(folder=folder, sql_port=sql_port, http_port=http_port, most_rows=most_rows),
        encoding="utf-8",
    )
    with _running([VIRTUOSO, "-f", "-c", str(ini)], folder):
        _await(f"http://127.0.0.1:{http_port}/sparql?query=ASK%7B%7D", 90)
        load = (
            f"DB.DBA.TTLP_MT (file_to_string_output ('{folder}/data.nq'), '', 'http://example.org/data', 512);\n"
            "checkpoint;\n"
        )
        (folder / "load.isql").write_text(load, encoding="utf-8")
        done = subprocess.run(
            [ISQL, f"127.0.0.1:{sql_port}", "dba", "dba", str(folder / "load.isql")],
            capture_output=True,
            text=True,
            timeout=90,
            check=False,
        )
        if "Error" in done.stdout + done.stderr:
            raise RuntimeError(done.stdout + done.stderr)
        yield f"http://127.0.0.1:{http_port}/sparql"


@contextmanager
def _running(command: list[str], folder: Path) -> Iterator[None]:
    with (
        (folder / "server.log").open("wb") as log,
        subprocess.Popen(command, cwd=folder, stdout=log, stderr=log) as server,
    ):
        try:
            yield
        finally:
            server.terminate()
            try:
                server.wait(20)
            except subprocess.TimeoutExpired:
                server.kill()


def _await(address: str, seconds: float) -> None:
    """Wait until a server answers."""
    deadline = time.monotonic() + seconds
    while True:
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except urllib.error.HTTPError:
            return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)
