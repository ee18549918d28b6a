/* Dates and places that a claim takes from another sentence on the same happening: one line an expectation.
 */
#include "tests/report/expectation.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define PUBLISHED "2024-12-17"

static const struct report_row rows[] = {
    /* what is told below another country's name happened there */
    {"Mali: Rebels overran Gao on 9 December, killing 30 soldiers.\n\nColombia: In December 15 soldiers were "
     "killed.",
     "count=15 places=0"},
    {"MALI\n\nRebels killed 30 soldiers in Gao on 9 December.\n\nNIGER\n\nIn all, 15 soldiers died in the "
     "attack.",
     "count=15 places=0"},
    {"Rebels killed 30 soldiers in Gao on 9 December.\n\nIn all, 15 farmers died in the attack.",
     "count=15 place=Gao first=2024-12-09"},
    {"Rebels killed 30 soldiers in Gao on 9 December.\n\nToll: In all, 15 farmers died in the attack.",
     "count=15 place=Gao first=2024-12-09"},
    /* the deed that is told of again, with its day and place */
    {"About 50 farmers were kidnapped. According to the army, the mass kidnapping took place on 10 December.",
     "count=50 first=2024-12-10 last=2024-12-10 basis=\"10 December\""},
    {"Three students were charged with the killing of two French nurses. The killings occurred in Khartoum "
     "on "
     "9 December.",
     "count=2 first=2024-12-09 place=Khartoum"},
    {"Three students were charged with the killing of two nurses. The trial opened in Khartoum on 9 "
     "December.",
     "count=2 first=- places=0"},
    {"Six nurses were killed. The killing of a judge was carried out on 9 December.", "count=6 first=-"},
    {"Two nurses were killed. The kidnapping took place on 9 December.", "count=2 first=-"},
    /* in another place */
    {"Gunmen shot two men dead in Khartoum on Friday. Elsewhere, nine people were killed.",
     "count=9 first=- places=0"},
    {"Gunmen shot two men dead in Khartoum on Friday. In the northeast, a drone killed nine people.",
     "count=9 first=- places=0"},
    {"Gunmen shot two men dead in Khartoum on Friday. In the raid, nine people were wounded.",
     "count=9 first=2024-12-13 place=Khartoum"},
    /* a town that is taken */
    {"Prices in Khartoum fell. Nine soldiers were killed.", "count=9 place=-"},
    {"The firm took Khartoum to court. Nine soldiers were killed.", "count=9 place=-"},
    {"The town of Khartoum fell on Sunday. Nine soldiers were killed.", "count=9 place=Khartoum"},
    {"On Sunday the rebels took Khartoum. Nine soldiers were killed.",
     "count=9 first=2024-12-15 place=Khartoum"},
    {"On Sunday the rebels seized the town of Omdurman. Nine soldiers were killed.",
     "count=9 first=2024-12-15 place=Omdurman"},
    {"Omdurman fell to the rebels on Sunday. Nine soldiers were killed.",
     "count=9 first=2024-12-15 place=Omdurman"},
    {"A raid killed 12 soldiers in Goma on Monday.\n\nOn Sunday the rebels took Omdurman. Nine soldiers were "
     "killed.",
     "count=9 first=2024-12-15 place=Omdurman"},
    {"On Sunday the minister took Omdurman's mayor to court. Nine soldiers were killed.",
     "count=9 first=- places=0"},
    {"On Sunday the rebels took 12 mules from Omdurman. Nine soldiers were killed.",
     "count=9 first=- places=0"},
    {"Trade with Omdurman fell by 12 percent on Sunday. Nine soldiers were killed.",
     "count=9 first=- places=0"},
    /* or only named */
    {"A raid killed 12 soldiers in Goma on Monday. The rebels hold Omdurman. Nine soldiers were killed.",
     "count=9 places=0"},
    {"The governor visited Omdurman on Monday. Nine soldiers were killed there.", "count=9 place=Omdurman"},
    {"Omdurman is a city of two million people. Nine soldiers have been killed there.",
     "count=9 place=Omdurman"},
    {"The governor left Goma for Omdurman. Nine soldiers were killed there.", "count=9 places=0"},
    {"The governor visited Omdurman. He met the mayor. Nine soldiers were killed there.",
     "count=9 place=Omdurman"},
    {"The governor visited Omdurman. Nine soldiers were killed.", "count=9 places=0"},
    {"The governor of Omdurman spoke. Nine soldiers were killed.", "count=9 places=0"},
    /* the attack that is known */
    {"Twenty sailors were wounded on a bus by a bomb. It happened on 5 December, an officer said.",
     "count=20 first=2024-12-05"},
    {"A guard was wounded, the police said. The explosion took place in Khartoum.", "count=1 place=Khartoum"},
    {"A bomb went off in Khartoum on Sunday. The street was closed. Shops burned. Nobody came. The explosion "
     "killed four people.",
     "count=4 first=2024-12-15 place=Khartoum"},
    {"A bomb went off in Khartoum on Sunday. Shops burned. The explosion in Norvik killed four people.",
     "count=4 first=- place=Norvik"},
    {"A bomb went off in Khartoum on Sunday. Shops burned. The attack against the Veldar union killed ten "
     "people.",
     "count=10 first=-"},
    {"A bomb went off in Khartoum on Sunday. A raid hit Omdurman. The raid killed four people.",
     "count=4 first=- place=Omdurman"},
    {"Two guards were killed. Another explosion took place in Khartoum on Sunday.",
     "count=2 first=- places=0"},
    {"The blast killed two guards. The officer was congratulated on Sunday for his inquiry into the blast.",
     "count=2 first=-"},
    {"A drone strike killed 12 people, medics said on Monday. The strike hit a market on Sunday evening.",
     "count=12 first=2024-12-15"},
    {"A drone strike killed 12 people, medics said on Monday. The market was closed on Sunday evening.",
     "count=12 first=-"},
    {"Rebels killed 14 villagers in Khartoum. The massacre, on 9 December, was the worst this year.",
     "count=14 first=2024-12-09"},
    {"Rebels ambushed a bus near Khartoum on Friday, killing six. The ambush came after a raid that killed "
     "nine.",
     "count=9 first=- places=0"},
    {"On 9 December a bus was blown up by a bomb. As a result of the explosion 20 people were injured.",
     "count=20 first=2024-12-09"},
    {"The governor escaped an attack on 9 December. The dynamite charge was detonated near the mill. A "
     "woman was wounded in the attack.",
     "count=1 first=2024-12-09"},
    {"The fighting goes on today. The northern forces are fighting hard. The war has seen nine nurses "
     "killed.",
     "count=9 first=-"},
    {"A truck was shelled. A bus was also bombed 3 days ago. A car was destroyed by a charge. The attack "
     "took place near the "
     "mill. "
     "A guard was wounded as a result of the explosion.",
     "count=1 first=-"},
    {"Men burned a bus today over the bombing carried out on Monday by gunmen against the seat of the Veldar "
     "union. The attack against Veldar killed ten people.",
     "count=10 first=2024-12-16 last=2024-12-16"},
    /* the day of the noun of the deed that the article is about */
    {"Detectives are at work on the killing of 12 clerks. A judge was threatened. Shops closed. Nobody came. "
     "It has been four days since the killing.",
     "count=12 first=2024-12-13 last=2024-12-13"},
    {"The king spoke of the murder of six monks. He wept. He flew home. He said that the authors of the "
     "crimes committed on 9 December must be found.",
     "count=6 first=2024-12-09 last=2024-12-09"},
    {"Those who ordered this murder that took place on 9 December will be found. The king wept. He spoke. He "
     "flew home. Soldiers killed the six monks, he said.",
     "count=6 first=2024-12-09 last=2024-12-09"},
    {"The king spoke of the murder of six monks. He wept. The police said the operation launched on 9 "
     "December goes on.",
     "count=6 first=-"},
    {"The king spoke of the murder of six monks. He wept. He flew home. Of the crimes committed on 9 "
     "December "
     "and of those committed on 12 December he said nothing. The crimes committed on 12 December stunned "
     "him.",
     "count=6 first=-"},
    {"The king spoke of the murder of six monks. He wept. He flew home. Two nurses were killed. The murder "
     "that took place on 9 December stunned him.",
     "count=6 first=-"},
    /* a person named in the sentence that goes on about him */
    {"Ann Bremmer was shot dead on 9 December. Shops closed. The king spoke. Bremmer's sister said that she "
     "was killed as she came home.",
     "count=1 source=\"Bremmer's sister\" first=2024-12-09"},
    {"Ann Bremmer was shot dead on 9 December. Shops closed. The king spoke. Vanti's sister said that she "
     "was "
     "killed as she came home.",
     "count=1 source=\"Vanti's sister\" first=-"},
    {"Ann Bremmer, a nurse, was shot dead after she was kidnapped by gunmen. Bremmer was kidnapped on 9 "
     "December.",
     "count=1 subtype=killed first=-"},
    {"As of today, the only information is on kidnapping victim Professor Ann Bremmer. Bremmer was kidnapped "
     "on 9 "
     "December in Khartoum.",
     "count=1 words=\"victim Professor Ann Bremmer\" first=2024-12-09"},
    {"On 9 December a judge was killed in Khartoum. Policemen were also killed.",
     "actor=police count=- first=2024-12-09"},
    {"On 9 December a judge was killed in Khartoum. Policemen were killed.", "actor=police count=- first=-"},
    /* an attack a little before in the same town */
    {"A drone hit a school in Khartoum on Monday. The street was closed. Two women in Khartoum were wounded.",
     "count=2 subtype=wounded first=2024-12-16"},
    {"A drone hit a school in Khartoum on Monday. The street was closed. Two women in Omdurman were wounded.",
     "count=2 subtype=wounded first=-"},
    {"A drone hit a school in Khartoum on Monday. The street was closed. Two women in Khartoum were wounded "
     "by another one.",
     "count=2 subtype=wounded first=-"},
    {"A drone hit a school in Khartoum on Monday. The street was closed. The war has seen 400 women wounded "
     "in Khartoum.",
     "count=400 subtype=wounded first=-"},
    /* what else "this attack" did, and what "their action" did */
    {"On Monday they tried to storm the mine. Their action caused one death.", "count=1 first=2024-12-16"},
    {"On Monday the minister flew to Khartoum. The action caused one death.", "count=1 first=-"},
    {"1. On Monday the army carried out operations near Khartoum.\n\n2. In these operations, rebels killed "
     "nine "
     "nurses.",
     "count=9 first=2024-12-16"},
    {"1. On Monday the army carried out operations near Khartoum.\n\n2. Rebels killed nine nurses.",
     "count=9 first=-"},
    {"They broke their word and used a car bomb on Monday. Those who fell victim to this attack were "
     "unarmed. "
     "They were at play. It is also sad that a baker was killed.",
     "count=1 first=2024-12-16"},
    {"They broke their word and used a car bomb on Monday. Those who fell victim to this attack were "
     "unarmed. "
     "They were at play. A baker was killed.",
     "count=1 first=-"},
    {"The minister flew to Khartoum on Monday. The attack was condemned. It is also sad that a baker was "
     "killed.",
     "count=1 first=-"},
    {"A bomb went off on Monday. Those hurt by the attack were at play. Rebels shelled a camp. A baker was "
     "also killed.",
     "count=1 first=-"},
    /* the attack by which somebody was killed */
    {"A judge was killed by gunmen on 9 December. Her driver was wounded in the attack and is now in "
     "hospital.",
     "count=1 subtype=wounded first=2024-12-09"},
    {"A judge was killed on 9 December. She was attacked as she came home. She died at once. Two guards were "
     "wounded in the attack.",
     "count=2 first=2024-12-09"},
    {"A judge was killed on 9 December. Rebels shelled a camp. Shops burned. Two guards were wounded in the "
     "attack.",
     "count=2 first=-"},
    {"A judge was killed in Khartoum on 9 December. Shops closed. Nobody came. Two guards were wounded in "
     "the attack in Norvik.",
     "count=2 first=-"},
    {"A judge was killed on 9 December. Six nurses were killed. Shops closed. Two guards were wounded in the "
     "attack.",
     "count=2 first=-"},
    /* the lead, and what tells it at length */
    {"Reporter Ann Velmar was hurt on Sunday in an attack. She was in a cafe with Carl Torrin when a bomb "
     "exploded.\n\nVelmar has a broken arm. Torrin was hurt by splinters.",
     "words=Torrin first=2024-12-15"},
    {"Governor Velmar escaped a bomb attack on Sunday. A car exploded before the house of Velmar.\n\nFour "
     "people were killed in the explosion.",
     "count=4 first=2024-12-15"},
    {"The minister paid tribute on Sunday to victims of the bombing. A car exploded before the embassy.\n\n"
     "Four people were killed in the explosion.",
     "count=4 first=-"},
    /* the same persons, named together or by their office, missing or held */
    {"Rebels kidnapped Ivan Velmar in Khartoum on 9 December. The search goes on. Velmar and his aide Carl "
     "Torrin were taken hostage near the mill.",
     "count=2 first=2024-12-09 place=Khartoum"},
    {"Rebels kidnapped Ivan Velmar on 9 December. The search goes on. Ann Mordal and her aide Carl Torrin "
     "were "
     "taken hostage near the mill.",
     "count=2 first=-"},
    {"Ivan Velmar disappeared on 9 December. Nobody knows more. Velmar was abducted, a witness said.",
     "subtype=captured first=2024-12-09"},
    {"Nine nurses disappeared on 9 December. Nobody knows more. Velmar was abducted, a witness said.",
     "subtype=captured first=-"},
    {"The union spoke of the murder of Mayor Ivan Velmar. \"The mayor was killed on 9 December in "
     "Khartoum,\" "
     "it said.",
     "words=\"Mayor Ivan Velmar\" first=2024-12-09 place=Khartoum"},
    {"The union spoke of the murder of Mayor Ivan Velmar. \"The governor was killed on 9 December in "
     "Khartoum,\" it said.",
     "words=\"Mayor Ivan Velmar\" first=- places=0"},
    {"Mayor Ivan Velmar was killed in Norvik. The plan is old. He was liked. Nobody knows more. Talks go on. "
     "The Norvik mayor was killed yesterday.",
     "words=\"Mayor Ivan Velmar\" first=2024-12-16"},
    {"Mayor Ivan Velmar was killed in Norvik. The mayor of Norvik was killed yesterday.",
     "words=\"Mayor Ivan Velmar\" first=2024-12-16"},
    {"Mayor Ivan Velmar was killed in Norvik. The Kolna mayor was killed yesterday.",
     "words=\"Mayor Ivan Velmar\" first=-"},
    {"Mayor Ivan Velmar was killed in Norvik. The mayor of Kolna was killed yesterday.",
     "words=\"Mayor Ivan Velmar\" first=-"},
    {"The mayor of Kolna was killed in June and the Norvik mayor was killed yesterday. Mayor Ivan Velmar was "
     "killed in Norvik.",
     "words=\"The mayor\" first=2024-06-01 place=Kolna"},
    {"Nine farmers were killed near Norvik. They died on Sunday as they slept.",
     "count=9 first=2024-12-15 last=2024-12-15"},
    {"Nine farmers were shot dead in Norvik; in Kolna, four rebels were shot dead. They died on Sunday.",
     "count=9 first=-"},
    {"Nine farmers were killed near Norvik. They fled on Sunday.", "count=9 first=-"},
    /* what the sentence behind the attack goes into, and the one behind that goes on about */
    {"Rebels attacked Norvik on Sunday. After several hours of clashes, they withdrew. Two people were hurt.",
     "count=2 first=2024-12-15"},
    {"Rebels attacked Norvik on Sunday. They shelled the market. Two people were hurt.",
     "count=2 first=2024-12-15"},
    {"Rebels attacked Norvik on Sunday. A bomb went off in Khartoum. Two people were hurt.",
     "count=2 first=-"},
    {"Rebels attacked Norvik on Sunday. After several hours of talks, a truce was signed. The peace talks "
     "went on. Two people were hurt.",
     "count=2 first=-"},
    /* the day of the attack, told behind it in other words */
    {"Two guards died in an ambush near Norvik. This happened on Sunday.", "count=2 first=2024-12-15"},
    {"Two guards died in an ambush near Norvik. Sunday's ambush was the third this year.",
     "count=2 first=2024-12-15 last=2024-12-15"},
    {"Two guards died in an ambush near Norvik. The raid followed Sunday's attack.", "count=2 first=-"},
    {"Two guards died in an ambush in Norvik. Sunday's attack in Khartoum was the third.", "count=2 first=-"},
    {"Two guards died in an ambush near Norvik. The mayor wept. Police said the attack took place on Sunday.",
     "count=2 first=2024-12-15"},
    /* what there was, in detail */
    {"There was a strong explosion on Sunday. A bomb went off in the market. The explosion damaged a shop, "
     "and "
     "three people were hurt.",
     "count=3 first=2024-12-15"},
    {"There was a strong explosion on Sunday. A second bomb went off in the market. The explosion hurt three "
     "people.",
     "count=3 first=-"},
    {"A bomb hit the bridge on Sunday. A bomb went off in the market. The explosion hurt three people.",
     "count=3 first=-"},
    /* what an attack was to avenge */
    {"Rebels attacked the mill on Sunday. A caller said that the attack was made to avenge the death of Carl "
     "Torrin.",
     "count=1 first=-"},
    {"A bomb hit a bus on Sunday. The group said the attack was in revenge for the cowardly killing of nine "
     "men.",
     "count=9 first=-"},
    {"Soldiers shot dead nine men on Sunday. Protests began after the police killed a student.",
     "count=1 first=-"},
    {"Soldiers shot dead nine men on Sunday. The unrest was triggered by the killing of a student.",
     "count=1 first=-"},
    {"A bomb hit a bus on Sunday. Shops closed after the attack killed nine people.",
     "count=9 first=2024-12-15"},
    /* the day after an attack */
    {"A day after Friday's bombing, mourners gathered. Nine people were killed.", "count=9 first=-"},
    {"A day after Friday's vote, a bomb went off. Nine people were killed.", "count=9 first=2024-12-14"},
    /* the day of a verb in a relative clause */
    {"The attack was ordered by a colonel, who on Sunday promised more. It wounded 46 people.",
     "count=46 first=-"},
    {"The attack was ordered by a colonel, who yesterday promised more. It wounded 46 people.",
     "count=46 first=-"},
    /* who was also harmed, and who was told of */
    {"Two children were killed on Sunday. They were four and six years old. Two soldiers were also wounded.",
     "count=2 subtype=wounded first=2024-12-15"},
    {"A reporter was killed on Sunday as he came home.\n\nA driver was also killed.",
     "words=\"A driver\" first=2024-12-15"},
    {"A reporter was killed on Sunday in Khartoum.\n\nA driver was also killed in Kassala.",
     "words=\"A driver\" first=-"},
    {"A car exploded on Sunday, killing one person and hurting five. Windows broke. The person who died has "
     "not "
     "been named.",
     "words=\"The person\" first=2024-12-15"},
    {"A car exploded on Sunday, killing one person. Windows broke. The people who were killed in the war are "
     "not "
     "counted.",
     "count=- first=-"},
    /* whom an attack was on */
    {"Armed men robbed a merchant near Khartoum on 9 December. The merchant tried to resist; the men shot "
     "him "
     "and left him wounded.",
     "subtype=wounded first=2024-12-09"},
    {"Gunmen stopped a driver and fired at him on 9 December. The driver was shot dead.",
     "count=1 first=2024-12-09"},
    {"Gunmen fired at an officer on 9 December. The officer had shot dead two men.", "count=2 first=-"},
    {"Gunmen fired at an officer on 9 December. The driver was shot dead.", "count=1 first=-"},
    /* the same person in the next sentence */
    {"A teacher was killed in Khartoum. The police said that on 9 December armed men broke into his house "
     "and killed him.",
     "words=\"A teacher\" first=2024-12-09"},
    {"Two teachers were killed in Khartoum. On 9 December armed men killed him.", "count=2 first=-"},
    {"A teacher was wounded in Khartoum. On 9 December armed men killed him.", "subtype=wounded first=-"},
    /* what a report begins with, told at length */
    {"The head of a school protested the murder of a student. The school lies on a hill. The head said that "
     "Ivan Brandt was shot in the back on 9 December.",
     "count=1 first=2024-12-09"},
    {"Soldiers captured a smuggler on a farm. It was owned by a man killed in a raid on 9 December.",
     "subtype=captured first=-"},
    /* no day of what was done about it, nor of the count */
    {"The toll from a car bomb in Khartoum rose to 14 on Sunday. Another 31 people were wounded.",
     "count=31 first=-"},
    {"The bodies of two nurses were flown home on Sunday. They were killed by shells.", "count=2 first=-"},
    /* what else befell people there */
    {"Twelve soldiers were killed in two operations on Sunday, the army said. Nine soldiers died and five "
     "were "
     "injured when rebels stormed a garrison, according to the army. A woman in a bus was also killed and "
     "six others "
     "were injured, the mayor said. A new group claimed responsibility. On 3 December three policemen were "
     "killed in "
     "Khartoum when their van was hit.",
     "count=9 place=-"},
    {"A bomb killed nine people in Khartoum on Sunday. Twelve people were wounded.",
     "count=12 first=2024-12-15 place=Khartoum"},
    {"A bomb killed nine people in Khartoum on Sunday. Twelve people were wounded in Kassala.",
     "count=12 first=- place=Kassala"},
    {"A bomb killed nine people in Khartoum on Sunday. Twelve people were wounded in another blast.",
     "count=12 first=-"},
    {"On Sunday a bomb exploded in Khartoum; nine people were killed.",
     "count=9 first=2024-12-15 place=Khartoum"},
    {"On Sunday nine people died in Khartoum; two soldiers had been killed.", "count=2 first=-"},
    /* the journey that the same source goes on to tell of */
    {"The army said ships were seen carrying Chadian troops to Vladivostok between 8 and 13 December. "
     "According to the army, six ships brought 1,500 soldiers.",
     "count=1500 first=2024-12-08 last=2024-12-13"},
    {"The army said ships were seen carrying 400 Chadian troops to Vladivostok on 8 December. "
     "According to the army, six ships brought 1,500 soldiers.",
     "count=1500 first=-"},
    {"The army said ships were seen carrying Chadian troops to Vladivostok on 8 December. "
     "According to the mayor, six ships brought 1,500 soldiers.",
     "count=1500 first=-"},
    {"The army said ships were seen carrying Chadian troops to Vladivostok on 8 December. Nobody came. "
     "According to the army, six ships brought 1,500 soldiers.",
     "count=1500 first=-"},
    /* the same person by name */
    {"Judge Aldo Vanti was shot by gunmen in Khartoum on Friday. Police came. The court mourned. Vanti died "
     "instantly.",
     "subtype=killed first=2024-12-13 place=Khartoum"},
    {"Police condemned the murder of Senator Aldo Vanti. The senator was popular. Vanti was shot dead on 9 "
     "December in Khartoum.",
     "words=\"Senator Aldo Vanti\" first=2024-12-09 place=Khartoum"},
    {"Police condemned the murder of Senator Aldo Vanti. The senator was popular. Judge Orm Bremmer was shot "
     "dead on 9 December.",
     "words=\"Senator Aldo Vanti\" first=-"},
    {"Senator Aldo Vanti was killed. After Judge Orm Bremmer was killed, troops searched houses in Khartoum, "
     "where Vanti had lived.",
     "words=\"Senator Aldo Vanti\" places=0"},
    {"Judge Aldo Vanti was killed. The gun was sent to Khartoum, to a laboratory in Omdurman, to find out "
     "whether it was "
     "used to kill Vanti.",
     "subtype=killed places=0"},
    {"Judge Aldo Vanti was killed. A court in Omdurman opened the Vanti murder inquiry.",
     "subtype=killed places=0"},
    {"Aldo Vanti died. It was announced that Vanti was murdered and that his body was found on Monday.",
     "subtype=killed first=-"},
    /* who was gunned down: told twice in one sentence */
    {"Foreigners took part in the murder of Senator Aldo Vanti, who was gunned down on 9 December.",
     "subtype=killed first=2024-12-09"},
    /* the same figure of the same people */
    {"Over 30 French soldiers were killed or wounded, Norland says. They had arrived late. On 14 December "
     "over "
     "30 French soldiers were killed or wounded, it added.",
     "subtype=killed_or_wounded first=2024-12-14"},
    {"Two nurses were killed. The town was quiet. Two soldiers were killed on 14 December.",
     "count=2 first=- actor=\"medical staff\""},
    {"Two nurses were killed. The town was quiet. Two nurses were killed on 14 December, the army said.",
     "count=2 first=2024-12-14 source=-"},
    {"One nurse was killed. The town was quiet. One nurse was killed on 14 December, the army said.",
     "count=1 first=- source=-"},
    {"Twelve nurses were killed recently. Shops are closed. Twelve nurses were killed on 14 December.",
     "count=12 first=-"},
    {"He spoke of the murder of six priests. Nobody was tried. The priests were killed on 9 December.",
     "count=6 first=2024-12-09"},
    {"He spoke of the murder of six priests. Nobody was tried. Priests were killed on 9 December.",
     "count=6 first=-"},
    {"He spoke of the murder of six priests. Nobody was tried. The nurses were killed on 9 December.",
     "count=6 first=-"},
    /* a lead, and what happened from the beginning */
    {"Three engineers have been kidnapped by rebels. The rebels attacked the oil well on Sunday night.",
     "count=3 subtype=captured first=2024-12-15"},
    {"Three engineers have been kidnapped by rebels. Rebels attacked a bank on Sunday and kidnapped nine "
     "clerks.",
     "count=3 first=-"},
    /* one sentence, one happening */
    {"The mayor was kidnapped in a raid in which his driver was killed. The kidnapping was carried out on 4 "
     "December.",
     "subtype=killed first=2024-12-04"},
    /* another than those of which the text has told nothing */
    {"There was another attack in Khartoum on Sunday. A van drove up to a bank. Four people were wounded in "
     "the "
     "blast.",
     "count=4 place=Khartoum"},
    {"A bomb exploded in Khartoum on Sunday. There was another attack in Norvik. Four people were wounded in "
     "the "
     "blast.",
     "count=4 place=Norvik places=1"},
    /* the crime, and what happened */
    {"Rebels murdered a clerk and two of his brothers. The triple crime occurred in Khartoum on 9 December.",
     "count=3 place=Khartoum first=2024-12-09"},
    {"We have news of something that happened in Khartoum on Sunday. Two explosions left nine people "
     "wounded.",
     "count=9 place=Khartoum"},
    {"We have news of a festival that opened in Khartoum on Sunday. Two explosions left nine people wounded.",
     "count=9 places=0"},
    /* where it came from is not where it happened */
    {"A train from Khartoum to Kassala was hit by a bomb on Sunday. A driver died in the explosion.",
     "count=1 places=0"},
    /* a place that no table knows, where the attack is said to have been */
    {"A guard was wounded, the police said. The incident took place past midnight in the Brask area.",
     "count=1 place=Brask"},
    /* who was there when a bomb exploded, at the other end of the sentence */
    {"She sat in a cafe in Khartoum with the cameraman Aldo Vanti and the old film actor Orm Bremmer when a "
     "small "
     "bomb exploded. Police came. Vanti was wounded.",
     "subtype=wounded place=Khartoum"},
    /* the one town that the text tells of */
    {"A car bomb shook Khartoum on Sunday. Windows broke. Crowds ran. Four people were hurt.",
     "count=4 subtype=wounded place=Khartoum"},
    {"A car bomb shook Khartoum on Sunday. Shells hit Omdurman. Crowds ran. Four people were hurt.",
     "count=4 places=0"},
    {"A car bomb shook Khartoum on Sunday. Windows broke. Crowds ran. The war has killed 4,000 people.",
     "count=4000 places=0"},
    {"A car bomb shook Khartoum on Sunday. Windows broke. On 2 December four people were killed.",
     "count=4 places=0"},
    {"The minister spoke in Khartoum. Windows broke. Crowds ran. Four people were hurt.", "count=4 places=0"},
    {"Twelve migrants drowned at sea. In Khartoum, militias clashed, killing three nurses.",
     "count=12 places=0"},
    {"Car bombs shook Khartoum and Nairobi on Sunday. Windows broke. Crowds ran. Four people were hurt.",
     "count=4 places=0"},
    /* where it was written, when no other place is told */
    {"KHARTOUM, Dec 17 (Wire) - Twelve people were killed on Monday, officials said.",
     "count=12 place=Khartoum first=2024-12-16"},
    {"KHARTOUM (AP) \u2014 Twelve people were killed on Monday. Nine were hurt.", "count=9 place=Khartoum"},
    {"KHARTOUM (AP) \u2014 Twelve people were killed in Omdurman on Monday.",
     "count=12 place=Omdurman places=1"},
    {"GENEVA (AP) \u2014 Twelve nurses were killed on Monday. The minister spoke in Paris.",
     "count=12 places=0"},
    {"GENEVA (AP) \u2014 Twelve French soldiers were killed on Monday.", "count=12 places=0"},
    {"Khartoum-based nurses - twelve people - were killed.", "count=12 places=0"},
    /* two expressions for one day; what is dropped on a place is an attack */
    {"A jet dropped three bombs on a school at 3 p.m. on Sunday. By his account nine nurses were killed "
     "there.",
     "count=9 first=2024-12-15 basis=Sunday"},
    {"A jet dropped three bombs on a school on Sunday after the talks of 9 December. Nine nurses were killed "
     "there.",
     "count=9 first=-"},
    {"A market was shelled on Sunday. It has left at least 4,000 people dead.", "min=4000 first=-"},
    /* there */
    {"Ten nurses were killed in Khartoum in May. In June, 12 more were killed there.",
     "count=12 first=2024-06-01 place=Khartoum"},
    /* in another incident, which may have been anywhere */
    {"Rockets killed nine cooks in Khartoum. In a separate incident, ten nurses were shot dead.",
     "count=10 places=0"},
    {"A bomb killed nine cooks in Khartoum. In an unrelated attack, ten nurses were killed.",
     "count=10 places=0"},
    {"A bomb killed nine cooks in Khartoum. In another attack, ten nurses were killed.", "count=10 places=0"},
    {"A bomb killed nine cooks in Khartoum. Ten nurses were killed in other attacks.", "count=10 places=0"},
    {"A bomb killed nine cooks in Khartoum. Police said that in a separate raid ten nurses were killed.",
     "count=10 places=0"},
    {"A bomb killed nine cooks in Khartoum. In a separate incident in the city, ten nurses were killed.",
     "count=10 place=Khartoum"},
    {"A bomb killed nine cooks in Khartoum. In a separate statement, police said ten nurses were wounded.",
     "count=10 place=Khartoum"},
    {"A bomb killed nine cooks in Khartoum. In other words, nine people died.", "count=9 place=Khartoum"},
    /* in another development */
    {"Rebels killed nine cooks on Friday. In another development, ten nurses were killed.",
     "count=10 first=-"},
    /* a day of speech before, where nothing happened */
    {"The news was denied on Monday. A nurse was killed in the same street.", "count=1 first=-"},
};

static void claims_take_from_others(void **state)
{
    (void)state;
    check_rows(PUBLISHED, rows, sizeof rows / sizeof *rows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(claims_take_from_others),
    };
    return cmocka_run_group_tests_name("coref", tests, NULL, NULL);
}
