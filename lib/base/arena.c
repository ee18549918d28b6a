#include "base/arena.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_MIN 16384
#define BLOCK_MAX (1 << 18)

struct arena_block {
    struct arena_block *next;
    size_t size; /* of `bytes` */
    alignas(max_align_t) unsigned char bytes[];
};

void arena_keep_freed(void)
{
#ifdef __GLIBC__
    (void)mallopt(M_TRIM_THRESHOLD, ARENA_KEPT);
    (void)mallopt(M_MMAP_THRESHOLD, ARENA_KEPT / 4);
#endif
}

void arena_init(struct arena *arena, size_t limit)
{
    *arena = (struct arena){.limit = limit};
}

static void free_blocks(struct arena_block **blocks)
{
    while (*blocks != NULL) {
        struct arena_block *next = (*blocks)->next;
        free(*blocks);
        *blocks = next;
    }
}

void arena_release(struct arena *arena)
{
    free_blocks(&arena->blocks);
    free_blocks(&arena->large);
    arena_init(arena, arena->limit);
}

void arena_reset(struct arena *arena)
{
    struct arena_block *newest = arena->blocks;
    if (newest != NULL) {
        arena->blocks = newest->next;
    }
    arena_release(arena);
    if (newest != NULL) {
        newest->next = NULL;
        arena->blocks = newest;
        arena->total = arena->peak = newest->size;
    }
}

static size_t round_up(size_t size)
{
    return (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
}

/* Whether `size` bytes more stay within the limit. */
static bool has_room(struct arena *arena, size_t size)
{
    arena->full = arena->full || size > arena->limit - arena->total;
    return size <= arena->limit - arena->total;
}

static void count_bytes(struct arena *arena, size_t size)
{
    arena->total += size;
    arena->peak = arena->total > arena->peak ? arena->total : arena->peak;
}

/* Puts a block with room for `size` bytes in front.  Blocks double in size, so that a small request costs
 * little and a large article few calls of malloc. */
static bool add_block(struct arena *arena, size_t size)
{
    if (!has_room(arena, size)) {
        return false;
    }
    size_t wanted = arena->blocks == NULL ? BLOCK_MIN : arena->blocks->size * 2;
    size_t room = arena->limit - arena->total;
    wanted = wanted > BLOCK_MAX ? BLOCK_MAX : wanted;
    wanted = wanted < size ? size : wanted;
    wanted = wanted > room ? room : wanted;
    struct arena_block *block = malloc(sizeof *block + wanted);
    if (block == NULL) {
        return false;
    }
    block->next = arena->blocks;
    block->size = wanted;
    arena->blocks = block;
    arena->used = 0;
    count_bytes(arena, wanted);
    return true;
}

static void *alloc_large(struct arena *arena, size_t size, bool zeroed)
{
    if (!has_room(arena, size)) {
        return NULL;
    }
    struct arena_block *block = zeroed ? calloc(1, sizeof *block + size) : malloc(sizeof *block + size);
    if (block == NULL) {
        return NULL;
    }
    block->next = arena->large;
    block->size = size;
    arena->large = block;
    count_bytes(arena, size);
    return block->bytes;
}

/* Where the list of large blocks refers to the one with `items`; NULL when these are not large. */
static struct arena_block **find_large(struct arena *arena, const void *items)
{
    struct arena_block **at = &arena->large;
    while (*at != NULL && (const void *)(*at)->bytes != items) {
        at = &(*at)->next;
    }
    return *at == NULL ? NULL : at;
}

static void *take_bytes(struct arena *arena, size_t size, bool zeroed)
{
    if (size > SIZE_MAX / 2) {
        return NULL;
    }
    size = round_up(size == 0 ? 1 : size);
    if (size >= ARENA_LARGE) {
        return alloc_large(arena, size, zeroed);
    }
    if ((arena->blocks == NULL || arena->blocks->size - arena->used < size) && !add_block(arena, size)) {
        return NULL;
    }
    void *bytes = arena->blocks->bytes + arena->used;
    arena->used += size;
    return zeroed ? memset(bytes, 0, size) : bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    return take_bytes(arena, size, true);
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        return NULL;
    }
    return arena_alloc(arena, bytes);
}

void *arena_room(struct arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes)) {
        return NULL;
    }
    return take_bytes(arena, bytes, false);
}

/* Moves the large allocation at `at` to where it has `room` bytes, those from old_bytes on zeroed. */
static void *grow_large(struct arena *arena, struct arena_block **at, size_t old_bytes, size_t room)
{
    struct arena_block *block = *at;
    size_t old_room = block->size;
    if (room > old_room) {
        block = has_room(arena, room - old_room) ? realloc(block, sizeof *block + room) : NULL;
        if (block == NULL) {
            return NULL;
        }
        block->size = room;
        *at = block;
        count_bytes(arena, room - old_room);
    }
    memset(block->bytes + old_bytes, 0, room - old_bytes);
    return block->bytes;
}

/* True when the small allocation `items` is the latest and its block has `room` bytes for it. */
static bool grow_latest(struct arena *arena, unsigned char *items, size_t old_bytes, size_t room)
{
    struct arena_block *block = arena->blocks;
    size_t old_room = round_up(old_bytes == 0 ? 1 : old_bytes);
    if (block == NULL || arena->used < old_room || items != block->bytes + arena->used - old_room ||
        block->size - arena->used < room - old_room) {
        return false;
    }
    memset(items + old_bytes, 0, room - old_bytes);
    arena->used += room - old_room;
    return true;
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t new_count, size_t size)
{
    size_t old_bytes;
    size_t new_bytes;
    if (__builtin_mul_overflow(count, size, &old_bytes) ||
        __builtin_mul_overflow(new_count, size, &new_bytes) || new_bytes > SIZE_MAX / 2) {
        return NULL;
    }
    size_t room = round_up(new_bytes == 0 ? 1 : new_bytes);
    if (items == NULL) {
        return arena_alloc(arena, new_bytes);
    }
    if (new_bytes <= old_bytes || grow_latest(arena, items, old_bytes, room)) {
        return items;
    }
    struct arena_block **large = find_large(arena, items);
    if (large != NULL) {
        return grow_large(arena, large, old_bytes, room);
    }
    void *bigger = arena_alloc(arena, new_bytes);
    if (bigger != NULL) {
        memcpy(bigger, items, old_bytes);
    }
    return bigger;
}

void arena_drop(struct arena *arena, void *items)
{
    struct arena_block **at = items == NULL ? NULL : find_large(arena, items);
    if (at != NULL) {
        struct arena_block *block = *at;
        *at = block->next;
        arena->total -= block->size;
        free(block);
    }
}

struct str arena_copy(struct arena *arena, struct str s)
{
    if (s.data == NULL || s.size == SIZE_MAX) {
        return (struct str){NULL, 0};
    }
    char *copy = arena_alloc(arena, s.size + 1);
    if (copy == NULL) {
        return (struct str){NULL, 0};
    }
    memcpy(copy, s.data, s.size);
    return (struct str){copy, s.size};
}

struct str arena_printf(struct arena *arena, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    va_list again;
    va_copy(again, arguments);
    int size = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    struct str result = {NULL, 0};
    char *text = size < 0 ? NULL : arena_alloc(arena, (size_t)size + 1);
    if (text != NULL) {
        vsnprintf(text, (size_t)size + 1, format, again);
        result = (struct str){text, (size_t)size};
    }
    va_end(again);
    return result;
}
