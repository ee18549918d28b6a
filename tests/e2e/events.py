"""Events, reports and the timeline, asked for as a reader would."""

import time
import unittest

from harness import API, ServerTest

ARTICLES = [
    {"id": "a", "published": "2024-12-17", "publisher": "The Example", "title": "Losses near Kharkiv",
     "text": "At least 12 Norwegian soldiers were killed near Kharkiv on Saturday, the defence ministry said."},
    {"id": "b", "published": "2024-12-17", "publisher": "The Sample", "title": "Norway counts its dead",
     "text": "The defence ministry said on Monday that at least 12 Norwegian soldiers were killed near Kharkiv on "
             "Saturday."},
    {"id": "c", "published": "2024-11-05", "publisher": "The Example", "title": "Norway sends troops",
     "text": "About 3,000 Norwegian troops were deployed to Poland on 28 October, the president said."},
]


# 2025-03-19 is a Wednesday: its last Tuesday is the day before, or else that of the week before.
DOUBTFUL = {"id": "doubtful", "published": "2025-03-19", "publisher": "The Example",
            "text": "Twelve Norland soldiers were killed last Tuesday near the village of Brask, the army said. In May 2024 "
                    "about 900 Norland troops were sent to Kolna."}
SURE = {"id": "sure", "published": "2025-03-19", "publisher": "The Sample",
        "text": "The army said that twelve Norland soldiers were killed on 18 March 2025 near the village of Brask."}


class DoubtfulDates(ServerTest):
    OTHER = [{"value": "2025-03-11", "date": {"first": "2025-03-11", "last": "2025-03-11", "precision": "day",
                                              "edtf": "2025-03-11"}}]

    def test_another_reading_is_told_wherever_the_report_is(self):
        annotated = self.connection.post(DOUBTFUL, API + "/annotate").json
        posted = self.store(**DOUBTFUL)
        event = posted["reports"][0]["event"]
        for name, reports in (("annotated", annotated["reports"]), ("posted", posted["reports"]),
                              ("article", self.fetch(API + "/articles/doubtful")["reports"]),
                              ("list", self.fetch(API + "/reports?sort=-date")["reports"]),
                              ("event", self.fetch(API + "/events/" + event)["reports"])):
            with self.subTest(name):
                self.assertEqual(reports[0]["date"]["edtf"], "2025-03-18")
                self.assertEqual(reports[0]["date_basis"]["text"], "last Tuesday")
                self.assertEqual(reports[0]["date_basis"]["alternatives"], self.OTHER)
                for report in reports[1:]:
                    self.assertNotIn("alternatives", report["date_basis"])

    def test_an_event_is_in_doubt_until_a_report_is_sure(self):
        event = self.store(**DOUBTFUL)["reports"][0]["event"]
        listed = {row["id"]: row for row in self.fetch(API + "/events")["events"]}
        self.assertEqual(listed.pop(event)["date_alternatives"], self.OTHER)
        self.assertEqual(["date_alternatives" in row for row in listed.values()], [False])
        self.assertEqual(self.fetch(API + "/events/" + event)["date_alternatives"], self.OTHER)
        self.assertEqual(self.store(**SURE)["reports"][0]["event"], event)
        self.assertNotIn("date_alternatives", self.fetch(API + "/events/" + event))
        self.assertEqual(self.connection.delete("sure").status, 204)
        self.assertEqual(self.fetch(API + "/events/" + event)["date_alternatives"], self.OTHER)


TOTAL = {"id": "total", "published": "2031-03-04", "publisher": "The Example",
         "text": "A raid in Ostrel on Monday killed 12 people, officials said."}
PARTS = [{"id": "soldiers", "published": "2031-03-04", "publisher": "The Sample",
          "text": "Seven soldiers were killed in the raid in Ostrel on Monday, the army said."},
         {"id": "civilians", "published": "2031-03-04", "publisher": "The Pattern",
          "text": "Five civilians were killed in Ostrel on Monday, a doctor said."}]


