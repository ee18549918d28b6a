/* The command line: which command with which options, and what each says of itself. */
#include "inspect/command.h"

#include "lang/lang.h"

#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#define MOST_MEMORY ((size_t)4 << 30)

static const char *const overview =
    "Usage: dateline-rules COMMAND [OPTION]... [ARGUMENT]\n"
    "       dateline-rules [COMMAND] --help\n"
    "\n"
    "For those who write the rules of Dateline: see what they find and why.\n"
    "\n"
    "  explain TEXT    which rule fired where, what was made of it, and why others lost\n"
    "  check DIR       what is wrong with a folder of rules, and which examples fail\n"
    "  uncovered DIR   the rules that fire in no example\n"
    "  list DIR        the rules by pass\n"
    "\n"
    "DIR is the folder of a language, such as lib/lang/en; without it the rules are those that\n"
    "were compiled into this program.\n"
    "\n"
    "Exit status: 0 all is well, 1 there are findings, 2 wrong usage.\n";

static const char *const explain_help =
    "Usage: dateline-rules explain [OPTION]... TEXT|FILE|-\n"
    "\n"
    "Reads a text as the server would and tells, for each place where a rule matches, what became\n"
    "of it, which rules made that, and which lost there and why.\n"
    "\n"
    "The argument is a text, the name of a file that holds one, or - for standard input.  One word\n"
    "with a letter and a slash in it, or with an ending (notes.txt), is always the name of a file.\n"
    "\n"
    "  --published DATE   the day of publication, or an instant with zone; without it the date\n"
    "                     that stands above the examples of the rules, never today\n"
    "  --title TEXT       the title, explained before the text\n"
    "  --language TAG     the language of both (en-GB): its region may tell day from month\n"
    "  --rules DIR        the folder of a language whose rules to use (see check)\n"
    "  --report           explain the rules for reports instead of those for time expressions\n"
    "  --items            also the items of each sentence as the rules find them at first: words,\n"
    "                     phrases and numerals with their classes and values\n"
    "  --json             one JSON object instead of text; offsets count code points\n"
    "\n"
    "What it shows:\n"
    "\n"
    "  ^^^ ...    below the text: a time expression; words that rules matched and that are none\n"
    "  DATE ...   type and value of the expression, as TimeML writes them: DATE, TIME, DURATION (P3D is\n"
    "             three days) or SET (what recurs); 2024-W50-WE is the weekend of a week, PAST_REF\n"
    "             \"recently\"; mod tells how words as \"about\" or \"early\" narrow it\n"
    "  days       the days it covers, and how exact the words are: (day), (month), (year) ...\n"
    "  anchor     the day it was reckoned from: that of publication, or one that the text spoke of\n"
    "             before (narrative: \"the next day\"); none: the words say it all; by way of: the\n"
    "             other expression that it is reckoned from (\"Friday\" in \"two days after Friday\")\n"
    "  tense      whether the clause speaks of what is past or future, which decides between last\n"
    "             Monday and next Monday, and the verb or cue that told it; unknown: none did\n"
    "  or else    another reading that the words allow\n"
    "  made by    rules that fired and made items of the words: name, pass, file and line, the words,\n"
    "             => the classes of the item and the actions that gave its value\n"
    "  related    rules that fired and took nothing: \"since\" before a date; the claims of --report\n"
    "  lost       rules that matched and came to nothing: beaten by a longer match, or by a rule as\n"
    "             long that stands before theirs in the file; refused by their action (31 February);\n"
    "             begun inside the words of another match; left without words by an earlier pass\n"
    "\n"
    "In an action, WEEKDAY=5 is an item of that class with its value, 'two days' the words of one\n"
    "that a rule made, - one that did not occur.  Words as past, before or nearest are the rule's own\n"
    "(lib/lang/README.md).  In JSON the anchor is published, narrative or none.\n"
    "\n"
    "Exit status: 0 it is explained; 1 the rules have faults; 2 wrong usage, or what is named\n"
    "cannot be read.\n";

