// The budget of JavaScript, gzip: 220 kB until the first screen works, 90 kB for each screen after it.
// `--all` tells of every screen, not only of those over it.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', dist), 'utf8'));
const FIRST = ['index.html', 'src/app/layout/Shell.tsx', 'src/features/gateway-overview/Overview.tsx'];
const SIGNED_OUT = ['index.html', 'src/features/gateway-sessions/SignInPage.tsx'];
const FIRST_LIMIT = 220;
const SCREEN_LIMIT = 90;

const weights = new Map();
const weigh = (file) => {
  if (!weights.has(file))
    weights.set(file, gzipSync(readFileSync(new URL(file, dist)), { level: 9 }).length / 1000);
  return weights.get(file);
};

/** Every script that must be there before `key` runs. */
function closure(key, seen = new Set()) {
  const chunk = manifest[key];
  if (!chunk || seen.has(chunk.file)) return seen;
  if (chunk.file.endsWith('.js')) seen.add(chunk.file);
  for (const needed of chunk.imports ?? []) closure(needed, seen);
  return seen;
}

const together = (keys) => new Set(keys.flatMap((key) => [...closure(key)]));
const first = together(FIRST);
const sum = (files) => files.reduce((total, file) => total + weigh(file), 0);
const rows = [
  ['first screen, signed in', sum([...first]), FIRST_LIMIT],
  ['first screen, signed out', sum([...together(SIGNED_OUT)]), FIRST_LIMIT],
];
for (const [key, chunk] of Object.entries(manifest)) {
  if (!chunk.isDynamicEntry || FIRST.includes(key) || SIGNED_OUT.includes(key)) continue;
  rows.push([key, sum([...closure(key)].filter((file) => !first.has(file))), SCREEN_LIMIT]);
}
const isOver = ([, size, limit]) => size > limit;
const shown = process.argv.includes('--all') ? rows : [...rows.slice(0, 2), ...rows.slice(2).filter(isOver)];
for (const [name, size, limit] of shown)
  console.log(`${size.toFixed(1).padStart(7)} kB of ${limit}  ${name}`);
if (rows.some(isOver)) {
  console.error('over the budget: `onDemand` (shared/ui) brings what a page can do without later');
  process.exit(1);
}
