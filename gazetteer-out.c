/* Made by embed_gazetteer. */
#include "place/table.h"

static const struct table_form names_forms[2] = {
    {28, 0xB3204B9CU, 0, 1, 0x1, 8, 0},
};

static const uint32_t names_slots[] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0,
};

const struct form_table gazetteer_names = {names_forms, names_slots, 15};

static const struct table_form demonyms_forms[3] = {
    {36, 0xF0CB1BD3U, 1, 0, 0x0, 1, 0},
    {37, 0xC9F914CAU, 1, 1, 0x3, 10, 0},
};

static const uint32_t demonyms_slots[] = {
    0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0,
};

const struct form_table gazetteer_demonyms = {demonyms_forms, demonyms_slots, 15};

static const struct table_form towns_forms[1] = {};

static const uint32_t towns_slots[] = {
    0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
};

const struct form_table gazetteer_towns = {towns_forms, towns_slots, 15};

const struct table_entry gazetteer_entries[] = {
    {0, 4294967295U, 14000, 1730000, 120000, 8, 0, 0, {'K', 'I'}},
};

const struct table_state gazetteer_states[] = {
    {8, 4294967295U, 10, 10},
};

const uint32_t gazetteer_country_count = 1;

const uint32_t gazetteer_candidates[] = {
    0,
    0,
};

const char gazetteer_pool[] = "KiribatiI-KiribatiI-Kiribatikiribatiii kiribati";
