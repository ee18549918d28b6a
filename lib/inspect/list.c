#include "inspect/explain.h"

#include <string.h>

static size_t count_examples(const struct lang_rules *rules, const char *rule)
{
    size_t count = 0;
    for (size_t i = 0; i < rules->example_count; i++) {
        count += strcmp(rules->examples[i].rule, rule) == 0;
    }
    return count;
}

static int digits(unsigned number)
{
    return snprintf(NULL, 0, "%u", number);
}

enum inspect_status command_list(struct command *command)
{
    enum inspect_status status = load_rules(command);
    if (status != INSPECT_OK) {
        return status;
    }
    const struct lang_rules *rules = command_rules(command);
    unsigned last_line = rules->rule_count == 0 ? 0 : rules->rules[rules->rule_count - 1].line;
    for (size_t i = 0; i < rules->pass_count; i++) {
        const struct lang_pass *pass = &rules->passes[i];
        buffer_printf(command->out, "%spass %s%s: %u rules\n", i == 0 ? "" : "\n", pass->name,
                      pass->keep ? " keep" : "", pass->rule_count);
        for (size_t k = pass->first_rule; k < (size_t)pass->first_rule + pass->rule_count; k++) {
            const struct lang_rule *rule = &rules->rules[k];
            size_t examples = count_examples(rules, rule->name);
            buffer_printf(command->out, "%s:%u:%*s %-26s %2zu example%s  => ", rules_path(command, rules),
                          rule->line, digits(last_line) - digits(rule->line), "", rule->name, examples,
                          examples == 1 ? " " : "s");
            write_classes(command->lang, rule, command->out);
            buffer_append_char(command->out, '\n');
        }
    }
    return INSPECT_OK;
}
