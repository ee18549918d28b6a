/* Texts made to be dear: none may need more than its share of work and memory.  Work is counted and not
 * timed, so that the machine's other work makes no difference. */
#include "cost_measure.h"

#include <stdarg.h>
#include <string.h>

#include "tests/cmocka.h"

#define SMALL ((size_t)1 << 13)
#define MEDIUM ((size_t)1 << 17) /* beside so much the memory that every text needs is little */
#define LARGE ((size_t)1 << 19)
/* What twice as long a text may cost: 2 but for what every text costs, and for where its end falls. */
#define TWICE(work) ((work)*21 / 10 + 100000)

/* Expressions so close together that a long list of them does not fit. */
static const char *const crammed[] = {"now ", "1/2/03(", "5pm("};

static char buffer[2 * LARGE];

/* `unit` again and again, no code point cut. */
static struct str repeat(const char *unit, size_t size)
{
    size_t length = strlen(unit);

    size -= size % length;
    for (size_t at = 0; at < size; at++) {
        buffer[at] = unit[at % length];
    }
    return (struct str){buffer, size};
}

/* The pieces in any order, without end; the same for the same seed. */
static struct str mix(uint64_t seed, size_t size)
{
    size_t written = 0;
    uint64_t state = seed;

    for (;;) {
        state = state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        const char *piece = cost_pieces[(state >> 33) % cost_piece_count];
        if (strlen(piece) > size - written) {
            return (struct str){buffer, written};
        }
        for (; *piece != '\0'; piece++) {
            buffer[written++] = *piece;
        }
    }
}

/* All dates, each once: no two expressions have a value in common. */
static struct str every_day(size_t size)
{
    size_t written = 0;

    for (int32_t day = DAY_MIN + 400000; written + 16 < size; day++) {
        day_format(day, buffer + written);
        buffer[written + 10] = '\n';
        written += 11;
    }
    return (struct str){buffer, written};
}

static size_t complaints;

/* All that is wrong is told before the test fails. */
static void complain(const char *format, ...) PRINTF_LIKE(1, 2);

static void complain(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vprint_error(format, arguments);
    va_end(arguments);
    complaints++;
}

static struct cost measure(struct str text, const char *what)
{
    struct cost cost = cost_of(text);

    if (cost.memory > TIMEX_MEMORY_PER_BYTE * text.size + TIMEX_MEMORY_BASE) {
        complain("%zu bytes of \"%s\": %zu bytes of memory\n", text.size, what, cost.memory);
    }
    return cost;
}

/* Compares what the first `once` bytes of `text`, or a few less, cost with what all cost. */
static void check_twice(struct str text, size_t once, const char *what)
{
    while ((text.data[once] & 0xc0) == 0x80) {
        once--;
    }
    struct cost small = measure(str_slice(text, 0, once), what);
    struct cost large = measure(text, what);
    size_t more = text.size - once;

    if (small.status != OK || large.status != OK) {
        complain("\"%s\": refused\n", what);
    }
    if (large.work > TWICE(small.work)) {
        complain("\"%s\": %llu steps, but %llu for twice as much\n", what, (unsigned long long)small.work,
                 (unsigned long long)large.work);
    }
    if (large.memory > small.memory + TIMEX_MEMORY_PER_BYTE * more + ((size_t)1 << 17)) {
        complain("\"%s\": %zu bytes of memory, but %zu for %zu bytes more\n", what, small.memory,
                 large.memory, more);
    }
}

static void twice_the_text_costs_twice(void **state)
{
    (void)state;
    complaints = 0;
    for (size_t i = 0; i < cost_piece_count; i++) {
        check_twice(repeat(cost_pieces[i], 2 * SMALL), SMALL, cost_pieces[i]);
    }
    assert_int_equal(0, complaints);
}

static void any_mixture_of_them_costs_its_share(void **state)
{
    (void)state;
    complaints = 0;
    for (uint64_t seed = 1; seed <= 4; seed++) {
        check_twice(mix(seed, MEDIUM / 2), MEDIUM / 4, "a mixture");
    }
    assert_int_equal(0, complaints);
}

/* ... and is refused then, rather than read in part. */
static void a_list_that_is_too_long_is_refused(void **state)
{
    (void)state;
    complaints = 0;
    for (size_t i = 0; i < sizeof crammed / sizeof *crammed; i++) {
        struct cost small = measure(repeat(crammed[i], SMALL), crammed[i]);
        struct cost large = measure(repeat(crammed[i], LARGE), crammed[i]);
        assert_int_equal(OK, small.status);
        assert_true(small.found > SMALL / 16);
        assert_int_equal(ERR_TOO_LARGE, large.status);
    }
    assert_int_equal(0, complaints);
}

