"""Whatever is found stands in the article at the place that is given for it, and nothing of the past lies after it.

Runs over the sample articles; with `invariant.py FILE...` over any files of one article each (.json) or one a line
(.jsonl), of which each wrong report is printed.
"""

import glob
import json
import os
import sys
import tempfile
import unittest

from harness import API, Server, ServerTest

SAMPLES = os.path.join(os.path.dirname(__file__), "../data/sample/*.json")
MEMBERS = ("id", "url", "title", "text", "html", "published", "publisher", "author", "language")
AHEAD = ("expected", "hypothetical")


def read_articles(path):
    with open(path, encoding="utf-8") as file:
        things = [json.loads(line) for line in file if line.strip()] if path.endswith(".jsonl") else [json.load(file)]
    for thing in things:
        if "id" not in thing and "doc" in thing:
            thing = dict(thing, id="".join(c if c.isalnum() and c.isascii() or c in "._:-" else "-" for c in str(thing["doc"])))
        yield {name: thing[name] for name in MEMBERS if thing.get(name) is not None}


def quotes(report):
    """Each quoted run of words: what it is, where, and its words."""
    count, basis, source, evidence = report["count"], report["date_basis"], report["source"], report["evidence"]
    if count and count["text"] is not None:
        yield "count", count, count["text"]
    if basis["text"] is not None:
        yield "date_basis", basis, basis["text"]
    if source["text"] is not None:
        yield "source", source, source["text"]
    yield "evidence", evidence, evidence["exact"]
    explanation = report.get("explanation") or {}
    for part in ("trigger", "count", "people", "actor", "counterpart"):
        if explanation.get(part):
            yield "explanation " + part, explanation[part], explanation[part]["text"]
    for part in [*explanation.get("rules", []), *explanation.get("places", []),
                 *(explanation[part] for part in ("date", "source", "status") if part in explanation)]:
        if part["words"]:
            yield "explanation", part["words"], part["words"]["text"]


def wrong_interval(date):
    return date is not None and (date["first"] is None and date["last"] is None or
                                 None not in (date["first"], date["last"]) and date["first"] > date["last"])


def wrong_report(report, article):
    """What is wrong with a report of an answer with the article's texts."""
    published = article["published"][:10]
    for name, place, words in quotes(report):
        text = article[place["field"]]
        if not words or text[place["begin"]:place["end"]] != words:
            yield "%s: %r stands at %d-%d" % (name, text[place["begin"]:place["end"]], place["begin"], place["end"])
    evidence = report["evidence"]
    text = article[evidence["field"]]
    if text[:evidence["begin"]][-32:] != evidence["prefix"] or text[evidence["end"]:][:32] != evidence["suffix"]:
        yield "what stands around the evidence is something else"
    date, said, count = report["date"], report["said"], report["count"]
    if wrong_interval(date) or wrong_interval(said):
        yield "an interval ends before it begins, or has no end at all"
    if said and (said["last"] or said["first"]) > published:
        yield "said after the article"
    if report["status"] not in AHEAD and report["subtype"] != "planned":
        if date is None:
            yield "a claim about the past without any bound"
        elif (date["first"] or date["last"]) > published or date["last"] is None or date["last"] > published:
            yield "it lies after the article: %s" % date["edtf"]
    if date and report["date_basis"]["timex"] is None and date["first"] is not None:
        yield "a first day that no words give"
    if count and None not in (count["min"], count["max"]) and count["min"] > count["max"]:
        yield "a count from more to less"


def wrong_timex(timex, article):
    text = article[timex["field"]]
    if text[timex["begin"]:timex["end"]] != timex["text"] or not timex["text"]:
        yield "time expression: %r stands at %d-%d" % (text[timex["begin"]:timex["end"]], timex["begin"], timex["end"])
    if wrong_interval(timex["date"]):
        yield "time expression: an interval ends before it begins"


def wrong_event(event, last_published):
    """An event that somebody says has happened begins no later than the latest of the articles."""
    happened = [status for status in event["statuses"] if status not in AHEAD and status != "denied"]
    date = event["date"]
    if happened and event["subtype"] != "planned" and date and (date["first"] or date["last"]) > last_published:
        yield "event %s lies after its articles: %s" % (event["id"], date["edtf"])
    if wrong_interval(date):
        yield "event %s: an interval ends before it begins" % event["id"]


def check(connection, articles, tell):
    """Posts the articles; calls tell(article, what) for everything that is wrong.  Returns what was looked at."""
    seen = {"articles": 0, "refused": 0, "timexes": 0, "reports": 0, "quotes": 0, "events": 0}
    for article in articles:
        answer = connection.post(article, API + "/annotate?explain=1")
        if answer.status != 200:
            seen["refused"] += 1
            continue
        found = answer.json
        seen["articles"] += 1
        seen["timexes"] += len(found["timexes"])
        seen["reports"] += len(found["reports"])
        for timex in found["timexes"]:
            for what in wrong_timex(timex, found):
                tell(article, what)
        for report in found["reports"]:
            seen["quotes"] += sum(1 for _ in quotes(report))
            for what in wrong_report(report, found):
                tell(article, "%s [%s]" % (what, report["evidence"]["exact"][:100]))
        connection.post(article)
    path = API + "/events?limit=1000"
    while path:
        page = connection.get(path).json
        for event in page["events"]:
            seen["events"] += 1
            reports = connection.get(API + "/events/%s?limit=1000" % event["id"]).json["reports"]
            for what in wrong_event(event, max(report["published"] for report in reports)[:10]):
                tell(event, what)
        path = page["next"]
    return seen


class Invariant(ServerTest):
    def test_the_sample_articles(self):
        wrong = []
        articles = [article for path in glob.glob(SAMPLES) for article in read_articles(path)]
        seen = check(self.connection, articles, lambda article, what: wrong.append((article["id"], what)))
        self.assertEqual(wrong, [])
        self.assertEqual(seen["articles"], len(articles))
        self.assertGreater(seen["reports"], 20)
        self.assertGreater(seen["quotes"], 10 * seen["reports"])

    def test_what_is_wrong_is_seen(self):
        text = "On Sunday, nine Norland soldiers were killed near Kolna, the army said on Monday."
        found = self.connection.post({"published": "2025-03-17", "text": text}, API + "/annotate").json
        self.assertEqual(list(wrong_report(found["reports"][0], found)), [])
        for path, value in ((("evidence", "begin"), 1), (("count", "text"), "eight"), (("date_basis", "end"), 3),
                            (("source", "begin"), 0), (("date", "last"), "2025-03-18"), (("said", "last"), "2025-03-18"),
                            (("evidence", "suffix"), "x"), (("date_basis", "timex"), None), (("count", "min"), 10)):
            wrong = json.loads(json.dumps(found["reports"][0]))
            wrong[path[0]][path[1]] = value
            with self.subTest(path=path):
                self.assertNotEqual(list(wrong_report(wrong, found)), [])


def main(paths):
    wrong = 0

    def tell(thing, what):
        nonlocal wrong
        wrong += 1
        print("%s: %s" % (thing.get("id"), what))

    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            server = Server(folder)
            with server.connect() as connection:
                seen = check(connection, read_articles(path), tell)
            server.stop()
        print("%s: %s" % (path, ", ".join("%d %s" % (number, name) for name, number in seen.items())))
    print("%d wrong" % wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(main(sys.argv[1:]))
    unittest.main()
