-- By which reports the id of an event is given again: the first of its founders that is there (and not rejected) decides
-- which claims go on as the event.  Nobody loses that place but with its report, so that ids depend on what the events hold
-- and not on what happened in between.  A report that takes the place of a former one takes over what that one founded.

CREATE TABLE founder (
    id INTEGER PRIMARY KEY,      -- ascending as they came: among the events that a group's claims have founded the first counts
    event INTEGER NOT NULL,
    report INTEGER NOT NULL
) STRICT;
CREATE INDEX founder_event ON founder (event);
CREATE INDEX founder_report ON founder (report);

INSERT INTO founder (event, report) SELECT event, min(id) FROM report WHERE event <> 0 GROUP BY event ORDER BY event;
INSERT INTO founder (event, report)
SELECT event_gone.id, founder FROM event_gone JOIN report ON report.id = founder ORDER BY event_gone.id;

DROP INDEX event_gone_founder;
ALTER TABLE event_gone DROP COLUMN founder;
