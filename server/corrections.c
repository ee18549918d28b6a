/* What analysts correct: reports, and which of them make one event. */
#include "server/routes.h"

#include <stdio.h>
#include <string.h>

static void write_claim(struct json_writer *writer, const struct correction *correction,
                        const struct correction_claim *claim)
{
    json_object_begin(writer);
    json_key(writer, "report");
    json_write_id(writer, 'r', claim->report);
    json_member_str(writer, "article", claim->article);
    json_member_text(writer, "kind", report_kind_name(claim->kind));
    json_key(writer, "evidence");
    json_object_begin(writer);
    json_write_quote(writer, "exact", &claim->evidence);
    json_object_end(writer);
    json_key(writer, "count");
    if (claim->count.text.data) {
        json_object_begin(writer);
        json_write_quote(writer, "text", &claim->count);
        json_object_end(writer);
    } else {
        json_write_null(writer);
    }
    if (correction->kind == CORRECTION_SPLIT) {
        json_key(writer, "split_off");
        json_bool(writer, !claim->apart);
    }
    json_object_end(writer);
}

static bool write_correction(void *context, const struct correction *correction)
{
    static const char *const kinds[] = {
        [CORRECTION_REPORT] = "report", [CORRECTION_JOIN] = "join", [CORRECTION_SPLIT] = "split"};
    struct json_writer *writer = context;
    json_object_begin(writer);
    json_key(writer, "id");
    json_write_id(writer, 'c', correction->id);
    json_member_text(writer, "kind", kinds[correction->kind]);
    json_key(writer, "made");
    json_write_moment(writer, correction->made);
    json_member_str(writer, "note", correction->note);
    json_key(writer, "applies");
    json_bool(writer, correction_applies(correction));
    if (correction->kind == CORRECTION_REPORT) {
        json_key(writer, "change");
        json_write_change(writer, &correction->change);
    }
    json_key(writer, "claims");
    json_array_begin(writer);
    for (size_t i = 0; i < correction->claim_count; i++) {
        write_claim(writer, correction, &correction->claims[i]);
    }
    json_array_end(writer);
    json_object_end(writer);
    return true;
}

static enum status list_corrections(struct store *store, const struct query *query,
                                    struct json_writer *writer, struct query_cursor *next,
                                    struct error *error)
{
    return store_corrections(store, query, write_correction, writer, next, error);
}

void handle_list_corrections(struct request *request)
{
    request_answer_list(request, "corrections", list_corrections);
}

static void write_events(struct json_writer *writer, const struct store_correcting *correcting)
{
    json_key(writer, "events");
    json_array_begin(writer);
    for (size_t i = 0; i < correcting->event_count; i++) {
        const struct corrected_event *made = &correcting->events[i];
        json_object_begin(writer);
        json_write_event(writer, &made->event);
        json_key(writer, "report_ids");
        json_array_begin(writer);
        for (size_t k = 0; k < made->report_count; k++) {
            json_write_id(writer, 'r', made->reports[k]);
        }
        json_array_end(writer);
        json_object_end(writer);
    }
    json_array_end(writer);
    json_key(writer, "removed");
    json_array_begin(writer);
    for (size_t i = 0; i < correcting->removed_count; i++) {
        json_object_begin(writer);
        json_key(writer, "id");
        json_write_id(writer, 'e', correcting->removed[i].id);
        json_key(writer, "successor");
        json_write_id(writer, 'e', correcting->removed[i].successor);
        json_object_end(writer);
    }
    json_array_end(writer);
}

/* An event that was merged into another one is not the one to split; where to is told. */
static void answer_moved(struct request *request, int64_t successor)
{
    struct str location = arena_printf(&request->arena, "/api/v1/events/e%lld/split", (long long)successor);
    reply_problem(&request->reply, MHD_HTTP_PERMANENT_REDIRECT, NULL, "the event was merged into e%lld",
                  (long long)successor);
    if (location.data) {
        reply_header(&request->reply, MHD_HTTP_HEADER_LOCATION, location.data);
    }
}

