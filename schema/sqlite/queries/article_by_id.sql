SELECT article.number, article.id, article.revision, article.stored,
       article.published_day, article.published_second, article.published_offset,
       article.url, article.title, article.publisher, article.author, article.language, article.text,
       analysis.first_report, analysis.report_count, analysis.timexes
FROM article JOIN analysis ON analysis.article = article.number
WHERE article.id = ?
