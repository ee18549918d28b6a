// The filters of the rail as somebody types into them, and charts of dates that are less exact than a day or far apart.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { keep, post, startServer, violations } from './harness.mjs';
import { events, openBrowser, openSamples, rows } from './visit.mjs';

const visit = openBrowser();
const waitRows = (page, n) => page.waitForFunction((count) => document.querySelectorAll('.row').length === count, n);

describe('articles of real places, without titles', () => {
    const server = {};
    before(async () => {
        Object.assign(server, await startServer());
        for (const [published, text] of [
            ['2024-12-16', 'At least 30 Norland soldiers were killed or wounded over the weekend near the city of Kharkiv, the Tarrow Intelligence Service said.'],
            ['2024-12-16', '12 Norland soldiers were killed in Kursk over the weekend, the army said.'],
            ['2024-12-16', 'About 13 Norland soldiers were killed in Kursk over the weekend, police said.'],
            ['2024-12-16', '17 Norland soldiers were killed in Kursk over the weekend, the governor said.'],
            ['2024-12-18', 'Four Sudria soldiers were killed in Kyiv on Tuesday morning, the ministry said.'],
            ['2024-12-20', 'About 3,000 Norland troops were deployed to Port-au-Prince on Thursday, the president said.'],
            ['1999-03-20', 'Eleven Norland soldiers were killed in Tirana on Thursday, the president said.'],
        ]) {
            await post(server.origin, { published, text });
        }
        server.all = await events(server);
    });
    after(() => server.stop?.());

    test('typing a country changes nothing and says what does; Enter finds what lies in it', async () => {
        await visit(server, '/', async (page) => {
            await waitRows(page, server.all.length);
            const field = page.getByLabel('Place', { exact: true });
            await field.pressSequentially('ukraine');
            assert.equal(await page.locator('.field-note:visible').innerText(), 'Press Enter to apply.');
            assert.equal(await rows(page).count(), server.all.length);
            await keep(page, 'typing-1440');
            await page.keyboard.press('Enter');
            await page.waitForURL(/place=ukraine/);
            await waitRows(page, 2);
            assert.equal(await page.locator('.field-note:visible').count(), 0);
            await field.fill('');
            await waitRows(page, server.all.length);
        });
    });

    test('each text field suggests what is on file, and a choice applies at once', async () => {
        await visit(server, '/', async (page) => {
            await waitRows(page, server.all.length);
            for (const [name, some] of [['place', ['Ukraine', 'Kharkiv', 'Haiti', 'Port-au-Prince']], ['actor', ['Norland', 'Sudria']],
                ['source', ['army', 'Tarrow Intelligence Service']]]) {
                await page.locator(`[name=${name}]`).focus();
                await page.waitForFunction((field) => document.querySelector(`[name=${field}]`).list.options.length > 0, name);
                const offered = await page.locator(`[name=${name}]`).evaluate((input) => [...input.list.options].map((option) => option.value));
                assert.ok(some.every((word) => offered.includes(word)), `${offered}`);
                assert.equal(new Set(offered).size, offered.length);
            }
            // As the browser does when one of the list is chosen.
            await page.getByLabel('Place', { exact: true }).evaluate((input) => {
                input.value = 'Haiti';
                input.dispatchEvent(new InputEvent('input', { inputType: 'insertReplacementText', bubbles: true }));
            });
            await page.waitForURL(/place=Haiti/);
            await waitRows(page, 1);
            assert.equal(await page.locator('.chip').first().innerText(), 'Place Haiti\n×');
        });
    });

    test('a part of a name that nothing matches leads to the names that hold it', async () => {
        await visit(server, '/?place=port&source=PRESIDENT', async (page) => {
            await page.getByRole('heading', { name: 'No events here' }).waitFor();
            await page.getByRole('button', { name: 'Port-au-Prince', exact: true }).click();
            await waitRows(page, 1);
            assert.equal(new URL(page.url()).searchParams.get('source'), 'PRESIDENT');
        });
    });

    test('a count is taken as the page writes it, and anything else refused at its field', async () => {
        await visit(server, '/', async (page) => {
            await waitRows(page, server.all.length);
            const field = page.getByLabel('Count at least');
            await field.fill('abc');
            await page.keyboard.press('Enter');
            assert.equal(await page.locator('.field-note.wrong').innerText(), 'A whole number, such as 30 or 1,500.');
            assert.equal(await field.getAttribute('aria-invalid'), 'true');
            assert.deepEqual(await violations(page), []);
            assert.equal(new URL(page.url()).search, '');
            assert.equal(await rows(page).count(), server.all.length);
            await page.getByLabel('Casualties', { exact: true }).check();
            await page.waitForURL((url) => url.search === '?kind=casualty');
            await page.getByLabel('Casualties', { exact: true }).uncheck();
            await field.fill('1,500');
            await page.keyboard.press('Enter');
            await page.waitForURL((url) => url.searchParams.get('min_count') === '1500');
            await waitRows(page, 1);
            assert.equal(await page.locator('.field-note:visible').count(), 0);
            assert.match(await page.locator('.chip').first().innerText(), /^≥ 1,500/);
        });
    });

    test('an address that makes no sense offers the way to all events, not to try it again', async () => {
        await visit(server, '/?min_count=abc', async (page, faults) => {
            await page.locator('.list .problem').waitFor();
            assert.equal(await page.getByRole('button', { name: 'Try again' }).count(), 0);
            assert.equal(await page.locator('.field-note.wrong').count(), 1);
            await page.getByRole('link', { name: 'Show all events' }).click();
            await waitRows(page, server.all.length);
            assert.ok(faults.every((fault) => /status of 400/.test(fault)), faults.join());
            faults.length = 0; // the browser itself logs the failed answers
        });
    });

    test('events of two days are drawn, below the line, and the chart says what that means', async () => {
        await visit(server, '/?from=2024-12-14&to=2024-12-15&kind=casualty', async (page) => {
            await waitRows(page, 2);
            const chart = page.getByRole('region', { name: 'In view', exact: true });
            await chart.locator('.bar').first().waitFor();
            assert.equal(await chart.locator('.bar.coarse.casualty').count(), 2);
            assert.equal(await chart.locator('.bar:not(.coarse)').count(), 0);
            const box = await chart.locator('.bar').first().boundingBox();
            assert.ok(box.height >= 8, `${box.height} px high`);
            const key = chart.locator('.kind-key [title]');
            assert.equal(await key.innerText(), 'less exact than a day');
            assert.match(await key.getAttribute('title'), /below the line/);
            await chart.getByRole('button', { name: 'Table' }).click();
            assert.match(await chart.locator('thead').innerText(), /less exact than a day/);
            assert.match(await page.locator('.day-head').first().innerText(), /^Sat 14 – Sun 15 Dec 2024/);
            await keep(page, 'weekend-1440');
        });
    });

    test('one event of long ago is named at the chart and not drawn; the years offered are those on file', async () => {
        await visit(server, '/', async (page) => {
            await waitRows(page, server.all.length);
            const chart = page.getByRole('region', { name: 'All time', exact: true });
            await chart.locator('.bar').first().waitFor();
            const across = await chart.locator('.bar').evaluateAll((bars) => {
                const left = bars.map((bar) => bar.getBoundingClientRect().left);
                return Math.max(...left) - Math.min(...left);
            });
            assert.ok(across > 100, `the bars stand within ${across} px`);
            await chart.getByRole('button', { name: 'Table' }).click();
            assert.match(await chart.locator('tbody').innerText(), /1 Mar 1999/);
            await page.getByRole('button', { name: /Dates to show/ }).click();
            assert.deepEqual((await page.getByRole('group', { name: 'Quick ranges' }).getByRole('button').allInnerTexts()).slice(3), ['2024', '1999']);
            await page.keyboard.press('Escape');
            await chart.getByRole('button', { name: '‹ 1 earlier, 1999' }).click();
            await page.waitForURL(/from=1999-03-01&to=1999-03-31/);
            await waitRows(page, 1);
        });
    });

    test('articles without title and publisher are told apart; near figures have a label each on an even line', async () => {
        const event = server.all.find((other) => other.reports === 3);
        assert.ok(event, 'one event of three claims');
        await visit(server, `/?event=${event.id}`, async (page) => {
            await page.locator('.claim').first().waitFor();
            const names = await page.locator('.claim-article a').allInnerTexts();
            assert.equal(new Set(names).size, 3, `${names}`);
            assert.ok(names.every((name) => /^Article \w{8}…/.test(name)), `${names}`);
            assert.deepEqual(await page.locator('.scale-label').allTextContents(), ['12', '~13', '17']);
            assert.doesNotMatch(await page.locator('.figure-scale').innerText(), /log scale/);
        });
    });

    test('“Tuesday morning” is not known to the hour', async () => {
        const event = server.all.find((other) => other.date?.precision === 'time');
        assert.ok(event, 'one event of a part of a day');
        await visit(server, `/?event=${event.id}`, async (page) => {
            await page.locator('.facts').waitFor();
            assert.match(await page.locator('.facts').innerText(), /Tue · known to a part of the day/);
        });
    });

    test('on a phone the button of the dates says what it is', async () => {
        await visit(server, '/', async (page) => {
            await waitRows(page, server.all.length);
            assert.match(await page.locator('.range-button').innerText(), /Dates\s+All time/);
            assert.ok(await page.locator('.range-name').isVisible());
        }, { width: 390, height: 844, hasTouch: true, isMobile: true });
    });
});

