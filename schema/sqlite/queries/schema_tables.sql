-- How many tables there are, and whether one of them is ours.
SELECT count(*), coalesce(sum(name = 'migration'), 0) FROM sqlite_schema WHERE type = 'table'
