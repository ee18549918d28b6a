#include "timex/expression.h"

#define BLOCK_EXPRESSIONS 32

struct expression_block {
    struct expression_block *next;
    struct expression items[BLOCK_EXPRESSIONS];
};

struct expression *expression_new(struct expression_pool *pool, enum expression_kind kind)
{
    if (pool->block == NULL || pool->used == BLOCK_EXPRESSIONS) {
        struct expression_block *next = pool->block == NULL ? pool->blocks : pool->block->next;
        if (next == NULL) {
            next = arena_room(pool->arena, 1, sizeof *next);
            if (next == NULL) {
                return NULL;
            }
            next->next = NULL;
            if (pool->block == NULL) {
                pool->blocks = next;
            } else {
                pool->block->next = next;
            }
        }
        pool->block = next;
        pool->used = 0;
    }
    struct expression *expression = &pool->block->items[pool->used++];
    *expression =
        (struct expression){.kind = kind, .hour = CLOCK_NONE, .minute = CLOCK_NONE, .index = UINT32_MAX};
    return expression;
}

void expression_pool_reset(struct expression_pool *pool)
{
    pool->block = NULL;
    pool->used = 0;
}
