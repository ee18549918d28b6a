/* The tables by which the matcher finds the rules that an item can begin: by its classes and by its word. */
#include "tools/compiler.h"

#include <stdlib.h>

/* What is being made of one dimension. */
struct dispatch {
    struct compiler *compiler;
    const struct dimension *dimension;
    struct rule_tables *tables;
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

/* The mark of a class that is looked for beside an item.  Those that the scanner gives have theirs from the
 * start; the others get the next, in turn. */
static uint64_t mark_of(struct rule_tables *tables, unsigned class_id)
{
    enum { FIRST = 16, LIMIT = 64 };
    uint64_t *marks = &tables->class_keys[class_id].marks;
    if (class_id <= CLASS_DECADE) {
        return UINT64_C(1) << class_id;
    }
    if (*marks == 0) {
        *marks = UINT64_C(1) << (FIRST + tables->mark_count++ % (LIMIT - FIRST));
    }
    return *marks;
}

struct lang_marks make_marks(struct rule_tables *tables, const struct followers *followers)
{
    if (followers->open) {
        return MARKS_OPEN;
    }
    struct lang_marks marks = {.classes = followers->start ? MARK_EDGE : 0, .words = followers->words};
    for (unsigned i = 0; i < CLASS_LIMIT; i++) {
        if (class_set_has(&followers->classes, i)) {
            marks.classes |= mark_of(tables, i);
        }
    }
    return marks;
}

static struct lang_next as_next(const struct dispatch *dispatch, const struct followers *followers,
                                unsigned rule, unsigned reach)
{
    return (struct lang_next){
        .second = make_marks(dispatch->tables, followers),
        .rule = (uint16_t)rule,
        .reach = reach == 0 ? REACH_ENDLESS : (uint8_t)reach,
    };
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
    return left->reach != right->reach ? right->reach - left->reach : left->rule - right->rule;
}

static void sort_by_reach(struct lang_next *candidates, size_t first, size_t end)
{
    if (end > first) {
        qsort(candidates + first, end - first, sizeof *candidates, compare_reach);
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
            struct lang_next next = as_next(dispatch, &follow, number, rule->reach);
            add_candidate(dispatch, &next);
            reach = rule->reach > reach ? rule->reach : reach;
            all_reach = all_reach && rule->reach != 0;
            class_set_unite(&all.classes, &follow.classes);
            all.words |= follow.words;
            all.open = all.open || follow.open;
            all.start = all.start || follow.start;
        }
    }
    sort_by_reach(dispatch->candidates, first, dispatch->candidate_count);
    struct lang_start start = {
        .first = first,
        .count = (uint32_t)dispatch->candidate_count - first,
        .next = as_next(dispatch, &all, 0, all_reach ? reach : 0),
    };
    return start.count == 0 ? 0 : add_start(dispatch, &start);
}

/* One array of a pass: by class or by word, the number of the list.  Sets the pass's bit in keys[key].
 * NULL when there is no memory. */
static const uint16_t *make_keys(struct dispatch *dispatch, const struct pass *pass, unsigned pass_number,
                                 unsigned first_rule, bool by_word, struct lang_key *keys, size_t count)
{
    uint16_t *lists = take(dispatch->compiler, count, sizeof *lists);
    for (unsigned key = 0; lists != NULL && key < count; key++) {
        lists[key] = (uint16_t)list_rules(dispatch, pass, first_rule, (struct key){by_word, key});
        const struct lang_key begun = {.passes = (uint32_t)(lists[key] != 0) << pass_number,
                                       .reach = dispatch->starts[lists[key]].next.reach};
        lang_key_add(&keys[key], &begun);
    }
    return lists;
}

/* Adds what their classes and seeds tell to the keys of the words, which have the passes of literals. */
static void finish_word_keys(const struct rule_tables *tables, const struct lang *lang, struct lang_key *keys)
{
    for (size_t i = 1; i < lang->word_count; i++) {
        for (unsigned k = 0; k < CLASS_LIMIT; k++) {
            if (class_set_has(&lang->words[i].classes, k)) {
                lang_key_add(&keys[i], &tables->class_keys[k]);
            }
        }
        if (tables->rules.seed_words != NULL && tables->rules.seed_words[i] == SEED_WORD) {
            keys[i].passes |= PASS_SEED;
        }
    }
}

void make_dispatch(struct compiler *compiler, const struct dimension *dimension, const struct lang *lang,
                   struct rule_tables *tables)
{
    struct dispatch dispatch = {.compiler = compiler, .dimension = dimension, .tables = tables};
    struct lang_key *word_keys = take(compiler, lang->word_count, sizeof *word_keys);
    struct lang_pass *passes = take(compiler, tables->rules.pass_count + 1, sizeof *passes);
    (void)add_start(&dispatch, &(struct lang_start){.first = 0});
    unsigned number = 0;
    unsigned first_rule = 0;
    for (const struct pass *pass = dimension->passes; pass != NULL && !compiler->messages.no_memory;
         pass = pass->next, number++) {
        struct lang_pass *made = &passes[number];
        *made = (struct lang_pass){.keep = pass->keep, .first_rule = (uint16_t)first_rule};
        made->class_starts = make_keys(&dispatch, pass, number, first_rule, false, tables->class_keys,
                                       compiler->classes.count);
        made->word_starts =
            make_keys(&dispatch, pass, number, first_rule, true, word_keys, lang->literal_count);
        for (const struct rule *rule = pass->rules; rule != NULL; rule = rule->next) {
            class_set_unite(&made->starts, &rule->start_classes);
            made->rule_count++;
        }
        first_rule += made->rule_count;
        struct str name = arena_copy(compiler->arena, pass->name);
        compiler->messages.no_memory = compiler->messages.no_memory || name.data == NULL;
        made->name = name.data;
    }
    for (unsigned i = 0; i < compiler->classes.count; i++) {
        tables->class_keys[i].passes |= tables->class_keys[i].passes != 0 ? PASS_BY_CLASS : 0;
    }
    if (!compiler->messages.no_memory) {
        finish_word_keys(tables, lang, word_keys);
    }
    tables->rules.passes = passes;
    tables->rules.class_keys = tables->class_keys;
    tables->rules.word_keys = word_keys;
    tables->rules.needs = make_needs(compiler, dimension, tables);
    tables->rules.starts = dispatch.starts;
    tables->start_count = dispatch.start_count;
    tables->rules.candidates = dispatch.candidates;
    tables->candidate_count = dispatch.candidate_count;
}