static void answer_corrected(struct request *request)
{
    const struct store_write *write = &request->write;
    const struct store_correcting *correcting = write->correcting;
    struct reply *reply = &request->reply;
    bool made = write->operation == STORE_CORRECT && !correcting->dry_run;
    if (write->status == ERR_CONFLICT) {
        answer_moved(request, correcting->successor);
        return;
    }
    if (write->status != OK) {
        reply_error(reply, write->status, &write->error);
        return;
    }
    if (write->operation == STORE_UNDO && !correcting->dry_run) {
        reply->status = MHD_HTTP_NO_CONTENT;
        return;
    }
    struct json_writer writer;
    reply_json(reply, made && request->route->method == METHOD_POST ? MHD_HTTP_CREATED : MHD_HTTP_OK,
               &writer);
    json_object_begin(&writer);
    json_key(&writer, "correction");
    write_correction(&writer, &correcting->correction);
    if (correcting->report) {
        json_key(&writer, "report");
        write_report(&writer, correcting->report);
    }
    write_events(&writer, correcting);
    json_object_end(&writer);
    struct str location =
        arena_printf(&request->arena, "/api/v1/corrections/c%lld", (long long)correcting->correction.id);
    if (made && location.data) {
        reply_header(reply, MHD_HTTP_HEADER_LOCATION, location.data);
    }
}

/* What to correct, in the request's arena, with what its parameters say; NULL when that is refused. */
static struct store_correcting *begin(struct request *request, enum correction_kind kind)
{
    struct query query;
    struct error error = {0};
    struct store_correcting *correcting = arena_alloc(&request->arena, sizeof(*correcting));
    enum status status = correcting ? request_query(request, &query, &error) : ERR_NO_MEMORY;
    if (status != OK) {
        reply_error(&request->reply, status, &error);
        return NULL;
    }
    correcting->kind = kind;
    correcting->dry_run = query.dry_run;
    correcting->arena = &request->arena;
    return correcting;
}

/* Hands it to the store, unless the body was refused. */
static void submit(struct request *request, enum store_operation operation,
                   struct store_correcting *correcting, enum status status, const struct error *error)
{
    if (status != OK) {
        reply_error(&request->reply, status, error);
        return;
    }
    request->write = (struct store_write){.operation = operation, .correcting = correcting};
    request_wait(request, answer_corrected);
}

/* The id in the path; false when it cannot be one, and that is the answer. */
static bool read_target(struct request *request, const char *what, int64_t *id)
{
    if (json_read_id(request->tail, what[0], id)) {
        return true;
    }
    reply_problem(&request->reply, MHD_HTTP_NOT_FOUND, NULL, "there is no %s of that id; ids look like %c42",
                  what, what[0]);
    return false;
}

void handle_patch_report(struct request *request)
{
    struct error error = {0};
    int64_t report = 0;
    if (!read_target(request, "report", &report)) {
        return;
    }
    struct store_correcting *correcting = begin(request, CORRECTION_REPORT);
    if (!correcting) {
        return;
    }
    struct report_change *change = arena_alloc(&request->arena, sizeof(*change));
    enum status status = ERR_NO_MEMORY;
    if (change) {
        status =
            json_read_change(&request->arena, buffer_str(&request->body), change, &correcting->note, &error);
    }
    correcting->target = report;
    correcting->change = change;
    submit(request, STORE_CORRECT, correcting, status, &error);
}

static void handle_ids(struct request *request, enum correction_kind kind, int64_t target, const char *member)
{
    struct error error = {0};
    struct store_correcting *correcting = begin(request, kind);
    if (!correcting) {
        return;
    }
    int64_t *ids = NULL;
    enum status status = json_read_ids(&request->arena, buffer_str(&request->body), member, member[0], &ids,
                                       &correcting->other_count, &correcting->note, &error);
    correcting->target = target;
    correcting->others = ids;
    submit(request, STORE_CORRECT, correcting, status, &error);
}

void handle_join_events(struct request *request)
{
    handle_ids(request, CORRECTION_JOIN, 0, "events");
}

void handle_split_event(struct request *request)
{
    int64_t event = 0;
    if (read_target(request, "event", &event)) {
        handle_ids(request, CORRECTION_SPLIT, event, "reports");
    }
}

void handle_get_correction(struct request *request)
{
    struct error error = {0};
    struct json_writer writer;
    int64_t id = 0;
    if (!read_target(request, "correction", &id)) {
        return;
    }
    reply_json(&request->reply, MHD_HTTP_OK, &writer);
    enum status status = store_correction(request->server->store, id, write_correction, &writer, &error);
    if (status != OK) {
        reply_error(&request->reply, status, &error);
    }
}

void handle_delete_correction(struct request *request)
{
    int64_t id = 0;
    if (!read_target(request, "correction", &id)) {
        return;
    }
    struct store_correcting *correcting = begin(request, CORRECTION_REPORT);
    if (correcting) {
        correcting->target = id;
        submit(request, STORE_UNDO, correcting, OK, &(struct error){0});
    }
}