/* Longer than any table of the scanner and the segmenter. */
static void a_long_text_costs_no_more(void **state)
{
    (void)state;
    static const char *const plain[] = {"x", "1", "(", "\n", "a\n", "(\n", ". ", "word ", "\u00e9"};
    static const char *const dense[] = {"May 1 ", "today\n", "May 1\n", "now\n", "1990 ", "Mon. "};
    complaints = 0;
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++) {
        check_twice(repeat(plain[i], 2 * LARGE), LARGE, plain[i]);
    }
    for (size_t i = 0; i < sizeof dense / sizeof *dense; i++) {
        check_twice(repeat(dense[i], 2 * MEDIUM), MEDIUM, dense[i]);
    }
    check_twice(repeat("It fell on Saturday, Dec. 14, two weeks after 1998. ", 2 * MEDIUM), MEDIUM, "prose");
    check_twice(every_day(2 * MEDIUM), MEDIUM, "every day");
    assert_int_equal(0, complaints);
}

static size_t append(size_t size, const char *piece, size_t times)
{
    size_t length = strlen(piece);

    assert_true(times <= (sizeof buffer - size) / length);
    for (size_t i = 0; i < times * length; i++) {
        buffer[size + i] = piece[i % length];
    }
    return size + times * length;
}

/* Prose, titles of lists, prose: each title looks for where its list ends. */
static struct cost measure_lists(size_t before, size_t lists, size_t behind)
{
    static const char sentence[] =
        "The bridge over the river was hit three times, residents of the town say. ";
    size_t size = append(0, sentence, before);

    size = append(size, "\nRelated articles", lists);
    size = append(append(size, "\n", 1), sentence, behind);
    return measure((struct str){buffer, size}, "lists");
}

static void a_page_of_lists_costs_its_share(void **state)
{
    (void)state;
    static const size_t sentences[][2] = {{1, 50}, {1500, 1300}};
    complaints = 0;
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        struct cost small = measure_lists(sentences[i][0], 3000, sentences[i][1]);
        struct cost large = measure_lists(2 * sentences[i][0], 6000, 2 * sentences[i][1]);
        assert_true(large.work <= TWICE(small.work));
    }
    assert_int_equal(0, complaints);
}

#define BLOCK 3 /* letters */
#define BLOCKS 14
#define MASK ((UINT64_C(1) << (BLOCKS + 1)) - 1) /* of the hash of as many lines */

static uint64_t hash_on(uint64_t hash, const char *letters)
{
    for (size_t i = 0; i < BLOCK; i++) { /* FNV-1a, as the segmenter has it */
        hash = ((hash ^ (unsigned char)letters[i]) * UINT64_C(1099511628211)) & MASK;
    }
    return hash;
}

static void spell(unsigned number, char letters[BLOCK])
{
    letters[0] = (char)('a' + number / (26 * 26));
    letters[1] = (char)('a' + number / 26 % 26);
    letters[2] = (char)('a' + number % 26);
}

/* Finds two blocks of letters that lead from `hash` to one and the same, which is returned. */
static uint64_t find_twins(uint64_t hash, char twins[2][BLOCK])
{
    static uint32_t seen[MASK + 1]; /* the block that leads there, from 1 on */

    memset(seen, 0, sizeof seen);
    for (unsigned number = 0; number < 26 * 26 * 26; number++) {
        spell(number, twins[1]);
        uint64_t next = hash_on(hash, twins[1]);
        if (seen[next] != 0) {
            spell(seen[next] - 1, twins[0]);
            return next;
        }
        seen[next] = number + 1;
    }
    fail_msg("no two blocks lead to one hash");
    return 0;
}

/* Lines that differ, and all have one hash as far as a table of lines looks at it. */
static void a_page_of_colliding_lines_costs_its_share(void **state)
{
    (void)state;
    char twins[BLOCKS][2][BLOCK];
    uint64_t hash = UINT64_C(14695981039346656037) & MASK;
    size_t size = 0;

    for (size_t i = 0; i < BLOCKS; i++) {
        hash = find_twins(hash, twins[i]);
    }
    for (unsigned line = 0; line < 1u << BLOCKS; line++) {
        for (size_t i = 0; i < BLOCKS; i++) {
            memcpy(buffer + size, twins[i][line >> i & 1], BLOCK);
            size += BLOCK;
        }
        buffer[size++] = '\n';
        buffer[size++] = '\n'; /* else they might be the lines of one paragraph */
    }
    complaints = 0;
    check_twice((struct str){buffer, size}, size / 2, "lines of one hash");
    assert_int_equal(0, complaints);
}

/* The counter counts: otherwise nothing above could fail. */
static void work_is_counted(void **state)
{
    (void)state;
    struct cost none = cost_of(STR(""));
    struct cost some = cost_of(STR("The bridge was hit on May 1, and again three days later."));

    assert_int_equal(2, some.found);
    assert_true(some.work > none.work + 1000);
    assert_true(some.memory > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(work_is_counted),
        cmocka_unit_test(twice_the_text_costs_twice),
        cmocka_unit_test(any_mixture_of_them_costs_its_share),
        cmocka_unit_test(a_list_that_is_too_long_is_refused),
        cmocka_unit_test(a_long_text_costs_no_more),
        cmocka_unit_test(a_page_of_lists_costs_its_share),
        cmocka_unit_test(a_page_of_colliding_lines_costs_its_share),
    };
    return cmocka_run_group_tests_name("timex/cost", tests, NULL, NULL);
}
