#include "text/match.h"

#include "lang/letters.h"
#include "text/match_state.h"

#include <string.h>

/* What one pass works with. */
struct pass_run {
    struct matcher *matcher;
    struct match_state *state;
    const struct lang_rules *rules;
    const struct lang_pass *pass;
    match_action *action;
    void *context;
    const struct item *items;
    size_t item_count;
    size_t candidate_count;
};

/* Not 0 when the item can stand there. */
static inline uint64_t allows(const struct lang_neighbour *neighbour, const struct item *item)
{
    return class_set_overlaps(&neighbour->classes, &item->classes) || (neighbour->words & item->literal) != 0;
}

/* Not 0 when item `at` can stand there; behind the last and before the first (SIZE_MAX) is none. */
static inline uint64_t allows_at(const struct pass_run *run, unsigned ahead, size_t at)
{
    const struct lang_neighbour *neighbour = &run->rules->ahead[ahead];
    return at >= run->item_count ? neighbour->edge : allows(neighbour, &run->items[at]);
}

/* Notes the needs as met of the class or word, of which `lists` tells where they stand. */
static inline void meet_needs(struct match_state *state, const uint16_t *lists, unsigned key)
{
    const uint16_t *needs = state->rules->needs.met;
    uint8_t *met = state->met;
    const unsigned end = lists[key + 1];
    for (unsigned i = lists[key]; i < end; i += MET_AT_ONCE) {
        for (unsigned k = 0; k < MET_AT_ONCE; k++) {
            met[needs[i + k]] = 1;
        }
    }
}

/* Notes the needs as met that an item of these classes meets. */
static void meet_by_classes(struct match_state *state, const struct class_set *classes)
{
    if (class_set_covers(&state->classes, classes)) {
        return;
    }
    for (unsigned i = 0; i < CLASS_LIMIT / 64; i++) {
        uint64_t fresh = classes->bits[i] & ~state->classes.bits[i];
        state->classes.bits[i] |= fresh;
        for (; fresh != 0; fresh &= fresh - 1) {
            meet_needs(state, state->rules->needs.by_class, i * 64 + (unsigned)__builtin_ctzll(fresh));
        }
    }
}

/* Whether the sentence holds all that the rule needs beside the rarest. */
static inline uint64_t suffices(const struct match_state *state, size_t rule)
{
    const uint16_t *needs = state->rules->needs.by_rule[rule].needs;
    uint8_t all = 1;
    for (unsigned i = 0; i < NEEDS_OF_RULE; i++) {
        all &= state->met[needs[i]]; /* no jump: which need fails cannot be foreseen */
    }
    return all;
}

/* Of which of 64 rules the trigger is met, from need `first` on: bit 8 k + i is set for the one at 8 i + k,
 * which takes eight shifts to find. */
static inline uint64_t triggered(const struct match_state *state, size_t first)
{
    uint64_t rules = 0;
    for (unsigned i = 0; i < 8; i++) {
        rules |= letter_chunk(&state->met[first + (size_t)8 * i], 8) << i;
    }
    return rules;
}

/* Finds the rules of the pass of which the sentence holds all that they need. */
static void find_possible(struct match_state *state, const struct lang_pass *pass)
{
    const size_t words = lang_pass_words(pass);
    state->first = (struct lang_neighbour){.open = false};
    state->possible_count = 0;
    for (size_t k = 0; k < words; k++) {
        const size_t first = pass->first_rule + 64 * k;
        uint64_t possible = 0;
        for (uint64_t rules = triggered(state, pass->first_need + 64 * k); rules != 0; rules &= rules - 1) {
            const unsigned bit = (unsigned)__builtin_ctzll(rules);
            const unsigned i = bit % 8 * 8 + bit / 8;
            possible |= suffices(state, first + i) << i;
        }
        if (possible == 0) {
            continue;
        }
        state->possible[state->possible_count++] = (struct possible){k, first, possible, 0};
        for (; possible != 0; possible &= possible - 1) {
            const struct lang_rule *rule = &state->rules->rules[first + (size_t)__builtin_ctzll(possible)];
            const struct lang_neighbour *begins = &state->rules->ahead[rule->first];
            class_set_unite(&state->first.classes, &begins->classes);
            state->first.words |= begins->words;
        }
    }
}

