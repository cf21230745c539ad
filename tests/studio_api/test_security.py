#!/usr/bin/env python3
"""What the studio must not do, whoever asks: raw sockets, because no honest client would send this."""

import json
import pathlib
import socket
import tempfile
import threading
import time
import unittest

from studio import Studio


class Security(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        bundle = pathlib.Path(cls.folder.name) / "bundle"
        (bundle / "assets").mkdir(parents=True)
        (bundle / "index.html").write_text("<!doctype html><title>page</title>")
        (bundle / "assets" / "app-1234.js").write_text("plain")
        (bundle / "assets" / "app-1234.js.gz").write_text("small")
        (bundle.parent / "secret.txt").write_text("secret")
        (bundle / "link.txt").symlink_to(bundle.parent / "secret.txt")
        cls.studio = Studio(bundle=bundle)
        cls.studio.start()

    @classmethod
    def tearDownClass(cls):
        cls.studio.__exit__()
        cls.folder.cleanup()

    def raw(self, data, patience=30, half_close=False):
        """Sends bytes, reads until the other side closes; (status, everything)."""
        with socket.create_connection(("127.0.0.1", self.studio.port), timeout=patience) as s:
            try:
                s.sendall(data)
                if half_close:
                    s.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # refused before it was all sent
            got = b""
            try:
                while piece := s.recv(65536):
                    got += piece
            except OSError:
                pass
        return (int(got.split(b" ", 2)[1]) if got.startswith(b"HTTP/") else 0), got

    def request(self, target="/api/session", method="GET", headers=(), host=None, body=b""):
        host = f"127.0.0.1:{self.studio.port}" if host is None else host
        lines = [f"{method} {target} HTTP/1.1", f"Host: {host}", *headers, "", ""]
        return self.raw("\r\n".join(lines).encode() + body)

    def word(self, got):
        return json.loads(got.split(b"\r\n\r\n", 1)[1])["type"].rsplit(":", 1)[1]

    def test_no_path_leaves_what_is_handed_out(self):
        for target in ("/../secret.txt", "/..%2fsecret.txt", "/%2e%2e/secret.txt", "/assets/../../secret.txt", "/assets/..%5c..%5csecret.txt",
                       "//etc/passwd", "/etc/passwd", "/link.txt", "/api/runs/../../ecumene.toml", "/api/runs/%2e%2e/%2e%2e/ecumene.toml",
                       "/api/package/tables/../../ecumene", "/api/package/tables/..%2f..%2fecumene", "/api/scenarios/..%2fecumene",
                       "/api/runs/aaaaaaaaaaaa/files/..%2f..%2fecumene.toml", "/index.html%00.js", "/api/scenarios/%00", "/." , "/..", "/assets/"):
            status, got = self.request(target)
            self.assertIn(status, (400, 404), target)
            self.assertNotIn(b"secret\n", got, target)
            self.assertNotIn(b"format = 1", got, target)

    def test_only_our_own_names_are_hosts(self):
        for host in ("evil.example", f"evil.example:{self.studio.port}", "127.0.0.1", f"127.0.0.1:{self.studio.port}.evil.example", f"127.0.0.1:{self.studio.port + 1}", "",
                     f"localhost.evil.example:{self.studio.port}", f"0.0.0.0:{self.studio.port}", f"127.0.0.1:{self.studio.port}@evil.example"):
            for target in ("/api/session", "/"):
                status, got = self.request(target, host=host)
                self.assertEqual((status, self.word(got)), (421, "foreign-host"), host)
        for host in (f"localhost:{self.studio.port}", f"[::1]:{self.studio.port}"):
            self.assertEqual(self.request(host=host)[0], 200, host)
        status, got = self.request(headers=["Host: evil.example"])
        self.assertEqual(status, 421)

    def test_other_pages_may_not_ask(self):
        own = f"http://127.0.0.1:{self.studio.port}"
        for origin in ("http://evil.example", "null", f"https://127.0.0.1:{self.studio.port}", own + ".evil.example", "http://127.0.0.1:1", own + "/"):
            status, got = self.request(headers=[f"Origin: {origin}"])
            self.assertEqual((status, self.word(got)), (403, "foreign-origin"), origin)
        self.assertEqual(self.request(headers=[f"Origin: {own}"])[0], 200)
        status, got = self.request("/api/jobs", "POST", [f"X-Ecumene-Token: {self.studio.token}", "Sec-Fetch-Site: cross-site", "Content-Length: 0"])
        self.assertEqual((status, self.word(got)), (403, "foreign-origin"))
        for _, got in (self.request(), self.request("/")):
            self.assertNotIn(b"access-control-allow", got.lower())

    def test_nothing_changes_without_the_token(self):
        for method, target in (("POST", "/api/jobs"), ("PUT", "/api/scenarios/x"), ("DELETE", "/api/scenarios/x"), ("POST", "/api/scenarios/check"),
                               ("POST", "/api/jobs/1/cancel"), ("DELETE", "/api/jobs/1"), ("PATCH", "/api/jobs"), ("OPTIONS", "/api/jobs")):
            for token in (None, "", "0" * 64, self.studio.token[:-1], self.studio.token + "0", self.studio.token.upper() + " "):
                if token is not None and token.strip().lower() == self.studio.token:
                    continue
                headers = ["Content-Length: 2", "Content-Type: application/json"] + ([f"X-Ecumene-Token: {token}"] if token is not None else [])
                status, got = self.request(target, method, headers, body=b"{}")
                self.assertEqual((status, self.word(got)), (403, "no-token"), (method, target, token))
        self.assertEqual(self.studio.get("/api/jobs").json(), [])

    def test_the_token_is_told_to_nobody_and_new_with_every_start(self):
        for target in ("/", "/api/session", "/api/package", "/api/jobs", "/api/scenarios"):
            self.assertNotIn(self.studio.token.encode(), self.request(target)[1], target)
        other = Studio()
        other.start()
        try:
            self.assertNotEqual(other.token, self.studio.token)
            self.assertNotEqual(other.port, self.studio.port)
        finally:
            other.__exit__()

    def test_every_answer_forbids_what_a_page_needs_not(self):
        for target in ("/", "/api/session", "/nothing", "/assets/app-1234.js"):
            head = self.request(target)[1].split(b"\r\n\r\n")[0].decode().lower()
            for wanted in ("content-security-policy: default-src 'none'", "x-content-type-options: nosniff", "referrer-policy: no-referrer", "frame-ancestors 'none'"):
                self.assertIn(wanted, head, target)
            self.assertNotIn("unsafe", head)
        self.assertIn(b"421", self.request(host="evil")[1][:20])

    def test_too_much_is_refused_before_it_is_read(self):
        token = f"X-Ecumene-Token: {self.studio.token}"
        begun = time.monotonic()
        status, got = self.request("/api/jobs", "POST", [token, "Content-Type: application/json", "Content-Length: 9999999999"], body=b"{")
        self.assertEqual((status, self.word(got)), (413, "too-large"))
        self.assertLess(time.monotonic() - begun, 5)
        big = b'{"scenario": "' + b"a" * (2 << 20) + b'"}'
        self.assertEqual(self.request("/api/jobs", "POST", [token, "Content-Type: application/json", f"Content-Length: {len(big)}"], body=big)[0], 413)
        status, got = self.request("/api/jobs", "POST", [token, "Content-Type: application/json", "Transfer-Encoding: chunked"], body=b"2\r\n{}\r\n0\r\n\r\n")
        self.assertEqual(status, 411)
        for bad in ("-1", "two", "1e3", "0x10"):
            self.assertEqual(self.request("/api/jobs", "POST", [token, "Content-Type: application/json", f"Content-Length: {bad}"], body=b"{}")[0], 400, bad)
        self.assertIn(self.request("/" + "a" * 5000)[0], (400, 414))
        self.assertIn(self.request("/" + "a" * 20000)[0], (0, 400, 414))
        self.assertIn(self.request(headers=["X-Long: " + "a" * 20000])[0], (0, 400, 431))
        # A head without end is cut off at its size.
        status, _ = self.raw(f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{self.studio.port}\r\n".encode() + b"X: y\r\n" * 400_000)
        self.assertIn(status, (0, 400, 431))
        self.assertEqual(self.studio.get("/api/session").status, 200)

    def test_malformed_bodies_are_told_what_is_wrong(self):
        for body, status in ((b"", 400), (b"{", 400), (b"[]", 400), (b"null", 400), (b'"x"', 400), (b"\xff\xfe", 400), (b'{"scenario": 3}', 400),
                             (b'{"overrides": "x"}', 400), (b'{"overrides": [1]}', 400), (b'{"time_limit_seconds": -1}', 400), (b'{"time_limit_seconds": 1e999}', 400),
                             (b'{"fresh": 1}', 400), (b'{"rm": "-rf"}', 400), (b"[" * 5000, 400), (b'{"a":' * 3000, 400), (b'{"scenario": "../../etc"}', 422),
                             (b'{"overrides": ["plan.years=["]}', 422), (b'{"regions": "atlantis"}', 422)):
            reply = self.studio.ask("POST", "/api/jobs", body, headers={"Content-Type": "application/json"})
            self.assertEqual(reply.status, status, (body[:40], str(reply)))
            problem = reply.json()
            self.assertTrue(problem["detail"] and problem["both"]["title"]["ko"], problem)
        reply = self.studio.ask("POST", "/api/jobs", b"{}", headers={"Content-Type": "text/plain"})
        self.assertEqual(reply.status, 415)
        korean = self.studio.post("/api/jobs", {"rm": 1}, headers={"Accept-Language": "ko-KR,ko;q=0.9"}).json()
        self.assertEqual(korean["title"], korean["both"]["title"]["ko"])
        self.assertEqual(self.studio.get("/api/jobs").json(), [])

    def test_what_is_no_http_is_no_matter(self):
        for data in (b"\x00" * 1000, b"\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"SSH-2.0-x\r\n", b"\x16\x03\x01\x02\x00\x01", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"):
            status, _ = self.raw(data, half_close=True)
            self.assertIn(status, (0, 400, 421), data)
        self.assertEqual(self.studio.get("/api/session").status, 200)

    def test_headers_cannot_be_split(self):
        _, got = self.request("/api/package/tables/demand?format=csv&region=%0d%0aSet-Cookie:%20x=1")
        self.assertNotIn(b"\nSet-Cookie", got)
        _, got = self.request("/api/scenarios/x%0d%0aSet-Cookie:%20x=1")
        self.assertNotIn(b"\nSet-Cookie", got)

    def test_many_ranges_are_not_many_files(self):
        self.assertEqual(self.request("/assets/app-1234.js", headers=["Range: bytes=" + ",".join(["0-"] * 500)])[0], 400)

    def test_slow_clients_hold_up_nobody_and_are_let_go(self):
        slow = []
        for _ in range(60):
            s = socket.create_connection(("127.0.0.1", self.studio.port), timeout=40)
            s.sendall(f"GET /api/session HTTP/1.1\r\nHost: 127.0.0.1:{self.studio.port}\r\n".encode())
            slow.append(s)
        is_over = threading.Event()

        def drip():  # one byte a second: each single wait is short
            while not is_over.wait(1.0):
                for s in slow:
                    try:
                        s.sendall(b"X")
                    except OSError:
                        pass

        thread = threading.Thread(target=drip)
        thread.start()
        begun = time.monotonic()
        self.assertEqual(self.studio.get("/api/session").status, 200)
        self.assertLess(time.monotonic() - begun, 5)
        try:
            for s in slow:
                while True:
                    try:
                        if not s.recv(65536):
                            break
                    except ConnectionError:
                        break
        finally:
            is_over.set()
            thread.join()
            for s in slow:
                s.close()
        self.assertLess(time.monotonic() - begun, 35)

    def test_the_bundle_is_handed_out_small_where_that_is_understood(self):
        plain = self.studio.get("/assets/app-1234.js")
        self.assertEqual((plain.body, plain.headers.get("content-encoding")), (b"plain", None))
        small = self.studio.get("/assets/app-1234.js", headers={"Accept-Encoding": "gzip, br"})
        self.assertEqual((small.body, small.headers["content-encoding"], small.headers["content-type"]), (b"small", "gzip", "text/javascript; charset=utf-8"))
        self.assertIn("immutable", small.headers["cache-control"])
        self.assertEqual(self.studio.get("/").body, self.studio.get("/index.html").body)
        self.assertEqual(self.studio.get("/").headers["cache-control"], "no-cache")
        head = self.studio.ask("HEAD", "/", headers={"X-Ecumene-Token": None})
        self.assertEqual((head.status, head.body), (200, b""))

    def test_only_this_machine_can_reach_it(self):
        listening = pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]
        mine = [line.split()[1] for line in listening if line.split()[3] == "0A" and int(line.split()[1].split(":")[1], 16) == self.studio.port]
        self.assertEqual([address.split(":")[0] for address in mine], ["0100007F"])


class WithoutBundle(unittest.TestCase):
    def test_the_first_page_says_how_to_get_it(self):
        with Studio() as studio:
            page = studio.get("/").body.decode()
            self.assertIn("./dev studio", page)
            self.assertIn("스튜디오", page)


if __name__ == "__main__":
    unittest.main()
