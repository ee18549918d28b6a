"""What is wrong with a request is told precisely, as a problem document, and changes nothing."""

import unittest

from harness import API, ServerTest

# body, place of the fault ("/pointer", or None for the whole body)
BAD_ARTICLES = [
    (b"", None),
    (b"{", None),
    (b"[]", None),
    (b'"text"', None),
    (b'{"text": "x", "published": "2024-12-17"} x', None),
    (b'{"text": "\xff", "published": "2024-12-17"}', None),
    (b'{"text": "x", "text": "y", "published": "2024-12-17"}', None),
    ({}, "/text"),
    ({"text": "x"}, "/published"),
    ({"text": "x", "published": 5}, "/published"),
    ({"text": "x", "published": "yesterday"}, "/published"),
    ({"text": "x", "published": "2024-02-30"}, "/published"),
    ({"text": "x", "published": "2024-12-17T25:00:00Z"}, "/published"),
    ({"text": 5, "published": "2024-12-17"}, "/text"),
    ({"text": "x", "published": "2024-12-17", "id": "a/b"}, "/id"),
    ({"text": "x", "published": "2024-12-17", "id": "a" * 201}, "/id"),
    ({"text": "x", "published": "2024-12-17", "title": ["x"]}, "/title"),
    ({"text": "x", "published": "2024-12-17", "language": "xx-"}, "/language"),
    ({"text": "x", "published": "2024-12-17", "language": "english"}, "/language"),
    ({"text": "x", "published": "2024-12-17", "publishr": "The Example"}, "/publishr"),
    ({"text": "x", "html": "<p>x</p>", "published": "2024-12-17"}, "/html"),
]

BAD_QUERIES = [
    ("/events?from=2024-13-01", "from"),
    ("/events?from=x", "from"),
    ("/events?from=", "from"),
    ("/events?from=2024-12-02&to=2024-12-01", "to"),
    ("/events?from=2024&from=2024", "from"),
    ("/events?kind=war", "kind"),
    ("/events?status=maybe", "status"),
    ("/events?kind=deployment&subtype=killed", "subtype"),
    ("/timeline?subtype=sent&kind=casualty", "subtype"),
    ("/events?limit=0", "limit"),
    ("/events?limit=1001", "limit"),
    ("/events?limit=ten", "limit"),
    ("/events?min_count=-1", "min_count"),
    ("/events?sort=size", "sort"),
    ("/events?cursor=abc", "cursor"),
    ("/events?open=2", "open"),
    ("/events?form=2024", "form"),
    ("/events?actor=%ff", "actor"),
    ("/events?actor=%00", "actor"),
    ("/events?actor=%2", "actor"),
    ("/timeline?interval=hour", "interval"),
    ("/timeline?limit=5", "limit"),
    ("/articles?kind=casualty", "kind"),
    ("/articles/a?x=1", "x"),
    ("/version?x=1", "x"),
]

NOT_THERE = ["/articles/nobody", "/articles/a%2Fb", "/events/e999", "/events/999", "/events/e0", "/events/e-1",
             "/events/e99999999999999999999", "/events/r1", "/nothing", "/articles/a/b", "", "/events/"]


