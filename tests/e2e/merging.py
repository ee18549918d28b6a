"""Which articles come to tell of one event: from the words to the merged events."""

import unittest
from urllib.parse import urlencode

from harness import API, ServerTest

# what it shows, the killed of each event (from, to), articles as (published, text)
CASES = [
    ("a toll that rises, of people without a name", [(14, 19)],
     ("2025-03-18", "A missile strike on Poltava on Monday killed at least 14 Ukrainian soldiers, the army said."),
     ("2025-03-19", "The death toll from Monday's missile strike on Poltava has risen to 19, the governor said.")),
    ("the same in a place that no gazetteer knows", [(8, 11)],
     ("2025-03-18", "Eight Ukrainian soldiers were killed in the village of Brask on Monday, the army said."),
     ("2025-03-19", "The death toll from Monday's strike on the village of Brask has risen to 11.")),
    ("a toll that rises within one article", [(14, 19)],
     ("2025-03-19", "A missile strike on Poltava on Monday killed at least 14 Ukrainian soldiers, the army said. The death toll has "
                    "risen to 19, the governor said.")),
    ("the toll of before", [(9, 19)],
     ("2025-03-19", "The death toll has risen to 19 after Monday's strike on Poltava. Earlier reports had put the toll at nine.")),
    ("soldiers and others, of a city of many blows", [(14, 14), (6, 6)],
     ("2025-03-17", "Fourteen soldiers were killed in a drone attack in Kharkiv on Monday, the army said."),
     ("2025-03-17", "Six people were killed when shells hit a market in Kharkiv on Monday, the mayor said.")),
    ("the toll of the next day's strike", [(14, None), (19, 19)],
     ("2025-03-18", "A missile strike on Poltava on Monday killed at least 14 Ukrainian soldiers, the army said."),
     ("2025-03-19", "The death toll from Tuesday's missile strike on Poltava has risen to 19, the governor said.")),
    ("the same words of two villages that no gazetteer knows", [(3, 3), (3, 3)],
     ("2025-03-18", "A drone killed three people in the village of Orskow on Monday, the governor said."),
     ("2025-03-18", "A drone killed three people in the village of Lundby on Monday, the governor said.")),
    ("what two sides lost", [(20, 20), (20, 20)],
     ("2025-03-18", "The army said 20 rebels were killed in Goma on Monday."),
     ("2025-03-18", "The rebels said 20 soldiers were killed in Goma on Monday.")),
    ("the same in one article", [(20, 20), (20, 20)],
     ("2025-03-18", "The army said 20 rebels were killed in Goma on Monday. M23 said 20 Congolese soldiers were killed in Goma on "
                    "Monday.")),
    ("civilians and fighters", [(3, 3), (3, 3)],
     ("2025-03-18", "Three civilians were killed in Kabul on Monday, police said."),
     ("2025-03-18", "Three Taliban fighters were killed in Kabul on Monday, officials said.")),
    ("rebels, and who they were", [(20, 20)],
     ("2025-03-18", "The army said 20 rebels were killed in Goma on Monday."),
     ("2025-03-18", "Twenty M23 fighters were killed in Goma on Monday, a governor said.")),
    ("a bomb and a shooting", [(9, 9), (9, 9)],
     ("2025-03-17", "A bombing killed nine people in Quetta on Sunday."),
     ("2025-03-17", "Gunmen shot dead nine people in Quetta on Sunday.")),
    ("two strikes of one day", [(2, 2), (2, 2)],
     ("2025-03-17", "On Monday morning a strike killed two people in Sumy."),
     ("2025-03-17", "On Monday evening a strike killed two people in Sumy.")),
    ("tallies over two areas", [(200, 200), (200, 200)],
     ("2025-03-17", "So far 200 people have been killed in Goma."),
     ("2025-03-24", "So far 200 people have been killed in Bukavu and Goma.")),
    ("what one dates and the other tells", [(1, 1)],
     ("2025-01-25", "Uruguay announced that one of its blue helmets had died and four others had been wounded in Goma."),
     ("2025-01-25", "One Uruguayan peacekeeper was killed and four wounded in Goma on Friday.")),
    ("a toll without a day that rises", [(9, 14)],
     ("2025-03-17", "A car bomb killed 9 people in Mosul on Monday, police said."),
     ("2025-03-18", "The death toll from a car bomb in Mosul rose to 14 on Tuesday, officials said.")),
    ("a toll that rises, and by whom", [(14, 17)],
     ("2025-03-17", "Shells that hit the market in Karsk on Sunday killed 14 people, the mayor said."),
     ("2025-03-20", "The toll from Sunday's shelling of the market in Karsk has risen to 17 after three people died in hospital, the "
                    "mayor said.")),
    ("the toll alone, and by whom it rose", [(17, 17)],
     ("2025-03-20", "The toll from Sunday's shelling of the market in Karsk has risen to 17 after three more people died in hospital, "
                    "the mayor said.")),
    ("who brings the toll to what it is", [(14, 17)],
     ("2025-03-17", "Shells that hit the market in Karsk on Sunday killed 14 people, the mayor said."),
     ("2025-03-18", "Three more people died in hospital, bringing the death toll from the shelling of the market in Karsk to 17, Mayor "
                    "Ilya Dorn said on Tuesday.")),
    ("a toll, and the next blow", [(17, 17), (3, 3)],
     ("2025-03-18", "The toll from Sunday's shelling of Karsk has risen to 17 after three people were killed at a checkpoint, the mayor "
                    "said.")),
    ("two towns of one region", [(12, 12), (12, 12)],
     ("2025-03-18", "A drone killed 12 people in Kupiansk in the Kharkiv region on Monday, the governor said."),
     ("2025-03-18", "A drone killed 12 people in Izium in the Kharkiv region on Monday, the governor said.")),
]

