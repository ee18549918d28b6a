-- Facts: what was posted.  Everything further down is derived from them and can be rebuilt.
-- Days count from 1970-01-01; moments are Unix time in milliseconds; NULL stands for open, unknown or not given.
-- No foreign keys are declared: one writer keeps the tables in step, and checking would cost a look-up a row.

CREATE TABLE article (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    hash BLOB NOT NULL,          -- of everything but the id
    revision INTEGER NOT NULL,
    stored INTEGER NOT NULL,
    published_day INTEGER NOT NULL,
    published_second INTEGER NOT NULL,  -- -1: only the day is known
    published_offset INTEGER,           -- minutes east of UTC
    url TEXT,
    title TEXT,
    publisher TEXT,
    author TEXT,
    language TEXT,
    text TEXT NOT NULL           -- last, so that a list of articles does not read through it
) STRICT;
CREATE INDEX article_url ON article (url) WHERE url IS NOT NULL;
CREATE INDEX article_published ON article (published_day, number);

-- Derived: what the rules found in an article.

CREATE TABLE analysis (
    article INTEGER PRIMARY KEY,
    rules TEXT NOT NULL,         -- version of the rules that made it
    first_report INTEGER NOT NULL,
    report_count INTEGER NOT NULL,  -- the ids are first_report and the following
    timexes BLOB NOT NULL        -- packed
) STRICT;

CREATE TABLE report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL,
    position INTEGER NOT NULL,   -- in the order of the article's text, from 0
    event INTEGER NOT NULL,
    component INTEGER NOT NULL,  -- connected component of the links between claims; named after one of its reports
    kind INTEGER NOT NULL,
    actor_key TEXT NOT NULL,     -- as merging compares actors
    class INTEGER NOT NULL,      -- class, lo, hi: the span by which it is found (lib/store/sqlite/span.h)
    lo INTEGER NOT NULL,
    hi INTEGER NOT NULL,
    reach INTEGER NOT NULL,      -- length of lo..hi: 0 up to 7 days, 1 up to 92, 2 up to 366, 3 more
    facets INTEGER NOT NULL,     -- kind, subtype, scope and status as bits
    twin INTEGER NOT NULL,       -- hash of all that merging looks at but the article: equal for copies of one claim
    voice INTEGER NOT NULL,      -- SimHash of the article's text
    article_id TEXT NOT NULL,    -- this and the next two repeat the article, so that merging need not read it
    published INTEGER NOT NULL,
    publisher TEXT,
    subtype INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    status INTEGER NOT NULL,
    first INTEGER,
    last INTEGER,
    precision INTEGER NOT NULL,
    approximate INTEGER NOT NULL,
    said_first INTEGER,
    said_last INTEGER,
    said_precision INTEGER NOT NULL,
    said_approximate INTEGER NOT NULL,
    count_min INTEGER,
    count_max INTEGER,
    count_qualifier TEXT,
    count_field INTEGER NOT NULL,  -- a quote is a field, a range of code points and the words
    count_begin INTEGER NOT NULL,
    count_end INTEGER NOT NULL,
    count_text TEXT,
    actor TEXT,
    counterpart TEXT,
    basis_timex INTEGER NOT NULL,
    basis_field INTEGER NOT NULL,
    basis_begin INTEGER NOT NULL,
    basis_end INTEGER NOT NULL,
    basis_text TEXT,
    source_name TEXT,
    source_field INTEGER NOT NULL,
    source_begin INTEGER NOT NULL,
    source_end INTEGER NOT NULL,
    source_text TEXT,
    evidence_field INTEGER NOT NULL,
    evidence_begin INTEGER NOT NULL,
    evidence_end INTEGER NOT NULL,
    evidence_text TEXT,
    prefix TEXT,
    suffix TEXT,
    rule TEXT,
    places BLOB NOT NULL,        -- packed
    terms BLOB NOT NULL          -- packed ids of table term, ascending
) STRICT;
CREATE INDEX report_component ON report (component, event);
CREATE INDEX report_candidate ON report (kind, actor_key, reach, lo, hi, twin);
CREATE INDEX report_figure ON report (kind, coalesce(count_min, count_max), reach, lo, hi, twin, actor_key)
WHERE coalesce(count_min, count_max) IS NOT NULL;
CREATE INDEX report_span ON report (class, lo, id, hi, facets);

