#include "tools/compiler.h"

/* A walk over the steps of one rule, as far as the item that is looked for: the second, backward the first.
 */
struct walk {
    const struct compiler *compiler;
    const struct dimension *dimension;
    uint8_t *seen; /* by step of the rule: bit `passed` */
    uint32_t first;
    bool backward;
    struct lang_neighbour next;
};

static void add_word(struct walk *walk, unsigned word)
{
    walk->next.words |= UINT64_C(1) << (walk->compiler->lexicon.words[word].final & 63);
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

/* Goes on at step `at` with `passed` items (0 or 1) behind. */
static void follow(struct walk *walk, uint32_t at, unsigned passed)
{
    for (;;) {
        const struct lang_step *step = &walk->dimension->steps[at];
        uint8_t bit = (uint8_t)(1u << passed);
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
            if (passed == 1) {
                add_step(walk, step);
                return;
            }
            passed = 1;
            at++;
            break;
        case STEP_GAP:
            if (passed == 0) {
                walk->next.open = true; /* no span begins so; right of one nothing has passed */
                return;
            }
            class_set_add(&walk->next.classes, CLASS_ANY);
            at += 2;
            break;
        case STEP_SPLIT:
            follow(walk, step->a, passed);
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
            if (!walk->backward && passed == 1) {
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

struct lang_neighbour find_first(const struct compiler *compiler, const struct rule *rule)
{
    struct lang_neighbour first = {.classes = rule->start_classes};
    for (size_t i = 0; i < rule->start_word_count; i++) {
        first.words |= UINT64_C(1) << (compiler->lexicon.words[rule->start_words[i]].final & 63);
    }
    return first;
}

struct lang_neighbour find_second(struct compiler *compiler, const struct dimension *dimension,
                                  const struct rule *rule)
{
    struct walk walk = {.compiler = compiler, .dimension = dimension, .first = rule->forward};
    walk.seen = take(compiler, rule->backward - rule->forward + 1, 1);
    if (walk.seen != NULL) {
        follow(&walk, rule->forward, 0);
    }
    return walk.next;
}

struct lang_neighbour find_before(struct compiler *compiler, const struct dimension *dimension,
                                  const struct rule *rule)
{
    struct walk walk = {
        .compiler = compiler, .dimension = dimension, .first = rule->backward, .backward = true};
    walk.seen = take(compiler, dimension->step_count - rule->backward, 1);
    if (walk.seen != NULL) {
        follow(&walk, rule->backward, 1);
    }
    if (dimension->steps[rule->forward].code == STEP_FIRST) { /* it begins where a sentence does */
        walk.next = (struct lang_neighbour){.edge = walk.next.open || walk.next.edge};
    }
    return walk.next;
}
