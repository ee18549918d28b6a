INSERT INTO event (id, component, kind, subtype, subtypes, scope, first, last, precision, approximate, as_of,
                   count_min, count_max, killed_min, killed_max, wounded_min, wounded_max, missing_min,
                   missing_max, captured_min, captured_max, confirmed, claimed, unverified, denied, expected,
                   hypothetical, reports, articles, publishers, voices, first_reported, updated, revision,
                   size, title, actor, counterpart, places, sources, terms, alternatives,
                   series)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,
        ?, ?, ?, ?, ?, ?, ?, ?, ?)