/* Whether what the rule needs near the first item of its span, item `at`, stands there. */
static inline bool has_near(const struct pass_run *run, size_t rule, size_t at)
{
    const struct lang_near *near = &run->rules->needs.near[rule];
    const size_t end = at + near->last < run->item_count ? at + near->last + 1 : run->item_count;
    for (size_t i = at + near->first; i < end; i++) {
        if (allows(&near->item, &run->items[i]) != 0) {
            return true;
        }
    }
    return near->last == 0;
}

/* Tries those 64 rules from `first` on that are in `found`. */
static inline void try_rules(struct pass_run *run, size_t first, uint64_t found, size_t at)
{
    struct match_state *state = run->state;
    for (; found != 0; found &= found - 1) {
        const size_t number = first + (size_t)__builtin_ctzll(found);
        const struct lang_rule *rule = &run->rules->rules[number];
        /* few pass the first test, so that a jump there can be foreseen */
        if (allows_at(run, rule->second, at + 1) != 0 && allows_at(run, rule->before, at - 1) != 0 &&
            allows_at(run, rule->third, at + 2) != 0 && has_near(run, number, at) &&
            attempt_rule(&state->attempt, rule, at)) {
            state->candidates[run->candidate_count++] = (struct candidate){
                .rule = (uint16_t)number, .attempt = state->attempt.serial, .end = state->attempt.span_end};
        }
    }
}

/* The first item from `at` on at which some possible rule can match; item_count when none can. */
static inline size_t next_begin(const struct pass_run *run, size_t at)
{
    const struct lang_neighbour first = run->state->first; /* in registers: most items are passed over here */
    const struct item *const end = &run->items[run->item_count];
    const struct item *item = &run->items[at];
    while (item < end && allows(&first, item) == 0) {
        item++;
    }
    return (size_t)(item - run->items);
}

/* Adds the pass's set of that number to the rules that can begin with the item at hand. */
static inline void add_starts(struct match_state *state, const struct lang_pass *pass, size_t number)
{
    const uint64_t *set = &pass->starts[number * lang_pass_words(pass)];
    for (size_t k = 0; k < state->possible_count; k++) {
        state->possible[k].begin |= set[state->possible[k].word];
    }
}

/* Finds every rule that matches with its span beginning at item `at`, where one may. */
static void find_candidates(struct pass_run *run, size_t at)
{
    struct match_state *state = run->state;
    const struct lang_pass *pass = run->pass;
    const struct item *item = &run->items[at];
    if (item->literal != 0) {
        add_starts(state, pass, pass->by_word[item->word]);
    }
    for (unsigned i = 0; i < CLASS_LIMIT / 64; i++) {
        uint64_t bits = item->classes.bits[i] & state->first.classes.bits[i];
        for (; bits != 0; bits &= bits - 1) {
            const unsigned class_id = i * 64 + (unsigned)__builtin_ctzll(bits);
            add_starts(state, pass, pass->by_class[class_id]);
        }
    }
    run->candidate_count = 0;
    for (size_t k = 0; k < state->possible_count; k++) {
        struct possible *possible = &state->possible[k];
        const uint64_t found = possible->begin & possible->rules;
        possible->begin = 0;
        try_rules(run, possible->first, found, at);
    }
}

/* first .. end - 1 are the items of the span. */
static struct match_argument resolve(const struct pass_run *run, const struct lang_argument *argument,
                                     size_t first, size_t end)
{
    struct match_argument result = {.negated = argument->negated, .class_id = CLASS_ANY};
    if (argument->kind == ARGUMENT_VALUE) {
        result.present = true;
        result.value = argument->value;
        result.first_token = run->items[first].first_token;
        result.end_token = run->items[end - 1].end_token;
        return result;
    }
    const struct capture *capture = &run->state->attempt.captures[argument->capture];
    result.captured = true;
    result.present = capture->present;
    result.value = (struct value){.kind = VALUE_NONE, .denominator = 1};
    if (!capture->present) {
        return result;
    }
    result.class_id = capture->class_id;
    result.item = &run->items[capture->first];
    result.first_token = result.item->first_token;
    result.end_token = run->items[capture->end - 1].end_token;
    if (capture->class_id != CLASS_ANY) {
        result.value = item_value(result.item, capture->class_id);
    }
    if (result.negated && result.value.kind == VALUE_INT) {
        result.value.number = -result.value.number;
    }
    return result;
}

