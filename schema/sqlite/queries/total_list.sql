SELECT class, lo, hi, kind, events, reports,
       killed_events, killed_min, killed_max, wounded_events, wounded_min, wounded_max
FROM total WHERE class = ? AND lo BETWEEN ? AND ? ORDER BY lo, hi
