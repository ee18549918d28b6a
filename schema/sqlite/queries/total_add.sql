INSERT INTO total (class, lo, hi, kind, events, reports,
                   killed_events, killed_min, killed_max, killed_open,
                   wounded_events, wounded_min, wounded_max, wounded_open)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT DO UPDATE
SET events = events + excluded.events, reports = reports + excluded.reports,
    killed_events = killed_events + excluded.killed_events,
    killed_min = killed_min + excluded.killed_min, killed_max = killed_max + excluded.killed_max,
    killed_open = killed_open + excluded.killed_open,
    wounded_events = wounded_events + excluded.wounded_events,
    wounded_min = wounded_min + excluded.wounded_min, wounded_max = wounded_max + excluded.wounded_max,
    wounded_open = wounded_open + excluded.wounded_open
