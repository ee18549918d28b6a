"""The tallies of one people over time are one series."""

import os
import subprocess
import unittest

from harness import API, BINARY, ServerTest, clean_environment

ARMY = "the Velmar army said"
# published, text; each is a point of the series of Norland, in this order
TALLIES = (
    ("2025-01-03", "Eleven Norland soldiers have been killed so far, " + ARMY + "."),
    ("2025-01-10", "Thirty Norland soldiers have been killed so far, " + ARMY + "."),
    ("2025-01-20", "Forty-five Norland soldiers have been killed and 90 wounded since October, " + ARMY + " on Monday."),
    ("2025-01-28", "Twenty Norland soldiers have been killed so far, the Norland defence ministry said."),
    ("2025-02-01", "A hundred Norland soldiers have been killed so far, " + ARMY + "."),
)
OTHERS = (
    ("2025-01-12", "Forty Velmar soldiers have been killed so far, the Norland defence ministry said."),
    ("2025-01-14", "Nine Norland soldiers were killed in the village of Brask on Monday, " + ARMY + "."),
    ("2025-01-15", "So far 60 civilians have been killed in Mali, the government said."),
)
PATH = API + "/events?series=casualty:norland"


class Series(ServerTest):
    def post(self, articles):
        for published, text in articles:
            self.store(id="a-" + published, published=published, publisher="Northern Wire", text=text)

    def killed(self, path):
        return [event["killed"]["min"] for event in self.pages(path, "events")[0]]

    def test_a_series_is_in_the_order_in_which_it_was_known(self):
        for order in (1, -1):
            self.post((TALLIES + OTHERS)[::order])
            self.assertEqual(self.killed(PATH), [11, 30, 45, 20, 100])
            self.assertEqual(self.killed(PATH + "&sort=-date"), [100, 20, 45, 30, 11])
            self.assertEqual(self.killed(PATH + "&limit=2"), [11, 30, 45, 20, 100])
            self.assertEqual(self.killed(PATH + "&limit=2&sort=-date"), [100, 20, 45, 30, 11])
            self.assertEqual(self.killed(PATH + "&sort=-count"), [100, 45, 30, 20, 11])
            self.assertEqual(self.killed(PATH + "&source=Velmar+army"), [11, 30, 45, 100])
            self.assertEqual(self.killed(PATH + "&subtype=wounded"), [45])
            self.assertEqual(self.killed(PATH + "&from=2025-01-15"), [45, 20, 100])
            self.assertEqual(self.killed(API + "/events?series=casualty:velmar"), [40])
            self.assertEqual(self.killed(API + "/events?series=casualty:civilians@ml"), [60])
            self.assertEqual(self.killed(API + "/events?series=casualty:tarn"), [])
            for published, _ in TALLIES + OTHERS:
                self.assertEqual(self.connection.delete("a-" + published).status, 204)
            self.assertEqual(self.killed(PATH), [])

    def test_an_event_tells_its_series(self):
        self.post(TALLIES + OTHERS)
        series = {}
        for event in self.fetch(API + "/events")["events"]:
            series.setdefault(event["series"], []).append(event["scope"])
        self.assertEqual(series, {"casualty:norland": 5 * ["cumulative"], "casualty:velmar": ["cumulative"], None: ["incident"],
                                  "casualty:civilians@ml": ["cumulative"]})
        event = self.fetch(PATH)["events"][0]
        self.assertEqual(self.fetch(API + "/events/" + event["id"])["series"], "casualty:norland")

    def test_it_follows_what_changes(self):
        self.post(TALLIES)
        report = self.fetch(API + "/articles/a-2025-01-10")["reports"][0]["id"]
        answer = self.connection.ask("PATCH", API + "/reports/" + report, {"actor": "Velmar"}).json
        self.assertEqual(self.killed(PATH), [11, 45, 20, 100])
        self.assertEqual(self.killed(API + "/events?series=casualty:velmar"), [30])
        self.connection.ask("DELETE", API + "/corrections/" + answer["correction"]["id"])
        self.assertEqual(self.killed(PATH), [11, 30, 45, 20, 100])
        answer = self.connection.ask("PATCH", API + "/reports/" + report, {"scope": "incident"})
        self.assertEqual(answer.status, 200, answer)
        self.assertEqual(self.killed(PATH), [11, 45, 20, 100])
        self.store(id="a-2025-01-03", published="2025-01-29", text=TALLIES[0][1])
        self.assertEqual(self.killed(PATH), [45, 20, 11, 100])

    def test_it_stays_when_all_is_derived_anew(self):
        self.post(TALLIES)
        before = self.fetch(PATH)
        self.connection.http.close()
        self.server.stop()
        done = subprocess.run([BINARY, "reprocess", "--database", os.path.join(self.folder, "test.db")],
                              capture_output=True, env=clean_environment())
        self.assertEqual(done.returncode, 0, done)
        self.server.start()
        self.connection = self.server.connect()
        self.assertEqual(self.fetch(PATH), before)

    def test_what_is_refused(self):
        for query in ("series=", "series=Ostmark", "series=casualty", "series=casualty:", "series=war:norland", "series=casualty:Norland",
                      "series=casualty:norland&series=casualty:velmar"):
            answer = self.get(API + "/events?" + query)
            self.assertEqual((answer.status, answer.json["errors"][0]["parameter"]), (400, "series"))
        for path in ("/reports", "/timeline", "/articles"):
            self.assertEqual(self.get(API + path + "?series=casualty:norland").status, 400)
        self.post(TALLIES)
        cursor = self.fetch(PATH + "&limit=1")["next"].split("cursor=")[1]
        self.assertEqual(self.get(API + "/events?limit=1&cursor=" + cursor).status, 400)  # of another order


if __name__ == "__main__":
    unittest.main()
