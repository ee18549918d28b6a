-- The claims of losses in the town with the key ?1 on the day ?2, out of the index alone.  Those with the actor key ?3
-- are left out, even unread: they are found by it.
SELECT report.id, report.twin FROM report
WHERE report.town_key = ?1 AND report.lo = ?2 AND report.actor_key < ?3
UNION ALL
SELECT report.id, report.twin FROM report
WHERE report.town_key = ?1 AND report.lo = ?2 AND report.actor_key > ?3