class Errors(ServerTest):
    def check(self, answer, status):
        self.assertEqual(answer.status, status, answer)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        problem = answer.json
        self.assertEqual(problem["status"], status)
        self.assertTrue(problem["type"])
        self.assertTrue(problem["title"])
        self.assertTrue(problem["detail"])
        return problem

    def tearDown(self):
        self.assertEqual(self.fetch(API + "/articles")["articles"], [])

    def test_a_bad_article_is_refused_with_the_place_of_its_fault(self):
        for path in (API + "/articles", API + "/annotate"):
            for body, pointer in BAD_ARTICLES:
                with self.subTest(path=path, body=body[:60] if isinstance(body, bytes) else body):
                    headers = {"Content-Type": "application/json"}
                    problem = self.check(self.connection.ask("POST", path, body, headers), 400)
                    if pointer:
                        self.assertEqual(problem["errors"][0]["pointer"], pointer)
                        self.assertTrue(problem["errors"][0]["detail"])

    def test_a_wrong_date_is_told_in_words(self):
        problem = self.check(self.connection.post({"text": "x", "published": "2025-13-01"}), 400)
        self.assertEqual(problem["detail"], '/published: "2025-13-01" is not a date: the month is 13; expected YYYY-MM-DD, or '
                                            'RFC 3339 such as 2024-12-14T09:30:00+02:00')
        problem = self.check(self.get(API + "/events?to=2025-02-30"), 400)
        self.assertEqual(problem["detail"], 'to: "2025-02-30" is not a date: the day is 30, and that month has 28; expected a '
                                            'day, month or year such as 2024-12-14, 2024-12 or 2024')

    def test_deep_nesting_is_refused_where_it_begins(self):
        problem = self.check(self.connection.ask("POST", API + "/articles", b"[" * 1000000,
                                                 {"Content-Type": "application/json"}), 413)
        self.assertEqual((problem["line"], problem["column"]), (1, 65))

    def test_malformed_json_is_told_by_line_and_column(self):
        problem = self.check(self.connection.ask("POST", API + "/articles", b'{"text": "x",\n "published" "2024"}',
                                                 {"Content-Type": "application/json"}), 400)
        self.assertEqual(problem["line"], 2)
        self.assertIn("line 2, column", problem["detail"])

    def test_a_language_without_rules_is_refused(self):
        problem = self.check(self.connection.post({"text": "Bonjour.", "published": "2024-12-17", "language": "fr"}),
                             422)
        self.assertEqual(problem["errors"][0]["pointer"], "/language")

    def test_a_text_of_another_language_than_is_assumed_is_refused(self):
        text = ("Bei einem Angriff auf die Stadt Kolna wurden am Sonntag mindestens zwölf Soldaten aus Norland getötet, "
                "wie der Gouverneur in der Nacht sagte. Nach seinen Worten war zunächst nicht klar, was in dem Dorf so "
                "plötzlich geschehen war; an eine Rückkehr der Bewohner war noch nicht zu denken. "
                "Wer dort noch lebt, soll sich bei den Behörden melden, hieß es weiter.")
        problem = self.check(self.connection.post({"text": text, "published": "2024-12-17"}), 422)
        self.assertEqual(problem["errors"][0]["pointer"], "/language")

    def test_a_bad_query_is_refused_by_the_name_of_the_parameter(self):
        for path, name in BAD_QUERIES:
            with self.subTest(path=path):
                problem = self.check(self.get(API + path), 400)
                self.assertEqual(problem["errors"][0]["parameter"], name)

    def test_what_is_not_there_is_not_found(self):
        for path in NOT_THERE:
            with self.subTest(path=path):
                self.check(self.get(API + path), 404)
        self.check(self.get("/assets/../server.db"), 404)
        self.check(self.connection.delete("nobody"), 404)

    def test_a_wrong_method_is_told_the_right_ones(self):
        for method, path, allow in (("PUT", "/articles", {"GET", "HEAD", "POST"}), ("POST", "/events", {"GET", "HEAD"}),
                                    ("PATCH", "/articles/a", {"GET", "HEAD", "DELETE"}), ("GET", "/annotate", {"POST"}),
                                    ("BREW", "/events", {"GET", "HEAD"})):
            with self.subTest(method=method, path=path):
                answer = self.connection.ask(method, API + path)
                self.check(answer, 405)
                self.assertEqual(set(answer.headers["Allow"].split(", ")), allow)

    def test_options_tells_the_methods(self):
        for path, allow in (("/api/v1/articles", {"GET", "HEAD", "POST"}), ("/api/v1/events/e1", {"GET", "HEAD"}),
                            ("/api/v1/articles/a", {"GET", "HEAD", "DELETE"}), ("/", {"GET", "HEAD"})):
            with self.subTest(path=path):
                answer = self.connection.ask("OPTIONS", path)
                self.assertEqual((answer.status, answer.body), (204, b""))
                self.assertEqual(set(answer.headers["Allow"].split(", ")), allow)
        self.check(self.connection.ask("OPTIONS", "/nothing"), 404)

    def test_another_form_than_json_is_not_given(self):
        for accept, status in (("application/json", 200), ("*/*", 200), ("Application/*;q=0.1", 200), ("", 200),
                               ("text/html,application/xhtml+xml,*/*;q=0.8", 200),
                               ("text/csv, application/json; charset=utf-8", 200), ("text/csv", 406),
                               ("application/geo+json", 406), ("application/json;q=0, text/csv", 406),
                               ("*/*, application/json;q=0.000", 406), ("text/csv;x=\"application/json\"", 406)):
            with self.subTest(accept=accept):
                answer = self.get(API + "/events", Accept=accept)
                if status == 406:
                    self.assertEqual(self.check(answer, 406)["errors"][0]["parameter"], "Accept")
                self.assertEqual(answer.status, status)
        article = {"text": "x", "published": "2024-12-17"}
        self.check(self.connection.ask("POST", API + "/articles", article, {"Accept": "text/csv"}), 406)
        self.assertEqual(self.get("/", Accept="text/html").status, 200)
        self.check(self.connection.ask("DELETE", API + "/articles/a", headers={"Accept": "text/csv"}), 404)

    def test_only_json_is_taken(self):
        body = b'{"text": "x", "published": "2024-12-17"}'
        for kind in (None, "text/plain", "application/x-www-form-urlencoded", "application/json; charset=latin1",
                     "multipart/form-data", "application/jsonp"):
            with self.subTest(kind=kind):
                headers = {"Content-Type": kind} if kind else {}
                self.check(self.connection.ask("POST", API + "/articles", body, headers), 415)
        self.check(self.connection.ask("POST", API + "/articles", body,
                                       {"Content-Type": "application/json", "Content-Encoding": "gzip"}), 415)

    def test_a_page_elsewhere_can_neither_write_nor_pass_for_this_host(self):
        own = "http://127.0.0.1:%d" % self.server.port
        article = {"text": "x", "published": "2024-12-17"}
        for origin in ("http://example.org", "null", own.replace("http", "ftp"), own + "0", "http://localhost"):
            with self.subTest(origin=origin):
                self.check(self.connection.ask("POST", API + "/articles", article, {"Origin": origin}), 403)
                self.check(self.connection.ask("DELETE", API + "/articles/a", headers={"Origin": origin}), 403)
        self.assertEqual(self.connection.ask("POST", API + "/annotate", article, {"Origin": own}).status, 200)
        for host, status in (("example.org", 421), ("127.0.0.1.example.org", 421), ("", 421), ("10.0.0.1", 421),
                             ("localhost", 200), ("localhost:1", 200), ("127.9.9.9", 200), ("[::1]:8080", 200)):
            with self.subTest(host=host):
                self.assertEqual(self.get("/healthz", Host=host).status, status)

    def test_every_answer_forbids_to_guess_and_to_run(self):
        for path in ("/healthz", "/", API + "/events", API + "/nothing", "/openapi.json"):
            with self.subTest(path=path):
                headers = self.get(path).headers
                self.assertEqual(headers["X-Content-Type-Options"], "nosniff")
                self.assertIn("default-src 'none'", headers["Content-Security-Policy"])
                self.assertNotIn("unsafe", headers["Content-Security-Policy"])


