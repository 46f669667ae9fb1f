import { expect } from '@playwright/test';
import { accessibilityFaults } from './accessibility';
import { test } from './page';
import { APP, GALLERY } from './ports';

const SCREENS = [
  '/sign-in',
  '/',
  `${GALLERY}/`,
  `${GALLERY}/?status=approved`,
  `${GALLERY}/?face=empty`,
  `${GALLERY}/record`,
  `${GALLERY}/form`,
];
const WIDTHS = [1280, 360];

for (const address of SCREENS) {
  for (const width of WIDTHS) {
    for (const colorScheme of ['light', 'dark'] as const) {
      const name = address.replace(GALLERY, 'gallery');
      test(`${name} at ${width} px, ${colorScheme}, has no accessibility fault and nothing cut off`, async ({
        page,
        context,
      }) => {
        await context.addCookies([{ name: 'signed_in', value: '1', url: APP }]);
        await page.setViewportSize({ width, height: 800 });
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(address);
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await page.waitForLoadState('networkidle');

        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        if (process.env.SHOTS) {
          const file = `${name.replace(/\W+/g, '-')}-${width}-${colorScheme}.png`;
          await page.screenshot({ path: `${process.env.SHOTS}/${file}`, fullPage: width === 360 });
        }
      });
    }
  }
}
