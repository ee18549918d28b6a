"""Which articles come to tell of one event: from the words to the merged events."""

import unittest

from harness import API, ServerTest

# what it shows, how many events there are, their sizes (killed), articles as (published, text)
CASES = [
    ("a toll that rises, of people without a name", [(14, 19)],
     ("2025-03-18", "A missile strike on Poltava on Monday killed at least 14 Ukrainian soldiers, the army said."),
     ("2025-03-19", "The death toll from Monday's missile strike on Poltava has risen to 19, the governor said.")),
    ("the same in a place that no gazetteer knows", [(8, 11)],
     ("2025-03-18", "Eight Ukrainian soldiers were killed in the village of Brask on Monday, the army said."),
     ("2025-03-19", "The death toll from Monday's strike on the village of Brask has risen to 11.")),
    ("the toll of the next day's strike", [(14, None), (19, 19)],
     ("2025-03-18", "A missile strike on Poltava on Monday killed at least 14 Ukrainian soldiers, the army said."),
     ("2025-03-19", "The death toll from Tuesday's missile strike on Poltava has risen to 19, the governor said.")),
    ("the same words of two villages that no gazetteer knows", [(3, 3), (3, 3)],
     ("2025-03-18", "A drone killed three people in the village of Orskow on Monday, the governor said."),
     ("2025-03-18", "A drone killed three people in the village of Lundby on Monday, the governor said.")),
    ("two towns of one region", [(12, 12), (12, 12)],
     ("2025-03-18", "A drone killed 12 people in Kupiansk in the Kharkiv region on Monday, the governor said."),
     ("2025-03-18", "A drone killed 12 people in Izium in the Kharkiv region on Monday, the governor said.")),
]


class Merging(ServerTest):
    def test_what_is_one_event(self):
        for order in (1, -1):
            for name, tolls, *articles in CASES:
                with self.subTest(name, order=order):
                    for number, (published, text) in list(enumerate(articles))[::order]:
                        self.store(id="a%d" % number, published=published, publisher="Paper %d" % number, text=text)
                    events = self.fetch(API + "/events")["events"]
                    self.assertEqual([(event["killed"]["min"], event["killed"]["max"]) for event in events], tolls)
                    for number in range(len(articles)):
                        self.assertEqual(self.connection.delete("a%d" % number).status, 204)


if __name__ == "__main__":
    unittest.main()
