"""Starts `ecumene studio` on a copy of data/toy and talks to it as a browser would.

    with Studio() as studio:
        status, headers, body = studio.get("/api/session")
        job = studio.post("/api/jobs", {"scenario": "base"}).json()
"""

import http.client
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(os.environ.get("ECUMENE_ROOT", pathlib.Path(__file__).resolve().parents[2]))
PROGRAM = pathlib.Path(os.environ.get("ECUMENE_PROGRAM", ROOT / "build/dev/bin/ecumene"))
PATIENCE = 240  # seconds, for a plan of toy on a busy machine


class Reply:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)

    def __str__(self):
        return f"{self.status} {self.body[:600]!r}"


class Studio:
    """In a working folder of its own, which outlives the process: start() and kill() it as often as wanted."""

    def __init__(self, bundle=None, environment=None):
        self._folder = tempfile.TemporaryDirectory(prefix="ecumene-studio-test-")
        self.path = pathlib.Path(self._folder.name)
        self.project = self.path / "mine"
        shutil.copytree(ROOT / "data" / "toy", self.project)
        self.bundle = bundle or self.path / "no-bundle"
        self.environment = environment or {}
        self.process = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        if self.process is not None:
            self.stop()
        self._folder.cleanup()

    def start(self, *more):
        kept = {k: v for k, v in os.environ.items() if k in ("PATH", "HOME", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS")}
        self.log = (self.path / "log").open("w+")
        self.process = subprocess.Popen(
            [str(PROGRAM), "studio", "mine", "--no-open", "--bundle", str(self.bundle), "--lang", "en", *more], cwd=self.path,
            env={**kept, "LANG": "C.UTF-8", "ECUMENE_DATA": str(ROOT / "data"), **self.environment}, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=self.log)
        until = time.monotonic() + 60
        while time.monotonic() < until:
            found = re.search(r"http://127\.0\.0\.1:(\d+)/#token=([0-9a-f]{64})", (self.path / "log").read_text())
            if found:
                self.port, self.token = int(found[1]), found[2]
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        raise AssertionError("the studio did not start: " + (self.path / "log").read_text())

    def stop(self):
        """As Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        code = self.process.wait(timeout=60)
        self.process = None
        self.log.close()
        return code

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process = None
        self.log.close()

    def ask(self, method, path, body=None, headers=None, timeout=60):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        sent = dict(headers or {})
        if method not in ("GET", "HEAD") and "X-Ecumene-Token" not in sent:
            sent["X-Ecumene-Token"] = self.token
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            sent.setdefault("Content-Type", "application/json")
        connection.request(method, path, body=body, headers={k: v for k, v in sent.items() if v is not None})
        response = connection.getresponse()
        reply = Reply(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        connection.close()
        return reply

    def get(self, path, **more):
        return self.ask("GET", path, **more)

    def post(self, path, body=None, **more):
        return self.ask("POST", path, body if body is not None else {}, **more)

    def wait(self, job, wanted=("done", "failed", "cancelled")):
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            found = self.get(f"/api/jobs/{job}").json()
            if found["state"] in wanted:
                return found
            time.sleep(0.1)
        raise AssertionError(f"job {job} is still {found}")

    def run(self, scenario="base", **more):
        """Plans and gives the finished job."""
        reply = self.post("/api/jobs", {"scenario": scenario, **more})
        assert reply.status == 202, reply
        return self.wait(reply.json()["id"])


if not PROGRAM.is_file():
    print(f"{PROGRAM} is not built", file=sys.stderr)
