#include "link.h"

#include <stdlib.h>

/* A sentence goes on with the one before it, which may name other people and places: so many claims before
 * one of the same article are compared with it, whatever their actor key. */
#define NEIGHBOURS 8

/* Lists of candidates that are kept while an article is linked: its claims mostly look in the same places. */
#define KEPT_LISTS 16

/* Where one claim looks. */
struct lookup {
    enum sql sql; /* by actor key, by figure or by town and day */
    struct merge_window window;
};

/* A stored claim that may be linked. */
struct candidate {
    int64_t id;
    int64_t twin;
};

struct candidate_list {
    struct lookup lookup;
    struct candidate *items; /* by twin */
    size_t count, capacity;
};

struct linking {
    struct batch *batch;
    struct forest *forest; /* the components, when all claims are linked anew; else NULL */
    struct claim_row *rows;
    struct merge_window *windows; /* of each claim */
    const struct merge_prepared **prepared;
    size_t count;
    /* A node is a claim of the article, by its place, or behind these a stored component. */
    size_t *parent;
    size_t nodes, capacity;
    int64_t *components; /* of the nodes behind the claims */
    struct id_map component_node;
    struct candidate_list lists[KEPT_LISTS];
    size_t next_list; /* how many were read; modulo KEPT_LISTS the next to be given up */
};

static enum status no_memory(struct error *error)
{
    error_set(error, ERR_NO_MEMORY, NULL, "out of memory");
    return ERR_NO_MEMORY;
}

static size_t root(size_t *parent, size_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

/* The lower node is the root, so that it is a claim of the article where there is one. */
static void join_nodes(struct linking *linking, size_t a, size_t b)
{
    size_t left = root(linking->parent, a);
    size_t right = root(linking->parent, b);
    linking->parent[left < right ? right : left] = left < right ? left : right;
}

static enum status node_of(struct linking *linking, int64_t component, size_t *node)
{
    int64_t known = id_map_get(&linking->component_node, component);
    if (known != 0) {
        *node = (size_t)known - 1;
        return OK;
    }
    if (linking->nodes == linking->capacity) {
        struct arena *arena = &linking->batch->arena;
        size_t capacity = 2 * linking->capacity + 16;
        size_t *parent =
            arena_grow(arena, linking->parent, linking->nodes, capacity, sizeof *linking->parent);
        int64_t *components = arena_grow(arena, linking->components, linking->nodes - linking->count,
                                         capacity - linking->count, sizeof *components);
        if (parent == NULL || components == NULL) {
            return ERR_NO_MEMORY;
        }
        linking->parent = parent;
        linking->components = components;
        linking->capacity = capacity;
    }
    *node = linking->nodes++;
    linking->parent[*node] = *node;
    linking->components[*node - linking->count] = component;
    return id_map_put(&linking->component_node, component, (int64_t)*node + 1);
}

static bool same_lookup(const struct lookup *a, const struct lookup *b)
{
    if (a->sql == SQL_CANDIDATES_OF_TOWN) {
        return a->sql == b->sql && a->window.day == b->window.day &&
               str_equal(a->window.town_key, b->window.town_key) &&
               str_equal(a->window.actor_key, b->window.actor_key);
    }
    return a->sql == b->sql && a->window.kind == b->window.kind && a->window.first == b->window.first &&
           a->window.last == b->window.last && str_equal(a->window.actor_key, b->window.actor_key) &&
           (a->sql != SQL_CANDIDATES_OF_FIGURE || a->window.figure == b->window.figure);
}

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *left = a;
    const struct candidate *right = b;
    if (left->twin != right->twin) {
        return left->twin < right->twin ? -1 : 1;
    }
    return left->id < right->id ? -1 : left->id > right->id ? 1 : 0;
}

static void bind_lookup(struct use *use, const struct lookup *lookup)
{
    const struct merge_window *window = &lookup->window;
    if (lookup->sql == SQL_CANDIDATES_OF_TOWN) {
        use_str(use, window->town_key);
        use_int64(use, window->day);
        use_str(use, window->actor_key);
        return;
    }
    use_int64(use, (int64_t)window->kind);
    if (lookup->sql == SQL_CANDIDATES_OF_FIGURE) {
        use_int64(use, window->figure);
    } else {
        use_str(use, window->actor_key);
    }
    use_int64(use, window->first);
    use_int64(use, window->last);
    if (lookup->sql == SQL_CANDIDATES_OF_FIGURE) {
        use_str(use, window->actor_key);
    }
}

