/* What a sentence has to hold somewhere, so that a rule can match in it at all: most rules that are tried at
 * a place fail because of a word that stands nowhere near. */
#include "tools/compiler.h"

#define MOST_WORDS 64 /* of one need: a rule that can do with any of more is tried without */

/* One item that a match must have: it is of one of these classes, or one of these words.  `weight` is the
 * larger, the more sentences have such an item, as far as one can tell; 0: no such item. */
struct need {
    uint64_t marks;
    unsigned words[MOST_WORDS]; /* by their final numbers */
    unsigned word_count;
    unsigned weight;
};

/* Weights of a word, of one so short that most sentences have it (Zipf's law of abbreviation), of a class,
 * and of what says nothing. */
enum { WORD = 1, SHORT_WORD = 16, CLASS = 4, NUMBERS = 16, USELESS = 1000 };

#define SHORT 3 /* bytes */

/* The needs of one rule. */
struct search {
    const struct compiler *compiler;
    const struct rule_tables *tables;
    uint64_t marks; /* of `all` */
    unsigned words[MOST_WORDS];
    unsigned word_count;
    struct need any;
};

static struct need class_need(const struct search *search, unsigned class_id)
{
    uint64_t marks =
        class_id <= CLASS_DECADE ? UINT64_C(1) << class_id : search->tables->class_keys[class_id].marks;
    if (marks == 0 || class_id <= CLASS_INITIAL) { /* of the others nobody asked yet, and they have no mark */
        return (struct need){.weight = USELESS};
    }
    bool number = class_id == CLASS_NUMBER || class_id == CLASS_COUNT || class_id == CLASS_PLAIN;
    return (struct need){.marks = marks, .weight = number ? NUMBERS : CLASS};
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
    need->marks |= other->marks;
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
            unite(&either, &need);
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

static void add_need(struct search *search, const struct need *need)
{
    if (need->weight >= USELESS) {
        return;
    }
    if (need->marks == 0 && need->word_count == 1 && search->word_count < MOST_WORDS) {
        search->words[search->word_count++] = need->words[0];
    } else if (need->word_count == 0 && __builtin_popcountll(need->marks) == 1) {
        search->marks |= need->marks;
    } else if (need->weight < search->any.weight) {
        search->any = *need;
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
    struct need need = find_need(search, node);
    add_need(search, &need);
}

/* The words of all rules, while they grow. */
struct word_list {
    uint16_t *words;
    size_t count, capacity;
};

static void add_words(struct compiler *compiler, struct word_list *list, const unsigned *words,
                      unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        void *grown = list->words;
        if (!make_room(compiler, &grown, list->count, &list->capacity, sizeof *list->words)) {
            return;
        }
        list->words = grown;
        list->words[list->count++] = (uint16_t)words[i];
    }
}

static struct lang_needs find_needs(struct compiler *compiler, const struct rule_tables *tables,
                                    const struct pattern *pattern, struct word_list *list)
{
    struct search search = {.compiler = compiler, .tables = tables, .any = {.weight = USELESS}};
    add_needs(&search, pattern->left);
    add_needs(&search, pattern->span);
    add_needs(&search, pattern->right);
    bool any = search.any.weight < USELESS;
    struct lang_needs needs = {
        .all = search.marks,
        .any = any ? search.any.marks : UINT64_MAX,
        .first_word = (uint32_t)list->count,
        .all_words = (uint8_t)search.word_count,
        .any_words = (uint8_t)(any ? search.any.word_count : 0),
    };
    add_words(compiler, list, search.words, needs.all_words);
    add_words(compiler, list, search.any.words, needs.any_words);
    return needs;
}

const struct lang_needs *make_needs(struct compiler *compiler, const struct dimension *dimension,
                                    struct rule_tables *tables)
{
    struct lang_needs *needs = take(compiler, tables->rules.rule_count + 1, sizeof *needs);
    struct word_list list = {.words = NULL};
    size_t number = 0;
    add_words(compiler, &list, &(unsigned){0}, 1); /* so that there is one */
    for (const struct pass *pass = dimension->passes; needs != NULL && pass != NULL; pass = pass->next) {
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            needs[number++] = find_needs(compiler, tables, &rule->pattern, &list);
        }
    }
    tables->rules.need_words = list.words;
    tables->need_word_count = list.count;
    return needs;
}
