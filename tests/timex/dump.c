/* Prints the time expressions of each article of a JSONL file ({"doc", "published", "text"} a line) as JSONL,
 * so that they can be scored against labels.  Usage: timex_dump articles.jsonl */
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "timex/timex.h"

static void print_timexes(const char *doc, struct str source, const struct timex_list *list)
{
    json_t *answer = json_object();
    json_t *items = json_array();
    struct utf8_cursor cursor = {.text = source};

    for (size_t i = 0; i < list->count; i++) {
        const struct timex *timex = &list->items[i];
        char edtf[32];
        size_t begin = utf8_code_points(&cursor, timex->begin);
        size_t end = utf8_code_points(&cursor, timex->end);
        interval_edtf(timex_claim_date(list, i), edtf);
        json_t *item = json_pack(
            "{s:s,s:I,s:I,s:s%,s:s,s:s,s:s,s:s}", "field", "text", "begin", (json_int_t)begin, "end",
            (json_int_t)end, "text", source.data + timex->begin, (size_t)(timex->end - timex->begin), "type",
            timex_type_name(timex->type), "value", timex->value, "rule", timex->rule, "edtf", edtf);
        json_array_append_new(items, item);
    }
    json_object_set_new(answer, "doc", json_string(doc));
    json_object_set_new(answer, "timexes", items);
    json_object_set_new(answer, "reports", json_array());
    json_dumpf(answer, stdout, JSON_COMPACT);
    putchar('\n');
    json_decref(answer);
}

static int dump(FILE *file)
{
    char *line = NULL;
    size_t capacity = 0;
    int result = 0;

    while (result == 0 && getline(&line, &capacity, file) > 0) {
        json_t *article = json_loads(line, 0, NULL);
        const char *doc = json_string_value(json_object_get(article, "doc"));
        const char *published = json_string_value(json_object_get(article, "published"));
        struct str source = str_from(json_string_value(json_object_get(article, "text")));
        struct instant instant;
        struct arena arena;
        struct text text;
        struct timex_list list;

        arena_init(&arena, SIZE_MAX);
        if (doc == NULL || published == NULL || source.data == NULL ||
            instant_parse(str_from(published), &instant, NULL) != OK ||
            text_scan(&arena, lang_find(STR("en")), source, &text) != OK ||
            timex_find(&arena, &text, &instant, &list) != OK) {
            (void)fprintf(stderr, "timex_dump: bad line: %.80s\n", line);
            result = 1;
        } else {
            print_timexes(doc, source, &list);
        }
        arena_release(&arena);
        json_decref(article);
    }
    free(line);
    return result;
}

int main(int argc, char **argv)
{
    FILE *file = argc == 2 ? fopen(argv[1], "r") : NULL;

    if (file == NULL) {
        (void)fprintf(stderr, "usage: timex_dump articles.jsonl\n");
        return 2;
    }
    int result = dump(file);
    (void)fclose(file);
    return result;
}
