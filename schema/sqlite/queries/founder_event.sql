-- The event that the first founder of an event which is there belongs to.
SELECT report.event FROM founder JOIN report ON report.id = founder.report
WHERE founder.event = ? AND report.component <> 0 ORDER BY founder.id LIMIT 1
