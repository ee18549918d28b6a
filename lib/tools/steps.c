#include "tools/compiler.h"

#include <string.h>

#define MOST_STEPS 1000000

/* Where the steps of one rule are being made. */
struct maker {
    struct compiler *compiler;
    struct dimension *dimension;
    struct rule *rule;
    bool backward;
    bool negated;             /* inside !x nothing is captured */
    unsigned captured_groups; /* around the present node */
};

static uint32_t add_step(struct maker *maker, struct lang_step step)
{
    struct dimension *dimension = maker->dimension;
    void *steps = dimension->steps;
    if (dimension->step_count >= MOST_STEPS) {
        exceed(&maker->compiler->messages, "elements of patterns");
        return 0;
    }
    if (!make_room(maker->compiler, &steps, dimension->step_count, &dimension->step_capacity,
                   sizeof *dimension->steps)) {
        return 0;
    }
    dimension->steps = steps;
    dimension->steps[dimension->step_count] = step;
    return (uint32_t)dimension->step_count++;
}

static uint8_t slot_of(const struct maker *maker, struct str name)
{
    for (unsigned i = 0; i < maker->rule->capture_count && !maker->negated && name.data != NULL; i++) {
        if (str_equal(maker->rule->captures[i], name)) {
            return (uint8_t)i;
        }
    }
    return SLOT_NONE;
}

/* By what an argument calls the element: its label, else its class. */
static struct str capture_name(const struct node *node)
{
    return node->label.data != NULL ? node->label : node->class_name;
}

static uint32_t add_alternatives(struct maker *maker, const struct node *node)
{
    struct dimension *dimension = maker->dimension;
    uint32_t first = (uint32_t)dimension->alternative_count;
    for (unsigned i = 0; i < node->condition.alternative_count; i++) {
        void *alternatives = dimension->alternatives;
        if (!make_room(maker->compiler, &alternatives, dimension->alternative_count,
                       &dimension->alternative_capacity, sizeof *dimension->alternatives)) {
            return 0;
        }
        dimension->alternatives = alternatives;
        dimension->alternatives[dimension->alternative_count++] = node->alternatives[i];
    }
    return first;
}

static uint32_t add_condition(struct maker *maker, const struct node *node)
{
    struct dimension *dimension = maker->dimension;
    struct lang_condition condition = node->condition;
    for (uint32_t i = 0; i < dimension->condition_count && condition.alternative_count == 0; i++) {
        const struct lang_condition *other = &dimension->conditions[i];
        if (other->alternative_count == 0 && other->class_id == condition.class_id &&
            memcmp(&other->all, &condition.all, sizeof condition.all) == 0 &&
            memcmp(&other->none, &condition.none, sizeof condition.none) == 0) {
            return i;
        }
    }
    condition.first_alternative = add_alternatives(maker, node);
    void *conditions = dimension->conditions;
    if (!make_room(maker->compiler, &conditions, dimension->condition_count, &dimension->condition_capacity,
                   sizeof *dimension->conditions)) {
        return 0;
    }
    dimension->conditions = conditions;
    dimension->conditions[dimension->condition_count] = condition;
    return (uint32_t)dimension->condition_count++;
}

/* Appends a literal to the running table of word sets. */
static void add_word(struct maker *maker, const struct node *node)
{
    struct dimension *dimension = maker->dimension;
    void *words = dimension->words;
    if (make_room(maker->compiler, &words, dimension->word_count, &dimension->word_capacity,
                  sizeof *dimension->words)) {
        dimension->words = words;
        dimension->words[dimension->word_count++] = (uint16_t)node->word;
    }
}

/* What alone stands in a sequence without a label. */
static const struct node *unwrap(const struct node *node)
{
    while (node->kind == NODE_SEQUENCE && node->label.data == NULL && node->children != NULL &&
           node->children->next == NULL) {
        node = node->children;
    }
    return node;
}

#define MOST_LEAVES 512

