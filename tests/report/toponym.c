/* Names that no table knows and the words that make them places: one line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    /* the kind of place behind them */
    {"Nine nurses were killed in the Norvik refugee camp.", "count=9 place=Norvik"},
    {"Nine soldiers were killed at the Norvik air base.", "count=9 place=Norvik"},
    {"Gunmen shot nine nurses dead at the Norvik International Airport.", "count=9 place=Norvik"},
    {"Nine nurses were killed in the quiet Norvik neighbourhood of Kassala.", "count=9 place=Norvik"},
    {"Nine nurses were killed in the Norvik murder trial.", "count=9 places=0"},
    {"Nine nurses from the Norvik refugee camp were killed.", "count=9 places=0"},
    {"Nine nurses were killed at the Norvik private hospital.", "count=9 places=0"},
    {"Nine nurses were killed in the Norvik and Tarn areas of Kassala.", "count=9 place=Norvik places=3"},
    {"Nine nurses were killed in the Norvik, Ostrel and Tarn districts.", "count=9 place=Norvik places=3"},
    {"Nine nurses were killed in the Norvik and Tarn houses.", "count=9 places=0"},
    /* what a list of them goes on with, and where a clause begins behind it */
    {"In the villages of Norvik, Tarn and Ostrel, nine nurses were killed.", "count=9 places=3 place=Ostrel"},
    {"Nine nurses were killed in the village of Norvik, Tarn district.", "count=9 places=2 place=Tarn"},
    {"In the village of Norvik, Velian troops killed nine nurses.",
     "count=9 places=1 place=Norvik counterpart=Velian"},
    {"In the cities of Norvik and Tarn, Velian rebels killed nine nurses.",
     "count=9 places=2 place=Tarn counterpart=Velian"},
    {"In the village of Norvik, Velia lost nine soldiers.", "count=9 places=1 place=Norvik actor=Velia"},
    /* whose it is, and no name */
    {"Nine nurses were killed in three Velian cities.", "count=9 places=0"},
    {"Nine nurses were killed in a Norvikese village.", "count=9 places=0"},
    {"Nine nurses were killed in two Tarni villages.", "count=9 places=0"},
    {"Nine nurses were killed in the Tarni village.", "count=9 place=Tarni"},
    {"Nine nurses were killed in Damian town.", "count=9 place=Damian"},
    /* what stands before them */
    {"Nine nurses were killed in central Norvik.", "count=9 place=Norvik"},
    {"The union of workers (Norvik) met. The attack on Norvik killed nine nurses.", "count=9 places=0"},
    {"The union of workers met. The attack on Norvik killed nine nurses.", "count=9 place=Norvik"},
    {"Heavy shelling of Norvik killed nine nurses.", "count=9 place=Norvik"},
    {"Nine soldiers died in the battle for Norvik.", "count=9 place=Norvik"},
    {"Fighting for Niger has cost at least nine lives.", "min=9 places=0"},
    {"Nine people died in the bombing of Norvik Air 103.", "count=9 places=0"},
    {"Nine soldiers died in the battle for Kassala.", "count=9 place=Kassala"},
    {"Nine people were wounded in a riot over the shooting of Norvik.", "count=9 places=0"},
    {"Nine nurses died when a boat sank off Norvik.", "count=9 place=Norvik"},
    {"Nine nurses were killed in a village called Norvik.", "count=9 place=Norvik"},
    {"Nine nurses were killed by a man called Norvik.", "count=9 places=0"},
    {"Nine nurses were killed in a place known as Norvik.", "count=9 place=Norvik"},
    {"Nine nurses were killed by a man known as Norvik.", "count=9 places=0"},
    {"Nine nurses were killed in the vicinity of Norvik.", "count=9 place=Norvik"},
    {"Nine nurses were killed in the mountains of Norvik.", "count=9 place=Norvik"},
    /* the two ends of a road, beside the province around them too */
    {"Nine nurses were killed on the road between Norvik and Tarn.", "count=9 place=Norvik places=2"},
    {"Nine nurses were killed on the road between Norvik and Tarn, in Ostrel Department.",
     "count=9 place=Ostrel places=3"},
    {"Nine nurses died in clashes between Norvik and Tarn.", "count=9 places=0"},
    {"Nine nurses died in clashes between Norvik and Tarn on Monday in Ostrel.",
     "count=9 place=Ostrel places=1"},
    /* how far it is from there, when nothing nearer is named */
    {"Nine nurses were killed near the Delmira turnoff, 12 km south of Norvik.",
     "count=9 place=Norvik places=1"},
    {"Nine nurses were killed near the Delmira turnoff, 70 km south of Norvik.", "count=9 places=0"},
    {"Nine nurses were killed in Ostrel Department, 12 km south of Norvik.", "count=9 place=Ostrel places=1"},
    {"Nine nurses were killed. The attack took place at noon, 12 km south of Norvik.",
     "count=9 place=Norvik"},
    /* a name that goes on behind the part that a table knows */
    {"Nine nurses were killed in San Martin de Velmar.", "count=9 place=\"San Martin de Velmar\" places=1"},
    {"Nine nurses were killed in the Lima district of San Martin de Velmar.",
     "count=9 place=\"San Martin de Velmar\" places=2"},
    {"A quake of 6 on the Norvik scale shook northern Tarn, killing nine nurses.", "count=9 places=0"},
    {"The Norland army said nine nurses were killed in zone 11 of Norvik.", "count=9 place=Norvik"},
    {"Kassala was left in darkness after a raid. Nine nurses were killed.", "count=9 place=Kassala"},
    {"Nine nurses were killed so that rebels could travel to Kassala.", "count=9 places=0"},
    /* states of a federation */
    {"Nine nurses died in Yobe and Borno states on Sunday.",
     "count=9 place=\"Borno State\" places=2 first=2024-12-15 source=-"},
    {"Nine nurses died in Yobe, Borno and Adamawa states.",
     "count=9 place=\"Adamawa State\" places=3 source=-"},
    {"Nine nurses died in the states of Yobe, Borno and Adamawa.",
     "count=9 place=\"Adamawa State\" places=3"},
    {"Nine nurses died in Kaduna and Plateau states.", "count=9 place=\"Plateau State\" places=2"},
    {"Nine nurses died in Yobe, the army states.", "count=9 place=\"Yobe State\" places=1 source=army"},
    /* the border of two states, and their dispute */
    {"Nine nurses died on the border between Niger and Mali.", "count=9 place=Niger places=2"},
    {"Nine nurses died in clashes between Niger and Mali.", "count=9 places=0"},
    /* the name of a camp or port */
    {"Nine soldiers were killed at Camp Velmar.", "count=9 place=\"Camp Velmar\""},
    {"Rebels attacked Camp Velmar, killing nine soldiers.", "count=9 place=\"Camp Velmar\""},
    {"Nine soldiers were killed in Port Velmar.", "count=9 place=\"Port Velmar\""},
    /* a border */
    {"Nine smugglers were shot dead on the Chadian border.", "count=9 place=\"Chadian border\""},
    {"Nine smugglers were shot dead at Velmar, near the Chadian border.", "count=9 places=1 place=Velmar"},
    {"Nine people were shot dead by the Chadian border guards.", "count=9 places=0"},
    {"Nine soldiers were killed in the Velmar and Brask sectors.", "count=9 place=Velmar place=Brask"},
    /* the ends of a road */
    {"Nine soldiers were killed on the road linking Velmar and Brask.", "count=9 place=Velmar place=Brask"},
    {"Between Velmar and Brask, gunmen shot dead seven passengers.", "count=7 place=Velmar place=Brask"},
    {"Talks between Velmar and Brask went on while nine soldiers were killed.", "count=9 places=0"},
    {"Evidence linking Velmar and the killing of nine soldiers was found.", "count=9 places=0"},
    {"Nine soldiers were killed along the Dnipro.", "count=9 place=Dnipro"},
    /* whose soldiers and capital */
    {"Nine people were killed in an attack on Veldorian troops.", "count=9 places=0"},
};

static void names_are_places_by_their_words(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_places_by_their_words),
    };
    return cmocka_run_group_tests_name("toponym", tests, NULL, NULL);
}
