-- The components of the other founders of the events that a report has founded.
SELECT report.component
FROM founder AS mine JOIN founder AS other ON other.event = mine.event JOIN report ON report.id = other.report
WHERE mine.report = ? AND other.report <> mine.report AND report.component <> 0
