-- The first article behind number ?1, as article_by_id, with its hash.
SELECT article.number, article.id, article.revision, article.stored,
       article.published_day, article.published_second, article.published_offset,
       article.url, article.title, article.publisher, article.author, article.language, article.text,
       analysis.first_report, analysis.report_count, analysis.timexes, article.hash
FROM article JOIN analysis ON analysis.article = article.number
WHERE article.number > ?1 ORDER BY article.number LIMIT 1
