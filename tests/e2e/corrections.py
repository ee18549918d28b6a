"""Analysts' corrections: what they change, that they outlive what is read again, and what is refused."""

import threading
import unittest

from harness import API, ServerTest

KOLNA = "Twelve Norland soldiers were killed in Kolna on Tuesday, the governor said."
KOLNA_AGAIN = "The governor said that 12 Norland soldiers were killed in Kolna on Tuesday."
BRASK = "Forty Norland soldiers were wounded near the village of Brask on Monday, the army of Tarrow said."
SENT = "Norland sent 3,000 troops to the border on Monday, the defence ministry said."


class CorrectionsTest(ServerTest):
    def put(self, article, text, published="2025-03-19", **more):
        return self.store(id=article, published=published, publisher="Northern Wire", text=text, **more)["reports"]

    def patch(self, report, change, status=200, query=""):
        answer = self.connection.ask("PATCH", "%s/reports/%s%s" % (API, report, query), change)
        self.assertEqual(answer.status, status, answer)
        return answer.json

    def post(self, path, body, status=201, query=""):
        answer = self.connection.ask("POST", API + path + query, body)
        self.assertEqual(answer.status, status, answer)
        return answer.json

    def join(self, *events, status=201, query=""):
        return self.post("/events/join", {"events": list(events)}, status, query)

    def split(self, event, *reports, status=201, query=""):
        return self.post("/events/%s/split" % event, {"reports": list(reports)}, status, query)

    def undo(self, correction, status=204, query=""):
        answer = self.connection.ask("DELETE", "%s/corrections/%s%s" % (API, correction, query))
        self.assertEqual(answer.status, status, answer)
        return answer.json if answer.body else None

    def events(self):
        """Every event as the articles of its reports, for what it is about."""
        events = self.fetch(API + "/events?limit=1000")["events"]
        return sorted(sorted(report["article"] for report in self.fetch(API + "/events/" + event["id"])["reports"])
                      for event in events)

    def corrections(self):
        return self.fetch(API + "/corrections")["corrections"]

    def report_of(self, article):
        reports = self.fetch(API + "/articles/" + article)["reports"]
        self.assertEqual(len(reports), 1)
        return reports[0]

    def event_of(self, article):
        return self.report_of(article)["event"]


