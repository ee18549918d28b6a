#include "inspect/command.h"
#include "inspect/examples.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

/* Which rules fired so far. */
struct coverage {
    struct command *command;
    const struct lang_rules *rules;
    bool *fired;        /* by rule */
    struct arena arena; /* of one example */
};

/* Notes what fired; with `only` nothing but that rule. */
static void note(struct coverage *coverage, const struct trace *trace, const char *only)
{
    for (size_t i = 0; i < trace->match_count; i++) {
        const struct trace_match *match = &trace->matches[i];
        if (match->outcome == TRACE_FIRED && (only == NULL || strcmp(match->rule->name, only) == 0)) {
            coverage->fired[match->rule - coverage->rules->rules] = true;
        }
    }
}

static const struct lang_rule *find_rule(const struct lang_rules *rules, const char *name)
{
    for (size_t i = 0; i < rules->rule_count; i++) {
        if (strcmp(rules->rules[i].name, name) == 0) {
            return &rules->rules[i];
        }
    }
    return NULL;
}

static enum status run_examples(struct coverage *coverage)
{
    struct command *command = coverage->command;
    enum status status = OK;
    for (size_t i = 0; i < coverage->rules->example_count && status == OK; i++) {
        const struct lang_example *example = &coverage->rules->examples[i];
        const struct lang_rule *rule = find_rule(coverage->rules, example->rule);
        struct trace trace;
        struct str why;
        /* A negative example only shows a rule at work that keeps others off. */
        if (!example->positive && (rule == NULL || !rule->blocks)) {
            continue;
        }
        arena_reset(&coverage->arena);
        status = command->report ? report_example(&coverage->arena, command->lang, example, &trace, &why)
                                 : time_example(&coverage->arena, command->lang, example, &trace, &why);
        if (status == OK) {
            note(coverage, &trace, command->own || !example->positive ? example->rule : NULL);
        }
    }
    return status;
}

/* The text of a line of a corpus, with the ends of lines that are written \\n there; absent without memory.
 */
static struct str unescape(struct arena *arena, struct str written)
{
    char *text = arena_alloc(arena, written.size + 1);
    size_t size = 0;
    for (size_t i = 0; text != NULL && i < written.size; i++) {
        bool newline = i + 1 < written.size && written.data[i] == '\\' && written.data[i + 1] == 'n';
        text[size++] = (char)(newline ? '\n' : written.data[i]);
        i += newline;
    }
    return (struct str){text, size};
}

/* One line of a corpus: text, publication date with perhaps a space and the language tag behind it, and what
 * is expected. */
static enum inspect_status run_line(struct coverage *coverage, const char *path, unsigned number,
                                    struct str line)
{
    struct command *command = coverage->command;
    struct instant published;
    struct trace trace;
    struct text *text;
    size_t tab = str_find(line, STR("\t"), 0);
    if (tab == SIZE_MAX) {
        return complain_usage(command, "%s:%u: expected a text, a tab and its publication date", path,
                              number);
    }
    size_t second = str_find(line, STR("\t"), tab + 1);
    struct str date = str_slice(line, tab + 1, second == SIZE_MAX ? line.size : second);
    size_t space = str_find(date, STR(" "), 0);
    struct str language = space == SIZE_MAX ? (struct str){NULL, 0} : str_slice(date, space + 1, date.size);
    date = str_slice(date, 0, space == SIZE_MAX ? date.size : space);
    if (instant_parse(date, &published, NULL) != OK) {
        return complain_usage(command, "%s:%u: expected a publication date behind the first tab", path,
                              number);
    }
    arena_reset(&coverage->arena);
    struct arena *arena = &coverage->arena;
    struct str source = unescape(arena, str_slice(line, 0, tab));
    enum status status =
        source.data == NULL ? ERR_NO_MEMORY : trace_scan(arena, command->lang, source, &text);
    if (status == OK) {
        text->language = language;
        status = command->report ? trace_report(arena, text, &published, false, &trace)
                                 : trace_time(arena, text, &published, false, &trace);
    }
    if (status != OK) {
        return complain_usage(command, "%s:%u: %s", path, number, status_text(status));
    }
    note(coverage, &trace, NULL);
    return INSPECT_OK;
}

static enum inspect_status run_corpus_file(struct coverage *coverage, const char *path)
{
    enum inspect_status status = INSPECT_OK;
    char *line = NULL;
    size_t capacity = 0;
    unsigned number = 0;
    ssize_t size;
    FILE *file = fopen(path, "rb");
    if (file == NULL) {
        return complain_usage(coverage->command, "%s: %s", path, strerror(errno));
    }
    while (status == INSPECT_OK && (size = getline(&line, &capacity, file)) > 0) {
        struct str text = {line, (size_t)size};
        while (text.size > 0 && (text.data[text.size - 1] == '\n' || text.data[text.size - 1] == '\r')) {
            text.size--;
        }
        number++;
        if (text.size > 0 && text.data[0] != '#') {
            status = run_line(coverage, path, number, text);
        }
    }
    free(line);
    (void)fclose(file);
    return status;
}

static int is_corpus(const struct dirent *entry)
{
    return str_ends(str_from(entry->d_name), STR(".tsv"));
}

static enum inspect_status run_corpus(struct coverage *coverage)
{
    struct command *command = coverage->command;
    struct dirent **files;
    int count = scandir(command->corpus, &files, is_corpus, alphasort);
    enum inspect_status status = INSPECT_OK;
    if (count < 0) {
        return complain_usage(command, "%s: %s", command->corpus, strerror(errno));
    }
    if (count == 0) {
        status = complain_usage(command, "%s: no .tsv file there", command->corpus);
    }
    for (int i = 0; i < count; i++) {
        if (status == INSPECT_OK) {
            struct str path = arena_printf(&command->arena, "%s/%s", command->corpus, files[i]->d_name);
            status = path.data == NULL ? complain_usage(command, "not enough memory")
                                       : run_corpus_file(coverage, path.data);
        }
        free(files[i]);
    }
    free(files);
    return status;
}

/* Lists what did not fire. */
static enum inspect_status list_rest(const struct coverage *coverage)
{
    const struct lang_rules *rules = coverage->rules;
    struct command *command = coverage->command;
    size_t count = 0;
    for (size_t i = 0; i < rules->rule_count; i++) {
        if (!coverage->fired[i]) {
            buffer_printf(command->out, "%s:%u: %s: fires in no %sexample\n", rules_path(command, rules),
                          rules->rules[i].line, rules->rules[i].name, command->own ? "own " : "");
            count++;
        }
    }
    buffer_printf(command->out, "%zu of %zu rules are uncovered\n", count, rules->rule_count);
    return count == 0 ? INSPECT_OK : INSPECT_FINDINGS;
}

enum inspect_status command_uncovered(struct command *command)
{
    enum inspect_status result = load_rules(command);
    if (result != INSPECT_OK) {
        return result;
    }
    struct coverage coverage = {.command = command, .rules = command_rules(command)};
    coverage.fired = arena_array(&command->arena, coverage.rules->rule_count + 1, sizeof *coverage.fired);
    if (coverage.fired == NULL) {
        return complain_usage(command, "not enough memory");
    }
    arena_init(&coverage.arena, (size_t)256 << 20);
    enum status status = run_examples(&coverage);
    if (status != OK) {
        result = complain_usage(command, "%s", status_text(status));
    } else if (command->corpus != NULL) {
        result = run_corpus(&coverage);
    }
    arena_release(&coverage.arena);
    return result == INSPECT_OK ? list_rest(&coverage) : result;
}
