/* Any bytes as the body of a correction.  What is taken must hold what json.h and correct.h promise, can be
 * applied to a report, and comes out of the writer as JSON. */
#include <stdlib.h>

#include "json/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void require_name(struct str s)
{
    require(s.data == NULL ||
            (s.size > 0 && utf8_invalid_at(s) == s.size && utf8_length(s) <= ARTICLE_NAME_MAX));
}

static void check_change(const struct report_change *change)
{
    struct report report = {.kind = KIND_CASUALTY};
    struct json_report_context context = {.extracted = &report};
    struct buffer out;
    struct json_writer writer;
    require(change->fields != 0 && change->fields < CHANGE_BIT(CHANGE_FIELDS));
    require_name(change->actor);
    require_name(change->counterpart);
    require_name(change->source_name);
    for (size_t i = 0; i < change->place_count; i++) {
        require(change->places[i].name.data != NULL);
        require_name(change->places[i].name);
    }
    report_change_apply(change, &report);
    require(report.corrected == change->fields);
    buffer_init(&out, 1 << 28);
    json_writer_init(&writer, &out);
    json_write_change(&writer, change);
    json_object_begin(&writer);
    json_write_report(&writer, &report, &context);
    json_object_end(&writer);
    require(buffer_status(&out) == OK);
    buffer_release(&out);
    if (report_change_check(change, KIND_CASUALTY, NULL) == OK) {
        require(report_subtype_kind(report.subtype) == KIND_CASUALTY);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct str body = {(const char *)data, size};
    struct arena arena;
    struct report_change change;
    struct str note;
    int64_t *ids;
    size_t count;
    struct error error = {0};
    arena_init(&arena, 1 << 28);
    enum status status = json_read_change(&arena, body, &change, &note, &error);
    if (status == OK) {
        check_change(&change);
    } else {
        require(error.status == status && error.message[0] != '\0');
        require(error.pointer[0] == '\0' || error.pointer[0] == '/');
    }
    if (json_read_ids(&arena, body, "events", 'e', &ids, &count, &note, NULL) == OK) {
        require(count <= JSON_IDS_MAX);
        for (size_t i = 0; i < count; i++) {
            require(ids[i] > 0);
        }
    }
    arena_release(&arena);
    return 0;
}
