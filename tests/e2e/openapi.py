"""The description of the interface is true: real answers validate against it, and every parameter it names is taken."""

import unittest

import jsonschema

from harness import API, ServerTest

EXAMPLES = {"series": "casualty:norland", "from": "2024-12-14", "to": "2025", "open": "1", "country": "UA", "min_count": "1", "max_count": "9", "place": "New+York",
            "said_from": "2024-12", "said_to": "2025", "limit": "5", "updated_since": "2024-12-14T09:30:00%2B02:00", "sort": "-date", "explain": "1"}


class OpenApi(ServerTest):
    def setUp(self):
        super().setUp()
        self.document = self.fetch("/openapi.json")
        self.store(id="a", published="2024-12-17", publisher="The Example", title="Losses near Kharkiv",
                   text="At least 12 Norwegian soldiers were killed and about 30 were wounded near Kharkiv on Saturday, the "
                        "defence ministry said. In October, about 3,000 Norwegian troops were deployed to Poland.")
        self.store(id="b", published="2024-12-17", text="The defence ministry said at least 12 Norwegian soldiers were "
                                                        "killed near Kharkiv on Saturday.")

    def resolve(self, thing):
        if "$ref" in thing:
            for step in thing["$ref"].split("/")[1:]:
                self.document_at = (self.document if step == "components" else self.document_at)[step]
            return self.document_at
        return thing

    def validate(self, answer, path, method="get", status=200):
        self.assertEqual(answer.status, status)
        responses = self.document["paths"][path][method]["responses"]
        self.assertIn(str(answer.status), responses)
        content = self.resolve(responses[str(answer.status)])["content"]
        media = answer.headers["Content-Type"].split(";")[0]
        self.assertIn(media, content)
        schema = dict(content[media]["schema"], components=self.document["components"])
        jsonschema.Draft202012Validator(schema).validate(answer.json)

    def test_real_answers_are_as_described(self):
        event = self.fetch(API + "/events?kind=casualty")["events"][0]["id"]
        self.validate(self.get(API + "/articles/x"), API + "/articles/{id}", status=404)
        self.validate(self.get(API + "/events?limit=x"), API + "/events", status=400)
        for path, described in ((API + "/articles", None), (API + "/articles/a", API + "/articles/{id}"),
                                (API + "/articles/a?explain=1", API + "/articles/{id}"),
                                (API + "/events", None), (API + "/events?limit=1", API + "/events"),
                                (API + "/events/" + event, API + "/events/{id}"), (API + "/reports", None),
                                (API + "/timeline", None), (API + "/timeline?interval=year", API + "/timeline"),
                                (API + "/version", None), (API + "/reprocess", None), ("/healthz", None), ("/readyz", None),
                                ("/openapi.json", None)):
            with self.subTest(path=path):
                self.validate(self.get(path), described or path)

    def test_what_few_answers_hold_is_as_described(self):
        self.store(id="c", published="2025-03-04", text="A raid in Ostrel on Monday killed 12 people, including three children, officials said.")
        self.store(id="d", published="2025-03-04", text="Three children were killed in Ostrel on Monday, a doctor said.")
        self.store(id="e", published="2025-03-05", text="Thirty Norland soldiers have been killed so far, the Velmar army said.")
        event = self.fetch(API + "/articles/d")["reports"][0]["event"]
        answer = self.get(API + "/events/" + event)
        self.assertEqual(sum("part_of" in (report["why"] or {}) for report in answer.json["reports"]), 1)
        self.validate(answer, API + "/events/{id}")
        answer = self.get(API + "/events?series=casualty:norland")
        self.assertEqual([event["series"] for event in answer.json["events"]], ["casualty:norland"])
        self.validate(answer, API + "/events")

    def test_real_answers_to_posts_are_as_described(self):
        article = {"published": "2024-12-18", "text": "On Monday 5 Norwegian soldiers were killed in Kyiv. Last Tuesday "
                                                      "40 Norwegian soldiers were captured in Kharkiv."}
        self.validate(self.connection.post(article), API + "/articles", "post", 201)
        self.validate(self.connection.post(article), API + "/articles", "post", 200)  # it is there already
        self.validate(self.get(API + "/events"), API + "/events")  # one of them has another reading
        self.validate(self.connection.post({}), API + "/articles", "post", 400)
        self.validate(self.connection.post(article, API + "/annotate"), API + "/annotate", "post")
        self.validate(self.connection.post(article, API + "/annotate?explain=1"), API + "/annotate", "post")
        for text in ("A bomb killed nine people in Quetta on Sunday. Twelve people were wounded.",
                     "A bomb went off in Quetta. A guard was hurt. The blast took place on Sunday.",
                     "2 December\n\nShells killed five people.\n\n3 December\n\nShells killed nine people."):
            self.validate(self.connection.post(dict(article, text=text), API + "/annotate?explain=1"), API + "/annotate", "post")
        self.validate(self.connection.ask("POST", API + "/reprocess"), API + "/reprocess", "post", 202)
        self.validate(self.get(API + "/reprocess"), API + "/reprocess")

    def test_real_answers_to_corrections_are_as_described(self):
        ask = self.connection.ask
        events = [event["id"] for event in self.fetch(API + "/events?kind=casualty")["events"]]
        reports = self.fetch(API + "/events/" + events[0])["reports"]
        change = {"count": {"min": 13, "max": None}, "places": ["Kharkiv"], "source": {"name": "a hospital"},
                  "date": {"first": None, "last": "2024-12-14"}, "said": None, "note": "heard again"}
        patched = API + "/reports/" + reports[0]["id"]
        self.validate(ask("PATCH", patched + "?dry_run=1", change), API + "/reports/{id}", "patch")
        self.validate(ask("PATCH", patched, change), API + "/reports/{id}", "patch")
        self.validate(ask("PATCH", patched, {"rejected": True}), API + "/reports/{id}", "patch")
        self.validate(ask("PATCH", patched, {"sub": 1}), API + "/reports/{id}", "patch", 400)
        self.validate(ask("PATCH", patched, {"subtype": "sent"}), API + "/reports/{id}", "patch", 422)
        for path, described in ((API + "/articles/a", API + "/articles/{id}"), (API + "/corrections", None),
                                (API + "/corrections/c1", API + "/corrections/{id}"),
                                (API + "/events/" + events[0], API + "/events/{id}")):
            self.validate(self.get(path), described or path)
        self.validate(ask("DELETE", API + "/corrections/c2?dry_run=1"), API + "/corrections/{id}", "delete")
        self.assertEqual(ask("DELETE", API + "/corrections/c2").status, 204)
        self.assertEqual(ask("DELETE", API + "/corrections/c1").status, 204)
        for query, status in (("?dry_run=1", 200), ("", 201)):
            self.validate(ask("POST", "%s/events/%s/split%s" % (API, events[0], query), {"reports": [reports[0]["id"]]}),
                          API + "/events/{id}/split", "post", status)
        events = [event["id"] for event in self.fetch(API + "/events?kind=casualty")["events"]]
        for query, status in (("?dry_run=1", 200), ("", 201)):
            self.validate(ask("POST", API + "/events/join" + query, {"events": events[:2]}), API + "/events/join", "post", status)
        self.validate(ask("POST", API + "/events/join", {"events": []}), API + "/events/join", "post", 422)
        self.validate(self.get(API + "/events/" + events[0]), API + "/events/{id}")
        self.validate(self.get(API + "/corrections/c9"), API + "/corrections/{id}", status=404)

    def test_every_described_parameter_is_taken(self):
        for path, methods in self.document["paths"].items():
            path = path.replace("{id}", "a" if "articles" in path else "e1")
            for parameter in methods.get("get", {}).get("parameters", []):
                parameter = self.resolve(parameter)
                if parameter["in"] != "query" or parameter["name"] == "cursor":
                    continue
                schema = parameter["schema"].get("items", parameter["schema"])
                value = EXAMPLES.get(parameter["name"]) or schema.get("enum", ["x"])[-1]
                with self.subTest(path=path, parameter=parameter["name"]):
                    self.fetch("%s?%s=%s" % (path, parameter["name"], value))

    def test_the_document_is_well_formed(self):
        self.assertEqual(self.document["openapi"][:4], "3.1.")
        for schema in self.document["components"]["schemas"].values():
            jsonschema.Draft202012Validator.check_schema(schema)


if __name__ == "__main__":
    unittest.main()