/* The alternatives of a node, those of alternatives among them in their place. */
struct leaves {
    const struct node *nodes[MOST_LEAVES];
    size_t count;
};

/* False when there are too many. */
static bool add_leaves(struct leaves *leaves, const struct node *alternatives)
{
    for (const struct node *child = alternatives->children; child != NULL; child = child->next) {
        const struct node *leaf = unwrap(child);
        if (leaf->kind == NODE_ALTERNATIVES) {
            if (!add_leaves(leaves, leaf)) {
                return false;
            }
        } else if (leaves->count == MOST_LEAVES) {
            return false;
        } else {
            leaves->nodes[leaves->count++] = leaf;
        }
    }
    return true;
}

static bool one_class(const struct class_set *set)
{
    unsigned count = 0;
    for (unsigned i = 0; i < CLASS_LIMIT; i++) {
        count += class_set_has(set, i);
    }
    return count == 1;
}

/* True for a class or literal that nothing captures: several of them in a row are one step.  So are literals
 * of a captured group: of them a capture has no class to tell. */
static bool is_simple(const struct maker *maker, const struct node *node)
{
    if (slot_of(maker, capture_name(node)) != SLOT_NONE) {
        return false;
    }
    if (node->kind == NODE_WORD || maker->captured_groups > 0) {
        return node->kind == NODE_WORD;
    }
    static const struct class_set nothing;
    return (node->kind == NODE_ITEM && node->condition.alternative_count == 0 &&
            memcmp(&node->condition.none, &nothing, sizeof nothing) == 0 && one_class(&node->condition.all));
}

/* nodes[0 .. count - 1] are simple: one step for all of them. */
static void make_either(struct maker *maker, const struct node *const *nodes, size_t count)
{
    struct lang_step step = {
        .code = STEP_WORDS, .slot = SLOT_NONE, .a = (uint32_t)maker->dimension->word_count};
    struct node classes = {.kind = NODE_ITEM};
    for (size_t i = 0; i < count; i++) {
        if (nodes[i]->kind == NODE_WORD) {
            add_word(maker, nodes[i]);
            step.count++;
        } else {
            class_set_unite(&classes.condition.all, &nodes[i]->condition.all);
            step.code = STEP_EITHER;
        }
    }
    if (step.code == STEP_EITHER) {
        step.b = add_condition(maker, &classes);
    }
    add_step(maker, step);
}

static void make_node(struct maker *maker, const struct node *node);

static void make_children(struct maker *maker, const struct node *first)
{
    if (!maker->backward) {
        for (const struct node *node = first; node != NULL; node = node->next) {
            make_node(maker, node);
        }
        return;
    }
    /* Last first; the lists are short. */
    const struct node *done = NULL;
    while (done != first) {
        const struct node *node = first;
        while (node->next != done) {
            node = node->next;
        }
        make_node(maker, node);
        done = node;
    }
}

static void make_alternatives(struct maker *maker, const struct node *node)
{
    struct leaves *leaves = take(maker->compiler, 1, sizeof *leaves);
    if (leaves == NULL) {
        return;
    }
    if (!add_leaves(leaves, node)) {
        complain(&maker->compiler->messages, node->place, "more than %d alternatives", MOST_LEAVES);
        return;
    }
    /* SPLIT first, rest; first; JUMP end; rest: SPLIT ...  The jumps are chained through `a` until the end is
     * known. */
    uint32_t jumps = UINT32_MAX;
    for (size_t i = 0; i < leaves->count && !maker->compiler->messages.no_memory;) {
        size_t next = i;
        while (next < leaves->count && is_simple(maker, leaves->nodes[next])) {
            next++;
        }
        bool simple = next > i;
        next = simple ? next : i + 1;
        bool last = next == leaves->count;
        uint32_t split = last ? 0 : add_step(maker, (struct lang_step){.code = STEP_SPLIT});
        if (simple) {
            make_either(maker, &leaves->nodes[i], next - i);
        } else {
            make_node(maker, leaves->nodes[i]);
        }
        if (!last) {
            jumps = add_step(maker, (struct lang_step){.code = STEP_JUMP, .a = jumps});
            maker->dimension->steps[split].a = split + 1;
            maker->dimension->steps[split].b = (uint32_t)maker->dimension->step_count;
        }
        i = next;
    }
    while (jumps != UINT32_MAX && !maker->compiler->messages.no_memory) {
        struct lang_step *jump = &maker->dimension->steps[jumps];
        jumps = jump->a;
        jump->a = (uint32_t)maker->dimension->step_count;
    }
}

