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
};

/* Weights of a word, of one so short that most sentences have it (Zipf's law of abbreviation), of a class
 * that has none of these, of one that rules give to much of what they make, and of what says nothing. */
enum { WORD = 1, SHORT_WORD = 16, CLASS = 4, NUMBERS = 24, MADE = 40, USELESS = 400 };

#define SHORT 3 /* bytes */

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
    struct need *needs; /* all that are different; the first is met by anything */
    size_t count, capacity;
};

static struct need class_need(const struct search *search, unsigned class_id)
{
    struct need need = {.weight = search->class_weights[class_id]};
    class_set_add(&need.classes, class_id);
    return need;
}

static struct need word_need(const struct search *search, unsigned word)
{
    const struct word *entry = &search->compiler->lexicon.words[word];
    return (struct need){
        .words = {entry->final}, .word_count = 1, .weight = entry->form.size <= SHORT ? SHORT_WORD : WORD};
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

static struct need find_need(const struct search *search, const struct node *node);

/* The rarest item that each match of the sequence has. */
static struct need sequence_need(const struct search *search, const struct node *node)
{
    struct need best = {.weight = USELESS};
    for (const struct node *child = node->children; child != NULL; child = child->next) {
        struct need need = find_need(search, child);
        best = need.weight < best.weight ? need : best;
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
        needs->needs[needs->count++] = *need;
    }
}

/* Adds what each match of the node has. */
static void add_needs(const struct search *search, const struct node *node, struct rule_needs *needs)
{
    if (node == NULL) {
        return;
    }
    if (node->kind == NODE_SEQUENCE || (node->kind == NODE_REPEAT && node->min > 0)) {
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            add_needs(search, child, needs);
        }
        return;
    }
    for (unsigned i = 0; node->kind == NODE_ITEM && i < CLASS_LIMIT; i++) {
        if (class_set_has(&node->condition.all, i)) {
            struct need need = class_need(search, i);
            add_need(needs, &need);
        }
    }
    if (node->kind != NODE_ITEM) {
        struct need need = find_need(search, node);
        add_need(needs, &need);
    }
}

static int rarest_first(const void *a, const void *b)
{
    const struct need *left = a;
    const struct need *right = b;
    return left->weight < right->weight ? -1 : left->weight > right->weight;
}

static void find_rule_needs(const struct search *search, const struct rule *rule, struct rule_needs *needs)
{
    needs->count = 0;
    add_needs(search, rule->pattern.left, needs);
    add_needs(search, rule->pattern.span, needs);
    add_needs(search, rule->pattern.right, needs);
    qsort(needs->needs, needs->count, sizeof needs->needs[0], rarest_first);
}

/* How many sentences have an item of each class, to judge by its words and by who makes it. */
static void weigh_classes(struct search *search)
{
    const struct lexicon *lexicon = &search->compiler->lexicon;
    struct class_set made = {{0}};
    for (const struct pass *pass = search->dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            class_set_unite(&made, &rule->classes);
        }
    }
    for (unsigned i = 0; i < CLASS_LIMIT; i++) {
        bool number = i == CLASS_NUMBER || i == CLASS_COUNT || i == CLASS_PLAIN;
        search->class_weights[i] = i <= CLASS_INITIAL        ? USELESS
                                   : number                  ? NUMBERS
                                   : class_set_has(&made, i) ? MADE
                                                             : CLASS;
    }
    for (size_t i = 1; i < lexicon->count; i++) {
        const struct word *word = &lexicon->words[i];
        for (const struct reading *r = word->readings; r != NULL && word->form.size <= SHORT; r = r->next) {
            unsigned *weight = &search->class_weights[r->class_id];
            *weight = *weight < USELESS - SHORT_WORD ? *weight + SHORT_WORD : *weight;
        }
    }
}

static bool same_need(const struct need *a, const struct need *b)
{
    return a->word_count == b->word_count && memcmp(&a->classes, &b->classes, sizeof a->classes) == 0 &&
           memcmp(a->words, b->words, a->word_count * sizeof a->words[0]) == 0;
}

/* The number of the need, which is entered when it is new. */
static size_t enter_need(struct search *search, const struct need *need)
{
    for (size_t i = 0; i < search->count; i++) {
        if (same_need(&search->needs[i], need)) {
            return i;
        }
    }
    void *grown = search->needs;
    if (!make_room(search->compiler, &grown, search->count, &search->capacity, sizeof *search->needs)) {
        return 0;
    }
    search->needs = grown;
    search->needs[search->count] = *need;
    return search->count++;
}

