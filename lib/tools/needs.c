/* What a sentence has to hold somewhere, so that a rule can match in it at all: nearly all rules lack
 * something in nearly every sentence. */
#include "tools/compiler.h"

#include <stdlib.h>
#include <string.h>

#define MOST_WORDS 96 /* of one need: one that any of more meets says too little */
#define MOST_NEEDS 16 /* of one rule: the others are left aside */

/* One item that a match must have: it is of one of these classes, or one of these words.  `weight` is the
 * larger, the more sentences have such an item, as far as one can tell; 0: no such item. */
struct need {
    struct class_set classes;
    unsigned words[MOST_WORDS]; /* by their final numbers */
    unsigned word_count;
    unsigned weight;
    unsigned order;       /* among those of its rule */
    unsigned first, last; /* how many items may stand between the beginning of what has it, and it */
};

#define ANYWHERE UINT16_MAX /* more items than between any two that a rule looks at together */

/* Weights: what a word and a class have at least, what comes to a class that rules give, and that of what
 * says nothing, which a word would have that stands in every sentence. */
enum { WORD = 1, CLASS = 4, MADE = 6, USELESS = 400 };

/* The needs of one rule, the rarest first. */
struct rule_needs {
    struct need needs[MOST_NEEDS];
    unsigned count;
};

/* What the rules of a dimension need. */
struct search {
    struct compiler *compiler;
    const struct dimension *dimension;
    unsigned class_weights[CLASS_LIMIT];
    struct frequencies frequencies;
    struct need *needs; /* by number */
    size_t count, capacity;
};

/* Of what stands in so many of the examples. */
static unsigned weight_of(const struct search *search, unsigned texts)
{
    return search->frequencies.texts == 0 ? 0 : texts * USELESS / search->frequencies.texts;
}

static struct need class_need(const struct search *search, unsigned class_id)
{
    struct need need = {.weight = search->class_weights[class_id]};
    class_set_add(&need.classes, class_id);
    return need;
}

static struct need word_need(const struct search *search, unsigned word)
{
    const struct word *entry = &search->compiler->lexicon.words[word];
    return (struct need){.words = {entry->final},
                         .word_count = 1,
                         .weight = WORD + weight_of(search, search->frequencies.words[word])};
}

/* Lets what meets `other` meet the need. */
static void unite(struct need *need, const struct need *other)
{
    class_set_unite(&need->classes, &other->classes);
    need->weight += other->weight;
    for (unsigned i = 0; i < other->word_count; i++) {
        unsigned k = 0;
        while (k < need->word_count && need->words[k] != other->words[i]) {
            k++;
        }
        if (k == MOST_WORDS) {
            need->weight = USELESS;
            return;
        }
        need->words[k] = other->words[i];
        need->word_count += k == need->word_count;
    }
}

/* The items that a match of a node takes, or that stand before something: so many at least and at most. */
struct extent {
    unsigned least, most;
};

/* The one and behind it the other, `times` times. */
static struct extent extend(struct extent extent, struct extent other, unsigned least, unsigned most)
{
    const unsigned sum = extent.most + other.most * most;
    return (struct extent){extent.least + other.least * least, sum < ANYWHERE ? sum : ANYWHERE};
}

static struct extent extent_of(const struct node *node)
{
    struct extent extent = {0, 0};
    switch (node->kind) {
    case NODE_SEQUENCE:
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            extent = extend(extent, extent_of(child), 1, 1);
        }
        return extent;
    case NODE_ALTERNATIVES:
        extent.least = ANYWHERE;
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            const struct extent one = extent_of(child);
            extent.least = one.least < extent.least ? one.least : extent.least;
            extent.most = one.most > extent.most ? one.most : extent.most;
        }
        return extent;
    case NODE_REPEAT:
        return extend(extent, extent_of(node->children), node->min, node->max);
    case NODE_ITEM:
    case NODE_WORD:
        return (struct extent){1, 1};
    case NODE_GAP:
        return (struct extent){0, node->max};
    case NODE_NOT:
    case NODE_GLUED:
    case NODE_FIRST:
    case NODE_LAST:
        break;
    }
    return extent;
}