/* Has the rule's action carried out; false when it refuses. */
static bool fire(struct pass_run *run, const struct candidate *candidate, size_t first, struct value *value)
{
    const struct lang_rule *rule = &run->rules->rules[candidate->rule];
    const size_t end = candidate->end;
    struct match_state *state = run->state;
    *value = (struct value){.kind = VALUE_NONE, .denominator = 1};
    if (rule->call_count == 0) {
        return true;
    }
    /* The captures of the chosen rule, when others were tried after it. */
    if (candidate->attempt != state->attempt.serial && !attempt_rule(&state->attempt, rule, first)) {
        return false;
    }
    for (unsigned i = 0; i < rule->call_count; i++) {
        const struct lang_call *call = &run->rules->calls[rule->first_call + i];
        for (unsigned k = 0; k < call->argument_count; k++) {
            state->arguments[i][k] =
                resolve(run, &run->rules->arguments[call->first_argument + k], first, end);
        }
        state->calls[i] = (struct match_call){call->action, call->argument_count, state->arguments[i]};
    }
    if (rule->has_value) {
        *value = state->arguments[0][0].value;
        return true;
    }
    const struct match match = {
        .text = run->matcher->text,
        .rule = rule,
        .items = run->items,
        .item_count = run->item_count,
        .first_item = first,
        .end_item = end,
        .first_token = run->items[first].first_token,
        .end_token = run->items[end - 1].end_token,
        .calls = state->calls,
        .call_count = rule->call_count,
    };
    return run->action(run->context, &match, value);
}

/* Tells the observer of one candidate; `winner` (NULL: none) fired, with that span of items. */
static void tell(const struct pass_run *run, enum match_outcome outcome, const struct lang_rule *rule,
                 size_t first, size_t end, const struct lang_rule *winner, size_t winner_first,
                 size_t winner_end)
{
    bool tried = outcome == MATCH_FIRED || outcome == MATCH_REFUSED;
    const struct match_event event = {
        .outcome = outcome,
        .pass = (size_t)(run->pass - run->rules->passes),
        .rule = rule,
        .first_token = run->items[first].first_token,
        .end_token = run->items[end - 1].end_token,
        .winner = winner,
        .winner_first_token = winner == NULL ? 0 : run->items[winner_first].first_token,
        .winner_end_token = winner == NULL ? 0 : run->items[winner_end - 1].end_token,
        .calls = run->state->calls,
        .call_count = tried ? rule->call_count : 0,
    };
    run->matcher->observer(run->matcher->observer_context, &event);
}

/* Tells of the candidates that are left at item `at`, now that `winner` has fired. */
static void tell_losers(const struct pass_run *run, enum match_outcome outcome, size_t at,
                        const struct lang_rule *winner, size_t winner_first, size_t winner_end)
{
    for (size_t i = 0; i < run->candidate_count; i++) {
        const struct candidate *candidate = &run->state->candidates[i];
        tell(run, outcome, &run->rules->rules[candidate->rule], at, candidate->end, winner, winner_first,
             winner_end);
    }
}

/* Fires the best candidate that does not refuse: the longest, then the first of
 * the file.  NULL when none is left. */
static const struct lang_rule *fire_best(struct pass_run *run, size_t first, size_t *end, struct value *value)
{
    struct candidate *candidates = run->state->candidates;
    while (run->candidate_count > 0) {
        size_t best = 0;
        for (size_t i = 1; i < run->candidate_count; i++) {
            if (candidates[i].end > candidates[best].end ||
                (candidates[i].end == candidates[best].end && candidates[i].rule < candidates[best].rule)) {
                best = i;
            }
        }
        struct candidate candidate = candidates[best];
        candidates[best] = candidates[--run->candidate_count];
        const struct lang_rule *rule = &run->rules->rules[candidate.rule];
        *end = candidate.end;
        bool fired = fire(run, &candidate, first, value);
        if (run->matcher->observer != NULL) {
            tell(run, fired ? MATCH_FIRED : MATCH_REFUSED, rule, first, candidate.end, NULL, 0, 0);
        }
        if (fired) {
            return rule;
        }
    }
    return NULL;
}