WIRE = ("At least 12 Norwegian soldiers were killed near Kharkiv on Saturday when two missiles hit their camp, the defence "
        "ministry said. A spokesman told reporters that rescuers were still looking for survivors under the collapsed roof of "
        "the canteen, in which most of the men had been having breakfast. ")
REST = ("The road to the camp was closed for most of the day. Residents of two neighbouring villages said that they had heard "
        "aircraft shortly before the blasts. The ministry did not say how many people had been in the building. Talks about a "
        "truce had been planned for next week.")
OWN = ("Rain fell on the canteen where the dead of Saturday were lying under blankets. At least 12 Norwegian soldiers were killed "
       "near Kharkiv on Saturday, the defence ministry said. Our reporter counted four ambulances at the gate, and a cook who "
       "had gone out to smoke said that he owed his life to the habit. Nobody in the garrison wished to be quoted by name.")


class Copies(ServerTest):
    def test_copies_of_a_wire_story_are_one_voice(self):
        for number, (publisher, text) in enumerate((
                ("Northern Wire", WIRE + REST), ("Daily Holm", "DAILY HOLM | World news\n\n" + WIRE + REST[:170]),
                ("Evening Lund", "LUND (NW) - " + WIRE.replace("still ", "") + REST), ("Weekly", OWN))):
            self.store(id="a%d" % number, published="2024-12-17", publisher=publisher, text=text)
        event, = self.fetch(API + "/events")["events"]
        self.assertEqual((event["articles"], event["voices"], event["sources"]), (4, 2, ["defence ministry"]))
        copies = {report["article"]: report["copy_of"] for report in self.fetch(API + "/events/" + event["id"])["reports"]}
        original, = [report["id"] for report in self.fetch(API + "/articles/a0")["reports"]]
        self.assertEqual(copies, {"a0": None, "a1": original, "a2": original, "a3": None})


    def test_one_of_the_mastheads_over_one_text_is_a_source(self):
        """Whatever comes first, and when papers take their copies back."""
        wire = WIRE.replace(", the defence ministry said", "")
        papers = (("Northern Wire", "2024-12-16", wire + REST), ("Daily Holm", "2024-12-17", "DAILY HOLM | World\n\n" + wire + REST[:170]),
                  ("Evening Lund", "2024-12-17", "LUND (NW) - " + wire.replace("still ", "") + REST),
                  ("Weekly", "2024-12-18", OWN.replace(", the defence ministry said", "")))
        for order in (1, -1):
            for number, (publisher, published, text) in list(enumerate(papers))[::order]:
                self.store(id="a%d" % number, published=published, publisher=publisher, text=text)
            event, = self.fetch(API + "/events")["events"]
            self.assertEqual((event["publishers"], event["voices"], event["sources"]), (4, 2, ["Northern Wire", "Weekly"]))
            self.connection.delete("a0")
            event, = self.fetch(API + "/events")["events"]
            self.assertEqual((event["publishers"], event["voices"], event["sources"]), (3, 2, ["Daily Holm", "Weekly"]))
            for number in range(1, 4):
                self.assertEqual(self.connection.delete("a%d" % number).status, 204)

    def test_one_that_speaks_in_capitals_is_one_source(self):
        for order in (1, -1):
            for number, speaker in list(enumerate(("NORLAND'S ARMY", "Norland's army", "the Norland army", "Norland\u2019s Army")))[::order]:
                self.store(id="a%d" % number, published="2025-03-18", publisher="Paper %d" % number,
                           text="At least 12 Velmar soldiers were killed in the village of Brask on Monday, %s said." % speaker)
            event, = self.fetch(API + "/events")["events"]
            self.assertEqual((event["reports"], event["sources"]), (4, ["Norland\u2019s Army"]))
            for number in range(4):
                self.assertEqual(self.connection.delete("a%d" % number).status, 204)


    def test_a_filter_finds_a_name_in_every_spelling(self):
        self.store(id="a", published="2025-03-18", publisher="Paper",
                   text="At least 12 Velmar soldiers were killed in the village of Brask on Monday, Norland\u2019s General Staff said.")
        self.store(id="b", published="2025-03-18", publisher="Paper",
                   text="At least 30 Tarn soldiers were killed in the village of Orskow on Monday, the N.D.C. General Staff said.")
        for name, articles in (("Norland's General Staff", ["a"]), ("Norland\u2019s General Staff", ["a"]),
                               ("the NORLAND'S general staff", ["a"]), ("Norlands General Staff", []),
                               ("N.D.C. General Staff", ["b"]), ("NDC General Staff", ["b"]), ("the NDC general staff", ["b"])):
            with self.subTest(name):
                reports = self.fetch(API + "/reports?" + urlencode({"source": name}))["reports"]
                self.assertEqual([report["article"] for report in reports], articles)
        for article in "ab":
            self.connection.delete(article)


class Merging(ServerTest):
    def test_what_is_one_event(self):
        for order in (1, -1):
            for name, tolls, *articles in CASES:
                with self.subTest(name, order=order):
                    for number, (published, text) in list(enumerate(articles))[::order]:
                        self.store(id="a%d" % number, published=published, publisher="Paper %d" % number, text=text)
                    events = self.fetch(API + "/events")["events"]
                    self.assertCountEqual([(event["killed"]["min"], event["killed"]["max"]) for event in events], tolls)
                    for number in range(len(articles)):
                        self.assertEqual(self.connection.delete("a%d" % number).status, 204)


if __name__ == "__main__":
    unittest.main()
