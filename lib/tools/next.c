#include "tools/compiler.h"

#include <string.h>

/* A walk over the steps of one rule, as far as the item that is looked for: the second or third, backward the
 * first. */
struct walk {
    const struct compiler *compiler;
    const struct dimension *dimension;
    uint8_t *seen; /* by step of the rule: bit `left` */
    uint32_t first;
    unsigned left; /* items that were to be passed at first */
    bool backward;
    struct lang_neighbour next;
};

static void add_word(struct walk *walk, unsigned word)
{
    walk->next.words |= UINT64_C(1) << (walk->compiler->lexicon.words[word].final & 63);
}

static void follow(struct walk *walk, uint32_t at, unsigned left);

/* Goes on at step `at` behind one that passes up to `most` items. */
static void follow_behind(struct walk *walk, uint32_t at, uint32_t most, unsigned left)
{
    for (unsigned passed = 0; passed <= left && passed <= most; passed++) {
        follow(walk, at, left - passed);
    }
}

/* What passes the step can be that item. */
static void add_step(struct walk *walk, const struct lang_step *step)
{
    switch ((enum lang_step_code)step->code) {
    case STEP_ITEM:
        class_set_add(&walk->next.classes, rarest_class(&walk->dimension->conditions[step->a]));
        break;
    case STEP_WORD:
        add_word(walk, step->a);
        break;
    case STEP_EITHER:
        class_set_unite(&walk->next.classes, &walk->dimension->conditions[step->b].all);
        for (unsigned i = 0; i < step->count; i++) {
            add_word(walk, walk->dimension->words[step->a + i]);
        }
        break;
    default:
        for (unsigned i = 0; i < step->count; i++) {
            add_word(walk, walk->dimension->words[step->a + i]);
        }
        break;
    }
}

/* Goes on at step `at`, with `left` items to pass before the one that is looked for. */
static void follow(struct walk *walk, uint32_t at, unsigned left)
{
    for (;;) {
        const struct lang_step *step = &walk->dimension->steps[at];
        uint8_t bit = (uint8_t)(1u << left);
        if ((walk->seen[at - walk->first] & bit) != 0) {
            return;
        }
        walk->seen[at - walk->first] |= bit;
        switch ((enum lang_step_code)step->code) {
        case STEP_DONE:
            walk->next.open = true;
            return;
        case STEP_ITEM:
        case STEP_CLASS: /* the tables have them later */
        case STEP_WORD:
        case STEP_WORDS:
        case STEP_EITHER:
            if (left == 0) {
                add_step(walk, step);
                return;
            }
            left--;
            at++;
            break;
        case STEP_GAP:
            if (step->a > left) {
                class_set_add(&walk->next.classes, CLASS_ANY);
            }
            follow_behind(walk, at + 2, step->a, left);
            return;
        case STEP_REPEAT:
            for (uint32_t i = 1; i <= step->count && step->a > left; i++) {
                add_step(walk, &step[i]);
            }
            follow_behind(walk, at + step->count + 1, step->a, left);
            return;
        case STEP_SPLIT:
            follow(walk, step->a, left);
            at = step->b;
            break;
        case STEP_NOT:
        case STEP_JUMP:
            at = step->a;
            break;
        case STEP_FIRST:
            if (walk->backward) {
                walk->next.edge = true; /* nothing stands before it */
                return;
            }
            at++;
            break;
        case STEP_LAST:
            if (!walk->backward && left < walk->left) {
                walk->next.edge = true; /* nothing stands behind it */
                return;
            }
            at++;
            break;
        case STEP_SPAN_END:
        case STEP_GLUED:
        case STEP_OPEN:
        case STEP_CLOSE:
            at++;
            break;
        }
    }
}

/* Looks for what can stand beside the rules and where their programs fork. */
struct look {
    struct walk walk;
    struct compiler *compiler;
    struct lang_neighbour *found; /* each but once; the first is anything */
    size_t found_count, found_capacity;
};

static bool same(const struct lang_neighbour *a, const struct lang_neighbour *b)
{
    return memcmp(&a->classes, &b->classes, sizeof a->classes) == 0 && a->words == b->words &&
           a->edge == b->edge;
}

