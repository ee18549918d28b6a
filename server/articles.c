/* POST, GET, DELETE and lists of articles; annotate. */
#include "ingest/ingest.h"
#include "server/routes.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

/* An article with everything that was found in it. */
struct found {
    const struct article *article;
    struct str id;
    const struct timex_list *timexes;
    const struct report *reports;
    size_t report_count;
    const int64_t *report_ids; /* NULL when nothing is stored */
    const int64_t *event_ids;
    const struct report_reason **reasons; /* of each report, or NULL for one; NULL when nobody asked */
    bool rules_differ; /* the reports were found by other rules than those that explain them */
    const struct store_corrected *corrected; /* NULL when nothing is, or nothing is stored */
};

static void write_head(struct json_writer *writer, const struct article *article, struct str id)
{
    char published[32];
    instant_format(&article->published, published);
    json_member_str(writer, "id", id);
    json_member_str(writer, "url", article->url);
    json_member_str(writer, "title", article->title);
    json_member_str(writer, "publisher", article->publisher);
    json_member_str(writer, "author", article->author);
    json_member_str(writer, "language", article->language);
    json_member_text(writer, "published", published);
}

/* Somewhere it may be tomorrow already. */
#define DAYS_AHEAD 1
#define DAY_SECONDS 86400

/* What is doubtful of a posted article and yet taken as it is: a day of publication that has not come, as in
 * a year that was mistyped.  Only here a clock is asked: what is found does not depend on it. */
static void write_warnings(struct json_writer *writer, const struct article *article)
{
    int32_t today = (int32_t)(time(NULL) / DAY_SECONDS);
    if (article->published.day <= today + DAYS_AHEAD) {
        return;
    }
    char day[11];
    char detail[96];
    day_format(today, day);
    (void)snprintf(detail, sizeof detail, "lies %d days after today, %s: all dates are reckoned from it",
                   article->published.day - today, day);
    json_key(writer, "warnings");
    json_array_begin(writer);
    json_object_begin(writer);
    json_member_text(writer, "pointer", "/published");
    json_member_text(writer, "detail", detail);
    json_object_end(writer);
    json_array_end(writer);
}

/* When the store took it in, and how often its content changed. */
static void write_stored(struct json_writer *writer, uint32_t revision, int64_t stored)
{
    json_member_int(writer, "revision", revision);
    json_key(writer, "stored");
    json_write_moment(writer, stored);
}

static void write_found(struct json_writer *writer, const struct found *found)
{
    const struct article *article = found->article;
    json_member_str(writer, "text", article->text);

    struct utf8_cursor cursors[] = {{.text = article_field_text(article, FIELD_TITLE)},
                                    {.text = article_field_text(article, FIELD_TEXT)}};
    json_key(writer, "timexes");
    json_array_begin(writer);
    for (size_t i = 0; i < found->timexes->count; i++) {
        const struct timex *timex = &found->timexes->items[i];
        json_write_timex(writer, timex, &cursors[timex->field]);
    }
    json_array_end(writer);

    if (found->reasons) {
        json_key(writer, "explained");
        json_object_begin(writer);
        json_member_text(writer, "rules", ingest_rules_version());
        json_key(writer, "differs");
        json_bool(writer, found->rules_differ);
        json_object_end(writer);
    }
    json_key(writer, "reports");
    json_array_begin(writer);
    for (size_t i = 0; i < found->report_count; i++) {
        struct json_report_context context = {.article = found->id};
        if (found->report_ids) {
            context.id = found->report_ids[i];
            context.event = found->event_ids[i];
        }
        if (found->corrected) {
            context.extracted = found->corrected[i].extracted;
            context.corrections = found->corrected[i].corrections;
            context.correction_count = found->corrected[i].count;
        }
        json_object_begin(writer);
        json_write_report(writer, &found->reports[i], &context);
        if (found->reasons) {
            json_key(writer, "explanation");
            if (found->reasons[i]) { /* of what was found: what an analyst says needs none */
                json_write_reason(writer, context.extracted ? context.extracted : &found->reports[i],
                                  found->reasons[i], found->timexes);
            } else {
                json_write_null(writer);
            }
        }
        json_object_end(writer);
    }
    json_array_end(writer);
}

/* What a request posted, in its arena. */
struct posted {
    struct article article;
    bool id_chosen; /* the request has one */
    struct analysis analysis;
    struct report_reason *reasons; /* of its reports, when `explain` was asked for */
};

