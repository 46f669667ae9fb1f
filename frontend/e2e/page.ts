import { test as base, expect } from '@playwright/test';

/** A page whose every console error and policy violation fails the test. */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('console', (message) => {
        // Chromium itself reports refused calls; refusals are answers here, checked by what the screen says.
        const isRefusal =
          message.text().startsWith('Failed to load resource') && /40[149]|412|422/.test(message.text());
        if (message.type() === 'error' && !isRefusal) faults.push(message.text());
      });
      await page.addInitScript(() => {
        document.addEventListener('securitypolicyviolation', (event) => {
          // biome-ignore lint/suspicious/noConsole: the console is how the page reports to the test.
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
        });
      });
      await use(faults);
      expect(faults).toEqual([]);
      // What would be refused is not even tried.
      expect(await page.locator('style').count()).toBe(0);
    },
    { auto: true },
  ],
});
