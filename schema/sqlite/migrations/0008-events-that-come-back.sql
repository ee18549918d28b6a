-- An event that was merged into another one, or lost its reports to a correction, comes back under its id when the
-- correction is undone.

ALTER TABLE event_gone ADD COLUMN founder INTEGER;  -- the lowest report that it held in the end; NULL: it cannot come back
ALTER TABLE event_gone ADD COLUMN revision INTEGER NOT NULL DEFAULT 0; -- its latest

CREATE INDEX event_gone_founder ON event_gone (founder, id) WHERE founder IS NOT NULL;