/* The steps of leaves that are one item each: one for all that are simple, one for each other. */
static unsigned make_items(struct maker *maker, const struct leaves *leaves)
{
    const struct node *simple[MOST_LEAVES];
    size_t simple_count = 0;
    unsigned steps = 0;
    for (size_t i = 0; i < leaves->count; i++) {
        if (is_simple(maker, leaves->nodes[i])) {
            simple[simple_count++] = leaves->nodes[i];
        } else {
            make_node(maker, leaves->nodes[i]);
            steps++;
        }
    }
    if (simple_count == 1) {
        make_node(maker, simple[0]);
    } else if (simple_count > 1) {
        make_either(maker, simple, simple_count);
    }
    return steps + (simple_count > 0);
}

/* One step for what is repeated, when it is one item that nothing captures; false when it is not. */
static bool make_item_repeat(struct maker *maker, const struct node *node)
{
    struct leaves *leaves = take(maker->compiler, 1, sizeof *leaves);
    const struct node *child = unwrap(node->children);
    if (leaves == NULL || maker->captured_groups > 0) {
        return false;
    }
    if (child->kind != NODE_ALTERNATIVES) {
        leaves->nodes[leaves->count++] = child;
    } else if (!add_leaves(leaves, child)) {
        return false;
    }
    for (size_t i = 0; i < leaves->count; i++) {
        const struct node *leaf = leaves->nodes[i];
        if ((leaf->kind != NODE_ITEM && leaf->kind != NODE_WORD) ||
            slot_of(maker, capture_name(leaf)) != SLOT_NONE) {
            return false;
        }
    }
    const uint32_t step =
        add_step(maker, (struct lang_step){.code = STEP_REPEAT, .a = node->max - node->min});
    const unsigned count = make_items(maker, leaves);
    if (!maker->compiler->messages.no_memory) {
        maker->dimension->steps[step].count = (uint16_t)count;
    }
    return true;
}

static void make_repeat(struct maker *maker, const struct node *node)
{
    for (unsigned i = 0; i < node->min; i++) {
        make_node(maker, node->children);
    }
    if (node->max > node->min && make_item_repeat(maker, node)) {
        return;
    }
    /* Each optional time may skip all the rest. */
    uint32_t splits[64];
    unsigned count = 0;
    for (unsigned i = node->min; i < node->max && count < 64; i++) {
        splits[count] = add_step(maker, (struct lang_step){.code = STEP_SPLIT});
        maker->dimension->steps[splits[count]].a = splits[count] + 1;
        count++;
        make_node(maker, node->children);
    }
    for (unsigned i = 0; i < count; i++) {
        maker->dimension->steps[splits[i]].b = (uint32_t)maker->dimension->step_count;
    }
}

static void make_not(struct maker *maker, const struct node *node)
{
    bool negated = maker->negated;
    maker->negated = true;
    uint32_t step = add_step(maker, (struct lang_step){.code = STEP_NOT});
    make_node(maker, node->children);
    add_step(maker, (struct lang_step){.code = STEP_DONE});
    maker->dimension->steps[step].a = (uint32_t)maker->dimension->step_count;
    maker->negated = negated;
}

