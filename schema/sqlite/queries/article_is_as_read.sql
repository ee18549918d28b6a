-- Whether article ?1 still has the content that was read, and reports that are those of then or of other rules than ?5: only
-- what the present rules found meanwhile is not to be replaced.
SELECT 1 FROM article JOIN analysis ON analysis.article = article.number
WHERE article.number = ?1 AND article.hash = ?2
  AND (analysis.first_report = ?3 AND analysis.report_count = ?4 OR analysis.rules <> ?5)
