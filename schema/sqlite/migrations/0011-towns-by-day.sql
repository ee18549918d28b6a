-- By day first: what is told of one day stands together, so that the claims of an article are entered on few pages, however
-- many towns there are.

DROP INDEX report_town;
CREATE INDEX report_town_of_day ON report (lo, town_key, actor_key, twin) WHERE town_key IS NOT NULL;
