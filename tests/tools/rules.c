/* The rule compiler: what it says of wrong files (each file in wrong/ begins with a comment that tells where
 * the fault is and how the message begins), and that it takes right ones. */
#include "tools/rules.h"

#include "tests/cmocka.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define WRONG DATELINE_SOURCE_DIR "/tests/tools/wrong"

/* What every file can rely on. */
#define WORDS "day\tUNIT=day\nweek\tUNIT=week\nunited states\tLAND=\"US\"\nSept.\tMONTH=9\n"

#define USES "pass used\nused UNIT | LAND | MONTH => none\n  - \"day\"\n"

static struct str read_file(struct arena *arena, const char *path)
{
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    char *data = arena_alloc(arena, 1 << 16);
    assert_non_null(data);
    size_t size = fread(data, 1, 1 << 16, file);
    fclose(file);
    return (struct str){data, size};
}

/* Compiles one file beside the words; the messages. */
static enum status compile(struct arena *arena, const struct rules_file *file, struct buffer *out,
                           struct buffer *messages)
{
    struct rules_file files[] = {
        {.kind = RULES_WORDS, .name = "words.tsv", .text = str_from(WORDS)},
        {.kind = RULES_REPORT, .name = "report.rules", .text = str_from(USES)},
        *file,
    };
    buffer_init(out, 1 << 26);
    buffer_init(messages, 1 << 20);
    return rules_compile(arena, "xx", files, 3, out, messages);
}

static enum rules_file_kind kind_of(const char *name)
{
    const char *end = strrchr(name, '.');
    return strcmp(end, ".tsv") == 0   ? RULES_WORDS
           : strcmp(end, ".txt") == 0 ? RULES_ABBREVIATIONS
                                      : RULES_TIME;
}

/* state: the name of the file */
static void points_at_the_fault(void **state)
{
    const char *name = *state;
    char path[1024];
    char expected[256];
    snprintf(path, sizeof path, WRONG "/%s", name);
    struct arena arena;
    arena_init(&arena, 1 << 26);
    struct rules_file file = {.kind = kind_of(name), .name = name, .text = read_file(&arena, path)};

    /* "# 3:14 unknown class" becomes "<name>:3:14: error: unknown class" */
    size_t line_end = str_find(file.text, STR("\n"), 0);
    struct str line = str_slice(file.text, 2, line_end);
    size_t space = str_find(line, STR(" "), 0);
    assert_true(space != SIZE_MAX);
    snprintf(expected, sizeof expected, "%s:%.*s: error: %.*s", name, (int)space, line.data,
             STR_ARG(str_slice(line, space + 1, line.size)));

    struct buffer out;
    struct buffer messages;
    assert_int_equal(ERR_INVALID, compile(&arena, &file, &out, &messages));
    struct str said = buffer_str(&messages);
    if (!str_starts(said, str_from(expected))) {
        fail_msg("expected: %s\nsaid: %.*s", expected, STR_ARG(said));
    }
    /* One fault, one message: the line and the caret follow, nothing else. */
    size_t lines = 0;
    for (size_t at = str_find(said, STR("\n"), 0); at != SIZE_MAX; at = str_find(said, STR("\n"), at + 1)) {
        lines++;
    }
    assert_int_equal(3, lines);
    assert_int_equal(0, out.size);
    buffer_release(&out);
    buffer_release(&messages);
    arena_release(&arena);
}

static void shows_line_and_caret(void **state)
{
    (void)state;
    static const struct {
        const char *rules;
        const char *messages;
    } cases[] = {
        {"pass p\nr \"on\" WEKDAY => MADE\n  + \"on\"\n",
         "t.rules:2:8: error: unknown class WEKDAY: no word has it and no rule makes it\n"
         "    r \"on\" WEKDAY => MADE\n"
         "           ^\n"},
        /* a tab stays a tab, a letter of two bytes takes one column */
        {"pass p\nr\t\"\u00e9\" wek => MADE\n", "t.rules:2:8: error: a word is written in quotation marks, a "
                                                "class in capitals; no let has this name\n"
                                                "    r\t\"\u00e9\" wek => MADE\n"
                                                "     \t    ^\n"},
        /* after a wrong rule the next is read */
        {"pass p\nr => X\n  + \"a\"\ns [ => X\n",
         "t.rules:4:5: error: expected ] or an element of the pattern\n"
         "    s [ => X\n"
         "        ^\n"
         "t.rules:2:3: error: the span can be empty\n"
         "    r => X\n"
         "      ^\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct arena arena;
        struct buffer out;
        struct buffer messages;
        arena_init(&arena, 1 << 26);
        struct rules_file file = {.kind = RULES_TIME, .name = "t.rules", .text = str_from(cases[i].rules)};
        assert_int_equal(ERR_INVALID, compile(&arena, &file, &out, &messages));
        size_t size;
        char *said = buffer_take(&messages, &size);
        assert_string_equal(cases[i].messages, said);
        free(said);
        buffer_release(&out);
        arena_release(&arena);
    }
}

static void takes_right_files(void **state)
{
    (void)state;
    static const char *const rules[] = {
        "",
        "# nothing\n",
        "pass p\n",
        "pass p keep\nr \"on\" => MADE\n  + \"on\"",
        "pass p\r\nr \"on\" # comment\r\n   UNIT => MADE same(UNIT)\r\n  + \"on day\" \"a b\" c # d\r\n",
        "pass p\n\nr \"#\" => MADE\n# between\n\n  @ 2024-12-17 + \"#\"\n   - \"a\"\n",
        "pass p\nr \"Sept.\" | \"sept\" => none\n  - \"sept\"\n",
        ("seeds UNIT \"soon\"\npass p\nr \"on\" (UNIT | ^ \"soon\"+2) => A same(-1)\n  + \"on day\"\n"
         "s A => B same(A)\n  + \"b\"\n"),
        ("seeds UNIT\npass p\nr !\"a\" UNIT [\"on\"] => A same(-1)\n  + \"day on\"\n"
         "s \"on\" => C\n  + \"on\"\n"),
        "seeds ORDINAL{4..31}\npass p\nr \"the\" ORDINAL{4..5|9} => A same(-1)\n  + \"the ninth\"\n",
        "let A = (UNIT | \"x\"):what\npass p\nr A => MADE(what)\n  + \"x\"\n",
        "pass p\nr !\"a\" ~ ^ [ \"b\" ..3!UNIT!\",\" UNIT{day|week} ] $\n => A B same(-1)\n  + \"b\"\n",
        "pass p\nr UNIT => A shift(-1, \"s\"); same(UNIT)\n  + \"b\"\n",
    };
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        struct arena arena;
        struct buffer out;
        struct buffer messages;
        arena_init(&arena, 1 << 26);
        struct rules_file file = {.kind = RULES_TIME, .name = "t.rules", .text = str_from(rules[i])};
        enum status status = compile(&arena, &file, &out, &messages);
        if (status != OK) {
            fail_msg("%s\n%.*s", rules[i], STR_ARG(buffer_str(&messages)));
        }
        assert_true(str_find(buffer_str(&out), STR("const struct lang lang_xx"), 0) != SIZE_MAX);
        assert_true(str_find(buffer_str(&out), STR("= {\n};"), 0) == SIZE_MAX); /* C has no empty arrays */
        buffer_release(&out);
        buffer_release(&messages);
        arena_release(&arena);
    }
}

