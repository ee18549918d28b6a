/* What the commands of dateline-rules share.  Private to lib/inspect. */
#ifndef INSPECT_COMMAND_H
#define INSPECT_COMMAND_H

#include "base/arena.h"
#include "base/civil.h"
#include "inspect/inspect.h"
#include "lang/lang.h"
#include "tools/rules.h"

/* One run of a command: its options, as they were given, and its rules. */
struct command {
    struct arena arena; /* as long as the run */
    FILE *input;
    struct buffer *out;
    struct buffer *messages;
    /* options; NULL or false when not given */
    const char *published;
    const char *title;
    const char *language; /* the tag that title and text are given under */
    const char *folder;   /* of the rules; NULL: those that are compiled in */
    const char *corpus;
    bool report; /* of report rules instead of time rules */
    bool items;
    bool json;
    bool own;
    const char *const *operands;
    size_t operand_count;
    /* load_rules fills: */
    struct rules_folder files; /* of `folder` */
    const struct lang *lang;
};

enum inspect_status command_explain(struct command *command);
enum inspect_status command_check(struct command *command);
enum inspect_status command_uncovered(struct command *command);
enum inspect_status command_list(struct command *command);

/* "dateline-rules: ..." to the messages; INSPECT_USAGE. */
enum inspect_status complain_usage(struct command *command, const char *format, ...) PRINTF_LIKE(2, 3);

/* Finds the rules, those of the folder when one is given, and says what is wrong with them. */
enum inspect_status load_rules(struct command *command);
const struct lang_rules *command_rules(const struct command *command);
/* "lib/lang/en/time.rules"; without the folder when the rules are compiled in. */
const char *rules_path(const struct command *command, const struct lang_rules *rules);
/* The index of the pass that has the rule. */
size_t rule_pass(const struct lang_rules *rules, const struct lang_rule *rule);

#endif
