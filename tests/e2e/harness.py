"""Starts the real server on a free port and a database of its own, and talks HTTP to it."""

import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import unittest

BINARY = os.environ.get("DATELINED", "build/datelined")
API = "/api/v1"


def clean_environment(**more):
    """The environment without settings of the machine's own, and with those of the test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATELINE_")}
    return dict(kept, **more)


class Answer:
    def __init__(self, response, body):
        self.status = response.status
        self.headers = response.headers
        self.body = body

    @property
    def json(self):
        return json.loads(self.body)

    def __repr__(self):
        return "%d %s" % (self.status, self.body[:500].decode(errors="replace"))


class Connection:
    """One kept-alive connection."""

    def __init__(self, port):
        self.http = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self.http.close()

    def ask(self, method, path, body=None, headers=None):
        headers = dict(headers or {})
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers.setdefault("Content-Type", "application/json")
        self.http.request(method, path, body=body, headers=headers)
        response = self.http.getresponse()
        return Answer(response, response.read())

    def get(self, path, **headers):
        return self.ask("GET", path, headers=headers)

    def post(self, article, path=API + "/articles"):
        return self.ask("POST", path, article)

    def delete(self, article):
        return self.ask("DELETE", API + "/articles/" + article)


class Server:
    """A running datelined; `folder` holds its database and outlives restarts."""

    def __init__(self, folder, *settings, runner=()):
        self.folder = folder
        self.runner = runner
        self.settings = settings
        self.log = []
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [*self.runner, BINARY, "serve", "--listen", "127.0.0.1:0", "--database", os.path.join(self.folder, "test.db"),
             *self.settings],
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=clean_environment())
        self.port = None
        while self.port is None:
            line = self.process.stderr.readline().decode()
            if not line:
                raise AssertionError("the server did not start: %s (status %s)" %
                                     ("".join(self.log), self.process.wait()))
            self.log.append(line)
            found = re.search(r"serving .* on http://127\.0\.0\.1:(\d+)", line)
            self.port = int(found.group(1)) if found else None
        self.reader = threading.Thread(target=self._read_log, args=(self.process.stderr,), daemon=True)
        self.reader.start()

    def _read_log(self, stream):
        with stream:
            for line in stream:
                self.log.append(line.decode(errors="replace"))

    def connect(self):
        return Connection(self.port)

    def kill(self):
        """As a power cut would: nothing is written any more."""
        self.process.kill()
        self.process.wait()

    def stop(self, number=signal.SIGTERM, seconds=60):
        """Asks it to stop and returns its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(number)
        status = self.process.wait(seconds)
        self.reader.join(seconds)  # its last words may still be in the pipe
        return status


class ServerTest(unittest.TestCase):
    """A test with a server of its own."""

    settings = ()
    runner = ()  # the words of a command that runs the server, such as prlimit

    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="dateline-test-")
        self.addCleanup(shutil.rmtree, self.folder, True)
        self.server = Server(self.folder, *self.settings, runner=self.runner)
        self.addCleanup(self._end)
        self.connection = self.server.connect()

    def _end(self):
        self.connection.http.close()
        status = self.server.stop()
        self.assertEqual(status, 0, "the server ended with %d: %s" % (status, "".join(self.server.log[-40:])))

    def restart(self):
        self.connection.http.close()
        self.assertEqual(self.server.stop(), 0, self.server.log[-5:])
        self.server.start()
        self.connection = self.server.connect()

    def get(self, path, **headers):
        return self.connection.get(path, **headers)

    def fetch(self, path):
        """The JSON of a GET that must succeed."""
        answer = self.connection.get(path)
        self.assertEqual(answer.status, 200, answer)
        return answer.json

    def store(self, **article):
        """Posts an article that must be taken, and returns the answer's JSON."""
        answer = self.connection.post(article)
        self.assertIn(answer.status, (200, 201), answer)
        return answer.json

    def pages(self, path, name):
        """The rows of all pages of a list."""
        rows, pages = [], 0
        while path:
            answer = self.connection.get(path)
            self.assertEqual(answer.status, 200, answer)
            page = answer.json
            rows += page[name]
            path = page["next"]
            link = answer.headers.get("Link")
            self.assertEqual(link, path and '<%s>; rel="next"' % path)
            pages += 1
        return rows, pages
