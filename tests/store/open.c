/* Opening: migrations, foreign and newer files, a second process, kill -9, readers beside a writer. */
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/cmocka.h"
#include "tests/store/support.h"

/* Changes the closed database behind the store's back. */
static void change(const struct fixture *fixture, const char *sql)
{
    sqlite3 *handle;
    assert_int_equal(sqlite3_open(fixture->path, &handle), SQLITE_OK);
    if (sqlite3_exec(handle, sql, NULL, NULL, NULL) != SQLITE_OK) {
        fail_msg("%s", sqlite3_errmsg(handle));
    }
    sqlite3_close(handle);
}

static void expect_refused(struct fixture *fixture, const char *change_sql, const char *undo_sql,
                           const char *message)
{
    struct store_options options = {.path = fixture->path, .rules = "r", .readers = 1, .queue_limit = 1};
    struct error error = {0};
    struct store *store;
    store_close(fixture->store);
    change(fixture, change_sql);
    assert_int_equal(store_open(&options, &store, &error), ERR_CONFLICT);
    assert_null(store);
    if (strstr(error.message, message) == NULL) {
        fail_msg("\"%s\" does not say \"%s\"", error.message, message);
    }
    change(fixture, undo_sql);
    assert_int_equal(store_open(&options, &fixture->store, &error), OK);
}

static void test_newer_database(void **state)
{
    expect_refused(*state, "INSERT INTO migration VALUES (9999, '9999-from-the-future.sql', 'x', 0)",
                   "DELETE FROM migration WHERE number = 9999", "newer than this program");
}

static const struct draft draft = {
    .id = "one",
    .text = "Twelve soldiers were killed.",
    .published = 14,
    .reports = {{KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, STATUS_CLAIMED, "Norland", "Weissau", "XA",
                 "ministry", 12, 12, 13, 13, 14}},
};

static const struct draft tallies = {
    .id = "two",
    .text = "So far 90 Norland soldiers have been killed, and 40 civilians.",
    .published = 14,
    .reports = {{KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_CUMULATIVE, STATUS_CLAIMED, "Norland", "Weissau", "XA",
                 "ministry", 90, 90, DAY_NONE, 14, 14},
                {KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_CUMULATIVE, STATUS_CLAIMED, "civilians", "Weissau",
                 "XA", "ministry", 40, 40, DAY_NONE, 14, 14}},
};

static int put_column(void *context, int count, char **values, char **names)
{
    (void)count;
    (void)names;
    buffer_printf(context, "%s %s\n", values[0], values[1]);
    return 0;
}

/* All tables, views, indexes and triggers with their columns, in an order of their own. */
static char *schema_of(const struct fixture *fixture)
{
    struct buffer out;
    sqlite3 *handle;
    buffer_init(&out, 1 << 20);
    assert_int_equal(sqlite3_open(fixture->path, &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle,
                                  "SELECT t.name, coalesce(c.name, '') FROM sqlite_schema t"
                                  " LEFT JOIN pragma_table_info(t.name) c ORDER BY 1, 2",
                                  put_column, &out, NULL),
                     SQLITE_OK);
    sqlite3_close(handle);
    buffer_append_char(&out, '\0');
    assert_int_equal(buffer_status(&out), OK);
    return out.data;
}

/* Databases of before each migration, with what is stored in them, become those of now. */
static void test_older_databases(void **state)
{
    struct fixture *fixture = *state;
    const uint32_t present = info_of(fixture).schema;
    (void)write_one(fixture->store, &draft);
    (void)write_one(fixture->store, &tallies);
    char *expected = schema_of(fixture);
    char *events = describe_events(fixture->store);
    for (uint32_t schema = 1; schema < present; schema++) {
        fixture_go_back(fixture, schema);
        char *before = schema_of(fixture);
        assert_string_not_equal(before, expected);
        free(before);
        fixture_reopen(fixture);
        char *after = schema_of(fixture);
        char *kept = describe_events(fixture->store);
        assert_string_equal(after, expected);
        assert_string_equal(kept, events);
        free(kept);
        free(after);
    }
    free(events);
    free(expected);
}