/* Puts the need that far behind. */
static struct need put_behind(struct need need, struct extent extent)
{
    need.first += extent.least;
    need.last = need.last + extent.most < ANYWHERE ? need.last + extent.most : ANYWHERE;
    return need;
}

static struct need find_need(const struct search *search, const struct node *node);

/* The rarest item that each match of the sequence has. */
static struct need sequence_need(const struct search *search, const struct node *node)
{
    struct need best = {.weight = USELESS};
    struct extent before = {0, 0};
    for (const struct node *child = node->children; child != NULL; child = child->next) {
        struct need need = put_behind(find_need(search, child), before);
        best = need.weight < best.weight ? need : best;
        before = extend(before, extent_of(child), 1, 1);
    }
    return best;
}

/* That of the condition's classes which the fewest items have. */
static struct need condition_need(const struct search *search, const struct lang_condition *condition)
{
    struct need best = {.weight = USELESS};
    for (unsigned i = 0; i < CLASS_LIMIT; i++) {
        if (class_set_has(&condition->all, i) && search->class_weights[i] < best.weight) {
            best = class_need(search, i);
        }
    }
    return best;
}

/* Each match of the node has this item. */
static struct need find_need(const struct search *search, const struct node *node)
{
    struct need either = {.weight = 0};
    switch (node->kind) {
    case NODE_SEQUENCE:
        return sequence_need(search, node);
    case NODE_ALTERNATIVES:
        for (const struct node *child = node->children; child != NULL && either.weight < USELESS;
             child = child->next) {
            struct need need = find_need(search, child);
            need.first = child == node->children || need.first < either.first ? need.first : either.first;
            either.first = need.first;
            either.last = need.last > either.last ? need.last : either.last;
            unite(&either, &need);
        }
        return either;
    case NODE_REPEAT:
        return node->min > 0 ? find_need(search, node->children) : (struct need){.weight = USELESS};
    case NODE_ITEM:
        return condition_need(search, &node->condition);
    case NODE_WORD:
        return word_need(search, node->word);
    case NODE_GAP:
    case NODE_NOT:
    case NODE_GLUED:
    case NODE_FIRST:
    case NODE_LAST:
        break;
    }
    return (struct need){.weight = USELESS};
}

static void add_need(struct rule_needs *needs, const struct need *need)
{
    if (need->weight < USELESS && needs->count < MOST_NEEDS) {
        needs->needs[needs->count] = *need;
        needs->needs[needs->count].order = needs->count;
        needs->count++;
    }
}

/* Adds what each match of the node has, which begins that far behind the span. */
static void add_needs(const struct search *search, const struct node *node, struct extent before,
                      struct rule_needs *needs)
{
    if (node == NULL) {
        return;
    }
    if (node->kind == NODE_SEQUENCE || (node->kind == NODE_REPEAT && node->min > 0)) {
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            add_needs(search, child, before, needs);
            before = extend(before, extent_of(child), 1, 1);
        }
        return;
    }
    for (unsigned i = 0; node->kind == NODE_ITEM && i < CLASS_LIMIT; i++) {
        if (class_set_has(&node->condition.all, i)) {
            struct need need = put_behind(class_need(search, i), before);
            add_need(needs, &need);
        }
    }
    if (node->kind != NODE_ITEM) {
        struct need need = put_behind(find_need(search, node), before);
        add_need(needs, &need);
    }
}

static int rarest_first(const void *a, const void *b)
{
    const struct need *left = a;
    const struct need *right = b;
    if (left->weight != right->weight) {
        return left->weight < right->weight ? -1 : 1;
    }
    return left->order < right->order ? -1 : 1; /* qsort leaves it open */
}

