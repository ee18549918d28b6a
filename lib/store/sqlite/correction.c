#include "correction.h"

#include "pack.h"

static enum status no_memory(struct error *error)
{
    return error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
}

/* Copies a column; the first failure sticks. */
static struct str keep(struct use *use, struct arena *arena, enum status *status)
{
    struct str s = column_str(use);
    struct str copy = arena_copy(arena, s);
    if (s.data != NULL && copy.data == NULL) {
        *status = ERR_NO_MEMORY;
    }
    return copy;
}

static struct interval read_interval(struct use *use)
{
    struct interval date;
    date.first = column_day(use);
    date.last = column_day(use);
    date.precision = (uint8_t)precision_from_name(column_str(use));
    date.approximate = column_int32(use) != 0;
    return date;
}

static struct quote read_quote(struct use *use, struct arena *arena, enum status *status)
{
    struct quote quote;
    quote.field = (enum article_field)column_int32(use);
    quote.begin = (uint32_t)column_int64(use);
    quote.end = (uint32_t)column_int64(use);
    quote.text = keep(use, arena, status);
    return quote;
}

static enum status read_change(struct use *use, struct arena *arena, struct report_change *change)
{
    enum status status = OK;
    struct str places;
    change->fields = (uint32_t)column_int64(use);
    (void)report_subtype_from_name(column_str(use), &change->subtype);
    (void)report_scope_from_name(column_str(use), &change->scope);
    (void)report_status_from_name(column_str(use), &change->status);
    change->min = column_optional(use, COUNT_NONE);
    change->max = column_optional(use, COUNT_NONE);
    change->actor = keep(use, arena, &status);
    change->counterpart = keep(use, arena, &status);
    change->source_name = keep(use, arena, &status);
    change->date = read_interval(use);
    change->said = read_interval(use);
    change->rejected = column_int32(use) != 0;
    places = column_blob(use);
    places = arena_copy(arena, places);
    if (status != OK || places.data == NULL) {
        return ERR_NO_MEMORY;
    }
    return unpack_places(arena, places, &change->places, &change->place_count);
}

/* The present row of correction_claim_list or correction_claim_of_article up to the report; its correction
 * and position are in *mark. */
static enum status read_mark(struct use *use, struct arena *arena, struct claim_mark *mark)
{
    struct correction_claim *claim = &mark->claim;
    enum status status = OK;
    mark->correction = column_int64(use);
    mark->position = column_int64(use);
    claim->apart = column_int32(use) != 0;
    claim->article = keep(use, arena, &status);
    claim->kind = (enum report_kind)column_int32(use);
    (void)report_subtype_from_name(column_str(use), &claim->subtype);
    claim->actor = keep(use, arena, &status);
    claim->evidence = read_quote(use, arena, &status);
    claim->count = read_quote(use, arena, &status);
    claim->ordinal = (size_t)column_int64(use);
    claim->equals = (size_t)column_int64(use);
    claim->report = column_optional(use, 0);
    return status;
}

static enum status read_claims(struct connection *connection, struct arena *arena,
                               struct correction *correction, struct error *error)
{
    struct use use;
    bool found;
    size_t capacity = 0;
    enum status status;
    use_begin(&use, connection, SQL_CORRECTION_CLAIM_LIST);
    use_int64(&use, correction->id);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        struct claim_mark mark = {.correction = 0};
        if (correction->claim_count == capacity) {
            size_t more = 2 * capacity + 2;
            correction->claims =
                arena_grow(arena, correction->claims, capacity, more, sizeof *correction->claims);
            capacity = more;
        }
        if (correction->claims == NULL || read_mark(&use, arena, &mark) != OK) {
            status = no_memory(error);
            break;
        }
        correction->claims[correction->claim_count++] = mark.claim;
    }
    use_end(&use);
    return status;
}

