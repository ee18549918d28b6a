#include "inspect/command.h"
#include "inspect/examples.h"

#define DIMENSIONS 2 /* of rules: for time and for reports */

/* The text of a line of the rule file, without the white space before it; absent when the rules are compiled
 * in. */
static struct str line_of(const struct command *command, const struct lang_rules *rules, unsigned line,
                          size_t *column)
{
    const char *path = rules_path(command, rules);
    for (size_t i = 0; command->folder != NULL && i < command->files.count; i++) {
        if (command->files.files[i].name != path) {
            continue;
        }
        struct str text = command->files.files[i].text;
        size_t at = 0;
        for (unsigned k = 1; k < line && at < text.size; k++) {
            size_t end = str_find(text, STR("\n"), at);
            at = end == SIZE_MAX ? text.size : end + 1;
        }
        size_t end = str_find(text, STR("\n"), at);
        struct str whole = str_slice(text, at, end == SIZE_MAX ? text.size : end);
        size_t begin = 0;
        while (begin < whole.size && (whole.data[begin] == ' ' || whole.data[begin] == '\t')) {
            begin++;
        }
        *column = begin + 1;
        return str_slice(whole, begin, whole.size);
    }
    return (struct str){NULL, 0};
}

static void complain_example(const struct command *command, const struct lang_rules *rules,
                             const struct lang_example *example, struct str why)
{
    size_t column = 0;
    struct str line = line_of(command, rules, example->line, &column);
    buffer_printf(command->messages, "%s:%u:", rules_path(command, rules), example->line);
    if (line.data != NULL) {
        buffer_printf(command->messages, "%zu:", column);
    }
    buffer_printf(command->messages, " error: an example of %s fails: it %.*s\n", example->rule,
                  STR_ARG(why));
    if (line.data == NULL) {
        buffer_printf(command->messages, "    %c \"%s\"\n", example->positive ? '+' : '-', example->text);
    } else {
        buffer_printf(command->messages, "    %.*s\n    ^\n", STR_ARG(line));
    }
}

/* Runs all examples of a dimension; how many fail in *failed. */
static enum status check_examples(struct command *command, const struct lang_rules *rules, size_t *failed)
{
    struct arena arena;
    enum status status = OK;
    bool report = rules == command->lang->report;
    arena_init(&arena, (size_t)256 << 20);
    for (size_t i = 0; i < rules->example_count && status == OK; i++) {
        const struct lang_example *example = &rules->examples[i];
        struct trace trace;
        struct str why;
        arena_reset(&arena);
        status = report ? report_example(&arena, command->lang, example, &trace, &why)
                        : time_example(&arena, command->lang, example, &trace, &why);
        if (status == OK && why.data != NULL) {
            complain_example(command, rules, example, why);
            ++*failed;
        }
    }
    arena_release(&arena);
    return status;
}

enum inspect_status command_check(struct command *command)
{
    enum inspect_status loaded = load_rules(command);
    if (loaded != INSPECT_OK) {
        return loaded;
    }
    const struct lang_rules *dimensions[DIMENSIONS] = {command->lang->time, command->lang->report};
    size_t failed = 0;
    for (size_t i = 0; i < DIMENSIONS; i++) {
        size_t failed_here = 0;
        if (dimensions[i]->rule_count == 0) {
            continue;
        }
        enum status status = check_examples(command, dimensions[i], &failed_here);
        if (status != OK) {
            return complain_usage(command, "%s", status_text(status));
        }
        buffer_printf(command->out, "%s: %zu rules, %zu examples", rules_path(command, dimensions[i]),
                      dimensions[i]->rule_count, dimensions[i]->example_count);
        if (failed_here == 0) {
            buffer_append_str(command->out, STR(", all hold\n"));
        } else {
            buffer_printf(command->out, ", %zu fail\n", failed_here);
        }
        failed += failed_here;
    }
    if (command->out->size == 0) {
        buffer_printf(command->out, "%s: no rules there\n", command->folder);
    }
    return failed == 0 ? INSPECT_OK : INSPECT_FINDINGS;
}
