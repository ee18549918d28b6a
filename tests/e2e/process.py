"""The command line, the exit status, the environment and the configuration file."""

import os
import re
import signal
import socket
import subprocess
import tempfile
import unittest

from harness import BINARY, ServerTest, clean_environment


def run(*arguments, folder=None, **environment):
    return subprocess.run([BINARY, *arguments], capture_output=True, text=True, timeout=60, cwd=folder,
                          env=clean_environment(**environment))


class CommandLine(unittest.TestCase):
    def test_help_and_version_go_to_standard_output(self):
        for flag, word in (("--help", "--database"), ("-h", "--database"), ("--version", "datelined ")):
            with self.subTest(flag=flag):
                result = run(flag)
                self.assertEqual((result.returncode, result.stderr), (0, ""))
                self.assertIn(word, result.stdout)

    def test_a_wrong_setting_is_named_with_its_source(self):
        with tempfile.TemporaryDirectory() as folder:
            config = os.path.join(folder, "dateline.conf")
            with open(config, "w", encoding="utf-8") as file:
                file.write("# limits\n\nmax-body = huge\n")
            for result, source in ((run("--max-body", "huge"), "--max-body: "), (run("--nonsense"), "--nonsense: "),
                                   (run("--database"), "--database: "), (run("start"), "start: "),
                                   (run(DATELINE_MAX_BODY="huge"), "DATELINE_MAX_BODY: "),
                                   (run(DATELINE_NONSENSE="1"), "DATELINE_NONSENSE: "),
                                   (run("--config", config), config + ":3: "),
                                   (run(DATELINE_CONFIG=config), config + ":3: "),
                                   (run("--config", config + ".missing"), config + ".missing: ")):
                with self.subTest(source=source):
                    self.assertEqual(result.returncode, 2)
                    self.assertTrue(result.stderr.startswith("datelined: " + source), result.stderr)
                    self.assertEqual(result.stdout, "")

    def test_an_address_that_others_reach_is_refused(self):
        for address in ("0.0.0.0:8080", "[::]:8080", "192.0.2.1:8080"):
            result = run("--listen", address)
            self.assertEqual(result.returncode, 2)
            self.assertIn("tokens", result.stderr)

    def test_a_port_in_use_is_a_failure(self):
        with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as taken:
            address = "127.0.0.1:%d" % taken.getsockname()[1]
            result = run("--listen", address, "--database", os.path.join(folder, "d.db"))
            self.assertEqual(result.returncode, 1)
            self.assertIn("cannot listen on " + address, result.stderr)
            self.assertEqual(os.listdir(folder), [], "no database is made by a start that fails")

    def test_a_database_that_cannot_be_opened_is_a_failure(self):
        with tempfile.TemporaryDirectory() as folder:
            for content in (None, b"this is not a database, only some text that is long enough" * 100):
                path = os.path.join(folder, "missing", "d.db") if content is None else os.path.join(folder, "d.db")
                if content:
                    with open(path, "wb") as file:
                        file.write(content)
                result = run("--listen", "127.0.0.1:0", "--database", path)
                self.assertEqual(result.returncode, 1, result.stderr)
                self.assertTrue(result.stderr.startswith("datelined: cannot open the database %s: " % path),
                                result.stderr)
                self.assertEqual(result.stderr.count("\n"), 1)
                self.assertNotIn("-lock", result.stderr, "nobody gave a file of that name")

    def test_a_folder_without_a_page_and_no_file_are_refused(self):
        with tempfile.TemporaryDirectory() as folder:
            for flag, value, message in (("--web", os.path.join(folder, "missing"), "missing/index.html: No such file"),
                                         ("--web", folder, "/index.html: No such file"),
                                         ("--database", ":memory:", "database: :memory: is no file")):
                with self.subTest(flag=flag, value=value):
                    result = run("--listen", "127.0.0.1:0", flag, value, folder=folder)
                    self.assertEqual(result.returncode, 2, result.stderr)
                    self.assertIn(message, result.stderr)
                    self.assertEqual(os.listdir(folder), [])