enum status correction_read(struct connection *connection, struct use *use, struct arena *arena,
                            struct correction *correction, struct error *error)
{
    enum status status = OK;
    *correction = (struct correction){.id = column_int64(use)};
    correction->kind = (enum correction_kind)column_int32(use);
    correction->made = column_int64(use);
    correction->note = keep(use, arena, &status);
    if (status == OK) {
        status = read_change(use, arena, &correction->change);
    }
    if (status != OK) {
        return error_set(error, status, NULL, "correction %lld cannot be read", (long long)correction->id);
    }
    return read_claims(connection, arena, correction, error);
}

enum status correction_find(struct connection *connection, struct arena *arena, int64_t id,
                            struct correction *correction, bool *found, struct error *error)
{
    struct use use;
    enum status status;
    use_begin(&use, connection, SQL_CORRECTION_BY_ID);
    use_int64(&use, id);
    status = use_row(&use, found, error);
    if (status == OK && *found) {
        status = correction_read(connection, &use, arena, correction, error);
    }
    use_end(&use);
    return status;
}

static void bind_interval(struct use *use, struct interval date, bool given)
{
    use_day(use, given ? date.first : DAY_NONE);
    use_day(use, given ? date.last : DAY_NONE);
    use_str(use, given ? str_from(precision_name((enum precision)date.precision)) : (struct str){NULL, 0});
    use_int64(use, given && date.approximate ? 1 : 0);
}

static void bind_quote(struct use *use, const struct quote *quote)
{
    use_int64(use, (int64_t)quote->field);
    use_int64(use, quote->begin);
    use_int64(use, quote->end);
    use_str(use, quote->text);
}

/* Binds `fields` to `places` of correction_insert: NULL for what is not changed. */
static void bind_change(struct use *use, const struct report_change *change, struct str places)
{
    const struct str none = {NULL, 0};
    bool given[CHANGE_FIELDS];
    for (unsigned i = 0; i < CHANGE_FIELDS; i++) {
        given[i] = (change->fields & CHANGE_BIT(i)) != 0;
    }
    use_int64(use, change->fields);
    use_str(use, given[CHANGE_SUBTYPE] ? str_from(report_subtype_name(change->subtype)) : none);
    use_str(use, given[CHANGE_SCOPE] ? str_from(report_scope_name(change->scope)) : none);
    use_str(use, given[CHANGE_STATUS] ? str_from(report_status_name(change->status)) : none);
    use_optional(use, given[CHANGE_COUNT] ? change->min : COUNT_NONE, COUNT_NONE);
    use_optional(use, given[CHANGE_COUNT] ? change->max : COUNT_NONE, COUNT_NONE);
    use_str(use, given[CHANGE_ACTOR] ? change->actor : none);
    use_str(use, given[CHANGE_COUNTERPART] ? change->counterpart : none);
    use_str(use, given[CHANGE_SOURCE] ? change->source_name : none);
    bind_interval(use, change->date, given[CHANGE_DATE]);
    bind_interval(use, change->said, given[CHANGE_SAID]);
    use_int64(use, given[CHANGE_REJECTED] && change->rejected ? 1 : 0);
    use_blob(use, places.data, places.size);
}

static enum status insert_claim(struct connection *connection, int64_t correction, size_t position,
                                const struct correction_claim *claim, struct error *error)
{
    struct use use;
    use_begin(&use, connection, SQL_CORRECTION_CLAIM_INSERT);
    use_int64(&use, correction);
    use_int64(&use, (int64_t)position);
    use_int64(&use, claim->apart ? 1 : 0);
    use_str(&use, claim->article);
    use_int64(&use, (int64_t)claim->kind);
    use_str(&use, str_from(report_subtype_name(claim->subtype)));
    use_str(&use, claim->actor);
    bind_quote(&use, &claim->evidence);
    bind_quote(&use, &claim->count);
    use_int64(&use, (int64_t)claim->ordinal);
    use_int64(&use, (int64_t)claim->equals);
    use_optional(&use, claim->report, 0);
    return use_run(&use, error);
}

