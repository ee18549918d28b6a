#include "server/options.h"

#include "base/buffer.h"
#include "server/log.h"

#include <errno.h>
#include <string.h>

#define OFFSET(field) offsetof(struct settings, field)
#define PREFIX "DATELINE_"
#define CONFIG_SIZE_MAX ((size_t)1 << 20)

const struct option option_table[] = {
    {"listen", OPTION_ADDRESS, OFFSET(listen), "127.0.0.1:8080", 0, 0, NULL, "ADDRESS:PORT",
     "where to listen; only loopback addresses; port 0 takes a free one"},
    {"database", OPTION_TEXT, OFFSET(database), "dateline.db", 0, 0, NULL, "FILE",
     "the database file, made when it is missing"},
    {"web", OPTION_TEXT, OFFSET(web), "", 0, 0, NULL, "FOLDER",
     "serve the page from this folder instead of the one built in"},
    {"host", OPTION_TEXT, OFFSET(host), "", 0, 0, NULL, "NAMES",
     "further host names, comma-separated, under which a proxy may ask"},
    {"threads", OPTION_NUMBER, OFFSET(threads), "0", 0, 64, NULL, "NUMBER",
     "threads that answer requests; 0 is one a processor"},
    {"max-body", OPTION_SIZE, OFFSET(max_body), "16M", 1024, (int64_t)1 << 30, NULL, "SIZE",
     "the largest request body, in bytes or with k, M, G"},
    {"body-memory", OPTION_SIZE, OFFSET(body_memory), "64M", 1024, (int64_t)1 << 40, NULL, "SIZE",
     "all request bodies held at once, or one of max-body; more are answered 503"},
    {"max-reports", OPTION_NUMBER, OFFSET(max_reports), "5000", 1, 100000, NULL, "NUMBER",
     "the most reports that one article may hold; one with more is answered 413"},
    {"connection-limit", OPTION_NUMBER, OFFSET(connection_limit), "1000", 1, 60000, NULL, "NUMBER",
     "connections open at once; more are answered 503"},
    {"queue-limit", OPTION_NUMBER, OFFSET(queue_limit), "10000", 1, 1000000, NULL, "NUMBER",
     "writes waiting for their commit; more are answered 503"},
    {"idle-timeout", OPTION_NUMBER, OFFSET(idle_timeout), "30", 1, 86400, NULL, "SECONDS",
     "close a connection that was silent for so long"},
    {"stop-timeout", OPTION_NUMBER, OFFSET(stop_timeout), "10", 0, 3600, NULL, "SECONDS",
     "when stopping, wait so long for requests under way"},
    {"log-level", OPTION_CHOICE, OFFSET(log_level), "info", 0, 0, log_level_names, "LEVEL",
     "error, warning, info or debug"},
};
const size_t option_count = sizeof(option_table) / sizeof(option_table[0]);