class PartsOfATotal(ServerTest):
    def events(self):
        return self.fetch(API + "/events")["events"]

    def test_parts_are_one_event_with_their_total_as_long_as_it_is_told(self):
        for articles in ([TOTAL, *PARTS], [*PARTS, TOTAL], [PARTS[1], TOTAL, PARTS[0]]):
            with self.subTest([article["id"] for article in articles]):
                for article in articles:
                    self.store(**article)
                event, = self.events()
                self.assertEqual((event["title"], event["killed"]), ("12 people killed in Ostrel", {"min": 12, "max": 12}))
                reports = {report["article"]: report for report in self.fetch(API + "/events/" + event["id"])["reports"]}
                self.assertNotIn("part_of", reports["total"]["why"])
                for part in PARTS:
                    self.assertEqual(reports[part["id"]]["why"]["part_of"],
                                     {"report": reports["total"]["id"], "text": "part of 12 told by officials"})
                self.assertEqual(self.connection.delete("total").status, 204)
                self.assertEqual(sorted(event["title"] for event in self.events()),
                                 ["5 civilians killed in Ostrel", "7 soldiers killed in Ostrel"])
                for part in PARTS:
                    self.assertEqual(self.connection.delete(part["id"]).status, 204)

    def test_an_earlier_toll_is_no_part(self):
        for text, told, killed in (
                ("Shells that hit the market in Karsk on Monday killed 11 civilians, the mayor said.",
                 "The death toll from Monday's shelling of the market in Karsk has risen to 19, Mayor Ilya Dorn said.", (11, 19)),
                ("Shells that hit the market in Poltava on Monday killed 14 civilians, police said.",
                 "Nineteen people were killed in Monday's shelling of Poltava, Mayor Ilya Dorn said.", (14, 19))):
            self.store(id="first", published="2031-03-04", publisher="The Sample", text=text)
            self.store(id="then", published="2031-03-05", publisher="The Pattern", text=told)
            event, = self.events()
            self.assertEqual(event["killed"], {"min": killed[0], "max": killed[1]})
            for report in self.fetch(API + "/events/" + event["id"])["reports"]:
                self.assertNotIn("part_of", report["why"] or {})
            for article in ("first", "then"):
                self.assertEqual(self.connection.delete(article).status, 204)


