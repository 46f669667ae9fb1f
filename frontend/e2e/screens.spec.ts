/**
 * Every screen of the running house that the navigation offers, as each role sees it: its first
 * record and its form too. No fault in the console, none that axe knows, nothing cut off.
 */
import { expect, type Page } from '@playwright/test';
import { accessibilityFaults } from './accessibility';
import { HOUSE, requireHouse, signIn } from './house';
import { test } from './page';

test.beforeAll(requireHouse);

/** Who looks, and whether axe looks with them, at each list's first record and its form as well. */
const ROLES = [
  ['officer', 'HUFO', true],
  ['admin', 'VUFO', true],
  ['appraiser', 'HUFO', false],
  ['approver', 'HUFO', false],
  ['viewer', 'HUFO', false],
  ['auditor', 'HUFO', false],
] as const;

async function settled(page: Page, address: string) {
  await page.goto(`${HOUSE}${address}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('[aria-busy="true"], .mantine-Skeleton-root')).toHaveCount(0);
}

/** The addresses a screen links to, in the order they stand; only our own pages. */
async function links(page: Page, within: string): Promise<string[]> {
  const found = await page
    .locator(`${within} a[href^="/"]`)
    .evaluateAll((all) => all.map((one) => one.getAttribute('href') ?? ''));
  return [...new Set(found)].filter((address) => !address.startsWith('/api/'));
}

for (const [role, unit, withAxe] of ROLES) {
  test(`${role} of ${unit} opens every screen that is offered`, async ({ page }) => {
    test.setTimeout(600_000);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await signIn(page, role, '/', unit);
    await settled(page, '/');
    // what the menu behind the own name offers is no part of the navigation
    const offered = [...(await links(page, 'nav')), '/gateway/authenticators'];
    expect(offered.length).toBeGreaterThan(5);

    const found: string[] = [];
    let forms = 0;
    for (const address of offered) {
      await settled(page, address);
      const record = (await links(page, 'main table tbody')).find((one) => one.startsWith(address));
      const form = (await links(page, 'main')).find((one) => one === `${address}/new`);
      if (form) forms += 1;
      for (const one of withAxe ? [address, record, form] : [address]) {
        if (one === undefined) continue;
        if (one !== address) await settled(page, one);
        if (withAxe) for (const fault of await accessibilityFaults(page)) found.push(`${one}: ${fault}`);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        if (width > 1280) found.push(`${one}: is ${width} px wide`);
        if (process.env.SHOTS)
          await page.screenshot({ path: `${process.env.SHOTS}/${role}${one.replace(/\W+/g, '-')}.png` });
      }
    }
    expect(found).toEqual([]);
    // that of an absence is everybody's; who writes has others
    const writes = role === 'officer' || role === 'admin';
    expect(forms > 1, 'forms are offered').toBe(writes);
    expect(forms).toBeGreaterThan(0);
  });
}
