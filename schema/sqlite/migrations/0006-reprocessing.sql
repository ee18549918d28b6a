-- Deriving everything anew while reads go on: what the present rules find in articles in which other rules found something
-- else, until all of it takes the place of the old at once.

CREATE TABLE staged (
    article INTEGER PRIMARY KEY,
    timexes BLOB NOT NULL,       -- packed
    voice INTEGER NOT NULL,      -- see table report
    reports BLOB                 -- packed; NULL: the stored ones stay
) STRICT;

-- The latest reprocessing, one row at most: it goes on after a restart.
CREATE TABLE reprocess (
    rules TEXT NOT NULL,         -- those that it derives with
    started INTEGER NOT NULL,
    finished INTEGER,            -- NULL: not yet
    articles INTEGER NOT NULL,   -- stored when it began
    reached INTEGER NOT NULL,    -- number of the last article that was read
    done INTEGER NOT NULL,       -- articles read
    changed INTEGER NOT NULL,    -- in which something else was found
    kept INTEGER NOT NULL        -- that the rules do not take any more: they keep what they had
) STRICT;

-- How many articles were read by which rules, kept in step by triggers.
CREATE TABLE rules_size (
    rules TEXT PRIMARY KEY,
    articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO rules_size SELECT rules, count(*) FROM analysis GROUP BY rules;

CREATE TRIGGER analysis_inserted AFTER INSERT ON analysis BEGIN
    INSERT INTO rules_size VALUES (new.rules, 1) ON CONFLICT DO UPDATE SET articles = articles + 1;
END;
CREATE TRIGGER analysis_deleted AFTER DELETE ON analysis BEGIN
    UPDATE rules_size SET articles = articles - 1 WHERE rules = old.rules;
END;
CREATE TRIGGER analysis_updated AFTER UPDATE OF rules ON analysis WHEN old.rules <> new.rules BEGIN
    UPDATE rules_size SET articles = articles - 1 WHERE rules = old.rules;
    INSERT INTO rules_size VALUES (new.rules, 1) ON CONFLICT DO UPDATE SET articles = articles + 1;
END;

-- The merging that made the events, by a hash of its code; empty when it is not the same for all of them.
CREATE TABLE merging (
    version TEXT NOT NULL
) STRICT;
INSERT INTO merging VALUES ('');
