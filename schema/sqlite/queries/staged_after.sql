-- The first staged article behind number ?1.
SELECT article.number, article.id, article.publisher, article.published_day,
       staged.voice, staged.timexes, staged.reports
FROM staged JOIN article ON article.number = staged.article
WHERE staged.article > ?1 ORDER BY staged.article LIMIT 1