class StartScript(unittest.TestCase):
    def start(self, *arguments):
        script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../server/start.sh")
        return subprocess.run(["bash", script, *arguments], capture_output=True, text=True, timeout=60,
                              env=clean_environment())

    def test_a_wrong_flag_is_told_before_anything_is_built(self):
        for arguments, fault in ((["--bogus"], "--bogus: there is no such setting"),
                                 (["--bogus=1"], "--bogus: there is no such setting"),
                                 (["--yes", "--max-body", "1M", "--bogus", "x"], "--bogus: there is no such setting"),
                                 (["x.db"], "x.db: not a setting"), (["--port"], "--port: its value is missing")):
            with self.subTest(arguments=arguments):
                result = self.start(*arguments)
                self.assertEqual((result.returncode, result.stdout), (2, ""))
                self.assertTrue(result.stderr.startswith("start.sh: " + fault), result.stderr)

    def test_a_busy_port_and_a_missing_folder_are_told_before_anything_is_built(self):
        with socket.create_server(("127.0.0.1", 0)) as busy:
            port = busy.getsockname()[1]
            for arguments, fault in ((["--port", str(port)], "something listens on port %d already" % port),
                                     (["--listen=127.0.0.1:%d" % port], "something listens on port %d already" % port),
                                     (["--database", "/no/such/folder/x.db"], "--database: there is no folder /no/such/folder")):
                with self.subTest(arguments=arguments):
                    result = self.start(*arguments)
                    self.assertEqual((result.returncode, result.stdout), (1, ""))
                    self.assertTrue(result.stderr.startswith("start.sh: " + fault), result.stderr)

    def test_it_knows_every_setting_of_the_server(self):
        names = re.findall(r"^  --(\S+) [A-Z]", run("--help").stdout, re.M)
        self.assertGreater(len(names), 10)
        for name in names:
            with self.subTest(name=name):
                self.assertIn("--%s: its value is missing" % name, self.start("--" + name).stderr)


class Process(ServerTest):
    def test_it_is_alive_ready_and_knows_its_version(self):
        self.assertEqual(self.fetch("/healthz"), {"status": "alive"})
        self.assertEqual(self.fetch("/readyz"), {"status": "ready"})
        version = self.fetch("/api/v1/version")
        self.assertEqual(set(version), {"program", "schema", "rules", "older_rules", "places"})
        self.assertIn("GeoNames", version["places"])
        self.assertEqual(version["older_rules"], 0)
        self.assertGreaterEqual(version["schema"], 1)
        self.assertRegex(version["rules"], "^[0-9a-f]{16}$")

    def test_head_is_get_without_the_body(self):
        for path in ("/", "/healthz", "/api/v1/events", "/openapi.json"):
            with self.subTest(path=path):
                head, get = self.connection.ask("HEAD", path), self.get(path)
                self.assertEqual((head.status, head.body), (200, b""))
                self.assertEqual(head.headers["Content-Length"], str(len(get.body)))

    def test_an_unchanged_page_is_not_sent_again(self):
        first = self.get("/")
        self.assertEqual((first.status, first.headers["Content-Type"]), (200, "text/html; charset=utf-8"))
        again = self.get("/", **{"If-None-Match": first.headers["ETag"]})
        self.assertEqual((again.status, again.body), (304, b""))

    def test_a_second_process_may_not_have_the_database(self):
        result = run("--listen", "127.0.0.1:0", "--database", os.path.join(self.folder, "test.db"))
        self.assertEqual(result.returncode, 1, result.stderr)

    def test_interrupt_stops_it_as_terminate_does(self):
        self.assertEqual(self.server.stop(signal.SIGINT), 0)
        self.assertIn("stopped", self.server.log[-1])


class Folder(ServerTest):
    def setUp(self):
        self.web = tempfile.TemporaryDirectory()
        self.addCleanup(self.web.cleanup)
        os.mkdir(os.path.join(self.web.name, "assets"))
        for name, text in (("index.html", "<p>page"), ("assets/a.js", "1;"), ("assets/.hidden", "x"), ("secret", "x")):
            with open(os.path.join(self.web.name, name), "w", encoding="utf-8") as file:
                file.write(text)
        self.settings = ("--web", self.web.name, "--host", "proxy.example, other.example")
        super().setUp()

    def test_the_page_comes_from_the_folder_and_nothing_else_does(self):
        self.assertEqual(self.get("/").body, b"<p>page")
        self.assertEqual(self.get("/assets/a.js").headers["Content-Type"], "text/javascript; charset=utf-8")
        for path in ("/assets/.hidden", "/assets/../secret", "/assets/%2e%2e/secret", "/secret", "/assets/",
                     "/assets//etc/passwd", "/assets/a.js/"):
            with self.subTest(path=path):
                self.assertEqual(self.get(path).status, 404)

    def test_a_named_host_is_this_one(self):
        self.assertEqual(self.get("/healthz", Host="other.example").status, 200)
        self.assertEqual(self.get("/healthz", Host="example").status, 421)


if __name__ == "__main__":
    unittest.main()
