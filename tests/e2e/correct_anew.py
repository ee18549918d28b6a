"""Corrections hold when everything is derived anew, as in a new server that knew them before its articles came.

Other rules are made as in reprocess.py: by giving stored articles another text behind the server's back.
"""

import os
import random
import shutil
import sqlite3
import tempfile
import time
import unittest

from harness import API, Server
from reprocess import TOWNS, Prepared, everything

COUNT = 90


def article(number, again):
    """Every third one is about what the one before is about. Read again, in most of them the same words stand elsewhere, and
    there is one claim more; in one of ten another figure stands in the place of the first."""
    day = number - number % 3 % 2
    killed = 30 + number if again and number % 10 == 9 else 10 + day % 40
    text = "%d Norland soldiers were killed near the village of %s on Monday, the defence ministry said. Shelling wounded " \
           "another 7." % (killed, TOWNS[day % 5])
    if again and number % 4:
        text = "The river rose. " + text + " Four civilians were killed in Orsk on Sunday, a doctor said."
    return {"id": "a%d" % number, "published": "2025-%02d-%02d" % (1 + day // 25, 3 + day % 25), "publisher": "Northern Wire",
            "text": text}


class CorrectAnew(Prepared):
    def ask(self, method, path, body=None, status=(200, 201)):
        answer = self.connection.ask(method, API + path, body)
        self.assertIn(answer.status, status, answer)
        return answer.json if answer.body else None

    def post_in_order(self):
        """So that the same ids are given every time, and the same is corrected."""
        for i in range(COUNT):
            self.store(**article(i, False))

    def correct(self, generator, count):
        """So many corrections at random."""
        for i in range(count):
            events = self.fetch(API + "/events?limit=1000")["events"]
            event = generator.choice(events)
            reports = [report["id"] for report in self.fetch(API + "/events/" + event["id"])["reports"]]
            report = generator.choice(reports)
            kind = i % 5
            if kind == 0:
                self.ask("PATCH", "/reports/" + report, {"count": {"min": 3, "max": 5}, "source": "Tarn"})
            elif kind == 1:
                self.ask("PATCH", "/reports/" + report, {"actor": "Sudmark", "places": ["Kolna"], "subtype": "missing"})
            elif kind == 2:
                self.ask("PATCH", "/reports/" + report, {"rejected": True})
            elif kind == 3:
                self.ask("POST", "/events/join", {"events": [one["id"] for one in generator.sample(events, 2)]})
            elif len(reports) > 1:
                self.ask("POST", "/events/%s/split" % event["id"], {"reports": [report]})
        self.ask("DELETE", "/corrections/c%d" % generator.randint(1, 4), status=(204,))

    def change_rules(self, merging):
        self.connection.http.close()
        self.assertEqual(self.server.stop(), 0)
        with sqlite3.connect(os.path.join(self.folder, "test.db")) as database:
            database.executemany("UPDATE article SET text = ? WHERE id = ?",
                                 [(one["text"], one["id"]) for one in self.articles.values()])
            database.execute("UPDATE analysis SET rules = 'older'")
            if merging:
                database.execute("UPDATE merging SET version = ?", (merging,))
        database.close()
        self.server.start()
        self.connection = self.server.connect()

    def expect_as_new(self):
        folder = tempfile.mkdtemp(prefix="dateline-test-")
        self.addCleanup(shutil.rmtree, folder, True)
        fresh = Server(folder)
        fresh.stop()
        with sqlite3.connect(os.path.join(folder, "test.db")) as database:
            database.execute("ATTACH ? AS live", (os.path.join(self.folder, "test.db"),))
            database.execute("INSERT INTO correction SELECT * FROM live.correction")
            database.execute("INSERT INTO correction_claim SELECT * FROM live.correction_claim")
            database.execute("UPDATE correction_claim SET report = NULL")
        database.close()
        fresh.start()
        try:
            self.post_all(fresh, list(self.articles.values()))
            with fresh.connect() as connection:
                expected = everything(connection)
                applied = [one["applies"] for one in connection.get(API + "/corrections?limit=1000").json["corrections"]]
        finally:
            fresh.stop()
        for one, other in zip(everything(self.connection), expected):
            self.assertEqual(one, other)
        mine = [one["applies"] for one in self.fetch(API + "/corrections?limit=1000")["corrections"]]
        self.assertEqual(mine, applied)
        return mine

    def hold(self, merging):
        self.post_in_order()
        self.correct(random.Random(7), 40)
        self.articles = {one["id"]: one for one in (article(i, True) for i in range(COUNT))}
        self.change_rules(merging)
        self.begin()
        state = self.await_state("done")
        self.assertEqual(state["changed"], sum(article(i, True) != article(i, False) for i in range(COUNT)))
        applied = self.expect_as_new()
        self.assertGreater(applied.count(True), 25)
        self.assertGreater(applied.count(False), 0)  # those of another figure wait
        self.begin()  # nothing is different now, and no correction counts as a difference
        self.assertEqual(self.await_state("done")["changed"], 0)
        self.articles = {one["id"]: one for one in (article(i, False) for i in range(COUNT))}
        self.change_rules(merging)
        self.begin()
        self.await_state("done")
        self.assertNotIn(False, self.expect_as_new())  # the words are back, and so are the corrections

    def test_with_other_rules(self):
        self.hold(None)

    def test_with_other_rules_and_another_merging(self):
        self.hold("other")

    def test_corrected_meanwhile(self):
        self.post_in_order()
        self.correct(random.Random(11), 10)
        self.articles = {one["id"]: one for one in (article(i, True) for i in range(COUNT))}
        self.change_rules("other")
        self.begin()
        # in turn: a report takes only so many corrections; where another figure stands they would wait
        names = [name for name in sorted(self.articles) if int(name[1:]) % 10 != 9]
        reports, given = {}, {}
        end = time.monotonic() + 60
        made = 0
        while made == 0 or self.state()["state"] != "done":
            self.assertLess(time.monotonic(), end)
            name = names[made % len(names)]
            report = reports.get(name) or self.fetch(API + "/articles/" + name)["reports"][0]["id"]
            answer = self.connection.ask("PATCH", API + "/reports/" + report, {"count": {"min": made, "max": made}})
            if answer.status == 404:  # switched: it has another id
                reports.pop(name, None)
                continue
            self.assertEqual(answer.status, 200, answer)
            reports[name], given[name] = report, made
            made += 1
        for name, count in given.items():
            self.assertEqual(self.fetch(API + "/articles/" + name)["reports"][0]["count"]["min"], count)
        self.expect_as_new()


if __name__ == "__main__":
    unittest.main()
