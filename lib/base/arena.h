/* An arena: memory that is given back all at once.  One article, one request, one query each has one.
 *
 *     struct arena arena;
 *     arena_init(&arena, 64 << 20);
 *     char *copy = arena_alloc(&arena, n);      -- NULL when out of memory or over the limit
 *     arena_release(&arena);
 *
 * Pointers into an arena are valid until arena_reset or arena_release.  Not thread-safe: one thread an arena.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include "base/status.h"
#include "base/str.h"

struct arena_block;

/* Allocations of so many bytes and more have memory of their own. */
#define ARENA_LARGE 32768

#define ARENA_KEPT (16 << 20)

struct arena {
    struct arena_block *blocks; /* with small allocations, the newest first */
    struct arena_block *large;  /* each with one large allocation, the newest first */
    size_t used;                /* bytes taken of the newest block */
    size_t total;               /* bytes in all blocks */
    size_t peak;                /* the most that `total` has been */
    size_t limit;               /* `total` never passes this */
    bool full;                  /* memory was refused because of the limit */
};

/* Lets the C library keep up to ARENA_KEPT bytes that arenas gave back, in each of its heaps, for the next
 * arena instead of returning them to the system, which costs more than reading a short article.  Once, before
 * there are threads; does nothing where the library knows no such setting (mallopt(3)). */
void arena_keep_freed(void);
/* An empty arena that will hold at most `limit` bytes; allocates nothing yet. */
void arena_init(struct arena *arena, size_t limit);
/* Gives everything back to the system; the arena is as after arena_init. */
void arena_release(struct arena *arena);
/* Forgets everything but keeps the newest block of small allocations for reuse. */
void arena_reset(struct arena *arena);
/* `size` bytes, zeroed, aligned for any type; NULL when there is no memory or the limit is reached.  Size 0
 * gives a valid pointer that must not be dereferenced. */
void *arena_alloc(struct arena *arena, size_t size);
/* `count` times `size` bytes, zeroed; NULL also when the product overflows. */
void *arena_array(struct arena *arena, size_t count, size_t size);
/* The same with whatever is in the memory: for large arrays whose items are all written before they are read.
 */
void *arena_room(struct arena *arena, size_t count, size_t size);
/* Room for `new_count` items of `size` bytes holding the first `count` items of `items` (which may be NULL
 * when count is 0), the others zeroed.  Leaves nothing behind when `items` was large, or the latest
 * allocation of a block that has the room.  NULL when there is no memory; `items` is then unharmed. */
void *arena_grow(struct arena *arena, void *items, size_t count, size_t new_count, size_t size);
/* Gives the allocation `items` (or NULL: nothing) back now when it is large; a small one stays until the
 * arena is reset or released.  Nothing may use it any more. */
void arena_drop(struct arena *arena, void *items);
/* A copy of `s` with a NUL behind it (not counted in size).  On failure, and for an absent `s`, {NULL, 0}. */
struct str arena_copy(struct arena *arena, struct str s);
/* printf into the arena; {NULL, 0} on failure. */
struct str arena_printf(struct arena *arena, const char *format, ...) PRINTF_LIKE(2, 3);

#endif
