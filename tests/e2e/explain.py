"""explain=1: every report says which rules made it, and every word that it names stands in the article at that place."""

import glob
import json
import os
import sqlite3
import unittest

from harness import API, ServerTest

SAMPLES = os.path.join(os.path.dirname(__file__), "../data/sample/*.json")
PARTS = ("trigger", "count", "people", "actor", "counterpart")


def words_of(explanation):
    """All words that an explanation names."""
    named = [explanation[part] for part in PARTS]
    named += [thing["words"] for thing in explanation["rules"] + explanation["places"]]
    named += [explanation[part]["words"] for part in ("date", "source", "status")]
    return [words for words in named if words is not None]


class Explain(ServerTest):
    def check_words(self, article):
        checked = 0
        for report in article["reports"]:
            for words in words_of(report["explanation"]):
                field = article[words["field"]]
                self.assertEqual(field[words["begin"]:words["end"]], words["text"])
                checked += 1
            self.assertIn(report["rule"], [rule["rule"] for rule in report["explanation"]["rules"]] + ["denial"])
        return checked

    def annotate(self, text, **more):
        answer = self.connection.post(dict({"published": "2025-03-17", "text": text}, **more), API + "/annotate?explain=1")
        self.assertEqual(answer.status, 200, answer)
        return answer.json

    def test_words_of_the_samples_stand_where_they_are_said_to(self):
        checked = 0
        for path in glob.glob(SAMPLES):
            with open(path, encoding="utf-8") as file:
                article = json.load(file)
            checked += self.check_words(self.annotate(**article))
            stored = self.store(**article)
            explained = self.fetch(API + "/articles/%s?explain=1" % stored["id"])
            self.assertEqual(explained["explained"], {"rules": self.fetch(API + "/version")["rules"], "differs": False})
            self.check_words(explained)
        self.assertGreater(checked, 300)

    def test_words_behind_code_points_of_several_bytes(self):
        self.assertGreater(self.check_words(self.annotate(
            "\u201cZażółć \U0001f30d\u201d – at least 30 Norland soldiers were killed near Żółw on Sunday, the army said.")), 6)

    def test_each_part_names_its_words(self):
        article = self.annotate("At least 30 Norland soldiers were killed near the village of Brask over the weekend, the Tarrow "
                                "Intelligence Service said on Monday.")
        found = article["reports"][0]["explanation"]
        self.assertEqual({part: found[part] and found[part]["text"] for part in PARTS},
                         {"trigger": "killed", "count": "At least 30", "people": "At least 30 Norland soldiers",
                          "actor": "Norland", "counterpart": None})
        self.assertEqual([rule["rule"] for rule in found["rules"]],
                         ["quantity.qualified", "people.counted", "verb.passive", "passive"])
        self.assertEqual([(place["name"], place["by"], place["words"]["text"]) for place in found["places"]],
                         [("Brask", "sentence", "Brask")])
        date = found["date"]
        self.assertEqual((date["by"], date["words"]["text"], date["rule"], date["anchor"]),
                         ("clause", "the weekend", "unit.weekend", "published"))
        for part in ("source", "status"):
            self.assertEqual((found[part]["by"], found[part]["words"]["text"]),
                             ("attribution", "the Tarrow Intelligence Service said on Monday"))

    def test_what_ties_a_date_and_what_gives_a_status(self):
        for text, tie, ground, words in (
                ("Nine soldiers were killed in Kolna.", "told", "assertion", "were killed"),
                ("On Sunday, nine soldiers were killed in Kolna.", "clause", "assertion", "were killed"),
                ("A bomb exploded in Kolna on Sunday. Nine soldiers were killed.", "attack", "assertion", None),
                ("16 March\nNine soldiers were killed in Kolna.\n\n15 March\nTwo soldiers were killed in Brask.", "section",
                 "assertion", None),
                ("Nine soldiers may have been killed in Kolna.", "told", "hedge", "may have been killed"),
                ("Nine soldiers were reportedly killed in Kolna.", "told", "hedge", None),
                ("Norland will send 300 soldiers to Kolna.", "none", "future", "will send"),
                ("Were nine soldiers killed in Kolna?", None, "question", "Were nine soldiers killed in Kolna?"),
                ("The army denied that nine soldiers were killed in Kolna.", "told", "attribution", "The army denied"),
                ("Nine soldiers were killed in Kolna. That could not be independently verified.", "told", "doubt", None)):
            with self.subTest(text=text):
                article = self.annotate(text)
                found = article["reports"][0]["explanation"]
                self.check_words(article)
                self.assertEqual((tie or found["date"]["by"], ground), (found["date"]["by"], found["status"]["by"]))
                self.assertIn(words, (None, found["status"]["words"]["text"]))

    def test_stored_reports_that_the_present_rules_do_not_make(self):
        self.store(id="a", published="2025-03-17", text="Nine soldiers were killed in Kolna on Sunday. Two were wounded.")
        self.server.stop()
        with sqlite3.connect(os.path.join(self.folder, "test.db")) as database:
            database.execute("UPDATE report SET count_min = 8 WHERE count_min = 9")
        database.close()
        self.connection.http.close()
        self.server.start()
        self.connection = self.server.connect()
        article = self.fetch(API + "/articles/a?explain=1")
        self.assertTrue(article["explained"]["differs"])
        self.assertEqual([report["explanation"] is None for report in article["reports"]], [True, False])

    def test_what_analysts_corrected(self):
        """What was read is explained, whatever an analyst put in its place."""
        report = self.store(id="a", published="2025-03-17", text="Nine soldiers were killed in Kolna on Sunday, the army said. "
                            "Two were wounded.")["reports"][0]["id"]
        before = self.fetch(API + "/articles/a?explain=1")
        for change in ({"count": {"min": 5}, "actor": "Norland", "date": None, "source": "Tarn", "status": "denied",
                        "places": ["Brask", "Tolm", "Halvik", "Dunmere"]}, {"subtype": "wounded"}, {"rejected": True}):
            answer = self.connection.ask("PATCH", API + "/reports/" + report, change)
            self.assertEqual(answer.status, 200, answer)
            after = self.fetch(API + "/articles/a?explain=1")
            self.assertEqual(after["explained"], before["explained"])
            self.assertEqual([report["explanation"] for report in after["reports"]],
                             [report["explanation"] for report in before["reports"]])

    def test_only_who_asks_is_told(self):
        article = self.store(id="a", published="2025-03-17", text="Nine soldiers were killed in Kolna on Sunday.")
        self.assertNotIn("explained", article)
        for answer in (self.get(API + "/articles/a?explain=0"), self.get(API + "/articles/a"),
                       self.connection.post(article_of(article), API + "/annotate?explain=0")):
            self.assertEqual(answer.status, 200, answer)
            self.assertNotIn("explained", answer.json)
            self.assertNotIn("explanation", answer.json["reports"][0])
        self.assertEqual(self.get(API + "/articles/a?explain=yes").status, 400)
        self.assertEqual(self.connection.post(article_of(article), API + "/annotate?explain=").status, 400)
        self.assertEqual(self.connection.post(article_of(article), API + "/articles?explain=1").status, 400)


def article_of(answer):
    return {"published": answer["published"], "text": answer["text"]}


if __name__ == "__main__":
    unittest.main()