/* Begins with the items of a sentence and other rules. */
static void begin(struct match_state *state, const struct matcher *matcher, const struct lang_rules *rules)
{
    struct class_set classes = {{0}};
    state->rules = rules;
    state->classes = classes;
    memset(state->met, 0, rules->needs.count + MET_ROOM);
    for (size_t i = 0; i < matcher->item_count; i++) {
        const struct item *item = &matcher->items[i];
        class_set_unite(&classes, &item->classes);
        if (item->literal != 0) {
            meet_needs(state, rules->needs.by_word, item->word);
        }
    }
    meet_by_classes(state, &classes);
}

static void make_item(const struct pass_run *run, struct item *item, const struct lang_rule *rule,
                      size_t first, size_t end, const struct value *value)
{
    *item = (struct item){
        .classes = rule->classes,
        .first_token = run->items[first].first_token,
        .end_token = run->items[end - 1].end_token,
        .value = *value,
        .rule = rule,
    };
    class_set_add(&item->classes, CLASS_ANY);
    meet_by_classes(run->state, &item->classes);
}

/* Runs those rules of the pass that are possible: some. */
static void run_possible(struct matcher *matcher, const struct lang_rules *rules,
                         const struct lang_pass *pass, match_action *action, void *context)
{
    struct match_state *state = matcher->state;
    struct pass_run run = {
        .matcher = matcher,
        .state = state,
        .rules = rules,
        .pass = pass,
        .action = action,
        .context = context,
        .items = matcher->items,
        .item_count = matcher->item_count,
    };
    state->attempt.text = matcher->text;
    state->attempt.rules = rules;
    state->attempt.items = matcher->items;
    state->attempt.item_count = matcher->item_count;
    /* The result grows in `spare`, because context is to see the items as they
     * were; items[copied .. i - 1] are yet to be taken over. */
    size_t used = 0;
    size_t copied = 0;
    for (size_t i = next_begin(&run, 0); i < run.item_count; i = next_begin(&run, i)) {
        size_t end;
        struct value value;
        find_candidates(&run, i);
        const struct lang_rule *rule = run.candidate_count == 0 ? NULL : fire_best(&run, i, &end, &value);
        if (rule != NULL && matcher->observer != NULL) {
            tell_losers(&run, MATCH_BEATEN, i, rule, i, end);
            for (size_t k = i + 1; k < end && !run.pass->keep; k++) {
                run.candidate_count = 0;
                if (next_begin(&run, k) == k) {
                    find_candidates(&run, k);
                }
                tell_losers(&run, MATCH_COVERED, k, rule, i, end);
            }
        }
        if (rule == NULL || run.pass->keep) {
            i++;
            continue;
        }
        if (!rule->blocks) {
            memcpy(&matcher->spare[used], &matcher->items[copied], (i - copied) * sizeof *matcher->items);
            used += i - copied;
            make_item(&run, &matcher->spare[used++], rule, i, end, &value);
            copied = end;
        }
        i = end;
    }
    if (used > 0) {
        memcpy(&matcher->spare[used], &matcher->items[copied],
               (matcher->item_count - copied) * sizeof *matcher->items);
        struct item *spare = matcher->items;
        matcher->items = matcher->spare;
        matcher->spare = spare;
        matcher->item_count += used - copied;
    }
}

void match_run(struct matcher *matcher, const struct lang_rules *rules, size_t pass, match_action *action,
               void *context)
{
    struct match_state *state = matcher->state;
    if (state->rules != rules) {
        begin(state, matcher, rules);
    }
    find_possible(state, &rules->passes[pass]);
    if (state->possible_count > 0) {
        run_possible(matcher, rules, &rules->passes[pass], action, context);
    }
}