static void test_changed_migration(void **state)
{
    expect_refused(*state, "UPDATE migration SET checksum = 'x' || checksum WHERE number = 1",
                   "UPDATE migration SET checksum = substr(checksum, 2) WHERE number = 1",
                   "differs from this program's");
}

static void test_database_of_another_program(void **state)
{
    struct fixture *fixture = *state;
    char path[120];
    struct store_options options = {.path = path, .rules = "r", .readers = 1, .queue_limit = 1};
    struct error error = {0};
    struct store *store;
    sqlite3 *handle;
    snprintf(path, sizeof path, "%s/foreign.db", fixture->folder);
    assert_int_equal(sqlite3_open(path, &handle), SQLITE_OK);
    assert_int_equal(sqlite3_exec(handle, "CREATE TABLE book (title TEXT)", NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(handle);
    assert_int_equal(store_open(&options, &store, &error), ERR_CONFLICT);
    assert_non_null(strstr(error.message, "another program"));
}

static void test_not_a_database(void **state)
{
    struct fixture *fixture = *state;
    char path[120];
    struct store_options options = {.path = path, .rules = "r", .readers = 1, .queue_limit = 1};
    struct error error = {0};
    struct store *store;
    FILE *file;
    snprintf(path, sizeof path, "%s/letter.txt", fixture->folder);
    file = fopen(path, "w");
    assert_non_null(file);
    for (int i = 0; i < 200; i++) {
        fputs("This is not a database but a long letter.\n", file);
    }
    fclose(file);
    assert_int_equal(store_open(&options, &store, &error), ERR_IO);
    assert_true(error.message[0] != '\0');
    options.path = "/nonexistent/folder/file.db";
    assert_int_equal(store_open(&options, &store, &error), ERR_IO);
    assert_non_null(strstr(error.message, "No such file or directory"));
}

static void test_bad_options(void **state)
{
    const struct fixture *fixture = *state;
    struct store_options options = {.path = fixture->path, .rules = "r", .readers = 0, .queue_limit = 1};
    struct store *store;
    assert_int_equal(store_open(&options, &store, NULL), ERR_INVALID);
    options.readers = 65;
    assert_int_equal(store_open(&options, &store, NULL), ERR_INVALID);
    options.readers = 1;
    options.queue_limit = 0;
    assert_int_equal(store_open(&options, &store, NULL), ERR_INVALID);
}

/* Runs this program again with two arguments, its standard output going to `out`: a process of its own, not a
 * copy of this one with its threads cut off. */
static pid_t start(const char *task, const char *path, int out)
{
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        if (dup2(out, STDOUT_FILENO) >= 0) {
            execl("/proc/self/exe", "test_store_open", task, path, (char *)NULL);
        }
        _exit(127);
    }
    return child;
}

/* Exit status 0 when the store is refused as in use. */
static int open_refused(const char *path)
{
    struct store_options options = {.path = path, .rules = "r", .readers = 1, .queue_limit = 1};
    struct store *store;
    return store_open(&options, &store, NULL) == ERR_BUSY ? 0 : 1;
}

/* This process and another one; by its name and by a link to it. */
static void test_second_opening(void **state)
{
    struct fixture *fixture = *state;
    char link[120];
    const char *paths[] = {fixture->path, link};
    snprintf(link, sizeof link, "%s/link.db", fixture->folder);
    assert_int_equal(symlink(fixture->path, link), 0);
    for (int i = 0; i < 2; i++) {
        struct store_options options = {.path = paths[i], .rules = "r", .readers = 1, .queue_limit = 1};
        struct error error = {0};
        struct store *store;
        int status;
        pid_t child;
        assert_int_equal(store_open(&options, &store, &error), ERR_BUSY);
        assert_non_null(strstr(error.message, "in use by another process"));
        child = start("open-refused", paths[i], STDERR_FILENO);
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    (void)write_one(fixture->store, &draft);
}

/* The child writes until it is killed; each line is the id of an article that was acknowledged. */
static int write_until_killed(const char *path)
{
    struct store_options options = {.path = path, .rules = "r", .readers = 1, .queue_limit = 64};
    struct store *store;
    if (store_open(&options, &store, NULL) != OK) {
        return 1;
    }
    for (unsigned i = 0;; i += 4) {
        struct draft batch[4];
        char ids[4][24];
        struct result results[4];
        char lines[128];
        int length = 0;
        for (unsigned k = 0; k < 4; k++) {
            snprintf(ids[k], sizeof ids[k], "article-%u", i + k);
            batch[k] = draft;
            batch[k].id = ids[k];
            batch[k].published = (int32_t)((i + k) % 300);
            batch[k].reports[0].first = batch[k].reports[0].last = (int32_t)((i + k) % 300);
        }
        write_all(store, batch, 4, results);
        for (unsigned k = 0; k < 4; k++) {
            if (results[k].status == OK) {
                length += snprintf(lines + length, sizeof lines - (size_t)length, "%s\n", ids[k]);
            }
        }
        if (write(STDOUT_FILENO, lines, (size_t)length) != length) {
            return 1;
        }
    }
}

static void test_kill_while_writing(void **state)
{
    struct fixture *fixture = *state;
    for (unsigned round = 0; round < 5; round++) {
        char path[120];
        struct store_options options = {.path = path, .rules = "r", .readers = 1, .queue_limit = 1};
        int ends[2];
        pid_t child;
        FILE *in;
        char line[64];
        size_t acknowledged = 0;
        struct store *store;
        struct store_info info;
        char *events;
        struct query query = query_all();
        snprintf(path, sizeof path, "%s/kill-%u.db", fixture->folder, round);
        assert_int_equal(pipe(ends), 0);
        assert_int_equal(fcntl(ends[0], F_SETFD, FD_CLOEXEC) | fcntl(ends[1], F_SETFD, FD_CLOEXEC), 0);
        child = start("write", path, ends[1]);
        close(ends[1]);
        in = fdopen(ends[0], "r");
        assert_non_null(in);
        char(*ids)[64] = NULL;
        while (fgets(line, sizeof line, in) != NULL) { /* until the child is dead and the pipe is empty */
            char(*grown)[64] = realloc(ids, (acknowledged + 1) * sizeof *ids);
            assert_non_null(grown);
            ids = grown;
            line[strcspn(line, "\n")] = '\0';
            memcpy(ids[acknowledged++], line, sizeof line);
            if (acknowledged == 40 + 20 * round) {
                assert_int_equal(kill(child, SIGKILL), 0);
            }
        }
        fclose(in);
        assert_int_equal(waitpid(child, NULL, 0), child);
        assert_true(acknowledged >= 40);

        assert_int_equal(store_open(&options, &store, NULL), OK);
        for (size_t i = 0; i < acknowledged; i++) {
            struct arena arena;
            struct store_article stored;
            arena_init(&arena, 1 << 20);
            if (store_article(store, &arena, str_from(ids[i]), &stored, NULL) != OK ||
                stored.report_count != 1) {
                fail_msg("%s was acknowledged and is lost", ids[i]);
            }
            arena_release(&arena);
        }
        assert_int_equal(store_info(store, &info, NULL), OK);
        assert_true(info.articles >= acknowledged);
        assert_int_equal(info.reports, info.articles);
        query.limit = 1000;
        events = list_events(store, &query, NULL);
        assert_true(events[0] != '\0');
        free(events);
        free(ids);
        store_close(store);
    }
}

struct reading {
    struct store *store;
    atomic_bool stop;
    atomic_uint rounds;
    _Atomic(const char *) failure; /* the first one seen */
};

/* A reader sees whole states only: every event has the reports it says. */
static bool count_reports(void *context, const struct store_report *report)
{
    (void)report;
    ++*(uint32_t *)context;
    return true;
}

static bool take_count(void *context, const struct event *event)
{
    ((uint32_t *)context)[1] = event->reports;
    return true;
}

struct found {
    int64_t ids[64];
    size_t count;
};

static bool find_event(void *context, const struct event *event)
{
    struct found *found = context;
    if (found->count < 64) {
        found->ids[found->count++] = event->id;
    }
    return true;
}

static void *read_on(void *argument)
{
    struct reading *reading = argument;
    while (!atomic_load(&reading->stop)) {
        struct query query = query_all();
        struct query_cursor next;
        struct found found = {.count = 0};
        query.limit = 64;
        if (store_events(reading->store, &query, find_event, &found, &next, NULL) != OK) {
            atomic_store(&reading->failure, "store_events failed");
            return NULL;
        }
        for (size_t i = 0; i < found.count; i++) {
            uint32_t counts[2] = {0, 0};
            int64_t successor;
            enum status status = store_event(reading->store, found.ids[i], &query, take_count, count_reports,
                                             counts, &next, &successor, NULL);
            if (status == OK && counts[0] != counts[1]) {
                atomic_store(&reading->failure, "an event does not have the reports it says");
                return NULL;
            }
            if (status != OK && status != ERR_GONE && status != ERR_CONFLICT) {
                atomic_store(&reading->failure, "store_event failed");
                return NULL;
            }
        }
        atomic_fetch_add(&reading->rounds, 1);
    }
    return NULL;
}

static void test_readers_beside_a_writer(void **state)
{
    struct fixture *fixture = *state;
    struct reading reading = {.store = fixture->store};
    pthread_t readers[4]; /* more than the store has connections */
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(pthread_create(&readers[i], NULL, read_on, &reading), 0);
    }
    for (unsigned step = 0;
         step < 40 || (atomic_load(&reading.rounds) < 8 && atomic_load(&reading.failure) == NULL); step++) {
        struct draft batch[8];
        char ids[8][24];
        for (unsigned k = 0; k < 8; k++) {
            snprintf(ids[k], sizeof ids[k], "article-%u", (step * 8 + k) % 40);
            batch[k] = draft;
            batch[k].id = ids[k];
            batch[k].published = (int32_t)(step + k);
            batch[k].reports[0].first = batch[k].reports[0].last = (int32_t)((step + k) % 7);
            if ((step + k) % 5 == 0) {
                batch[k].text = NULL;
            }
        }
        write_all(fixture->store, batch, 8, NULL);
    }
    atomic_store(&reading.stop, true);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(pthread_join(readers[i], NULL), 0);
    }
    if (atomic_load(&reading.failure) != NULL) {
        fail_msg("%s", atomic_load(&reading.failure));
    }
}

