-- The same order of values as event_insert, so that one function binds both.
UPDATE event
SET component = ?2, kind = ?3, subtype = ?4, subtypes = ?5, scope = ?6, first = ?7, last = ?8, precision = ?9,
    approximate = ?10, as_of = ?11, count_min = ?12, count_max = ?13, killed_min = ?14, killed_max = ?15,
    wounded_min = ?16, wounded_max = ?17, missing_min = ?18, missing_max = ?19, captured_min = ?20,
    captured_max = ?21, confirmed = ?22, claimed = ?23, unverified = ?24, denied = ?25, expected = ?26,
    hypothetical = ?27, reports = ?28, articles = ?29, publishers = ?30, voices = ?31, first_reported = ?32,
    updated = ?33, revision = ?34, size = ?35, title = ?36, actor = ?37, counterpart = ?38, places = ?39,
    sources = ?40, terms = ?41, alternatives = ?42, series = ?43
WHERE id = ?1
