/* What a sentence has to hold somewhere, so that a rule can match in it at all: most rules that are tried at
 * a place fail because of a word that stands nowhere near. */
#include "tools/compiler.h"

/* One item that a match must have: it is of one of these classes, or one of these words.  `weight` is the
 * larger, the more sentences have such an item, as far as one can tell; 0: no such item. */
struct need {
    struct lang_marks marks;
    unsigned weight;
};

/* Weights of a single word, of a class, and of what says nothing. */
enum { WORD = 1, CLASS = 4, NUMBERS = 16, USELESS = 1000 };

struct search {
    const struct compiler *compiler;
    const struct rule_tables *tables;
    struct lang_needs needs;
    unsigned weight; /* of needs.any */
};

static struct need class_need(const struct search *search, unsigned class_id)
{
    uint64_t marks =
        class_id <= CLASS_DECADE ? UINT64_C(1) << class_id : search->tables->class_keys[class_id].marks;
    if (marks == 0 || class_id <= CLASS_INITIAL) { /* of the others nobody asked yet, and they have no mark */
        return (struct need){.weight = USELESS};
    }
    bool number = class_id == CLASS_NUMBER || class_id == CLASS_COUNT || class_id == CLASS_PLAIN;
    return (struct need){{marks, 0}, number ? NUMBERS : CLASS};
}

static struct need word_need(const struct search *search, unsigned word)
{
    return (struct need){{0, UINT64_C(1) << (search->compiler->lexicon.words[word].final & 63)}, WORD};
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

/* Each match of the node has this item. */
static struct need find_need(const struct search *search, const struct node *node)
{
    struct need either = {.weight = 0};
    switch (node->kind) {
    case NODE_SEQUENCE:
        return sequence_need(search, node);
    case NODE_ALTERNATIVES:
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            struct need need = find_need(search, child);
            either.marks.classes |= need.marks.classes;
            either.marks.words |= need.marks.words;
            either.weight += need.weight;
        }
        return either;
    case NODE_REPEAT:
        return node->min > 0 ? find_need(search, node->children) : (struct need){.weight = USELESS};
    case NODE_ITEM:
        return class_need(search, rarest_class(&node->condition));
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

static void add_need(struct search *search, struct need need)
{
    struct lang_needs *needs = &search->needs;
    bool single = need.weight == WORD || need.weight == CLASS || need.weight == NUMBERS;
    if (need.weight >= USELESS) {
        return;
    }
    if (single && __builtin_popcountll(need.marks.classes | need.marks.words) == 1) {
        needs->all.classes |= need.marks.classes;
        needs->all.words |= need.marks.words;
    } else if (need.weight < search->weight) {
        needs->any = need.marks;
        search->weight = need.weight;
    }
}

/* Adds what each match of the node has. */
static void add_needs(struct search *search, const struct node *node)
{
    if (node == NULL) {
        return;
    }
    if (node->kind == NODE_SEQUENCE || (node->kind == NODE_REPEAT && node->min > 0)) {
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            add_needs(search, child);
        }
        return;
    }
    add_need(search, find_need(search, node));
}

struct lang_needs find_needs(const struct compiler *compiler, const struct rule_tables *tables,
                             const struct pattern *pattern)
{
    struct search search = {
        .compiler = compiler, .tables = tables, .needs = {.any = MARKS_OPEN}, .weight = USELESS};
    add_needs(&search, pattern->left);
    add_needs(&search, pattern->span);
    add_needs(&search, pattern->right);
    return search.needs;
}
