-- An event is found by the subtypes of its claims, too: one of killed and wounded by either.

ALTER TABLE event ADD COLUMN subtypes INTEGER NOT NULL DEFAULT 0;  -- of its claims, as bits

UPDATE event SET subtypes = coalesce((
    SELECT sum(DISTINCT 1 << report.subtype) FROM report
    WHERE report.component = event.component AND report.event = event.id), 0);

-- Their facets: the bits of subtypes begin at the third.
UPDATE event_term SET facets = facets | ((SELECT subtypes FROM event WHERE event.id = event_term.event) << 2);
