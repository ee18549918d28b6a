-- The tallies of one people over time, found in the order of the days on which they were known.

ALTER TABLE event ADD COLUMN series TEXT;  -- of what counts up to a day (merge_series)

-- Of events stored before (lib/store/sqlite/series.h).
UPDATE event SET series = series_of(kind, actor, places) WHERE scope = 1;

CREATE INDEX event_series ON event (series, as_of, id) WHERE series IS NOT NULL;
