/* The tables by which the matcher finds the rules that an item can begin: by its classes and by its word. */
#include "tools/compiler.h"

#include <stdlib.h>

/* What is being made of one dimension. */
struct dispatch {
    struct compiler *compiler;
    const struct dimension *dimension;
    struct lang_start *starts; /* the first is none */
    size_t start_count, start_capacity;
    struct lang_next *candidates;
    size_t candidate_count, candidate_capacity;
};

static bool starts_with(const struct dispatch *dispatch, const struct rule *rule, struct key key)
{
    if (!key.by_word) {
        return class_set_has(&rule->start_classes, key.number);
    }
    for (size_t i = 0; i < rule->start_word_count; i++) {
        if (dispatch->compiler->lexicon.words[rule->start_words[i]].final == key.number) {
            return true;
        }
    }
    return false;
}

static struct lang_next as_next(const struct followers *followers, unsigned rule, unsigned reach)
{
    return (struct lang_next){.classes = followers->classes,
                              .words = followers->words,
                              .rule = (uint16_t)rule,
                              .reach = (uint8_t)reach,
                              .open = followers->open};
}

static void add_candidate(struct dispatch *dispatch, const struct lang_next *next)
{
    void *candidates = dispatch->candidates;
    if (make_room(dispatch->compiler, &candidates, dispatch->candidate_count, &dispatch->candidate_capacity,
                  sizeof *dispatch->candidates)) {
        dispatch->candidates = candidates;
        dispatch->candidates[dispatch->candidate_count++] = *next;
    }
}

/* Enters a list; its number, 0 when there is no memory. */
static unsigned add_start(struct dispatch *dispatch, const struct lang_start *start)
{
    void *starts = dispatch->starts;
    if (dispatch->start_count > UINT16_MAX) {
        exceed(&dispatch->compiler->messages, "words that rules begin with");
        return 0;
    }
    if (!make_room(dispatch->compiler, &starts, dispatch->start_count, &dispatch->start_capacity,
                   sizeof *dispatch->starts)) {
        return 0;
    }
    dispatch->starts = starts;
    dispatch->starts[dispatch->start_count] = *start;
    return (unsigned)dispatch->start_count++;
}

/* Those with a reach come last, the farthest first: the matcher stops where no seed is near enough. */
static int compare_reach(const void *a, const void *b)
{
    const struct lang_next *left = a;
    const struct lang_next *right = b;
    int left_reach = left->reach == 0 ? UINT8_MAX + 1 : left->reach;
    int right_reach = right->reach == 0 ? UINT8_MAX + 1 : right->reach;
    return left_reach != right_reach ? right_reach - left_reach : left->rule - right->rule;
}

static void sort_by_reach(struct lang_next *candidates, size_t count)
{
    if (count > 0) {
        qsort(candidates, count, sizeof *candidates, compare_reach);
    }
}

/* Enters the list of the pass's rules that begin with the key; its number, or 0 when there are none. */
static unsigned list_rules(struct dispatch *dispatch, const struct pass *pass, unsigned first_rule,
                           struct key key)
{
    struct followers all = {.open = false};
    unsigned first = (unsigned)dispatch->candidate_count;
    unsigned number = first_rule;
    unsigned reach = 0;
    bool all_reach = true;
    for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next, number++) {
        if (starts_with(dispatch, rule, key)) {
            struct followers follow = find_followers(dispatch->compiler, dispatch->dimension, rule, key);
            struct lang_next next = as_next(&follow, number, rule->reach);
            add_candidate(dispatch, &next);
            reach = rule->reach > reach ? rule->reach : reach;
            all_reach = all_reach && rule->reach != 0;
            class_set_unite(&all.classes, &follow.classes);
            all.words |= follow.words;
            all.open = all.open || follow.open;
        }
    }
    sort_by_reach(dispatch->candidates + first, dispatch->candidate_count - first);
    struct lang_start start = {
        .first = first,
        .count = (uint32_t)dispatch->candidate_count - first,
        .next = as_next(&all, 0, all_reach ? reach : 0),
    };
    return start.count == 0 ? 0 : add_start(dispatch, &start);
}

/* One array of a pass: by class or by word, the number of the list.  Sets the pass's bit in passes[key].
 * NULL when there is no memory. */
static const uint16_t *make_keys(struct dispatch *dispatch, const struct pass *pass, unsigned pass_number,
                                 unsigned first_rule, bool by_word, size_t keys, uint32_t *passes)
{
    uint16_t *lists = take(dispatch->compiler, keys, sizeof *lists);
    for (unsigned key = 0; lists != NULL && key < keys; key++) {
        lists[key] = (uint16_t)list_rules(dispatch, pass, first_rule, (struct key){by_word, key});
        passes[key] |= (uint32_t)(lists[key] != 0) << pass_number;
    }
    return lists;
}

void make_dispatch(struct compiler *compiler, const struct dimension *dimension, size_t literals,
                   struct rule_tables *tables)
{
    struct dispatch dispatch = {.compiler = compiler, .dimension = dimension};
    unsigned classes = compiler->classes.count;
    uint32_t *class_passes = take(compiler, CLASS_LIMIT, sizeof *class_passes);
    uint32_t *word_passes = take(compiler, literals, sizeof *word_passes);
    struct lang_pass *passes = take(compiler, tables->rules.pass_count + 1, sizeof *passes);
    (void)add_start(&dispatch, &(struct lang_start){.first = 0});
    unsigned number = 0;
    unsigned first_rule = 0;
    for (const struct pass *pass = dimension->passes; pass != NULL && !compiler->messages.no_memory;
         pass = pass->next, number++) {
        struct lang_pass *made = &passes[number];
        *made = (struct lang_pass){.keep = pass->keep, .first_rule = (uint16_t)first_rule};
        made->class_starts = make_keys(&dispatch, pass, number, first_rule, false, classes, class_passes);
        made->word_starts = make_keys(&dispatch, pass, number, first_rule, true, literals, word_passes);
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            class_set_unite(&made->starts, &rule->start_classes);
            made->rule_count++;
        }
        first_rule += made->rule_count;
        struct str name = arena_copy(compiler->arena, pass->name);
        compiler->messages.no_memory = compiler->messages.no_memory || name.data == NULL;
        made->name = name.data;
    }
    tables->rules.passes = passes;
    tables->rules.class_passes = class_passes;
    tables->rules.word_passes = word_passes;
    tables->rules.starts = dispatch.starts;
    tables->start_count = dispatch.start_count;
    tables->rules.candidates = dispatch.candidates;
    tables->candidate_count = dispatch.candidate_count;
}
