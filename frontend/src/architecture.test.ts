/** Imports go one way, app → features → shared, and features do not know each other. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const SRC = join(process.cwd(), 'src');
const LONGEST = 250;
const code = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(tsx?|css)$/.test(file) && !/\.test\.|generated/.test(file),
);
// Read from the folders, so that a feature is guarded on the day it is made.
const zones = ['app', 'shared', ...readdirSync(join(SRC, 'features')).map((name) => `features/${name}`)];
const zoneOf = (file: string) => zones.find((zone) => file.startsWith(`${zone}/`));

function violation(from: string, to: string): string | null {
  const [here, there] = [zoneOf(from), zoneOf(to)];
  if (!here || !there || here === there || here === 'app' || there === 'shared') return null;
  return `${from} imports ${to}`;
}

const imports = (file: string) =>
  [...readFileSync(join(SRC, file), 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']*)'/g)].map(
    ([, target]) => relative(SRC, join(SRC, dirname(file), target ?? '')),
  );

test('every import goes down', () => {
  expect(
    code.flatMap((file) => imports(file).map((target) => violation(file, target))).filter(Boolean),
  ).toEqual([]);
});

test('the guard sees what it must refuse', () => {
  const [feature] = zones.filter((zone) => zone.startsWith('features/'));
  expect(violation('shared/ui/x.tsx', `${feature}/y`)).not.toBeNull();
  expect(violation(`${feature}/y.tsx`, 'app/router')).not.toBeNull();
  expect(violation('features/gateway-sessions/x.ts', 'features/gateway-overview/y')).not.toBeNull();
  expect(violation('app/router.tsx', `${feature}/y`)).toBeNull();
});

test('calls leave through shared/api only', () => {
  const callers = code.filter((file) =>
    /\bfetch\(|XMLHttpRequest/.test(readFileSync(join(SRC, file), 'utf8')),
  );
  expect(callers.filter((file) => !file.startsWith('shared/api/'))).toEqual([]);
});

test('no file is longer than one sitting', () => {
  const long = code.filter((file) => readFileSync(join(SRC, file), 'utf8').split('\n').length > LONGEST);
  expect(long.filter((file) => file.endsWith('.tsx') || file.endsWith('.ts'))).toEqual([]);
});