class BodyLimit(ServerTest):
    settings = ("--max-body", "4k")

    def test_a_large_body_is_refused_and_the_next_request_answered(self):
        for size, status in ((4000, 400), (4096, 400), (4097, 413), (16000, 413)):
            with self.subTest(size=size):
                answer = self.connection.ask("POST", API + "/articles", b" " * size,
                                             {"Content-Type": "application/json"})
                self.assertEqual(answer.status, status, answer)
                self.assertEqual(self.get("/healthz").status, 200)


class MemoryLimit(ServerTest):
    settings = ("--max-body", "1M")

    def test_an_article_that_takes_too_much_memory_is_told_apart_from_a_busy_server(self):
        answer = self.connection.post({"text": "9 die. " * 148000, "published": "2025-03-19"})
        self.assertEqual(answer.status, 413, answer)
        self.assertIn("takes more than 96 MB of memory", answer.json["detail"])
        self.assertIsNone(answer.headers["Retry-After"])


class ReportLimit(ServerTest):
    settings = ("--max-reports", "3")

    def test_an_article_of_too_many_reports_is_refused_whole(self):
        sentences = ["%s soldiers of Norland were killed in Kolna on Tuesday." % number
                     for number in ("Seven", "Nineteen", "Forty", "Ninety")]
        for count, status in ((3, 201), (4, 413)):
            answer = self.connection.post({"text": " ".join(sentences[:count]), "published": "2025-03-19",
                                           "id": "a%d" % count})
            self.assertEqual(answer.status, status, answer)
        self.assertIn("holds 4 reports, more than 3 (the setting max-reports)", answer.json["detail"])
        self.assertEqual(self.get(API + "/articles/a4").status, 404)
        found = self.connection.ask("POST", API + "/annotate", {"text": " ".join(sentences), "published": "2025-03-19"})
        self.assertEqual(found.status, 413, found)


if __name__ == "__main__":
    unittest.main()