describe('articles of several publishers', () => {
    const server = openSamples();

    test('a publisher finds the events that it tells of, whatever its article and capitals', async () => {
        const told = await events(server, '&publisher=The%20Emmer%20Post');
        assert.ok(told.length > 0 && told.length < server.all.length);
        await visit(server, '/', async (page) => {
            await waitRows(page, server.all.length);
            const field = page.getByLabel('Publisher', { exact: true });
            await field.focus();
            await page.waitForFunction(() => document.querySelector('[name=publisher]').list.options.length > 0);
            const offered = await field.evaluate((input) => [...input.list.options].map((option) => option.value));
            assert.ok(['Agence Polaire', 'The Emmer Post'].every((name) => offered.includes(name)), `${offered}`);
            await field.fill('emmer post');
            await page.keyboard.press('Enter');
            await page.waitForURL(/publisher=emmer\+post/);
            await waitRows(page, told.length);
            assert.equal(await page.locator('.chip').first().innerText(), 'Publisher emmer post\n×');
        });
        await visit(server, '/?publisher=polaire', async (page) => {
            await page.getByRole('heading', { name: 'No events here' }).waitFor();
            await page.getByRole('button', { name: 'Agence Polaire', exact: true }).click();
            await page.waitForURL(/publisher=Agence\+Polaire/);
            await page.locator('.row-link').first().waitFor();
        });
    });
});