static void make_node(struct maker *maker, const struct node *node)
{
    if (maker->compiler->messages.no_memory) {
        return;
    }
    struct lang_step step = {.slot = slot_of(maker, capture_name(node))};
    uint8_t slot = step.slot;
    switch (node->kind) {
    case NODE_SEQUENCE:
        if (slot != SLOT_NONE) {
            step.code = STEP_OPEN;
            add_step(maker, step);
            maker->captured_groups++;
        }
        make_children(maker, node->children);
        if (slot != SLOT_NONE) {
            step.code = STEP_CLOSE;
            add_step(maker, step);
            maker->captured_groups--;
        }
        break;
    case NODE_ALTERNATIVES:
        make_alternatives(maker, node);
        break;
    case NODE_REPEAT:
        make_repeat(maker, node);
        break;
    case NODE_ITEM:
        step.code = STEP_ITEM;
        step.a = add_condition(maker, node);
        add_step(maker, step);
        break;
    case NODE_WORD:
        step.code = STEP_WORD;
        step.a = node->word;
        add_step(maker, step);
        break;
    case NODE_GAP:
        step.code = STEP_GAP;
        step.a = node->max;
        step.b = add_condition(maker, node);
        add_step(maker, step);
        step = (struct lang_step){
            .code = STEP_WORDS, .slot = SLOT_NONE, .a = (uint32_t)maker->dimension->word_count};
        for (const struct node *word = node->children; word != NULL; word = word->next) {
            add_word(maker, word);
            step.count++;
        }
        add_step(maker, step); /* the words that it does not run over */
        break;
    case NODE_NOT:
        make_not(maker, node);
        break;
    case NODE_GLUED:
        step.code = STEP_GLUED;
        add_step(maker, step);
        break;
    case NODE_FIRST:
        step.code = STEP_FIRST;
        add_step(maker, step);
        break;
    case NODE_LAST:
        step.code = STEP_LAST;
        add_step(maker, step);
        break;
    }
}

/* How often at most one way through the pattern passes an element of that name.
 */
static unsigned occurrences(const struct node *node, struct str name)
{
    if (node == NULL || node->kind == NODE_NOT || node->kind == NODE_GAP) {
        return 0;
    }
    unsigned count = 0;
    struct str own = capture_name(node);
    if (own.data != NULL && str_equal(own, name)) {
        count = 1;
    }
    for (const struct node *child = node->children; child != NULL; child = child->next) {
        unsigned inner = occurrences(child, name);
        if (node->kind == NODE_ALTERNATIVES) {
            count = inner > count ? inner : count;
        } else {
            count += inner * (node->kind == NODE_REPEAT ? node->max : 1);
        }
    }
    return count > 1000 ? 1000 : count;
}

/* Gives each argument that names an element its slot, or makes it the symbol
 * that it is. */
static void resolve_argument(struct maker *maker, struct argument *argument)
{
    struct rule *rule = maker->rule;
    struct messages *messages = &maker->compiler->messages;
    if (argument->name.data == NULL) {
        return;
    }
    unsigned count = occurrences(rule->pattern.left, argument->name) +
                     occurrences(rule->pattern.span, argument->name) +
                     occurrences(rule->pattern.right, argument->name);
    if (count > 1) {
        complain(messages, argument->place,
                 "%.*s can occur more than once in a match: give the elements labels",
                 STR_ARG(argument->name));
        return;
    }
    if (count == 1) {
        if (slot_of(maker, argument->name) == SLOT_NONE) {
            if (rule->capture_count == SLOT_LIMIT) {
                complain(messages, argument->place, "too many captures: %d at most", SLOT_LIMIT);
                return;
            }
            rule->captures[rule->capture_count++] = argument->name;
        }
        return;
    }
    enum lang_symbol symbol = symbol_number(argument->name);
    if (symbol == SYMBOL_NONE || argument->negated) {
        complain(messages, argument->place, "%.*s is neither an element of the pattern%s",
                 STR_ARG(argument->name),
                 argument->name.data[0] < 'a' ? " without a label" : " nor a symbol of symbols.def");
        return;
    }
    argument->name = (struct str){NULL, 0};
    argument->value.kind = VALUE_SYMBOL;
    argument->value.number = (int64_t)symbol;
}

/* What a pattern can begin with. */
struct starts {
    struct class_set classes;
    struct rule *rule;
    bool any; /* anything */
};

