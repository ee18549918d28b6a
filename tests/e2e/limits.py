"""Every limit is told as a problem document that names it, and the server goes on."""

import http.client
import socket
import threading
import time
import unittest

from harness import Answer, ServerTest

HOST = b"Host: localhost\r\n"


class LimitTest(ServerTest):
    def check(self, answer, status, limit):
        self.assertEqual(answer.status, status, answer)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        self.assertEqual(answer.json["status"], status)
        self.assertIn(limit, answer.json["detail"])

    def send(self, data):
        """The answer to one request as it stands."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as connection:
            connection.sendall(data)
            response = http.client.HTTPResponse(connection)
            response.begin()
            return Answer(response, response.read())


class HeadLimits(LimitTest):
    def test_what_is_too_long_is_refused_by_its_name(self):
        for target, fields, status, limit in (
                (b"/" + b"a" * 8191, b"", 404, "there is nothing at"),
                (b"/" + b"a" * 8192, b"", 414, "8192 bytes"),
                (b"/" + b"a" * 50000, b"", 414, "8192 bytes"),
                (b"/api/v1/events?actor=" + b"a" * 8172, b"", 414, "8192 bytes"),
                (b"/api/v1/events?" + b"a&" * 300, b"", 400, "256 URL parameters"),
                (b"/x", b"X: " + b"a" * 16000 + b"\r\n", 404, "there is nothing at"),
                (b"/healthz", b"X: " + b"a" * 16400 + b"\r\n", 431, "16384 bytes"),
                (b"/healthz", b"X: " + b"a" * 50000 + b"\r\n", 431, "16384 bytes"),
                (b"/healthz", b"Cookie: " + b"a=b; " * 400 + b"\r\nX: " + b"a" * 16400 + b"\r\n", 431, "16384 bytes"),
                (b"/healthz", b"X: a\r\n" * 128, 431, "128 header fields")):
            with self.subTest(target=target[:20], size=len(target), fields=len(fields)):
                self.check(self.send(b"GET " + target + b" HTTP/1.1\r\n" + HOST + fields + b"\r\n"), status, limit)
                self.assertEqual(self.get("/healthz").status, 200)

    def test_as_much_as_is_allowed_is_read(self):
        query = b"/api/v1/events?" + b"&".join(b"actor=a%d" % i for i in range(256))
        for target, fields in ((b"/api/v1/events?actor=" + b"a" * 8171, b""), (query, b""),
                               (b"/healthz", b"X: a\r\n" * 127)):
            with self.subTest(target=target[:20], fields=len(fields)):
                self.assertEqual(self.send(b"GET " + target + b" HTTP/1.1\r\n" + HOST + fields + b"\r\n").status, 200)

    def test_a_target_may_be_absolute(self):
        for target, status in ((b"http://localhost/healthz", 200), (b"http://127.0.0.1:%d/api/v1/events?limit=1" %
                               self.server.port, 200), (b"http://localhost", 200), (b"HTTP://localhost/healthz", 200), (b"http://example.org/healthz", 421),
                               (b"http:///healthz", 421), (b"https://localhost/healthz", 404)):
            with self.subTest(target=target):
                answer = self.send(b"GET " + target + b" HTTP/1.1\r\n" + HOST + b"\r\n")
                self.assertEqual(answer.status, status, answer)

    def test_a_host_is_asked_for_and_blanks_are_refused(self):
        for request, detail in ((b"GET /healthz HTTP/1.1\r\n\r\n", "Host is missing"),
                                (b"GET /healthz x HTTP/1.1\r\n" + HOST + b"\r\n", "blank"),
                                (b"GET /api/v1/events?actor=a\tb HTTP/1.1\r\n" + HOST + b"\r\n", "blank"),
                                (b"GET /healthz HTTP/1.1\r\n" + HOST + b"Content-Length : 5\r\n\r\nhello", "blank")):
            with self.subTest(request=request):
                self.check(self.send(request), 400, detail)
        self.assertEqual(self.send(b"GET /healthz HTTP/1.0\r\n\r\n").status, 200)


class ConnectionLimit(LimitTest):
    settings = ("--connection-limit", "3")

    def test_a_connection_too_many_is_told_so_and_closed(self):
        self.assertEqual(self.get("/healthz").status, 200)
        with self.server.connect() as second, self.server.connect() as third:
            self.assertEqual(second.get("/healthz").status, 200)
            self.assertEqual(third.get("/healthz").status, 200)
            for _ in range(100):
                with self.server.connect() as further:
                    answer = further.get("/healthz")
                    self.check(answer, 503, "3 connections are open (the setting connection-limit)")
                    self.assertEqual((answer.headers["Retry-After"], answer.headers["Connection"]), ("1", "close"))
            for connection in (self.connection, second, third):
                self.assertEqual(connection.get("/healthz").status, 200)
        self.await_status("/healthz", 200)

    def await_status(self, path, status):
        """The server takes note of a closed connection a moment later."""
        deadline = time.monotonic() + 20
        while True:
            with self.server.connect() as connection:
                got = connection.get(path).status
            if got == status or time.monotonic() > deadline:
                break
        self.assertEqual(got, status)


class OpenFiles(LimitTest):
    runner = ("prlimit", "--nofile=64:4096")

    def test_files_are_asked_for(self):
        with open("/proc/%d/limits" % self.server.process.pid, encoding="ascii") as limits:
            soft, = (int(line.split()[3]) for line in limits if line.startswith("Max open files"))
        self.assertGreater(soft, 1000)
        self.assertFalse(any("warning" in line for line in self.server.log), self.server.log)


class TooFewFiles(LimitTest):
    runner = ("prlimit", "--nofile=64:200")

    def test_too_few_files_are_warned_of(self):
        self.assertTrue(any("warning connection-limit 1000 needs" in line for line in self.server.log), self.server.log)


class QueueLimit(LimitTest):
    settings = ("--queue-limit", "1", "--threads", "4")

    def test_a_write_too_many_is_told_so_and_changes_nothing(self):
        """Many writers at once: each write is either stored or refused, and some are refused."""
        answers = []

        def write(writer):
            with self.server.connect() as connection:
                for number in range(200):
                    name = "w%d-%d" % (writer, number)
                    answers.append((name, connection.post({"id": name, "published": "2025-03-17", "text": "Snow."})))

        deadline = time.monotonic() + 60
        while all(answer.status == 201 for _, answer in answers) and time.monotonic() < deadline:
            for name, _ in answers:
                self.connection.delete(name)
            answers.clear()
            writers = [threading.Thread(target=write, args=(writer,)) for writer in range(8)]
            for writer in writers:
                writer.start()
            for writer in writers:
                writer.join()
        refused = {name for name, answer in answers if answer.status != 201}
        self.assertTrue(refused)
        for name, answer in answers:
            if name in refused:
                self.check(answer, 503, "writes are waiting")
                self.assertEqual(answer.headers["Retry-After"], "1")
        stored, _ = self.pages("/api/v1/articles?limit=1000", "articles")
        self.assertEqual({article["id"] for article in stored}, {name for name, _ in answers} - refused)


class BodyMemory(LimitTest):
    settings = ("--max-body", "100k", "--body-memory", "100k")

    def test_bodies_held_at_once_are_bounded(self):
        body = b'{"published": "2025-03-17", "text": "' + b"Snow fell. " * 6000 + b'"}'
        for _ in range(20):  # when the two come at the same moment, it is the slow one that may be refused
            with self.unfinished(body) as slow:
                time.sleep(0.2)
                answer = self.annotate(body)
                if answer.status == 200:
                    continue
                self.check(answer, 503, "body-memory")
                self.assertEqual(answer.headers["Retry-After"], "1")
                small = self.annotate(b'{"published": "2025-03-17", "text": "Snow fell."}')
                self.assertEqual(small.status, 200)
                slow.sendall(body[-1:])
                response = http.client.HTTPResponse(slow)
                response.begin()
                self.assertEqual(response.status, 200)
                response.read()
                break
        else:
            self.fail("no body was refused")
        for _ in range(5):
            self.assertEqual(self.annotate(body).status, 200)

    def unfinished(self, body):
        """A connection that has sent all of the body but its last byte."""
        slow = socket.create_connection(("127.0.0.1", self.server.port), timeout=20)
        slow.sendall(b"POST /api/v1/annotate HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\n"
                     b"Content-Length: %d\r\n\r\n" % len(body) + body[:-1])
        return slow

    def annotate(self, body):
        return self.connection.ask("POST", "/api/v1/annotate", body, {"Content-Type": "application/json"})


if __name__ == "__main__":
    unittest.main()