static enum status read_list(struct batch *batch, struct candidate_list *list, struct error *error)
{
    struct use use;
    bool found;
    enum status status;
    list->count = 0;
    use_begin(&use, batch->connection, list->lookup.sql);
    bind_lookup(&use, &list->lookup);
    while ((status = use_row(&use, &found, error)) == OK && found) {
        if (list->count == list->capacity) {
            size_t capacity = 2 * list->capacity + 64;
            struct candidate *items = realloc(list->items, capacity * sizeof *items);
            if (items == NULL) {
                status = no_memory(error);
                break;
            }
            list->items = items;
            list->capacity = capacity;
        }
        list->items[list->count].id = column_int64(&use);
        list->items[list->count++].twin = column_int64(&use);
    }
    use_end(&use);
    if (status == OK && list->count > 1) {
        qsort(list->items, list->count, sizeof *list->items, compare_candidates);
    }
    return status;
}

static enum status find_list(struct linking *linking, const struct lookup *lookup,
                             const struct candidate_list **found, struct error *error)
{
    struct candidate_list *list;
    for (size_t i = 0; i < KEPT_LISTS && i < linking->next_list; i++) {
        if (same_lookup(&linking->lists[i].lookup, lookup)) {
            *found = &linking->lists[i];
            return OK;
        }
    }
    list = &linking->lists[linking->next_list++ % KEPT_LISTS];
    list->lookup = *lookup;
    *found = list;
    return read_list(linking->batch, list, error);
}

/* The claim and its component; NULL for one that claim `i` is not to be compared with. */
static enum status get_candidate(struct linking *linking, int64_t id, const struct merge_prepared **claim,
                                 int64_t *component, struct error *error)
{
    struct batch *batch = linking->batch;
    if (linking->forest != NULL && id >= linking->rows[0].claim.id) {
        *claim = NULL; /* its own turn comes, or it is of the same article */
        return OK;
    }
    enum status status = claim_cache_get(&batch->cache, batch->connection, id, claim, component, error);
    if (status == OK && linking->forest != NULL && *claim != NULL) {
        *component = forest_find(linking->forest, id);
    }
    return status;
}

/* Looks for stored claims that claim `i` is linked to.  A component needs one; of the copies of a claim one
 * is compared, what links to it links to all. */
static enum status link_stored(struct linking *linking, size_t i, const struct lookup *lookup,
                               struct error *error)
{
    const struct candidate_list *list;
    enum status status = find_list(linking, lookup, &list, error);
    bool linked = false;
    bool compared = false;
    for (size_t k = 0; status == OK && k < list->count; k++) {
        const struct candidate *candidate = &list->items[k];
        const struct merge_prepared *claim;
        int64_t component;
        size_t node;
        compared = compared && k > 0 && candidate[-1].twin == candidate->twin;
        if (compared && !linked) {
            continue;
        }
        status = get_candidate(linking, candidate->id, &claim, &component, error);
        if (status != OK || claim == NULL) {
            continue;
        }
        if (node_of(linking, component, &node) != OK) {
            return no_memory(error);
        }
        if (root(linking->parent, node) == root(linking->parent, i)) {
            continue;
        }
        if (!compared) {
            linked = merge_score_prepared(linking->prepared[i], claim, NULL) >= MERGE_LINK;
            compared = true;
        }
        if (linked) {
            join_nodes(linking, i, node);
        }
    }
    return status;
}

/* A denial, or a toll told of what came before it. */
static bool looks_back(const struct linking *linking, size_t i)
{
    return linking->rows[i].claim.report.status == STATUS_DENIED || linking->windows[i].toll;
}

static bool in_one_town(const struct merge_window *a, const struct merge_window *b)
{
    return a->town_key.size > 0 && a->day == b->day && str_equal(a->town_key, b->town_key);
}

/* Compares claim `i` with those before it in the article: those that come shortly before, have something in
 * common that is looked for, or look back. */
