"""Lists come in pages that together hold every row once, whatever is written in between."""

import unittest

from harness import API, ServerTest

COUNT = 25


class Paging(ServerTest):
    def setUp(self):
        super().setUp()
        # Towns far apart in time, so that each article makes an event of its own.
        for number in range(COUNT):
            self.store(id="a%02d" % number, published="20%02d-06-%02d" % (number, number % 7 + 10),
                       text="Officials said %d Norwegian soldiers were killed in Kharkiv on 3 June 20%02d."
                            % (number + 2, number))

    def test_pages_hold_every_row_once(self):
        for path, name, identity in (("/events", "events", "id"), ("/reports", "reports", "id"),
                                     ("/articles", "articles", "id")):
            for sort in ("date", "-date"):
                with self.subTest(path=path, sort=sort):
                    whole = self.fetch(API + path + "?limit=1000&sort=" + sort)
                    self.assertIsNone(whole["next"])
                    rows, pages = self.pages(API + path + "?limit=4&sort=" + sort, name)
                    self.assertEqual([row[identity] for row in rows], [row[identity] for row in whole[name]])
                    self.assertEqual(len(rows), COUNT)
                    self.assertEqual(pages, -(-COUNT // 4))

    def test_filters_stay_on_the_following_pages(self):
        rows, _ = self.pages(API + "/events?limit=2&from=2005&to=2009-12-31&actor=Norway&actor=x%26y", "events")
        self.assertEqual(sorted(row["date"]["first"][:4] for row in rows), ["2005", "2006", "2007", "2008", "2009"])

    def test_the_order_is_that_of_the_sort(self):
        dates = [row["date"]["first"] for row in self.fetch(API + "/events?sort=date")["events"]]
        self.assertEqual(dates, sorted(dates))
        counts = [row["count"]["max"] for row in self.fetch(API + "/events?sort=-count")["events"]]
        self.assertEqual(counts, sorted(counts, reverse=True))
        updated = [row["updated"] for row in self.fetch(API + "/events?sort=-updated")["events"]]
        self.assertEqual(updated, sorted(updated, reverse=True))

    def test_a_cursor_outlives_writes(self):
        page = self.fetch(API + "/articles?limit=10&sort=date")
        self.connection.delete(page["articles"][-1]["id"])
        self.store(id="new", published="2030-01-01", text="Text.")
        rows, _ = self.pages(page["next"], "articles")
        self.assertEqual([row["id"] for row in rows], ["a%02d" % number for number in range(10, COUNT)] + ["new"])

    def test_a_cursor_of_another_list_or_order_is_refused(self):
        cursor = self.fetch(API + "/events?limit=1&sort=date")["next"].split("cursor=")[1]
        answer = self.get(API + "/events?sort=-date&cursor=" + cursor)
        self.assertEqual((answer.status, answer.json["errors"][0]["parameter"]), (400, "cursor"))
        for path in ("/reports", "/articles"):
            answer = self.get(API + path + "?sort=date&cursor=" + cursor)
            self.assertEqual((answer.status, answer.json["errors"][0]["parameter"]), (400, "cursor"))


if __name__ == "__main__":
    unittest.main()
