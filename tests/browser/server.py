"""Starts the dashboard, or any Streamlit script, on a free port of this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
START_SECONDS = 60


@dataclass(frozen=True, slots=True)
class Server:
    """A running Streamlit: its address without a closing slash, its process, and the file its log goes to."""

    url: str
    pid: int
    log: Path


@contextmanager
def serve(script: Path = ROOT / "app.py", *, data: Path | None = None, folder: Path = ROOT, more: str = "") -> Iterator[Server]:
    """Run a Streamlit script until the block ends; the settings are those of `folder` and `more`, never the user's own."""
    with socket.socket() as free, tempfile.TemporaryDirectory() as home:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        environment = {**os.environ, "HOME": home} | ({"PRESSLENS_DATA": str(data)} if data else {})
        options = f"--server.address=localhost --server.port={port} --server.headless=true --server.fileWatcherType=none {more}"
        log = Path(home) / "server.log"
        with log.open("wb") as output:
            process = subprocess.Popen(
                [sys.executable, "-m", "streamlit", "run", str(script), *options.split()],
                cwd=folder,
                env=environment,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
        try:
            _wait(process, f"http://localhost:{port}", log)
            yield Server(f"http://localhost:{port}", process.pid, log)
        finally:
            process.terminate()
            process.wait()


def resident_megabytes(pid: int) -> float:
    """Read how much memory a process holds right now (Linux)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(line.split()[1]) / 1024


def _wait(process: subprocess.Popen[bytes], url: str, log: Path) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            urllib.request.urlopen(f"{url}/_stcore/health").close()
        except urllib.error.URLError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"Streamlit did not start:\n{log.read_text(errors='replace')}")