static void link_own(struct linking *linking, size_t i)
{
    const struct merge_window *window = &linking->windows[i];
    for (size_t k = 0; k < i; k++) {
        const struct merge_window *other = &linking->windows[k];
        if (window->kind != other->kind ||
            !(i - k <= NEIGHBOURS || (window->figure != COUNT_NONE && window->figure == other->figure) ||
              str_equal(window->actor_key, other->actor_key) || in_one_town(window, other) ||
              looks_back(linking, i) || looks_back(linking, k))) {
            continue;
        }
        if (root(linking->parent, i) != root(linking->parent, k) &&
            merge_score_prepared(linking->prepared[i], linking->prepared[k], NULL) >= MERGE_LINK) {
            join_nodes(linking, i, k);
        }
    }
}

static enum status prepare(struct linking *linking, struct error *error)
{
    struct arena *arena = &linking->batch->arena;
    linking->windows = arena_array(arena, linking->count, sizeof *linking->windows);
    linking->prepared = arena_array(arena, linking->count, sizeof(struct merge_prepared *));
    linking->parent = arena_array(arena, linking->count, sizeof *linking->parent);
    if (linking->windows == NULL || linking->prepared == NULL || linking->parent == NULL) {
        return no_memory(error);
    }
    for (size_t i = 0; i < linking->count; i++) {
        struct claim_row *row = &linking->rows[i];
        linking->windows[i] = merge_window(&row->claim, arena);
        linking->prepared[i] = merge_prepare(arena, &row->claim);
        linking->parent[i] = i;
        row->actor_key = linking->windows[i].actor_key;
        row->town_key = linking->windows[i].town_key;
        if (row->actor_key.data == NULL || linking->prepared[i] == NULL) {
            return no_memory(error);
        }
    }
    linking->nodes = linking->capacity = linking->count;
    return OK;
}

static void join_ruled_own(struct linking *linking, size_t i, int64_t correction)
{
    for (size_t k = 0; k < i; k++) {
        const struct claim_row *other = &linking->rows[k];
        for (size_t n = 0; n < other->ruling_count; n++) {
            if (other->rulings[n].correction == correction && !other->rulings[n].apart) {
                join_nodes(linking, i, k);
            }
        }
    }
}

/* The component of the stored claims that a ruling holds together, for all of which the lowest stands; 0 when
 * there are none. */
static enum status find_ruled(struct linking *linking, int64_t correction, int64_t *component,
                              struct error *error)
{
    struct use use;
    bool found;
    *component = 0;
    use_begin(&use, linking->batch->connection, SQL_RULING_FIRST);
    use_int64(&use, correction);
    enum status status = use_row(&use, &found, error);
    if (status == OK && found) {
        int64_t report = column_int64(&use);
        if (linking->forest == NULL) {
            *component = column_int64(&use);
        } else if (report < linking->rows[0].claim.id) { /* else it is of the same article */
            *component = forest_find(linking->forest, report);
        }
    }
    use_end(&use);
    return status;
}

/* Claims that an analyst holds together come into one component, whatever their points. */
static enum status link_ruled(struct linking *linking, size_t i, struct error *error)
{
    const struct claim_row *row = &linking->rows[i];
    for (size_t k = 0; k < row->ruling_count; k++) {
        int64_t component;
        size_t node;
        if (row->rulings[k].apart) {
            continue;
        }
        join_ruled_own(linking, i, row->rulings[k].correction);
        enum status status = find_ruled(linking, row->rulings[k].correction, &component, error);
        if (status != OK) {
            return status;
        }
        if (component != 0) {
            if (node_of(linking, component, &node) != OK) {
                return no_memory(error);
            }
            join_nodes(linking, i, node);
        }
    }
    return OK;
}

static enum status find_links(struct linking *linking, struct error *error)
{
    enum status status = OK;
    for (size_t i = 0; status == OK && i < linking->count; i++) {
        struct lookup lookup = {SQL_CANDIDATES_OF_ACTOR, linking->windows[i]};
        link_own(linking, i);
        status = link_stored(linking, i, &lookup, error);
        if (status == OK && lookup.window.figure != COUNT_NONE) {
            lookup.sql = SQL_CANDIDATES_OF_FIGURE;
            status = link_stored(linking, i, &lookup, error);
        }
        if (status == OK && lookup.window.town_key.size > 0) {
            lookup.sql = SQL_CANDIDATES_OF_TOWN;
            status = link_stored(linking, i, &lookup, error);
        }
        if (status == OK) {
            status = link_ruled(linking, i, error);
        }
    }
    return status;
}

