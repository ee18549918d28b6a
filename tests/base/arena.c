#include "base/arena.h"

#include <stdalign.h>
#include <string.h>

#include "tests/cmocka.h"

static void gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    for (size_t size = 0; size < 3000; size += 7) {
        unsigned char *bytes = arena_alloc(&arena, size);
        assert_non_null(bytes);
        assert_int_equal(0, (uintptr_t)bytes % alignof(max_align_t));
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(0, bytes[i]);
        }
        memset(bytes, 0xA5, size);
    }
    arena_release(&arena);
}

static void refuses_over_its_limit(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1000);
    assert_non_null(arena_alloc(&arena, 600));
    assert_null(arena_alloc(&arena, 600));
    assert_null(arena_alloc(&arena, SIZE_MAX));
    assert_null(arena_array(&arena, SIZE_MAX / 2, 3));
    assert_true(arena.total <= arena.limit);
    assert_true(arena.full);
    arena_reset(&arena);
    assert_false(arena.full);
    arena_release(&arena);
}

static void grows_in_place_and_by_copy(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    int *numbers = NULL;
    size_t capacity = 0;
    for (int i = 0; i < 20000; i++) {
        if ((size_t)i == capacity) {
            size_t wanted = capacity == 0 ? 4 : capacity * 2;
            numbers = arena_grow(&arena, numbers, capacity, wanted, sizeof *numbers);
            assert_non_null(numbers);
            capacity = wanted;
            if (i % 3 == 0) {
                assert_non_null(arena_alloc(&arena, 1)); /* now it is no longer the latest */
            }
        }
        numbers[i] = i;
    }
    for (int i = 0; i < 20000; i++) {
        assert_int_equal(i, numbers[i]);
    }
    assert_int_equal(0, numbers[20000]); /* new room is zeroed */
    arena_release(&arena);
}

static void reset_keeps_the_newest_block(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    for (int i = 0; i < 100; i++) {
        assert_non_null(arena_alloc(&arena, 1000));
    }
    arena_reset(&arena);
    size_t kept = arena.total;
    assert_true(kept > 0);
    assert_non_null(arena_alloc(&arena, 1000));
    assert_int_equal(kept, arena.total);
    arena_release(&arena);
    arena_reset(&arena);
    assert_int_equal(0, arena.total);
}

static void a_large_allocation_grows_and_leaves_nothing_behind(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 20);
    assert_non_null(arena_alloc(&arena, 1)); /* a block of small ones */
    size_t small = arena.total;
    size_t size = ARENA_LARGE;
    unsigned char *bytes = arena_alloc(&arena, size);
    assert_non_null(bytes);
    while (size < 900000) {
        memset(bytes, 0xA5, size);
        assert_non_null(arena_alloc(&arena, 1)); /* small ones go on in their block */
        bytes = arena_grow(&arena, bytes, size, size + 10000, 1);
        assert_non_null(bytes);
        assert_int_equal(0xA5, bytes[size - 1]);
        for (size_t i = 0; i < 10000; i++) {
            assert_int_equal(0, bytes[size + i]);
        }
        size += 10000;
        assert_in_range(arena.total, small + size, small + size + 15);
    }
    assert_null(arena_grow(&arena, bytes, size, 1 << 20, 1));
    assert_true(arena.full);
    assert_int_equal(0xA5, bytes[0]);
    arena_release(&arena);
}

static void gives_large_allocations_back(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, (size_t)4 * ARENA_LARGE);
    char *small = arena_alloc(&arena, 8);
    size_t before = arena.total;
    for (int i = 0; i < 100; i++) {
        void *first = arena_alloc(&arena, ARENA_LARGE);
        void *second = arena_alloc(&arena, (size_t)2 * ARENA_LARGE);
        assert_non_null(first);
        assert_non_null(second);
        arena_drop(&arena, i % 2 == 0 ? first : second);
        arena_drop(&arena, i % 2 == 0 ? second : first);
    }
    arena_drop(&arena, small);
    arena_drop(&arena, NULL);
    small[0] = 'x'; /* it is still there */
    assert_int_equal(before, arena.total);
    assert_int_equal(before + (size_t)3 * ARENA_LARGE, arena.peak);
    assert_non_null(arena_alloc(&arena, ARENA_LARGE));
    arena_reset(&arena);
    assert_int_equal(before, arena.total);
    arena_release(&arena);
}

/* Whoever counts fewer items than there was room for must not find old ones behind them. */
static void growing_zeroes_what_is_new(void **state)
{
    (void)state;
    static const size_t sizes[] = {64, ARENA_LARGE + 4096};
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        struct arena arena;
        arena_init(&arena, 1 << 20);
        unsigned char *bytes = arena_room(&arena, sizes[i], 1);
        assert_non_null(bytes);
        memset(bytes, 0xA5, sizes[i]);
        bytes = arena_grow(&arena, bytes, 8, sizes[i], 1);
        assert_non_null(bytes);
        for (size_t k = 0; k < sizes[i]; k++) {
            assert_int_equal(k < 8 ? 0xA5 : 0, bytes[k]);
        }
        arena_release(&arena);
    }
}

static void copies_and_prints(void **state)
{
    (void)state;
    struct arena arena;
    arena_init(&arena, 1 << 16);
    struct str copy = arena_copy(&arena, STR("Brask"));
    assert_string_equal("Brask", copy.data);
    assert_null(arena_copy(&arena, str_from(NULL)).data);
    assert_int_equal(0, arena_copy(&arena, STR("")).size);
    struct str text = arena_printf(&arena, "%d of %s", 30, "47");
    assert_string_equal("30 of 47", text.data);
    assert_int_equal(8, text.size);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_memory),
        cmocka_unit_test(refuses_over_its_limit),
        cmocka_unit_test(grows_in_place_and_by_copy),
        cmocka_unit_test(reset_keeps_the_newest_block),
        cmocka_unit_test(a_large_allocation_grows_and_leaves_nothing_behind),
        cmocka_unit_test(gives_large_allocations_back),
        cmocka_unit_test(growing_zeroes_what_is_new),
        cmocka_unit_test(copies_and_prints),
    };
    return cmocka_run_group_tests_name("base/arena", tests, NULL, NULL);
}
