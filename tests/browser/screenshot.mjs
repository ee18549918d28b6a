// Makes the pictures of the README from the sample articles: node screenshot.mjs, with DATELINED naming the program.
import { join } from 'node:path';
import { launch, mostContested, openPage, postSamples, request, root, startServer } from './harness.mjs';

const server = await startServer();
const browser = await launch();
try {
    await postSamples(server.origin);
    const { events } = await request(server.origin, '/api/v1/events?kind=casualty');
    const rival = mostContested(events);
    for (const [name, address, ready] of [['timeline', '/?from=2025-02&to=2025-03', '.row'], ['event', `/?event=${rival.id}`, '.claim']]) {
        const { page, context } = await openPage(browser, server.origin, { width: 1280, height: 800 });
        await page.goto(server.origin + address);
        await page.locator(ready).first().waitFor();
        await page.waitForLoadState('networkidle');
        await page.screenshot({ path: join(root, 'web/screenshots', `${name}.png`) });
        await context.close();
    }
} finally {
    await browser.close();
    await server.stop();
}