enum status correction_insert(struct connection *connection, struct correction *correction,
                              struct error *error)
{
    bool placed = (correction->change.fields & CHANGE_BIT(CHANGE_PLACES)) != 0;
    struct buffer places;
    struct use use;
    enum status status;
    buffer_init(&places, SIZE_MAX);
    pack_places(&places, correction->change.places, placed ? correction->change.place_count : 0);
    status = buffer_status(&places) == OK ? OK : no_memory(error);
    if (status == OK) {
        use_begin(&use, connection, SQL_CORRECTION_INSERT);
        use_optional(&use, 0, 0); /* the next id */
        use_int64(&use, (int64_t)correction->kind);
        use_int64(&use, correction->made);
        use_str(&use, correction->note);
        bind_change(&use, &correction->change, buffer_str(&places));
        status = use_run(&use, error);
        correction->id = sqlite3_last_insert_rowid(connection->handle);
    }
    buffer_release(&places);
    for (size_t i = 0; status == OK && i < correction->claim_count; i++) {
        status = insert_claim(connection, correction->id, i, &correction->claims[i], error);
    }
    return status;
}

enum status correction_delete(struct connection *connection, int64_t id, struct error *error)
{
    static const enum sql statements[] = {SQL_CORRECTION_CLAIM_DELETE, SQL_CORRECTION_DELETE};
    enum status status = OK;
    for (unsigned i = 0; status == OK && i < sizeof statements / sizeof *statements; i++) {
        struct use use;
        use_begin(&use, connection, statements[i]);
        use_int64(&use, id);
        status = use_run(&use, error);
    }
    return status;
}

/* The least and the greatest report on one side of a correction; 0 and 0 when there is none. */
static void reports_of_side(const struct correction *correction, bool apart, int64_t *least,
                            int64_t *greatest)
{
    *least = *greatest = 0;
    for (size_t i = 0; i < correction->claim_count; i++) {
        const struct correction_claim *claim = &correction->claims[i];
        if (claim->apart == apart && claim->report != 0) {
            *least = *least == 0 || claim->report < *least ? claim->report : *least;
            *greatest = claim->report > *greatest ? claim->report : *greatest;
        }
    }
}

bool correction_applies(const struct correction *correction)
{
    int64_t least;
    int64_t greatest;
    int64_t least_apart;
    int64_t greatest_apart;
    reports_of_side(correction, false, &least, &greatest);
    reports_of_side(correction, true, &least_apart, &greatest_apart);
    switch (correction->kind) {
    case CORRECTION_REPORT:
        return greatest != 0;
    case CORRECTION_JOIN:
        return least != greatest;
    case CORRECTION_SPLIT:
        break;
    }
    return greatest != 0 && greatest_apart != 0 && (least != greatest_apart || greatest != least_apart);
}

enum status correction_claim_of(struct connection *connection, const struct claim_row *row,
                                struct correction_claim *claim, struct error *error)
{
    const struct report *report = &row->claim.report;
    const struct report *found = row->corrected.extracted != NULL ? row->corrected.extracted : report;
    struct use use;
    bool there;
    enum status status;
    *claim = (struct correction_claim){.article = row->claim.article,
                                       .kind = report->kind,
                                       .subtype = found->subtype,
                                       .actor = found->actor,
                                       .evidence = report->evidence,
                                       .count = report->count.text,
                                       .report = row->claim.id};
    use_begin(&use, connection, SQL_REPORT_EQUALS);
    use_int64(&use, row->claim.id);
    status = use_row(&use, &there, error);
    if (status == OK && there) {
        claim->equals = (size_t)column_int64(&use);
        claim->ordinal = (size_t)column_int64(&use);
    }
    use_end(&use);
    return status;
}

/* ---- the claims of one article ---- */