class OfAReport(CorrectionsTest):
    def setUp(self):
        super().setUp()
        self.report = self.put("kolna", KOLNA)[0]
        self.id = self.report["id"]

    def test_every_field(self):
        change = {"subtype": "wounded", "scope": "cumulative", "status": "denied", "count": {"min": 15, "max": 20},
                  "actor": "Tarrow", "counterpart": "Norland",
                  "places": [{"name": "Brask", "country": "NO", "precision": "village", "lat": 60.5, "lon": 10.25}],
                  "date": {"first": "2025-03-01", "last": "2025-03-02", "precision": "day"},
                  "said": {"first": "2025-03-04", "last": "2025-03-04"}, "source": {"name": "Tarrow army"}}
        answer = self.patch(self.id, dict(change, note="the governor was misheard"))
        report = self.report_of("kolna")
        self.assertEqual({**answer["report"], **report}, answer["report"])
        for field in ("subtype", "scope", "status", "actor", "counterpart"):
            self.assertEqual(report[field], change[field])
            self.assertEqual(report["extracted"][field], self.report[field])
        self.assertEqual(report["count"]["min"], 15)
        self.assertEqual(report["count"]["max"], 20)
        self.assertEqual(report["count"]["text"], "Twelve")  # the words stay what they are
        self.assertEqual(report["places"][0]["name"], "Brask")
        self.assertEqual(report["places"][0]["lat"], 60.5)
        self.assertEqual(report["date"], {"first": "2025-03-01", "last": "2025-03-02", "precision": "day",
                                          "edtf": "2025-03-01/2025-03-02"})
        self.assertEqual(report["date_basis"]["text"], "Tuesday")
        self.assertEqual(report["said"]["first"], "2025-03-04")
        self.assertEqual(report["source"]["name"], "Tarrow army")
        self.assertEqual(report["source"]["text"], self.report["source"]["text"])
        for field in ("count", "places", "date", "said", "source"):
            self.assertEqual(report["extracted"][field], self.report[field])
        self.assertEqual(report["corrections"], [answer["correction"]["id"]])
        self.assertEqual(answer["correction"]["note"], "the governor was misheard")
        event = self.fetch(API + "/events/" + report["event"])
        self.assertEqual((event["subtype"], event["actor"], event["date"]["first"]), ("wounded", "Tarrow", "2025-03-01"))
        self.assertEqual(event["reports"][0]["extracted"], report["extracted"])

    def test_searches_and_the_timeline_follow(self):
        self.patch(self.id, {"actor": "Tarrow", "date": {"first": "2024-01-05", "last": "2024-01-05"}, "subtype": "wounded"})
        self.assertEqual(self.fetch(API + "/events?actor=Norland")["events"], [])
        self.assertEqual(self.fetch(API + "/reports?from=2025")["reports"], [])
        self.assertEqual(len(self.fetch(API + "/events?actor=Tarrow&to=2024&subtype=wounded")["events"]), 1)
        self.assertEqual([bucket["first"] for bucket in self.fetch(API + "/timeline?interval=year")["buckets"]], ["2024-01-01"])

    def test_dates_as_long_as_their_precision(self):
        for first, last, precision in (
                ("1901-01-01", "2000-12-31", "century"), ("1925-01-01", "2024-12-31", "day"), ("2001-01-01", "2010-12-31", "decade"),
                ("2025-01-01", "2025-12-31", "year"), ("2025-01-01", "2025-06-30", "half"), ("2025-01-01", "2025-03-31", "quarter"),
                ("2024-12-01", "2025-02-28", "season"), ("2025-02-01", "2025-02-28", "month"), ("2025-03-03", "2025-03-09", "week"),
                ("2025-03-03", "2025-03-03", "time"), (None, "2025-03-03", "year")):
            with self.subTest(first=first, precision=precision):
                date = self.patch(self.id, {"date": {"first": first, "last": last, "precision": precision}})["report"]["date"]
                self.assertEqual((date["first"], date["last"], date["precision"]), (first, last, precision))

    def test_null_where_there_is_nothing(self):
        self.patch(self.id, {"count": None, "actor": None, "counterpart": None, "places": None, "date": None,
                             "said": None, "source": None})
        report = self.report_of("kolna")
        for field in ("count", "actor", "counterpart", "date", "said"):
            self.assertIsNone(report[field], field)
        self.assertEqual(report["places"], [])
        self.assertIsNone(report["source"]["name"])
        self.assertEqual(report["extracted"]["count"], self.report["count"])

    def test_what_the_text_leaves_open_is_filled_in(self):
        report = self.put("bare", "Norland troops were among the dead, the governor said.")[0]
        self.assertIsNone(report["count"])
        self.patch(report["id"], {"count": {"min": 3}, "date": {"last": "2025-03-17", "precision": "month"},
                                  "places": ["Kiev"], "source": "Norland army"})
        report = self.report_of("bare")
        self.assertEqual(report["count"], {"min": 3, "max": None, "qualifier": None, "text": None})
        self.assertEqual((report["date"]["first"], report["date"]["last"]), (None, "2025-03-17"))
        self.assertEqual(report["places"][0]["name"], "Kyiv")  # as the gazetteer has it
        self.assertEqual(report["places"][0]["country"], "UA")
        self.assertEqual(report["source"]["name"], "Norland army")

    def test_the_later_one_wins(self):
        first = self.patch(self.id, {"count": {"min": 13, "max": 13}, "actor": "Tarrow"})["correction"]["id"]
        second = self.patch(self.id, {"count": {"min": 14, "max": 14}})["correction"]["id"]
        report = self.report_of("kolna")
        self.assertEqual((report["count"]["min"], report["actor"]), (14, "Tarrow"))
        self.assertEqual(report["corrections"], [first, second])
        self.undo(first)
        report = self.report_of("kolna")
        self.assertEqual((report["count"]["min"], report["actor"]), (14, "Norland"))
        self.undo(second)
        self.assertEqual(self.report_of("kolna"), self.report)

    def test_a_side_is_named_by_its_country(self):
        self.patch(self.id, {"actor": "Sudanese", "counterpart": "north korean"})
        report = self.report_of("kolna")
        self.assertEqual((report["actor"], report["counterpart"]), ("Sudan", "North Korea"))

    def test_sent_again(self):
        change = {"actor": "Tarrow", "date": {"first": "2025-03-17", "last": "2025-03-18"}, "note": "misheard",
                  "places": [{"name": "Brask", "country": "NO", "lat": 60.5, "lon": 10.25}]}
        first = self.patch(self.id, change)
        self.assertEqual(self.patch(self.id, change), first)
        self.assertEqual(self.patch(self.id, change, query="?dry_run=1"), first)
        self.assertEqual([correction["id"] for correction in self.corrections()], ["c1"])
        self.patch(self.id, {"count": {"min": 13, "max": 13}})  # of another field
        self.assertEqual(self.patch(self.id, change)["correction"]["id"], "c1")
        self.assertEqual(self.patch(self.id, dict(change, note="heard"))["correction"]["id"], "c3")
        self.patch(self.id, {"actor": "Norland"})
        answer = self.patch(self.id, change)  # says something again
        self.assertEqual((answer["correction"]["id"], answer["report"]["actor"]), ("c5", "Tarrow"))
        self.undo("c5")
        self.assertEqual(self.report_of("kolna")["actor"], "Norland")
        event = self.report_of("kolna")["event"]
        self.assertEqual(self.patch(self.id, {"rejected": True})["events"], [])
        self.assertEqual(self.patch(self.id, {"rejected": True})["correction"]["id"], "c6")
        self.assertEqual(self.get(API + "/events/" + event).status, 410)

    def test_a_hundred_at_most(self):
        for i in range(100):
            self.patch(self.id, {"count": {"min": i, "max": i}})
        self.assertIn("undo some first", self.patch(self.id, {"count": None}, 422)["detail"])
        self.assertEqual(self.report_of("kolna")["corrections"], ["c%d" % i for i in range(1, 101)])
        self.undo("c7")
        self.patch(self.id, {"count": None})
        self.assertEqual(len(self.report_of("kolna")["corrections"]), 100)

    def test_no_report_at_all(self):
        event = self.report["event"]
        answer = self.patch(self.id, {"rejected": True})
        self.assertEqual(answer["events"], [])
        self.assertEqual(answer["removed"], [{"id": event, "successor": None}])
        report = self.report_of("kolna")
        self.assertTrue(report["rejected"])
        self.assertIsNone(report["event"])
        self.assertEqual(self.fetch(API + "/reports")["reports"], [])
        self.assertEqual(self.get(API + "/events/" + event).status, 410)
        self.assertEqual(self.fetch(API + "/timeline")["buckets"], [])
        self.put("again", KOLNA_AGAIN)
        self.assertEqual(self.events(), [["again"]])
        self.undo(answer["correction"]["id"])
        self.assertEqual(self.events(), [["again", "kolna"]])

    def test_what_was_no_report_is_one_again(self):
        event = self.report["event"]
        self.undo(self.patch(self.id, {"rejected": True})["correction"]["id"])
        self.assertEqual(self.report_of("kolna")["event"], event)
        self.assertEqual(self.get(API + "/events/" + event).status, 200)

    def test_it_moves_between_events(self):
        other = self.put("again", KOLNA_AGAIN)[0]
        self.assertEqual(self.events(), [["again", "kolna"]])
        event = self.event_of("kolna")
        answer = self.patch(other["id"], {"date": {"first": "2025-01-07", "last": "2025-01-07"}})
        self.assertEqual(self.events(), [["again"], ["kolna"]])
        self.assertEqual(self.event_of("kolna"), event)
        self.assertEqual(self.event_of("again"), answer["report"]["event"])
        self.undo(answer["correction"]["id"])
        self.assertEqual(self.events(), [["again", "kolna"]])

    def test_it_outlives_its_article(self):
        correction = self.patch(self.id, {"count": {"min": 13, "max": 13}})["correction"]["id"]
        # the same words elsewhere in the text
        answer = self.store(id="kolna", published="2025-03-19", text="The river rose. " + KOLNA)
        self.assertEqual(answer["reports"][0]["count"]["min"], 13)
        self.assertEqual(answer["reports"][0]["corrections"], [correction])
        # posted again unchanged, the answer is of what is stored
        answer = self.store(id="kolna", published="2025-03-19", text="The river rose. " + KOLNA)
        self.assertEqual(answer["reports"][0]["count"]["min"], 13)
        # another figure is not the one that the analyst looked at
        self.put("kolna", KOLNA.replace("Twelve", "Eleven"))
        self.assertEqual(self.report_of("kolna")["count"]["min"], 11)
        self.assertFalse(self.corrections()[0]["applies"])
        self.assertIsNone(self.corrections()[0]["claims"][0]["report"])
        self.put("kolna", KOLNA)
        self.assertEqual(self.report_of("kolna")["count"]["min"], 13)
        self.assertTrue(self.corrections()[0]["applies"])
        self.connection.delete("kolna")
        self.assertFalse(self.corrections()[0]["applies"])
        self.restart()
        self.put("kolna", KOLNA)
        self.assertEqual(self.report_of("kolna")["count"]["min"], 13)
        self.connection.delete("kolna")
        self.undo(correction)
        self.put("kolna", KOLNA)
        self.assertEqual(self.report_of("kolna")["count"]["min"], 12)

    def test_only_the_claim_meant_is_corrected(self):
        reports = self.put("both", "Shelling in Kolna killed 12 Norland soldiers and wounded 30 on Tuesday, the governor said.")
        self.assertEqual([report["subtype"] for report in reports], ["killed", "wounded"])
        self.patch(reports[1]["id"], {"count": {"min": 31, "max": 31}})
        self.put("both", "Rain fell. Shelling in Kolna killed 12 Norland soldiers and wounded 30 on Tuesday, the governor said.")
        reports = self.fetch(API + "/articles/both")["reports"]
        self.assertEqual([report["count"]["min"] for report in reports], [12, 31])

    def keeps_to_the_last(self, text, revised):
        """Its last report is corrected, the article revised: whose count is the analyst's now, and whether it applies."""
        last = self.put("twice", text)[-1]["id"]
        correction = self.patch(last, {"count": {"min": 99, "max": 99}})["correction"]["id"]
        reports = sorted(self.put("twice", revised), key=lambda report: report["count"]["begin"])
        applies = self.fetch(API + "/corrections/" + correction)["applies"]
        self.undo(correction)
        return [report["count"]["min"] for report in reports], applies

    def test_it_stays_with_its_claim(self):
        shell = "Norland shells killed two people in Kolna and two in Brask on Monday, officials said."
        rain = "The river rose by two metres in the night."
        kolna = KOLNA.replace("Tuesday", "Monday")
        for text, revised, counts, applies in (
                (shell, "UPDATED. " + shell, [2, 99], True),
                (shell, shell.replace("in Brask", "in Tarrow"), [2, 2], False),
                ("%s %s %s" % (kolna, rain, kolna), "It rained. %s %s %s" % (kolna, rain, kolna), [12, 99], True),
                ("%s %s %s" % (kolna, rain, kolna), "%s %s" % (kolna, rain), [12], False),
                ("%s %s" % (kolna, rain), "It rained. %s %s %s" % (kolna, rain, kolna), [12, 12], False),
                ("%s %s" % (kolna, rain), "It rained. %s" % kolna, [99], True)):
            with self.subTest(text=text, revised=revised):
                self.assertEqual(self.keeps_to_the_last(text, revised), (counts, applies))

    def test_split_of_a_sentence_that_stands_twice(self):
        twice = KOLNA + " The river rose by two metres in the night. " + KOLNA
        first, second = self.put("twice", twice)
        correction = self.split(first["event"], second["id"])["correction"]["id"]
        self.put("twice", "It rained. " + twice)
        read = self.fetch(API + "/corrections/" + correction)
        mine = [claim["report"] for claim in read["claims"] if claim["article"] == "twice"]
        self.assertEqual((read["applies"], len(mine), len(set(mine))), (True, 2, 2))

    def test_tried_only(self):
        before = self.report_of("kolna"), self.fetch(API + "/events"), self.fetch(API + "/timeline")
        answer = self.patch(self.id, {"count": {"min": 99, "max": 99}}, query="?dry_run=1")
        self.assertIsNone(answer["correction"]["id"])
        self.assertEqual(answer["report"]["count"]["min"], 99)
        self.assertEqual(answer["report"]["corrections"], [])
        self.assertEqual(answer["events"][0]["count"], {"min": 99, "max": 99})
        self.assertEqual(answer["events"][0]["id"], self.report["event"])
        self.assertEqual(answer["events"][0]["report_ids"], [self.id])
        self.assertEqual((self.report_of("kolna"), self.fetch(API + "/events"), self.fetch(API + "/timeline")), before)
        self.assertEqual(self.corrections(), [])
        self.put("again", KOLNA_AGAIN)  # the writer has forgotten it, too
        self.assertEqual(self.events(), [["again", "kolna"]])
        self.assertEqual(self.patch(self.id, {"actor": "Tarrow"}, query="?dry_run=0")["correction"]["id"], "c1")

    def refused(self, change, status, pointer=None):
        problem = self.patch(self.id, change, status)
        if pointer:
            self.assertEqual(problem["errors"][0]["pointer"], pointer, problem)
        self.assertEqual(self.report_of("kolna"), self.report)
        self.assertEqual(self.corrections(), [])

    def test_an_unknown_word_is_told_which_there_are(self):
        problem = self.patch(self.id, {"status": "true"}, 400)
        self.assertIn("confirmed, claimed, unverified", problem["errors"][0]["detail"], problem)

    def test_impossible_values(self):
        for change, status, pointer in (
                ({}, 400, None), ({"note": "nothing"}, 400, None), ([], 400, None), ("x", 400, None),
                ({"sybtype": "killed"}, 400, "/sybtype"), ({"kind": "deployment"}, 400, "/kind"), ({"id": "r2"}, 400, "/id"),
                ({"subtype": "slain"}, 400, "/subtype"), ({"subtype": None}, 400, "/subtype"), ({"subtype": 1}, 400, "/subtype"),
                ({"subtype": "sent"}, 422, "/subtype"),
                ({"scope": "total"}, 400, "/scope"), ({"scope": None}, 400, "/scope"),
                ({"status": "true"}, 400, "/status"), ({"status": []}, 400, "/status"),
                ({"count": 12}, 400, "/count"), ({"count": {}}, 400, "/count"), ({"count": {"min": None}}, 400, "/count"),
                ({"count": {"min": -1}}, 400, "/count/min"), ({"count": {"max": 1.5}}, 400, "/count/max"),
                ({"count": {"max": "12"}}, 400, "/count/max"), ({"count": {"min": 10 ** 13}}, 400, "/count/min"),
                ({"count": {"min": 1, "text": "one"}}, 400, "/count/text"),
                ({"count": {"min": 13, "max": 12}}, 422, "/count/max"),
                ({"actor": ""}, 400, "/actor"), ({"actor": " "}, 400, "/actor"), ({"actor": ["Norland"]}, 400, "/actor"),
                ({"actor": "x" * 301}, 400, "/actor"), ({"actor": "a\nb"}, 400, "/actor"),
                ({"counterpart": 1}, 400, "/counterpart"), ({"source": 1}, 400, "/source"), ({"source": {}}, 400, "/source/name"),
                ({"source": {"name": "x", "text": "y"}}, 400, "/source/text"),
                ({"places": "Kolna"}, 400, "/places"), ({"places": [1]}, 400, "/places/0"),
                ({"places": ["Kolna", {}]}, 400, "/places/1/name"), ({"places": [{"name": "K", "x": 1}]}, 400, "/places/0/x"),
                ({"places": [{"name": "K", "country": "no"}]}, 400, "/places/0/country"),
                ({"places": [{"name": "K", "precision": "town"}]}, 400, "/places/0/precision"),
                ({"places": [{"name": "K", "lat": 91, "lon": 0}]}, 400, "/places/0/lat"),
                ({"places": [{"name": "K", "lat": 9}]}, 400, "/places/0"), ({"places": ["x"] * 101}, 400, "/places"),
                ({"date": "2025-03-01"}, 400, "/date"), ({"date": {}}, 400, "/date"),
                ({"date": {"first": "2025-02-29"}}, 400, "/date/first"), ({"date": {"first": 5}}, 400, "/date/first"),
                ({"date": {"last": "2025-03-01T10:00:00Z"}}, 400, "/date/last"),
                ({"date": {"first": "2025-03-01", "edtf": "x"}}, 400, "/date/edtf"),
                ({"date": {"first": "2025-03-01", "precision": "days"}}, 400, "/date/precision"),
                ({"date": {"first": "2025-03-01", "precision": "none"}}, 400, "/date/precision"),
                ({"date": {"first": "2025-03-01", "approximate": 1}}, 400, "/date/approximate"),
                ({"date": {"first": "2025-03-02", "last": "2025-03-01"}}, 422, "/date/last"),
                ({"date": {"first": "0001-01-01", "last": "9999-12-31"}}, 422, "/date/last"),
                ({"date": {"first": "1925-01-01", "last": "2025-01-01"}}, 422, "/date/last"),
                ({"date": {"first": "2025-03-01", "last": "2025-03-30", "precision": "year"}}, 422, "/date/precision"),
                ({"date": {"first": "2025-03-01", "last": "2025-03-06", "precision": "week"}}, 422, "/date/precision"),
                ({"said": {"first": "0001-01-01", "last": "9999-12-31"}}, 422, "/said/last"),
                ({"said": {"first": "2025-03-01", "last": "2025-03-01", "precision": "month"}}, 422, "/said/precision"),
                ({"said": {"first": "2025-03-02", "last": "2025-03-01"}}, 422, "/said/last"),
                ({"rejected": None}, 400, "/rejected"), ({"rejected": 1}, 400, "/rejected"),
                ({"actor": "x", "note": 1}, 400, "/note"), ({"actor": "x", "note": "y" * 2001}, 400, "/note")):
            with self.subTest(change=change):
                self.refused(change, status, pointer)

    def test_bad_requests(self):
        ask = self.connection.ask
        path = API + "/reports/" + self.id
        self.assertEqual(ask("PATCH", path, b"{", {"Content-Type": "application/json"}).status, 400)
        self.assertEqual(ask("PATCH", path, b"{}", {"Content-Type": "text/plain"}).status, 415)
        self.assertEqual(ask("PATCH", path, {"actor": "x"}, {"Origin": "https://elsewhere.example"}).status, 403)
        self.assertEqual(ask("PATCH", path + "?dry_run=yes", {"actor": "x"}).status, 400)
        self.assertEqual(ask("PATCH", path + "?dry=1", {"actor": "x"}).status, 400)
        for other in ("r99", "e1", "r0", "r", "x", "r1x"):
            self.assertEqual(ask("PATCH", API + "/reports/" + other, {"actor": "x"}).status, 404, other)
        answer = self.get(path)
        self.assertEqual((answer.status, answer.headers["Allow"]), (405, "PATCH"))
        self.assertEqual(self.corrections(), [])


