#include "inspect/command.h"

#include <string.h>

/* The last part of a path, without slashes behind it. */
static struct str folder_name(const char *path)
{
    struct str name = str_from(path);
    while (name.size > 1 && name.data[name.size - 1] == '/') {
        name.size--;
    }
    for (size_t i = name.size; i > 0; i--) {
        if (name.data[i - 1] == '/') {
            return str_slice(name, i, name.size);
        }
    }
    return name;
}

static enum inspect_status load_folder(struct command *command)
{
    struct error error;
    struct str tag = arena_copy(&command->arena, folder_name(command->folder));
    if (tag.data == NULL || !rules_tag_valid(tag)) {
        return complain_usage(command,
                              "%s: the folder of a language is named by its tag in lower-case letters, as "
                              "lib/lang/en is",
                              command->folder);
    }
    if (rules_read_folder(&command->arena, command->folder, &command->files, &error) != OK) {
        return complain_usage(command, "%s", error.message);
    }
    if (command->files.count == 0) {
        return complain_usage(command, "%s: no words and no rules there", command->folder);
    }
    enum status status = rules_load(&command->arena, tag.data, command->files.files, command->files.count,
                                    &command->lang, command->messages);
    if (status == ERR_INVALID) {
        return INSPECT_FINDINGS;
    }
    return status == OK ? INSPECT_OK
                        : complain_usage(command, "%s: %s", command->folder, status_text(status));
}

enum inspect_status load_rules(struct command *command)
{
    if (command->folder != NULL) {
        return load_folder(command);
    }
    const char *tag = command->language == NULL ? "en" : command->language;
    command->lang = lang_find(str_from(tag));
    return command->lang == NULL
               ? complain_usage(command, "no rules for the language %s are compiled in", tag)
               : INSPECT_OK;
}

const struct lang_rules *command_rules(const struct command *command)
{
    return command->report ? command->lang->report : command->lang->time;
}

const char *rules_path(const struct command *command, const struct lang_rules *rules)
{
    bool report = rules == command->lang->report;
    enum rules_file_kind kind = report ? RULES_REPORT : RULES_TIME;
    for (size_t i = 0; command->folder != NULL && i < command->files.count; i++) {
        if (command->files.files[i].kind == kind) {
            return command->files.files[i].name;
        }
    }
    return report ? "report.rules" : "time.rules";
}

size_t rule_pass(const struct lang_rules *rules, const struct lang_rule *rule)
{
    size_t number = (size_t)(rule - rules->rules);
    size_t pass = 0;
    while (pass + 1 < rules->pass_count && number >= rules->passes[pass + 1].first_rule) {
        pass++;
    }
    return pass;
}
