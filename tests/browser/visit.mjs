// What the tests of the page share: a scenario in a browser, a server with the samples, and what stands on the page.
import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { launch, openPage, postSamples, request, startServer } from './harness.mjs';

// A browser for the tests of a file. Gives visit(server, address, run, options): a scenario on a page of its own;
// whatever must not happen fails it.
export function openBrowser() {
    let browser;
    before(async () => { browser = await launch(); });
    after(async () => { await browser?.close(); });
    return async (server, address, run, options = {}) => {
        const { page, context, faults } = await openPage(browser, server.origin, options);
        try {
            await page.goto(server.origin + address);
            await run(page, faults);
            assert.deepEqual(faults, []);
        } finally {
            await context.close();
        }
    };
}

// A server with the sample articles for the tests of a file or of a `describe`; `all` are its events.
export function openSamples() {
    const server = {};
    before(async () => {
        Object.assign(server, await startServer());
        await postSamples(server.origin);
        server.all = await events(server);
        assert.ok(server.all.length >= 10, `only ${server.all.length} events came of the samples`);
    });
    after(() => server.stop?.());
    return server;
}

export const rows = (page) => page.locator('.row-link');
export const events = async (server, query = '') => (await request(server.origin, `/api/v1/events?limit=1000&sort=-date${query}`)).events;