class Events(ServerTest):
    def setUp(self):
        super().setUp()
        for article in ARTICLES:
            self.store(**article)

    def events(self, query):
        return self.fetch(API + "/events" + query)["events"]

    def test_events_are_found_by_the_days_they_cover(self):
        for query, count in (("?from=2024-12-14&to=2024-12-14", 1), ("?from=2024-12-15&to=2024-12-31", 0),
                             ("?from=2024-10&to=2024-10", 1), ("?from=2024&to=2024", 2), ("?to=2024-10-27", 0)):
            with self.subTest(query=query):
                self.assertEqual(len(self.events(query)), count)

    def test_events_are_found_by_what_they_are(self):
        for query, count in (("?kind=casualty", 1), ("?kind=deployment", 1), ("?kind=casualty&kind=deployment", 2),
                             ("?subtype=killed", 1), ("?subtype=captured", 0), ("?min_count=13", 1), ("?max_count=13", 1),
                             ("?min_count=3001", 0), ("?max_count=11", 0), ("?scope=incident", 2), ("?scope=cumulative", 0),
                             ("?country=UA", 1), ("?country=pl", 1), ("?country=FR", 0), ("?country=UA&country=PL", 2),
                             ("?place=Kharkiv", 1), ("?place=kharkiv", 1), ("?place=Kharkov", 1), ("?place=Ukraine", 1),
                             ("?place=ua", 1), ("?place=poland", 1), ("?place=Kharkiv+Oblast", 1), ("?place=France", 0),
                             ("?place=Ukraine&place=Poland", 2), ("?place=Ukraine&country=PL", 0),
                             ("?actor=norway", 2), ("?source=PRESIDENT", 1),
                             ("?source=president", 1), ("?source=nobody", 0),
                             ("?status=claimed", 2), ("?status=denied", 0), ("?publisher=The%20Sample", 1),
                             ("?publisher=The+Sample", 1), ("?publisher=sample", 1), ("?publisher=AP", 0),
                             ("?actor=Norway", 2), ("?actor=nobody", 0), ("?kind=casualty&country=PL", 0)):
            with self.subTest(query=query):
                self.assertEqual(len(self.events(query)), count)
                # Two of the three reports are of one event, each of a publisher of its own.
                reports = self.fetch(API + "/reports" + query)["reports"]
                events = {report["event"] for report in reports}
                self.assertEqual(events, {event["id"] for event in self.events(query)})
                timeline = self.fetch(API + "/timeline" + query)
                self.assertEqual(sum(cell["events"] for cell in timeline["buckets"] + timeline["undated"]), count)

    def test_events_are_found_by_the_moment_of_their_last_change(self):
        first = self.events("")[0]["updated"]
        moment = first
        while moment == first:
            time.sleep(0.2)
            self.connection.delete("a")  # a change
            self.store(**ARTICLES[0])
            event, = self.events("?kind=casualty")
            moment = event["updated"]
        for order in ("date", "-date", "-updated", "-count"):
            with self.subTest(order=order):
                self.assertEqual([found["id"] for found in self.events("?sort=%s&updated_since=%s" % (order, moment))],
                                 [event["id"]])
                self.assertEqual(len(self.events("?sort=%s&updated_since=2000-01-01" % order)), 2)
                self.assertEqual(self.events("?sort=%s&updated_since=9000-01-01" % order), [])
        timeline = self.fetch(API + "/timeline?updated_since=" + moment)
        self.assertEqual([cell["kind"] for cell in timeline["buckets"]], ["casualty"])

    def test_what_a_list_does_not_filter_by_is_refused(self):
        for path, name in (("/reports", "updated_since"), ("/articles", "updated_since"), ("/events", "said_from"),
                           ("/events", "bbox"), ("/events", "q"), ("/reports", "format"), ("/events", "interval"),
                           ("/articles", "country"), ("/timeline", "said_to"), ("/timeline", "sort")):
            with self.subTest(path=path, name=name):
                answer = self.get(API + path + "?%s=2024-12-17" % name)
                self.assertEqual((answer.status, answer.json["errors"][0]["parameter"]), (400, name))

    def test_two_articles_on_one_happening_make_one_event(self):
        event, = self.events("?kind=casualty")
        self.assertEqual((event["reports"], event["articles"], event["publishers"]), (2, 2, 2))
        self.assertEqual(event["count"]["min"], 12)
        detail = self.fetch(API + "/events/" + event["id"])
        self.assertEqual({report["article"] for report in detail["reports"]}, {"a", "b"})
        for report in detail["reports"]:
            self.assertEqual(report["event"], event["id"])
            self.assertGreaterEqual(report["why"]["total"], 100)
            self.assertIn(report["publisher"], ("The Example", "The Sample"))
        without = {name: value for name, value in event.items() if name != "reports"}
        self.assertEqual(without, {name: detail[name] for name in without})

    def test_the_reports_of_an_event_come_in_pages(self):
        event, = self.events("?kind=casualty")
        path = API + "/events/" + event["id"]
        whole = self.fetch(path)
        self.assertEqual((whole["report_count"], len(whole["reports"]), whole["next"]), (2, 2, None))
        reports, pages = self.pages(path + "?limit=1", "reports")
        self.assertEqual((reports, pages), (whole["reports"], 2))
        for query, name in (("?limit=0", "limit"), ("?cursor=x", "cursor"), ("?sort=date", "sort"), ("?kind=casualty", "kind")):
            answer = self.get(path + query)
            self.assertEqual((answer.status, answer.json["errors"][0]["parameter"]), (400, name))

    def test_reports_are_listed_with_their_articles(self):
        reports = self.fetch(API + "/reports?kind=casualty")["reports"]
        self.assertEqual({(report["article"], report["title"]) for report in reports},
                         {("a", "Losses near Kharkiv"), ("b", "Norway counts its dead")})

    def test_the_timeline_counts_each_event_in_its_bucket(self):
        timeline = self.fetch(API + "/timeline?interval=month&kind=casualty")
        self.assertEqual(timeline["interval"], "month")
        bucket, = timeline["buckets"]
        self.assertEqual((bucket["first"], bucket["last"], bucket["kind"]), ("2024-12-01", "2024-12-31", "casualty"))
        self.assertEqual((bucket["events"], bucket["reports"]), (1, 2))
        self.assertEqual(bucket["killed"]["min"], 12)

    def test_an_event_keeps_its_id_when_an_article_comes_or_goes(self):
        event, = self.events("?kind=casualty")
        self.connection.delete("a")
        after, = self.events("?kind=casualty")
        self.assertEqual((after["id"], after["reports"]), (event["id"], 1))
        self.assertGreater(after["revision"], event["revision"])

    def test_a_restart_changes_nothing(self):
        paths = [API + "/events", API + "/reports", API + "/articles", API + "/timeline?interval=week"]
        before = [self.fetch(path) for path in paths]
        self.restart()
        self.assertEqual([self.fetch(path) for path in paths], before)


if __name__ == "__main__":
    unittest.main()
