/* report_dump < DOCS.jsonl > PREDICTED.jsonl
 *
 * For developers: what the extraction makes of each line {"doc", "published", "text", "title"?, ...}, as the
 * server would answer it: {"doc", "timexes", "reports"}.  Lets the scorers run without a server. */
#include "ingest/ingest.h"
#include "json/json.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int analyse_line(struct arena *arena, const char *line, size_t size, const char *doc,
                        struct buffer *out)
{
    struct article article = {0};
    struct analysis analysis = {0};
    struct json_writer writer;
    struct json_report_context context = {0};
    struct error error = {0};
    struct utf8_cursor cursor = {0};
    enum article_field field = FIELD_TITLE;
    size_t i;

    if (json_read_article(arena, (struct str){line, size}, &article, &error) != OK ||
        ingest_analyse(arena, &article, &analysis, &error) != OK) {
        fprintf(stderr, "%s: %s %s\n", doc, error.pointer, error.message);
        return 1;
    }
    json_writer_init(&writer, out);
    json_object_begin(&writer);
    json_key(&writer, "doc");
    json_text(&writer, doc);
    json_key(&writer, "timexes");
    json_array_begin(&writer);
    cursor.text = article_field_text(&article, field);
    for (i = 0; i < analysis.timexes.count; i++) {
        const struct timex *timex = &analysis.timexes.items[i];

        if (timex->field != (uint8_t)field) {
            field = (enum article_field)timex->field;
            cursor = (struct utf8_cursor){.text = article_field_text(&article, field)};
        }
        json_write_timex(&writer, timex, &cursor);
    }
    json_array_end(&writer);
    json_key(&writer, "reports");
    json_array_begin(&writer);
    for (i = 0; i < analysis.report_count; i++) {
        json_object_begin(&writer);
        json_write_report(&writer, &analysis.reports[i], &context);
        json_object_end(&writer);
    }
    json_array_end(&writer);
    json_object_end(&writer);
    return 0;
}

int main(void)
{
    struct arena arena;
    struct buffer out;
    char *line = NULL;
    size_t capacity = 0;
    ssize_t size;
    int failed = 0;

    arena_init(&arena, (size_t)256 << 20);
    buffer_init(&out, (size_t)256 << 20);
    while ((size = getline(&line, &capacity, stdin)) > 0) {
        json_t *object = json_loadb(line, (size_t)size, 0, NULL);
        const char *doc = json_string_value(json_object_get(object, "doc"));
        char *wanted = NULL;
        json_t *request = json_object();

        if (object != NULL && doc != NULL && request != NULL) {
            static const char *const keys[] = {"title", "text", "published"};
            size_t i;

            for (i = 0; i < sizeof keys / sizeof keys[0]; i++) {
                json_t *value = json_object_get(object, keys[i]);

                if (value != NULL) {
                    json_object_set(request, keys[i], value);
                }
            }
            wanted = json_dumps(request, 0);
        }
        buffer_clear(&out);
        if (wanted == NULL || analyse_line(&arena, wanted, strlen(wanted), doc, &out) != 0 ||
            buffer_status(&out) != OK) {
            failed = 1;
        } else {
            printf("%.*s\n", STR_ARG(buffer_str(&out)));
        }
        free(wanted);
        json_decref(request);
        json_decref(object);
        arena_reset(&arena);
    }
    free(line);
    buffer_release(&out);
    arena_release(&arena);
    return failed;
}
