#include "base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BLOCK_MIN 16384
#define BLOCK_MAX (1 << 20)

struct arena_block {
    struct arena_block *next;
    size_t size; /* of `bytes` */
    alignas(max_align_t) unsigned char bytes[];
};

void arena_init(struct arena *arena, size_t limit)
{
    *arena = (struct arena){.limit = limit};
}

void arena_release(struct arena *arena)
{
    while (arena->blocks != NULL) {
        struct arena_block *next = arena->blocks->next;
        free(arena->blocks);
        arena->blocks = next;
    }
    arena_init(arena, arena->limit);
}

void arena_reset(struct arena *arena)
{
    struct arena_block *newest = arena->blocks;
    if (newest == NULL) {
        return;
    }
    arena->blocks = newest->next;
    size_t limit = arena->limit;
    arena_release(arena);
    newest->next = NULL;
    *arena = (struct arena){.blocks = newest, .total = newest->size, .limit = limit};
}

static size_t round_up(size_t size)
{
    return (size + alignof(max_align_t) - 1) & ~(alignof(max_align_t) - 1);
}

/* Puts a block with room for `size` bytes in front.  Blocks double in size, so that a small request costs
 * little and a large article few calls of malloc. */
static bool add_block(struct arena *arena, size_t size)
{
    size_t wanted = arena->blocks == NULL ? BLOCK_MIN : arena->blocks->size * 2;
    if (wanted > BLOCK_MAX) {
        wanted = BLOCK_MAX;
    }
    if (wanted < size) {
        wanted = size;
    }
    size_t room = arena->limit - arena->total;
    if (wanted > room) {
        wanted = room;
    }
    if (wanted < size) {
        arena->full = true;
        return false;
    }
    struct arena_block *block = malloc(sizeof *block + wanted);
    if (block == NULL) {
        return false;
    }
    block->next = arena->blocks;
    block->size = wanted;
    arena->blocks = block;
    arena->used = 0;
    arena->total += wanted;
    return true;
}

/* Not zeroed. */
static void *take_bytes(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2) {
        return NULL;
    }
    size = round_up(size == 0 ? 1 : size);
    if ((arena->blocks == NULL || arena->blocks->size - arena->used < size) && !add_block(arena, size)) {
        return NULL;
    }
    void *bytes = arena->blocks->bytes + arena->used;
    arena->used += size;
    return bytes;
}

void *arena_alloc(struct arena *arena, size_t size)
{
    void *bytes = take_bytes(arena, size);
    return bytes == NULL ? NULL : memset(bytes, 0, size);
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
    return take_bytes(arena, bytes);
}

void *arena_grow(struct arena *arena, void *items, size_t count, size_t new_count, size_t size)
{
    size_t old_bytes;
    size_t new_bytes;
    if (__builtin_mul_overflow(count, size, &old_bytes) ||
        __builtin_mul_overflow(new_count, size, &new_bytes) || new_bytes > SIZE_MAX / 2) {
        return NULL;
    }
    struct arena_block *block = arena->blocks;
    size_t old_room = round_up(old_bytes == 0 ? 1 : old_bytes);
    if (items != NULL && block != NULL && arena->used >= old_room &&
        (unsigned char *)items == block->bytes + arena->used - old_room) {
        size_t new_room = round_up(new_bytes == 0 ? 1 : new_bytes);
        if (new_room <= old_room) {
            return items;
        }
        if (block->size - arena->used >= new_room - old_room) {
            memset((unsigned char *)items + old_bytes, 0, new_room - old_bytes);
            arena->used += new_room - old_room;
            return items;
        }
    }
    void *bigger = arena_alloc(arena, new_bytes);
    if (bigger != NULL && items != NULL) {
        memcpy(bigger, items, old_bytes < new_bytes ? old_bytes : new_bytes);
    }
    return bigger;
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