static enum status read_posted(struct request *request, bool explain, struct posted **result,
                               struct error *error)
{
    struct arena *arena = &request->arena;
    struct posted *posted = arena_alloc(arena, sizeof(*posted));
    enum status status = ERR_NO_MEMORY;
    if (posted) {
        status = json_read_article(arena, buffer_str(&request->body), &posted->article, error);
    }
    if (status == OK) {
        posted->id_chosen = posted->article.id.data != NULL;
        status = article_make_id(&posted->article, arena);
    }
    if (status == OK) {
        status = explain ? ingest_explain(arena, &posted->article, &posted->analysis, &posted->reasons, error)
                         : ingest_analyse(arena, &posted->article, &posted->analysis, error);
    }
    *result = posted;
    const int64_t most = request->server->settings->max_reports;
    if (status == OK && posted->analysis.report_count > (size_t)most) {
        /* each is compared with the others, and other writes wait for it; an answer holds them all */
        return error_set(error, ERR_TOO_LARGE, NULL,
                         "the article holds %zu reports, more than %lld (the setting max-reports)",
                         posted->analysis.report_count, (long long)most);
    }
    if (status == ERR_NO_MEMORY && arena->full) { /* not the machine's fault: waiting does not help */
        return error_set(
            error, ERR_TOO_LARGE, NULL,
            "what is found in the article takes more than %zu MB of memory (32 times the setting "
            "max-body and 64 MB)",
            arena->limit >> 20);
    }
    return status;
}

void handle_annotate(struct request *request)
{
    struct error error = {0};
    struct posted *posted = NULL;
    struct query query;
    const struct report_reason **reasons = NULL;
    enum status status = request_query(request, &query, &error);
    if (status == OK) {
        status = read_posted(request, query.explain, &posted, &error);
    }
    if (status == OK && query.explain) {
        reasons = arena_array(&request->arena, posted->analysis.report_count, sizeof(struct report_reason *));
        status = reasons ? OK : ERR_NO_MEMORY;
        for (size_t i = 0; status == OK && i < posted->analysis.report_count; i++) {
            reasons[i] = &posted->reasons[i];
        }
    }
    if (status != OK) {
        reply_error(&request->reply, status, &error);
        return;
    }
    const struct found found = {.reasons = reasons,
                                .article = &posted->article,
                                .id = posted->article.id,
                                .timexes = &posted->analysis.timexes,
                                .reports = posted->analysis.reports,
                                .report_count = posted->analysis.report_count};
    struct json_writer writer;
    reply_json(&request->reply, MHD_HTTP_OK, &writer);
    json_object_begin(&writer);
    write_head(&writer, found.article, found.id);
    write_warnings(&writer, found.article);
    write_found(&writer, &found);
    json_object_end(&writer);
}

/* What the store has of the article. */
static struct found found_stored(const struct store_article *stored)
{
    return (struct found){.article = &stored->article,
                          .id = stored->article.id,
                          .timexes = &stored->timexes,
                          .reports = stored->reports,
                          .report_count = stored->report_count,
                          .report_ids = stored->report_ids,
                          .event_ids = stored->event_ids,
                          .corrected = stored->corrected};
}

static void answer_stored(struct request *request)
{
    const struct store_write *write = &request->write;
    struct reply *reply = &request->reply;
    if (write->status != OK) {
        reply_error(reply, write->status, &write->error);
        return;
    }
    struct found found = {.article = write->article,
                          .id = str_from(write->article_id),
                          .timexes = write->timexes,
                          .reports = write->reports,
                          .report_count = write->report_count,
                          .report_ids = write->report_ids,
                          .event_ids = write->event_ids};
    struct store_article stored;
    /* What was posted is not what is stored; should another request have removed it meanwhile, it is the best
     * there is. */
    if (write->corrected &&
        store_article(request->server->store, &request->arena, found.id, &stored, NULL) == OK) {
        found = found_stored(&stored);
    }
    struct json_writer writer;
    reply_json(reply, write->outcome == STORE_CREATED ? MHD_HTTP_CREATED : MHD_HTTP_OK, &writer);
    json_object_begin(&writer);
    write_head(&writer, found.article, found.id);
    write_warnings(&writer, found.article);
    write_found(&writer, &found);
    json_object_end(&writer);
    if (write->outcome == STORE_CREATED) {
        struct str location = arena_printf(&request->arena, "/api/v1/articles/%s", write->article_id);
        if (location.data) {
            reply_header(reply, MHD_HTTP_HEADER_LOCATION, location.data);
        }
    }
}

void handle_post_article(struct request *request)
{
    struct error error = {0};
    struct posted *posted = NULL;
    enum status status = read_posted(request, false, &posted, &error);
    if (status != OK) {
        reply_error(&request->reply, status, &error);
        return;
    }
    size_t count = posted->analysis.report_count;
    struct store_write *write = &request->write;
    *write = (struct store_write){.operation = STORE_PUT,
                                  .article = &posted->article,
                                  .id_chosen = posted->id_chosen,
                                  .timexes = &posted->analysis.timexes,
                                  .reports = posted->analysis.reports,
                                  .report_count = count,
                                  .report_ids = arena_array(&request->arena, count, sizeof(int64_t)),
                                  .event_ids = arena_array(&request->arena, count, sizeof(int64_t))};
    if (!write->report_ids || !write->event_ids) {
        reply_error(&request->reply, ERR_NO_MEMORY, &error);
        return;
    }
    request_wait(request, answer_stored);
}

