-- The claims of a kind (?1) whose span shares a day with ?3..?4 and that have the actor key ?2 or the figure ?5: one
-- range for each reach.
WITH reach_range (reach, lowest) AS (VALUES (0, ?3 - 6), (1, ?3 - 91), (2, ?3 - 365), (3, -719162))
SELECT claim.*
FROM reach_range CROSS JOIN claim
WHERE claim.kind = ?1 AND claim.actor_key = ?2 AND claim.reach = reach_range.reach
  AND claim.lo BETWEEN reach_range.lowest AND ?4 AND claim.hi >= ?3
UNION ALL
SELECT claim.*
FROM reach_range CROSS JOIN claim
WHERE claim.kind = ?1 AND coalesce(claim.count_min, claim.count_max) = ?5 AND claim.reach = reach_range.reach
  AND claim.lo BETWEEN reach_range.lowest AND ?4 AND claim.hi >= ?3 AND claim.actor_key <> ?2
