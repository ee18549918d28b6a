#include "server/options.h"

#include "server/log.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "tests/cmocka.h"

#define WORDS_MAX 8

struct reading {
    struct arena arena;
    struct settings settings;
    enum command command;
    struct error error;
    enum status status;
};

static void read_into(struct reading *reading, const char *const *arguments, const char *const *environment)
{
    char *argument_copy[WORDS_MAX + 1] = {0};
    char *environment_copy[WORDS_MAX + 1] = {0};
    int count = 0;
    memset(reading, 0, sizeof(*reading));
    arena_init(&reading->arena, 1 << 20);
    for (; arguments[count]; count++) {
        argument_copy[count] = strdup(arguments[count]);
    }
    for (int i = 0; environment[i]; i++) {
        environment_copy[i] = strdup(environment[i]);
    }
    reading->status = options_read(&reading->arena, count, argument_copy, environment_copy,
                                   &reading->settings, &reading->command, &reading->error);
    /* Texts of the settings are borrowed from these; the tests look at numbers, or at texts before they go.
     */
    for (int i = 0; i < WORDS_MAX; i++) {
        free(argument_copy[i]);
        free(environment_copy[i]);
    }
}

/* A temporary configuration file; the caller frees the name and removes it. */
static char *make_file(const char *text)
{
    char *name = strdup("/tmp/dateline-options-XXXXXX");
    int file = mkstemp(name);
    assert_true(file >= 0);
    assert_int_equal(strlen(text), write(file, text, strlen(text)));
    close(file);
    return name;
}

static void defaults_hold_when_nothing_is_said(void **state)
{
    (void)state;
    struct reading reading;
    read_into(&reading, (const char *[]){NULL}, (const char *[]){"HOME=/", "PATH=/bin", NULL});
    assert_int_equal(OK, reading.status);
    assert_int_equal(COMMAND_SERVE, reading.command);
    assert_string_equal("dateline.db", reading.settings.database);
    assert_int_equal(16 << 20, reading.settings.max_body);
    assert_int_equal(LOG_LEVEL_INFO, reading.settings.log_level);
    char address[ADDRESS_TEXT];
    address_format(&reading.settings.listen, address);
    assert_string_equal("127.0.0.1:8080", address);
    arena_release(&reading.arena);
}

static void flag_beats_variable_beats_file_beats_default(void **state)
{
    (void)state;
    char *file = make_file("# a comment\n\n  queue-limit =  3  \nthreads=3\nidle-timeout = 3\n");
    char config[128];
    snprintf(config, sizeof(config), "--config=%s", file);
    struct reading reading;
    read_into(&reading, (const char *[]){"serve", config, "--queue-limit", "1", NULL},
              (const char *[]){"DATELINE_QUEUE_LIMIT=2", "DATELINE_THREADS=2", NULL});
    assert_int_equal(OK, reading.status);
    assert_int_equal(1, reading.settings.queue_limit);
    assert_int_equal(2, reading.settings.threads);
    assert_int_equal(3, reading.settings.idle_timeout);
    assert_int_equal(10, reading.settings.stop_timeout);
    arena_release(&reading.arena);
    unlink(file);
    free(file);
}

static void every_setting_has_its_three_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < option_count; i++) {
        const struct option *option = &option_table[i];
        const char *value = option->fallback[0] ? option->fallback : "x";
        char variable[64];
        char flag[128];
        char line[128];
        char entry[192];
        option_variable(option, variable);
        snprintf(flag, sizeof(flag), "--%s=%s", option->name, value);
        snprintf(entry, sizeof(entry), "%s=%s", variable, value);
        snprintf(line, sizeof(line), "%s = %s\n", option->name, value);
        char *file = make_file(line);
        char config[128];
        snprintf(config, sizeof(config), "DATELINE_CONFIG=%s", file);
        struct reading reading;
        read_into(&reading, (const char *[]){flag, NULL}, (const char *[]){entry, config, NULL});
        assert_string_equal("", reading.error.message);
        assert_int_equal(OK, reading.status);
        arena_release(&reading.arena);
        unlink(file);
        free(file);
    }
}

static void sizes_may_have_a_factor(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int64_t bytes; /* 0: refused */
    } cases[] = {{"65536", 65536}, {"512k", 524288}, {"2M", 2097152}, {"1G", 1073741824},
                 {"1023", 0},      {"2G", 0},        {"1m", 0},       {"M", 0},
                 {"", 0},          {"-5", 0},        {"1.5M", 0},     {"999999999999G", 0}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct reading reading;
        read_into(&reading, (const char *[]){"--max-body", cases[i].text, NULL}, (const char *[]){NULL});
        assert_int_equal(cases[i].bytes > 0 ? OK : ERR_INVALID, reading.status);
        if (cases[i].bytes > 0) {
            assert_int_equal(cases[i].bytes, reading.settings.max_body);
        }
        arena_release(&reading.arena);
    }
}