-- A report as merging reads it, in the order of columns that lib/store/sqlite/rows.c reads.
CREATE VIEW claim AS
SELECT report.id, report.event, report.component, report.position, report.class, report.lo, report.hi, report.facets,
       report.kind, report.subtype, report.scope, report.status,
       report.first, report.last, report.precision, report.approximate,
       report.said_first, report.said_last, report.said_precision, report.said_approximate,
       report.count_min, report.count_max, report.count_qualifier,
       report.count_field, report.count_begin, report.count_end, report.count_text,
       report.actor, report.counterpart, report.basis_timex,
       report.basis_field, report.basis_begin, report.basis_end, report.basis_text,
       report.source_name, report.source_field, report.source_begin, report.source_end, report.source_text,
       report.evidence_field, report.evidence_begin, report.evidence_end, report.evidence_text,
       report.prefix, report.suffix, report.rule, report.places, report.terms, report.voice, report.twin,
       report.article_id, report.published, report.publisher,
       NULL AS title, NULL AS url
FROM report;

-- The same with what lists show of its article.
CREATE VIEW claim_with_article AS
SELECT report.id, report.event, report.component, report.position, report.class, report.lo, report.hi, report.facets,
       report.kind, report.subtype, report.scope, report.status,
       report.first, report.last, report.precision, report.approximate,
       report.said_first, report.said_last, report.said_precision, report.said_approximate,
       report.count_min, report.count_max, report.count_qualifier,
       report.count_field, report.count_begin, report.count_end, report.count_text,
       report.actor, report.counterpart, report.basis_timex,
       report.basis_field, report.basis_begin, report.basis_end, report.basis_text,
       report.source_name, report.source_field, report.source_begin, report.source_end, report.source_text,
       report.evidence_field, report.evidence_begin, report.evidence_end, report.evidence_text,
       report.prefix, report.suffix, report.rule, report.places, report.terms, report.voice, report.twin,
       report.article_id, report.published, report.publisher,
       article.title, article.url
FROM report JOIN article ON article.number = report.article;

CREATE TABLE event (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    component INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    subtype INTEGER NOT NULL,
    scope INTEGER NOT NULL,
    first INTEGER,
    last INTEGER,
    precision INTEGER NOT NULL,
    approximate INTEGER NOT NULL,
    as_of INTEGER,
    count_min INTEGER,
    count_max INTEGER,
    killed_min INTEGER,
    killed_max INTEGER,
    wounded_min INTEGER,
    wounded_max INTEGER,
    missing_min INTEGER,
    missing_max INTEGER,
    captured_min INTEGER,
    captured_max INTEGER,
    confirmed INTEGER NOT NULL,
    claimed INTEGER NOT NULL,
    unverified INTEGER NOT NULL,
    denied INTEGER NOT NULL,
    expected INTEGER NOT NULL,
    hypothetical INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    articles INTEGER NOT NULL,
    publishers INTEGER NOT NULL,
    voices INTEGER NOT NULL,
    first_reported INTEGER,
    updated INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    size INTEGER NOT NULL,       -- the highest bound of the count, -1 when there is none
    title TEXT,
    actor TEXT,
    counterpart TEXT,
    places BLOB NOT NULL,
    sources BLOB NOT NULL,
    terms BLOB NOT NULL
) STRICT;
CREATE INDEX event_updated ON event (updated, id);
CREATE INDEX event_size ON event (size, id);

-- What became of the ids of events that are no more.
CREATE TABLE event_gone (
    id INTEGER PRIMARY KEY,
    successor INTEGER            -- the event it was merged into; NULL when it was removed
) STRICT;

-- The words by which events are filtered: 0 place, 1 source, 2 actor, 3 publisher, 4 country; value is case-folded.
CREATE TABLE term (
    id INTEGER PRIMARY KEY,
    field INTEGER NOT NULL,
    value TEXT NOT NULL,
    UNIQUE (field, value)
) STRICT;

-- The events of each term by their days; term 0 holds all events.
CREATE TABLE event_term (
    term INTEGER NOT NULL,
    class INTEGER NOT NULL,
    lo INTEGER NOT NULL,
    event INTEGER NOT NULL,
    hi INTEGER NOT NULL,
    facets INTEGER NOT NULL,
    PRIMARY KEY (term, class, lo, event)
) STRICT, WITHOUT ROWID;

-- What the events of exactly these days add up to, for the timeline.
CREATE TABLE total (
    class INTEGER NOT NULL,
    lo INTEGER NOT NULL,
    hi INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    events INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    killed_events INTEGER NOT NULL,   -- how many of them have a figure of killed
    killed_min INTEGER NOT NULL,
    killed_max INTEGER NOT NULL,      -- of those with an upper end
    killed_open INTEGER NOT NULL,     -- how many have none
    wounded_events INTEGER NOT NULL,
    wounded_min INTEGER NOT NULL,
    wounded_max INTEGER NOT NULL,
    wounded_open INTEGER NOT NULL,
    PRIMARY KEY (class, lo, hi, kind)
) STRICT, WITHOUT ROWID;

-- How much there is, so that nobody has to count.
CREATE TABLE size (
    articles INTEGER NOT NULL,
    reports INTEGER NOT NULL,
    events INTEGER NOT NULL
) STRICT;
INSERT INTO size VALUES (0, 0, 0);