static void answer_deleted(struct request *request)
{
    const struct store_write *write = &request->write;
    if (write->status != OK) {
        reply_error(&request->reply, write->status, &write->error);
        return;
    }
    request->reply.status = MHD_HTTP_NO_CONTENT;
}

/* True when the path's id may be one; else the answer is that there is no such article. */
static bool check_id(struct request *request)
{
    if (article_id_valid(request->tail)) {
        return true;
    }
    reply_problem(&request->reply, MHD_HTTP_NOT_FOUND, NULL, "there is no article of that id");
    return false;
}

void handle_delete_article(struct request *request)
{
    if (!check_id(request)) {
        return;
    }
    struct article *article = arena_alloc(&request->arena, sizeof(*article));
    if (!article) {
        reply_error(&request->reply, ERR_NO_MEMORY, &(struct error){0});
        return;
    }
    article->id = request->tail;
    request->write = (struct store_write){.operation = STORE_DELETE, .article = article};
    request_wait(request, answer_deleted);
}

static bool same_words(const struct quote *a, const struct quote *b)
{
    return a->field == b->field && a->begin == b->begin && a->end == b->end && str_equal(a->text, b->text);
}

/* The same claim of the same words. */
static bool same_claim(const struct report *a, const struct report *b)
{
    return a->kind == b->kind && a->subtype == b->subtype && a->scope == b->scope && a->status == b->status &&
           a->count.min == b->count.min && a->count.max == b->count.max && str_equal(a->actor, b->actor) &&
           a->date.first == b->date.first && a->date.last == b->date.last &&
           same_words(&a->count.text, &b->count.text) && same_words(&a->basis, &b->basis) &&
           same_words(&a->source, &b->source) && same_words(&a->evidence, &b->evidence);
}

/* Reads the stored text again, and finds for each stored report why the present rules make it, as it was
 * before it was corrected; those that they do not make have no reason. */
static enum status explain_stored(struct request *request, const struct store_article *stored,
                                  struct found *found, struct error *error)
{
    struct arena *arena = &request->arena;
    struct analysis analysis;
    struct report_reason *reasons;
    enum status status = ingest_explain(arena, &stored->article, &analysis, &reasons, error);
    if (status != OK) {
        return status;
    }
    found->reasons = arena_array(arena, stored->report_count, sizeof(struct report_reason *));
    if (!found->reasons) {
        return ERR_NO_MEMORY;
    }
    found->rules_differ = analysis.report_count != stored->report_count;
    for (size_t i = 0, next = 0; i < stored->report_count; i++) {
        size_t k = next; /* both are in the order of the text */
        const struct report *extracted = stored->corrected ? stored->corrected[i].extracted : NULL;
        const struct report *report = extracted ? extracted : &stored->reports[i];
        while (k < analysis.report_count && !same_claim(report, &analysis.reports[k])) {
            k++;
        }
        if (k == analysis.report_count) {
            found->rules_differ = true;
        } else {
            found->reasons[i] = &reasons[k];
            next = k + 1;
        }
    }
    return OK;
}

void handle_get_article(struct request *request)
{
    if (!check_id(request)) {
        return;
    }
    struct store_article stored;
    struct error error = {0};
    struct found found = {0};
    struct query query;
    enum status status = request_query(request, &query, &error);
    if (status == OK) {
        status = store_article(request->server->store, &request->arena, request->tail, &stored, &error);
    }
    if (status == OK && query.explain) {
        status = explain_stored(request, &stored, &found, &error);
    }
    if (status != OK) {
        reply_error(&request->reply, status, &error);
        return;
    }
    const struct report_reason **reasons = found.reasons;
    bool rules_differ = found.rules_differ;
    found = found_stored(&stored);
    found.reasons = reasons;
    found.rules_differ = rules_differ;
    struct json_writer writer;
    reply_json(&request->reply, MHD_HTTP_OK, &writer);
    json_object_begin(&writer);
    write_head(&writer, found.article, found.id);
    write_stored(&writer, stored.revision, stored.stored);
    write_found(&writer, &found);
    json_object_end(&writer);
}

static bool write_row(void *context, const struct store_article *stored)
{
    struct json_writer *writer = context;
    json_object_begin(writer);
    write_head(writer, &stored->article, stored->article.id);
    write_stored(writer, stored->revision, stored->stored);
    json_object_end(writer);
    return true;
}

static enum status list(struct store *store, const struct query *query, struct json_writer *writer,
                        struct query_cursor *next, struct error *error)
{
    return store_articles(store, query, write_row, writer, next, error);
}

void handle_list_articles(struct request *request)
{
    request_answer_list(request, "articles", list);
}
