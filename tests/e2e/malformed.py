"""Bytes that are hardly HTTP: each is answered with a well-formed refusal or a closed connection, never with a
success, and the server goes on."""

import socket
import unittest

from harness import ServerTest

HOST = b"Host: localhost\r\n"
JSON = b"Content-Type: application/json\r\n"
POST = b"POST /api/v1/articles HTTP/1.1\r\n" + HOST + JSON

REFUSED = [
    b"GET /healthz HTTP/1.1\r\n\r\n",                                         # no Host
    b"GET /healthz HTTP/1.1\r\n" + HOST + HOST + b"\r\n",                     # two hosts
    b"GET\r\n\r\n",
    b"\x00\x01\x02\x03\r\n\r\n",
    b"GET /%zz HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET /api/v1/articles/%C0%AF HTTP/1.1\r\n" + HOST + b"\r\n",             # overlong UTF-8
    b"GET /api/v1/articles/%ED%A0%80 HTTP/1.1\r\n" + HOST + b"\r\n",          # a lone surrogate
    b"GET /" + b"a" * 100000 + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    b"GET /healthz HTTP/1.1\r\n" + HOST + b"X: " + b"a" * 100000 + b"\r\n\r\n",
    b"GET /healthz HTTP/1.1\r\n" + HOST + b"X: a\r\n" * 20000 + b"\r\n",
    POST + b"Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n{}",      # request smuggling
    POST + b"Content-Length: 2\r\nContent-Length: 40\r\n\r\n{}",
    POST + b"Content-Length: -1\r\n\r\n{}",
    POST + b"Content-Length: 2x\r\n\r\n{}",
    POST + b"Content-Length: 99999999999999999999999\r\n\r\n{}",
    POST + b"Transfer-Encoding: gzip\r\n\r\n{}",
    POST + b"Transfer-Encoding: chunked\r\n\r\nZZ\r\n{}\r\n0\r\n\r\n",
    POST + b"Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFFFF\r\n{}\r\n0\r\n\r\n",
    POST + b"Transfer-Encoding: chunked\r\n\r\n2\r\n{}xx0\r\n\r\n",
]


class Malformed(ServerTest):
    settings = ("--idle-timeout", "2")

    def send(self, data):
        """All that comes back until the server closes; the last request asks it to."""
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as connection:
            try:
                connection.sendall(data)
                connection.shutdown(socket.SHUT_WR)
            except OSError:
                pass  # it has closed already
            received = b""
            try:
                while piece := connection.recv(65536):
                    received += piece
            except OSError:
                pass
        return received

    def test_malformed_requests_are_refused(self):
        for data in REFUSED:
            with self.subTest(data=data[:80]):
                received = self.send(data)
                if received:
                    self.assertRegex(received[:16], rb"^HTTP/1\.[01] [45]\d\d ")
                with self.server.connect() as connection:
                    self.assertEqual(connection.get("/healthz").status, 200)

    def test_pipelined_requests_are_answered_in_order(self):
        one = b"GET /healthz HTTP/1.1\r\n" + HOST + b"\r\n"
        two = b"GET /readyz HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n"
        received = self.send(one * 50 + two)
        self.assertEqual(received.count(b"HTTP/1.1 200 OK"), 51)
        self.assertTrue(received.endswith(b'{"status":"ready"}'))

    def test_a_body_may_come_in_chunks(self):
        received = self.send(POST.replace(b"articles", b"annotate") + b"Transfer-Encoding: chunked\r\nConnection: close"
                             b"\r\n\r\n" + b"".join(b"1\r\n%c\r\n" % byte for byte in
                                                    b'{"text": "x", "published": "2024-12-17"}') + b"0\r\n\r\n")
        self.assertRegex(received[:16], rb"^HTTP/1\.1 200 ")

    def test_a_silent_connection_is_closed(self):
        with socket.create_connection(("127.0.0.1", self.server.port), timeout=20) as connection:
            connection.sendall(b"GET /healthz HTTP/1.1\r\nHos")
            self.assertIn(connection.recv(1000)[:12], (b"", b"HTTP/1.1 408"))


if __name__ == "__main__":
    unittest.main()
