// chrono-node as a peer of bench_time: node chrono.mjs FILE BYTES reads the text of FILE as articles of so many bytes and
// prints the processor seconds of the fastest of several runs and how many expressions it found.
import { readFileSync } from 'node:fs';
import { parse } from 'chrono-node';

const RUNS = 5;
const [path, bytes] = process.argv.slice(2);
const size = Number(bytes);
const text = readFileSync(path, 'utf8');
const published = new Date(2024, 11, 17);

// Cut where a line ends, else anywhere; the strings are made flat before the clock runs.
const articles = [];
for (let at = 0; at < text.length; ) {
  let end = Math.min(at + size, text.length);
  if (end < text.length) {
    const line = text.lastIndexOf('\n', end - 1) + 1;
    end = line > at + size / 2 ? line : end;
  }
  articles.push(Buffer.from(text.slice(at, end)).toString('utf8'));
  at = end;
}

let best = Infinity;
let found = 0;
for (let run = 0; run < RUNS; run++) {
  const begin = process.cpuUsage();
  found = articles.reduce((sum, article) => sum + parse(article, published).length, 0);
  const { user, system } = process.cpuUsage(begin);
  best = Math.min(best, (user + system) / 1e6);
}
console.log(best, found);
