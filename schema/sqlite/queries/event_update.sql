-- The same order of values as event_insert, so that one function binds both.
UPDATE event
SET component = ?2, kind = ?3, subtype = ?4, scope = ?5, first = ?6, last = ?7, precision = ?8, approximate = ?9,
    as_of = ?10, count_min = ?11, count_max = ?12, killed_min = ?13, killed_max = ?14, wounded_min = ?15,
    wounded_max = ?16, missing_min = ?17, missing_max = ?18, captured_min = ?19, captured_max = ?20,
    confirmed = ?21, claimed = ?22, unverified = ?23, denied = ?24, expected = ?25, hypothetical = ?26,
    reports = ?27, articles = ?28, publishers = ?29, voices = ?30, first_reported = ?31, updated = ?32,
    revision = ?33, size = ?34, title = ?35, actor = ?36, counterpart = ?37, places = ?38, sources = ?39, terms = ?40
WHERE id = ?1
