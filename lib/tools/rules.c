#include "tools/rules.h"

#include "tools/compiler.h"

static const struct action_name time_actions[] = {
#define ACTION(name, written, fewest, most) {#written, fewest, most},
#include "lang/time-actions.def"
#undef ACTION
};

static const struct action_name report_actions[] = {
#define ACTION(name, written, fewest, most) {#written, fewest, most},
#include "lang/report-actions.def"
#undef ACTION
};

static void read_file(struct compiler *compiler, const struct rules_file *file)
{
    switch (file->kind) {
    case RULES_WORDS:
        read_words(compiler, file, false);
        break;
    case RULES_ABBREVIATIONS:
        read_abbreviations(compiler, file);
        break;
    case RULES_TIME:
        read_rules(compiler, &compiler->dimensions[DIMENSION_TIME], file);
        break;
    case RULES_REPORT:
        read_rules(compiler, &compiler->dimensions[DIMENSION_REPORT], file);
        break;
    case RULES_OTHER: /* part of the version, no business of the compiler */
        break;
    }
}

/* The tables of the files, NULL when there are none: then `status` tells why. */
static struct tables *make(struct arena *arena, const char *tag, const struct rules_file *files, size_t count,
                           struct buffer *messages, enum status *status)
{
    struct tables *tables = NULL;
    *status = ERR_NO_MEMORY;
    struct compiler *compiler = arena_alloc(arena, sizeof *compiler);
    if (compiler == NULL) {
        return NULL;
    }
    *compiler = (struct compiler){.arena = arena, .messages = {.out = messages}};
    compiler->dimensions[DIMENSION_TIME] = (struct dimension){
        .name = "time", .actions = time_actions, .action_count = sizeof time_actions / sizeof *time_actions};
    compiler->dimensions[DIMENSION_REPORT] =
        (struct dimension){.name = "report",
                           .actions = report_actions,
                           .action_count = sizeof report_actions / sizeof *report_actions};
    classes_init(&compiler->classes);
    if (!lexicon_init(compiler)) {
        return NULL;
    }
    /* The clitics are entered first: they decide how the other forms are split. */
    for (size_t i = 0; i < count; i++) {
        if (files[i].kind == RULES_WORDS) {
            read_words(compiler, &files[i], true);
        }
    }
    for (size_t i = 0; i < count && !compiler->messages.no_memory; i++) {
        read_file(compiler, &files[i]);
    }
    for (size_t i = 0; i < DIMENSION_COUNT && !compiler->messages.no_memory; i++) {
        make_steps(compiler, &compiler->dimensions[i]);
    }
    if (!compiler->messages.no_memory) {
        classes_check(compiler);
        literals_check(compiler);
        for (size_t i = 0; i < DIMENSION_COUNT; i++) {
            seeds_check(compiler, &compiler->dimensions[i]);
        }
    }
    if (compiler->messages.count == 0 && !compiler->messages.no_memory) {
        tables = make_tables(compiler, tag);
    }
    if (compiler->messages.too_many != NULL) {
        buffer_printf(messages, "error: too many %s\n", compiler->messages.too_many);
        *status = ERR_TOO_LARGE;
        return NULL;
    }
    if (compiler->messages.no_memory || buffer_status(messages) != OK) {
        return NULL;
    }
    *status = compiler->messages.count == 0 ? OK : ERR_INVALID;
    return tables;
}

enum status rules_compile(struct arena *arena, const char *tag, const struct rules_file *files, size_t count,
                          struct buffer *out, struct buffer *messages)
{
    enum status status;
    const struct tables *tables = make(arena, tag, files, count, messages, &status);
    if (status == OK) {
        emit(tables, out);
        status = buffer_status(out) == OK ? OK : ERR_NO_MEMORY;
    }
    return status;
}

enum status rules_load(struct arena *arena, const char *tag, const struct rules_file *files, size_t count,
                       const struct lang **lang, struct buffer *messages)
{
    enum status status;
    const struct tables *tables = make(arena, tag, files, count, messages, &status);
    *lang = status == OK ? &tables->lang : NULL;
    return status;
}
