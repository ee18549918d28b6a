// Replays the README's command lines in their order against a fresh server and compares the answers with those that
// stand under them. The README may leave members of an object out; what it shows must be so.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { promisify } from 'node:util';
import { root, startServer } from './harness.mjs';

const run = promisify(execFile);
const documented = 'http://127.0.0.1:8080';
const readme = await readFile(join(root, 'README.md'), 'utf8');
const commands = [...readme.matchAll(/```sh\n(curl [\s\S]*?)```\n+```(json|http)\n([\s\S]*?)```/g)]
    .map(([, command, form, answer]) => ({ command, form, answer }));

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

test('the README has the five curl lines', () => assert.equal(commands.length, 5));

for (const { command, form, answer } of commands) {
    test(command.split('\n')[0], async () => {
        const { stdout } = await run('sh', ['-c', command.replaceAll(documented, server.origin)]);
        if (form === 'json') {
            holds(JSON.parse(stdout), JSON.parse(answer), 'answer');
        } else {
            assert.equal(stdout.split('\r\n')[0], answer.trim());
        }
    });
}

test('every file that the README points to is there', async () => {
    for (const [, target] of readme.matchAll(/\]\((?!https?:|#)([^)\s]+)\)/g)) {
        await access(join(root, target));
    }
});