struct waiting_write {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    bool done;
};

static void tell(struct store_write *write)
{
    struct waiting_write *waiting = write->context;
    pthread_mutex_lock(&waiting->mutex);
    waiting->done = true;
    pthread_cond_signal(&waiting->changed);
    pthread_mutex_unlock(&waiting->mutex);
}

static void submit_and_wait(struct store *store, struct store_write *write, struct waiting_write *waiting)
{
    waiting->done = false;
    assert_int_equal(store_submit(store, write), OK);
    pthread_mutex_lock(&waiting->mutex);
    while (!waiting->done) {
        pthread_cond_wait(&waiting->changed, &waiting->mutex);
    }
    pthread_mutex_unlock(&waiting->mutex);
}

static void ignore(struct store_write *write)
{
    (void)write;
}

/* What is queued when the store closes is written. */
static void test_close_writes_what_is_queued(void **state)
{
    enum { WRITES = 50 };
    struct fixture *fixture = *state;
    static struct store_write writes[WRITES];
    static struct article articles[WRITES];
    static char ids[WRITES][16];
    struct store_info info;
    for (size_t i = 0; i < WRITES; i++) {
        snprintf(ids[i], sizeof ids[i], "queued-%zu", i);
        articles[i] =
            (struct article){.id = str_from(ids[i]), .text = STR("text"), .published = {.day = DAY_0}};
        writes[i] = (struct store_write){.operation = STORE_PUT, .article = &articles[i], .done = ignore};
        assert_int_equal(store_submit(fixture->store, &writes[i]), OK);
    }
    fixture_reopen(fixture);
    assert_int_equal(store_info(fixture->store, &info, NULL), OK);
    assert_int_equal(info.articles, WRITES);
    assert_int_equal(info.queued, 0);
    assert_int_equal(store_ready(fixture->store, NULL), OK);
}

