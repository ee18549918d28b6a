"""What was answered is there after the process was killed, and after it was asked to stop."""

import http.client
import threading
import unittest

from harness import API, ServerTest

WRITERS = 8


class Writer(threading.Thread):
    """Posts articles over one connection until it breaks or `enough` are answered; remembers which were."""

    def __init__(self, server, name, enough):
        super().__init__(daemon=True)
        self.connection = server.connect()
        self.prefix = name
        self.enough = enough
        self.answered = []
        self.refused = []

    def run(self):
        try:
            while len(self.answered) < self.enough:
                number = len(self.answered)
                name = "%s.%d" % (self.prefix, number)
                # Of every fourth year another happening: some articles share an event, most do not.
                year = 1950 + hash(name) % 20 * 4
                answer = self.connection.post(
                    {"id": name, "published": "%d-12-17" % year,
                     "text": "Officials said %d soldiers were killed in Kharkiv on 14 December. %s" % (number + 2, name)})
                if answer.status == 201:
                    self.answered.append(name)
                else:
                    self.refused.append(answer)
                    return
        except (OSError, http.client.HTTPException):
            pass


class Durability(ServerTest):
    def write(self, name, enough, interrupt):
        """Runs the writers, interrupts them once some articles are in, and returns what they were told is stored."""
        writers = [Writer(self.server, "%s.%d" % (name, number), enough) for number in range(WRITERS)]
        for writer in writers:
            writer.start()
        while sum(len(writer.answered) for writer in writers) < enough and any(w.is_alive() for w in writers):
            threading.Event().wait(0.005)
        interrupt()
        for writer in writers:
            writer.join(60)
            self.assertFalse(writer.is_alive())
            self.assertEqual(writer.refused, [])
        return [name for writer in writers for name in writer.answered]

    def stored(self):
        rows, _ = self.pages(API + "/articles?limit=1000", "articles")
        return {row["id"] for row in rows}

    def check_consistent(self):
        """Every report belongs to an event that counts it."""
        reports, _ = self.pages(API + "/reports?limit=1000", "reports")
        events, _ = self.pages(API + "/events?limit=1000", "events")
        counted = {event["id"]: event["reports"] for event in events}
        for event in {report["event"] for report in reports}:
            self.assertEqual(sum(report["event"] == event for report in reports), counted[event])
        self.assertEqual(sum(counted.values()), len(reports))

    def test_a_killed_server_has_lost_nothing_that_it_answered(self):
        answered = set()
        for round_number, enough in enumerate((1, 40, 150)):
            answered.update(self.write("k%d" % round_number, enough, self.server.kill))
            self.server.start()
            self.connection = self.server.connect()
            missing = answered - self.stored()
            self.assertEqual(missing, set())
            self.check_consistent()
        self.assertGreater(len(answered), 190)

    def test_a_stopped_server_answers_what_it_took(self):
        status = []
        answered = self.write("s", 60, lambda: status.append(self.server.stop()))
        self.assertEqual(status, [0], self.server.log)
        self.server.start()
        self.connection = self.server.connect()
        # Nothing may be stored either without having been answered: every request under way got its answer.
        self.assertEqual(self.stored(), set(answered))
        self.check_consistent()


if __name__ == "__main__":
    unittest.main()
