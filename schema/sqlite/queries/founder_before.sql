-- Whether an event has a founder that is there before the one with that id.
SELECT 1 FROM founder JOIN report ON report.id = founder.report
WHERE founder.event = ? AND founder.id < ? AND report.component <> 0 LIMIT 1