static const char *const check_help =
    "Usage: dateline-rules check [DIR]\n"
    "\n"
    "Compiles the words and rules of a folder and points into each line that is wrong; then runs\n"
    "every example of its time.rules and report.rules against these very rules, without building\n"
    "anything.  DIR is named by the tag of its language, such as lib/lang/en.  Without it the\n"
    "examples that were compiled in are run.  What marks clutter (clutter.txt) is always that of\n"
    "the language as compiled in.\n"
    "\n"
    "Exit status: 0 no faults and every example holds; 1 otherwise; 2 wrong usage.\n";

static const char *const uncovered_help =
    "Usage: dateline-rules uncovered [OPTION]... [DIR]\n"
    "\n"
    "Lists the time rules that fire in no example, as a rule does whose examples are all met by\n"
    "other rules.  One that makes none counts as covered by an example in which it keeps others\n"
    "off.\n"
    "\n"
    "  --corpus DIR   a folder of .tsv files whose texts count as examples too; on each line a text\n"
    "                 (\\n in it ends a line), a tab, its publication date, perhaps a space and its\n"
    "                 language, and whatever a further tab parts off\n"
    "  --own          count for each rule only the examples that stand under it\n"
    "  --report       the rules for reports instead of those for time expressions\n"
    "\n"
    "Exit status: 0 every rule is covered; 1 some are not; 2 wrong usage.\n";

static const char *const list_help =
    "Usage: dateline-rules list [OPTION]... [DIR]\n"
    "\n"
    "Lists the time rules by pass, in their order, each with its line, what it makes and the\n"
    "number of its examples.\n"
    "\n"
    "  --report   the rules for reports instead of those for time expressions\n"
    "\n"
    "Exit status: 0 they are listed; 1 the rules have faults; 2 wrong usage.\n";

/* A command, and which options it takes: their names with a space behind each. */
static const struct {
    const char *name;
    const char *help;
    const char *options;
    bool takes_folder; /* its operand is DIR */
    enum inspect_status (*run)(struct command *command);
} commands[] = {
    {"explain", explain_help, "--published --title --language --rules --report --items --json ", false,
     command_explain},
    {"check", check_help, "", true, command_check},
    {"uncovered", uncovered_help, "--corpus --own --report ", true, command_uncovered},
    {"list", list_help, "--report ", true, command_list},
};

#define COMMAND_COUNT (sizeof commands / sizeof *commands)

/* The options, and where their values go. */
static const struct {
    const char *name;
    bool flag;
    size_t offset;
} options[] = {
    {"--published", false, offsetof(struct command, published)},
    {"--title", false, offsetof(struct command, title)},
    {"--language", false, offsetof(struct command, language)},
    {"--rules", false, offsetof(struct command, folder)},
    {"--corpus", false, offsetof(struct command, corpus)},
    {"--report", true, offsetof(struct command, report)},
    {"--items", true, offsetof(struct command, items)},
    {"--json", true, offsetof(struct command, json)},
    {"--own", true, offsetof(struct command, own)},
};

#define OPTION_COUNT (sizeof options / sizeof *options)

enum inspect_status complain_usage(struct command *command, const char *format, ...)
{
    char message[1024];
    va_list arguments;
    va_start(arguments, format);
    (void)vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    buffer_printf(command->messages, "dateline-rules: %s\n", message);
    return INSPECT_USAGE;
}

static bool takes_option(const char *list, const char *name)
{
    size_t length = strlen(name);
    for (const char *at = strstr(list, name); at != NULL; at = strstr(at + 1, name)) {
        if (at[length] == ' ') {
            return true;
        }
    }
    return false;
}

/* Reads the option at arguments[*at], "--name value" or "--name=value", and moves there to its last argument.
 */
