"""Every limit is told as a problem document that names it, and the server goes on."""

import http.client
import socket
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

    def test_a_host_is_asked_for_and_blanks_are_refused(self):
        for request, detail in ((b"GET /healthz HTTP/1.1\r\n\r\n", "Host is missing"),
                                (b"GET /healthz x HTTP/1.1\r\n" + HOST + b"\r\n", "blank"),
                                (b"GET /api/v1/events?actor=a b HTTP/1.1\r\n" + HOST + b"\r\n", "blank"),
                                (b"GET /healthz HTTP/1.1\r\n" + HOST + b"Content-Length : 5\r\n\r\nhello", "blank")):
            with self.subTest(request=request):
                self.check(self.send(request), 400, detail)
        self.assertEqual(self.send(b"GET /healthz HTTP/1.0\r\n\r\n").status, 200)


class BodyMemory(LimitTest):
    settings = ("--max-body", "100k", "--body-memory", "100k")

    def test_bodies_held_at_once_are_bounded(self):
        body = b'{"published": "2025-03-17", "text": "' + b"Snow fell. " * 6000 + b'"}'
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as slow:
            slow.sendall(b"POST /api/v1/annotate HTTP/1.1\r\n" + HOST + b"Content-Type: application/json\r\n"
                         b"Content-Length: %d\r\n\r\n" % len(body) + body[:-1])
            deadline = time.monotonic() + 20
            answer = self.annotate(body)
            while answer.status == 200 and time.monotonic() < deadline:  # until the server has read it
                answer = self.annotate(body)
            self.check(answer, 503, "body-memory")
            self.assertEqual(answer.headers["Retry-After"], "1")
            self.assertEqual(self.annotate(b'{"published": "2025-03-17", "text": "Snow fell."}').status, 200)
            slow.sendall(body[-1:])
            response = http.client.HTTPResponse(slow)
            response.begin()
            self.assertEqual(response.status, 200)
            response.read()
        for _ in range(5):
            self.assertEqual(self.annotate(body).status, 200)

    def annotate(self, body):
        return self.connection.ask("POST", "/api/v1/annotate", body, {"Content-Type": "application/json"})


if __name__ == "__main__":
    unittest.main()
