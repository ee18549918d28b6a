/* Articles that several tests of the store post. */
#ifndef TESTS_STORE_DRAFTS_H
#define TESTS_STORE_DRAFTS_H

#include "tests/store/support.h"

#define KILLED(actor, place, source, count, day)                                                             \
    {                                                                                                        \
        KIND_CASUALTY, SUBTYPE_KILLED, SCOPE_INCIDENT, STATUS_CLAIMED, actor, place, "XA", source, count,    \
            count, day, day, day                                                                             \
    }

static const struct draft courier = {
    .id = "courier-1",
    .url = "https://courier.example/1",
    .publisher = "The Courier",
    .text = "Twelve Norland soldiers were killed in Weissau on Saturday, the ministry said.",
    .published = 14,
    .reports = {KILLED("Norland", "Weissau", "Norland ministry", 12, 13)},
};
static const struct draft mail = {
    .id = "mail-7",
    .url = "https://mail.example/7",
    .publisher = "Morning Mail",
    .text = "The ministry of Norland confirmed on Sunday that 12 of its soldiers fell at Weissau.",
    .published = 14,
    .reports = {KILLED("Norland", "Weissau", "Norland ministry", 12, 13)},
};
static const struct draft other = {
    .id = "mail-8",
    .publisher = "Morning Mail",
    .text = "Three Sudmark soldiers were killed in Ostburg on the first day of the month.",
    .published = 3,
    .reports = {KILLED("Sudmark", "Ostburg", "witnesses", 3, 0)},
};

#endif