/* The number of `next` among what was found; 0 when it is anything. */
static uint16_t enter_next(struct look *look, const struct lang_neighbour *next)
{
    void *found = look->found;
    size_t i = 1;
    while (i < look->found_count && !next->open && !same(&look->found[i], next)) {
        i++;
    }
    if (next->open || i < look->found_count) {
        return next->open ? 0 : (uint16_t)i;
    }
    if (i > UINT16_MAX) {
        exceed(&look->compiler->messages, "neighbours of rules");
        return 0;
    }
    if (!make_room(look->compiler, &found, i, &look->found_capacity, sizeof *look->found)) {
        return 0;
    }
    look->found = found;
    look->found[i] = *next;
    look->found_count++;
    return (uint16_t)i;
}

/* The program from step `first` up to that before `end` is looked at from now on. */
static void look_at(struct look *look, uint32_t first, bool backward)
{
    look->walk.first = first;
    look->walk.backward = backward;
}

/* What can be the item behind the next `left` ones when the program, of `size` steps, goes on at step `at`.
 */
static struct lang_neighbour look_ahead(struct look *look, size_t size, uint32_t at, unsigned left)
{
    memset(look->walk.seen, 0, size);
    look->walk.next = (struct lang_neighbour){.open = false};
    look->walk.left = left;
    follow(&look->walk, at, left);
    return look->walk.next;
}

static struct lang_neighbour find_first(const struct compiler *compiler, const struct rule *rule)
{
    struct lang_neighbour first = {.classes = rule->start_classes};
    for (size_t i = 0; i < rule->start_word_count; i++) {
        first.words |= UINT64_C(1) << (compiler->lexicon.words[rule->start_words[i]].final & 63);
    }
    return first;
}

/* Gives the forks of the program, which look_at was told of, what can stand where they go on. */
static void look_from_forks(struct look *look, uint32_t first, uint32_t end, struct lang_step *steps)
{
    for (uint32_t i = first; i < end; i++) {
        const bool repeats = steps[i].code == STEP_REPEAT;
        const bool gap = steps[i].code == STEP_GAP;
        if (!repeats && !gap && steps[i].code != STEP_SPLIT) {
            continue;
        }
        const uint32_t at = repeats ? i + 1 + steps[i].count : gap ? i + 2 : steps[i].a;
        const struct lang_neighbour next = look_ahead(look, end - first, at, 0);
        const uint16_t number = enter_next(look, &next);
        if (repeats) {
            steps[i].b = number;
        } else {
            steps[i].count = number;
        }
    }
}

/* `end` is behind the last step of the rule. */
static void look_from_rule(struct look *look, struct rule *rule, uint32_t end, struct lang_step *steps)
{
    struct lang_neighbour next = find_first(look->compiler, rule);
    rule->first = enter_next(look, &next);
    look_at(look, rule->forward, false);
    next = look_ahead(look, rule->backward - rule->forward, rule->forward, 1);
    rule->second = enter_next(look, &next);
    next = look_ahead(look, rule->backward - rule->forward, rule->forward, 2);
    rule->third = enter_next(look, &next);
    look_from_forks(look, rule->forward, rule->backward, steps);
    look_at(look, rule->backward, true);
    next = look_ahead(look, end - rule->backward, rule->backward, 0);
    if (steps[rule->forward].code == STEP_FIRST) { /* it begins where a sentence does */
        next = (struct lang_neighbour){.edge = next.open || next.edge};
    }
    rule->before = enter_next(look, &next);
    look_from_forks(look, rule->backward, end, steps);
}

void make_ahead(struct compiler *compiler, const struct dimension *dimension, struct lang_step *steps,
                struct rule_tables *tables)
{
    struct look look = {.compiler = compiler,
                        .walk = {.compiler = compiler, .dimension = dimension},
                        .found = take(compiler, 1, sizeof *look.found),
                        .found_count = 1,
                        .found_capacity = 1};
    look.walk.seen = take(compiler, dimension->step_count + 1, 1);
    if (look.walk.seen == NULL || look.found == NULL) {
        return;
    }
    look.found[0] = (struct lang_neighbour){.open = true, .edge = true};
    class_set_add(&look.found[0].classes, CLASS_ANY); /* which every item has */
    struct rule *last = NULL;                         /* the programs stand one behind the other */
    for (struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (struct rule *rule = pass->rules; rule != NULL; last = rule, rule = rule->next) {
            if (last != NULL) {
                look_from_rule(&look, last, rule->forward, steps);
            }
        }
    }
    if (last != NULL) {
        look_from_rule(&look, last, (uint32_t)dimension->step_count, steps);
    }
    tables->rules.ahead = look.found;
    tables->ahead_count = look.found_count;
}
