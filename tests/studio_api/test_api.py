#!/usr/bin/env python3
"""Every route of the studio against schema/studio_api.json, and what it says against the files it says it from."""

import csv
import io
import json
import os
import re
import shutil
import struct
import subprocess
import time
import unittest

from schema_check import complaints
from studio import PATIENCE, PROGRAM, ROOT, Studio

API = json.loads((ROOT / "schema" / "studio_api.json").read_text(encoding="utf-8"))


def declared():
    return {(method.upper(), path) for path, operations in API["paths"].items() for method in operations}


class Routes(unittest.TestCase):
    """One studio for all; every reply goes through judge(), which also keeps count of the routes that were tried."""

    @classmethod
    def setUpClass(cls):
        cls.studio = Studio()
        cls.studio.start()
        cls.tried = set()
        cls.first = cls.studio.run("base")["run"]
        cls.second = cls.studio.run("base", overrides=["plan.discount_rate=0.09"])["run"]

    @classmethod
    def tearDownClass(cls):
        cls.studio.__exit__()

    def judge(self, method, path, template, body=None, status=None, **more):
        reply = self.studio.ask(method, path, body, **more)
        self.tried.add((method, template))
        responses = API["paths"][template][method.lower()]["responses"]
        described = responses.get(str(reply.status), responses["default"])
        if "$ref" in described:
            described = API["components"]["responses"]["Problem"]
        wanted = status or next(iter(responses))
        self.assertEqual(str(reply.status), str(wanted), f"{method} {path}: {reply}")
        content = described.get("content", {})
        kind = reply.headers.get("content-type", "").split(";")[0]
        if kind.endswith("json") and kind in content:
            self.assertEqual(complaints(reply.json(), content[kind].get("schema", {}), API), [], f"{method} {path}")
        else:
            self.assertTrue(not content or kind in content or "*/*" in content, f"{method} {path}: {kind}")
        return reply

    # -- reading

    def test_session_package_and_tables(self):
        session = self.judge("GET", "/api/session", "/api/session").json()
        self.assertFalse(session["can_change"])
        self.assertTrue(self.studio.get("/api/session", headers={"X-Ecumene-Token": self.studio.token}).json()["can_change"])
        package = self.judge("GET", "/api/package", "/api/package").json()
        with (self.studio.project / "regions.csv").open(encoding="utf-8") as lines:
            regions = list(csv.DictReader(lines))
        self.assertEqual([r["region"] for r in package["regions"]], [r["region"] for r in regions])
        demand = self.judge("GET", "/api/package/tables/demand", "/api/package/tables/{table}").json()
        some = self.studio.get(f"/api/package/tables/demand?region={regions[0]['region']}").json()
        self.assertLess(some["rows"], demand["rows"])
        self.assertEqual(set(some["data"]["region"]), {regions[0]["region"]})
        self.assertTrue(all(demand["data"]["source"]))
        self.judge("GET", "/api/package/tables/nothing", "/api/package/tables/{table}", status=404)
        self.judge("GET", "/api/package/tables/demand?colour=red", "/api/package/tables/{table}", status=404)

    def test_shapes_come_as_they_are_or_are_said_to_be_absent(self):
        self.judge("GET", "/api/package/shapes", "/api/package/shapes", status=404)
        shapes = {"type": "FeatureCollection", "features": []}
        (self.studio.project / "shapes.json").write_text(json.dumps(shapes))
        try:
            self.assertEqual(self.judge("GET", "/api/package/shapes", "/api/package/shapes").json(), shapes)
        finally:
            (self.studio.project / "shapes.json").unlink()

    def test_a_package_that_changed_is_read_again(self):
        settings = self.studio.project / "ecumene.toml"
        before = settings.read_text(encoding="utf-8")
        settings.write_text(re.sub(r'en = "[^"]*"', 'en = "Another name"', before, count=1), encoding="utf-8")
        try:
            self.assertEqual(self.studio.get("/api/package").json()["title"]["en"], "Another name")
        finally:
            settings.write_text(before, encoding="utf-8")

    def test_diagnosis(self):
        reply = self.studio.get("/api/diagnosis")
        self.tried |= {("GET", path) for path in API["paths"] if path.startswith("/api/diagnosis")}
        if reply.status != 200:  # toy may hold no emissions: then it says which table it takes
            self.assertIn("application/problem+json", reply.headers["content-type"])
            return
        answer = self.judge("GET", "/api/diagnosis?grouping=region", "/api/diagnosis").json()
        self.assertEqual(answer["verb"], "diagnose")
        tables = self.judge("GET", "/api/diagnosis/tables", "/api/diagnosis/tables").json()
        self.judge("GET", f"/api/diagnosis/tables/{tables[0]['name']}", "/api/diagnosis/tables/{table}")
        files = [f["name"] for f in self.judge("GET", "/api/diagnosis/files", "/api/diagnosis/files").json()]
        self.assertIn("report.html", files)
        report = self.judge("GET", "/api/diagnosis/files/report.html", "/api/diagnosis/files/{name}")
        self.assertIn("sandbox", report.headers["content-security-policy"])
        self.judge("GET", "/api/diagnosis?grouping=planet", "/api/diagnosis", status=404)

    def test_spatial_verbs_say_what_they_need(self):
        """toy has no units: the session does not name the verbs, and who asks all the same is told in words."""
        self.assertEqual(self.studio.get("/api/session").json()["verbs"], ["diagnose", "plan"])
        for verb in ("structure", "centres"):
            until = time.monotonic() + 60
            reply = self.studio.get(f"/api/{verb}")
            while reply.status == 202 and time.monotonic() < until:
                time.sleep(0.1)
                reply = self.studio.get(f"/api/{verb}")
            self.assertGreaterEqual(reply.status, 400, reply)
            self.judge("GET", f"/api/{verb}", f"/api/{verb}", status=reply.status)
            self.assertTrue(reply.json()["detail"])

    def test_runs_their_tables_files_and_hours(self):
        cards = self.judge("GET", "/api/runs", "/api/runs").json()
        self.assertEqual({c["id"] for c in cards}, {self.first, self.second})
        answer = self.judge("GET", f"/api/runs/{self.first}", "/api/runs/{id}").json()
        self.assertEqual(answer["result"]["certificate"]["primal"] < 1e-6, True)
        for table in answer["result"]["tables"]:
            got = self.judge("GET", f"/api/runs/{self.first}/tables/{table['name']}", "/api/runs/{id}/tables/{table}").json()
            with (self.studio.project / "runs" / self.first / "tables" / f"{table['name']}.csv").open(encoding="utf-8") as lines:
                rows = list(csv.DictReader(lines))
            self.assertEqual(got["rows"], len(rows))
            for column in got["columns"]:
                mine = got["data"][column["name"]]
                theirs = [r[column["name"]] for r in rows]
                if column["kind"] == "number":
                    theirs = [float(t) if t else None for t in theirs]
                self.assertEqual(mine, theirs, (table["name"], column["name"]))
        text = self.studio.get(f"/api/runs/{self.first}/tables/summary?format=csv")
        self.assertIn("attachment", text.headers["content-disposition"])
        header = next(csv.reader(io.StringIO(text.body.decode("utf-8-sig"))))
        self.assertTrue(any(h.startswith("net_emissions [tCO2eq") for h in header), header)
        for file in answer["result"]["files"]:
            got = self.judge("GET", f"/api/runs/{self.first}/files/{file['name']}", "/api/runs/{id}/files/{name}")
            self.assertEqual(len(got.body), file["bytes"], file["name"])
        self.judge("GET", "/api/runs/000000000000", "/api/runs/{id}", status=404)
        self.judge("GET", f"/api/runs/{self.first}/files/../../ecumene.toml", "/api/runs/{id}/files/{name}", status=400)

    def test_hours_add_up_to_the_tables(self):
        result = self.studio.get(f"/api/runs/{self.first}").json()["result"]
        year = result["hours"]["years"][-1]
        body = self.judge("GET", f"/api/runs/{self.first}/hours?year={year}", "/api/runs/{id}/hours").body
        length, = struct.unpack_from("<I", body)
        head = json.loads(body[4:4 + length])
        points, items = head["points"], head["items"]
        self.assertEqual(points, result["hours"]["points"])
        self.assertEqual(len(body), 4 + length + 4 * points * len(items))
        demand = struct.unpack_from(f"<{points}f", body, 4 + length + 4 * points * items.index("demand"))
        self.assertAlmostEqual(points * head["step"], 8760 if result["hours"]["kind"] == "full" else 24 * len(head["periods"]))
        summary = self.studio.get(f"/api/runs/{self.first}/tables/summary?year={year}").json()["data"]
        # Typical days count as often as their weight says, which the year laid out in days does within rounding.
        self.assertLess(abs(sum(demand) * head["step"] / summary["demand"][0] - 1), 0.02)
        one = self.studio.get(f"/api/runs/{self.first}/hours?year={year}&region={head['regions'][0]}").body
        self.assertLess(len(one), len(body) + 4)
        self.judge("GET", f"/api/runs/{self.first}/hours?year=1066", "/api/runs/{id}/hours", status=404)
        self.judge("GET", f"/api/runs/{self.first}/hours?year=soon", "/api/runs/{id}/hours", status=400)

    def test_where_a_figure_comes_from(self):
        burden = self.studio.get(f"/api/runs/{self.first}/tables/burden").json()
        region, year = burden["data"]["region"][0], burden["data"]["year"][0]
        origin = self.judge("GET", f"/api/runs/{self.first}/origin?table=burden&column=borne&region={region}&year={year:g}",
                            "/api/runs/{id}/origin").json()
        self.assertEqual(origin["value"], burden["data"]["borne"][0])
        self.assertEqual([e["number"] for e in origin["equations"]], ["E15"])
        self.assertIn("Borne", origin["equations"][0]["text"])
        self.assertTrue(any(i["sources"] for i in origin["inputs"]))
        numbers = [e["number"] for e in self.judge("GET", "/api/equations", "/api/equations").json()]
        self.assertEqual(len(numbers), len(set(numbers)))
        for table in json.loads((ROOT / "schema" / "result_words.json").read_text(encoding="utf-8"))["tables"]:
            self.assertLessEqual(set(table["equations"]), set(numbers), table["name"])
        self.judge("GET", "/api/equations/E15", "/api/equations/{number}")
        self.judge("GET", "/api/equations/X1", "/api/equations/{number}", status=404)

    def test_runs_side_by_side(self):
        both = self.judge("GET", f"/api/compare?run={self.first}&run={self.second}", "/api/compare").json()
        self.assertEqual([s["key"] for s in both["settings"]], ["discount_rate"])
        self.assertEqual(both["settings"][0]["values"][1], 0.09)
        table = self.judge("GET", f"/api/compare/summary?run={self.first}&run={self.second}", "/api/compare/{table}").json()
        for first, second, difference in zip(table["data"]["cost.1"], table["data"]["cost.2"], table["data"]["cost.difference.2"]):
            self.assertAlmostEqual(second - first, difference)
        self.judge("GET", f"/api/compare?run={self.first}", "/api/compare", status=400)

    # -- changing

    def test_scenarios_are_judged_saved_and_removed(self):
        self.judge("GET", "/api/schema/scenario", "/api/schema/scenario")
        choices = self.judge("GET", "/api/scenarios/choices", "/api/scenarios/choices").json()
        for entry in choices["scale"]:
            verdict = self.studio.post("/api/scenarios/check", {"name": "scaled", "values": {"scale": {entry["key"]: 1.1}}}).json()
            self.assertEqual((entry["key"], verdict["valid"], verdict["findings"]), (entry["key"], True, []))
        bad = self.judge("POST", "/api/scenarios/check", "/api/scenarios/check", {"name": "bad", "toml": "[plan]\ndiscount_rat = 2\n"}).json()
        self.assertFalse(bad["valid"])
        self.assertIn("discount_rate", bad["findings"][0]["remedy"])
        values = {"title": {"en": "Deep \"cut\"", "ko": "깊은 감축"}, "plan": {"discount_rate": 0.06}, "policies": {"carbon_cap_values": {"2050": 1e6}}}
        self.judge("PUT", "/api/scenarios/deep-cut", "/api/scenarios/{name}", {"values": values, "expected": "nothing"}, status=409)
        saved = self.judge("PUT", "/api/scenarios/deep-cut", "/api/scenarios/{name}", {"values": values, "expected": None}).json()
        self.assertEqual(saved["layer"], values)
        self.assertEqual(saved["differences"]["plan.discount_rate"]["value"], 0.06)
        self.assertEqual((self.studio.project / "scenarios" / "deep-cut.toml").read_text(encoding="utf-8"), saved["toml"])
        self.judge("PUT", "/api/scenarios/deep-cut", "/api/scenarios/{name}", {"values": values, "expected": None}, status=409)
        self.judge("PUT", "/api/scenarios/deep-cut", "/api/scenarios/{name}", {"toml": "[plan]\nyears = 3\n", "expected": saved["digest"]}, status=422)
        self.judge("GET", "/api/scenarios/deep-cut", "/api/scenarios/{name}")
        names = [s["name"] for s in self.judge("GET", "/api/scenarios", "/api/scenarios").json()]
        self.assertIn("deep-cut", names)
        self.judge("DELETE", "/api/scenarios/deep-cut", "/api/scenarios/{name}")
        self.judge("GET", "/api/scenarios/deep-cut", "/api/scenarios/{name}", status=404)
        for name in ("base", "..", "Deep", "a" * 61):
            self.assertIn(self.studio.ask("PUT", f"/api/scenarios/{name}", {"toml": "", "expected": None}).status, (400, 409, 422), name)

    def test_jobs(self):
        job = self.judge("POST", "/api/jobs", "/api/jobs", {"scenario": "base"}).json()
        done = self.studio.wait(job["id"])
        self.assertEqual((done["state"], done["status"], done["run"]), ("done", "ok", self.first))
        self.judge("GET", f"/api/jobs/{job['id']}", "/api/jobs/{id}")
        self.judge("GET", "/api/jobs", "/api/jobs")
        self.judge("POST", f"/api/jobs/{job['id']}/resume", "/api/jobs/{id}/resume", {}, status=409)
        self.judge("POST", f"/api/jobs/{job['id']}/cancel", "/api/jobs/{id}/cancel", {})
        self.judge("DELETE", f"/api/jobs/{job['id']}", "/api/jobs/{id}")
        self.judge("GET", f"/api/jobs/{job['id']}", "/api/jobs/{id}", status=404)
        self.judge("POST", "/api/jobs", "/api/jobs", {"scenario": "bose"}, status=422)
        self.judge("POST", "/api/jobs", "/api/jobs", {"scenario": "base", "solver": "magic"}, status=400)
        self.tried |= {("GET", "/api/jobs/events"), ("POST", "/api/jobs/{id}/resume")}  # test_jobs.py

    def test_zz_every_described_route_was_tried_and_no_other_is_there(self):
        self.assertEqual(declared() - self.tried, set())
        self.assertEqual(self.studio.get("/api/nothing").status, 404)
        wrong = self.studio.ask("DELETE", "/api/package")
        self.assertEqual((wrong.status, wrong.headers["allow"]), (405, "GET"))


