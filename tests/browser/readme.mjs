// The command lines of the README and the answers under them. Run by itself (`node readme.mjs`, with DATELINED naming
// the program) it writes the present answers into the README, with the members that stand there already.
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { root, startServer } from './harness.mjs';

const run = promisify(execFile);
const file = join(root, 'README.md');
const documented = 'http://127.0.0.1:8080';
const width = 116;

export const readReadme = () => readFile(file, 'utf8');

// [{command, form, answer}] in their order; the form is `json`, or `http` for a status line.
export function readCommands(readme) {
    return [...readme.matchAll(/```sh\n(curl [\s\S]*?)```\n+```(json|http)\n([\s\S]*?)```/g)]
        .map(([, command, form, answer]) => ({ command, form, answer }));
}

export async function runCommand({ command, form }, origin) {
    const { stdout } = await run('sh', ['-c', command.replaceAll(documented, origin)]);
    return form === 'json' ? JSON.parse(stdout) : stdout.split('\r\n')[0];
}

// The members of `real` that `shown` has; those of a list as its first entry has them.
function pick(real, shown) {
    if (Array.isArray(real) && Array.isArray(shown)) {
        return real.map((value) => (shown.length ? pick(value, shown[0]) : value));
    }
    if (real && shown && typeof real === 'object' && typeof shown === 'object') {
        return Object.fromEntries(Object.keys(shown).filter((key) => key in real).map((key) => [key, pick(real[key], shown[key])]));
    }
    return real;
}

function oneLine(value) {
    if (Array.isArray(value)) {
        return `[${value.map(oneLine).join(', ')}]`;
    }
    return value && typeof value === 'object'
        ? `{${Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${oneLine(member)}`).join(', ')}}` : JSON.stringify(value);
}

// As many members on a line as fit.
function format(value, indent = 0) {
    const short = oneLine(value);
    if (!value || typeof value !== 'object' || indent + short.length <= width) {
        return short;
    }
    const inner = ' '.repeat(indent + 2);
    const outer = ' '.repeat(indent);
    if (Array.isArray(value)) {
        return `[\n${value.map((entry) => inner + format(entry, indent + 2)).join(',\n')}\n${outer}]`;
    }
    const lines = [];
    let line = '';
    Object.entries(value).forEach(([key, member], i, all) => {
        const comma = i < all.length - 1 ? ',' : '';
        const text = `${JSON.stringify(key)}: ${oneLine(member)}${comma}`;
        const fits = indent + 2 + text.length <= width;
        if (line && (!fits || indent + 3 + line.length + text.length > width)) {
            lines.push(line);
            line = '';
        }
        if (fits) {
            line = line ? `${line} ${text}` : text;
        } else {
            lines.push(`${JSON.stringify(key)}: ${format(member, indent + 2)}${comma}`);
        }
    });
    return `{\n${[...lines, line].filter(Boolean).map((text) => inner + text).join('\n')}\n${outer}}`;
}

async function update() {
    let readme = await readReadme();
    const server = await startServer();
    try {
        for (const entry of readCommands(readme)) {
            const real = await runCommand(entry, server.origin);
            const answer = entry.form === 'json' ? format(pick(real, JSON.parse(entry.answer))) : real;
            readme = readme.replace(`${entry.command}\`\`\`\n\n\`\`\`${entry.form}\n${entry.answer}`, () => `${entry.command}\`\`\`\n\n\`\`\`${entry.form}\n${answer}\n`);
        }
    } finally {
        await server.stop();
    }
    await writeFile(file, readme);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
    await update();
}