/* Holds the writer until it is let go. */
struct gate {
    pthread_mutex_t mutex;
    pthread_cond_t changed;
    bool reached;
    bool open;
};

static void wait_at_gate(struct store_write *write)
{
    struct gate *gate = write->context;
    pthread_mutex_lock(&gate->mutex);
    gate->reached = true;
    pthread_cond_broadcast(&gate->changed);
    while (!gate->open) {
        pthread_cond_wait(&gate->changed, &gate->mutex);
    }
    pthread_mutex_unlock(&gate->mutex);
}

static void test_queue_is_full(void **state)
{
    struct fixture *fixture = *state;
    struct gate gate = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, false, false};
    struct article article = {.id = STR("one"), .text = STR("text"), .published = {.day = DAY_0}};
    struct store_write writes[4];
    struct store_options options = {.path = fixture->path, .rules = "r", .readers = 1, .queue_limit = 2};
    struct store_info info;
    store_close(fixture->store);
    assert_int_equal(store_open(&options, &fixture->store, NULL), OK);
    for (size_t i = 0; i < 4; i++) {
        writes[i] = (struct store_write){
            .operation = STORE_PUT, .article = &article, .done = wait_at_gate, .context = &gate};
    }
    assert_int_equal(store_submit(fixture->store, &writes[0]), OK);
    pthread_mutex_lock(&gate.mutex);
    while (!gate.reached) {
        pthread_cond_wait(&gate.changed, &gate.mutex);
    }
    pthread_mutex_unlock(&gate.mutex);
    assert_int_equal(store_submit(fixture->store, &writes[1]), OK);
    assert_int_equal(store_submit(fixture->store, &writes[2]), OK);
    assert_int_equal(store_submit(fixture->store, &writes[3]), ERR_BUSY);
    assert_int_equal(store_info(fixture->store, &info, NULL), OK);
    assert_int_equal(info.queued, 2);
    pthread_mutex_lock(&gate.mutex);
    gate.open = true;
    pthread_cond_broadcast(&gate.changed);
    pthread_mutex_unlock(&gate.mutex);
    fixture_reopen(fixture);
    assert_int_equal(writes[1].outcome, STORE_UNCHANGED);
    assert_int_equal(writes[2].status, OK);
}

