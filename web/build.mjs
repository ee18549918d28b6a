// Bundles the page into dist/: index.html, assets/dateline.js, assets/dateline.css, assets/icon.svg.
import { build } from 'esbuild';
import { cp, mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');

await mkdir(join(dist, 'assets'), { recursive: true });
await build({
    absWorkingDir: here,
    entryPoints: { dateline: 'src/main.js' },
    outdir: join(dist, 'assets'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: ['chrome109', 'firefox115', 'safari16'],
    charset: 'utf8',
    logLevel: 'warning',
});
await cp(join(here, 'src/index.html'), join(dist, 'index.html'));
await cp(join(here, 'src/icon.svg'), join(dist, 'assets/icon.svg'));
for (const name of ['index.html', 'assets/dateline.js', 'assets/dateline.css', 'assets/icon.svg']) {
    console.log(`${name} ${(await stat(join(dist, name))).size} bytes`);
}
