// Replays the README's command lines in their order against a fresh server and compares the answers with those that
// stand under them. The README may leave members of an object out; what it shows must be so.
import assert from 'node:assert/strict';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { root, startServer } from './harness.mjs';
import { readCommands, readReadme, runCommand } from './readme.mjs';

const readme = await readReadme();
const commands = readCommands(readme);

let server;
before(async () => { server = await startServer(); });
after(() => server?.stop());

// Every member that `shown` has, `real` has with the same value; lists are equally long.
function holds(real, shown, path) {
    if (Array.isArray(shown)) {
        assert.ok(Array.isArray(real), `${path} is a list`);
        assert.equal(real.length, shown.length, `length of ${path}`);
        shown.forEach((value, i) => holds(real[i], value, `${path}[${i}]`));
    } else if (shown !== null && typeof shown === 'object') {
        assert.ok(real !== null && typeof real === 'object', `${path} is an object`);
        for (const [key, value] of Object.entries(shown)) {
            holds(real[key], value, `${path}.${key}`);
        }
    } else {
        assert.equal(real, shown, path);
    }
}

test('the README has seven curl lines with their answers', () => assert.equal(commands.length, 7));

for (const entry of commands) {
    test(entry.command.split('\n')[0], async () => {
        const real = await runCommand(entry, server.origin);
        if (entry.form === 'json') {
            holds(real, JSON.parse(entry.answer), 'answer');
        } else {
            assert.equal(real, entry.answer.trim());
        }
    });
}

test('every file that the README points to is there', async () => {
    for (const [, target] of readme.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)) {
        await access(join(root, target));
    }
});