static enum status take_in(struct batch *batch, int64_t component, int64_t into, struct error *error)
{
    struct use use;
    enum status status;
    use_begin(&use, batch->connection, SQL_REPORT_JOIN_COMPONENT);
    use_int64(&use, into);
    use_int64(&use, component);
    status = use_run(&use, error);
    if (status == OK &&
        (id_list_add(&batch->joined, component) != OK || id_list_add(&batch->joined, into) != OK)) {
        status = no_memory(error);
    }
    claim_cache_join(&batch->cache, component, into);
    return status;
}

/* Of several components that become one the largest that is kept goes on, else the oldest. */
static bool goes_on(struct batch *batch, int64_t component, int64_t other)
{
    size_t size = component_cache_size(&batch->components, component);
    size_t other_size = component_cache_size(&batch->components, other);
    return size != other_size ? size > other_size : component < other;
}

/* Names the component of each root and makes one of those that come together. */
static enum status name_components(struct linking *linking, struct error *error)
{
    struct batch *batch = linking->batch;
    int64_t *names = arena_array(&batch->arena, linking->count, sizeof *names); /* of the roots */
    enum status status = names == NULL ? no_memory(error) : OK;
    for (size_t node = linking->count; status == OK && node < linking->nodes; node++) {
        size_t top = root(linking->parent, node);
        int64_t component = linking->components[node - linking->count];
        if (top < linking->count && (names[top] == 0 || goes_on(batch, component, names[top]))) {
            names[top] = component;
        }
    }
    for (size_t node = linking->count; status == OK && node < linking->nodes; node++) {
        size_t top = root(linking->parent, node);
        int64_t component = linking->components[node - linking->count];
        if (top < linking->count && component != names[top]) {
            status = take_in(batch, component, names[top], error);
        }
    }
    for (size_t i = 0; status == OK && i < linking->count; i++) {
        size_t top = root(linking->parent, i);
        if (names[top] == 0) {
            names[top] = linking->rows[top].claim.id;
        }
        linking->rows[i].component = names[top];
        if (top == i && id_list_add(&batch->touched, names[top]) != OK) {
            status = no_memory(error);
        }
    }
    return status;
}

enum status link_components(struct batch *batch, const int64_t *components, size_t count, struct error *error)
{
    int64_t into = components[0];
    enum status status = OK;
    for (size_t i = 1; i < count; i++) {
        into = goes_on(batch, components[i], into) ? components[i] : into;
    }
    for (size_t i = 0; status == OK && i < count; i++) {
        if (components[i] != into) {
            status = take_in(batch, components[i], into, error);
        }
    }
    return status == OK && id_list_add(&batch->touched, into) != OK ? no_memory(error) : status;
}

/* What no list gives back by itself. */
static void release(struct linking *linking)
{
    for (size_t i = 0; i < KEPT_LISTS; i++) {
        free(linking->lists[i].items);
    }
    id_map_release(&linking->component_node);
}

enum status link_claims(struct batch *batch, struct claim_row *rows, size_t count, struct error *error)
{
    struct linking linking = {.batch = batch, .rows = rows, .count = count};
    enum status status = prepare(&linking, error);
    if (status == OK && batch->anew) {
        for (size_t i = 0; i < count; i++) {
            rows[i].component = rows[i].claim.id;
        }
        return OK;
    }
    if (status == OK) {
        status = find_links(&linking, error);
    }
    if (status == OK) {
        status = name_components(&linking, error);
    }
    release(&linking);
    return status;
}

enum status link_anew(struct batch *batch, struct claim_row *rows, size_t count, struct forest *forest,
                      struct error *error)
{
    struct linking linking = {.batch = batch, .forest = forest, .rows = rows, .count = count};
    enum status status = prepare(&linking, error);
    if (status == OK) {
        status = find_links(&linking, error);
    }
    for (size_t node = 0; status == OK && node < linking.nodes; node++) {
        size_t top = root(linking.parent, node);
        if (top < count) { /* else a component that nothing here is linked to */
            forest_join(forest, node < count ? rows[node].claim.id : linking.components[node - count],
                        rows[top].claim.id);
        }
    }
    release(&linking);
    return status;
}
