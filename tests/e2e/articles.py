"""An article is posted, read, replaced, listed and removed."""

import unittest

from harness import API, ServerTest

TEXT = ("At least 12 Norwegian soldiers were killed near Kharkiv on Saturday, the defence ministry said. "
        "Seven others were wounded.")


class Articles(ServerTest):
    def test_a_new_article_is_answered_with_what_was_found(self):
        answer = self.connection.post({"text": TEXT, "title": "Norway reports losses", "published": "2024-12-17",
                                       "publisher": "The Example", "url": "https://example.org/a"})
        self.assertEqual(answer.status, 201, answer)
        article = answer.json
        self.assertEqual(answer.headers["Location"], API + "/articles/" + article["id"])
        self.assertEqual(article["text"], TEXT)
        self.assertEqual(article["title"], "Norway reports losses")
        self.assertEqual(article["published"], "2024-12-17")
        self.assertEqual(article["language"], "en")
        saturday = [timex for timex in article["timexes"] if timex["text"] == "Saturday"]
        self.assertEqual([timex["value"] for timex in saturday], ["2024-12-14"])
        self.assertEqual(TEXT[saturday[0]["begin"]:saturday[0]["end"]], "Saturday")
        self.assertTrue(article["reports"])
        for report in article["reports"]:
            self.assertRegex(report["id"], "^r[0-9]+$")
            self.assertRegex(report["event"], "^e[0-9]+$")
            self.assertEqual(report["article"], article["id"])

    def test_a_stored_article_reads_back_as_it_was_answered(self):
        posted = self.store(text=TEXT, published="2024-12-17T08:30:00+02:00", id="key:1", author="A. Writer")
        read = self.fetch(API + "/articles/key:1")
        self.assertEqual(read["revision"], 1)
        for name in posted:
            if name not in ("revision", "stored"):
                self.assertEqual(read[name], posted[name], name)

    def test_the_same_content_is_not_stored_twice(self):
        first = self.connection.post({"text": TEXT, "published": "2024-12-17"})
        second = self.connection.post({"text": TEXT, "published": "2024-12-17"})
        self.assertEqual((first.status, second.status), (201, 200))
        self.assertEqual(first.json["id"], second.json["id"])
        self.assertEqual(first.json["reports"], second.json["reports"])
        self.assertEqual(len(self.fetch(API + "/articles")["articles"]), 1)
        self.assertEqual(self.fetch(API + "/articles/" + first.json["id"])["revision"], 1)

    def test_new_content_under_a_known_id_replaces_the_reports(self):
        self.store(text=TEXT, published="2024-12-17", id="a")
        answer = self.connection.post({"text": "Nothing happened on Sunday.", "published": "2024-12-17", "id": "a"})
        self.assertEqual(answer.status, 200)
        read = self.fetch(API + "/articles/a")
        self.assertEqual((read["text"], read["reports"], read["revision"]), ("Nothing happened on Sunday.", [], 2))
        self.assertEqual(self.fetch(API + "/reports")["reports"], [])
        self.assertEqual(self.fetch(API + "/events")["events"], [])

    def test_a_known_url_is_the_same_article(self):
        first = self.store(text=TEXT, published="2024-12-17", url="https://example.org/a")
        answer = self.connection.post({"text": TEXT + " One is missing.", "published": "2024-12-17",
                                       "url": "https://example.org/a"})
        self.assertEqual((answer.status, answer.json["id"]), (200, first["id"]))
        self.assertEqual(len(self.fetch(API + "/articles")["articles"]), 1)

    def test_a_new_id_for_a_known_url_is_refused(self):
        first = self.store(text=TEXT, published="2024-12-17", url="https://example.org/a")
        for text in (TEXT, TEXT + " One is missing."):
            answer = self.connection.post({"text": text, "published": "2024-12-17", "url": "https://example.org/a",
                                           "id": "mine"})
            self.assertEqual(answer.status, 409)
            self.assertEqual([error["pointer"] for error in answer.json["errors"]], ["/id"])
            self.assertIn('"%s"' % first["id"], answer.json["detail"])
        self.assertEqual(self.fetch(API + "/articles/" + first["id"])["revision"], 1)

    def test_a_news_article_of_schema_org_is_taken(self):
        article = self.store(**{"@type": "NewsArticle", "headline": "Norway reports losses", "articleBody": TEXT,
                                "datePublished": "2024-12-17T10:00:00Z", "inLanguage": "en",
                                "publisher": {"@type": "Organization", "name": "The Example"}})
        self.assertEqual((article["title"], article["publisher"]), ("Norway reports losses", "The Example"))

    def test_a_page_tells_its_own_title_and_date(self):
        page = ("<html><head><title>Norway reports losses</title>"
                '<meta property="article:published_time" content="2024-12-17T10:00:00Z"></head>'
                "<body><nav>Home World Sport</nav><article><h1>Norway reports losses</h1><p>%s</p></article></body>"
                "</html>" % TEXT)
        article = self.store(html=page)
        self.assertEqual(article["title"], "Norway reports losses")
        self.assertTrue(article["published"].startswith("2024-12-17"))
        self.assertIn("12 Norwegian soldiers", article["text"])
        self.assertNotIn("Sport", article["text"])

    def test_a_removed_article_takes_its_reports_and_events_along(self):
        self.store(text=TEXT, published="2024-12-17", id="a")
        event = self.fetch(API + "/events")["events"][0]["id"]
        answer = self.connection.delete("a")
        self.assertEqual((answer.status, answer.body), (204, b""))
        self.assertEqual(self.get(API + "/articles/a").status, 404)
        self.assertEqual(self.connection.delete("a").status, 404)
        self.assertEqual(self.fetch(API + "/events")["events"], [])
        self.assertEqual(self.get(API + "/events/" + event).status, 410)

    def test_a_day_that_has_not_come_is_warned_of(self):
        article = {"published": "2999-12-17", "text": "Twelve soldiers were killed on Monday."}
        for path in ("/articles", "/annotate"):
            answer = self.connection.ask("POST", API + path, article).json
            self.assertEqual([warning["pointer"] for warning in answer["warnings"]], ["/published"], path)
            self.assertIn("after today", answer["warnings"][0]["detail"])
            self.assertEqual(answer["reports"][0]["date"]["first"], "2999-12-16")
        for day in ("2024-12-17", "1999-12-31"):
            self.assertNotIn("warnings", self.connection.ask("POST", API + "/annotate", dict(article, published=day)).json)

    def test_articles_are_listed_by_day_and_publisher(self):
        for day in (3, 1, 2):
            self.store(text="Text %d." % day, published="2024-12-0%d" % day, id="a%d" % day,
                       publisher="Odd" if day % 2 else "Even")
        ids = lambda query: [article["id"] for article in self.fetch(API + "/articles" + query)["articles"]]
        self.assertEqual(ids(""), ["a1", "a2", "a3"])
        self.assertEqual(ids("?sort=-date"), ["a3", "a2", "a1"])
        self.assertEqual(ids("?publisher=Odd"), ["a1", "a3"])
        self.assertEqual(ids("?from=2024-12-02"), ["a2", "a3"])

    def test_annotate_stores_nothing(self):
        answer = self.connection.post({"text": TEXT, "published": "2024-12-17"}, API + "/annotate")
        self.assertEqual(answer.status, 200, answer)
        self.assertTrue(answer.json["timexes"])
        self.assertTrue(answer.json["reports"])
        self.assertEqual({(report["id"], report["event"]) for report in answer.json["reports"]}, {(None, None)})
        self.assertEqual(self.fetch(API + "/articles")["articles"], [])

    def test_annotate_finds_what_a_post_finds(self):
        article = {"text": TEXT, "published": "2024-12-17", "id": "a"}
        annotated, stored = self.connection.post(article, API + "/annotate").json, self.store(**article)
        for report in annotated["reports"] + stored["reports"]:
            del report["id"], report["event"]
        self.assertEqual(annotated, stored)

    def test_the_words_of_every_report_stand_in_the_article(self):
        text = "Überall Öl \U0001F6E2. " + TEXT
        article = self.store(text=text, published="2024-12-17")
        self.assertTrue(article["reports"])
        for report in article["reports"]:
            for quote, name in ((report["evidence"], "exact"), (report["count"], "text"),
                                (report["date_basis"], "text"), (report["source"], "text")):
                if quote and quote[name] is not None:
                    self.assertEqual(article[quote["field"]][quote["begin"]:quote["end"]], quote[name])


if __name__ == "__main__":
    unittest.main()
