"""Deriving everything anew: reads go on, kills are survived, and what comes of it is what a new server would have.

What other rules found is made by giving stored articles another text behind the server's back: their reports are then
those of the text before.
"""

import os
import re
import shutil
import signal
import sqlite3
import subprocess
import tempfile
import threading
import time
import unittest

from harness import API, BINARY, Server, ServerTest, clean_environment

TOWNS = ["Brask", "Kolna", "Dunmere", "Halvik", "Tolm"]
COUNT = 600


def article(number, killed):
    """Every third one is about what the one before is about; of the first in ten the two texts say the same."""
    day = number - number % 3 % 2
    killed = killed if number % 10 else 60 + number % 97
    return {"id": "a%d" % number, "published": "%d-%02d-%02d" % (2001 + day // 300, 1 + day // 25 % 12, 3 + day % 25),
            "publisher": "Northern Wire",
            "text": "%d Norland soldiers were killed near the village of %s on Monday, the defence ministry said. Another %d "
                    "were wounded in the fighting." % (killed + day % 40, TOWNS[day % 5], killed)}


def bare(thing, hidden=("id", "event", "updated", "revision", "joined_to", "copy_of", "stored")):
    """Without what depends on when and in which order things were stored."""
    if isinstance(thing, dict):
        return {name: bare(value) for name, value in thing.items() if name not in hidden or name == "id" and not
                re.fullmatch("[er][0-9]+", str(value))}
    return [bare(value) for value in thing] if isinstance(thing, list) else thing


def everything(connection):
    """All events with their reports, and all articles with theirs, in an order of their own."""
    def rows(path, name):
        found = []
        while path:
            page = connection.get(path).json
            found += page[name]
            path = page["next"]
        return found
    events = [bare(connection.get(API + "/events/%s?limit=1000" % event["id"]).json)
              for event in rows(API + "/events?limit=1000", "events")]
    articles = [bare(connection.get(API + "/articles/" + row["id"]).json)
                for row in rows(API + "/articles?limit=1000", "articles")]
    return sorted(map(str, events)), sorted(map(str, articles))


class Prepared(ServerTest):
    def post_all(self, server, articles):
        def post(some):
            with server.connect() as connection:
                for one in some:
                    answer = connection.post(one)
                    self.assertIn(answer.status, (200, 201), answer)
        threads = [threading.Thread(target=post, args=(articles[i::4],)) for i in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    def make_older(self, articles):
        """Gives stored articles the texts of these, and says that their reports are those of other rules and, in every
        second test, that their events are those of another merging."""
        with sqlite3.connect(os.path.join(self.folder, "test.db")) as database:
            database.executemany("UPDATE article SET text = ? WHERE id = ?", [(one["text"], one["id"]) for one in articles])
            database.execute("UPDATE analysis SET rules = 'older'")
            if len(self.id()) % 2:
                database.execute("UPDATE merging SET version = 'other'")
        database.close()

    def prepare(self, count=COUNT):
        self.post_all(self.server, [article(i, 10) for i in range(count)])
        self.assertEqual(self.server.stop(), 0)
        self.articles = {one["id"]: one for one in (article(i, 11) for i in range(count))}
        self.make_older(self.articles.values())

    def start(self):
        self.connection.http.close()
        self.server.start()
        self.connection = self.server.connect()

    def begin(self):
        answer = self.connection.ask("POST", API + "/reprocess")
        self.assertEqual((answer.status, answer.headers["Location"]), (202, API + "/reprocess"))
        self.assertIn(answer.json["state"], ("analysing", "switching"))
        return answer.json

    def state(self):
        return self.fetch(API + "/reprocess")

    def await_state(self, *states, seconds=60):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            state = self.state()
            if state["state"] in states:
                return state
            self.assertNotIn(state["state"], ("failed", "interrupted"), state)
            time.sleep(0.002)
        raise AssertionError("still %s" % state)

    def expect_as_new(self):
        """The server holds what a new one holds that is given the articles that are left."""
        folder = tempfile.mkdtemp(prefix="dateline-test-")
        self.addCleanup(shutil.rmtree, folder, True)
        fresh = Server(folder)
        try:
            self.post_all(fresh, list(self.articles.values()))
            with fresh.connect() as connection:
                expected = everything(connection)
        finally:
            fresh.stop()
        found = everything(self.connection)
        for one, other in zip(found, expected):
            self.assertEqual(one, other)


class Reprocess(Prepared):
    def test_a_new_server_has_nothing_to_tell(self):
        self.assertEqual(self.state(), {"state": "idle", "rules": None, "articles": 0, "done": 0, "changed": 0, "kept": 0,
                                        "switching": None, "started": None, "finished": None, "error": None})
        self.assertEqual(self.connection.ask("DELETE", API + "/reprocess").status, 405)
        self.assertEqual(self.connection.ask("POST", API + "/reprocess?x=1").status, 400)
        self.assertEqual(self.connection.ask("POST", API + "/reprocess", b"x", {"Content-Type": "text/plain"}).status, 415)
        self.assertEqual(self.connection.ask("POST", API + "/reprocess", {}).status, 202)
        self.await_state("done")

    def test_reads_see_one_state_or_the_other(self):
        self.prepare()
        self.start()
        version = self.fetch(API + "/version")
        self.assertEqual(version["older_rules"], COUNT)
        self.assertTrue(any("%d of %d articles" % (COUNT, COUNT) in line for line in self.server.log), self.server.log)
        ended, wrong, seen = threading.Event(), [], set()

        def read():
            with self.server.connect() as connection:
                while not ended.is_set():
                    rows = connection.get(API + "/reports?subtype=wounded&limit=1000").json["reports"]
                    counts = {row["count"]["min"] for row in rows if row["count"]["min"] < 60}
                    seen.update(counts)
                    if len(rows) != COUNT or counts not in ({10}, {11}):
                        wrong.append((len(rows), counts))
                    event = connection.get(API + "/events?limit=1").json["events"][0]
                    answer = connection.get(API + "/events/" + event["id"] + "?limit=1000")
                    if answer.status == 200 and len(answer.json["reports"]) != answer.json["report_count"]:
                        wrong.append(answer.json)

        readers = [threading.Thread(target=read) for _ in range(2)]
        for reader in readers:
            reader.start()
        before = self.begin()
        self.assertEqual(self.begin()["started"], before["started"])  # the one that runs
        state = self.await_state("done")
        time.sleep(0.1)
        ended.set()
        for reader in readers:
            reader.join()
        self.assertEqual(wrong, [])
        self.assertEqual(seen, {10, 11})
        self.assertEqual((state["articles"], state["done"], state["changed"], state["kept"]),
                         (COUNT, COUNT, COUNT - COUNT // 10, 0))
        self.assertEqual(state["rules"], version["rules"])
        self.assertEqual(self.fetch(API + "/version")["older_rules"], 0)
        self.expect_as_new()

    def test_what_does_not_change_keeps_its_revision(self):
        self.prepare(60)
        self.start()
        events = {event["id"]: event for event in self.fetch(API + "/events?limit=1000")["events"]}
        self.begin()
        self.await_state("done")
        again = {event["id"]: event for event in self.fetch(API + "/events?limit=1000")["events"]}
        same = [event for event, facts in events.items() if again.get(event) == facts]
        self.assertGreater(len(same), 0)
        self.assertGreater(len(again) - len(same), 0)
        self.begin()  # now nothing is different
        self.assertEqual(self.await_state("done")["changed"], 0)
        self.assertEqual({event["id"]: event for event in self.fetch(API + "/events?limit=1000")["events"]}, again)

    def test_killed_while_it_reads_articles(self):
        self.prepare()
        self.start()
        self.begin()
        while self.state()["done"] == 0:
            pass
        self.server.kill()
        self.start()
        self.assertTrue(any("goes on" in line for line in self.server.log), self.server.log)
        self.await_state("done")
        self.expect_as_new()

    def test_killed_while_it_switches(self):
        self.prepare()
        self.start()
        self.begin()
        for _ in range(8):
            if self.await_state("switching", "done")["state"] == "done":
                break
            self.server.kill()
            database = sqlite3.connect(os.path.join(self.folder, "test.db"))
            row = database.execute("SELECT (SELECT count(*) FROM staged), (SELECT finished FROM reprocess)").fetchone()
            database.close()
            if row[1] is None:  # it was not faster
                self.assertEqual(row[0], COUNT - COUNT // 10)
            self.start()
        else:
            self.await_state("done")
        self.await_state("done")
        self.expect_as_new()

    def test_stopped_and_started(self):
        self.prepare()
        self.start()
        self.begin()
        for _ in range(4):
            self.restart()
        self.await_state("done")
        self.expect_as_new()

    def test_posts_and_deletes_meanwhile(self):
        self.prepare()
        self.start()
        changes = [article(i, 12) for i in range(0, COUNT, 7)] + [article(COUNT + i, 11) for i in range(50)]
        gone = ["a%d" % i for i in range(3, COUNT, 7)]

        def write():
            with self.server.connect() as connection:
                for one, name in zip(changes, gone + [None] * len(changes)):
                    self.assertIn(connection.post(one).status, (200, 201))
                    if name:
                        self.assertEqual(connection.delete(name).status, 204)
        writer = threading.Thread(target=write)
        self.begin()
        writer.start()
        self.await_state("done")
        writer.join()
        self.begin()  # one more, while nothing is written: nothing is left to change
        self.assertEqual(self.await_state("done")["changed"], 0)
        self.articles.update((one["id"], one) for one in changes)
        for name in gone:
            del self.articles[name]
        self.expect_as_new()


class CommandLine(Prepared):
    def run_command(self, *arguments):
        return subprocess.run([BINARY, "reprocess", "--database", os.path.join(self.folder, "test.db"), *arguments],
                              capture_output=True, text=True, timeout=60, env=clean_environment())

    def test_on_a_file(self):
        self.prepare()
        result = self.run_command()
        self.assertEqual((result.returncode, result.stdout), (0, ""), result.stderr)
        self.assertIn("%d articles, %d of them different" % (COUNT, COUNT - COUNT // 10), result.stderr)
        self.start()
        self.assertEqual(self.state()["state"], "done")
        self.expect_as_new()

    def test_interrupted_and_called_again(self):
        self.prepare()
        command = [BINARY, "reprocess", "--database", os.path.join(self.folder, "test.db")]
        for number, status in ((signal.SIGINT, 1), (signal.SIGKILL, -signal.SIGKILL)):
            process = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=clean_environment())
            process.stderr.readline()
            process.send_signal(number)
            last = process.communicate(timeout=60)[1]
            self.assertIn(process.returncode, (status, 0), last)  # or it was faster
        self.assertEqual(self.run_command().returncode, 0)
        self.start()
        self.expect_as_new()

    def test_a_file_in_use_and_one_that_is_not_there(self):
        result = self.run_command()
        self.assertEqual(result.returncode, 1)
        self.assertIn("POST /api/v1/reprocess", result.stderr)
        missing = os.path.join(self.folder, "missing.db")
        result = self.run_command("--database", missing)
        self.assertEqual(result.returncode, 1)
        self.assertIn("No such file", result.stderr)
        self.assertFalse(os.path.exists(missing))


if __name__ == "__main__":
    unittest.main()