static enum inspect_status read_option(struct command *command, size_t which, int count,
                                       const char *const *arguments, int *at)
{
    const char *argument = arguments[*at];
    const char *equals = strchr(argument, '=');
    struct str name = str_from(argument);
    name.size = equals == NULL ? name.size : (size_t)(equals - argument);
    size_t i = 0;
    while (i < OPTION_COUNT && !str_equal(str_from(options[i].name), name)) {
        i++;
    }
    if (i == OPTION_COUNT || !takes_option(commands[which].options, options[i].name)) {
        return complain_usage(command, "%s has no option %.*s; see dateline-rules %s --help",
                              commands[which].name, STR_ARG(name), commands[which].name);
    }
    char *place = (char *)command + options[i].offset;
    if (options[i].flag && equals != NULL) {
        return complain_usage(command, "%.*s takes no value", STR_ARG(name));
    }
    if (options[i].flag) {
        *(bool *)place = true;
        return INSPECT_OK;
    }
    if (equals == NULL && *at + 1 == count) {
        return complain_usage(command, "%s needs a value", argument);
    }
    const char *value = equals != NULL ? equals + 1 : arguments[++*at];
    memcpy(place, &value, sizeof value);
    return INSPECT_OK;
}

/* The options and operands of command `which`; operands are moved to the front of `operands`. */
static enum inspect_status read_arguments(struct command *command, size_t which, int count,
                                          const char *const *arguments, const char **operands)
{
    bool only_operands = false;
    command->operands = operands;
    for (int i = 0; i < count; i++) {
        const char *argument = arguments[i];
        if (!only_operands && strcmp(argument, "--") == 0) {
            only_operands = true;
        } else if (!only_operands && argument[0] == '-' && argument[1] != '\0') {
            enum inspect_status status = read_option(command, which, count, arguments, &i);
            if (status != INSPECT_OK) {
                return status;
            }
        } else {
            operands[command->operand_count++] = argument;
        }
    }
    if (command->operand_count > 1) {
        return complain_usage(command, "%s takes one argument, and here are %zu%s", commands[which].name,
                              command->operand_count,
                              commands[which].takes_folder ? "" : "; put the text in quotation marks");
    }
    if (commands[which].takes_folder && command->operand_count == 1) {
        command->folder = operands[0];
    }
    return INSPECT_OK;
}

static bool asks_for_help(const char *argument)
{
    return strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0;
}

static enum inspect_status run_command(struct command *command, size_t which, int count,
                                       const char *const *arguments)
{
    for (int i = 0; i < count && strcmp(arguments[i], "--") != 0; i++) {
        if (asks_for_help(arguments[i])) {
            buffer_append_str(command->out, str_from(commands[which].help));
            return INSPECT_OK;
        }
    }
    const char **operands = arena_array(&command->arena, (size_t)count + 1, sizeof *operands);
    if (operands == NULL) {
        return complain_usage(command, "not enough memory");
    }
    enum inspect_status status = read_arguments(command, which, count, arguments, operands);
    return status == INSPECT_OK ? commands[which].run(command) : status;
}

enum inspect_status inspect_run(int argument_count, const char *const *arguments, FILE *input,
                                struct buffer *out, struct buffer *messages)
{
    struct command command = {.input = input, .out = out, .messages = messages};
    if (argument_count == 0) {
        buffer_append_str(messages, str_from(overview));
        return INSPECT_USAGE;
    }
    if (asks_for_help(arguments[0])) {
        buffer_append_str(out, str_from(overview));
        return INSPECT_OK;
    }
    if (strcmp(arguments[0], "--version") == 0) {
        buffer_printf(out, "dateline-rules %s (rules %s)\n", DATELINE_VERSION, lang_version());
        return INSPECT_OK;
    }
    for (size_t i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(arguments[0], commands[i].name) == 0) {
            arena_init(&command.arena, MOST_MEMORY);
            enum inspect_status status = run_command(&command, i, argument_count - 1, arguments + 1);
            arena_release(&command.arena);
            return status;
        }
    }
    return complain_usage(&command, "there is no command %s; see dateline-rules --help", arguments[0]);
}