/* No room for the database to grow: the write is refused as such, nothing of it is kept, reads go on; and
 * when there is room again, so do writes. */
static void test_full(void **state)
{
    struct fixture *fixture = *state;
    struct rlimit usual;
    struct rlimit tight;
    static char text[200000];
    struct article article = {.id = STR("large"), .text = {text, sizeof text}, .published = {.day = DAY_0}};
    struct waiting_write waiting = {PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, false};
    struct store_write write = {
        .operation = STORE_PUT, .article = &article, .done = tell, .context = &waiting};
    struct store_info info;
    (void)write_one(fixture->store, &draft);
    memset(text, 'x', sizeof text);
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &usual), 0);
    signal(SIGXFSZ, SIG_IGN);
    tight = usual;
    tight.rlim_cur = 100000;
    for (int round = 0; round < 2; round++) {
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &tight), 0);
        submit_and_wait(fixture->store, &write, &waiting);
        assert_int_equal(setrlimit(RLIMIT_FSIZE, &usual), 0);
        if (write.status != ERR_FULL) {
            fail_msg("%s: %s", status_text(write.status), write.error.message);
        }
        assert_true(write.error.message[0] != '\0');
        assert_int_equal(store_info(fixture->store, &info, NULL), OK);
        assert_int_equal(info.articles, 1);
    }
    submit_and_wait(fixture->store, &write, &waiting);
    assert_int_equal(write.status, OK);
    assert_int_equal(store_info(fixture->store, &info, NULL), OK);
    assert_int_equal(info.articles, 2);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_setup, fixture_teardown)

int main(int count, char **arguments)
{
    const struct CMUnitTest tests[] = {
        TEST(test_newer_database),          TEST(test_older_databases),
        TEST(test_changed_migration),       TEST(test_database_of_another_program),
        TEST(test_not_a_database),          TEST(test_bad_options),
        TEST(test_second_opening),          TEST(test_kill_while_writing),
        TEST(test_readers_beside_a_writer), TEST(test_close_writes_what_is_queued),
        TEST(test_queue_is_full),           TEST(test_full),
    };
    if (count == 3 && strcmp(arguments[1], "write") == 0) {
        return write_until_killed(arguments[2]);
    }
    if (count == 3 && strcmp(arguments[1], "open-refused") == 0) {
        return open_refused(arguments[2]);
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