static void find_rule_needs(const struct search *search, const struct rule *rule, struct rule_needs *needs)
{
    const struct extent span = extent_of(rule->pattern.span);
    needs->count = 0;
    add_needs(search, rule->pattern.left, (struct extent){0, ANYWHERE}, needs);
    add_needs(search, rule->pattern.span, (struct extent){0, 0}, needs);
    add_needs(search, rule->pattern.right, span, needs);
    qsort(needs->needs, needs->count, sizeof needs->needs[0], rarest_first);
}

/* So many items behind the first of the span are looked at for what a rule needs near it. */
#define NEAR_ITEMS 40

/* The rarest that stands near the first item of the span, and is neither that nor the next one, which are
 * looked at anyway. */
static struct lang_near find_near(const struct rule_needs *needs)
{
    struct lang_near near = {.last = 0};
    for (unsigned i = 0; i < needs->count && near.last == 0; i++) {
        const struct need *need = &needs->needs[i];
        if (need->last < 2 || need->last > NEAR_ITEMS) {
            continue;
        }
        near.item.classes = need->classes;
        for (unsigned k = 0; k < need->word_count; k++) {
            near.item.words |= UINT64_C(1) << (need->words[k] & 63);
        }
        near.first = (uint8_t)need->first;
        near.last = (uint8_t)need->last;
    }
    return near;
}

/* Adds the examples of the rule to those of the classes that it makes. */
static void count_examples(const struct rule *rule, unsigned makers[CLASS_LIMIT])
{
    unsigned count = 0;
    for (const struct example *example = rule->examples; example != NULL; example = example->next) {
        count += example->positive;
    }
    for (unsigned i = 0; i < CLASS_LIMIT; i++) {
        makers[i] += class_set_has(&rule->classes, i) ? count : 0;
    }
}

/* How many sentences have an item of each class, to judge by the examples and by who makes it. */
static void weigh_classes(struct search *search)
{
    struct class_set made = {{0}};
    unsigned makers[CLASS_LIMIT] = {0}; /* examples of the rules that make it */
    for (const struct pass *pass = search->dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            class_set_unite(&made, &rule->classes);
            count_examples(rule, makers);
        }
    }
    for (unsigned i = 0; i < CLASS_LIMIT; i++) {
        search->class_weights[i] =
            i <= CLASS_INITIAL ? USELESS
                               : CLASS + weight_of(search, search->frequencies.classes[i] + makers[i]) +
                                     (class_set_has(&made, i) ? MADE : 0);
    }
}

static bool same_need(const struct need *a, const struct need *b)
{
    return a->word_count == b->word_count && memcmp(&a->classes, &b->classes, sizeof a->classes) == 0 &&
           memcmp(a->words, b->words, a->word_count * sizeof a->words[0]) == 0;
}

/* Gives the need the next number. */
static uint16_t number_need(struct search *search, const struct need *need)
{
    void *grown = search->needs;
    if (search->count == UINT16_MAX) {
        exceed(&search->compiler->messages, "needs of rules");
        return 0;
    }
    if (!make_room(search->compiler, &grown, search->count, &search->capacity, sizeof *search->needs)) {
        return 0;
    }
    search->needs = grown;
    search->needs[search->count] = *need;
    return (uint16_t)search->count++;
}

/* The number of the need, which is entered when it is new. */
static uint16_t enter_need(struct search *search, const struct need *need)
{
    for (size_t i = 0; i < search->count; i++) {
        if (same_need(&search->needs[i], need)) {
            return (uint16_t)i;
        }
    }
    return number_need(search, need);
}

