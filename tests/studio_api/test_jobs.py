#!/usr/bin/env python3
"""Runs from the studio: followed, cancelled, resumed, and never lost; many pages at once."""

import http.client
import json
import socket
import time
import unittest

from studio import Studio

LONG = ["time.resolution=full", "time.step=1"]  # of toy: seconds, not minutes
PAGES = 64


class Stream:
    """An open progress stream, read event by event."""

    def __init__(self, studio, query=""):
        self.connection = http.client.HTTPConnection("127.0.0.1", studio.port, timeout=60)
        self.connection.request("GET", "/api/jobs/events" + query)
        self.response = self.connection.getresponse()

    def event(self):
        """(name, data) of the next event; comments and retry are passed over."""
        name, data = None, None
        while True:
            line = self.response.readline().decode().rstrip("\n")
            if line.startswith("event: "):
                name = line[7:]
            elif line.startswith("data: "):
                data = json.loads(line[6:])
            elif not line and name:
                return name, data

    def close(self):
        self.response.close()
        self.connection.close()


class Jobs(unittest.TestCase):
    def setUp(self):
        self.studio = Studio(environment={"ECUMENE_CHECKPOINT_SECONDS": "0"})
        self.studio.start()

    def tearDown(self):
        self.studio.__exit__()

    def begin(self, overrides=None):
        """Asks for a long plan and waits until it solves."""
        job = self.studio.post("/api/jobs", {"scenario": "base", "overrides": overrides or LONG}).json()["id"]
        stream = Stream(self.studio, f"?job={job}")
        while True:
            name, data = stream.event()
            if name == "job" and data["state"] == "running" and data["detail"].startswith("iteration"):
                break
            self.assertNotIn(data.get("state"), ("done", "failed"), "it ended before it was seen to solve")
        stream.close()
        return job

    def test_a_run_is_followed_from_the_queue_to_its_end(self):
        stream = Stream(self.studio)
        job = self.studio.post("/api/jobs", {"scenario": "base"}).json()["id"]
        states, stages, lines = [], set(), []
        while not states or states[-1] not in ("done", "failed"):
            name, data = stream.event()
            if name == "log":
                lines.append(data["text"]["ko"])
            else:
                self.assertEqual(data["id"], job)
                if not states or states[-1] != data["state"]:
                    states.append(data["state"])
                stages.add(data["stage"]["en"])
        stream.close()
        self.assertEqual([s for s in states if s != "queued"], ["running", "done"])
        self.assertIn("Reading the package", stages)
        self.assertTrue(lines)
        self.assertEqual([line["text"]["ko"] for line in self.studio.get(f"/api/jobs/{job}").json()["log"]], lines)
        self.assertIn(data["run"], [r["id"] for r in self.studio.get("/api/runs").json()])

    def test_cancel_and_resume(self):
        job = self.begin()
        self.studio.post(f"/api/jobs/{job}/cancel")
        cancelled = self.studio.wait(job)
        self.assertEqual((cancelled["state"], cancelled["is_resumable"]), ("cancelled", True))
        self.assertTrue(cancelled["problem"]["detail"])
        self.assertEqual(self.studio.get("/api/runs").json(), [])
        self.assertEqual(self.studio.post(f"/api/jobs/{job}/resume").status, 202)
        self.assertEqual(self.studio.wait(job)["state"], "done")

    def test_a_waiting_run_is_cancelled_without_beginning(self):
        self.begin()
        waiting = self.studio.post("/api/jobs", {"scenario": "base"}).json()
        self.assertEqual((waiting["state"], waiting["position"]), ("queued", 1))
        self.assertEqual(self.studio.post(f"/api/jobs/{waiting['id']}/cancel").json()["state"], "cancelled")
        self.assertEqual(self.studio.get(f"/api/jobs/{waiting['id']}").json()["started"], None)

    def test_a_killed_studio_loses_no_run(self):
        running = self.begin()
        waiting = self.studio.post("/api/jobs", {"scenario": "base"}).json()["id"]
        self.studio.kill()
        self.studio.start()
        for job in (running, waiting):
            ended = self.studio.wait(job)
            self.assertEqual((ended["state"], ended["status"]), ("done", "ok"), ended)
        self.assertEqual(len(self.studio.get("/api/runs").json()), 2)

    def test_a_studio_that_is_closed_goes_on_with_its_run(self):
        job = self.begin()
        self.assertEqual(self.studio.stop(), 0)
        self.studio.start()
        self.assertEqual(self.studio.wait(job)["state"], "done")

    def test_what_brings_a_studio_down_again_and_again_waits_to_be_asked(self):
        job = self.begin()
        for _ in range(3):
            self.studio.kill()
            self.studio.start()
            time.sleep(0.5)
        found = self.studio.get(f"/api/jobs/{job}").json()
        if found["state"] != "done":  # a fast machine may have finished in between
            self.assertEqual((found["state"], found["is_resumable"]), ("interrupted", True))
            self.studio.post(f"/api/jobs/{job}/resume")
            self.assertEqual(self.studio.wait(job)["state"], "done")

    def test_two_studios_do_not_share_one_queue(self):
        with self.assertRaisesRegex(AssertionError, "another studio is open"):
            first = self.studio.process
            try:
                self.studio.start()
            finally:
                self.studio.process = first

    def test_an_infeasible_plan_is_an_answer(self):
        job = self.studio.run("base", overrides=["policies.carbon_cap_values={2030=-1e12}"])
        self.assertEqual((job["state"], job["status"]), ("done", "infeasible"), job)
        self.assertTrue(self.studio.get(f"/api/runs/{job['run']}").json()["result"]["conflicts"])

    def test_many_open_pages_keep_the_studio_answering_and_free_their_place(self):
        streams = [Stream(self.studio) for _ in range(PAGES)]
        begun = time.monotonic()
        for _ in range(20):
            self.assertEqual(self.studio.get("/api/package").status, 200)
        self.assertLess(time.monotonic() - begun, 20)
        job = self.studio.post("/api/jobs", {"scenario": "base"}).json()["id"]
        for stream in streams:
            name, data = stream.event()
            self.assertEqual((name, data["id"]), ("job", job))
        self.studio.wait(job)
        # Past the cap a page is told so, in words, and everything else goes on.
        more, refused = [], None
        for _ in range(40):
            stream = Stream(self.studio)
            if stream.response.status != 200:
                refused = json.loads(stream.response.read())
                break
            more.append(stream)
        self.assertEqual(refused["type"].rsplit(":", 1)[1], "busy")
        self.assertEqual(self.studio.get("/api/session").status, 200)
        for stream in streams + more:
            stream.close()
        until = time.monotonic() + 20
        while time.monotonic() < until:
            again = Stream(self.studio)
            status = again.response.status
            again.close()
            if status == 200:
                break
            time.sleep(0.2)
        self.assertEqual(status, 200)

    def test_a_closed_tab_frees_its_place_without_news(self):
        for _ in range(3):
            streams = [Stream(self.studio) for _ in range(70)]
            self.assertTrue(all(s.response.status == 200 for s in streams))
            for stream in streams:
                stream.connection.sock and stream.connection.sock.shutdown(socket.SHUT_RDWR)
                stream.close()
            time.sleep(3)


if __name__ == "__main__":
    unittest.main()
