/* Places of a sentence that are not where the claim happened: one line an expectation. */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    /* where something was done about it */
    {"Police in Khartoum arrested a man who killed two nurses in Chad.", "count=2 place=Chad places=1"},
    {"The killing of nine nurses in Kassala was condemned in Khartoum.", "count=9 place=Kassala places=1"},
    {"A suspect in the murder of nine nurses in Kassala was held in Khartoum on Friday.",
     "count=9 place=Kassala places=1"},
    {"Talks resumed in Khartoum on Monday after a raid killed 50 people in Norvik.",
     "count=50 place=Norvik places=1"},
    {"A court in Khartoum jailed two men for killing five soldiers in Norvik.",
     "count=5 place=Norvik places=1"},
    {"A court in Khartoum heard that two soldiers were killed in Norvik.", "count=2 place=Norvik places=1"},
    {"The bishop prayed in Khartoum for the 12 people killed in Norvik.", "count=12 place=Norvik places=1"},
    {"Clashes broke out in Khartoum after a soldier was killed.", "count=1 place=Khartoum"},
    {"The army went from house to house in Khartoum and, after searching the schools, killed 12 people.",
     "count=12 place=Khartoum"},
    /* what only lies in that direction */
    {"France has moved 300 soldiers closer to Chad.", "count=300 subtype=moved places=0"},
    {"Rebels have moved nearer to Khartoum.", "subtype=moved places=0"},
    {"France has moved 300 soldiers closer to the front in Chad.", "count=300 place=Chad"},
    {"Some 300 soldiers moved towards Chad.", "count=300 subtype=moved places=0"},
    {"Some 300 soldiers headed toward the town of Kassala.", "count=300 subtype=moved places=0"},
    {"A shell fired towards Kassala killed nine nurses in Khartoum.", "count=9 place=Khartoum"},
    /* where the wounded were brought */
    {"Seven soldiers were wounded and flown to a military hospital in Khartoum.", "count=7 places=0"},
    {"Seven soldiers were wounded and taken to the military hospital in Khartoum.", "count=7 places=0"},
    {"A shell fell close to the hospital in Khartoum and killed seven.", "count=7 place=Khartoum"},
    {"A rocket hit a road to the hospital in Khartoum, killing seven.", "count=7 place=Khartoum"},
    {"Seven soldiers were wounded near a military hospital in Khartoum.", "count=7 place=Khartoum"},
    /* where that was which is answered */
    {"Rockets killed nine farmers, the mayor said. The army said it was a response to an attack in Khartoum.",
     "count=9 places=0"},
    {"Rockets killed nine farmers, the mayor said. The army said it was hit by an attack in Khartoum.",
     "count=9 place=Khartoum"},
    /* where something else was, so long before or after */
    {"Gunmen killed four people in Khartoum on Sunday, two days after a bomb killed nine in Norvik.",
     "count=4 place=Khartoum places=1"},
    {"Gunmen killed four people in Khartoum on Sunday, two days after a bomb killed nine in Norvik.",
     "count=9 place=Norvik places=1"},
    {"Soldiers killed 28 farmers on Sunday. The killings took place three days before a raid on Khartoum.",
     "count=28 places=0"},
    {"Some 20 soldiers were killed in the past few hours as a result of clashes in Khartoum.",
     "count=20 place=Khartoum"},
    {"A year after gunmen killed four people in Khartoum, Kassala is quiet.",
     "count=4 place=Khartoum places=1"},
    {"Four days before a vote in Khartoum, gunmen killed nine people in Kassala.",
     "count=9 place=Kassala places=1"},
    {"Two days after a vote in Khartoum, gunmen killed nine people.", "count=9 place=Khartoum"},
    {"Israel bombed Goma on Friday in response to a rocket that killed 12 people in Kassala.",
     "count=12 place=Kassala places=1"},
    {"In revenge for the killing of 12 people in Kassala, Israel bombed Goma.",
     "count=12 place=Kassala places=1"},
    {"Israel bombed Kassala in response to a rocket and killed 12 people.", "count=12 place=Kassala"},
    {"Talks in Geneva on the war that has killed 20,000 people ended on Friday.", "count=20000 places=0"},
    {"Talks on the war in Sudan that has killed 20,000 people ended on Friday.", "count=20000 place=Sudan"},
    {"The brigade, trained in France, lost 12 soldiers in Kassala.", "count=12 place=Kassala places=1"},
    {"The brigade, trained in France, lost 12 soldiers on Monday.", "count=12 places=0"},
    {"The poet, killed in Kassala in 2023, was mourned in Khartoum on Friday.",
     "count=1 place=Kassala places=1"},
    {"A train from Khartoum to Kassala was hit by a shell, which killed nine nurses.", "count=9 places=0"},
    {"A ship bound for Kassala was hit off Goma, killing nine nurses.", "count=9 place=Goma places=1"},
    {"A jet flying from Khartoum to Kassala was shot down near Goma, killing nine nurses.",
     "count=9 place=Goma places=1"},
    {"Fighting from Khartoum to Kassala killed nine nurses.", "count=9 place=Kassala"},
    {"A bomb on the road from Khartoum to Kassala killed nine nurses.", "count=9 place=Kassala"},
    {"The general launched a verbal attack on Chad after 12 soldiers were killed.", "count=12 places=0"},
    {"A cyber attack on Kassala shut a hospital, and two people died.", "count=2 places=0"},
    {"A fierce attack on Kassala shut a hospital, and two people died.", "count=2 place=Kassala"},
    /* where nobody came to harm */
    {"Two nurses died in Goma, one in Kassala and none in Gao.", "count=1 place=Kassala places=1"},
    {"No one died in Goma, but two nurses were killed in Kassala.", "count=2 place=Kassala places=1"},
    {"No help came to Goma, where two nurses were killed.", "count=2 place=Goma"},
    /* where it was judged */
    {"A court in Geneva ruled on Tuesday that Chad had killed nine nurses in Kassala.",
     "count=9 place=Kassala places=1"},
    {"A bomb in Geneva was so strong that it killed nine nurses in Carouge.", "count=9 place=Geneva"},
    /* where somebody or something came from */
    {"Five farmers were killed in Norvik by shells fired from Khartoum.", "count=5 place=Norvik places=1"},
    {"Drones that took off from Khartoum hit Norvik, killing nine men.", "count=9 place=Norvik places=1"},
    {"Nine men were killed by bombers that took off from Chad.", "count=9 places=0"},
    {"Five nurses from Khartoum were killed in Norvik.", "count=5 place=Norvik places=1"},
    {"Five nurses were killed 12 km from Kassala.", "count=5 place=Kassala"},
    {"Five nurses were killed across from Kassala station.", "count=5 place=Kassala"},
    {"Five farmers died in the bombardment of Kassala.", "count=5 place=Kassala"},
    {"Norland sent 2,000 troops to Kassala in 2003 and condemned the raid that killed nine in Khartoum.",
     "count=2000 place=Kassala places=1 first=2003-01-01"},
    {"Norland sent 2,000 troops to Kassala in 2003 and condemned the raid that killed nine in Khartoum.",
     "count=9 place=Khartoum places=1 first=-"},
    {"U.S. strikes killed four men in Norvik.", "count=4 place=Norvik places=1"},
    /* where something is to be, or somebody was born */
    {"Two nurses were kidnapped to protest the coming visit to Kassala by the president.",
     "count=2 places=0"},
    {"Two nurses were kidnapped during a visit to Kassala.", "count=2 place=Kassala"},
    {"Two nurses were killed, one of them a native of Norvik province.", "count=2 places=0"},
    /* what a town owns lies in it */
    {"Five soldiers were killed in Kassala's old quarter.", "count=5 place=Kassala"},
    /* where it was said */
    {"The governor said in Khartoum that 12 nurses were killed in Norvik.", "count=12 place=Norvik places=1"},
    {"The governor announced on Monday in Khartoum that 12 nurses were killed in Norvik.",
     "count=12 place=Norvik places=1"},
    {"It was reported in Khartoum today that 12 nurses were killed.", "count=12 places=0"},
    {"In Khartoum, officials said 12 nurses were killed.", "count=12 places=0"},
    {"In Khartoum, army spokesperson Major Aldo Vanti said 12 nurses were killed.", "count=12 places=0"},
    {"In Khartoum, police said 12 nurses were killed.", "count=12 place=Khartoum"},
    {"In Kassala, officials said 12 nurses were killed.", "count=12 place=Kassala"},
    {"On Sunday in Kassala, officials said 12 nurses were killed.", "count=12 place=Kassala"},
    {"In Kassala, the governor said 12 nurses were killed in Norvik.", "count=12 place=Norvik places=1"},
    {"In a letter in Kassala, the governor said 12 nurses were killed.", "count=12 places=0"},
    {"Rebels seized Kassala after heavy fighting that killed 12 nurses.", "count=12 place=Kassala"},
    {"Twelve deaths were reported in Khartoum today.", "count=12 place=Khartoum"},
    /* where the main clause is, or the one that is set in it */
    {"The rebels, who killed nine nurses in Norvik, freed two others in Khartoum.",
     "count=9 place=Norvik places=1"},
    {"The Veldar Front, which killed nine people in Norvik, was driven out of Khartoum.",
     "count=9 place=Norvik places=1"},
    {"A guard, who served in Khartoum until recently, was shot dead in Norvik.",
     "count=1 place=Norvik places=1"},
    {"A guard, who was standing near the bank in Khartoum, was shot dead.", "count=1 place=Khartoum"},
    /* whose it is */
    {"Bombs exploded outside U.S. embassies in Kenya and Tanzania, killing 81 people.",
     "count=81 place=Kenya places=2"},
    {"Nine nurses were killed near US positions in Syria.", "count=9 place=Syria places=1"},
    {"Nine nurses were killed in the U.S. Friday.", "count=9 place=\"United States\""},
    {"Nine nurses were killed near the U.S. border.", "count=9 place=-"}, /* on which side? */
    {"Nine nurses were killed in a raid on the Justice Department.", "count=9 places=0"},
    /* where the next clause is */
    {"A raid on Norvik killed five and on Sunday three died in Khartoum.", "count=5 place=Norvik places=1"},
    {"A raid on Norvik killed five and on Sunday three died in Khartoum.", "count=3 place=Khartoum places=1"},
    {"A bomb killed three nurses in Kassala on Sunday and another killed two in Khartoum on Monday.",
     "count=3 place=Kassala places=1"},
    {"A bomb killed three nurses in Kassala on Sunday and another killed two in Khartoum on Monday.",
     "count=2 place=Khartoum places=1"},
    {"On Friday two were killed in Kassala, on Saturday three in Khartoum.",
     "count=2 place=Kassala places=1"},
    {"On Friday two were killed in Kassala, on Saturday three in Khartoum.",
     "count=3 place=Khartoum places=1"},
    {"A raid killed nine nurses in Kassala and Khartoum and wounded 12.", "count=9 place=Kassala places=2"},
    {"France sent 300 soldiers to Mali, and Chad recalled its 30 advisers from Niger.",
     "count=300 place=Mali places=1"},
    {"France sent 300 soldiers to Mali, and Chad recalled its 30 advisers from Niger.",
     "count=30 place=Niger places=1"},
    {"Nine nurses died and 12 were wounded in Kassala, and in Khartoum.", "count=12 place=Khartoum places=2"},
    /* where some of them were */
    {"In 2023, 363 nurses were killed, 178 of them in Khartoum.", "count=363 places=0"},
    {"In 2023, 363 nurses were killed, 178 of them in Khartoum.", "count=178 place=Khartoum places=1"},
    {"In 2023, 363 nurses were killed, most of them in Khartoum.", "count=363 place=Khartoum"},
    {"In 2023, 363 nurses were killed, 178 of whom died in Khartoum.", "count=363 places=0"},
    {"At least 363 nurses died, 178 of them women, in Khartoum.", "min=363 place=Khartoum places=1"},
    {"Some 363 nurses were killed, 178 of them pupils in Khartoum.", "count=363 place=Khartoum places=1"},
    {"Gangs killed eight officers in Sudan. One of them was shot in Khartoum.",
     "count=8 place=Sudan places=1"},
    {"Gangs killed eight officers in Sudan. They were shot in Khartoum.", "count=8 place=Khartoum places=1"},
    /* where the participle puts them */
    {"Bells rang in Khartoum for the nine soldiers killed in Norvik.", "count=9 place=Norvik places=1"},
    {"The museum in Kassala fell silent for the 12 killed in Khartoum.", "count=12 place=Khartoum places=1"},
    {"The museum in Kassala fell silent for the 190 soldiers killed at the Brem.", "count=190 places=0"},
    {"The school in Kassala mourned its nine pupils killed on Monday.", "count=9 place=Kassala"},
    {"The school in Kassala mourned its nine pupils killed in June.", "count=9 place=Kassala"},
    {"In Kassala, nine nurses killed in an Ethiopian raid were buried.", "count=9 place=Kassala places=1"},
    {"In Kassala, nine nurses killed at the Veldar garage were buried.", "count=9 place=Kassala places=1"},
    /* where the other verb puts them */
    {"A soldier wounded in Kassala in May died in Khartoum.", "subtype=killed place=Khartoum places=1"},
    {"A soldier wounded in Kassala in May died in Khartoum.", "subtype=wounded place=Kassala places=1"},
    {"Nine soldiers based in Kassala were killed in Khartoum.", "count=9 place=Khartoum places=1"},
    {"Nine soldiers based in Kassala were killed on Monday.", "count=9 place=Kassala"},
    {"Nine nurses living in Kassala were killed in a raid in Khartoum.", "count=9 place=Khartoum places=1"},
    {"Nine nurses working in Kassala were killed on Monday.", "count=9 place=Kassala"},
    {"Nine soldiers based in Kassala were killed when a bomb went off in Khartoum.",
     "count=9 place=Khartoum places=1"},
    {"The father of a nurse killed in Kassala spoke in Khartoum.", "subtype=killed place=Kassala places=1"},
    {"A nurse kidnapped in Kassala in 2021 was freed in Khartoum on Monday.",
     "count=1 subtype=captured place=Kassala places=1"},
    {"Nine nurses killed in Kassala were buried in Khartoum on Monday.",
     "count=9 place=Kassala places=1 first=-"},
    {"The bishop of a church in Kassala was killed in Khartoum.", "count=1 place=Khartoum places=1"},
    {"A teacher at Kassala University was shot dead in Khartoum.", "count=1 place=Khartoum places=1"},
    {"A teacher at Kassala University was shot dead on Monday.", "count=1 place=Kassala"},
    {"Born in Kassala, the nurse was killed on Monday.", "count=1 places=0"},
    {"Two nurses were killed in Chad; both were born in Kassala.", "count=2 place=Chad places=1"},
    /* ... and where people in a place are */
    {"Two nurses in Kassala were killed and five were wounded in Khartoum.",
     "count=2 place=Kassala places=1"},
    {"A nurse in Kassala was killed and another was shot dead in Khartoum.",
     "count=1 place=Kassala places=1"},
    {"Nine nurses in Kassala were killed as the president met envoys in Khartoum.",
     "count=9 place=Kassala places=1"},
    {"Nine nurses in Kassala were killed by a bomb, days after a blast in Khartoum.",
     "count=9 place=Kassala places=1"},
    {"Nine nurses trained in Kassala were killed in a raid on Sunday, officials in Khartoum said.",
     "count=9 place=Kassala places=1"},
    {"Nine nurses in Kassala were killed on Sunday, more than in Khartoum last year.",
     "count=9 place=Kassala places=1"},
    /* where those are based who did it */
    {"Nine nurses in Kassala were killed on Sunday by rebels based in Khartoum.",
     "count=9 place=Kassala places=1"},
    {"Nine nurses were killed in Kassala by rebels based in Khartoum.", "count=9 place=Kassala places=1"},
    {"Nine nurses were killed by rebels based in Khartoum.", "count=9 place=Khartoum"},
    /* what it is compared with */
    {"Nine nurses died on Monday, the deadliest day since the siege of Kassala.", "count=9 places=0"},
    {"Nine nurses died on Monday in Khartoum in the worst attack since one in Kassala.",
     "count=9 place=Khartoum places=1"},
    {"Nine nurses died in the worst attack in Kassala since May.", "count=9 place=Kassala"},
    /* where others were */
    {"Four Sudanese conscripts were killed on Monday. Two shepherds were wounded near Kassala.",
     "count=4 places=0"},
    {"Four Sudanese conscripts died in a blast on Monday. Two shepherds were wounded near Kassala.",
     "count=4 place=Kassala"},
    {"Four Sudanese conscripts died in a blast on Monday. Two shepherds were wounded by a mine near Kassala.",
     "count=4 places=0"},
    {"Four Sudanese conscripts were killed on Monday. The blast wounded two shepherds near Kassala.",
     "count=4 place=Kassala"},
    /* the war since which */
    {"Nine nurses were killed in Jordan, the first deaths since the Gaza war broke out.",
     "count=9 place=Jordan places=1"},
    {"Nine nurses were killed in northeast Jordan, the first deaths since the Gaza war broke out.",
     "count=9 place=Jordan places=1"},
    {"France sent 300 soldiers to northern Chad.", "count=300 place=Chad"},
    {"Nine nurses have been killed since the Gaza war broke out.", "count=9 place=\"Gaza Strip\""},
    /* where they were taken */
    {"Gunmen killed eight farmers in Norvik and abducted 14 girls from Kassala.",
     "count=14 place=Kassala places=1"},
    {"Gunmen abducted 14 girls from Bremmer.", "count=14 places=0"},
    {"Rebels captured 14 soldiers from France in Kassala.", "count=14 place=Kassala places=1"},
    {"Norland sent 300 soldiers to Kassala from bases in Khartoum.", "count=300 place=Kassala places=1"},
    /* where that was told */
    {"The spokesman told a crowded press conference in Khartoum that nine nurses were killed.",
     "count=9 places=0"},
    {"Norland said it shelled Goma on Monday, killing nine.", "count=9 place=Goma first=2024-12-16"},
    {"Norland said its missiles hit Goma on Monday, killing nine.", "count=9 place=Goma first=2024-12-16"},
    {"Norland told the king on Monday that nine nurses were killed.", "count=9 first=-"},
    {"A post at Velmar came under fire on Monday. Two gendarmes were killed.",
     "count=2 place=Velmar first=2024-12-16"},
    {"The spokesman said in a speech in Khartoum that nine nurses were killed.", "count=9 places=0"},
    /* lines of a table */
    {"Kassala: 3 killed, 11 injured\nKhartoum district: 2 wounded", "count=11 place=Kassala places=1"},
    {"Kassala: 3 killed, 11 injured\nKhartoum district: 2 wounded", "count=2 place=Khartoum places=1"},
    {"Kassala: rebels shell a market\nFive nurses were killed.", "count=5 places=0"},
};

static void places_of_others_are_left(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_of_others_are_left),
    };
    return cmocka_run_group_tests_name("elsewhere", tests, NULL, NULL);
}