void option_variable(const struct option *option, char out[64])
{
    size_t size = (size_t)snprintf(out, 64, PREFIX "%s", option->name);
    for (size_t i = sizeof(PREFIX) - 1; i < size; i++) {
        char c = out[i];
        out[i] = (char)(c == '-' ? '_' : c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    }
}

void options_help(FILE *out)
{
    fputs("Usage: datelined [serve] [--SETTING VALUE]...\n"
          "       datelined reprocess [--SETTING VALUE]...\n"
          "       datelined --help | --version\n"
          "\n"
          "Takes news articles over HTTP, finds what they report of deployments and casualties\n"
          "and when, and serves the timeline.  `reprocess` derives all of that anew from the\n"
          "articles of a database that no server has open, with the rules of this program;\n"
          "interrupted, it goes on where it was.\n"
          "\n"
          "Settings, each also as a variable (--max-body is DATELINE_MAX_BODY) and as a line\n"
          "`max-body = 16M` of the file named by --config; the flag wins, then the variable:\n"
          "\n",
          out);
    for (size_t i = 0; i < option_count; i++) {
        const struct option *option = &option_table[i];
        char left[64];
        snprintf(left, sizeof(left), "--%s %s", option->name, option->argument);
        fprintf(out, "  %-27s %s", left, option->help);
        if (option->fallback[0]) {
            fprintf(out, " [%s]", option->fallback);
        }
        fputc('\n', out);
    }
    fprintf(out, "  %-27s %s\n", "--config FILE", "read settings from this file (or DATELINE_CONFIG)");
    fputs("\nSIGTERM and SIGINT stop it gracefully.  Exit status: 0 stopped as asked, 1 failed\n"
          "while running, 2 wrong usage or configuration; of reprocess, 0 done, 1 not done.\n",
          out);
}

static enum status read_size(const char *value, int64_t *result)
{
    struct str number = str_from(value);
    int64_t factor = 1;
    if (number.size > 0) {
        switch (number.data[number.size - 1]) {
        case 'k':
            factor = 1 << 10;
            break;
        case 'M':
            factor = 1 << 20;
            break;
        case 'G':
            factor = 1 << 30;
            break;
        default:
            break;
        }
    }
    if (factor > 1) {
        number.size--;
    }
    if (!str_to_int64(number, result) || *result < 0 || *result > INT64_MAX / factor) {
        return ERR_INVALID;
    }
    *result *= factor;
    return OK;
}

static enum status set_choice(char *field, const struct option *option, const char *value,
                              struct error *error)
{
    char names[128] = "";
    size_t size = 0;
    for (int64_t i = 0; option->choices[i]; i++) {
        if (strcmp(option->choices[i], value) == 0) {
            memcpy(field, &i, sizeof(i));
            return OK;
        }
        int printed = snprintf(names + size, sizeof(names) - size, " %s", option->choices[i]);
        size += printed > 0 && size + (size_t)printed < sizeof(names) ? (size_t)printed : 0;
    }
    return error_set(error, ERR_INVALID, NULL, "\"%s\" is not one of%s", value, names);
}

/* Stores `value` in the setting; the message has no source yet. */
static enum status set_value(struct settings *settings, const struct option *option, const char *value,
                             struct error *error)
{
    char *field = (char *)settings + option->offset;
    int64_t number = 0;
    switch (option->kind) {
    case OPTION_TEXT:
        if (option->fallback[0] && !value[0]) {
            return error_set(error, ERR_INVALID, NULL, "must not be empty");
        }
        memcpy(field, &value, sizeof(value));
        return OK;
    case OPTION_ADDRESS: {
        struct address address;
        enum status status = address_parse(value, &address, error);
        if (status != OK) {
            return status;
        }
        if (!address_is_loopback(&address)) {
            return error_set(
                error, ERR_INVALID, NULL,
                "%s can be reached from other machines, and there are no access tokens yet; use a "
                "loopback address such as 127.0.0.1:8080",
                value);
        }
        memcpy(field, &address, sizeof(address));
        return OK;
    }
    case OPTION_CHOICE:
        return set_choice(field, option, value, error);
    case OPTION_SIZE:
        if (read_size(value, &number) != OK) {
            return error_set(error, ERR_INVALID, NULL,
                             "\"%s\" is not a number of bytes such as 65536, 512k or 16M", value);
        }
        break;
    case OPTION_NUMBER:
        if (!str_to_int64(str_from(value), &number)) {
            return error_set(error, ERR_INVALID, NULL, "\"%s\" is not a whole number", value);
        }
        break;
    }
    if (number < option->min || number > option->max) {
        return error_set(error, ERR_INVALID, NULL, "%s is not within %lld to %lld", value,
                         (long long)option->min, (long long)option->max);
    }
    memcpy(field, &number, sizeof(number));
    return OK;
}

/* As set_value, with the source put before the message. */
static enum status set_from(struct settings *settings, const struct option *option, const char *value,
                            const char *source, struct error *error)
{
    struct error inner = {0};
    if (set_value(settings, option, value, &inner) != OK) {
        return error_set(error, inner.status, NULL, "%s: %s", source, inner.message);
    }
    return OK;
}

static const struct option *find_option(struct str name)
{
    for (size_t i = 0; i < option_count; i++) {
        if (str_equal(str_from(option_table[i].name), name)) {
            return &option_table[i];
        }
    }
    return NULL;
}

/* A flag: --name value or --name=value. */
struct flag {
    struct str name;
    const char *value; /* NULL: missing */
};

static struct flag read_flag(int count, char *const *arguments, int *index)
{
    const char *text = arguments[*index] + 2;
    const char *equals = strchr(text, '=');
    if (equals) {
        return (struct flag){{text, (size_t)(equals - text)}, equals + 1};
    }
    const char *value = NULL;
    if (*index + 1 < count) {
        value = arguments[++*index];
    }
    return (struct flag){str_from(text), value};
}

/* Settings of the command line, or with `settings` NULL only what stands before them: command and file. */
static enum status read_arguments(int count, char *const *arguments, struct settings *settings,
                                  enum command *command, const char **config, struct error *error)
{
    for (int i = 0; i < count; i++) {
        const char *argument = arguments[i];
        bool help = strcmp(argument, "--help") == 0 || strcmp(argument, "-h") == 0;
        if (help || strcmp(argument, "--version") == 0) {
            *command = help ? COMMAND_HELP : COMMAND_VERSION;
            return OK;
        }
        if (i == 0 && (strcmp(argument, "serve") == 0 || strcmp(argument, "reprocess") == 0)) {
            *command = argument[0] == 's' ? COMMAND_SERVE : COMMAND_REPROCESS;
            continue;
        }
        if (strncmp(argument, "--", 2) != 0) {
            return error_set(error, ERR_INVALID, NULL, "%s: unknown argument; see datelined --help",
                             argument);
        }
        struct flag flag = read_flag(count, arguments, &i);
        bool is_config = str_equal(flag.name, STR("config"));
        const struct option *option = find_option(flag.name);
        if (!option && !is_config) {
            return error_set(error, ERR_INVALID, NULL, "--%.*s: no such setting; see datelined --help",
                             STR_ARG(flag.name));
        }
        if (!flag.value) {
            return error_set(error, ERR_INVALID, NULL, "--%.*s: its value is missing", STR_ARG(flag.name));
        }
        if (is_config) {
            *config = flag.value;
        } else if (settings) {
            char source[80];
            snprintf(source, sizeof(source), "--%s", option->name);
            enum status status = set_from(settings, option, flag.value, source, error);
            if (status != OK) {
                return status;
            }
        }
    }
    return OK;
}

static enum status read_environment(char *const *environment, struct settings *settings, const char **config,
                                    struct error *error)
{
    for (; *environment; environment++) {
        const char *entry = *environment;
        const char *equals = strchr(entry, '=');
        if (strncmp(entry, PREFIX, sizeof(PREFIX) - 1) != 0 || !equals) {
            continue;
        }
        struct str name = {entry, (size_t)(equals - entry)};
        if (str_equal(name, STR(PREFIX "CONFIG"))) {
            *config = *config ? *config : equals + 1;
            continue;
        }
        const struct option *option = NULL;
        char variable[64];
        for (size_t i = 0; i < option_count && !option; i++) {
            option_variable(&option_table[i], variable);
            option = str_equal(str_from(variable), name) ? &option_table[i] : NULL;
        }
        if (!option) {
            return error_set(error, ERR_INVALID, NULL, "%.*s: no such setting; see datelined --help",
                             STR_ARG(name));
        }
        enum status status = settings ? set_from(settings, option, equals + 1, variable, error) : OK;
        if (status != OK) {
            return status;
        }
    }
    return OK;
}

/* The whole file, NUL-terminated, in the arena. */
static enum status load_file(struct arena *arena, const char *path, struct str *text, struct error *error)
{
    enum status status = OK;
    struct buffer buffer;
    buffer_init(&buffer, CONFIG_SIZE_MAX);
    FILE *file = fopen(path, "re");
    if (!file) {
        status = error_set(error, ERR_IO, NULL, "%s: %s", path, strerror(errno));
        goto out;
    }
    char chunk[4096];
    size_t got = 0;
    while ((got = fread(chunk, 1, sizeof(chunk), file)) > 0) {
        buffer_append(&buffer, chunk, got);
    }
    if (ferror(file)) {
        status = error_set(error, ERR_IO, NULL, "%s: %s", path, strerror(errno));
        goto out;
    }
    if (buffer_status(&buffer) != OK) {
        status = error_set(error, buffer_status(&buffer), NULL, "%s: %s", path,
                           status_text(buffer_status(&buffer)));
        goto out;
    }
    *text = buffer.size > 0 ? arena_copy(arena, buffer_str(&buffer)) : STR("");
    if (!text->data) {
        status = error_set(error, ERR_NO_MEMORY, NULL, "%s: out of memory", path);
    }
out:
    if (file) {
        fclose(file);
    }
    buffer_release(&buffer);
    return status;
}

static enum status read_file(struct arena *arena, const char *path, struct settings *settings,
                             struct error *error)
{
    struct str text = {0};
    enum status status = load_file(arena, path, &text, error);
    uint32_t line_number = 0;
    for (size_t at = 0; status == OK && at < text.size;) {
        size_t end = str_find(text, STR("\n"), at);
        end = end == SIZE_MAX ? text.size : end;
        struct str line = str_trim(str_slice(text, at, end));
        at = end + 1;
        line_number++;
        if (line.size == 0 || line.data[0] == '#') {
            continue;
        }
        char source[256];
        snprintf(source, sizeof(source), "%s:%u", path, line_number);
        size_t equals = str_find(line, STR("="), 0);
        if (equals == SIZE_MAX) {
            return error_set(error, ERR_INVALID, NULL, "%s: expected \"key = value\"", source);
        }
        struct str name = str_trim(str_slice(line, 0, equals));
        struct str value = arena_copy(arena, str_trim(str_slice(line, equals + 1, line.size)));
        const struct option *option = find_option(name);
        if (!option) {
            return error_set(error, ERR_INVALID, NULL, "%s: no such setting: \"%.*s\"", source,
                             (int)(name.size < 64 ? name.size : 64), name.data);
        }
        if (!value.data || strlen(value.data) != value.size) {
            return error_set(error, ERR_INVALID, NULL, "%s: the value holds a NUL byte", source);
        }
        status = set_from(settings, option, value.data, source, error);
    }
    return status;
}

enum status options_read(struct arena *arena, int argument_count, char *const *arguments,
                         char *const *environment, struct settings *settings, enum command *command,
                         struct error *error)
{
    memset(settings, 0, sizeof(*settings));
    *command = COMMAND_SERVE;
    for (size_t i = 0; i < option_count; i++) {
        enum status status =
            set_from(settings, &option_table[i], option_table[i].fallback, option_table[i].name, error);
        if (status != OK) {
            return status;
        }
    }
    const char *config = NULL;
    enum status status = read_arguments(argument_count, arguments, NULL, command, &config, error);
    if (status != OK || *command == COMMAND_HELP || *command == COMMAND_VERSION) {
        return status;
    }
    /* The weakest source first, so that a stronger one overwrites it; the file's name may come from a
     * stronger one. */
    status = read_environment(environment, NULL, &config, error);
    if (status == OK && config) {
        status = read_file(arena, config, settings, error);
    }
    if (status == OK) {
        status = read_environment(environment, settings, &config, error);
    }
    if (status == OK) {
        status = read_arguments(argument_count, arguments, settings, command, &config, error);
    }
    return status;
}
