-- The lowest report of an event, and whether one of the event has founded something.
SELECT min(id), EXISTS (SELECT 1 FROM report AS own JOIN founder ON founder.report = own.id
                        WHERE own.component = ?1 AND own.event = ?2)
FROM report WHERE component = ?1 AND event = ?2