static bool is_broad(unsigned class_id)
{
    return class_id == CLASS_ANY || class_id == CLASS_WORD || class_id == CLASS_PUNCT ||
           class_id == CLASS_CAPITALIZED || class_id == CLASS_ALLCAPS || class_id == CLASS_NUMBER;
}

unsigned rarest_class(const struct lang_condition *condition)
{
    unsigned best = CLASS_ANY;
    for (unsigned i = 0; i < CLASS_LIMIT; i++) {
        if (class_set_has(&condition->all, i) && (best == CLASS_ANY || is_broad(best))) {
            best = i;
        }
    }
    return best;
}

static void add_start_word(struct maker *maker, unsigned word)
{
    struct rule *rule = maker->rule;
    for (size_t i = 0; i < rule->start_word_count; i++) {
        if (rule->start_words[i] == word) {
            return;
        }
    }
    void *grown = arena_grow(maker->compiler->arena, rule->start_words, rule->start_word_count,
                             rule->start_word_count + 1, sizeof *rule->start_words);
    if (grown == NULL) {
        maker->compiler->messages.no_memory = true;
        return;
    }
    rule->start_words = grown;
    rule->start_words[rule->start_word_count++] = word;
}

/* Adds what `node` can begin with; true when it can take nothing, so that what
 * follows begins too. */
static bool add_starts(struct maker *maker, const struct node *node)
{
    struct rule *rule = maker->rule;
    bool empty = true;
    switch (node->kind) {
    case NODE_SEQUENCE:
        for (const struct node *child = node->children; child != NULL && empty; child = child->next) {
            empty = add_starts(maker, child);
        }
        return empty;
    case NODE_ALTERNATIVES:
        empty = false;
        for (const struct node *child = node->children; child != NULL; child = child->next) {
            empty = add_starts(maker, child) || empty;
        }
        return empty;
    case NODE_REPEAT:
        return add_starts(maker, node->children) || node->min == 0;
    case NODE_ITEM:
        class_set_add(&rule->start_classes, rarest_class(&node->condition));
        return false;
    case NODE_WORD:
        add_start_word(maker, node->word);
        return false;
    case NODE_GAP:
        class_set_add(&rule->start_classes, CLASS_ANY);
        return true;
    case NODE_NOT:
    case NODE_GLUED:
    case NODE_FIRST:
    case NODE_LAST:
        return true;
    }
    return true;
}

static void make_rule(struct maker *maker)
{
    struct rule *rule = maker->rule;
    for (struct call *call = rule->calls; call != NULL; call = call->next) {
        for (struct argument *argument = call->arguments; argument != NULL; argument = argument->next) {
            resolve_argument(maker, argument);
        }
    }
    if (add_starts(maker, rule->pattern.span)) {
        complain(&maker->compiler->messages, rule->pattern.span->place, "the span can be empty");
        return;
    }
    rule->forward = (uint32_t)maker->dimension->step_count;
    maker->backward = false;
    make_node(maker, rule->pattern.span);
    add_step(maker, (struct lang_step){.code = STEP_SPAN_END});
    if (rule->pattern.right != NULL) {
        make_node(maker, rule->pattern.right);
    }
    add_step(maker, (struct lang_step){.code = STEP_DONE});
    rule->backward = (uint32_t)maker->dimension->step_count;
    maker->backward = true;
    if (rule->pattern.left != NULL) {
        make_node(maker, rule->pattern.left);
    }
    add_step(maker, (struct lang_step){.code = STEP_DONE});
}

void make_steps(struct compiler *compiler, struct dimension *dimension)
{
    for (struct pass *pass = dimension->passes; pass != NULL; pass = pass->next) {
        for (struct rule *rule = pass->rules; rule != NULL && !compiler->messages.no_memory;
             rule = rule->next) {
            struct maker maker = {.compiler = compiler, .dimension = dimension, .rule = rule};
            make_rule(&maker);
        }
    }
}
