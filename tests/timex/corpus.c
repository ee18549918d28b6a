/* Runs the corpora of time expressions, tests/corpus/<language>/time/<file>.tsv: each line is a test.
 *
 *     text <TAB> publication date <TAB> expression|TYPE|value|first|last <TAB> ...
 *
 * Behind the publication date and a space may stand the language tag that the text is given under.
 * The expressions are all that the text holds, in order; first and last are empty where there is no such day.
 * A line without any says that nothing in the text is a time expression.  A sixth field, "|value", is the
 * other reading that the expression has; empty when it must have none.  In the text \n is the end of a line.
 * # begins a comment line. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "timex/timex.h"

#define FOLDER DATELINE_SOURCE_DIR "/tests/corpus/en/time"

struct expectation {
    char name[160];
    char *text;
    char *published;
    char *language; /* within `published`, or NULL */
    char *expected;
};

static struct expectation *expectations;
static size_t expectation_count;

static void write_day(struct buffer *out, int32_t day)
{
    char text[11] = "";

    if (day != DAY_NONE) {
        day_format(day, text);
    }
    buffer_printf(out, "|%s", text);
}

/* Whether the expectation of the expression number `index` speaks of its other reading. */
static bool names_other(const char *expected, size_t index)
{
    for (; index > 0 && *expected != '\0'; index--) {
        expected += strcspn(expected, "\t");
        expected += *expected == '\t' ? 1 : 0;
    }
    size_t bars = 0;
    for (; *expected != '\0' && *expected != '\t'; expected++) {
        bars += *expected == '|' ? 1 : 0;
    }
    return bars > 4;
}

/* Writes what is found in `text`. */
static void find(struct arena *arena, const struct text *text, const struct instant *published,
                 const char *expected, struct buffer *found)
{
    struct timex_list list;

    assert_int_equal(timex_find(arena, text, published, &list), OK);
    for (size_t i = 0; i < list.count; i++) {
        const struct timex *timex = &list.items[i];
        buffer_printf(found, "%s%.*s|%s|%s", i == 0 ? "" : "\t",
                      STR_ARG(str_slice(text->source, timex->begin, timex->end)),
                      timex_type_name(timex->type), timex->value);
        write_day(found, timex->date.first);
        write_day(found, timex->date.last);
        if (names_other(expected, i)) {
            buffer_printf(found, "|%s", timex->alternative_count > 0 ? timex->alternatives[0].value : "");
        }
    }
    assert_int_equal(buffer_status(found), OK);
}

static void line_holds(void **state)
{
    const struct expectation *line = *state;
    struct instant published;
    struct arena arena;
    struct text text;
    struct buffer found;
    struct buffer found_everywhere;

    assert_int_equal(instant_parse(str_from(line->published), &published, NULL), OK);
    arena_init(&arena, 64 << 20);
    buffer_init(&found, 1 << 20);
    buffer_init(&found_everywhere, 1 << 20);
    assert_int_equal(text_scan(&arena, lang_find(STR("en")), str_from(line->text), &text), OK);
    if (line->language != NULL) {
        text.language = str_from(line->language);
    }
    find(&arena, &text, &published, line->expected, &found);
    struct str answer = buffer_str(&found);
    if (!str_equal(answer, str_from(line->expected)) && !(answer.size == 0 && line->expected[0] == '\0')) {
        fail_msg("%s\n  expected: %s\n  found:    %.*s", line->text, line->expected, STR_ARG(answer));
    }
    /* Where no seed is near nothing is tried: it must not be missed. */
    struct lang_rules rules = *text.lang->time;
    struct lang lang = *text.lang;
    rules.seed_words = NULL;
    lang.time = &rules;
    text.lang = &lang;
    find(&arena, &text, &published, line->expected, &found_everywhere);
    assert_true(str_equal(answer, buffer_str(&found_everywhere)));
    buffer_release(&found);
    buffer_release(&found_everywhere);
    arena_release(&arena);
}

static char *copy(const char *begin, const char *end)
{
    size_t size = (size_t)(end - begin);
    char *text = malloc(size + 1);

    if (text != NULL) {
        memcpy(text, begin, size);
        text[size] = '\0';
    }
    return text;
}

/* Turns each "\\n" of the text into the end of a line. */
static void unescape(char *text)
{
    char *to = text;

    for (const char *from = text; *from != '\0'; from++) {
        *to = *from;
        if (from[0] == '\\' && from[1] == 'n') {
            *to = '\n';
            from++;
        }
        to++;
    }
    *to = '\0';
}

static int read_line(const char *file, unsigned number, const char *line)
{
    const char *first = strchr(line, '\t');
    struct expectation *grown = realloc(expectations, (expectation_count + 1) * sizeof *grown);

    if (grown == NULL || first == NULL) {
        (void)fprintf(stderr, "%s:%u: no publication date\n", file, number);
        expectations = grown == NULL ? expectations : grown;
        return 1;
    }
    const char *end = line + strcspn(line, "\r\n");
    const char *second = memchr(first + 1, '\t', (size_t)(end - first - 1));
    expectations = grown;
    struct expectation *added = &expectations[expectation_count++];
    (void)snprintf(added->name, sizeof added->name, "%s:%u: %.*s", file, number, (int)(first - line), line);
    added->text = copy(line, first);
    if (added->text != NULL) {
        unescape(added->text);
    }
    added->published = copy(first + 1, second == NULL ? end : second);
    added->expected = copy(second == NULL ? end : second + 1, end);
    if (added->text == NULL || added->published == NULL || added->expected == NULL) {
        return 1;
    }
    char *space = strchr(added->published, ' ');
    added->language = space == NULL ? NULL : space + 1;
    if (space != NULL) {
        *space = '\0';
    }
    return 0;
}

static int read_file(const char *name)
{
    char path[1024];
    char *line = NULL;
    size_t capacity = 0;
    unsigned number = 0;
    int failed = 0;

    (void)snprintf(path, sizeof path, "%s/%s", FOLDER, name);
    FILE *file = fopen(path, "r");
    if (file == NULL) {
        return 1;
    }
    while (getline(&line, &capacity, file) > 0) {
        number++;
        if (line[0] != '#' && line[0] != '\n') {
            failed |= read_line(name, number, line);
        }
    }
    free(line);
    (void)fclose(file);
    return failed;
}

static int is_corpus(const struct dirent *entry)
{
    size_t size = strlen(entry->d_name);

    return size > 4 && strcmp(entry->d_name + size - 4, ".tsv") == 0;
}

int main(void)
{
    struct dirent **files;
    int count = scandir(FOLDER, &files, is_corpus, alphasort);
    int failed = count <= 0;

    for (int i = 0; i < count; i++) {
        failed |= read_file(files[i]->d_name);
        free(files[i]);
    }
    if (count > 0) {
        free(files);
    }
    struct CMUnitTest *tests = calloc(expectation_count + 1, sizeof *tests);
    if (tests == NULL || failed) {
        free(tests);
        return 1;
    }
    for (size_t i = 0; i < expectation_count; i++) {
        tests[i] = (struct CMUnitTest){
            .name = expectations[i].name, .test_func = line_holds, .initial_state = &expectations[i]};
    }
    failed = _cmocka_run_group_tests("time corpus", tests, expectation_count, NULL, NULL);
    for (size_t i = 0; i < expectation_count; i++) {
        free(expectations[i].text);
        free(expectations[i].published);
        free(expectations[i].expected);
    }
    free(expectations);
    free(tests);
    return failed == 0 ? 0 : 1;
}
