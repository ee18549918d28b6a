-- How many articles were read by other rules than ?1.
SELECT coalesce(sum(articles), 0) FROM rules_size WHERE rules <> ?1
