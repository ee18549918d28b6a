// The timeline in a real browser against the real server: list, filters, dates, charts. What stands on it is compared
// with what the server answers.
import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { keep, request, violations } from './harness.mjs';
import { events, openBrowser, openSamples, rows } from './visit.mjs';

const visit = openBrowser();
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
function label(count) {
    const { min, max } = count || { min: null, max: null };
    const write = (n) => n.toLocaleString('en');
    return min === null && max === null ? 'no figure' : min === null ? `≤ ${write(max)}` : max === null ? `≥ ${write(min)}`
        : min === max ? write(min) : `${write(min)}–${write(max)}`;
}
const inWords = (iso) => `${Number(iso.slice(8))} ${months[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;

describe('the timeline of the sample articles', () => {
    const server = openSamples();
    let all;
    before(() => { all = server.all; });

    test('lists every event once, with its title, count, reports and sources', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            const shown = await page.evaluate(() => [...document.querySelectorAll('.row')].map((row) => ({
                id: row.querySelector('.row-link').dataset.event, title: row.querySelector('.row-link').textContent,
                count: row.querySelector('.count').textContent, reports: row.querySelector('.row-reports').textContent })));
            assert.deepEqual(shown.map((row) => row.id).sort(), all.map((event) => event.id).sort());
            for (const event of all) {
                const row = shown.find((other) => other.id === event.id);
                assert.equal(row.title, event.title);
                assert.match(row.reports, new RegExp(`^${event.reports} claim`));
                const parts = ['killed', 'wounded', 'missing', 'captured'].filter((name) => event[name]).map((name) => `${label(event[name])} ${name}`);
                assert.equal(row.count.replaceAll('Σ ', ''), parts.length > 1 ? parts.join('') : label(event.count));
            }
            assert.match(await page.locator('.summary').first().innerText(), new RegExp(`^${all.length} events`));
        });
    });

    test('has a heading a day with the month as a word and the number of its events', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            const heads = await page.locator('.day-head').allInnerTexts();
            const days = all.filter((event) => event.date?.precision === 'day' && event.date.first === event.date.last);
            assert.ok(days.length > 0);
            for (const event of days) {
                assert.ok(heads.some((head) => head.includes(inWords(event.date.first))), `no heading for ${event.date.first}`);
            }
            const counted = heads.reduce((sum, head) => sum + Number(/(\d+) events?$/.exec(head)[1]), 0);
            assert.equal(counted, all.length);
            assert.ok(heads.every((head) => !/\d+[/.-]\d+[/.-]\d+/.test(head)));
        });
    });

    test('piles nothing on a day that nobody named: coarse and undated events stand apart', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            const coarse = all.filter((event) => event.date?.first && event.date.last && !['day', 'time'].includes(event.date.precision));
            const undated = all.filter((event) => !event.date);
            assert.ok(coarse.length > 0 && undated.length > 0, 'the samples hold a coarse and an undated event');
            for (const event of coarse) {
                const head = page.locator('.day', { has: page.locator(`[data-event="${event.id}"]`) }).locator('.day-head');
                assert.match(await head.innerText(), /day not said/);
            }
            for (const event of undated) {
                assert.equal(await page.locator(`.undated [data-event="${event.id}"]`).count(), 1);
            }
            assert.equal(await page.locator('.day').last().getAttribute('class'), 'day undated');
        });
    });

    test('an event known only to have happened by a day is no event of that day, in the list or in the chart', async () => {
        const by = all.filter((event) => event.date && !event.date.first);
        assert.ok(by.length > 0, 'the samples hold one');
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            for (const event of by) {
                const head = page.locator('.day', { has: page.locator(`[data-event="${event.id}"]`) }).locator('.day-head');
                assert.match(await head.innerText(), /^by [\s\S]*start not said/);
            }
            const alone = by.find((event) => !all.some((other) => other.date?.first && other.date.first <= event.date.last
                && (other.date.last || other.as_of || other.date.first) >= event.date.last));
            assert.ok(alone, 'the samples hold a day on which nothing but such an event is entered');
            await page.goto(`${server.origin}/?from=${alone.date.last}&to=${alone.date.last}`);
            await page.getByRole('heading', { name: 'In view' }).waitFor();
            await page.locator('.chart').last().locator('.bar').first().waitFor(); // drawn behind its heading
            assert.equal(await page.locator('.chart').last().locator('.bar.coarse').count(), 1);
            assert.equal(await page.locator('.chart').last().locator('.bar:not(.coarse)').count(), 0);
            await keep(page, 'by-1440');
        });
    });

    test('filters by kind, and the address keeps it', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            const wanted = await events(server, '&kind=deployment');
            assert.ok(wanted.length > 0 && wanted.length < all.length);
            await page.getByLabel('Deployments', { exact: true }).check();
            await page.waitForURL(/kind=deployment/);
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, wanted.length);
            await page.reload();
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, wanted.length);
            assert.ok(await page.getByLabel('Deployments', { exact: true }).isChecked());
            await page.getByRole('button', { name: 'Remove filter: Deployments' }).click();
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, all.length);
            await page.goBack();
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, wanted.length);
        });
    });

    test('filters by place and by actor', async () => {
        const place = all.find((event) => event.places.length > 0).places[0].name;
        const actor = all.find((event) => event.actor).actor;
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.getByLabel('Place').fill(place);
            await page.keyboard.press('Enter');
            await page.waitForURL(/place=/);
            const atPlace = await events(server, `&place=${encodeURIComponent(place)}`);
            assert.ok(atPlace.length > 0);
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, atPlace.length);
            await page.getByLabel('Actor').fill(actor);
            await page.keyboard.press('Enter');
            await page.waitForURL(/actor=/);
            const both = await events(server, `&place=${encodeURIComponent(place)}&actor=${encodeURIComponent(actor)}`);
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, both.length);
        });
    });

    test('shows a range of dates typed in three fields, both ends inside', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.getByRole('button', { name: /Dates to show/ }).click();
            const from = page.getByRole('group', { name: 'From', exact: true });
            await from.getByLabel('Day').fill('14');
            await from.getByLabel('Month').selectOption('March');
            await from.getByLabel('Year').fill('2025');
            assert.equal(await from.locator('.proof').innerText(), 'Fri');
            const to = page.getByRole('group', { name: 'To, inclusive' });
            await to.getByLabel('Day').fill('16');
            await to.getByLabel('Month').selectOption('March');
            await to.getByLabel('Year').fill('2025');
            await keep(page, 'range-1440');
            assert.deepEqual(await violations(page), []);
            await page.getByRole('button', { name: 'Show these dates' }).click();
            await page.waitForURL(/from=2025-03-14&to=2025-03-16/);
            const wanted = await events(server, '&from=2025-03-14&to=2025-03-16');
            assert.ok(wanted.length > 0 && wanted.length < all.length);
            await page.waitForFunction((n) => document.querySelectorAll('.row').length === n, wanted.length);
            assert.match(await page.locator('.range-button').innerText(), /14–16 Mar 2025\s+3 days/);
            await page.getByRole('button', { name: 'Later' }).click();
            await page.waitForURL(/from=2025-03-17&to=2025-03-19/);
        });
    });

    test('refuses a day that no calendar has, at its field', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.getByRole('button', { name: /Dates to show/ }).click();
            const from = page.getByRole('group', { name: 'From', exact: true });
            await from.getByLabel('Day').fill('31');
            await from.getByLabel('Month').selectOption('February');
            await from.getByLabel('Year').fill('2025');
            await page.getByRole('button', { name: 'Show these dates' }).click();
            assert.equal(await from.locator('.field-error').innerText(), 'February 2025 has 28 days.');
            assert.doesNotMatch(page.url(), /from=/);
            await page.keyboard.press('Escape');
            assert.ok(await page.locator('.range-panel').isHidden());
        });
    });

    test('quick ranges count back from the newest event, not from today', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.getByRole('button', { name: /Dates to show/ }).click();
            await page.getByRole('button', { name: 'Latest 7 days on file' }).click();
            const newest = all.filter((event) => event.date?.first && ['day', 'time'].includes(event.date.precision) && event.date.first === event.date.last)
                .map((event) => event.date.last).sort().at(-1);
            await page.waitForURL(new RegExp(`to=${newest}`));
            await page.locator('.day-head', { hasText: inWords(newest) }).waitFor();
        });
    });

    test('draws each day with events, and clicking a bar shows its days', async () => {
        await visit(server, '/?from=2025-03&to=2025-03', async (page) => {
            await rows(page).first().waitFor();
            const chart = page.getByRole('region', { name: 'In view' });
            await chart.locator('.bar').first().waitFor();
            const timeline = await request(server.origin, '/api/v1/timeline?interval=day&from=2025-03&to=2025-03');
            const days = timeline.buckets.filter((bucket) => bucket.first >= '2025-03-01' && bucket.first <= '2025-03-31');
            assert.ok(days.length > 3);
            assert.equal(await chart.locator('.bar.casualty:not(.coarse)').count(), days.filter((bucket) => bucket.kind === 'casualty').length);
            const coarse = new Set(timeline.coarse.filter((cell) => cell.first >= '2025-03-01' && cell.first <= '2025-03-31').map((cell) => `${cell.first} ${cell.kind}`));
            assert.equal(await chart.locator('.bar.coarse').count(), coarse.size);
            await chart.locator('.chart-drawing').focus();
            await page.keyboard.press('Home');
            assert.match(await chart.locator('.readout').innerText(), /^\w{3} \d+ \w{3} 2025: /);
            await page.keyboard.press('Enter');
            await page.waitForURL((url) => url.searchParams.get('from') === url.searchParams.get('to') && /^2025-03-\d\d$/.test(url.searchParams.get('from')));
        });
    });

    test('a chart has a table that says the same', async () => {
        await visit(server, '/', async (page) => {
            const chart = page.getByRole('region', { name: 'All time' }).first();
            await chart.locator('.bar').first().waitFor();
            await chart.getByRole('button', { name: 'Table' }).click();
            assert.ok(await chart.locator('tbody tr').count() > 3);
            assert.ok(await chart.locator('.chart-drawing').isHidden());
            assert.deepEqual(await violations(page), []);
        });
    });

    test('dragging over the overview chooses dates', async () => {
        await visit(server, '/', async (page) => {
            const drawing = page.locator('.chart-drawing').first();
            await drawing.locator('.bar').first().waitFor();
            const box = await drawing.boundingBox();
            await page.mouse.move(box.x + box.width * 0.6, box.y + 40);
            await page.mouse.down();
            await page.mouse.move(box.x + box.width * 0.7, box.y + 40, { steps: 4 });
            await page.mouse.move(box.x + box.width * 0.8, box.y + 40, { steps: 4 });
            await page.mouse.up();
            await page.waitForURL(/from=\d{4}-\d\d-\d\d&to=\d{4}-\d\d-\d\d/);
            const chosen = new URL(page.url()).searchParams;
            assert.ok(chosen.get('from') < chosen.get('to'));
        });
    });

    test('a filter that nothing matches says so and can be removed there', async () => {
        await visit(server, '/?place=Atlantis', async (page) => {
            await page.getByRole('heading', { name: 'No events here' }).waitFor();
            await page.locator('.list').getByRole('button', { name: 'Remove filter: Place Atlantis' }).click();
            await rows(page).first().waitFor();
        });
    });

    test('pages on with “More events”', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            await page.route('**/api/v1/events?*', (route) => route.continue({ url: route.request().url().replace('limit=100', 'limit=4') }));
            await page.goto(`${server.origin}/?sort=date`);
            await page.waitForFunction(() => document.querySelectorAll('.row').length === 4);
            while (await page.getByRole('button', { name: 'More events' }).count() > 0) {
                const before = await rows(page).count();
                await page.getByRole('button', { name: 'More events' }).click();
                await page.waitForFunction((n) => document.querySelectorAll('.row').length > n, before);
            }
            const shown = await rows(page).evaluateAll((links) => links.map((link) => link.dataset.event));
            assert.equal(new Set(shown).size, shown.length);
            assert.deepEqual([...shown].sort(), all.map((event) => event.id).sort());
        });
    });

    test('each status says what it means: “confirmed” is not checked by Dateline', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            for (const status of ['confirmed', 'claimed', 'unverified', 'denied', 'expected', 'hypothetical']) {
                assert.ok(await page.locator('.filters label', { hasText: status }).getAttribute('title'), status);
            }
            assert.match(await page.locator('.filters label', { hasText: 'confirmed' }).getAttribute('title'), /Dateline checks nothing/);
        });
    });

    test('on a phone a row does not repeat the day of its heading, and says what that leaves out', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            const shown = await page.locator('.row').evaluateAll((found) => found.map((row) => [row.querySelector('.row-link').dataset.event,
                row.querySelector('.row-when').checkVisibility(), row.querySelector('.for-reader').textContent]));
            for (const [id, visible, heard] of shown) {
                const { date } = all.find((event) => event.id === id);
                assert.equal(visible, Boolean(date?.first) && !date.last && ['day', 'time'].includes(date.precision), `${id} ${JSON.stringify(date)}`);
                assert.notEqual(heard, '');
            }
            await keep(page, 'list-390');
            await page.getByLabel('Order').selectOption('-count');
            await page.waitForURL(/sort=-count/);
            await page.waitForFunction(() => !document.querySelector('.day-head'));
            assert.ok(await page.locator('.row-when').first().isVisible(), 'without headings the row says when');
        }, { width: 390, height: 844, hasTouch: true, isMobile: true });
    });

    test('on a phone the filters open from a button', async () => {
        await visit(server, '/', async (page) => {
            await rows(page).first().waitFor();
            assert.ok(await page.locator('.filters').isHidden());
            await page.getByRole('button', { name: 'Filters' }).tap();
            await page.getByLabel('Deployments', { exact: true }).tap();
            await page.waitForURL(/kind=deployment/);
            await keep(page, 'filters-390');
        }, { width: 390, height: 844, hasTouch: true, isMobile: true });
    });
});