enum status corrections_of_article(struct connection *connection, struct arena *arena, struct str article,
                                   struct article_corrections *corrections, struct error *error)
{
    struct use use;
    bool found;
    size_t capacity = 0;
    enum status status;
    *corrections = (struct article_corrections){.count = 0};
    use_begin(&use, connection, SQL_CORRECTION_CLAIM_OF_ARTICLE);
    use_str(&use, article);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        if (corrections->count == capacity) {
            size_t more = 2 * capacity + 4;
            corrections->marks =
                arena_grow(arena, corrections->marks, capacity, more, sizeof *corrections->marks);
            capacity = more;
        }
        if (corrections->marks == NULL ||
            read_mark(&use, arena, &corrections->marks[corrections->count]) != OK) {
            status = no_memory(error);
            break;
        }
        corrections->marks[corrections->count++].kind = (enum correction_kind)column_int32(&use);
    }
    use_end(&use);
    return status;
}

static bool same_place(const struct quote *a, const struct quote *b)
{
    return a->field == b->field && a->begin == b->begin && a->end == b->end;
}

/* Whether a report rests on the words of a claim, wherever they stand: the same figure of the same sentence.
 * A figure that was corrected in the article is not the one that the analyst looked at. */
static bool same_words(const struct correction_claim *claim, const struct report *report)
{
    const struct quote *count = &report->count.text;
    bool counted = count->text.data != NULL;
    return claim->kind == report->kind && counted == (claim->count.text.data != NULL) &&
           str_equal(claim->count.text, count->text) &&
           str_equal(claim->evidence.text, report->evidence.text) &&
           (!counted || claim->count.begin - claim->evidence.begin == count->begin - report->evidence.begin);
}

/* Other rules may cut the sentence otherwise; then the figure must stand where it stood. */
static bool same_figure(const struct correction_claim *claim, const struct report *report)
{
    const struct quote *evidence = &report->evidence;
    const struct quote *count = &report->count.text;
    return claim->kind == report->kind && claim->subtype == report->subtype && count->text.data != NULL &&
           same_place(&claim->count, count) && str_equal(claim->count.text, count->text) &&
           (str_find(claim->evidence.text, evidence->text, 0) != SIZE_MAX ||
            str_find(evidence->text, claim->evidence.text, 0) != SIZE_MAX);
}

/* Whether rows[i] stands before rows[k] in the text. */
static bool is_before(const struct report *found, size_t i, size_t k)
{
    const struct quote *a = &found[i].evidence;
    const struct quote *b = &found[k].evidence;
    if (a->field != b->field) {
        return a->field < b->field;
    }
    if (a->begin != b->begin) {
        return a->begin < b->begin;
    }
    return found[i].count.text.begin != found[k].count.text.begin
               ? found[i].count.text.begin < found[k].count.text.begin
               : i < k;
}

/* Which of the claims with its words a claim is, when there are as many as there were; `count` when it is
 * open. Each then has its own row. */
static size_t find_equal(const struct correction_claim *claim, size_t count, const struct report *found)
{
    for (size_t i = 0; i < count; i++) {
        size_t before = 0;
        if (!same_words(claim, &found[i])) {
            continue;
        }
        for (size_t k = 0; k < count; k++) {
            before += same_words(claim, &found[k]) && is_before(found, k, i);
        }
        if (before == claim->ordinal) {
            return claim->equals == 1 || claim->subtype == found[i].subtype ? i : count;
        }
    }
    return count;
}

/* The one report of the subtype with the words of a claim that no other had, though others of the same figure
 * were found since; or the one with its figure, where none has its words. `count`: none, or it is open. */
static size_t find_like(const struct correction_claim *claim, bool words, size_t count,
                        const struct report *found)
{
    size_t like = count;
    const struct report *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct report *report = &found[i];
        if (!(words ? same_words(claim, report) : same_figure(claim, report))) {
            continue;
        }
        if (first != NULL && !same_place(&first->evidence, &report->evidence)) {
            return count; /* the sentence stands twice now */
        }
        first = first == NULL ? report : first;
        if (claim->subtype == report->subtype) {
            if (like != count) {
                return count;
            }
            like = i;
        }
    }
    return like;
}

