-- The toll of one town and day is told of people with and without a name: claims are found by town and day, too.

ALTER TABLE report ADD COLUMN town_key TEXT;  -- of losses on one day in one town or village; lo is the day

-- Of claims stored before (lib/store/sqlite/town.h).  Events are looked at anew when a further claim joins them.
UPDATE report SET town_key = town_key_of(places) WHERE kind = 0 AND scope = 0 AND first = last;

CREATE INDEX report_town ON report (town_key, lo, actor_key, twin) WHERE town_key IS NOT NULL;