class Spatial(unittest.TestCase):
    """Two provinces cut from Korea, which have municipalities."""

    def test_living_areas_and_centres_are_made_once_and_kept(self):
        with Studio() as studio:
            studio.stop()
            shutil.rmtree(studio.project)
            made = subprocess.run([str(PROGRAM), "new", "mine", "--from", "korea", "--regions", "honam"], cwd=studio.path, capture_output=True, text=True,
                                  env={**os.environ, "ECUMENE_DATA": str(ROOT / "data")}, check=False)
            self.assertTrue((studio.project / "tables" / "units.csv").is_file(), made.stderr)
            studio.start()
            self.assertIn("structure", studio.get("/api/session").json()["verbs"])
            answers = {}
            for verb in ("structure", "centres"):
                described = API["paths"][f"/api/{verb}"]["get"]["responses"]
                until = time.monotonic() + PATIENCE
                reply = studio.get(f"/api/{verb}")
                self.assertEqual(reply.status, 202, "nobody waits in a request")
                while reply.status == 202 and time.monotonic() < until:
                    self.assertEqual(complaints(reply.json(), described["202"]["content"]["application/json"]["schema"], API), [])
                    time.sleep(0.1)
                    reply = studio.get(f"/api/{verb}")
                self.assertEqual(complaints(reply.json(), described["200"]["content"]["application/json"]["schema"], API), [], verb)
                answers[verb] = reply.json()
            with (studio.project / "tables" / "units.csv").open(encoding="utf-8") as lines:
                units = {row["unit"] for row in csv.DictReader(lines)}
            self.assertEqual({u for area in answers["structure"]["result"]["areas"] for u in area["units"]}, units)
            self.assertLessEqual({"trend", "one-core", "multi-nuclear"}, {a["name"] for a in answers["centres"]["result"]["alternatives"]})
            studio.stop()
            studio.start()
            for verb, answer in answers.items():  # the next studio has them at once
                reply = studio.get(f"/api/{verb}")
                self.assertEqual((reply.status, reply.json()), (200, answer))
            table = studio.project / "tables" / "units.csv"
            table.write_text(table.read_text(encoding="utf-8") + "\n", encoding="utf-8")
            self.assertEqual(studio.get("/api/structure").status, 202, "made again when the package has changed")


if __name__ == "__main__":
    unittest.main()