static void says_when_memory_is_short(void **state)
{
    (void)state;
    const struct rules_file file = {
        .kind = RULES_TIME,
        .name = "t.rules",
        .text = STR("pass p\nr \"on\" UNIT => MADE shift(UNIT, 1)\n  + \"on day\" 1\n"),
    };
    enum status status = ERR_NO_MEMORY;
    size_t limit = 1 << 10;
    for (; status != OK; limit += limit / 8) {
        struct arena arena;
        struct buffer out;
        struct buffer messages;
        arena_init(&arena, limit);
        status = compile(&arena, &file, &out, &messages);
        assert_true(status == OK || status == ERR_NO_MEMORY);
        buffer_release(&out);
        buffer_release(&messages);
        arena_release(&arena);
    }
    assert_true(limit > 1 << 16);
}

/* The tables number words and what rules need in 16 bits. */
static void says_what_there_is_too_much_of(void **state)
{
    (void)state;
    struct arena arena;
    struct buffer words;
    struct buffer rules;
    arena_init(&arena, (size_t)1 << 30);
    buffer_init(&words, 1 << 22);
    buffer_init(&rules, 1 << 24);
    for (unsigned i = 0; i < 70000; i++) {
        buffer_printf(&words, "%c%c%c%c\tUNIT=day\n", 'a' + i / 17576 % 26, 'a' + i / 676 % 26,
                      'a' + i / 26 % 26, 'a' + i % 26);
    }
    buffer_append_str(&rules, STR("pass many\n"));
    for (unsigned i = 0; i < 1200; i++) { /* each word begins rules far apart */
        buffer_printf(&rules, "r%u (\"x%u\"", i, i);
        for (unsigned k = 0; k < 90; k++) {
            unsigned word = (i * 7919 + k * 97) % 6000;
            buffer_printf(&rules, " | \"%c%c%cx\"", 'a' + word / 676, 'a' + word / 26 % 26, 'a' + word % 26);
        }
        buffer_printf(&rules, ") => MADE\n - \"it\"\n + \"x%u\"\n", i);
    }
    const struct {
        struct rules_file file;
        const char *message;
    } cases[] = {
        {{RULES_WORDS, "words-more.tsv", buffer_str(&words)}, "error: too many words\n"},
        {{RULES_TIME, "t.rules", buffer_str(&rules)}, "error: too many needs of rules\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer out;
        struct buffer messages;
        assert_int_equal(ERR_TOO_LARGE, compile(&arena, &cases[i].file, &out, &messages));
        if (!str_equal(buffer_str(&messages), str_from(cases[i].message))) {
            fail_msg("%.*s", STR_ARG(buffer_str(&messages)));
        }
        assert_int_equal(0, out.size);
        buffer_release(&out);
        buffer_release(&messages);
    }
    buffer_release(&words);
    buffer_release(&rules);
    arena_release(&arena);
}

#define MOST_FILES 200
#define FIXED_TESTS 4

int main(void)
{
    static struct CMUnitTest tests[FIXED_TESTS + MOST_FILES] = {
        cmocka_unit_test(shows_line_and_caret),
        cmocka_unit_test(takes_right_files),
        cmocka_unit_test(says_when_memory_is_short),
        cmocka_unit_test(says_what_there_is_too_much_of),
    };
    static char names[MOST_FILES][256];
    size_t count = 0;
    DIR *folder = opendir(WRONG);
    if (folder == NULL) {
        perror(WRONG);
        return 1;
    }
    const struct dirent *entry;
    while ((entry = readdir(folder)) != NULL && count < MOST_FILES) {
        if (entry->d_name[0] != '.') {
            snprintf(names[count], sizeof names[count], "%s", entry->d_name);
            tests[FIXED_TESTS + count] = (struct CMUnitTest){
                .name = names[count], .test_func = points_at_the_fault, .initial_state = names[count]};
            count++;
        }
    }
    closedir(folder);
    return _cmocka_run_group_tests("rules", tests, FIXED_TESTS + count, NULL, NULL);
}
