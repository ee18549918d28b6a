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

enum status rules_compile(struct arena *arena, const char *tag, const struct rules_file *files, size_t count,
                          struct buffer *out, struct buffer *messages)
{
    struct compiler *compiler = arena_alloc(arena, sizeof *compiler);
    if (compiler == NULL) {
        return ERR_NO_MEMORY;
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
        return ERR_NO_MEMORY;
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
        emit(compiler, tag, out);
    }
    if (compiler->messages.no_memory || buffer_status(out) != OK || buffer_status(messages) != OK) {
        return ERR_NO_MEMORY;
    }
    return compiler->messages.count == 0 ? OK : ERR_INVALID;
}