static void add_number(struct compiler *compiler, struct number_lists *lists, size_t number)
{
    void *grown = lists->numbers;
    if (number > UINT16_MAX || lists->count > UINT16_MAX) {
        exceed(&compiler->messages, "needs of rules");
    } else if (make_room(compiler, &grown, lists->count, &lists->capacity, sizeof *lists->numbers)) {
        lists->numbers = grown;
        lists->numbers[lists->count++] = (uint16_t)number;
    }
}

/* Begins the lists of `count` keys; false when there is no memory. */
static bool begin_lists(struct compiler *compiler, struct number_lists *lists, size_t count)
{
    *lists = (struct number_lists){.key_count = count};
    lists->firsts = take(compiler, count + 1, sizeof *lists->firsts);
    return lists->firsts != NULL;
}

/* The numbers that are added from now on are those of the key. */
static void begin_list(struct number_lists *lists, size_t key)
{
    lists->firsts[key] = (uint16_t)lists->count;
}

static bool has_word(const struct need *need, unsigned word)
{
    for (unsigned i = 0; i < need->word_count; i++) {
        if (need->words[i] == word) {
            return true;
        }
    }
    return false;
}

/* Lists the needs that each class and word meets. */
static void list_met(const struct search *search, const struct lang *lang, struct need_tables *tables)
{
    struct compiler *compiler = search->compiler;
    if (!begin_lists(compiler, &tables->by_class, compiler->classes.count) ||
        !begin_lists(compiler, &tables->by_word, lang->literal_count)) {
        return;
    }
    for (unsigned key = 0; key <= compiler->classes.count; key++) {
        begin_list(&tables->by_class, key);
        for (size_t i = 0; i < search->count && key < compiler->classes.count; i++) {
            if (class_set_has(&search->needs[i].classes, key)) {
                add_number(compiler, &tables->by_class, i);
            }
        }
    }
    for (unsigned key = 0; key <= lang->literal_count; key++) {
        begin_list(&tables->by_word, key);
        for (size_t i = 0; i < search->count && key < lang->literal_count; i++) {
            if (has_word(&search->needs[i], key)) {
                add_number(compiler, &tables->by_word, i);
            }
        }
    }
}

/* Lists the rules that each need is the rarest of. */
static void list_triggered(const struct search *search, const uint16_t *triggers, size_t rule_count,
                           struct need_tables *tables)
{
    struct compiler *compiler = search->compiler;
    if (!begin_lists(compiler, &tables->by_need, search->count)) {
        return;
    }
    for (size_t need = 0; need <= search->count; need++) {
        begin_list(&tables->by_need, need);
        for (size_t rule = 0; rule < rule_count && need < search->count; rule++) {
            if (triggers[rule] == need) {
                add_number(compiler, &tables->by_need, rule);
            }
        }
    }
}

void make_needs(struct compiler *compiler, const struct dimension *dimension, const struct lang *lang,
                size_t rule_count, struct need_tables *tables)
{
    struct search *search = take(compiler, 1, sizeof *search);
    struct rule_needs *needs = take(compiler, 1, sizeof *needs);
    uint16_t *triggers = take(compiler, rule_count + 1, sizeof *triggers);
    tables->by_rule = take(compiler, rule_count + 1, sizeof *tables->by_rule);
    if (search == NULL || needs == NULL || triggers == NULL || tables->by_rule == NULL) {
        return;
    }
    search->compiler = compiler;
    search->dimension = dimension;
    weigh_classes(search);
    (void)enter_need(search, &(struct need){.weight = USELESS});
    size_t number = 0;
    for (const struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next, number++) {
            find_rule_needs(search, rule, needs);
            triggers[number] = (uint16_t)(needs->count == 0 ? 0 : enter_need(search, &needs->needs[0]));
            for (unsigned i = 1; i < needs->count && i <= NEEDS_OF_RULE; i++) {
                tables->by_rule[number].needs[i - 1] = (uint16_t)enter_need(search, &needs->needs[i]);
            }
        }
    }
    list_met(search, lang, tables);
    list_triggered(search, triggers, rule_count, tables);
    tables->count = search->count;
}
