/** The whole running house as the browser's tests know it: where it is and who lives in it. */
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

export const HOUSE = process.env.HOUSE_URL ?? '';
type Person = { username: string; password: string; roles: string[]; unit_code: string };

export function requireHouse() {
  if (!HOUSE) throw new Error('HOUSE_URL names no running house: start this through `make test`.');
}

/** A demonstration account that has this role, at this unit. */
export function person(role: string, unit = 'HUFO'): Person {
  const { people } = JSON.parse(readFileSync(`${process.env.DATA_DIR}/demo-accounts.json`, 'utf8')) as {
    people: Person[];
  };
  const found = people.find(({ roles, unit_code }) => unit_code === unit && roles.includes(role));
  if (!found) throw new Error(`no demonstration account of ${unit} has the role ${role}`);
  return found;
}

export async function signIn(page: Page, role: string, next: string, unit = 'HUFO') {
  const { username, password } = person(role, unit);
  await page.goto(`${HOUSE}/sign-in?next=${encodeURIComponent(next)}`);
  await page.getByLabel('Tên đăng nhập').fill(username);
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Đăng nhập' }).click();
  await page.waitForURL((url) => url.pathname === next.split('?')[0]);
}
