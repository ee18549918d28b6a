-- The same with the figure ?2, out of the index alone.  Those with the actor key ?5 are left out: they are found by it.
WITH reach_range (reach, lowest) AS (VALUES (0, ?3 - 6), (1, ?3 - 91), (2, ?3 - 365), (3, -719162))
SELECT report.id, report.twin
FROM reach_range CROSS JOIN report
WHERE report.kind = ?1 AND coalesce(report.count_min, report.count_max) = ?2 AND report.reach = reach_range.reach
  AND report.lo BETWEEN reach_range.lowest AND ?4 AND report.hi >= ?3 AND report.actor_key <> ?5