/* Enters the needs of the rules: first the trigger of each, then what is not one. */
static void enter_needs(struct search *search, struct lang_rule_needs *others, struct lang_near *near)
{
    struct rule_needs *needs = take(search->compiler, 1, sizeof *needs);
    size_t number = 0;
    size_t trigger = 0;
    for (const struct pass *pass = search->dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL && needs != NULL; rule = rule->next) {
            const struct need any = class_need(search, CLASS_ANY);
            find_rule_needs(search, rule, needs);
            (void)number_need(search, needs->count == 0 ? &any : &needs->needs[0]);
        }
        for (size_t end = search->count; end % 64 != 0; end++) {
            (void)number_need(search, &(struct need){.word_count = 0}); /* which nothing meets */
        }
    }
    for (const struct pass *pass = search->dimension->passes; pass != NULL; pass = pass->next) {
        trigger = (trigger + 63) / 64 * 64;
        for (const struct rule *rule = pass->rules; rule != NULL && needs != NULL;
             rule = rule->next, number++, trigger++) {
            find_rule_needs(search, rule, needs);
            near[number] = find_near(needs);
            for (unsigned i = 1; i <= NEEDS_OF_RULE; i++) {
                others[number].needs[i - 1] =
                    i < needs->count ? enter_need(search, &needs->needs[i]) : (uint16_t)trigger;
            }
        }
    }
}

static bool meets(const struct need *need, bool by_word, unsigned key)
{
    if (!by_word) {
        return class_set_has(&need->classes, key);
    }
    for (unsigned i = 0; i < need->word_count; i++) {
        if (need->words[i] == key) {
            return true;
        }
    }
    return false;
}

/* The needs that are met, by class or word, while the lists grow. */
struct met {
    uint16_t *items;
    size_t count, capacity;
};

/* Adds the need to what is met; false when there is no room. */
static bool add_met(struct compiler *compiler, struct met *met, uint16_t need)
{
    void *items = met->items;
    if (met->count == UINT16_MAX) {
        exceed(&compiler->messages, "needs of rules");
        return false;
    }
    if (!make_room(compiler, &items, met->count, &met->capacity, sizeof *met->items)) {
        return false;
    }
    met->items = items;
    met->items[met->count++] = need;
    return true;
}

/* Adds what the class or word meets. */
static void list_needs(const struct search *search, struct met *met, bool by_word, unsigned key)
{
    const size_t first = met->count;
    for (size_t i = 0; i < search->count; i++) {
        if (meets(&search->needs[i], by_word, key) && !add_met(search->compiler, met, (uint16_t)i)) {
            return;
        }
    }
    while ((met->count - first) % MET_AT_ONCE != 0) {
        if (!add_met(search->compiler, met, met->items[met->count - 1])) {
            return;
        }
    }
}

/* Where in `met` the lists of the classes or words begin; NULL when there is no memory. */
static const uint16_t *list_met(const struct search *search, struct met *met, bool by_word, size_t count)
{
    uint16_t *firsts = take(search->compiler, count + 1, sizeof *firsts);
    for (unsigned key = 0; firsts != NULL && key < count; key++) {
        firsts[key] = (uint16_t)met->count;
        list_needs(search, met, by_word, key);
        firsts[key + 1] = (uint16_t)met->count;
    }
    return firsts;
}

void make_needs(struct compiler *compiler, const struct dimension *dimension, const struct lang *lang,
                struct rule_tables *tables)
{
    struct search *search = take(compiler, 1, sizeof *search);
    struct lang_rule_needs *others = take(compiler, tables->rules.rule_count + 1, sizeof *others);
    struct lang_near *near = take(compiler, tables->rules.rule_count + 1, sizeof *near);
    if (search == NULL || others == NULL || near == NULL) {
        return;
    }
    search->compiler = compiler;
    search->dimension = dimension;
    if (!count_frequencies(compiler, &search->frequencies)) {
        return;
    }
    weigh_classes(search);
    enter_needs(search, others, near);
    struct met met = {.items = NULL};
    tables->rules.needs.by_class = list_met(search, &met, false, compiler->classes.count);
    tables->rules.needs.by_word = list_met(search, &met, true, lang->literal_count);
    tables->rules.needs.met = met.items;
    tables->met_count = met.count;
    tables->rules.needs.count = search->count;
    tables->rules.needs.by_rule = others;
    tables->rules.needs.near = near;
}
