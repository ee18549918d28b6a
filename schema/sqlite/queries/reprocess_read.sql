SELECT rules, started, finished, articles, reached, done, changed, kept FROM reprocess