class OfEvents(CorrectionsTest):
    def setUp(self):
        super().setUp()
        self.put("kolna", KOLNA)
        self.put("again", KOLNA_AGAIN)
        self.put("brask", BRASK)
        self.put("sent", SENT)
        self.apart = [["again", "kolna"], ["brask"], ["sent"]]
        self.assertEqual(self.events(), self.apart)

    def test_join(self):
        kolna, brask = self.event_of("kolna"), self.event_of("brask")
        revision = self.fetch(API + "/events/" + brask)["revision"]
        answer = self.join(kolna, brask)
        self.assertEqual(self.events(), [["again", "brask", "kolna"], ["sent"]])
        self.assertEqual([event["id"] for event in answer["events"]], [kolna])
        self.assertEqual(answer["removed"], [{"id": brask, "successor": kolna}])
        moved = self.get(API + "/events/" + brask)
        self.assertEqual((moved.status, moved.headers["Location"]), (301, API + "/events/" + kolna))
        event = self.fetch(API + "/events/" + kolna)
        self.assertEqual(event["date"]["first"], "2025-03-17")  # the hull: they exclude each other
        self.assertEqual((event["killed"], event["wounded"]), ({"min": 12, "max": 12}, {"min": 40, "max": 40}))
        self.assertEqual([report["why"]["correction"] for report in event["reports"]], ["c1"] * 3)
        # a claim that comes later goes with the half that it is like
        self.put("later", "On Tuesday twelve soldiers from Norland were killed in Kolna, the governor said.")
        self.assertEqual(self.events(), [["again", "brask", "kolna", "later"], ["sent"]])
        self.undo("c1")
        self.assertEqual(self.events(), [["again", "kolna", "later"], ["brask"], ["sent"]])
        self.assertEqual(self.event_of("kolna"), kolna)
        self.assertEqual(self.event_of("brask"), brask)  # it comes back under its id
        event = self.fetch(API + "/events/" + brask)
        self.assertEqual((event["killed"], event["revision"]), (None, revision + 1))
        self.join(kolna, brask)
        self.assertEqual(self.get(API + "/events/" + brask).status, 301)

    def test_split(self):
        event = self.event_of("kolna")
        report = self.report_of("again")["id"]
        answer = self.split(event, report)
        self.assertEqual(self.events(), [["again"], ["brask"], ["kolna"], ["sent"]])
        self.assertEqual(len(answer["events"]), 2)
        self.assertEqual(self.event_of("kolna"), event)
        self.assertEqual([claim["split_off"] for claim in answer["correction"]["claims"]], [False, True])
        self.assertEqual(self.fetch(API + "/events/" + self.event_of("again"))["reports"][0]["why"]["correction"], "c1")
        self.assertIsNone(self.fetch(API + "/events/" + event)["reports"][0]["why"])
        self.put("again", "It rained. " + KOLNA_AGAIN)  # survives that its article is read again
        self.assertEqual(self.events(), [["again"], ["brask"], ["kolna"], ["sent"]])
        self.undo("c1")
        self.assertEqual(self.events(), self.apart)
        self.assertEqual(self.event_of("again"), event)

    def test_those_split_off_stay_together(self):
        self.join(self.event_of("kolna"), self.event_of("brask"))
        event = self.event_of("kolna")
        self.split(event, self.report_of("brask")["id"], self.report_of("again")["id"])
        self.assertEqual(self.events(), [["again", "brask"], ["kolna"], ["sent"]])
        self.undo("c1")  # the join: what was split off together stays so
        self.assertEqual(self.events(), [["again", "brask"], ["kolna"], ["sent"]])
        self.undo("c2")
        self.assertEqual(self.events(), self.apart)

    def test_the_later_decision_wins(self):
        event = self.event_of("kolna")
        self.split(event, self.report_of("again")["id"])
        self.join(event, self.event_of("again"))
        self.assertEqual(self.events(), self.apart)
        self.split(self.event_of("again"), self.report_of("again")["id"])
        self.assertEqual(self.events(), [["again"], ["brask"], ["kolna"], ["sent"]])
        self.undo("c3")
        self.assertEqual(self.events(), self.apart)
        self.undo("c2")
        self.assertEqual(self.events(), [["again"], ["brask"], ["kolna"], ["sent"]])

    def test_dormant_until_its_articles_come_back(self):
        self.join(self.event_of("kolna"), self.event_of("brask"))
        self.connection.delete("brask")
        self.assertTrue(self.corrections()[0]["applies"])  # the other two are still held together
        self.connection.delete("again")
        self.assertFalse(self.corrections()[0]["applies"])
        self.put("brask", BRASK)
        self.put("again", KOLNA_AGAIN)
        self.assertEqual(self.events(), [["again", "brask", "kolna"], ["sent"]])
        self.restart()
        for article, text in (("kolna", KOLNA), ("again", KOLNA_AGAIN), ("brask", BRASK)):
            self.connection.delete(article)
        for article, text in (("brask", BRASK), ("kolna", KOLNA), ("again", KOLNA_AGAIN)):
            self.put(article, text)
        self.assertEqual(self.events(), [["again", "brask", "kolna"], ["sent"]])

    def test_tried_only(self):
        kolna, brask = self.event_of("kolna"), self.event_of("brask")
        before = self.fetch(API + "/events"), self.fetch(API + "/timeline")
        answer = self.join(kolna, brask, status=200, query="?dry_run=1")
        self.assertEqual(answer["events"][0]["reports"], 3)
        self.assertEqual(answer["removed"], [{"id": brask, "successor": kolna}])
        answer = self.split(kolna, self.report_of("again")["id"], status=200, query="?dry_run=1")
        self.assertEqual(sorted(event["id"] or "" for event in answer["events"]), ["", kolna])  # a new one has no id yet
        self.assertEqual((self.fetch(API + "/events"), self.fetch(API + "/timeline")), before)
        self.assertEqual(self.corrections(), [])
        self.join(kolna, brask)
        answer = self.undo("c1", 200, "?dry_run=1")
        self.assertEqual(answer["correction"]["id"], "c1")
        self.assertEqual(len(answer["events"]), 2)
        self.assertEqual(self.events(), [["again", "brask", "kolna"], ["sent"]])
        self.assertEqual(len(self.corrections()), 1)

    def test_what_cannot_be_joined(self):
        kolna, brask, sent = (self.event_of(article) for article in ("kolna", "brask", "sent"))
        for events, status, pointer in (
                ([], 422, "/events"), ([kolna], 422, "/events"), ([kolna, kolna], 422, "/events/1"), ([kolna, sent], 422, "/events/1"),
                ([kolna, "e99"], 422, "/events/1"), (["r1", kolna], 400, "/events/0"), ([kolna, 1], 400, "/events/1"),
                ([kolna, None], 400, "/events/1"), (kolna, 400, "/events"), ([kolna] * 1001, 413, "/events")):
            with self.subTest(events=events):
                self.assertEqual(self.post("/events/join", {"events": events}, status)["errors"][0]["pointer"], pointer)
        self.assertEqual(self.post("/events/join", {}, 400)["errors"][0]["pointer"], "/events")
        self.assertEqual(self.post("/events/join", {"events": [kolna, brask], "reports": []}, 400)["errors"][0]["pointer"],
                         "/reports")
        self.post("/events/join", [kolna, brask], 400)
        self.assertEqual(self.get(API + "/events/join").status, 404)  # no id of an event
        self.join(kolna, brask)
        self.assertIn(kolna, self.join(kolna, brask, status=422)["detail"])  # it was merged into that one
        self.connection.delete("sent")
        self.assertEqual(self.join(kolna, sent, status=422)["errors"][0]["pointer"], "/events/1")
        self.assertEqual(len(self.corrections()), 1)

    def test_what_cannot_be_split_off(self):
        kolna, brask = self.event_of("kolna"), self.event_of("brask")
        reports = [self.report_of(article)["id"] for article in ("kolna", "again", "brask")]
        for ids, status, pointer in (
                ([], 422, "/reports"), (reports[:2], 422, "/reports"), ([reports[0], reports[0]], 422, "/reports/1"),
                ([reports[2]], 422, "/reports/0"), (["r99"], 422, "/reports/0"), (["e1"], 400, "/reports/0"), ({}, 400, "/reports")):
            with self.subTest(reports=ids):
                self.assertEqual(self.post("/events/%s/split" % kolna, {"reports": ids}, status)["errors"][0]["pointer"], pointer)
        self.split("e99", reports[0], status=404)
        self.split("x", reports[0], status=404)
        self.split(brask, reports[2], status=422)
        self.join(kolna, brask)
        answer = self.connection.ask("POST", "%s/events/%s/split" % (API, brask), {"reports": [reports[2]]})
        self.assertEqual((answer.status, answer.headers["Location"]), (308, "%s/events/%s/split" % (API, kolna)))
        sent = self.event_of("sent")
        self.patch(self.report_of("sent")["id"], {"rejected": True})
        self.split(sent, "r1", status=410)
        self.assertIn("rejected", self.split(kolna, self.report_of("sent")["id"], status=422)["detail"])
        self.assertEqual(len(self.corrections()), 2)