/* The row that the claim is now.  NULL when there is none, or when it may be one or another. */
static struct claim_row *find_row(const struct correction_claim *claim, struct claim_row *rows, size_t count,
                                  const struct report *found)
{
    size_t equals = 0;
    size_t i = count;
    for (size_t k = 0; k < count; k++) {
        equals += same_words(claim, &found[k]);
    }
    if (equals > 0 && equals == claim->equals) {
        i = find_equal(claim, count, found);
    } else if (claim->equals == 1) {
        i = find_like(claim, equals > 0, count, found);
    }
    return i < count ? &rows[i] : NULL;
}

static enum status add_ruling(struct arena *arena, struct claim_row *row, int64_t correction, bool apart)
{
    row->rulings =
        arena_grow(arena, row->rulings, row->ruling_count, row->ruling_count + 1, sizeof *row->rulings);
    if (row->rulings == NULL) {
        return ERR_NO_MEMORY;
    }
    row->rulings[row->ruling_count++] = (struct ruling){correction, apart};
    return OK;
}

/* Lets a correction change the report of the row, which was `found` so. */
static enum status change_row(struct connection *connection, struct arena *arena, int64_t correction,
                              struct claim_row *row, const struct report *found, struct error *error)
{
    struct store_corrected *corrected = &row->corrected;
    struct correction read;
    bool there;
    enum status status = correction_find(connection, arena, correction, &read, &there, error);
    if (status != OK || !there) {
        return status;
    }
    if ((corrected->count & (corrected->count - 1)) == 0) { /* there is room for a power of two */
        size_t more = corrected->count == 0 ? 1 : 2 * corrected->count;
        corrected->corrections =
            arena_grow(arena, corrected->corrections, corrected->count, more, sizeof *corrected->corrections);
        if (corrected->corrections == NULL) {
            return no_memory(error);
        }
    }
    corrected->corrections[corrected->count++] = correction;
    corrected->extracted = found;
    report_change_apply(&read.change, &row->claim.report);
    return OK;
}

enum status corrections_apply(struct connection *connection, struct arena *arena,
                              struct article_corrections *corrections, struct claim_row *rows, size_t count,
                              struct error *error)
{
    struct report *found = corrections->count == 0 ? NULL : arena_array(arena, count, sizeof *found);
    enum status status = OK;
    if (corrections->count == 0) {
        return OK;
    }
    if (found == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; i < count; i++) {
        found[i] = rows[i].claim.report;
    }
    for (size_t i = 0; status == OK && i < corrections->count; i++) {
        struct claim_mark *mark = &corrections->marks[i];
        struct claim_row *row = find_row(&mark->claim, rows, count, found);
        mark->claim.report = row != NULL ? row->claim.id : 0;
        if (row != NULL && mark->kind == CORRECTION_REPORT) {
            status = change_row(connection, arena, mark->correction, row, &found[row - rows], error);
        } else if (row != NULL && add_ruling(arena, row, mark->correction, mark->claim.apart) != OK) {
            status = no_memory(error);
        }
    }
    return status;
}

enum status corrections_settle(struct connection *connection, const struct article_corrections *corrections,
                               struct error *error)
{
    enum status status = OK;
    for (size_t i = 0; status == OK && i < corrections->count; i++) {
        const struct claim_mark *mark = &corrections->marks[i];
        struct use use;
        use_begin(&use, connection, SQL_CORRECTION_CLAIM_SET);
        use_optional(&use, mark->claim.report, 0);
        use_int64(&use, mark->correction);
        use_int64(&use, mark->position);
        status = use_run(&use, error);
    }
    return status;
}

enum status rulings_read(struct connection *connection, struct arena *arena, struct claim_row *row,
                         struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    row->rulings = NULL;
    row->ruling_count = 0;
    use_begin(&use, connection, SQL_RULING_OF_REPORT);
    use_int64(&use, row->claim.id);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        int64_t correction = column_int64(&use);
        if (add_ruling(arena, row, correction, column_int32(&use) != 0) != OK) {
            status = no_memory(error);
            break;
        }
    }
    use_end(&use);
    return status;
}
