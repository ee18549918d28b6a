/* Lists of events and reports, and one event with its reports. */
#include "server/routes.h"

#include <stdio.h>

static bool write_event(void *context, const struct event *event)
{
    struct json_writer *writer = context;
    json_object_begin(writer);
    json_write_event(writer, event);
    json_object_end(writer);
    return true;
}

/* The members of a report, with what a reader needs to know of its article. */
static void write_report_members(struct json_writer *writer, const struct store_report *report)
{
    const struct json_report_context where = {.id = report->id,
                                              .event = report->event,
                                              .article = report->article,
                                              .extracted = report->corrected.extracted,
                                              .corrections = report->corrected.corrections,
                                              .correction_count = report->corrected.count};
    json_write_report(writer, report->report, &where);
    json_member_str(writer, "title", report->title);
    json_member_str(writer, "url", report->url);
    json_member_str(writer, "publisher", report->publisher);
    json_key(writer, "published");
    json_write_day(writer, report->published);
}

void write_report(struct json_writer *writer, const struct store_report *report)
{
    json_object_begin(writer);
    write_report_members(writer, report);
    json_object_end(writer);
}

static bool write_report_row(void *context, const struct store_report *report)
{
    write_report(context, report);
    return true;
}

static enum status list_events(struct store *store, const struct query *query, struct json_writer *writer,
                               struct query_cursor *next, struct error *error)
{
    return store_events(store, query, write_event, writer, next, error);
}

static enum status list_reports(struct store *store, const struct query *query, struct json_writer *writer,
                                struct query_cursor *next, struct error *error)
{
    return store_reports(store, query, write_report_row, writer, next, error);
}

void handle_list_events(struct request *request)
{
    request_answer_list(request, "events", list_events);
}

void handle_list_reports(struct request *request)
{
    request_answer_list(request, "reports", list_reports);
}

static bool begin_event(void *context, const struct event *event)
{
    struct json_writer *writer = context;
    json_write_event_without_reports(writer, event);
    json_member_int(writer, "report_count", event->reports);
    json_key(writer, "reports");
    json_array_begin(writer);
    return true;
}

static void write_report_id(struct json_writer *writer, const char *key, int64_t id)
{
    char text[24];
    snprintf(text, sizeof(text), "r%lld", (long long)id);
    json_member_text(writer, key, id != 0 ? text : NULL);
}

static bool write_joined_report(void *context, const struct store_report *report)
{
    struct json_writer *writer = context;
    json_object_begin(writer);
    write_report_members(writer, report);
    json_key(writer, "why");
    if (report->joined_to != 0 || report->ruling != 0) {
        json_write_why(writer, &report->why, report->part_of, report->ruling);
    } else {
        json_write_null(writer);
    }
    write_report_id(writer, "joined_to", report->joined_to);
    write_report_id(writer, "copy_of", report->copy_of);
    json_object_end(writer);
    return true;
}

void handle_get_event(struct request *request)
{
    struct reply *reply = &request->reply;
    struct query query;
    struct query_cursor next = {0};
    struct error error = {0};
    struct json_writer writer;
    int64_t id = 0;
    int64_t successor = 0;
    if (!json_read_id(request->tail, 'e', &id)) {
        reply_problem(reply, MHD_HTTP_NOT_FOUND, NULL, "there is no event of that id; ids look like e42");
        return;
    }
    enum status status = request_query(request, &query, &error);
    if (status == OK) {
        reply_json(reply, MHD_HTTP_OK, &writer);
        json_object_begin(&writer);
        status = store_event(request->server->store, id, &query, begin_event, write_joined_report, &writer,
                             &next, &successor, &error);
    }
    if (status == ERR_CONFLICT) {
        struct str location = arena_printf(&request->arena, "/api/v1/events/e%lld", (long long)successor);
        reply_problem(reply, MHD_HTTP_MOVED_PERMANENTLY, NULL, "the event was merged into e%lld",
                      (long long)successor);
        if (location.data) {
            reply_header(reply, MHD_HTTP_HEADER_LOCATION, location.data);
        }
        return;
    }
    if (status != OK) {
        reply_error(&request->reply, status, &error);
        return;
    }
    json_array_end(&writer);
    request_write_next(request, &writer, &query, &next);
    json_object_end(&writer);
}