class Listed(CorrectionsTest):
    def test_pages_and_single_ones(self):
        report = self.put("kolna", KOLNA)[0]["id"]
        for i in range(5):
            self.patch(report, {"count": {"min": i, "max": i}, "note": "number %d" % i})
        rows, pages = self.pages(API + "/corrections?limit=2", "corrections")
        self.assertEqual(([row["id"] for row in rows], pages), (["c1", "c2", "c3", "c4", "c5"], 3))
        self.assertEqual(rows[3]["change"], {"count": {"min": 3, "max": 3}})
        self.assertEqual(rows[3]["claims"][0]["evidence"]["exact"], KOLNA)
        self.assertEqual(rows[3]["claims"][0]["count"]["text"], "Twelve")
        self.assertEqual(self.fetch(API + "/corrections/c4"), rows[3])
        self.undo("c5")
        self.undo("c5", 404)
        for missing in ("c9", "c", "e1", "c0"):
            self.assertEqual(self.get(API + "/corrections/" + missing).status, 404)
            self.undo(missing, 404)
        self.patch(report, {"actor": "Tarrow"})
        self.assertEqual(self.corrections()[-1]["id"], "c6")  # an id is not given again
        self.assertEqual(self.get(API + "/corrections?sort=date").status, 400)

    def test_what_was_answered_is_on_disk(self):
        report = self.put("kolna", KOLNA)[0]["id"]
        event = self.put("brask", BRASK)[0]["event"]
        self.patch(report, {"count": {"min": 13, "max": 13}})
        self.join(self.event_of("kolna"), event)
        self.undo("c1")
        self.connection.http.close()
        self.server.kill()
        self.server.start()
        self.connection = self.server.connect()
        self.assertEqual([correction["id"] for correction in self.corrections()], ["c2"])
        self.assertEqual(self.events(), [["brask", "kolna"]])
        self.assertEqual(self.report_of("kolna")["count"]["min"], 12)

    def test_many_at_once(self):
        reports = [self.put("a%d" % i, KOLNA.replace("Kolna", "Kolna%d" % i))[0]["id"] for i in range(8)]

        def work(number):
            with self.server.connect() as connection:
                for i in range(10):
                    self.assertEqual(connection.ask("PATCH", "%s/reports/%s" % (API, reports[number]),
                                                    {"count": {"min": i, "max": i}}).status, 200)
                    self.assertIn(connection.post({"id": "x%d-%d" % (number, i), "published": "2025-03-19",
                                                   "text": KOLNA}).status, (200, 201))

        threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(len(self.fetch(API + "/corrections?limit=1000")["corrections"]), 80)
        for i in range(8):
            self.assertEqual(self.report_of("a%d" % i)["count"]["min"], 9)


if __name__ == "__main__":
    unittest.main()
