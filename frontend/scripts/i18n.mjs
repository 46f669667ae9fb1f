// The messages: vi and en hold the same keys with the same placeholders, every key is used, none is missing.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const read = (lang) => JSON.parse(readFileSync(join(src, `shared/i18n/${lang}.json`), 'utf8'));

function flatten(tree, prefix = '') {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  );
}
const messages = { vi: new Map(flatten(read('vi'))), en: new Map(flatten(read('en'))) };
const plain = (key) => key.replace(/_(one|other)$/, '');
const faults = [];

for (const [lang, other] of [
  ['vi', 'en'],
  ['en', 'vi'],
]) {
  // Vietnamese has one plural form, English two, so plural endings are compared away.
  const there = new Set([...messages[other].keys()].map(plain));
  for (const key of messages[lang].keys())
    if (!there.has(plain(key))) faults.push(`${other}.json lacks ${key}`);
}
const holes = (text) => [...new Set(text.match(/{{\s*\w+/g) ?? [])].sort().join();
for (const [key, text] of messages.vi) {
  const english = messages.en.get(key);
  if (english !== undefined && holes(text) !== holes(english)) faults.push(`${key}: placeholders differ`);
}

const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.tsx?$/.test(file) && !file.includes('generated') && !/\.test\./.test(file))
  .map((file) => readFileSync(join(src, file), 'utf8'))
  .join('\n');
const literals = new Set([...code.matchAll(/['"`]([\w.-]+)['"`]/g)].map((match) => match[1]));
const prefixes = [...code.matchAll(/`([\w-]+\.[\w.-]*)\$\{/g)].map((match) => match[1]);
for (const key of new Set([...messages.vi.keys()].map(plain))) {
  if (!literals.has(key) && !prefixes.some((prefix) => key.startsWith(prefix)))
    faults.push(`${key} is never used`);
}
for (const [, key] of code.matchAll(/\bt\('([\w.-]+)'/g)) {
  if (!messages.vi.has(key) && !messages.vi.has(`${key}_other`)) faults.push(`vi.json lacks ${key}`);
}
if (faults.length) {
  console.error(faults.join('\n'));
  process.exit(1);
}
