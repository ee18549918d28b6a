-- The reports of the article that has the first report behind ?1.
SELECT first_report, report_count FROM analysis
WHERE article = (SELECT article FROM report WHERE id > ?1 ORDER BY id LIMIT 1)