static void a_fault_names_its_source_and_reason(void **state)
{
    (void)state;
    static const struct {
        const char *argument, *value, *variable, *message;
    } cases[] = {
        {"--threads", "many", NULL, "--threads: \"many\" is not a whole number"},
        {"--threads", "65", NULL, "--threads: 65 is not within 0 to 64"},
        {"--threads", NULL, NULL, "--threads: its value is missing"},
        {"--threads=", NULL, NULL, "--threads: \"\" is not a whole number"},
        {"--database", "", NULL, "--database: must not be empty"},
        {"--log-level", "loud", NULL, "--log-level: \"loud\" is not one of error warning info debug"},
        {"--thread", "1", NULL, "--thread: no such setting; see datelined --help"},
        {"-x", NULL, NULL, "-x: unknown argument; see datelined --help"},
        {"serve", "serve", NULL, "serve: unknown argument; see datelined --help"},
        {"--listen", "8080", NULL,
         "--listen: \"8080\" is not an address with a port, such as 127.0.0.1:8080 or [::1]:8080"},
        {"--listen", "127.0.0.1:70000", NULL,
         "--listen: \"127.0.0.1:70000\" is not an address with a port, such as 127.0.0.1:8080 or [::1]:8080"},
        {"--listen", "example.org:80", NULL,
         "--listen: \"example.org\" is not an IPv4 address, an IPv6 address in brackets, or localhost"},
        {"--listen", "::1:80", NULL,
         "--listen: \"::1\" is not an IPv4 address, an IPv6 address in brackets, or localhost"},
        {NULL, NULL, "DATELINE_IDLE_TIMEOUT=0", "DATELINE_IDLE_TIMEOUT: 0 is not within 1 to 86400"},
        {NULL, NULL, "DATELINE_DATABSE=x", "DATELINE_DATABSE: no such setting; see datelined --help"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct reading reading;
        read_into(&reading, (const char *[]){cases[i].argument, cases[i].value, NULL},
                  (const char *[]){cases[i].variable, NULL});
        assert_int_equal(ERR_INVALID, reading.status);
        assert_string_equal(cases[i].message, reading.error.message);
        arena_release(&reading.arena);
    }
}

static void a_fault_in_a_file_names_its_line(void **state)
{
    (void)state;
    static const struct {
        const char *text, *message;
    } cases[] = {
        {"threads = 1\nthreads 2\n", ":2: expected \"key = value\""},
        {"\n\nthread = 1", ":3: no such setting: \"thread\""},
        {"threads = x", ":1: \"x\" is not a whole number"},
        {"config = other", ":1: no such setting: \"config\""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char *file = make_file(cases[i].text);
        char message[256];
        struct reading reading;
        read_into(&reading, (const char *[]){"--config", file, NULL}, (const char *[]){NULL});
        snprintf(message, sizeof(message), "%s%s", file, cases[i].message);
        assert_int_equal(ERR_INVALID, reading.status);
        assert_string_equal(message, reading.error.message);
        arena_release(&reading.arena);
        unlink(file);
        free(file);
    }
}

static void help_wins_over_what_follows_it(void **state)
{
    (void)state;
    struct reading reading;
    read_into(&reading, (const char *[]){"--help", "--nonsense", NULL}, (const char *[]){NULL});
    assert_int_equal(OK, reading.status);
    assert_int_equal(COMMAND_HELP, reading.command);
    arena_release(&reading.arena);
}

static void the_command_comes_first(void **state)
{
    (void)state;
    struct reading reading;
    read_into(&reading, (const char *[]){"reprocess", "--database", "other.db", NULL},
              (const char *[]){"DATELINE_MAX_REPORTS=7", NULL});
    assert_int_equal(OK, reading.status);
    assert_int_equal(COMMAND_REPROCESS, reading.command);
    assert_int_equal(7, reading.settings.max_reports);
    arena_release(&reading.arena);
    read_into(&reading, (const char *[]){"--threads", "2", "reprocess", NULL}, (const char *[]){NULL});
    assert_int_equal(ERR_INVALID, reading.status);
    arena_release(&reading.arena);
}

static void only_this_machine_may_be_listened_on(void **state)
{
    (void)state;
    static const struct {
        const char *address;
        enum status status;
    } cases[] = {{"127.0.0.1:0", OK},
                 {"127.5.5.5:80", OK},
                 {"[::1]:8080", OK},
                 {"localhost:8080", OK},
                 {"0.0.0.0:8080", ERR_INVALID},
                 {"192.168.1.5:8080", ERR_INVALID},
                 {"[::]:8080", ERR_INVALID},
                 {"[::ffff:127.0.0.1]:8080", ERR_INVALID},
                 {"[fe80::1]:8080", ERR_INVALID}};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        struct reading reading;
        read_into(&reading, (const char *[]){"--listen", cases[i].address, NULL}, (const char *[]){NULL});
        assert_int_equal(cases[i].status, reading.status);
        if (reading.status != OK) {
            assert_non_null(strstr(reading.error.message, "no access tokens yet"));
        }
        arena_release(&reading.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(defaults_hold_when_nothing_is_said),
        cmocka_unit_test(flag_beats_variable_beats_file_beats_default),
        cmocka_unit_test(every_setting_has_its_three_names),
        cmocka_unit_test(sizes_may_have_a_factor),
        cmocka_unit_test(a_fault_names_its_source_and_reason),
        cmocka_unit_test(a_fault_in_a_file_names_its_line),
        cmocka_unit_test(help_wins_over_what_follows_it),
        cmocka_unit_test(the_command_comes_first),
        cmocka_unit_test(only_this_machine_may_be_listened_on),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
